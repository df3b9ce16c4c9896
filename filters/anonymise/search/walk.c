/* SPDX-License-Identifier: GPL-3.0-or-later */
/* walk: to the node with the least loss that keeps the policy. */
#include "walk.h"

#include "snapshots.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

/* A node that waits. */
struct waiting {
	double loss;
	struct node node;
};

struct state {
	struct walk *walk;
	struct intern seen;
	struct intern counted; /* a node that held in a climb may be come to again */
	struct waiting *heap;
	size_t count;
	size_t room;
	struct bounds failing;
	struct bounds holding; /* of what is sure */
	struct snapshots snapshots;
};

static void
levels_of(const struct walk *walk, const struct node *node, unsigned *levels)
{
	for (size_t i = 0; i < walk->columns; i++)
		levels[i] = node_level(node, walk->domains, i);
}

static double
loss_of(const struct walk *walk, const struct node *node)
{
	double loss = 0;

	for (size_t i = 0; i < walk->columns; i++)
		loss += walk->domains[i].loss[node_level(node, walk->domains, i)];
	return loss;
}

static bool
is_before(const struct waiting *a, const struct waiting *b)
{
	if (a->loss < b->loss || b->loss < a->loss)
		return a->loss < b->loss;
	return memcmp(&a->node, &b->node, sizeof a->node) < 0;
}

static void
wait_for(struct state *state, const struct node *node)
{
	uint32_t known = state->seen.count;
	struct waiting waiting = { loss_of(state->walk, node), *node };
	size_t at;

	if (intern_add(
	        &state->seen, (struct field){ (const char *)node->place, state->walk->columns })
	    != known)
		return;
	if (state->count == state->room) {
		state->room = 2 * state->room + 64;
		state->heap = xreallocarray(state->heap, state->room, sizeof *state->heap);
	}
	for (at = state->count++; at > 0 && is_before(&waiting, &state->heap[(at - 1) / 2]);
	     at = (at - 1) / 2)
		state->heap[at] = state->heap[(at - 1) / 2];
	state->heap[at] = waiting;
}

static struct node
take_first(struct state *state)
{
	struct node first = state->heap[0].node;
	struct waiting last = state->heap[--state->count];
	size_t at = 0;

	for (size_t child = 1; child < state->count; child = 2 * at + 1) {
		if (child + 1 < state->count
		    && is_before(&state->heap[child + 1], &state->heap[child]))
			child++;
		if (!is_before(&state->heap[child], &last))
			break;
		state->heap[at] = state->heap[child];
		at = child;
	}
	if (state->count != 0)
		state->heap[at] = last;
	return first;
}

static void
count_at(struct state *state, const struct rows *rows, const struct node *node, struct count *count)
{
	unsigned levels[PRIVACY_COLUMNS_MAX];

	levels_of(state->walk, node, levels);
	node_counter_count(state->walk->counter, rows, levels, count);
	intern_add(
	    &state->counted, (struct field){ (const char *)node->place, state->walk->columns });
}

static void
roll(struct state *state, struct rows *rows, const struct rows *from, const struct node *node)
{
	unsigned levels[PRIVACY_COLUMNS_MAX];

	levels_of(state->walk, node, levels);
	rows_roll(rows, from, state->walk->domains, levels, state->walk->sensitive,
	    &state->walk->counter->classes);
}

/* Whether a node above one that surely fails does so too; then classes is how many it has,
 * where that came to light. */
static bool
surely_fails(struct state *state, const struct rows *rows, const struct node *node, size_t *classes)
{
	struct count count;

	if (bounds_find(&state->failing, node, 0) != BOUNDS_NONE)
		return true;
	if (bounds_find(&state->holding, node, 0) != BOUNDS_NONE)
		return false;
	count_at(state, rows, node, &count);
	if ((double)count.surely > state->walk->limit) {
		*classes = count.classes;
		return true;
	}
	bounds_add(&state->holding, node);
	return false;
}

/* Moves one column of a failing node up to its coarsest level at which it fails. */
static void
climb_column(
    struct state *state, const struct rows *rows, struct node *node, size_t column, size_t *classes)
{
	const struct domain *domain = &state->walk->domains[column];
	unsigned char above[SEARCH_LEVELS_MAX];
	size_t low = 0, high = 0;
	struct node tried = *node;

	for (unsigned place = node->place[column] + 1; place < domain->levels; place++)
		if (domain_is_coarser(
		        domain, domain->order[place], domain->order[node->place[column]]))
			above[high++] = (unsigned char)place;
	/* all below low fail, all from high on hold */
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		tried.place[column] = above[middle];
		if (surely_fails(state, rows, &tried, classes))
			low = middle + 1;
		else
			high = middle;
	}
	if (low != 0)
		node->place[column] = above[low - 1];
}

/* The columns by what they can still lose, the least first: a summit that is high in
 * those is above the nodes that would come next. */
static void
order_columns(const struct state *state, const struct node *node, size_t *order)
{
	const struct walk *walk = state->walk;
	double rise[PRIVACY_COLUMNS_MAX];

	for (size_t i = 0; i < walk->columns; i++) {
		const struct domain *domain = &walk->domains[i];
		size_t at = i;

		rise[i] = domain->loss[domain->order[domain->levels - 1]]
		    - domain->loss[node_level(node, walk->domains, i)];
		for (; at > 0 && rise[order[at - 1]] > rise[i]; at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
}

/* From a node that surely fails, with the rows at it, to one that does and has no coarser
 * neighbour that does. */
static void
climb(struct state *state, struct node *node, const struct rows *rows)
{
	size_t order[PRIVACY_COLUMNS_MAX] = { 0 };
	struct rows own = { 0 };

	order_columns(state, node, order);
	for (size_t i = 0; i < state->walk->columns; i++) {
		size_t classes = rows->count;
		struct rows fewer;

		climb_column(state, rows, node, order[i], &classes);
		if (classes > rows->count / 2)
			continue; /* not worth the way through them */
		roll(state, &fewer, rows, node);
		rows_release(&own);
		own = fewer;
		rows = &own;
	}
	rows_release(&own);
	bounds_add(&state->failing, node);
}

/* The nodes next to one, in the columns where they get out of what fails below summit. */
static void
wait_beyond(struct state *state, const struct node *node, const struct node *summit)
{
	for (size_t i = 0; i < state->walk->columns; i++) {
		const struct domain *domain = &state->walk->domains[i];
		unsigned top = node_level(summit, state->walk->domains, i);
		struct node next = *node;

		for (unsigned place = node->place[i] + 1; place < domain->levels; place++)
			if (summit == node
			    || !domain_is_coarser(domain, top, domain->order[place])) {
				next.place[i] = (unsigned char)place;
				wait_for(state, &next);
				break;
			}
	}
}

/* True: the node holds. */
static bool
visit(struct state *state, const struct node *node, struct count *count)
{
	size_t met = bounds_find(&state->failing, node, 0);
	struct node summit = *node;
	struct rows rows;

	if (met != BOUNDS_NONE) {
		wait_beyond(state, node, &state->failing.nodes[met]);
		return false;
	}
	roll(state, &rows, snapshots_find(&state->snapshots, node), node);
	count_at(state, &rows, node, count);
	if ((double)count->suppressed <= state->walk->limit) {
		rows_release(&rows);
		return true;
	}
	if ((double)count->surely > state->walk->limit) {
		climb(state, &summit, &rows);
		wait_beyond(state, node, &summit);
	} else {
		wait_beyond(state, node, node);
	}
	snapshots_keep(&state->snapshots, node, &rows);
	return false;
}

bool
walk_best(struct walk *walk, unsigned *levels, struct count *count)
{
	struct state state = { .walk = walk,
		.snapshots = { .domains = walk->domains, .all = walk->rows } };
	struct node node = { { 0 } };
	bool found = false;

	intern_init(&state.seen);
	intern_init(&state.counted);
	bounds_init(&state.failing, walk->domains, walk->columns, true);
	bounds_init(&state.holding, walk->domains, walk->columns, false);
	wait_for(&state, &node);
	while (!found && state.count != 0) {
		node = take_first(&state);
		found = visit(&state, &node, count);
	}
	if (found)
		levels_of(walk, &node, levels);
	walk->counted = state.counted.count;
	intern_release(&state.seen);
	intern_release(&state.counted);
	bounds_release(&state.failing);
	bounds_release(&state.holding);
	snapshots_release(&state.snapshots);
	free(state.heap);
	return found;
}
