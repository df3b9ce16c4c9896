/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pyramid_parts: which columns of the stream are the bands and the sides. */
#include "pyramid_parts.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <strings.h>

bool
pyramid_is_total(const char *value)
{
	return strcasecmp(value, "all") == 0 || strcasecmp(value, "total") == 0;
}

static bool
has_digit(const char *value)
{
	return value[strcspn(value, "0123456789")] != '\0';
}

bool
pyramid_of(const struct selection *selection, const struct series_row *row, size_t base)
{
	return row->measure == selection->measure && row->period == selection->period
	    && selection->series->base[row->unit] == base;
}

struct pyramid_values
pyramid_values(const struct selection *selection, size_t base, size_t part)
{
	const struct series *series = selection->series;
	struct pyramid_values values = { xcalloc(
		                             series->part_values.count + 1, sizeof(const char *)),
		xcalloc(series->part_values.count + 1, sizeof(size_t)), 0 };

	for (size_t i = 0; i < series->count; i++) {
		const char *value = series_part(series, &series->rows[i], part);
		size_t at = 0;

		if (!pyramid_of(selection, &series->rows[i], base) || pyramid_is_total(value))
			continue;
		while (at < values.count && values.texts[at] != value)
			at++;
		values.count += at == values.count;
		values.texts[at] = value;
		values.rows[at]++;
	}
	return values;
}

void
pyramid_values_release(struct pyramid_values *values)
{
	free(values->texts);
	free(values->rows);
}

static bool
holds(const struct pyramid_values *values, struct field text, const char **found)
{
	for (size_t i = 0; i < values->count; i++)
		if (field_is(text, values->texts[i])) {
			*found = values->texts[i];
			return true;
		}
	return false;
}

/* --sides A,B of that column. */
static bool
sides_wished(struct pyramid *pyramid, const struct pyramid_values *values, const char *wish)
{
	const char *comma = strchr(wish, ',');

	return comma != NULL
	    && holds(values, (struct field){ wish, (size_t)(comma - wish) }, &pyramid->sides[0])
	    && holds(values, field_of(comma + 1), &pyramid->sides[1])
	    && pyramid->sides[0] != pyramid->sides[1];
}

/* The two values that most rows hold, in the order of the stream; one that is not stated
 * only where there is no other. */
static bool
sides_usual(struct pyramid *pyramid, const struct pyramid_values *values)
{
	size_t best[2] = { NAMES_NONE, NAMES_NONE };

	for (size_t turn = 0; turn < 2; turn++)
		for (size_t i = 0; i < values->count; i++) {
			bool stated = values->texts[i][0] != '\0';

			if (i == best[0] && turn == 1)
				continue;
			if (best[turn] == NAMES_NONE
			    || (stated && values->texts[best[turn]][0] == '\0')
			    || (stated && values->rows[i] > values->rows[best[turn]]))
				best[turn] = i;
		}
	if (best[1] == NAMES_NONE)
		return false;
	pyramid->sides[0] = values->texts[best[0] < best[1] ? best[0] : best[1]];
	pyramid->sides[1] = values->texts[best[0] < best[1] ? best[1] : best[0]];
	return true;
}

/* How much the column looks like bands: the share of its values with a digit, then how
 * many there are. */
static double
band_score(const struct pyramid_values *values)
{
	size_t digits = 0;

	for (size_t i = 0; i < values->count; i++)
		digits += has_digit(values->texts[i]);
	return values->count == 0
	    ? 0
	    : (double)(2 * digits > values->count) * 1e6 + (double)values->count;
}

bool
pyramid_choose(
    struct pyramid *pyramid, const struct selection *selection, size_t base, struct fault *fault)
{
	const char *wish = selection->wish->sides;
	size_t parts = selection->series->part_count;
	size_t split = 0;
	double most = -1;
	bool found = false;

	for (size_t part = 0; part < parts; part++) {
		struct pyramid_values values = pyramid_values(selection, base, part);

		if (values.count > 1) {
			split++;
			if (wish != NULL && !found && sides_wished(pyramid, &values, wish)) {
				found = true;
				pyramid->side_part = part;
			} else if (band_score(&values) > most) {
				most = band_score(&values);
				pyramid->band_part = part;
			}
		}
		pyramid_values_release(&values);
	}
	if (wish != NULL && !found)
		return fault_set(fault,
		    "--sides '%s': no column between period and measure has two such values", wish);
	for (size_t part = 0; wish == NULL && part < parts && !found; part++) {
		struct pyramid_values values = pyramid_values(selection, base, part);

		if (part != pyramid->band_part && values.count > 1) {
			pyramid->side_part = part;
			found = sides_usual(pyramid, &values);
		}
		pyramid_values_release(&values);
	}
	if (!found || split != 2)
		return fault_set(fault,
		    "a pyramid needs two columns that split the unit, bands and sides, such as "
		    "benchmark --by age_band --by gender; here %s",
		    split < 2 ? "there are fewer" : "there are more");
	return true;
}
