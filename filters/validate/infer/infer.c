/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infer: a starter schema made from a file. */
#include "infer.h"

#include "outline.h"

#include <inttypes.h>
#include <stdlib.h>

#define VALUES_ALL  ((size_t)200000)  /* different values of all columns together */
#define DIGESTS_ALL ((size_t)1 << 22) /* digests of all columns together: 32 MB */

static size_t
share_of_values(size_t columns)
{
	size_t share = VALUES_ALL / columns;

	return share < TALLY_VALUES_MAX ? share : TALLY_VALUES_MAX;
}

/* The header once more, where files were put together. */
static bool
is_header(const struct reader *reader, const struct column *columns)
{
	size_t i = 0;

	while (i < reader->columns && field_equals(reader_value(reader, i), columns[i].name))
		i++;
	return i == reader->columns && i > 1;
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

	if (is_header(reader, columns)) {
		reject(filter);
		return;
	}
	filter->record.used++;
	for (size_t i = 0; i < reader->columns; i++)
		column_add(&columns[i], reader_value(reader, i));
}

static bool
read_records(struct filter *filter, struct column *columns, struct fault *fault)
{
	struct reader *reader = &filter->reader;

	for (;; filter->record.in++) {
		if (filter->record.in % 4096 == 0)
			progress_show(&filter->progress, filter->record.in, reader_bytes(reader));
		switch (reader_next(reader, fault)) {
		case READER_RECORD:
			add_record(filter, columns);
			break;
		case READER_FAULTY:
			reject(filter);
			break;
		case READER_END:
			return true;
		case READER_FAILED:
			return false;
		}
	}
}

bool
infer_run(struct filter *filter, struct fault *fault)
{
	const struct reader *reader = &filter->reader;
	size_t room = DIGESTS_ALL;
	struct column *columns;
	bool good;

	if (reader->columns == 0)
		return fault_at(fault, reader->name, 0, 0,
		    "is empty: without a header there are no fields to describe");
	columns = xcalloc(reader->columns, sizeof *columns);
	for (size_t i = 0; i < reader->columns; i++)
		column_init(&columns[i], reader_column_name(reader, i),
		    share_of_values(reader->columns), &room);
	good = read_records(filter, columns, fault);
	progress_close(&filter->progress);
	if (good)
		outline_write(filter, columns);
	if (good && filter->record.rejected != 0)
		diag_warning("%s: %" PRIu64 " records are not well formed or are the header again, "
		             "and are passed over; validate without --infer shows where",
		    reader->name, filter->record.rejected);
	for (size_t i = 0; i < reader->columns; i++)
		column_release(&columns[i]);
	free(columns);
	return good;
}
