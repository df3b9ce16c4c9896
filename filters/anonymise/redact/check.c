/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check: what a rule asks of a candidate besides its shape. */
#include "check.h"

#include "../../lib/memory.h"
#include "../../lib/table.h"
#include "identifier.h"

#include <stdlib.h>

struct check_lists {
	struct table *helplines; /* indexed by number */
};

static const char *const helplines[] = {
#include "filters/anonymise/redact/helplines.inc"
};

struct check_lists *
check_lists_new(struct fault *fault)
{
	struct check_lists *lists = xcalloc(1, sizeof *lists);
	size_t column;

	lists->helplines =
	    table_embedded("helplines.csv", helplines, sizeof helplines / sizeof *helplines, fault);
	if (lists->helplines == NULL || !table_require(lists->helplines, "number", &column, fault)
	    || !table_index(lists->helplines, column, fault)) {
		check_lists_free(lists);
		return NULL;
	}
	return lists;
}

void
check_lists_free(struct check_lists *lists)
{
	if (lists == NULL)
		return;
	table_free(lists->helplines);
	free(lists);
}

bool
check_helpline(const struct check_lists *lists, struct field text)
{
	char digits[16];
	size_t count = identifier_digits(text, digits, sizeof digits);
	char *number = digits;

	if (count > sizeof digits)
		return false;
	/* +44 300 is 0300; 44 (0) too */
	if (count > 10 && digits[0] == '4' && digits[1] == '4') {
		number = digits + (digits[2] == '0' ? 2 : 1);
		count -= (size_t)(number - digits);
		number[0] = '0';
	}
	return table_find(lists->helplines, (struct field){ number, count }) != TABLE_NONE;
}

bool
check_pseudo_postcode(struct field text)
{
	return text.length >= 4 && (text.data[0] | ' ') == 'z' && (text.data[1] | ' ') == 'z'
	    && text.data[2] == '9' && text.data[3] == '9';
}

static bool
is_nhs_number(const struct check_lists *lists, struct field candidate)
{
	char digits[IDENTIFIER_NHS_DIGITS];

	(void)lists;
	return identifier_digits(candidate, digits, sizeof digits) == sizeof digits
	    && identifier_nhs_number(digits);
}

static bool
is_no_helpline(const struct check_lists *lists, struct field candidate)
{
	return !check_helpline(lists, candidate);
}

static bool
is_no_pseudo_postcode(const struct check_lists *lists, struct field candidate)
{
	(void)lists;
	return !check_pseudo_postcode(candidate);
}

static const struct {
	const char *name;
	check_function *function;
} checks[] = {
	{ "nhs-number", is_nhs_number },
	{ "not-helpline", is_no_helpline },
	{ "not-pseudo-postcode", is_no_pseudo_postcode },
};

check_function *
check_named(struct field name)
{
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
		if (field_is(name, checks[i].name))
			return checks[i].function;
	return NULL;
}

const char *
check_names(void)
{
	return "nhs-number, not-helpline, not-pseudo-postcode";
}
