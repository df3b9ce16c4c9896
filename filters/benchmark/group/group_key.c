/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_key: to which group a record belongs. */
#include "group_key.h"

#include <stdlib.h>
#include <string.h>

bool
group_key_configure(struct group_key *key, const char *unit, const char *period,
    const struct filter_list *by, struct fault *fault)
{
	const char *colon = period != NULL ? strrchr(period, ':') : NULL;

	*key = (struct group_key){ .unit_name = unit, .by_names = by };
	if (colon == NULL) {
		key->period_name = period != NULL ? xstrdup(period) : NULL;
		return true;
	}
	if (!date_period_named(field_of(colon + 1), &key->length))
		return fault_set(fault,
		    "--period '%s': the length after the colon is one of day, month, quarter, "
		    "year, fquarter, fyear",
		    period);
	key->cut = true;
	key->period_name = xstrndup(period, (size_t)(colon - period));
	return true;
}

bool
group_key_end(struct group_key *key, const char *column, struct fault *fault)
{
	if (key->period_name == NULL)
		return fault_set(fault, "--period-end needs --period COLUMN");
	if (key->cut)
		return fault_set(fault,
		    "--period-end '%s': both ends stay as they stand, so --period takes no "
		    "length after a colon",
		    column);
	key->end_name = column;
	return true;
}

bool
group_key_bind(struct group_key *key, const struct reader *reader, struct fault *fault)
{
	key->unit = READER_NONE;
	key->period = READER_NONE;
	key->parts = key->by_names->count;
	if (key->unit_name != NULL) {
		if (!reader_require(reader, key->unit_name, &key->unit, fault))
			return false;
		key->parts++;
	}
	if (key->period_name != NULL) {
		if (!reader_require(reader, key->period_name, &key->period, fault))
			return false;
		key->parts++;
	}
	if (key->end_name != NULL && !reader_require(reader, key->end_name, &key->end, fault))
		return false;
	for (size_t i = 0; i < key->by_names->count; i++)
		if (!reader_require(reader, key->by_names->values[i], &key->by[i], fault))
			return false;
	return true;
}

static bool
is_missing(struct field value)
{
	return value.length == 0 || field_is_suppressed(value) || field_is_symbol(value);
}

static bool
is_kept(struct field value, const char *text, size_t length)
{
	return length != 0 && value.length == length && memcmp(value.data, text, length) == 0;
}

static size_t
keep(struct field value, char text[DATE_TEXT_MAX])
{
	if (value.length > DATE_TEXT_MAX)
		return 0;
	memcpy(text, value.data, value.length);
	return value.length;
}

static enum group_key_status
take_period(struct group_key *key, struct field value)
{
	struct date date;
	enum date_period from;

	if (is_kept(value, key->date_text, key->date_length))
		return GROUP_KEY_FOUND;
	if (is_missing(value))
		return GROUP_KEY_NO_PERIOD;
	if (!date_parse_period(value, &date, &from)
	    || (key->cut && !date_period_contains(key->length, from)))
		return GROUP_KEY_BAD_PERIOD;

	enum date_period length = key->cut ? key->length : from;

	key->lengths |= 1U << length;
	key->period_length = date_period_write(date, length, key->period_text);
	key->date_length = keep(value, key->date_text);
	return GROUP_KEY_FOUND;
}

/* The period from one column to the other. */
static enum group_key_status
take_window(struct group_key *key, struct field first, struct field last)
{
	struct date date;
	enum date_period length;
	struct window window;

	if (is_kept(first, key->date_text, key->date_length)
	    && is_kept(last, key->end_text, key->end_length))
		return GROUP_KEY_FOUND;
	if (is_missing(first) || is_missing(last))
		return GROUP_KEY_NO_PERIOD;
	if (!date_parse_period(first, &date, &length))
		return GROUP_KEY_BAD_PERIOD;
	if (!window_between(first, last, &window))
		return GROUP_KEY_BAD_END;
	key->period_length = window_write(&window, key->period_text);
	key->date_length = keep(first, key->date_text);
	key->end_length = keep(last, key->end_text);
	return GROUP_KEY_FOUND;
}

/* Line breaks in a quoted value are blanks in the output, so they are here. */
static void
append_value(struct buffer *joined, struct field value)
{
	for (size_t i = 0; i < value.length; i++) {
		char c = value.data[i];

		if (c == '\r' && i + 1 < value.length && value.data[i + 1] == '\n')
			continue;
		buffer_append(joined, c == '\r' || c == '\n' ? " " : &value.data[i], 1);
	}
}

static void
append_part(struct group_key *key, size_t *parts, struct field value, bool broken)
{
	if ((*parts)++ != 0)
		buffer_append(&key->joined, "", 1);
	if (broken)
		append_value(&key->joined, value);
	else
		buffer_append(&key->joined, value.data, value.length);
}

/* The unit that the record counts as. */
static struct field
unit_now(struct group_key *key, struct field unit)
{
	key->change = organisation_changes_find(key->changes, unit);
	return key->change != NULL ? organisation_change_now(key->change) : unit;
}

struct field
group_key_joined(const struct group_key *key)
{
	return (
	    struct field){ key->joined.data != NULL ? key->joined.data : "", key->joined.length };
}

enum group_key_status
group_key_take(struct group_key *key, const struct reader *reader, struct field *out)
{
	size_t parts = 0;

	buffer_clear(&key->joined);
	if (key->unit != READER_NONE) {
		struct field unit = reader_value(reader, key->unit);

		if (is_missing(unit))
			return GROUP_KEY_NO_UNIT;
		if (key->changes != NULL)
			unit = unit_now(key, unit);
		if (key->parts == 1 && !reader->broken) {
			*out = unit;
			return GROUP_KEY_FOUND;
		}
		append_part(key, &parts, unit, reader->broken);
	}
	if (key->period != READER_NONE) {
		struct field value = reader_value(reader, key->period);
		enum group_key_status status = key->end_name != NULL
		    ? take_window(key, value, reader_value(reader, key->end))
		    : take_period(key, value);

		if (status != GROUP_KEY_FOUND)
			return status;
		append_part(
		    key, &parts, (struct field){ key->period_text, key->period_length }, false);
	}
	if (key->by_measure && is_missing(reader_value(reader, key->by[0])))
		return GROUP_KEY_NO_MEASURE;
	for (size_t i = 0; i < key->by_names->count; i++)
		append_part(key, &parts, reader_value(reader, key->by[i]), reader->broken);
	*out = group_key_joined(key);
	return GROUP_KEY_FOUND;
}

void
group_key_bind_groups(struct group_key *key)
{
	key->unit = key->unit_name != NULL ? 0 : READER_NONE;
	key->period = key->period_name != NULL ? 0 : READER_NONE;
	key->parts = key->by_names->count + (key->unit_name != NULL) + (key->period_name != NULL);
}

/* Such a text is a key's, and the only one of its period. */
static bool
is_period(struct group_key *key, struct field text)
{
	struct window window;
	char again[WINDOW_TEXT_MAX] = "";
	size_t length;

	if (key->end_name != NULL) {
		if (!window_of(text, &window))
			return false;
		length = window_write(&window, again);
		return field_equals(text, (struct field){ again, length });
	}
	return take_period(key, text) == GROUP_KEY_FOUND
	    && field_equals(text, (struct field){ key->period_text, key->period_length });
}

bool
group_key_begin(struct group_key *key, struct field unit, struct field period)
{
	size_t parts = 0;

	buffer_clear(&key->joined);
	if (key->unit != READER_NONE ? is_missing(unit) : unit.length != 0)
		return false;
	if (key->period != READER_NONE ? !is_period(key, period) : period.length != 0)
		return false;
	if (key->unit != READER_NONE)
		append_part(key, &parts, unit, false);
	if (key->period != READER_NONE)
		append_part(key, &parts, period, false);
	return true;
}

void
group_key_append(struct group_key *key, size_t index, struct field by)
{
	size_t parts = index;

	parts += key->unit != READER_NONE;
	parts += key->period != READER_NONE;
	append_part(key, &parts, by, false);
}

struct field
group_key_part(struct field *rest)
{
	struct field part = *rest;
	const char *end = rest->length != 0 ? memchr(rest->data, '\0', rest->length) : NULL;

	if (end == NULL) {
		*rest = (struct field){ "", 0 };
		return part;
	}
	part.length = (size_t)(end - part.data);
	rest->data += part.length + 1;
	rest->length -= part.length + 1;
	return part;
}

void
group_key_split(const struct group_key *key, struct field whole, struct field *unit,
    struct field *period, struct field *by)
{
	*unit = key->unit != READER_NONE ? group_key_part(&whole) : (struct field){ "", 0 };
	*period = key->period != READER_NONE ? group_key_part(&whole) : (struct field){ "", 0 };
	*by = whole;
}

void
group_key_release(struct group_key *key)
{
	free(key->period_name);
	buffer_release(&key->joined);
}
