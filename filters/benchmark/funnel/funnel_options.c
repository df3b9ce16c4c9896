/* SPDX-License-Identifier: GPL-3.0-or-later */
/* funnel_options: how funnels are asked for. */
#include "funnel_options.h"

#include "../../lib/decimal.h"
#include "../../lib/interval.h"

#include <string.h>

/* As Spiegelhalter (2005) and the national indicators have it. */
#define OUTLIERS_PERCENT 10

static const char *const way_names[FUNNEL_WAYS] = {
	[FUNNEL_NORMAL] = "normal",
	[FUNNEL_ARCSINE] = "arcsine",
	[FUNNEL_SQRT] = "sqrt",
	[FUNNEL_LOG] = "log",
	[FUNNEL_COUNTS] = "counts",
	[FUNNEL_EXACT] = "exact",
	[FUNNEL_CHISQ] = "chisq",
	[FUNNEL_EVENTS] = "events",
};

const char *
funnel_way_name(enum funnel_way way)
{
	return way_names[way];
}

/* The index of a name in a list that NULL ends, or how many there are. */
static size_t
index_of(const char *const *names, struct field name)
{
	size_t i = 0;

	while (names[i] != NULL && !field_is(name, names[i]))
		i++;
	return i;
}

static bool
read_ways(struct funnel_options *options, const char *list, struct fault *fault)
{
	for (const char *rest = list; rest != NULL;) {
		struct field name = { rest, strcspn(rest, ",") };
		size_t way = 0;

		while (way < FUNNEL_WAYS && !field_is(name, way_names[way]))
			way++;
		if (way == FUNNEL_WAYS)
			return fault_set(fault,
			    "--funnel takes one or more of normal, arcsine, sqrt, log, counts, "
			    "exact, chisq, events, with commas between");
		for (size_t model = 0; model < FUNNEL_MODELS; model++)
			if (funnel_suits((enum funnel_way)way, (enum figure_model)model))
				options->ways[model] = (enum funnel_way)way;
		if (!funnel_suits((enum funnel_way)way, FIGURE_NORMAL)
		    && !funnel_suits((enum funnel_way)way, FIGURE_BINOMIAL))
			options->rates_said = true;
		rest = rest[name.length] == ',' ? rest + name.length + 1 : NULL;
	}
	return true;
}

static bool
read_form(struct funnel_options *options, const char *text, struct fault *fault)
{
	static const char *const names[] = { "none", "multiplicative", "additive", NULL };
	size_t form = index_of(names, field_of(text));

	if (names[form] == NULL)
		return fault_set(fault, "--overdispersion takes none, multiplicative or additive");
	options->form = (enum overdispersion_form)form;
	for (size_t model = 0; model < FUNNEL_MODELS; model++)
		if (options->form != OVERDISPERSION_NONE && !funnel_widens(options->ways[model]))
			return fault_set(fault,
			    "--funnel %s has limits without overdispersion only: leave "
			    "--overdispersion out, or take another way",
			    way_names[options->ways[model]]);
	return true;
}

/* A number above least and below most. */
static bool
read_between(struct field text, double least, double most, double *number)
{
	struct decimal decimal;

	if (decimal_parse(text, &decimal) != DECIMAL_OK)
		return false;
	*number = decimal_value(decimal);
	return *number > least && *number < most;
}

static bool
read_outliers(struct outliers *outliers, const char *text, struct fault *fault)
{
	static const char *const names[] = { "winsorise", "trim", "keep", NULL };
	struct field name = { text, strcspn(text, ":") };
	size_t way = index_of(names, name);
	double percent = OUTLIERS_PERCENT;

	if (names[way] == NULL
	    || (text[name.length] == ':'
	        && (way == OUTLIERS_KEEP
	            || !read_between(field_of(text + name.length + 1), 0, 50, &percent))))
		return fault_set(fault,
		    "--outliers takes keep, or winsorise or trim, with :PERCENT behind for "
		    "another than 10, above 0 and under 50");
	*outliers = (struct outliers){ (enum outliers_way)way, percent / 100 };
	return true;
}

static bool
read_centre(struct funnel_options *options, const char *text, struct fault *fault)
{
	static const char *const names[] = { "units", "target", NULL };
	size_t centre = index_of(names, field_of(text));

	options->to_target = centre == 1;
	return names[centre] != NULL || fault_set(fault, "--funnel-centre takes units or target");
}

static bool
read_z(struct funnel_options *options, const char *text, struct fault *fault)
{
	struct field first = { text, strcspn(text, ",") };

	options->own_z = true;
	if (text[first.length] == ',' && read_between(first, 0, 10, &options->z95)
	    && read_between(field_of(text + first.length + 1), options->z95, 10, &options->z998))
		return true;
	return fault_set(fault,
	    "--funnel-z takes two numbers above 0 and under 10, the greater one last, such as "
	    "1.96,3.09");
}

static bool
check_unasked(const struct funnel_texts *texts, struct fault *fault)
{
	const struct {
		const char *option;
		const char *text;
	} all[] = { { "funnel", texts->funnel }, { "funnel-centre", texts->centre },
		{ "funnel-z", texts->z }, { "overdispersion", texts->overdispersion },
		{ "outliers", texts->outliers } };

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (all[i].text != NULL)
			return fault_set(fault, "--%s needs --compare funnel", all[i].option);
	return true;
}

bool
funnel_configure(struct funnel_options *options, const struct funnel_texts *texts, bool asked,
    struct fault *fault)
{
	if (!asked)
		return check_unasked(texts, fault);
	*options = (struct funnel_options){
		.ways = { [FIGURE_NORMAL] = FUNNEL_NORMAL,
		    [FIGURE_BINOMIAL] = FUNNEL_ARCSINE,
		    [FIGURE_POISSON] = FUNNEL_SQRT },
		.form = OVERDISPERSION_ADDITIVE,
		.outliers = { OUTLIERS_WINSORISE, OUTLIERS_PERCENT / 100.0 },
		.z95 = interval_z(0.95),
		.z998 = interval_z(0.998),
	};
	return (texts->funnel == NULL || read_ways(options, texts->funnel, fault))
	    && (texts->overdispersion == NULL || read_form(options, texts->overdispersion, fault))
	    && (texts->outliers == NULL
	        || read_outliers(&options->outliers, texts->outliers, fault))
	    && (texts->centre == NULL || read_centre(options, texts->centre, fault))
	    && (texts->z == NULL || read_z(options, texts->z, fault));
}
