/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * teller: what a room has to say of files or of the table as a whole, told one
 * notice after the other.
 */
#ifndef VALIDATE_TELLER_H
#define VALIDATE_TELLER_H

#include "finding.h"

struct teller {
	notice *tell; /* who is told */
	void *context;
	struct buffer words; /* of the next notice, by whoever has something to say */
};

/* Tells a finding, of the severity that its code has by itself, with the words, and
 * clears them.  file: NULL where it is about the table. */
void teller_tell(
    struct teller *teller, enum finding_code code, size_t field, uint64_t count, const char *file);
void teller_release(struct teller *teller);

#endif
