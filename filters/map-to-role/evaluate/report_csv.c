/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * report_csv: one line for each figure: by, group, section, name, other, figure, value,
 * lower, upper, n, effective.  What is not defined is empty.
 */
#include "report.h"

struct line {
	const struct report *report;
	const struct group *group;
};

static void
put_number(struct writer *writer, double number)
{
	struct buffer text = { 0 };

	report_number(&text, number);
	writer_value(writer, (struct field){ text.data, text.length });
	buffer_release(&text);
}

static void
put(void *context, const struct figures_place *place, const struct figure *figure)
{
	const struct line *line = context;
	struct writer *writer = line->report->writer;
	bool all = line->group->value == NULL;

	writer_text(writer, all ? "" : line->report->by);
	writer_value(
	    writer, all ? field_of("") : (struct field){ line->group->value, line->group->length });
	writer_text(writer, place->section);
	writer_value(writer, place->of);
	writer_value(writer, place->other);
	writer_text(writer, place->name);
	put_number(writer, figure->value);
	put_number(writer, figure->lower);
	put_number(writer, figure->upper);
	put_number(writer, figure->n);
	put_number(writer, figure->effective);
	writer_end(writer);
}

static void
put_count(const struct report *report, const char *name, uint64_t count)
{
	struct writer *writer = report->writer;

	writer_text(writer, "");
	writer_text(writer, "");
	writer_text(writer, "records");
	writer_text(writer, "");
	writer_text(writer, "");
	writer_text(writer, name);
	put_number(writer, (double)count);
	for (size_t i = 0; i < 4; i++)
		writer_text(writer, "");
	writer_end(writer);
}

static void
begin(const struct report *report)
{
	static const char *const columns[] = { "by", "group", "section", "name", "other", "figure",
		"value", "lower", "upper", "n", "effective" };

	if (report->header) {
		for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
			writer_text(report->writer, columns[i]);
		writer_end(report->writer);
	}
	put_count(report, "read", report->record->in);
	put_count(report, "rejected", report->record->rejected);
	put_count(report, "other_language", report->other_language);
	put_count(report, "rule_error", report->rule_errors);
}

static void
group(
    const struct report *report, const struct group *of, const struct figures *figures, bool first)
{
	struct line line = { report, of };

	(void)first;
	figures_each(figures, put, &line);
}

static void
end(const struct report *report)
{
	(void)report;
}

const struct report_form report_csv = { begin, group, end };
