/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open_reader: a reader over bytes at hand, for the reader's own tests. */
#ifndef MHSW_OPEN_READER_H
#define MHSW_OPEN_READER_H

#include "../../filters/lib/reader.h"
#include "unit.h"

#include <sys/mman.h>
#include <unistd.h>

static int
file_of(const char *data, size_t length)
{
	int descriptor = memfd_create("input", MFD_CLOEXEC);

	CHECK(write(descriptor, data, length) == (ssize_t)length);
	CHECK(lseek(descriptor, 0, SEEK_SET) == 0);
	return descriptor;
}

struct open_reader {
	struct reader reader;
	struct fault fault;
	int descriptor;
};

__attribute__((unused)) static void
start(struct open_reader *opened, const char *data, size_t length)
{
	opened->descriptor = file_of(data, length);
	opened->fault.message[0] = '\0';
	reader_open(&opened->reader, opened->descriptor, "in.csv");
}

__attribute__((unused)) static void
stop(struct open_reader *opened)
{
	reader_close(&opened->reader);
	close(opened->descriptor);
}

#endif
