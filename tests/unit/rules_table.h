/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rules_table: a schema with one field of each kind, records of it by short
 * texts, and the faults of its extension; for the tests of rules.
 */
#ifndef MHSW_RULES_TABLE_H
#define MHSW_RULES_TABLE_H

#include "../../filters/validate/rule/limits.h"
#include "../../filters/validate/rule/rules.h"

#include "unit.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define FIELDS 20

/* One field of each kind, by the letter that the cells below are given by. */
static const char fields[] =
    "{ \"fields\": ["
    "{ \"name\": \"s\" },"
    "{ \"name\": \"c\", \"constraints\": { \"enum\": [\"red\", \"blue\"] },"
    "  \"missingValues\": [\"\", \"none\"] },"
    "{ \"name\": \"i\", \"type\": \"integer\", \"mhsw\": { \"maxMissingPercent\": 12.5 } },"
    "{ \"name\": \"j\", \"type\": \"integer\" },"
    "{ \"name\": \"n\", \"type\": \"number\" },"
    "{ \"name\": \"b\", \"type\": \"boolean\" },"
    "{ \"name\": \"y\", \"type\": \"boolean\", \"trueValues\": [\"J\"], \"falseValues\": [\"N\"] },"
    "{ \"name\": \"d\", \"type\": \"date\" },"
    "{ \"name\": \"e\", \"type\": \"date\" },"
    "{ \"name\": \"m\", \"type\": \"yearmonth\" },"
    "{ \"name\": \"t\" },"
    "{ \"name\": \"k\", \"type\": \"number\" },"
    "{ \"name\": \"u\", \"type\": \"datetime\" },"
    "{ \"name\": \"v\", \"type\": \"datetime\" },"
    "{ \"name\": \"f\", \"type\": \"date\", \"format\": \"%%d/%%m/%%Y\" },"
    "{ \"name\": \"l\", \"type\": \"list\", \"itemType\": \"integer\" },"
    "{ \"name\": \"g\", \"type\": \"list\", \"itemType\": \"integer\", \"delimiter\": \"|\" },"
    "{ \"name\": \"p\", \"type\": \"duration\" },"
    "{ \"name\": \"x\", \"type\": \"any\" },"
    "{ \"name\": \"a\", \"type\": \"year\" }"
    "], \"mhsw\": { %s } }";
static const char letters[FIELDS + 1] = "scijnbydemtkuvflgpxa";

__attribute__((unused)) static int
memory_file(const char *text, size_t length, char path[64])
{
	int descriptor = memfd_create("schema", MFD_CLOEXEC);

	if (descriptor < 0 || write(descriptor, text, length) != (ssize_t)length)
		abort();
	snprintf(path, 64, "/proc/self/fd/%d", descriptor);
	return descriptor;
}

/* What the tests are asked of. */
struct table {
	int descriptor;
	char path[64];
	struct schema schema;
	struct rules rules;
	struct limits limits;
	struct fault fault;
	bool good;
};

/* extension: the members of the table's "mhsw". */
__attribute__((unused)) static void
table_open(struct table *table, const char *extension)
{
	struct buffer text = { 0 };

	*table = (struct table){ 0 };
	buffer_format(&text, fields, extension);
	table->descriptor = memory_file(text.data, text.length, table->path);
	buffer_release(&text);
	table->good = schema_open(&table->schema, table->path, &table->fault)
	    && rules_open(&table->rules, &table->schema, &table->fault)
	    && limits_open(&table->limits, &table->schema, &table->fault);
}

__attribute__((unused)) static void
table_close(struct table *table)
{
	limits_close(&table->limits);
	rules_close(&table->rules);
	schema_close(&table->schema);
	close(table->descriptor);
}

/* The cells of a record from "i=5;d=2024-02-29;n=!": '!' is a bad one, and the
 * others are missing. */
struct record {
	struct field values[FIELDS];
	unsigned char states[FIELDS];
	struct cells cells;
};

__attribute__((unused)) static void
record_set(struct record *record, const char *text)
{
	for (size_t i = 0; i < FIELDS; i++) {
		record->values[i] = field_of("");
		record->states[i] = CELL_MISSING;
	}
	while (*text != '\0') {
		size_t field = (size_t)(strchr(letters, *text) - letters);
		size_t length = strcspn(text, ";") - 2;

		record->values[field] = (struct field){ text + 2, length };
		record->states[field] = text[2] == '!' ? CELL_BAD : CELL_VALUE;
		text += length + 2;
		text += *text == ';';
	}
	record->cells = (struct cells){ record->values, record->states };
}

/* The message of a schema with that extension. */
__attribute__((unused)) static const char *
fault_of(const char *extension)
{
	static char message[1024];
	struct table table;
	const char *at;

	table_open(&table, extension);
	at = strstr(table.fault.message, ": ");
	snprintf(message, sizeof message, "%s", table.good ? "good" : at != NULL ? at + 2 : "");
	table_close(&table);
	return message;
}

/* The fault of a predicate, as the "then" of a rule, behind its pointer. */
__attribute__((unused)) static const char *
predicate_fault(const char *predicate)
{
	static const char start[] = "at /mhsw/rules/0/then";
	struct buffer extension = { 0 };
	const char *message;

	buffer_format(
	    &extension, "\"rules\":[{\"id\":\"r\",\"message\":\"words\",\"then\":%s}]", predicate);
	buffer_append(&extension, "", 1);
	message = fault_of(extension.data);
	buffer_release(&extension);
	return strncmp(message, start, strlen(start)) == 0 ? message + strlen(start) : message;
}

#endif
