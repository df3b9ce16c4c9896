/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key: what the shapes and colours of a chart mean. */
#include "key.h"

#include "label.h"

#include <math.h>

#define BESIDE 8.0  /* from a sample to its text */
#define APART  22.0 /* from one entry to the next */
#define LINE   24.0
/* A longer text ends in an ellipsis. */
#define ENTRY_LINES 4

static double
sample_width(const struct key_entry *entry)
{
	return entry->mark == KEY_WORDS && entry->draw == NULL ? 0 : KEY_SAMPLE + BESIDE;
}

static void
draw_sample(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	double right = x + KEY_SAMPLE;
	double middle = x + KEY_SAMPLE / 2;
	double top = y - KEY_SAMPLE_HEIGHT / 2;
	double bottom = y + KEY_SAMPLE_HEIGHT / 2;
	uint32_t colour = entry->colour;

	if (entry->draw != NULL) {
		entry->draw(canvas, entry, x, y);
		return;
	}
	switch (entry->mark) {
	case KEY_WORDS:
		break;
	case KEY_BOX:
		canvas_box(canvas, x, top, right, bottom, colour);
		break;
	case KEY_BAND:
		canvas_box(canvas, x, top, right, bottom, colour);
		canvas_line(canvas, x, top, x, bottom, 1, canvas->theme->edge);
		canvas_line(canvas, right, top, right, bottom, 1, canvas->theme->edge);
		break;
	case KEY_HATCH:
		canvas_hatch(canvas, x, top, right, bottom, colour);
		break;
	case KEY_LINE:
		canvas_line(canvas, x, y, right, y, 2.5, colour);
		break;
	case KEY_DASHED:
		/* two and a half strokes, as a dashed line ends where it will */
		canvas_dashed(canvas, x, y, right, y, 2, 6, colour);
		break;
	case KEY_CIRCLE:
		canvas_circle(canvas, middle, y, 6, colour);
		break;
	case KEY_DIAMOND:
		canvas_diamond(canvas, middle, y, 7, colour);
		break;
	case KEY_POINTER:
		canvas_pointer(canvas, middle, y, 7, colour);
		break;
	case KEY_INTERVAL:
		canvas_line(canvas, x, y, right, y, 2, colour);
		canvas_line(canvas, x, y - 6, x, y + 6, 2, colour);
		canvas_line(canvas, right, y - 6, right, y + 6, 2, colour);
		break;
	}
}

/* Places all entries, on no canvas where that is NULL; returns the lines they took. */
static size_t
place(struct canvas *canvas, const struct key_entry *entries, size_t count, double x, double y,
    double width)
{
	double at = 0;
	size_t lines = 0;

	for (size_t i = 0; i < count; i++) {
		double sample = sample_width(&entries[i]);
		struct label label;

		label_wrap(&label, entries[i].text, THEME_TEXT, false, fmax(width - sample, 1),
		    ENTRY_LINES);
		if (label.count != 0 && (lines == 0 || at + sample + label.width > width)) {
			at = 0;
			lines++;
		}
		if (label.count != 0 && canvas != NULL)
			draw_sample(canvas, &entries[i], x + at, y + (double)(lines - 1) * LINE);
		for (size_t line = 0; line < label.count; line++)
			if (canvas != NULL)
				canvas_word(canvas, x + at + sample,
				    y + (double)(lines - 1 + line) * LINE, CANVAS_LEFT, THEME_TEXT,
				    false, canvas->theme->ink, label.lines[line]);
		if (label.count != 0)
			at += sample + label.width + APART;
		if (label.count > 1) {
			/* what follows begins a line of its own */
			lines += label.count - 1;
			at = INFINITY;
		}
		label_release(&label);
	}
	return lines;
}

double
key_draw(struct canvas *canvas, const struct key_entry *entries, size_t count, double x, double y,
    double width)
{
	return y + (double)place(canvas, entries, count, x, y, width) * LINE;
}

size_t
key_lines(const struct key_entry *entries, size_t count, double width)
{
	return place(NULL, entries, count, 0, 0, width);
}
