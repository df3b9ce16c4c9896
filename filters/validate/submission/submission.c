/* SPDX-License-Identifier: GPL-3.0-or-later */
/* submission: the schema's rule, and the two passes. */
#include "submission_state.h"

#include "../../lib/date.h"
#include "../../lib/text.h"

#include <stdlib.h>

/* A field of the schema; its values are shown in the list of submissions. */
static bool
load_field(const struct submissions *submissions, const struct config_node *rule, const char *key,
    size_t *field, struct fault *fault)
{
	struct config_node node = config_member(rule, key);

	if (!schema_find(submissions->schema, &node, field, fault))
		return false;
	return !submissions->schema->fields[*field].sensitive
	    || config_fault(
	        &node, fault, "the field is sensitive, and the list of submissions shows it");
}

static bool
load_in_name(struct submissions *submissions, const struct config_node *node, struct fault *fault)
{
	const char *source = NULL;
	struct fault wrong;

	if (!config_text(node, &source, fault))
		return false;
	if (source == NULL)
		return true;
	if (submissions->received != FINDING_NO_FIELD)
		return config_fault(
		    node, fault, "received stands beside it: one of the two says the day");
	submissions->in_name = pattern_new(field_of(source), 0, &wrong);
	if (submissions->in_name == NULL)
		return config_fault(node, fault, "%s", wrong.message);
	return pattern_group_count(submissions->in_name) == 1
	    || config_fault(node, fault,
	        "exactly one group in round brackets is expected: the date in the file's name");
}

static bool
load_rule(struct submissions *submissions, struct fault *fault)
{
	static const char *const keys[] = { "organisation", "period", "received", "receivedInName",
		NULL };
	struct config_node rule = schema_extension(submissions->schema, "submissions");
	struct config_node received = config_member(&rule, "received");
	struct config_node in_name = config_member(&rule, "receivedInName");
	enum type_kind kind;

	if (!config_present(&rule))
		return true;
	submissions->present = true;
	if (!config_only(&rule, keys, fault)
	    || !load_field(submissions, &rule, keys[0], &submissions->organisation, fault)
	    || !load_field(submissions, &rule, keys[1], &submissions->period, fault))
		return false;
	if (submissions->organisation == submissions->period)
		return config_fault(&rule, fault, "organisation and period are the same field");
	if (config_present(&received)) {
		if (!load_field(submissions, &rule, keys[2], &submissions->received, fault))
			return false;
		kind = submissions->schema->fields[submissions->received].type.kind;
		if (kind != TYPE_DATE && kind != TYPE_DATETIME)
			return config_fault(
			    &received, fault, "a field of type date or datetime is expected");
	}
	return load_in_name(submissions, &in_name, fault);
}

bool
submissions_open(struct submissions *submissions, const struct schema *schema,
    const char *expected_path, struct fault *fault)
{
	*submissions = (struct submissions){ .schema = schema, .received = FINDING_NO_FIELD };
	if (!load_rule(submissions, fault))
		return false;
	if (expected_path == NULL)
		return true;
	if (!submissions->present)
		return fault_set(fault,
		    "%s: at /mhsw/submissions: is missing: what is expected cannot be told apart",
		    schema->file.path);
	return submission_expect(submissions, expected_path, fault);
}

void
submissions_close(struct submissions *submissions)
{
	struct submission_group *group = submissions->index;
	struct submission_group *next;

	HASH_CLEAR(hh, submissions->index);
	for (; group != NULL; group = next) {
		next = group->hh.next;
		free(group);
	}
	free(submissions->list);
	pattern_free(submissions->in_name);
	table_free(submissions->expected);
	buffer_release(&submissions->key);
	*submissions = (struct submissions){ 0 };
}

/* The texts that tell a submission; false where one is missing or bad. */
static bool
names_of(const struct submissions *submissions, const struct cells *cells,
    struct field *organisation, struct field *period)
{
	if (cells->states[submissions->organisation] != CELL_VALUE
	    || cells->states[submissions->period] != CELL_VALUE)
		return false;
	*organisation = cells->values[submissions->organisation];
	*period = cells->values[submissions->period];
	return true;
}

/* YYYY-MM-DD or YYYYMMDD, of a day that exists. */
static int64_t
parse_day(struct field text)
{
	char dashed[] = "YYYY-MM-DD";
	struct date date;

	if (text.length == 8) {
		memcpy(dashed, text.data, 4);
		memcpy(dashed + 5, text.data + 4, 2);
		memcpy(dashed + 8, text.data + 6, 2);
		text = field_of(dashed);
	}
	return date_parse(text, &date) ? date_days(date) : SUBMISSION_NO_DAY;
}

/* The day in the file's name without its folders; the last file's is kept. */
static bool
day_in_name(
    struct submissions *submissions, const char *file_name, int64_t *day, struct fault *fault)
{
	const char *slash = strrchr(file_name, '/');
	struct field name = field_of(slash != NULL ? slash + 1 : file_name);
	struct pattern_span span;

	*day = SUBMISSION_NO_DAY;
	/* of a name in another encoding a pattern can say nothing */
	if (text_invalid_at(name.data, name.length) != name.length)
		return true;
	switch (pattern_find(submissions->in_name, name, 0, NULL)) {
	case PATTERN_NO:
		break;
	case PATTERN_YES:
		if (pattern_group(submissions->in_name, 1, &span))
			*day = parse_day(
			    (struct field){ name.data + span.start, span.end - span.start });
		break;
	case PATTERN_LIMIT:
		return fault_set(fault,
		    "%s: the pattern of receivedInName finds no end in this name", file_name);
	}
	return true;
}

/* The file's submission of the group, new where its first record comes; NULL
 * with a fault. */
static struct submission *
submission_of(struct submissions *submissions, struct submission_group *group, size_t file,
    const char *file_name, struct fault *fault)
{
	int64_t day = SUBMISSION_NO_DAY;
	struct submission *submission;

	if (group->last != SUBMISSION_NONE && submissions->list[group->last].file == file)
		return &submissions->list[group->last];
	if (submissions->count == SUBMISSIONS_MAX) {
		fault_set(
		    fault, "more than %d submissions: take fewer files at a time", SUBMISSIONS_MAX);
		return NULL;
	}
	if (submissions->in_name != NULL && !day_in_name(submissions, file_name, &day, fault))
		return NULL;
	if (submissions->count == submissions->room) {
		submissions->room = submissions->room != 0 ? submissions->room * 2 : 64;
		submissions->list =
		    xreallocarray(submissions->list, submissions->room, sizeof *submissions->list);
	}
	submission = &submissions->list[submissions->count];
	*submission = (struct submission){
		.file = file, .name = file_name, .received = day, .earlier = group->last
	};
	group->last = submissions->count++;
	return submission;
}

bool
submissions_survey(struct submissions *submissions, size_t file, const char *file_name,
    const struct cells *cells, struct fault *fault)
{
	struct submission_group *group;
	struct submission *submission;
	struct field organisation;
	struct field period;

	if (!submissions->present || !names_of(submissions, cells, &organisation, &period))
		return true;
	group = submission_enter(submissions, organisation, period, fault);
	if (group == NULL)
		return false;
	submission = submission_of(submissions, group, file, file_name, fault);
	if (submission == NULL)
		return false;
	submission->records++;
	group->current = SUBMISSION_NONE;
	if (submissions->received != FINDING_NO_FIELD
	    && cells->states[submissions->received] == CELL_VALUE) {
		int64_t day;

		if (moment_day(cells->values[submissions->received], &day)
		    && day > submission->received)
			submission->received = day;
	}
	return true;
}

bool
submissions_replaced(struct submissions *submissions, size_t file, const struct cells *cells)
{
	struct submission_group *group;
	struct field organisation;
	struct field period;

	if (!submissions->present || !names_of(submissions, cells, &organisation, &period))
		return false;
	group = submission_find(submissions, organisation, period);
	if (group == NULL || group->last == SUBMISSION_NONE)
		return false;
	if (group->current == SUBMISSION_NONE)
		group->current = submission_current(submissions, group);
	/* a record that was not there on the first pass replaces nothing, and nothing it */
	for (size_t at = group->last; at != SUBMISSION_NONE; at = submissions->list[at].earlier)
		if (submissions->list[at].file == file)
			return at != group->current;
	return false;
}
