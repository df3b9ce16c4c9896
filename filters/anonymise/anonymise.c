/* SPDX-License-Identifier: GPL-3.0-or-later */
/* anonymise: takes out, makes coarser or replaces what identifies a person. */
#include "../lib/sandbox.h"
#include "audit/audit.h"
#include "options.h"
#include "side.h"
#include "work.h"

#include <string.h>

static const char examples[] =
    "  anonymise --make-key project.key\n"
    "  anonymise -p schemas/feedback/privacy.json -k project.key feedback.csv > safe.csv\n"
    "  anonymise -p schemas/feedback/privacy.json --check safe.csv && publish safe.csv\n"
    "  anonymise -p privacy.json -k project.key --exclude opted-out.csv --audit audit.json \\\n"
    "      referrals.csv > safe.csv\n"
    "  anonymise -p privacy.json --search referrals.csv > frozen-privacy.json\n"
    "  anonymise -p schemas/feedback/privacy.json --explain\n";

static const char notes[] =
    "A column that the policy does not list stops the run before anything is written.\n"
    "Memory does not grow with the records; where the policy has k, they wait in an\n"
    "encrypted temporary file without a name (TMPDIR) until their classes are counted\n"
    "within --memory.  --search holds all records in memory, --identifiers its table.\n"
    "Pseudonymised records are still personal data for whoever may have the key.\n\n";

static bool
load(struct filter *filter, struct policy *policy, struct fault *fault)
{
	return policy_load(policy, options.policy, fault)
	    && filter_configuration(filter, options.policy, fault)
	    && policy_files(policy, filter, fault);
}

/* No output takes the place of what is read besides the input. */
static bool
guard(struct filter *filter, struct fault *fault)
{
	const bool file = options.key != NULL && strncmp(options.key, "fd:", 3) != 0;

	return (!file || filter_guard(filter, options.key, fault))
	    && (options.exclude == NULL || filter_guard(filter, options.exclude, fault))
	    && (options.identifiers == NULL || filter_guard(filter, options.identifiers, fault))
	    && (options.permitted == NULL || filter_guard(filter, options.permitted, fault))
	    && (options.population == NULL
	        || filter_configuration(filter, options.population, fault))
	    && (options.evaluate_spans == NULL
	        || filter_guard(filter, options.evaluate_spans, fault));
}

static bool
check_key(const struct policy *policy, struct fault *fault)
{
	if (!policy->keyed || options.key != NULL || options.check || options.search)
		return true;
	return fault_set(fault,
	    "the policy %s pseudonymises, which needs a key: name it with -k FILE, or make one "
	    "with --make-key FILE",
	    options.policy);
}

static bool
go_through(struct work *work, struct fault *fault)
{
	struct filter *filter = work->filter;

	if (options.search)
		return seek_levels(work, fault);
	if (options.check)
		return check_records(work, fault);
	if (!filter->no_header && filter->reader.columns != 0) {
		columns_header(&work->columns, &filter->writer, &filter->reader);
		writer_end(&filter->writer);
	}
	return work->classes != NULL ? hold_records(work, fault) : stream_records(work, fault);
}

/* The audit stands before the output does, so that there is never one without it. */
static bool
write_audit(const struct work *work, struct fault *fault)
{
	struct filter *filter = work->filter;
	const struct audit audit = {
		.filter = filter,
		.policy = &work->policy,
		.columns = &work->columns,
		.classes = work->classes,
		.exclude = work->exclude,
		.permitted = work->permitted,
		.key_id = work->key_id,
		.typed = options.typed,
		.check = options.check,
	};

	return filter_finish(filter, fault) && audit_write(options.audit, &audit, fault);
}

static int
anonymise(struct filter *filter, struct work *work)
{
	struct fault fault;
	bool audited;
	int status;

	if ((options.policy != NULL && !load(filter, &work->policy, &fault))
	    || !guard(filter, &fault))
		return filter_fail(filter, &fault);
	if (options.evaluate_spans != NULL)
		return side_evaluate(filter, &work->policy);
	if (options.explain)
		return side_explain(filter, &work->policy);
	if (filter->check_config)
		return side_check_configuration(filter, &work->policy);
	filter->digest = filter->digest || options.audit != NULL;
	if (!check_key(&work->policy, &fault) || !filter_open(filter, &fault)
	    || (options.audit != NULL && !filter_spares(filter, "--audit", options.audit, &fault))
	    || !work_open(work, &fault) || !filter_confine(filter, &options.audit, 1, &fault)
	    || !go_through(work, &fault))
		return filter_fail(filter, &fault);
	work_tell_exclusion(work);
	if (!columns_report(&work->columns, &filter->record, &filter->reader)
	    && filter->status == STATUS_DONE)
		filter->status = STATUS_DATA_FAILED;
	audited = options.audit != NULL && filter->status != STATUS_FAILED;
	if (audited && !write_audit(work, &fault))
		return filter_fail(filter, &fault);
	status = filter_close(filter);
	if (audited && status == (int)STATUS_FAILED)
		audit_withdraw(options.audit);
	return status;
}

int
main(int argc, char **argv)
{
	struct filter filter = {
		.name = "anonymise",
		.summary = "takes out or replaces what identifies a person",
		.synopsis = options_synopsis,
		.examples = examples,
		.notes = notes,
		.options = options_table,
	};
	struct work work = { .filter = &filter };
	struct fault fault;
	int status;

	if (!filter_parse(&filter, argc, argv))
		return (int)filter.status;
	if (!options_settle(&filter, &fault))
		return filter_fail(&filter, &fault);
	sandbox_conceal(); /* records, lists and labelled texts are as secret as the key */
	status = options.make_key != NULL ? side_make_key(&filter) : anonymise(&filter, &work);
	work_release(&work);
	return status;
}
