/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: small tables, one line for each scale, and how the figures are made. */
#include "../../lib/text.h"
#include "../options.h"
#include "report.h"

#include <inttypes.h>

#define COLUMNS_MAX 8

enum column_kind {
	COLUMN_NUMBER,
	COLUMN_SCORE,    /* a number with the scale's own decimals, at least 2 */
	COLUMN_INTERVAL, /* its lower end to its upper one */
	COLUMN_P,
	COLUMN_SHARE,  /* a count and its percentage */
	COLUMN_SOURCE, /* of the reliability */
	COLUMN_BETTER
};

struct column {
	const char *head;
	enum column_kind kind;
	enum figure_name name;
	unsigned decimals;
};

struct table_part {
	const char *title;
	struct column columns[COLUMNS_MAX]; /* ended by a head of NULL */
};

static const struct table_part parts[] = {
	{ "The rounds",
	    { { "pairs", COLUMN_NUMBER, FIGURE_PAIRS, 0 },
	        { "no score", COLUMN_NUMBER, FIGURE_NO_SCORE, 0 },
	        { "mean first", COLUMN_SCORE, FIGURE_MEAN_FIRST, 0 },
	        { "sd", COLUMN_SCORE, FIGURE_SD_FIRST, 0 },
	        { "mean second", COLUMN_SCORE, FIGURE_MEAN_SECOND, 0 },
	        { "sd", COLUMN_SCORE, FIGURE_SD_SECOND, 0 },
	        { "correlation", COLUMN_NUMBER, FIGURE_CORRELATION, 2 }, { 0 } } },
	{ "The change",
	    { { "mean", COLUMN_SCORE, FIGURE_MEAN_CHANGE, 0 },
	        { "95% interval", COLUMN_INTERVAL, FIGURE_INTERVAL_LOWER, 0 },
	        { "sd", COLUMN_SCORE, FIGURE_SD_CHANGE, 0 }, { "t", COLUMN_NUMBER, FIGURE_T, 2 },
	        { "df", COLUMN_NUMBER, FIGURE_DF, 0 }, { "p", COLUMN_P, FIGURE_P, 3 }, { 0 } } },
	{ "Effect sizes",
	    { { "d_z", COLUMN_NUMBER, FIGURE_D_Z, 2 },
	        { "corrected", COLUMN_NUMBER, FIGURE_D_Z_CORRECTED, 2 },
	        { "d_first", COLUMN_NUMBER, FIGURE_D_FIRST, 2 },
	        { "corrected", COLUMN_NUMBER, FIGURE_D_FIRST_CORRECTED, 2 }, { 0 } } },
	{ "Reliable change",
	    { { "better", COLUMN_BETTER, FIGURE_RELIABILITY, 0 },
	        { "reliability", COLUMN_NUMBER, FIGURE_RELIABILITY, 2 },
	        { "from", COLUMN_SOURCE, FIGURE_RELIABILITY, 0 },
	        { "threshold", COLUMN_SCORE, FIGURE_RELIABLE_CHANGE, 0 },
	        { "improved", COLUMN_SHARE, FIGURE_IMPROVED, 0 },
	        { "unchanged", COLUMN_SHARE, FIGURE_UNCHANGED, 0 },
	        { "deteriorated", COLUMN_SHARE, FIGURE_DETERIORATED, 0 }, { 0 } } },
};

/* The figure; false, with its mark, where there is none to show. */
static bool
put_number(struct buffer *out, const struct figure *figure, unsigned decimals)
{
	char text[DECIMAL_TEXT_MAX];

	if (figure->state != FIGURE_GIVEN) {
		buffer_append_text(out, figure->state == FIGURE_HIDDEN ? "*" : "-");
		return false;
	}
	decimal_write(figure->number, decimals, text);
	buffer_append_text(out, text);
	return true;
}

static void
put_cell(struct buffer *out, const struct column *column, const struct scale *scale,
    const struct figure *list, const struct scale_reliability *reliability)
{
	const struct figure *figure = &list[column->name];
	unsigned decimals = scale->decimals > 2 ? scale->decimals : 2;

	switch (column->kind) {
	case COLUMN_SOURCE:
		buffer_append_text(out, reliability->source);
		break;
	case COLUMN_BETTER:
		buffer_append_text(out, scale->lower_better ? "lower" : "higher");
		break;
	case COLUMN_INTERVAL:
		if (put_number(out, figure, decimals)) {
			buffer_append_text(out, " to ");
			put_number(out, figure + 1, decimals);
		}
		break;
	case COLUMN_SHARE:
		if (put_number(out, figure, 0)) {
			buffer_append_text(out, " (");
			put_number(out, figure + (FIGURE_IMPROVED_PERCENT - FIGURE_IMPROVED), 0);
			buffer_append_text(out, "%)");
		}
		break;
	case COLUMN_P:
		if (figure->state == FIGURE_GIVEN && figure->number < 0.001)
			buffer_append_text(out, "<0.001");
		else
			put_number(out, figure, column->decimals);
		break;
	case COLUMN_SCORE:
		put_number(out, figure, decimals);
		break;
	case COLUMN_NUMBER:
	default:
		put_number(out, figure, column->decimals);
		break;
	}
}

/* As wide as its widest cell, or its head. */
static int
column_width(const struct change_report *report, const struct column *column)
{
	size_t width = strlen(column->head);
	struct buffer cell = { 0 };

	for (size_t i = 0; i < report->instrument->scale_count; i++) {
		buffer_clear(&cell);
		put_cell(&cell, column, &report->instrument->scales[i], report->figures[i].list,
		    &report->reliabilities[i]);
		if (cell.length > width)
			width = cell.length;
	}
	buffer_release(&cell);
	return (int)width + 2;
}

static void
put_part(struct buffer *out, const struct change_report *report, const struct table_part *part,
    size_t width)
{
	const struct instrument *instrument = report->instrument;
	int widths[COLUMNS_MAX] = { 0 };
	struct buffer cell = { 0 };

	buffer_append_text(out, "\n");
	text_pad(out, part->title, width);
	for (size_t i = 0; part->columns[i].head != NULL; i++) {
		widths[i] = column_width(report, &part->columns[i]);
		buffer_format(out, "%*s", widths[i], part->columns[i].head);
	}
	buffer_append_text(out, "\n");
	for (size_t i = 0; i < instrument->scale_count; i++) {
		text_pad(out, instrument->scales[i].name, width);
		for (size_t j = 0; part->columns[j].head != NULL; j++) {
			buffer_clear(&cell);
			put_cell(&cell, &part->columns[j], &instrument->scales[i],
			    report->figures[i].list, &report->reliabilities[i]);
			buffer_format(out, "%*.*s", widths[j], (int)cell.length, cell.data);
		}
		buffer_append_text(out, "\n");
	}
	buffer_release(&cell);
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
		buffer_append_text(out, counts[i].before);
		put_number(out, &figures->list[counts[i].name], 0);
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
	text_disarm(&out, 0, "\n");
	writer_bytes(writer, out.data, out.length);
	buffer_release(&out);
}
