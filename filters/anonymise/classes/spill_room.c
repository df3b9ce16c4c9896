/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spill_room: where the files of a run lie, and their key. */
#include "spill.h"

#include "../../lib/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PATTERN "/.anonymise-XXXXXX"

static const char *
find_folder(void)
{
	const char *wish = getenv("TMPDIR");

	if (wish != NULL && wish[0] != '\0')
		return wish;
	return access("/var/tmp", W_OK | X_OK) == 0 ? "/var/tmp" : "/tmp";
}

bool
spill_room_open(struct spill_room *room, const char *folder, struct fault *fault)
{
	*room = (struct spill_room){ 0 };
	if (sodium_init() < 0)
		return fault_set(fault, "libsodium cannot start: the system gives no random bytes");
	room->key = sodium_malloc(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
	if (room->key == NULL)
		return fault_set(fault, "no guarded memory for the key of the temporary files");
	crypto_aead_xchacha20poly1305_ietf_keygen(room->key);
	room->folder = xstrdup(folder != NULL ? folder : find_folder());
	return true;
}

void
spill_room_close(struct spill_room *room)
{
	sodium_free(room->key);
	free(room->folder);
	*room = (struct spill_room){ 0 };
}

/* A file with a name for a moment, where the file system knows none without. */
static int
open_named(const char *folder)
{
	size_t length = strlen(folder);
	char *path = xmalloc(length + sizeof PATTERN);
	int descriptor;

	memcpy(path, folder, length);
	memcpy(path + length, PATTERN, sizeof PATTERN);
	descriptor = mkostemp(path, O_CLOEXEC);
	if (descriptor >= 0 && unlink(path) != 0) {
		int error = errno;

		close(descriptor);
		errno = error;
		descriptor = -1;
	}
	free(path);
	return descriptor;
}

int
spill_room_file(struct spill_room *room, struct fault *fault)
{
	int descriptor =
	    open(room->folder, O_TMPFILE | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);

	if (descriptor >= 0) {
		if (room->storage == NULL)
			room->storage = "encrypted, without a name";
		return descriptor;
	}
	descriptor = open_named(room->folder);
	if (descriptor < 0)
		fault_system(fault, room->folder, "cannot make a temporary file in it");
	else
		room->storage = "encrypted, name removed at once (no O_TMPFILE there)";
	return descriptor;
}
