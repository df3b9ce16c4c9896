/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intake: takes each record into its group, and accounts for every one. */
#include "intake.h"

#include "../../lib/memory.h"
#include "../cell/ratio_sum.h"
#include "../kind/kind.h"
#include "../measure/predicate.h"
#include "../peers/peer_list.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* More messages of a kind than anybody reads are counted only. */
#define COMPLAINTS_SHOWN 20

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
	if (intake->complaints++ >= COMPLAINTS_SHOWN)
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
		    intake->key->cut ? "not a date such as 2026-03-31, or a period too long to cut"
		                     : "not a date or period");
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

static void
count_for(struct filter *filter, const char *id, const char *what, uint64_t count)
{
	struct buffer name = { 0 };

	buffer_format(&name, "%s: %s", id, what);
	buffer_append(&name, "", 1);
	runrecord_count(&filter->record, name.data, count);
	buffer_release(&name);
}

static void
warn_excluded(const struct intake *intake, const struct filter *filter)
{
	const struct group_key *key = intake->key;

	if (intake->no_unit != 0)
		diag_warning("%" PRIu64 " of %" PRIu64 " records excluded: no '%s'",
		    intake->no_unit, filter->record.in, key->unit_name);
	if (intake->no_period != 0)
		diag_warning("%" PRIu64 " of %" PRIu64 " records excluded: no '%s'%s%s%s",
		    intake->no_period, filter->record.in, key->period_name,
		    key->end_name != NULL ? " or no '" : "",
		    key->end_name != NULL ? key->end_name : "", key->end_name != NULL ? "'" : "");
	if (intake->no_measure != 0)
		diag_warning("%" PRIu64 " of %" PRIu64 " records excluded: no '%s'",
		    intake->no_measure, filter->record.in, key->by_names->values[0]);
	if (intake->outside != 0)
		diag_warning("%" PRIu64 " of %" PRIu64
		             " records excluded: outside of every measure's condition",
		    intake->outside, filter->record.in);
	if (intake->complaints > COMPLAINTS_SHOWN)
		diag_error(
		    "%" PRIu64 " more values like these", intake->complaints - COMPLAINTS_SHOWN);
}

/* A value that the data writes otherwise would go unseen: its figures look like
 * any that are held back. */
static void
warn_unseen(const struct intake *intake, const struct filter *filter, size_t i)
{
	const struct measure *measure = &intake->measures->items[i];
	uint64_t taken = filter->record.in - filter->record.excluded - filter->record.rejected;
	uint64_t answers = 0, found = 0;

	for (size_t g = 0; g < intake->groups.count; g++) {
		answers += intake->groups.all[g]->cells[i].count;
		found += intake->groups.all[g]->cells[i].sum;
	}
	if (taken != 0 && intake->tallies[i].outside == taken)
		diag_warning("measure '%s': no record meets its condition; are its values "
		             "written as in the data?",
		    measure->id);
	/* a configuration may well ask for what is rare */
	else if (measure->typed && measure->kind == &kind_proportion && answers != 0 && found == 0)
		diag_warning("measure '%s': no record has one of its values; are they written "
		             "as in the data?",
		    measure->id);
}

static void
report_changes(const struct intake *intake, struct filter *filter)
{
	if (intake->joined != 0)
		diag_warning("%" PRIu64 " of %" PRIu64
		             " records count as those of the organisation that followed theirs "
		             "(--changes)",
		    intake->joined, filter->record.in);
	if (intake->split != 0)
		diag_warning("%" PRIu64 " of %" PRIu64
		             " records are of an organisation that was split (--changes): they "
		             "stay under its old code, since their part is not known",
		    intake->split, filter->record.in);
	runrecord_count(&filter->record, "changes: joined", intake->joined);
	runrecord_count(&filter->record, "changes: split", intake->split);
}

void
intake_report(const struct intake *intake, struct filter *filter)
{
	uint64_t nowhere = filter->record.excluded + filter->record.rejected;

	warn_excluded(intake, filter);
	if (intake->key->changes != NULL)
		report_changes(intake, filter);
	runrecord_count(&filter->record, "groups", intake->groups.count);
	runrecord_count(&filter->record, "excluded: no unit", intake->no_unit);
	runrecord_count(&filter->record, "excluded: no period", intake->no_period);
	if (intake->key->by_measure)
		runrecord_count(&filter->record, "excluded: no measure", intake->no_measure);
	runrecord_count(&filter->record, "excluded: outside of every measure", intake->outside);
	for (size_t i = 0; i < intake->measures->count; i++) {
		const char *id = intake->measures->items[i].id;
		const struct tally *tally = &intake->tallies[i];

		if (!intake->partial)
			warn_unseen(intake, filter, i);
		count_for(filter, id, "used", tally->used);
		count_for(filter, id, "suppressed", tally->suppressed);
		count_for(filter, id, "missing", tally->missing);
		count_for(filter, id, "labelled", tally->labelled);
		count_for(filter, id, "rejected", tally->invalid);
		count_for(filter, id, "excluded", tally->outside + nowhere);
	}
}

void
intake_release(struct intake *intake)
{
	groups_release(&intake->groups);
	free(intake->tallies);
}
