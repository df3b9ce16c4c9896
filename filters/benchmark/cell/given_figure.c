/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given_figure: a figure as it is published already. */
#include "given_figure.h"

#include "cell_text.h"

#include <stdlib.h>
#include <string.h>

/* What decimal_parse gives at most. */
#define DIGITS_MAX INT64_C(999999999999999999)

struct given_figure *
given_figure_copy(const struct given_figure *figure)
{
	struct given_figure *copy = xmalloc(sizeof(*copy));

	*copy = *figure;
	for (size_t i = 0; i < GIVEN_PARTS; i++)
		if (figure->parts[i].symbol != NULL)
			copy->parts[i].symbol = xstrdup(figure->parts[i].symbol);
	return copy;
}

bool
given_figure_has(const struct given_figure *figure)
{
	for (size_t i = 0; i < GIVEN_PARTS; i++)
		if (figure->parts[i].content != GIVEN_NOTHING)
			return true;
	return false;
}

void
given_figure_clear(struct given_figure *figure)
{
	for (size_t i = 0; i < GIVEN_PARTS; i++)
		free(figure->parts[i].symbol);
	*figure = (struct given_figure){ 0 };
}

void
given_figure_free(struct given_figure *figure)
{
	if (figure != NULL)
		given_figure_clear(figure);
	free(figure);
}

void
given_figure_save(const struct given_figure *figure, struct buffer *text)
{
	for (size_t i = 0; i < GIVEN_PARTS; i++) {
		const struct given_entry *entry = &figure->parts[i];

		cell_text_number(text, (decimal_unsigned)entry->content);
		if (entry->content == GIVEN_NUMBER) {
			cell_text_number(text, entry->number.scale);
			cell_text_number(text, (uint64_t)entry->number.digits);
		} else if (entry->content == GIVEN_SYMBOL) {
			cell_text_bytes(text, field_of(entry->symbol));
		}
	}
}

static void
load_number(struct cell_text *rest, struct given_entry *entry)
{
	entry->number.scale = (unsigned)cell_text_read(rest, DECIMAL_SCALE_MAX);
	entry->number.digits = (int64_t)cell_text_read_count(rest);
	rest->good =
	    rest->good && entry->number.digits >= -DIGITS_MAX && entry->number.digits <= DIGITS_MAX;
}

static void
load_symbol(struct cell_text *rest, struct given_entry *entry)
{
	struct buffer bytes = { 0 };
	struct field symbol = { "", 0 };

	if (cell_text_read_bytes(rest, &bytes) && bytes.length != 0)
		symbol = (struct field){ bytes.data, bytes.length };
	rest->good = rest->good && (field_is_suppressed(symbol) || field_is_symbol(symbol));
	if (rest->good)
		entry->symbol = xstrndup(symbol.data, symbol.length);
	buffer_release(&bytes);
}

struct given_figure *
given_figure_load(struct field text)
{
	struct given_figure *figure = xcalloc(1, sizeof(*figure));
	struct cell_text rest = cell_text_of(text);

	for (size_t i = 0; rest.good && i < GIVEN_PARTS; i++) {
		struct given_entry *entry = &figure->parts[i];

		entry->content = (enum given_content)cell_text_read(&rest, GIVEN_SYMBOL);
		if (entry->content == GIVEN_NUMBER)
			load_number(&rest, entry);
		else if (entry->content == GIVEN_SYMBOL)
			load_symbol(&rest, entry);
	}
	if (cell_text_ends(&rest) && given_figure_has(figure))
		return figure;
	given_figure_free(figure);
	return NULL;
}
