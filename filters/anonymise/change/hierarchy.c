/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hierarchy: a value becomes what a file has for it on a level. */
#include "kind.h"
#include "ladder.h"

#include <stdlib.h>

static const char *const keys[] = { "hierarchy", "level", "header", "columns", NULL };

struct settings {
	const char *name; /* as the policy has it; lives as long */
	struct buffer path;
	struct ladder *ladder;
	unsigned level;
};

/* The names of the columns, which point into the configuration. */
static bool
read_columns(const struct config_node *columns, bool header, const char *names[LADDER_STEPS_MAX],
    size_t *count, struct fault *fault)
{
	if (!config_present(columns))
		return true;
	if (!header)
		return config_fault(columns, fault, "needs a header with names");
	if (!config_is_array(columns) || config_size(columns) < 2)
		return config_fault(columns, fault,
		    "a list of at least two columns is expected: the values, then their groups");
	if (config_size(columns) > LADDER_STEPS_MAX)
		return config_fault(columns, fault,
		    "has more columns than a hierarchy has levels (%d)", LADDER_STEPS_MAX);
	for (; *count < config_size(columns); (*count)++) {
		struct config_node node = config_element(columns, *count);

		if (!config_text_required(&node, &names[*count], fault))
			return false;
		for (size_t i = 0; i < *count; i++)
			if (strcmp(names[i], names[*count]) == 0)
				return config_fault(&node, fault, "is there twice");
	}
	return true;
}

static bool
read_level(struct settings *settings, const struct config_node *level, struct fault *fault)
{
	size_t steps = ladder_steps(settings->ladder);
	long number = 0;

	if (!config_present(level))
		return config_fault(level, fault,
		    "is missing: 0 (the value itself) to %zu, the column of %s from 0", steps - 1,
		    settings->name);
	if (!config_integer(level, 0, (long)steps - 1, &number, fault))
		return false;
	settings->level = (unsigned)number;
	return true;
}

static bool
read_hierarchy(void *data, const struct config_node *node, struct fault *fault)
{
	struct config_node file = config_member(node, "hierarchy");
	struct config_node level = config_member(node, "level");
	struct config_node header = config_member(node, "header");
	struct config_node columns = config_member(node, "columns");
	const char *names[LADDER_STEPS_MAX] = { NULL };
	struct settings *settings = data;
	bool has_header = true;
	size_t count = 0;

	if (!config_text_required(&file, &settings->name, fault))
		return false;
	if (settings->name[0] == '\0')
		return config_fault(&file, fault, "a file is expected");
	if (!config_bool(&header, &has_header, fault)
	    || !read_columns(&columns, has_header, names, &count, fault))
		return false;
	config_beside(node, settings->name, &settings->path);
	settings->ladder = ladder_load(settings->path.data, has_header, names, count, fault);
	return settings->ladder != NULL && read_level(settings, &level, fault);
}

static void
release(void *data)
{
	struct settings *settings = data;

	ladder_free(settings->ladder);
	buffer_release(&settings->path);
}

static void
explain_hierarchy(const void *data, struct buffer *out)
{
	const struct settings *settings = data;
	const char *name = ladder_step_name(settings->ladder, settings->level);

	if (settings->level == 0) {
		buffer_format(out, "is passed on where %s has it", settings->name);
		return;
	}
	buffer_format(out, "becomes the group that %s has for it ", settings->name);
	if (name != NULL)
		buffer_format(out, "in column '%s'", name);
	else
		buffer_format(out, "in column %u", settings->level + 1);
	buffer_format(
	    out, " (level %u of %zu)", settings->level, ladder_steps(settings->ladder) - 1);
}

static const char *
file_of(const void *data)
{
	return ((const struct settings *)data)->path.data;
}

static unsigned
levels(const void *data)
{
	return (unsigned)ladder_steps(((const struct settings *)data)->ladder);
}

static unsigned
level_of(const void *data)
{
	return ((const struct settings *)data)->level;
}

static enum change_result
climb(void *data, struct field value, const struct change_record *record, unsigned level,
    struct field *out)
{
	const struct settings *settings = data;

	(void)record;
	if (!ladder_climb(settings->ladder, value, level, out))
		return CHANGE_FAILED;
	return field_equals(*out, value) ? CHANGE_SAME : CHANGE_DONE;
}

static bool
freeze(const void *data, unsigned level, struct config_node *node)
{
	(void)data;
	return config_set_integer(node, "level", (long)level);
}

const struct change_kind change_hierarchy = {
	.name = "hierarchy",
	.wants = "value that the hierarchy holds",
	.action = "generalise",
	.chosen_by = "hierarchy",
	.keys = keys,
	.size = sizeof(struct settings),
	.read = read_hierarchy,
	.release = release,
	.explain = explain_hierarchy,
	.file = file_of,
	.levels = levels,
	.level = level_of,
	.value = climb,
	.freeze = freeze,
};
