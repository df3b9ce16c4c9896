/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot: a key wraps its entries and draws every sample inside its width. */
#include "../../filters/plot/canvas/key.h"

#include "../../filters/plot/canvas/label.h"
#include "unit.h"

#define LINE 24.0

static const struct key_entry marks[] = {
	{ .mark = KEY_WORDS, .text = "How it is read:" },
	{ .mark = KEY_BOX, .colour = 0x12436D, .text = "share of all" },
	{ .mark = KEY_BAND, .colour = 0xE3E9EF, .text = "the middle half" },
	{ .mark = KEY_HATCH, .colour = 0x858585, .text = "held back" },
	{ .mark = KEY_LINE, .colour = 0x12436D, .text = "limit" },
	{ .mark = KEY_DASHED, .colour = 0x12436D, .text = "median" },
	{ .mark = KEY_CIRCLE, .colour = 0x12436D, .text = "other units" },
	{ .mark = KEY_DIAMOND, .colour = 0x801650, .text = "a signal" },
	{ .mark = KEY_POINTER, .colour = 0x801650, .text = "the own unit" },
	{ .mark = KEY_INTERVAL, .colour = 0x3D3D3D, .text = "95% interval" },
};

#define MARKS (sizeof(marks) / sizeof(marks[0]))

static struct canvas
fresh(void)
{
	return (struct canvas){ .theme = &theme_default, .width = 960 };
}

/* Every word and every corner of a shape stands between left and right. */
static bool
inside(const struct canvas *canvas, double left, double right)
{
	for (size_t i = 0; i < canvas->word_count; i++) {
		const struct canvas_word *word = &canvas->words[i];

		if (word->x < left
		    || word->x + label_width(field_of(word->text), word->size, word->bold)
		        > right + 0.01)
			return false;
	}
	for (size_t i = 0; i < canvas->shape_count; i++)
		for (size_t corner = 0; corner < canvas->shapes[i].corners; corner++)
			if (canvas->shapes[i].x[corner] < left - 2
			    || canvas->shapes[i].x[corner] > right + 2)
				return false;
	return true;
}

static void
test_lines(void)
{
	static const double widths[] = { 272, 592, 912 };
	size_t before = MARKS + 1;

	for (size_t i = 0; i < 3; i++) {
		struct canvas canvas = fresh();
		size_t lines = key_lines(marks, MARKS, widths[i]);
		double y = key_draw(&canvas, marks, MARKS, 24, 100, widths[i]);

		CHECK_NUMBER(y, 100 + (double)lines * LINE, 1e-12);
		CHECK(lines < before);
		CHECK(canvas.word_count == MARKS);
		CHECK(inside(&canvas, 24, 24 + widths[i]));
		before = lines;
		canvas_release(&canvas);
	}
	CHECK(key_lines(marks, 2, 912) == 1);
}

static void
test_long_text(void)
{
	static const struct key_entry entries[] = {
		{ .mark = KEY_BOX,
		    .text = "neither agree nor disagree, or the question did not arise for me" },
		{ .mark = KEY_BOX, .text = "agree" },
		{ .mark = KEY_BOX, .text = "agree in part" },
	};
	struct canvas canvas = fresh();

	/* the long one takes lines of its own, and the two others share the next */
	CHECK(key_lines(entries, 1, 272) == 3);
	CHECK(key_lines(entries, 3, 272) == 4);
	key_draw(&canvas, entries, 3, 24, 0, 272);
	CHECK(inside(&canvas, 24, 296));
	CHECK_NUMBER(canvas.words[canvas.word_count - 1].y, 3 * LINE, 1e-12);
	CHECK_NUMBER(canvas.words[canvas.word_count - 2].y, 3 * LINE, 1e-12);
	canvas_release(&canvas);
}

static void
test_left_out(void)
{
	static const struct key_entry entries[] = { { .mark = KEY_BOX, .text = "" } };
	struct canvas canvas = fresh();

	CHECK_NUMBER(key_draw(&canvas, entries, 1, 24, 50, 272), 50, 1e-12);
	CHECK_NUMBER(key_draw(&canvas, entries, 0, 24, 50, 272), 50, 1e-12);
	CHECK(canvas.shape_count == 0 && canvas.word_count == 0);
}

static void
draw_number(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	canvas_circle(canvas, x + (double)entry->number, y, 3, entry->colour);
}

static void
test_own_sample(void)
{
	static const struct key_entry entry = {
		.colour = 0x801650, .text = "third", .draw = draw_number, .number = 2
	};
	struct canvas canvas = fresh();

	key_draw(&canvas, &entry, 1, 24, 50, 272);
	CHECK(canvas.shape_count == 1 && canvas.shapes[0].colour == 0x801650);
	CHECK_NUMBER(canvas.shapes[0].x[0], 26, 1e-12);
	CHECK_NUMBER(canvas.words[0].x, 24 + KEY_SAMPLE + 8, 1e-12);
	canvas_release(&canvas);
}

int
main(void)
{
	test_lines();
	test_long_text();
	test_left_out();
	test_own_sample();
	return unit_done();
}
