/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tally: adds a record's answer to a cell, and counts what became of it. */
#include "tally.h"

#include "../../lib/decimal.h"
#include "../../lib/memory.h"

static enum tally_status
add_number(struct tally *tally, struct cell *cell, struct field value)
{
	struct decimal decimal;

	switch (decimal_parse(value, &decimal)) {
	case DECIMAL_NOT_A_NUMBER:
		tally->invalid++;
		return TALLY_NOT_A_NUMBER;
	case DECIMAL_TOO_LONG:
		tally->invalid++;
		return TALLY_TOO_LONG;
	case DECIMAL_OK:
		break;
	}
	if (cell->exact == NULL)
		cell->exact = xcalloc(1, sizeof(*cell->exact));
	decimal_sum_add(cell->exact, decimal);
	return TALLY_DONE;
}

enum tally_status
tally_add(struct tally *tally, struct cell *cell, const struct measure *measure,
    const struct measure_values *missing, struct field value)
{
	cell->records++;
	if (value.length == 0 || (missing->count != 0 && measure_values_have(missing, value))) {
		tally->missing++;
		return TALLY_DONE;
	}
	if (measure->kind == MEASURE_MEAN && value.length == 1
	    && (unsigned char)(value.data[0] - '0') <= 9) {
		unsigned digit = (unsigned)(value.data[0] - '0');

		cell->count++;
		cell->sum += digit;
		cell->squares += (uint64_t)digit * digit;
		return TALLY_DONE;
	}
	if (field_is_suppressed(value) || field_is_symbol(value)) {
		tally->labelled++;
		return TALLY_DONE;
	}
	if (measure->kind == MEASURE_MEAN)
		return add_number(tally, cell, value);
	cell->count++;
	cell->sum += measure_values_have(&measure->values, value);
	return TALLY_DONE;
}

/* What a field holds, the worse the later. */
enum content { CONTENT_NUMBER, CONTENT_MISSING, CONTENT_LABELLED, CONTENT_TOO_LONG, CONTENT_OTHER };

static enum content
content_of(struct field value, const struct measure_values *missing, struct decimal *number)
{
	if (value.length == 0 || (missing->count != 0 && measure_values_have(missing, value)))
		return CONTENT_MISSING;
	switch (decimal_parse(value, number)) {
	case DECIMAL_OK:
		return CONTENT_NUMBER;
	case DECIMAL_TOO_LONG:
		return CONTENT_TOO_LONG;
	case DECIMAL_NOT_A_NUMBER:
		break;
	}
	return field_is_suppressed(value) || field_is_symbol(value) ? CONTENT_LABELLED
	                                                            : CONTENT_OTHER;
}

enum tally_status
tally_add_pair(struct tally *tally, struct cell *cell, const struct measure_values *missing,
    struct field numerator, struct field denominator, bool *first)
{
	struct decimal y = { 0 }, x = { 0 };
	enum content above = content_of(numerator, missing, &y);
	enum content below = content_of(denominator, missing, &x);

	cell->records++;
	*first = above >= below;
	switch (*first ? above : below) {
	case CONTENT_NUMBER:
		break;
	case CONTENT_MISSING:
		tally->missing++;
		return TALLY_DONE;
	case CONTENT_LABELLED:
		tally->labelled++;
		return TALLY_DONE;
	case CONTENT_TOO_LONG:
		tally->invalid++;
		return TALLY_TOO_LONG;
	case CONTENT_OTHER:
		tally->invalid++;
		return TALLY_NOT_A_NUMBER;
	}
	if (cell->ratio == NULL)
		cell->ratio = xcalloc(1, sizeof(*cell->ratio));
	ratio_sum_add(cell->ratio, y, x);
	return TALLY_DONE;
}
