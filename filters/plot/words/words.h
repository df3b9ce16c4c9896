/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * words: the title, subtitle and notes of a chart, all on one line each and
 * cleaned (label.h).
 */
#ifndef MHSW_PLOT_WORDS_H
#define MHSW_PLOT_WORDS_H

#include "../../lib/memory.h"
#include "../select/select.h"

/* What the user wrote instead; NULL where nothing was said. */
struct words_wish {
	const char *title;
	const char *subtitle;
	const char *caption;
	const char *alt;
	bool bare;
	bool text; /* for a terminal: nothing is hatched */
};

/* Owned texts, "" where there is nothing to say. */
struct words {
	char *title;
	char *subtitle;
	/* what has to stand in the picture, bare or not: that it is made of single records;
	 * title and alt begin with it too */
	char *stamp;
	char *suppressed; /* which figures are held back */
	char *absent;     /* which figures there are not for other reasons */
	char *caption;
	char *alt; /* the chart in words, for who does not see it */
	bool bare; /* title, subtitle, notes and caption are said beside the picture */
};

/* The stamp of charts of single records. */
extern const char words_stamp[];

void
words_make(struct words *words, const struct selection *selection, const struct words_wish *wish);
void words_release(struct words *words);

/* Names for people, cleaned: those of --labels, else the codes of the stream.  The caller
 * frees them.  A unit with its parts: "Riverside / carers". */
char *words_unit(const struct selection *selection, size_t unit);
/* The unit alone, without its parts. */
char *words_base(const struct selection *selection, size_t unit);
/* The row's value of the part-th further column. */
char *words_part(const struct selection *selection, const struct series_row *row, size_t part);
/* The measure: "A Law, care and entitlement, % of records". */
char *words_measure(const struct selection *selection, size_t measure);
/* Without the note on its scale, for titles: "A Law, care and entitlement". */
char *words_measure_short(const struct selection *selection, size_t measure);
/* That note alone, or "": "% of records", "(0 to 100)", "(4 or 5), %".  Of NAMES_NONE the one
 * that all measures of the selection share; the subtitle says it. */
char *words_measure_note(const struct selection *selection, size_t measure);
/* A measure as the head of a column: short where all share the note, else whole.  Long ones
 * are to be wrapped. */
char *words_measure_head(const struct selection *selection, size_t measure);
/* Which values are good, by --labels; unknown for NAMES_NONE. */
enum labels_polarity words_polarity(const struct selection *selection, size_t measure);
/* The period for people: "Apr 2024", "Feb to Apr 2024", "Apr to Jun 2025 (2025/26 Q1)"; lives
 * as long as the series, or is "". */
const char *words_period(const struct selection *selection, size_t period);
/* The same for heads of columns and axes: "Feb–Apr 2024", "Q1 2024", "2025/26 Q1". */
const char *words_period_short(const struct selection *selection, size_t period);
/* From the begin of the one to the end of the other: "Jan 2024 to Mar 2026", of quarters too. */
void words_span(const struct selection *selection, size_t first, size_t last, struct buffer *out);
/* A number as published, with commas between thousands; any other text as it is. */
void words_number(struct buffer *out, const char *text);
/* A figure as published: as words_number, "%" behind a proportion. */
void words_figure(struct buffer *out, const struct series_row *row, enum series_column column);
/* The records behind the row, its text as published (words_number has the commas): its denominator
 * where that counts them, else its records. */
const struct series_figure *words_count(const struct series_row *row);
/* What a rule of benchmark's control charts is called; a view of the code itself
 * where it is none of them. */
struct field words_rule(struct field code);
/* month, quarter, year, day or period. */
const char *words_step(const struct selection *selection);
/* The kind of all rows, or NULL where they differ. */
const char *words_kind(const struct selection *selection);
/* What the counts are that --figure puts in the place of values ("Records", "Numerator",
 * "Denominator"), or NULL where values are drawn. */
const char *words_counted(const struct selection *selection);
/* All rows are proportions. */
bool words_percent(const struct selection *selection);
/* The rows of least and greatest value, of those that are not apart unless all are; false
 * where no value is shown. */
bool words_extremes(const struct selection *selection, const struct series_row **least,
    const struct series_row **greatest);
/* The buffer's content as a cleaned text of its own; the buffer is released. */
char *words_take(struct buffer *buffer);

#endif
