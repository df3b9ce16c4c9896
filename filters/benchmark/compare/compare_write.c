/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compare_write: which columns the comparisons fill, and how they are written. */
#include "compare.h"

#include "../../lib/decimal.h"
#include "../kind/kind.h"

#include <math.h>
#include <string.h>

/* Decimals of z, p, phi, ratios, unless the measure has more. */
#define STATISTIC_DECIMALS 4
#define SIGNIFICANT_DIGITS 6

#define NOT_APPLICABLE "[z]"

bool
compare_named(const char *list, uint32_t *asked, struct fault *fault)
{
	struct buffer names = { 0 };

	*asked = 0;
	for (const char *rest = list; rest != NULL;) {
		size_t length = strcspn(rest, ",");
		size_t i = 0;

		while (comparers[i] != NULL
		    && !field_is((struct field){ rest, length }, comparers[i]->name))
			i++;
		if (comparers[i] == NULL) {
			for (i = 0; comparers[i] != NULL; i++)
				buffer_format(
				    &names, "%s%s", i == 0 ? "" : ", ", comparers[i]->name);
			buffer_append(&names, "", 1);
			fault_set(fault, "--compare takes one or more of %s, with commas between",
			    names.data);
			buffer_release(&names);
			return false;
		}
		*asked |= UINT32_C(1) << i;
		rest = rest[length] == ',' ? rest + length + 1 : NULL;
	}
	return true;
}

bool
compare_asks(uint32_t asked, const struct comparer *comparer)
{
	for (size_t i = 0; comparers[i] != NULL; i++)
		if (comparers[i] == comparer)
			return (asked >> i & 1) != 0;
	return false;
}

bool
compare_goes_over(uint32_t asked, enum compare_over over)
{
	for (size_t i = 0; comparers[i] != NULL; i++)
		if ((asked >> i & 1) != 0 && comparers[i]->over == over)
			return true;
	return false;
}

static bool
writes(const struct comparer *comparer, enum compare_column column)
{
	for (const enum compare_column *at = comparer->columns; *at != COMPARE_COLUMNS; at++)
		if (*at == column)
			return true;
	return false;
}

/* One column of all comparers that write it: the first has the plain name. */
static void
lay_column(struct comparison *comparison, enum compare_column column, bool named)
{
	size_t first = COMPARE_NO_SLOT;

	for (size_t i = 0; comparers[i] != NULL; i++) {
		if ((comparison->options->asked >> i & 1) == 0 || !writes(comparers[i], column))
			continue;
		if (first != COMPARE_NO_SLOT && columns[column].common) {
			comparison->place[i][column] = first;
			continue;
		}
		if ((first != COMPARE_NO_SLOT) == named) {
			comparison->place[i][column] = comparison->slot_count;
			comparison->slots[comparison->slot_count++] =
			    (struct compare_slot){ column, i, named };
		}
		if (first == COMPARE_NO_SLOT)
			first = comparison->place[i][column];
	}
}

void
compare_lay(struct comparison *comparison, const struct compare_options *options,
    const struct disclosure *rule)
{
	*comparison = (struct comparison){ .options = options, .rule = rule };
	for (size_t i = 0; i < COMPARERS_MAX; i++)
		for (size_t c = 0; c < COMPARE_COLUMNS; c++)
			comparison->place[i][c] = COMPARE_NO_SLOT;
	for (size_t c = 0; c < COMPARE_COLUMNS; c++)
		lay_column(comparison, (enum compare_column)c, false);
	for (size_t c = 0; c < COMPARE_COLUMNS; c++)
		if (!columns[c].common)
			lay_column(comparison, (enum compare_column)c, true);
}

void
compare_slot_name(const struct comparison *comparison, size_t slot, struct buffer *name)
{
	const struct compare_slot *at = &comparison->slots[slot];

	if (at->named)
		buffer_format(name, "%s_", comparers[at->comparer]->name);
	buffer_append_text(name, columns[at->column].name);
}

/* What the comparer put for the cell, NaN where it did not. */
static double
number_at(
    const struct comparison *comparison, const struct group *group, size_t measure, size_t slot)
{
	size_t cell = group->index * comparison->measures->count + measure;

	return comparison->numbers[cell * comparison->slot_count + slot];
}

bool
compare_is_column(const struct comparison *comparison, size_t slot)
{
	return columns[comparison->slots[slot].column].form != COLUMN_AS_NOTE;
}

static void
append_note(
    const struct comparison *comparison, size_t comparer, double note, struct buffer *method)
{
	struct buffer text = { 0 };

	if (isnan(note))
		return;
	comparers[comparer]->word(comparison->options, COLUMN_METHOD, note, &text);
	buffer_append_text(method, " ");
	buffer_append(method, text.data, text.length);
	buffer_release(&text);
}

void
compare_method(const struct comparison *comparison, const struct group *group, size_t measure,
    struct buffer *method)
{
	for (size_t i = 0; comparers[i] != NULL; i++) {
		size_t slot = comparison->place[i][COLUMN_METHOD];

		if ((comparison->options->asked >> i & 1) != 0 && comparers[i]->method != NULL) {
			buffer_append_text(method, " ");
			comparers[i]->method(
			    comparison->options, &comparison->measures->items[measure], method);
		}
		if (slot != COMPARE_NO_SLOT)
			append_note(
			    comparison, i, number_at(comparison, group, measure, slot), method);
	}
}

static void
write_word(const struct comparison *comparison, struct writer *writer,
    const struct compare_slot *slot, double number)
{
	struct buffer text = { 0 };

	comparers[slot->comparer]->word(comparison->options, slot->column, number, &text);
	writer_value(
	    writer, text.length != 0 ? (struct field){ text.data, text.length } : field_of(""));
	buffer_release(&text);
}

/* A p, or the variance of a funnel of rates, may be far under 0.0001: as many digits as other
 * numbers have decimals. */
static unsigned
decimals_of_digits(double number, unsigned least)
{
	unsigned digits = least > SIGNIFICANT_DIGITS ? least : SIGNIFICANT_DIGITS;
	double decimals = number > 0 ? digits - ceil(log10(number)) : 0;

	if (decimals >= DECIMAL_SCALE_MAX)
		return DECIMAL_SCALE_MAX;
	return decimals > least ? (unsigned)decimals : least;
}

static void
write_slot(const struct comparison *comparison, struct writer *writer,
    const struct compare_slot *slot, double number, const struct figure *figure,
    const struct measure *measure)
{
	unsigned statistic =
	    measure->decimals > STATISTIC_DECIMALS ? measure->decimals : STATISTIC_DECIMALS;

	switch (columns[slot->column].form) {
	case COLUMN_AS_COUNT:
		figure_write(writer, number, 0);
		break;
	case COLUMN_AS_VALUE:
		figure_write(writer, number, figure->decimals);
		break;
	case COLUMN_AS_SUMMARY:
		/* published figures of one measure may have unlike decimals */
		figure_write(writer, number,
		    measure->kind == &kind_given && !measure->decimals_said ? statistic
		                                                            : figure->decimals);
		break;
	case COLUMN_AS_MEASURE:
		figure_write(writer, number, measure->decimals);
		break;
	case COLUMN_AS_STATISTIC:
		figure_write(writer, number, statistic);
		break;
	case COLUMN_AS_DIGITS:
		figure_write(writer, number, decimals_of_digits(number, statistic));
		break;
	case COLUMN_AS_PLACE:
		figure_write(writer, number, number > floor(number));
		break;
	case COLUMN_AS_NOTE:
		break;
	case COLUMN_AS_WORD:
		write_word(comparison, writer, slot, number);
		break;
	}
}

void
compare_write(const struct comparison *comparison, struct writer *writer, const struct group *group,
    size_t measure, const struct figure *figure, const char *symbol)
{
	for (size_t i = 0; i < comparison->slot_count; i++) {
		double number = number_at(comparison, group, measure, i);
		enum compare_column column = comparison->slots[i].column;

		if (!compare_is_column(comparison, i))
			continue;
		/* what all of the set share is no figure's own */
		if (isnan(number))
			writer_text(writer,
			    figure->state == FIGURE_SHOWN || columns[column].common ? NOT_APPLICABLE
			                                                            : symbol);
		else
			write_slot(comparison, writer, &comparison->slots[i], number, figure,
			    &comparison->measures->items[measure]);
	}
}
