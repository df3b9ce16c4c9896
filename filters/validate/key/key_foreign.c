/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_foreign: foreign keys, to other files and to the table itself. */
#include "key_file.h"
#include "key_part.h"

#include <stdlib.h>
#include <sys/stat.h>

/* A foreign key as it stands in the schema. */
struct foreign {
	struct config_node resource;
	struct config_node fields; /* of the table that is referred to */
	const char *name;          /* of that table; "": this one */
};

static bool
read_foreign(struct foreign *foreign, const struct config_node *node, struct fault *fault)
{
	static const char *const members[] = { "fields", "reference", NULL };
	static const char *const reference_members[] = { "resource", "fields", NULL };
	struct config_node reference;

	if (!config_only(node, members, fault))
		return false;
	reference = config_member(node, "reference");
	if (!config_only(&reference, reference_members, fault))
		return false;
	foreign->resource = config_member(&reference, "resource");
	foreign->fields = config_member(&reference, "fields");
	foreign->name = "";
	return config_text(&foreign->resource, &foreign->name, fault);
}

/* The FILE of NAME=FILE, or NULL. */
static const char *
given_file(const char *reference, const char *name)
{
	size_t length = strlen(name);

	if (length == 0 || strncmp(reference, name, length) != 0 || reference[length] != '=')
		return NULL;
	return reference + length + 1;
}

static bool
is_file(const struct buffer *path)
{
	struct stat status;

	return stat(path->data, &status) == 0 && !S_ISDIR(status.st_mode);
}

/* Where the table is: path gets it with a final NUL. */
static bool
find_file(const struct schema *schema, const struct key_options *options,
    const struct foreign *foreign, struct buffer *path, struct fault *fault)
{
	const struct filter_list *references = options->references;

	for (size_t i = 0; references != NULL && i < references->count; i++) {
		const char *file = given_file(references->values[i], foreign->name);

		if (file != NULL) {
			buffer_append(path, file, strlen(file) + 1);
			return true;
		}
	}
	if (strstr(foreign->name, "://") != NULL)
		return config_fault(&foreign->resource, fault,
		    "nothing is read from the network; save the table and say --reference "
		    "NAME=FILE");
	schema_path(schema, foreign->name, path);
	if (is_file(path))
		return true;
	path->length--;
	buffer_append(path, ".csv", sizeof ".csv");
	return is_file(path)
	    || config_fault(&foreign->resource, fault,
	        "there is neither a file '%s' nor '%s.csv' beside the schema; say --reference "
	        "%s=FILE",
	        foreign->name, foreign->name, foreign->name);
}

static const char *
text_at(const struct config_node *list, size_t index, struct fault *fault)
{
	struct config_node node = config_is_array(list) ? config_element(list, index) : *list;
	const char *text = NULL;

	return config_text_required(&node, &text, fault) ? text : NULL;
}

/* The file's columns that the fields stand for; the columns are the caller's room. */
static bool
find_columns(const struct reader *reader, const struct config_node *fields, size_t count,
    size_t *columns, struct fault *fault)
{
	for (size_t i = 0; i < count; i++) {
		const char *name = text_at(fields, i, fault);

		if (name == NULL || !reader_require(reader, name, &columns[i], fault))
			return false;
	}
	return true;
}

/* A row with a missing part, or one that is not of its type, is nothing that could be
 * referred to. */
static bool
read_rows(struct keys *keys, struct key *key, struct key_file *file, const size_t *columns,
    struct fault *fault)
{
	struct buffer *out = &keys->scratch;
	struct field text;
	bool more;

	for (;;) {
		size_t i = 0;

		if (!key_file_next(file, &more, fault))
			return false;
		if (!more)
			return true;
		buffer_clear(out);
		while (i < key->count
		    && key_file_part(file, columns[i], &keys->schema->fields[key->columns[i]],
		           key->count, out)
		        == CELL_VALUE)
			i++;
		text = (struct field){ out->data, out->length };
		if (i == key->count
		    && keyset_enter(&key->seen, text, keyset_hash(&key->seen, text), 1) == 0
		    && !keys_hold(keys, key->path, (size_t)file->reader.line, fault))
			return false;
	}
}

static bool
read_table(
    struct keys *keys, struct key *key, const struct config_node *fields, struct fault *fault)
{
	struct key_file file;
	size_t *columns;
	bool good;

	if (!key_file_open(&file, key->path, fault))
		return false;
	columns = xcalloc(key->count, sizeof *columns);
	good = find_columns(&file.reader, fields, key->count, columns, fault)
	    && read_rows(keys, key, &file, columns, fault);
	free(columns);
	key_file_close(&file);
	return good;
}

static bool
refer_to_itself(
    struct keys *keys, struct key *key, const struct config_node *fields, struct fault *fault)
{
	const struct schema_field *all = keys->schema->fields;
	size_t count;

	if (!schema_find_list(keys->schema, fields, &key->referred, &count, fault))
		return false;
	for (size_t i = 0; i < count; i++)
		if (all[key->columns[i]].type.kind != all[key->referred[i]].type.kind)
			return config_fault(fields, fault,
			    "field '%s' is of another type than field '%s', which refers to it",
			    all[key->referred[i]].name, all[key->columns[i]].name);
	return true;
}

/* organisation -> organisations.csv (code) */
static bool
make_rule(
    const struct keys *keys, struct key *key, const struct foreign *foreign, struct fault *fault)
{
	struct buffer rule = { 0 };

	buffer_append_text(&rule, key->count == 1 ? "foreignKey " : "foreignKeys ");
	key_names(keys->schema, key->columns, key->count, &rule);
	buffer_format(&rule, " -> %s", *foreign->name == '\0' ? "this table" : foreign->name);
	for (size_t i = 0; i < key->count; i++) {
		const char *name = text_at(&foreign->fields, i, fault);

		if (name == NULL) {
			buffer_release(&rule);
			return false;
		}
		buffer_format(&rule, "%s%s", i == 0 ? " (" : ", ", name);
	}
	buffer_append_text(&rule, ")");
	key_take_rule(key, &rule);
	return true;
}

static bool
load_foreign(struct keys *keys, const struct key_options *options, const struct config_node *node,
    struct fault *fault)
{
	struct config_node fields = config_member(node, "fields");
	struct buffer path = { 0 };
	struct foreign foreign;
	size_t *columns = NULL;
	struct key *key;
	size_t referred;
	size_t count;

	if (!read_foreign(&foreign, node, fault))
		return false;
	if (!schema_find_list(keys->schema, &fields, &columns, &count, fault)) {
		free(columns);
		return false;
	}
	key = key_add(keys, FINDING_FOREIGN_KEY, columns, count);
	referred = config_is_array(&foreign.fields) ? config_size(&foreign.fields) : 1;
	if (referred != count)
		return config_fault(&foreign.fields, fault,
		    "as many fields are expected as refer to them (%zu)", count);
	if (!make_rule(keys, key, &foreign, fault))
		return false;
	if (*foreign.name == '\0')
		return refer_to_itself(keys, key, &foreign.fields, fault);
	if (!find_file(keys->schema, options, &foreign, &path, fault)) {
		buffer_release(&path);
		return false;
	}
	key->path = path.data;
	return read_table(keys, key, &foreign.fields, fault);
}

/* Each --reference is for one table of the schema, and none is given twice. */
static bool
check_references(
    const struct filter_list *references, const struct config_node *list, struct fault *fault)
{
	size_t count = config_present(list) ? config_size(list) : 0;

	for (size_t i = 0; references != NULL && i < references->count; i++) {
		const char *equals = strrchr(references->values[i], '=');
		const char *name = NULL;

		if (equals == NULL || equals[1] == '\0')
			return fault_set(fault, "--reference: NAME=FILE is expected");
		for (size_t j = 0; j < count; j++) {
			struct config_node node = config_element(list, j);
			struct foreign foreign;

			if (!read_foreign(&foreign, &node, fault))
				return false;
			if (given_file(references->values[i], foreign.name) != NULL)
				name = foreign.name;
		}
		if (name == NULL)
			return fault_set(fault,
			    "--reference %s: no foreign key of the schema refers to a table of "
			    "this name",
			    references->values[i]);
		for (size_t j = 0; j < i; j++)
			if (given_file(references->values[j], name) != NULL)
				return fault_set(fault, "--reference %s=... is given twice", name);
	}
	return true;
}

bool
keys_load_foreign(struct keys *keys, const struct key_options *options, struct fault *fault)
{
	struct config_node root = schema_root(keys->schema);
	struct config_node list = config_member(&root, "foreignKeys");

	if (!check_references(options->references, &list, fault))
		return false;
	for (size_t i = 0; config_present(&list) && i < config_size(&list); i++) {
		struct config_node node = config_element(&list, i);

		if (!load_foreign(keys, options, &node, fault))
			return false;
	}
	return true;
}
