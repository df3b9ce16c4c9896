/* SPDX-License-Identifier: GPL-3.0-or-later */
/* box: how figures are spread. */
#include "box.h"

#include "../canvas/frame.h"
#include "../canvas/key.h"
#include "../canvas/theme.h"

#include <stdlib.h>

#define UPRIGHT      560.0 /* the width from which boxes of periods stand upright */
#define UPRIGHT_STEP 28.0

bool
box_needs(const struct selection *selection, struct fault *fault)
{
	return words_kind(selection) != NULL
	    || fault_set(fault,
	        "a box chart shows figures of one kind: choose measures of one kind with "
	        "--measure");
}

/* A box of the key, lying on its line. */
static void
draw_sample(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	double middle = x + KEY_SAMPLE / 2;

	canvas_box(canvas, x + 1, y - 8, x + KEY_SAMPLE - 1, y + 8, canvas->theme->band);
	canvas_frame(canvas, x + 1, y - 8, x + KEY_SAMPLE - 1, y + 8, 1.5, entry->colour);
	canvas_line(canvas, middle, y - 8, middle, y + 8, 4, canvas->theme->figure);
}

static void
draw_whiskers(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	canvas_line(canvas, x, y, x + KEY_SAMPLE, y, 1.5, entry->colour);
	canvas_line(canvas, x, y - 6, x, y + 6, 1.5, entry->colour);
	canvas_line(canvas, x + KEY_SAMPLE, y - 6, x + KEY_SAMPLE, y + 6, 1.5, entry->colour);
}

static void
draw_circle(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	canvas_circle(canvas, x + KEY_SAMPLE / 2, y, 4.5, entry->colour);
	canvas_circle(canvas, x + KEY_SAMPLE / 2, y, 2.8, canvas->theme->paper);
}

/* What of it stands in the picture. */
struct seen {
	bool box;
	bool outlier;
	bool few;
	bool empty;
	bool own;
};

static struct seen
look(const struct boxes *boxes)
{
	struct seen seen = { 0 };

	for (size_t i = 0; i < boxes->count; i++) {
		const struct box *box = &boxes->list[i];

		seen.box |= box->count >= BOX_LEAST;
		seen.outlier |= box_outliers(box) != 0;
		seen.few |= box->count != 0 && box->count < BOX_LEAST;
		seen.empty |= box->count == 0 && box->held != 0;
		seen.own |= box->own != NULL;
	}
	return seen;
}

static double
draw_key(
    struct canvas *canvas, const struct selection *selection, const struct boxes *boxes, double y)
{
	struct seen seen = look(boxes);
	bool records = selection->series->undisclosed;
	uint32_t ink = canvas->theme->ink;
	char *own = NULL;

	for (size_t i = 0; i < boxes->count && own == NULL; i++)
		if (boxes->list[i].own != NULL)
			own = words_unit(selection, boxes->list[i].own->unit);
	struct key_entry entries[] = {
		{ .colour = ink,
		    .draw = draw_sample,
		    .text = seen.box ? "middle half and median" : "" },
		{ .colour = ink,
		    .draw = draw_whiskers,
		    .text = seen.box ? "up to 1.5 times the box beyond it" : "" },
		{ .colour = canvas->theme->figure,
		    .draw = draw_circle,
		    .text = !seen.outlier && !seen.few ? ""
		        : records                      ? "a record"
		                                       : "a unit" },
		{ .mark = KEY_DIAMOND,
		    .colour = canvas->theme->own,
		    .text = own == NULL ? "" : own },
		{ .mark = KEY_WORDS,
		    .colour = ink,
		    .text = seen.empty ? "* all are held back" : "" },
	};

	y = key_draw(canvas, entries, sizeof(entries) / sizeof(entries[0]), THEME_MARGIN, y,
	    canvas->width - 2 * THEME_MARGIN);
	free(own);
	return y;
}

void
box_draw(const struct selection *selection, const struct words *words, struct canvas *canvas)
{
	struct boxes boxes = { 0 };
	double y = frame_head(canvas, words);

	boxes_make(&boxes, selection);
	y = draw_key(canvas, selection, &boxes, y) + 6;
	/* of single records each unit has its boxes, and long names lie better */
	if (selection->by_period && canvas->width >= UPRIGHT
	    && boxes.count == selection->column_count
	    && (canvas->width - 260) / (double)boxes.count >= UPRIGHT_STEP)
		y = box_draw_upright(canvas, selection, &boxes, y);
	else
		y = box_draw_lying(canvas, selection, &boxes, y);
	boxes_release(&boxes);
	frame_foot(canvas, words, y);
}

const struct chart chart_box = { .name = "box",
	.summary = "how the units' figures are spread: median, quartiles, outliers",
	.words = "Box plot",
	.span = CHART_GRID,
	.needs = box_needs,
	.records = true,
	.title = box_title,
	.subtitle = box_subtitle,
	.alternative = box_alternative,
	.draw = box_draw,
	.text = box_text };
