/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure: reads measures.json. */
#include "measure.h"

#include "../../lib/config.h"
#include "../../lib/memory.h"
#include "measure_list.h"

#include <string.h>

static bool
read_values(const struct config_node *node, struct measure_values *values, struct fault *fault)
{
	if (!config_is_array(node) || config_size(node) == 0)
		return config_fault(node, fault, "a list of texts is expected");
	for (size_t i = 0; i < config_size(node); i++) {
		struct config_node element = config_element(node, i);
		const char *text = NULL;

		if (!config_text_required(&element, &text, fault))
			return false;
		if (measure_values_have(values, field_of(text)))
			return config_fault(&element, fault, "is in the list twice");
		measure_values_add(values, text, strlen(text));
	}
	return true;
}

static bool
read_where(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	static const char *const keys[] = { "column", "values", NULL };
	const char *column = NULL;

	if (!config_only(node, keys, fault))
		return false;

	struct config_node column_node = config_member(node, "column");
	struct config_node values_node = config_member(node, "values");

	if (!config_text_required(&column_node, &column, fault))
		return false;
	measure->where_column = xstrdup(column);
	if (!config_present(&values_node))
		return config_fault(&values_node, fault, "is missing: a list of texts is expected");
	return read_values(&values_node, &measure->where_values, fault);
}

/* The member belongs to a measure of another kind. */
static bool
is_absent(const struct config_node *node, const char *key, const char *owner,
    const struct measure *measure, struct fault *fault)
{
	struct config_node member = config_member(node, key);

	if (config_present(&member))
		return config_fault(&member, fault, "belongs to a %s, not to a %s", owner,
		    measure_kind_name(measure->kind));
	return true;
}

/* A column's name, which has to be there. */
static bool
read_column(const struct config_node *node, const char *key, char **column, struct fault *fault)
{
	struct config_node member = config_member(node, key);
	const char *text = NULL;

	if (!config_text_required(&member, &text, fault))
		return false;
	*column = xstrdup(text);
	return true;
}

static bool
read_ratio(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	struct config_node multiplier_node = config_member(node, "multiplier");
	long multiplier = 1;

	if (!is_absent(node, "column", "mean or proportion", measure, fault)
	    || !is_absent(node, "values", "proportion", measure, fault)
	    || !read_column(node, "numerator", &measure->column, fault)
	    || !read_column(node, "denominator", &measure->below, fault)
	    || !config_integer(&multiplier_node, 1, 1000000000, &multiplier, fault))
		return false;
	measure->multiplier = (uint64_t)multiplier;
	return true;
}

/* What is measured: one column, the values of a proportion too, or two columns. */
static bool
read_columns(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	struct config_node values = config_member(node, "values");

	if (measure->kind == MEASURE_RATIO)
		return read_ratio(node, measure, fault);
	if (!is_absent(node, "numerator", "ratio", measure, fault)
	    || !is_absent(node, "denominator", "ratio", measure, fault)
	    || !is_absent(node, "multiplier", "ratio", measure, fault)
	    || !read_column(node, "column", &measure->column, fault))
		return false;
	if (measure->kind == MEASURE_MEAN)
		return is_absent(node, "values", "proportion", measure, fault);
	if (!config_present(&values))
		return config_fault(
		    &values, fault, "is missing: the values that a proportion counts");
	return read_values(&values, &measure->values, fault);
}

static bool
read_texts(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	struct config_node id_node = config_member(node, "id");
	struct config_node label_node = config_member(node, "label");
	const char *id = NULL;
	const char *label = NULL;

	/* the label is for readers of the file; here it has to be a text */
	if (!config_text_required(&id_node, &id, fault) || !config_text(&label_node, &label, fault))
		return false;
	if (id[0] == '\0')
		return config_fault(&id_node, fault, "is empty");
	measure->id = xstrdup(id);
	return true;
}

static bool
read_measure(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	static const char *const keys[] = { "id", "label", "kind", "column", "values", "numerator",
		"denominator", "multiplier", "where", "polarity", "decimals", "minimum_base",
		NULL };
	/* in the order of enum measure_kind */
	static const char *const kinds[] = { "mean", "proportion", "ratio", NULL };
	static const char *const polarities[] = { "higher", "lower", "neutral", NULL };

	if (!config_only(node, keys, fault) || !read_texts(node, measure, fault))
		return false;

	struct config_node kind_node = config_member(node, "kind");
	struct config_node where = config_member(node, "where");
	struct config_node polarity_node = config_member(node, "polarity");
	struct config_node decimals_node = config_member(node, "decimals");
	struct config_node base_node = config_member(node, "minimum_base");
	size_t kind = 0;
	size_t polarity = MEASURE_HIGHER;
	long base = 0;

	if (!config_present(&kind_node))
		return config_fault(&kind_node, fault, "is missing: mean, proportion or ratio");
	if (!config_choice(&kind_node, kinds, &kind, fault))
		return false;
	measure->kind = (enum measure_kind)kind;

	long decimals = (long)measure_decimals(measure->kind);

	if (!read_columns(node, measure, fault)
	    || (config_present(&where) && !read_where(&where, measure, fault))
	    || !config_choice(&polarity_node, polarities, &polarity, fault)
	    || !config_integer(&decimals_node, 0, 9, &decimals, fault)
	    || !config_integer(&base_node, 0, 1000000, &base, fault))
		return false;
	measure->polarity = (enum measure_polarity)polarity;
	measure->decimals = (unsigned)decimals;
	measure->minimum_base = (uint64_t)base;
	return true;
}

static bool
read_root(struct measures *measures, const struct config_node *root, struct fault *fault)
{
	static const char *const keys[] = { "$schema", "name", "title", "description", "version",
		"source", "missing_codes", "measures", NULL };

	if (!config_only(root, keys, fault))
		return false;
	for (size_t i = 0; i < 6; i++) {
		struct config_node member = config_member(root, keys[i]);
		const char *text = NULL;

		if (!config_text(&member, &text, fault))
			return false;
	}

	struct config_node codes = config_member(root, "missing_codes");
	struct config_node list = config_member(root, "measures");

	if (config_present(&codes) && !read_values(&codes, &measures->missing, fault))
		return false;
	if (!config_present(&list) || !config_is_array(&list) || config_size(&list) == 0)
		return config_fault(&list, fault, "a list of measures is expected");
	for (size_t i = 0; i < config_size(&list); i++) {
		struct config_node element = config_element(&list, i);
		struct measure measure = { 0 };
		struct fault inner = { 0 };

		if (!read_measure(&element, &measure, fault)) {
			measure_release(&measure);
			return false;
		}
		if (!measures_add(measures, &measure, &inner)) {
			measure_release(&measure);
			return config_fault(&element, fault, "%s", inner.message);
		}
	}
	return true;
}

bool
measures_read(struct measures *measures, const char *path, struct fault *fault)
{
	struct config_file file;

	if (!config_open(&file, path, fault))
		return false;

	struct config_node root = config_root(&file);
	bool good = read_root(measures, &root, fault);

	config_close(&file);
	return good;
}
