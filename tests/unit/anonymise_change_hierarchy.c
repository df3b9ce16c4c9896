/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of hierarchies: what a file may be like, and what comes of its values. */
#include "../../filters/anonymise/change/change.h"
#include "../../filters/anonymise/change/ladder.h"
#include "../../filters/lib/reader.h"

#include "anonymise_change.h"
#include "unit.h"

#include <fcntl.h>

/* What is wrong with a file without a header. */
static const char *
fault_of(const char *text)
{
	static char message[256];
	char path[64];
	int descriptor = fuzz_file(text, strlen(text), path);
	struct fault fault = { "" };
	struct ladder *ladder = ladder_load(path, false, NULL, 0, &fault);

	snprintf(message, sizeof message, "%s",
	    ladder != NULL ? "nothing" : fault.message + strlen(path) + 1);
	ladder_free(ladder);
	close(descriptor);
	return message;
}

static void
test_faults(void)
{
	CHECK_TEXT(fault_of("a;x;*\nb;x;*\nc;y;*\n"), "nothing");
	CHECK_TEXT(fault_of("a;x;*\r\nb;x;*"), "nothing");
	CHECK_TEXT(fault_of("a,x\n"), "nothing");
	CHECK_TEXT(fault_of("a\n"), "nothing");
	CHECK_TEXT(fault_of(""), " the hierarchy has no values");
	CHECK_TEXT(fault_of("a;x\nb;x;y\n"), "2: has 3 columns where the rows above have 2");
	CHECK_TEXT(fault_of("a;x\nb\n"), "2: has 1 columns where the rows above have 2");
	CHECK_TEXT(fault_of("a;x\n\nb;x\n"), "2: has 1 columns where the rows above have 2");
	CHECK_TEXT(
	    fault_of("a;x\nb;y\na;x\n"), "3: has the value of line 1 again; take one of them out");
	CHECK_TEXT(fault_of("a;x;*\nb;;*\n"),
	    "2: column 2 is empty; write * where nothing is left of a value");
	CHECK_TEXT(fault_of("a;x;p\nb;y;p\nc;x;q\n"),
	    "3: level 1 is that of line 1, but level 2 is another; a group has one group above it, "
	    "so give one of them another name");
	/* one text on two levels, with another way on */
	CHECK_TEXT(fault_of("a;b\nb;c\n"),
	    "1: level 1 has a text that line 2 has as level 0 of another; give one of them "
	    "another name");
	CHECK_TEXT(fault_of("o;o;*\na;o;m\n"),
	    "2: level 1 is that of line 1, but level 2 is another; a group has one group above it, "
	    "so give one of them another name");
	CHECK_TEXT(fault_of("a;o;m\nb;z;o\n"),
	    "2: level 2 has a text that line 1 has as level 1 of another; give one of them "
	    "another name");
	CHECK_TEXT(fault_of("o;o;o\na;o;o\nb;x;o\n"), "nothing");
	CHECK(strstr(fault_of("a;\"x\n"), "quote") != NULL);
	CHECK(strstr(fault_of("a;\xFF\n"), "UTF-8") != NULL);
}

static void
test_values(void)
{
	static const char text[] = "\xEF\xBB\xBFgroup,label,code\nwhite,\"White, British\",A\n"
	                           "white,Irish,B\nblack,Caribbean,M\nother,Other,other\n";
	struct one_change one;
	char policy[256];
	char path[64];
	int descriptor = fuzz_file(text, sizeof text - 1, path);

	snprintf(policy, sizeof policy,
	    "{\"action\":\"generalise\",\"hierarchy\":\"%s\",\"level\":1,"
	    "\"columns\":[\"code\",\"group\"]}",
	    path);
	open_change(&one, policy);
	if (CHECK(one.change != NULL)) {
		struct buffer words = { 0 };

		CHECK_TEXT(change_kind(one.change), "hierarchy");
		CHECK_TEXT(change_file(one.change), path);
		CHECK(change_levels(one.change) == 2 && change_level(one.change) == 1);
		CHECK_TEXT(changed(&one, "A"), "white");
		CHECK_TEXT(changed(&one, "M"), "black");
		CHECK_TEXT(changed(&one, "other"), "other");
		CHECK_TEXT(changed(&one, "white"), "white");
		CHECK_TEXT(changed(&one, "a"), "FAILED");
		CHECK_TEXT(changed(&one, "Irish"), "FAILED");
		CHECK_TEXT(changed(&one, ""), "FAILED");
		CHECK_TEXT(change_at(&one, 0, "A", ""), "A");
		CHECK_TEXT(change_at(&one, 0, "white", ""), "FAILED");
		CHECK(change_settled(one.change, field_of("white")));
		CHECK(change_settled(one.change, field_of("other")));
		CHECK(!change_settled(one.change, field_of("A")));
		CHECK(!change_settled(one.change, field_of("x")));
		change_explain(one.change, &words);
		CHECK(memmem(words.data, words.length, "in column 'group' (level 1 of 1)", 32)
		    != NULL);
		buffer_release(&words);
	}
	close_change(&one);
	snprintf(policy, sizeof policy,
	    "{\"action\":\"generalise\",\"hierarchy\":\"%s\",\"level\":2,"
	    "\"columns\":[\"code\",\"group\"]}",
	    path);
	open_change(&one, policy);
	CHECK(one.change == NULL
	    && strstr(one.fault.message, "at /level: is too large: the most is 1") != NULL);
	close_change(&one);
	snprintf(policy, sizeof policy,
	    "{\"action\":\"generalise\",\"hierarchy\":\"%s\",\"columns\":[\"code\",\"groop\"]}",
	    path);
	open_change(&one, policy);
	CHECK(one.change == NULL
	    && strstr(one.fault.message, ":1: no column 'groop'; did you mean 'group'?") != NULL);
	close_change(&one);
	close(descriptor);
}

/* Every value of a published file on every level, which is that of its own row. */
static bool
holds_itself(const char *path, size_t *rows)
{
	const struct reader_dialect dialect = { .delimiter = ';' };
	struct fault fault = { "" };
	struct ladder *ladder = ladder_load(path, false, NULL, 0, &fault);
	struct reader reader;
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	bool good = ladder != NULL;

	if (!good)
		printf("# %s\n", fault.message);
	reader_open(&reader, descriptor, path);
	reader_set_dialect(&reader, &dialect);
	for (; good && reader_next(&reader, &fault) == READER_RECORD; (*rows)++)
		for (size_t step = 0; step < reader.count; step++) {
			struct field out;

			good = good && ladder_steps(ladder) == reader.count
			    && ladder_climb(ladder, reader_value(&reader, 0), step, &out)
			    && field_equals(out, reader_value(&reader, step))
			    && ladder_climb(ladder, out, step, &out)
			    && field_equals(out, reader_value(&reader, step));
		}
	reader_close(&reader);
	close(descriptor);
	ladder_free(ladder);
	return good;
}

static void
test_published(void)
{
	static const char *const names[] = { "age", "education", "marital-status", "native-country",
		"occupation", "race", "salary-class", "sex", "workclass" };
	const char *folder = getenv("MHSW_SHARED_DATA");
	size_t rows = 0;
	char path[512];

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		snprintf(path, sizeof path, "%s/deidentify/arx/adult_hierarchy_%s.csv",
		    folder != NULL ? folder : "../shared/data", names[i]);
		if (access(path, R_OK) != 0) {
			unit_skip("the open data is not beside this checkout");
			return;
		}
		CHECK(holds_itself(path, &rows));
	}
	CHECK(rows == 195);
}

int
main(void)
{
	test_faults();
	test_values();
	test_published();
	return unit_done();
}
