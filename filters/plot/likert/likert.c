/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * likert: answers on a scale, with the centre between the negative and the positive ones.
 *
 * After Heiberger and Robbins (2014), Design of diverging stacked bar charts for Likert
 * scales and other applications, Journal of Statistical Software 57(5).  What is neither
 * stands apart where it is known or said to be no answer to the question; else the middle
 * level of an odd number is halved by the centre, as they do.
 */
#include "likert.h"

#include "../levels/levels_terminal.h"

#include <string.h>

bool
likert_levels(struct levels *levels, const struct selection *selection)
{
	struct fault fault = { 0 };
	bool sorted;

	levels_make(levels, selection, LEVELS_SCALE, &fault);
	sorted = levels_sorted(selection, levels->percent);
	if (sorted)
		levels_sort(levels);
	return sorted;
}

void
likert_text(const struct selection *selection, size_t columns, struct buffer *text)
{
	struct levels levels;

	likert_levels(&levels, selection);
	levels_terminal(&levels, columns, text);
	levels_release(&levels);
}

static bool
needs(const struct selection *selection, struct fault *fault)
{
	struct levels levels = { 0 };
	bool good = levels_make(&levels, selection, LEVELS_SCALE, fault);

	if (good && levels.count < 2)
		good = fault_set(fault,
		    "a likert chart has two levels and more: give benchmark a --proportion for "
		    "each answer, or the column of answers as the last --by");
	levels_release(&levels);
	return good;
}

const struct chart chart_likert = { .name = "likert",
	.summary = "answers from the most negative to the most positive about a centre",
	.words = "Diverging stacked bar chart",
	.span = CHART_LEVELS,
	.needs = needs,
	.title = likert_title,
	.subtitle = likert_subtitle,
	.alternative = likert_alternative,
	.draw = likert_draw,
	.text = likert_text };
