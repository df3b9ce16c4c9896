/* SPDX-License-Identifier: GPL-3.0-or-later */
/* likert_layout: where the columns of a diverging chart stand. */
#include "likert.h"

#include "../canvas/frame.h"
#include "../canvas/label.h"

#include <math.h>
#include <stdlib.h>

#define NARROW     560.0
#define MARK_WIDTH 22.0 /* before the names, for the own unit's mark */
#define APART_MIN  84.0
#define APART_GAP  30.0
#define SUM_WIDTH  70.0

/* The side on which all held-back levels are, or LEVELS_APART. */
static enum levels_side
held_side(const struct likert *likert, const struct levels_row *row)
{
	enum levels_side side = LEVELS_APART;
	bool first = true;

	for (size_t i = 0; i < likert->levels.count; i++) {
		enum levels_side of = likert->levels.list[i].side;

		if (!levels_held(row, i))
			continue;
		if (of == LEVELS_MIDDLE || (!first && of != side))
			return LEVELS_APART;
		side = of;
		first = false;
	}
	return side;
}

bool
likert_held_on(const struct likert *likert, const struct levels_row *row, enum levels_side side)
{
	return levels_count_held(&likert->levels, row) != 0
	    && levels_count_shown(&likert->levels, row) != 0 && held_side(likert, row) == side;
}

bool
likert_held_apart(const struct likert *likert, const struct levels_row *row)
{
	return likert_held_on(likert, row, LEVELS_APART);
}

double
likert_held_length(const struct likert *likert, const struct levels_row *row)
{
	return levels_count_held(&likert->levels, row) > 1 ? levels_rest(&likert->levels, row) : 0;
}

/* What stands on each side, and where a hatched end needs pixels of its own. */
static void
reach(struct likert *likert, double ends[3])
{
	const struct levels *levels = &likert->levels;

	for (size_t i = 0; i < levels->row_count; i++) {
		const struct levels_row *row = &levels->rows[i];
		double middle = levels_side(levels, row, LEVELS_MIDDLE) / 2;
		double sides[] = { levels_side(levels, row, LEVELS_NEGATIVE) + middle,
			levels_side(levels, row, LEVELS_POSITIVE) + middle,
			levels_side(levels, row, LEVELS_APART) };
		static const enum levels_side order[] = { LEVELS_NEGATIVE, LEVELS_POSITIVE,
			LEVELS_APART };

		for (size_t j = 0; j < 3; j++) {
			if (likert_held_on(likert, row, order[j])) {
				sides[j] += likert_held_length(likert, row);
				ends[j] = LIKERT_HELD;
			}
		}
		likert->low = fmax(likert->low, sides[0]);
		likert->high = fmax(likert->high, sides[1]);
		likert->apart_high = fmax(likert->apart_high, sides[2]);
	}
	likert->empty = likert->low + likert->high + likert->apart_high == 0;
	if (likert->low + likert->high == 0)
		likert->low = likert->high = 50;
}

static bool
any_apart(const struct likert *likert)
{
	const struct levels *levels = &likert->levels;

	for (size_t i = 0; i < levels->count; i++)
		if (levels->list[i].side == LEVELS_APART)
			return true;
	for (size_t i = 0; i < levels->row_count; i++)
		if (likert_held_apart(likert, &levels->rows[i]))
			return true;
	return false;
}

static void
lay_scale(struct likert *likert)
{
	double ends[3] = { 0 };
	double width = likert->right - likert->left;
	double whole;

	reach(likert, ends);
	/* a tick at an end needs half its label */
	ends[0] = fmax(ends[0], 8);
	ends[1] = fmax(ends[1], 8);
	width -= ends[0] + ends[1];
	whole = likert->low + likert->high;
	/* published sums of the positive side stand at its end, before what is apart */
	width -= likert->sums[1] != 0 ? SUM_WIDTH + 12 : 0;
	if (!likert->empty && any_apart(likert)) {
		double all = width - APART_GAP - ends[2] - 8;

		likert->per = all / (whole + likert->apart_high);
		if (likert->per * likert->apart_high + ends[2] + 8 < APART_MIN)
			likert->per = (width - APART_GAP - APART_MIN) / whole;
		likert->apart = 1;
	} else {
		likert->per = width / whole;
	}
	likert->centre = likert->left + ends[0] + likert->low * likert->per;
	likert->right = likert->centre + likert->high * likert->per + ends[1];
	if (likert->sums[1] != 0)
		likert->sums[1] = likert->right + 12;
	if (likert->apart != 0)
		likert->apart = (likert->sums[1] != 0 ? likert->sums[1] + SUM_WIDTH : likert->right)
		    + APART_GAP;
}

char *
likert_sum_name(const struct levels *levels, const struct selection *selection, size_t side)
{
	for (size_t i = 0; i < levels->row_count; i++) {
		const struct series_row *sum = levels->rows[i].sums[side];
		struct buffer out = { 0 };
		char *name;
		const char *from;

		if (sum == NULL)
			continue;
		name = words_measure_short(selection, sum->measure);
		from = strchr(name, '=') == NULL ? name : strchr(name, '=') + 1;
		/* a union of levels reads as words */
		while (from[strcspn(from, "|")] != '\0') {
			size_t length = strcspn(from, "|");
			char *level = xstrndup(from, length);

			if (out.length == 0)
				buffer_append_text(&out, level);
			else
				likert_add_level(level, &out);
			buffer_append_text(&out, " or ");
			free(level);
			from += length + 1;
		}
		if (out.length == 0)
			buffer_append_text(&out, from);
		else
			likert_add_level(from, &out);
		free(name);
		return words_take(&out);
	}
	return NULL;
}

static double
widest_name(const struct likert *likert)
{
	double width = 80;

	for (size_t i = 0; i < likert->levels.row_count; i++) {
		struct label label;

		/* as it will be drawn: bold letters wrap elsewhere */
		label_wrap(&label, likert->levels.rows[i].name, THEME_TEXT,
		    likert->levels.rows[i].own, likert->name_width, 3);
		width = fmax(width, label.width);
		label_release(&label);
	}
	return width;
}

static double
widest_count(const struct likert *likert)
{
	double width = 0;

	for (size_t i = 0; i < likert->levels.row_count; i++) {
		const struct levels_row *row = &likert->levels.rows[i];
		const char *records = levels_records(&likert->levels, row);

		if (records != NULL)
			width = fmax(width, label_width(field_of(records), THEME_TEXT, row->own));
	}
	return width;
}

/* From where on names beside the bars leave the scale its room: columns of sums and of what
 * is apart take theirs. */
static double
wide_enough(const struct likert *likert, const struct selection *selection)
{
	double width = NARROW + (any_apart(likert) ? APART_MIN : 0);

	for (size_t side = 0; side < 2; side++) {
		char *name = likert_sum_name(&likert->levels, selection, side);

		width += name == NULL ? 0 : SUM_WIDTH + 20;
		free(name);
	}
	return width;
}

void
likert_lay(struct likert *likert, const struct selection *selection, double width)
{
	double counts = widest_count(likert);

	likert->narrow = width < wide_enough(likert, selection);
	likert->names = THEME_MARGIN + MARK_WIDTH;
	likert->right = width - THEME_MARGIN;
	if (likert->narrow) {
		likert->counts = counts == 0 ? 0 : likert->right;
		likert->name_width =
		    likert->right - likert->names - (counts == 0 ? 0 : counts + 40);
		likert->left = THEME_MARGIN;
		lay_scale(likert);
		return;
	}
	likert->name_width = fmin(300, width * 0.3);
	likert->left = likert->names + widest_name(likert);
	if (counts != 0) {
		likert->counts = likert->left + 14 + fmax(counts, 14);
		likert->left = likert->counts;
	}
	for (size_t side = 0; side < 2; side++) {
		char *name = likert_sum_name(&likert->levels, selection, side);

		if (name == NULL)
			continue;
		free(name);
		likert->sums[side] = side == 0 ? likert->left + 14 + SUM_WIDTH : likert->right;
		if (side == 0)
			likert->left = likert->sums[0];
	}
	likert->left += 16;
	lay_scale(likert);
}
