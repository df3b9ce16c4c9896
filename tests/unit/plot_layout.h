/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * plot_layout: draws a stream with a chart type at a width and looks whether all of it
 * can be read.
 *
 *	struct layout_stream stream = { .units = 50, .name_length = 80,
 *	    .header = LAYOUT_HEADER, .pattern = LAYOUT_PATTERN };
 *	struct select_wish wish = { .type = "ranked", .highlight = "..." };
 *	char *csv = layout_stream(&stream);
 *
 *	layout_check(&wish, csv, 320);
 *	free(csv);
 *
 * A word's box is its estimated width (label.h) by its size.  No box leaves the canvas, no
 * two boxes overlap, no word is below 16 pixels, no corner of a shape leaves the canvas.
 * What is wrong stands in the output behind '#', with the words.
 */
#ifndef TEST_PLOT_LAYOUT_H
#define TEST_PLOT_LAYOUT_H

#include "../../filters/plot/canvas/frame.h"
#include "../../filters/plot/canvas/label.h"
#include "../../filters/plot/chart/chart.h"
#include "unit.h"

#include <getopt.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Half a pixel is the rounding of a place. */
#define LAYOUT_NEAR        0.5
#define LAYOUT_FAULTS_SAID 5

/* --- streams -------------------------------------------------------------------- */

#define LAYOUT_HEADER  "unit,period,measure,kind,records,denominator,value,lower95,upper95"
#define LAYOUT_PATTERN "%u,%p,%m,proportion,%n,%n,%v,%l,%h"

/*
 * A line of the pattern for each measure, unit and period, in that order.  In it stand for
 *	%u  the unit's name: "Unit 1 ..." filled up to name_length characters
 *	%i  the unit's number from 1
 *	%p  the period, months from 2022-01 on
 *	%m  the measure: measure_1, measure_2, ...
 *	%v  a value, 0.0 to 97.0, and negative for each second unit where so wished
 *	%l %h  3 less, 3 more
 *	%n  a count
 *	%%  a per cent sign
 * %v, %l, %h and %n of each suppressed-th row are "*"; 1: of all rows.
 */
struct layout_stream {
	const char *header;
	const char *pattern;
	size_t units;
	size_t periods;  /* 0: one */
	size_t measures; /* 0: one */
	size_t name_length;
	size_t suppressed; /* 0: none */
	bool negative;
};

__attribute__((unused)) static void
layout_name(struct buffer *out, size_t unit, size_t length)
{
	static const char filler[] = " community mental health team for adults and older people";
	size_t begin = out->length;

	buffer_format(out, "Unit %zu", unit);
	for (size_t i = 0; out->length - begin < length; i++)
		buffer_append(out, &filler[i % (sizeof(filler) - 1)], 1);
	/* a blank at the end would be cut off */
	if (out->data[out->length - 1] == ' ')
		out->data[out->length - 1] = 'x';
}

__attribute__((unused)) static void
layout_line(struct buffer *out, const struct layout_stream *stream, size_t unit, size_t period,
    size_t measure, bool held)
{
	double value = (double)((unit * 37 + period * 13 + measure * 29) % 98);

	if (stream->negative && unit % 2 == 1)
		value = -value;
	for (const char *at = stream->pattern; *at != '\0'; at++) {
		if (*at != '%') {
			buffer_append(out, at, 1);
			continue;
		}
		at++;
		if (held && strchr("vlhn", *at) != NULL)
			buffer_append_text(out, "*");
		else if (*at == 'u')
			layout_name(out, unit + 1, stream->name_length);
		else if (*at == 'i')
			buffer_format(out, "%zu", unit + 1);
		else if (*at == 'p')
			buffer_format(out, "%zu-%02zu", 2022 + period / 12, period % 12 + 1);
		else if (*at == 'm')
			buffer_format(out, "measure_%zu", measure + 1);
		else if (*at == 'n')
			buffer_format(out, "%zu", 20 + unit * 7 % 400);
		else if (*at == '%')
			buffer_append_text(out, "%");
		else
			buffer_format(out, "%.1f", value + (*at == 'l' ? -3 : *at == 'h' ? 3 : 0));
	}
	buffer_append_text(out, "\n");
}

/* The stream as a text; the caller frees it. */
__attribute__((unused)) static char *
layout_stream(const struct layout_stream *stream)
{
	struct buffer out = { 0 };
	size_t periods = stream->periods == 0 ? 1 : stream->periods;
	size_t measures = stream->measures == 0 ? 1 : stream->measures;
	size_t rows = 0;

	buffer_format(&out, "%s\n", stream->header);
	for (size_t measure = 0; measure < measures; measure++)
		for (size_t unit = 0; unit < stream->units; unit++)
			for (size_t period = 0; period < periods; period++) {
				rows++;
				layout_line(&out, stream, unit, period, measure,
				    stream->suppressed != 0 && rows % stream->suppressed == 0);
			}
	buffer_append(&out, "", 1);
	return out.data;
}

/* --- what is drawn ---------------------------------------------------------------- */

struct layout_box {
	double x0, y0, x1, y1;
};

static struct layout_box
layout_box(const struct canvas_word *word)
{
	double width = label_width(field_of(word->text), word->size, word->bold);
	double left = word->align == CANVAS_LEFT ? word->x
	    : word->align == CANVAS_CENTRE       ? word->x - width / 2
	                                         : word->x - width;

	return (struct layout_box){ left, word->y - word->size / 2.0, left + width,
		word->y + word->size / 2.0 };
}

static bool
layout_outside(const struct canvas *canvas, double x, double y)
{
	/* written so that NaN is outside */
	return !(x >= -LAYOUT_NEAR && x <= canvas->width + LAYOUT_NEAR && y >= -LAYOUT_NEAR
	    && y <= canvas->height + LAYOUT_NEAR);
}

/* For drawings that are wrong on purpose. */
static bool layout_silent;

static void
layout_say(size_t *faults, const char *what, const struct canvas_word *word, const char *other)
{
	if ((*faults)++ < LAYOUT_FAULTS_SAID && !layout_silent)
		printf("# %s: \"%s\" at %.0f,%.0f%s%s%s\n", what, word->text, word->x, word->y,
		    other == NULL ? "" : " and \"", other == NULL ? "" : other,
		    other == NULL ? "" : "\"");
}

/* How much is wrong with the drawing. */
__attribute__((unused)) static size_t
layout_faults(const struct canvas *canvas)
{
	size_t faults = 0;

	for (size_t i = 0; i < canvas->word_count; i++) {
		const struct canvas_word *word = &canvas->words[i];
		struct layout_box box = layout_box(word);

		if (layout_outside(canvas, box.x0, box.y0)
		    || layout_outside(canvas, box.x1, box.y1))
			layout_say(&faults, "leaves the canvas", word, NULL);
		if (word->size < THEME_TEXT)
			layout_say(&faults, "too small", word, NULL);
		for (size_t j = 0; j < i; j++) {
			struct layout_box other = layout_box(&canvas->words[j]);

			if (box.x0 + LAYOUT_NEAR < other.x1 && other.x0 + LAYOUT_NEAR < box.x1
			    && box.y0 + LAYOUT_NEAR < other.y1 && other.y0 + LAYOUT_NEAR < box.y1)
				layout_say(&faults, "overlap", word, canvas->words[j].text);
		}
	}
	for (size_t i = 0; i < canvas->shape_count; i++) {
		const struct canvas_shape *shape = &canvas->shapes[i];
		double reach = shape->kind == CANVAS_CIRCLE ? shape->width : 0;

		for (size_t j = 0; j < shape->corners; j++)
			if (layout_outside(canvas, shape->x[j] - reach, shape->y[j] - reach)
			    || layout_outside(canvas, shape->x[j] + reach, shape->y[j] + reach)) {
				if (faults++ < LAYOUT_FAULTS_SAID && !layout_silent)
					printf("# shape %zu leaves the canvas at %.0f,%.0f\n", i,
					    shape->x[j], shape->y[j]);
				break;
			}
	}
	return faults;
}

/* Draws the stream as main does; false where there is no such chart of it.  The canvas is
 * the caller's to release. */
__attribute__((unused)) static bool
layout_draw(const struct select_wish *wish, const struct words_wish *said, const char *csv,
    double width, struct canvas *canvas)
{
	static const struct filter_option no_options[] = { { 0 } };
	int input = memfd_create("stream", MFD_CLOEXEC);
	char path[32];
	char name[] = "plot";
	char option[] = "-o";
	char nowhere[] = "/dev/null";
	char *arguments[] = { name, option, nowhere, path, NULL };
	struct filter filter = { .name = "plot", .synopsis = "", .options = no_options };
	struct series series = { 0 };
	struct selection selection = { 0 };
	struct words words = { 0 };
	struct fault fault = { 0 };
	FILE *out = stdout; /* which a filter that opens turns aside */
	bool good;

	optind = 0; /* each call reads the options from their beginning */
	if (write(input, csv, strlen(csv)) != (ssize_t)strlen(csv)
	    || lseek(input, 0, SEEK_SET) != 0)
		return false;
	snprintf(path, sizeof path, "/dev/fd/%d", input);
	*canvas = (struct canvas){ .theme = &theme_default, .width = width };
	good = filter_parse(&filter, 4, arguments) && filter_open(&filter, &fault)
	    && series_read(&series, &filter, &fault) && filter.status == STATUS_DONE
	    && selection_make(&selection, &series, wish, &fault);
	if (good) {
		words_make(&words, &selection, said);
		if (selection.count == 0)
			frame_no_figures(canvas, &words);
		else
			selection.chart->draw(&selection, &words, canvas);
		words_release(&words);
	} else {
		fprintf(out, "# %s\n", fault.message);
	}
	selection_release(&selection);
	series_release(&series);
	filter.record.used = filter.record.in;
	filter_close(&filter);
	stdout = out;
	close(input);
	return good;
}

/* One check: the stream drawn at that width, whole and bare, has no fault. */
#define layout_check(wish, csv, width) layout_check_at(wish, csv, width, __FILE__, __LINE__)

__attribute__((unused)) static bool
layout_check_at(
    const struct select_wish *wish, const char *csv, double width, const char *file, int line)
{
	bool good = true;
	char what[64];

	for (int bare = 0; bare < 2; bare++) {
		const struct words_wish said = { .bare = bare != 0 };
		struct canvas canvas;

		good = layout_draw(wish, &said, csv, width, &canvas) && canvas.height > 0
		    && layout_faults(&canvas) == 0 && good;
		canvas_release(&canvas);
	}
	snprintf(what, sizeof what, "%.20s at %.0f pixels can be read",
	    wish->type == NULL ? "the stream's own chart" : wish->type, width);
	return unit_check(good, file, line, what);
}

#endif
