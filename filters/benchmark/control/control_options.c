/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_options: which control chart is drawn, from which points, and by which rules. */
#include "control_options.h"

#include "../../lib/date.h"

#include <string.h>

/* Shorter rows come by chance too often, and longer ones never. */
#define ROW_LEAST 5
#define ROW_MOST  15
/* More digits are a year. */
#define BASELINE_DIGITS 3

const char *const control_chart_names[] = { [CONTROL_XMR] = "xmr",
	[CONTROL_P] = "p",
	[CONTROL_U] = "u",
	[CONTROL_P_PRIME] = "p-prime",
	[CONTROL_U_PRIME] = "u-prime",
	[CONTROL_RUN] = "run",
	NULL };
const char *const control_rule_names[] = { "making-data-count", "making-data-count-2022",
	"western-electric", "nelson", "anhoej", NULL };
const char *const control_zone_names[] = { "beyond", "between", NULL };

static bool
fault_choice(const char *option, const char *const *names, struct fault *fault)
{
	struct buffer all = { 0 };

	for (size_t i = 0; names[i] != NULL; i++)
		buffer_format(&all, "%s%s", i == 0 ? "" : ", ", names[i]);
	buffer_append(&all, "", 1);
	fault_set(fault, "--%s takes one of %s", option, all.data);
	buffer_release(&all);
	return false;
}

static bool
choose(const char *option, const char *text, const char *const *names, size_t *index,
    struct fault *fault)
{
	*index = 0;
	for (size_t i = 0; text != NULL && names[i] != NULL; i++) {
		if (strcmp(text, names[i]) == 0) {
			*index = i;
			return true;
		}
	}
	return text == NULL || fault_choice(option, names, fault);
}

/* Digits only; 0 where it is none, or too many of them. */
static size_t
whole_number(const char *text, size_t digits)
{
	size_t length = strspn(text, "0123456789");
	size_t number = 0;

	if (text[length] != '\0' || length > digits)
		return 0;
	for (size_t i = 0; i < length; i++)
		number = number * 10 + (size_t)(text[i] - '0');
	return number;
}

static bool
read_row(const char *option, const char *text, size_t *length, struct fault *fault)
{
	if (text == NULL)
		return true;
	*length = whole_number(text, 2);
	if (*length < ROW_LEAST || *length > ROW_MOST)
		return fault_set(fault, "--%s takes a number of points from %d to %d", option,
		    ROW_LEAST, ROW_MOST);
	return true;
}

static bool
read_rules(struct control_options *options, const struct control_texts *texts, struct fault *fault)
{
	size_t dialect, zone;

	if (!choose("rules", texts->rules, control_rule_names, &dialect, fault)
	    || !choose("two-of-three", texts->two_of_three, control_zone_names, &zone, fault))
		return false;
	options->rules = control_dialects[dialect];
	if (texts->two_of_three != NULL)
		options->rules.zone = zone == 0 ? CONTROL_ZONE_BEYOND : CONTROL_ZONE_BETWEEN;
	return read_row("shift", texts->shift, &options->rules.shift, fault)
	    && read_row("trend", texts->trend, &options->rules.trend, fault);
}

static bool
read_baseline(struct control_options *options, const char *text, struct fault *fault)
{
	struct date date;
	enum date_period length;

	if (text == NULL)
		return true;
	options->baseline = whole_number(text, BASELINE_DIGITS);
	if (options->baseline >= CONTROL_BASELINE)
		return true;
	if (options->baseline != 0 || !date_parse_period(field_of(text), &date, &length))
		return fault_set(fault,
		    "--baseline '%s': give the number of points, from %d on, or the last period, "
		    "such as 2024-03",
		    text, CONTROL_BASELINE);
	options->has_baseline_end = true;
	options->baseline_end = date_days(date_period_next(date, length));
	return true;
}

/* PERIOD or UNIT=PERIOD; a unit may hold a = itself, a period does not. */
static bool
read_rebase(struct control_rebase *rebase, const char *text, struct fault *fault)
{
	const char *equals = strrchr(text, '=');
	const char *period = equals != NULL ? equals + 1 : text;
	struct date date;
	enum date_period length;

	rebase->unit = (struct field){ text, equals != NULL ? (size_t)(equals - text) : 0 };
	if ((equals != NULL && rebase->unit.length == 0)
	    || !date_parse_period(field_of(period), &date, &length))
		return fault_set(fault,
		    "--rebase '%s': give the first period of the new limits, such as 2024-04, or "
		    "UNIT=PERIOD",
		    text);
	rebase->day = date_days(date);
	return true;
}

static bool
check_asked(const struct control_texts *texts, struct fault *fault)
{
	const struct {
		const char *option;
		bool given;
	} all[] = { { "chart", texts->chart != NULL }, { "rules", texts->rules != NULL },
		{ "shift", texts->shift != NULL }, { "trend", texts->trend != NULL },
		{ "two-of-three", texts->two_of_three != NULL },
		{ "baseline", texts->baseline != NULL }, { "rebase", texts->rebase->count != 0 },
		{ "screen", texts->screen } };

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (all[i].given)
			return fault_set(fault, "--%s needs --compare control", all[i].option);
	return true;
}

bool
control_configure(struct control_options *options, const struct control_texts *texts, bool asked,
    struct fault *fault)
{
	size_t chart;

	if (!asked)
		return check_asked(texts, fault);
	if (!choose("chart", texts->chart, control_chart_names, &chart, fault)
	    || !read_rules(options, texts, fault)
	    || !read_baseline(options, texts->baseline, fault))
		return false;
	options->chart = (enum control_chart)chart;
	options->screen = texts->screen;
	options->rebase_count = texts->rebase->count;
	for (size_t i = 0; i < texts->rebase->count; i++)
		if (!read_rebase(&options->rebases[i], texts->rebase->values[i], fault))
			return false;
	return true;
}

static const struct control_rules *
dialect_of(const struct control_rules *rules)
{
	const struct control_rules *dialect = control_dialects;

	while (strcmp(dialect->name, rules->name) != 0)
		dialect++;
	return dialect;
}

void
control_name_rules(const struct control_options *options, struct buffer *text)
{
	const struct control_rules *rules = &options->rules;
	const struct control_rules *dialect = dialect_of(rules);
	bool shift = rules->shift != dialect->shift;
	bool trend = rules->trend != dialect->trend;
	bool zone = rules->zone != dialect->zone;

	if (dialect == &control_dialects[0] && !shift && !trend && !zone)
		return;
	buffer_format(text, " %s", rules->name);
	if (shift)
		buffer_format(text, "_shift%zu", rules->shift);
	if (trend)
		buffer_format(text, "_trend%zu", rules->trend);
	if (zone)
		buffer_format(
		    text, "_%s", control_zone_names[rules->zone == CONTROL_ZONE_BEYOND ? 0 : 1]);
}
