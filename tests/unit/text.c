/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts: what is UTF-8, and normalised copies that know where each byte came
 * from.
 */
#include "unit.h"

#include "../../filters/lib/text.h"

static struct text text;
static struct fault fault;

static size_t
invalid(const char *data)
{
	return text_invalid_at(data, strlen(data));
}

static void
test_invalid(void)
{
	CHECK(text_invalid_at(NULL, 0) == 0);
	CHECK(invalid("plain") == 5);
	CHECK(invalid("a text of more than sixteen bytes\xFF") == 33);
	CHECK(invalid("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x99\x82!") == 15);
	CHECK(invalid("ab\x80") == 2);
	CHECK(invalid("ab\xC3") == 2);
	CHECK(invalid("ab\xC3(") == 2);
	CHECK(invalid("\xC0\xAF") == 0);
	CHECK(invalid("\xC1\xBF") == 0);
	CHECK(invalid("\xE0\x9F\xBF") == 0);
	CHECK(invalid("\xED\xA0\x80") == 0);
	CHECK(invalid("\xED\x9F\xBF") == 3);
	CHECK(invalid("\xEF\xBF\xBF") == 3);
	CHECK(invalid("\xF0\x8F\xBF\xBF") == 0);
	CHECK(invalid("\xF4\x8F\xBF\xBF") == 4);
	CHECK(invalid("\xF4\x90\x80\x80") == 0);
	CHECK(invalid("\xF5\x80\x80\x80") == 0);
	CHECK(invalid("\xE2\x82") == 0);
	CHECK(invalid("\xF0\x9F\x99") == 0);
	CHECK(text_invalid_at("a\0b", 3) == 3);
	CHECK(text_characters(field_of("caf\xC3\xA9 \xF0\x9F\x99\x82")) == 6);
	CHECK(text_characters((struct field){ NULL, 0 }) == 0);
	CHECK_FIELD(text_cut(field_of("caf\xC3\xA9s"), 6), "caf\xC3\xA9s");
	CHECK_FIELD(text_cut(field_of("caf\xC3\xA9s"), 5), "caf\xC3\xA9");
	CHECK_FIELD(text_cut(field_of("caf\xC3\xA9s"), 4), "caf");
	CHECK_FIELD(text_cut(field_of("\xF0\x9F\x99\x82"), 3), "");
	CHECK(text_cut((struct field){ NULL, 0 }, 3).length == 0);
}

static void
normal_is(const char *original, const char *expected)
{
	bool monotone = true;

	CHECK(text_normalise(&text, field_of(original), &fault));
	CHECK_FIELD(((struct field){ text.data, text.length }), expected);
	CHECK(text.origin[text.length] == strlen(original));
	for (size_t i = 0; i < text.length; i++)
		monotone = monotone && text.origin[i] <= text.origin[i + 1];
	CHECK(monotone);
}

static void
test_normalise(void)
{
	normal_is("", "");
	normal_is("The NURSE Listened", "the nurse listened");
	normal_is("line\r\nbreak\there", "line  break here");
	normal_is("CAF\xC3\x89", "caf\xC3\xA9");
	normal_is("Cafe\xCC\x81 x", "caf\xC3\xA9 x");
	normal_is(
	    "It\xE2\x80\x99s \xE2\x80\x9Cgood\xE2\x80\x9D \xE2\x80\x93 now", "it's \"good\" - now");
	normal_is("10\xC2\xA0\x61m\xE2\x80\x89x", "10 am x");
	normal_is("co\xC2\xADoper\xE2\x80\x8B\x61te\xEF\xBB\xBF", "cooperate");
	normal_is("STRASSE stra\xC3\x9F\x65", "strasse strasse");
	normal_is("\xE2\x84\xAA", "k");
	/* Marks in another order, and one that composes past another. */
	normal_is("q\xCC\x87\xCC\xA3", "q\xCC\xA3\xCC\x87");
	normal_is("a\xCC\x82\xCC\xA3", "\xE1\xBA\xAD");
	/* Hangul, apart and together. */
	normal_is("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "\xED\x95\x9C");
	normal_is("\xED\x95\x9C", "\xED\x95\x9C");
	/* Starters that compose: Bengali, Sinhala. */
	normal_is("\xE0\xA7\x87\xE0\xA6\xBE", "\xE0\xA7\x8B");
	normal_is("\xE0\xB7\x99\xE0\xB7\x8F\xE0\xB7\x8A", "\xE0\xB7\x9D");
	/* A mark with nothing before it. */
	normal_is("\xCC\x81"
	          "a",
	    "\xCC\x81"
	    "a");
	normal_is("\xC2\xA0\xCC\x81"
	          "a",
	    " \xCC\x81"
	    "a");
	CHECK(!text_normalise(&text, field_of("caf\xC3"), &fault));
}

static void
test_plain(void)
{
	CHECK(text_plain(&text,
	    field_of("The \xEF\xBC\xAD\xEF\xBD\x92 O\xE2\x80\x99"
	             "Brien\xC2\xA0\xEF\xBC\x99\xD9\xA4\xE2\x88\x92\xE2\x80\x8B"
	             "3 \xC3\x89ve a\xEF\xB9\xAB"
	             "b E\xCC\x81"),
	    &fault));
	CHECK_FIELD(((struct field){ text.data, text.length }),
	    "The Mr O'Brien 94-3 \xC3\x89ve a@b \xC3\x89");
	/* mathematical digits stand in runs beside one another */
	CHECK(text_plain(&text, field_of("\xF0\x9D\x9F\x98\xF0\x9D\x9F\xBF"), &fault));
	CHECK_FIELD(((struct field){ text.data, text.length }), "09");
	CHECK(text.origin[0] == 0 && text.origin[1] == 4 && text.origin[2] == 8);
}

static void
test_origin(void)
{
	/* "X" quote "Jo" e-acute (two characters) dash, with a soft hyphen inside. */
	CHECK(text_normalise(
	    &text, field_of("X \xE2\x80\x98J\xC2\xADoe\xCC\x81\xE2\x80\x94"), &fault));
	CHECK_FIELD(((struct field){ text.data, text.length }), "x 'jo\xC3\xA9-");
	CHECK(text.origin[0] == 0 && text.origin[1] == 1 && text.origin[2] == 2);
	CHECK(text.origin[3] == 5);                          /* j */
	CHECK(text.origin[4] == 8);                          /* o, after the soft hyphen */
	CHECK(text.origin[5] == 9 && text.origin[6] == 9);   /* e and its accent */
	CHECK(text.origin[7] == 12 && text.origin[8] == 15); /* the dash, the end */
}

static void
test_many_marks(void)
{
	static char marks[200001];
	size_t length = 0;
	unsigned back = 0;

	marks[length++] = 'a';
	while (length + 4 < sizeof marks) {
		memcpy(marks + length, "\xCC\xA3\xCC\x81", 4);
		length += 4;
	}
	CHECK(text_normalise(&text, (struct field){ marks, length }, &fault));
	CHECK(text_invalid_at(text.data, text.length) == text.length);
	for (size_t i = 0; i < text.length; i++)
		back += text.origin[i] > text.origin[i + 1];
	CHECK(back == 0);
}

/* Control characters that stand for no blank go, in ASCII and beyond, and the origins
 * stay those of what is left. */
static void
test_controls(void)
{
	CHECK(text_plain(&text,
	    field_of("a\x1f"
	             "b\x7f\tc\x01"),
	    &fault));
	CHECK(field_is((struct field){ text.data, text.length }, "ab c"));
	CHECK(text.origin[1] == 2 && text.origin[2] == 4 && text.origin[4] == 7);
	CHECK(text_plain(&text,
	    field_of("\xC2\x9F"
	             "1\xC2\x85"
	             "2\xEF\xBF\xB9"
	             "3\x02"
	             "4"),
	    &fault));
	CHECK(field_is((struct field){ text.data, text.length }, "1 234"));
	CHECK(text.origin[0] == 2 && text.origin[2] == 5);
	/* a mark behind one belongs to the letter before it */
	CHECK(text_plain(&text, field_of("ab\x01\xCC\x82\x0e\xCC\xA3"), &fault));
	CHECK(field_is((struct field){ text.data, text.length }, "a\xE1\xB8\x85\xCC\x82"));
}

static void
check_show(void)
{
	struct buffer out = { 0 };

	text_pad(&out, "h\xc3\xa9", 4);
	CHECK_FIELD(((struct field){ out.data, out.length }), "h\xc3\xa9  ");
	text_pad(&out, "long", 2);
	CHECK_FIELD(((struct field){ out.data, out.length }), "h\xc3\xa9  long");
	buffer_clear(&out);
	buffer_append(&out, "\033a\n\0\177\tb", 7);
	text_disarm(&out, 1, "\n");
	CHECK_FIELD(((struct field){ out.data, out.length }), "\033a\n???b");
	text_disarm(&out, 0, "");
	CHECK_FIELD(((struct field){ out.data, out.length }), "?a????b");
	buffer_release(&out);
}

int
main(void)
{
	check_show();
	test_invalid();
	test_normalise();
	test_plain();
	test_origin();
	test_many_marks();
	test_controls();
	text_release(&text);
	return unit_done();
}
