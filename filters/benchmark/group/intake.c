/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intake: takes each record into its group, and accounts for every one. */
#include "intake.h"

#include "../../lib/memory.h"
#include "../cell/ratio_sum.h"
#include "../kind/kind.h"
#include "../measure/predicate.h"
#include "../peers/peer_list.h"

#include <inttypes.h>
#include <stdlib.h>

void
intake_init(struct intake *intake, const struct measures *measures, struct group_key *key)
{
	*intake = (struct intake){ .measures = measures, .key = key };
	intake->tallies = xcalloc(measures->count, sizeof(*intake->tallies));
	groups_init(&intake->groups, measures);
}

/* A value that cannot be used, by its place. */
static void
complain(struct intake *intake, struct filter *filter, size_t column, const char *what)
{
	const struct reader *reader = &filter->reader;
	struct field name = reader_column_name(reader, column);
	struct fault fault = { 0 };

	filter->status = STATUS_DATA_FAILED;
	if (intake->complaints++ >= INTAKE_COMPLAINTS_SHOWN)
		return;

	struct reader_place place = reader_place(reader, column);
	struct field value = reader_value(reader, column);
	int shown = filter->show_values && value.length < 200 ? (int)value.length : 0;

	fault_at(&fault, reader->name, (size_t)place.line, (size_t)place.column,
	    "'%.*s' is %s (record %" PRIu64 ")%s%.*s", (int)name.length, name.data, what,
	    reader->number, shown != 0 ? ": " : "", shown, value.data);
	diag_fault(&fault);
}

/* KIND_TAKEN: the record meets the measure's condition; KIND_OUTSIDE: it does not, or
 * nobody knows; else a value that the condition asks for cannot be used. */
static inline enum kind_taken
enter(const struct intake *intake, const struct measure *measure, const struct reader *reader,
    size_t *column)
{
	struct predicate_answer answer;

	if (intake->measures->column != NULL
	    && !field_is(reader_value(reader, intake->measures->column_field), measure->id))
		return KIND_OUTSIDE;
	if (measure->where == NULL)
		return KIND_TAKEN;
	answer = predicate_ask(measure->where, &intake->measures->missing, reader);
	*column = answer.field;
	if (answer.truth == PREDICATE_TRUE)
		return KIND_TAKEN;
	return answer.why > KIND_LABELLED ? answer.why : KIND_OUTSIDE;
}

/* Whether some measure wants the record. */
static bool
is_wanted(const struct intake *intake, const struct reader *reader)
{
	const struct measures *measures = intake->measures;

	size_t column;

	for (size_t i = 0; i < measures->count; i++)
		if (enter(intake, &measures->items[i], reader, &column) != KIND_OUTSIDE)
			return true;
	return false;
}

/* The record belongs to no group: why, counted. */
static void
leave_out(struct intake *intake, struct filter *filter, enum group_key_status status)
{
	if (status == GROUP_KEY_BAD_PERIOD) {
		filter->record.rejected++;
		complain(intake, filter, intake->key->period,
		    intake->key->cut
		        ? "not a date such as 2026-03-31, or a period too long to cut"
		        : "not a date or period such as 2026-03-31, 2026-03 or 2025/26");
		return;
	}
	if (status == GROUP_KEY_BAD_END) {
		filter->record.rejected++;
		complain(intake, filter, intake->key->end,
		    "not a date or period, or before the one of its first day");
		return;
	}
	filter->record.excluded++;
	if (status == GROUP_KEY_NO_UNIT)
		intake->no_unit++;
	else if (status == GROUP_KEY_NO_MEASURE)
		intake->no_measure++;
	else
		intake->no_period++;
}

/* What is said of a value that cannot be used. */
static const char *const refusals[] = {
	[KIND_TOO_LONG] = "a number of more than 17 digits before its point, so left out",
	[KIND_NOT_A_NUMBER] = "not a number, so left out",
	[KIND_NOT_A_COUNT] = "not a whole number from 0 on, so left out",
	[KIND_NEGATIVE] = "under 0, so left out",
	[KIND_BEYOND] = "more than its denominator, so left out",
	[KIND_NO_PEOPLE] = "0 where there are events, so left out",
	[KIND_NO_WEIGHT] = "a stratum that the standard does not have, so left out",
	[KIND_TWICE] = "of a second figure for its unit, period and measure, so left out",
	[KIND_UNEQUAL] = "another one than in a record of the stratum before, so left out",
};

/* Counts what became of an answer; a value that cannot be used is said. */
static void
count_taken(struct intake *intake, struct filter *filter, size_t index, enum kind_taken taken,
    size_t column)
{
	struct tally *tally = &intake->tallies[index];

	switch (taken) {
	case KIND_TAKEN:
		break;
	case KIND_OUTSIDE:
		tally->outside++;
		break;
	case KIND_MISSING:
		tally->missing++;
		break;
	case KIND_LABELLED:
		tally->labelled++;
		break;
	case KIND_TOO_LONG:
	case KIND_NOT_A_NUMBER:
	case KIND_NOT_A_COUNT:
	case KIND_NEGATIVE:
	case KIND_BEYOND:
	case KIND_NO_PEOPLE:
	case KIND_NO_WEIGHT:
	case KIND_TWICE:
	case KIND_UNEQUAL:
		tally->invalid++;
		complain(intake, filter, column, refusals[taken]);
		break;
	}
}

static void
take_answers(struct intake *intake, struct filter *filter, struct group *group)
{
	const struct measures *measures = intake->measures;
	const struct reader *reader = &filter->reader;

	for (size_t i = 0; i < measures->count; i++) {
		const struct measure *measure = &measures->items[i];
		size_t column = READER_NONE;
		enum kind_taken taken = enter(intake, measure, reader, &column);

		if (taken == KIND_TAKEN) {
			taken = measure->kind->take(
			    measure, &measures->missing, reader, &group->cells[i], &column);
			group->cells[i].records += taken != KIND_OUTSIDE;
		}
		if (taken >= KIND_TWICE)
			measure->kind->clash(&group->cells[i], NULL, &intake->tallies[i]);
		if (taken != KIND_TAKEN)
			count_taken(intake, filter, i, taken, column);
	}
}

bool
intake_take(struct intake *intake, struct filter *filter, struct fault *fault)
{
	struct field value;
	enum group_key_status status;

	if (intake->measures->conditional && !is_wanted(intake, &filter->reader)) {
		intake->outside++;
		filter->record.excluded++;
		return true;
	}
	status = group_key_take(intake->key, &filter->reader, &value);
	if (status != GROUP_KEY_FOUND) {
		leave_out(intake, filter, status);
		return true;
	}

	struct group *group = groups_take(&intake->groups, intake->key, value);

	if (group == NULL)
		return fault_set(fault,
		    "more than %zu groups of %zu measures: name fewer columns or measures, or a "
		    "longer period",
		    intake->groups.most, intake->measures->count);
	if (intake->peers != NULL && !peer_list_take(intake->peers, group, &filter->reader, fault))
		return false;
	group->records++;
	if (intake->key->change != NULL)
		++*(organisation_change_is_split(intake->key->change) ? &intake->split
		                                                      : &intake->joined);
	take_answers(intake, filter, group);
	return true;
}

static bool
refuse_overflow(const struct measure *measure, struct fault *fault)
{
	if (measure->kind->overflow != NULL)
		return fault_set(
		    fault, "the measure '%s' has %s", measure->id, measure->kind->overflow);
	return fault_set(fault, "a sum of the measure '%s' is too large to be exact", measure->id);
}

bool
intake_check(const struct intake *intake, bool control, struct fault *fault)
{
	unsigned lengths = intake->key->lengths;

	if (control && (lengths & (lengths - 1)) != 0)
		return fault_set(fault,
		    "'%s' has periods of several lengths, which make no control chart: "
		    "cut them to one, as in --period %s:month",
		    intake->key->period_name, intake->key->period_name);
	for (size_t g = 0; g < intake->groups.count; g++)
		for (size_t i = 0; i < intake->measures->count; i++)
			if (intake->measures->items[i].kind->overflows(
			        &intake->groups.all[g]->cells[i]))
				return refuse_overflow(&intake->measures->items[i], fault);
	return true;
}

void
intake_find_parts(const struct intake *intake, struct measures *measures)
{
	for (size_t i = 0; i < measures->count; i++)
		measures->items[i].part = measures->items[i].kind == &kind_ratio;
	for (size_t g = 0; g < intake->groups.count; g++)
		for (size_t i = 0; i < measures->count; i++) {
			struct measure *measure = &measures->items[i];
			const struct cell *cell = &intake->groups.all[g]->cells[i];

			if (measure->part && cell->ratio != NULL && cell->ratio->beyond != 0)
				measure->part = false;
		}
}

void
intake_settle(struct intake *intake, size_t measure, const struct figure *figure)
{
	struct tally *tally = &intake->tallies[measure];

	if (figure->state == FIGURE_SHOWN)
		tally->used += figure->answers;
	else
		tally->suppressed += figure->answers;
}

void
intake_release(struct intake *intake)
{
	groups_release(&intake->groups);
	free(intake->tallies);
}
