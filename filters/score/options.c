/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: the command line of score, and its help. */
#include "options.h"

#include "../lib/filter_check.h"

#include <string.h>

const char options_synopsis[] =
    "-c FILE [--describe] [--prefix TEXT] [--long] [--rejects FILE] "
    "[--record COLUMN] [--item COLUMN] [--answer COLUMN] [--keep COLUMN] "
    "[--action-plan] [--every-item] [--with COLUMN] "
    "[--reliability] [--partial ID/COUNT] [--merge] "
    "[--change COLUMN] [--from VALUE] [--to VALUE] [--pair COLUMN] "
    "[--format FORMAT] [--disclosure RULE] [FILE...]";

const char options_examples[] =
    "  score -c schemas/feedback/scales.json feedback.csv > scored.csv\n"
    "      append the scales of the instrument to each record\n"
    "  score -c scales.json --long --rejects refused.csv feedback.csv\n"
    "      one line for each record and scale; records with refused answers apart\n"
    "  score -c schemas/self-assessment/scales.json --record form_id --item item \\\n"
    "      --answer rating --keep organisation --keep team answers.csv\n"
    "      the data has one line for each answer: one record for each form\n"
    "  ... --action-plan --with action answers.csv\n"
    "      the gaps of each form, ranked by distance times importance\n"
    "  score -c scales.json --reliability feedback.csv\n"
    "      Cronbach's alpha and the figures of each item\n"
    "  score -c scales.json --change round --from 2024/25 --to 2025/26 \\\n"
    "      --pair person_id feedback.csv\n"
    "      how much the same people changed between two rounds\n"
    "  score -c scales.json --check-config\n"
    "      check the instrument alone\n"
    "  score -c schemas/outcome-scales/phq-9.json --describe > phq-9.md\n"
    "      the instrument as a page for people\n";

const char options_notes[] =
    "Each scale appends its score, its band where it has bands, and the number of\n"
    "items answered.  An answer that is no number or that its item does not allow is\n"
    "refused: it is reported by place, the scales that use it are left empty for that\n"
    "record (--rejects takes the record out), and the exit status is 1.  A scale with\n"
    "too few answers is empty, without a message; the run record counts both.\n"
    "--reliability and --change show no figure of fewer than 5 unless\n"
    "--disclosure none.\n"
    "Memory: nothing is kept from record to record, but: with --record 22 to 43 bytes\n"
    "for each record, with --change the scores of each pair (at most 10,000,000 of\n"
    "either), with --reliability one entry for each two items of a scale.\n";

struct options options;

static const char *const formats[] = { "text", "json", "csv", NULL };
static const char *const rules[] = { "under-5", "none", NULL };

const struct filter_option option_table[] = {
	{ "config", 'c', "FILE", "the instrument: items and scales (JSON)",
	    .text = &options.config },
	{ "describe", 0, NULL, "the instrument as a page, and no data is read",
	    .flag = &options.describe },
	{ "prefix", 0, "TEXT", "stands before the names of the new columns",
	    .text = &options.prefix },
	{ "long", 0, NULL, "one line for each record and scale", .flag = &options.long_form },
	{ "rejects", 0, "FILE", "records with refused answers go there, and not on",
	    .text = &options.rejects },
	{ "record", 0, "COLUMN", "one line for each answer: what tells records apart",
	    .list = &options.record },
	{ "item", 0, "COLUMN", "one line for each answer: which item it is to",
	    .text = &options.item },
	{ "answer", 0, "COLUMN", "one line for each answer: the answer itself",
	    .text = &options.answer },
	{ "keep", 0, "COLUMN", "with --record: a column that is passed on", .list = &options.keep },
	{ "action-plan", 0, NULL, "the gaps of each record, ranked", .flag = &options.action_plan },
	{ "every-item", 0, NULL, "with --action-plan: items at their target too",
	    .flag = &options.every_item },
	{ "with", 0, "COLUMN", "with --action-plan: a column of the answer's line",
	    .list = &options.with },
	{ "reliability", 0, NULL, "Cronbach's alpha and item statistics",
	    .flag = &options.reliability },
	{ "partial", 0, "ID/COUNT", "with --reliability: the sums of one partition",
	    .text = &options.partial },
	{ "merge", 0, NULL, "with --reliability: the FILEs are partial sums",
	    .flag = &options.merge },
	{ "change", 0, "COLUMN", "paired change between two rounds, which stand there",
	    .text = &options.change },
	{ "from", 0, "VALUE", "with --change: the first round", .text = &options.from },
	{ "to", 0, "VALUE", "with --change: the second round", .text = &options.to },
	{ "pair", 0, "COLUMN", "with --change: who is the same in both", .list = &options.pair },
	{ "format", 0, "FORMAT", "of --reliability and --change: text, json or csv (text)",
	    .text = &options.format, .choices = formats },
	{ "disclosure", 0, "RULE", "of --reliability and --change: under-5 or none (under-5)",
	    .text = &options.disclosure, .choices = rules },
	{ 0 },
};

/* One thing is made of the records at a time. */
static bool
check_ways(struct fault *fault)
{
	int ways = options.describe + options.long_form + options.action_plan + options.reliability
	    + (options.change != NULL);

	if (ways > 1)
		return fault_set(fault,
		    "--describe, --long, --action-plan, --reliability and --change exclude one "
		    "another: run score once for each");
	if (options.partial != NULL && options.merge)
		return fault_set(fault, "--partial and --merge exclude one another");
	if (options.partial != NULL && options.format != NULL)
		return fault_set(fault,
		    "--partial writes sums, which have one form: --format is for the figures, and "
		    "--merge makes them");
	if (options.merge && options.rejects != NULL)
		return fault_set(fault, "--merge reads sums: no record can go to --rejects");
	return true;
}

static bool
check_layout(struct fault *fault)
{
	bool lines = options.record.count != 0;

	if (lines != (options.item != NULL) || lines != (options.answer != NULL))
		return fault_set(fault,
		    "--record, --item and --answer go together: they say that the data has one "
		    "line for each answer");
	if (lines && options.merge)
		return fault_set(fault, "--merge reads sums: it takes no --record");
	return true;
}

/* Each column has one part to play. */
static bool
check_pair(struct fault *fault)
{
	for (size_t i = 0; i < options.pair.count; i++) {
		const char *name = options.pair.values[i];

		if (strcmp(name, options.change) == 0)
			return fault_set(fault,
			    "--pair names the column '%s', which tells the rounds apart: name what "
			    "is the same in both",
			    name);
		for (size_t j = 0; j < i; j++)
			if (strcmp(name, options.pair.values[j]) == 0)
				return fault_set(fault, "--pair names the column '%s' twice", name);
	}
	return true;
}

static bool
check_change(struct fault *fault)
{
	if (options.change == NULL)
		return true;
	if (options.from == NULL || options.to == NULL || options.pair.count == 0)
		return fault_set(fault,
		    "--change needs --from VALUE, --to VALUE and --pair COLUMN: the two rounds, "
		    "and who is the same in both");
	if (strcmp(options.from, options.to) == 0)
		return fault_set(fault, "--from and --to are the same round");
	return check_pair(fault);
}

bool
options_check(const struct filter *filter, struct fault *fault)
{
	bool change = options.change != NULL;
	bool figures = options.reliability || change;
	const struct companion companions[] = {
		{ "keep", "--record", options.keep.count != 0, options.record.count != 0 },
		{ "with", "--action-plan and --record", options.with.count != 0,
		    options.action_plan && options.record.count != 0 },
		{ "every-item", "--action-plan", options.every_item, options.action_plan },
		{ "partial", "--reliability", options.partial != NULL, options.reliability },
		{ "merge", "--reliability", options.merge, options.reliability },
		{ "from", "--change", options.from != NULL, change },
		{ "to", "--change", options.to != NULL, change },
		{ "pair", "--change", options.pair.count != 0, change },
		{ "format", "--reliability and --change", options.format != NULL, figures },
		{ "disclosure", "--reliability and --change", options.disclosure != NULL, figures },
		{ "prefix", "appended columns", options.prefix != NULL, !figures },
		{ NULL, NULL, false, false },
	};

	if (options.config == NULL)
		return fault_set(fault, "no instrument given: name one with -c FILE");
	if (filter->input_count > 1 && !options.merge)
		return fault_set(fault,
		    "one FILE is read, and %zu are named: several are for --merge",
		    filter->input_count);
	return check_ways(fault) && filter_check_prefix(options.prefix, fault)
	    && check_layout(fault) && filter_check_companions(companions, fault)
	    && filter_check_word("format", options.format, formats, fault)
	    && filter_check_word("disclosure", options.disclosure, rules, fault)
	    && check_change(fault);
}
