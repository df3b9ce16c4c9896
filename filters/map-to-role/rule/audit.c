/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * audit: runs all rules over each rule's positive examples.
 */
#include "audit.h"

#include "../../lib/memory.h"

#include "match.h"

#include <stdlib.h>

struct audit {
	const struct rules *rules;
	struct match *match;
	struct text text;
	struct find *finds; /* in the example at hand */
	size_t count;
	size_t *shadowing; /* by rule: on how many examples it shadows the rule at hand */
	struct fault *fault;
};

static bool
check_cover(const struct rules *rules, struct fault *fault)
{
	const struct framework *framework = rules->framework;

	for (size_t row = 0; row < framework->count; row++) {
		size_t i = 0;

		if (!framework->rows[row].is_function)
			continue;
		while (i < rules->count && rules->rules[i].function != row)
			i++;
		if (i == rules->count)
			return fault_at(fault, table_path(rules->table), 0, 0,
			    "no rule for function %.*s (%.*s)",
			    (int)framework->rows[row].code.length, framework->rows[row].code.data,
			    (int)framework->rows[row].label.length,
			    framework->rows[row].label.data);
	}
	return true;
}

static const struct find *
find_of(const struct audit *audit, size_t rule)
{
	for (size_t i = 0; i < audit->count; i++)
		if (audit->finds[i].rule == rule)
			return &audit->finds[i];
	return NULL;
}

/* The other rule's find takes the place of this one's. */
static bool
shadows(const struct audit *audit, const struct find *other, const struct find *own)
{
	const struct rule *a = &audit->rules->rules[other->rule];
	const struct rule *b = &audit->rules->rules[own->rule];

	return other->rule != own->rule && a->function == b->function
	    && (a->weight > b->weight || (a->weight == b->weight && other->rule < own->rule))
	    && other->start < own->end && own->start < other->end;
}

/* Counts who shadows the rule on an example. */
static bool
look_at_example(struct audit *audit, size_t rule, struct field example)
{
	const struct find *own;

	if (!rules_normalise(&audit->text, example, audit->fault))
		return false;
	(void)match_run(audit->match, (struct field){ audit->text.data, audit->text.length },
	    audit->finds, &audit->count);
	own = find_of(audit, rule);
	for (size_t i = 0; own != NULL && i < audit->count; i++)
		audit->shadowing[audit->finds[i].rule] += shadows(audit, &audit->finds[i], own);
	return true;
}

static bool
check_shadow(struct audit *audit, size_t rule)
{
	const struct rule *rules = audit->rules->rules;
	struct field rest = rules[rule].positive, example;
	size_t examples = 0;

	memset(audit->shadowing, 0, audit->rules->count * sizeof *audit->shadowing);
	while (rules_example(&rest, &example)) {
		examples++;
		if (!look_at_example(audit, rule, example))
			return false;
	}
	for (size_t other = 0; other < audit->rules->count; other++)
		if (audit->shadowing[other] == examples)
			return fault_at(audit->fault, table_path(audit->rules->table),
			    rules[rule].line, 0,
			    "rule '%.*s' never adds anything: rule '%.*s' of line %zu fires on "
			    "all its positive examples, over the same words",
			    (int)rules[rule].id.length, rules[rule].id.data,
			    (int)rules[other].id.length, rules[other].id.data, rules[other].line);
	return true;
}

bool
audit_rules(const struct rules *rules, struct fault *fault)
{
	struct audit audit = { .rules = rules, .match = match_new(rules, false), .fault = fault };
	bool good = check_cover(rules, fault);

	audit.finds = xcalloc(rules->count, sizeof *audit.finds);
	audit.shadowing = xcalloc(rules->count, sizeof *audit.shadowing);
	for (size_t rule = 0; good && rule < rules->count; rule++)
		good = check_shadow(&audit, rule);
	match_free(audit.match);
	text_release(&audit.text);
	free(audit.finds);
	free(audit.shadowing);
	return good;
}
