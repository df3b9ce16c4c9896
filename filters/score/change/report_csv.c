/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: one line for each scale and statistic: "*" is hidden, nothing is none. */
#include "report.h"

#include <inttypes.h>

static void
write_line(
    struct writer *writer, const char *scale, struct field statistic, const struct field value)
{
	writer_text(writer, scale);
	writer_value(writer, statistic);
	writer_value(writer, value);
	writer_end(writer);
}

static void
write_figure(
    struct writer *writer, const char *scale, enum figure_name name, const struct figure *figure)
{
	char text[DECIMAL_TEXT_MAX];
	struct field value = { "", 0 };

	if (figure->state == FIGURE_HIDDEN)
		value = field_of("*");
	else if (figure->state == FIGURE_GIVEN)
		value = (struct field){ text, change_number(figure->number, name, text) };
	write_line(writer, scale, field_of(figure_name(name)), value);
}

static void
write_moves(struct writer *writer, const struct scale *scale, const struct band_moves *moves)
{
	struct buffer name = { 0 }, count = { 0 };

	for (size_t i = 0; i < moves->bands * moves->bands; i++) {
		buffer_clear(&name);
		buffer_clear(&count);
		buffer_format(&name, "from %s to %s", scale->bands.list[i / moves->bands].label,
		    scale->bands.list[i % moves->bands].label);
		buffer_format(&count, "%" PRIu64, moves->counts[i]);
		write_line(writer, scale->name, (struct field){ name.data, name.length },
		    moves->hidden != NULL ? field_of("*")
		                          : (struct field){ count.data, count.length });
	}
	buffer_release(&name);
	buffer_release(&count);
}

void
change_report_csv(const struct change_report *report, struct writer *writer)
{
	if (report->header)
		write_line(writer, "scale", field_of("statistic"), field_of("value"));
	for (size_t i = 0; i < report->instrument->scale_count; i++) {
		const struct scale *scale = &report->instrument->scales[i];

		for (enum figure_name name = 0; name < FIGURES; name++)
			write_figure(writer, scale->name, name, &report->figures[i].list[name]);
		write_line(writer, scale->name, field_of("reliability_source"),
		    field_of(report->reliabilities[i].source));
		write_moves(writer, scale, &report->figures[i].moves);
	}
}
