/* SPDX-License-Identifier: GPL-3.0-or-later */
/* limits: what a schema says of the table as a whole. */
#include "limits.h"

#include <inttypes.h>
#include <stdlib.h>

#define RECORDS_MAX 1000000000000000L /* more than any file holds */

static void
add(struct limits *limits, struct limit limit)
{
	limits->list = xreallocarray(limits->list, limits->count + 1, sizeof *limits->list);
	limits->list[limits->count++] = limit;
}

static bool
load_records(struct limits *limits, const struct config_node *node, enum finding_code code,
    long *records, struct fault *fault)
{
	if (!config_integer(node, 0, RECORDS_MAX, records, fault))
		return false;
	if (config_present(node))
		add(limits,
		    (struct limit){
		        .code = code, .field = FINDING_NO_FIELD, .records = (uint64_t)*records });
	return true;
}

static bool
load_table(struct limits *limits, const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "minRecords", "maxRecords", NULL };
	struct config_node fewest = config_member(node, "minRecords");
	struct config_node most = config_member(node, "maxRecords");
	long minimum = 0;
	long maximum = RECORDS_MAX;

	if (!config_present(node))
		return true;
	if (!config_only(node, keys, fault)
	    || !load_records(limits, &fewest, FINDING_FEW_RECORDS, &minimum, fault)
	    || !load_records(limits, &most, FINDING_MANY_RECORDS, &maximum, fault))
		return false;
	return minimum <= maximum || config_fault(&fewest, fault, "is larger than maxRecords");
}

bool
limits_open(struct limits *limits, const struct schema *schema, struct fault *fault)
{
	struct config_node table = schema_extension(schema, "limits");

	*limits = (struct limits){ 0 };
	if (!load_table(limits, &table, fault))
		return false;
	for (size_t i = 0; i < schema->count; i++) {
		struct config_node node = schema_field_extension(schema, i, "maxMissingPercent");
		struct limit limit = { .code = FINDING_MANY_MISSING, .field = i };

		if (!percent_load(&limit.percent, &node, fault))
			return false;
		if (config_present(&node))
			add(limits, limit);
	}
	return true;
}

void
limits_close(struct limits *limits)
{
	free(limits->list);
	*limits = (struct limits){ 0 };
}

static bool
is_broken(const struct limit *limit, uint64_t records, const uint64_t *missing)
{
	if (limit->code == FINDING_FEW_RECORDS)
		return records < limit->records;
	if (limit->code == FINDING_MANY_RECORDS)
		return records > limit->records;
	return percent_exceeded(&limit->percent, missing[limit->field], records);
}

bool
limits_judge(const struct limits *limits, size_t index, uint64_t records, const uint64_t *missing,
    struct breach *breach)
{
	const struct limit *limit = &limits->list[index];

	if (!is_broken(limit, records, missing))
		return true;
	*breach = (struct breach){ .code = limit->code,
		.severity = SEVERITY_ERROR,
		.field = limit->field,
		.part = index };
	return false;
}

void
limits_rule(const struct limits *limits, size_t index, struct buffer *out)
{
	const struct limit *limit = &limits->list[index];

	if (limit->code == FINDING_MANY_MISSING) {
		buffer_append_text(out, "maxMissingPercent ");
		percent_write(&limit->percent, out);
		return;
	}
	buffer_format(out, "%s %" PRIu64,
	    limit->code == FINDING_FEW_RECORDS ? "minRecords" : "maxRecords", limit->records);
}
