/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Labelled texts held against redaction: what counts as found, missed and wrong, and
 * files that are refused with their line.
 */
#include "unit.h"

#include "../../filters/anonymise/redact/evaluate.h"

#include <stdlib.h>
#include <unistd.h>

#define HEADER "entity,text,expected_spans\n"
#define TABLE  "entity,texts,labelled,found,matched,exact,missed,wrong,recall,precision,f2\n"
#define EVERY  ((1U << ENTITIES) - 1)

static struct fault fault;
static char labels[] = P_tmpdir "/unit-evaluate-XXXXXX";
static char table[4096];

static bool
evaluate(const char *content)
{
	FILE *file = fopen(labels, "w");
	FILE *out = tmpfile();
	struct redact *redact = redact_new(EVERY, &(struct redact_lists){ 0 }, false, &fault);
	struct writer writer;
	bool good;

	table[0] = '\0';
	fault.message[0] = '\0';
	if (!CHECK(file != NULL && out != NULL && redact != NULL))
		return false;
	fputs(content, file);
	fclose(file);
	writer_open(&writer, fileno(out), "out");
	good = evaluate_spans(labels, redact, EVERY, &writer, &fault);
	CHECK(writer_flush(&writer, &fault) || !good);
	writer_close(&writer);
	rewind(out);
	table[fread(table, 1, sizeof table - 1, out)] = '\0';
	fclose(out);
	redact_free(redact);
	return good;
}

static void
gives(const char *content, const char *expected)
{
	CHECK(evaluate(content));
	CHECK_TEXT(table, expected);
	if (fault.message[0] != '\0')
		printf("# %s\n", fault.message);
}

static void
refused(const char *content, const char *why)
{
	CHECK(!evaluate(content));
	CHECK_TEXT(table, "");
	if (!CHECK(strstr(fault.message, why) != NULL))
		printf("# got \"%s\", expected \"%s\"\n", fault.message, why);
}

static void
test_found(void)
{
	/* exactly; more than the label; less than the label; nothing; too much */
	gives(HEADER "email,write to ann@example.org please,9-24\n"
	             "email,ann@example.org,0-3\n"
	             "email,\"zqx, ann@example.org\",0-20\n"
	             "email,zqx wvut,0-3\n"
	             "email,ann@example.org,\n",
	    TABLE "email,5,4,4,2,1,2,1,0.5000,0.7500,0.5357\n"
	          "total,5,4,4,2,1,2,1,0.5000,0.7500,0.5357\n");
	/* the placeholder is one for all: whose it is does not matter, unless nothing is
	 * labelled */
	gives(HEADER "name,ann@example.org,0-15\n"
	             "name,bob@example.org,\n",
	    TABLE "name,2,1,1,1,1,0,0,1.0000,1.0000,1.0000\n"
	          "total,2,1,1,1,1,0,0,1.0000,1.0000,1.0000\n");
	/* two spans and a blank between them are one label's all */
	gives(HEADER "email,ann@example.org bob@example.org,0-31\n",
	    TABLE "email,1,1,2,1,0,0,0,1.0000,1.0000,1.0000\n"
	          "total,1,1,2,1,0,0,0,1.0000,1.0000,1.0000\n");
	/* several labels, in any order, with blanks */
	gives(HEADER "email,ann@example.org bob@example.org, 16 - 31 ; 0-15;\n",
	    TABLE "email,1,2,2,2,2,0,0,1.0000,1.0000,1.0000\n"
	          "total,1,2,2,2,2,0,0,1.0000,1.0000,1.0000\n");
	/* found at last, none of it */
	gives(HEADER "email,ann@example.org zqx,16-19\n",
	    TABLE "email,1,1,1,0,0,1,1,0.0000,0.0000,0.0000\n"
	          "total,1,1,1,0,0,1,1,0.0000,0.0000,0.0000\n");
}

static void
test_characters(void)
{
	gives(HEADER "email,\xC3\xA9 \xF0\x9F\x99\x82 ann@example.org,4-19\n",
	    TABLE "email,1,1,1,1,1,0,0,1.0000,1.0000,1.0000\n"
	          "total,1,1,1,1,1,0,0,1.0000,1.0000,1.0000\n");
	gives(HEADER "email,\"two\nlines \"\"and\"\" ann@example.org\",16-31\n",
	    TABLE "email,1,1,1,1,1,0,0,1.0000,1.0000,1.0000\n"
	          "total,1,1,1,1,1,0,0,1.0000,1.0000,1.0000\n");
	refused(HEADER "email,\xC3\xA9\xC3\xA9,0-3\n",
	    ":2:12: column 'expected_spans': the span "
	    "0-3 is past the end of the text, which has "
	    "2 characters");
}

static void
test_entities(void)
{
	/* ours first, Presidio's words, in any writing; in our order */
	gives(HEADER "PERSON,zqx,\nEMAIL_ADDRESS,zqx,\nnhs_number,zqx,\nUK_NHS,zqx,\n"
	             "UK_VEHICLE_REGISTRATION,zqx,\n",
	    TABLE "email,1,0,0,0,0,0,0,,,\n"
	          "nhs-number,2,0,0,0,0,0,0,,,\n"
	          "name,1,0,0,0,0,0,0,,,\n"
	          "vehicle,1,0,0,0,0,0,0,,,\n"
	          "total,5,0,0,0,0,0,0,,,\n");
	refused(HEADER "email,zqx,\nCREDIT_CARD,zqx,\n",
	    ":3: the entity is none of email, phone, postcode, nhs-number, name");
	CHECK(strstr(fault.message, "CREDIT_CARD") == NULL);
	refused(HEADER ",zqx,\n", ":2: the entity is none of");
}

static void
test_files(void)
{
	gives("", TABLE "total,0,0,0,0,0,0,0,,,\n");
	gives(HEADER, TABLE "total,0,0,0,0,0,0,0,,,\n");
	/* columns by name, others let be */
	gives("source,expected_spans,text,entity\nx,0-15,ann@example.org,email\n",
	    TABLE "email,1,1,1,1,1,0,0,1.0000,1.0000,1.0000\n"
	          "total,1,1,1,1,1,0,0,1.0000,1.0000,1.0000\n");
	refused("entity,text\nemail,zqx\n", "no column 'expected_spans'");
	refused("entity,text,expected_span\nemail,zqx,\n", "expected_span");
	refused(HEADER "email,zqx\n", ":2");
	refused(HEADER "email,a \"quote,\n", ":2");
	for (const char *const *spans = (const char *const[]){ "3", "0", "0-", "-3", "a-3", "0-3,4",
	         "0:3", "0--3", "+0-3", "0-3-4", ";", "99999999999999999999-1", NULL };
	     *spans != NULL; spans++) {
		char content[128];

		snprintf(content, sizeof content, HEADER "email,zqx,\"%s\"\n", *spans);
		refused(content,
		    ":2:11: column 'expected_spans': spans are start-end, divided by "
		    "semicolons");
	}
	refused(HEADER "email,zqx,2-2\n", "the span 2-2 holds nothing");
	refused(HEADER "email,zqx,3-1\n", "the span 3-1 holds nothing");
	refused(HEADER "email,zqx,9223372036854775806-9223372036854775807\n", "past the end");
	CHECK(unlink(labels) == 0);
	CHECK(!evaluate_spans(labels, NULL, EVERY, NULL, &fault));
	CHECK(strstr(fault.message, "cannot open the labelled texts: No such file") != NULL);
}

int
main(void)
{
	int descriptor = mkstemp(labels);

	CHECK(descriptor >= 0);
	close(descriptor);
	test_found();
	test_characters();
	test_entities();
	test_files();
	return unit_done();
}
