/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * mask: the first or last characters stay, the rest becomes four X, however long it was,
 * since the length tells something too.  A value of which more would be shown than
 * hidden is masked whole.
 */
#include "kind.h"

#define SHOWN_MAX 100

static const char mask[] = "XXXX";
#define MASK_LENGTH (sizeof mask - 1)
static const char *const keys[] = { "first", "last", NULL };

struct settings {
	size_t first; /* characters */
	size_t last;
	struct buffer text;
};

static bool
read_mask(void *data, const struct config_node *node, struct fault *fault)
{
	struct config_node first = config_member(node, "first");
	struct config_node last = config_member(node, "last");
	struct settings *settings = data;
	long at_first = 0;
	long at_last = 0;

	if (!config_integer(&first, 0, SHOWN_MAX, &at_first, fault)
	    || !config_integer(&last, 0, SHOWN_MAX, &at_last, fault))
		return false;
	settings->first = (size_t)at_first;
	settings->last = (size_t)at_last;
	return true;
}

static void
release(void *data)
{
	struct settings *settings = data;

	buffer_release(&settings->text);
}

static void
explain_mask(const void *data, struct buffer *out)
{
	const struct settings *settings = data;

	if (settings->first + settings->last == 0) {
		buffer_format(out, "becomes %s, whatever it is", mask);
		return;
	}
	buffer_append_text(out, "is masked: ");
	if (settings->first != 0)
		buffer_format(out, "the first %zu", settings->first);
	if (settings->first != 0 && settings->last != 0)
		buffer_append_text(out, " and ");
	if (settings->last != 0)
		buffer_format(out, "the last %zu", settings->last);
	buffer_format(out,
	    " of its characters are shown, the rest is %s; where that would be more than half "
	    "of them, all is %s",
	    mask, mask);
}

/* UTF-8: bytes that begin no character carry one on. */
static bool
begins(char byte)
{
	return ((unsigned char)byte & 0xC0) != 0x80;
}

static size_t
count_characters(struct field value)
{
	size_t count = 0;

	for (size_t i = 0; i < value.length; i++)
		count += begins(value.data[i]);
	return count;
}

/* The bytes before the character of that number. */
static size_t
offset_of(struct field value, size_t character)
{
	size_t at = 0;

	for (; at < value.length; at++)
		if (begins(value.data[at]) && character-- == 0)
			break;
	return at;
}

static bool
is_masked(const struct settings *settings, struct field value, size_t characters)
{
	size_t shown = offset_of(value, settings->first);

	return field_is(value, mask)
	    || (characters == settings->first + MASK_LENGTH + settings->last
	        && memcmp(value.data + shown, mask, MASK_LENGTH) == 0);
}

static enum change_result
hide(void *data, struct field value, const struct change_record *record, unsigned level,
    struct field *out)
{
	struct settings *settings = data;
	size_t characters = count_characters(value);
	size_t shown = settings->first + settings->last;
	size_t tail;

	(void)record;
	(void)level;
	*out = value;
	if (is_masked(settings, value, characters))
		return CHANGE_SAME;
	*out = (struct field){ mask, MASK_LENGTH };
	if (shown == 0 || characters < 2 * shown)
		return CHANGE_DONE;
	buffer_clear(&settings->text);
	buffer_append(&settings->text, value.data, offset_of(value, settings->first));
	buffer_append(&settings->text, mask, MASK_LENGTH);
	tail = offset_of(value, characters - settings->last);
	buffer_append(&settings->text, value.data + tail, value.length - tail);
	*out = (struct field){ settings->text.data, settings->text.length };
	return CHANGE_DONE;
}

const struct change_kind change_mask = {
	.name = "mask",
	.action = "mask",
	.keys = keys,
	.size = sizeof(struct settings),
	.read = read_mask,
	.release = release,
	.explain = explain_mask,
	.value = hide,
};
