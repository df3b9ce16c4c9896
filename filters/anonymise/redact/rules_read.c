/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rules_read: one row of a table of rules. */
#include "rules_read.h"

#include "scan.h"

#include <stdlib.h>

struct rules_part {
	char *name;
	struct buffer pattern;
};

#define PATTERN_MAX 16384

static const struct {
	const char *name;
	unsigned feature;
} features[] = { { "at", SCAN_AT }, { "url", SCAN_URL }, { "letter-digit", SCAN_LETTER_DIGIT },
	{ "digit-letter", SCAN_DIGIT_LETTER }, { "inward", SCAN_INWARD }, { "date", SCAN_DATE },
	{ "plus", SCAN_PLUS }, { "pair", SCAN_PAIR }, { "dot", SCAN_DOT } };

void
rules_parts_release(struct rules_parts *parts)
{
	for (size_t i = 0; i < parts->count; i++) {
		free(parts->list[i].name);
		buffer_release(&parts->list[i].pattern);
	}
	free(parts->list);
	*parts = (struct rules_parts){ 0 };
}

bool
rules_columns(struct rules_columns *columns, const struct table *table, struct fault *fault)
{
	return table_require(table, "entity", &columns->entity, fault)
	    && table_require(table, "digits", &columns->digits, fault)
	    && table_require(table, "needs", &columns->needs, fault)
	    && table_require(table, "group", &columns->group, fault)
	    && table_require(table, "check", &columns->check, fault)
	    && table_require(table, "pattern", &columns->pattern, fault);
}

/* What stands before the first divider, which is taken off the rest with it. */
static struct field
next_word(struct field *rest, char divider)
{
	const char *at = memchr(rest->data, divider, rest->length);
	struct field word = { rest->data, at == NULL ? rest->length : (size_t)(at - rest->data) };
	size_t taken = word.length + (at != NULL);

	*rest = (struct field){ rest->data + taken, rest->length - taken };
	return word;
}

static bool
read_alternative(struct rules_need *need, struct field name)
{
	for (size_t i = 0; i < sizeof features / sizeof *features; i++)
		if (field_is(name, features[i].name)) {
			need->features |= features[i].feature;
			return true;
		}
	return lexicon_class(name, &need->classes);
}

static bool
read_needs(struct rules_row *row, struct field text)
{
	while (text.length != 0) {
		struct field need = next_word(&text, ' ');

		if (need.length == 0 || row->need_count == RULES_NEEDS)
			return false;
		while (need.length != 0)
			if (!read_alternative(&row->needs[row->need_count], next_word(&need, '|')))
				return false;
		row->need_count++;
	}
	return true;
}

/* Empty is 0. */
static bool
read_number(struct field text, int64_t most, size_t *number)
{
	int64_t value = 0;

	if (text.length != 0 && (!field_to_integer(text, &value) || value < 0 || value > most))
		return false;
	*number = (size_t)value;
	return true;
}

static const struct rules_part *
find_part(const struct rules_parts *parts, struct field name)
{
	for (size_t i = 0; i < parts->count; i++)
		if (field_is(name, parts->list[i].name))
			return &parts->list[i];
	return NULL;
}

/* The pattern with its parts put in; parts hold no others any more. */
static bool
put_in(struct buffer *out, struct field pattern, const struct rules_parts *parts)
{
	while (pattern.length != 0) {
		const char *begin = memmem(pattern.data, pattern.length, "<<", 2);
		const char *end;
		const struct rules_part *part;
		size_t before = begin == NULL ? pattern.length : (size_t)(begin - pattern.data);

		buffer_append(out, pattern.data, before);
		pattern = (struct field){ pattern.data + before, pattern.length - before };
		if (begin == NULL)
			break;
		end = memmem(pattern.data, pattern.length, ">>", 2);
		if (end == NULL)
			return false;
		part = find_part(parts, (struct field){ begin + 2, (size_t)(end - begin) - 2 });
		if (part == NULL || out->length + part->pattern.length > PATTERN_MAX)
			return false;
		buffer_append(out, part->pattern.data, part->pattern.length);
		pattern = (struct field){ end + 2, pattern.length - (size_t)(end - begin) - 2 };
	}
	return out->length != 0;
}

static bool
add_part(struct rules_parts *parts, struct field name, struct buffer *pattern)
{
	if (name.length == 0 || find_part(parts, name) != NULL)
		return false;
	parts->list = xreallocarray(parts->list, parts->count + 1, sizeof *parts->list);
	parts->list[parts->count++] =
	    (struct rules_part){ xstrndup(name.data, name.length), *pattern };
	*pattern = (struct buffer){ 0 };
	return true;
}

static bool
read_entity(struct rules_row *row, struct field name)
{
	for (unsigned i = 0; i < ENTITIES; i++)
		if (field_is(name, entity_names[i])) {
			row->entity = (enum entity)i;
			return i != ENTITY_NAME && i != ENTITY_OWN;
		}
	return false;
}

bool
rules_row_read(struct rules_row *row, bool *is_part, const struct table *table, size_t index,
    const struct rules_columns *columns, struct rules_parts *parts, struct fault *fault)
{
	struct field entity = table_cell(table, index, columns->entity);
	struct field check = table_cell(table, index, columns->check);
	const char *path = table_path(table);
	size_t line = table_line(table, index);
	size_t group;

	*row = (struct rules_row){ 0 };
	*is_part = entity.length != 0 && entity.data[0] == '=';
	if (!put_in(&row->pattern, table_cell(table, index, columns->pattern), parts))
		return fault_at(fault, path, line, 0,
		    "the pattern is missing, too long or holds a part that no row above it has "
		    "(=name, <<name>>)");
	if (*is_part)
		return add_part(parts, (struct field){ entity.data + 1, entity.length - 1 },
		           &row->pattern)
		    || fault_at(
		        fault, path, line, 0, "the part's name is missing or there already");
	if (!read_entity(row, entity))
		return fault_at(fault, path, line, 0,
		    "not an entity that a rule may find, such as phone or other");
	if (!read_number(table_cell(table, index, columns->digits), 64, &row->digits))
		return fault_at(
		    fault, path, line, 0, "digits: a whole number from 0 to 64 is expected");
	if (!read_number(table_cell(table, index, columns->group), 64, &group))
		return fault_at(
		    fault, path, line, 0, "group: a whole number from 0 to 64 is expected");
	row->group = (unsigned)group;
	if (!read_needs(row, table_cell(table, index, columns->needs)))
		return fault_at(fault, path, line, 0,
		    "needs: at most %d of at, url, letter-digit, digit-letter, inward, date, plus, "
		    "pair "
		    "and the classes of words are expected, with one blank between them",
		    RULES_NEEDS);
	row->check = check.length == 0 ? NULL : check_named(check);
	if (check.length != 0 && row->check == NULL)
		return fault_at(fault, path, line, 0, "check: known are %s", check_names());
	return true;
}
