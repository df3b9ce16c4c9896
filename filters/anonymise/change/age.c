/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * age: a birth date becomes the age in whole years at a date of the same record, or
 * the band that this age lies in.
 *
 * The age goes up at the beginning of the birthday; of somebody born on 29 February on
 * 1 March where the year has none (English law: Family Law Reform Act 1969, s. 9, and
 * what follows from it).  No clock is read: without a reference there is no age.
 */
#include "../../lib/date.h"
#include "day.h"
#include "kind.h"

#include <stdio.h>

#define AGE_MAX   125 /* nobody was older for certain than 122 (J. Calment, 1997) */
#define TOP_USUAL 90  /* "90+", as the safe harbour of 45 CFR 164.514(b)(2)(i)(C) has it */
#define EDGES_MAX 64

/* Levels: the birth date, the age, then bands; own bands are one level. */
enum { LEVEL_BIRTH, LEVEL_AGE, LEVEL_BANDS, LEVELS = 5 };
static const unsigned widths[LEVELS] = { [LEVEL_BANDS] = 5, 10, 20 };
#define LEVEL_USUAL 3 /* ten years */

static const char *const words[] = { "birth-date", "age", "age-band", NULL };
static const char *const keys[] = { "at", "width", "bands", "top", NULL };

struct settings {
	const char *at;
	unsigned level;
	unsigned top;
	unsigned edges[EDGES_MAX]; /* the first is 0 */
	size_t edge_count;         /* 0: bands of the usual widths */
	char text[32];
};

static bool
read_edges(struct settings *settings, const struct config_node *bands, struct fault *fault)
{
	if (!config_is_array(bands) || config_size(bands) == 0)
		return config_fault(bands, fault,
		    "a list of the youngest age in each band is expected, such as [0, 18, 65]");
	if (config_size(bands) >= EDGES_MAX)
		return config_fault(
		    bands, fault, "has more bands than there may be (%d)", EDGES_MAX - 1);
	settings->edges[settings->edge_count++] = 0;
	for (size_t i = 0; i < config_size(bands); i++) {
		struct config_node node = config_element(bands, i);
		long age = 0;

		if (!config_integer(&node, 0, AGE_MAX, &age, fault))
			return false;
		if (age > (long)settings->top)
			return config_fault(&node, fault,
			    "is above the top age, from which no age is told from another: %u",
			    settings->top);
		if (i == 0 && age == 0)
			continue;
		if (age <= (long)settings->edges[settings->edge_count - 1])
			return config_fault(&node, fault, "is not above the one before it");
		settings->edges[settings->edge_count++] = (unsigned)age;
	}
	return true;
}

/* The level of "age-band", by the width. */
static bool
read_width(struct settings *settings, const struct config_node *width, struct fault *fault)
{
	long years = widths[LEVEL_USUAL];

	if (config_present(width) && settings->level < LEVEL_BANDS)
		return config_fault(width, fault, "belongs to \"age-band\"");
	if (config_present(width) && settings->edge_count != 0)
		return config_fault(width, fault, "stands beside \"bands\"; give one of them");
	if (!config_integer(width, 1, AGE_MAX, &years, fault))
		return false;
	if (settings->level < LEVEL_BANDS || settings->edge_count != 0)
		return true;
	while (settings->level < LEVELS && widths[settings->level] != years)
		settings->level++;
	return settings->level < LEVELS
	    || config_fault(width, fault, "is none of 5, 10 and 20; give other bands as \"bands\"");
}

static bool
read_age(void *data, const struct config_node *node, struct fault *fault)
{
	struct config_node to = config_member(node, "to");
	struct config_node at = config_member(node, "at");
	struct config_node top = config_member(node, "top");
	struct config_node bands = config_member(node, "bands");
	struct config_node width = config_member(node, "width");
	struct settings *settings = data;
	long highest = TOP_USUAL;
	size_t choice = 0;

	if (!config_choice(&to, words, &choice, fault))
		return false;
	if (!config_present(&at))
		return config_fault(&at, fault,
		    "is missing: the column with the date at which the age is reckoned");
	if (!config_text(&at, &settings->at, fault)
	    || !config_integer(&top, 1, AGE_MAX, &highest, fault))
		return false;
	settings->level = (unsigned)choice;
	settings->top = (unsigned)highest;
	if (config_present(&bands) && !read_edges(settings, &bands, fault))
		return false;
	return read_width(settings, &width, fault);
}

/* The age from which none is told from another. */
static unsigned
oldest_of(const struct settings *settings)
{
	if (settings->level >= LEVEL_BANDS && settings->edge_count != 0)
		return settings->edges[settings->edge_count - 1];
	return settings->level >= LEVEL_BANDS
	    ? settings->top / widths[settings->level] * widths[settings->level]
	    : settings->top;
}

static void
explain_age(const void *data, struct buffer *out)
{
	const struct settings *settings = data;
	unsigned oldest;

	if (settings->level == LEVEL_BIRTH) {
		buffer_append_text(out, "is passed on as the birth date that it is");
		return;
	}
	buffer_append_text(out, "becomes ");
	if (settings->level == LEVEL_AGE)
		buffer_append_text(out, "the age in whole years");
	else if (settings->edge_count == 0)
		buffer_format(out, "the age in bands of %u years", widths[settings->level]);
	else
		buffer_append_text(out, "the age in bands that begin at");
	for (size_t i = 0; settings->level >= LEVEL_BANDS && i < settings->edge_count; i++)
		buffer_format(out, "%s%u",
		    i == 0                              ? " "
		        : i + 1 == settings->edge_count ? " and "
		                                        : ", ",
		    settings->edges[i]);
	buffer_format(
	    out, " on the date in column '%s' (of a month: on its first day)", settings->at);
	oldest = oldest_of(settings);
	buffer_format(out, "; from %u on all ages are \"%u+\"", oldest, oldest);
}

static const char *
reference(const void *data)
{
	return ((const struct settings *)data)->at;
}

static unsigned
levels(const void *data)
{
	return ((const struct settings *)data)->edge_count != 0 ? LEVEL_BANDS + 1 : LEVELS;
}

static unsigned
level_of(const void *data)
{
	return ((const struct settings *)data)->level;
}

/* Whole years from one day to another, which is no earlier. */
static unsigned
years_between(struct date birth, struct date at)
{
	bool before = at.month < birth.month || (at.month == birth.month && at.day < birth.day);

	return (unsigned)(at.year - birth.year - before);
}

/* The age at the reference: a day, or a month as its first day. */
static bool
find_age(struct field birth_date, struct field reference_date, unsigned *age)
{
	enum date_period period;
	struct date birth;
	struct date at;

	if (!date_parse(birth_date, &birth)
	    || !date_parse_period(day_of(reference_date), &at, &period)
	    || (period != DATE_DAY && period != DATE_MONTH))
		return false;
	/* born in the month, after its first day */
	if (period == DATE_MONTH && birth.year == at.year && birth.month == at.month)
		at = birth;
	if (date_days(birth) > date_days(at))
		return false;
	*age = years_between(birth, at);
	return *age <= AGE_MAX;
}

/* The ages from first up to but without next; ages from the top on are not told apart,
 * so a band with one of them has no end. */
static size_t
write_band(struct settings *settings, unsigned first, unsigned next)
{
	int length;

	if (next > settings->top)
		length = snprintf(settings->text, sizeof settings->text, "%u+", first);
	else if (first + 1 == next)
		length = snprintf(settings->text, sizeof settings->text, "%u", first);
	else
		length = snprintf(settings->text, sizeof settings->text, "%u-%u", first, next - 1);
	return (size_t)length;
}

static struct field
write_age(struct settings *settings, unsigned age, unsigned level)
{
	unsigned width = level == LEVEL_AGE ? 1 : widths[level];
	unsigned first;
	size_t i = 0;

	if (age > settings->top)
		age = settings->top;
	if (level == LEVEL_AGE || settings->edge_count == 0) {
		first = age / width * width;
		return (struct field){ settings->text, write_band(settings, first, first + width) };
	}
	while (i + 1 < settings->edge_count && settings->edges[i + 1] <= age)
		i++;
	first = settings->edges[i];
	return (struct field){ settings->text,
		write_band(settings, first,
		    i + 1 < settings->edge_count ? settings->edges[i + 1] : AGE_MAX + 1) };
}

static enum change_result
make_age(void *data, struct field value, const struct change_record *record, unsigned level,
    struct field *out)
{
	struct settings *settings = data;
	struct date birth;
	unsigned age;

	*out = value;
	if (level == LEVEL_BIRTH)
		return date_parse(value, &birth) ? CHANGE_SAME : CHANGE_FAILED;
	if (!find_age(value, record->reference, &age))
		return CHANGE_FAILED;
	*out = write_age(settings, age, level);
	return CHANGE_DONE;
}

/* The text that the age at its beginning would become. */
static bool
is_settled(void *data, struct field value, unsigned level)
{
	struct settings *settings = data;
	struct date birth;
	unsigned age = 0;
	size_t i = 0;

	if (level == LEVEL_BIRTH)
		return date_parse(value, &birth);
	for (; i < value.length && i < 3 && value.data[i] >= '0' && value.data[i] <= '9'; i++)
		age = age * 10 + (unsigned)(value.data[i] - '0');
	return i != 0 && age <= AGE_MAX && field_equals(write_age(settings, age, level), value);
}

static bool
freeze(const void *data, unsigned level, struct config_node *node)
{
	const struct settings *settings = data;

	if (level < LEVEL_BANDS) {
		config_unset(node, "width");
		return config_set_text(node, "to", words[level]);
	}
	return (settings->edge_count != 0 || config_set_integer(node, "width", (long)widths[level]))
	    && config_set_text(node, "to", words[LEVEL_BANDS]);
}

const struct change_kind change_age = {
	.name = "age",
	.wants = "birth date of which the age can be reckoned",
	.action = "generalise",
	.to = words,
	.keys = keys,
	.size = sizeof(struct settings),
	.read = read_age,
	.explain = explain_age,
	.reference = reference,
	.levels = levels,
	.level = level_of,
	.value = make_age,
	.settled = is_settled,
	.freeze = freeze,
};
