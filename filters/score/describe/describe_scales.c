/* SPDX-License-Identifier: GPL-3.0-or-later */
/* describe_scales: each scale in words. */
#include "describe.h"

#include "../../lib/markdown.h"

static const char *
part_name(const struct instrument *instrument, const struct scale *scale, size_t part)
{
	size_t index = scale->parts[part].index;

	return scale->of_scales ? instrument->scales[index].name : instrument->items[index].name;
}

static bool
weighted(const struct scale *scale)
{
	for (size_t i = 0; i < scale->count; i++)
		if (decimal_compare(scale->parts[i].weight, (struct decimal){ 1, 0 }) != 0)
			return true;
	return false;
}

/* Which answers are in a box; those of a box that no number names are each item's own. */
static void
write_box(const struct config_node *node, struct buffer *page)
{
	static const char *const words[][2] = { { "at_least", "at least " },
		{ "at_most", "at most " } };
	const char *before = "";

	for (size_t i = 0; i < 2; i++) {
		struct config_node edge = config_member(node, words[i][0]);
		struct decimal number = { 0 };
		struct fault fault;

		if (!config_present(&edge) || !number_read(&edge, &number, &fault))
			continue;
		buffer_format(page, "%s%s", before, words[i][1]);
		describe_number(page, number);
		before = " and ";
	}
}

static void
write_method(const struct scale *scale, const struct config_node *node, struct buffer *page)
{
	static const char *const words[] = { [SCALE_SUM] = "sum of ",
		[SCALE_MEAN] = "mean of ",
		[SCALE_WEIGHTED_MEAN] = "weighted mean of ",
		[SCALE_PERCENT] = "percent of the most that is possible, of ",
		[SCALE_LINEAR] =
		    "0 to 100: mean of the answers, each put between its least and most, of ",
		[SCALE_TOP_BOX] = "percent of answers that are ",
		[SCALE_BOTTOM_BOX] = "percent of answers that are ",
		[SCALE_COUNT] = "number of answers that are " };
	struct config_node at_least = config_member(node, "at_least");
	struct config_node at_most = config_member(node, "at_most");

	buffer_append_text(page, words[scale->method]);
	if (!scale->boxed)
		return;
	if (config_present(&at_least) || config_present(&at_most))
		write_box(node, page);
	else
		buffer_append_text(
		    page, scale->method == SCALE_TOP_BOX ? "the highest" : "the lowest");
	buffer_append_text(
	    page, scale->responded ? " (don't know counts in the base), of " : ", of ");
}

static void
write_parts(const struct instrument *instrument, const struct scale *scale, struct buffer *page)
{
	bool weights = weighted(scale);

	buffer_append_text(page, scale->of_scales ? "the scales " : "");
	for (size_t i = 0; i < scale->count; i++) {
		buffer_append_text(page, i == 0 ? "" : ", ");
		if (weights) {
			describe_number(page, scale->parts[i].weight);
			buffer_append_text(page, " × ");
		}
		describe_name(page, part_name(instrument, scale, i));
	}
}

static void
write_minimum(const struct scale *scale, struct buffer *page)
{
	switch (scale->minimum_kind) {
	case MINIMUM_NUMBER:
		buffer_format(page, "%u of %zu", scale->minimum, scale->count);
		break;
	case MINIMUM_PERCENT:
		buffer_format(page, "%u%% of those that apply", scale->minimum);
		break;
	case MINIMUM_ALL:
	default:
		buffer_append_text(page, scale->count == 1 ? "its answer" : "all that apply");
		break;
	}
	if (scale->prorate)
		buffer_append_text(page, "; a missing answer counts as the mean of the others");
}

static void
write_edge(
    const struct band_edge *edge, const char *inclusive, const char *exclusive, struct buffer *page)
{
	buffer_append_text(page, edge->inclusive ? inclusive : exclusive);
	describe_number(page, edge->at);
}

static void
write_bands(const struct scale *scale, struct buffer *page)
{
	for (size_t i = 0; i < scale->bands.count; i++) {
		const struct band *band = &scale->bands.list[i];

		buffer_append_text(page, i == 0 ? "" : "; ");
		describe_label(page, band->label);
		if (!band->lower.open)
			write_edge(&band->lower, " from ", " over ", page);
		if (!band->upper.open)
			write_edge(&band->upper, " up to ", " under ", page);
	}
}

/* What the norm is, in its own words. */
static void
write_standard(const struct config_node *node, struct buffer *page)
{
	struct config_node standard = config_member(node, "standardise");
	struct config_node to, source;
	const char *target = "", *text = "";
	struct fault fault;

	if (!config_present(&standard))
		return;
	to = config_member(&standard, "to");
	source = config_member(&standard, "source");
	if (!config_text(&to, &target, &fault) || !config_text(&source, &text, &fault))
		return;
	buffer_format(page, "; as %s by the norm of ", target);
	describe_label(page, text);
}

void
describe_scales(const struct instrument *instrument, struct buffer *page)
{
	struct config_node root = config_root(&instrument->file);
	struct config_node list = config_member(&root, "scales");

	buffer_append_text(
	    page, "| Scale | Label | What it is | Needs | Bands |\n|---|---|---|---|---|\n");
	for (size_t i = 0; i < instrument->scale_count; i++) {
		const struct scale *scale = &instrument->scales[i];
		struct config_node node = config_element(&list, i);

		buffer_append_text(page, "| ");
		describe_name(page, scale->name);
		buffer_append_text(page, " | ");
		if (strcmp(scale->label, scale->name) != 0)
			describe_label(page, scale->label);
		buffer_append_text(page, " | ");
		write_method(scale, &node, page);
		write_parts(instrument, scale, page);
		write_standard(&node, page);
		buffer_append_text(page, scale->lower_better ? "; lower is better | " : " | ");
		write_minimum(scale, page);
		buffer_append_text(page, " | ");
		write_bands(scale, page);
		buffer_append_text(page, " |\n");
	}
}
