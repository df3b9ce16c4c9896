/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paper: records written to a file without a name, and read back as bytes. */
#include "gallery_parts.h"

bool
paper_open(struct paper *paper, struct fault *fault)
{
	paper->file = tmpfile();
	if (paper->file == NULL)
		return fault_system(fault, "--all", "cannot make a temporary file");
	writer_open(&paper->writer, fileno(paper->file), "--all");
	return true;
}

bool
paper_close(struct paper *paper, struct buffer *bytes, struct fault *fault)
{
	bool good = bytes == NULL || writer_flush(&paper->writer, fault);
	size_t count = 1;

	writer_close(&paper->writer);
	rewind(paper->file);
	while (good && bytes != NULL && count != 0) {
		buffer_reserve(bytes, 65536);
		count = fread(bytes->data + bytes->length, 1, 65536, paper->file);
		bytes->length += count;
	}
	if (good && ferror(paper->file))
		good = fault_system(fault, "--all", "cannot read a temporary file");
	fclose(paper->file);
	return good;
}
