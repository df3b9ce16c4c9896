/* SPDX-License-Identifier: GPL-3.0-or-later */
/* near: what a refused answer would be if it were written another way. */
#include "near.h"

#include "../../lib/memory.h"

/* Bytes; a longer one is no slip of the keyboard. */
#define NEAR_MAX 1000

void
near_release(struct near *near)
{
	text_release(&near->one);
	text_release(&near->other);
}

/* A normalised copy without blanks. */
static bool
fold(struct text *text, struct field field)
{
	struct fault fault;
	size_t length = 0;

	if (field.length > NEAR_MAX || !text_normalise(text, field, &fault))
		return false;
	for (size_t i = 0; i < text->length; i++)
		if (text->data[i] != ' ')
			text->data[length++] = text->data[i];
	text->length = length;
	return true;
}

static struct field
folded(const struct text *text)
{
	return (struct field){ text->length != 0 ? text->data : "", text->length };
}

/* near->one is folded already. */
static bool
is_same(struct near *near, struct field other)
{
	return fold(&near->other, other) && field_equals(folded(&near->one), folded(&near->other));
}

struct field
near_fold(struct near *near, struct field text)
{
	return fold(&near->one, text) ? folded(&near->one) : (struct field){ "", 0 };
}

static bool
is_code(struct near *near, const struct codes *codes)
{
	for (size_t i = 0; i < codes->count; i++)
		if (is_same(near, codes->list[i].text))
			return true;
	return false;
}

/* The folded value is an answer or a code; nothing but blanks is no answer, which is a
 * known one too. */
static bool
is_known(struct near *near, const struct item *item)
{
	if ((item_judge(item, folded(&near->one)).kind & ANSWER_REFUSED) == 0)
		return true;
	for (size_t i = 0; i < item->text_count; i++)
		if (is_same(near, item->texts[i].text))
			return true;
	return is_code(near, &item->codes) || is_code(near, item->shared);
}

/* "3,5"; "1,000" may be a thousand, and is for the reader to judge. */
static bool
has_comma(struct field value)
{
	struct decimal decimal;
	char text[DECIMAL_TEXT_MAX];
	char *comma;

	if (value.length > sizeof text)
		return false;
	memcpy(text, value.data, value.length);
	comma = memchr(text, ',', value.length);
	if (comma == NULL)
		return false;
	*comma = '.';
	return decimal_parse((struct field){ text, value.length }, &decimal) == DECIMAL_OK;
}

enum near_kind
near_find(struct near *near, const struct item *item, struct field value)
{
	if (!fold(&near->one, value))
		return NEAR_NOTHING;
	if (is_known(near, item))
		return NEAR_KNOWN;
	return has_comma(folded(&near->one)) ? NEAR_COMMA : NEAR_NOTHING;
}
