/* SPDX-License-Identifier: GPL-3.0-or-later */
/* identifier: what identifies people in a text, and check digits. */
#include "identifier.h"

const char *const entity_names[ENTITIES + 1] = { "email", "phone", "postcode", "nhs-number", "name",
	"own", "nino", "url", "date", "passport", "driving-licence", "social-work-england", "nmc",
	"gmc", "hcpc", "vehicle", "other", NULL };

size_t
identifier_digits(struct field text, char *out, size_t room)
{
	size_t count = 0;

	for (size_t i = 0; i < text.length; i++)
		if (text.data[i] >= '0' && text.data[i] <= '9') {
			if (count < room)
				out[count] = text.data[i];
			count++;
		}
	return count;
}

bool
identifier_nhs_number(const char digits[IDENTIFIER_NHS_DIGITS])
{
	unsigned sum = 0;

	for (unsigned i = 0; i < IDENTIFIER_NHS_DIGITS - 1; i++)
		sum += (unsigned)(digits[i] - '0') * (10 - i);
	/* a remainder of 1 would ask for a check digit of 10, which no digit is */
	return (11 - sum % 11) % 11 == (unsigned)(digits[IDENTIFIER_NHS_DIGITS - 1] - '0');
}

static bool
is_mark(char byte)
{
	return byte == ' ' || byte == '-';
}

/* 3, 3 and 4 digits with one mark between them. */
static bool
is_grouped(struct field value)
{
	return value.length == IDENTIFIER_NHS_DIGITS + 2 && is_mark(value.data[3])
	    && is_mark(value.data[7]);
}

bool
identifier_ten_digits(struct field value, char digits[IDENTIFIER_NHS_DIGITS])
{
	if (value.length < IDENTIFIER_NHS_DIGITS)
		return false;
	for (size_t i = 0; i < value.length; i++)
		if ((value.data[i] < '0' || value.data[i] > '9') && !is_mark(value.data[i]))
			return false;
	return identifier_digits(value, digits, IDENTIFIER_NHS_DIGITS) == IDENTIFIER_NHS_DIGITS
	    && (identifier_nhs_number(digits) || is_grouped(value));
}
