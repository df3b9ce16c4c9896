/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: what all forms of it share. */
#include "report.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

#define PLACES 6

const struct agree_method agree_methods[] = {
	{ "none", "a blank, or the word none: outside of the framework, a value like others" },
	{ "category", "of a function, such as A.iv, what stands before the point" },
	{ "agreement", "the share of records with the same value; interval: 95%, Wilson 1927" },
	{ "expected", "the agreement by chance that kappa takes away" },
	{ "kappa", "Cohen 1960" },
	{ "alpha",
	    "Krippendorff 2011, nominal values, two coders; interval: 95%, percentiles of 2,000 "
	    "draws of the records with a fixed seed (Efron 1979), too narrow where many records "
	    "are of one person" },
	{ "specific",
	    "2 both / (first + second): how likely one coder gives the value where the other "
	    "did (Dice 1945)" },
	{ NULL, NULL },
};

void
agree_report_take(struct agree_report *report)
{
	enum section_level levels = section_has_functions(report->codes) ? LEVELS : LEVEL_CATEGORY;
	size_t groups = report->by == NULL ? 0 : codes_groups(report->codes);
	size_t *order = codes_group_order(report->codes);

	report->sections = xcalloc((groups + 1) * levels, sizeof report->sections[0]);
	for (size_t i = 0; i <= groups; i++)
		for (enum section_level level = LEVEL_CODE; level < levels; level++)
			section_take(&report->sections[report->section_count++], report->codes,
			    i == 0 ? SECTION_ALL : order[i - 1], level);
	free(order);
}

void
agree_report_release(struct agree_report *report)
{
	for (size_t i = 0; i < report->section_count; i++)
		section_release(&report->sections[i]);
	free(report->sections);
}

void
agree_figures(const struct section *section, struct agree_figure figures[AGREE_FIGURES])
{
	const struct agreement *agreement = &section->agreement;
	const struct agree_figure list[AGREE_FIGURES] = {
		{ "agreed", { true, agreement->agreed } },
		{ "agreement", agreement->observed },
		{ "agreement_lower", { section->has_observed, section->observed.lower } },
		{ "agreement_upper", { section->has_observed, section->observed.upper } },
		{ "expected", agreement->expected },
		{ "kappa", agreement->kappa },
		{ "alpha", agreement->alpha },
		{ "alpha_lower", { section->has_alpha, section->alpha.lower } },
		{ "alpha_upper", { section->has_alpha, section->alpha.upper } },
	};

	memcpy(figures, list, sizeof list);
}

const char *
agree_reason(const struct section *section)
{
	if (!(section->agreement.records > 0))
		return "there are no records";
	if (!section->agreement.alpha.defined)
		return "all records have one value, so that no agreement beyond chance can show";
	if (!section->has_alpha)
		return "too many draws have one value alone for an interval of alpha";
	return NULL;
}

void
agree_number(double number, char out[DECIMAL_TEXT_MAX])
{
	(void)decimal_write_short(number, PLACES, out);
}
