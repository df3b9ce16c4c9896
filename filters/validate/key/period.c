/* SPDX-License-Identifier: GPL-3.0-or-later */
/* period: when the codes of a list were valid. */
#include "period.h"

#include "../../lib/date.h"

#include <stdlib.h>

void
periods_release(struct periods *periods)
{
	free(periods->list);
	*periods = (struct periods){ 0 };
}

void
periods_add(struct periods *periods, size_t first, int64_t from, int64_t to)
{
	struct period *period;

	if (periods->count == periods->room) {
		periods->room = periods->room == 0 ? 64 : periods->room * 2;
		periods->list = xreallocarray(periods->list, periods->room, sizeof *periods->list);
	}
	period = &periods->list[periods->count++];
	*period = (struct period){ .from = from, .to = to };
	if (first != 0) {
		period->next = periods->list[first - 1].next;
		periods->list[first - 1].next = periods->count;
	}
}

/* The days that a value may stand for: a month is any of its days. */
static bool
find_days(enum type_kind kind, struct field value, int64_t *from, int64_t *to)
{
	struct date date;

	if (kind == TYPE_YEARMONTH) {
		if (!date_parse_month(value, &date))
			return false;
		*from = date_days(date);
		*to = date_days(date_period_next(date, DATE_MONTH)) - 1;
		return true;
	}
	if (!moment_day(value, from))
		return false;
	*to = *from;
	return true;
}

bool
periods_hold(const struct periods *periods, size_t first, enum type_kind kind, struct field value)
{
	int64_t from;
	int64_t to;

	if (!find_days(kind, value, &from, &to))
		return true;
	for (size_t number = first; number != 0; number = periods->list[number - 1].next) {
		const struct period *period = &periods->list[number - 1];

		if (period->from <= to && from <= period->to)
			return true;
	}
	return false;
}
