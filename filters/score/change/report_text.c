/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: small tables, one line for each scale, and how the figures are made. */
#include "../../lib/text.h"
#include "../options.h"
#include "report.h"

#include <inttypes.h>

enum column_kind {
	COLUMN_NUMBER,
	COLUMN_SCORE,    /* a number with the scale's own decimals, at least 2 */
	COLUMN_INTERVAL, /* lower to upper */
	COLUMN_P,
	COLUMN_SHARE,  /* a count and its percentage */
	COLUMN_SOURCE, /* of the reliability */
	COLUMN_BETTER
};

struct column {
	const char *head;
	int width;
	enum column_kind kind;
	enum figure_name name;
	unsigned decimals;
};

struct table_part {
	const char *title;
	struct column columns[8]; /* ended by a head of NULL */
};

static const struct table_part parts[] = {
	{ "The rounds",
	    { { "pairs", 9, COLUMN_NUMBER, FIGURE_PAIRS, 0 },
	        { "no score", 10, COLUMN_NUMBER, FIGURE_NO_SCORE, 0 },
	        { "mean first", 12, COLUMN_SCORE, FIGURE_MEAN_FIRST, 0 },
	        { "sd", 9, COLUMN_SCORE, FIGURE_SD_FIRST, 0 },
	        { "mean second", 13, COLUMN_SCORE, FIGURE_MEAN_SECOND, 0 },
	        { "sd", 9, COLUMN_SCORE, FIGURE_SD_SECOND, 0 },
	        { "correlation", 13, COLUMN_NUMBER, FIGURE_CORRELATION, 2 }, { 0 } } },
	{ "The change",
	    { { "mean", 9, COLUMN_SCORE, FIGURE_MEAN_CHANGE, 0 },
	        { "95% interval", 22, COLUMN_INTERVAL, FIGURE_INTERVAL_LOWER, 0 },
	        { "sd", 9, COLUMN_SCORE, FIGURE_SD_CHANGE, 0 },
	        { "t", 9, COLUMN_NUMBER, FIGURE_T, 2 }, { "df", 9, COLUMN_NUMBER, FIGURE_DF, 0 },
	        { "p", 9, COLUMN_P, FIGURE_P, 3 }, { 0 } } },
	{ "Effect sizes",
	    { { "d_z", 9, COLUMN_NUMBER, FIGURE_D_Z, 2 },
	        { "corrected", 11, COLUMN_NUMBER, FIGURE_D_Z_CORRECTED, 2 },
	        { "d_first", 9, COLUMN_NUMBER, FIGURE_D_FIRST, 2 },
	        { "corrected", 11, COLUMN_NUMBER, FIGURE_D_FIRST_CORRECTED, 2 }, { 0 } } },
	{ "Reliable change",
	    { { "better", 8, COLUMN_BETTER, FIGURES, 0 },
	        { "reliability", 13, COLUMN_NUMBER, FIGURE_RELIABILITY, 2 },
	        { "from", 12, COLUMN_SOURCE, FIGURES, 0 },
	        { "threshold", 11, COLUMN_SCORE, FIGURE_RELIABLE_CHANGE, 0 },
	        { "improved", 14, COLUMN_SHARE, FIGURE_IMPROVED, 0 },
	        { "unchanged", 14, COLUMN_SHARE, FIGURE_UNCHANGED, 0 },
	        { "deteriorated", 14, COLUMN_SHARE, FIGURE_DETERIORATED, 0 }, { 0 } } },
};

static void
put_padded(struct buffer *out, const char *text, size_t width)
{
	size_t length = text_characters(field_of(text));

	buffer_append_text(out, text);
	for (; length < width; length++)
		buffer_append(out, " ", 1);
}

/* The figure as a text; false, with its mark, where there is none to show. */
static bool
write_number(const struct figure *figure, unsigned decimals, char out[DECIMAL_TEXT_MAX])
{
	if (figure->state != FIGURE_GIVEN) {
		strcpy(out, figure->state == FIGURE_HIDDEN ? "*" : "-");
		return false;
	}
	decimal_write(figure->number, decimals, out);
	return true;
}

static void
put_cell(struct buffer *out, const struct column *column, const struct scale *scale,
    const struct figure *list, const struct scale_reliability *reliability)
{
	unsigned decimals = scale->decimals > 2 ? scale->decimals : 2;
	char text[2 * DECIMAL_TEXT_MAX + 8], other[DECIMAL_TEXT_MAX];

	switch (column->kind) {
	case COLUMN_SOURCE:
		strcpy(text, reliability->source);
		break;
	case COLUMN_BETTER:
		strcpy(text, scale->lower_better ? "lower" : "higher");
		break;
	case COLUMN_INTERVAL:
		if (write_number(&list[column->name], decimals, text)) {
			write_number(&list[column->name + 1], decimals, other);
			strcat(strcat(text, " to "), other);
		}
		break;
	case COLUMN_SHARE:
		if (write_number(&list[column->name], 0, text)) {
			const struct figure *share =
			    &list[FIGURE_IMPROVED_PERCENT + (column->name - FIGURE_IMPROVED)];

			write_number(share, 0, other);
			strcat(strcat(strcat(text, " ("), other), "%)");
		}
		break;
	case COLUMN_P:
		if (write_number(&list[column->name], column->decimals, text)
		    && list[column->name].number < 0.001)
			strcpy(text, "<0.001");
		break;
	case COLUMN_SCORE:
		write_number(&list[column->name], decimals, text);
		break;
	case COLUMN_NUMBER:
	default:
		write_number(&list[column->name], column->decimals, text);
		break;
	}
	buffer_format(out, "%*s", column->width, text);
}

static void
put_part(struct buffer *out, const struct change_report *report, const struct table_part *part,
    size_t width)
{
	const struct instrument *instrument = report->instrument;

	buffer_append_text(out, "\n");
	put_padded(out, part->title, width);
	for (const struct column *column = part->columns; column->head != NULL; column++)
		buffer_format(out, "%*s", column->width, column->head);
	buffer_append_text(out, "\n");
	for (size_t i = 0; i < instrument->scale_count; i++) {
		put_padded(out, instrument->scales[i].name, width);
		for (const struct column *column = part->columns; column->head != NULL; column++)
			put_cell(out, column, &instrument->scales[i], report->figures[i].list,
			    &report->reliabilities[i]);
		buffer_append_text(out, "\n");
	}
}

static void
put_moves(struct buffer *out, const struct scale *scale, const struct band_moves *moves)
{
	if (moves->bands == 0)
		return;
	buffer_format(out, "\nFrom band to band: %s\n", scale->name);
	if (moves->hidden != NULL) {
		buffer_append_text(out, "*\n");
		return;
	}
	for (size_t i = 0; i < moves->bands * moves->bands; i++)
		if (moves->counts[i] != 0)
			buffer_format(out, "%9" PRIu64 "  %s to %s\n", moves->counts[i],
			    scale->bands.list[i / moves->bands].label,
			    scale->bands.list[i % moves->bands].label);
}

/* The number in each round and of those left out is the same for all scales. */
static void
put_head(struct buffer *out, const struct change_report *report)
{
	static const struct {
		const char *before;
		enum figure_name name;
	} counts[] = { { "\nIn the first round ", FIGURE_IN_FIRST },
		{ ", in the second ", FIGURE_IN_SECOND },
		{ "\nLeft out: only in the first round ", FIGURE_ONLY_FIRST },
		{ ", only in the second ", FIGURE_ONLY_SECOND },
		{ ", with several records in one round ", FIGURE_SEVERAL_RECORDS } };
	const struct change_figures *figures = report->figures;

	buffer_format(out, "Change on %s, version %s\n", report->instrument->name,
	    report->instrument->version);
	buffer_format(out, "%s: first %s, second %s; the same in both by ", options.change,
	    options.from, options.to);
	for (size_t i = 0; i < options.pair.count; i++)
		buffer_format(out, "%s%s", i == 0 ? "" : ", ", options.pair.values[i]);
	buffer_append_text(out, "\n");
	for (size_t i = 0; i + 1 < report->instrument->scale_count
	     && figures->list[FIGURE_PAIRS].state == FIGURE_HIDDEN;
	     i++)
		figures++;
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
		char text[DECIMAL_TEXT_MAX];

		write_number(&figures->list[counts[i].name], 0, text);
		buffer_format(out, "%s%s", counts[i].before, text);
	}
	buffer_append_text(out, "\n");
}

void
change_report_text(const struct change_report *report, struct writer *writer)
{
	const struct instrument *instrument = report->instrument;
	struct buffer out = { 0 };
	size_t width = 0;

	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (strlen(parts[i].title) > width)
			width = strlen(parts[i].title);
	for (size_t i = 0; i < instrument->scale_count; i++)
		if (text_characters(field_of(instrument->scales[i].name)) > width)
			width = text_characters(field_of(instrument->scales[i].name));
	put_head(&out, report);
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		put_part(&out, report, &parts[i], width);
	for (size_t i = 0; i < instrument->scale_count; i++)
		put_moves(&out, &instrument->scales[i], &report->figures[i].moves);
	buffer_append_text(&out, "\n");
	change_report_notes(report, &out);
	/* what a terminal would obey */
	for (size_t i = 0; i < out.length; i++)
		if (((unsigned char)out.data[i] < ' ' && out.data[i] != '\n')
		    || out.data[i] == 0x7F)
			out.data[i] = '?';
	writer_bytes(writer, out.data, out.length);
	buffer_release(&out);
}
