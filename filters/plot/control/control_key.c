/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_key: what the shapes and lines mean, and the rules by their names. */
#include "control.h"

#include "../canvas/key.h"
#include "../canvas/label.h"
#include "../canvas/place.h"
#include "../canvas/theme.h"
#include "../words/sentence.h"

#include <stdio.h>
#include <stdlib.h>

#define ENTRIES_MAX 16
#define LEVELS      4
/* So many rules are named at figures of a panel. */
#define NAMES_MAX 12

/* The next code of a row's signal, without it; false at the end. */
static bool
next_rule(struct field *rest, struct field *code)
{
	const char *blank;

	if (rest->length == 0)
		return false;
	blank = memchr(rest->data, ' ', rest->length);
	*code = (struct field){ rest->data,
		blank == NULL ? rest->length : (size_t)(blank - rest->data) };
	rest->data += code->length + (blank != NULL);
	rest->length -= code->length + (blank != NULL);
	return true;
}

/* The rules that fired, each once, in the order of first sight. */
static char *
rules_fired(const struct selection *selection)
{
	struct names rules = { 0 };
	struct buffer out = { 0 };

	for (size_t i = 0; i < selection->count; i++) {
		struct field rest = field_of(selection->rows[i]->signal);
		struct field code;

		while (series_shown(selection->rows[i], SERIES_VALUE) && next_rule(&rest, &code))
			names_add(&rules, words_rule(code));
	}
	for (size_t i = 0; i < rules.count; i++)
		buffer_format(&out, "%s%s", i == 0 ? "signals: " : ", ", rules.texts[i]);
	names_release(&rules);
	return words_take(&out);
}

/* A shape of a figure: number is the way, with 1 more for each of its directions from -1. */
static void
draw_shape(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	enum control_way way = (enum control_way)(entry->number / 3);
	int direction = (int)(entry->number % 3) - 1;

	control_figure(
	    canvas, x + KEY_SAMPLE / 2, y, way > CONTROL_COMMON ? 7.5 : 4.5, way, direction);
}

static void
draw_target(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	canvas_dashed(canvas, x, y, x + KEY_SAMPLE, y, 2, 2.5, entry->colour);
}

static void
draw_inner(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	canvas_dashed(canvas, x, y, x + KEY_SAMPLE, y, 1, 3, entry->colour);
}

static void
draw_upright(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	canvas_dashed(
	    canvas, x + KEY_SAMPLE / 2, y - 10, x + KEY_SAMPLE / 2, y + 10, 1.5, 4, entry->colour);
}

static bool
any_rebased(const struct selection *selection)
{
	for (size_t i = 0; i < selection->unit_count; i++)
		for (size_t j = 1; j < selection->period_count; j++)
			if (control_rebased(selection, i, j))
				return true;
	return false;
}

static bool
any_way(const struct selection *selection, enum control_way way)
{
	for (size_t i = 0; i < selection->count; i++)
		if (series_shown(selection->rows[i], SERIES_VALUE)
		    && control_way(selection->rows[i]) == way)
			return true;
	return false;
}

/* "target 70%", without the figure where targets differ; "" where there is none. */
static char *
name_target(const struct selection *selection)
{
	const struct series_row *first = NULL;
	bool same = true;
	struct buffer out = { 0 };

	for (size_t i = 0; i < selection->count; i++) {
		const struct series_row *row = selection->rows[i];

		if (!series_shown(row, SERIES_TARGET))
			continue;
		if (first == NULL)
			first = row;
		same = same
		    && strcmp(first->figures[SERIES_TARGET].text, row->figures[SERIES_TARGET].text)
		        == 0;
	}
	if (first != NULL)
		buffer_append_text(&out, same ? "target " : "target");
	if (first != NULL && same)
		words_figure(&out, first, SERIES_TARGET);
	return words_take(&out);
}

double
control_key(struct canvas *canvas, const struct selection *selection, bool named, double y)
{
	static const char *const ways[CONTROL_WAYS] = { [CONTROL_IMPROVEMENT] = "improvement",
		[CONTROL_CONCERN] = "concern",
		[CONTROL_HIGH] = "signal, high",
		[CONTROL_LOW] = "signal, low",
		[CONTROL_SPECIAL] = "signal" };
	const struct theme *theme = canvas->theme;
	bool both = control_both(selection) && sentence_any(selection, SERIES_LIMIT_UPPER95);
	char *rules = rules_fired(selection);
	char *target = name_target(selection);
	int good = control_good(selection);
	struct key_entry entries[ENTRIES_MAX];
	size_t count = 0;
	char figure[32];

	snprintf(figure, sizeof(figure), "one %s", words_step(selection));
	entries[count++] = (struct key_entry){
		.text = figure, .draw = draw_shape, .number = CONTROL_COMMON * 3 + 1
	};
	for (enum control_way way = CONTROL_IMPROVEMENT; way < CONTROL_WAYS; way++)
		if (any_way(selection, way))
			entries[count++] = (struct key_entry){ .text = ways[way],
				.draw = draw_shape,
				.number =
				    (size_t)way * 3 + (size_t)(control_direction(way, good) + 1) };
	/* a panel that names its lines needs no key of them */
	if (!named && sentence_any(selection, SERIES_CENTRE))
		entries[count++] = (struct key_entry){ KEY_LINE, theme->centre, "centre", 0, 0 };
	if (!named && sentence_any(selection, SERIES_LIMIT_UPPER))
		entries[count++] = (struct key_entry){ KEY_DASHED, theme->ink,
			both ? "limits, 3 sigma" : "limits", 0, 0 };
	if (both)
		entries[count++] = (struct key_entry){
			.colour = theme->edge, .text = "2 sigma", .draw = draw_inner
		};
	if (!named && target[0] != '\0')
		entries[count++] =
		    (struct key_entry){ .colour = theme->own, .text = target, .draw = draw_target };
	if (any_rebased(selection))
		entries[count++] = (struct key_entry){
			.colour = theme->ink, .text = "limits begin anew", .draw = draw_upright
		};
	if (selection->suppressed != 0)
		entries[count++] = (struct key_entry){ KEY_HATCH, theme->ink, "held back", 0, 0 };
	entries[count++] = (struct key_entry){ .mark = KEY_WORDS, .text = rules };
	y = key_draw(canvas, entries, count, THEME_MARGIN, y, canvas->width - 2 * THEME_MARGIN);
	free(rules);
	free(target);
	return y;
}

/* The rules that fire at a figure and not at the one before, as short as they can be told
 * apart: the key has their names. */
static char *
rules_begun(const struct series_row *before, const struct series_row *row)
{
	struct field rest = field_of(row->signal);
	struct buffer out = { 0 };
	struct field code;

	while (next_rule(&rest, &code)) {
		struct field old = field_of(before == NULL ? "" : before->signal);
		struct field other;
		bool begun = true;

		while (next_rule(&old, &other))
			begun = begun
			    && (other.length != code.length
			        || memcmp(other.data, code.data, code.length) != 0);
		if (!begun)
			continue;
		buffer_append_text(&out, out.length == 0 ? "" : ", ");
		for (size_t i = 0; i < code.length; i++)
			buffer_append(&out, code.data[i] == '_' ? " " : &code.data[i], 1);
	}
	return words_take(&out);
}

/* The level lines as they end, which words had better not stand on. */
static void
add_levels(const struct selection *selection, const struct panel *place, struct place_room *room,
    struct place_line *path)
{
	static const enum series_column levels[LEVELS] = { SERIES_CENTRE, SERIES_TARGET,
		SERIES_LIMIT_LOWER, SERIES_LIMIT_UPPER };

	for (size_t i = 0; i < LEVELS; i++)
		for (size_t j = selection->period_count; j-- > 0;)
			if (panel_shows(place->rows[j], levels[i])) {
				double y = axis_pixel(
				    &place->axis, series_number(place->rows[j], levels[i]));

				path[room->line_count++] =
				    (struct place_line){ place->left, y, place->right, y };
				break;
			}
}

void
control_name_rules(
    struct canvas *canvas, const struct selection *selection, const struct control_panel *panel)
{
	const struct panel *place = &panel->panel;
	size_t count = selection->period_count;
	struct place_box *points = xcalloc(count, sizeof(struct place_box));
	struct place_line *path = xcalloc(count + LEVELS, sizeof(struct place_line));
	struct place_room room = { .bounds = { place->left, place->top + place->head, place->right,
		                       place->bottom - 12 },
		.obstacles = points,
		.lines = path };
	struct place_label labels[NAMES_MAX];
	char *texts[NAMES_MAX];
	size_t named = 0;
	const struct series_row *before = NULL;
	double before_x = 0;
	double before_y = 0;

	for (size_t i = 0; i < count; i++) {
		const struct series_row *row = place->rows[i];
		double x = panel_time(selection, place, i);
		double y;

		if (!panel_shows(row, SERIES_VALUE))
			continue;
		y = axis_pixel(&place->axis, series_number(row, SERIES_VALUE));
		points[room.obstacle_count++] = (struct place_box){ x - 6, y - 6, x + 6, y + 6 };
		if (before != NULL)
			path[room.line_count++] = (struct place_line){ before_x, before_y, x, y };
		if (row->signal[0] != '\0' && named < NAMES_MAX) {
			texts[named] = rules_begun(before, row);
			labels[named] = (struct place_label){ .x = x,
				.y = y,
				.radius = 8,
				.width = label_width(field_of(texts[named]), THEME_TEXT, false),
				.height = THEME_TEXT + 2 };
			if (texts[named][0] == '\0')
				free(texts[named]);
			else
				named++;
		}
		before = row;
		before_x = x;
		before_y = y;
	}
	add_levels(selection, place, &room, path);
	place_labels(&room, labels, named);
	for (size_t i = 0; i < named; i++) {
		if (labels[i].placed && labels[i].led)
			canvas_line(canvas, labels[i].lead.x0, labels[i].lead.y0, labels[i].lead.x1,
			    labels[i].lead.y1, 1, canvas->theme->ink);
		if (labels[i].placed)
			canvas_word(canvas, labels[i].box.x0,
			    (labels[i].box.y0 + labels[i].box.y1) / 2, CANVAS_LEFT, THEME_TEXT,
			    false, canvas->theme->ink, texts[i]);
		free(texts[i]);
	}
	free(points);
	free(path);
}
