/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge_groups: the groups and cells of a partition. */
#include "../kind/kind.h"
#include "../peers/peer_list.h"
#include "lines.h"
#include "merge.h"

#include <inttypes.h>
#include <string.h>

/* The key of the group whose line is at hand, and how many records it has; the lines of its
 * further columns are read. */
static bool
read_key(struct partial_merge *merge, struct reader *reader, const struct part *part,
    uint64_t *records, struct fault *fault)
{
	struct group_key *key = merge->intake->key;

	if (!lines_number(
	        reader, PARTIAL_RECORDS, part->in - part->nowhere - part->grouped, records, fault)
	    || !lines_end(reader, PARTIAL_COUNT, fault))
		return false;
	if (*records == 0)
		return lines_fault(reader, PARTIAL_RECORDS, fault, "a group has a record");
	if (!group_key_begin(
	        key, lines_value(reader, PARTIAL_NAME), lines_value(reader, PARTIAL_VALUE)))
		return lines_fault(
		    reader, PARTIAL_NAME, fault, "no group has this unit and period");
	for (size_t i = 0; i < key->by_names->count; i++) {
		if (!lines_next_are(reader, "by", fault)
		    || !lines_end(reader, PARTIAL_RECORDS, fault))
			return false;
		group_key_append(key, i, lines_value(reader, PARTIAL_VALUE));
	}
	return true;
}

/* The content of the cell whose line is at hand, of that line and those behind it; the line
 * at hand is the next one then. */
static bool
read_more(struct reader *reader, struct buffer *more, struct fault *fault)
{
	buffer_clear(more);
	do {
		struct field part = lines_value(reader, PARTIAL_MORE);

		buffer_append(more, part.data, part.length);
		if (!lines_next(reader, fault))
			return false;
		/* a full line alone has another one behind it */
		if (!lines_are(reader, "more"))
			return true;
		if (more->length == 0 || more->length % PARTIAL_MORE_MAX != 0
		    || lines_value(reader, PARTIAL_MORE).length == 0)
			return lines_fault(
			    reader, PARTIAL_LINE, fault, "the line is none that is expected here");
	} while (true);
}

/* The numbers of the cell whose line is at hand. */
static bool
read_numbers(const struct reader *reader, const struct cell *cell, struct cell *more,
    uint64_t records, struct fault *fault)
{
	if (!lines_number(reader, PARTIAL_RECORDS, records, &more->records, fault)
	    || !lines_number(reader, PARTIAL_COUNT, UINT64_MAX - cell->count, &more->count, fault)
	    || !lines_number(reader, PARTIAL_SUM, UINT64_MAX - cell->sum, &more->sum, fault)
	    || !lines_number(
	        reader, PARTIAL_SQUARES, UINT64_MAX - cell->squares, &more->squares, fault))
		return false;
	return more->records != 0
	    || lines_fault(reader, PARTIAL_RECORDS, fault, "a cell has a record");
}

/* The cell whose line is at hand, added to the one of all partitions. */
static bool
add_cell(struct partial_merge *merge, struct reader *reader, size_t index, struct cell *cell,
    uint64_t records, struct fault *fault)
{
	const struct kind *kind = merge->intake->measures->items[index].kind;
	struct reader_place place = reader_place(reader, PARTIAL_MORE);
	struct cell more = { 0 };
	bool good;

	if (!read_numbers(reader, cell, &more, records, fault)
	    || !read_more(reader, &merge->more, fault))
		return false;
	good = kind->load(&more,
	    merge->more.length != 0 ? (struct field){ merge->more.data, merge->more.length }
	                            : field_of(""));
	if (good) {
		if (kind->clash != NULL)
			kind->clash(cell, &more, &merge->intake->tallies[index]);
		cell->records += more.records;
		kind->merge(cell, &more);
	}
	kind->release(&more);
	return good
	    || fault_at(fault, reader->name, (size_t)place.line, (size_t)place.column,
	        "the measure's kind has no such content: make the file again with --partial, and "
	        "merge it as it is");
}

/* The measure that the line of a cell names, from index on, since they stand in order. */
static bool
find_measure(const struct measures *measures, const struct reader *reader, size_t *index,
    struct fault *fault)
{
	for (; *index < measures->count; ++*index)
		if (field_is(lines_value(reader, PARTIAL_NAME), measures->items[*index].id))
			return true;
	return lines_fault(reader, PARTIAL_NAME, fault, "no such measure can be here");
}

/* The cells behind the group's line; the line at hand is the next one then. */
static bool
read_cells(struct partial_merge *merge, struct reader *reader, struct part *part,
    struct group *group, uint64_t records, struct fault *fault)
{
	const struct measures *measures = merge->intake->measures;

	if (!lines_next(reader, fault))
		return false;
	for (size_t i = 0; lines_are(reader, "cell"); i++) {
		uint64_t before;

		if (!find_measure(measures, reader, &i, fault))
			return false;
		before = group->cells[i].records;
		if (!add_cell(merge, reader, i, &group->cells[i], records, fault))
			return false;
		part->least[i] += group->cells[i].records - before;
		part->most[i] += group->cells[i].records - before;
	}
	return true;
}

static bool
read_peers(struct peer_list *peers, struct reader *reader, struct group *group, struct fault *fault)
{
	if (!lines_next_are(reader, "peers", fault) || !lines_end(reader, PARTIAL_RECORDS, fault))
		return false;
	return peer_list_enter(
	           peers, group, lines_value(reader, PARTIAL_VALUE), (size_t)reader->line)
	    || fault_at(fault, reader->name, (size_t)reader->line, 0,
	        "the unit has another peer group than in a partition or period before, and a unit "
	        "has one");
}

/* The group at hand, which comes after the one before. */
static bool
read_group(
    struct partial_merge *merge, struct reader *reader, struct part *part, struct fault *fault)
{
	struct groups *groups = &merge->intake->groups;
	struct group *group;
	uint64_t records = 0;

	if (!read_key(merge, reader, part, &records, fault))
		return false;
	group = groups_take(groups, merge->intake->key, group_key_joined(merge->intake->key));
	if (group == NULL)
		return fault_at(fault, reader->name, (size_t)reader->line, 0,
		    "is the group after %zu groups of %zu measures, which are all that can be: "
		    "name fewer columns or measures, or a longer period",
		    groups->most, merge->intake->measures->count);
	if (part->before != NULL && group_compare(part->before, group) >= 0)
		return lines_fault(
		    reader, PARTIAL_LINE, fault, "the group is not in order, or stands here twice");
	part->before = group;
	part->groups++;
	part->grouped += records;
	group->records += records;
	if (merge->intake->peers != NULL && !read_peers(merge->intake->peers, reader, group, fault))
		return false;
	return read_cells(merge, reader, part, group, records, fault);
}

bool
merge_groups(
    struct partial_merge *merge, struct reader *reader, struct part *part, struct fault *fault)
{
	uint64_t groups = 0;
	bool end = false;

	if (!lines_next(reader, fault))
		return false;
	while (lines_are(reader, "group"))
		if (!read_group(merge, reader, part, fault))
			return false;
	if (!lines_are(reader, "end"))
		return lines_fault(
		    reader, PARTIAL_LINE, fault, "the line is none that is expected here");
	if (!lines_number(reader, PARTIAL_RECORDS, UINT64_MAX, &groups, fault)
	    || !lines_end(reader, PARTIAL_COUNT, fault))
		return false;
	if (groups != part->groups)
		return lines_fault(reader, PARTIAL_RECORDS, fault, "there are not so many groups");
	if (!reader_next_good(reader, &end, fault))
		return false;
	return end || lines_fault(reader, PARTIAL_LINE, fault, "the file goes on after its end");
}
