/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pyramid_rows: which rows of the stream are the bands and the sides of a pyramid. */
#include "pyramid_parts.h"

#include "../../lib/memory.h"
#include "../canvas/label.h"

#include <math.h>
#include <stdlib.h>
#include <strings.h>

/* The unit whose rows are drawn: the highlighted one, else the only one. */
static size_t
base_of(const struct selection *selection)
{
	size_t base = selection->highlight;

	for (size_t i = 0; i < selection->count; i++) {
		size_t other = selection->series->base[selection->rows[i]->unit];

		if (selection->highlight != NAMES_NONE)
			break;
		if (base != NAMES_NONE && base != other)
			return NAMES_NONE;
		base = other;
	}
	return base;
}

static double
band_key(const char *band)
{
	static const char *const below[] = { "under", "below", "less", "up to", "<" };
	const char *digits = band + strcspn(band, "0123456789");
	double key = strtod(digits, NULL);

	if (digits[0] == '\0')
		return INFINITY;
	for (size_t i = 0; i < sizeof(below) / sizeof(below[0]); i++)
		if (strncasecmp(band, below[i], strlen(below[i])) == 0)
			return key - 0.5;
	return strncasecmp(band, "over", 4) == 0 || band[0] == '>' ? key + 0.5 : key;
}

int
pyramid_band_order(const char *one, const char *other)
{
	double first = band_key(one);
	double second = band_key(other);

	return (first > second) - (first < second);
}

/* A band that only other sides have is none of the pyramid's. */
static bool
has_band(
    const struct pyramid *pyramid, const struct selection *selection, size_t base, const char *band)
{
	const struct series *series = selection->series;

	for (size_t i = 0; i < series->count; i++) {
		const struct series_row *row = &series->rows[i];
		const char *side = series_part(series, row, pyramid->side_part);

		if (pyramid_of(selection, row, base)
		    && series_part(series, row, pyramid->band_part) == band
		    && (side == pyramid->sides[0] || side == pyramid->sides[1]))
			return true;
	}
	return false;
}

static void
lay_bands(struct pyramid *pyramid, const struct selection *selection, size_t base)
{
	const struct series *series = selection->series;
	struct pyramid_values values = pyramid_values(selection, base, pyramid->band_part);
	size_t kept = 0;

	for (size_t i = 0; i < values.count; i++)
		if (has_band(pyramid, selection, base, values.texts[i]))
			values.texts[kept++] = values.texts[i];
	values.count = kept;
	pyramid->bands = values.texts;
	pyramid->band_count = values.count;
	free(values.rows);
	/* insertion keeps the order of the stream where the numbers say none */
	for (size_t i = 1; i < values.count; i++)
		for (size_t j = i;
		     j > 0 && pyramid_band_order(values.texts[j], values.texts[j - 1]) < 0; j--) {
			const char *swap = values.texts[j];

			values.texts[j] = values.texts[j - 1];
			values.texts[j - 1] = swap;
		}
	while (
	    pyramid->numbered < values.count && isfinite(band_key(values.texts[pyramid->numbered])))
		pyramid->numbered++;
	pyramid->cells = xcalloc(2 * values.count + 1, sizeof(const struct series_row *));
	for (size_t i = 0; i < series->count; i++) {
		const struct series_row *row = &series->rows[i];
		const char *band = series_part(series, row, pyramid->band_part);
		const char *value = series_part(series, row, pyramid->side_part);
		size_t side = value == pyramid->sides[0] ? 0 : value == pyramid->sides[1] ? 1 : 2;

		if (!pyramid_of(selection, row, base) || pyramid_is_total(value))
			continue;
		if (side == 2) {
			pyramid->left_out += !pyramid_is_total(band);
			continue;
		}
		if (pyramid_is_total(band))
			pyramid->totals[side] = row;
		for (size_t j = 0; j < values.count; j++)
			if (values.texts[j] == band)
				pyramid->cells[2 * j + side] = row;
	}
}

bool
pyramid_find(struct pyramid *pyramid, const struct selection *selection, struct fault *fault)
{
	size_t base = base_of(selection);

	if (base == NAMES_NONE)
		return fault_set(fault, "a pyramid shows one unit: choose it with --highlight");
	if (!pyramid_choose(pyramid, selection, base, fault))
		return false;
	lay_bands(pyramid, selection, base);
	return true;
}

void
pyramid_release(struct pyramid *pyramid)
{
	free(pyramid->bands);
	free(pyramid->cells);
}

char *
pyramid_name(const struct selection *selection, const char *value)
{
	const struct labels *labels = selection->wish == NULL ? NULL : selection->wish->labels;
	const char *label = labels_find(labels, value);
	char *name;

	if (label != NULL)
		return label_clean(field_of(label));
	if (value[0] == '\0')
		return xstrdup("not stated");
	name = label_clean(field_of(value));
	for (char *at = name; *at != '\0'; at++)
		if (*at == '_')
			*at = ' ';
	return name;
}

bool
pyramid_needs(const struct selection *selection, struct fault *fault)
{
	struct pyramid pyramid = { 0 };
	bool good = pyramid_find(&pyramid, selection, fault);

	pyramid_release(&pyramid);
	return good;
}

static void
take(struct selection *selection, const struct series_row *row)
{
	enum series_state state = row->figures[SERIES_VALUE].state;

	selection->rows[selection->count++] = row;
	selection->suppressed += state == SERIES_SUPPRESSED;
	selection->absent += state == SERIES_SYMBOL || state == SERIES_EMPTY;
}

/* Rows that are no band of a side are not drawn, so they are none of the selection's. */
void
pyramid_order(struct selection *selection)
{
	struct pyramid pyramid = { 0 };
	struct fault fault = { 0 };

	if (pyramid_find(&pyramid, selection, &fault)) {
		selection->count = 0;
		selection->suppressed = 0;
		selection->absent = 0;
		for (size_t i = 0; i < 2 * pyramid.band_count; i++)
			if (pyramid.cells[i] != NULL)
				take(selection, pyramid.cells[i]);
	}
	pyramid_release(&pyramid);
}

/* Totals of the sides, and what further values there are: the other rows of the unit. */
bool
pyramid_beside(const struct selection *selection, const struct series_row *row)
{
	for (size_t i = 0; i < selection->count; i++)
		if (selection->rows[i] == row)
			return false;
	return selection->count != 0
	    && pyramid_of(selection, row, selection->series->base[selection->rows[0]->unit]);
}
