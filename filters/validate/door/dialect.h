/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dialect: how a file is written, from the options that say it. */
#ifndef VALIDATE_DIALECT_H
#define VALIDATE_DIALECT_H

#include "../../lib/reader.h"

/* The options' texts; NULL where one is not given. */
struct dialect_options {
	const char *delimiter;
	const char *encoding;
	const char *skip_lines;
};

/* What is not given is as in the stream; the file's own marks are heeded.  A fault
 * names the option and what it takes. */
bool dialect_read(
    const struct dialect_options *options, struct reader_dialect *dialect, struct fault *fault);

#endif
