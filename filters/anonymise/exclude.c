/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * exclude: people who opted out.
 *
 * A set of 128-bit digests, open addressing with linear probing, at most three
 * quarters full: 22 to 43 bytes for each identifier (a million: 34 MB), half as much
 * again while it grows.  How a list reads is in exclude_list.c.
 */
#include "exclude.h"

#include "../lib/digest.h"
#include "../lib/memory.h"
#include "../lib/text.h"
#include "exclude_list.h"
#include "key/identity.h"
#include "redact/identifier.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_PLACES ((size_t)1024)

struct digest {
	unsigned char bytes[DIGEST_WIDE_SIZE]; /* all 0: nothing here */
};

struct exclude {
	bool broadly;
	struct digest_short keyed;
	struct identity identity;
	struct text folded;
	char digits[IDENTIFIER_NHS_DIGITS];
	struct digest *places;
	size_t room; /* a power of 2 */
	size_t count;
};

static const struct digest nothing;

static bool
is_free(const struct digest *place)
{
	return memcmp(place, &nothing, sizeof nothing) == 0;
}

/* Where the digest is, or where it belongs. */
static struct digest *
find(const struct exclude *exclude, const struct digest *digest)
{
	size_t place;

	memcpy(&place, digest->bytes, sizeof place);
	for (place &= exclude->room - 1; !is_free(&exclude->places[place]);
	     place = (place + 1) & (exclude->room - 1))
		if (memcmp(&exclude->places[place], digest, sizeof *digest) == 0)
			break;
	return &exclude->places[place];
}

static void
wipe(struct digest *places, size_t room)
{
	if (places != NULL)
		explicit_bzero(places, room * sizeof *places);
	free(places);
}

static void
grow(struct exclude *exclude)
{
	struct digest *old = exclude->places;
	size_t room = exclude->room;

	exclude->room = 2 * room;
	exclude->places = xcalloc(exclude->room, sizeof *exclude->places);
	for (size_t i = 0; i < room; i++)
		if (!is_free(&old[i]))
			*find(exclude, &old[i]) = old[i];
	wipe(old, room);
}

/* What a spreadsheet puts around a number so that it stays one, or behind it: '123,
 * ="123", 123.0 */
static struct field
strip(struct field value)
{
	size_t digits = 0;

	if (value.length > 3 && value.data[0] == '=' && value.data[1] == '"'
	    && value.data[value.length - 1] == '"')
		value = (struct field){ value.data + 2, value.length - 3 };
	else if (value.length > 1 && value.data[0] == '\'')
		value = (struct field){ value.data + 1, value.length - 1 };
	while (digits < value.length && value.data[digits] >= '0' && value.data[digits] <= '9')
		digits++;
	if (digits != 0 && digits + 2 == value.length && value.data[digits] == '.'
	    && value.data[digits + 1] == '0')
		value.length = digits;
	return value;
}

/* Capitals and small letters as one. */
static struct field
fold(struct exclude *exclude, struct field value)
{
	struct fault fault;

	if (!text_normalise(&exclude->folded, value, &fault))
		return value; /* no UTF-8, which no reader passes */
	return (struct field){ exclude->folded.data, exclude->folded.length };
}

/* Further writings than those of one token, since nobody on a list may come through:
 * other capitals, full stops and slashes in an NHS number, and one that lost the 0 that
 * it began with (as CHI numbers do). */
static struct field
settle(struct exclude *exclude, struct field value)
{
	char digits[IDENTIFIER_NHS_DIGITS + 1];
	size_t count;

	value = identity_settle(&exclude->identity, value);
	if (!exclude->broadly)
		return value;
	value = strip(value);
	if (identifier_ten_digits(value, exclude->digits))
		return (struct field){ exclude->digits, sizeof exclude->digits };
	for (size_t i = 0; i < value.length; i++)
		if ((value.data[i] < '0' || value.data[i] > '9') && value.data[i] != ' '
		    && value.data[i] != '-' && value.data[i] != '.' && value.data[i] != '/')
			return fold(exclude, value);
	digits[0] = '0';
	count = identifier_digits(value, digits + 1, IDENTIFIER_NHS_DIGITS);
	if ((count == IDENTIFIER_NHS_DIGITS && identifier_nhs_number(digits + 1))
	    || (count + 1 == IDENTIFIER_NHS_DIGITS && identifier_nhs_number(digits))) {
		memcpy(exclude->digits, digits + (count == IDENTIFIER_NHS_DIGITS),
		    sizeof exclude->digits);
		value = (struct field){ exclude->digits, sizeof exclude->digits };
	}
	explicit_bzero(digits, sizeof digits);
	return value;
}

/* False for blanks alone. */
static bool
make_digest(struct exclude *exclude, struct field value, struct digest *digest)
{
	value = settle(exclude, value);
	if (value.length == 0)
		return false;
	digest_wide(&exclude->keyed, value.data, value.length, digest->bytes);
	if (is_free(digest))
		digest->bytes[0] = 1; /* once in 2^128 */
	return true;
}

void
exclude_add(struct exclude *exclude, struct field value)
{
	struct digest digest;
	struct digest *place;

	if (!make_digest(exclude, value, &digest))
		return;
	place = find(exclude, &digest);
	if (!is_free(place))
		return;
	*place = digest;
	if (++exclude->count > exclude->room / 4 * 3)
		grow(exclude);
}

struct exclude *
exclude_load(const char *path, const char *column, bool broadly, struct fault *fault)
{
	struct exclude *exclude = xcalloc(1, sizeof *exclude);

	exclude->broadly = broadly;
	digest_short_init(&exclude->keyed);
	exclude->room = FIRST_PLACES;
	exclude->places = xcalloc(exclude->room, sizeof *exclude->places);
	if (exclude_list_read(path, column, exclude, fault))
		return exclude;
	exclude_free(exclude);
	return NULL;
}

void
exclude_free(struct exclude *exclude)
{
	if (exclude == NULL)
		return;
	wipe(exclude->places, exclude->room);
	identity_release(&exclude->identity);
	text_release(&exclude->folded);
	explicit_bzero(exclude, sizeof *exclude);
	free(exclude);
}

size_t
exclude_count(const struct exclude *exclude)
{
	return exclude->count;
}

bool
exclude_holds(struct exclude *exclude, struct field value)
{
	struct digest digest;

	return make_digest(exclude, value, &digest) && !is_free(find(exclude, &digest));
}
