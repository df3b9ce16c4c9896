/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include "../../lib/interval.h"
#include "../../lib/memory.h"

#include "resample.h"

#include <math.h>
#include <stdlib.h>

static struct figure
plain(double value)
{
	return (struct figure){ value, NAN, NAN, NAN, NAN };
}

/* A count of records. */
static struct figure
count_of(struct decimal_sum sum)
{
	struct figure figure = plain(decimal_sum_total(&sum));

	figure.effective = tally_effective(&sum);
	return figure;
}

struct figure
figure_of_share(double share, double n, double effective)
{
	struct figure figure = { share, NAN, NAN, n, effective };
	struct interval interval;

	if (!isnan(share) && interval_wilson(share, effective, FIGURE_CONFIDENCE, &interval)) {
		figure.lower = interval.lower;
		figure.upper = interval.upper;
	}
	return figure;
}

static struct figure
share_of(struct decimal_sum part, struct decimal_sum whole)
{
	double n = decimal_sum_total(&whole);

	return figure_of_share(
	    n > 0 ? decimal_sum_total(&part) / n : NAN, n, tally_effective(&whole));
}

static struct figures_role
role_of(struct decimal_sum people, struct decimal_sum mapped, struct decimal_sum right)
{
	struct said_role counts = { decimal_sum_total(&people), decimal_sum_total(&mapped),
		decimal_sum_total(&right) };

	return (struct figures_role){
		.people = count_of(people),
		.mapped = count_of(mapped),
		.right = count_of(right),
		.precision = share_of(right, mapped),
		.recall = share_of(right, people),
		.f1 = plain(said_f1(counts)),
	};
}

static void
take_states(struct figures *figures, const struct tally *tally)
{
	size_t roles = tally->roles;
	struct decimal_sum all = tally_sum(tally, TALLY_ANY, TALLY_ANY, TALLY_ANY, TALLY_ANY);
	struct decimal_sum counts[STATES] = { 0 };

	for (size_t outcome = 0; outcome < TALLY_OUTCOMES(roles); outcome++) {
		struct decimal_sum sum = tally_sum(tally, TALLY_ANY, outcome, TALLY_ANY, TALLY_ANY);
		enum figures_state state = STATE_MAPPED;

		if (outcome == TALLY_OUTSIDE(roles))
			state = STATE_UNMAPPED;
		else if (outcome == TALLY_AMBIGUOUS(roles))
			state = STATE_AMBIGUOUS;
		decimal_sum_merge(&counts[state], &sum);
	}
	figures->records = count_of(all);
	for (size_t i = 0; i < STATES; i++) {
		figures->counts[i] = count_of(counts[i]);
		figures->shares[i] = share_of(counts[i], all);
	}
}

static void
take_roles(struct figures *figures, const struct tally *tally)
{
	for (size_t role = 0; role < tally->roles; role++)
		figures->roles[role] =
		    role_of(tally_sum(tally, role, TALLY_ANY, TALLY_ANY, TALLY_ANY),
		        tally_sum(tally, TALLY_ANY, role, TALLY_ANY, TALLY_ANY),
		        tally_sum(tally, role, role, TALLY_ANY, TALLY_ANY));
}

/* The records that are mapped with one of these confidences. */
static struct figures_band
take_band(const struct tally *tally, size_t least, size_t most, double *table)
{
	size_t roles = tally->roles, outcomes = TALLY_OUTCOMES(roles), averaged;
	struct decimal_sum all = tally_sum(tally, TALLY_ANY, TALLY_ANY, TALLY_ANY, TALLY_ANY);
	struct decimal_sum mapped = { 0 }, right = { 0 };

	for (size_t i = 0; i < SAID_CELLS(roles); i++)
		table[i] = 0;
	for (size_t people = 0; people <= roles; people++)
		for (size_t outcome = 0; outcome < outcomes; outcome++)
			for (size_t i = 0; i < CONFIDENCES; i++) {
				struct decimal_sum sum =
				    tally_sum(tally, people, outcome, i, TALLY_ANY);
				bool is_role = outcome < roles;
				bool in = is_role && i >= least && i <= most;

				if (in)
					decimal_sum_merge(&mapped, &sum);
				if (in && people == outcome)
					decimal_sum_merge(&right, &sum);
				table[people * outcomes
				    + (is_role && !in ? TALLY_OUTSIDE(roles) : outcome)] +=
				    decimal_sum_total(&sum);
			}
	return (struct figures_band){
		.mapped = count_of(mapped),
		.right = count_of(right),
		.coverage = share_of(mapped, all),
		.precision = share_of(right, mapped),
		.macro_f1 = plain(said_macro_f1(table, roles, &averaged)),
	};
}

static void
take_bands(struct figures *figures, const struct tally *tally)
{
	double *table = xcalloc(SAID_CELLS(tally->roles), sizeof *table);

	for (size_t i = CONFIDENCE_LOW; i < CONFIDENCES; i++) {
		figures->at_least[i] = take_band(tally, i, CONFIDENCES - 1, table);
		figures->alone[i] = take_band(tally, i, i, table);
		figures->alone[i].macro_f1 = plain(NAN);
	}
	free(table);
}

static void
take_functions(struct figures *figures, const struct tally *tally)
{
	double sum = 0;

	figures->function_records = count_of(tally->used);
	figures->coded = count_of(tally->coded);
	figures->exact = share_of(tally->exact, tally->coded);
	for (size_t i = 0; i < tally->functions; i++) {
		const struct tally_function *function = &tally->of_functions[i];

		figures->functions[i] =
		    role_of(function->people, function->mapped, function->right);
		if (isnan(figures->functions[i].f1.value))
			continue;
		sum += figures->functions[i].f1.value;
		figures->functions_averaged++;
	}
	/* of categories alone nothing is known of their functions */
	if (tally->coded.count == 0)
		figures->functions_averaged = 0;
	figures->functions_macro_f1 = plain(
	    figures->functions_averaged > 0 ? sum / (double)figures->functions_averaged : NAN);
}

void
figures_take(
    struct figures *figures, const struct scheme *scheme, const struct tally *tally, bool guesses)
{
	*figures = (struct figures){ .scheme = scheme, .guesses = guesses };
	figures->confusion = xcalloc(SAID_CELLS(scheme->roles), sizeof *figures->confusion);
	figures->roles = xcalloc(scheme->roles, sizeof *figures->roles);
	figures->functions = xcalloc(scheme->functions, sizeof *figures->functions);
	take_states(figures, tally);
	take_roles(figures, tally);
	take_bands(figures, tally);
	take_functions(figures, tally);
	resample_systems(figures, tally);
}

void
figures_release(struct figures *figures)
{
	free(figures->confusion);
	free(figures->roles);
	free(figures->functions);
	*figures = (struct figures){ 0 };
}
