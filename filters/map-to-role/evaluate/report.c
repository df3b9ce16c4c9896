/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: what all forms of it share. */
#include "report.h"

#include "../../lib/decimal.h"

#define PLACES 9

const struct report_method report_methods[] = {
	{ "records", "Records",
	    "those with a code of people that the framework has, or none; records in another "
	    "language and those on which a rule hit its limit are left out and counted" },
	{ "f1", "F1",
	    "2 right / (people + mapped), the harmonic mean of precision and recall (van "
	    "Rijsbergen 1979); ambiguous and unmapped records are mapped to nothing" },
	{ "macro_f1", "Macro-F1",
	    "the mean of F1 over the framework's categories; one that neither people nor the "
	    "system name is left out; none is no category" },
	{ "accuracy", "Accuracy",
	    "records where both say the same role, or people none and the system unmapped; "
	    "ambiguous is never right" },
	{ "shares", "Intervals of shares and of accuracy", "95%, Wilson 1927" },
	{ "resampling", "Intervals of macro-F1 and agreement",
	    "95%, percentiles (type 7) of 2,000 draws of records with a fixed seed (Efron "
	    "1979); it takes records for independent; none where over 5% of the draws have no "
	    "such figure, or all the same one" },
	{ "agreement", "Agreement",
	    "people against the rules, with none (unmapped) and ambiguous as values: "
	    "Krippendorff's alpha (2011, nominal), Cohen's kappa (1960)" },
	{ "majority", "Majority",
	    "the baseline that always says what people say most often in these records" },
	{ "bm25", "BM25",
	    "the baseline that knows no rules: the function whose label, joined with its "
	    "category's, is most like the text gives the role (Robertson and Zaragoza 2009, "
	    "k1 = 1.2, b = 0.75); words in the text's normal form, no stemming; words in half "
	    "of the labels or more count for nothing; no word in common: unmapped" },
	{ "ahead", "Rules ahead",
	    "macro-F1 of the rules less that of the baseline, drawn on the same records" },
	{ "confidence", "Confidence",
	    "of the records that are mapped with it or higher, or with it alone; coverage is "
	    "their share of all, macro-F1 takes the others for unmapped" },
	{ "functions", "Functions",
	    "exploratory, the counts are small; records that people gave a category alone are "
	    "left out; exact: of those that people gave a function" },
	{ "weights", "Weights",
	    "counts are sums of weights; intervals rest on the effective number of records, "
	    "(sum w)^2 / sum w^2 (Kish 1965)" },
	{ NULL, NULL, NULL },
};

bool
report_number(struct buffer *out, double number)
{
	char text[DECIMAL_TEXT_MAX];
	size_t length = decimal_write_short(number, PLACES, text);

	buffer_append(out, text, length);
	return length != 0;
}
