/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * identity: an identifier in the one form that all its writings have, so that one
 * person is one person in every file: for tokens, for who is counted, for who opted
 * out, for who shifts together.
 *
 * Blanks around it do not count, nor do blanks and hyphens in an NHS number,
 * zero-width characters, or the ways in which Unicode writes one character
 * (composed or not, curly or straight, full-width, the many blanks and dashes).
 */
#ifndef ANONYMISE_IDENTITY_H
#define ANONYMISE_IDENTITY_H

#include "../../lib/field.h"
#include "../../lib/memory.h"
#include "../../lib/text.h"
#include "../redact/identifier.h"

/* {0} is good; room is reused from call to call. */
struct identity {
	struct buffer folded;
	struct text plain;
	char digits[IDENTIFIER_NHS_DIGITS];
};

/* The settled form, empty for blanks alone and for what stands for a missing value (*,
 * [x], [low]), which is nobody; it lives until the next call or as long
 * as the value. */
struct field identity_settle(struct identity *identity, struct field value);
/* Wipes and frees. */
void identity_release(struct identity *identity);

#endif
