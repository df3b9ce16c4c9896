/* SPDX-License-Identifier: GPL-3.0-or-later */
/* profile: what a file is like as a whole. */
#include "profile.h"

#include <stdlib.h>

#define FIRST_CAPACITY 64

const char *
profile_schema_name(const struct schema *schema)
{
	struct config_node root = schema_root(schema);
	struct config_node node = config_member(&root, "name");
	const char *name = "";
	struct fault ignored;

	/* a name that is no text is a fault that the schema has said */
	(void)config_text(&node, &name, &ignored);
	return name;
}

/* The texts that a field's values are limited to, or NULL. */
static const struct texts *
listed_texts(const struct schema_field *field)
{
	if (field->constraint.listed)
		return &field->constraint.values;
	return field->constraint.categorised ? &field->constraint.categories : NULL;
}

static void
watch_open(struct profile *profile, size_t field, const struct texts *listed)
{
	struct profile_watch *watch = &profile->watches[profile->watch_count];
	const char *name = profile_schema_name(profile->schema);
	struct buffer key = { 0 };

	buffer_append(&key, name, strlen(name) + 1);
	buffer_append_text(&key, profile->schema->fields[field].name);
	*watch =
	    (struct profile_watch){ .field = field, .listed = listed, .capacity = FIRST_CAPACITY };
	watch->slots = xcalloc(watch->capacity, sizeof *watch->slots);
	if (listed != NULL)
		watch->seen = xcalloc(listed->count, sizeof *watch->seen);
	digest_keyed_init(&watch->keyed, (const unsigned char *)key.data, key.length);
	buffer_release(&key);
	profile->active[profile->active_count++] = profile->watch_count++;
}

static bool
load_field(struct profile *profile, size_t field, struct fault *fault)
{
	const struct schema_field *about = &profile->schema->fields[field];
	struct config_node codes = schema_field_extension(profile->schema, field, "codes");
	struct config_node list = schema_field_extension(profile->schema, field, "codeList");
	const struct texts *listed = listed_texts(about);
	bool wanted = false;

	if (!config_bool(&codes, &wanted, fault))
		return false;
	if (wanted && about->sensitive)
		return config_fault(&codes, fault,
		    "the codes of a sensitive field are not watched: take one of the two away");
	if (!about->sensitive && (wanted || listed != NULL || config_present(&list)))
		watch_open(profile, field, listed);
	return true;
}

bool
profile_open(struct profile *profile, const struct schema *schema, struct fault *fault)
{
	*profile = (struct profile){ .schema = schema };
	profile->missing = xcalloc(schema->count + 1, sizeof *profile->missing);
	profile->watches = xcalloc(schema->count + 1, sizeof *profile->watches);
	profile->active = xcalloc(schema->count + 1, sizeof *profile->active);
	for (size_t i = 0; i < schema->count; i++)
		if (!load_field(profile, i, fault))
			return false;
	return true;
}

void
profile_close(struct profile *profile)
{
	for (size_t i = 0; i < profile->watch_count; i++) {
		free(profile->watches[i].slots);
		free(profile->watches[i].seen);
		digest_keyed_release(&profile->watches[i].keyed);
	}
	free(profile->watches);
	free(profile->active);
	free(profile->missing);
	*profile = (struct profile){ 0 };
}

const struct profile_watch *
profile_watch_of(const struct profile *profile, size_t field)
{
	for (size_t i = 0; i < profile->watch_count; i++)
		if (profile->watches[i].field == field)
			return &profile->watches[i];
	return NULL;
}
