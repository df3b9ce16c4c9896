/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules: what gates them, that they find the same wherever the text begins, and spans. */
#include "unit.h"

#include "../../filters/anonymise/redact/rules.h"

#include <stdlib.h>

#define EVERY ((1U << ENTITIES) - 1)

static struct lexicon *lexicon;
static struct rules *rules;
static struct scan scan;
static struct spans spans;

static bool
finds(const char *text, unsigned entities, size_t start, size_t end)
{
	spans.count = 0;
	scan_text(&scan, field_of(text), lexicon);
	if (!rules_find(rules, &scan, entities, &spans))
		return false;
	spans_merge(&spans);
	return spans.count == 1 && spans.list[0].start == start && spans.list[0].end == end;
}

static bool
finds_nothing(const char *text, unsigned entities)
{
	spans.count = 0;
	scan_text(&scan, field_of(text), lexicon);
	return rules_find(rules, &scan, entities, &spans) && spans.count == 0;
}

static void
test_rules(void)
{
	CHECK(rules_count(rules) >= 30);
	CHECK(finds("é NG3 6AA é", EVERY, 3, 10));
	CHECK(finds("0115 496 0123", EVERY, 0, 13));
	CHECK(finds("W1A 1HQ", 1U << ENTITY_POSTCODE, 0, 7));
	CHECK(finds_nothing("W1A 1HQ", EVERY & ~(1U << ENTITY_POSTCODE)));
	CHECK(finds_nothing("", EVERY));
	CHECK(finds_nothing("call 111 or 999", EVERY));
}

/* A rule is looked for near its digits alone: there is always room for what is about. */
static void
test_far(void)
{
	static const char number[] = "(+44) (0)115 496 0123";
	struct buffer text = { 0 };
	bool good = true;

	for (size_t before = 0; before < 100; before++) {
		buffer_clear(&text);
		for (size_t i = 0; i < before; i++)
			buffer_append_text(&text, "é ");
		buffer_append_text(&text, number);
		for (size_t i = 0; i < 100; i++)
			buffer_append_text(&text, " é");
		buffer_append(&text, "", 1);
		good = good
		    && finds(
		        text.data, 1U << ENTITY_PHONE, 3 * before + 1, 3 * before + strlen(number));
	}
	CHECK(good);
	buffer_release(&text);
}

static void
test_spans(void)
{
	struct spans list = { 0 };

	spans_merge(&list);
	spans_add(&list, 5, 9, ENTITY_PHONE);
	spans_add(&list, 1, 1, ENTITY_PHONE);
	spans_add(&list, 0, 3, ENTITY_EMAIL);
	spans_add(&list, 3, 4, ENTITY_DATE);
	spans_add(&list, 5, 12, ENTITY_URL);
	spans_add(&list, 11, 13, ENTITY_NAME);
	spans_merge(&list);
	CHECK(list.count == 3);
	CHECK(list.list[0].end == 3 && list.list[0].entity == ENTITY_EMAIL);
	CHECK(list.list[1].start == 3 && list.list[1].end == 4);
	CHECK(
	    list.list[2].start == 5 && list.list[2].end == 13 && list.list[2].entity == ENTITY_URL);
	spans_release(&list);
}

int
main(void)
{
	struct fault fault;

	lexicon = lexicon_new(true, &fault);
	rules = rules_new(EVERY, NULL, &fault);
	CHECK(lexicon != NULL && rules != NULL);
	if (lexicon == NULL || rules == NULL)
		return unit_done();
	test_rules();
	test_far();
	test_spans();
	spans_release(&spans);
	scan_release(&scan);
	rules_free(rules);
	lexicon_free(lexicon);
	return unit_done();
}
