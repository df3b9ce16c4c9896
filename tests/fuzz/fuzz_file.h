/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz_file: bytes as a file that a program opens by its path. */
#ifndef FUZZ_FILE_H
#define FUZZ_FILE_H

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* The descriptor, which is the caller's to close; the path lives as long as it. */
static inline int
fuzz_file(const void *data, size_t size, char path[64])
{
	int descriptor = memfd_create("fuzz", MFD_CLOEXEC);

	if (descriptor < 0 || (size != 0 && write(descriptor, data, size) != (ssize_t)size))
		abort();
	snprintf(path, 64, "/proc/self/fd/%d", descriptor);
	return descriptor;
}

#endif
