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

bool
unasked_report(const struct unasked *unasked, const struct instrument *instrument)
{
	bool good = true;

	for (size_t i = 0; i < unasked->count; i++) {
		const struct unasked_item *item = &unasked->items[i];

		if (item->asked || item->answers == 0)
			continue;
		good = false;
		diag_warning("no record is one that '%s' is for, but %" PRIu64
		             " answer it: look at its when, and whether the values are written so "
		             "in the data",
		    instrument->items[i].name, item->answers);
	}
	return good;
}
