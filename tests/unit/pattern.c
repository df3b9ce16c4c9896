/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Patterns: whole and partial matches, Unicode, groups, limits that are loud,
 * and patterns that try to loosen them.
 */
#include "unit.h"

#include "../../filters/lib/pattern.h"

static struct fault fault;

static enum pattern_result
find(const char *source, unsigned options, const char *subject, struct pattern_span *span)
{
	struct pattern *pattern = pattern_new(field_of(source), options, &fault);
	enum pattern_result result;

	if (!CHECK(pattern != NULL))
		return PATTERN_LIMIT;
	result = pattern_find(pattern, field_of(subject), 0, span);
	pattern_free(pattern);
	return result;
}

static void
test_matches(void)
{
	struct pattern_span span = { 9, 9 };

	CHECK(find("b+", 0, "abbc", &span) == PATTERN_YES && span.start == 1 && span.end == 3);
	CHECK(find("x", 0, "abbc", NULL) == PATTERN_NO);
	CHECK(find("b+", PATTERN_WHOLE, "abbc", NULL) == PATTERN_NO);
	CHECK(find("a|ab", PATTERN_WHOLE, "ab", NULL) == PATTERN_YES);
	CHECK(find("a|b", PATTERN_WHOLE, "ba", NULL) == PATTERN_NO);
	CHECK(find("[A-Z]\\d+$", PATTERN_WHOLE, "P12\n", NULL) == PATTERN_NO);
	CHECK(find("a$", 0, "a\n", NULL) == PATTERN_NO);
	CHECK(find("", 0, "", &span) == PATTERN_YES && span.start == 0 && span.end == 0);
	CHECK(find("nurse", PATTERN_CASELESS, "the NURSE", NULL) == PATTERN_YES);
	CHECK(find("nurse", 0, "the NURSE", NULL) == PATTERN_NO);
}

static void
test_unicode(void)
{
	struct pattern_span span = { 0, 0 };

	CHECK(find(".", PATTERN_WHOLE, "\xC3\xA9", NULL) == PATTERN_YES);
	CHECK(find("caf\\b", 0, "caf\xC3\xA9", NULL) == PATTERN_NO);
	CHECK(find("CAF\xC3\x89", PATTERN_CASELESS, "caf\xC3\xA9", NULL) == PATTERN_YES);
	CHECK(find("\\w+", 0, "\xE2\x80\x9C\xC3\xA9t\xC3\xA9\xE2\x80\x9D", &span) == PATTERN_YES
	    && span.start == 3 && span.end == 8);
	CHECK(find("\\x{2019}", 0, "it\xE2\x80\x99s", NULL) == PATTERN_YES);
}

static void
test_groups(void)
{
	struct pattern *pattern = pattern_new(field_of("(a)|(b)(c)?(d)?"), 0, &fault);
	struct pattern_span span = { 0, 0 };

	CHECK(pattern_find(pattern, field_of("xbd"), 0, NULL) == PATTERN_YES);
	CHECK(!pattern_group(pattern, 1, &span));
	CHECK(pattern_group(pattern, 2, &span) && span.start == 1 && span.end == 2);
	CHECK(!pattern_group(pattern, 3, &span));
	CHECK(pattern_group(pattern, 4, &span) && span.start == 2 && span.end == 3);
	CHECK(!pattern_group(pattern, 5, &span));
	CHECK(pattern_find(pattern, field_of("aba"), 1, &span) == PATTERN_YES && span.start == 1);
	CHECK(pattern_find(pattern, field_of("ab"), 2, NULL) == PATTERN_NO);
	CHECK(pattern_find(pattern, field_of("ab"), 3, NULL) == PATTERN_NO);
	CHECK(!pattern_group(pattern, 0, &span));
	CHECK(pattern_find(pattern, (struct field){ NULL, 0 }, 0, NULL) == PATTERN_NO);
	pattern_free(pattern);
}

static void
test_start_looks_back(void)
{
	struct pattern *pattern = pattern_new(field_of("(?<=a)b"), 0, &fault);
	struct pattern_span span = { 0, 0 };

	CHECK(pattern_find(pattern, field_of("ab"), 1, &span) == PATTERN_YES && span.start == 1);
	pattern_free(pattern);
}

static void
test_limits(void)
{
	static char text[400001];

	memset(text, 'a', sizeof text - 1);
	CHECK(find("(a+)+$", 0, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", NULL)
	    == PATTERN_LIMIT);
	/* Past the JIT stack, not past the machine's. */
	CHECK(find("(?:(a)|b)*[cd]", 0, text, NULL) == PATTERN_LIMIT);
	CHECK(find("a.*b", 0, text + 390001, NULL) == PATTERN_NO);
}

static void
test_refused(void)
{
	static const char *const refused[] = { "(", "[z-a]", "a\\Cb", "(*UTF)a",
		"(*LIMIT_MATCH=9)a", "(*NO_JIT)a", "(*CRLF)a", "\xFF", "a{2,1}", "\\" };

	for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		fault.message[0] = '\0';
		CHECK(pattern_new(field_of(refused[i]), 0, &fault) == NULL);
		CHECK(strstr(fault.message, "near byte") != NULL);
	}
	pattern_free(NULL);
}

/* Where a match may begin is limited; the rest of the subject is seen all the same. */
static void
test_within(void)
{
	struct pattern *pattern =
	    pattern_new(field_of("(?<=a )\\bcar\\b(?! b)|van$"), PATTERN_LIMITED, &fault);
	const struct field subject = field_of("car a car b, a car van");
	struct pattern_span span = { 0 };

	CHECK(pattern_find_within(pattern, subject, 0, SIZE_MAX, &span) == PATTERN_YES);
	CHECK(span.start == 15 && span.end == 18);
	CHECK(pattern_find_within(pattern, subject, 15, 15, &span) == PATTERN_YES);
	CHECK(span.start == 15 && span.end == 18);
	CHECK(pattern_find_within(pattern, subject, 0, 14, NULL) == PATTERN_NO);
	CHECK(pattern_find_within(pattern, subject, 16, 18, NULL) == PATTERN_NO);
	CHECK(pattern_find_within(pattern, subject, 16, 19, &span) == PATTERN_YES);
	CHECK(span.start == 19 && span.end == 22);
	CHECK(pattern_find_within(pattern, subject, 20, 30, NULL) == PATTERN_NO);
	CHECK(pattern_find_within(pattern, subject, 30, 40, NULL) == PATTERN_NO);
	CHECK(pattern_find_within(pattern, field_of(""), 0, 0, NULL) == PATTERN_NO);
	/* the limit is gone afterwards */
	CHECK(pattern_find(pattern, subject, 0, &span) == PATTERN_YES && span.start == 15);
	pattern_free(pattern);
}

int
main(void)
{
	test_matches();
	test_unicode();
	test_groups();
	test_start_looks_back();
	test_limits();
	test_refused();
	test_within();
	return unit_done();
}
