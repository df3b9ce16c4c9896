/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The scan of a text: its words, how they are written and looked up, and what gates the
 * rules; the same wherever in a block of 64 bytes it stands.
 */
#include "unit.h"

#include "../../filters/anonymise/redact/scan.h"
#include "../../filters/anonymise/redact/scan_blocks.h"

#include <stdlib.h>

static struct lexicon *lexicon;
static struct scan scan;

static struct field
word(size_t index)
{
	if (index >= scan.count)
		return (struct field){ "", 0 };
	return (struct field){ scan.text.data + scan.words[index].start,
		scan.words[index].end - scan.words[index].start };
}

static void
test_words(void)
{
	scan_text(&scan, field_of("Dr O'Brien's dog-walk, don't 12ab 'quoted' X"), lexicon);
	CHECK(scan.count == 8);
	CHECK_FIELD(word(0), "Dr");
	CHECK_FIELD(word(1), "O'Brien");
	CHECK_FIELD(word(2), "dog");
	CHECK_FIELD(word(3), "walk");
	CHECK_FIELD(word(4), "don't");
	CHECK_FIELD(word(5), "ab");
	CHECK_FIELD(word(6), "quoted");
	CHECK_FIELD(word(7), "X");
	scan_text(&scan, field_of(""), lexicon);
	CHECK(scan.count == 0 && scan.features == 0 && scan.digits == 0);
}

static enum scan_writing
writing(const char *text)
{
	scan_text(&scan, field_of(text), lexicon);
	return scan.count == 1 ? scan.words[0].writing : SCAN_MIXED;
}

static void
test_writing(void)
{
	CHECK(writing("smith") == SCAN_SMALL);
	CHECK(writing("Smith") == SCAN_CAPITALISED);
	CHECK(writing("McDonald") == SCAN_CAPITALISED);
	CHECK(writing("O'Brien") == SCAN_CAPITALISED);
	CHECK(writing("J") == SCAN_CAPITALISED);
	CHECK(writing("É") == SCAN_CAPITALISED);
	CHECK(writing("SMITH") == SCAN_CAPITALS);
	CHECK(writing("O'BRIEN") == SCAN_CAPITALS);
	CHECK(writing("ŁÓDŹ") == SCAN_CAPITALS);
	CHECK(writing("ŁA") == SCAN_CAPITALS);
	CHECK(writing("Łukasz") == SCAN_CAPITALISED);
	CHECK(writing("élan") == SCAN_SMALL);
	CHECK(writing("王") == SCAN_CASELESS);
	CHECK(writing("mR") == SCAN_MIXED);
}

static void
test_classes(void)
{
	lexicon_add(lexicon, field_of("ashby"), LEXICON_SURNAME);
	lexicon_add(lexicon, field_of("żółć"), LEXICON_SURNAME);
	lexicon_add(lexicon, field_of("wolfeschlegelsteinhausen"), LEXICON_SURNAME);
	scan_text(&scan, field_of("Ashby ASHBY's ashbys ŻÓŁĆ Wolfeschlegelsteinhausen MAY xXxX"),
	    lexicon);
	CHECK(scan.words[0].classes == LEXICON_SURNAME);
	CHECK(scan.words[1].classes == LEXICON_SURNAME);
	CHECK((scan.words[2].classes & LEXICON_SURNAME) == 0);
	CHECK(scan.words[3].classes == LEXICON_SURNAME);
	CHECK(scan.words[4].classes == LEXICON_SURNAME);
	CHECK((scan.words[5].classes & LEXICON_MONTH) != 0);
	CHECK((scan.words[6].classes & LEXICON_MASK) != 0);
	CHECK((scan.classes & LEXICON_MONTH) != 0 && (scan.classes & LEXICON_GMC) == 0);
	CHECK(lexicon_find(lexicon, field_of("ashby")) == LEXICON_SURNAME);
	CHECK(lexicon_find(lexicon, field_of("")) == 0);
}

static unsigned
features(const char *text)
{
	scan_text(&scan, field_of(text), lexicon);
	return scan.features;
}

static void
test_features(void)
{
	CHECK(features("a@b") == SCAN_AT);
	CHECK(features("see http://x") == SCAN_URL);
	CHECK(features("note: / 12") == 0);
	CHECK(features("NG3") == (SCAN_LETTER_DIGIT | SCAN_PAIR));
	CHECK(features("6b") == SCAN_DIGIT_LETTER);
	CHECK(features("x 6AA") == (SCAN_DIGIT_LETTER | SCAN_INWARD));
	CHECK(features("6AAA 6AA1") == (SCAN_DIGIT_LETTER | SCAN_LETTER_DIGIT | SCAN_PAIR));
	CHECK(features("1/2 3-4") == SCAN_DATE);
	CHECK(features("+1") == SCAN_PLUS);
	CHECK(features("1 / 2") == 0);
	CHECK(features("example.org") == SCAN_DOT && features("End. And. ") == 0);
	CHECK(features("www._x") == SCAN_DOT && features("end.") == 0);
	CHECK(features("AB 12") == SCAN_PAIR && features("ABC 12") == 0);
}

/* The classes of all words are the same without the words. */
static void
test_without_words(void)
{
	static const char *const texts[] = { "", "dob 1.2.34", "Ring me on 0115 496 0123, [NAME].",
		"the DVLA's van is in the car park of www.example.org", "xXx Sept b",
		"ni\xc3\xb1o's NINO is 12 3",
		"a text longer than one block, where a word such as telephone, which matters, is "
		"in "
		"the way of its end, and patient's" };
	struct lexicon *numbers;
	struct fault fault;
	bool good = true;

	numbers = lexicon_new(false, &fault);
	CHECK(numbers != NULL);
	for (size_t i = 0; numbers != NULL && i < sizeof texts / sizeof *texts; i++)
		for (size_t moved = 0; moved <= strlen(texts[i]); moved++) {
			struct field text = field_of(texts[i] + moved);
			uint32_t classes;
			unsigned found;

			if (((unsigned char)texts[i][moved] & 0xc0) == 0x80)
				continue;
			scan_text(&scan, text, numbers);
			classes = scan.classes;
			found = scan.features;
			scan_classes(&scan, text, numbers);
			good = good && scan.classes == classes && scan.features == found;
		}
	CHECK(good);
	lexicon_free(numbers);
}

static void
test_bare(void)
{
	static const char *const rich[] = { "1", "a@b", "x:", "+", "[", "é", "www.x", "a.b", ".." };
	bool good = true;

	for (size_t before = 0; before < 40; before++) {
		char text[80];

		for (size_t i = 0; i < sizeof rich / sizeof *rich; i++) {
			enum scan_look richness =
			    (unsigned char)rich[i][0] >= 0x80 ? SCAN_UNICODE : SCAN_RICH;

			memset(text, '.', before);
			for (size_t at = 1; at < before; at += 2)
				text[at] = ' ';
			strcpy(text + before, " ");
			good = good && scan_look(field_of(text)) == SCAN_BARE;
			strcat(text, rich[i]);
			good = good && scan_look(field_of(text)) == richness;
			strcat(text, " and more of the same");
			good = good && scan_look(field_of(text)) == richness;
		}
	}
	CHECK(good);
	CHECK(scan_look(field_of("")) == SCAN_BARE && scan_look(field_of(".")) == SCAN_BARE);
	CHECK(scan_look(field_of(".\n")) == SCAN_BARE);
}

static size_t
digits(const char *text)
{
	scan_text(&scan, field_of(text), lexicon);
	return scan.digits;
}

static void
test_digits(void)
{
	CHECK(digits("none") == 0);
	CHECK(digits("5 and 0115 (496) 0123.") == 11);
	CHECK(scan.run_at[1] == 0 && scan.run_at[2] == 6 && scan.run_at[11] == 6);
	CHECK(digits("1 2 3") == 3);
	CHECK(digits("12,34") == 2);
	CHECK(digits("1    2") == 1);
	CHECK(digits("12345678901234567890") == 20);
}

static void
test_masks(void)
{
	scan_text(&scan, field_of("Dr [NAME] of [NHS-NUMBER], [not this] [], [A"), lexicon);
	CHECK_FIELD(word(0), "Dr");
	CHECK_FIELD(word(1), "of");
	CHECK_FIELD(word(2), "not");
	CHECK(scan.text.data[3] == SCAN_BLANK && scan.text.data[8] == SCAN_BLANK);
	CHECK(scan.text.length == strlen("Dr [NAME] of [NHS-NUMBER], [not this] [], [A"));
	CHECK((scan.classes & LEXICON_NHS) == 0);
}

/* The same text after 0 to 130 blanks, and words as long as several blocks. */
static void
test_blocks(void)
{
	static const char text[] = "Mrs O'Brien's é 12 NG3 6AA, a@b";
	bool good = true;

	for (size_t before = 0; before < 130; before++) {
		struct buffer moved = { 0 };

		for (size_t i = 0; i < before; i++)
			buffer_append_text(&moved, " ");
		buffer_append_text(&moved, text);
		scan_text(&scan, (struct field){ moved.data, moved.length }, lexicon);
		good = good && scan.count == 7 && field_is(word(0), "Mrs")
		    && field_is(word(1), "O'Brien") && scan.words[1].writing == SCAN_CAPITALISED
		    && field_is(word(2), "é") && field_is(word(3), "NG") && field_is(word(6), "b")
		    && scan.features
		        == (SCAN_AT | SCAN_LETTER_DIGIT | SCAN_DIGIT_LETTER | SCAN_INWARD
		            | SCAN_PAIR)
		    && scan.digits == 2 && scan.run_at[1] - before == 17;
		buffer_release(&moved);
	}
	CHECK(good);
	for (size_t length = 60; length < 200; length++) {
		struct buffer moved = { 0 };

		for (size_t i = 0; i < length; i++)
			buffer_append_text(&moved, i == 62 ? "B" : "a");
		buffer_append_text(&moved, " c");
		scan_text(&scan, (struct field){ moved.data, moved.length }, lexicon);
		good = good && scan.count == 2 && word(0).length == length
		    && scan.words[0].writing == (length > 62 ? SCAN_MIXED : SCAN_SMALL);
		buffer_release(&moved);
	}
	CHECK(good);
}

int
main(void)
{
	struct fault fault;

	lexicon = lexicon_new(true, &fault);
	CHECK(lexicon != NULL);
	if (lexicon == NULL)
		return unit_done();
	test_words();
	test_writing();
	test_classes();
	test_features();
	test_without_words();
	test_bare();
	test_digits();
	test_masks();
	test_blocks();
	scan_release(&scan);
	lexicon_free(lexicon);
	return unit_done();
}
