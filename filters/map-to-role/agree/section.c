/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "section.h"

#include "../../lib/ascii.h"
#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

const char *
section_level_name(enum section_level level)
{
	return level == LEVEL_CODE ? "code" : "category";
}

/* What stands before the point of a function's code; else the code as it is. */
static struct field
category_of(struct field code)
{
	size_t points = 0, point = 0;

	for (size_t i = 0; i < code.length; i++) {
		if (code.data[i] == '.') {
			point = i;
			points++;
		} else if (!ascii_is_letter(code.data[i]) && !ascii_is_digit(code.data[i])) {
			return code;
		}
	}
	if (points != 1 || point == 0 || point + 1 == code.length || !ascii_is_letter(code.data[0]))
		return code;
	return (struct field){ code.data, point };
}

bool
section_has_functions(const struct codes *codes)
{
	for (size_t i = 0; i < codes_values(codes); i++) {
		struct field name = codes_value_name(codes, i);

		if (category_of(name).length != name.length)
			return true;
	}
	return false;
}

static int
compare_values(const void *a, const void *b)
{
	struct field first = *(const struct field *)a, second = *(const struct field *)b;
	int outside = field_is(first, CODES_NONE) - field_is(second, CODES_NONE);

	return outside != 0 ? outside : field_compare(first, second);
}

static struct field
name_at(const struct codes *codes, size_t value, enum section_level level)
{
	struct field name = codes_value_name(codes, value);

	return level == LEVEL_CATEGORY ? category_of(name) : name;
}

static bool
belongs(const struct section *section, const struct codes_cell *cell)
{
	return section->group == SECTION_ALL || section->group == cell->group;
}

/* The names of the values that the section's records have, each once, sorted. */
static void
find_values(struct section *section, const struct codes *codes)
{
	bool seen[CODES_VALUES_MAX] = { false };
	size_t kept = 0;

	for (size_t i = 0; i < codes_cells(codes); i++) {
		const struct codes_cell *cell = codes_cell(codes, i);

		if (belongs(section, cell))
			seen[cell->first] = seen[cell->second] = true;
	}
	section->values = xcalloc(codes_values(codes) + 1, sizeof section->values[0]);
	for (size_t i = 0; i < codes_values(codes); i++)
		if (seen[i])
			section->values[section->value_count++] = name_at(codes, i, section->level);
	qsort(section->values, section->value_count, sizeof section->values[0], compare_values);
	for (size_t i = 0; i < section->value_count; i++)
		if (kept == 0 || !field_equals(section->values[kept - 1], section->values[i]))
			section->values[kept++] = section->values[i];
	section->value_count = kept;
}

static size_t
find_value(const struct section *section, struct field name)
{
	const struct field *found = bsearch(&name, section->values, section->value_count,
	    sizeof section->values[0], compare_values);

	/* find_values has seen all of them */
	return found == NULL ? 0 : (size_t)(found - section->values);
}

static void
count_pairs(struct section *section, const struct codes *codes)
{
	size_t places[CODES_VALUES_MAX] = { 0 };
	size_t count = section->value_count;

	section->counts = xcalloc(count * count + 1, sizeof section->counts[0]);
	for (size_t i = 0; i < codes_values(codes); i++)
		places[i] = find_value(section, name_at(codes, i, section->level));
	for (size_t i = 0; i < codes_cells(codes); i++) {
		const struct codes_cell *cell = codes_cell(codes, i);

		if (belongs(section, cell))
			section->counts[places[cell->first] * count + places[cell->second]] +=
			    (double)cell->records;
	}
}

static int
compare_disagreements(const void *a, const void *b)
{
	const struct disagreement *first = a, *second = b;

	if (first->records > second->records || first->records < second->records)
		return first->records > second->records ? -1 : 1;
	if (first->first != second->first)
		return first->first < second->first ? -1 : 1;
	return first->second < second->second ? -1 : first->second > second->second;
}

static void
find_disagreements(struct section *section)
{
	size_t count = section->value_count, found = 0;

	for (size_t i = 0; i < count * count; i++)
		found += section->counts[i] > 0 && i / count != i % count;
	section->disagreements = xcalloc(found + 1, sizeof section->disagreements[0]);
	for (size_t i = 0; i < count * count; i++)
		if (section->counts[i] > 0 && i / count != i % count)
			section->disagreements[section->disagreement_count++] =
			    (struct disagreement){ i / count, i % count, section->counts[i] };
	qsort(
	    section->disagreements, found, sizeof section->disagreements[0], compare_disagreements);
}

void
section_take(
    struct section *section, const struct codes *codes, size_t group, enum section_level level)
{
	*section = (struct section){ .group = group, .level = level };
	find_values(section, codes);
	count_pairs(section, codes);
	agreement_take(section->counts, section->value_count, &section->agreement);
	section->has_observed = interval_wilson(section->agreement.observed.value,
	    section->agreement.records, SECTION_CONFIDENCE, &section->observed);
	section->has_alpha = agreement_alpha_interval(
	    section->counts, section->value_count, SECTION_CONFIDENCE, &section->alpha);
	find_disagreements(section);
}

void
section_release(struct section *section)
{
	free(section->values);
	free(section->counts);
	free(section->disagreements);
	*section = (struct section){ 0 };
}
