/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sentence: the parts of speech that charts make their words of. */
#include "sentence.h"

#include <stdlib.h>

void
sentence_when(const struct selection *selection, struct buffer *out)
{
	size_t last = selection->period_count - 1;
	const char *period;

	if (selection->period_count == 0)
		return;
	period = words_period(selection, selection->periods[0]);
	if (last != 0) {
		buffer_append_text(out, ", ");
		words_span(selection, selection->periods[0], selection->periods[last], out);
	} else if (period[0] != '\0') {
		buffer_format(out, ", %s", period);
	}
}

void
sentence_unit(const struct selection *selection, size_t unit, struct buffer *out)
{
	char *name = words_unit(selection, unit);

	if (strcmp(name, "all") != 0)
		buffer_format(out, " in %s", name);
	free(name);
}

void
sentence_range(const struct selection *selection, struct buffer *out)
{
	const struct series_row *least;
	const struct series_row *greatest;

	if (!words_extremes(selection, &least, &greatest)) {
		buffer_append_text(out, ": no figure can be shown");
		return;
	}
	/* one figure, or as many that are the same */
	if (strcmp(least->figures[SERIES_VALUE].text, greatest->figures[SERIES_VALUE].text) != 0) {
		buffer_append_text(out, ": from ");
		words_figure(out, least, SERIES_VALUE);
		buffer_append_text(out, " to ");
	} else {
		buffer_append_text(out, ": ");
	}
	words_figure(out, greatest, SERIES_VALUE);
}

const char *
sentence_method(const struct selection *selection)
{
	const char *shared = NULL;

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if (!series_shown(row, SERIES_VALUE))
			continue;
		if (shared != NULL && strcmp(shared, row->method) != 0)
			return NULL;
		shared = row->method;
	}
	return shared == NULL || shared[0] == '\0' ? NULL : shared;
}

bool
sentence_any(const struct selection *selection, enum series_column column)
{
	for (size_t i = 0; i < selection->count; i++)
		if (series_shown(selection->rows[i], column))
			return true;
	return false;
}

void
sentence_add_method(struct buffer *out, const char *method)
{
	/* those of benchmark's kinds; another says nothing to a reader */
	static const struct {
		const char *code;
		const char *words;
	} methods[] = { { "wilson", "Wilson" }, { "clopper_pearson", "Clopper-Pearson" },
		{ "student_t", "Student's t" }, { "ratio_linear", "ratio estimator" },
		{ "byar", "Byar" }, { "joined_byar", "Byar, joined" },
		{ "poisson_exact", "exact Poisson" }, { "dobson", "Dobson" },
		{ "binomial", "binomial" }, { "normal", "normal" },
		{ "median_ranks", "by ranks" } };
	/* the interval's part is the first; what it was worked out from follows a line */
	size_t length = method == NULL ? 0 : strcspn(method, " ");

	for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++) {
		size_t code = strlen(methods[i].code);

		if (length < code || memcmp(method, methods[i].code, code) != 0
		    || (length > code && method[code] != '_'))
			continue;
		buffer_format(out, " (%s%s)", methods[i].words,
		    length - code == strlen("_published") ? ", from rounded counts" : "");
		return;
	}
}

/* What a figure of the kind is called: many of them, and one above its column. */
static const char *
kind_word(const struct selection *selection, bool head)
{
	static const struct {
		const char *kind;
		const char *many;
		const char *head;
	} kinds[] = { { "proportion", "Percentages", "share" }, { "mean", "Means", "mean" },
		{ "ratio", "Ratios", "ratio" }, { "rate", "Rates", "rate" },
		{ "dsr", "Standardised rates", "rate" }, { "median", "Medians", "median" },
		{ "records", "Medians", "median" },
		{ "records_count", "Numbers of records", "records" },
		{ "numerator", "Numerators", "numerator" },
		{ "denominator", "Denominators", "denominator" } };
	const char *kind = words_kind(selection);

	for (size_t i = 0; kind != NULL && i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kind, kinds[i].kind) == 0)
			return head ? kinds[i].head : kinds[i].many;
	return head ? "figure" : "Figures";
}

const char *
sentence_kind(const struct selection *selection)
{
	return kind_word(selection, false);
}

const char *
sentence_head(const struct selection *selection)
{
	return kind_word(selection, true);
}

void
sentence_figure(const struct selection *selection, const struct series_row *row, struct buffer *out)
{
	char *name = words_unit(selection, row->unit);

	buffer_format(out, "%s ", name);
	words_figure(out, row, SERIES_VALUE);
	if (series_shown(row, SERIES_LOWER) && series_shown(row, SERIES_UPPER)) {
		buffer_append_text(out, " (");
		words_figure(out, row, SERIES_LOWER);
		buffer_append_text(out, " to ");
		words_figure(out, row, SERIES_UPPER);
		buffer_append_text(out, ")");
	}
	free(name);
}

/* More than one figure is shown that words_extremes looks at. */
static bool
several(const struct selection *selection)
{
	size_t shown = selection->count - selection->suppressed - selection->absent;

	return (shown == selection->apart ? shown : shown - selection->apart) > 1;
}

void
sentence_ends(const struct selection *selection, struct buffer *out)
{
	const struct series_row *ends[2];

	if (!words_extremes(selection, &ends[0], &ends[1]))
		return;
	/* figures that are all the same have no ends */
	if (ends[0] == ends[1] && several(selection)) {
		buffer_append_text(out, " All figures are ");
		words_figure(out, ends[0], SERIES_VALUE);
		buffer_append_text(out, ".");
		return;
	}
	for (size_t i = ends[0] == ends[1] ? 1 : 0; i < 2; i++) {
		const struct series_row *row = ends[i];
		char *measure = words_measure(selection, row->measure);

		buffer_append_text(out,
		    i == 0                   ? " Lowest: "
		        : ends[0] == ends[1] ? " Figure: "
		                             : "; highest: ");
		sentence_figure(selection, row, out);
		if (selection->measure == NAMES_NONE)
			buffer_format(out, ", %s", measure);
		if (selection->period_count > 1)
			buffer_format(out, ", %s", words_period(selection, row->period));
		free(measure);
	}
	buffer_append_text(out, ".");
}
