/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * loading: one row of the rules: reads it, refuses what cannot be right, runs its examples.
 */
#include "loading.h"

#include "../../lib/memory.h"

#include "dialect.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

const char *const loading_columns[RULE_COLUMNS] = { "rule_id", "function", "pattern", "requires",
	"excludes", "weight", "provenance", "positive", "negative" };

static struct field
cell(const struct loading *loading, enum rule_column column)
{
	return table_cell(loading->rules->table, loading->row, loading->columns[column]);
}

static bool
cell_fault(const struct loading *loading, enum rule_column column, const char *what)
{
	const struct table *table = loading->rules->table;

	return fault_at(loading->fault, table_path(table), table_line(table, loading->row), 0,
	    "column '%s': %s", loading_columns[column], what);
}

static bool
check_id(const struct loading *loading)
{
	struct field id = cell(loading, RULE_ID);

	if (id.length == 0)
		return cell_fault(loading, RULE_ID, "a rule needs an id");
	for (size_t i = 0; i < id.length; i++)
		if (!isalnum((unsigned char)id.data[i]) && strchr(".-_", id.data[i]) == NULL)
			return cell_fault(
			    loading, RULE_ID, "an id holds letters, digits, '.', '-' and '_' only");
	return true;
}

static bool
read_function(const struct loading *loading, struct rule *rule)
{
	const struct framework *framework = loading->rules->framework;

	rule->function = framework_find(framework, cell(loading, FUNCTION));
	if (rule->function == FRAMEWORK_NONE)
		return cell_fault(loading, FUNCTION, "the framework has no such function");
	if (!framework->rows[rule->function].is_function)
		return cell_fault(
		    loading, FUNCTION, "this is a category: a rule names a function such as A.iv");
	return true;
}

static bool
read_weight(const struct loading *loading, struct rule *rule)
{
	int64_t weight;

	if (!field_to_integer(cell(loading, WEIGHT), &weight) || weight < WEIGHT_GENERAL
	    || weight > WEIGHT_TERM)
		return cell_fault(loading, WEIGHT,
		    "a weight is 1 (a general word), 2 (a phrase) or 3 (a term of art)");
	rule->weight = (unsigned)weight;
	return true;
}

/* A pattern that is not in the normal form can never match.  Escapes are not
 * text (\B is not \b), so a blank takes their place. */
static bool
check_form(struct loading *loading, enum rule_column column)
{
	struct field source = cell(loading, column);
	char *plain = xstrndup(source.data, source.length);
	bool good;

	for (size_t i = 0; i < source.length; i++) {
		if (plain[i] == '\\' && i + 1 < source.length) {
			plain[i++] = '.';
			plain[i] = '.';
		}
	}
	struct field view = { plain, source.length };
	good = text_normalise(&loading->text, view, loading->fault)
	    && (field_equals(view, (struct field){ loading->text.data, loading->text.length })
	        || cell_fault(loading, column,
	            "it can never match: texts are met in lower case, with plain quotes and "
	            "hyphens"));
	free(plain);
	return good;
}

/* Compiles one of the three patterns; an empty one is NULL. */
static bool
read_pattern(
    struct loading *loading, enum rule_column column, struct pattern **pattern, struct needs *needs)
{
	struct field source = cell(loading, column);
	struct fault inner = { 0 };

	*needs = (struct needs){ 0 };
	if (source.length == 0)
		return true;
	if (!dialect_read(source, needs, &inner))
		return cell_fault(loading, column, inner.message);
	if (!check_form(loading, column))
		return false;
	*pattern = pattern_new(source, PATTERN_LIMITED, &inner);
	return *pattern != NULL || cell_fault(loading, column, inner.message);
}

/* The set as what the rule's sign stands for; without one the sign is always given. */
static void
set_trigger(struct loading *loading, enum rule_sign sign, const struct literals *literals)
{
	struct trigger *trigger = loading->rules->trigger;
	size_t number = rules_sign(loading->rules, sign, loading->row);

	if (literals->count == 0)
		trigger_always(trigger, number);
	for (size_t i = 0; i < literals->count; i++)
		trigger_add(trigger, field_of(literals->texts[i]), literals->before[i], number);
}

static bool
read_patterns(struct loading *loading, struct rule *rule)
{
	struct needs needs;
	bool good;

	if (cell(loading, PATTERN).length == 0)
		return cell_fault(loading, PATTERN, "a rule needs a pattern");
	good = read_pattern(loading, PATTERN, &rule->pattern, &needs);
	set_trigger(loading, SIGN_PATTERN, &needs.sets[0]);
	set_trigger(loading, SIGN_PATTERN_TOO, &needs.sets[1]);
	needs_release(&needs);
	good = good && read_pattern(loading, REQUIRES, &rule->requires, &needs);
	set_trigger(loading, SIGN_REQUIRES, &needs.sets[0]);
	needs_release(&needs);
	good = good && read_pattern(loading, EXCLUDES, &rule->excludes, &needs);
	set_trigger(loading, SIGN_EXCLUDES, &needs.sets[0]);
	needs_release(&needs);
	return good;
}

/* Two rules with the same three patterns count one find twice. */
static bool
check_duplicate(struct loading *loading)
{
	const struct table *table = loading->rules->table;
	size_t row = loading->row;
	struct field own[3] = { cell(loading, PATTERN), cell(loading, REQUIRES),
		cell(loading, EXCLUDES) };

	for (loading->row = 0; loading->row < row; loading->row++) {
		if (field_equals(own[0], cell(loading, PATTERN))
		    && field_equals(own[1], cell(loading, REQUIRES))
		    && field_equals(own[2], cell(loading, EXCLUDES)))
			return fault_at(loading->fault, table_path(table), table_line(table, row),
			    0, "column 'pattern': the same pattern as in line %zu",
			    table_line(table, loading->row));
	}
	return true;
}

/* One example: the rule fires on it, or does not. */
static bool
run_example(struct loading *loading, const struct rule *rule, enum rule_column column,
    struct field example, size_t number)
{
	const struct table *table = loading->rules->table;
	enum pattern_result found, expected = column == POSITIVE ? PATTERN_YES : PATTERN_NO;

	if (!rules_normalise(&loading->text, example, loading->fault))
		return false;
	trigger_learn(
	    loading->rules->trigger, (struct field){ loading->text.data, loading->text.length });
	found = rule_find(
	    rule, (struct field){ loading->text.data, loading->text.length }, SCOPE_ANYWHERE, NULL);
	if (found == expected)
		return true;
	return fault_at(loading->fault, table_path(table), rule->line, 0,
	    "column '%s': rule '%.*s' %s example %zu", loading_columns[column],
	    (int)rule->id.length, rule->id.data,
	    found == PATTERN_LIMIT        ? "hits the match limit on"
	        : expected == PATTERN_YES ? "does not fire on"
	                                  : "fires on",
	    number);
}

static bool
run_examples(struct loading *loading, const struct rule *rule, enum rule_column column)
{
	struct field rest = cell(loading, column), example;
	size_t number = 0;

	while (rules_example(&rest, &example)) {
		if (example.length == 0)
			return cell_fault(loading, column, "an example must not be empty");
		if (!run_example(loading, rule, column, example, ++number))
			return false;
	}
	return true;
}

bool
loading_rule(struct loading *loading)
{
	struct rule *rule = &loading->rules->rules[loading->row];

	rule->id = cell(loading, RULE_ID);
	rule->line = table_line(loading->rules->table, loading->row);
	rule->positive = cell(loading, POSITIVE);
	if (!check_id(loading) || !read_function(loading, rule) || !read_weight(loading, rule)
	    || !read_patterns(loading, rule) || !check_duplicate(loading))
		return false;
	if (cell(loading, PROVENANCE).length == 0)
		return cell_fault(loading, PROVENANCE, "say where the rule comes from");
	return run_examples(loading, rule, POSITIVE) && run_examples(loading, rule, NEGATIVE);
}
