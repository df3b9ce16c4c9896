/* SPDX-License-Identifier: GPL-3.0-or-later */
/* disclosure: reads a rule of one's own. */
#include "disclosure.h"

#include "../../lib/config.h"
#include "../../lib/memory.h"

/* Past this a rule hides what nobody counts. */
#define COUNT_MAX 1000000

static bool
read_texts(const struct config_node *root, const char **name, struct fault *fault)
{
	static const char *const texts[] = { "$schema", "title", "description", "version",
		"source" };
	struct config_node name_node = config_member(root, "name");

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct config_node member = config_member(root, texts[i]);
		const char *text = NULL;

		if (!config_text(&member, &text, fault))
			return false;
	}
	return config_text_required(&name_node, name, fault);
}

static bool
read_rule(
    const struct config_node *root, struct disclosure *own, long *total_base, struct fault *fault)
{
	static const char *const zeros[] = { "hidden", "shown", NULL };
	struct config_node minimum_node = config_member(root, "minimum");
	struct config_node zero_node = config_member(root, "zero");
	struct config_node base_node = config_member(root, "base");
	struct config_node total_node = config_member(root, "total_base");
	struct config_node decimals_node = config_member(root, "percent_decimals");
	size_t zero = 0;
	long minimum = 0, base = 0, decimals;

	if (!config_present(&minimum_node))
		return config_fault(
		    &minimum_node, fault, "is missing: counts under it are suppressed; 0: none is");
	if (!config_present(&base_node))
		return config_fault(&base_node, fault,
		    "is missing: counts are rounded to its nearest multiple; 1: not at all");
	if (!config_integer(&minimum_node, 0, COUNT_MAX, &minimum, fault)
	    || !config_choice(&zero_node, zeros, &zero, fault)
	    || !config_integer(&base_node, 1, COUNT_MAX, &base, fault))
		return false;
	*total_base = base;
	decimals = base > 1 ? 0 : DISCLOSURE_DECIMALS_FREE;
	if (!config_integer(&total_node, 1, COUNT_MAX, total_base, fault)
	    || !config_integer(&decimals_node, 0, DECIMAL_SCALE_MAX, &decimals, fault))
		return false;
	if (*total_base < base)
		return config_fault(&total_node, fault,
		    "is under the base: totals are as exact as the counts at most");
	own->minimum = (uint64_t)minimum;
	own->zero = zero == 1;
	own->base = (uint64_t)base;
	own->percent_decimals = (unsigned)decimals;
	return true;
}

static bool
read_root(struct disclosure_choice *choice, const struct config_node *root, struct fault *fault)
{
	static const char *const keys[] = { "$schema", "name", "title", "description", "version",
		"source", "minimum", "zero", "base", "total_base", "percent_decimals", NULL };
	const char *name = NULL;
	long total_base = 0;

	if (!config_only(root, keys, fault) || !read_texts(root, &name, fault)
	    || !read_rule(root, &choice->own, &total_base, fault))
		return false;
	choice->name = xstrdup(name);
	choice->own.name = choice->name;
	choice->totals = choice->own;
	choice->totals.base = (uint64_t)total_base;
	if (choice->totals.base != choice->own.base)
		choice->own.totals = &choice->totals;
	return true;
}

bool
disclosure_read(struct disclosure_choice *choice, const char *path, struct fault *fault)
{
	struct config_file file;

	if (!config_open(&file, path, fault))
		return false;

	struct config_node root = config_root(&file);
	bool good = read_root(choice, &root, fault);

	config_close(&file);
	return good;
}
