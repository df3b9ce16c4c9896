/* SPDX-License-Identifier: GPL-3.0-or-later */
/* strata: what a directly standardised rate is made of. */
#include "strata.h"

#include "../../lib/field.h"
#include "cell_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A double holds every count up to it. */
#define EVENTS_MAX (UINT64_C(1) << 53)
/* What decimal_parse gives at most. */
#define DIGITS_MAX UINT64_C(999999999999999999)

static uint64_t
add(uint64_t sum, uint64_t more)
{
	return __builtin_add_overflow(sum, more, &sum) ? UINT64_MAX : sum;
}

/* The first stratum that is not before the name. */
static size_t
place_of(const struct strata *strata, struct field name)
{
	size_t first = 0, end = strata->count;

	while (first < end) {
		size_t middle = first + (end - first) / 2;

		if (field_compare(strata->items[middle].name, name) < 0)
			first = middle + 1;
		else
			end = middle;
	}
	return first;
}

/* The stratum of that name, a new one where there is none yet. */
static struct stratum *
take(struct strata *strata, struct field name)
{
	size_t place = place_of(strata, name);

	if (place < strata->count && field_equals(strata->items[place].name, name))
		return &strata->items[place];
	strata->items = xgrow(strata->items, strata->count, sizeof(*strata->items));
	memmove(&strata->items[place + 1], &strata->items[place],
	    (strata->count - place) * sizeof(*strata->items));
	strata->count++;
	strata->items[place] = (struct stratum){
		.name = { xstrndup(name.data, name.length), name.length },
	};
	return &strata->items[place];
}

/* What it holds hangs on the order of the records from now on, so it goes. */
static void
make_unequal(struct strata *strata)
{
	strata_release(strata);
	strata->unequal = true;
}

bool
strata_clash(const struct strata *strata, const struct strata *other)
{
	if (strata->unequal || other->unequal)
		return true;
	for (size_t i = 0; i < other->count; i++) {
		size_t place = place_of(strata, other->items[i].name);

		if (place < strata->count && strata->items[place].counted && other->items[i].counted
		    && field_equals(strata->items[place].name, other->items[i].name)
		    && decimal_compare(strata->items[place].weight, other->items[i].weight) != 0)
			return true;
	}
	return false;
}

bool
strata_add(struct strata *strata, struct field name, uint64_t events, struct decimal people,
    struct decimal weight)
{
	struct stratum *stratum;

	if (strata->unequal)
		return false;
	stratum = take(strata, name);
	if (stratum->counted && decimal_compare(stratum->weight, weight) != 0) {
		make_unequal(strata);
		return false;
	}
	stratum->counted = true;
	stratum->weight = weight;
	stratum->events = add(stratum->events, events);
	decimal_sum_add(&stratum->people, people);
	return true;
}

void
strata_expect(struct strata *strata, struct field name)
{
	if (!strata->unequal)
		take(strata, name);
}

void
strata_merge(struct strata *strata, const struct strata *other)
{
	if (strata_clash(strata, other))
		make_unequal(strata);
	if (strata->unequal)
		return;
	for (size_t i = 0; i < other->count; i++) {
		const struct stratum *more = &other->items[i];
		struct stratum *stratum = take(strata, more->name);

		if (!more->counted)
			continue;
		stratum->counted = true;
		stratum->weight = more->weight;
		stratum->events = add(stratum->events, more->events);
		decimal_sum_merge(&stratum->people, &more->people);
	}
}

void
strata_release(struct strata *strata)
{
	for (size_t i = 0; i < strata->count; i++)
		free((char *)strata->items[i].name.data);
	free(strata->items);
	*strata = (struct strata){ 0 };
}

void
strata_save(const struct strata *strata, struct buffer *text)
{
	cell_text_number(text, strata->unequal);
	for (size_t i = 0; i < strata->count; i++) {
		const struct stratum *stratum = &strata->items[i];

		cell_text_bytes(text, stratum->name);
		cell_text_number(text, stratum->counted);
		if (!stratum->counted)
			continue;
		cell_text_number(text, stratum->events);
		cell_text_sum(text, &stratum->people);
		cell_text_number(text, (uint64_t)stratum->weight.digits);
		cell_text_number(text, stratum->weight.scale);
	}
}

/* The next stratum; its name is behind the last one's. */
static bool
load_stratum(struct strata *strata, struct cell_text *rest)
{
	struct buffer name = { 0 };
	struct stratum stratum = { 0 };
	bool good = cell_text_read_bytes(rest, &name);

	stratum.counted = cell_text_read(rest, 1) != 0;
	if (stratum.counted) {
		stratum.events = cell_text_read_count(rest);
		stratum.people = cell_text_read_sum(rest);
		stratum.weight.digits = (int64_t)cell_text_read(rest, DIGITS_MAX);
		stratum.weight.scale = (unsigned)cell_text_read(rest, DECIMAL_SCALE_MAX);
	}
	good = good && rest->good && name.length != 0 && stratum.people.sum >= 0
	    && (strata->count == 0
	        || field_compare(strata->items[strata->count - 1].name,
	               (struct field){ name.data, name.length })
	            < 0);
	if (good) {
		stratum.name = (struct field){ xstrndup(name.data, name.length), name.length };
		strata->items = xgrow(strata->items, strata->count, sizeof(*strata->items));
		strata->items[strata->count++] = stratum;
	}
	buffer_release(&name);
	return good;
}

bool
strata_load(struct strata *strata, struct field text)
{
	struct cell_text rest = cell_text_of(text);

	strata->unequal = cell_text_read(&rest, 1) != 0;
	while (rest.good && rest.rest.length != 0)
		if (!load_stratum(strata, &rest))
			return false;
	return cell_text_ends(&rest) && strata->unequal == (strata->count == 0);
}

bool
strata_overflow(const struct strata *strata)
{
	struct decimal_sum people = strata_people(strata);

	return strata_events(strata) > EVENTS_MAX || decimal_sum_overflows(&people);
}

uint64_t
strata_events(const struct strata *strata)
{
	uint64_t events = 0;

	for (size_t i = 0; i < strata->count; i++)
		events = add(events, strata->items[i].events);
	return events;
}

struct decimal_sum
strata_people(const struct strata *strata)
{
	struct decimal_sum people = { 0 };

	for (size_t i = 0; i < strata->count; i++)
		decimal_sum_merge(&people, &strata->items[i].people);
	return people;
}

struct strata_rate
strata_rate(const struct strata *strata)
{
	struct strata_rate rate = { 0 };
	double weights = 0;

	for (size_t i = 0; i < strata->count; i++) {
		const struct stratum *stratum = &strata->items[i];
		double weight = decimal_value(stratum->weight);
		double people = decimal_sum_total(&stratum->people);

		if (!stratum->counted)
			return (struct strata_rate){ NAN, NAN };
		weights += weight;
		if (people > 0) {
			rate.value += weight * (double)stratum->events / people;
			rate.variance +=
			    weight / people * (weight / people) * (double)stratum->events;
		}
	}
	if (!(weights > 0) || strata->unequal)
		return (struct strata_rate){ NAN, NAN };
	rate.value /= weights;
	rate.variance /= weights * weights;
	return rate;
}
