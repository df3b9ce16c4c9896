/* SPDX-License-Identifier: GPL-3.0-or-later */
/* anonymise: takes out, makes coarser or replaces what identifies a person. */
#include "../lib/filter.h"
#include "../lib/sandbox.h"
#include "column.h"
#include "key/key.h"
#include "policy/policy.h"

static struct {
	const char *policy;
	const char *key;
	const char *make_key;
	bool explain;
	bool typed;
} options;

static const struct filter_option option_table[] = {
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
	{ .name = "explain",
	    .help = "print the policy in plain words and stop",
	    .flag = &options.explain },
	{ .name = "typed",
	    .help = "say what was redacted: [NAME], [EMAIL] instead of [REDACTED]",
	    .flag = &options.typed },
	{ 0 },
};

static const char synopsis[] = "-p FILE [-k FILE] [--typed] [FILE]\n"
                               "       anonymise --make-key FILE\n"
                               "       anonymise -p FILE --explain";

static const char examples[] =
    "  anonymise --make-key project.key\n"
    "  anonymise -p schemas/feedback/privacy.json -k project.key feedback.csv\n"
    "  anonymise -p schemas/feedback/privacy.json --explain\n";

static const char notes[] =
    "A column that the policy does not list stops the run before anything is written.\n"
    "Memory does not grow with the records.  Pseudonymised records are still personal\n"
    "data for whoever may have the key.\n\n";

/* What lives from the policy to the last record. */
struct work {
	struct policy policy;
	struct columns columns;
};

static int
make_key(struct filter *filter)
{
	char id[KEY_ID_SIZE];
	struct fault fault;

	sandbox_conceal();
	if (!key_make(options.make_key, id, &fault))
		return filter_fail(filter, &fault);
	diag_note("%s: a new key with id %s; keep it apart from the data", options.make_key, id);
	return filter_close(filter);
}

static int
explain(struct filter *filter, const struct policy *policy)
{
	struct buffer text = { 0 };
	struct fault fault;

	if (!output_open(&filter->output, filter->output_path, 0666, &fault))
		return filter_fail(filter, &fault);
	writer_open(&filter->writer, filter->output.descriptor,
	    filter->output_path ? filter->output_path : "standard output");
	policy_explain(policy, options.typed, &text);
	writer_bytes(&filter->writer, text.data, text.length);
	buffer_release(&text);
	return filter_close(filter);
}

/* The key leaves memory here again: what stays are states made from subkeys. */
static bool
bind(struct work *work, struct filter *filter, struct fault *fault)
{
	struct key key = { 0 };
	bool good;

	sandbox_conceal(); /* the texts are as secret as the key */
	if (work->policy.keyed) {
		if (!key_read(&key, options.key, fault))
			return false;
		runrecord_fact(&filter->record, "key id", key.id);
		diag_note("key id %s", key.id);
	}
	good = columns_open(
	    &work->columns, &work->policy, &filter->reader, &key, options.typed, false, fault);
	key_release(&key);
	return good;
}

static int
check_config(struct filter *filter, const struct policy *policy)
{
	struct redact *redact;
	struct fault fault;

	if (options.key != NULL) {
		struct key key;

		sandbox_conceal();
		if (!key_read(&key, options.key, &fault))
			return filter_fail(filter, &fault);
		diag_note("key id %s", key.id);
		key_release(&key);
	}
	redact = redact_new(policy->entities, &policy->lists, options.typed, &fault);
	if (redact == NULL)
		return filter_fail(filter, &fault);
	redact_free(redact);
	return filter_checked(filter);
}

static int
anonymise(struct filter *filter, struct work *work)
{
	struct fault fault;

	if (options.policy == NULL) {
		fault_set(&fault, "no policy given: name one with -p FILE");
		return filter_fail(filter, &fault);
	}
	if (!policy_load(&work->policy, options.policy, &fault)
	    || !filter_configuration(filter, options.policy, &fault))
		return filter_fail(filter, &fault);
	if (options.explain)
		return explain(filter, &work->policy);
	if (filter->check_config)
		return check_config(filter, &work->policy);
	if (work->policy.keyed && options.key == NULL) {
		fault_set(&fault,
		    "the policy %s pseudonymises, which needs a key: name it with -k FILE, or make "
		    "one with --make-key FILE",
		    options.policy);
		return filter_fail(filter, &fault);
	}
	if (!filter_open(filter, &fault) || !bind(work, filter, &fault)
	    || !filter_confine(filter, NULL, 0, &fault))
		return filter_fail(filter, &fault);
	if (!filter->no_header && filter->reader.columns != 0) {
		columns_header(&work->columns, &filter->writer, &filter->reader);
		writer_end(&filter->writer);
	}
	while (filter_next(filter)) {
		columns_record(&work->columns, &filter->writer, &filter->reader);
		filter->record.used++;
		if (!writer_end(&filter->writer))
			break;
	}
	if (!columns_report(&work->columns, &filter->record, &filter->reader)
	    && filter->status == STATUS_DONE)
		filter->status = STATUS_DATA_FAILED;
	return filter_close(filter);
}

int
main(int argc, char **argv)
{
	struct filter filter = {
		.name = "anonymise",
		.summary = "takes out or replaces what identifies a person",
		.synopsis = synopsis,
		.examples = examples,
		.notes = notes,
		.options = option_table,
	};
	struct work work = { 0 };
	int status;

	if (!filter_parse(&filter, argc, argv))
		return (int)filter.status;
	status = options.make_key != NULL ? make_key(&filter) : anonymise(&filter, &work);
	columns_close(&work.columns);
	policy_release(&work.policy);
	return status;
}
