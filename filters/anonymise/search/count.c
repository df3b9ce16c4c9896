/* SPDX-License-Identifier: GPL-3.0-or-later */
/* count: what a table is like at certain levels. */
#include "count.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

/* A class of records that look alike. */
struct class
{
	uint32_t people;
	uint32_t records;
	uint32_t last; /* person counted */
};

static struct class *
count_classes(const struct rows *rows, const struct grouping *grouping)
{
	struct class *classes = xmalloc(grouping->count * sizeof *classes);

	for (size_t i = 0; i < grouping->count; i++)
		classes[i] = (struct class){ .last = ROWS_NOBODY };
	for (size_t row = 0; row < rows->count; row++) {
		struct class *class = &classes[grouping->groups[row]];
		uint32_t person = rows->person[row];

		/* the rows of a person stand together */
		if (person == ROWS_NOBODY)
			class->people += rows->people[row];
		else if (class->last != person) {
			class->people++;
			class->last = person;
		}
		class->records += rows->records[row];
	}
	for (size_t i = 0; i < grouping->count; i++)
		if (classes[i].people == 0)
			classes[i].people = 1; /* records of nobody alone */
	return classes;
}

void
node_counter_count(struct node_counter *counter, const struct rows *rows, const unsigned *levels,
    struct count *count)
{
	const struct privacy *privacy = counter->privacy;
	struct grouping_by by[PRIVACY_COLUMNS_MAX];
	struct class *classes;
	unsigned char *flaws;

	*count = (struct count){ 0 };
	rows_by(rows, counter->domains, levels, by);
	grouping_run(&counter->classes, rows->count, by, rows->columns);
	classes = count_classes(rows, &counter->classes);
	flaws = xcalloc(counter->classes.count, sizeof *flaws);
	for (size_t i = 0; i < rows->sensitive_count; i++)
		spread_judge(&counter->spreads[i], rows, i, counter->classes.groups,
		    counter->classes.count, &counter->pairs, flaws);
	for (size_t i = 0; i < counter->classes.count; i++) {
		bool surely = classes[i].people < privacy->k || (flaws[i] & SPREAD_FEW) != 0;
		bool suppressed = surely || flaws[i] != 0;

		metrics_add(&count->metrics, classes[i].records, suppressed);
		if (surely)
			count->surely += classes[i].records;
		if (!suppressed && (count->smallest == 0 || classes[i].people < count->smallest))
			count->smallest = classes[i].people;
	}
	count->suppressed = count->metrics.suppressed;
	count->classes = counter->classes.count;
	free(classes);
	free(flaws);
}

void
node_counter_release(struct node_counter *counter)
{
	grouping_release(&counter->classes);
	grouping_release(&counter->pairs);
}
