/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ratio: how many times the figure of a group of reference, one row for each group.
 *
 * Ratios are those of benchmark --compare ratio: of the groups in the last further column,
 * within one unit and all other columns.
 */
#ifndef MHSW_PLOT_RATIO_H
#define MHSW_PLOT_RATIO_H

#include "../canvas/axis.h"
#include "../chart/charts.h"
#include "../select/select.h"
#include "../words/words.h"

/* Where the whole interval lies. */
enum ratio_side {
	RATIO_UNKNOWN, /* no ratio, or no interval */
	RATIO_LOWER,
	RATIO_SIMILAR, /* the interval includes 1 */
	RATIO_HIGHER
};

struct ratio_item {
	const struct series_row *row;
	char *group;   /* the value of the last further column, owned */
	char *context; /* the unit and those of the others that differ, owned; "" for all */
	bool reference;
};

/* Items under one head: the groups of a unit, or the units of a group. */
struct ratio_block {
	const char *head; /* "" for none; borrowed from an item */
	size_t first;
	size_t count;
};

struct ratio_list {
	struct ratio_item *items;
	size_t count;
	struct ratio_block *blocks;
	size_t block_count;
	size_t contexts;
	size_t groups;   /* without that of reference */
	bool by_group;   /* heads are groups, and rows units */
	char *reference; /* its name, owned; "" where it is not known */
};

/* Makes the list of the selection's rows; units of no figure but that of the reference are left
 * out.  Release it. */
void ratio_list_make(struct ratio_list *list, const struct selection *selection);
void ratio_list_release(struct ratio_list *list);
/* What the row is called below its head. */
const char *ratio_name(const struct ratio_list *list, const struct ratio_item *item);
/* "White", or "the group of reference". */
const char *ratio_reference(const struct ratio_list *list);

/* By the 95% limits; one of them is enough where it is beyond 1. */
enum ratio_side ratio_side(const struct series_row *row);
/* ratio_figure: a ratio for people: two decimals, fewer of large ones, and as many more as
 * tell it from 1.  As it stands in the stream where it is no number. */
void ratio_figure(struct buffer *out, const struct series_row *row, enum series_column column);
/* "2.67 (2.46 to 2.90)"; "1, reference"; the symbol where there is none.  The caller
 * frees it. */
char *ratio_figures(const struct ratio_item *item);
/* "2.7" for a sentence. */
void ratio_spoken(struct buffer *out, const struct series_row *row);

/* ratio_axis: sets ticks and ends for from and to.  Both sides of 1 are on it; an interval
 * reaches no more than three times past the outermost ratio. */
void ratio_axis(struct axis *axis, const struct ratio_list *list);

/* As struct chart has them. */
void ratio_title(const struct selection *selection, struct buffer *out);
void ratio_subtitle(const struct selection *selection, struct buffer *out);
void ratio_alternative(const struct selection *selection, struct buffer *out);
void
ratio_draw(const struct selection *selection, const struct words *words, struct canvas *canvas);
void ratio_text(const struct selection *selection, size_t width, struct buffer *text);

#endif
