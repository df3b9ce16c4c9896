/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rejects: the records that fail, as they stand in their files, below all that
 * stands above the first record of the first file, so that who mends them can
 * hand them in as the file was handed in.
 */
#include "run.h"

static void
keep_ending(char ending[2], const struct reader *reader)
{
	memset(ending, 0, 2);
	memcpy(ending, reader->record.data + reader->record.length, reader->ending);
}

/* The header line and what is before it. */
static void
write_above(struct run *run)
{
	const struct reader *reader = &run->filter->reader;
	struct rejects_form *form = &run->rejects_form;
	struct writer *writer = &run->rejects.writer;
	struct buffer original = { 0 };

	buffer_append(&form->header, reader->record.data, reader->record.length);
	keep_ending(form->ending, reader);
	reader_original(reader, &original);
	writer_bytes(writer, reader->preamble.data, reader->preamble.length);
	writer_bytes(writer, original.data, original.length);
	buffer_release(&original);
}

void
run_rejects_header(struct run *run)
{
	const struct reader *reader = &run->filter->reader;
	struct rejects_form *form = &run->rejects_form;

	if (!run->rejects.open)
		return;
	form->known = true;
	form->encoding = reader->encoding;
	form->carriage = reader->carriage;
	form->ending[0] = '\n';
	if (run->filter->no_header)
		return;
	if (run->filter->header_path == NULL) {
		write_above(run);
		return;
	}
	writer_header(&run->rejects.writer, reader);
	writer_end(&run->rejects.writer);
}

bool
run_rejects_agree(const struct run *run, const struct reader *reader, struct fault *fault)
{
	const struct rejects_form *form = &run->rejects_form;
	struct field header = { form->header.data, form->header.length };

	if (!form->known
	    || ((header.length == 0 || field_equals(reader->record, header))
	        && reader->encoding == form->encoding && reader->carriage == form->carriage))
		return true;
	return fault_at(fault, reader->name, 1, 0,
	    "its header line differs from that of the first file, or is written in another way, "
	    "so their rejects cannot stand in one file; validate it by itself, or leave "
	    "--rejects out");
}

/* Two records of two files do not become one.  After half a character of UTF-16 its
 * other half is a NUL, so that what follows can be read. */
static void
end_line(struct run *run)
{
	struct rejects_form *form = &run->rejects_form;
	struct buffer ending = { 0 };

	if (form->half)
		writer_bytes(&run->rejects.writer, "", 1);
	transcode_encode(form->encoding, form->ending, form->ending[1] != '\0' ? 2 : 1, &ending);
	writer_bytes(&run->rejects.writer, ending.data, ending.length);
	buffer_release(&ending);
}

void
run_rejects_bytes(struct run *run, const char *data, size_t length, bool ended)
{
	if (!run->rejects.open)
		return;
	if (run->rejects_form.cut)
		end_line(run);
	run->rejects_form.cut = !ended;
	run->rejects_form.half = length % 2 != 0
	    && (run->rejects_form.encoding == TRANSCODE_UTF16LE
	        || run->rejects_form.encoding == TRANSCODE_UTF16BE);
	writer_bytes(&run->rejects.writer, data, length);
}

void
run_rejects_record(struct run *run)
{
	const struct reader *reader = &run->filter->reader;
	struct buffer original = { 0 };

	run->filter->record.rejected++;
	if (!run->rejects.open)
		return;
	if (reader->encoding == TRANSCODE_UTF8) {
		run_rejects_bytes(run, reader->record.data, reader->record.length + reader->ending,
		    reader->ending != 0);
		return;
	}
	reader_original(reader, &original);
	run_rejects_bytes(run, original.data, original.length, reader->ending != 0);
	buffer_release(&original);
}
