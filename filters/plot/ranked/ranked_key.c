/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked_key: what the lines, bands and shapes of a ranking mean. */
#include "ranked_key.h"

#include "../words/sentence.h"

#include <stdlib.h>

#define ENTRIES_MAX (RANKED_BANDS_MAX + 6)

struct key {
	struct key_entry entries[ENTRIES_MAX];
	char *texts[ENTRIES_MAX]; /* owned, or NULL */
	size_t count;
};

static void
add(struct key *key, struct key_entry entry, struct buffer *text)
{
	char *owned = words_take(text);

	entry.text = owned;
	key->texts[key->count] = owned;
	key->entries[key->count++] = entry;
}

static void
draw_target(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	double middle = x + KEY_SAMPLE / 2;

	canvas_line(canvas, middle, y - 6, middle, y + 9, 2.5, entry->colour);
	canvas_triangle(canvas, middle, y - 5, 0, 6, entry->colour);
}

/* The 95% interval over the one at 99.8%. */
static void
draw_intervals(struct canvas *canvas, const struct key_entry *entry, double x, double y)
{
	canvas_line(canvas, x, y, x + KEY_SAMPLE, y, 2, entry->colour);
	canvas_line(canvas, x, y - 5, x, y + 5, 2, entry->colour);
	canvas_line(canvas, x + KEY_SAMPLE, y - 5, x + KEY_SAMPLE, y + 5, 2, entry->colour);
	canvas_line(canvas, x + 6, y, x + KEY_SAMPLE - 6, y, 4, entry->colour);
}

static void
add_intervals(struct key *key, const struct ranked_layout *layout, const struct theme *theme)
{
	struct buffer text = { 0 };

	if (!sentence_any(layout->selection, SERIES_LOWER))
		return;
	if (ranked_wide_intervals(layout->selection)
	    && sentence_any(layout->selection, SERIES_LOWER998)) {
		buffer_append_text(&text, "intervals: thick 95%, thin 99.8%");
		add(key, (struct key_entry){ .colour = theme->ink, .draw = draw_intervals }, &text);
		return;
	}
	buffer_append_text(&text, "95% interval");
	add(key, (struct key_entry){ .mark = KEY_INTERVAL, .colour = theme->ink }, &text);
}

static void
add_peers(struct key *key, const struct ranked_layout *layout, const struct theme *theme)
{
	const struct series_row *peers = ranked_peers(layout->selection);
	bool several = peers == NULL && sentence_any(layout->selection, SERIES_MEDIAN);
	struct buffer text = { 0 };

	if (several)
		buffer_append_text(&text, "median of each unit's peers");
	if (peers != NULL) {
		buffer_append_text(&text, "median of units ");
		words_figure(&text, peers, SERIES_MEDIAN);
	}
	add(key,
	    (struct key_entry){ .mark = several ? KEY_LINE : KEY_DASHED, .colour = theme->ink },
	    &text);
	if (several && sentence_any(layout->selection, SERIES_Q1))
		buffer_append_text(&text, "middle half of each unit's peers");
	if (peers != NULL && series_shown(peers, SERIES_Q1) && series_shown(peers, SERIES_Q3)) {
		buffer_append_text(&text, "middle half of units ");
		words_figure(&text, peers, SERIES_Q1);
		buffer_append_text(&text, " to ");
		words_figure(&text, peers, SERIES_Q3);
	}
	add(key, (struct key_entry){ .mark = KEY_BAND, .colour = theme->band }, &text);
}

static void
add_target(struct key *key, const struct ranked_layout *layout, const struct theme *theme)
{
	const struct series_row *row = ranked_target(layout->selection);
	struct buffer text = { 0 };

	if (row == NULL)
		return;
	buffer_append_text(&text, "target ");
	words_figure(&text, row, SERIES_TARGET);
	add(key, (struct key_entry){ .colour = theme->centre, .draw = draw_target }, &text);
}

static void
add_held(struct key *key, const struct ranked_layout *layout, const struct theme *theme)
{
	struct buffer text = { 0 };

	for (size_t i = 0; i < layout->line_count; i++)
		if (layout->lines[i].kind == RANKED_HELD
		    && layout->lines[i].row->figures[SERIES_VALUE].state == SERIES_SUPPRESSED) {
			buffer_append_text(&text, "held back: small numbers");
			add(key, (struct key_entry){ .mark = KEY_HATCH, .colour = theme->edge },
			    &text);
			return;
		}
}

double
ranked_draw_key(struct canvas *canvas, const struct ranked_layout *layout,
    const struct ranked_bands *bands, double y)
{
	struct key key = { .count = 0 };
	double below;

	add_intervals(&key, layout, canvas->theme);
	add_peers(&key, layout, canvas->theme);
	add_target(&key, layout, canvas->theme);
	key.count += ranked_bands_key(bands, canvas, &key.entries[key.count]);
	add_held(&key, layout, canvas->theme);
	below = key_draw(
	    canvas, key.entries, key.count, THEME_MARGIN, y, layout->values - THEME_MARGIN);
	for (size_t i = 0; i < ENTRIES_MAX; i++)
		free(key.texts[i]);
	return below > y ? below + 6 : y;
}
