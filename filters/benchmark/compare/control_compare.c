/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_compare: the periods of one unit on a control chart. */
#include "comparer.h"
#include "comparers.h"
#include "control.h"

#include <stdlib.h>

/* Beside the set of rules that fired. */
#define TOO_FEW 1024

static const enum compare_column written[] = { COLUMN_CENTRE, COLUMN_LIMIT_LOWER95,
	COLUMN_LIMIT_UPPER95, COLUMN_LIMIT_LOWER998, COLUMN_LIMIT_UPPER998, COLUMN_SIGNAL,
	COMPARE_COLUMNS };

static void
put_limits(struct compare_set *set, size_t member, const struct control_limits *limits)
{
	compare_put(set, member, COLUMN_CENTRE, limits->centre);
	compare_put(set, member, COLUMN_LIMIT_LOWER95, limits->lower_zone);
	compare_put(set, member, COLUMN_LIMIT_UPPER95, limits->upper_zone);
	compare_put(set, member, COLUMN_LIMIT_LOWER998, limits->lower);
	compare_put(set, member, COLUMN_LIMIT_UPPER998, limits->upper);
}

static void
run(struct compare_set *set)
{
	double *values = set->numbers[0];
	struct control_limits limits;
	unsigned char *signals;
	size_t count = 0;

	/* of published values, so that limits tell nothing more */
	for (size_t i = 0; i < set->count; i++)
		if (set->members[i].figure.state == FIGURE_SHOWN)
			values[count++] = set->members[i].figure.published;
	if (count < CONTROL_MINIMUM) {
		for (size_t i = 0; i < set->count; i++)
			compare_put(set, i, COLUMN_SIGNAL, TOO_FEW);
		return;
	}
	signals = xcalloc(count, 1);
	limits = control_limits(values, count);
	control_signals(values, count, &limits, set->options->zone, signals);
	for (size_t i = 0, at = 0; i < set->count; i++) {
		bool shown = set->members[i].figure.state == FIGURE_SHOWN;

		put_limits(set, i, &limits);
		compare_put(set, i, COLUMN_SIGNAL, shown ? signals[at++] : 0);
	}
	free(signals);
}

static void
method(const struct compare_options *options, const struct measure *measure, struct buffer *method)
{
	(void)options;
	(void)measure;
	buffer_append_text(method, "xmr");
}

static void
word(const struct compare_options *options, enum compare_column column, double put,
    struct buffer *text)
{
	static const struct {
		unsigned signal;
		const char *name;
	} names[] = {
		{ CONTROL_OUTSIDE, "outside" },
		{ CONTROL_SHIFT, "shift" },
		{ CONTROL_TREND, "trend" },
		{ CONTROL_TWO_OF_THREE, "two_of_three" },
		{ TOO_FEW, "too_few" },
	};
	unsigned signals = (unsigned)put;

	(void)options;
	(void)column;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if ((signals & names[i].signal) == 0)
			continue;
		if (text->length != 0)
			buffer_append_text(text, " ");
		buffer_append_text(text, names[i].name);
	}
}

const struct comparer control_comparer = { .name = "control",
	.over = COMPARE_TIME,
	.columns = written,
	.run = run,
	.method = method,
	.word = word };
