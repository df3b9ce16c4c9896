/* SPDX-License-Identifier: GPL-3.0-or-later */
/* number_read: a number as it stands taken apart; for number alone. */
#ifndef VALIDATE_NUMBER_READ_H
#define VALIDATE_NUMBER_READ_H

#include "number.h"

/* What is left of the value. */
struct number_source {
	const char *at;
	const char *end;
};

/* The digits found: whole and fraction stand together in digits. */
struct number_reading {
	bool negative;
	struct field digits;
	size_t whole;
	bool exponential;
	long exponent;
};

/* Reads all of the source by the style; the digits go to out, which is empty.
 * The views of the reading are of out. */
bool number_read(struct number_source *source, const struct number_style *style, bool whole,
    struct number_reading *reading, struct buffer *out);
/* Steps over an E, an optional sign and digits, if they stand here. */
void number_take_exponent(struct number_source *source, struct number_reading *reading);
/* Steps over digits; false where there is none. */
bool number_skip_digits(struct number_source *source);
bool number_skip_sign(struct number_source *source);

#endif
