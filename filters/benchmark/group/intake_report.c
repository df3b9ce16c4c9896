/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intake_report: what became of the records, in the run record and for the user. */
#include "../kind/kind.h"
#include "intake.h"

#include <inttypes.h>

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
	if (intake->complaints > INTAKE_COMPLAINTS_SHOWN)
		diag_error("%" PRIu64 " more values like these",
		    intake->complaints - INTAKE_COMPLAINTS_SHOWN);
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
