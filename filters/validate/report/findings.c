/* SPDX-License-Identifier: GPL-3.0-or-later */
/* findings: all findings of a run, counted and grouped. */
#include "findings.h"

#include <stdlib.h>

const char *
findings_field_name(const struct findings *findings, size_t field)
{
	return field == FINDING_NO_FIELD ? NULL : findings->schema->fields[field].name;
}

void
findings_rule(const struct findings *findings, const struct finding *finding, struct buffer *out)
{
	if (finding->part != FINDING_NO_PART)
		findings->rule_of(findings->context, finding, out);
	else if (finding->field != FINDING_NO_FIELD
	    && (finding->code <= FINDING_CATEGORY || finding->code == FINDING_SPECIAL_NUMBER))
		schema_rule(findings->schema, finding->field, finding->code, out);
}

void
findings_begin(struct findings *findings)
{
	findings->share = findings->limit;
	if (findings->format == FINDINGS_CSV)
		findings_csv_header(findings);
}

static struct findings_group *
group_of(struct findings *findings, const struct finding *finding)
{
	struct findings_kind kind = { finding->code, finding->field, finding->part };
	struct findings_group *group;

	HASH_FIND(hh, findings->groups, &kind, sizeof kind, group);
	if (group != NULL)
		return group;
	group = xcalloc(1, sizeof *group);
	group->kind = kind;
	group->severity = finding->severity;
	HASH_ADD(hh, findings->groups, kind, sizeof kind, group);
	return group;
}

static char *
copy_of(const char *text, size_t length)
{
	return text != NULL ? xstrndup(text, length) : NULL;
}

/* Keeps the finding with texts of its own. */
static void
keep(struct findings *findings, struct findings_group *group, const struct finding *finding)
{
	struct finding *kept;
	bool shown = findings->show_values && finding->value.data != NULL;

	/* room for the next power of two */
	if ((group->kept_count & (group->kept_count - 1)) == 0)
		group->kept = xreallocarray(group->kept,
		    group->kept_count != 0 ? 2 * group->kept_count : 1, sizeof *group->kept);
	kept = &group->kept[group->kept_count++];
	findings->kept++;
	*kept = *finding;
	kept->value.data = shown ? copy_of(finding->value.data, finding->value.length) : NULL;
	kept->detail = copy_of(finding->detail, finding->detail ? strlen(finding->detail) : 0);
}

static void
forget_finding(struct finding *finding)
{
	free((char *)finding->value.data);
	free((char *)finding->detail);
}

/* Of each group no more than a share is shown at the end, and the share only
 * becomes smaller with each finding: what is past it now will not be shown. */
static void
forget_more(struct findings *findings)
{
	findings->share = findings_share(findings);
	for (struct findings_group *group = findings->groups; group != NULL; group = group->hh.next)
		while (group->kept_count > findings->share) {
			forget_finding(&group->kept[--group->kept_count]);
			findings->kept--;
		}
}

void
findings_add(struct findings *findings, const struct finding *finding)
{
	struct findings_group *group = group_of(findings, finding);

	if (finding->severity == SEVERITY_ERROR)
		findings->errors++;
	else
		findings->warnings++;
	group->count++;
	group->times += finding->count;
	if (findings->format != FINDINGS_TEXT)
		findings_row(findings, finding);
	else if (group->kept_count < findings->share || group->kept_count == 0)
		keep(findings, group, finding);
	if (findings->kept / 2 > findings->limit + findings_groups(findings))
		forget_more(findings);
}

static int
compare_numbers(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* Errors first, then by code, field and rule. */
static int
compare_groups(const struct findings_group *a, const struct findings_group *b)
{
	int order = compare_numbers(a->severity, b->severity);

	if (order == 0)
		order = compare_numbers(a->kind.code, b->kind.code);
	if (order == 0)
		order = compare_numbers(a->kind.field, b->kind.field);
	return order != 0 ? order : compare_numbers(a->kind.part, b->kind.part);
}

size_t
findings_groups(const struct findings *findings)
{
	return HASH_COUNT(findings->groups);
}

size_t
findings_share(const struct findings *findings)
{
	size_t share = 1;

	for (;;) {
		size_t shown = 0;
		size_t capped = 0;

		for (const struct findings_group *group = findings->groups; group != NULL;
		     group = group->hh.next) {
			shown += group->kept_count < share + 1 ? group->kept_count : share + 1;
			capped += group->kept_count > share;
		}
		if (shown > findings->limit || capped == 0)
			return share;
		share++;
	}
}

void
findings_end(struct findings *findings, const struct findings_totals *totals, bool quiet)
{
	bool silent = findings->errors == 0 && (findings->warnings == 0 || findings->errors_only);

	HASH_SORT(findings->groups, compare_groups);
	if (findings->format == FINDINGS_TEXT && (!silent || !quiet))
		findings_text_end(findings, totals);
	else if (findings->format == FINDINGS_JSON || findings->format == FINDINGS_JSONL)
		findings_json_end(findings, totals);
}

void
findings_release(struct findings *findings)
{
	struct findings_group *group = findings->groups;
	struct findings_group *next;

	HASH_CLEAR(hh, findings->groups);
	for (; group != NULL; group = next) {
		next = group->hh.next;
		for (size_t i = 0; i < group->kept_count; i++)
			forget_finding(&group->kept[i]);
		free(group->kept);
		free(group);
	}
	*findings = (struct findings){ 0 };
}
