/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rules: the conditional rules of a schema, kept and counted. */
#include "rules.h"

#include "../../lib/text.h"

#include <limits.h>
#include <stdlib.h>

static bool
check_id(
    const struct rules *rules, const struct config_node *node, const char *id, struct fault *fault)
{
	size_t length = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");

	if (length == 0 || id[length] != '\0' || length > RULE_ID_MAX)
		return config_fault(node, fault,
		    "is made of small letters, digits and hyphens, at most %d", RULE_ID_MAX);
	for (size_t i = 0; i + 1 < rules->count; i++)
		if (strcmp(rules->list[i].id, id) == 0)
			return config_fault(node, fault, "another rule has this id");
	return true;
}

/* What a terminal would obey or a line of a report ends with: the controls of
 * ASCII and of Latin-1, and Unicode's ends of lines and paragraphs. */
static bool
has_control(const char *text)
{
	for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++) {
		if (*at < ' ' || *at == 0x7F)
			return true;
		if (*at == 0xC2 && at[1] < 0xA0)
			return true;
		if (*at == 0xE2 && at[1] == 0x80 && (at[2] == 0xA8 || at[2] == 0xA9))
			return true;
	}
	return false;
}

static bool
check_message(const struct config_node *node, const char *message, struct fault *fault)
{
	if (has_control(message))
		return config_fault(node, fault, "is one line of text, without control characters");
	if (field_trim(field_of(message)).length == 0)
		return config_fault(node, fault, "is empty: say what the rule asks for");
	if (text_characters(field_of(message)) > RULE_MESSAGE_MAX)
		return config_fault(node, fault, "is longer than %d characters", RULE_MESSAGE_MAX);
	return true;
}

static bool
load_allowed(struct rule *rule, const struct config_node *node, struct fault *fault)
{
	struct config_node number = config_member(node, "maxFailures");
	struct config_node percent = config_member(node, "maxPercent");
	long allowed = 0;

	if (!config_integer(&number, 0, LONG_MAX, &allowed, fault)
	    || !percent_load(&rule->percent, &percent, fault))
		return false;
	rule->numbered = config_present(&number);
	rule->percented = config_present(&percent);
	rule->allowed = (uint64_t)allowed;
	return !rule->numbered || !rule->percented
	    || config_fault(&percent, fault, "stands beside maxFailures: one of them is meant");
}

static bool
load_predicate(struct predicate *predicate, const struct schema *schema,
    const struct config_node *node, struct fault *fault)
{
	return !config_present(node) || predicate_load(predicate, schema, node, fault);
}

static bool
load_parts(struct rule *rule, const struct schema *schema, const struct config_node *node,
    struct fault *fault)
{
	struct config_node condition = config_member(node, "if");
	struct config_node wanted = config_member(node, "then");
	struct config_node otherwise = config_member(node, "else");

	if (!config_present(&wanted) && !config_present(&otherwise))
		return config_fault(&wanted, fault, "is missing: what has to be so?");
	if (config_present(&otherwise) && !config_present(&condition))
		return config_fault(&otherwise, fault, "stands without an 'if'");
	return load_predicate(&rule->condition, schema, &condition, fault)
	    && load_predicate(&rule->wanted, schema, &wanted, fault)
	    && load_predicate(&rule->otherwise, schema, &otherwise, fault);
}

static bool
load_rule(struct rules *rules, const struct schema *schema, const struct config_node *node,
    struct fault *fault)
{
	static const char *const keys[] = { "id", "severity", "if", "then", "else", "message",
		"maxFailures", "maxPercent", NULL };
	struct config_node id = config_member(node, "id");
	struct config_node severity = config_member(node, "severity");
	struct config_node message = config_member(node, "message");
	/* counted first, so that a rule that is half read is released too */
	struct rule *rule = &rules->list[rules->count++];

	return config_only(node, keys, fault) && config_text_required(&id, &rule->id, fault)
	    && check_id(rules, &id, rule->id, fault)
	    && schema_severity(&severity, &rule->severity, fault)
	    && config_text_required(&message, &rule->message, fault)
	    && check_message(&message, rule->message, fault) && load_allowed(rule, node, fault)
	    && load_parts(rule, schema, node, fault);
}

bool
rules_open(struct rules *rules, const struct schema *schema, struct fault *fault)
{
	struct config_node node = schema_extension(schema, "rules");

	*rules = (struct rules){ 0 };
	if (!config_present(&node))
		return true;
	if (!config_is_array(&node))
		return config_fault(&node, fault, "an array of rules is expected");
	if (config_size(&node) > RULES_MAX)
		return config_fault(&node, fault, "has more than %d rules", RULES_MAX);
	rules->list = xcalloc(config_size(&node) + 1, sizeof *rules->list);
	for (size_t i = 0; i < config_size(&node); i++) {
		struct config_node rule = config_element(&node, i);

		if (!load_rule(rules, schema, &rule, fault))
			return false;
	}
	return true;
}

void
rules_close(struct rules *rules)
{
	for (size_t i = 0; i < rules->count; i++) {
		predicate_release(&rules->list[i].condition);
		predicate_release(&rules->list[i].wanted);
		predicate_release(&rules->list[i].otherwise);
	}
	free(rules->list);
	*rules = (struct rules){ 0 };
}

/* The part of the rule that the record has to meet, or NULL; gave_up as
 * predicate_judge has it. */
static const struct predicate *
applied(const struct rule *rule, const struct cells *cells, size_t *gave_up)
{
	const struct predicate *part = &rule->wanted;
	enum truth truth = TRUTH_YES;

	if (rule->condition.count != 0)
		truth = predicate_judge(&rule->condition, cells, gave_up);
	if (truth == TRUTH_UNKNOWN)
		return NULL;
	*gave_up = FINDING_NO_FIELD;
	if (truth == TRUTH_NO)
		part = &rule->otherwise;
	return part->count != 0 ? part : NULL;
}

bool
rules_judge(struct rules *rules, size_t index, const struct cells *cells, struct breach *breach)
{
	struct rule *rule = &rules->list[index];
	size_t field = FINDING_NO_FIELD;
	const struct predicate *part = applied(rule, cells, &field);
	enum truth truth = part != NULL ? predicate_judge(part, cells, &field) : TRUTH_UNKNOWN;

	/* a pattern that could not be matched is never passed in silence */
	if (truth == TRUTH_UNKNOWN && field != FINDING_NO_FIELD)
		truth = TRUTH_NO;
	else if (truth == TRUTH_NO)
		field = predicate_blame(part, cells);
	rule->judged += truth != TRUTH_UNKNOWN;
	if (truth != TRUTH_NO)
		return true;
	rule->failures++;
	*breach = (struct breach){ .code = FINDING_RULE,
		.severity = rule->numbered || rule->percented ? SEVERITY_WARNING : rule->severity,
		.field = field,
		.part = index };
	return false;
}

bool
rules_over(const struct rules *rules, size_t index, struct breach *breach)
{
	const struct rule *rule = &rules->list[index];
	bool over = (rule->numbered && rule->failures > rule->allowed)
	    || (rule->percented && percent_exceeded(&rule->percent, rule->failures, rule->judged));

	if (over)
		*breach = (struct breach){ .code = FINDING_RULE_LIMIT,
			.severity = rule->severity,
			.field = FINDING_NO_FIELD,
			.part = index };
	return over;
}

void
rules_rule(const struct rules *rules, size_t index, struct buffer *out)
{
	buffer_append_text(out, rules->list[index].id);
}

void
rules_message(const struct rules *rules, size_t index, struct buffer *out)
{
	buffer_append_text(out, rules->list[index].message);
}
