/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * additive: the true bounds of counts in tables of two dimensions, by flows.
 *
 * A relation is a node, and a count that is not known an edge between the two relations
 * that it stands in, or from its one relation to the ground.  A count that grows by one
 * takes one from the node at its tail and gives one to that at its head, and nodes have to
 * come out even: so it can grow as far as there are ways back from its head to its tail,
 * over other counts that can give (Ford and Fulkerson 1956).  Signs are turned, relation
 * by relation, so that each count has a tail and a head; in tables of more than two
 * dimensions that cannot be.
 */
#include "../../lib/memory.h"
#include "additive.h"

#include <stdlib.h>
#include <string.h>

#define NOWHERE ((size_t)-1)

/* Where a variable that is not known stands. */
struct standing {
	size_t times;
	size_t relation[2];
	int sign[2];
};

struct edge {
	size_t variable;
	size_t tail;
	size_t head;
	int64_t flow;
};

/* The relations that are linked by unknown counts. */
struct network {
	struct additive *additive;
	struct standing *standings;
	int *turn;    /* of each relation: 1 or -1; 0: not met yet */
	size_t *node; /* of each relation */
	size_t *members;
	size_t member_count; /* node member_count is the ground */
	bool flat;           /* of two dimensions */
	struct edge *edges;
	size_t edge_count;
	size_t *first; /* of each node, in incident; one more than nodes */
	size_t *incident;
	int64_t *balance;
	size_t *via; /* the edge over which a node was reached */
	size_t *queue;
};

static bool
is_known(const struct additive *additive, size_t variable)
{
	return additive->ranges[variable].lower >= additive->ranges[variable].upper;
}

static void
find_standings(struct network *network)
{
	const struct additive *additive = network->additive;

	for (size_t r = 0; r < additive->relation_count; r++)
		for (size_t i = 0; i < additive->relations[r].count; i++) {
			const struct additive_term *term =
			    &additive->terms[additive->relations[r].first + i];
			struct standing *standing = &network->standings[term->variable];

			if (is_known(additive, term->variable))
				continue;
			if (standing->times < 2) {
				standing->relation[standing->times] = r;
				standing->sign[standing->times] = term->sign;
			}
			standing->times++;
		}
}

/* The relation at the other side of the variable gets its turn from this one's. */
static void
meet_other(struct network *network, const struct standing *standing, size_t relation)
{
	size_t here = standing->relation[0] == relation ? 0 : 1;
	size_t other = standing->relation[1 - here];
	int turn = -network->turn[relation] * standing->sign[here] * standing->sign[1 - here];

	if (network->turn[other] == 0) {
		network->turn[other] = turn;
		network->node[other] = network->member_count;
		network->members[network->member_count++] = other;
	} else if (network->turn[other] != turn) {
		network->flat = false;
	}
}

/* All relations that are linked with this one. */
static void
find_members(struct network *network, size_t relation)
{
	const struct additive *additive = network->additive;

	network->flat = true;
	network->edge_count = 0;
	network->members[0] = relation;
	network->member_count = 1;
	network->node[relation] = 0;
	network->turn[relation] = 1;
	for (size_t m = 0; m < network->member_count; m++) {
		size_t r = network->members[m];

		for (size_t i = 0; i < additive->relations[r].count; i++) {
			size_t v = additive->terms[additive->relations[r].first + i].variable;
			const struct standing *standing = &network->standings[v];

			if (is_known(additive, v))
				continue;
			network->flat = network->flat && standing->times <= 2;
			if (standing->times == 2)
				meet_other(network, standing, r);
			network->edge_count += standing->relation[0] == r;
		}
	}
}

/* The count as an edge; it has a sign at its first relation, and the ground or the other
 * relation at its other end. */
static struct edge
edge_of(const struct network *network, size_t variable)
{
	const struct standing *standing = &network->standings[variable];
	size_t here = network->node[standing->relation[0]];
	size_t there =
	    standing->times == 2 ? network->node[standing->relation[1]] : network->member_count;
	bool gives = network->turn[standing->relation[0]] * standing->sign[0] > 0;

	return (struct edge){ .variable = variable,
		.tail = gives ? there : here,
		.head = gives ? here : there,
		.flow = network->additive->ranges[variable].lower };
}

static void
lay_incident(struct network *network)
{
	size_t nodes = network->member_count + 1;

	memset(network->first, 0, (nodes + 1) * sizeof(*network->first));
	for (size_t e = 0; e < network->edge_count; e++) {
		network->first[network->edges[e].tail + 1]++;
		network->first[network->edges[e].head + 1]++;
	}
	for (size_t n = 0; n < nodes; n++)
		network->first[n + 1] += network->first[n];
	memcpy(network->queue, network->first, nodes * sizeof(*network->queue));
	for (size_t e = 0; e < network->edge_count; e++) {
		network->incident[network->queue[network->edges[e].tail]++] = e;
		network->incident[network->queue[network->edges[e].head]++] = e;
	}
}

/* Every count at its least; what each relation has too much or too little then. */
static void
lay_network(struct network *network)
{
	const struct additive *additive = network->additive;

	network->edges = xcalloc(network->edge_count + 1, sizeof(*network->edges));
	network->incident = xcalloc(2 * network->edge_count + 1, sizeof(*network->incident));
	network->edge_count = 0;
	for (size_t m = 0; m <= network->member_count; m++)
		network->balance[m] = 0;
	for (size_t m = 0; m < network->member_count; m++) {
		size_t r = network->members[m];

		for (size_t i = 0; i < additive->relations[r].count; i++) {
			const struct additive_term *term =
			    &additive->terms[additive->relations[r].first + i];

			network->balance[m] += (int64_t)network->turn[r] * term->sign
			    * additive->ranges[term->variable].lower;
			if (!is_known(additive, term->variable)
			    && network->standings[term->variable].relation[0] == r)
				network->edges[network->edge_count++] =
				    edge_of(network, term->variable);
		}
	}
	lay_incident(network);
}

/* How much more can go from the node over the edge. */
static int64_t
room_of(const struct network *network, const struct edge *edge, size_t node)
{
	struct additive_range range = network->additive->ranges[edge->variable];

	return edge->tail == node ? range.upper - edge->flow : edge->flow - range.lower;
}

/* Takes the way from one node to another, or to any that has too little, without the edge
 * skip, as much as can go and no more than most; the amount. */
static int64_t
push(struct network *network, size_t from, size_t to, int64_t most, size_t skip)
{
	size_t ground = network->member_count;
	size_t head = 0, tail = 0, end = NOWHERE;

	for (size_t n = 0; n <= ground; n++)
		network->via[n] = NOWHERE;
	network->queue[tail++] = from;
	while (head < tail && end == NOWHERE) {
		size_t node = network->queue[head++];

		for (size_t i = network->first[node]; i < network->first[node + 1]; i++) {
			size_t e = network->incident[i];
			const struct edge *edge = &network->edges[e];
			size_t next = edge->tail == node ? edge->head : edge->tail;

			if (e == skip || next == from || network->via[next] != NOWHERE
			    || room_of(network, edge, node) == 0)
				continue;
			network->via[next] = e;
			network->queue[tail++] = next;
			if (to == NOWHERE ? next == ground || network->balance[next] < 0
			                  : next == to) {
				end = next;
				break;
			}
		}
	}
	if (end == NOWHERE)
		return 0;
	if (to == NOWHERE && end != ground && -network->balance[end] < most)
		most = -network->balance[end];
	for (size_t node = end; node != from;) {
		const struct edge *edge = &network->edges[network->via[node]];
		size_t before = edge->tail == node ? edge->head : edge->tail;
		int64_t room = room_of(network, edge, before);

		most = room < most ? room : most;
		node = before;
	}
	for (size_t node = end; node != from;) {
		struct edge *edge = &network->edges[network->via[node]];
		bool along = edge->head == node;

		edge->flow += along ? most : -most;
		node = along ? edge->tail : edge->head;
	}
	network->balance[from] -= most;
	network->balance[end] += most;
	return most;
}

/* Numbers that make every relation true; false where there are none. */
static bool
even_out(struct network *network)
{
	size_t ground = network->member_count;

	for (size_t n = 0; n < ground; n++)
		while (network->balance[n] > 0)
			if (push(network, n, NOWHERE, network->balance[n], NOWHERE) == 0)
				return false;
	for (size_t n = 0; n < ground; n++)
		while (network->balance[n] < 0)
			if (push(network, ground, n, -network->balance[n], NOWHERE) == 0)
				return false;
	return true;
}

/* The bounds of one count, where they are not further apart than is enough. */
static void
find_bounds(struct network *network, size_t e, int64_t enough)
{
	struct edge *edge = &network->edges[e];
	struct additive_range *range = &network->additive->ranges[edge->variable];
	struct additive_range found = { edge->flow, edge->flow };
	int64_t most = enough - 1, moved;

	while (most > 0 && edge->flow < range->upper) {
		int64_t room = range->upper - edge->flow;

		moved = push(network, edge->head, edge->tail, room < most ? room : most, e);
		if (moved == 0)
			break;
		edge->flow += moved;
		most -= moved;
	}
	found.upper = edge->flow;
	most = enough - 1 - (found.upper - found.lower);
	while (most > 0 && edge->flow > range->lower) {
		int64_t room = edge->flow - range->lower;

		/* back to where it began, and from there on down */
		moved = push(network, edge->tail, edge->head, room, e);
		if (moved == 0)
			break;
		edge->flow -= moved;
		if (edge->flow < found.lower) {
			most = enough - 1 - (found.upper - edge->flow);
			found.lower = edge->flow;
		}
	}
	if (found.upper - found.lower + 1 < enough)
		*range = found;
}

static void
bound_members(struct network *network, int64_t enough)
{
	lay_network(network);
	if (even_out(network))
		for (size_t e = 0; e < network->edge_count; e++)
			find_bounds(network, e, enough);
	free(network->edges);
	free(network->incident);
}

void
additive_exact(struct additive *additive, size_t most, int64_t enough)
{
	size_t relations = additive->relation_count;
	struct network network = { .additive = additive };

	network.standings = xcalloc(additive->count + 1, sizeof(*network.standings));
	network.turn = xcalloc(relations + 1, sizeof(*network.turn));
	network.node = xcalloc(relations + 1, sizeof(*network.node));
	network.members = xcalloc(relations + 1, sizeof(*network.members));
	network.first = xcalloc(relations + 3, sizeof(*network.first));
	network.balance = xcalloc(relations + 2, sizeof(*network.balance));
	network.via = xcalloc(relations + 2, sizeof(*network.via));
	network.queue = xcalloc(relations + 2, sizeof(*network.queue));
	find_standings(&network);
	for (size_t r = 0; r < relations; r++) {
		if (network.turn[r] != 0)
			continue;
		find_members(&network, r);
		/* of one relation alone additive_propagate has found them */
		if (network.flat && network.member_count > 1 && network.edge_count <= most)
			bound_members(&network, enough);
	}
	free(network.standings);
	free(network.turn);
	free(network.node);
	free(network.members);
	free(network.first);
	free(network.balance);
	free(network.via);
	free(network.queue);
}
