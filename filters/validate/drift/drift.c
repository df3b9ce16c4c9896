/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drift: the earlier run record and the schema's thresholds. */
#include "drift.h"

#include <limits.h>
#include <stdlib.h>

#define RECORDS_PERCENT 20.0
#define MISSING_POINTS  5.0
#define DIGEST_DIGITS   16

static bool
load_threshold(const struct config_node *parent, const char *key, double most, double *out,
    struct fault *fault)
{
	struct config_node node = config_member(parent, key);

	if (!config_number(&node, out, fault))
		return false;
	if (*out < 0)
		return config_fault(&node, fault, "is too small: the least is 0");
	return *out <= most || config_fault(&node, fault, "is too large: the most is %.0f", most);
}

static bool
load_thresholds(struct drift *drift, struct fault *fault)
{
	static const char *const keys[] = { "recordsPercent", "missingPoints", NULL };
	struct config_node node = schema_extension(drift->schema, "drift");

	if (!config_present(&node))
		return true;
	return config_only(&node, keys, fault)
	    && load_threshold(&node, keys[0], 1e9, &drift->records_percent, fault)
	    && load_threshold(&node, keys[1], 100, &drift->missing_points, fault);
}

static bool
load_count(const struct config_node *parent, const char *key, uint64_t most, uint64_t *out,
    struct fault *fault)
{
	struct config_node node = config_member(parent, key);
	long count = 0;

	if (!config_present(&node))
		return config_fault(&node, fault, "is missing: a whole number is expected");
	if (!config_integer(&node, 0, most > LONG_MAX ? LONG_MAX : (long)most, &count, fault))
		return false;
	*out = (uint64_t)count;
	return true;
}

static bool
digest_digit(char byte, uint64_t *digest)
{
	static const char digits[] = "0123456789abcdef";
	const char *found = memchr(digits, byte, sizeof digits - 1);

	if (found == NULL)
		return false;
	*digest = *digest << 4 | (uint64_t)(found - digits);
	return true;
}

/* Digests in their order, one blank between two. */
static bool
parse_codes(const char *text, struct drift_field *field)
{
	size_t length = strlen(text);
	size_t count = (length + 1) / (DIGEST_DIGITS + 1);

	field->watched = true;
	if (length == 0)
		return true;
	if ((length + 1) % (DIGEST_DIGITS + 1) != 0)
		return false;
	field->codes = xcalloc(count, sizeof *field->codes);
	for (; field->count < count; field->count++) {
		uint64_t *digest = &field->codes[field->count];

		for (size_t i = 0; i < DIGEST_DIGITS; i++)
			if (!digest_digit(*text++, digest))
				return false;
		if (field->count != 0 && *digest < digest[-1])
			return false;
		if (*text != '\0' && *text++ != ' ')
			return false;
	}
	return true;
}

static bool
load_field(
    struct drift *drift, const struct config_node *node, const char *name, struct fault *fault)
{
	static const char *const keys[] = { "missing", "codes", NULL };
	struct drift_field *field = &drift->fields[drift->count++];
	struct config_node codes;
	const char *text = NULL;

	*field = (struct drift_field){ .name = name };
	if (!config_only(node, keys, fault)
	    || !load_count(node, "missing", drift->records, &field->missing, fault))
		return false;
	codes = config_member(node, "codes");
	if (!config_text(&codes, &text, fault))
		return false;
	if (text == NULL || strcmp(text, PROFILE_GIVEN_UP) == 0)
		return true;
	return parse_codes(text, field)
	    || config_fault(&codes, fault, "sorted digests are expected, with a blank between two");
}

static bool
load_profile(struct drift *drift, const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "form", "schema", "records", "fields", NULL };
	struct config_node form = config_member(node, "form");
	struct config_node schema = config_member(node, "schema");
	struct config_node fields = config_member(node, "fields");
	const char *name = NULL;
	long number = 0;

	if (!config_integer(&form, 0, LONG_MAX, &number, fault))
		return false;
	if (number != PROFILE_FORM)
		return config_fault(&form, fault,
		    "is of another version of validate: run it again over the earlier file");
	if (!config_only(node, keys, fault) || !config_text_required(&schema, &name, fault))
		return false;
	if (strcmp(name, profile_schema_name(drift->schema)) != 0)
		return config_fault(&schema, fault,
		    "the earlier run was with a schema of another name than this one's");
	if (!load_count(node, "records", UINT64_MAX, &drift->records, fault))
		return false;
	if (!config_is_object(&fields))
		return config_fault(&fields, fault, "an object is expected");
	drift->fields = xcalloc(config_size(&fields) + 1, sizeof *drift->fields);
	for (size_t i = 0; i < config_size(&fields); i++) {
		struct config_node field;
		const char *key = config_key(&fields, i, &field);

		if (!load_field(drift, &field, key, fault))
			return false;
	}
	return true;
}

static bool
load_record(struct drift *drift, struct fault *fault)
{
	struct config_node root = config_root(&drift->file);
	struct config_node program = config_member(&root, "program");
	struct config_node status = config_member(&root, "status");
	struct config_node details = config_member(&root, "details");
	struct config_node profile = config_member(&details, "profile");
	const char *name = NULL;
	long code = -1;

	if (!config_is_object(&root) || !config_present(&program) || !config_present(&status))
		return config_fault(&root, fault, "is no run record (see --run-record)");
	if (!config_text(&program, &name, fault)
	    || !config_integer(&status, STATUS_DONE, STATUS_FAILED, &code, fault))
		return false;
	if (strcmp(name, "validate") != 0)
		return config_fault(&program, fault, "is the run record of another program");
	if (code == STATUS_FAILED)
		return config_fault(
		    &status, fault, "the earlier run failed, so it has nothing to compare with");
	if (!config_present(&profile))
		return config_fault(&profile, fault,
		    "is missing: the earlier run had no schema, or validate was an older one");
	if (!config_is_object(&profile))
		return config_fault(&profile, fault, "an object is expected");
	return load_profile(drift, &profile, fault);
}

bool
drift_open(struct drift *drift, const struct schema *schema, const char *path, struct fault *fault)
{
	*drift = (struct drift){ .schema = schema,
		.records_percent = RECORDS_PERCENT,
		.missing_points = MISSING_POINTS };
	if (!load_thresholds(drift, fault))
		return false;
	return path == NULL
	    || (config_open(&drift->file, path, fault) && load_record(drift, fault));
}

void
drift_close(struct drift *drift)
{
	for (size_t i = 0; i < drift->count; i++)
		free(drift->fields[i].codes);
	free(drift->fields);
	config_close(&drift->file);
	*drift = (struct drift){ 0 };
}
