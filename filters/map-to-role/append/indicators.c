/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "indicators.h"

#include <ctype.h>

/* The columns behind the categories' own. */
static const struct {
	const char *name;
	int mapping; /* -1: every one that was read */
} states[] = {
	{ "role_mapped", MAPPING_MAPPED },
	{ "role_ambiguous", MAPPING_AMBIGUOUS },
	{ "role_unmapped", MAPPING_UNMAPPED },
	{ "role_all", -1 },
};

/* A code as part of a column's name: A.iv is a_iv. */
static void
name_of(struct buffer *name, const char *prefix, struct field code)
{
	buffer_clear(name);
	buffer_append_text(name, prefix);
	for (size_t i = 0; i < code.length; i++) {
		unsigned char c = (unsigned char)code.data[i];
		char plain = c == '.' ? '_' : (char)tolower(c);

		buffer_append(name, &plain, 1);
	}
	buffer_append(name, "", 1);
}

static bool
name_rows(const struct framework *framework, bool functions, const char *prefix,
    bool (*add)(void *context, const char *name, struct fault *fault), void *context,
    struct fault *fault)
{
	struct buffer name = { 0 };
	bool good = true;

	for (size_t i = 0; good && i < framework->count; i++) {
		if (framework->rows[i].is_function != functions)
			continue;
		name_of(&name, prefix, framework->rows[i].code);
		good = add(context, name.data, fault);
	}
	buffer_release(&name);
	return good;
}

bool
indicators_names(const struct framework *framework, bool functions,
    bool (*add)(void *context, const char *name, struct fault *fault), void *context,
    struct fault *fault)
{
	if (!name_rows(framework, false, "role_", add, context, fault))
		return false;
	for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
		if (!add(context, states[i].name, fault))
			return false;
	return !functions || name_rows(framework, true, "function_", add, context, fault);
}

struct marks {
	struct buffer *line;
	struct field weight;
	bool counted;
};

static void
mark(const struct marks *marks, bool is)
{
	buffer_append(marks->line, ",", 1);
	if (marks->counted && is)
		buffer_append(marks->line, marks->weight.data, marks->weight.length);
	else if (marks->counted)
		buffer_append(marks->line, "0", 1);
}

void
indicators_append(struct buffer *line, const struct framework *framework, bool functions,
    const struct decision *decision, struct field weight)
{
	const struct marks marks = { line, weight,
		weight.length != 0 && !decision->empty
		    && decision->mapping != MAPPING_OTHER_LANGUAGE
		    && decision->mapping != MAPPING_RULE_ERROR };

	for (size_t i = 0; i < framework->count; i++)
		if (!framework->rows[i].is_function)
			mark(&marks, decision->role == i);
	for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
		mark(&marks, states[i].mapping < 0 || (int)decision->mapping == states[i].mapping);
	for (size_t i = 0; functions && i < framework->count; i++)
		if (framework->rows[i].is_function)
			mark(&marks, decision->function == i);
}
