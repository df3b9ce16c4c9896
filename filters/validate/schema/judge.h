/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * judge: the word that counts on one value: its type, its canonical form, and
 * every constraint that it breaks.
 */
#ifndef VALIDATE_JUDGE_H
#define VALIDATE_JUDGE_H

#include "cell.h"
#include "schema.h"

struct judgement {
	enum cell_state state;
	/* What leaves, and what the checks of the whole record see: a view of the
	 * value or of scratch.  Of a bad value: the value as it stood. */
	struct field canonical;
	enum finding_code note; /* under which a value that leaves changed is counted, or
	                           FINDING_NONE (W107, W110, W111, W112, W201) */
	size_t count;
	enum finding_code codes[CONSTRAINT_FINDINGS_MAX];
};

/* scratch is cleared first; the judgement's views live until it is used again. */
void schema_judge(const struct schema_field *field, struct field value, struct buffer *scratch,
    struct judgement *judgement);

#endif
