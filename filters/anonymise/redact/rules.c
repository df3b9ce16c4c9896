/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rules: the shapes of structured identifiers, as data. */
#include "rules.h"

#include "../../lib/memory.h"
#include "../../lib/pattern.h"
#include "../../lib/table.h"
#include "check.h"
#include "rules_read.h"

#include <stdlib.h>

/* How far before its first digit an identifier may begin, and how far behind its last one
 * it may end with what has to follow; where no word begins it. */
#define REACH 24
/* How far behind its last digit one that has a word in it may end: 3rd day of September. */
#define REACH_OF_WORDS 64

/* Where in a text to look for a shape. */
enum place {
	PLACE_ANY,    /* all of it */
	PLACE_DIGITS, /* about its digits: no word and no mark begins it */
	PLACE_WORDS   /* from the first of its words or digits on; the built-in ones alone, which
	               * are known to be no longer */
};

struct shape {
	struct rules_row row; /* without its pattern's text */
	struct pattern *pattern;
	enum place place;
};

struct rules {
	struct shape *shapes;
	size_t count;
	struct rules_parts parts;
	struct check_lists *lists;
};

static const char *const built_in[] = {
#include "filters/anonymise/redact/rules.inc"
};

static enum place
place_of(const struct rules_row *row, bool own)
{
	enum place place = PLACE_DIGITS;

	if (row->digits == 0)
		return PLACE_ANY;
	for (size_t i = 0; i < row->need_count; i++) {
		if ((row->needs[i].features & (SCAN_AT | SCAN_URL | SCAN_PLUS)) != 0
		    || (row->needs[i].classes & ~(uint32_t)LEXICON_OF_NUMBERS) != 0)
			return PLACE_ANY;
		if (row->needs[i].classes != 0)
			place = own ? PLACE_ANY : PLACE_WORDS;
	}
	return place;
}

static bool
add_shape(struct rules *rules, struct rules_row *row, const struct table *table, size_t index,
    bool own, struct fault *fault)
{
	struct fault why;
	struct pattern *pattern =
	    pattern_new((struct field){ row->pattern.data, row->pattern.length }, 0, &why);

	if (pattern == NULL)
		return fault_at(
		    fault, table_path(table), table_line(table, index), 0, "%s", why.message);
	rules->shapes = xreallocarray(rules->shapes, rules->count + 1, sizeof *rules->shapes);
	rules->shapes[rules->count++] =
	    (struct shape){ .row = *row, .pattern = pattern, .place = place_of(row, own) };
	rules->shapes[rules->count - 1].row.pattern = (struct buffer){ 0 };
	if (row->group > pattern_group_count(pattern))
		return fault_at(fault, table_path(table), table_line(table, index), 0,
		    "group: the pattern has %u groups", pattern_group_count(pattern));
	return true;
}

/* Takes the table, which may be NULL.  own: it is the policy's. */
static bool
add_table(
    struct rules *rules, unsigned entities, struct table *table, bool own, struct fault *fault)
{
	struct rules_columns columns;
	bool good = table != NULL && rules_columns(&columns, table, fault);

	for (size_t i = 0; good && i < table_rows(table); i++) {
		struct rules_row row;
		bool is_part;

		good = rules_row_read(&row, &is_part, table, i, &columns, &rules->parts, fault)
		    && (is_part || (entities & 1U << row.entity) == 0
		        || add_shape(rules, &row, table, i, own, fault));
		buffer_release(&row.pattern);
	}
	table_free(table);
	return good;
}

/* Those that ask for fewest digits first. */
static int
compare_shapes(const void *a, const void *b)
{
	const struct shape *left = a;
	const struct shape *right = b;

	return (left->row.digits > right->row.digits) - (left->row.digits < right->row.digits);
}

struct rules *
rules_new(unsigned entities, const char *path, struct fault *fault)
{
	struct rules *rules = xcalloc(1, sizeof *rules);

	rules->lists = check_lists_new(fault);
	if (rules->lists == NULL
	    || !add_table(rules, entities,
	        table_embedded("rules.csv", built_in, sizeof built_in / sizeof *built_in, fault),
	        false, fault)
	    || (path != NULL
	        && !add_table(rules, entities, table_load(path, fault), true, fault))) {
		rules_free(rules);
		return NULL;
	}
	if (rules->count != 0)
		qsort(rules->shapes, rules->count, sizeof *rules->shapes, compare_shapes);
	return rules;
}

void
rules_free(struct rules *rules)
{
	if (rules == NULL)
		return;
	for (size_t i = 0; i < rules->count; i++)
		pattern_free(rules->shapes[i].pattern);
	free(rules->shapes);
	rules_parts_release(&rules->parts);
	check_lists_free(rules->lists);
	free(rules);
}

size_t
rules_count(const struct rules *rules)
{
	return rules->count;
}

uint32_t
rules_classes(const struct rules *rules)
{
	uint32_t classes = 0;

	for (size_t i = 0; i < rules->count; i++)
		for (size_t j = 0; j < rules->shapes[i].row.need_count; j++)
			classes |= rules->shapes[i].row.needs[j].classes;
	return classes;
}

/* No digit, and no feature, for all of them are about what a bare text has not. */
static bool
matches_bare(const struct rules_row *row)
{
	for (size_t i = 0; i < row->need_count; i++)
		if (row->needs[i].classes == 0)
			return false;
	return row->digits == 0;
}

bool
rules_match_bare(const struct rules *rules, unsigned entities)
{
	for (size_t i = 0; i < rules->count && rules->shapes[i].row.digits == 0; i++)
		if ((entities & 1U << rules->shapes[i].row.entity) != 0
		    && matches_bare(&rules->shapes[i].row))
			return true;
	return false;
}

/* Whether it could be in that text at all. */
static bool
may_match(const struct rules_row *row, const struct scan *scan)
{
	for (size_t i = 0; i < row->need_count; i++)
		if ((scan->features & row->needs[i].features) == 0
		    && (scan->classes & row->needs[i].classes) == 0)
			return false;
	return true;
}

static bool
begins_character(char byte)
{
	return ((unsigned char)byte & 0xc0) != 0x80;
}

/* At most so many bytes before, where a character begins. */
static size_t
before_place(struct field text, size_t at)
{
	at = at > REACH ? at - REACH : 0;
	while (!begins_character(text.data[at]))
		at--;
	return at;
}

static size_t
first_word(const struct rules_row *row, const struct scan *scan)
{
	size_t first = scan->first_digit;

	for (size_t i = 0; i < row->need_count; i++) {
		uint32_t classes = row->needs[i].classes & scan->classes;

		for (; classes != 0; classes &= classes - 1) {
			size_t at = scan->class_at[__builtin_ctz(classes)];

			first = at < first ? at : first;
		}
	}
	return first;
}

static size_t
first_place(const struct shape *shape, const struct scan *scan)
{
	size_t digits = shape->row.digits;

	switch (shape->place) {
	case PLACE_DIGITS:
		return before_place(
		    scan->text, scan->run_at[digits < SCAN_DIGITS ? digits : SCAN_DIGITS - 1]);
	case PLACE_WORDS:
		return before_place(scan->text, first_word(&shape->row, scan));
	case PLACE_ANY:
		break;
	}
	return 0;
}

static size_t
last_place(const struct shape *shape, const struct scan *scan)
{
	size_t at = scan->last_digit + (shape->place == PLACE_WORDS ? REACH_OF_WORDS : REACH);

	if (shape->place == PLACE_ANY || at >= scan->text.length)
		return scan->text.length;
	while (!begins_character(scan->text.data[at]))
		at--;
	return at;
}

/* Where the next search begins: one character on, so that a match that overlaps
 * this one is found too: a number may begin within a run of digits before it. */
static size_t
step_on(struct field text, size_t at)
{
	do
		at++;
	while (at < text.length && !begins_character(text.data[at]));
	return at;
}

static bool
search(const struct rules *rules, const struct shape *shape, const struct scan *scan,
    struct spans *spans)
{
	struct field text = scan->text;
	size_t start = first_place(shape, scan);
	struct pattern_span span;
	enum pattern_result result;

	text.length = last_place(shape, scan);
	while ((result = pattern_find(shape->pattern, text, start, &span)) == PATTERN_YES) {
		/* within an address of the web no other begins, and 30,000 of them in a row
		 * would take for ever */
		start = shape->row.entity == ENTITY_URL ? span.end : step_on(text, span.start);
		if (shape->row.group != 0
		    && !pattern_group(shape->pattern, shape->row.group, &span))
			return false;
		if (shape->row.check == NULL
		    || shape->row.check(rules->lists,
		        (struct field){ text.data + span.start, span.end - span.start }))
			spans_add(spans, span.start, span.end, shape->row.entity);
	}
	return result == PATTERN_NO;
}

bool
rules_find(
    const struct rules *rules, const struct scan *scan, unsigned entities, struct spans *spans)
{
	for (size_t i = 0; i < rules->count && rules->shapes[i].row.digits <= scan->digits; i++) {
		const struct shape *shape = &rules->shapes[i];

		if ((entities & 1U << shape->row.entity) != 0 && may_match(&shape->row, scan)
		    && !search(rules, shape, scan, spans))
			return false;
	}
	return true;
}
