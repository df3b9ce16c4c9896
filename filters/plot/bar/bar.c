/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bar: figures beside each other from zero, in the order of the stream. */
#include "bar.h"

#include "../levels/levels_terminal.h"
#include "../terminal/terminal.h"

static bool
needs(const struct selection *selection, struct fault *fault)
{
	struct bars bars;
	bool good = bars_make(&bars, selection, fault);

	bars_release(&bars);
	return good;
}

static void
text_of(const struct selection *selection, size_t columns, struct buffer *text)
{
	struct fault fault = { 0 };
	struct bars bars;

	bars_make(&bars, selection, &fault);
	if (bars.series_count == 1 && !bars.turned)
		terminal_table(selection, columns, text);
	else
		levels_terminal(&bars.levels, columns, text);
	bars_release(&bars);
}

const struct chart chart_bar = { .name = "bar",
	.summary = "bars from zero in the order of the stream, up to six side by side",
	.words = "Bar chart",
	.span = CHART_LEVELS,
	.needs = needs,
	.title = bar_title,
	.subtitle = bar_subtitle,
	.alternative = bar_alternative,
	.draw = bar_draw,
	.text = text_of };
