/* SPDX-License-Identifier: GPL-3.0-or-later */
/* band: a word for a distance. */
#include "band.h"

#include "../../lib/decimal.h"
#include "../../lib/memory.h"
#include "../../lib/table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const built_in[] = {
#include "filters/benchmark/peers/bands.inc"
};

/* A band: distances up to a bound, past that of the band before. */
struct band {
	double to; /* infinite in the last band of a scale */
	char *word;
};

/* All bands of a comparison for measures of one polarity, which stand together. */
struct scale {
	char *comparison;
	bool any; /* of a polarity that has no scale of its own */
	enum measure_polarity polarity;
	size_t first;
	size_t count;
};

struct bands {
	struct band *items;
	size_t count;
	struct scale *scales; /* the file's behind the program's own */
	size_t scale_count;
	size_t own; /* scales of the program */
};

enum { COLUMN_OF_COMPARISON, COLUMN_OF_POLARITY, COLUMN_OF_FROM, COLUMN_OF_TO, COLUMN_OF_WORD };
#define TABLE_FIELDS 5

/* The table being read, and the row at hand. */
struct source {
	const struct table *table;
	size_t columns[TABLE_FIELDS];
	size_t row;
	double reached; /* where the band before ended */
};

static struct field
cell(const struct source *source, size_t field)
{
	return table_cell(source->table, source->row, source->columns[field]);
}

static bool
row_fault(const struct source *source, struct fault *fault, const char *what)
{
	return fault_at(fault, table_path(source->table), table_line(source->table, source->row), 0,
	    "%s", what);
}

/* The program's own table says which comparisons have bands. */
static bool
read_comparison(const struct bands *bands, const struct source *source, struct fault *fault)
{
	struct field name = cell(source, COLUMN_OF_COMPARISON);

	for (size_t i = 0; i < bands->own; i++)
		if (field_is(name, bands->scales[i].comparison))
			return true;
	return bands->own == 0
	    || row_fault(
	        source, fault, "comparison: one that has bands is expected, such as funnel or mad");
}

static bool
read_polarity(const struct source *source, struct scale *scale, struct fault *fault)
{
	struct field value = cell(source, COLUMN_OF_POLARITY);

	scale->any = value.length == 0;
	scale->polarity = MEASURE_HIGHER;
	if (scale->any || field_is(value, "higher"))
		return true;
	scale->polarity = MEASURE_LOWER;
	if (field_is(value, "lower"))
		return true;
	scale->polarity = MEASURE_NEUTRAL;
	return field_is(value, "neutral")
	    || row_fault(source, fault,
	        "polarity: higher, lower, neutral or nothing (any other) is expected");
}

/* An empty bound is without end. */
static bool
read_bound(const struct source *source, size_t field, double empty, double *bound)
{
	struct field value = cell(source, field);
	struct decimal decimal;

	*bound = empty;
	if (value.length == 0)
		return true;
	if (decimal_parse(value, &decimal) != DECIMAL_OK)
		return false;
	*bound = decimal_value(decimal);
	return true;
}

static bool
read_band(struct bands *bands, struct source *source, struct fault *fault)
{
	struct field word = cell(source, COLUMN_OF_WORD);
	double from;
	double to;

	if (!read_bound(source, COLUMN_OF_FROM, -INFINITY, &from)
	    || !read_bound(source, COLUMN_OF_TO, INFINITY, &to))
		return row_fault(source, fault, "from, to: a number or nothing is expected");
	if (from < source->reached || from > source->reached)
		return row_fault(source, fault,
		    "from: bands of a comparison and polarity stand together and begin where the "
		    "one before ends, the first without a bound");
	if (to <= from)
		return row_fault(source, fault, "to: a number above from is expected");
	if (word.length == 0)
		return row_fault(source, fault, "band: a word is expected");
	source->reached = to;
	bands->items = xgrow(bands->items, bands->count, sizeof(*bands->items));
	bands->items[bands->count++] =
	    (struct band){ .to = to, .word = xstrndup(word.data, word.length) };
	return true;
}

static bool
is_scale(const struct scale *scale, const struct scale *like, struct field comparison)
{
	return field_is(comparison, scale->comparison) && scale->any == like->any
	    && scale->polarity == like->polarity;
}

/* Opens the scale unless it is the one at hand. */
static bool
open_scale(struct bands *bands, struct source *source, struct scale *scale, size_t first,
    struct fault *fault)
{
	struct field comparison = cell(source, COLUMN_OF_COMPARISON);

	if (source->row != 0 && is_scale(&bands->scales[bands->scale_count - 1], scale, comparison))
		return true;
	if (source->row != 0 && source->reached < INFINITY)
		return row_fault(source, fault, "to: the last band before this line has a bound");
	for (size_t i = first; i < bands->scale_count; i++)
		if (is_scale(&bands->scales[i], scale, comparison))
			return row_fault(source, fault,
			    "comparison: the bands of a comparison and polarity stand together");
	source->reached = -INFINITY;
	bands->scales = xgrow(bands->scales, bands->scale_count, sizeof(*bands->scales));
	scale->comparison = xstrndup(comparison.data, comparison.length);
	scale->first = bands->count;
	bands->scales[bands->scale_count++] = *scale;
	return true;
}

static bool
read_rows(struct bands *bands, struct source *source, struct fault *fault)
{
	size_t first = bands->scale_count;

	for (; source->row < table_rows(source->table); source->row++) {
		struct scale scale = { 0 };

		if (!read_comparison(bands, source, fault) || !read_polarity(source, &scale, fault)
		    || !open_scale(bands, source, &scale, first, fault)
		    || !read_band(bands, source, fault))
			return false;
		bands->scales[bands->scale_count - 1].count++;
	}
	if (source->row == 0)
		return fault_at(fault, table_path(source->table), 0, 0, "there is no band");
	source->row--;
	return !(source->reached < INFINITY)
	    || row_fault(source, fault, "to: the last band has no bound");
}

/* Takes the table, which may be NULL. */
static bool
add_table(struct bands *bands, struct table *table, struct fault *fault)
{
	static const char *const names[TABLE_FIELDS] = { "comparison", "polarity", "from", "to",
		"band" };
	struct source source = { .table = table };
	bool good = table != NULL;

	for (size_t i = 0; good && i < TABLE_FIELDS; i++)
		good = table_require(table, names[i], &source.columns[i], fault);
	good = good && read_rows(bands, &source, fault);
	table_free(table);
	return good;
}

struct bands *
bands_load(const char *path, struct fault *fault)
{
	struct bands *bands = xcalloc(1, sizeof(*bands));
	bool good = add_table(bands,
	    table_embedded("bands.csv", built_in, sizeof(built_in) / sizeof(built_in[0]), fault),
	    fault);

	bands->own = bands->scale_count;
	if (good && (path == NULL || add_table(bands, table_load(path, fault), fault)))
		return bands;
	bands_free(bands);
	return NULL;
}

void
bands_free(struct bands *bands)
{
	if (bands == NULL)
		return;
	for (size_t i = 0; i < bands->count; i++)
		free(bands->items[i].word);
	for (size_t i = 0; i < bands->scale_count; i++)
		free(bands->scales[i].comparison);
	free(bands->items);
	free(bands->scales);
	free(bands);
}

/* Among some of the scales; one of the polarity itself comes before one of any. */
static const struct scale *
find_scale(const struct scale *scales, size_t count, const char *comparison,
    enum measure_polarity polarity)
{
	const struct scale *found = NULL;

	for (size_t i = 0; i < count; i++) {
		if (strcmp(scales[i].comparison, comparison) != 0)
			continue;
		if (!scales[i].any && scales[i].polarity == polarity)
			return &scales[i];
		if (scales[i].any || found == NULL)
			found = &scales[i];
	}
	return found != NULL && found->any ? found : NULL;
}

size_t
band_of(const struct bands *bands, const char *comparison, enum measure_polarity polarity,
    double distance)
{
	const struct scale *scale = find_scale(
	    bands->scales + bands->own, bands->scale_count - bands->own, comparison, polarity);
	size_t at;

	if (scale == NULL)
		scale = find_scale(bands->scales, bands->own, comparison, polarity);
	if (scale == NULL || isnan(distance))
		return BAND_NONE;
	at = scale->first;
	/* a bound below 0 belongs to the band above it */
	while (bands->items[at].to < distance
	    || (bands->items[at].to <= distance && bands->items[at].to < 0))
		at++;
	return at;
}

const char *
band_word(const struct bands *bands, size_t index)
{
	return bands->items[index].word;
}
