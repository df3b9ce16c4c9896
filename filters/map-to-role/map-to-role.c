/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * map-to-role: appends the role and function of social work that a text speaks of.
 */
#include "../lib/filter.h"
#include "../lib/memory.h"

#include "decide/decide.h"
#include "framework/framework.h"
#include "rule/rules.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The evidence shown of one text, in bytes. */
#define EVIDENCE_MAX ((size_t)200)
/* Rule errors said one by one; the rest are counted. */
#define ERRORS_SAID 10

enum column { ROLE, FUNCTION, STATUS, CONFIDENCE, EVIDENCE, RULES, COLUMNS };

static const char *const column_names[COLUMNS] = { "role", "function", "status", "confidence",
	"evidence", "rules" };

static struct {
	const char *rules;
	const char *roles;
	const char *text;
	const char *evidence;
	const char *prefix;
	bool every_rule;
} options = { .evidence = "text", .prefix = "" };

static const struct filter_option option_table[] = {
	{ "evidence", 0, "text|none", "show the words that a rule found, or leave the column empty",
	    .text = &options.evidence, .choices = (const char *const[]){ "text", "none", NULL } },
	{ "every-rule", 0, NULL, "try every rule on every text: slower, the same result",
	    .flag = &options.every_rule },
	{ "prefix", 0, "TEXT", "put this before the names of the columns appended",
	    .text = &options.prefix },
	{ "roles", 0, "FILE", "the role framework (default: roles.csv beside the rules)",
	    .text = &options.roles },
	{ "rules", 'r', "FILE", "the text rules", .text = &options.rules },
	{ "text", 't', "COLUMN", "the column that holds the text", .text = &options.text },
	{ 0 },
};

struct mapper {
	struct filter *filter;
	struct framework framework;
	struct rules rules;
	struct decider *decider;
	size_t text_column;
	bool shows_evidence;
	uint64_t counts[MAPPINGS];
	uint64_t too_long;
	struct buffer ids;
};

static char *
beside(const char *path, const char *name)
{
	const char *slash = strrchr(path, '/');
	struct buffer out = { 0 };

	if (slash != NULL)
		buffer_append(&out, path, (size_t)(slash - path) + 1);
	buffer_append(&out, name, strlen(name) + 1);
	return out.data;
}

static bool
check_options(const struct filter *filter, struct fault *fault)
{
	if (options.rules == NULL) {
		fault_set(fault, "no rules given: use -r FILE");
		return false; /* said apart, so that the analyser sees it */
	}
	if (options.text == NULL && !filter->check_config)
		return fault_set(fault, "no text column given: use --text COLUMN");
	if (strcmp(options.evidence, "text") != 0 && strcmp(options.evidence, "none") != 0)
		return fault_set(fault, "--evidence is text or none");
	return true;
}

static bool
load(struct mapper *mapper, struct fault *fault)
{
	struct filter *filter = mapper->filter;
	char *found = options.roles == NULL ? beside(options.rules, "roles.csv") : NULL;
	const char *roles = options.roles == NULL ? found : options.roles;
	bool good;

	/* the rules come second, but a wrong name for them is the likelier slip */
	if (access(options.rules, R_OK) != 0)
		good = fault_system(fault, options.rules, "cannot open the rules");
	else if (found != NULL && access(found, R_OK) != 0)
		good = fault_system(fault, found,
		    "the role framework is not beside the rules; name it with --roles FILE");
	else
		good = framework_load(&mapper->framework, roles, fault)
		    && filter_configuration(filter, roles, fault)
		    && rules_load(&mapper->rules, options.rules, &mapper->framework, fault)
		    && filter_configuration(filter, options.rules, fault);

	free(found);
	return good;
}

/* Finds the text column and writes the header.  Empty input has none. */
static bool
bind(struct mapper *mapper, struct fault *fault)
{
	struct filter *filter = mapper->filter;
	struct buffer name = { 0 };
	bool good = true;

	if (filter->reader.columns == 0)
		return true;
	if (!reader_require(&filter->reader, options.text, &mapper->text_column, fault))
		return false;
	if (!filter->no_header)
		writer_header(&filter->writer, &filter->reader);
	for (size_t i = 0; good && i < COLUMNS; i++) {
		buffer_clear(&name);
		buffer_append_text(&name, options.prefix);
		buffer_append(&name, column_names[i], strlen(column_names[i]) + 1);
		good = filter_new_column(filter, name.data, fault);
		if (good && !filter->no_header)
			writer_text(&filter->writer, name.data);
	}
	buffer_release(&name);
	if (good && !filter->no_header)
		writer_end(&filter->writer);
	return good;
}

static struct field
code_of(const struct mapper *mapper, size_t row)
{
	return row == FRAMEWORK_NONE ? field_of("") : mapper->framework.rows[row].code;
}

/* The evidence, cut at a character's end. */
static void
write_evidence(struct mapper *mapper, struct field evidence)
{
	if (!mapper->shows_evidence)
		evidence.length = 0;
	if (evidence.length > EVIDENCE_MAX) {
		evidence.length = EVIDENCE_MAX;
		while (evidence.length != 0
		    && ((unsigned char)evidence.data[evidence.length] & 0xC0) == 0x80)
			evidence.length--;
	}
	writer_value(&mapper->filter->writer, evidence);
}

static void
write_decision(struct mapper *mapper, const struct decision *decision)
{
	struct filter *filter = mapper->filter;

	writer_record(&filter->writer, &filter->reader);
	writer_value(&filter->writer, code_of(mapper, decision->role));
	writer_value(&filter->writer, code_of(mapper, decision->function));
	writer_text(&filter->writer, mapping_name(decision->mapping));
	writer_text(&filter->writer, confidence_name(decision->confidence));
	write_evidence(mapper, decision->evidence);
	buffer_clear(&mapper->ids);
	for (size_t i = 0; i < decision->count; i++) {
		const struct rule *rule = &mapper->rules.rules[decision->fired[i]];

		if (i != 0)
			buffer_append(&mapper->ids, " ", 1);
		buffer_append(&mapper->ids, rule->id.data, rule->id.length);
	}
	writer_value(&filter->writer, (struct field){ mapper->ids.data, mapper->ids.length });
	writer_end(&filter->writer);
}

static void
say_error(const struct mapper *mapper, const struct decision *decision)
{
	const struct reader *reader = &mapper->filter->reader;
	struct fault fault = { 0 };

	if (mapper->counts[MAPPING_RULE_ERROR] > ERRORS_SAID)
		return;
	struct reader_place place = reader_place(reader, mapper->text_column);
	if (decision->too_long) {
		fault_at(&fault, reader->name, (size_t)place.line, (size_t)place.column,
		    "record %llu: column '%s' is longer than %zu bytes and was not matched",
		    (unsigned long long)reader->number, options.text, DECIDE_TEXT_MAX);
	} else {
		const struct rule *rule = &mapper->rules.rules[decision->fired[0]];

		fault_at(&fault, reader->name, (size_t)place.line, (size_t)place.column,
		    "record %llu: rule '%.*s' (%s:%zu) hit the match limit on column '%s'",
		    (unsigned long long)reader->number, (int)rule->id.length, rule->id.data,
		    options.rules, rule->line, options.text);
	}
	diag_fault(&fault);
}

static bool
map_records(struct mapper *mapper, struct fault *fault)
{
	struct filter *filter = mapper->filter;
	struct decision decision;

	while (filter_next(filter)) {
		struct field text = reader_value(&filter->reader, mapper->text_column);

		if (!decide(mapper->decider, text, &decision, fault))
			return false;
		filter->record.used++;
		mapper->counts[decision.mapping]++;
		mapper->too_long += decision.too_long;
		if (decision.mapping == MAPPING_RULE_ERROR)
			say_error(mapper, &decision);
		write_decision(mapper, &decision);
	}
	return true;
}

/* The counts for the run record; rule errors make the run a failed check. */
static void
account(struct mapper *mapper)
{
	struct filter *filter = mapper->filter;
	uint64_t errors = mapper->counts[MAPPING_RULE_ERROR];

	for (size_t i = 0; i < MAPPINGS; i++)
		runrecord_count(&filter->record, mapping_name((enum mapping)i), mapper->counts[i]);
	runrecord_count(&filter->record, "too_long", mapper->too_long);
	if (errors == 0)
		return;
	diag_error("%llu of %llu records could not be matched (status rule_error)",
	    (unsigned long long)errors, (unsigned long long)filter->record.used);
	if (filter->status == STATUS_DONE)
		filter->status = STATUS_DATA_FAILED;
}

static void
mapper_release(struct mapper *mapper)
{
	decider_free(mapper->decider);
	rules_release(&mapper->rules);
	framework_release(&mapper->framework);
	buffer_release(&mapper->ids);
}

static int
run(struct mapper *mapper)
{
	struct filter *filter = mapper->filter;
	struct fault fault = { 0 };

	if (!check_options(filter, &fault) || !load(mapper, &fault))
		return filter_fail(filter, &fault);
	if (filter->check_config) {
		if (!rules_cover(&mapper->rules, &fault))
			return filter_fail(filter, &fault);
		return filter_checked(filter);
	}
	mapper->shows_evidence = strcmp(options.evidence, "text") == 0;
	mapper->decider = decider_new(&mapper->rules, options.every_rule);
	if (!filter_open(filter, &fault) || !bind(mapper, &fault)
	    || !filter_confine(filter, NULL, 0, &fault) || !map_records(mapper, &fault))
		return filter_fail(filter, &fault);
	account(mapper);
	return filter_close(filter);
}

int
main(int argc, char **argv)
{
	struct filter filter = {
		.name = "map-to-role",
		.summary = "append the social work role and function that a text speaks of",
		.synopsis = "-r FILE --text COLUMN [--evidence text|none] [--every-rule] "
		            "[--prefix TEXT] [--roles FILE] [FILE]",
		.examples =
		    "  map-to-role -r schemas/roles/rules.csv --text comment feedback.csv\n"
		    "  map-to-role -r schemas/roles/rules.csv --text comment --evidence none "
		    "--prefix map_ feedback.csv\n"
		    "  map-to-role --check-config -r schemas/roles/rules.csv\n",
		.notes =
		    "Memory does not grow with the number of records.  A text longer than 64 KiB "
		    "and a rule\nthat hits the match limit give status rule_error and exit 1.\n",
		.options = option_table,
	};
	struct mapper mapper = { .filter = &filter };
	int status;

	if (!filter_parse(&filter, argc, argv))
		return (int)filter.status;
	status = run(&mapper);
	mapper_release(&mapper);
	return status;
}
