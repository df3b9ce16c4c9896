/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lines: the lines of a file of partial counts. */
#include "lines.h"

bool
lines_fault(
    const struct reader *reader, enum partial_column column, struct fault *fault, const char *what)
{
	struct reader_place place = reader_place(reader, (size_t)column);

	return fault_at(fault, reader->name, (size_t)place.line, (size_t)place.column,
	    "%s: make the file again with --partial, and merge it as it is", what);
}

bool
lines_next(struct reader *reader, struct fault *fault)
{
	bool end = false;

	if (!reader_next_good(reader, &end, fault))
		return false;
	if (end)
		return fault_at(fault, reader->name, (size_t)reader->line, 0,
		    "the file ends too early: make it again with --partial");
	/* none is written with a line break in it */
	return !reader->broken
	    || lines_fault(reader, PARTIAL_LINE, fault, "the line is none of a partition");
}

bool
lines_next_are(struct reader *reader, const char *line, struct fault *fault)
{
	return lines_next(reader, fault)
	    && (lines_are(reader, line)
	        || lines_fault(
	            reader, PARTIAL_LINE, fault, "the line is none that is expected here"));
}

bool
lines_end(const struct reader *reader, enum partial_column column, struct fault *fault)
{
	for (size_t i = column; i < PARTIAL_COLUMNS; i++)
		if (reader_value(reader, i).length != 0)
			return lines_fault(reader, (enum partial_column)i, fault,
			    "nothing is expected in this column here");
	return true;
}

bool
lines_number(const struct reader *reader, enum partial_column column, uint64_t most,
    uint64_t *number, struct fault *fault)
{
	struct field text = lines_value(reader, column);
	uint64_t value = 0;
	bool good = text.length != 0 && (text.length == 1 || text.data[0] != '0');

	for (size_t i = 0; good && i < text.length; i++) {
		unsigned digit = (unsigned)(unsigned char)text.data[i] - '0';

		good = digit <= 9 && !__builtin_mul_overflow(value, 10, &value)
		    && !__builtin_add_overflow(value, digit, &value);
	}
	if (!good)
		return lines_fault(reader, column, fault, "a count is expected here");
	*number = value;
	return value <= most
	    || lines_fault(reader, column, fault, "the number is larger than it can be here");
}
