/* SPDX-License-Identifier: GPL-3.0-or-later */
/* runrecord: the details that a filter gives it, nested, in their order. */
#include "../../filters/lib/runrecord.h"
#include "../../filters/lib/memory.h"

#include "unit.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file's bytes, with a NUL behind them. */
static struct buffer
contents(const char *path)
{
	struct buffer out = { 0 };
	int descriptor = open(path, O_RDONLY);
	ssize_t got;

	buffer_reserve(&out, 65536);
	got = read(descriptor, out.data, 65535);
	close(descriptor);
	if (got < 0)
		exit(2);
	out.data[got] = '\0';
	return out;
}

/* The record's bytes up to the times, which differ. */
static struct buffer
written(const struct runrecord *record)
{
	char path[] = "/tmp/mhsw-unit-XXXXXX";
	struct buffer out;
	struct fault fault;
	int descriptor = mkstemp(path);
	char *end;

	if (descriptor < 0)
		exit(2);
	close(descriptor);
	CHECK(runrecord_write(record, path, STATUS_DONE, &fault));
	out = contents(path);
	unlink(path);
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

/* A document of its own, with what a record knows. */
static void
test_document(void)
{
	static const char expected[] = "  \"flag\": true,\n"
	                               "  \"numbers\": {\n"
	                               "    \"third\": 0.333333333333333,\n"
	                               "    \"none\": null\n"
	                               "  },\n"
	                               "  \"notes\": [\n"
	                               "    \"one\",\n"
	                               "    \"two\"\n"
	                               "  ],\n"
	                               "  \"counts\": {\n"
	                               "    \"in\": 3,\n";
	char path[] = "/tmp/mhsw-unit-XXXXXX";
	struct runrecord_part root = runrecord_document("unit");
	struct runrecord_part group = { NULL };
	struct runrecord record;
	struct fault fault;
	struct buffer text;
	struct stat status;

	close(mkstemp(path));
	unlink(path);
	runrecord_open(&record, "unit");
	record.in = 3;
	runrecord_part_flag(root, "flag", true);
	group = runrecord_part_group(root, "numbers");
	runrecord_part_number(group, "third", 1.0 / 3);
	runrecord_part_number(group, "none", NAN);
	group = runrecord_part_list(root, "notes");
	runrecord_part_entry(group, "one");
	runrecord_part_entry(runrecord_part_list(root, "notes"), "two");
	runrecord_part_counts(root, &record);
	CHECK(runrecord_configurations(&record) == 0);
	CHECK(!runrecord_part_configuration(root, &record, 0));
	runrecord_part_timings(root, &record);
	CHECK(runrecord_document_write(root, path, 0600, &fault));
	CHECK(stat(path, &status) == 0 && (status.st_mode & 077) == 0);
	text = contents(path);
	CHECK(strncmp(text.data, "{\n  \"program\": \"unit\",\n  \"version\": ", 36) == 0);
	CHECK(strstr(text.data, expected) != NULL);
	unlink(path);
	CHECK(!runrecord_document_write(root, "no/such/folder/file", 0600, &fault));
	buffer_release(&text);
	runrecord_document_free(root);
	runrecord_close(&record);
}

int
main(void)
{
	test_details();
	test_document();
	return unit_done();
}
