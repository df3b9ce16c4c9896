/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "said.h"

#include <math.h>
#include <string.h>

void
said_joint(const struct tally *tally, double *joint)
{
	size_t roles = tally->roles;

	for (size_t people = 0; people <= roles; people++)
		for (size_t outcome = 0; outcome < TALLY_OUTCOMES(roles); outcome++)
			for (size_t guess = 0; guess <= roles; guess++) {
				struct decimal_sum sum =
				    tally_sum(tally, people, outcome, TALLY_ANY, guess);

				*joint++ = decimal_sum_total(&sum);
			}
}

size_t
said_majority(const double *joint, size_t roles)
{
	size_t each = TALLY_OUTCOMES(roles) * (roles + 1), best = 0;
	double most = -1;

	for (size_t people = 0; people <= roles; people++) {
		double count = 0;

		for (size_t i = 0; i < each; i++)
			count += joint[people * each + i];
		if (count > most) {
			most = count;
			best = people;
		}
	}
	return best;
}

void
said_table(const struct said *said, const double *joint, enum system system, double *table)
{
	size_t roles = said->roles, outcomes = TALLY_OUTCOMES(roles);

	memset(table, 0, SAID_CELLS(roles) * sizeof *table);
	for (size_t people = 0; people <= roles; people++)
		for (size_t outcome = 0; outcome < outcomes; outcome++)
			for (size_t guess = 0; guess <= roles; guess++) {
				size_t column = outcome;

				if (system == SYSTEM_BM25)
					column = guess;
				else if (system == SYSTEM_MAJORITY)
					column = said->majority;
				table[people * outcomes + column] += *joint++;
			}
}

struct said_role
said_role(const double *table, size_t roles, size_t role)
{
	size_t outcomes = TALLY_OUTCOMES(roles);
	struct said_role counts = { .right = table[role * outcomes + role] };

	for (size_t outcome = 0; outcome < outcomes; outcome++)
		counts.people += table[role * outcomes + outcome];
	for (size_t people = 0; people <= roles; people++)
		counts.mapped += table[people * outcomes + role];
	return counts;
}

double
said_f1(struct said_role role)
{
	double both = role.people + role.mapped;

	return both > 0 ? 2 * role.right / both : NAN;
}

double
said_macro_f1(const double *table, size_t roles, size_t *count)
{
	double sum = 0;

	*count = 0;
	for (size_t role = 0; role < roles; role++) {
		double f1 = said_f1(said_role(table, roles, role));

		if (isnan(f1))
			continue;
		sum += f1;
		(*count)++;
	}
	return *count > 0 ? sum / (double)*count : NAN;
}

double
said_accuracy(const double *table, size_t roles)
{
	size_t outcomes = TALLY_OUTCOMES(roles);
	double all = 0, right = 0;

	for (size_t i = 0; i < SAID_CELLS(roles); i++)
		all += table[i];
	for (size_t i = 0; i <= roles; i++)
		right += table[i * outcomes + i];
	return all > 0 ? right / all : NAN;
}
