/* SPDX-License-Identifier: GPL-3.0-or-later */
/* anonymise: where names stand in a text. */
#include "unit.h"

#include "../../filters/anonymise/redact/latin.h"
#include "../../filters/anonymise/redact/names.h"

#include <stdlib.h>

static struct names *names;
static struct lexicon *lexicon;
static struct scan scan;
static struct spans spans;

/* What is found in a text in plain form, with bars between. */
static const char *
found(const char *text)
{
	static char out[512];

	spans.count = 0;
	out[0] = '\0';
	scan_text(&scan, field_of(text), lexicon);
	if (!names_find(names, &scan, &spans))
		return NULL;
	spans_merge(&spans);
	for (size_t i = 0; i < spans.count; i++) {
		if (i > 0)
			strcat(out, "|");
		strncat(out, text + spans.list[i].start, spans.list[i].end - spans.list[i].start);
		CHECK(spans.list[i].entity == ENTITY_NAME);
	}
	return out;
}

static void
test_edges(void)
{
	CHECK_TEXT(found(""), "");
	CHECK_TEXT(found(" "), "");
	CHECK_TEXT(found("Dr"), "");
	CHECK_TEXT(found("Mr "), "");
	CHECK_TEXT(found("Mr X"), "X");
	CHECK_TEXT(found("Sarah"), "Sarah");
	CHECK_TEXT(found("Sarah-"), "Sarah");
	CHECK_TEXT(found("-Sarah"), "Sarah");
	CHECK_TEXT(found("J. Smith"), "J. Smith");
	CHECK_TEXT(found("Dr 王"), "王");
	CHECK_TEXT(found("my son"), "");
	CHECK_TEXT(found(", my son"), "");
	CHECK_TEXT(found("called"), "");
	CHECK_TEXT(found("St"), "");
	CHECK_TEXT(found("name:"), "");
	CHECK_TEXT(found("Will"), "");
}

static void
test_extents(void)
{
	CHECK_TEXT(found("Mr John van der Berg-Smith came"), "John van der Berg-Smith");
	CHECK_TEXT(found("Dr A. B. Quell; Dr Quell/Ashby"), "A. B. Quell|Quell/Ashby");
	CHECK_TEXT(found("Sarah B. The ward"), "Sarah B");
	CHECK_TEXT(found("Sarah I think"), "Sarah");
	CHECK_TEXT(found("Smith's and James' bags"), "Smith|James");
	CHECK_TEXT(found("DrQuell's"), "Quell");
	CHECK_TEXT(found("Drs Quell, Ashby & Elm and Cole"), "Quell, Ashby & Elm and Cole");
}

/* Capitals tell nothing where each word has one. */
static void
test_writing(void)
{
	CHECK_TEXT(found("The Staff On My Ward Were Nice And Quell Was Not"), "");
	CHECK_TEXT(found("My Son Quell Was With The Team And I Was Not"), "");
	CHECK_TEXT(found("my son Quell was with the team and I was not"), "Quell");
	CHECK_TEXT(found("MY SON QUELL WAS NOT"), "");
	CHECK_TEXT(found("MY SON SEAN WAS NOT"), "SEAN");
}

static void
test_latin(void)
{
	struct buffer out = { 0 };
	struct text folded = { 0 };

	latin_reduce(&out, field_of("Zo\xC3\xAB O'N\xC3\xA9ill"), false, &folded);
	CHECK_FIELD(((struct field){ out.data, out.length }), "zoe oneill");
	buffer_clear(&out);
	latin_reduce(&out, field_of("\xC5\x81\xC3\x93\xC5\xBB o'n"), true, &folded);
	CHECK_FIELD(((struct field){ out.data, out.length }), "loz o'n");
	buffer_clear(&out);
	latin_reduce(&out,
	    field_of("Stra\xC3\x9F"
	             "e \xC8\x98tefan \xE7\x8E\x8B"),
	    true, &folded);
	CHECK_FIELD(((struct field){ out.data, out.length }), "strasse stefan \xE7\x8E\x8B");
	buffer_release(&out);
	text_release(&folded);
}

int
main(void)
{
	const struct redact_lists lists = { 0 };
	char nowhere[] = "/nowhere/keep.csv";
	const struct redact_lists absent = { .keep = nowhere };
	struct fault fault;

	lexicon = lexicon_new(true, &fault);
	if (!CHECK(lexicon != NULL))
		return unit_done();
	CHECK(names_new(&absent, lexicon, &fault) == NULL);
	names = names_new(&lists, lexicon, &fault);
	if (!CHECK(names != NULL))
		return unit_done();
	test_edges();
	test_extents();
	test_writing();
	test_latin();
	names_free(names);
	lexicon_free(lexicon);
	scan_release(&scan);
	spans_release(&spans);
	return unit_done();
}
