/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"

#include "../lib/field.h"
#include "../lib/filter_check.h"

#include <string.h>

#define LIMIT_DEFAULT ((size_t)64 << 10)
#define LIMIT_MAX     ((int64_t)16 << 20)
#define SAMPLE_MAX    1000000

const char options_synopsis[] =
    "[-r FILE] [--text COLUMN] [--code COLUMN] [--crosswalk FILE[:CODE:FUNCTION]] "
    "[--roles FILE] [--language CODE] [--limit BYTES] [--every-rule] "
    "[--evidence text|none] [--prefix TEXT] [--multi] [--indicators] [--functions] "
    "[--weight COLUMN] [--pcf] [--outcomes] [--evaluate COLUMN] [--by COLUMN] "
    "[--format FORMAT] [--sample N] [--keep COLUMN] [--agree COLUMN] [FILE...]";

const char options_examples[] =
    "  map-to-role -r schemas/roles/rules.csv --text comment feedback.csv\n"
    "      the role and function that each comment speaks of, and the words that say so\n"
    "  map-to-role -r schemas/roles/rules.csv --text comment --evidence none feedback.csv\n"
    "      the same without any words of the comments in new columns\n"
    "  map-to-role -r schemas/roles/rules.csv --text text --code code \\\n"
    "      --crosswalk schemas/activities/codes.csv --prefix found_ activities.csv\n"
    "      by the activity's code; the text decides where the code says nothing\n"
    "  map-to-role -r schemas/roles/rules.csv --text text --prefix found_ --indicators \\\n"
    "      activities.csv |\n"
    "  map-to-role -r schemas/roles/rules.csv --text text --prefix time_ --indicators \\\n"
    "      --weight minutes --evidence none |\n"
    "  benchmark -m schemas/activities/measures.json --unit team\n"
    "      the share of records and of time on each role, by team\n"
    "  map-to-role -r schemas/roles/rules.csv --text text --evaluate role --by half coded.csv\n"
    "      how well the rules do against people's codes\n"
    "  map-to-role -r schemas/roles/rules.csv --text text --sample 200 activities.csv\n"
    "      a sample for two people to code;  --agree coder_a coder_b compares them\n"
    "  map-to-role --check-config -r schemas/roles/rules.csv\n"
    "      check the rules and run their examples\n";

const char options_notes[] =
    "Memory does not grow with the number of records, but with --sample it grows with N,\n"
    "and with --evaluate and --agree with the number of different codes and groups.  A\n"
    "text longer than the limit (64 KiB) is cut, and that is said.  A rule that hits the\n"
    "match limit gives status rule_error and exit 1.\n";

struct options options;

static const char *const evidences[] = { "text", "none", NULL };
static const char *const formats[] = { "text", "json", "csv", NULL };

const struct filter_option option_table[] = {
	{ "rules", 'r', "FILE", "the text rules", .text = &options.rules },
	{ "text", 't', "COLUMN", "the column that holds the text", .text = &options.text },
	{ "code", 0, "COLUMN", "the column that holds a code; it goes before the text",
	    .text = &options.code },
	{ "crosswalk", 0, "FILE[:CODE:FUNCTION]", "codes and what they stand for (code:function)",
	    .list = &options.crosswalk },
	{ "roles", 0, "FILE", "the role framework (roles.csv beside the rules)",
	    .text = &options.roles },
	{ "language", 0, "CODE", "the language of the rules (en)", .text = &options.language },
	{ "limit", 0, "BYTES", "of a longer text the beginning is read (65536)",
	    .text = &options.limit },
	{ "every-rule", 0, NULL, "try every rule on every text: slower, the same result",
	    .flag = &options.every_rule },
	{ "evidence", 0, "text|none", "show the words that a rule found, or leave the column empty",
	    .text = &options.evidence, .choices = evidences },
	{ "prefix", 0, "TEXT", "put this before the names of the columns appended",
	    .text = &options.prefix },
	{ "multi", 0, NULL, "one line for each role that a phrase or term speaks for",
	    .flag = &options.multi },
	{ "indicators", 0, NULL, "append role_a to role_e as 0 and 1, for benchmark",
	    .flag = &options.indicators },
	{ "functions", 0, NULL, "with --indicators: each function, too",
	    .flag = &options.functions },
	{ "weight", 0, "COLUMN",
	    "a number that stands for 1 in --indicators, or counts in --evaluate",
	    .text = &options.weight },
	{ "pcf", 0, NULL, "append the capability statements that belong to the role",
	    .flag = &options.pcf },
	{ "outcomes", 0, NULL, "append the outcome codes that belong to the role",
	    .flag = &options.outcomes },
	{ "evaluate", 0, "COLUMN", "compare with people's codes, which stand there",
	    .text = &options.evaluate },
	{ "by", 0, "COLUMN", "with --evaluate and --agree: for each of its values, too",
	    .text = &options.by },
	{ "format", 0, "FORMAT", "of --evaluate and --agree: text, json or csv (text)",
	    .text = &options.format, .choices = formats },
	{ "sample", 0, "N", "draw a stratified sample for two people to code",
	    .text = &options.sample },
	{ "keep", 0, "COLUMN", "with --sample: a column that is passed on", .list = &options.keep },
	{ "agree", 0, "COLUMN", "compare two coders: --agree COLUMN COLUMN [FILE]",
	    .list = &options.agree },
	{ 0 },
};

static bool
read_number(const char *text, int64_t least, int64_t most, int64_t *number)
{
	return field_to_integer(field_of(text), number) && *number >= least && *number <= most;
}

static bool
check_numbers(struct fault *fault)
{
	int64_t number;

	options.limit_bytes = LIMIT_DEFAULT;
	if (options.limit != NULL) {
		if (!read_number(options.limit, 1, LIMIT_MAX, &number))
			return fault_set(fault,
			    "--limit takes bytes: a whole number from 1 to %lld",
			    (long long)LIMIT_MAX);
		options.limit_bytes = (size_t)number;
	}
	if (options.sample != NULL) {
		if (!read_number(options.sample, 1, SAMPLE_MAX, &number))
			return fault_set(
			    fault, "--sample takes a whole number from 1 to %d", SAMPLE_MAX);
		options.sample_size = (uint64_t)number;
	}
	return true;
}

/* One thing is made of the records at a time. */
static bool
check_ways(struct fault *fault)
{
	int ways = (options.evaluate != NULL) + (options.sample != NULL)
	    + (options.agree.count != 0) + options.multi + options.indicators;

	if (ways > 1)
		return fault_set(fault,
		    "--multi, --indicators, --evaluate, --sample and --agree exclude one "
		    "another: run map-to-role once for each");
	return true;
}

/* Two columns are compared as they stand: nothing decides. */
static bool
check_agree(struct fault *fault)
{
	if (options.rules != NULL || options.text != NULL || options.code != NULL
	    || options.crosswalk.count != 0 || options.roles != NULL || options.language != NULL
	    || options.limit != NULL || options.every_rule)
		return fault_set(fault,
		    "--agree reads two columns of codes and nothing else: it takes no rules, "
		    "texts, crosswalks or roles");
	return true;
}

/* --agree A B [FILE]: the first operand is the second column. */
static bool
take_second_coder(struct filter *filter, struct fault *fault)
{
	static const char *const standard_input[] = { "-" };

	if (options.agree.count == 1) {
		options.agree.values[options.agree.count++] = filter->inputs[0];
		filter->inputs++;
		filter->input_count--;
		if (filter->input_count == 0) {
			filter->inputs = standard_input;
			filter->input_count = 1;
		}
	}
	if (options.agree.count > 2)
		return fault_set(
		    fault, "--agree takes two columns, and %zu are named", options.agree.count);
	if (strcmp(options.agree.values[0], options.agree.values[1]) == 0)
		return fault_set(fault, "--agree names the same column twice");
	return true;
}

/* What decides: rules with a text, a crosswalk with a code, or both. */
static bool
check_sources(const struct filter *filter, struct fault *fault)
{
	const struct companion companions[] = {
		{ "text", "-r FILE", options.text != NULL, options.rules != NULL },
		{ "code", "--crosswalk FILE", options.code != NULL, options.crosswalk.count != 0 },
		{ "every-rule", "-r FILE", options.every_rule, options.rules != NULL },
		{ "language", "-r FILE", options.language != NULL, options.rules != NULL },
		{ "limit", "-r FILE", options.limit != NULL, options.rules != NULL },
		{ NULL, NULL, false, false },
	};

	if (options.rules == NULL && options.crosswalk.count == 0)
		return fault_set(
		    fault, "nothing decides: name the rules with -r FILE, or a --crosswalk FILE");
	if (options.roles == NULL && options.rules == NULL)
		return fault_set(fault, "name the role framework with --roles FILE");
	if (!filter_check_companions(companions, fault) || filter->check_config)
		return fault->message[0] == '\0';
	if (options.rules != NULL && options.text == NULL)
		return fault_set(fault, "no text column given: use --text COLUMN");
	if (options.crosswalk.count != 0 && options.code == NULL)
		return fault_set(fault, "no column of codes given: use --code COLUMN");
	return true;
}

/* Columns are added where the records themselves go on. */
static bool
check_added(bool appends, struct fault *fault)
{
	const char *option = options.pcf ? "pcf"
	    : options.outcomes           ? "outcomes"
	    : options.prefix != NULL     ? "prefix"
	    : options.evidence != NULL   ? "evidence"
	                                 : NULL;

	return appends || option == NULL
	    || fault_set(fault,
	        "--%s is for records that go on: leave it out with --evaluate, --sample and "
	        "--agree",
	        option);
}

bool
options_check(struct filter *filter, struct fault *fault)
{
	bool evaluates = options.evaluate != NULL, agrees = options.agree.count != 0;
	bool appends = !evaluates && !agrees && options.sample == NULL;
	const struct companion companions[] = {
		{ "functions", "--indicators", options.functions, options.indicators },
		{ "weight", "--indicators or --evaluate", options.weight != NULL,
		    options.indicators || evaluates },
		{ "by", "--evaluate or --agree", options.by != NULL, evaluates || agrees },
		{ "format", "--evaluate or --agree", options.format != NULL, evaluates || agrees },
		{ "keep", "--sample", options.keep.count != 0, options.sample != NULL },
		{ NULL, NULL, false, false },
	};

	if (agrees && (!check_agree(fault) || !take_second_coder(filter, fault)))
		return false;
	if (filter->input_count > 1)
		return fault_set(fault, "one FILE is read, and %zu are named", filter->input_count);
	return check_ways(fault)
	    && filter_check_word("evidence", options.evidence, evidences, fault)
	    && filter_check_word("format", options.format, formats, fault) && check_numbers(fault)
	    && filter_check_prefix(options.prefix, fault) && check_added(appends, fault)
	    && filter_check_companions(companions, fault)
	    && (agrees || check_sources(filter, fault));
}
