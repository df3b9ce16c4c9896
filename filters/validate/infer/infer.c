/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infer: a starter schema made from a file. */
#include "infer.h"

#include "heading.h"
#include "outline.h"

#include <inttypes.h>
#include <stdlib.h>

#define VALUES_ALL  ((size_t)200000)  /* different values of all columns together */
#define DIGESTS_ALL ((size_t)1 << 22) /* digests of all columns together: 32 MB */

static size_t
share_of_values(size_t columns)
{
	size_t share = VALUES_ALL / columns;

	return share < CENSUS_VALUES_MAX ? share : CENSUS_VALUES_MAX;
}

static void
reject(struct filter *filter)
{
	filter->record.rejected++;
	filter->status = STATUS_DATA_FAILED;
}

static void
add_record(struct filter *filter, struct column *columns)
{
	const struct reader *reader = &filter->reader;

	if (reader_is_header(reader)) {
		reject(filter);
		return;
	}
	filter->record.used++;
	for (size_t i = 0; i < reader->columns; i++)
		column_add(&columns[i], reader_value(reader, i));
}

/* The columns of a further file are those of the first, in their order. */
static bool
same_columns(
    const struct reader *reader, const struct column *columns, size_t count, struct fault *fault)
{
	size_t i = 0;

	while (i < count && i < reader->columns
	    && field_equals(reader_column_name(reader, i), field_of(columns[i].name)))
		i++;
	if ((i == count && i == reader->columns) || reader->columns == 0)
		return true;
	return fault_at(fault, reader->name, 1, 0,
	    "column %zu is not that of the first file; a schema is drawn from files of one kind",
	    i + 1);
}

static bool
read_records(struct filter *filter, struct column *columns, struct fault *fault)
{
	struct reader *reader = &filter->reader;

	for (;;) {
		if (filter->record.in % 4096 == 0)
			progress_show(&filter->progress, filter->record.in, reader_bytes(reader));
		switch (reader_next(reader, fault)) {
		case READER_RECORD:
			if (!reader_is_blank(reader)) {
				add_record(filter, columns);
				filter->record.in++;
			}
			break;
		case READER_FAULTY:
			if (reader->error != READER_BLANK) {
				reject(filter);
				filter->record.in++;
			}
			break;
		case READER_END:
			return true;
		case READER_FAILED:
			return false;
		}
	}
}

static bool
read_files(struct filter *filter, struct column *columns, size_t count, struct fault *fault)
{
	bool failed = false;

	do {
		if (!same_columns(&filter->reader, columns, count, fault)
		    || !read_records(filter, columns, fault))
			return false;
	} while (filter_next_input(filter, &failed, fault));
	return !failed;
}

/* Without a header its first record would stand in the schema. */
static void
warn_of_values(const struct reader *reader)
{
	for (size_t i = 0; i < reader->columns; i++)
		if (heading_is_value(reader_column_name(reader, i))) {
			diag_warning(
			    "%s: the name of column %zu is a number or a date: where the "
			    "header line is missing, the draft holds the values of a record "
			    "as names",
			    reader->name, i + 1);
			return;
		}
}

bool
infer_run(struct filter *filter, struct fault *fault)
{
	const struct reader *reader = &filter->reader;
	size_t count = reader->columns;
	size_t room = DIGESTS_ALL;
	struct column *columns;
	bool good;

	if (reader->columns == 0)
		return fault_at(fault, reader->name, 0, 0,
		    "is empty: without a header there are no fields to describe");
	warn_of_values(reader);
	columns = xcalloc(count, sizeof *columns);
	for (size_t i = 0; i < count; i++)
		column_init(
		    &columns[i], reader_column_name(reader, i), share_of_values(count), &room);
	good = read_files(filter, columns, count, fault);
	progress_close(&filter->progress);
	if (good)
		outline_write(filter, columns, count);
	if (good && filter->record.rejected != 0)
		diag_warning(filter->record.rejected == 1
		        ? "%" PRIu64 " record is not well formed or is the header again, and is "
		          "passed over; validate without --infer shows where"
		        : "%" PRIu64
		          " records are not well formed or are the header again, and are "
		          "passed over; validate without --infer shows where",
		    filter->record.rejected);
	for (size_t i = 0; i < count; i++)
		column_release(&columns[i]);
	free(columns);
	return good;
}
