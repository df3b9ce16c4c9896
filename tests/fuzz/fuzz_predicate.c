/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the rules of a schema: any bytes as table.json; where they are one, what
 * stands behind the first NUL, cut at its line ends, as the cells of one record.
 * The opposite of a predicate (De Morgan) has the opposite truth, and "not" twice
 * has the same; what breaks a rule names a field.
 */
#include "../../filters/lib/text.h"
#include "../../filters/validate/rule/limits.h"
#include "../../filters/validate/rule/rules.h"
#include "../../filters/validate/schema/judge.h"

#include "fuzz_file.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A predicate whose nodes borrow all that they hold. */
static struct predicate_node *
append(struct predicate *out, const struct predicate_node *node)
{
	out->nodes = xreallocarray(out->nodes, out->count + 1, sizeof *out->nodes);
	out->nodes[out->count] = *node;
	return &out->nodes[out->count++];
}

static void append_not(struct predicate *out, const struct predicate *from, size_t index);

/* The node and its parts, as they are or each as its opposite. */
static void
append_parts(struct predicate *out, const struct predicate *from, size_t index,
    enum predicate_op op, bool as_is)
{
	const struct predicate_node *node = &from->nodes[index];
	size_t start = out->count;
	size_t part = index + 1;

	append(out, node)->op = op;
	while (part < node->end) {
		if (as_is)
			append_parts(out, from, part, from->nodes[part].op, true);
		else
			append_not(out, from, part);
		part = from->nodes[part].end;
	}
	out->nodes[start].end = out->count;
}

static void
append_not(struct predicate *out, const struct predicate *from, size_t index)
{
	static const enum predicate_op opposites[] = {
		[PREDICATE_EQ] = PREDICATE_NE,
		[PREDICATE_NE] = PREDICATE_EQ,
		[PREDICATE_LT] = PREDICATE_GE,
		[PREDICATE_LE] = PREDICATE_GT,
		[PREDICATE_GT] = PREDICATE_LE,
		[PREDICATE_GE] = PREDICATE_LT,
		[PREDICATE_BLANK] = PREDICATE_PRESENT,
		[PREDICATE_PRESENT] = PREDICATE_BLANK,
		[PREDICATE_ALL] = PREDICATE_ANY,
		[PREDICATE_ANY] = PREDICATE_ALL,
	};
	const struct predicate_node *node = &from->nodes[index];
	size_t start = out->count;

	switch (node->op) {
	case PREDICATE_NOT:
		append_parts(out, from, index + 1, from->nodes[index + 1].op, true);
		break;
	case PREDICATE_IN:
	case PREDICATE_MATCHES:
	case PREDICATE_DAYS:
		append(out, node)->op = PREDICATE_NOT;
		append_parts(out, from, index, node->op, true);
		out->nodes[start].end = out->count;
		break;
	default:
		append_parts(out, from, index, opposites[node->op], false);
		break;
	}
}

static void
compare(const struct schema *schema, const struct predicate *predicate, const struct cells *cells)
{
	struct predicate opposite = { 0 };
	struct predicate twice = { 0 };
	size_t gave_up = 0;
	enum truth truth;

	if (predicate->count == 0)
		return;
	truth = predicate_judge(predicate, cells, &gave_up);
	append_not(&opposite, predicate, 0);
	append_not(&twice, &opposite, 0);
	if (opposite.nodes[0].end != opposite.count
	    || predicate_judge(&opposite, cells, &gave_up) + truth != TRUTH_YES
	    || predicate_judge(&twice, cells, &gave_up) != truth)
		abort();
	if (truth == TRUTH_NO && predicate_blame(predicate, cells) >= schema->count)
		abort();
	free(opposite.nodes);
	free(twice.nodes);
}

static void
judge(const struct schema *schema, struct rules *rules, const struct cells *cells)
{
	for (size_t i = 0; i < rules->count; i++) {
		struct buffer words = { 0 };
		struct breach breach;

		compare(schema, &rules->list[i].condition, cells);
		compare(schema, &rules->list[i].wanted, cells);
		compare(schema, &rules->list[i].otherwise, cells);
		if (!rules_judge(rules, i, cells, &breach)
		    && (breach.field >= schema->count || breach.part != i))
			abort();
		(void)rules_over(rules, i, &breach);
		rules_rule(rules, i, &words);
		rules_message(rules, i, &words);
		buffer_release(&words);
	}
}

/* One record of what stands there, a line for each field. */
static void
judge_record(const struct schema *schema, struct rules *rules, const char *data, size_t size)
{
	struct buffer *scratch = xcalloc(schema->count, sizeof *scratch);
	struct field *values = xcalloc(schema->count, sizeof *values);
	unsigned char *states = xcalloc(schema->count, 1);
	size_t start = 0;

	for (size_t i = 0; i < schema->count; i++) {
		const char *end = start < size ? memchr(data + start, '\n', size - start) : NULL;
		size_t length = end != NULL ? (size_t)(end - data) - start : size - start;
		struct judgement judgement;

		/* the reader hands out nothing but UTF-8 */
		schema_judge(&schema->fields[i],
		    (struct field){ data + start, text_invalid_at(data + start, length) },
		    &scratch[i], &judgement);
		values[i] = judgement.canonical;
		states[i] = (unsigned char)judgement.state;
		start += end != NULL ? length + 1 : length;
	}
	judge(schema, rules, &(struct cells){ values, states });
	for (size_t i = 0; i < schema->count; i++)
		buffer_release(&scratch[i]);
	free(scratch);
	free(values);
	free(states);
}

static void
judge_limits(const struct limits *limits, const struct schema *schema, uint64_t records)
{
	uint64_t *missing = xcalloc(schema->count, sizeof *missing);
	struct breach breach;

	for (size_t i = 0; i < limits->count; i++) {
		struct buffer words = { 0 };

		(void)limits_judge(limits, i, records, missing, &breach);
		limits_rule(limits, i, &words);
		buffer_release(&words);
	}
	free(missing);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct schema schema;
	struct rules rules = { 0 };
	struct limits limits = { 0 };
	struct fault fault = { 0 };
	const uint8_t *nul = size != 0 ? memchr(data, '\0', size) : NULL;
	size_t length = nul != NULL ? (size_t)(nul - data) : size;
	size_t values = nul != NULL ? length + 1 : size;
	char path[64];
	int descriptor = fuzz_file(data, length, path);

	if (schema_open(&schema, path, &fault) && rules_open(&rules, &schema, &fault)
	    && limits_open(&limits, &schema, &fault)) {
		judge_record(&schema, &rules, (const char *)data + values, size - values);
		judge_limits(&limits, &schema, size);
	} else if (fault.message[0] == '\0') {
		abort();
	}
	limits_close(&limits);
	rules_close(&rules);
	schema_close(&schema);
	close(descriptor);
	return 0;
}
