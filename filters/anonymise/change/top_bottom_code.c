/* SPDX-License-Identifier: GPL-3.0-or-later */
/* top_bottom_code: a number beyond a limit becomes the limit (top and bottom coding). */
#include "exact.h"
#include "kind.h"

static const char *const keys[] = { "bottom", "top", NULL };

struct settings {
	bool has_bottom;
	bool has_top;
	decimal_wide bottom;
	decimal_wide top;
	struct buffer bottom_text;
	struct buffer top_text;
};

static bool
read_limits(void *data, const struct config_node *node, struct fault *fault)
{
	struct config_node bottom = config_member(node, "bottom");
	struct config_node top = config_member(node, "top");
	struct settings *settings = data;

	settings->has_bottom = config_present(&bottom);
	settings->has_top = config_present(&top);
	if (!settings->has_bottom && !settings->has_top)
		return config_fault(
		    &top, fault, "is missing: a highest number as \"top\", a lowest as \"bottom\"");
	if (!exact_read(&bottom, &settings->bottom, fault)
	    || !exact_read(&top, &settings->top, fault))
		return false;
	if (settings->has_bottom && settings->has_top && settings->bottom >= settings->top)
		return config_fault(&bottom, fault, "is not below \"top\"");
	exact_write(settings->bottom, &settings->bottom_text);
	exact_write(settings->top, &settings->top_text);
	return true;
}

static void
release(void *data)
{
	struct settings *settings = data;

	buffer_release(&settings->bottom_text);
	buffer_release(&settings->top_text);
}

static void
explain_limits(const void *data, struct buffer *out)
{
	const struct settings *settings = data;
	const struct buffer *bottom = &settings->bottom_text;
	const struct buffer *top = &settings->top_text;

	buffer_append_text(out, "is cut off: ");
	if (settings->has_bottom)
		buffer_format(out, "what is below %.*s becomes %.*s", (int)bottom->length,
		    bottom->data, (int)bottom->length, bottom->data);
	if (settings->has_top)
		buffer_format(out, "%swhat is above %.*s becomes %.*s",
		    settings->has_bottom ? ", " : "", (int)top->length, top->data, (int)top->length,
		    top->data);
}

static enum change_result
cut_off(void *data, struct field value, const struct change_record *record, unsigned level,
    struct field *out)
{
	struct settings *settings = data;
	decimal_wide number;

	(void)record;
	(void)level;
	if (!exact_parse(value, &number))
		return CHANGE_FAILED;
	*out = value;
	if (settings->has_bottom && number < settings->bottom)
		*out = (struct field){ settings->bottom_text.data, settings->bottom_text.length };
	else if (settings->has_top && number > settings->top)
		*out = (struct field){ settings->top_text.data, settings->top_text.length };
	else
		return CHANGE_SAME;
	return CHANGE_DONE;
}

const struct change_kind change_top_bottom_code = {
	.name = "top-bottom-code",
	.wants = "number",
	.action = "top-bottom-code",
	.keys = keys,
	.size = sizeof(struct settings),
	.read = read_limits,
	.release = release,
	.explain = explain_limits,
	.value = cut_off,
};
