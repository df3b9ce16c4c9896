/* SPDX-License-Identifier: GPL-3.0-or-later */
/* box_text: the figures of a box plot for a terminal. */
#include "box.h"

#include "../../lib/memory.h"
#include "../canvas/label.h"
#include "../terminal/terminal.h"

#include <stdlib.h>

#define FIGURE 9

static void
add_quartile(const struct boxes *boxes, bool there, double value, struct buffer *text)
{
	struct buffer out = { 0 };
	char *figure;

	if (there)
		box_quartile(boxes, value, &out);
	figure = there ? words_take(&out) : xstrdup("-");
	terminal_right(text, figure, FIGURE);
	free(figure);
}

/* A published figure as it stands; of single records a value. */
static void
add_value(const struct boxes *boxes, const struct box *box, const struct series_row *row,
    double value, struct buffer *text)
{
	char *figure;

	if (box->rows == NULL || box->count == 0) {
		add_quartile(boxes, box->count != 0, value, text);
		return;
	}
	figure = row == NULL ? xstrdup("-") : terminal_value(row);
	terminal_right(text, figure, FIGURE);
	free(figure);
}

static void
add_box(
    const struct boxes *boxes, const struct box *box, size_t names, bool own, struct buffer *text)
{
	bool any = box->count != 0;
	size_t last = any ? box->count - 1 : 0;
	bool whole = box->count >= BOX_LEAST;
	struct buffer n = { 0 };
	char *count;

	buffer_append_text(text, box->own_box ? "\xe2\x96\xb6 " : "  ");
	label_fit(text, field_of(box->name), names);
	add_value(boxes, box, any && box->rows != NULL ? box->rows[0] : NULL, box->values[0], text);
	add_quartile(boxes, whole, box->q1, text);
	add_quartile(boxes, any, box->median, text);
	add_quartile(boxes, whole, box->q3, text);
	add_value(
	    boxes, box, any && box->rows != NULL ? box->rows[last] : NULL, box->values[last], text);
	if (own)
		add_value(boxes, box, box->own, 0, text);
	buffer_format(&n, "%zu", box->count);
	count = words_take(&n);
	terminal_right(text, count, 6);
	terminal_end_line(text);
	free(count);
}

void
box_text(const struct selection *selection, size_t columns, struct buffer *text)
{
	static const char *const heads[] = { "lowest", "q1", "median", "q3", "highest" };
	struct boxes boxes = { 0 };
	size_t names = 4;
	size_t figures;
	bool own = false;

	boxes_make(&boxes, selection);
	for (size_t i = 0; i < boxes.count; i++) {
		names = terminal_larger(names, label_cells(field_of(boxes.list[i].name)));
		own |= boxes.list[i].own != NULL;
	}
	figures = (own ? 6 : 5) * FIGURE + 8;
	names = columns < figures + 8 ? 8 : names > columns - figures ? columns - figures : names;
	buffer_append_text(text, "  ");
	label_fit(text, field_of(""), names);
	for (size_t i = 0; i < 5; i++)
		terminal_right(text, heads[i], FIGURE);
	if (own)
		terminal_right(text, "own", FIGURE);
	terminal_right(text, "n", 6);
	terminal_end_line(text);
	for (size_t i = 0; i < boxes.count; i++)
		add_box(&boxes, &boxes.list[i], names, own, text);
	boxes_release(&boxes);
}
