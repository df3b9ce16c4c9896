/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: the command line of score, and its help. */
#include "options.h"

const char options_synopsis[] = "-c FILE [--prefix TEXT] [--long] [--rejects FILE] [FILE]";

const char options_examples[] =
    "  score -c schemas/feedback/scales.json feedback.csv > scored.csv\n"
    "      append the scales of the instrument to each record\n"
    "  score -c scales.json --prefix first_ round1.csv\n"
    "      name the new columns first_total, first_total_answered, ...\n"
    "  score -c scales.json --long --rejects refused.csv feedback.csv\n"
    "      one line for each record and scale; records with refused answers apart\n"
    "  score -c scales.json --check-config\n"
    "      check the instrument alone\n";

const char options_notes[] =
    "Each scale appends its score, its band where it has bands, and the number of\n"
    "items answered.  An answer that is no number or that its item does not allow is\n"
    "refused: it is reported by place, the scales that use it are left empty for that\n"
    "record (--rejects takes the record out), and the exit status is 1.  A scale with\n"
    "too few answers is empty, without a message; the run record counts both.\n"
    "Memory: nothing is kept from record to record.\n";

struct options options;

const struct filter_option option_table[] = {
	{ "config", 'c', "FILE", "the instrument: items and scales (JSON)",
	    .text = &options.config },
	{ "prefix", 0, "TEXT", "stands before the names of the new columns",
	    .text = &options.prefix },
	{ "long", 0, NULL, "one line for each record and scale", .flag = &options.long_form },
	{ "rejects", 0, "FILE", "records with refused answers go there, and not on",
	    .text = &options.rejects },
	{ 0 },
};

bool
options_check(struct fault *fault)
{
	if (options.config == NULL)
		return fault_set(fault, "no instrument given: name one with -c FILE");
	return true;
}
