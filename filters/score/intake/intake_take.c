/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intake_take: the answers of a record that is one line. */
#include "intake.h"

#include <inttypes.h>

bool
intake_applies(const struct intake *intake, size_t item)
{
	const struct when *when = &intake->instrument->items[item].when;

	for (size_t i = 0; i < when->count; i++)
		if (!when_holds(
		        &when->columns[i], intake_value(intake, intake->conditions[item][i])))
			return false;
	return true;
}

void
intake_refuse(struct intake *intake, size_t item, size_t column, uint64_t record)
{
	const struct filter *filter = intake->filter;
	const struct reader *reader = &filter->reader;
	struct reader_place place;
	struct fault what, where;
	struct field value;

	if (++intake->refused > INTAKE_MESSAGES_MAX)
		return;
	place = reader_place(reader, column);
	item_describe(&intake->instrument->items[item], intake->answers[item], &what);
	fault_at(&where, reader->name, place.line, place.column, "record %" PRIu64 ": %s", record,
	    what.message);
	value = reader_value(reader, column);
	if (intake->answers[item].kind == ANSWER_NOT_A_NUMBER)
		intake->nearly[near_find(&intake->near, &intake->instrument->items[item], value)]++;
	if (filter->show_values) {
		diag_warning("%s: '%.*s'", where.message, (int)value.length, value.data);
	} else {
		diag_warning("%s", where.message);
	}
}

/* The answer to an item where it is no single byte, or where the item has a condition.  Not
 * inlined, so that the loop below is short. */
static __attribute__((noinline)) struct answer
take_answer(struct intake *intake, const struct item *item, size_t index)
{
	const struct field value = reader_value(&intake->filter->reader, intake->columns[index]);

	if (item->when.count != 0) {
		if (!intake_applies(intake, index)) {
			unasked_note(&intake->unasked, item, index, value);
			return (struct answer){ 0, 0, ANSWER_NOT_APPLICABLE };
		}
		intake->unasked.items[index].asked = true;
	}
	return item_answer(item, value);
}

/* Says which answers are refused; false where there are any. */
static bool
say_answers(struct intake *intake)
{
	uint64_t refused = intake->refused;

	for (size_t i = 0; i < intake->instrument->item_count; i++)
		if ((intake->answers[i].kind & ANSWER_REFUSED) != 0)
			intake_refuse(intake, i, intake->columns[i], intake->filter->reader.number);
	intake->refused_records += intake->refused != refused;
	return intake->refused == refused;
}

/* All that the loop needs stands in variables, for what it stores might change what
 * pointers lead to. */
bool
intake_take(struct intake *intake)
{
	const struct item *items = intake->instrument->items;
	const struct field *fields = intake->filter->reader.fields;
	const size_t *columns = intake->columns;
	const size_t count = intake->instrument->item_count;
	struct answer *answers = intake->answers;
	uint64_t *running = intake->running;
	uint64_t total = 0, seen = 0;

	for (size_t i = 0; i < count; i++) {
		const struct item *item = &items[i];
		/* what is quoted has more than one byte */
		const struct item_single *single =
		    item->when.count == 0 ? item_single(item, fields[columns[i]]) : NULL;
		uint64_t one;

		if (single != NULL) {
			answers[i] = single->answer;
			one = single->adds;
		} else {
			answers[i] = take_answer(intake, item, i);
			one = running_of(answers[i]);
		}
		seen |= one;
		total += one;
		running[i + 1] = total;
	}
	return running_others(seen) == 0 || say_answers(intake);
}
