/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compare: makes the sets of figures, and keeps what the comparers find. */
#include "compare.h"

#include "../peers/discovery.h"
#include "../peers/peer_list.h"
#include "compare_order.h"

#include <math.h>
#include <stdlib.h>

/* Room for the largest set: all groups. */
struct room {
	struct group **sorted;
	struct compare_member *members;
	struct compare_member *near;  /* one of them and its own peers */
	struct compare_limits *joint; /* of members */
	double *numbers;
	size_t *places; /* 1 + the member, for each unit of the list of peers; 0: not here */
};

static bool
is_asked(const struct comparison *comparison, size_t comparer)
{
	return (comparison->options->asked >> comparer & 1) != 0;
}

static void
run_comparers(struct compare_set *set, enum compare_over over)
{
	set->ascending_count = COMPARE_EVERY;
	for (set->comparer = 0; comparers[set->comparer] != NULL; set->comparer++)
		if (is_asked(set->comparison, set->comparer)
		    && comparers[set->comparer]->over == over)
			comparers[set->comparer]->run(set);
}

/* Each member among its own peers. */
static void
run_near(const struct compare_set *all, struct room *room)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct peer_unit *unit = all->members[i].group->peer;
		struct compare_set set = *all;

		if (!peer_unit_has_peers(unit))
			continue;
		set.members = room->near;
		set.count = 0;
		for (size_t p = 0; p < unit->count; p++) {
			size_t place = room->places[unit->peers[p]->index];

			if (place == i + 1)
				set.focus = set.count;
			if (place != 0)
				room->near[set.count++] = all->members[place - 1];
		}
		run_comparers(&set, COMPARE_UNITS);
	}
}

/* Where the units of the list stand in the set, or 0 again. */
static void
set_places(struct room *room, const struct group *const *groups, size_t count, bool stand)
{
	for (size_t i = 0; i < count; i++)
		if (groups[i]->peer != NULL)
			room->places[groups[i]->peer->index] = stand ? i + 1 : 0;
}

static void
take_members(const struct compare_set *set, struct room *room, const struct group *const *groups)
{
	for (size_t i = 0; i < set->count; i++) {
		room->joint[i].among = 0;
		room->members[i] = (struct compare_member){ groups[i], &room->joint[i],
			figure_of(set->measure, &groups[i]->cells[set->index],
			    disclosure_for(set->rule, groups[i]->total, groups[i]->national)) };
	}
}

/* All comparers of one kind of set, measure by measure. */
static void
run_set(struct comparison *comparison, struct room *room, enum compare_over over, size_t first,
    size_t end)
{
	const struct measures *measures = comparison->measures;
	const struct group *const *groups = (const struct group *const *)room->sorted + first;
	bool near = over == COMPARE_UNITS && peer_list_has_pairs(comparison->options->peers);
	struct compare_set set = { .options = comparison->options,
		.rule = comparison->rule,
		.members = room->members,
		.count = end - first,
		.focus = COMPARE_EVERY,
		.comparison = comparison };

	for (size_t i = 0; i < 4; i++)
		set.numbers[i] = room->numbers + i * comparison->groups->count;
	set.ascending = room->numbers + 4 * comparison->groups->count;
	if (near)
		set_places(room, groups, set.count, true);
	for (set.index = 0; set.index < measures->count; set.index++) {
		set.measure = &measures->items[set.index];
		take_members(&set, room, groups);
		if (near)
			run_near(&set, room);
		else
			run_comparers(&set, over);
	}
	if (near)
		set_places(room, groups, set.count, false);
}

/* A total is none of the units, and so is the nation; and where there is a list of peers, a
 * unit that it does not name is nobody's. */
static bool
takes_part(const struct comparison *comparison, const struct group *group, enum compare_over over)
{
	const struct peer_list *peers = comparison->options->peers;

	if (over != COMPARE_UNITS)
		return true;
	if (group->total || group->national)
		return false;
	return peers == NULL
	    || (peer_list_has_pairs(peers) ? group->peer != NULL
	                                   : peer_unit_has_peers(group->peer));
}

static void
run_over(struct comparison *comparison, struct room *room, enum compare_over over)
{
	const struct groups *groups = comparison->groups;
	size_t count = 0;
	size_t end;

	for (size_t i = 0; i < groups->count; i++)
		if (takes_part(comparison, groups->sorted[i], over))
			room->sorted[count++] = groups->sorted[i];
	compare_sort(room->sorted, count, over);
	for (size_t first = 0; first < count; first = end) {
		end = first + 1;
		while (end < count && compare_same[over](room->sorted[first], room->sorted[end]))
			end++;
		run_set(comparison, room, over, first, end);
	}
}

static void
make_room(struct room *room, const struct comparison *comparison)
{
	const struct peer_list *peers = comparison->options->peers;
	size_t count = comparison->groups->count;

	room->sorted = xcalloc(count, sizeof(struct group *));
	room->members = xcalloc(count, sizeof(*room->members));
	room->near = xcalloc(count, sizeof(*room->near));
	room->joint = xcalloc(count, sizeof(*room->joint));
	room->numbers = xcalloc(5 * count, sizeof(*room->numbers));
	room->places =
	    xcalloc(peers != NULL ? peer_list_count(peers) + 1 : 1, sizeof(*room->places));
}

static void
release_room(struct room *room)
{
	free(room->sorted);
	free(room->members);
	free(room->near);
	free(room->joint);
	free(room->numbers);
	free(room->places);
}

void
compare_all(
    struct comparison *comparison, const struct groups *groups, const struct measures *measures)
{
	size_t cells = groups->count * measures->count * comparison->slot_count;
	struct room room;

	comparison->groups = groups;
	comparison->measures = measures;
	if (cells == 0)
		return;
	comparison->numbers = xcalloc(cells, sizeof(*comparison->numbers));
	for (size_t i = 0; i < cells; i++)
		comparison->numbers[i] = NAN;
	peer_list_assign(comparison->options->peers, groups);
	make_room(&room, comparison);
	for (size_t over = COMPARE_UNITS; over <= COMPARE_ALONE; over++)
		if (compare_goes_over(comparison->options->asked, (enum compare_over)over))
			run_over(comparison, &room, (enum compare_over)over);
	release_room(&room);
	discover(comparison);
}

void
compare_put(struct compare_set *set, size_t member, enum compare_column column, double number)
{
	struct comparison *comparison = set->comparison;
	size_t slot = comparison->place[set->comparer][column];
	size_t cell = set->members[member].group->index * comparison->measures->count + set->index;

	if (compare_wants(set, member))
		comparison->numbers[cell * comparison->slot_count + slot] = number;
}

void
compare_count(struct compare_set *set, bool lacks)
{
	set->comparison->counted[set->comparer].sets++;
	set->comparison->counted[set->comparer].lacking += lacks;
}

void
compare_report(const struct comparison *comparison)
{
	if (comparison->groups != NULL && comparison->options->peers != NULL)
		peer_list_report(comparison->options->peers, comparison->groups);
	for (size_t i = 0; comparers[i] != NULL; i++)
		if (comparers[i]->report != NULL && comparison->counted[i].sets != 0)
			comparers[i]->report(comparison->options, comparison->counted[i].sets,
			    comparison->counted[i].lacking);
}

void
compare_release(struct comparison *comparison)
{
	free(comparison->numbers);
	comparison->numbers = NULL;
}
