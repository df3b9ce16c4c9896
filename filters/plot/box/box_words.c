/* SPDX-License-Identifier: GPL-3.0-or-later */
/* box_words: what a box plot says. */
#include "box.h"

#include "../words/sentence.h"

#include <stdlib.h>

/* Boxes that are said one by one. */
#define ALT_BOXES 12
#define ALT_NAMES 5

static void
add_middle(const struct boxes *boxes, const struct box *box, struct buffer *out)
{
	box_quartile(boxes, box->q1, out);
	buffer_append_text(out, " to ");
	box_quartile(boxes, box->q3, out);
}

static void
add_medians(const struct boxes *boxes, struct buffer *out)
{
	const struct box *ends[2] = { NULL, NULL };

	for (size_t i = 0; i < boxes->count; i++) {
		const struct box *box = &boxes->list[i];

		if (box->count == 0)
			continue;
		if (ends[0] == NULL || box->median < ends[0]->median)
			ends[0] = box;
		if (ends[1] == NULL || box->median > ends[1]->median)
			ends[1] = box;
	}
	if (ends[0] == NULL || ends[1] == NULL)
		return;
	if (!(ends[0]->median < ends[1]->median)) {
		buffer_append_text(out, ": all medians are ");
		box_quartile(boxes, ends[0]->median, out);
		return;
	}
	buffer_append_text(out, ": medians from ");
	box_quartile(boxes, ends[0]->median, out);
	buffer_format(out, " (%s) to ", ends[0]->name);
	box_quartile(boxes, ends[1]->median, out);
	buffer_format(out, " (%s)", ends[1]->name);
}

void
box_title(const struct selection *selection, struct buffer *out)
{
	struct boxes boxes = { 0 };

	boxes_make(&boxes, selection);
	if (selection->measure == NAMES_NONE)
		buffer_format(out, "%zu measures", selection->measure_count);
	sentence_when(selection, out);
	if (boxes.low > boxes.high) {
		buffer_append_text(out, ": no figure can be shown");
	} else if (boxes.count > 1) {
		add_medians(&boxes, out);
	} else if (boxes.list[0].count >= BOX_LEAST) {
		buffer_format(out, ": the middle half of %zu %s lies between ", boxes.list[0].count,
		    selection->series->undisclosed ? "records" : "units");
		box_quartile(&boxes, boxes.list[0].q1, out);
		buffer_append_text(out, " and ");
		box_quartile(&boxes, boxes.list[0].q3, out);
	} else {
		buffer_append_text(out, ": median ");
		box_quartile(&boxes, boxes.list[0].median, out);
	}
	boxes_release(&boxes);
}

void
box_subtitle(const struct selection *selection, struct buffer *out)
{
	bool records = selection->series->undisclosed;
	struct boxes boxes = { 0 };
	bool few = false;

	boxes_make(&boxes, selection);
	for (size_t i = 0; i < boxes.count; i++)
		few |= boxes.list[i].count != 0 && boxes.list[i].count < BOX_LEAST;
	buffer_append_text(out, records ? "Values of records" : sentence_kind(selection));
	if (!records)
		buffer_append_text(out, " of units");
	if (boxes.count > 1)
		buffer_format(out, " by %s",
		    records && (!selection->by_period || selection->unit_count > 1) ? "unit"
		        : selection->by_period ? words_step(selection)
		                               : "measure");
	buffer_format(out,
	    "; medians and quartiles (type 7) worked out from the %s; n is the number of %s",
	    records ? "records" : "units' published figures", records ? "records" : "units");
	if (few)
		buffer_format(out, "; points where there are fewer than %d", BOX_LEAST);
	boxes_release(&boxes);
}

static void
add_end(const struct selection *selection, const struct boxes *boxes, const struct box *box,
    bool greatest, struct buffer *out)
{
	size_t at = greatest ? box->count - 1 : 0;

	buffer_append_text(out, greatest ? "; highest " : "; lowest ");
	if (box->rows != NULL)
		sentence_figure(selection, box->rows[at], out);
	else
		box_quartile(boxes, box->values[at], out);
}

static void
add_outliers(const struct selection *selection, const struct box *box, struct buffer *out)
{
	size_t count = box_outliers(box);
	bool first = true;

	if (count == 0)
		return;
	buffer_format(out, "; %zu beyond the whiskers", count);
	for (size_t i = 0; i < box->count && box->rows != NULL && count <= ALT_NAMES; i++)
		if (i < box->first || i > box->last) {
			char *name = words_unit(selection, box->rows[i]->unit);

			buffer_format(out, "%s%s", first ? ": " : ", ", name);
			first = false;
			free(name);
		}
}

static void
add_box(const struct selection *selection, const struct boxes *boxes, const struct box *box,
    struct buffer *out)
{
	buffer_format(out, " %s: ", box->name);
	if (box->count == 0) {
		buffer_append_text(out, box->held == 0 ? "no figure." : "all held back.");
		return;
	}
	buffer_append_text(out, "median ");
	box_quartile(boxes, box->median, out);
	if (box->count >= BOX_LEAST) {
		buffer_append_text(out, "; middle half ");
		add_middle(boxes, box, out);
	}
	add_end(selection, boxes, box, false, out);
	add_end(selection, boxes, box, true, out);
	add_outliers(selection, box, out);
	if (box->own != NULL) {
		buffer_append_text(out, "; highlighted ");
		sentence_figure(selection, box->own, out);
	}
	buffer_format(out, "; n %zu.", box->count);
}

void
box_alternative(const struct selection *selection, struct buffer *out)
{
	struct boxes boxes = { 0 };

	boxes_make(&boxes, selection);
	for (size_t i = 0; i < boxes.count; i++)
		if (boxes.count <= ALT_BOXES || i == 0 || i + 1 == boxes.count
		    || boxes.list[i].own_box)
			add_box(selection, &boxes, &boxes.list[i], out);
	boxes_release(&boxes);
}
