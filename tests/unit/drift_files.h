/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drift_files: schemas and run records in a folder of their own, for the tests of
 * profile and drift. */
#ifndef TEST_DRIFT_FILES_H
#define TEST_DRIFT_FILES_H

#include "../../filters/validate/drift/drift.h"
#include "unit.h"

#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/mhsw-unit-XXXXXX";
static char schema_path_text[64];
static char record_path[64];
static char other_path[64];

static inline void
put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
		exit(2);
}

static inline struct buffer
content(const char *path)
{
	struct buffer out = { 0 };
	FILE *file = fopen(path, "r");
	size_t got;

	if (file == NULL)
		exit(2);
	do {
		buffer_reserve(&out, 65536);
		got = fread(out.data + out.length, 1, 65535, file);
		out.length += got;
	} while (got != 0);
	fclose(file);
	buffer_append(&out, "", 1);
	out.length--;
	return out;
}

static inline void
add(struct profile *profile, const char *const *texts)
{
	struct field values[8];
	unsigned char states[8];

	for (size_t i = 0; i < profile->schema->count; i++) {
		values[i] = field_of(texts[i]);
		states[i] = texts[i][0] == '\0' ? CELL_MISSING
		    : texts[i][0] == '!'        ? CELL_BAD
		                                : CELL_VALUE;
	}
	profile_add(profile, &(struct cells){ values, states });
}

static const char schema_text[] =
    "{\"name\":\"visits\",\"fields\":["
    "{\"name\":\"kind\",\"constraints\":{\"enum\":[\"home\",\"phone\",\"office\"]}},"
    "{\"name\":\"team\",\"mhsw\":{\"codes\":true}},"
    "{\"name\":\"score\",\"type\":\"integer\",\"constraints\":{\"enum\":[1,2,3]}},"
    "{\"name\":\"note\"},"
    "{\"name\":\"postcode\",\"mhsw\":{\"sensitive\":true},"
    "\"constraints\":{\"enum\":[\"secret\"]}}]}";

static inline void
open_schema(struct schema *schema, const char *text)
{
	struct fault fault = { "" };

	put(schema_path_text, text);
	if (!CHECK(schema_open(schema, schema_path_text, &fault)))
		printf("# %s\n", fault.message);
}

static inline void
write_record(const struct profile *profile, const char *path, enum status status)
{
	struct runrecord record;
	struct fault fault;

	runrecord_open(&record, "validate");
	profile_write(profile, &record);
	CHECK(runrecord_write(&record, path, status, &fault));
	runrecord_close(&record);
}

/* Everything up to the times is the same. */
static inline bool
same_records(const char *left, const char *right)
{
	struct buffer a = content(left);
	struct buffer b = content(right);
	const char *end = strstr(a.data, "\"timings\"");
	bool same =
	    end != NULL && strncmp(a.data, b.data, (size_t)(end - a.data)) == 0 && a.length > 100;

	buffer_release(&a);
	buffer_release(&b);
	return same;
}

static inline bool
holds(const char *path, const char *text)
{
	struct buffer all = content(path);
	bool found = strstr(all.data, text) != NULL;

	buffer_release(&all);
	return found;
}

static inline void
open_folder(void)
{
	if (mkdtemp(folder) == NULL)
		exit(2);
	snprintf(schema_path_text, sizeof schema_path_text, "%s/schema.json", folder);
	snprintf(record_path, sizeof record_path, "%s/run.json", folder);
	snprintf(other_path, sizeof other_path, "%s/other.json", folder);
}

static inline void
close_folder(void)
{
	unlink(schema_path_text);
	unlink(record_path);
	unlink(other_path);
	rmdir(folder);
}

#endif
