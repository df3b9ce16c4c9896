/* SPDX-License-Identifier: GPL-3.0-or-later */
/* constraint: what a value breaks, and the rule in words. */
#include "constraint.h"

#include "../../lib/text.h"

#include <stdint.h>

static bool
is_listed(const struct constraint *constraint, const struct type *type, struct field value)
{
	size_t first = 0;
	size_t end = constraint->values.count;

	if (constraint->ordered == NULL) {
		while (first < end && !type_equal(type, constraint->values.items[first], value))
			first++;
		return first < end;
	}
	while (first < end) {
		size_t middle = first + (end - first) / 2;
		int order = type_compare(type, value, constraint->ordered[middle]);

		if (order == 0)
			return true;
		if (order < 0)
			end = middle;
		else
			first = middle + 1;
	}
	return false;
}

size_t
constraint_judge(const struct constraint *constraint, const struct type *type, struct field value,
    enum finding_code codes[CONSTRAINT_FINDINGS_MAX])
{
	size_t count = 0;

	if (constraint->minimum.data != NULL && type_compare(type, value, constraint->minimum) < 0)
		codes[count++] = FINDING_MINIMUM;
	if (constraint->maximum.data != NULL && type_compare(type, value, constraint->maximum) > 0)
		codes[count++] = FINDING_MAXIMUM;
	if (constraint->listed && !is_listed(constraint, type, value))
		codes[count++] = FINDING_ENUM;
	if (constraint->least_length > 0 || constraint->largest_length < SIZE_MAX) {
		size_t length = text_characters(value);

		if (length < constraint->least_length)
			codes[count++] = FINDING_TOO_SHORT;
		if (length > constraint->largest_length)
			codes[count++] = FINDING_TEXT_TOO_LONG;
	}
	if (constraint->pattern == NULL)
		return count;
	switch (pattern_find(constraint->pattern, value, 0, NULL)) {
	case PATTERN_YES:
		break;
	case PATTERN_NO:
		/* an identifier that a spreadsheet has rounded needs other advice */
		codes[count++] = type_looks_exponential(value) ? FINDING_EXPONENT : FINDING_PATTERN;
		break;
	case PATTERN_LIMIT:
		codes[count++] = FINDING_MATCH_LIMIT;
		break;
	}
	return count;
}

static void
enum_rule(const struct constraint *constraint, struct buffer *out)
{
	const size_t longest = 200;
	size_t start = out->length;

	buffer_append_text(out, "enum ");
	for (size_t i = 0; i < constraint->values.count; i++) {
		if (i != 0)
			buffer_append_text(out, ", ");
		buffer_append(
		    out, constraint->values.items[i].data, constraint->values.items[i].length);
	}
	if (out->length - start <= longest)
		return;
	out->length = start;
	buffer_format(out, "enum of %zu values", constraint->values.count);
}

void
constraint_rule(const struct constraint *constraint, const struct type *type,
    enum finding_code code, struct buffer *out)
{
	switch (code) {
	case FINDING_REQUIRED:
		buffer_append_text(out, "required");
		break;
	case FINDING_ENUM:
		enum_rule(constraint, out);
		break;
	case FINDING_MINIMUM:
		buffer_format(
		    out, "minimum %.*s", (int)constraint->minimum.length, constraint->minimum.data);
		break;
	case FINDING_MAXIMUM:
		buffer_format(
		    out, "maximum %.*s", (int)constraint->maximum.length, constraint->maximum.data);
		break;
	case FINDING_TOO_SHORT:
		buffer_format(out, "minLength %zu", constraint->least_length);
		break;
	case FINDING_TEXT_TOO_LONG:
		buffer_format(out, "maxLength %zu", constraint->largest_length);
		break;
	case FINDING_PATTERN:
	case FINDING_MATCH_LIMIT:
		buffer_format(out, "pattern %s", constraint->pattern_source);
		break;
	case FINDING_EXPONENT:
		if (constraint->pattern_source != NULL) {
			buffer_format(out, "pattern %s", constraint->pattern_source);
			break;
		}
		/* fallthrough */
	default:
		buffer_format(out, "type %s", type_name(type->kind));
		break;
	}
}
