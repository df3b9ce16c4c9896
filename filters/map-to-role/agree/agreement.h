/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * agreement: how far two coders agree, from a square table of what both said.
 *
 * counts[a * values + b] is how many records the first coder gave the value a and the
 * second one b: records, or a sum of weights.
 *
 *   observed  p_o = sum counts[c][c] / n
 *   expected  p_e = sum of (first's share of c) x (second's share of c)
 *   kappa     (p_o - p_e) / (1 - p_e) (Cohen 1960)
 *   alpha     1 - (N - 1) (N - sum o_cc) / (N^2 - sum N_c^2), where o_ck = counts[c][k] +
 *             counts[k][c] are the coincidences, N_c their sums by value and N = 2n
 *             (Krippendorff 2011, nominal values, two coders, nothing missing)
 *
 * Kappa and alpha are undefined where all is one value: agreement by chance is whole
 * then, and nothing can be told from it.
 */
#ifndef ROLE_AGREEMENT_H
#define ROLE_AGREEMENT_H

#include "../../lib/interval.h"

#include <stdbool.h>
#include <stddef.h>

struct agreement_figure {
	bool defined;
	double value; /* 0 where it is not defined */
};

struct agreement {
	double records; /* n */
	double agreed;  /* the diagonal's sum */
	struct agreement_figure observed;
	struct agreement_figure expected;
	struct agreement_figure kappa;
	struct agreement_figure alpha;
};

/* What was said of one value. */
struct agreement_value {
	double first; /* how many the first coder gave it */
	double second;
	double both;
	/* 2 both / (first + second): how likely one coder gives it where the other did
	 * (specific agreement: Dice 1945, Cicchetti and Feinstein 1990) */
	struct agreement_figure specific;
};

void agreement_take(const double *counts, size_t values, struct agreement *agreement);
struct agreement_value agreement_of_value(const double *counts, size_t values, size_t value);
/* Of alpha, by bootstrap.h; counts are of records.  False: there is none. */
bool agreement_alpha_interval(
    const double *counts, size_t values, double confidence, struct interval *interval);

#endif
