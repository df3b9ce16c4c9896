/* SPDX-License-Identifier: GPL-3.0-or-later */
/* runrecord: the details that a filter gives it, nested, in their order. */
#include "../../filters/lib/runrecord.h"
#include "../../filters/lib/memory.h"

#include "unit.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* The record's bytes up to the times, which differ. */
static struct buffer
written(const struct runrecord *record)
{
	char path[] = "/tmp/mhsw-unit-XXXXXX";
	struct buffer out = { 0 };
	struct fault fault;
	int descriptor = mkstemp(path);
	ssize_t got;
	char *end;

	if (descriptor < 0)
		exit(2);
	close(descriptor);
	CHECK(runrecord_write(record, path, STATUS_DONE, &fault));
	buffer_reserve(&out, 65536);
	descriptor = open(path, O_RDONLY);
	got = read(descriptor, out.data, 65535);
	close(descriptor);
	unlink(path);
	if (got < 0)
		exit(2);
	out.data[got] = '\0';
	end = strstr(out.data, "\"timings\"");
	if (end != NULL)
		*end = '\0';
	return out;
}

static void
fill(struct runrecord *record)
{
	struct runrecord_part files;
	struct runrecord_part group;

	runrecord_open(record, "unit");
	runrecord_count(record, "plain", 7);
	files = runrecord_list(record, "files");
	for (unsigned i = 0; i < 2; i++) {
		struct runrecord_part row = runrecord_part_row(files);

		runrecord_part_text(row, "file", i == 0 ? "b.csv" : "a\xFF\"\n.csv");
		runrecord_part_count(row, "in", UINT64_C(9007199254740993) + i);
	}
	group = runrecord_part_group(runrecord_group(record, "profile"), "z");
	runrecord_part_count(group, "missing", 1);
	group = runrecord_part_group(runrecord_group(record, "profile"), "a");
	runrecord_part_count(group, "missing", 2);
	/* the same names are the same places */
	group = runrecord_part_group(runrecord_group(record, "profile"), "z");
	runrecord_part_text(group, "codes", "");
	runrecord_part_count(group, "missing", 3);
	CHECK(runrecord_list(record, "files").value == files.value);
}

static void
test_details(void)
{
	static const char expected[] = "  \"details\": {\n"
	                               "    \"plain\": 7,\n"
	                               "    \"files\": [\n"
	                               "      {\n"
	                               "        \"file\": \"b.csv\",\n"
	                               "        \"in\": 9007199254740993\n"
	                               "      },\n"
	                               "      {\n"
	                               "        \"file\": \"a\\\\xff\\\"\\n.csv\",\n"
	                               "        \"in\": 9007199254740994\n"
	                               "      }\n"
	                               "    ],\n"
	                               "    \"profile\": {\n"
	                               "      \"z\": {\n"
	                               "        \"missing\": 3,\n"
	                               "        \"codes\": \"\"\n"
	                               "      },\n"
	                               "      \"a\": {\n"
	                               "        \"missing\": 2\n"
	                               "      }\n"
	                               "    }\n"
	                               "  },\n";
	struct runrecord first;
	struct runrecord second;
	struct buffer a;
	struct buffer b;

	fill(&first);
	fill(&second);
	a = written(&first);
	b = written(&second);
	CHECK(strstr(a.data, expected) != NULL);
	CHECK_TEXT(a.data, b.data);
	buffer_release(&a);
	buffer_release(&b);
	runrecord_close(&first);
	runrecord_close(&second);
}

int
main(void)
{
	test_details();
	return unit_done();
}
