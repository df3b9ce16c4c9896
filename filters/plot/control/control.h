/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control: the parts of the control chart. */
#ifndef MHSW_PLOT_CONTROL_H
#define MHSW_PLOT_CONTROL_H

#include "../canvas/panel.h"
#include "../chart/charts.h"
#include "../select/select.h"

/* --- what a figure says ----------------------------------------------------------- */

/* Of the column variation; an improvement and a concern by the measure's polarity. */
enum control_way {
	CONTROL_UNJUDGED, /* without limits */
	CONTROL_COMMON,
	CONTROL_IMPROVEMENT,
	CONTROL_CONCERN,
	CONTROL_HIGH, /* of a measure of which neither way is good */
	CONTROL_LOW,
	CONTROL_SPECIAL, /* without a direction */
	CONTROL_WAYS
};

enum control_assurance {
	CONTROL_UNSURE, /* no target */
	CONTROL_PASSES,
	CONTROL_FAILS,
	CONTROL_HIT_OR_MISS
};

enum control_way control_way(const struct series_row *row);
enum control_assurance control_assurance(const struct series_row *row);
/* 1: higher values are good, -1: lower ones, 0: neither.  Where --labels does not say it, as
 * the stream's own improvements and concerns lie about their centre. */
int control_good(const struct selection *selection);
/* 1: the signal is of high figures, -1: of low ones, 0: of neither. */
int control_direction(enum control_way way, int good);
/* "special cause concern", "falls short of the target"; "" where there is nothing to say. */
const char *control_way_words(enum control_way way);
const char *control_assurance_words(enum control_assurance assurance);
/* The rows of a unit, one for each period. */
const struct series_row *const *control_rows(const struct selection *selection, size_t unit);
/* Whether the column stands at the begin of a new stretch of limits: the centre is another
 * than that of the figure before, or that had too few for one. */
bool control_rebased(const struct selection *selection, size_t unit, size_t column);

/* --limits both */
bool control_both(const struct selection *selection);

/* --- the panels ------------------------------------------------------------------- */

/* So many have a panel; of more, those whose latest figure signals a change. */
#define CONTROL_PANELS_MAX 48

/* Indexes in the selection's units, the own one first; the caller frees units. */
struct control_plan {
	size_t *units;
	size_t count;
	size_t left_out;
};

void control_plan(const struct selection *selection, struct control_plan *plan);

struct control_panel {
	struct panel panel;
	size_t unit; /* index in the selection's units */
	int good;
	bool named; /* the lines and signals have names, not only figures and shapes */
	bool both;  /* limits of two sigma too */
};

/* The panel in its place, without its title. */
void control_panel_draw(
    struct canvas *canvas, const struct selection *selection, struct control_panel *panel);
/* The shape of a figure. */
void control_figure(
    struct canvas *canvas, double x, double y, double radius, enum control_way way, int direction);
/* The names of the rules at the figures where they fire first, as far as there is room. */
void control_name_rules(
    struct canvas *canvas, const struct selection *selection, const struct control_panel *panel);
/* What changes and whether the target will be met, as icons and words from x, y on; returns
 * the lines that it took, at most 2.  On no canvas (NULL) it only counts them. */
size_t control_status(struct canvas *canvas, const struct series_row *row, int good, double x,
    double y, double width);
/* The key of all panels; returns the y below it. */
double control_key(struct canvas *canvas, const struct selection *selection, bool named, double y);

/* As struct chart has them. */
void control_title(const struct selection *selection, struct buffer *out);
void control_subtitle(const struct selection *selection, struct buffer *out);
void control_alternative(const struct selection *selection, struct buffer *out);
void
control_draw(const struct selection *selection, const struct words *words, struct canvas *canvas);
void control_text(const struct selection *selection, size_t columns, struct buffer *text);

#endif
