/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * band: a number becomes the band that it lies in.
 *
 * Where all edges are whole numbers a band is "10-19" ("-20 to -11" below 0, "10" where
 * it holds one whole number), and a number with decimals lies in the band of its whole
 * part: 19.5 in 10-19.  Otherwise it is "7.5 to under 10".  Own edges leave two bands
 * without an end: "under 18" and "85+".
 *
 * Each level doubles the width, so that two bands become one; own edges are one level.
 */
#include "exact.h"
#include "kind.h"

#define EDGES_MAX     64
#define LEVELS        5 /* the number, then 1, 2, 4 and 8 times the width */
#define LEVELS_OF_OWN 2
static const char *const words[] = { "band", NULL };
static const char *const keys[] = { "width", "from", "bands", "level", NULL };

struct settings {
	decimal_wide width;
	decimal_wide from;
	decimal_wide edges[EDGES_MAX];
	size_t edge_count; /* 0: bands of a width */
	bool whole;
	unsigned level;
	struct buffer text;
};

static bool
is_whole(decimal_wide number)
{
	return number % EXACT_ONE == 0;
}

static bool
read_edges(struct settings *settings, const struct config_node *bands, struct fault *fault)
{
	if (!config_is_array(bands) || config_size(bands) == 0)
		return config_fault(bands, fault,
		    "a list of the least number in each band is expected, such as [0, 18, 65]");
	if (config_size(bands) > EDGES_MAX)
		return config_fault(
		    bands, fault, "has more bands than there may be (%d)", EDGES_MAX);
	settings->whole = true;
	for (size_t i = 0; i < config_size(bands); i++) {
		struct config_node node = config_element(bands, i);

		if (!exact_read(&node, &settings->edges[i], fault))
			return false;
		if (i != 0 && settings->edges[i] <= settings->edges[i - 1])
			return config_fault(&node, fault, "is not above the one before it");
		settings->whole = settings->whole && is_whole(settings->edges[i]);
	}
	settings->edge_count = config_size(bands);
	return true;
}

static bool
read_width(struct settings *settings, const struct config_node *width,
    const struct config_node *from, struct fault *fault)
{
	if (!exact_read(width, &settings->width, fault)
	    || !exact_read(from, &settings->from, fault))
		return false;
	if (settings->width <= 0)
		return config_fault(width, fault, "is not above 0");
	settings->whole = is_whole(settings->width) && is_whole(settings->from);
	return true;
}

static unsigned
levels(const void *data)
{
	return ((const struct settings *)data)->edge_count != 0 ? LEVELS_OF_OWN : LEVELS;
}

static bool
read_band(void *data, const struct config_node *node, struct fault *fault)
{
	struct config_node width = config_member(node, "width");
	struct config_node from = config_member(node, "from");
	struct config_node bands = config_member(node, "bands");
	struct config_node level = config_member(node, "level");
	struct settings *settings = data;
	long number = 1;

	if (!config_present(&bands) && !config_present(&width))
		return config_fault(&width, fault,
		    "is missing: a width such as 10, or the least number of each band as "
		    "\"bands\"");
	if (config_present(&bands) && config_present(&width))
		return config_fault(&width, fault, "stands beside \"bands\"; give one of them");
	if (config_present(&bands) && config_present(&from))
		return config_fault(&from, fault, "belongs to \"width\"");
	if (config_present(&bands) ? !read_edges(settings, &bands, fault)
	                           : !read_width(settings, &width, &from, fault))
		return false;
	if (!config_integer(&level, 0, (long)levels(settings) - 1, &number, fault))
		return false;
	settings->level = (unsigned)number;
	return true;
}

static void
release(void *data)
{
	struct settings *settings = data;

	buffer_release(&settings->text);
}

static void
explain_band(const void *data, struct buffer *out)
{
	const struct settings *settings = data;

	if (settings->level == 0) {
		buffer_append_text(out, "is passed on as the number that it is");
		return;
	}
	if (settings->edge_count == 0) {
		buffer_append_text(out, "becomes its band, ");
		exact_write(settings->width << (settings->level - 1), out);
		buffer_append_text(out, " wide, counted from ");
		exact_write(settings->from, out);
		return;
	}
	buffer_append_text(out, "becomes its band; bands begin at");
	for (size_t i = 0; i < settings->edge_count; i++) {
		buffer_append_text(out,
		    i == 0                              ? " "
		        : i + 1 == settings->edge_count ? " and "
		                                        : ", ");
		exact_write(settings->edges[i], out);
	}
}

static unsigned
level_of(const void *data)
{
	return ((const struct settings *)data)->level;
}

/* From first up to but without next. */
static void
write_range(struct settings *settings, decimal_wide first, decimal_wide next)
{
	struct buffer *text = &settings->text;

	exact_write(first, text);
	if (!settings->whole) {
		buffer_append_text(text, " to under ");
		exact_write(next, text);
	} else if (next - first > EXACT_ONE) {
		buffer_append_text(text, first < 0 ? " to " : "-");
		exact_write(next - EXACT_ONE, text);
	}
}

static void
write_own(struct settings *settings, decimal_wide number)
{
	size_t i = settings->edge_count;

	while (i != 0 && settings->edges[i - 1] > number)
		i--;
	if (i == 0) {
		buffer_append_text(&settings->text, "under ");
		exact_write(settings->edges[0], &settings->text);
	} else if (i == settings->edge_count) {
		exact_write(settings->edges[i - 1], &settings->text);
		buffer_append_text(&settings->text, "+");
	} else {
		write_range(settings, settings->edges[i - 1], settings->edges[i]);
	}
}

/* The band of a number; level is not 0. */
static struct field
write_band(struct settings *settings, decimal_wide number, unsigned level)
{
	decimal_wide width = settings->width << (level - 1);

	buffer_clear(&settings->text);
	if (settings->edge_count != 0) {
		write_own(settings, number);
	} else {
		decimal_wide above = (number - settings->from) % width;
		decimal_wide first = number - (above < 0 ? above + width : above);

		write_range(settings, first, first + width);
	}
	return (struct field){ settings->text.data, settings->text.length };
}

/* A number in the band that a text is, if it is one: its least, or for "under" one
 * below the first edge. */
static bool
number_in(const struct settings *settings, struct field text, decimal_wide *number)
{
	static const char under[] = "under ";
	size_t length = text.length != 0 && text.data[0] == '-';

	if (settings->edge_count != 0 && text.length > sizeof under - 1
	    && memcmp(text.data, under, sizeof under - 1) == 0) {
		*number = settings->edges[0] - 1;
		return true;
	}
	while (length < text.length
	    && ((text.data[length] >= '0' && text.data[length] <= '9') || text.data[length] == '.'))
		length++;
	return exact_parse_written((struct field){ text.data, length }, number);
}

/* The value is a band already, at that level or a finer one. */
static bool
is_band(struct settings *settings, struct field value, unsigned level, decimal_wide *number)
{
	if (!number_in(settings, value, number))
		return false;
	for (unsigned finer = 1; finer <= level; finer++)
		if (field_equals(write_band(settings, *number, finer), value))
			return true;
	return false;
}

static enum change_result
make_band(void *data, struct field value, const struct change_record *record, unsigned level,
    struct field *out)
{
	struct settings *settings = data;
	decimal_wide number;

	(void)record;
	*out = value;
	if (!exact_parse(value, &number) && !is_band(settings, value, level, &number))
		return CHANGE_FAILED;
	if (level == 0)
		return CHANGE_SAME;
	*out = write_band(settings, number, level);
	return field_equals(*out, value) ? CHANGE_SAME : CHANGE_DONE;
}

static bool
freeze(const void *data, unsigned level, struct config_node *node)
{
	(void)data;
	return config_set_integer(node, "level", (long)level);
}

const struct change_kind change_band = {
	.name = "band",
	.wants = "number",
	.action = "generalise",
	.to = words,
	.keys = keys,
	.size = sizeof(struct settings),
	.read = read_band,
	.release = release,
	.explain = explain_band,
	.levels = levels,
	.level = level_of,
	.value = make_band,
	.freeze = freeze,
};
