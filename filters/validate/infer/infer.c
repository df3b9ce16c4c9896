/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infer: a starter schema made from a file. */
#include "infer.h"

#include "../../lib/quoted.h"

static bool
read_records(struct filter *filter, struct fault *fault)
{
	for (;; filter->record.in++) {
		switch (reader_next(&filter->reader, fault)) {
		case READER_RECORD:
			filter->record.used++;
			break;
		case READER_FAULTY:
			filter->record.rejected++;
			filter->status = STATUS_DATA_FAILED;
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
	struct buffer out = { 0 };

	if (reader->columns == 0)
		return fault_at(fault, reader->name, 0, 0, "is empty: there are no columns");
	if (!read_records(filter, fault))
		return false;
	buffer_append_text(&out, "{\n\t\"fields\": [\n");
	for (size_t i = 0; i < reader->columns; i++) {
		buffer_append_text(&out, i == 0 ? "\t\t{ \"name\": " : ",\n\t\t{ \"name\": ");
		quoted_append(&out, reader_column_name(reader, i));
		buffer_append_text(&out, ", \"type\": \"string\" }");
	}
	buffer_append_text(&out, "\n\t]\n}\n");
	writer_bytes(&filter->writer, out.data, out.length);
	buffer_release(&out);
	return true;
}
