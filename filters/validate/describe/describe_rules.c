/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * describe_rules: the rules of a schema as sentences.
 *
 * A sentence says what a rule asks for, so "not" is carried down to the
 * comparisons (De Morgan), where English has a word for each: not after, none
 * of, has no value.
 */
#include "../../lib/markdown.h"
#include "../rule/rules.h"
#include "page.h"

/* How values of a field are compared. */
enum order { ORDER_PLAIN, ORDER_NUMBER, ORDER_TIME };

static enum order
order_of(const struct page *page, const struct config_node *name)
{
	struct fault ignored;
	size_t field = 0;

	if (!schema_find(page->schema, name, &field, &ignored))
		return ORDER_PLAIN;
	switch (page->schema->fields[field].type.kind) {
	case TYPE_INTEGER:
	case TYPE_NUMBER:
		return ORDER_NUMBER;
	case TYPE_STRING:
	case TYPE_BOOLEAN:
		return ORDER_PLAIN;
	default:
		return ORDER_TIME;
	}
}

/* What stands behind the field; other: another field follows, not a value. */
static const char *
comparison(const char *op, enum order order, bool negated, bool other)
{
	static const struct {
		const char *op;
		const char *opposite;
		const char *words[3]; /* by order */
	} comparisons[] = {
		{ "eq", "ne", { "is ", "is ", "is " } },
		{ "ne", "eq", { "is not ", "is not ", "is not " } },
		{ "lt", "ge", { "is before ", "is less than ", "is before " } },
		{ "le", "gt", { "is not after ", "is at most ", "is not after " } },
		{ "gt", "le", { "is after ", "is more than ", "is after " } },
		{ "ge", "lt", { "is not before ", "is at least ", "is not before " } },
	};

	for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++) {
		const char *meant = negated ? comparisons[i].opposite : comparisons[i].op;

		if (strcmp(comparisons[i].op, op) != 0)
			continue;
		if (other && strcmp(meant, "eq") == 0)
			return "is the same as ";
		if (other && strcmp(meant, "ne") == 0)
			return "is not the same as ";
		for (size_t j = 0; j < sizeof comparisons / sizeof *comparisons; j++)
			if (strcmp(comparisons[j].op, meant) == 0)
				return comparisons[j].words[order];
	}
	return "";
}

static void
say_days(struct page *page, long days)
{
	buffer_format(
	    &page->out, "%ld day%s", days < 0 ? -days : days, days == 1 || days == -1 ? "" : "s");
}

/* "5 days after ", "3 days before " */
static void
say_offset(struct page *page, long days)
{
	say_days(page, days);
	page_say(page, days < 0 ? " before " : " after ");
}

/* The bounds are days from the other field to this one. */
static void
describe_days(struct page *page, const struct config_node *node, bool negated)
{
	struct config_node other = config_member(node, "otherField");
	struct config_node minimum = config_member(node, "minimum");
	struct config_node maximum = config_member(node, "maximum");
	struct fault ignored;
	long least = 0;
	long most = 0;

	(void)config_integer(&minimum, -PREDICATE_DAYS_MAX, PREDICATE_DAYS_MAX, &least, &ignored);
	(void)config_integer(&maximum, -PREDICATE_DAYS_MAX, PREDICATE_DAYS_MAX, &most, &ignored);
	page_say(page, negated ? "is not " : "is ");
	if (config_present(&minimum) && config_present(&maximum)) {
		if (least == most) {
			page_say(page, "exactly ");
		} else if (least >= 0) {
			buffer_format(&page->out, "%ld to ", least);
		} else if (most <= 0) {
			buffer_format(&page->out, "%ld to ", -least);
		} else {
			page_say(page, "from ");
			say_offset(page, least);
			page_say(page, "to ");
		}
		say_days(page, most);
		page_say(page, most < 0 || (most == 0 && least < 0) ? " before " : " after ");
	} else if (config_present(&minimum)) {
		page_say(page, least < 0 ? "at most " : "at least ");
		say_offset(page, least);
	} else {
		page_say(page, most < 0 ? "at least " : "at most ");
		say_offset(page, most);
	}
	page_value(page, &other);
}

static void
describe_in(struct page *page, const struct config_node *node, bool negated)
{
	struct config_node values = config_member(node, "values");

	if (!negated)
		page_say(page, "is ");
	else
		page_say(page, config_size(&values) == 1 ? "is not " : "is none of ");
	page_values(page, &values, "or");
}

static void
describe_comparison(struct page *page, const struct config_node *node, bool negated)
{
	struct config_node field = config_member(node, "field");
	struct config_node op_node = config_member(node, "op");
	struct config_node other = config_member(node, "otherField");
	struct config_node value = config_member(node, "value");
	struct config_node pattern = config_member(node, "pattern");
	const char *op = page_text(&op_node) != NULL ? page_text(&op_node) : "";

	page_value(page, &field);
	page_say(page, " ");
	if (strcmp(op, "blank") == 0 || strcmp(op, "present") == 0) {
		page_say(
		    page, (strcmp(op, "present") == 0) != negated ? "has a value" : "has no value");
	} else if (strcmp(op, "in") == 0) {
		describe_in(page, node, negated);
	} else if (strcmp(op, "matches") == 0) {
		page_say(page, negated ? "does not match " : "matches ");
		page_value(page, &pattern);
	} else if (strcmp(op, "days") == 0) {
		describe_days(page, node, negated);
	} else {
		page_say(
		    page, comparison(op, order_of(page, &field), negated, config_present(&other)));
		page_value(page, config_present(&other) ? &other : &value);
	}
}

/* grouped: stands among others, so that a list of its own needs brackets.  The
 * depth is bounded by the rules themselves. */
static void
describe_predicate(struct page *page, const struct config_node *node, bool negated, bool grouped)
{
	struct config_node all = config_member(node, "all");
	struct config_node any = config_member(node, "any");
	struct config_node not = config_member(node, "not");
	bool joined = config_present(&all) || config_present(&any);
	const struct config_node *parts = config_present(&all) ? &all : &any;
	const char *word = config_present(&all) != negated ? " and " : " or ";
	bool brackets = joined && grouped && config_size(parts) > 1;

	if (config_present(&not )) {
		describe_predicate(page, &not, !negated, grouped);
		return;
	}
	if (!joined) {
		describe_comparison(page, node, negated);
		return;
	}
	page_say(page, brackets ? "(" : "");
	for (size_t i = 0; i < config_size(parts); i++) {
		struct config_node part = config_element(parts, i);

		page_say(page, i == 0 ? "" : word);
		describe_predicate(page, &part, negated, config_size(parts) > 1);
	}
	page_say(page, brackets ? ")" : "");
}

static void
describe_sentence(struct page *page, const struct config_node *rule)
{
	struct config_node condition = config_member(rule, "if");
	struct config_node wanted = config_member(rule, "then");
	struct config_node otherwise = config_member(rule, "else");

	if (config_present(&condition)) {
		page_say(page, config_present(&wanted) ? "If " : "Unless ");
		describe_predicate(page, &condition, false, false);
		page_say(page, config_present(&wanted) ? ", then " : ", ");
	}
	if (config_present(&wanted))
		describe_predicate(page, &wanted, false, false);
	if (config_present(&wanted) && config_present(&otherwise))
		page_say(page, "; otherwise ");
	if (config_present(&otherwise))
		describe_predicate(page, &otherwise, false, false);
	page_say(page, ".");
}

static void
describe_allowance(struct page *page, const struct rule *rule)
{
	if (rule->numbered)
		buffer_format(&page->out, " Up to %llu records may fail it.",
		    (unsigned long long)rule->allowed);
	if (rule->percented) {
		page_say(page, " Up to ");
		percent_write(&rule->percent, &page->out);
		page_say(page, " percent of the records may fail it.");
	}
}

bool
describe_rules(struct page *page, struct fault *fault)
{
	struct config_node list = schema_extension(page->schema, "rules");
	struct rules rules = { 0 };
	bool good = rules_open(&rules, page->schema, fault);

	for (size_t i = 0; good && i < rules.count; i++) {
		struct config_node node = config_element(&list, i);
		struct config_node message = config_member(&node, "message");

		page_say(page, i == 0 ? "\n## Rules\n\n- " : "- ");
		markdown_code(&page->out, field_of(rules.list[i].id), page->cell);
		page_say(
		    page, rules.list[i].severity == SEVERITY_WARNING ? " (a warning): " : ": ");
		describe_sentence(page, &node);
		page_say(page, page_text(&message) != NULL ? " The finding says: " : "");
		page_sentence(page, &message);
		describe_allowance(page, &rules.list[i]);
		page_say(page, "\n");
	}
	rules_close(&rules);
	return good;
}
