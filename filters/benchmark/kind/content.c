/* SPDX-License-Identifier: GPL-3.0-or-later */
/* content: what stands in a field where a number is looked for. */
#include "content.h"

enum kind_taken
content_number(struct field value, const struct measure_values *missing, struct decimal *number)
{
	if (content_is_missing(missing, value))
		return KIND_MISSING;
	switch (decimal_parse(value, number)) {
	case DECIMAL_OK:
		return KIND_TAKEN;
	case DECIMAL_TOO_LONG:
		return KIND_TOO_LONG;
	case DECIMAL_NOT_A_NUMBER:
		break;
	}
	return field_is_suppressed(value) || field_is_symbol(value) ? KIND_LABELLED
	                                                            : KIND_NOT_A_NUMBER;
}

/* What has to be said goes before what is only counted. */
static int
badness(enum kind_taken taken)
{
	static const int order[] = { [KIND_TAKEN] = 0,
		[KIND_MISSING] = 1,
		[KIND_LABELLED] = 2,
		[KIND_TOO_LONG] = 3,
		[KIND_NOT_A_NUMBER] = 4 };

	return order[taken];
}

enum kind_taken
content_pair(const struct measure *measure, const struct measure_values *missing,
    const struct reader *reader, struct decimal *above, struct decimal *below,
    enum measure_column *column)
{
	enum kind_taken first =
	    content_number(reader_value(reader, measure->fields[MEASURE_ABOVE]), missing, above);
	enum kind_taken second =
	    content_number(reader_value(reader, measure->fields[MEASURE_BELOW]), missing, below);

	*column = badness(first) >= badness(second) ? MEASURE_ABOVE : MEASURE_BELOW;
	return *column == MEASURE_ABOVE ? first : second;
}
