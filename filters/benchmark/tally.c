/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tally: adds a record's answer to a cell, and counts what became of it. */
#include "tally.h"

#include "../lib/decimal.h"
#include "../lib/memory.h"

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
