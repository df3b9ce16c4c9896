/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * report_json: an object for each group, in it one for each section, in it one for each
 * role, function or band, in it the figures, each with its value (null: there is none),
 * and where it has them with its interval and what it rests on.
 */
#include "../../lib/quoted.h"
#include "../../lib/version.h"

#include "report.h"

#include <inttypes.h>
#include <math.h>

#define LEVELS 3

/* The objects that are open inside a group's one. */
struct tree {
	struct buffer out;
	struct field open[LEVELS];
	size_t depth;
	bool empty; /* nothing stands in the innermost object yet */
};

static void
put_key(struct buffer *out, const char *before, const char *key)
{
	buffer_append_text(out, before);
	quoted_append(out, field_of(key));
	buffer_append_text(out, ": ");
}

static void
put_text(struct buffer *out, const char *before, const char *key, const char *text)
{
	put_key(out, before, key);
	if (text == NULL)
		buffer_append_text(out, "null");
	else
		quoted_append(out, field_of(text));
}

static void
put_count(struct buffer *out, const char *before, const char *key, uint64_t count)
{
	put_key(out, before, key);
	buffer_format(out, "%" PRIu64, count);
}

static void
put_number(struct buffer *out, const char *before, const char *key, double number)
{
	put_key(out, before, key);
	if (!report_number(out, number))
		buffer_append_text(out, "null");
}

static void
new_line(struct tree *tree, bool member)
{
	if (member)
		buffer_append_text(&tree->out, tree->empty ? "\n" : ",\n");
	else
		buffer_append_text(&tree->out, "\n");
	for (size_t i = 0; i < tree->depth + 3; i++)
		buffer_append_text(&tree->out, "  ");
}

static void
close_to(struct tree *tree, size_t depth)
{
	while (tree->depth > depth) {
		tree->depth--;
		new_line(tree, false);
		buffer_append_text(&tree->out, "}");
		tree->empty = false;
	}
}

/* Opens what is not open of the place, and closes what is not of it. */
static void
go_to(struct tree *tree, const struct figures_place *place)
{
	const struct field keys[LEVELS] = { field_of(place->section), place->of, place->other };
	size_t depth = 0, same = 0;

	while (depth < LEVELS && keys[depth].length != 0)
		depth++;
	while (same < depth && same < tree->depth && field_equals(keys[same], tree->open[same]))
		same++;
	close_to(tree, same);
	for (; tree->depth < depth; tree->depth++) {
		new_line(tree, true);
		quoted_append(&tree->out, keys[tree->depth]);
		buffer_append_text(&tree->out, ": {");
		tree->open[tree->depth] = keys[tree->depth];
		tree->empty = true;
	}
}

static void
put(void *context, const struct figures_place *place, const struct figure *figure)
{
	struct tree *tree = context;

	go_to(tree, place);
	new_line(tree, true);
	tree->empty = false;
	put_key(&tree->out, "", place->name);
	put_number(&tree->out, "{ ", "value", figure->value);
	if (!isnan(figure->lower)) {
		put_number(&tree->out, ", ", "lower", figure->lower);
		put_number(&tree->out, ", ", "upper", figure->upper);
	}
	if (!isnan(figure->n))
		put_number(&tree->out, ", ", "n", figure->n);
	if (!isnan(figure->effective))
		put_number(&tree->out, ", ", "effective", figure->effective);
	buffer_append_text(&tree->out, " }");
}

static void
flush(const struct report *report, struct buffer *out)
{
	writer_bytes(report->writer, out->data, out->length);
	buffer_release(out);
}

static void
begin(const struct report *report)
{
	struct buffer out = { 0 };

	put_text(&out, "{\n  ", "program", "map-to-role");
	put_text(&out, ",\n  ", "version", MHSW_VERSION);
	put_text(&out, ",\n  ", "evaluate", report->column);
	put_text(&out, ",\n  ", "by", report->by);
	put_text(&out, ",\n  ", "weight", report->weight);
	put_key(&out, ",\n  ", "records");
	put_count(&out, "{ ", "read", report->record->in);
	put_count(&out, ", ", "used", report->record->used);
	put_count(&out, ", ", "rejected", report->record->rejected);
	put_count(&out, ", ", "other_language", report->other_language);
	put_count(&out, ", ", "rule_error", report->rule_errors);
	buffer_append_text(&out, " },\n  \"groups\": [");
	flush(report, &out);
}

static void
group(
    const struct report *report, const struct group *of, const struct figures *figures, bool first)
{
	struct tree tree = { 0 };

	put_key(&tree.out, first ? "\n    {\n      " : ",\n    {\n      ", "group");
	if (of->value == NULL)
		buffer_append_text(&tree.out, "null");
	else
		quoted_append(&tree.out, (struct field){ of->value, of->length });
	figures_each(figures, put, &tree);
	close_to(&tree, 0);
	buffer_append_text(&tree.out, "\n    }");
	flush(report, &tree.out);
}

static void
end(const struct report *report)
{
	struct buffer out = { 0 };

	buffer_append_text(&out, "\n  ],\n  \"methods\": {");
	for (const struct report_method *method = report_methods; method->name != NULL; method++)
		put_text(&out, method == report_methods ? "\n    " : ",\n    ", method->name,
		    method->text);
	buffer_append_text(&out, "\n  }\n}\n");
	flush(report, &out);
}

const struct report_form report_json = { begin, group, end };
