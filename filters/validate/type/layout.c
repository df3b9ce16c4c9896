/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout: the pattern taken apart and checked. */
#include "layout_parts.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

/* What a pattern may hold, and what each part gives. */
static const struct {
	char letter;
	unsigned gives;
} directives[] = {
	{ 'Y', LAYOUT_YEAR },
	{ 'y', LAYOUT_YEAR },
	{ 'm', LAYOUT_MONTH },
	{ 'b', LAYOUT_MONTH },
	{ 'B', LAYOUT_MONTH },
	{ 'd', LAYOUT_DAY },
	{ 'j', LAYOUT_YEARDAY },
	{ 'a', LAYOUT_WEEKDAY },
	{ 'A', LAYOUT_WEEKDAY },
	{ 'H', LAYOUT_HOUR },
	{ 'I', LAYOUT_HALF_HOUR },
	{ 'p', LAYOUT_HALF },
	{ 'M', LAYOUT_MINUTE },
	{ 'S', LAYOUT_SECOND },
	{ 'f', LAYOUT_FRACTION },
	{ 'z', LAYOUT_ZONE },
};
#define DIRECTIVES (sizeof directives / sizeof *directives)

#define OF_DATE (LAYOUT_YEAR | LAYOUT_MONTH | LAYOUT_DAY | LAYOUT_YEARDAY | LAYOUT_WEEKDAY)

/* The short forms for several parts at once. */
static const char *
expansion(char letter)
{
	switch (letter) {
	case 'T':
		return "%H:%M:%S";
	case 'R':
		return "%H:%M";
	case 'D':
		return "%m/%d/%y";
	case 'F':
		return "%Y-%m-%d";
	case 'h':
		return "%b";
	case 'e':
		return "%d";
	case 'n':
	case 't':
		return " ";
	default:
		return NULL;
	}
}

static void
add_part(struct layout *layout, char directive, char literal)
{
	layout->parts = xreallocarray(layout->parts, layout->count + 1, sizeof *layout->parts);
	layout->parts[layout->count++] =
	    (struct layout_part){ .directive = directive, .literal = literal };
}

/* Blanks on end are one: it stands for all of them. */
static void
add_literal(struct layout *layout, char literal)
{
	if (literal == '\t')
		literal = ' ';
	if (literal != ' ' || layout->count == 0 || layout->parts[layout->count - 1].literal != ' ')
		add_part(layout, '\0', literal);
}

static bool
add_directive(
    struct layout *layout, char letter, const struct config_node *node, struct fault *fault)
{
	size_t i = 0;

	while (i < DIRECTIVES && directives[i].letter != letter)
		i++;
	if (i == DIRECTIVES && strchr("cxXrZ", letter) != NULL && letter != '\0')
		return config_fault(node, fault,
		    "'%%%c' hangs on the place where it is read: write out what stands there",
		    letter);
	if (i == DIRECTIVES && letter > ' ' && letter <= '~')
		return config_fault(node, fault, "'%%%c' is not known here", letter);
	if (i == DIRECTIVES)
		return config_fault(node, fault, "a letter is expected behind '%%'");
	if ((layout->gives & directives[i].gives) != 0)
		return config_fault(
		    node, fault, "'%%%c' gives what another part gives already", letter);
	layout->gives |= directives[i].gives;
	if (letter == 'Y' || letter == 'y')
		layout->year_first =
		    (layout->gives & (LAYOUT_MONTH | LAYOUT_DAY | LAYOUT_YEARDAY)) == 0;
	add_part(layout, letter, '\0');
	return true;
}

static bool
read_pattern(
    struct layout *layout, const char *pattern, const struct config_node *node, struct fault *fault)
{
	for (; *pattern != '\0'; pattern++) {
		const char *whole;

		if (*pattern != '%') {
			add_literal(layout, *pattern);
			continue;
		}
		pattern++;
		whole = expansion(*pattern);
		if (*pattern == '%')
			add_literal(layout, '%');
		else if (whole != NULL ? !read_pattern(layout, whole, node, fault)
		                       : !add_directive(layout, *pattern, node, fault))
			return false;
	}
	return true;
}

static bool
is_number(const struct layout_part *part)
{
	return part->directive != '\0' && strchr("YymdjHIMSf", part->directive) != NULL;
}

/* Where digits meet, only their full count tells where a number ends. */
static void
mark_tight(struct layout *layout)
{
	for (size_t i = 0; i + 1 < layout->count; i++) {
		struct layout_part *part = &layout->parts[i];
		struct layout_part *next = &layout->parts[i + 1];

		if (next->directive == '\0' && next->literal >= '0' && next->literal <= '9')
			part->tight = true;
		if (is_number(part) && is_number(next)) {
			part->tight = true;
			next->tight = true;
		}
	}
}

static bool
has(const struct layout *layout, unsigned parts)
{
	return (layout->gives & parts) == parts;
}

/* What is lacking or too much, in words; NULL: nothing. */
static const char *
find_gap(const struct layout *layout)
{
	bool day_of_month = (layout->gives & (LAYOUT_MONTH | LAYOUT_DAY)) != 0;

	if (layout->kind == MOMENT_DATE && (layout->gives & ~(unsigned)OF_DATE) != 0)
		return "a date has no time: the type for both is datetime";
	if (layout->kind == MOMENT_TIME && (layout->gives & OF_DATE) != 0)
		return "a time has no date: the type for both is datetime";
	if (layout->kind != MOMENT_TIME) {
		if (!has(layout, LAYOUT_YEAR))
			return "the pattern gives no year (%Y or %y)";
		if (day_of_month && has(layout, LAYOUT_YEARDAY))
			return "the pattern gives the day twice";
		if (!has(layout, LAYOUT_YEARDAY) && !has(layout, LAYOUT_MONTH | LAYOUT_DAY))
			return "the pattern gives no whole date (%m and %d, or %j)";
	}
	if (layout->kind == MOMENT_DATE)
		return NULL;
	if (has(layout, LAYOUT_HALF_HOUR) != has(layout, LAYOUT_HALF))
		return "%I and %p go together";
	if (!has(layout, LAYOUT_HOUR) == !has(layout, LAYOUT_HALF_HOUR))
		return "the pattern has to give the hour once (%H, or %I with %p)";
	if ((has(layout, LAYOUT_SECOND) && !has(layout, LAYOUT_MINUTE))
	    || (has(layout, LAYOUT_FRACTION) && !has(layout, LAYOUT_SECOND)))
		return "the pattern leaves out what stands between its parts of time";
	return NULL;
}

struct layout *
layout_new(
    enum moment_kind kind, const char *pattern, const struct config_node *node, struct fault *fault)
{
	struct layout *layout = xcalloc(1, sizeof *layout);
	const char *gap;

	layout->kind = kind;
	if (!read_pattern(layout, pattern, node, fault)) {
		layout_free(layout);
		return NULL;
	}
	mark_tight(layout);
	gap = find_gap(layout);
	if (gap != NULL) {
		config_fault(node, fault, "%s", gap);
		layout_free(layout);
		return NULL;
	}
	return layout;
}

void
layout_free(struct layout *layout)
{
	if (layout == NULL)
		return;
	free(layout->parts);
	free(layout);
}

bool
layout_is_year_first(const struct layout *layout)
{
	return layout->year_first;
}
