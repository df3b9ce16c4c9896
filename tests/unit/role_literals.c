/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pattern's matches hold, and finding it in a text. */
#include "unit.h"

#include "../../filters/lib/memory.h"
#include "../../filters/map-to-role/rule/dialect.h"
#include "../../filters/map-to-role/rule/trigger.h"

#include <stdlib.h>

static int
compare(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

/* The set in order, divided by bars. */
static char *
joined(struct literals *set)
{
	struct buffer out = { 0 };

	if (set->count != 0)
		qsort(set->texts, set->count, sizeof *set->texts, compare);
	for (size_t i = 0; i < set->count; i++) {
		buffer_append_text(&out, i == 0 ? "" : "|");
		buffer_append_text(&out, set->texts[i]);
	}
	buffer_append(&out, "", 1);
	return out.data;
}

static void
check_needs(const char *pattern, const char *first, const char *second, int line)
{
	struct needs needs;
	struct fault fault = { 0 };
	char *got[2];

	unit_check(dialect_read(field_of(pattern), &needs, &fault), __FILE__, line, pattern);
	got[0] = joined(&needs.sets[0]);
	got[1] = joined(&needs.sets[1]);
	unit_text(got[0], first, __FILE__, line, "the rarest set");
	unit_text(got[1], second, __FILE__, line, "the other set");
	free(got[0]);
	free(got[1]);
	needs_release(&needs);
}

#define CHECK_NEEDS(pattern, first, second) check_needs((pattern), (first), (second), __LINE__)

static void
test_needs(void)
{
	CHECK_NEEDS("\\bnearest relatives?\\b", "nearest relative|nearest relatives", "");
	/* parts that adjoin are one text, also across a group that does not end there */
	CHECK_NEEDS("social(?:ly)? (?:exclu\\w{2,6}|isolat\\w{2,4})",
	    "social exclu|social isolat|socially exclu|socially isolat", "");
	CHECK_NEEDS("bio-?social", "bio-social|biosocial", "");
	CHECK_NEEDS("organi[sz]ed", "organised|organized", "");
	CHECK_NEEDS("part[- ]time|full[a\\-]time", "full-time|fullatime|part time|part-time", "");
	/* a gap divides a pattern: both sides have to be there */
	CHECK_NEEDS("fund\\w{0,3} .{0,9} placement", " placement", "fund");
	CHECK_NEEDS("(?:cat|dog).{0,3}(?:zoo|quiz)", "quiz|zoo", "cat|dog");
	/* a branch without a second set lends its only one */
	CHECK_NEEDS("cat.{0,3}zoo|quiz", "quiz|zoo", "cat|quiz");
	/* what may be left out, or is too much to be told, is not needed */
	CHECK_NEEDS("(?:big )?\\w{2,4}x", "x", "");
	CHECK_NEEDS("[a-z]{2}", "", "");
	CHECK_NEEDS("[abcde]x", "x", "");
	CHECK_NEEDS("[^a]x", "x", "");
	CHECK_NEEDS("[\\[-a]x", "x", "");
	CHECK_NEEDS("(?:ab){0,2}\\w", "", "");
	CHECK_NEEDS("cat|\\d\\d", "", "");
	/* twice the same: it begins and ends so */
	CHECK_NEEDS("x(?:ab){1,3}y", "xab", "aby");
	/* looking around takes nothing, and what is looked for need not be there */
	CHECK_NEEDS("pre(?=fix)(?!ed)fix", "prefix", "");
	CHECK_NEEDS("(?<=un)known", "known", "");
	CHECK_NEEDS("^care$", "care", "");
	CHECK_NEEDS("caf\xC3\xA9s?", "caf\xC3\xA9|caf\xC3\xA9s", "");
	/* 7 times 7 texts are more than are joined */
	CHECK_NEEDS("(?:a|b|c|d|e|f|g)(?:q|r|s|t|u|v|w)", "q|r|s|t|u|v|w", "");
}

static struct sighting sightings[64];

static void
forget(void)
{
	for (size_t i = 0; i < 64; i++)
		sightings[i] = SIGHTING_ANYWHERE;
}

/* Which of the signs 0 to 9 the text gives, as digits. */
static void
check_signs(const struct trigger *trigger, const char *text, const char *expected, int line)
{
	/* a copy of its own, so that a read past its end is seen */
	char *copy = xstrndup(text, strlen(text));
	char got[11] = "";
	uint64_t signs;

	trigger_scan(trigger, (struct field){ copy, strlen(text) }, &signs, sightings);
	for (unsigned i = 0, at = 0; i < 10; i++)
		if ((signs >> i & 1) != 0)
			got[at++] = (char)('0' + i);
	unit_text(got, expected, __FILE__, line, text);
	free(copy);
}

#define CHECK_SIGNS(text, expected) check_signs(trigger, (text), (expected), __LINE__)

static void
test_trigger(void)
{
	struct trigger *trigger = trigger_new(10);

	forget();
	trigger_add(trigger, field_of("gp"), 0, 0);
	trigger_add(trigger, field_of("cto"), 0, 1);
	trigger_add(trigger, field_of("ward"), 0, 2);
	trigger_add(trigger, field_of("wards"), 0, 3);
	trigger_add(trigger, field_of("social worker"), 0, 4);
	trigger_add(trigger, field_of("social workers"), 0, 5);
	trigger_add(trigger, field_of("ward"), 0, 6);
	trigger_add(trigger, field_of("social work"), 0, 6);
	trigger_add(trigger, field_of("worker"), 0, 7);
	trigger_add(trigger, field_of("x"), 0, 8); /* a single byte is always given */
	trigger_always(trigger, 9);
	trigger_learn(trigger, field_of("a social worker of the ward"));
	trigger_build(trigger);
	CHECK_SIGNS("", "89");
	CHECK_SIGNS("g", "89");
	CHECK_SIGNS("gp", "089");
	CHECK_SIGNS("gps", "089");
	CHECK_SIGNS("a gp", "089");
	CHECK_SIGNS("cto", "189");
	CHECK_SIGNS("ct", "89");
	CHECK_SIGNS("a cto!", "189");
	CHECK_SIGNS("war", "89");
	CHECK_SIGNS("ward", "2689");
	CHECK_SIGNS("wards", "23689");
	CHECK_SIGNS("a ward", "2689");
	CHECK_SIGNS("social worke", "689");
	CHECK_SIGNS("social worker", "46789");
	CHECK_SIGNS("ocial worker", "789");
	CHECK_SIGNS("the social workers", "456789");
	CHECK_SIGNS("gpctoward", "012689");
	trigger_free(trigger);
}

/* Where what a literal belongs to begins. */
static void
test_sightings(void)
{
	struct trigger *trigger = trigger_new(5);
	uint64_t signs;

	forget();
	trigger_add(trigger, field_of("ward"), 0, 0);
	trigger_add(trigger, field_of("ward"), 7, 1);
	trigger_add(trigger, field_of("gp"), 2, 1);
	trigger_add(trigger, field_of("gp"), LITERALS_FAR, 2);
	trigger_add(trigger, field_of("gp"), 1, 3);
	trigger_always(trigger, 3);
	trigger_build(trigger);
	trigger_scan(trigger, field_of("0123456789 ward"), &signs, sightings);
	CHECK(signs == 0xB);
	CHECK(sightings[0].first == 11 && sightings[0].last == 11);
	CHECK(sightings[1].first == 4 && sightings[1].last == 11);
	CHECK(sightings[3].first == 0 && sightings[3].last == SIZE_MAX);
	trigger_scan(trigger, field_of("ward 0123456789 gp ward"), &signs, sightings);
	CHECK(signs == 0xF);
	CHECK(sightings[0].first == 0 && sightings[0].last == 19);
	CHECK(sightings[1].first == 0 && sightings[1].last == 19);
	CHECK(sightings[2].first == 0 && sightings[2].last == 16);
	CHECK(sightings[3].first == 0 && sightings[3].last == SIZE_MAX);
	trigger_scan(trigger, field_of("0123456789 gp"), &signs, sightings);
	CHECK(signs == 0xE && sightings[1].first == 9 && sightings[1].last == 11);
	trigger_free(trigger);
}

/* A distance that is no longer counted is no distance: what begins far before is not missed. */
static void
test_far_sightings(void)
{
	struct trigger *trigger = trigger_new(2);
	const size_t far = 2 * LITERALS_FAR;
	char *text = malloc(far + 2);
	uint64_t signs;

	forget();
	trigger_add(trigger, field_of("gp"), LITERALS_FAR, 0);
	trigger_add(trigger, field_of("gp"), LITERALS_FAR - 1, 1);
	trigger_build(trigger);
	memset(text, 'x', far);
	memcpy(text + far, "gp", 2);
	trigger_scan(trigger, (struct field){ text, far + 2 }, &signs, sightings);
	CHECK(signs == 3 && sightings[0].first == 0 && sightings[0].last == far);
	CHECK(sightings[1].first == LITERALS_FAR + 1 && sightings[1].last == far);
	free(text);
	trigger_free(trigger);
}

/* The distance of the only text of a pattern. */
static size_t
distance(const char *pattern)
{
	struct needs needs;
	struct fault fault = { 0 };
	size_t before = SIZE_MAX;

	if (dialect_read(field_of(pattern), &needs, &fault) && needs.sets[0].count == 1)
		before = needs.sets[0].before[0];
	needs_release(&needs);
	return before;
}

static void
test_distances(void)
{
	CHECK(distance("\\bcare") == 0);
	CHECK(distance("^(?:(?=a)b)?\\d{2}care") == 3);
	CHECK(distance("\\w{1,12} care") == 12);
	CHECK(distance("(?:\\w{1,12} ){0,3}care") == 39);
	CHECK(distance("[abcde]x?.{0,4}(?:(?:ab){1,3}qqq)") == 10);
	CHECK(distance("a{1,100}\\w\\wqqqq") == 102);
	CHECK(distance("(?:(?:.{0,100}){0,100}){0,100}q") == 1000000);
	CHECK(distance("(?:(?:(?:.{0,100}){0,100}){0,100}){0,100}q") == LITERALS_FAR);
	/* the distances of branches are their own: the larger one of a text in both */
	CHECK(distance("\\d{1,7}zoo|\\dzoo") == 7);
}

/* Past the room for literals signs are always given. */
static void
test_room(void)
{
	struct trigger *trigger = trigger_new(2);
	char *huge = xmalloc(TRIGGER_BYTES_MAX + 1);
	uint64_t signs;

	forget();
	memset(huge, 'a', TRIGGER_BYTES_MAX + 1);
	trigger_add(trigger, (struct field){ huge, TRIGGER_BYTES_MAX + 1 }, 0, 0);
	trigger_add(trigger, field_of("ward"), 0, 1);
	trigger_build(trigger);
	trigger_scan(trigger, field_of("home"), &signs, sightings);
	CHECK(signs == 1);
	trigger_scan(trigger, field_of("ward"), &signs, sightings);
	CHECK(signs == 3);
	trigger_free(trigger);
	free(huge);
}

int
main(void)
{
	test_needs();
	test_distances();
	test_trigger();
	test_sightings();
	test_far_sightings();
	test_room();
	return unit_done();
}
