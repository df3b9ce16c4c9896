/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draw: plot at work, and what it made taken back. */
#include "charts.h"
#include "crew.h"
#include "svg.h"
#include "workplace.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PICTURE_MAX  ((size_t)64 << 20)
#define MESSAGES_MAX 65536

/* In pixels of the screen: pictures go through the page's margins, which they bring
 * themselves, so that letters stay as large as plot draws them. */
static const struct {
	const char *name;
	const char *option;
} sizes[CHART_SIZES] = { { "wide", "--size=800" }, { "narrow", "--size=360" } };

struct draw {
	struct charts *charts;
	const struct document *document;
	struct workplace workplace;
	char *program;
	struct crew_task *tasks; /* CHART_SIZES of each chart */
};

/* A file of the workplace: "12-wide.svg"; the caller frees it. */
static char *
file_of(const struct draw *draw, size_t chart, const char *ending)
{
	struct buffer path = { 0 };
	char *result;

	buffer_format(&path, "%s/%zu-%s", draw->workplace.path, chart, ending);
	result = xstrndup(path.data, path.length);
	buffer_release(&path);
	return result;
}

struct arguments {
	char **items;
	size_t count;
};

static void
add(struct arguments *arguments, const char *text)
{
	arguments->items = xgrow(arguments->items, arguments->count, sizeof(char *));
	arguments->items[arguments->count++] = text == NULL ? NULL : xstrdup(text);
}

static void
add_file(struct arguments *arguments, const char *option, const struct draw *draw, size_t chart,
    const char *ending)
{
	char *path = file_of(draw, chart, ending);

	add(arguments, option);
	add(arguments, path);
	free(path);
}

static void
add_stream(struct arguments *arguments, const char *path)
{
	struct buffer name = { 0 };

	/* a single - would be standard input */
	buffer_append_text(&name, *path == '-' ? "./" : "");
	buffer_append_text(&name, path);
	buffer_append(&name, "", 1);
	add(arguments, "--");
	add(arguments, name.data);
	buffer_release(&name);
}

static char **
arguments_of(const struct draw *draw, size_t index, enum chart_size size)
{
	const struct chart *chart = &draw->charts->items[index];
	struct arguments arguments = { 0 };
	char picture[16];

	add(&arguments, draw->program);
	add(&arguments, "--quiet");
	add(&arguments, "--bare");
	add(&arguments, sizes[size].option);
	for (size_t i = 0; i < draw->document->label_count; i++) {
		add(&arguments, "--labels");
		add(&arguments, draw->document->labels[i]);
	}
	for (size_t i = 0; i < chart->option_count; i++)
		add(&arguments, chart->options[i]);
	snprintf(picture, sizeof picture, "%s.svg", sizes[size].name);
	add_file(&arguments, "--output", draw, index, picture);
	if (size == CHART_WIDE) {
		add_file(&arguments, "--data", draw, index, "figures.csv");
		add_file(&arguments, "--words", draw, index, "words.json");
		add_file(&arguments, "--run-record", draw, index, "run.json");
	}
	add_stream(&arguments, chart->stream->path);
	add(&arguments, NULL);
	return arguments.items;
}

static bool
read_whole(const char *path, size_t most, struct buffer *out, struct fault *fault)
{
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t count = 1;

	if (descriptor < 0)
		return fault_system(fault, path, "cannot open");
	while (count > 0 && out->length < most) {
		buffer_reserve(out, 65536);
		count = read(descriptor, out->data + out->length, 65536);
		out->length += count > 0 ? (size_t)count : 0;
	}
	close(descriptor);
	return count == 0 || (count < 0 && fault_system(fault, path, "cannot read"))
	    || fault_at(fault, path, 0, 0, "is too large");
}

/* The last line that plot said, without its name in front. */
static bool
fault_of(const struct chart *chart, const struct crew_task *task, struct fault *fault)
{
	struct buffer said = { 0 };
	struct fault ignored;
	struct field line;
	const char *start;

	if (!read_whole(task->messages, MESSAGES_MAX, &said, &ignored))
		buffer_clear(&said);
	line = field_trim((struct field){ said.data, said.length });
	while (line.length != 0 && line.data[line.length - 1] == '\n')
		line.length--;
	start = line.length == 0 ? NULL : memrchr(line.data, '\n', line.length);
	if (start != NULL)
		line = (struct field){ start + 1, line.length - (size_t)(start + 1 - line.data) };
	if (line.length > 6 && memcmp(line.data, "plot: ", 6) == 0)
		line = (struct field){ line.data + 6, line.length - 6 };
	config_fault(&chart->node, fault, "the chart could not be drawn: %.*s",
	    line.length == 0        ? 27
	        : line.length > 500 ? 500
	                            : (int)line.length,
	    line.length == 0 ? "plot ended without a reason" : line.data);
	buffer_release(&said);
	return false;
}

static bool
take_counts(struct chart *chart, const char *path, struct fault *fault)
{
	static const char *const names[] = { "in", "used", "suppressed", "excluded" };
	uint64_t *const counts[] = { &chart->in, &chart->used, &chart->suppressed,
		&chart->excluded };
	struct config_file file;
	bool good = config_open(&file, path, fault);
	struct config_node root;
	struct config_node group;

	if (!good)
		return false;
	root = config_root(&file);
	group = config_member(&root, "counts");
	for (size_t i = 0; good && i < sizeof names / sizeof *names; i++) {
		struct config_node member = config_member(&group, names[i]);
		long count = 0;

		good = config_integer(&member, 0, 1000000000, &count, fault);
		*counts[i] = (uint64_t)count;
	}
	config_close(&file);
	return good;
}

static bool
take_picture(struct draw *draw, size_t index, enum chart_size size, struct fault *fault)
{
	struct chart *chart = &draw->charts->items[index];
	struct buffer drawn = { 0 };
	struct fault reason = { 0 };
	char text[2][32];
	char *path;
	bool good;

	snprintf(text[0], sizeof text[0], "%s.svg", sizes[size].name);
	snprintf(text[1], sizeof text[1], "chart-%zu-%s-", index + 1, sizes[size].name);
	path = file_of(draw, index, text[0]);
	good = read_whole(path, PICTURE_MAX, &drawn, &reason)
	    && svg_embed((struct field){ drawn.data, drawn.length }, sizes[size].name, text[1],
	        &chart->pictures[size], &reason);
	free(path);
	buffer_release(&drawn);
	return good || config_fault(&chart->node, fault, "%s", reason.message);
}

static bool
take_chart(struct draw *draw, size_t index, struct fault *fault)
{
	struct chart *chart = &draw->charts->items[index];
	char *figures = file_of(draw, index, "figures.csv");
	char *words = file_of(draw, index, "words.json");
	char *run = file_of(draw, index, "run.json");
	bool good = take_picture(draw, index, CHART_WIDE, fault)
	    && take_picture(draw, index, CHART_NARROW, fault)
	    && config_open(&chart->words, words, fault) && take_counts(chart, run, fault);

	if (good) {
		chart->words.path = "plot's words";
		chart->figures = table_load(figures, fault);
		good = chart->figures != NULL;
	}
	free(figures);
	free(words);
	free(run);
	return good;
}

static bool
work(struct draw *draw, size_t at_once, struct fault *fault)
{
	size_t count = draw->charts->count * CHART_SIZES;
	bool good;

	for (size_t i = 0; i < count; i++) {
		char name[16];

		snprintf(name, sizeof name, "%s.txt", sizes[i % CHART_SIZES].name);
		draw->tasks[i].messages = file_of(draw, i / CHART_SIZES, name);
		draw->tasks[i].arguments =
		    arguments_of(draw, i / CHART_SIZES, (enum chart_size)(i % CHART_SIZES));
	}
	good = crew_run(draw->tasks, count, at_once, fault);
	for (size_t i = 0; good && i < count; i++)
		if (!crew_succeeded(&draw->tasks[i]))
			good =
			    fault_of(&draw->charts->items[i / CHART_SIZES], &draw->tasks[i], fault);
	for (size_t i = 0; good && i < draw->charts->count; i++)
		good = take_chart(draw, i, fault);
	return good;
}

static void
draw_release(struct draw *draw)
{
	for (size_t i = 0; i < draw->charts->count * CHART_SIZES; i++) {
		for (char **argument = draw->tasks[i].arguments;
		     argument != NULL && *argument != NULL; argument++)
			free(*argument);
		free(draw->tasks[i].arguments);
		free((char *)draw->tasks[i].messages);
	}
	free(draw->tasks);
	free(draw->program);
}

bool
charts_draw(
    struct charts *charts, const struct document *document, size_t at_once, struct fault *fault)
{
	struct draw draw = { .charts = charts, .document = document };
	bool good;

	if (charts->count == 0)
		return true;
	draw.program = charts_program(fault);
	if (draw.program == NULL)
		return false;
	if (!workplace_open(&draw.workplace, fault)) {
		free(draw.program);
		return false;
	}
	draw.tasks = xcalloc(charts->count * CHART_SIZES, sizeof *draw.tasks);
	good = work(&draw, at_once, fault);
	draw_release(&draw);
	/* a signal that came meanwhile ends the program here */
	workplace_close(&draw.workplace);
	return good;
}
