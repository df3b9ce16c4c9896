/* SPDX-License-Identifier: GPL-3.0-or-later */
/* type: what a field of the schema says of the form of its values. */
#include "type.h"

#include "../../lib/ascii.h"

#include <stdlib.h>

static const char *const names[] = { "string", "integer", "number", "boolean", "date", "yearmonth",
	"any", "datetime", "time", "year", "duration", "list", "object", "array", "geopoint",
	"geojson", NULL };

const char *
type_name(enum type_kind kind)
{
	return names[kind];
}

static const char *const yes_words[] = { "true", "True", "TRUE", "1", NULL };
static const char *const no_words[] = { "false", "False", "FALSE", "0", NULL };

static void
add_words(struct texts *texts, const char *const *words)
{
	for (; *words != NULL; words++)
		texts_add(texts, field_of(*words));
}

static bool
load_words(struct texts *texts, const struct config_node *field, const char *key,
    const char *const *defaults, struct fault *fault)
{
	struct config_node node = config_member(field, key);

	if (!config_present(&node)) {
		add_words(texts, defaults);
		return true;
	}
	return texts_load(texts, &node, false, fault)
	    && (texts->count != 0 || config_fault(&node, fault, "at least one text is expected"));
}

static bool
load_boolean(struct type *type, const struct config_node *field, struct fault *fault)
{
	if (!load_words(&type->yes, field, "trueValues", yes_words, fault)
	    || !load_words(&type->no, field, "falseValues", no_words, fault))
		return false;
	for (size_t i = 0; i < type->yes.count; i++)
		if (texts_hold(&type->no, type->yes.items[i]))
			return config_fault(field, fault, "a value is both true and false");
	return true;
}

/* A text that stands between digits: nothing that a number itself has. */
static bool
load_mark(const char **mark, const struct config_node *field, const char *key, struct fault *fault)
{
	struct config_node node = config_member(field, key);

	if (!config_text(&node, mark, fault))
		return false;
	if (!config_present(&node))
		return true;
	if (**mark == '\0')
		return config_fault(&node, fault, "is empty");
	for (const char *at = *mark; *at != '\0'; at++)
		if (ascii_is_digit(*at) || ascii_is_letter(*at) || *at == '+' || *at == '-')
			return config_fault(
			    &node, fault, "no letter, digit or sign may stand for this");
	return true;
}

static bool
load_number(struct type *type, const struct config_node *field, struct fault *fault)
{
	struct config_node bare_node = config_member(field, "bareNumber");
	struct config_node group = config_member(field, "groupChar");
	struct number_style *style = &type->number;
	bool bare = true;

	if (!load_mark(&style->decimal, field, "decimalChar", fault)
	    || !load_mark(&style->group, field, "groupChar", fault)
	    || !config_bool(&bare_node, &bare, fault))
		return false;
	style->units = !bare;
	if (style->group != NULL && strcmp(style->group, number_point(style)) == 0)
		return config_fault(&group, fault, "is the decimal character too");
	return true;
}

static bool
load_list(struct type *type, const struct config_node *field, struct fault *fault)
{
	static const char *const items[] = { "string", "integer", "boolean", "number", "datetime",
		"date", "time", NULL };
	static const enum type_kind kinds[] = { TYPE_STRING, TYPE_INTEGER, TYPE_BOOLEAN,
		TYPE_NUMBER, TYPE_DATETIME, TYPE_DATE, TYPE_TIME };
	struct config_node delimiter = config_member(field, "delimiter");
	struct config_node item = config_member(field, "itemType");
	size_t choice = 0;

	if (!config_text(&delimiter, &type->delimiter, fault)
	    || !config_choice(&item, items, &choice, fault))
		return false;
	if (type->delimiter != NULL && *type->delimiter == '\0')
		return config_fault(&delimiter, fault, "is empty");
	type->item = xcalloc(1, sizeof *type->item);
	type->item->kind = kinds[choice];
	if (type->item->kind == TYPE_BOOLEAN) {
		add_words(&type->item->yes, yes_words);
		add_words(&type->item->no, no_words);
	}
	return true;
}

static bool
load_layout(struct type *type, const struct config_node *format, struct fault *fault)
{
	const char *form = "default";
	enum moment_kind kind = type->kind == TYPE_DATE ? MOMENT_DATE
	    : type->kind == TYPE_TIME                   ? MOMENT_TIME
	                                                : MOMENT_DATETIME;

	if (!config_text(format, &form, fault))
		return false;
	if (strcmp(form, "default") == 0)
		return true;
	if (strcmp(form, "any") == 0)
		return config_fault(
		    format, fault, "'any' would be a guess: give a pattern such as %%d/%%m/%%Y");
	if (strncmp(form, "fmt:", 4) == 0)
		return config_fault(
		    format, fault, "'fmt:' is of an older version: give the pattern alone");
	type->form = form;
	type->layout = layout_new(kind, form, format, fault);
	return type->layout != NULL;
}

static bool
load_format(struct type *type, const struct config_node *field, struct fault *fault)
{
	static const char *const formats[] = { "default", "email", "uri", "binary", "uuid", NULL };
	struct config_node node = config_member(field, "format");
	size_t format = FORMAT_DEFAULT;
	const char *form = "default";

	switch (type->kind) {
	case TYPE_STRING:
		if (!config_choice(&node, formats, &format, fault))
			return false;
		type->format = (enum format)format;
		type->form = format != FORMAT_DEFAULT ? formats[format] : NULL;
		return true;
	case TYPE_DATE:
	case TYPE_DATETIME:
	case TYPE_TIME:
		return load_layout(type, &node, fault);
	default:
		return config_text(&node, &form, fault)
		    && (strcmp(form, "default") == 0
		        || config_fault(&node, fault, "a field of type %s has no other format",
		            names[type->kind]));
	}
}

/* A key that says something of another type's form. */
static bool
only_for(enum type_kind kind, const struct config_node *field, struct fault *fault)
{
	static const struct {
		const char *key;
		enum type_kind kinds[2];
	} keys[] = {
		{ "trueValues", { TYPE_BOOLEAN, TYPE_BOOLEAN } },
		{ "falseValues", { TYPE_BOOLEAN, TYPE_BOOLEAN } },
		{ "groupChar", { TYPE_NUMBER, TYPE_INTEGER } },
		{ "bareNumber", { TYPE_NUMBER, TYPE_INTEGER } },
		{ "decimalChar", { TYPE_NUMBER, TYPE_NUMBER } },
		{ "delimiter", { TYPE_LIST, TYPE_LIST } },
		{ "itemType", { TYPE_LIST, TYPE_LIST } },
		{ "categories", { TYPE_STRING, TYPE_INTEGER } },
		{ "categoriesOrdered", { TYPE_STRING, TYPE_INTEGER } },
	};

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		struct config_node node = config_member(field, keys[i].key);

		if (config_present(&node) && kind != keys[i].kinds[0] && kind != keys[i].kinds[1])
			return config_fault(
			    &node, fault, "a field of type %s has no such member", names[kind]);
	}
	return true;
}

bool
type_load(struct type *type, const struct config_node *field, struct fault *fault)
{
	struct config_node node = config_member(field, "type");
	size_t kind = TYPE_STRING;

	if (!config_choice(&node, names, &kind, fault))
		return false;
	if (kind >= TYPE_KINDS)
		return config_fault(
		    &node, fault, "type '%s' is not supported: a CSV file is flat", names[kind]);
	type->kind = (enum type_kind)kind;
	if (!only_for(type->kind, field, fault) || !load_format(type, field, fault))
		return false;
	switch (type->kind) {
	case TYPE_BOOLEAN:
		return load_boolean(type, field, fault);
	case TYPE_INTEGER:
	case TYPE_NUMBER:
		return load_number(type, field, fault);
	case TYPE_LIST:
		return load_list(type, field, fault);
	default:
		return true;
	}
}

void
type_release(struct type *type)
{
	texts_release(&type->yes);
	texts_release(&type->no);
	layout_free(type->layout);
	if (type->item != NULL)
		type_release(type->item);
	free(type->item);
	*type = (struct type){ .kind = type->kind };
}
