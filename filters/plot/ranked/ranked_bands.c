/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked_bands: the words in which benchmark judges a figure, as shapes beside it. */
#include "ranked_bands.h"

#include "../words/words.h"

#include <stdlib.h>

#define RADIUS 7.0
#define DOT    1.8

/* Each with its filling, further off the fuller: empty, with a dot, full, full with a hole. */
enum shape { SHAPE_CIRCLE, SHAPE_UP, SHAPE_DOWN, SHAPE_DIAMOND, SHAPE_SQUARE };

#define SHAPES     ((size_t)5)
#define FILLINGS   ((size_t)4)
#define SHAPES_ALL (FILLINGS * SHAPES)
#define FULL       ((size_t)2)

/* The shape of one of the program's own words, or SHAPES_ALL. */
static size_t
own_shape(const char *word)
{
	static const struct {
		const char *part;
		enum shape shape;
	} parts[] = { { "similar", SHAPE_CIRCLE }, { "near_median", SHAPE_CIRCLE },
		{ "better_", SHAPE_DIAMOND }, { "worse_", SHAPE_SQUARE }, { "higher_", SHAPE_UP },
		{ "lower_", SHAPE_DOWN }, { "above", SHAPE_UP }, { "below", SHAPE_DOWN } };
	size_t filling = strstr(word, "_998") != NULL || strncmp(word, "far_", 4) == 0 ? FULL
	    : strncmp(word, "extremely_", 10) == 0                                     ? FULL + 1
	    : strncmp(word, "above", 5) == 0 || strncmp(word, "below", 5) == 0         ? 1
	                                                                               : 0;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (strstr(word, parts[i].part) != NULL)
			return (size_t)parts[i].shape * FILLINGS + filling;
	return SHAPES_ALL;
}

/* "better_95" is "better (95%)", "far_above" is "far above". */
static char *
band_text(const char *word)
{
	struct buffer out = { 0 };
	size_t length = strlen(word);
	const char *level = "";

	if (length > 4 && strcmp(word + length - 4, "_998") == 0) {
		level = " (99.8%)";
		length -= 4;
	} else if (length > 3 && strcmp(word + length - 3, "_95") == 0) {
		level = " (95%)";
		length -= 3;
	}
	buffer_append(&out, word, length);
	for (size_t i = 0; i < out.length; i++)
		if (out.data[i] == '_')
			out.data[i] = ' ';
	buffer_append_text(&out, level);
	return words_take(&out);
}

static bool
judged(const struct series_row *row)
{
	return series_shown(row, SERIES_VALUE) && row->band[0] != '\0' && row->band[0] != '*'
	    && row->band[0] != '[';
}

static size_t
find(const struct ranked_bands *bands, const struct series_row *row)
{
	size_t at = 0;

	while (judged(row) && at < bands->count && strcmp(bands->words[at], row->band) != 0)
		at++;
	return judged(row) ? at : bands->count;
}

/* Shapes of the program's own words, and where one is another's or none, all by their order. */
static void
choose_shapes(struct ranked_bands *bands)
{
	bool taken[SHAPES_ALL] = { false };
	bool own = true;

	for (size_t i = 0; i < bands->count; i++) {
		size_t shape = own_shape(bands->words[i]);

		bands->shapes[i] = shape;
		own = own && shape < SHAPES_ALL && !taken[shape];
		if (shape < SHAPES_ALL)
			taken[shape] = true;
	}
	for (size_t i = 0; !own && i < bands->count; i++)
		bands->shapes[i] = i % SHAPES * FILLINGS + i / SHAPES * FULL;
}

/* From the best or highest to the worst or lowest: where a word stands in the key. */
static size_t
key_place(const char *word)
{
	static const char *const places[] = { "better_998", "better_95", "higher_998", "higher_95",
		"extremely_above", "far_above", "above", "slightly_above", "similar", "near_median",
		"slightly_below", "below", "far_below", "extremely_below", "lower_95", "lower_998",
		"worse_95", "worse_998" };
	size_t at = 0;

	while (at < sizeof(places) / sizeof(places[0]) && strcmp(places[at], word) != 0)
		at++;
	return at;
}

/* Puts the word in its place; words of others stay in the order of first sight. */
static size_t
insert(struct ranked_bands *bands, const char *word)
{
	size_t at = bands->count++;

	for (; at > 0 && key_place(word) < key_place(bands->words[at - 1]); at--) {
		bands->words[at] = bands->words[at - 1];
		bands->texts[at] = bands->texts[at - 1];
		bands->rows[at] = bands->rows[at - 1];
	}
	bands->words[at] = word;
	bands->texts[at] = band_text(word);
	bands->rows[at] = 0;
	return at;
}

void
ranked_bands_make(struct ranked_bands *bands, const struct selection *selection)
{
	*bands = (struct ranked_bands){ 0 };
	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];
		size_t at = find(bands, row);

		if (!judged(row))
			continue;
		if (at == RANKED_BANDS_MAX) {
			ranked_bands_release(bands);
			return;
		}
		if (at == bands->count)
			at = insert(bands, row->band);
		bands->rows[at]++;
	}
	choose_shapes(bands);
}

void
ranked_bands_release(struct ranked_bands *bands)
{
	for (size_t i = 0; i < bands->count; i++)
		free(bands->texts[i]);
	*bands = (struct ranked_bands){ 0 };
}

bool
ranked_any_band(const struct selection *selection)
{
	struct ranked_bands bands;
	bool any;

	ranked_bands_make(&bands, selection);
	any = bands.count != 0;
	ranked_bands_release(&bands);
	return any;
}

static void
draw_filled(
    struct canvas *canvas, enum shape shape, double x, double y, double radius, uint32_t colour)
{
	switch (shape) {
	case SHAPE_CIRCLE:
		canvas_circle(canvas, x, y, radius, colour);
		break;
	case SHAPE_UP:
		canvas_triangle(canvas, x, y, 0, -radius, colour);
		break;
	case SHAPE_DOWN:
		canvas_triangle(canvas, x, y, 0, radius, colour);
		break;
	case SHAPE_DIAMOND:
		canvas_diamond(canvas, x, y, radius + 1, colour);
		break;
	case SHAPE_SQUARE:
		canvas_box(
		    canvas, x - radius + 1, y - radius + 1, x + radius - 1, y + radius - 1, colour);
		break;
	}
}

static void
draw_shape(struct canvas *canvas, size_t number, double x, double y)
{
	enum shape shape = (enum shape)(number / FILLINGS);
	size_t filling = number % FILLINGS;
	bool triangle = shape == SHAPE_UP || shape == SHAPE_DOWN;
	/* the middle of a triangle is nearer to its base */
	double below = shape == SHAPE_UP ? 1 : shape == SHAPE_DOWN ? -1 : 0;

	draw_filled(canvas, shape, x, y, RADIUS, canvas->theme->ink);
	if (filling < FULL)
		draw_filled(canvas, shape, x, y + below, RADIUS - (triangle ? 3.5 : 2.2),
		    canvas->theme->paper);
	if (filling % 2 == 1)
		canvas_circle(canvas, x, y + 2 * below, DOT,
		    filling < FULL ? canvas->theme->ink : canvas->theme->paper);
}

void
ranked_bands_draw(struct canvas *canvas, const struct ranked_bands *bands,
    const struct series_row *row, double x, double y)
{
	size_t at = find(bands, row);

	if (at < bands->count)
		draw_shape(canvas, bands->shapes[at], x, y);
}

static void
draw_sample(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	draw_shape(canvas, entry->number, x + KEY_SAMPLE - RADIUS - 1, y);
}

size_t
ranked_bands_key(
    const struct ranked_bands *bands, const struct canvas *canvas, struct key_entry *entries)
{
	for (size_t i = 0; i < bands->count; i++)
		entries[i] = (struct key_entry){ .colour = canvas->theme->ink,
			.text = bands->texts[i],
			.draw = draw_sample,
			.number = bands->shapes[i] };
	return bands->count;
}
