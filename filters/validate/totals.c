/* SPDX-License-Identifier: GPL-3.0-or-later */
/* totals: rows that add up the records above them, as spreadsheets end in. */
#include "run.h"

#include <strings.h>

static bool
is_total(struct field value)
{
	static const char *const words[] = { "total", "totals", "grand total", "overall total",
		"sum", "subtotal", "sub-total", "sub total" };

	value = field_trim(value);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (value.length == strlen(words[i])
		    && strncasecmp(value.data, words[i], value.length) == 0)
			return true;
	return false;
}

bool
run_looks_total(const struct reader *reader)
{
	struct field first = reader_value(reader, 0);

	if (first.length == 0 && reader->count > 1)
		first = reader_value(reader, 1);
	return first.length != 0 && first.length < 16 && strchr("TtGgOoSs ", first.data[0]) != NULL
	    && is_total(first);
}

bool
run_total_stands(struct run *run)
{
	const size_t count = run->schema->count;

	for (size_t i = row_pass(&run->row, 0); i < count; i = row_pass(&run->row, i + 1)) {
		const struct schema_field *field = &run->schema->fields[i];
		struct judgement judgement;

		row_judge(&run->row, i, &judgement);
		for (size_t j = 0; j < judgement.count; j++)
			if (schema_field_severity(field, judgement.codes[j]) == SEVERITY_ERROR)
				return false;
	}
	return true;
}

void
run_total_note(struct run *run)
{
	const struct reader *reader = &run->filter->reader;

	run->total = (struct finding){ .code = FINDING_TOTAL_LAST,
		.severity = SEVERITY_WARNING,
		.field = FINDING_NO_FIELD,
		.part = FINDING_NO_PART,
		.file = run->file,
		.record = reader->number,
		.place = reader_place(reader, 0),
		.count = 1 };
}
