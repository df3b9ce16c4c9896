/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: what all forms of it share. */
#include "report.h"

#define PLACES   9
#define PLACES_P 15 /* small ones are compared with smaller ones */

const struct change_method change_methods[] = {
	{ "pairs",
	    "one record in each round and a score in both; all figures below are of these "
	    "alone" },
	{ "change", "the second round minus the first" },
	{ "interval", "95%, Student's t for paired scores (Student 1908)" },
	{ "p", "of t, two-sided" },
	{ "d_z",
	    "mean change / sd of the change (Cohen 1988), which is the standardised response "
	    "mean too (Liang, Fossel and Larson 1990)" },
	{ "d_first",
	    "mean change / sd of the first round (delta of Glass 1976, the first round "
	    "being the control)" },
	{ "corrected",
	    "times J for small samples, with pairs - 1 degrees of freedom (Hedges 1981); "
	    "for d_first as Becker 1988 has it" },
	{ "reliability",
	    "given by the instrument, or else alpha of the first round's answers "
	    "(Cronbach 1951)" },
	{ "reliable_change",
	    "the threshold: a change past 1.96 sqrt(2) standard errors of measurement is reliable, "
	    "each of them sd of the first round x sqrt(1 - reliability) (Jacobson and Truax "
	    "1991)" },
	{ "improved",
	    "reliably, in the direction that is better on the scale; deteriorated: in the "
	    "other one; unchanged: not reliably" },
	{ NULL, NULL },
};

size_t
change_number(double number, enum figure_name name, char out[DECIMAL_TEXT_MAX])
{
	return decimal_write_short(number, name == FIGURE_P ? PLACES_P : PLACES, out);
}
