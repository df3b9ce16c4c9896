/* SPDX-License-Identifier: GPL-3.0-or-later */
/* identifier: structured identifiers in text: their shapes and check digits. */
#include "identifier.h"

const char *const entity_names[ENTITIES + 1] = { "email", "phone", "postcode", "nhs-number", "name",
	"own", "nino", "url", "date", "passport", "driving-licence", "social-work-england", "nmc",
	"gmc", "hcpc", "vehicle", NULL };

/* The ASCII digits of a text; returns how many there are, of which the first
 * room are written. */
static size_t
digits_of(struct field text, char *out, size_t room)
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
	return digits_of(value, digits, IDENTIFIER_NHS_DIGITS) == IDENTIFIER_NHS_DIGITS
	    && (identifier_nhs_number(digits) || is_grouped(value));
}

static bool
is_nhs_number(struct field candidate)
{
	char digits[IDENTIFIER_NHS_DIGITS];

	return digits_of(candidate, digits, sizeof digits) == sizeof digits
	    && identifier_nhs_number(digits);
}

bool
identifier_helpline(struct field text)
{
	static const char *const helplines[] = { "116123", "08001111", "85258", "111", "999" };
	char digits[8];
	size_t count = digits_of(text, digits, sizeof digits);

	for (size_t i = 0; i < sizeof helplines / sizeof *helplines; i++)
		if (count <= sizeof digits
		    && field_is((struct field){ digits, count }, helplines[i]))
			return true;
	return false;
}

static bool
is_no_helpline(struct field candidate)
{
	return !identifier_helpline(candidate);
}

bool
identifier_pseudo_postcode(struct field text)
{
	return text.length >= 4 && (text.data[0] | ' ') == 'z' && (text.data[1] | ' ') == 'z'
	    && text.data[2] == '9' && text.data[3] == '9';
}

static bool
is_no_pseudo_postcode(struct field candidate)
{
	return !identifier_pseudo_postcode(candidate);
}

/* What may stand between digits: one mark (a blank of any kind, a line break, a
 * full stop or a hyphen of any kind), or all that people write there. */
#define GAP             "[\\s\\h.\\-\\x{2010}-\\x{2015}]?"
#define WIDE            "[\\s\\h.\\-/_()\\x{2010}-\\x{2015}]{0,3}"
#define BLANK           "[\\s\\h]"
#define NO_ALNUM_BEFORE "(?<![\\p{L}\\p{N}])"
#define NO_ALNUM_AFTER  "(?![\\p{L}\\p{N}])"
#define NO_DIGIT_BEFORE "(?<![0-9])"
#define NO_DIGIT_AFTER  "(?![0-9])"
/* A number that was typed with a digit too many is one still. */
#define NUMBER_ENDS "[0-9]{0,2}" NO_DIGIT_AFTER
/* A day and its month: the ten digits of a date and an hour are no number. */
#define NO_DATE                                                                                    \
	"(?!(?:[12][0-9]{3}[.\\-/][01]?[0-9][.\\-/][0-3]?[0-9]"                                    \
	"|[0-3]?[0-9][.\\-/][01]?[0-9][.\\-/](?:[0-9]{2}|[0-9]{4}))" NO_DIGIT_AFTER ")"

/* Words between the name of a number and the number. */
#define FILLER "(?:[\\s\\h:.#\\-(=]|number|no|num|code|is|was|of)*+"

const struct identifier identifiers[] = {
	{
	    .entity = ENTITY_EMAIL,
	    .at = true,
	    .pattern = "(?:(?<![\\p{L}\\p{N}\\p{M}._%+'&#~=\\-])[\\p{L}\\p{N}\\p{M}._%+'&#~=\\-]++"
	               "|\"[^\"@]{1,64}\")\\h?@\\h?"
	               "(?:[\\p{L}\\p{N}\\p{M}_\\-]++\\.)+\\p{L}[\\p{L}\\p{N}\\p{M}\\-]*[\\p{L}\\p{"
	               "N}\\p{M}]",
	},
	/* +44, 0044, 44; (0) and brackets; then 9 or 10 digits */
	{
	    .entity = ENTITY_PHONE,
	    .digits = 11,
	    .pattern = NO_DIGIT_BEFORE "(?:\\+\\h?44|0044|44(?=\\h?\\(?0?\\)?\\h?7))" WIDE
	                               "(?:0" WIDE ")?[1-9](?:" WIDE "[0-9]){8,9}" NUMBER_ENDS,
	},
	/* any other country: a plus sign and 7 to 15 digits (ITU E.164) */
	{
	    .entity = ENTITY_PHONE,
	    .digits = 7,
	    .pattern = "\\+\\h?\\(?[0-9](?:" WIDE "[0-9]){6,14}" NO_DIGIT_AFTER,
	},
	/* national: 0 and 9 or 10 digits; written with marks it begins neither as a
	 * date nor within one */
	{
	    .entity = ENTITY_PHONE,
	    .digits = 10,
	    .pattern = NO_DIGIT_BEFORE
	    "(?:0[0-9]{9,10}|(?<!\\b[0-9][.\\-/])(?<!\\b[0-9]{2}[.\\-/])"
	    "(?<!\\b[12][0-9]{3}[.\\-/])\\(?0(?!800" GAP "1111" NO_DIGIT_AFTER ")"
	    "(?![0-9]?[.\\-/][0-9]{1,2}[.\\-/](?:[0-9]{2}|[0-9]{4})" NO_DIGIT_AFTER ")"
	    "(?:" WIDE "[0-9]){9,10})" NUMBER_ENDS,
	},
	/* a mobile without its zero; the shape that North America writes */
	{
	    .entity = ENTITY_PHONE,
	    .digits = 10,
	    .pattern = NO_DIGIT_BEFORE
	    "(?:7[0-9]{3}" GAP "[0-9]{3}" GAP "[0-9]{3}"
	    "|(?:\\([0-9]{3}\\)\\h?|[0-9]{3}[.\\-])[0-9]{3}[.\\-][0-9]{4})" NO_DIGIT_AFTER,
	},
	/* a local number, where a word says so */
	{
	    .entity = ENTITY_PHONE,
	    .digits = 6,
	    .group = 1,
	    .pattern = "(?i)" NO_ALNUM_BEFORE
	               "(?:tel|telephone|phone|mobile|mob|fax|ring|rang|call|text|ext|extension)"
	               "(?!\\p{L})[^0-9]{0,24}([0-9]{3,4}" GAP "[0-9]{3,4})" NO_DIGIT_AFTER,
	    .accept = is_no_helpline,
	},
	/* six shapes; no Q V X first, no I J Z second, no C I K M O V inward */
	{
	    .entity = ENTITY_POSTCODE,
	    .digits = 1,
	    .pattern = "(?i)" NO_ALNUM_BEFORE "(?:GIR" GAP "0AA|BFPO" GAP "[0-9]{1,4}"
	               "|(?:[A-PR-UWYZ](?:[0-9]{1,2}|[0-9][A-Z])"
	               "|[A-PR-UWYZ][A-HK-Y](?:[0-9]{1,2}|[0-9][A-Z]))"
	               "[\\s\\h.\\-/_]{0,3}[0-9][ABD-HJLNP-UW-Z]{2})" NO_ALNUM_AFTER,
	    .accept = is_no_pseudo_postcode,
	},
	/* the shape alone, where the word says so */
	{
	    .entity = ENTITY_POSTCODE,
	    .digits = 2,
	    .group = 1,
	    .pattern = "(?i)" NO_ALNUM_BEFORE "post" GAP "code" FILLER
	               "([A-Z]{1,2}[0-9][0-9A-Z]?[\\s\\h.\\-]{0,3}[0-9][A-Z]{2})" NO_ALNUM_AFTER,
	    .accept = is_no_pseudo_postcode,
	},
	{
	    .entity = ENTITY_NHS_NUMBER,
	    .digits = IDENTIFIER_NHS_DIGITS,
	    .pattern = NO_DIGIT_BEFORE NO_DATE "[0-9](?:" WIDE "[0-9]){9}" NO_DIGIT_AFTER,
	    .accept = is_nhs_number,
	},
	/* 9 to 11 digits, where a word says so: the check digit may be mistyped */
	{
	    .entity = ENTITY_NHS_NUMBER,
	    .digits = 9,
	    .group = 1,
	    .pattern = "(?i)" NO_ALNUM_BEFORE "(?:nhs|chi|h" BLANK "?&" BLANK
	               "?c|hcn|hospital|patient)" FILLER NO_DATE "([0-9](?:" WIDE
	               "[0-9]){8,10})" NO_DIGIT_AFTER,
	},
};

const size_t identifier_count = sizeof identifiers / sizeof *identifiers;
