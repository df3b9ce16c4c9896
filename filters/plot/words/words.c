/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words: the title, subtitle and notes of a chart. */
#include "words.h"

#include "../canvas/label.h"
#include "../chart/chart.h"
#include "describe.h"

#include <stdlib.h>

char *
words_take(struct buffer *buffer)
{
	char *text =
	    label_clean((struct field){ buffer->data == NULL ? "" : buffer->data, buffer->length });

	buffer_release(buffer);
	return text;
}

void
words_number(struct buffer *out, const char *text)
{
	size_t sign = text[0] == '-' ? 1 : 0;
	size_t digits = strspn(text + sign, "0123456789");
	size_t end = sign + digits;

	/* a symbol such as [z], or words */
	if (digits == 0 || (text[end] != '\0' && text[end] != '.')) {
		buffer_append_text(out, text);
		return;
	}
	for (size_t i = 0; i < end; i++) {
		buffer_append(out, text + i, 1);
		if (i >= sign && i + 1 < end && (end - i - 1) % 3 == 0)
			buffer_append(out, ",", 1);
	}
	buffer_append_text(out, text + end);
}

void
words_figure(struct buffer *out, const struct series_row *row, enum series_column column)
{
	const struct series_figure *figure = &row->figures[column];

	words_number(out, figure->text);
	if (figure->state == SERIES_NUMBER && strcmp(row->kind, "proportion") == 0)
		buffer_append(out, "%", 1);
}

struct field
words_rule(struct field code)
{
	static const char *const rules[][2] = {
		{ "outside", "outside the limits" },
		{ "shift", "a run on one side of the centre" },
		{ "trend", "a trend" },
		{ "two_of_three", "two of three near a limit" },
		{ "four_of_five", "four of five beyond one sigma" },
		{ "alternating", "up and down in turn" },
		{ "within_one_sigma", "a run within one sigma" },
		{ "beyond_one_sigma", "a run beyond one sigma" },
		{ "long_run", "a long run on one side of the centre" },
		{ "few_crossings", "few crossings of the centre" },
	};

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (field_is(code, rules[i][0]))
			return field_of(rules[i][1]);
	return code;
}

const struct series_figure *
words_count(const struct series_row *row)
{
	static const struct series_figure none = { .state = SERIES_EMPTY, .text = "" };
	const struct series_figure *figure = &row->figures[SERIES_DENOMINATOR];

	/* that of a rate is a population, and a published figure may have none */
	if (strcmp(row->kind, "rate") == 0 || strcmp(row->kind, "dsr") == 0
	    || (strcmp(row->kind, "given") == 0 && strcmp(figure->text, "[z]") == 0))
		return &none;
	/* that of a ratio is a sum */
	return figure->state == SERIES_EMPTY || strcmp(row->kind, "ratio") == 0
	    ? &row->figures[SERIES_RECORDS]
	    : figure;
}

const char *
words_kind(const struct selection *selection)
{
	for (size_t i = 1; i < selection->count; i++)
		if (strcmp(selection->rows[i]->kind, selection->rows[0]->kind) != 0)
			return NULL;
	return selection->count == 0 ? NULL : selection->rows[0]->kind;
}

const char *
words_counted(const struct selection *selection)
{
	/* --figure changes all rows, or none */
	const char *kind = selection->count == 0 ? "" : selection->rows[0]->kind;

	return strcmp(kind, "records_count") == 0 ? "Records"
	    : strcmp(kind, "numerator") == 0      ? "Numerator"
	    : strcmp(kind, "denominator") == 0    ? "Denominator"
	                                          : NULL;
}

bool
words_percent(const struct selection *selection)
{
	const char *kind = words_kind(selection);

	return kind != NULL && strcmp(kind, "proportion") == 0;
}

bool
words_extremes(const struct selection *selection, const struct series_row **least,
    const struct series_row **greatest)
{
	bool only_apart =
	    selection->apart == selection->count - selection->suppressed - selection->absent;

	*least = NULL;
	*greatest = NULL;
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if (!series_shown(row, SERIES_VALUE)
		    || (!only_apart && selection_apart(selection, row->unit)))
			continue;
		if (*least == NULL
		    || series_number(row, SERIES_VALUE) < series_number(*least, SERIES_VALUE))
			*least = row;
		if (*greatest == NULL
		    || series_number(row, SERIES_VALUE) > series_number(*greatest, SERIES_VALUE))
			*greatest = row;
	}
	return *least != NULL;
}

const char words_stamp[] = "Drawn from single records: not for publication";

static void
put_before(char **text, const char *first)
{
	struct buffer out = { 0 };

	buffer_format(&out, "%s%s", first, *text);
	free(*text);
	*text = words_take(&out);
}

void
words_make(struct words *words, const struct selection *selection, const struct words_wish *wish)
{
	struct buffer alt = { 0 };

	words->title =
	    wish->title != NULL ? label_clean(field_of(wish->title)) : describe_title(selection);
	words->stamp = xstrdup(selection->series->undisclosed ? words_stamp : "");
	if (words->stamp[0] != '\0')
		put_before(&words->title, "Not for publication: ");
	words->subtitle = wish->subtitle != NULL ? label_clean(field_of(wish->subtitle))
	                                         : describe_subtitle(selection);
	words->suppressed = describe_suppressed(selection, wish->text);
	words->absent = describe_absent(selection);
	words->caption = label_clean(field_of(wish->caption == NULL ? "" : wish->caption));
	if (words->stamp[0] != '\0')
		buffer_format(&alt, "%s. ", words->stamp);
	if (wish->alt != NULL)
		buffer_append_text(&alt, wish->alt);
	else
		describe_alt(selection, words, &alt);
	words->alt = words_take(&alt);
	words->bare = wish->bare;
}

void
words_release(struct words *words)
{
	free(words->title);
	free(words->stamp);
	free(words->subtitle);
	free(words->suppressed);
	free(words->absent);
	free(words->caption);
	free(words->alt);
	*words = (struct words){ 0 };
}
