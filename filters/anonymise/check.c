/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * check: does the data, as it stands, meet the policy?  A gate before a release:
 * nothing is written, and nothing but counts and places is said.
 */
#include "options.h"
#include "work.h"

#include <inttypes.h>

/* A column that is kept is what the policy says, whatever stands in it; that an address
 * or a number of a person does is worth a word all the same. */
static bool
looks_identifying(struct work *work, size_t index)
{
	const struct field value = reader_value(&work->filter->reader, index);
	const struct redact_span *spans;
	size_t count;

	return work->columns.list[index].rule->action == ACTION_KEEP
	    && (!redact_spans(work->look, value, WORK_LOOK, &spans, &count) || count != 0);
}

static void
check_cells(struct work *work)
{
	struct columns *columns = &work->columns;
	const struct reader *reader = &work->filter->reader;

	for (size_t i = 0; i < columns->count; i++) {
		struct column *column = &columns->list[i];

		if (!columns_cell_settled(columns, reader, i))
			column_fails(column, reader, i, &column->counts.unsettled);
		else if (looks_identifying(work, i))
			column_fails(column, reader, i, &column->counts.identifying);
	}
}

static bool
add_to_classes(struct work *work, struct fault *fault)
{
	const struct privacy *privacy = &work->policy.privacy;
	const struct reader *reader = &work->filter->reader;
	struct field quasi[PRIVACY_COLUMNS_MAX];
	struct field sensitive[PRIVACY_COLUMNS_MAX];

	for (size_t i = 0; i < privacy->quasi_count; i++)
		quasi[i] = reader_value(reader, work->quasi[i]);
	for (size_t i = 0; i < privacy->sensitive_count; i++)
		sensitive[i] = reader_value(reader, work->sensitive[i]);
	return classes_add(work->classes, quasi, columns_person(&work->columns, reader), sensitive,
	    (struct field){ "", 0 }, fault);
}

/* The quasi-identifiers' names, for the message. */
static void
append_names(const struct privacy *privacy, struct buffer *out)
{
	for (size_t i = 0; i < privacy->quasi_count; i++)
		buffer_format(out, "%s%s", i == 0 ? "" : ", ", privacy->quasi[i]);
	buffer_append(out, "", 1);
}

static bool
judge_classes(struct work *work, struct fault *fault)
{
	const struct privacy *privacy = &work->policy.privacy;
	const struct classes_picture *picture;
	struct buffer names = { 0 };

	if (!classes_settle(work->classes, fault))
		return false;
	picture = classes_before(work->classes);
	append_names(privacy, &names);
	if (picture->short_of_k != 0)
		diag_error("%s: columns %s: classes of fewer than %u people: %" PRIu64
		           " of %" PRIu64 ", the smallest has %" PRIu64,
		    work->filter->reader.name, names.data, privacy->k, picture->short_of_k,
		    picture->classes, picture->smallest);
	for (size_t i = 0; i < privacy->sensitive_count; i++) {
		if (picture->sensitive_short_of_l[i] != 0)
			diag_error(
			    "%s: column '%s': classes with too little diversity (l): %" PRIu64
			    " of %" PRIu64,
			    work->filter->reader.name, privacy->sensitive[i].column,
			    picture->sensitive_short_of_l[i], picture->classes);
		if (picture->sensitive_short_of_t[i] != 0)
			diag_error("%s: column '%s': classes too far from the whole (t): %" PRIu64
			           " of %" PRIu64,
			    work->filter->reader.name, privacy->sensitive[i].column,
			    picture->sensitive_short_of_t[i], picture->classes);
	}
	buffer_release(&names);
	if (picture->failing != 0 && work->filter->status == STATUS_DONE)
		work->filter->status = STATUS_DATA_FAILED;
	return true;
}

bool
check_records(struct work *work, struct fault *fault)
{
	struct filter *filter = work->filter;

	while (work_next(work)) {
		check_cells(work);
		if (work->classes != NULL && !add_to_classes(work, fault))
			return false;
		filter->record.used++;
	}
	if (filter->status == STATUS_FAILED)
		return true;
	return work->classes == NULL || judge_classes(work, fault);
}
