/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The least that a filter can do: every record from the reader to the writer.
 *
 * usage: pass FILE
 */
#include "../../filters/lib/reader.h"
#include "../../filters/lib/writer.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int
main(int argc, char **argv)
{
	int descriptor = argc == 2 ? open(argv[1], O_RDONLY) : -1;
	struct reader reader;
	struct writer writer;
	struct fault fault = { 0 };
	enum reader_status status = READER_FAILED;

	if (descriptor < 0) {
		fputs("usage: pass FILE\n", stderr);
		return 2;
	}
	reader_open(&reader, descriptor, argv[1]);
	writer_open(&writer, STDOUT_FILENO, "standard output");
	if (reader_header(&reader, &fault)) {
		writer_header(&writer, &reader);
		writer_end(&writer);
		while ((status = reader_next(&reader, &fault)) == READER_RECORD) {
			writer_record(&writer, &reader);
			writer_end(&writer);
		}
	}
	if (status == READER_FAULTY)
		reader_describe(&reader, &fault);
	if (!writer_flush(&writer, &fault) || status != READER_END) {
		fprintf(stderr, "pass: %s\n", fault.message);
		return 2;
	}
	writer_close(&writer);
	reader_close(&reader);
	close(descriptor);
	return 0;
}
