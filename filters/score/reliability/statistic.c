/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistic: numbers that are told, hidden or undefined. */
#include "statistic.h"

#include <math.h>

static bool
small(uint64_t count)
{
	return count > 0 && count < STATISTIC_MINIMUM;
}

bool
statistic_hides(bool rule, uint64_t count, uint64_t whole)
{
	return rule && (small(count) || small(whole - count));
}

/* The smallest part that is neither hidden nor empty, or count: the first one only where
 * there is no other. */
static size_t
smallest_shown(const uint64_t *parts, size_t count, const bool *hidden)
{
	size_t smallest = count;

	for (size_t i = 1; i < count; i++)
		if (!hidden[i] && parts[i] != 0
		    && (smallest == count || parts[i] < parts[smallest]))
			smallest = i;
	return smallest == count && !hidden[0] && parts[0] != 0 ? 0 : smallest;
}

void
statistic_hide_parts(bool rule, const uint64_t *parts, size_t count, bool *hidden)
{
	uint64_t together = 0, most = 0; /* what they are, and could be at most */

	for (size_t i = 0; i < count; i++) {
		hidden[i] = rule && small(parts[i]);
		together += hidden[i] ? parts[i] : 0;
		most += hidden[i] ? STATISTIC_MINIMUM - 1 : 0;
	}
	while (together != 0 && (together < STATISTIC_MINIMUM || together == most)) {
		size_t next = smallest_shown(parts, count, hidden);

		if (next == count)
			return;
		hidden[next] = true;
		together += parts[next];
		most = UINT64_MAX;
	}
}

struct statistic
statistic_count(uint64_t count, uint64_t whole, bool hidden)
{
	return (struct statistic){ .value = (double)count,
		.records = whole,
		.state = hidden ? STATISTIC_HIDDEN : STATISTIC_GIVEN };
}

struct statistic
statistic_percent(uint64_t count, uint64_t whole, bool hidden, const char *empty)
{
	struct statistic statistic = statistic_count(count, whole, hidden);

	if (whole == 0) {
		statistic.state = STATISTIC_UNDEFINED;
		statistic.reason = empty;
	} else {
		statistic.value = 100 * (double)count / (double)whole;
	}
	return statistic;
}

struct statistic
statistic_number(bool rule, double value, uint64_t records, const char *reason)
{
	struct statistic statistic = { .value = value, .records = records };

	if (rule && small(records)) {
		statistic.state = STATISTIC_HIDDEN;
	} else if (!isfinite(value)) {
		statistic.state = STATISTIC_UNDEFINED;
		statistic.reason = reason;
	}
	return statistic;
}

void
statistic_hide_records(struct statistic *statistic, enum statistic_form form, double step)
{
	static const double scales[] = { 1, 10, 100 };
	unsigned places = form == FORM_PERCENT ? 1 : 2;
	/* at most STATISTIC_MINIMUM - 1 are left out */
	double fewest = (double)statistic->records - (STATISTIC_MINIMUM - 1);

	statistic->records_hidden = true;
	if (statistic->state != STATISTIC_GIVEN || (form != FORM_PERCENT && form != FORM_AMOUNT))
		return;
	if (form == FORM_PERCENT)
		step = 100;
	/* rounded to step / n or more, a mean could be one of any such n */
	while (places > 0 && fewest < step * scales[places])
		places--;
	if (fewest < step) {
		statistic->state = STATISTIC_HIDDEN;
		return;
	}
	statistic->rounded = true;
	statistic->places = places;
	statistic->value = round(statistic->value * scales[places]) / scales[places];
}
