/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures_each: all figures one after the other, each with its place. */
#include "figures.h"

#include <math.h>

const char *const figures_state_names[STATES] = { "mapped", "ambiguous", "unmapped" };
const char *const figures_system_names[SYSTEMS] = { "rules", "majority", "bm25" };

struct visit {
	const struct figures *figures;
	void (*tell)(void *context, const struct figures_place *place, const struct figure *figure);
	void *context;
	struct figures_place place;
};

static void
tell(struct visit *visit, const char *name, const struct figure *figure)
{
	visit->place.name = name;
	visit->tell(visit->context, &visit->place, figure);
}

static void
go_to(struct visit *visit, const char *section, struct field of, struct field other)
{
	visit->place = (struct figures_place){ .section = section, .of = of, .other = other };
}

static struct field
code_of(const struct figures *figures, size_t role, const char *outside)
{
	if (role < figures->scheme->roles)
		return scheme_role_code(figures->scheme, role);
	return field_of(role == TALLY_OUTSIDE(figures->scheme->roles) ? outside : "ambiguous");
}

static void
each_state(struct visit *visit)
{
	const struct figures *figures = visit->figures;

	go_to(visit, "records", field_of(""), field_of(""));
	tell(visit, "used", &figures->records);
	for (size_t i = 0; i < STATES; i++) {
		go_to(visit, "coverage", field_of(figures_state_names[i]), field_of(""));
		tell(visit, "records", &figures->counts[i]);
		tell(visit, "share", &figures->shares[i]);
	}
}

static void
each_cell(struct visit *visit)
{
	const struct figures *figures = visit->figures;
	size_t roles = figures->scheme->roles, outcomes = TALLY_OUTCOMES(roles);

	for (size_t people = 0; people <= roles; people++)
		for (size_t outcome = 0; outcome < outcomes; outcome++) {
			struct figure count = {
				.value = figures->confusion[people * outcomes + outcome],
				.lower = NAN,
				.upper = NAN,
				.n = NAN,
				.effective = NAN,
			};

			go_to(visit, "confusion", code_of(figures, people, "none"),
			    code_of(figures, outcome, "unmapped"));
			tell(visit, "records", &count);
		}
}

static void
each_role(struct visit *visit, const struct figures_role *role)
{
	tell(visit, "people", &role->people);
	tell(visit, "mapped", &role->mapped);
	tell(visit, "right", &role->right);
	tell(visit, "precision", &role->precision);
	tell(visit, "recall", &role->recall);
	tell(visit, "f1", &role->f1);
}

static void
each_system(struct visit *visit)
{
	const struct figures *figures = visit->figures;

	for (size_t i = 0; i < SYSTEMS; i++) {
		if (i == SYSTEM_BM25 && !figures->guesses)
			continue;
		go_to(visit, "system", field_of(figures_system_names[i]), field_of(""));
		tell(visit, "accuracy", &figures->systems[i].accuracy);
		tell(visit, "macro_f1", &figures->systems[i].macro_f1);
		if (i != SYSTEM_RULES)
			tell(visit, "rules_ahead", &figures->systems[i].lead);
	}
	go_to(visit, "agreement", field_of(""), field_of(""));
	tell(visit, "kappa", &figures->kappa);
	tell(visit, "alpha", &figures->alpha);
}

static void
each_band(struct visit *visit, const char *section, const struct figures_band *bands)
{
	for (size_t i = CONFIDENCES; i-- > CONFIDENCE_LOW;) {
		go_to(visit, section, field_of(confidence_name((enum confidence)i)), field_of(""));
		tell(visit, "mapped", &bands[i].mapped);
		tell(visit, "right", &bands[i].right);
		tell(visit, "coverage", &bands[i].coverage);
		tell(visit, "precision", &bands[i].precision);
		if (bands == visit->figures->at_least)
			tell(visit, "macro_f1", &bands[i].macro_f1);
	}
}

static void
each_function(struct visit *visit)
{
	const struct figures *figures = visit->figures;

	go_to(visit, "exploratory", field_of(""), field_of(""));
	tell(visit, "records", &figures->function_records);
	tell(visit, "coded", &figures->coded);
	tell(visit, "exact", &figures->exact);
	tell(visit, "macro_f1", &figures->functions_macro_f1);
	for (size_t i = 0; i < figures->scheme->functions; i++) {
		go_to(visit, "exploratory_function", scheme_function_code(figures->scheme, i),
		    field_of(""));
		each_role(visit, &figures->functions[i]);
	}
}

void
figures_each(const struct figures *figures,
    void (*visit)(void *context, const struct figures_place *place, const struct figure *figure),
    void *context)
{
	struct visit all = { .figures = figures, .tell = visit, .context = context };
	size_t roles = figures->scheme->roles;

	each_state(&all);
	each_cell(&all);
	for (size_t i = 0; i < roles; i++) {
		go_to(&all, "role", scheme_role_code(figures->scheme, i), field_of(""));
		each_role(&all, &figures->roles[i]);
	}
	each_system(&all);
	if (figures->records.value > 0) {
		struct figure people = figures->records;

		people.value = 0;
		for (size_t i = 0; i < TALLY_OUTCOMES(roles); i++)
			people.value +=
			    figures->confusion[figures->majority * TALLY_OUTCOMES(roles) + i];
		people.effective = NAN;
		go_to(&all, "majority", code_of(figures, figures->majority, "none"), field_of(""));
		tell(&all, "people", &people);
	}
	each_band(&all, "at_least", figures->at_least);
	each_band(&all, "confidence", figures->alone);
	each_function(&all);
}
