/* SPDX-License-Identifier: GPL-3.0-or-later */
/* snapshots: the rows as they are at nodes that were looked at. */
#include "snapshots.h"

/* Of all rows: more are not worth keeping. */
#define WORTH_PERCENT 80

static bool
is_finer(const struct snapshots *snapshots, const struct node *node, const struct node *than)
{
	for (size_t i = 0; i < snapshots->all->columns; i++)
		if (!domain_is_coarser(&snapshots->domains[i],
		        node_level(than, snapshots->domains, i),
		        node_level(node, snapshots->domains, i)))
			return false;
	return true;
}

const struct rows *
snapshots_find(struct snapshots *snapshots, const struct node *node)
{
	const struct rows *best = snapshots->all;

	for (size_t i = 0; i < snapshots->count; i++) {
		struct snapshot *snapshot = &snapshots->list[i];

		if (snapshot->rows.count < best->count
		    && is_finer(snapshots, &snapshot->node, node)) {
			best = &snapshot->rows;
			snapshot->used = ++snapshots->now;
		}
	}
	return best;
}

static void
drop_oldest(struct snapshots *snapshots)
{
	struct snapshot *oldest = &snapshots->list[0];

	for (size_t i = 1; i < snapshots->count; i++)
		if (snapshots->list[i].used < oldest->used)
			oldest = &snapshots->list[i];
	snapshots->rows -= oldest->rows.count;
	rows_release(&oldest->rows);
	*oldest = snapshots->list[--snapshots->count];
}

void
snapshots_keep(struct snapshots *snapshots, const struct node *node, struct rows *rows)
{
	size_t all = snapshots->all->count;

	if (rows->count > all / 100 * WORTH_PERCENT) {
		rows_release(rows);
		return;
	}
	while (snapshots->count == SNAPSHOTS_MAX
	    || (snapshots->count != 0 && snapshots->rows + rows->count > SNAPSHOTS_TIMES * all))
		drop_oldest(snapshots);
	snapshots->rows += rows->count;
	snapshots->list[snapshots->count++] = (struct snapshot){ *node, *rows, ++snapshots->now };
	*rows = (struct rows){ 0 };
}

void
snapshots_release(struct snapshots *snapshots)
{
	while (snapshots->count != 0)
		drop_oldest(snapshots);
}
