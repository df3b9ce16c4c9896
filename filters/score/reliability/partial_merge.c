/* SPDX-License-Identifier: GPL-3.0-or-later */
/* partial_merge: reads the sums of partitions and adds them up, trusting no number. */
#include "partial.h"

#include "../../lib/memory.h"

#include <inttypes.h>
#include <stdlib.h>

enum { KIND, NAME, OTHER, RECORDS, SUM, OTHER_SUM, PRODUCT };

static struct field
value_at(const struct reader *reader, size_t column)
{
	return reader_value(reader, column);
}

static bool
fault_here(const struct reader *reader, struct fault *fault, const char *what)
{
	return fault_at(fault, reader->name, reader->line, 0,
	    "%s: make the partial sums again with --partial, and name the files as they are", what);
}

/* The next line, which has to be there. */
static bool
next_line(struct reader *reader, uint64_t *lines, struct fault *fault)
{
	bool end = false;

	if (!reader_next_good(reader, &end, fault))
		return false;
	if (end)
		return fault_here(reader, fault, "the file ends too early");
	++*lines;
	return true;
}

static bool
next_kind(struct reader *reader, const char *kind, uint64_t *lines, struct fault *fault)
{
	if (!next_line(reader, lines, fault))
		return false;
	return field_is(value_at(reader, KIND), kind)
	    || fault_here(reader, fault, "the line is none that is expected here");
}

static bool
check_header(const struct reader *reader, struct fault *fault)
{
	bool good = reader->columns == PARTIAL_COLUMNS;

	for (size_t i = 0; good && i < PARTIAL_COLUMNS; i++)
		good = field_is(reader_column_name(reader, i), partial_columns[i]);
	return good
	    || fault_at(fault, reader->name, 1, 0,
	        "does not hold partial sums: --merge reads files that score --reliability "
	        "--partial wrote");
}

/* A whole number from 0 to most. */
static bool
read_count(const struct reader *reader, size_t column, uint64_t most, uint64_t *count)
{
	int64_t number = 0;

	if (!field_to_integer(value_at(reader, column), &number) || number < 0
	    || (uint64_t)number > most)
		return false;
	*count = (uint64_t)number;
	return true;
}

/* "partition": its place among the others, and how many records it has. */
static bool
read_partition(
    struct partial_merge *merge, struct reader *reader, uint64_t *records, struct fault *fault)
{
	uint64_t id = 0, count = 0;

	if (!read_count(reader, OTHER, PARTIAL_COUNT_MAX, &count) || count == 0
	    || !read_count(reader, NAME, count - 1, &id)
	    || !read_count(reader, RECORDS, MOMENTS_RECORDS_MAX - merge->sums->records, records))
		return fault_here(reader, fault, "the partition's numbers are broken");
	if (merge->count == 0) {
		merge->count = (uint32_t)count;
		merge->files = xcalloc(count, sizeof *merge->files);
	}
	if (merge->count != count)
		return fault_at(fault, reader->name, reader->line, 0,
		    "is one of %" PRIu64 " partitions, and the files before are of %" PRIu32
		    ": merge the partitions of one splitting",
		    count, merge->count);
	if (merge->files[id] != NULL)
		return fault_at(fault, reader->name, reader->line, 0,
		    "is partition %" PRIu64
		    ", which stands in %s already: name each partition once",
		    id, merge->files[id]);
	merge->files[id] = reader->name;
	return true;
}

/* The lines above the sums. */
static bool
read_head(struct partial_merge *merge, struct reader *reader, uint64_t *records, uint64_t *lines,
    struct fault *fault)
{
	if (!next_kind(reader, "format", lines, fault))
		return false;
	if (!field_is(value_at(reader, NAME), "score reliability")
	    || !field_is(value_at(reader, OTHER), "1"))
		return fault_here(
		    reader, fault, "the partial sums are of another program or version");
	if (!next_kind(reader, "instrument", lines, fault)
	    || !next_kind(reader, "digest", lines, fault))
		return false;
	if (!field_is(value_at(reader, NAME), merge->digest))
		return fault_at(fault, reader->name, reader->line, 0,
		    "was made with another instrument (the digests differ): make all partial sums "
		    "with the file that -c names");
	return next_kind(reader, "partition", lines, fault)
	    && read_partition(merge, reader, records, fault);
}

/* A sum of so many values, none above range; none is expected where number is NULL. */
static bool
read_sum(const struct reader *reader, size_t column, const struct partial_line *line,
    const decimal_unsigned *number, struct decimal_squares limit, struct decimal_squares *sum)
{
	unsigned places = column == PRODUCT ? 2 * line->places : line->places;

	*sum = (struct decimal_squares){ 0 };
	if (number == NULL)
		return value_at(reader, column).length == 0;
	return wide_read(value_at(reader, column), places, sum) && wide_compare(*sum, limit) <= 0;
}

/* The numbers of a line, added up; false where some number cannot be. */
static bool
add_numbers(const struct reader *reader, const struct partial_line *line, uint64_t most)
{
	struct decimal_squares sum, other, product, limit, least;
	uint64_t records = 0;

	if (!read_count(reader, RECORDS, most, &records))
		return false;
	limit = wide_product(line->range, line->other_range);
	if (!wide_multiply(&limit, records)
	    || !read_sum(reader, SUM, line, line->sum, wide_product(records, line->range), &sum)
	    || !read_sum(reader, OTHER_SUM, line, line->other_sum,
	        wide_product(records, line->other_range), &other)
	    || !read_sum(reader, PRODUCT, line, line->product != NULL ? &line->product->low : NULL,
	        limit, &product))
		return false;
	/* a sum of squares is no less than its mean allows (Cauchy 1821) */
	least = product;
	if (line->square
	    && (!wide_multiply(&least, records)
	        || wide_compare(least, wide_product(sum.low, sum.low)) < 0
	        || (line->other_sum != NULL && wide_compare(sum, other) != 0)))
		return false;
	*line->records += records;
	if (line->sum != NULL)
		*line->sum += sum.low;
	if (line->other_sum != NULL)
		*line->other_sum += other.low;
	return line->product == NULL || wide_add(line->product, product);
}

/* Each record stands once for each item, and once for each scale. */
static bool
adds_up(const struct sums *sums)
{
	const struct components *components = &sums->components;

	for (size_t i = 0; i < components->count; i++) {
		const struct moment *moment =
		    &sums->moments.pairs[components_pair(components, i, i)];
		const uint64_t *kinds = sums->items[components->list[i].item].kinds;
		uint64_t records = moment->records;

		for (size_t j = 0; j < SUMS_KINDS; j++)
			records += kinds[j];
		if (records != sums->records || sums->moments.at_minimum[i] > moment->records
		    || sums->moments.at_maximum[i] > moment->records)
			return false;
	}
	for (size_t i = 0; i < sums->instrument->scale_count; i++) {
		const struct standing *standing = &sums->scales[i];
		uint64_t records = 0;

		for (size_t j = 0; j < SCORE_OUTCOMES; j++)
			records += sums->outcomes[j][i];
		if (records != sums->records || standing->at_least > standing->scored
		    || standing->at_most > standing->scored)
			return false;
	}
	return true;
}

bool
partial_merge_add(
    struct partial_merge *merge, struct reader *reader, uint64_t *lines, struct fault *fault)
{
	struct sums *sums = merge->sums;
	struct partial_line line;
	uint64_t records = 0;
	bool end = false;

	if (!check_header(reader, fault) || !read_head(merge, reader, &records, lines, fault))
		return false;
	for (size_t i = 0; partial_line(sums, i, &line); i++) {
		if (!next_kind(reader, line.kind, lines, fault))
			return false;
		if (!field_is(value_at(reader, NAME), line.name)
		    || !field_is(value_at(reader, OTHER), line.other))
			return fault_here(reader, fault, "the line is none that is expected here");
		if (!add_numbers(reader, &line, records))
			return fault_here(reader, fault, "a number is broken");
	}
	sums->records += records;
	for (size_t i = 0; i < sums->instrument->scale_count; i++)
		sums->scales[i].scored = sums->outcomes[SCORE_GIVEN][i];
	if (!reader_next_good(reader, &end, fault))
		return false;
	if (!end)
		return fault_here(reader, fault, "the file goes on after its end");
	return adds_up(sums)
	    || fault_at(fault, reader->name, 0, 0,
	        "holds numbers that contradict one another: make the partial sums again");
}

bool
partial_merge_whole(const struct partial_merge *merge, struct fault *fault)
{
	for (uint32_t i = 0; i < merge->count; i++)
		if (merge->files[i] == NULL)
			return fault_set(fault,
			    "partition %" PRIu32 " of %" PRIu32
			    " is missing: name the files of all partitions, from 0 on",
			    i, merge->count);
	return true;
}

void
partial_merge_release(struct partial_merge *merge)
{
	free(merge->files);
	merge->files = NULL;
}
