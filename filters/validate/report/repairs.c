/* SPDX-License-Identifier: GPL-3.0-or-later */
/* repairs: what the door changed in the bytes of one file. */
#include "repairs.h"

#include <stdlib.h>

void
repairs_init(struct repairs *repairs, size_t fields)
{
	repairs->fields = fields;
	repairs->list = xcalloc(REPAIRS_KINDS * (fields + 1), sizeof *repairs->list);
}

void
repairs_release(struct repairs *repairs)
{
	free(repairs->list);
	*repairs = (struct repairs){ 0 };
}

void
repairs_add(struct repairs *repairs, enum finding_code code, size_t field,
    const struct reader *reader, size_t column, uint64_t count)
{
	size_t kind = (size_t)(code - FINDING_MARK);
	size_t at = field == FINDING_NO_FIELD ? repairs->fields : field;
	struct repair *repair = &repairs->list[kind * (repairs->fields + 1) + at];

	if (count == 0)
		return;
	if (repair->count == 0) {
		repair->record = reader->number;
		repair->place = reader_place(reader, column);
	}
	repair->count += count;
}

void
repairs_tell(struct repairs *repairs, struct findings *findings, const char *file)
{
	for (size_t i = 0; i < REPAIRS_KINDS * (repairs->fields + 1); i++) {
		struct repair *repair = &repairs->list[i];
		size_t field = i % (repairs->fields + 1);
		enum finding_code code =
		    (enum finding_code)(FINDING_MARK + i / (repairs->fields + 1));
		struct finding finding = { .code = code,
			.severity = SEVERITY_WARNING,
			.field = field == repairs->fields ? FINDING_NO_FIELD : field,
			.part = FINDING_NO_PART,
			.file = file,
			.place = repair->place,
			.record = repair->record,
			.count = repair->count };

		if (repair->count == 0)
			continue;
		findings_add(findings, &finding);
		*repair = (struct repair){ 0 };
	}
}
