/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit_columns: what was done to each column, in counts. */
#include "audit_part.h"

#include "../../lib/memory.h"

#include <string.h>

/* The column of the input that has the rule; NULL where it is not there: the input
 * was empty, or was an output already. */
static const struct column *
column_of(const struct columns *columns, const struct rule *rule)
{
	for (size_t i = 0; i < columns->count; i++)
		if (columns->list[i].rule == rule)
			return &columns->list[i];
	return NULL;
}

static void
tell_change(struct runrecord_part part, const struct change *change)
{
	struct buffer words = { 0 };

	runrecord_part_text(part, "kind", change_kind(change));
	change_explain(change, &words);
	buffer_append(&words, "", 1);
	runrecord_part_text(part, "explained", words.data);
	buffer_release(&words);
	if (change_levels(change) > 1)
		runrecord_part_count(part, "level", change_level(change));
}

static void
tell_redactions(struct runrecord_part part, const struct rule *rule, const uint64_t *redacted)
{
	struct runrecord_part group = runrecord_part_group(part, "redacted");

	for (unsigned i = 0; i < ENTITIES; i++)
		if ((rule->redact.entities & 1U << i) != 0)
			runrecord_part_count(group, entity_names[i], redacted[i]);
}

static void
tell_counts(struct runrecord_part part, const struct audit *audit, const struct rule *rule,
    const struct column_counts *counts)
{
	if (audit->check) {
		runrecord_part_count(part, "not_as_the_policy_leaves_it", counts->unsettled);
		if (rule->action == ACTION_KEEP)
			runrecord_part_count(part, "looks_identifying", counts->identifying);
		return;
	}
	switch (rule->action) {
	case ACTION_PSEUDONYMISE:
		runrecord_part_count(part, "pseudonyms", counts->pseudonyms);
		break;
	case ACTION_CHANGE:
		runrecord_part_count(part, "changed", counts->changed);
		runrecord_part_count(part, "emptied", counts->emptied);
		break;
	case ACTION_REDACT:
		tell_redactions(part, rule, counts->redacted);
		runrecord_part_count(part, "unsearchable", counts->unsearchable);
		break;
	case ACTION_KEEP:
	case ACTION_DROP:
		break;
	}
}

/* What was done for the sake of its class comes on top. */
static void
tell_class_cells(struct runrecord_part part, const struct audit *audit, const char *name)
{
	const struct privacy *privacy = &audit->policy->privacy;

	if (audit->classes == NULL || audit->check)
		return;
	for (size_t i = 0; i < privacy->quasi_count; i++)
		if (strcmp(privacy->quasi[i], name) == 0) {
			runrecord_part_count(
			    part, "cells_suppressed", classes_suppressed_cells(audit->classes, i));
			runrecord_part_count(
			    part, "cells_coarser", classes_coarser_cells(audit->classes, i));
		}
}

static void
tell_rule(struct runrecord_part part, const struct audit *audit, const struct rule *rule)
{
	runrecord_part_text(part, "name", rule->name);
	runrecord_part_text(part, "action", rule->word);
	if (rule->action == ACTION_PSEUDONYMISE) {
		runrecord_part_text(part, "entity", rule->entity);
		runrecord_part_count(part, "bits", rule->bits);
	}
	if (rule->action == ACTION_REDACT)
		runrecord_part_text(part, "placeholders", audit->typed ? "typed" : "all alike");
	if (rule->change != NULL)
		tell_change(part, rule->change);
}

static void
tell_totals(const struct audit *audit, struct runrecord_part root)
{
	struct runrecord_part totals = runrecord_part_group(root, "redacted");

	for (unsigned entity = 0; entity < ENTITIES; entity++) {
		uint64_t total = 0;

		if ((audit->policy->entities & 1U << entity) == 0)
			continue;
		for (size_t i = 0; i < audit->columns->count; i++)
			total += audit->columns->list[i].counts.redacted[entity];
		runrecord_part_count(totals, entity_names[entity], total);
	}
}

void
audit_columns(const struct audit *audit, struct runrecord_part root)
{
	struct runrecord_part list = runrecord_part_list(root, "columns");

	for (size_t i = 0; i < audit->policy->count; i++) {
		const struct rule *rule = &audit->policy->rules[i];
		const struct column *column = column_of(audit->columns, rule);
		struct runrecord_part row = runrecord_part_row(list);

		tell_rule(row, audit, rule);
		if (column != NULL)
			tell_counts(row, audit, rule, &column->counts);
		tell_class_cells(row, audit, rule->name);
	}
	if (audit->policy->entities != 0 && !audit->check)
		tell_totals(audit, root);
}
