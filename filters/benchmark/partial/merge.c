/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge: reads what partitions have counted and adds it up. */
#include "merge.h"

#include "../../lib/memory.h"
#include "../../lib/version.h"
#include "lines.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Up to here a sum of the squares of digits, 81 for each record, fits. */
#define RECORDS_MAX (UINT64_C(1) << 53)

static bool
read_version(struct reader *reader, const char *line, const char *name, const char *value,
    struct fault *fault)
{
	if (!lines_next_are(reader, line, fault))
		return false;
	return (field_is(lines_value(reader, PARTIAL_NAME), name)
	           && field_is(lines_value(reader, PARTIAL_VALUE), value)
	           && lines_end(reader, PARTIAL_RECORDS, fault))
	    || fault_at(fault, reader->name, (size_t)reader->line, 0,
	        "was written by another version of benchmark than this one, which is " MHSW_VERSION
	        ": make all partitions again with one version");
}

/* An option as a command line has it. */
static void
say_option(struct buffer *text, struct field option, struct field value)
{
	buffer_format(text, "--%.*s", (int)option.length, option.data);
	if (value.length != 0)
		buffer_format(text, " %.*s", (int)value.length, value.data);
	buffer_append(text, "", 1);
}

static bool
is_option(const struct reader *reader)
{
	return lines_are(reader, "option") || lines_are(reader, "file");
}

/* The line at hand says another option than the merge's own, NULL: which has no more. */
static bool
fault_option(const struct reader *reader, const struct setting *own, struct fault *fault)
{
	struct buffer there = { 0 }, here = { 0 };
	struct field option = lines_value(reader, PARTIAL_NAME);

	if (own != NULL && own->file && lines_are(reader, "file") && field_is(option, own->option))
		return fault_at(fault, reader->name, (size_t)reader->line, 0,
		    "was made with another file of --%s (the digests differ): make all partitions "
		    "with the one that the merge has",
		    own->option);
	if (is_option(reader))
		say_option(&there, option,
		    lines_are(reader, "file") ? field_of("FILE")
		                              : lines_value(reader, PARTIAL_VALUE));
	if (own != NULL)
		say_option(&here, field_of(own->option),
		    own->file ? field_of("FILE") : field_of(own->value));
	fault_at(fault, reader->name, (size_t)reader->line, 0,
	    "was made with other options: it has %s where the merge has %s; what is counted has "
	    "to be the same, and in one order",
	    there.length != 0 ? there.data : "none", here.length != 0 ? here.data : "none");
	buffer_release(&there);
	buffer_release(&here);
	return false;
}

/* The options; the line behind them is the one at hand then. */
static bool
read_options(const struct settings *settings, struct reader *reader, struct fault *fault)
{
	for (size_t i = 0; i < settings->count; i++) {
		const struct setting *own = &settings->items[i];

		if (!lines_next(reader, fault))
			return false;
		if (!lines_are(reader, own->file ? "file" : "option")
		    || !field_is(lines_value(reader, PARTIAL_NAME), own->option)
		    || !field_is(lines_value(reader, PARTIAL_VALUE), own->value))
			return fault_option(reader, own, fault);
		if (!lines_end(reader, PARTIAL_RECORDS, fault))
			return false;
	}
	if (!lines_next(reader, fault))
		return false;
	return !is_option(reader) || fault_option(reader, NULL, fault);
}

/* Its place among the others. */
static bool
enter(struct partial_merge *merge, const struct reader *reader, uint64_t id, uint64_t count,
    struct fault *fault)
{
	if (merge->count == 0) {
		merge->count = (uint32_t)count;
		merge->files = xcalloc(count, sizeof(*merge->files));
	}
	if (merge->count != count)
		return fault_at(fault, reader->name, (size_t)reader->line, 0,
		    "is one of %" PRIu64 " partitions, and the files before are of %" PRIu32
		    ": merge the partitions of one splitting",
		    count, merge->count);
	if (merge->files[id] != NULL)
		return fault_at(fault, reader->name, (size_t)reader->line, 0,
		    "is partition %" PRIu64
		    ", which stands in %s already: name each partition once",
		    id, merge->files[id]);
	merge->files[id] = reader->name;
	return true;
}

/* The lines "partition", which is the one at hand, and "header". */
static bool
read_partition(
    struct partial_merge *merge, struct reader *reader, struct part *part, struct fault *fault)
{
	uint64_t id = 0, count = 0;
	bool header;

	if (!lines_are(reader, "partition"))
		return lines_fault(
		    reader, PARTIAL_LINE, fault, "the line is none that is expected here");
	if (!lines_number(reader, PARTIAL_VALUE, PARTIALS_MAX, &count, fault)
	    || !lines_number(reader, PARTIAL_NAME, PARTIALS_MAX, &id, fault)
	    || !lines_number(
	        reader, PARTIAL_RECORDS, RECORDS_MAX - merge->record->in, &part->in, fault)
	    || !lines_end(reader, PARTIAL_COUNT, fault))
		return false;
	if (id >= count)
		return lines_fault(
		    reader, PARTIAL_NAME, fault, "the number is larger than it can be here");
	merge->record->in += part->in;
	if (!enter(merge, reader, id, count, fault) || !lines_next_are(reader, "header", fault))
		return false;
	header = field_is(lines_value(reader, PARTIAL_NAME), "yes");
	if (!header && !field_is(lines_value(reader, PARTIAL_NAME), "no"))
		return lines_fault(reader, PARTIAL_NAME, fault, "yes or no is expected here");
	merge->intake->columns = merge->intake->columns || header;
	return lines_end(reader, PARTIAL_VALUE, fault);
}

/* Where the records of the index-th count belong. */
static void
account(struct partial_merge *merge, struct part *part, size_t index, const char *line,
    uint64_t records)
{
	if (index < PARTIAL_NOWHERE)
		part->nowhere += records;
	if (strcmp(line, "excluded") == 0)
		merge->record->excluded += records;
	if (index < PARTIAL_WHOLE)
		return;

	size_t measure = (index - PARTIAL_WHOLE) / PARTIAL_OUTCOMES;

	if (strcmp(line, "outside") == 0)
		part->least[measure] += records;
	if (strcmp(line, "outside") == 0 || strcmp(line, "invalid") == 0)
		part->most[measure] += records;
}

/* Records in no group, and outcomes of each measure. */
static bool
read_counts(
    struct partial_merge *merge, struct reader *reader, struct part *part, struct fault *fault)
{
	struct partial_count count;

	for (size_t i = 0; partial_count(merge->intake, merge->record, i, &count); i++) {
		uint64_t records = 0;

		if (!lines_next_are(reader, count.line, fault))
			return false;
		if (!field_is(lines_value(reader, PARTIAL_NAME), count.name))
			return lines_fault(
			    reader, PARTIAL_NAME, fault, "another name is expected here");
		if (!lines_number(reader, PARTIAL_RECORDS, part->in, &records, fault))
			return false;
		*count.records += records;
		if (!lines_end(reader, PARTIAL_COUNT, fault))
			return false;
		account(merge, part, i, count.line, records);
	}
	return true;
}

/* Each record is in one group or in none, and each of a group is in the cell of a measure,
 * or outside of it, or nobody knows which. */
static bool
agrees(const struct partial_merge *merge, const struct part *part)
{
	bool good = part->nowhere + part->grouped == part->in;

	for (size_t i = 0; good && i < merge->intake->measures->count; i++)
		good = part->least[i] <= part->grouped && part->grouped <= part->most[i];
	return good;
}

static bool
read_part(
    struct partial_merge *merge, struct reader *reader, struct part *part, struct fault *fault)
{
	return read_version(reader, "format", "benchmark", PARTIAL_FORMAT, fault)
	    && read_version(reader, "version", MHSW_VERSION, "", fault)
	    && read_options(merge->settings, reader, fault)
	    && read_partition(merge, reader, part, fault) && read_counts(merge, reader, part, fault)
	    && merge_groups(merge, reader, part, fault)
	    && (agrees(merge, part)
	        || fault_at(fault, reader->name, 0, 0,
	            "holds counts that contradict one another: make it again with --partial"));
}

bool
partial_merge_add(struct partial_merge *merge, struct reader *reader, struct fault *fault)
{
	size_t measures = merge->intake->measures->count;
	struct part part = { .least = xcalloc(measures, sizeof(*part.least)),
		.most = xcalloc(measures, sizeof(*part.most)) };
	bool good;

	if (partial_is(reader))
		good = read_part(merge, reader, &part, fault);
	else
		good = fault_at(fault, reader->name, 1, 0,
		    "does not hold partial counts: --merge reads files that benchmark --partial "
		    "wrote");
	free(part.least);
	free(part.most);
	return good;
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
	buffer_release(&merge->more);
}

/* The runs that counted have said which values these are. */
static void
say_unused(struct filter *filter, const struct intake *intake)
{
	uint64_t unused = filter->record.rejected;

	for (size_t i = 0; i < intake->measures->count; i++)
		unused += intake->tallies[i].invalid;
	if (unused == 0)
		return;
	diag_error("%" PRIu64 " values in the partitions could not be used, and are left out: the "
	           "runs with --partial have said which",
	    unused);
	filter->status = STATUS_DATA_FAILED;
}

bool
partial_merge_inputs(struct filter *filter, struct intake *intake, const struct settings *settings,
    struct fault *fault)
{
	struct partial_merge merge = {
		.intake = intake, .record = &filter->record, .settings = settings
	};
	bool failed = false, good;

	do
		good = partial_merge_add(&merge, &filter->reader, fault);
	while (good && filter_next_input(filter, &failed, fault));
	good = good && !failed && partial_merge_whole(&merge, fault);
	if (good)
		say_unused(filter, intake);
	partial_merge_release(&merge);
	return good;
}
