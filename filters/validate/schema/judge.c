/* SPDX-License-Identifier: GPL-3.0-or-later */
/* judge: the word that counts on one value. */
#include "judge.h"

/* What stands for a missing value in the stream: nothing, but a published symbol
 * ("*", "[c]") says why there is no figure and is never merged with empty. */
static struct field
missing_value(struct field value)
{
	if (field_is_suppressed(value) || field_is_symbol(value))
		return value;
	return (struct field){ "", 0 };
}

void
schema_judge(const struct schema_field *field, struct field value, struct buffer *scratch,
    struct judgement *judgement)
{
	struct type_cast cast;

	*judgement = (struct judgement){ .canonical = value, .note = FINDING_NONE };
	buffer_clear(scratch);
	if (texts_hold(&field->missing, value)) {
		judgement->state = CELL_MISSING;
		judgement->canonical = missing_value(value);
		if (judgement->canonical.length != value.length)
			judgement->note = FINDING_BLANKED;
		judgement->codes[0] = FINDING_REQUIRED;
		judgement->count = schema_field_required(field);
		return;
	}
	if (!type_cast(&field->type, value, scratch, &cast)) {
		judgement->state = CELL_BAD;
		judgement->codes[0] = cast.code;
		judgement->count = 1;
		return;
	}
	judgement->canonical = cast.canonical;
	judgement->note = cast.code;
	judgement->count =
	    constraint_judge(&field->constraint, &field->type, cast.canonical, judgement->codes);
}
