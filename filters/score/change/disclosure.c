/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * disclosure: hides what says too much of too few (rule under-5).
 *
 *	- Of a scale with fewer than 5 pairs nothing is shown.
 *	- Where the scores, or the changes, take so few different values that mean and
 *	  deviation tell how many have each, and one of these is 1 to 4, only the pairs are
 *	  counted.  So it is where all but 1 to 4 are the same.
 *	- Improved, unchanged and deteriorated make up all pairs, so that one or two of
 *	  them tell the third: where one of them is 1 to 4, none is shown.  So it is with
 *	  the moves from band to band.
 *	- So it is with those left out, which are the same ones on all scales, and so with
 *	  those without a score on one scale or another, for who has a record in both rounds
 *	  either makes a pair or is without a score: the number of pairs on two scales tells
 *	  how many more are without one.  The number in each round adds all of them up.
 */
#include "../reliability/statistic.h"
#include "figures.h"

static const char few_pairs[] = "fewer than 5 pairs";
static const char few_values[] = "of so few different scores the figures would tell who are fewer "
                                 "than 5";
static const char few_changed[] = "improved, unchanged or deteriorated are fewer than 5";
static const char few_moved[] = "from some band to another went fewer than 5";
static const char few_left_out[] = "some of those left out are fewer than 5";
static const char few_unscored[] =
    "those without a score are fewer than 5, on this scale or another";

static void
hide(struct figure *list, enum figure_name first, enum figure_name last, const char *reason)
{
	for (enum figure_name name = first; name <= last; name++)
		list[name] = (struct figure){ FIGURE_HIDDEN, 0, reason };
}

/* 1 to 4; a figure that is not there is not small. */
static bool
small_number(const struct figure *figure)
{
	return figure->state == FIGURE_GIVEN && figure->number > 0
	    && figure->number < STATISTIC_MINIMUM;
}

static bool
any_small(const struct figure *list, enum figure_name first, enum figure_name last)
{
	for (enum figure_name name = first; name <= last; name++)
		if (small_number(&list[name]))
			return true;
	return false;
}

static void
hide_moves(struct band_moves *moves)
{
	for (size_t i = 0; moves->counts != NULL && i < moves->bands * moves->bands; i++)
		if (moves->counts[i] != 0 && moves->counts[i] < STATISTIC_MINIMUM)
			moves->hidden = few_moved;
}

/* Who is left out, and the number in each round. */
static void
hide_left_out(struct figure *list, bool left_out, bool unscored)
{
	if (left_out || unscored)
		hide(list, FIGURE_IN_FIRST, FIGURE_IN_SECOND,
		    left_out ? few_left_out : few_unscored);
	if (left_out)
		hide(list, FIGURE_ONLY_FIRST, FIGURE_SEVERAL_RECORDS, few_left_out);
	if (unscored)
		hide(list, FIGURE_NO_SCORE, FIGURE_NO_SCORE, few_unscored);
}

void
change_figures_hide(struct change_figures *figures, size_t scales)
{
	bool left_out = false, unscored = false;

	for (size_t i = 0; i < scales; i++) {
		left_out |= any_small(figures[i].list, FIGURE_ONLY_FIRST, FIGURE_SEVERAL_RECORDS);
		unscored |= small_number(&figures[i].list[FIGURE_NO_SCORE]);
	}
	for (size_t i = 0; i < scales; i++) {
		struct figure *list = figures[i].list;

		if (list[FIGURE_PAIRS].number < STATISTIC_MINIMUM) {
			hide(list, 0, FIGURES - 1, few_pairs);
			figures[i].moves.hidden = few_pairs;
			continue;
		}
		hide_left_out(list, left_out, unscored);
		if (figures[i].telling) {
			hide(list, FIGURE_MEAN_FIRST, FIGURES - 1, few_values);
			figures[i].moves.hidden = few_values;
			continue;
		}
		if (any_small(list, FIGURE_IMPROVED, FIGURE_DETERIORATED))
			hide(list, FIGURE_IMPROVED, FIGURE_DETERIORATED_PERCENT, few_changed);
		hide_moves(&figures[i].moves);
	}
}
