/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kind: what a column's values may be. */
#include "kind.h"

#include "../../lib/ascii.h"

#define DIGITS_MAX      15  /* what a spreadsheet keeps: more without a point are a name */
#define MISFITS_LEAST   10  /* a kind is not given up before */
#define MISFITS_GIVE_UP 20  /* and then past one of so many */
#define MISFITS_LET_BE  100 /* in the end one of so many */
#define DAYS_LEAST      10  /* fewer numbers may look like days by chance */

static uint64_t
bit(size_t kind)
{
	return (uint64_t)1 << kind;
}

void
kinds_init(struct kinds *kinds)
{
	*kinds = (struct kinds){ .possible = bit(KINDS) - 1 };
	for (size_t i = 0; i < FORMS; i++)
		if (forms[i].day_first)
			kinds->mixed |= bit(i);
}

/* Digits with a point perhaps; *whole: there is none. */
static bool
is_decimal(struct field value, size_t start, bool *whole)
{
	size_t points = 0;

	for (size_t i = start; i < value.length; i++) {
		if (value.data[i] == '.' && i > start && i + 1 < value.length)
			points++;
		else if (!ascii_is_digit(value.data[i]))
			return false;
	}
	*whole = points == 0;
	return points <= 1 && start < value.length;
}

/* A number that counts or measures.  *code: all digits, and yet none. */
static bool
is_number(struct field value, bool *whole, bool *code)
{
	bool plus = value.length != 0 && value.data[0] == '+';
	size_t start = plus || (value.length != 0 && value.data[0] == '-');

	if (!is_decimal(value, start, whole))
		return false;
	if (plus || (*whole && value.length - start > DIGITS_MAX)
	    || (value.data[start] == '0' && value.length > start + 1
	        && value.data[start + 1] != '.')) {
		*code = true;
		return false;
	}
	return true;
}

static bool
is_truth(struct field value)
{
	static const char *const words[] = { "true", "True", "TRUE", "false", "False", "FALSE" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (field_is(value, words[i]))
			return true;
	return false;
}

static void
judge(struct kinds *kinds, size_t kind, bool fits)
{
	if (fits || (kinds->possible & bit(kind)) == 0)
		return;
	kinds->misfits[kind]++;
	if (kinds->misfits[kind] > MISFITS_LEAST
	    && kinds->misfits[kind] > kinds->count / MISFITS_GIVE_UP)
		kinds->possible &= ~bit(kind);
}

static void
add_forms(struct kinds *kinds, struct field value)
{
	bool fits[FORMS] = { false };

	for (size_t i = 0; i < FORMS; i++) {
		/* the twin of a form that may be mixed is needed too */
		bool asked = ((kinds->possible | kinds->mixed) & bit(i)) != 0
		    || (i != 0 && (kinds->mixed & bit(i - 1)) != 0);

		fits[i] = asked && form_fits(&forms[i], value);
		judge(kinds, i, fits[i]);
	}
	for (size_t i = 0; i + 1 < FORMS; i++)
		if (!fits[i] && !fits[i + 1])
			kinds->mixed &= ~bit(i);
}

bool
kinds_add(struct kinds *kinds, struct field value)
{
	bool number = false;
	bool whole = false;

	kinds->count++;
	if (kinds->possible == 0 && kinds->mixed == 0)
		return false;
	if ((kinds->possible & (bit(KIND_INTEGER) | bit(KIND_NUMBER))) != 0) {
		number = is_number(field_trim(value), &whole, &kinds->code);
		if (kinds->code)
			kinds->possible &= ~(bit(KIND_INTEGER) | bit(KIND_NUMBER));
		judge(kinds, KIND_INTEGER, number && whole);
		judge(kinds, KIND_NUMBER, number);
	}
	judge(kinds, KIND_BOOLEAN, (kinds->possible & bit(KIND_BOOLEAN)) != 0 && is_truth(value));
	if (((kinds->possible & (bit(FORMS) - 1)) | kinds->mixed) != 0)
		add_forms(kinds, value);
	return number && (kinds->possible & bit(KIND_NUMBER)) != 0;
}

enum kind
kinds_choose(const struct kinds *kinds, uint64_t *misfits, bool *doubtful)
{
	size_t best = KIND_TEXT;

	*misfits = kinds->count / MISFITS_LET_BE;
	*doubtful = false;
	if (kinds->count == 0)
		return KIND_TEXT;
	for (size_t i = 0; i < KINDS; i++) {
		if ((kinds->possible & bit(i)) == 0 || kinds->misfits[i] > *misfits
		    || (best != KIND_TEXT && kinds->misfits[i] == *misfits)
		    || (i == FORM_DIGITS && kinds->count < DAYS_LEAST))
			continue;
		best = i;
		*misfits = kinds->misfits[i];
	}
	if (best == KIND_TEXT)
		*misfits = 0;
	else if (best < FORMS && forms[best].day_first)
		*doubtful =
		    (kinds->possible & bit(best + 1)) != 0 && kinds->misfits[best + 1] == *misfits;
	return (enum kind)best;
}

bool
kinds_mixed(const struct kinds *kinds)
{
	return kinds->count != 0 && kinds->mixed != 0;
}
