/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg_read: the SVG that gnuplot drew, as paths and words. */
#include "svg_read.h"

#include "svg_reading.h"

bool
svg_unknown(const struct svg_reading *reading, const struct svg_tag *tag, const char *what)
{
	size_t length = 0;

	while (length < tag->name.length && length < 20
	    && ((tag->name.data[length] >= 'a' && tag->name.data[length] <= 'z')
	        || (tag->name.data[length] >= 'A' && tag->name.data[length] <= 'Z')))
		length++;
	return fault_set(reading->fault,
	    "gnuplot drew the chart in a form that is not known: %s%s%.*s%s; gnuplot 5.4 is known "
	    "to work",
	    what, length == 0 ? "" : " <", (int)length, tag->name.data, length == 0 ? "" : ">");
}

bool
svg_figure(const struct svg_tag *tag, const char *name, double *figure)
{
	struct field value = svg_tag_value(tag, name);

	return svg_tag_number(&value, figure) && value.length == 0;
}

bool
svg_value_is(const struct svg_tag *tag, const char *name, const char *text)
{
	struct field value = svg_tag_value(tag, name);

	return value.length == 0 || field_is(value, text);
}

bool
svg_take_end(struct svg_reading *reading, const struct svg_tag *tag)
{
	struct svg_tag end;

	return (svg_tag_next(&reading->rest, &end) && end.closes
	           && field_equals(end.name, tag->name) && svg_tag_is_blank(end.text))
	    || svg_unknown(reading, tag, "the end of");
}

static bool
is_one_of(struct field name, const char *const *names)
{
	while (*names != NULL)
		if (field_is(name, *names++))
			return true;
	return false;
}

static bool
known_attributes(
    const struct svg_reading *reading, const struct svg_tag *tag, const char *const *names)
{
	struct field rest = tag->attributes;
	struct field name;
	struct field value;

	while (svg_tag_attribute(&rest, &name, &value))
		if (!is_one_of(name, names))
			return svg_unknown(reading, tag, "an attribute of");
	return svg_tag_is_blank(rest) || svg_unknown(reading, tag, "an attribute of");
}

static bool
take_root(struct svg_reading *reading, const struct svg_tag *tag)
{
	reading->depth++;
	return (reading->depth == 1 && svg_figure(tag, "width", &reading->drawing->width)
	           && svg_figure(tag, "height", &reading->drawing->height)
	           && reading->drawing->width >= 1 && reading->drawing->height >= 1)
	    || svg_unknown(reading, tag, "the size of");
}

/* gnuplot's own title and version. */
static bool
take_text_of_its_own(struct svg_reading *reading, const struct svg_tag *tag)
{
	return svg_take_end(reading, tag);
}

/* The marks of gnuplot's points, of which a script of ours uses none. */
static bool
take_definitions(struct svg_reading *reading, const struct svg_tag *tag)
{
	static const char end[] = "</defs>";
	const char *place = memmem(reading->rest.data, reading->rest.length, end, strlen(end));

	if (place == NULL)
		return svg_unknown(reading, tag, "the end of");
	place += strlen(end);
	reading->rest.length -= (size_t)(place - reading->rest.data);
	reading->rest.data = place;
	svg_tag_blanks(&reading->rest);
	return true;
}

static bool
take_paper(struct svg_reading *reading, const struct svg_tag *tag)
{
	return (reading->depth == 2
	           && svg_tag_colour(svg_tag_value(tag, "fill"), &reading->drawing->paper))
	    || svg_unknown(reading, tag, "the colour of");
}

static bool
take_group(struct svg_reading *reading, const struct svg_tag *tag)
{
	reading->depth++;
	if (svg_tag_value(tag, "transform").length != 0)
		return svg_take_place(reading, tag);
	if (svg_tag_value(tag, "stroke-width").length != 0
	    && !svg_figure(tag, "stroke-width", &reading->width))
		return svg_unknown(reading, tag, "the width of strokes in");
	return (svg_value_is(tag, "fill", "none") && svg_value_is(tag, "stroke-linecap", "butt")
	           && svg_value_is(tag, "stroke-linejoin", "miter"))
	    || svg_unknown(reading, tag, "the way of strokes in");
}

#define ATTRIBUTES(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const struct element {
	const char *name;
	bool (*take)(struct svg_reading *reading, const struct svg_tag *tag);
	bool has_text; /* of its own, which take reads up to the element's end */
	const char *const *attributes;
} elements[] = {
	{ "svg", take_root, false,
	    ATTRIBUTES("width", "height", "viewBox", "xmlns", "xmlns:xlink") },
	{ "title", take_text_of_its_own, true, ATTRIBUTES(NULL) },
	{ "desc", take_text_of_its_own, true, ATTRIBUTES(NULL) },
	{ "defs", take_definitions, true, ATTRIBUTES(NULL) },
	{ "rect", take_paper, false, ATTRIBUTES("x", "y", "width", "height", "fill") },
	{ "g", take_group, false,
	    ATTRIBUTES("id", "fill", "color", "stroke", "stroke-width", "stroke-linecap",
	        "stroke-linejoin", "shape-rendering", "transform", "font-family", "font-weight",
	        "font-size", "text-anchor") },
	{ "path", svg_take_path, false, ATTRIBUTES("stroke", "d") },
	{ "polygon", svg_take_polygon, false, ATTRIBUTES("fill", "points") },
	{ "text", svg_take_word, true, ATTRIBUTES(NULL) },
};

/* The end of a group or of the whole. */
static bool
take_close(struct svg_reading *reading, const struct svg_tag *tag)
{
	if (!field_is(tag->name, reading->depth == 1 ? "svg" : "g") || reading->depth == 0)
		return svg_unknown(reading, tag, "the end of");
	reading->ended = --reading->depth == 0;
	return true;
}

static bool
take(struct svg_reading *reading, const struct svg_tag *tag)
{
	const struct element *element = NULL;

	if (reading->ended)
		return svg_unknown(reading, tag, "something behind its end,");
	if (field_is(tag->name, "?xml") && reading->depth == 0)
		return true;
	for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]) && !tag->closes; i++)
		if (field_is(tag->name, elements[i].name))
			element = &elements[i];
	if ((element == NULL || !element->has_text) && !svg_tag_is_blank(tag->text))
		return svg_unknown(reading, tag, "text behind");
	if (tag->closes)
		return take_close(reading, tag);
	if (element == NULL || (reading->depth == 0) != (element == elements))
		return svg_unknown(reading, tag, "the element");
	return known_attributes(reading, tag, element->attributes) && element->take(reading, tag);
}

bool
svg_read(struct field drawn, uint32_t ink, struct svg_drawing *drawing, struct fault *fault)
{
	struct svg_reading reading = {
		.rest = drawn, .drawing = drawing, .width = 1, .ink = ink, .fault = fault
	};
	struct svg_tag tag;
	bool good = true;

	*drawing = (struct svg_drawing){ 0 };
	reading.path.svg = &drawing->body;
	while (good && svg_tag_next(&reading.rest, &tag))
		good = take(&reading, &tag);
	svg_path_end(&reading.path);
	return good
	    && ((reading.ended && reading.rest.length == 0)
	        || svg_unknown(
	            &reading, &(struct svg_tag){ .name = field_of("") }, "it has no end"));
}

void
svg_read_release(struct svg_drawing *drawing)
{
	buffer_release(&drawing->body);
	*drawing = (struct svg_drawing){ 0 };
}
