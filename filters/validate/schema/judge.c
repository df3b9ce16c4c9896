/* SPDX-License-Identifier: GPL-3.0-or-later */
/* judge: the word that counts on one value. */
#include "judge.h"

/* What stands for a missing value in the stream: the symbol that its label says;
 * itself where it is a published symbol ("*", "[c]"), which says why there is no
 * figure and is never merged with empty; else nothing. */
static struct field
missing_value(const struct schema_field *field, size_t index)
{
	struct field value = field->missing.items[index];
	struct field symbol = field->symbols.items[index];

	if (symbol.length != 0)
		return symbol;
	if (field_is_suppressed(value) || field_is_symbol(value))
		return value;
	return (struct field){ "", 0 };
}

static void
judge_missing(const struct schema_field *field, size_t index, struct judgement *judgement)
{
	struct field value = judgement->canonical;

	judgement->state = CELL_MISSING;
	judgement->canonical = missing_value(field, index);
	if (!field_equals(judgement->canonical, value))
		judgement->note = FINDING_BLANKED;
	judgement->codes[0] = FINDING_REQUIRED;
	judgement->count = schema_field_required(field);
}

void
schema_judge(const struct schema_field *field, struct field value, struct buffer *scratch,
    struct judgement *judgement)
{
	struct type_cast cast;
	size_t index;

	*judgement = (struct judgement){ .canonical = value, .note = FINDING_NONE };
	buffer_clear(scratch);
	index = texts_find(&field->missing, value);
	if (index != field->missing.count) {
		judge_missing(field, index, judgement);
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
