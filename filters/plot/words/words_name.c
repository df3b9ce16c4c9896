/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words_name: what units, their parts and measures are called for people. */
#include "words.h"

#include "../canvas/label.h"

#include <stdlib.h>

/* The name that a list of names has for the code, else the code itself. */
static const char *
name_of(const struct selection *selection, const char *code)
{
	const struct labels *labels = selection->wish == NULL ? NULL : selection->wish->labels;
	const char *name = labels_find(labels, code);

	return name == NULL ? code : name;
}

/* Also of a part that the stream leaves empty, so that it differs from one that is not there. */
static const char *
name_of_part(const struct selection *selection, const char *code)
{
	return code[0] == '\0' ? "(none)" : name_of(selection, code);
}

char *
words_unit(const struct selection *selection, size_t unit)
{
	const struct series *series = selection->series;
	const char *base = series->bases.texts[series->base[unit]];
	struct buffer name = { 0 };
	char *text;

	/* as series puts it together, each code with its name */
	if (series->part_count == 0 || strcmp(base, "all") != 0)
		buffer_append_text(&name, name_of(selection, base));
	for (size_t i = 0; i < series->part_count; i++) {
		if (name.length != 0)
			buffer_append_text(&name, " / ");
		buffer_append_text(
		    &name, name_of_part(selection, series_unit_part(series, unit, i)));
	}
	text = words_take(&name);
	if (text[0] != '\0')
		return text;
	free(text);
	return xstrdup("(no name)");
}

char *
words_base(const struct selection *selection, size_t unit)
{
	const struct series *series = selection->series;

	return label_clean(field_of(name_of(selection, series->bases.texts[series->base[unit]])));
}

char *
words_part(const struct selection *selection, const struct series_row *row, size_t part)
{
	return label_clean(
	    field_of(name_of_part(selection, series_part(selection->series, row, part))));
}

static const char *
whole(const struct selection *selection, size_t measure)
{
	return name_of(selection, selection->series->measures.texts[measure]);
}

/* The last place of needle in the first length bytes, or length. */
static size_t
last_place(const char *text, size_t length, const char *needle)
{
	size_t size = strlen(needle);

	for (size_t at = length; at-- > 0;)
		if (at + size <= length && memcmp(text + at, needle, size) == 0)
			return at;
	return length;
}

static bool
is_digit(char character)
{
	return character >= '0' && character <= '9';
}

/* Where the note on the scale begins: ", % of records", ", mean of requests", ", of 6",
 * " (0 to 100)", " (4 or 5), %"; the length where there is none. */
static size_t
note_place(const char *name)
{
	static const char *const starts[] = { ", %", ", mean", ", median", ", of " };
	size_t length = strlen(name);
	size_t end = length;

	for (size_t i = 0; end == length && i < 4; i++) {
		end = last_place(name, length, starts[i]);
		/* "Choice, of those who say" is no scale */
		if (i == 3 && end != length && !is_digit(name[end + 5]))
			end = length;
	}
	if (end != 0 && name[end - 1] == ')') {
		size_t open = last_place(name, end, " (");

		if (open != end && is_digit(name[open + 2]))
			return open == 0 ? length : open;
	}
	return end == 0 ? length : end;
}

/* The measure's name is a name: a code has no note. */
static bool
named(const struct selection *selection, size_t measure)
{
	const char *code = selection->series->measures.texts[measure];

	return whole(selection, measure) != code;
}

char *
words_measure(const struct selection *selection, size_t measure)
{
	if (words_counted(selection) != NULL)
		return words_measure_short(selection, measure);
	return label_clean(field_of(whole(selection, measure)));
}

char *
words_measure_short(const struct selection *selection, size_t measure)
{
	const char *name = whole(selection, measure);
	size_t length = named(selection, measure) ? note_place(name) : strlen(name);

	return label_clean((struct field){ name, length });
}

static const char *
note_of(const struct selection *selection, size_t measure)
{
	const char *name = whole(selection, measure);

	/* the scale is that of the measure's values */
	if (!named(selection, measure) || words_counted(selection) != NULL)
		return "";
	name += note_place(name);
	return name + strspn(name, ", ");
}

char *
words_measure_note(const struct selection *selection, size_t measure)
{
	const char *note;

	if (measure == NAMES_NONE && selection->measure_count == 0)
		return xstrdup("");
	note = note_of(selection, measure == NAMES_NONE ? selection->measures[0] : measure);
	for (size_t i = 1; measure == NAMES_NONE && i < selection->measure_count; i++)
		if (strcmp(note, note_of(selection, selection->measures[i])) != 0)
			note = "";
	return label_clean(field_of(note));
}

char *
words_measure_head(const struct selection *selection, size_t measure)
{
	char *shared = words_measure_note(selection, NAMES_NONE);
	bool said = shared[0] != '\0';

	free(shared);
	return said ? words_measure_short(selection, measure) : words_measure(selection, measure);
}

enum labels_polarity
words_polarity(const struct selection *selection, size_t measure)
{
	if (measure == NAMES_NONE || selection->wish == NULL || words_counted(selection) != NULL)
		return LABELS_UNKNOWN;
	return labels_polarity(selection->wish->labels, selection->series->measures.texts[measure]);
}
