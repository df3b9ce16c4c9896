/* SPDX-License-Identifier: GPL-3.0-or-later */
/* measure: reads measures.json. */
#include "measure.h"

#include "../../lib/config.h"
#include "../../lib/memory.h"
#include "../kind/kind.h"
#include "measure_list.h"
#include "measure_typed.h"
#include "predicate.h"

#include <string.h>

/* More than any kind has. */
#define KEYS_MAX 48

bool
measure_read_values(
    const struct config_node *node, struct measure_values *values, struct fault *fault)
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

bool
measure_read_column(const struct config_node *node, const char *key, struct measure *measure,
    enum measure_column column, struct fault *fault)
{
	struct config_node member = config_member(node, key);
	const char *text = NULL;

	if (!config_text_required(&member, &text, fault))
		return false;
	measure->columns[column] = xstrdup(text);
	return true;
}

bool
measure_read_one(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	return measure_read_column(node, "column", measure, MEASURE_ABOVE, fault);
}

bool
measure_read_pair(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	return measure_read_column(node, "numerator", measure, MEASURE_ABOVE, fault)
	    && measure_read_column(node, "denominator", measure, MEASURE_BELOW, fault);
}

bool
measure_read_side(const struct config_node *node, const char *key, struct measure *measure,
    enum measure_column column, struct fault *fault)
{
	struct config_node member = config_member(node, key);

	if (!config_is_object(&member))
		return measure_read_column(node, key, measure, column, fault);
	measure->sides[column] = predicate_read(&member, PREDICATE_COUNT, fault);
	return measure->sides[column] != NULL;
}

static bool
read_where(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	if (!config_present(node))
		return true;
	measure->where = predicate_read(node, PREDICATE_CONDITION, fault);
	return measure->where != NULL;
}

/* Keys of all measures, of whatever kind. */
static const char *const common_keys[] = { "id", "label", "kind", "where", "polarity", "decimals",
	"minimum_base", "target", "interval", "part_of", NULL };

static size_t
add_keys(const char **all, size_t count, const char *const *keys)
{
	for (; *keys != NULL && count < KEYS_MAX; keys++)
		all[count++] = *keys;
	return count;
}

static bool
has_key(const char *const *keys, const char *key)
{
	for (; *keys != NULL; keys++)
		if (strcmp(*keys, key) == 0)
			return true;
	return false;
}

static bool
takes_key(const struct kind *kind, const char *key)
{
	return has_key(kind->keys, key)
	    || (kind->takes_multiplier && strcmp(key, "multiplier") == 0);
}

/* A key of another kind says so; one of none is a fault of its own. */
static bool
check_keys(const struct config_node *node, const struct kind *kind, struct fault *fault)
{
	const char *all[KEYS_MAX + 2] = { NULL };
	size_t count = add_keys(all, 0, common_keys);

	for (size_t i = 0; i < config_size(node); i++) {
		struct config_node member;
		const char *key = config_key(node, i, &member);

		if (has_key(common_keys, key) || takes_key(kind, key))
			continue;
		for (size_t k = 0; kinds[k] != NULL; k++)
			if (takes_key(kinds[k], key))
				return config_fault(&member, fault, "belongs to a %s, not to a %s",
				    kinds[k]->name, kind->name);
	}
	count = add_keys(all, count, kind->keys);
	if (kind->takes_multiplier)
		all[count] = "multiplier";
	return config_only(node, all, fault);
}

static bool
read_texts(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	struct config_node id_node = config_member(node, "id");
	struct config_node label_node = config_member(node, "label");
	struct config_node part_node = config_member(node, "part_of");
	const char *id = NULL;
	const char *label = NULL;
	const char *part_of = NULL;

	/* the label is for readers of the file; here it has to be a text */
	if (!config_text_required(&id_node, &id, fault) || !config_text(&label_node, &label, fault)
	    || !config_text(&part_node, &part_of, fault))
		return false;
	if (id[0] == '\0')
		return config_fault(&id_node, fault, "is empty");
	measure->id = xstrdup(id);
	measure->part_of = part_of != NULL ? xstrdup(part_of) : NULL;
	return true;
}

static bool
read_kind(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	const char *names[KEYS_MAX] = { NULL };
	struct config_node member = config_member(node, "kind");
	struct buffer all = { 0 };
	size_t index = 0;

	for (size_t i = 0; kinds[i] != NULL; i++) {
		names[i] = kinds[i]->name;
		buffer_format(&all, "%s%s",
		    i == 0                     ? ""
		        : kinds[i + 1] != NULL ? ", "
		                               : " or ",
		    kinds[i]->name);
	}
	buffer_append(&all, "", 1);
	if (!config_present(&member))
		config_fault(&member, fault, "is missing: %s", all.data);
	buffer_release(&all);
	if (!config_present(&member) || !config_choice(&member, names, &index, fault))
		return false;
	measure->kind = kinds[index];
	return true;
}

/* What every kind may say: how the figure is shown and judged. */
static bool
read_showing(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	/* in the order of enum measure_polarity */
	static const char *const polarities[] = { "higher", "lower", "neutral", NULL };
	struct config_node polarity_node = config_member(node, "polarity");
	struct config_node decimals_node = config_member(node, "decimals");
	struct config_node base_node = config_member(node, "minimum_base");
	struct config_node target_node = config_member(node, "target");
	struct config_node interval_node = config_member(node, "interval");
	struct config_node multiplier_node = config_member(node, "multiplier");
	size_t polarity = MEASURE_HIGHER, interval = 0;
	long base = 0, decimals = (long)measure->kind->decimals;
	long multiplier = (long)measure->kind->multiplier;

	if (!config_choice(&polarity_node, polarities, &polarity, fault)
	    || !config_integer(&decimals_node, 0, DECIMAL_SCALE_MAX, &decimals, fault)
	    || !config_integer(&base_node, 0, 1000000, &base, fault)
	    || !config_number(&target_node, &measure->target, fault)
	    || !config_choice(&interval_node, measure->kind->intervals, &interval, fault)
	    || !config_integer(&multiplier_node, 1, MEASURE_MULTIPLIER_MAX, &multiplier, fault))
		return false;
	measure->polarity = (enum measure_polarity)polarity;
	measure->decimals = (unsigned)decimals;
	measure->minimum_base = (uint64_t)base;
	measure->has_target = config_present(&target_node);
	measure->decimals_said = config_present(&decimals_node);
	measure_choose_interval(measure, measure->kind->intervals[interval]);
	measure->interval = (unsigned)interval;
	measure->multiplier = (double)multiplier;
	return true;
}

static bool
read_measure(const struct config_node *node, struct measure *measure, struct fault *fault)
{
	struct config_node where;

	if (!config_is_object(node))
		return config_fault(node, fault, "an object is expected");
	where = config_member(node, "where");
	return read_kind(node, measure, fault) && check_keys(node, measure->kind, fault)
	    && read_texts(node, measure, fault) && measure->kind->read(node, measure, fault)
	    && read_where(&where, measure, fault) && read_showing(node, measure, fault);
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

	if (config_present(&codes) && !measure_read_values(&codes, &measures->missing, fault))
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
