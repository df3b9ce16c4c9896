/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of the temporary files of the classes: what is in them, who may change
 * them, and disks that are full. */
#include "../../filters/anonymise/classes/classes.h"
#include "../../filters/anonymise/classes/spill.h"
#include "../../filters/lib/sandbox.h"
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WATCHED 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define WATCHED 1
#endif
#ifndef WATCHED
#define WATCHED 0
#endif

#define ITEM  24
#define ITEMS 30000 /* some chunks */

static struct spill_room room;

static void
fill(struct spill *spill, unsigned char salt)
{
	unsigned char item[ITEM];
	struct fault fault;
	bool good = true;

	memset(item, 'Q', sizeof item);
	for (unsigned i = 0; i < ITEMS; i++) {
		item[0] = (unsigned char)i;
		item[1] = (unsigned char)(i >> 8);
		item[2] = salt;
		good = spill_append(spill, item, sizeof item, &fault) && good;
	}
	CHECK(good);
	CHECK(spill_length(spill) == (uint64_t)ITEMS * ITEM);
}

/* How many items come back as they went in; message: of the fault, or empty. */
static unsigned
read_back(const struct spill *spill, unsigned char salt, char message[1024])
{
	struct spill_cursor cursor;
	struct fault fault = { { 0 } };
	const unsigned char *item;
	unsigned count = 0;

	spill_cursor_init(&cursor, spill);
	while (spill_next(&cursor, &item, &fault) && item != NULL && item[0] == (unsigned char)count
	    && item[1] == (unsigned char)(count >> 8) && item[2] == salt)
		count++;
	spill_cursor_release(&cursor);
	memcpy(message, fault.message, 1024);
	return count;
}

static void
test_round(void)
{
	struct spill spill;
	struct fault fault;
	char message[1024];

	CHECK(spill_open(&spill, &room, ITEM, &fault));
	CHECK(read_back(&spill, 0, message) == 0);
	fill(&spill, 1);
	CHECK(read_back(&spill, 1, message) == ITEMS);
	CHECK(read_back(&spill, 1, message) == ITEMS);
	spill_restart(&spill);
	CHECK(spill_length(&spill) == 0);
	fill(&spill, 2);
	CHECK(read_back(&spill, 2, message) == ITEMS);
	CHECK_TEXT(message, "");
	spill_release(&spill);
}

/* No name, for nobody else, and nothing that can be read. */
static void
test_secret(void)
{
	static char bytes[1 << 20];
	struct spill spill;
	struct fault fault;
	struct stat status;
	ssize_t got;

	CHECK(spill_open(&spill, &room, ITEM, &fault));
	fill(&spill, 0);
	CHECK(fstat(spill.descriptor, &status) == 0 && status.st_nlink == 0);
	CHECK((status.st_mode & 077) == 0);
	CHECK((fcntl(spill.descriptor, F_GETFD) & FD_CLOEXEC) != 0);
	got = pread(spill.descriptor, bytes, sizeof bytes, 0);
	CHECK(got > 2 * 1024);
	CHECK(memmem(bytes, (size_t)got, "QQQQQQQQ", 8) == NULL);
	spill_release(&spill);
}

/* A byte, a chunk from another place, one from before, a shorter file. */
static void
test_changed(void)
{
	static char early[512 * 1024];
	struct spill spill;
	struct fault fault;
	char message[1024];
	char byte;
	size_t stride;

	CHECK(spill_open(&spill, &room, ITEM, &fault));
	fill(&spill, 0);
	stride = spill.capacity + 16;
	CHECK(pread(spill.descriptor, early, stride, 0) == (ssize_t)stride);
	CHECK(pread(spill.descriptor, &byte, 1, 100) == 1);
	byte ^= 1;
	CHECK(pwrite(spill.descriptor, &byte, 1, 100) == 1);
	CHECK(read_back(&spill, 0, message) == 0);
	CHECK(strstr(message, "was changed by somebody else") != NULL);
	CHECK(pwrite(spill.descriptor, early, stride, (off_t)stride) == (ssize_t)stride);
	CHECK(pwrite(spill.descriptor, early, stride, 0) == (ssize_t)stride);
	CHECK(read_back(&spill, 0, message) == spill.capacity / ITEM);
	CHECK(strstr(message, "was changed by somebody else") != NULL);
	spill_restart(&spill);
	fill(&spill, 0);
	CHECK(pwrite(spill.descriptor, early, stride, 0) == (ssize_t)stride);
	CHECK(read_back(&spill, 0, message) == 0);
	CHECK(strstr(message, "was changed by somebody else") != NULL);
	CHECK(ftruncate(spill.descriptor, 1000) == 0);
	CHECK(read_back(&spill, 0, message) == 0);
	CHECK(strstr(message, "was cut off by somebody else") != NULL);
	spill_release(&spill);
}

static void
test_bytes(void)
{
	static unsigned char big[700001];
	static unsigned char back[700001];
	struct spill spill;
	struct spill_cursor cursor;
	struct fault fault;

	for (size_t i = 0; i < sizeof big; i++)
		big[i] = (unsigned char)(i * 7 + i / 1000);
	CHECK(spill_open(&spill, &room, 1, &fault));
	CHECK(spill_append(&spill, big, sizeof big, &fault));
	spill_cursor_init(&cursor, &spill);
	CHECK(spill_read(&cursor, back, 3, &fault));
	CHECK(spill_read(&cursor, back + 3, sizeof back - 3, &fault));
	CHECK(memcmp(big, back, sizeof big) == 0);
	CHECK(!spill_read(&cursor, back, 1, &fault));
	spill_cursor_release(&cursor);
	spill_release(&spill);
}

static struct privacy privacy = { .k = 2,
	.act = PRIVACY_SUPPRESS_CELLS,
	.person = "person",
	.quasi = { "a", "b" },
	.quasi_count = 2 };

/* So many records of people who look alike; 0 where all went well. */
static int
run(size_t count, size_t memory, struct fault *fault)
{
	struct classes_settings settings = {
		.privacy = &privacy, .forms = { 1, 1 }, .memory = memory
	};
	struct classes *classes = classes_new(&settings, fault);
	struct classes_record record;
	struct sandbox sandbox = { .measures = NULL };
	bool good = classes != NULL && sandbox_enter(&sandbox, fault);

	for (size_t i = 0; good && i < count; i++) {
		char texts[3][32];
		struct field cells[2];

		snprintf(texts[0], sizeof texts[0], "%zu", i % 100);
		snprintf(texts[1], sizeof texts[1], "%zu", i % (count / 2 + 1));
		snprintf(texts[2], sizeof texts[2], "p%zu", i);
		cells[0] = field_of(texts[0]);
		cells[1] = field_of(texts[1]);
		good = classes_add(
		    classes, cells, field_of(texts[2]), NULL, field_of(texts[2]), fault);
	}
	good = good && classes_settle(classes, fault);
	for (size_t i = 0; good && i < count; i++)
		good = classes_next(classes, &record, fault) < CLASSES_END;
	good = good && classes_next(classes, &record, fault) == CLASSES_END;
	classes_free(classes);
	return good ? 0 : 1;
}

/* In a child whose files or memory have a limit; its message comes by a pipe. */
static int
in_child(bool disk, rlim_t limit, size_t count, char message[1024])
{
	int ends[2];
	int status = 0;
	pid_t child;
	ssize_t got;

	if (pipe(ends) != 0)
		return -1;
	fflush(stdout);
	child = fork();
	if (child == 0) {
		struct fault fault = { { 0 } };
		const struct rlimit limits = { limit, limit };
		int result;

		signal(SIGXFSZ, SIG_IGN);
		if (disk)
			setrlimit(RLIMIT_FSIZE, &limits);
		else
			setrlimit(RLIMIT_AS, &limits);
		result = run(count, (size_t)1 << 20, &fault);
		if (write(ends[1], fault.message, sizeof fault.message) < 0)
			_exit(9);
		_exit(result);
	}
	close(ends[1]);
	memset(message, 0, 1024);
	got = read(ends[0], message, 1023);
	close(ends[0]);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	return got > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
test_full_disk(void)
{
	char message[1024];

	CHECK(in_child(true, 1 << 20, 100000, message) == 1);
	CHECK(strstr(message, "cannot write the temporary file in it") != NULL);
}

/* Ten times the records take no more memory, inside the sandbox. */
static void
test_memory(void)
{
	char message[1024];

	if (WATCHED) {
		unit_skip("a sanitizer's own memory has no limit");
		return;
	}
	CHECK(in_child(false, 32 << 20, 20000, message) == 0);
	CHECK_TEXT(message, "");
	CHECK(in_child(false, 32 << 20, 200000, message) == 0);
	CHECK_TEXT(message, "");
}

static void
test_no_folder(void)
{
	struct classes_settings settings = {
		.privacy = &privacy, .forms = { 1, 1 }, .folder = "/no/such/folder"
	};
	struct fault fault = { { 0 } };

	CHECK(classes_new(&settings, &fault) == NULL);
	CHECK(strstr(fault.message, "/no/such/folder: cannot make a temporary file in it") != NULL);
}

int
main(void)
{
	struct fault fault;

	CHECK(spill_room_open(&room, NULL, &fault));
	test_round();
	test_secret();
	test_changed();
	test_bytes();
	CHECK(room.storage != NULL);
	spill_room_close(&room);
	test_full_disk();
	test_memory();
	test_no_folder();
	return unit_done();
}
