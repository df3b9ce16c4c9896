/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options: what the command line of anonymise asks for. */
#include "options.h"

#include <string.h>

#define MEGABYTE       ((size_t)1 << 20)
#define MEMORY_USUAL   (256 * MEGABYTE)
#define MEMORY_MINIMUM (16 * MEGABYTE)

struct anonymise_options options;

const struct filter_option options_table[] = {
	{ .name = "policy",
	    .letter = 'p',
	    .argument = "FILE",
	    .help = "what is done to each column (privacy.json)",
	    .text = &options.policy },
	{ .name = "key",
	    .letter = 'k',
	    .argument = "FILE",
	    .help = "the project's key: a file, or fd:N for an open descriptor",
	    .text = &options.key,
	    .secret = true },
	{ .name = "make-key",
	    .argument = "FILE",
	    .help = "write a new random key to FILE and stop",
	    .text = &options.make_key,
	    .secret = true },
	{ .name = "exclude",
	    .argument = "FILE",
	    .help = "leave out the records of the people on this list (opt-out)",
	    .text = &options.exclude },
	{ .name = "permitted",
	    .argument = "FILE",
	    .help = "leave out the records of all but the people on this list",
	    .text = &options.permitted },
	{ .name = "identifiers",
	    .argument = "FILE",
	    .help = "names and numbers of each person, to be redacted in their texts",
	    .text = &options.identifiers },
	{ .name = "audit",
	    .argument = "FILE",
	    .help = "write what was done to FILE, as JSON without a single value",
	    .text = &options.audit,
	    .replaceable = true },
	{ .name = "check",
	    .help = "write nothing: does the input, as it stands, meet the policy?",
	    .flag = &options.check },
	{ .name = "search",
	    .help = "write the policy with the levels that keep k and lose the least",
	    .flag = &options.search },
	{ .name = "population",
	    .argument = "FILE",
	    .help = "how many people of the population look alike, for the journalist risk",
	    .text = &options.population },
	{ .name = "memory",
	    .argument = "SIZE",
	    .help = "for counting classes (256M); what needs more goes to disk in parts",
	    .text = &options.memory_text },
	{ .name = "explain",
	    .help = "print the policy in plain words and stop",
	    .flag = &options.explain },
	{ .name = "evaluate-spans",
	    .argument = "FILE",
	    .help = "print recall and precision of redaction over labelled texts and stop",
	    .text = &options.evaluate_spans },
	{ .name = "typed",
	    .help = "say what was redacted: [NAME], [EMAIL] instead of [REDACTED]",
	    .flag = &options.typed },
	{ 0 },
};

const char options_synopsis[] =
    "-p FILE [-k FILE] [--exclude FILE] [--audit FILE]\n"
    "                 [--permitted FILE] [--identifiers FILE] [--population FILE]\n"
    "                 [--memory SIZE] [--typed] [FILE]\n"
    "       anonymise -p FILE --check [FILE]\n"
    "       anonymise -p FILE --search [FILE]\n"
    "       anonymise -p FILE --explain [--typed]\n"
    "       anonymise [-p FILE] --evaluate-spans FILE\n"
    "       anonymise --make-key FILE";

/* A number of bytes: digits and K, M or G. */
static bool
read_size(const char *text, size_t *size, struct fault *fault)
{
	struct field digits = field_of(text);
	unsigned shift = 0;
	int64_t number;

	if (digits.length != 0)
		switch (digits.data[digits.length - 1]) {
		case 'K':
			shift = 10;
			break;
		case 'M':
			shift = 20;
			break;
		case 'G':
			shift = 30;
			break;
		default:
			break;
		}
	digits.length -= shift != 0;
	if (!field_to_integer(digits, &number) || number < 0 || number > INT64_MAX >> (shift + 1))
		return fault_set(fault, "--memory: a size is a number and K, M or G, such as 512M");
	*size = (size_t)number << shift;
	if (*size < MEMORY_MINIMUM)
		return fault_set(
		    fault, "--memory: at least %zuM are needed", MEMORY_MINIMUM / MEGABYTE);
	return true;
}

/* Modes that stop without reading records, and those that read them in their own way. */
static unsigned
modes(void)
{
	return (unsigned)(options.make_key != NULL) + (unsigned)options.explain
	    + (unsigned)(options.evaluate_spans != NULL) + (unsigned)options.check
	    + (unsigned)options.search;
}

/* Where nobody gave an input it is standard input. */
static bool
has_input(const struct filter *filter)
{
	return filter->input_count > 1 || strcmp(filter->inputs[0], "-") != 0;
}

/* Something is asked of the run besides a key. */
static bool
asks_more(const struct filter *filter)
{
	return options.policy != NULL || options.key != NULL || options.exclude != NULL
	    || options.permitted != NULL || options.identifiers != NULL || options.audit != NULL
	    || options.population != NULL || filter->output_path != NULL || has_input(filter)
	    || filter->check_config;
}

bool
options_settle(const struct filter *filter, struct fault *fault)
{
	options.memory = MEMORY_USUAL;
	if (options.memory_text != NULL && !read_size(options.memory_text, &options.memory, fault))
		return false;
	if (modes() > 1)
		return fault_set(fault,
		    "--make-key, --explain, --evaluate-spans, --check and --search each stand "
		    "alone");
	if (options.make_key != NULL && asks_more(filter))
		return fault_set(
		    fault, "--make-key makes a key and does nothing else; take the rest away");
	if (options.evaluate_spans != NULL && has_input(filter))
		return fault_set(fault,
		    "--evaluate-spans reads the file that it names; take the other one away");
	if (options.check && filter->output_path != NULL)
		return fault_set(fault, "--check writes nothing; take --output away");
	if (options.check && (options.exclude != NULL || options.permitted != NULL))
		return fault_set(fault,
		    "--check sees tokens, which no list of people holds; give the list to the run "
		    "that makes them");
	if (options.audit != NULL && (filter->check_config || (modes() == 1 && !options.check)))
		return fault_set(fault, "--audit is about records; this run writes none");
	if (options.population != NULL && options.audit == NULL)
		return fault_set(
		    fault, "--population says nothing without --audit FILE, which tells the risks");
	if (modes() != 0 && options.identifiers != NULL)
		return fault_set(fault, "--identifiers is about texts; this run writes none");
	if (options.search && filter->no_header)
		return fault_set(
		    fault, "--search writes a policy, no records; take --no-header away");
	if (options.make_key == NULL && options.evaluate_spans == NULL && options.policy == NULL)
		return fault_set(fault, "no policy given: name one with -p FILE");
	return true;
}
