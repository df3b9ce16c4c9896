/* SPDX-License-Identifier: GPL-3.0-or-later */
/* validate: texts put into a page so that they are no marks of it. */
#include "../../filters/lib/markdown.h"
#include "unit.h"

static struct buffer out;

static struct field
text(const char *source, bool cell)
{
	buffer_clear(&out);
	markdown_text(&out, source, cell);
	return (struct field){ out.data, out.length };
}

static struct field
code(const char *source, bool cell)
{
	buffer_clear(&out);
	markdown_code(&out, field_of(source), cell);
	return (struct field){ out.data, out.length };
}

static void
test_text(void)
{
	CHECK_FIELD(text("plain words, and 5 < 6.", false), "plain words, and 5 \\< 6.");
	CHECK_FIELD(text("a|b*c[d]", true), "a\\|b\\*c\\[d\\]");
	CHECK_FIELD(text("back\\slash", false), "back\\\\slash");
	CHECK_FIELD(text("two\nlines\tand \x01", false), "two lines and  ");
	/* within a word an underscore is no mark, before a blank an ampersand is none */
	CHECK_FIELD(text("end_date _or_ R & D &amp;", false), "end_date \\_or\\_ R & D \\&amp;");
	CHECK_FIELD(text("# no heading", false), "\\# no heading");
	CHECK_FIELD(text("- no list", false), "\\- no list");
	CHECK_FIELD(text("1. no list", false), "1\\. no list");
	CHECK_FIELD(text("12) no list", false), "12\\) no list");
	CHECK_FIELD(text("2026 is a year", false), "2026 is a year");
	CHECK_FIELD(text("", false), "");
	CHECK_FIELD(text("all of `a|b` here", false), "all of `a|b` here");
	CHECK_FIELD(text("all of `a|b` here", true), "all of `a\\|b` here");
	CHECK_FIELD(text("one ` alone", false), "one \\` alone");
	CHECK_FIELD(text("two `` beside", false), "two \\`\\` beside");
	CHECK_FIELD(text("<script>", false), "\\<script\\>");
	CHECK_FIELD(text("\xC3\xA9_\xC3\xA9", false), "\xC3\xA9_\xC3\xA9");
}

static void
test_code(void)
{
	CHECK_FIELD(code("service_user", false), "`service_user`");
	CHECK_FIELD(code("", true), "empty");
	CHECK_FIELD(code("a`b", false), "`` a`b ``");
	CHECK_FIELD(code("``", false), "``` `` ```");
	CHECK_FIELD(code(" a ", false), "`  a  `");
	CHECK_FIELD(code(" ", false), "`   `");
	CHECK_FIELD(code("a|b", false), "`a|b`");
	CHECK_FIELD(code("a|b", true), "`a\\|b`");
	CHECK_FIELD(code("a\\|b", false), "`a\\|b`");
	CHECK_FIELD(code("a\\|b", true), "<code>a&#92;&#124;b</code>");
	CHECK_FIELD(code("<\n\\|&>", true), "<code>&#60; &#92;&#124;&#38;&#62;</code>");
	CHECK_FIELD(code("a\nb", true), "`a b`");
}

int
main(void)
{
	test_text();
	test_code();
	buffer_release(&out);
	return unit_done();
}
