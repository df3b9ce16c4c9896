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

void
statistic_hide_parts(bool rule, const uint64_t *parts, size_t count, bool *hidden)
{
	size_t alone = 0, smallest = count;

	for (size_t i = 0; i < count; i++) {
		hidden[i] = rule && small(parts[i]);
		alone += hidden[i];
		if (!hidden[i] && parts[i] != 0
		    && (smallest == count || parts[i] < parts[smallest]))
			smallest = i;
	}
	if (alone == 1 && smallest != count)
		hidden[smallest] = true;
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
statistic_hide_records(struct statistic *statistic, enum statistic_form form)
{
	double scale = form == FORM_PERCENT ? 10 : form == FORM_AMOUNT ? 100 : 0;

	statistic->records_hidden = true;
	if (scale > 0 && statistic->state == STATISTIC_GIVEN)
		statistic->value = round(statistic->value * scale) / scale;
}
