/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group: keys that differ in a few bytes only spread over the table, and there is a bound. */
#include "../../filters/benchmark/group/group.h"
#include "../../filters/benchmark/kind/kind.h"
#include "unit.h"

/* As record numbers are, the last bytes counting up. */
static bool
take_numbered(struct groups *groups, const struct group_key *key, unsigned count, size_t length)
{
	char text[32] = "TEAMTEAMTEAMTEAM";

	for (unsigned i = 0; i < count; i++) {
		unsigned rest = i;

		for (size_t at = length; at > length - 5; at--) {
			text[at - 1] = (char)('0' + rest % 10);
			rest /= 10;
		}
		if (groups_take(groups, key, (struct field){ text, length }) == NULL)
			return false;
	}
	return true;
}

/* How far a key stands from where its hash would have it, at most. */
static size_t
furthest(const struct groups *groups)
{
	size_t most = 0;

	for (size_t i = 0; i < groups->room; i++) {
		size_t far = (i - groups->slots[i].hash) & (groups->room - 1);

		if (groups->slots[i].place != 0 && far > most)
			most = far;
	}
	return most;
}

int
main(void)
{
	static struct measure items[1000];
	static const struct measures one = { .items = items, .count = 1 };
	static const struct measures thousand = { .items = items, .count = 1000 };
	static const struct group_key key = { .unit = 0, .period = READER_NONE };

	for (size_t i = 0; i < 1000; i++)
		items[i].kind = &kind_mean;
	for (size_t length = 5; length <= 17; length++) {
		struct groups groups;

		groups_init(&groups, &one);
		CHECK(take_numbered(&groups, &key, 40000, length));
		CHECK(groups.count == 40000);
		CHECK(furthest(&groups) < 200);
		groups_release(&groups);
	}

	struct groups few;
	struct groups many;

	groups_init(&few, &one);
	groups_init(&many, &thousand);
	CHECK(few.most == GROUPS_MAX);
	CHECK(many.most * 1000 <= CELLS_MAX && many.most >= 1000);
	return unit_done();
}
