/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The measure of all times in the benchmark: libcsv over a file, with callbacks
 * that do nothing.
 *
 * usage: libcsv_bare FILE
 */
#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static void
field(void *data, size_t length, void *context)
{
	(void)data;
	(void)length;
	(void)context;
}

static void
row(int end, void *context)
{
	(void)end;
	(void)context;
}

int
main(int argc, char **argv)
{
	static char block[64 << 10];
	struct csv_parser parser;
	int descriptor = argc == 2 ? open(argv[1], O_RDONLY) : -1;
	ssize_t length;

	if (descriptor < 0 || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
		fputs("usage: libcsv_bare FILE\n", stderr);
		return 2;
	}
	while ((length = read(descriptor, block, sizeof block)) > 0)
		if (csv_parse(&parser, block, (size_t)length, field, row, NULL) != (size_t)length)
			break;
	if (length != 0 || csv_fini(&parser, field, row, NULL) != 0) {
		fputs("libcsv_bare: the file is not read to its end\n", stderr);
		return 2;
	}
	csv_free(&parser);
	close(descriptor);
	return 0;
}
