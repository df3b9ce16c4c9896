/* SPDX-License-Identifier: GPL-3.0-or-later */
/* constraint: what a value breaks, and the rule in words. */
#include "constraint.h"

#include "../../lib/text.h"
#include "constraint_value.h"
#include "list.h"

#include <stdint.h>

struct breaches {
	enum finding_code *codes;
	size_t count;
};

static void
add(struct breaches *breaches, enum finding_code code)
{
	breaches->codes[breaches->count++] = code;
}

static bool
is_within(const struct type *type, struct field value, struct field low, struct field high,
    bool exclusive)
{
	int order;

	if (low.data == NULL || high.data == NULL)
		return true;
	if (type->kind == TYPE_NUMBER && number_is_nan(value))
		return false;
	order = type_compare(type, low, high);
	return order < 0 || (order == 0 && !exclusive);
}

static void
judge_bounds(const struct constraint *constraint, const struct type *type, struct field value,
    struct breaches *breaches)
{
	if (!is_within(type, value, constraint->minimum, value, false))
		add(breaches, FINDING_MINIMUM);
	if (!is_within(type, value, value, constraint->maximum, false))
		add(breaches, FINDING_MAXIMUM);
	if (!is_within(type, value, constraint->exclusive_minimum, value, true))
		add(breaches, FINDING_EXCLUSIVE_MINIMUM);
	if (!is_within(type, value, value, constraint->exclusive_maximum, true))
		add(breaches, FINDING_EXCLUSIVE_MAXIMUM);
}

static void
judge_lengths(const struct constraint *constraint, const struct type *type, struct field value,
    struct breaches *breaches)
{
	size_t length;

	if (constraint->least_length == 0 && constraint->largest_length == SIZE_MAX)
		return;
	length = type->kind == TYPE_LIST ? list_count(type, value) : text_characters(value);
	if (length < constraint->least_length)
		add(breaches, FINDING_TOO_SHORT);
	if (length > constraint->largest_length)
		add(breaches, FINDING_TEXT_TOO_LONG);
}

/* An identifier or a code that a spreadsheet has rounded needs other advice,
 * once, than one that is wrong by itself. */
static void
judge_words(const struct constraint *constraint, const struct type *type, struct field value,
    struct breaches *breaches)
{
	bool listed = !constraint->listed
	    || constraint_value_hold(&constraint->values, constraint->ordered, type, value);
	bool categorised = !constraint->categorised
	    || constraint_value_hold(
	        &constraint->categories, constraint->ordered_categories, type, value);
	enum pattern_result matched = constraint->pattern != NULL
	    ? pattern_find(constraint->pattern, value, 0, NULL)
	    : PATTERN_YES;

	if (matched == PATTERN_LIMIT)
		add(breaches, FINDING_MATCH_LIMIT);
	if (type->kind == TYPE_STRING && (!listed || !categorised || matched == PATTERN_NO)
	    && number_is_exponential(value)) {
		add(breaches, FINDING_EXPONENT);
		return;
	}
	if (!listed)
		add(breaches, FINDING_ENUM);
	if (!categorised)
		add(breaches, FINDING_CATEGORY);
	if (matched == PATTERN_NO)
		add(breaches, FINDING_PATTERN);
}

size_t
constraint_judge(const struct constraint *constraint, const struct type *type, struct field value,
    enum finding_code codes[CONSTRAINT_FINDINGS_MAX])
{
	struct breaches breaches = { .codes = codes };

	judge_bounds(constraint, type, value, &breaches);
	judge_lengths(constraint, type, value, &breaches);
	judge_words(constraint, type, value, &breaches);
	return breaches.count;
}

static void
list_rule(const char *name, const struct texts *values, struct buffer *out)
{
	const size_t longest = 200;
	size_t start = out->length;

	buffer_format(out, "%s ", name);
	for (size_t i = 0; i < values->count; i++) {
		if (i != 0)
			buffer_append_text(out, ", ");
		buffer_append(out, values->items[i].data, values->items[i].length);
	}
	if (out->length - start <= longest)
		return;
	out->length = start;
	buffer_format(out, "%s of %zu values", name, values->count);
}

static void
type_rule(const struct type *type, struct buffer *out)
{
	buffer_format(out, "type %s", type_name(type->kind));
	if (type->item != NULL)
		buffer_format(out, " of %s", type_name(type->item->kind));
	if (type->form != NULL)
		buffer_format(out, ", format %s", type->form);
}

static void
bound_rule(const char *name, struct field bound, struct buffer *out)
{
	buffer_format(out, "%s ", name);
	buffer_append(out, bound.data, bound.length);
}

void
constraint_rule(const struct constraint *constraint, const struct type *type,
    enum finding_code code, struct buffer *out)
{
	/* of a text it is a constraint that told */
	if (code == FINDING_EXPONENT && type->kind == TYPE_STRING)
		code = constraint->pattern_source != NULL ? FINDING_PATTERN
		    : constraint->listed                  ? FINDING_ENUM
		                                          : FINDING_CATEGORY;
	switch (code) {
	case FINDING_REQUIRED:
		buffer_append_text(out, "required");
		break;
	case FINDING_ENUM:
		list_rule("enum", &constraint->values, out);
		break;
	case FINDING_CATEGORY:
		list_rule("categories", &constraint->categories, out);
		break;
	case FINDING_MINIMUM:
		bound_rule("minimum", constraint->minimum, out);
		break;
	case FINDING_MAXIMUM:
		bound_rule("maximum", constraint->maximum, out);
		break;
	case FINDING_EXCLUSIVE_MINIMUM:
		bound_rule("exclusiveMinimum", constraint->exclusive_minimum, out);
		break;
	case FINDING_EXCLUSIVE_MAXIMUM:
		bound_rule("exclusiveMaximum", constraint->exclusive_maximum, out);
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
	default:
		type_rule(type, out);
		break;
	}
}
