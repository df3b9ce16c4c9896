/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * open_keys: the keys of a schema that a test writes, in a folder of its own with
 * the tables that it refers to, and what they have against records.
 */
#ifndef MHSW_OPEN_KEYS_H
#define MHSW_OPEN_KEYS_H

#include "../../filters/validate/key/key.h"
#include "../../filters/validate/schema/judge.h"

#include "unit.h"

#include <stdlib.h>
#include <unistd.h>

#define FIELDS_MAX 4

/* A folder with a schema and the tables that it refers to. */
static char folder[] = "/tmp/mhsw-unit-XXXXXX";
static struct schema schema;
static struct keys keys;
static struct fault fault;

static const char *
path_of(const char *name)
{
	static char path[64];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	return path;
}

static void
write_file(const char *name, const char *text)
{
	FILE *file = fopen(path_of(name), "w");

	CHECK(file != NULL);
	if (file == NULL)
		return;
	fputs(text, file);
	fclose(file);
}

static bool
open_keys(const char *text, const struct filter_list *references, uint64_t limit)
{
	static char path[64];
	struct key_options options = { references, limit };

	write_file("schema.json", text);
	snprintf(path, sizeof path, "%s/schema.json", folder);
	fault.message[0] = '\0';
	keys = (struct keys){ 0 };
	return schema_open(&schema, path, &fault) && keys_open(&keys, &schema, &options, &fault);
}

static void
close_keys(void)
{
	keys_close(&keys);
	schema_close(&schema);
}

/* The cells of a record that is given as "a|b|c". */
struct record {
	struct field values[FIELDS_MAX];
	unsigned char states[FIELDS_MAX];
	struct buffer scratch[FIELDS_MAX];
	struct cells cells;
};

static void
take_record(struct record *record, const char *text)
{
	*record = (struct record){ .cells = { record->values, record->states } };
	for (size_t i = 0; i < schema.count; i++) {
		size_t length = strcspn(text, "|");
		struct judgement judgement;

		schema_judge(&schema.fields[i], (struct field){ text, length }, &record->scratch[i],
		    &judgement);
		record->values[i] = judgement.canonical;
		record->states[i] = (unsigned char)judgement.state;
		text += length + (text[length] == '|');
	}
}

static void
release_record(struct record *record)
{
	for (size_t i = 0; i < FIELDS_MAX; i++)
		buffer_release(&record->scratch[i]);
}

/* What the keys have against each of the records, whose origins are 1, 2, ...:
 * "-" for nothing, else code and first. */
static const char *
judge(const char *const *records)
{
	static char out[512];
	size_t length = 0;

	out[0] = '\0';
	for (size_t i = 0; keys_look_back(&keys) && records[i] != NULL; i++) {
		struct record record;

		take_record(&record, records[i]);
		CHECK(keys_survey(&keys, &record.cells, &fault));
		release_record(&record);
	}
	for (size_t i = 0; records[i] != NULL; i++) {
		struct record record;
		bool good = true;

		take_record(&record, records[i]);
		keys_expect(&keys, &record.cells);
		for (size_t j = 0; j < keys.count; j++) {
			struct breach breach;
			enum key_verdict verdict =
			    keys_judge(&keys, j, &record.cells, i + 1, &breach, &fault);

			good = good && verdict == KEY_GOOD;
			if (verdict == KEY_FAILED)
				length +=
				    (size_t)snprintf(out + length, sizeof out - length, "failed ");
			if (verdict == KEY_BREACH)
				length += (size_t)snprintf(out + length, sizeof out - length,
				    "%s%s/%d/%zu/%d ",
				    breach.severity == SEVERITY_WARNING ? "w" : "",
				    finding_name(breach.code), (int)breach.field, breach.part,
				    (int)breach.first);
		}
		if (good)
			length += (size_t)snprintf(out + length, sizeof out - length, "- ");
		release_record(&record);
	}
	return out;
}

#define JUDGE(...) judge((const char *const[]){ __VA_ARGS__, NULL })

static const char *
rule(size_t index)
{
	static char out[256];
	struct buffer buffer = { 0 };

	keys_rule(&keys, index, &buffer);
	snprintf(out, sizeof out, "%.*s", (int)buffer.length, buffer.data);
	buffer_release(&buffer);
	return out;
}

/* The fault of a schema, without the folder's name. */
static const char *
fault_of(const char *text, const struct filter_list *references)
{
	char *place;

	if (open_keys(text, references, 0))
		strcpy(fault.message, "no fault");
	close_keys();
	while ((place = strstr(fault.message, folder)) != NULL)
		memmove(place, place + sizeof folder, strlen(place + sizeof folder) + 1);
	return fault.message;
}

static void
begin_folder(void)
{
	CHECK(mkdtemp(folder) != NULL);
}

/* count files were written there. */
static void
end_folder(const char *const *files, size_t count)
{
	for (size_t i = 0; i < count; i++)
		unlink(path_of(files[i]));
	CHECK(rmdir(folder) == 0);
}

#endif
