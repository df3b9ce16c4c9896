/* SPDX-License-Identifier: GPL-3.0-or-later */
/* anonymise: the row's own values in a text. */
#include "unit.h"

#include "../../filters/anonymise/redact/own.h"
#include "../../filters/lib/text.h"

#include <stdlib.h>

static struct own *own;
static struct lexicon *lexicon;
static struct scan scan;
static struct spans spans;
static struct text plain;

/* What is found in a text, with bars between. */
static const char *
found(const char *text)
{
	static char out[512];
	struct fault fault;

	spans.count = 0;
	out[0] = '\0';
	if (!text_plain(&plain, field_of(text), &fault))
		return NULL;
	scan_text(&scan, (struct field){ plain.data, plain.length }, lexicon);
	if (!own_find(own, &scan, lexicon, &spans))
		return NULL;
	spans_merge(&spans);
	for (size_t i = 0; i < spans.count; i++) {
		if (i > 0)
			strcat(out, "|");
		strncat(
		    out, plain.data + spans.list[i].start, spans.list[i].end - spans.list[i].start);
	}
	return out;
}

static void
test_names(void)
{
	const struct field values[] = { field_of("Mary-Jane"), field_of("O\xE2\x80\x99Neill") };

	own_set(own, values, 2);
	CHECK_TEXT(found("nothing here"), "");
	CHECK_TEXT(found(""), "");
	CHECK_TEXT(found("Mary-Jane O'Neill's bag"), "Mary-Jane O'Neill");
	CHECK_TEXT(found("mary jane oneill"), "mary jane oneill");
	CHECK_TEXT(found("MARYJANE and MJ"), "MARYJANE");
	CHECK_TEXT(found("M. O'Neill or J O'Neill"), "M. O'Neill|J O'Neill");
	CHECK_TEXT(found("O Neill, MrsO'Neill, Janes"), "O Neill|O'Neill|Janes");
	CHECK_TEXT(found("marys janet neillson"), "marys");
}

static void
test_guards(void)
{
	const struct field will[] = { field_of("Will"), field_of("Young") };
	const struct field may[] = { field_of("May"), field_of("A") };
	const struct field ng[] = { field_of("Ng") };

	own_set(own, will, 2);
	CHECK_TEXT(found("I will help young people"), "");
	CHECK_TEXT(found("Will you? Young people do"), "");
	CHECK_TEXT(found("I asked Will. Will said no"), "Will|Will");
	CHECK_TEXT(found("WILL YOUNG CAME"), "WILL YOUNG");
	CHECK_TEXT(found("they will young"), "");
	own_set(own, may, 2);
	CHECK_TEXT(found("A day may come. May I?"), "");
	CHECK_TEXT(found("ask May and A. May"), "May|A. May");
	own_set(own, ng, 1);
	CHECK_TEXT(found("an ng tube for Ng"), "Ng");
}

static void
test_letters(void)
{
	const struct field values[] = { field_of("Zo\xC3\xAB"), field_of("\xC5\x81ukasz") };

	own_set(own, values, 2);
	CHECK_TEXT(found("zoe lukasz"), "zoe lukasz");
	CHECK_TEXT(found("ZO\xC3\x8B"), "ZO\xC3\x8B");
	CHECK_TEXT(found("zoology"), "");
}

static void
test_numbers(void)
{
	const struct field values[] = { field_of("RX-12345"), field_of("943 476 5919"),
		field_of("2019") };

	own_set(own, values, 3);
	CHECK_TEXT(found("rx12345 and RX 123-45"), "rx12345|RX 123-45");
	CHECK_TEXT(found("9434765919, 943-476-5919"), "9434765919|943-476-5919");
	CHECK_TEXT(found("19434765919 RX123456 ARX12345"), "");
	CHECK_TEXT(found("in 2019"), "");
}

/* Another record has other names. */
static void
test_records(void)
{
	const struct field first[] = { field_of("Quilla") };
	const struct field second[] = { field_of("Trell") };

	own_set(own, first, 1);
	CHECK_TEXT(found("Quilla and Trell"), "Quilla");
	own_set(own, second, 1);
	CHECK_TEXT(found("Quilla and Trell"), "Trell");
	own_set(own, NULL, 0);
	CHECK_TEXT(found("Quilla and Trell"), "");
}

/* However many words the values have, the text is gone through once. */
static void
test_many(void)
{
	struct buffer value = { 0 };
	struct field field;

	for (unsigned i = 0; i < 20000; i++)
		buffer_format(&value, "qu%c%c%clla ", (int)('a' + i % 26), (int)('a' + i / 26 % 26),
		    (int)('a' + i / 676));
	field = (struct field){ value.data, value.length };
	own_set(own, &field, 1);
	CHECK_TEXT(found("ask quzzalla now"), "quzzalla");
	CHECK_TEXT(found("ask quzz7alla now"), "");
	buffer_release(&value);
}

int
main(void)
{
	struct fault fault;

	own = own_new();
	lexicon = lexicon_new(true, &fault);
	if (!CHECK(lexicon != NULL))
		return unit_done();
	test_names();
	test_guards();
	test_letters();
	test_numbers();
	test_records();
	test_many();
	own_free(own);
	lexicon_free(lexicon);
	scan_release(&scan);
	spans_release(&spans);
	text_release(&plain);
	return unit_done();
}
