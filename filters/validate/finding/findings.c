/* SPDX-License-Identifier: GPL-3.0-or-later */
/* findings: all findings of a run, counted and grouped. */
#include "findings.h"

#include <stdlib.h>

static size_t
columns(const struct findings *findings)
{
	return findings->schema != NULL ? findings->schema->count + 1 : 1;
}

const char *
findings_field_name(const struct findings *findings, size_t field)
{
	return field == FINDING_NO_FIELD ? NULL : findings->schema->fields[field].name;
}

void
findings_rule(const struct findings *findings, const struct finding *finding, struct buffer *out)
{
	if (finding->field != FINDING_NO_FIELD)
		schema_rule(findings->schema, finding->field, finding->code, out);
}

void
findings_begin(struct findings *findings)
{
	findings->index = xcalloc(FINDING_CODES * columns(findings), sizeof *findings->index);
	if (findings->format == FINDINGS_CSV)
		findings_csv_header(findings);
}

static struct findings_group *
group_of(struct findings *findings, const struct finding *finding)
{
	size_t column = finding->field == FINDING_NO_FIELD ? 0 : finding->field + 1;
	size_t *index = &findings->index[finding->code * columns(findings) + column];

	if (*index == 0) {
		findings->groups = xreallocarray(
		    findings->groups, findings->group_count + 1, sizeof *findings->groups);
		findings->groups[findings->group_count] =
		    (struct findings_group){ .code = finding->code, .field = finding->field };
		*index = ++findings->group_count;
	}
	return &findings->groups[*index - 1];
}

/* Keeps the finding with a value of its own. */
static void
keep(struct findings *findings, struct findings_group *group, const struct finding *finding)
{
	size_t count = group->kept_count + 1;
	struct finding *kept;
	char *value = NULL;

	group->kept = xreallocarray(group->kept, count, sizeof *group->kept);
	group->values = xreallocarray(group->values, count, sizeof *group->values);
	if (findings->show_values && finding->value.data != NULL)
		value = xstrndup(finding->value.data, finding->value.length);
	kept = &group->kept[group->kept_count];
	*kept = *finding;
	kept->value = (struct field){ value, value != NULL ? finding->value.length : 0 };
	group->values[group->kept_count++] = value;
}

void
findings_add(struct findings *findings, const struct finding *finding)
{
	struct findings_group *group = group_of(findings, finding);

	findings->count++;
	group->count++;
	if (findings->format != FINDINGS_TEXT)
		findings_row(findings, finding);
	else if (group->kept_count < findings->limit || group->kept_count == 0)
		keep(findings, group, finding);
}

static int
compare_groups(const void *left, const void *right)
{
	const struct findings_group *a = left;
	const struct findings_group *b = right;

	if (a->code != b->code)
		return a->code < b->code ? -1 : 1;
	return (a->field > b->field) - (a->field < b->field);
}

size_t
findings_share(const struct findings *findings)
{
	size_t share = 1;

	for (;;) {
		size_t shown = 0;
		size_t capped = 0;

		for (size_t i = 0; i < findings->group_count; i++) {
			size_t kept = findings->groups[i].kept_count;

			shown += kept < share + 1 ? kept : share + 1;
			capped += kept > share;
		}
		if (shown > findings->limit || capped == 0)
			return share;
		share++;
	}
}

void
findings_end(struct findings *findings, const struct findings_totals *totals, bool quiet)
{
	if (findings->group_count != 0)
		qsort(findings->groups, findings->group_count, sizeof *findings->groups,
		    compare_groups);
	if (findings->format == FINDINGS_TEXT && (findings->count != 0 || !quiet))
		findings_text_end(findings, totals);
	else if (findings->format == FINDINGS_JSON || findings->format == FINDINGS_JSONL)
		findings_json_end(findings, totals);
}

void
findings_release(struct findings *findings)
{
	for (size_t i = 0; i < findings->group_count; i++) {
		struct findings_group *group = &findings->groups[i];

		for (size_t j = 0; j < group->kept_count; j++)
			free(group->values[j]);
		free(group->values);
		free(group->kept);
	}
	free(findings->groups);
	free(findings->index);
	*findings = (struct findings){ 0 };
}
