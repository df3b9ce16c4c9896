/* SPDX-License-Identifier: GPL-3.0-or-later */
/* key_codes: the code lists of fields, with the periods in which codes are valid. */
#include "key_file.h"
#include "key_part.h"

#include "../../lib/date.h"

/* A code list as it stands in the schema. */
struct code_list {
	const char *file;
	const char *column;
	const char *valid_from; /* NULL: no such column */
	const char *valid_to;
	const char *on; /* NULL: any date will do */

	/* in the file */
	size_t code;
	size_t from; /* READER_NONE: no such column */
	size_t to;
};

static bool
read_list(struct code_list *list, const struct config_node *node, struct fault *fault)
{
	static const char *const members[] = { "file", "column", "validFrom", "validTo", "on",
		NULL };
	struct config_node file = config_member(node, "file");
	struct config_node column = config_member(node, "column");
	struct config_node from = config_member(node, "validFrom");
	struct config_node to = config_member(node, "validTo");
	struct config_node on = config_member(node, "on");

	*list = (struct code_list){ .from = READER_NONE, .to = READER_NONE };
	if (!config_only(node, members, fault) || !config_text_required(&file, &list->file, fault)
	    || !config_text_required(&column, &list->column, fault)
	    || !config_text(&from, &list->valid_from, fault)
	    || !config_text(&to, &list->valid_to, fault) || !config_text(&on, &list->on, fault))
		return false;
	if (list->on != NULL && list->valid_from == NULL && list->valid_to == NULL)
		return config_fault(&on, fault, "needs validFrom or validTo to compare with");
	return true;
}

static bool
find_date(struct keys *keys, struct key *key, const struct config_node *node, struct fault *fault)
{
	struct config_node on = config_member(node, "on");
	struct periods *periods = &key->periods;
	enum type_kind kind;

	if (!config_present(&on))
		return true;
	periods->dated = true;
	if (!schema_find(keys->schema, &on, &periods->on, fault))
		return false;
	kind = keys->schema->fields[periods->on].type.kind;
	return kind == TYPE_DATE || kind == TYPE_DATETIME || kind == TYPE_YEARMONTH
	    || config_fault(&on, fault, "a field of type date, datetime or yearmonth is expected");
}

/* One end of a period; an empty value leaves it open. */
static bool
read_day(const struct key_file *file, size_t column, int64_t *day, struct fault *fault)
{
	struct reader_place place;
	struct field value;
	struct date date;

	if (column == READER_NONE)
		return true;
	value = reader_value(&file->reader, column);
	if (value.length == 0)
		return true;
	if (date_parse(value, &date)) {
		*day = date_days(date);
		return true;
	}
	place = reader_place(&file->reader, column);
	return fault_at(fault, file->reader.name, (size_t)place.line, (size_t)place.column,
	    "not a date as YYYY-MM-DD");
}

static bool
read_row(struct keys *keys, struct key *key, const struct code_list *list, struct key_file *file,
    struct fault *fault)
{
	struct reader_place place = reader_place(&file->reader, list->code);
	size_t line = (size_t)place.line;
	int64_t from = INT64_MIN;
	int64_t to = INT64_MAX;
	struct field text;
	uint64_t number;

	if (!read_day(file, list->from, &from, fault) || !read_day(file, list->to, &to, fault))
		return false;
	if (from > to)
		return fault_at(
		    fault, key->path, line, 0, "the code's last day is before its first day");
	buffer_clear(&keys->scratch);
	switch (
	    key_file_part(file, list->code, &keys->schema->fields[key->field], 1, &keys->scratch)) {
	case CELL_VALUE:
		break;
	case CELL_MISSING:
		return true; /* never looked up */
	case CELL_BAD:
		return fault_at(fault, key->path, line, (size_t)place.column,
		    "the code is not of the type of field '%s'",
		    keys->schema->fields[key->field].name);
	}
	text = (struct field){ keys->scratch.data, keys->scratch.length };
	number =
	    keyset_enter(&key->seen, text, keyset_hash(&key->seen, text), key->periods.count + 1);
	periods_add(&key->periods, (size_t)number, from, to);
	return number != 0 || keys_hold(keys, key->path, line, fault);
}

static bool
read_file(struct keys *keys, struct key *key, struct code_list *list, struct key_file *file,
    struct fault *fault)
{
	const struct reader *reader = &file->reader;
	bool more;

	if (!reader_require(reader, list->column, &list->code, fault)
	    || (list->valid_from != NULL
	        && !reader_require(reader, list->valid_from, &list->from, fault))
	    || (list->valid_to != NULL
	        && !reader_require(reader, list->valid_to, &list->to, fault)))
		return false;
	for (;;) {
		if (!key_file_next(file, &more, fault))
			return false;
		if (!more)
			return true;
		if (!read_row(keys, key, list, file, fault))
			return false;
	}
}

static void
make_rule(struct key *key, const struct code_list *list)
{
	struct buffer rule = { 0 };

	buffer_format(&rule, "codeList %s (%s)", list->file, list->column);
	if (list->on != NULL)
		buffer_format(&rule, " on %s", list->on);
	key_take_rule(key, &rule);
}

bool
keys_load_codes(struct keys *keys, size_t field, struct fault *fault)
{
	struct config_node node = schema_field_extension(keys->schema, field, "codeList");
	struct buffer path = { 0 };
	struct code_list list;
	struct key_file file;
	struct key *key;
	size_t *columns;
	bool good;

	if (!config_present(&node))
		return true;
	if (keys->schema->fields[field].type.kind == TYPE_LIST)
		return config_fault(&node, fault, "a list is not one code");
	if (!read_list(&list, &node, fault))
		return false;
	columns = xmalloc(sizeof *columns);
	*columns = field;
	key = key_add(keys, FINDING_CODE, columns, 1);
	key->severity = schema_field_severity(&keys->schema->fields[field], FINDING_CODE);
	make_rule(key, &list);
	if (!find_date(keys, key, &node, fault))
		return false;
	schema_path(keys->schema, list.file, &path);
	key->path = path.data;
	if (!key_file_open(&file, key->path, fault))
		return false;
	good = read_file(keys, key, &list, &file, fault);
	key_file_close(&file);
	return good;
}
