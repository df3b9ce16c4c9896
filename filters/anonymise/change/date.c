/* SPDX-License-Identifier: GPL-3.0-or-later */
/* date: a day becomes its month, quarter or year, of the calendar or from April. */
#include "../../lib/date.h"
#include "day.h"
#include "kind.h"

/* Level 0 is the day; each list is a way up from it. */
#define LEVELS 4
static const enum date_period calendar[LEVELS] = { DATE_DAY, DATE_MONTH, DATE_QUARTER, DATE_YEAR };
static const enum date_period financial[LEVELS] = { DATE_DAY, DATE_MONTH, DATE_FINANCIAL_QUARTER,
	DATE_FINANCIAL_YEAR };

/* day, too, so that a level that was found can be frozen whatever it is */
static const char *const words[] = { "day", "month", "quarter", "year", "fquarter", "fyear", NULL };
#define FINANCIAL 4 /* the first of the words that go up from April */
static const char *const spoken[] = { [DATE_DAY] = "day",
	[DATE_MONTH] = "month",
	[DATE_QUARTER] = "quarter",
	[DATE_YEAR] = "year",
	[DATE_FINANCIAL_QUARTER] = "quarter of the financial year",
	[DATE_FINANCIAL_YEAR] = "financial year" };

struct settings {
	const enum date_period *ladder;
	unsigned level;
	char text[DATE_TEXT_MAX];
};

/* Which quarters and years are coarser than a day or a month, where no word says so. */
static const char *const years[] = { "calendar", "financial", NULL };
static const char *const keys[] = { "years", NULL };

static bool
read_date(void *data, const struct config_node *node, struct fault *fault)
{
	struct config_node to = config_member(node, "to");
	struct config_node kind = config_member(node, "years");
	struct settings *settings = data;
	size_t choice = 0;
	size_t which = 0;

	if (!config_choice(&to, words, &choice, fault)
	    || !config_choice(&kind, years, &which, fault))
		return false;
	settings->ladder = choice >= FINANCIAL || which == 1 ? financial : calendar;
	settings->level = (unsigned)(choice < FINANCIAL ? choice : choice - 2);
	return settings->level < FINANCIAL - 2 || !config_present(&kind)
	    || config_fault(&kind, fault, "belongs to \"day\" and \"month\"");
}

static void
explain_date(const void *data, struct buffer *out)
{
	const struct settings *settings = data;

	if (settings->level == 0)
		buffer_append_text(out, "is passed on as the day that it is");
	else
		buffer_format(out, "is cut to its %s", spoken[settings->ladder[settings->level]]);
}

static unsigned
levels(const void *data)
{
	(void)data;
	return LEVELS;
}

static unsigned
level_of(const void *data)
{
	const struct settings *settings = data;

	return settings->level;
}

static enum change_result
make_period(void *data, struct field value, const struct change_record *record, unsigned level,
    struct field *out)
{
	struct settings *settings = data;
	enum date_period to = settings->ladder[level];
	enum date_period from;
	struct date date;

	(void)record;
	if (!date_parse_period(day_of(value), &date, &from)
	    || (from != to && !date_period_contains(to, from)))
		return CHANGE_FAILED;
	*out = (struct field){ settings->text, date_period_write(date, to, settings->text) };
	return from == to && out->length == value.length ? CHANGE_SAME : CHANGE_DONE;
}

static bool
freeze(const void *data, unsigned level, struct config_node *node)
{
	const struct settings *settings = data;
	bool in_financial = settings->ladder == financial && level >= FINANCIAL - 2;

	if (settings->ladder == calendar || in_financial)
		config_unset(node, "years");
	else if (!config_set_text(node, "years", "financial"))
		return false;
	return config_set_text(node, "to", words[in_financial ? level + 2 : level]);
}

const struct change_kind change_date = {
	.name = "date",
	.wants = "date",
	.action = "generalise",
	.to = words,
	.keys = keys,
	.size = sizeof(struct settings),
	.read = read_date,
	.explain = explain_date,
	.levels = levels,
	.level = level_of,
	.value = make_period,
	.freeze = freeze,
};
