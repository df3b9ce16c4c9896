/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "columns.h"

#include "../../lib/text.h"

/* The evidence shown of one text, in bytes. */
#define EVIDENCE_MAX ((size_t)200)

const char *const columns_names[] = { "role", "function", "status", "confidence", "score", "margin",
	"rules", "evidence", "spans", NULL };

const struct candidate columns_nobody = { .role = FRAMEWORK_NONE, .function = FRAMEWORK_NONE };

static void
write_number(const struct work *work, bool given, unsigned number, struct buffer *room)
{
	buffer_clear(room);
	if (given)
		buffer_format(room, "%u", number);
	writer_value(&work->filter->writer, (struct field){ room->data, room->length });
}

static bool
belongs(const struct work *work, const struct find *find, size_t role)
{
	const struct rule *rule = &work->rules.rules[find->rule];

	return role == FRAMEWORK_NONE || work->framework.rows[rule->function].category == role;
}

/* The rules that fired (of a category, or all), or what the crosswalk names. */
static void
write_rules(const struct work *work, size_t role, struct buffer *ids)
{
	const struct decision *decision = &work->decision;

	buffer_clear(ids);
	for (size_t i = 0; i < decision->find_count; i++) {
		struct field id = work->rules.rules[decision->finds[i].rule].id;

		if (!belongs(work, &decision->finds[i], role))
			continue;
		if (ids->length != 0)
			buffer_append(ids, " ", 1);
		buffer_append(ids, id.data, id.length);
	}
	for (size_t i = 0; i < decision->named_count; i++) {
		const struct framework_row *row = &work->framework.rows[decision->named[i]];

		if (role != FRAMEWORK_NONE && row->category != role)
			continue;
		if (ids->length != 0)
			buffer_append(ids, " ", 1);
		buffer_append(ids, row->code.data, row->code.length);
	}
	writer_value(&work->filter->writer, (struct field){ ids->data, ids->length });
}

/* START-END for each of the rules, beside their ids. */
static void
write_spans(const struct work *work, size_t role, struct buffer *spans)
{
	const struct decision *decision = &work->decision;

	buffer_clear(spans);
	for (size_t i = 0; i < decision->find_count; i++) {
		const struct find *find = &decision->finds[i];

		if (decision->mapping != MAPPING_RULE_ERROR && belongs(work, find, role))
			buffer_format(spans, "%s%zu-%zu", spans->length == 0 ? "" : " ",
			    find->start, find->end);
	}
	writer_value(&work->filter->writer, (struct field){ spans->data, spans->length });
}

/* What the heaviest rule found; of a coded record the code. */
static struct field
evidence_of(const struct work *work, const struct candidate *candidate)
{
	const struct reader *reader = &work->filter->reader;
	struct field text;

	if (candidate->score == 0)
		return field_of("");
	if (work->decision.named_count != 0)
		return text_cut(reader_value(reader, work->code), EVIDENCE_MAX);
	text = reader_value(reader, work->text);
	return text_cut((struct field){ text.data + candidate->evidence.start,
	                    candidate->evidence.end - candidate->evidence.start },
	    EVIDENCE_MAX);
}

/* Whom the line names: a record that is not mapped names nobody. */
static const struct candidate *
taken(const struct shown *shown)
{
	return shown->mapping == MAPPING_MAPPED ? shown->candidate : &columns_nobody;
}

size_t
columns_role(const struct shown *shown)
{
	return taken(shown)->role;
}

void
columns_write(
    const struct work *work, const struct shown *shown, bool evidence, struct buffer *room)
{
	struct writer *writer = &work->filter->writer;
	const struct candidate *candidate = shown->candidate;
	bool any = candidate->score != 0;

	writer_value(writer, work_code(work, taken(shown)->role));
	writer_value(writer, work_code(work, taken(shown)->function));
	writer_text(writer, mapping_name(shown->mapping));
	writer_text(writer, confidence_name(taken(shown)->confidence));
	write_number(work, any, candidate->score, room);
	write_number(work, any, shown->margin, room);
	write_rules(work, shown->role, room);
	writer_value(writer, evidence ? evidence_of(work, candidate) : field_of(""));
	write_spans(work, shown->role, room);
}
