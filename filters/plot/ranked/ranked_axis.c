/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranked_axis: from which figure to which the axis of a ranking reaches. */
#include "../canvas/theme.h"
#include "../words/words.h"
#include "ranked_layout.h"

#include <math.h>

#define TICK_APART  60.0
#define TICK_GAP    14.0
#define POINTS_ROOM 0.04
#define NEARLY_ALL  80.0
#define BARS_ROOM   0.02

/* The least and greatest figure that the axis has to hold. */
static void
reach(const struct selection *selection, double *low, double *high)
{
	static const enum series_column ends[] = { SERIES_VALUE, SERIES_LOWER, SERIES_UPPER,
		SERIES_Q1, SERIES_MEDIAN, SERIES_Q3, SERIES_LOWER998, SERIES_UPPER998 };
	size_t count = ranked_wide_intervals(selection) ? 8 : 6;
	const struct series_row *aim = ranked_target(selection);

	for (size_t i = 0; i < selection->count; i++)
		for (size_t j = 0; j < count; j++)
			if (series_shown(selection->rows[i], ends[j])) {
				*low = fmin(*low, series_number(selection->rows[i], ends[j]));
				*high = fmax(*high, series_number(selection->rows[i], ends[j]));
			}
	if (aim != NULL) {
		*low = fmin(*low, series_number(aim, SERIES_TARGET));
		*high = fmax(*high, series_number(aim, SERIES_TARGET));
	}
}

void
ranked_lay_axis(struct ranked_layout *layout)
{
	const struct selection *selection = layout->selection;
	/* a bar's length speaks only from zero */
	double low = layout->points ? INFINITY : 0;
	double high = layout->points ? -INFINITY : 0;
	bool percent = words_percent(selection);
	size_t ticks = (size_t)fmax(2, (layout->axis.to - layout->axis.from) / TICK_APART);
	double room;

	reach(selection, &low, &high);
	if (!isfinite(low) || (low >= 0 && low <= 0 && high >= 0 && high <= 0)) {
		low = 0;
		high = percent ? 100 : 1;
	}
	room = (high - low) * (layout->points ? POINTS_ROOM : BARS_ROOM);
	if (low < 0 || layout->points)
		/* room makes no axis of no negative figure one with them */
		low = low >= 0 && low < room ? 0 : low - room;
	/* a bar of nearly all is seen against the whole */
	if (percent && !layout->points && high >= NEARLY_ALL)
		high = fmax(high, 100);
	do {
		/* no share is under 0 or over 100: the axis ends there, and what is drawn too */
		if (percent)
			axis_make_percent(&layout->axis, low, high + room, ticks);
		else
			axis_make(&layout->axis, low, high + room, ticks);
	} while (ticks-- > 2 && !axis_labels_fit(&layout->axis, TICK_GAP));
}
