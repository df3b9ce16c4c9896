/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row: writes the header and one record for each group and measure. */
#include "row.h"

#include "../group/group_rule.h"
#include "../kind/kind.h"

#include <string.h>

#define SUPPRESSED     "*"
#define LOW_BASE       "[u]"
#define NOT_APPLICABLE "[z]"

static const char *const group_columns[] = { "unit", "period", NULL };
static const char *const figure_columns[] = { "measure", "kind", "records", "numerator",
	"denominator", "value", "lower95", "upper95", "lower998", "upper998", "method", NULL };

static bool
has(const char *const *names, const char *name)
{
	for (; *names != NULL; names++)
		if (strcmp(*names, name) == 0)
			return true;
	return false;
}

static bool
is_compared(const struct comparison *comparison, const char *name)
{
	struct buffer column = { 0 };
	bool found = false;

	for (size_t i = 0; !found && i < comparison->slot_count; i++) {
		buffer_clear(&column);
		compare_slot_name(comparison, i, &column);
		found = field_is((struct field){ column.data, column.length }, name);
	}
	buffer_release(&column);
	return found;
}

bool
row_check(const struct row_options *options, struct fault *fault)
{
	const struct filter_list *by = options->key->by_names;

	for (size_t i = options->key->by_measure; i < by->count; i++) {
		if (has(group_columns, by->values[i]) || has(figure_columns, by->values[i])
		    || is_compared(options->comparison, by->values[i]))
			return fault_set(fault,
			    "--by '%s' has the name of an output column: rename it first",
			    by->values[i]);
		for (size_t j = 0; j < i; j++)
			if (strcmp(by->values[i], by->values[j]) == 0)
				return fault_set(fault, "--by '%s' is given twice", by->values[i]);
	}
	return true;
}

static void
write_names(struct writer *writer, const char *const *names)
{
	for (; *names != NULL; names++)
		writer_text(writer, *names);
}

void
row_header(struct writer *writer, const struct row_options *options)
{
	const struct filter_list *by = options->key->by_names;
	struct buffer name = { 0 };

	write_names(writer, group_columns);
	for (size_t i = options->key->by_measure; i < by->count; i++)
		writer_text(writer, by->values[i]);
	write_names(writer, figure_columns);
	for (size_t i = 0; i < options->comparison->slot_count; i++) {
		if (!compare_is_column(options->comparison, i))
			continue;
		buffer_clear(&name);
		compare_slot_name(options->comparison, i, &name);
		writer_value(writer, (struct field){ name.data, name.length });
	}
	buffer_release(&name);
	writer_end(writer);
}

/* hidden: held back, whatever the rule says of it by itself. */
static void
write_count(struct writer *writer, const struct disclosure *rule, uint64_t count, bool hidden)
{
	if (!hidden && disclosure_shows(rule, count))
		figure_write(writer, (double)disclosure_count(rule, count), 0);
	else
		writer_text(writer, SUPPRESSED);
}

static const char *
symbol_of(const struct figure *figure)
{
	switch (figure->state) {
	case FIGURE_SUPPRESSED:
		return SUPPRESSED;
	case FIGURE_LOW_BASE:
		return LOW_BASE;
	case FIGURE_LABELLED:
		return figure->symbol.data;
	case FIGURE_SHOWN:
	case FIGURE_NONE:
		break;
	}
	return NOT_APPLICABLE;
}

/* The numerator or denominator.  A sum together with the exact mean would give the exact
 * denominator away, and beside those of other units the answers of a few. */
static void
write_part(struct writer *writer, const struct figure *figure, const struct figure_part *part,
    const struct disclosure *rule, bool hidden)
{
	switch (part->kind) {
	case FIGURE_NO_PART:
		writer_text(writer, NOT_APPLICABLE);
		break;
	case FIGURE_COUNT:
		write_count(writer, rule, (uint64_t)part->exact, hidden);
		break;
	case FIGURE_PUBLIC:
		figure_write(writer, part->exact, part->decimals);
		break;
	case FIGURE_SYMBOL:
		writer_text(writer, figure->symbols[part == &figure->denominator]);
		break;
	case FIGURE_SUM:
		if (figure->state == FIGURE_SUPPRESSED)
			writer_text(writer, SUPPRESSED);
		else if (disclosure_rounds(rule))
			writer_text(writer, NOT_APPLICABLE);
		else
			figure_write(writer, part->exact, part->decimals);
		break;
	}
}

static void
write_limits(struct writer *writer, const struct measure *measure, const struct figure *figure,
    const char *symbol)
{
	static const double confidences[] = { 0.95, 0.998 };

	for (size_t i = 0; i < sizeof(confidences) / sizeof(confidences[0]); i++) {
		struct interval limits;

		if (figure_limits(figure, measure, confidences[i], &limits)) {
			figure_write(writer, limits.lower, figure->decimals);
			figure_write(writer, limits.upper, figure->decimals);
		} else {
			writer_text(writer, symbol);
			writer_text(writer, symbol);
		}
	}
}

/* Every row names how its figures were made, joined by blanks. */
static void
write_method(struct writer *writer, const struct row_options *options, const struct group *group,
    const struct measure *measure, size_t index, const struct figure *figure)
{
	const struct kind *kind = measure->kind;
	struct buffer method = { 0 };

	buffer_append_text(&method,
	    kind->method_of != NULL && figure->state == FIGURE_SHOWN
	        ? kind->method_of(measure, figure)
	        : kind->method(measure));
	if (kind->record != KIND_RECORD_FIGURE
	    && disclosure_rounds(group_rule(group, options->rule)))
		buffer_append_text(&method, "_published");
	compare_method(options->comparison, group, index, &method);
	writer_value(writer, (struct field){ method.data, method.length });
	buffer_release(&method);
}

bool
row_write(struct writer *writer, const struct row_options *options, const struct group *group,
    const struct measures *measures, size_t index, const struct figure *figure)
{
	const struct measure *measure = &measures->items[index];
	const struct disclosure *rule = measure->kind->record == KIND_RECORD_FIGURE
	    ? &disclosure_exact
	    : group_rule(group, options->rule);
	const struct group_key *key = options->key;
	unsigned hidden = group->cells[index].hidden;
	const char *symbol = symbol_of(figure);
	struct field rest = group->by;
	struct field id = field_of(measure->id);

	writer_value(writer, key->unit_name != NULL ? group->unit : field_of("all"));
	writer_value(writer, key->period_name != NULL ? group->period : field_of("all"));
	if (key->by_measure)
		id = group_key_part(&rest);
	for (size_t i = key->by_measure; i < key->by_names->count; i++)
		writer_value(writer, group_key_part(&rest));
	writer_value(writer, id);
	writer_text(writer, measure->kind->name);
	write_count(writer, rule, figure->records, (hidden & CELL_RECORDS) != 0);
	write_part(writer, figure, &figure->numerator, rule, (hidden & CELL_NUMERATOR) != 0);
	write_part(writer, figure, &figure->denominator, rule, (hidden & CELL_DENOMINATOR) != 0);
	if (figure->state == FIGURE_SHOWN)
		figure_write(writer, figure->published, figure->decimals);
	else
		writer_text(writer, symbol);
	write_limits(writer, measure, figure, symbol);
	write_method(writer, options, group, measure, index, figure);
	compare_write(options->comparison, writer, group, index, figure, symbol);
	return writer_end(writer);
}
