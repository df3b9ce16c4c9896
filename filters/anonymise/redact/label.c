/* SPDX-License-Identifier: GPL-3.0-or-later */
/* label: where people say that an identifier stands in a text. */
#include "label.h"

#include "../../lib/memory.h"
#include "../../lib/text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* What others call ours, as folded. */
static const struct {
	const char *theirs;
	enum entity ours;
} others[] = {
	{ "email-address", ENTITY_EMAIL },
	{ "phone-number", ENTITY_PHONE },
	{ "uk-postcode", ENTITY_POSTCODE },
	{ "uk-nhs", ENTITY_NHS_NUMBER },
	{ "person", ENTITY_NAME },
	{ "uk-nino", ENTITY_NINO },
	{ "date-time", ENTITY_DATE },
	{ "uk-passport", ENTITY_PASSPORT },
	{ "uk-driving-licence", ENTITY_DRIVING_LICENCE },
	{ "uk-vehicle-registration", ENTITY_VEHICLE },
};

/* Capitals and the mark between words do not count. */
static bool
is_entity(struct field name, const char *word)
{
	if (name.length != strlen(word))
		return false;
	for (size_t i = 0; i < name.length; i++) {
		char c = name.data[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		else if (c == '_' || c == ' ')
			c = '-';
		if (c != word[i])
			return false;
	}
	return true;
}

bool
label_entity(const struct reader *reader, size_t column, enum entity *entity, struct fault *fault)
{
	struct field name = field_trim(reader_value(reader, column));
	struct buffer known = { 0 };

	for (unsigned i = 0; i < ENTITIES; i++)
		if (is_entity(name, entity_names[i])) {
			*entity = (enum entity)i;
			return true;
		}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (is_entity(name, others[i].theirs)) {
			*entity = others[i].ours;
			return true;
		}
	for (unsigned i = 0; i < ENTITIES; i++)
		buffer_format(&known, "%s%s", i == 0 ? "" : ", ", entity_names[i]);
	fault_at(fault, reader->name, (size_t)reader->line, 0,
	    "the entity is none of %.*s, nor Presidio's word for one", (int)known.length,
	    known.data);
	buffer_release(&known);
	return false;
}

/* Bytes up to a number of characters; false when the text has fewer. */
static bool
bytes_of(struct field text, uint64_t characters, size_t *bytes)
{
	size_t at = 0;

	for (; characters != 0; characters--) {
		if (at == text.length)
			return false;
		for (at++; at < text.length && ((unsigned char)text.data[at] & 0xC0) == 0x80; at++)
			;
	}
	*bytes = at;
	return true;
}

/* A whole number and the mark after it; the rest is what follows that. */
static bool
take_number(struct field *rest, char mark, uint64_t *number)
{
	const char *found = rest->length == 0 ? NULL : memchr(rest->data, mark, rest->length);
	size_t length = found == NULL ? rest->length : (size_t)(found - rest->data);
	struct field digits = field_trim((struct field){ rest->data, length });
	int64_t value;

	if (digits.length == 0 || digits.data[0] < '0' || digits.data[0] > '9'
	    || !field_to_integer(digits, &value))
		return false;
	*number = (uint64_t)value;
	length += found != NULL;
	*rest = (struct field){ rest->data + length, rest->length - length };
	return true;
}

static bool
read_label(struct labels *labels, const struct reader *reader, size_t column, struct field *rest,
    struct field text, struct fault *fault)
{
	const struct reader_place place = reader_place(reader, column);
	struct label label = { 0 };
	uint64_t start;
	uint64_t end;

	if (!take_number(rest, '-', &start) || !take_number(rest, ';', &end))
		return fault_at(fault, reader->name, (size_t)place.line, (size_t)place.column,
		    "column 'expected_spans': spans are start-end, divided by semicolons, such as "
		    "0-12;20-25");
	if (start >= end)
		return fault_at(fault, reader->name, (size_t)place.line, (size_t)place.column,
		    "column 'expected_spans': the span %" PRIu64 "-%" PRIu64
		    " holds nothing; the end is one past the last character",
		    start, end);
	if (!bytes_of(text, start, &label.start) || !bytes_of(text, end, &label.end))
		return fault_at(fault, reader->name, (size_t)place.line, (size_t)place.column,
		    "column 'expected_spans': the span %" PRIu64 "-%" PRIu64
		    " is past the end of the text, which has %zu characters",
		    start, end, text_characters(text));
	if (labels->count == labels->capacity) {
		labels->capacity = labels->capacity != 0 ? 2 * labels->capacity : 16;
		labels->list = xreallocarray(labels->list, labels->capacity, sizeof *labels->list);
	}
	labels->list[labels->count++] = label;
	return true;
}

bool
labels_read(struct labels *labels, const struct reader *reader, size_t column, struct field text,
    struct fault *fault)
{
	struct field rest = field_trim(reader_value(reader, column));

	labels->count = 0;
	while (rest.length != 0)
		if (!read_label(labels, reader, column, &rest, text, fault))
			return false;
	return true;
}

void
labels_release(struct labels *labels)
{
	free(labels->list);
	*labels = (struct labels){ 0 };
}
