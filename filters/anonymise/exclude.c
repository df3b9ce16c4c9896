/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * exclude: people who opted out.
 *
 * Their identifiers are kept as digests; how a list reads is in exclude_list.c.
 */
#include "exclude.h"

#include "../lib/digest_set.h"
#include "../lib/memory.h"
#include "../lib/text.h"
#include "exclude_list.h"
#include "key/identity.h"
#include "redact/identifier.h"

#include <stdlib.h>
#include <string.h>

struct exclude {
	bool broadly;
	struct digest_set people;
	struct identity identity;
	struct text folded;
	char digits[IDENTIFIER_NHS_DIGITS];
};

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

void
exclude_add(struct exclude *exclude, struct field value)
{
	value = settle(exclude, value);
	if (value.length != 0) /* blanks alone are nobody */
		digest_set_add(&exclude->people, value);
}

struct exclude *
exclude_load(const char *path, const char *column, bool broadly, struct fault *fault)
{
	struct exclude *exclude = xcalloc(1, sizeof *exclude);

	exclude->broadly = broadly;
	digest_set_init(&exclude->people);
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
	digest_set_release(&exclude->people);
	identity_release(&exclude->identity);
	text_release(&exclude->folded);
	explicit_bzero(exclude, sizeof *exclude);
	free(exclude);
}

size_t
exclude_count(const struct exclude *exclude)
{
	return exclude->people.count;
}

bool
exclude_holds(struct exclude *exclude, struct field value)
{
	value = settle(exclude, value);
	return value.length != 0 && digest_set_holds(&exclude->people, value);
}
