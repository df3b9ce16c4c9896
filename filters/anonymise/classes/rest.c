/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rest: the records that are not settled yet, and the classes that are. */
#include "rest.h"

#include <string.h>

_Static_assert(PRIVACY_COLUMNS_MAX <= 32, "a bit for each column");

/* In the file of settled classes. */
struct settled {
	struct class_digest class;
	uint64_t stars;
};

bool
rest_open(struct classes *classes, struct fault *fault)
{
	struct rest *rest = &classes->rest;
	size_t item = classes->layout.size + sizeof(uint64_t);

	rest->used = true;
	return spill_open(&rest->files[0], &classes->room, item, fault)
	    && spill_open(&rest->files[1], &classes->room, item, fault)
	    && spill_open(&rest->settled, &classes->room, sizeof(struct settled), fault);
}

void
rest_release(struct rest *rest)
{
	spill_release(&rest->files[0]);
	spill_release(&rest->files[1]);
	spill_release(&rest->settled);
}

uint32_t
rest_stars(const struct classes *classes, const unsigned char *item, size_t step)
{
	const struct tuple_layout *layout = &classes->layout;
	const uint8_t *levels = steps_levels(&classes->steps, step);
	uint32_t stars = 0;

	for (size_t i = 0; i < layout->quasi; i++)
		if (levels[i] == classes->steps.forms[i]
		    || class_equals(
		        tuple_digest(item, layout->first[i] + levels[i]), classes->stars[i]))
			stars |= UINT32_C(1) << i;
	return stars;
}

static bool
put(struct classes *classes, struct spill *to, const unsigned char *item, uint32_t row,
    struct fault *fault)
{
	uint64_t place = row;

	return spill_append(to, item, classes->layout.size, fault)
	    && spill_append(to, &place, sizeof place, fault);
}

static uint32_t
row_of(const struct classes *classes, const unsigned char *item)
{
	uint64_t row;

	memcpy(&row, item + classes->layout.size, sizeof row);
	return (uint32_t)row;
}

static bool
gather_from(
    struct classes *classes, const struct spill *from, struct spill *to, struct fault *fault)
{
	struct spill_cursor cursor;
	const unsigned char *item;
	uint32_t next = 0;
	bool good;

	spill_cursor_init(&cursor, from);
	while ((good = spill_next(&cursor, &item, fault)) && item != NULL) {
		uint32_t row = from == &classes->tuples ? next++ : row_of(classes, item);

		if (classes->states[row] == STATE_REST && !put(classes, to, item, row, fault)) {
			good = false;
			break;
		}
	}
	spill_cursor_release(&cursor);
	return good;
}

bool
rest_gather(struct classes *classes, uint64_t count, struct fault *fault)
{
	struct rest *rest = &classes->rest;
	const struct spill *from = rest->gathered ? &rest->files[rest->current] : &classes->tuples;
	struct spill *to = &rest->files[rest->gathered ? 1 - rest->current : 0];

	if (rest->gathered && count > rest->count / 4 * 3)
		return true;
	spill_restart(to);
	if (!gather_from(classes, from, to, fault))
		return false;
	rest->current = to == &rest->files[1];
	rest->count = count;
	rest->gathered = true;
	return true;
}

bool
rest_settle(struct classes *classes, const struct class_facts *facts, struct fault *fault)
{
	const struct settled settled = { facts->digest, facts->mark };

	/* where only stars are tried, no record becomes like one without a star */
	if (settled.stars == 0 && classes->privacy.act == PRIVACY_SUPPRESS_CELLS)
		return true;
	return spill_append(&classes->rest.settled, &settled, sizeof settled, fault);
}

/* Which columns are suppressed at the step: stars in any class that can be joined. */
static uint64_t
needed_stars(const struct classes *classes, size_t step)
{
	const uint8_t *levels = steps_levels(&classes->steps, step);
	uint64_t stars = 0;

	for (size_t i = 0; i < classes->layout.quasi; i++)
		if (levels[i] == classes->steps.forms[i])
			stars |= UINT64_C(1) << i;
	return stars;
}

static bool
feed_settled(const struct pass *pass, struct counter *counter, struct fault *fault)
{
	static const uint32_t none[PRIVACY_COLUMNS_MAX];
	uint64_t needed = needed_stars(pass->classes, pass->step);
	struct spill_cursor cursor;
	const unsigned char *item;
	bool good;

	spill_cursor_init(&cursor, &pass->classes->rest.settled);
	while ((good = spill_next(&cursor, &item, fault)) && item != NULL) {
		struct settled settled;

		memcpy(&settled, item, sizeof settled);
		if ((settled.stars & needed) == needed)
			counter_offer(
			    counter, settled.class, 0, ROW_SETTLED, 0, (const unsigned char *)none);
	}
	spill_cursor_release(&cursor);
	return good;
}

bool
rest_feed(const struct pass *pass, struct counter *counter, struct fault *fault)
{
	const struct classes *classes = pass->classes;
	struct spill_cursor cursor;
	const unsigned char *item;
	bool good;

	spill_cursor_init(&cursor, &classes->rest.files[classes->rest.current]);
	while ((good = spill_next(&cursor, &item, fault)) && item != NULL) {
		uint32_t row = row_of(classes, item);

		if (classes->states[row] == STATE_REST)
			counter_offer(counter, classes_digest(classes, item, pass->step),
			    tuple_who(item), row, rest_stars(classes, item, pass->step),
			    tuple_values(&classes->layout, item));
	}
	spill_cursor_release(&cursor);
	return good && feed_settled(pass, counter, fault);
}

uint64_t
rest_entries(const struct rest *rest)
{
	return rest->count + spill_length(&rest->settled) / sizeof(struct settled);
}
