/* SPDX-License-Identifier: GPL-3.0-or-later */
/* levels_ink: how levels are told apart. */
#include "levels_ink.h"

#include "../canvas/label.h"
#include "../words/words.h"

#include <math.h>
#include <stdlib.h>

/* What has to be seen stands out this much from what is beside it. */
#define CONTRAST 3.0
#define GAP      1.0
/* A narrower box has no room for strokes and outline. */
#define BOX_MIN 6.0

static uint32_t
mix(uint32_t from, uint32_t to, double share)
{
	uint32_t colour = 0;

	for (unsigned shift = 0; shift <= 16; shift += 8) {
		double low = from >> shift & 255;
		double high = to >> shift & 255;

		colour |= (uint32_t)lround(low + (high - low) * share) << shift;
	}
	return colour;
}

static size_t
side_count(const struct levels *levels, enum levels_side side)
{
	size_t count = 0;

	for (size_t i = 0; i < levels->count; i++)
		count += levels->list[i].side == side;
	return count;
}

/* From the weak colour by the centre to the strong one at the end. */
static void
ink_side(const struct level *level, size_t count, const uint32_t colours[2], struct levels_ink *ink)
{
	double share = count < 2 ? 1 : (double)level->place / (double)(count - 1);

	ink->fill = mix(colours[1], colours[0], share);
	ink->line = colours[0];
	/* the end has strokes, and every second before it, where shades are near */
	ink->strokes = count > 1
	    && theme_contrast(colours[0],
	           mix(colours[1], colours[0], (double)(count - 2) / (double)(count - 1)))
	        < CONTRAST
	    && (count - 1 - level->place) % 2 == 0;
}

static void
ink_grey(const struct theme *theme, size_t place, struct levels_ink *ink)
{
	ink->fill = place % 2 == 0 ? theme->neutral : theme->edge;
	ink->line = place % 2 == 0 ? theme->edge : theme->ink;
	ink->strokes = place >= 2;
}

void
levels_inks(const struct levels *levels, const struct theme *theme, bool sides,
    struct levels_ink inks[LEVELS_MAX])
{
	size_t middle = side_count(levels, LEVELS_MIDDLE);

	for (size_t i = 0; i < levels->count; i++) {
		const struct level *level = &levels->list[i];
		struct levels_ink *ink = &inks[i];
		bool negative = level->side == LEVELS_NEGATIVE;

		*ink = (struct levels_ink){ 0 };
		if (!sides) {
			ink->fill = theme->series[i % THEME_SERIES];
			ink->line = theme->ink;
			ink->strokes = i >= THEME_SERIES;
		} else if (negative || level->side == LEVELS_POSITIVE) {
			ink_side(level, side_count(levels, level->side),
			    negative ? theme->negative : theme->positive, ink);
		} else {
			ink_grey(
			    theme, level->place + (level->side == LEVELS_APART ? middle : 0), ink);
		}
		ink->outlined = theme_contrast(ink->fill, theme->paper) < CONTRAST;
	}
}

void
levels_box(
    struct canvas *canvas, const struct levels_ink *ink, double x0, double y0, double x1, double y1)
{
	if (!(x1 > x0))
		return;
	if (x1 - x0 > BOX_MIN) {
		x0 += GAP;
		x1 -= GAP;
	}
	canvas_box(canvas, x0, y0, x1, y1, ink->fill);
	if (x1 - x0 < BOX_MIN)
		return;
	if (ink->strokes)
		canvas_hatch(canvas, x0 + 0.5, y0 + 0.5, x1 - 0.5, y1 - 0.5,
		    theme_ink_on(canvas->theme, ink->fill) == canvas->theme->paper
		        ? canvas->theme->paper
		        : ink->line);
	else if (ink->outlined)
		canvas_frame(canvas, x0 + 0.5, y0 + 0.5, x1 - 0.5, y1 - 0.5, 1, ink->line);
}

void
levels_segment(struct canvas *canvas, const struct levels_ink *ink, double x0, double x1,
    double middle, const char *figure)
{
	double width = label_width(field_of(figure), THEME_TEXT, false);
	double centre = (x0 + x1) / 2;

	levels_box(canvas, ink, x0, middle - LEVELS_BAR / 2, x1, middle + LEVELS_BAR / 2);
	if (width + 4 > x1 - x0)
		return;
	if (ink->strokes)
		canvas_box(canvas, centre - width / 2 - 2, middle - 9, centre + width / 2 + 2,
		    middle + 9, ink->fill);
	canvas_word(canvas, centre, middle, CANVAS_CENTRE, THEME_TEXT, false,
	    theme_ink_on(canvas->theme, ink->fill), figure);
}

void
levels_hatched(struct canvas *canvas, double x0, double x1, double middle)
{
	double centre = (x0 + x1) / 2;

	x0 += GAP;
	x1 -= GAP;
	canvas_box(
	    canvas, x0, middle - LEVELS_BAR / 2, x1, middle + LEVELS_BAR / 2, canvas->theme->paper);
	canvas_hatch(canvas, x0 + 0.5, middle - LEVELS_BAR / 2 + 0.5, x1 - 0.5,
	    middle + LEVELS_BAR / 2 - 0.5, canvas->theme->edge);
	canvas_box(canvas, centre - 7, middle - 8, centre + 7, middle + 8, canvas->theme->paper);
	/* an asterisk hangs high */
	canvas_word(
	    canvas, centre, middle + 3, CANVAS_CENTRE, THEME_TEXT, false, canvas->theme->ink, "*");
}

/* A key's entry holds a colour and a number: the ink's fill, and all else of it. */
static size_t
pack(const struct levels_ink *ink)
{
	return (size_t)ink->line << 2 | (size_t)ink->outlined << 1 | (size_t)ink->strokes;
}

static void
draw_sample(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	const struct levels_ink ink = { .fill = entry->colour,
		.line = (uint32_t)(entry->number >> 2),
		.outlined = (entry->number & 2) != 0,
		.strokes = (entry->number & 1) != 0 };

	levels_box(
	    canvas, &ink, x, y - KEY_SAMPLE_HEIGHT / 2, x + KEY_SAMPLE, y + KEY_SAMPLE_HEIGHT / 2);
}

struct key_entry
levels_key_entry(const struct levels_ink *ink, const char *text)
{
	return (struct key_entry){
		.colour = ink->fill, .text = text, .draw = draw_sample, .number = pack(ink)
	};
}

const char *
levels_held_words(const struct levels *levels)
{
	for (size_t i = 0; i < levels->row_count; i++)
		if (levels->percent && levels_count_held(levels, &levels->rows[i]) == 1
		    && levels_count_shown(levels, &levels->rows[i]) != 0)
			return "held back (*); one alone is not to scale";
	return levels->percent ? "held back (*)" : "held back (*), not to scale";
}

double
levels_key(struct canvas *canvas, const struct levels *levels,
    const struct levels_ink inks[LEVELS_MAX], const char *held_text, double y)
{
	struct key_entry entries[LEVELS_MAX + 1];
	size_t count = levels->count;
	bool held = false;

	for (size_t i = 0; i < count; i++)
		entries[i] = levels_key_entry(&inks[i], levels->list[i].name);
	for (size_t i = 0; i < levels->row_count; i++)
		held |= levels_count_held(levels, &levels->rows[i]) != 0;
	if (held)
		entries[count++] = (struct key_entry){
			.mark = KEY_HATCH, .colour = canvas->theme->edge, .text = held_text
		};
	return key_draw(canvas, entries, count, THEME_MARGIN, y, canvas->width - 2 * THEME_MARGIN);
}

char *
levels_text(const struct levels_row *row, size_t level)
{
	struct buffer out = { 0 };

	if (row->cells[level] != NULL)
		words_figure(&out, row->cells[level], SERIES_VALUE);
	return words_take(&out);
}
