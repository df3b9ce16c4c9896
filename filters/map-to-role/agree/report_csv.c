/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: one line for each figure; nothing is none. */
#include "report.h"

static void
write_line(struct writer *writer, const struct agree_report *report, const struct section *section,
    const char *statistic, struct field first, struct field second, struct agreement_figure figure)
{
	bool all = section->group == SECTION_ALL;
	char text[DECIMAL_TEXT_MAX] = "";

	if (figure.defined)
		agree_number(figure.value, text);
	writer_text(writer, all ? "" : report->by);
	writer_value(writer, all ? field_of("") : codes_group_name(report->codes, section->group));
	writer_text(writer, section_level_name(section->level));
	writer_text(writer, statistic);
	writer_value(writer, first);
	writer_value(writer, second);
	writer_text(writer, text);
	writer_end(writer);
}

static void
write_values(
    struct writer *writer, const struct agree_report *report, const struct section *section)
{
	for (size_t i = 0; i < section->value_count; i++) {
		struct agreement_value said =
		    agreement_of_value(section->counts, section->value_count, i);
		const struct agree_figure figures[] = { { "first", { true, said.first } },
			{ "second", { true, said.second } }, { "both", { true, said.both } },
			{ "specific", said.specific } };

		for (size_t j = 0; j < sizeof figures / sizeof figures[0]; j++)
			write_line(writer, report, section, figures[j].name, section->values[i],
			    field_of(""), figures[j].figure);
	}
}

static void
write_section(
    struct writer *writer, const struct agree_report *report, const struct section *section)
{
	struct agree_figure figures[AGREE_FIGURES];
	size_t count = section->value_count;

	agree_figures(section, figures);
	write_line(writer, report, section, "records", field_of(""), field_of(""),
	    (struct agreement_figure){ true, section->agreement.records });
	for (size_t i = 0; i < AGREE_FIGURES; i++)
		write_line(writer, report, section, figures[i].name, field_of(""), field_of(""),
		    figures[i].figure);
	write_values(writer, report, section);
	for (size_t i = 0; i < count * count; i++)
		if (section->counts[i] > 0)
			write_line(writer, report, section, "count", section->values[i / count],
			    section->values[i % count],
			    (struct agreement_figure){ true, section->counts[i] });
}

void
agree_report_csv(const struct agree_report *report, struct writer *writer)
{
	static const char *const names[] = { "by", "group", "level", "statistic", "first", "second",
		"value" };

	for (size_t i = 0; report->header && i < sizeof names / sizeof names[0]; i++)
		writer_text(writer, names[i]);
	if (report->header)
		writer_end(writer);
	for (size_t i = 0; i < report->section_count; i++)
		write_section(writer, report, &report->sections[i]);
}
