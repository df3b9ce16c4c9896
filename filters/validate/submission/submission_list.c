/* SPDX-License-Identifier: GPL-3.0-or-later */
/* submission: what became of each, told and listed. */
#include "submission_state.h"

#include "../../lib/date.h"
#include "../../lib/text.h"
#include "../finding/teller.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum outcome {
	OUTCOME_RECEIVED,
	OUTCOME_LATE,
	OUTCOME_MISSING,
	OUTCOME_REPLACED,
	OUTCOME_UNEXPECTED
};

static const char *const outcome_names[] = { "received", "late", "missing", "replaced",
	"unexpected" };

static int
compare_groups(const void *left, const void *right)
{
	const struct submission_group *a = *(const struct submission_group *const *)left;
	const struct submission_group *b = *(const struct submission_group *const *)right;
	int order = field_compare(submission_organisation(a), submission_organisation(b));

	return order != 0 ? order : field_compare(submission_period(a), submission_period(b));
}

/* The groups by organisation and period; the caller frees the list. */
static const struct submission_group **
sort_groups(const struct submissions *submissions)
{
	const struct submission_group **groups =
	    xcalloc(submissions->group_count + 1, sizeof(struct submission_group *));
	size_t count = 0;

	for (const struct submission_group *group = submissions->index; group != NULL;
	     group = group->hh.next)
		groups[count++] = group;
	qsort(groups, count, sizeof(struct submission_group *), compare_groups);
	return groups;
}

/* submission NULL: there is none. */
static enum outcome
outcome_of(const struct submissions *submissions, const struct submission_group *group,
    const struct submission *submission)
{
	if (submission == NULL)
		return OUTCOME_MISSING;
	if (submission != &submissions->list[submission_current(submissions, group)])
		return OUTCOME_REPLACED;
	if (submissions->expected != NULL && group->row == TABLE_NONE)
		return OUTCOME_UNEXPECTED;
	if (group->due != SUBMISSION_NO_DAY && submission->received != SUBMISSION_NO_DAY
	    && submission->received > group->due)
		return OUTCOME_LATE;
	return OUTCOME_RECEIVED;
}

/* What is done with one submission of a group, NULL for one that is missing. */
typedef void visit(const struct submissions *submissions, const struct submission_group *group,
    const struct submission *submission, void *context);

/* In the order of organisation, period and file. */
static void
visit_all(const struct submissions *submissions, visit *each, void *context)
{
	const struct submission_group **groups = sort_groups(submissions);
	const struct submission **chain = NULL;
	size_t room = 0;

	for (size_t i = 0; i < submissions->group_count; i++) {
		const struct submission_group *group = groups[i];
		size_t count = 0;

		if (group->last == SUBMISSION_NONE)
			each(submissions, group, NULL, context);
		for (size_t at = group->last; at != SUBMISSION_NONE;
		     at = submissions->list[at].earlier) {
			if (count == room) {
				room = room != 0 ? room * 2 : 16;
				chain = xreallocarray(chain, room, sizeof(struct submission *));
			}
			chain[count++] = &submissions->list[at];
		}
		while (count > 0)
			each(submissions, group, chain[--count], context);
	}
	free(chain);
	free(groups);
}

/* Where in the list of those expected. */
static void
append_line(struct buffer *out, const struct submissions *submissions, size_t row)
{
	const char *path = table_path(submissions->expected);
	const char *slash = strrchr(path, '/');

	buffer_format(out, "line %zu of %s", table_line(submissions->expected, row),
	    slash != NULL ? slash + 1 : path);
}

static void
append_records(struct buffer *out, uint64_t records)
{
	buffer_format(out, "%" PRIu64 " record%s", records, records == 1 ? "" : "s");
}

static void
tell_one(const struct submissions *submissions, const struct submission_group *group,
    const struct submission *submission, void *context)
{
	struct teller *teller = context;
	struct buffer *words = &teller->words;
	int64_t days;

	if (submission == NULL) {
		append_line(words, submissions, group->row);
		teller_tell(teller, FINDING_NOT_RECEIVED, FINDING_NO_FIELD, 1, NULL);
		return;
	}
	switch (outcome_of(submissions, group, submission)) {
	case OUTCOME_MISSING:
	case OUTCOME_RECEIVED:
		break;
	case OUTCOME_LATE:
		days = submission->received - group->due;
		append_line(words, submissions, group->row);
		buffer_format(words, ", %" PRId64 " day%s late", days, days == 1 ? "" : "s");
		teller_tell(teller, FINDING_LATE, FINDING_NO_FIELD, 1, submission->name);
		break;
	case OUTCOME_REPLACED:
		append_records(words, submission->records);
		buffer_format(words, ", replaced by %s",
		    submissions->list[submission_current(submissions, group)].name);
		teller_tell(teller, FINDING_REPLACED, FINDING_NO_FIELD, submission->records,
		    submission->name);
		break;
	case OUTCOME_UNEXPECTED:
		append_records(words, submission->records);
		teller_tell(teller, FINDING_NOT_EXPECTED, FINDING_NO_FIELD, 1, submission->name);
		break;
	}
}

void
submissions_report(const struct submissions *submissions, notice *notify, void *context)
{
	struct teller teller = { .tell = notify, .context = context };

	visit_all(submissions, tell_one, &teller);
	teller_release(&teller);
}

static void
write_day(struct writer *writer, int64_t days)
{
	char text[DATE_TEXT_MAX];
	size_t length = 0;

	if (days != SUBMISSION_NO_DAY)
		length = date_period_write(date_from_days(days), DATE_DAY, text);
	writer_value(writer, (struct field){ text, length });
}

static void
write_one(const struct submissions *submissions, const struct submission_group *group,
    const struct submission *submission, void *context)
{
	struct writer *writer = context;
	struct buffer name = { 0 };
	char number[24];

	snprintf(number, sizeof number, "%" PRIu64, submission != NULL ? submission->records : 0);
	writer_value(writer, submission_organisation(group));
	writer_value(writer, submission_period(group));
	writer_text(writer, outcome_names[outcome_of(submissions, group, submission)]);
	text_mend(&name, field_of(submission != NULL ? submission->name : ""));
	writer_value(writer, (struct field){ name.data, name.length });
	buffer_release(&name);
	writer_text(writer, number);
	write_day(writer, submission != NULL ? submission->received : SUBMISSION_NO_DAY);
	write_day(writer, group->due);
	writer_end(writer);
}

void
submissions_write(const struct submissions *submissions, struct writer *writer)
{
	static const char *const columns[] = { "organisation", "period", "status", "file",
		"records", "received", "due" };

	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		writer_text(writer, columns[i]);
	writer_end(writer);
	visit_all(submissions, write_one, writer);
}
