/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unasked: answers to questions that were not for their record. */
#include "unasked.h"

#include "../../lib/memory.h"

#include <inttypes.h>
#include <stdlib.h>

void
unasked_open(struct unasked *unasked, size_t items)
{
	unasked->items = xcalloc(items, sizeof unasked->items[0]);
	unasked->count = items;
}

void
unasked_release(struct unasked *unasked)
{
	free(unasked->items);
	*unasked = (struct unasked){ 0 };
}

void
unasked_note(struct unasked *unasked, const struct item *item, size_t index, struct field value)
{
	if (item_answer(item, value).kind == ANSWER_GIVEN)
		unasked->items[index].answers++;
}

uint64_t
unasked_answers(const struct unasked *unasked)
{
	uint64_t answers = 0;

	for (size_t i = 0; i < unasked->count; i++)
		answers += unasked->items[i].answers;
	return answers;
}

/* Whether the item's column was asked of somebody by any item: what stands there is an
 * answer to that one then. */
static bool
column_asked(const struct unasked *unasked, const struct instrument *instrument, size_t index)
{
	const char *column = instrument->items[index].column;

	for (size_t i = 0; i < unasked->count; i++)
		if (strcmp(instrument->items[i].column, column) == 0
		    && (unasked->items[i].asked || instrument->items[i].when.count == 0))
			return true;
	return false;
}

void
unasked_report(const struct unasked *unasked, const struct instrument *instrument)
{
	for (size_t i = 0; i < unasked->count; i++) {
		const struct unasked_item *item = &unasked->items[i];

		if (item->answers == 0 || column_asked(unasked, instrument, i))
			continue;
		diag_warning("no record is one that '%s' is for, but %" PRIu64
		             " answer it: look at its when, and whether the values are written so "
		             "in the data",
		    instrument->items[i].name, item->answers);
	}
}
