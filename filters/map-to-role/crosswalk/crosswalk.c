/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crosswalk.h"

#include "../../lib/memory.h"
#include "../../lib/table.h"

#include <stdlib.h>
#include <string.h>

/* A code's confidence is a person's: as much as the heaviest rule has. */
#define CODE_SCORE 3U

struct link {
	struct field code;
	size_t row; /* of the framework */
};

struct argument {
	char *path;
	char *code;
	char *function;
};

static void
split(const char *text, struct argument *argument)
{
	const char *last = strrchr(text, ':');
	const char *first = last == NULL ? NULL : memrchr(text, ':', (size_t)(last - text));

	if (first == NULL) {
		*argument =
		    (struct argument){ xstrdup(text), xstrdup("code"), xstrdup("function") };
		return;
	}
	argument->path = xstrndup(text, (size_t)(first - text));
	argument->code = xstrndup(first + 1, (size_t)(last - first) - 1);
	argument->function = xstrdup(last + 1);
}

static int
compare_links(const void *left, const void *right)
{
	const struct link *a = left, *b = right;
	int order = field_compare(a->code, b->code);

	return order != 0 ? order : (a->row > b->row) - (a->row < b->row);
}

/* A line without a function says that its code is outside of the framework; one without a
 * code says nothing: a list may have such lines. */
static bool
add_links(struct crosswalk *crosswalk, const struct table *table, size_t code_column,
    size_t function_column, const char *name, struct fault *fault)
{
	size_t rows = table_rows(table);

	crosswalk->links =
	    xreallocarray(crosswalk->links, crosswalk->count + rows, sizeof *crosswalk->links);
	for (size_t row = 0; row < rows; row++) {
		struct field code = table_cell(table, row, code_column);
		struct field function = table_cell(table, row, function_column);
		size_t found = framework_find(crosswalk->framework, function);

		if (code.length == 0)
			continue;
		if (found == FRAMEWORK_NONE && function.length != 0)
			return fault_at(fault, table_path(table), table_line(table, row), 0,
			    "column '%s': the framework has no such function or category", name);
		crosswalk->links[crosswalk->count++] = (struct link){ code, found };
	}
	qsort(crosswalk->links, crosswalk->count, sizeof *crosswalk->links, compare_links);
	return true;
}

static bool
read_table(struct crosswalk *crosswalk, const struct argument *argument, struct fault *fault)
{
	struct table *table = table_load(argument->path, fault);
	size_t code, function;

	if (table == NULL)
		return false;
	crosswalk->tables =
	    xreallocarray(crosswalk->tables, crosswalk->table_count + 1, sizeof(struct table *));
	crosswalk->tables[crosswalk->table_count++] = table;
	return table_require(table, argument->code, &code, fault)
	    && table_require(table, argument->function, &function, fault)
	    && add_links(crosswalk, table, code, function, argument->function, fault);
}

bool
crosswalk_add(struct crosswalk *crosswalk, const struct framework *framework, const char *text,
    char **path, struct fault *fault)
{
	struct argument argument;
	bool good;

	crosswalk->framework = framework;
	split(text, &argument);
	good = read_table(crosswalk, &argument, fault);
	*path = argument.path;
	free(argument.code);
	free(argument.function);
	free(crosswalk->named);
	free(crosswalk->candidates);
	crosswalk->named = xcalloc(framework->count, sizeof *crosswalk->named);
	crosswalk->candidates = xcalloc(framework->count, sizeof *crosswalk->candidates);
	return good;
}

/* The first link of a code, or count. */
static size_t
first_link(const struct crosswalk *crosswalk, struct field code)
{
	size_t low = 0, high = crosswalk->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (field_compare(crosswalk->links[middle].code, code) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The rows of the framework that stand for the code, each once, in the framework's order;
 * known: the tables have the code, be it without a function. */
static size_t
name_rows(struct crosswalk *crosswalk, struct field code, bool *known)
{
	size_t count = 0;

	*known = false;
	for (size_t i = first_link(crosswalk, code); i < crosswalk->count; i++) {
		const struct link *link = &crosswalk->links[i];

		if (!field_equals(link->code, code))
			break;
		*known = true;
		if (link->row == FRAMEWORK_NONE)
			continue;
		if (count == 0 || crosswalk->named[count - 1] != link->row)
			crosswalk->named[count++] = link->row;
	}
	return count;
}

/* A category has its function where the code names one alone; others may stand between its
 * rows of the framework. */
static size_t
name_candidates(struct crosswalk *crosswalk, size_t named)
{
	struct candidate *candidates = crosswalk->candidates;
	size_t count = 0;

	for (size_t i = 0; i < named; i++) {
		size_t row = crosswalk->named[i], j = 0;
		const struct framework_row *line = &crosswalk->framework->rows[row];

		while (j < count && candidates[j].role != line->category)
			j++;
		if (j < count) {
			candidates[j].function = FRAMEWORK_NONE;
			continue;
		}
		candidates[count++] = (struct candidate){ .role = line->category,
			.function = line->is_function ? row : FRAMEWORK_NONE,
			.score = CODE_SCORE,
			.confidence = CONFIDENCE_HIGH };
	}
	return count;
}

bool
crosswalk_decide(struct crosswalk *crosswalk, struct field code, struct decision *decision)
{
	bool known;
	size_t named = name_rows(crosswalk, code, &known);
	size_t count = name_candidates(crosswalk, named);
	const struct candidate *first = crosswalk->candidates;

	*decision = (struct decision){ .mapping = count == 0 ? MAPPING_UNMAPPED : MAPPING_AMBIGUOUS,
		.role = FRAMEWORK_NONE,
		.function = FRAMEWORK_NONE,
		.score = count == 0 ? 0 : CODE_SCORE,
		.candidates = first,
		.candidate_count = count,
		.named = crosswalk->named,
		.named_count = named };
	if (count == 1) {
		decision->mapping = MAPPING_MAPPED;
		decision->confidence = first->confidence;
		decision->role = first->role;
		decision->function = first->function;
		decision->margin = CODE_SCORE;
	}
	return known;
}

void
crosswalk_release(struct crosswalk *crosswalk)
{
	for (size_t i = 0; i < crosswalk->table_count; i++)
		table_free(crosswalk->tables[i]);
	free(crosswalk->tables);
	free(crosswalk->links);
	free(crosswalk->named);
	free(crosswalk->candidates);
	*crosswalk = (struct crosswalk){ 0 };
}
