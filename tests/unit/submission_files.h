/* SPDX-License-Identifier: GPL-3.0-or-later */
/* submission_files: schemas and lists in a folder of their own, what is told of the
 * submissions and what is listed, for the tests of submissions. */
#ifndef TEST_SUBMISSION_FILES_H
#define TEST_SUBMISSION_FILES_H

#include "../../filters/validate/submission/submission.h"
#include "unit.h"

#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

/* Members of the rule in the schema. */
#define RULE "\"organisation\":\"org\",\"period\":\"month\""

static char folder[] = "/tmp/mhsw-unit-XXXXXX";
static char schema_file[64];
static char expected_file[64];
static char list_file[64];

static inline void
put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
		exit(2);
}

static const char fields_text[] =
    "{\"fields\":[{\"name\":\"org\"},{\"name\":\"month\",\"type\":\"yearmonth\"},"
    "{\"name\":\"sent\",\"type\":\"date\"},"
    "{\"name\":\"key\",\"mhsw\":{\"sensitive\":true}}],\"mhsw\":{\"submissions\":%s}}";

static inline void
open_schema(struct schema *schema, const char *rule)
{
	struct fault fault = { "" };
	char text[1024];

	snprintf(text, sizeof text, fields_text, rule);
	put(schema_file, text);
	if (!CHECK(schema_open(schema, schema_file, &fault)))
		printf("# %s\n", fault.message);
}

/* "" is missing, "!" is bad. */
static inline struct cells
cells_of(const char *org, const char *month, const char *sent)
{
	static struct field values[4];
	static unsigned char states[4];
	const char *const texts[] = { org, month, sent, "" };

	for (size_t i = 0; i < 4; i++) {
		values[i] = field_of(texts[i]);
		states[i] = texts[i][0] == '\0' ? CELL_MISSING
		    : texts[i][0] == '!'        ? CELL_BAD
		                                : CELL_VALUE;
	}
	return (struct cells){ values, states };
}

static inline bool
survey(struct submissions *submissions, size_t file, const char *name, const char *org,
    const char *month, const char *sent)
{
	struct cells cells = cells_of(org, month, sent);
	struct fault fault;

	return submissions_survey(submissions, file, name, &cells, &fault);
}

static inline bool
replaced(struct submissions *submissions, size_t file, const char *org, const char *month)
{
	struct cells cells = cells_of(org, month, "");

	return submissions_replaced(submissions, file, &cells);
}

static inline void
listen(void *context, const struct breach *breach, uint64_t count, const char *file,
    const char *detail)
{
	buffer_format(context, "%s %" PRIu64 " %s: %s\n", finding_name(breach->code), count,
	    file != NULL ? file : "-", detail);
}

/* What is told of the submissions. */
static inline const char *
told(const struct submissions *submissions)
{
	static char out[4096];
	struct buffer text = { 0 };

	submissions_report(submissions, listen, &text);
	snprintf(out, sizeof out, "%.*s", (int)text.length, text.length != 0 ? text.data : "");
	buffer_release(&text);
	return out;
}

/* What is listed, without the header. */
static inline const char *
listed(const struct submissions *submissions)
{
	static const char header[] = "organisation,period,status,file,records,received,due\n";
	static char out[4096];
	struct writer writer;
	struct fault fault;
	FILE *file = fopen(list_file, "w+");
	size_t length;

	if (file == NULL)
		exit(2);
	writer_open(&writer, fileno(file), list_file);
	submissions_write(submissions, &writer);
	CHECK(writer_flush(&writer, &fault));
	writer_close(&writer);
	rewind(file);
	length = fread(out, 1, sizeof out - 1, file);
	fclose(file);
	out[length] = '\0';
	CHECK(strncmp(out, header, strlen(header)) == 0);
	return strlen(out) < strlen(header) ? out : out + strlen(header);
}

static inline void
open_folder(void)
{
	if (mkdtemp(folder) == NULL)
		exit(2);
	snprintf(schema_file, sizeof schema_file, "%s/schema.json", folder);
	snprintf(expected_file, sizeof expected_file, "%s/expected.csv", folder);
	snprintf(list_file, sizeof list_file, "%s/list.csv", folder);
}

static inline void
close_folder(void)
{
	unlink(schema_file);
	unlink(expected_file);
	unlink(list_file);
	rmdir(folder);
}

#endif
