/* SPDX-License-Identifier: GPL-3.0-or-later */
/* standard: a standard population from a file. */
#include "standard.h"

#include "../../lib/memory.h"
#include "../../lib/table.h"

#include <stdlib.h>

struct standard {
	struct table *table;
	struct decimal *weights; /* one for each row */
};

static bool
read_weights(struct standard *standard, struct fault *fault)
{
	const struct table *table = standard->table;
	size_t stratum, weight;
	bool some = false;

	if (!table_require(table, "stratum", &stratum, fault)
	    || !table_require(table, "weight", &weight, fault)
	    || !table_index(standard->table, stratum, fault))
		return false;
	standard->weights = xcalloc(table_rows(table) + 1, sizeof(*standard->weights));
	for (size_t row = 0; row < table_rows(table); row++) {
		struct decimal *number = &standard->weights[row];

		if (table_cell(table, row, stratum).length == 0)
			return fault_at(fault, table_path(table), table_line(table, row), 0,
			    "a weight has no stratum");
		if (decimal_parse(table_cell(table, row, weight), number) != DECIMAL_OK
		    || number->digits < 0)
			return fault_at(fault, table_path(table), table_line(table, row), 0,
			    "'weight' is not a number from 0 on");
		some = some || number->digits != 0;
	}
	return some
	    || fault_at(fault, table_path(table), 1, 0,
	        "no stratum has a weight: a standard population has people");
}

struct standard *
standard_read(const char *path, struct fault *fault)
{
	struct standard *standard = xcalloc(1, sizeof(*standard));

	standard->table = table_load(path, fault);
	if (standard->table != NULL && read_weights(standard, fault))
		return standard;
	standard_free(standard);
	return NULL;
}

void
standard_free(struct standard *standard)
{
	if (standard == NULL)
		return;
	if (standard->table != NULL)
		table_free(standard->table);
	free(standard->weights);
	free(standard);
}

const char *
standard_path(const struct standard *standard)
{
	return table_path(standard->table);
}

size_t
standard_count(const struct standard *standard)
{
	return table_rows(standard->table);
}

bool
standard_find(const struct standard *standard, struct field stratum, struct decimal *weight)
{
	size_t row = table_find(standard->table, stratum);

	if (row == TABLE_NONE)
		return false;
	*weight = standard->weights[row];
	return true;
}
