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

/* The answer to an item where it is no single byte, or where the item has a condition. */
static struct answer
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

/* Takes the answers of one byte, from item first on, up to an item that has another one; its
 * index.  All that the loop needs stands in registers, for it calls nothing. */
static __attribute__((noinline)) size_t
take_singles(struct intake *intake, size_t first, uint64_t *seen)
{
	const size_t count = intake->instrument->item_count;
	const struct item *item = &intake->instrument->items[first];
	const struct field *fields = intake->filter->reader.fields;
	const size_t *columns = intake->columns;
	struct answer *answers = intake->answers;
	uint64_t *running = intake->running;
	uint64_t total = running[first], all = *seen;
	size_t i;

	for (i = first; i < count && item->when.count == 0; i++, item++) {
		/* what is quoted has more than one byte */
		const struct item_single *single = item_single(item, fields[columns[i]]);

		if (single == NULL)
			break;
		answers[i] = single->answer;
		all |= single->adds;
		total += single->adds;
		running[i + 1] = total;
	}
	*seen = all;
	return i;
}

bool
intake_take(struct intake *intake)
{
	const struct instrument *instrument = intake->instrument;
	uint64_t seen = 0;

	for (size_t i = take_singles(intake, 0, &seen); i < instrument->item_count;
	     i = take_singles(intake, i + 1, &seen)) {
		uint64_t adds;

		intake->answers[i] = take_answer(intake, &instrument->items[i], i);
		adds = running_of(intake->answers[i]);
		seen |= adds;
		intake->running[i + 1] = intake->running[i] + adds;
	}
	return running_others(seen) == 0 || say_answers(intake);
}
