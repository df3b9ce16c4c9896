/* SPDX-License-Identifier: GPL-3.0-or-later */
/* exclude: lists of people who opted out, in the forms in which they come, and in those
 * in which they must not be taken. */
#include "../../filters/anonymise/exclude.h"
#include "../../filters/lib/memory.h"

#include "unit.h"

#include <stdlib.h>
#include <unistd.h>

static char path[] = "/tmp/mhsw-unit-XXXXXX";

static struct exclude *
load(const char *text, size_t length, struct fault *fault)
{
	int descriptor;
	struct exclude *exclude;

	memcpy(path + sizeof path - 7, "XXXXXX", 6);
	descriptor = mkstemp(path);
	if (descriptor < 0 || write(descriptor, text, length) != (ssize_t)length)
		exit(2);
	close(descriptor);
	exclude = exclude_load(path, "nhs_number", true, fault);
	unlink(path);
	return exclude;
}

/* The invented 943 476 5919 is on the list, which holds that many. */
static void
holds(const char *text, size_t count)
{
	struct fault fault = { 0 };
	struct exclude *exclude = load(text, strlen(text), &fault);

	CHECK_TEXT(fault.message, "");
	if (!CHECK(exclude != NULL))
		return;
	CHECK(exclude_count(exclude) == count);
	CHECK(exclude_holds(exclude, field_of("9434765919")));
	CHECK(exclude_holds(exclude, field_of(" 943 476 5919 ")));
	CHECK(exclude_holds(exclude, field_of("943-476-5919")));
	CHECK(exclude_holds(exclude,
	    field_of("943\xC2\xA0"
	             "476\xC2\xA0"
	             "5919")));
	CHECK(!exclude_holds(exclude, field_of("9434765870")));
	CHECK(!exclude_holds(exclude, field_of("")));
	CHECK(!exclude_holds(exclude, field_of("  ")));
	CHECK(!exclude_holds(exclude, field_of("nhs_number")));
	exclude_free(exclude);
}

static void
test_forms(void)
{
	holds("9434765919\n", 1);
	holds("9434765919", 1);
	holds("943 476 5919\r\n943-476-5919\r\n9434765919\r\n", 1);
	holds("\xEF\xBB\xBF"
	      "9434765919\n",
	    1);
	holds("nhs_number\n9434765919\n", 1);
	holds("\xEF\xBB\xBF\"nhs_number\"\r\n\"943 476 5919\"\r\n", 1);
	holds("\n\n9434765919\n\n  \n", 1);
	/* the comma at the end of each line that some services want */
	holds("9434765919,\n9000000009,\n", 2);
	/* of several columns the one with the name, wherever it is */
	holds("name,nhs_number,date\nA,9434765919,2026-01-01\n,,\n", 1);
	holds("nhs_number,name\n9434765919,\"B\nC\"\n", 1);
	/* words are identifiers too */
	holds("Ashby\nElm\n9434765919\n", 3);
}

static void
refused(const char *text, const char *words)
{
	struct fault fault = { 0 };

	CHECK(load(text, strlen(text), &fault) == NULL);
	if (!CHECK(strstr(fault.message, words) != NULL))
		printf("# said: %s\n", fault.message);
	CHECK(strstr(fault.message, path) == fault.message);
	CHECK(strstr(fault.message, "shby") == NULL && strstr(fault.message, "9434") == NULL);
}

static void
test_refusals(void)
{
	struct exclude *exclude;
	struct fault fault = { 0 };

	refused("", "the list is empty");
	refused("\n \n", "the list is empty");
	refused("name,number\nAshby,9434765919\n", "no header line with 'nhs_number'");
	refused("9434765919,Ashby\n", "no header line with 'nhs_number'");
	refused("NHS Number\n9434765919\n", ":1: the first line looks like the header");
	refused("nhs_number,name\n9434765919\n", ":2: 1 fields where the header has 2");
	refused("nhs_number,nhs_number\n9434765919,1\n", "two columns are called");
	refused("nhs_number,name\n,Ashby\n", ":2: there is no identifier here");
	refused("9434765919;Ashby\n", "divided by something else");
	refused("9434765919\tAshby\n", "divided by something else");
	refused("nhs_number\n9.43477E+09\n", ":2: a spreadsheet has cut the number");
	refused("Ashby\xFF\n", "not UTF-8");
	refused("\"9434765919\n", "still open");
	refused("9434\"765919\n", "a quote inside");
	CHECK(load("943\0"
	           "476\n",
	          8, &fault)
	    == NULL);
	CHECK(strstr(fault.message, "a NUL byte") != NULL);
	CHECK(exclude_load("/no/such/list", "nhs_number", true, &fault) == NULL);
	/* nobody opted out: said by the header */
	exclude = load("nhs_number\n", 11, &fault);
	CHECK(exclude != NULL && exclude_count(exclude) == 0);
	CHECK(exclude != NULL && !exclude_holds(exclude, field_of("9434765919")));
	exclude_free(exclude);
	exclude_free(NULL);
}

/* Many, so that the table grows and places are shared. */
static void
test_many(void)
{
	struct buffer text = { 0 };
	struct fault fault = { 0 };
	struct exclude *exclude;
	char value[16];
	unsigned wrong = 0;

	for (unsigned i = 0; i < 20000; i += 2)
		buffer_format(&text, "P%06u\n", i);
	exclude = load(text.data, text.length, &fault);
	buffer_release(&text);
	if (!CHECK(exclude != NULL))
		return;
	CHECK(exclude_count(exclude) == 10000);
	for (unsigned i = 0; i < 20000; i++) {
		snprintf(value, sizeof value, "P%06u", i);
		wrong += exclude_holds(exclude, field_of(value)) != (i % 2 == 0);
	}
	CHECK(wrong == 0);
	exclude_free(exclude);
}

int
main(void)
{
	test_forms();
	test_refusals();
	test_many();
	return unit_done();
}
