/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key: the project's secret, from a file or an inherited descriptor only. */
#include "key.h"

#include "../../lib/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* 32 random bytes hold 30 different ones on average, and fewer than 16 once in
 * more than 10^12 keys. */
#define DIFFERENT_BYTES 16
#define ID_BITS         40

void
key_length(size_t length, unsigned char out[KEY_LENGTH_SIZE])
{
	uint64_t rest = length;

	for (int i = KEY_LENGTH_SIZE; i-- > 0; rest >>= 8)
		out[i] = (unsigned char)(rest & 0xff);
}

void
key_part(struct digest_keyed *keyed, const char *text)
{
	unsigned char length[KEY_LENGTH_SIZE];

	key_length(strlen(text), length);
	digest_keyed_prefix(keyed, length, sizeof length);
	digest_keyed_prefix(keyed, text, strlen(text));
}

void
key_subkey(const struct key *key, const char *use, unsigned char subkey[DIGEST_SIZE])
{
	struct digest_keyed keyed;

	digest_keyed_init(&keyed, key->bytes, key->length);
	key_part(&keyed, KEY_SCHEME);
	key_part(&keyed, "subkey");
	key_part(&keyed, use);
	digest_keyed_message(&keyed, "", 0, subkey);
	digest_keyed_release(&keyed);
}

static void
find_id(struct key *key)
{
	unsigned char subkey[DIGEST_SIZE];

	key_subkey(key, "key id", subkey);
	key->id[digest_base32(subkey, ID_BITS, key->id)] = '\0';
	sodium_memzero(subkey, sizeof subkey);
}

static bool
allocate(struct key *key, const char *source, struct fault *fault)
{
	*key = (struct key){ 0 };
	if (sodium_init() < 0) {
		fault_set(fault, "libsodium cannot start: the system gives no random bytes");
		return false;
	}
	key->bytes = sodium_malloc(KEY_MAXIMUM + 1);
	if (key->bytes == NULL) {
		fault_at(fault, source, 0, 0, "no guarded memory for the key");
		return false;
	}
	return true;
}

void
key_release(struct key *key)
{
	sodium_free(key->bytes);
	*key = (struct key){ 0 };
}

/* A file that somebody else may read or replace keeps no secret. */
static bool
check_file(int descriptor, const char *path, struct fault *fault)
{
	struct stat status;

	if (fstat(descriptor, &status) != 0)
		return fault_system(fault, path, "cannot look at the key");
	if (!S_ISREG(status.st_mode))
		return fault_at(fault, path, 0, 0, "the key is not a regular file");
	if (status.st_uid != geteuid() && status.st_uid != 0)
		return fault_at(fault, path, 0, 0, "the key belongs to another user");
	if ((status.st_mode & 077) != 0)
		return fault_at(fault, path, 0, 0,
		    "others may open the key; take their rights away with chmod 600");
	return true;
}

static int
open_path(const char *path, struct fault *fault)
{
	/* non-blocking, or a pipe of that name would hold us for ever */
	int descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);

	if (descriptor < 0 && errno == ELOOP)
		fault_at(fault, path, 0, 0,
		    "the key is a symbolic link; name the file itself, or fd:N for an open "
		    "descriptor");
	else if (descriptor < 0)
		fault_system(fault, path, "cannot open the key");
	else if (!check_file(descriptor, path, fault)) {
		close(descriptor);
		descriptor = -1;
	}
	return descriptor;
}

/* Whoever started us opened it: a pipe or memory without a name is as good as a
 * file, but a file has to keep the rules. */
static int
open_inherited(const char *source, struct fault *fault)
{
	struct field digits = field_of(source + 3);
	struct stat status;
	int64_t number;

	if (!field_to_integer(digits, &number) || number < 3 || number > 65535) {
		fault_at(fault, source, 0, 0, "a descriptor is fd:3 or above");
		return -1;
	}
	if (fstat((int)number, &status) != 0) {
		fault_system(fault, source, "the descriptor is not open");
		return -1;
	}
	if (isatty((int)number)) {
		fault_at(fault, source, 0, 0, "a key is not typed; make one with --make-key");
		return -1;
	}
	if (S_ISREG(status.st_mode) && status.st_nlink != 0
	    && !check_file((int)number, source, fault))
		return -1;
	return (int)number;
}

static bool
read_bytes(struct key *key, int descriptor, const char *source, struct fault *fault)
{
	while (key->length <= KEY_MAXIMUM) {
		ssize_t got =
		    read(descriptor, key->bytes + key->length, KEY_MAXIMUM + 1 - key->length);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return fault_system(fault, source, "cannot read the key");
		if (got == 0)
			return true;
		key->length += (size_t)got;
	}
	return fault_at(fault, source, 0, 0, "the key is longer than %d bytes", KEY_MAXIMUM);
}

/* Text without a control character: a passphrase, or a key that was written out
 * in hexadecimal and may be one. */
static bool
looks_typed(const struct key *key)
{
	for (size_t i = 0; i < key->length; i++) {
		unsigned char byte = key->bytes[i];

		if ((byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f)
			return false;
	}
	return text_invalid_at((const char *)key->bytes, key->length) == key->length;
}

static bool
check_bytes(const struct key *key, const char *source, struct fault *fault)
{
	bool seen[256] = { false };
	int different = 0;

	if (key->length < KEY_MINIMUM)
		return fault_at(fault, source, 0, 0,
		    "the key is shorter than %d bytes; make one with --make-key", KEY_MINIMUM);
	if (looks_typed(key))
		return fault_at(fault, source, 0, 0,
		    "the key is text, as a passphrase is; make a random one with --make-key");
	for (size_t i = 0; i < key->length; i++) {
		different += !seen[key->bytes[i]];
		seen[key->bytes[i]] = true;
	}
	if (different < DIFFERENT_BYTES)
		return fault_at(fault, source, 0, 0,
		    "the key's bytes are not random; make one with --make-key");
	return true;
}

bool
key_read(struct key *key, const char *source, struct fault *fault)
{
	bool inherited = strncmp(source, "fd:", 3) == 0;
	int descriptor;
	bool good;

	*key = (struct key){ 0 };
	descriptor = inherited ? open_inherited(source, fault) : open_path(source, fault);
	if (descriptor < 0)
		return false;
	good = allocate(key, source, fault) && read_bytes(key, descriptor, source, fault)
	    && check_bytes(key, source, fault);
	close(descriptor);
	if (!good) {
		key_release(key);
		return false;
	}
	find_id(key);
	return true;
}

static bool
write_bytes(const struct key *key, int descriptor, const char *path, struct fault *fault)
{
	ssize_t written = write(descriptor, key->bytes, key->length);

	if (written < 0 || (size_t)written != key->length || fsync(descriptor) != 0)
		return fault_system(fault, path, "cannot write the key");
	return true;
}

bool
key_make(const char *path, char id[KEY_ID_SIZE], struct fault *fault)
{
	int descriptor =
	    open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
	struct key key;
	bool good;

	if (descriptor < 0 && errno == EEXIST)
		return fault_at(fault, path, 0, 0,
		    "is there already, and a key is never overwritten; name a new file");
	if (descriptor < 0)
		return fault_system(fault, path, "cannot make the key");
	good = allocate(&key, path, fault);
	if (good) {
		key.length = KEY_MINIMUM;
		do /* what key_read would refuse is drawn again */
			randombytes_buf(key.bytes, key.length);
		while (!check_bytes(&key, path, fault));
		good = write_bytes(&key, descriptor, path, fault);
		find_id(&key);
		memcpy(id, key.id, KEY_ID_SIZE);
		key_release(&key);
	}
	if (close(descriptor) != 0 && good)
		good = fault_system(fault, path, "cannot write the key");
	if (!good)
		(void)unlink(path);
	return good;
}
