/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: small tables, and how the figures are made. */
#include "../../lib/memory.h"
#include "../../lib/text.h"
#include "grid.h"
#include "report.h"

#include <inttypes.h>

#define NAME_SHOWN        40 /* bytes of a value */
#define MATRIX_MAX        12 /* values of a matrix that is shown */
#define DISAGREEMENTS_MAX 10

/* Cut at a character's end, and a final NUL. */
static const char *
shown(struct field name, char out[NAME_SHOWN + 4])
{
	struct field beginning = text_cut(name, NAME_SHOWN);
	bool whole = beginning.length == name.length;

	memcpy(out, beginning.data, beginning.length);
	memcpy(out + beginning.length, whole ? "" : "...", whole ? 1 : 4);
	return out;
}

static void
put_number(struct grid *grid, struct agreement_figure figure)
{
	char text[DECIMAL_TEXT_MAX] = "-";

	if (figure.defined)
		decimal_write(figure.value, 3, text);
	grid_put(grid, "%s", text);
}

static void
put_interval(struct grid *grid, bool given, struct interval interval)
{
	char lower[DECIMAL_TEXT_MAX], upper[DECIMAL_TEXT_MAX];

	decimal_write(interval.lower, 2, lower);
	decimal_write(interval.upper, 2, upper);
	if (given)
		grid_put(grid, "%s to %s", lower, upper);
	else
		grid_put(grid, "-");
}

static void
put_summary(struct buffer *out, const struct agree_report *report)
{
	static const char *const heads[] = { "", "records", "agreed", "95% interval", "kappa",
		"alpha", "95% interval" };
	struct grid grid = { .columns = 1 + sizeof heads / sizeof heads[0], .left = 2 };
	char name[NAME_SHOWN + 4];

	grid_put(&grid, "%s", report->by == NULL ? "" : report->by);
	for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
		grid_put(&grid, "%s", heads[i]);
	for (size_t i = 0; i < report->section_count; i++) {
		const struct section *section = &report->sections[i];
		const struct agreement *agreement = &section->agreement;

		grid_put(&grid, "%s",
		    section->group == SECTION_ALL
		        ? "all"
		        : shown(codes_group_name(report->codes, section->group), name));
		grid_put(&grid, "%s", section_level_name(section->level));
		grid_put(&grid, "%.0f", agreement->records);
		put_number(&grid, agreement->observed);
		put_interval(&grid, section->has_observed, section->observed);
		put_number(&grid, agreement->kappa);
		put_number(&grid, agreement->alpha);
		put_interval(&grid, section->has_alpha, section->alpha);
	}
	buffer_append_text(out, "\n");
	grid_write(&grid, out);
	grid_release(&grid);
}

static void
put_values(struct buffer *out, const struct agree_report *report, const struct section *section)
{
	struct grid grid = { .columns = 5, .left = 1 };
	char name[NAME_SHOWN + 4];

	grid_put(&grid, "%s", section_level_name(section->level));
	for (size_t i = 0; i < CODERS; i++)
		grid_put(&grid, "%s", report->coders[i]);
	grid_put(&grid, "both");
	grid_put(&grid, "specific");
	for (size_t i = 0; i < section->value_count; i++) {
		struct agreement_value said =
		    agreement_of_value(section->counts, section->value_count, i);

		grid_put(&grid, "%s", shown(section->values[i], name));
		grid_put(&grid, "%.0f", said.first);
		grid_put(&grid, "%.0f", said.second);
		grid_put(&grid, "%.0f", said.both);
		put_number(&grid, said.specific);
	}
	buffer_append_text(out, "\n");
	grid_write(&grid, out);
	grid_release(&grid);
}

static void
put_matrix(struct buffer *out, const struct agree_report *report, const struct section *section)
{
	size_t count = section->value_count;
	struct grid grid = { .columns = count + 1, .left = 1 };
	char name[NAME_SHOWN + 4];

	grid_put(&grid, "%s", "");
	for (size_t i = 0; i < count; i++)
		grid_put(&grid, "%s", shown(section->values[i], name));
	for (size_t i = 0; i < count; i++) {
		grid_put(&grid, "%s", shown(section->values[i], name));
		for (size_t j = 0; j < count; j++)
			grid_put(&grid, "%.0f", section->counts[i * count + j]);
	}
	buffer_format(out, "\nRecords: %s down, %s across\n", report->coders[0], report->coders[1]);
	grid_write(&grid, out);
	grid_release(&grid);
}

static void
put_disagreements(
    struct buffer *out, const struct agree_report *report, const struct section *section)
{
	struct grid grid = { .columns = 3, .left = 2 };
	char name[NAME_SHOWN + 4];
	size_t most = section->disagreement_count;

	if (most > DISAGREEMENTS_MAX)
		most = DISAGREEMENTS_MAX;
	grid_put(&grid, "%s", report->coders[0]);
	grid_put(&grid, "%s", report->coders[1]);
	grid_put(&grid, "records");
	for (size_t i = 0; i < most; i++) {
		const struct disagreement *what = &section->disagreements[i];

		grid_put(&grid, "%s", shown(section->values[what->first], name));
		grid_put(&grid, "%s", shown(section->values[what->second], name));
		grid_put(&grid, "%.0f", what->records);
	}
	buffer_format(out, "\nDisagreements by %s, the most frequent of %zu\n",
	    section_level_name(section->level), section->disagreement_count);
	if (most != 0)
		grid_write(&grid, out);
	grid_release(&grid);
}

/* Why some figures are "-", each reason once. */
static void
put_reasons(struct buffer *out, const struct agree_report *report)
{
	for (size_t i = 0; i < report->section_count; i++) {
		const char *reason = agree_reason(&report->sections[i]);
		bool said = reason == NULL;

		for (size_t j = 0; j < i; j++)
			said = said || agree_reason(&report->sections[j]) == reason;
		if (!said)
			text_explain(out, "-", reason);
	}
}

void
agree_report_text(const struct agree_report *report, struct writer *writer)
{
	struct buffer out = { 0 };

	buffer_format(&out, "Agreement of %s and %s\n", report->coders[0], report->coders[1]);
	buffer_format(&out,
	    "%" PRIu64 " records; blank in both %" PRIu64 ", in %s alone %" PRIu64
	    ", in %s alone %" PRIu64 "\n",
	    report->records, report->blank_both, report->coders[0], report->blank[0],
	    report->coders[1], report->blank[1]);
	put_summary(&out, report);
	/* of all records; those of each group stand in the other forms */
	for (size_t i = 0; i < report->section_count; i++) {
		const struct section *section = &report->sections[i];

		if (section->group != SECTION_ALL || section->value_count == 0)
			continue;
		put_values(&out, report, section);
		if (section->value_count <= MATRIX_MAX)
			put_matrix(&out, report, section);
		put_disagreements(&out, report, section);
	}
	buffer_append_text(&out, "\nHow it is worked out\n");
	put_reasons(&out, report);
	for (const struct agree_method *method = agree_methods; method->name != NULL; method++)
		/* what is expected stands in the other forms */
		if (strcmp(method->name, "expected") != 0)
			text_explain(&out, method->name, method->text);
	text_disarm(&out, 0, "\n");
	writer_bytes(writer, out.data, out.length);
	buffer_release(&out);
}
