/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attack_read: takes the published rows, and what the rule says of each count. */
#include "../../lib/memory.h"

/* Before uthash.h, so that the table's own memory cannot fail quietly. */
#define uthash_malloc(size) xmalloc(size)

#include "../../lib/decimal.h"
#include "attack_table.h"

#include <stdlib.h>
#include <string.h>
#include <uthash.h>

struct attack_seen {
	UT_hash_handle hh;
	size_t row;
};

enum column {
	UNIT,
	PERIOD,
	MEASURE,
	KIND,
	RECORDS,
	NUMERATOR,
	DENOMINATOR,
	VALUE,
	METHOD,
	LIMITS,
	COLUMNS = LIMITS + 4
};

static const char *const names[COLUMNS] = { "unit", "period", "measure", "kind", "records",
	"numerator", "denominator", "value", "method", "lower95", "upper95", "lower998",
	"upper998" };

static bool
bind(struct attack_table *table, struct filter *filter, size_t *columns, struct fault *fault)
{
	const struct reader *reader = &filter->reader;
	bool first = table->first == NULL;
	size_t count;

	for (size_t i = 0; i < COLUMNS; i++)
		if (!reader_require(reader, names[i], &columns[i], fault))
			return false;
	if (columns[MEASURE] <= columns[PERIOD])
		return fault_at(fault, reader->name, 1, 0,
		    "is no output of benchmark: the period stands before the measure there");
	if (first)
		table->first = reader->name;
	count = columns[MEASURE] - columns[PERIOD] - 1;
	for (size_t i = 0; first && i < count; i++) {
		struct field name = reader_column_name(reader, columns[PERIOD] + 1 + i);

		table->by = xgrow(table->by, i, sizeof(char *));
		table->by[i] = xstrndup(name.data, name.length);
		table->by_count = i + 1;
	}
	for (size_t i = 0; count == table->by_count && i < count; i++)
		if (!field_is(reader_column_name(reader, columns[PERIOD] + 1 + i), table->by[i]))
			count = (size_t)-1;
	if (count != table->by_count)
		return fault_at(fault, reader->name, 1, 0,
		    "has other further columns than %s: attack editions of one output",
		    table->first);
	return true;
}

static struct field
take_key(const struct reader *reader, const size_t *columns, struct attack_row *row)
{
	struct buffer key = { 0 };
	struct field value = reader_value(reader, columns[UNIT]);
	char *data;
	size_t length;

	buffer_append(&key, value.data, value.length);
	row->unit = key.length;
	for (size_t i = columns[PERIOD]; i <= columns[MEASURE]; i++) {
		value = reader_value(reader, i);
		row->group = key.length;
		buffer_append(&key, "", 1);
		buffer_append(&key, value.data, value.length);
	}
	row->named = key.length;
	/* a measure typed twice has one name */
	value = reader_value(reader, columns[KIND]);
	buffer_append(&key, "", 1);
	buffer_append(&key, value.data, value.length);
	length = key.length;
	data = xmalloc(length);
	memcpy(data, key.data, length);
	buffer_release(&key);
	return (struct field){ data, length };
}

/* What stands for a count is one, or says why none does. */
static bool
check_counts(const struct reader *reader, const size_t *columns, struct fault *fault)
{
	struct field kind = reader_value(reader, columns[KIND]);

	for (size_t p = 0; p < ATTACK_PARTS; p++) {
		struct field value = reader_value(reader, columns[RECORDS + p]);
		int64_t number;

		if (!attack_is_counted(kind, (enum attack_part)p) || value.length == 0
		    || field_is_suppressed(value) || field_is_symbol(value)
		    || (field_to_integer(value, &number) && number >= 0 && number < ADDITIVE_MOST))
			continue;
		return fault_at(fault, reader->name, (size_t)reader->line, 0,
		    "'%s' is no count as benchmark writes it: attack the output as it was written",
		    names[RECORDS + p]);
	}
	return true;
}

static const struct measure *
measure_of(const struct measures *measures, struct field id)
{
	for (size_t i = 0; i < measures->count; i++)
		if (field_is(id, measures->items[i].id))
			return &measures->items[i];
	return NULL;
}

/* How the value comes from the counts, once these have their variables. */
static void
take_pair(struct attack_row *row, const struct reader *reader, const size_t *columns,
    const struct disclosure *rule)
{
	struct field method = reader_value(reader, columns[METHOD]);
	struct field kind = reader_value(reader, columns[KIND]);
	struct count_pair *pair = &row->pair;
	struct decimal decimal;

	if (row->counts[ATTACK_DENOMINATOR].state == ATTACK_NOTHING)
		return;
	pair->below = row->counts[ATTACK_DENOMINATOR].variable;
	pair->above = pair->below;
	pair->multiplier = row->measure != NULL ? row->measure->multiplier : 100;
	if (field_is(kind, "mean"))
		pair->kind = PAIR_MEAN;
	if (field_is(kind, "proportion") && row->counts[ATTACK_NUMERATOR].state != ATTACK_NOTHING) {
		pair->kind = PAIR_SHARE;
		pair->above = row->counts[ATTACK_NUMERATOR].variable;
	}
	/* a share that is made of published counts says no more than they do */
	if (decimal_parse(reader_value(reader, columns[VALUE]), &decimal) != DECIMAL_OK
	    || (pair->kind == PAIR_SHARE && disclosure_shares_published(rule)))
		return;
	pair->valued = true;
	pair->value = decimal_value(decimal);
	pair->decimals = decimal.scale;
	if (!field_is(method, "wilson")
	    && !(method.length > 7 && memcmp(method.data, "wilson ", 7) == 0))
		return;
	pair->limit_count = PAIR_LIMITS;
	for (size_t i = 0; i < PAIR_LIMITS; i++) {
		struct field limit = reader_value(reader, columns[LIMITS + i]);

		row->limits[i] = xstrndup(limit.data, limit.length);
	}
}

static bool
take_row(
    struct attack_table *table, struct filter *filter, const size_t *columns, struct fault *fault)
{
	const struct reader *reader = &filter->reader;
	const struct attack_options *options = table->options;
	struct attack_row row = { .input = filter->input, .line = reader->line };
	const struct attack_row *earlier = NULL;
	const struct disclosure *rule;
	struct attack_seen *seen;
	struct field kind;

	if (!check_counts(reader, columns, fault))
		return false;
	row.key = take_key(reader, columns, &row);
	HASH_FIND(hh, table->seen, row.key.data, row.key.length, seen);
	if (seen != NULL) {
		earlier = &table->rows[seen->row];
		if (earlier->input == row.input) {
			free((char *)row.key.data);
			return fault_at(fault, reader->name, (size_t)reader->line, 0,
			    "is a second line of its unit, period, measure and kind");
		}
	}
	row.national = options->national != NULL && field_is(attack_unit(&row), options->national);
	row.whole =
	    row.national || (options->total != NULL && field_is(attack_unit(&row), options->total));
	row.measure = measure_of(options->measures, attack_measure(&row));
	rule = disclosure_for(options->rule, row.whole, row.national);
	kind = reader_value(reader, columns[KIND]);
	for (size_t p = 0; p < ATTACK_PARTS; p++) {
		if (attack_is_counted(kind, (enum attack_part)p))
			row.counts[p] =
			    attack_count_of(reader_value(reader, columns[RECORDS + p]), rule);
		attack_take_variable(
		    table, &row.counts[p], earlier != NULL ? &earlier->counts[p] : NULL, rule);
	}
	take_pair(&row, reader, columns, rule);
	table->rows = xgrow(table->rows, table->count, sizeof(*table->rows));
	table->rows[table->count] = row;
	if (seen == NULL) {
		seen = xcalloc(1, sizeof(*seen));
		HASH_ADD_KEYPTR(hh, table->seen, row.key.data, row.key.length, seen);
	}
	seen->row = table->count++;
	return true;
}

bool
attack_read(struct attack_table *table, struct filter *filter, struct fault *fault)
{
	bool failed = false;

	do {
		size_t columns[COLUMNS];

		if (filter->reader.columns == 0)
			continue;
		if (!bind(table, filter, columns, fault))
			return false;
		while (filter_next(filter)) {
			filter->record.used++;
			if (!take_row(table, filter, columns, fault))
				return false;
		}
		if (filter->status == STATUS_FAILED)
			return true;
	} while (filter_next_input(filter, &failed, fault));
	/* the rows stay where they are now */
	for (size_t i = 0; i < table->count; i++)
		table->rows[i].pair.limits = table->rows[i].limits;
	return !failed;
}

void
attack_release(struct attack_table *table)
{
	struct attack_seen *seen = table->seen;

	/* frees the table, not what was in it, which stays linked */
	HASH_CLEAR(hh, table->seen);
	while (seen != NULL) {
		struct attack_seen *next = seen->hh.next;

		free(seen);
		seen = next;
	}
	for (size_t i = 0; i < table->count; i++) {
		free((char *)table->rows[i].key.data);
		for (size_t j = 0; j < PAIR_LIMITS; j++)
			free(table->rows[i].limits[j]);
	}
	for (size_t i = 0; i < table->by_count; i++)
		free(table->by[i]);
	free(table->by);
	free(table->rows);
	free(table->wide);
	free(table->sure);
	additive_release(&table->additive);
}
