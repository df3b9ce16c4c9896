/* SPDX-License-Identifier: GPL-3.0-or-later */
/* work: what all ways share: what decides, and the decision on the record at hand. */
#include "options.h"
#include "way.h"

#include "../lib/memory.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Places said one by one; the rest are counted. */
#define PLACES_SAID 10

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

char *
work_beside(const char *name)
{
	char *rules = options.rules != NULL ? beside(options.rules, name) : NULL;
	char *roles = options.roles != NULL ? beside(options.roles, name) : NULL;
	bool first = roles == NULL || (rules != NULL && access(rules, F_OK) == 0)
	    || (rules != NULL && access(roles, F_OK) != 0);

	free(first ? roles : rules);
	return first ? rules : roles;
}

static bool
load_framework(struct work *work, struct fault *fault)
{
	char *found = options.roles == NULL ? work_beside("roles.csv") : NULL;
	const char *roles = options.roles == NULL ? found : options.roles;
	bool good;

	if (found != NULL && access(found, R_OK) != 0)
		good = fault_system(fault, found,
		    "the role framework is not beside the rules; name it with --roles FILE");
	else
		good = framework_load(&work->framework, roles, fault)
		    && filter_configuration(work->filter, roles, fault);
	free(found);
	return good;
}

static bool
load_rules(struct work *work, struct fault *fault)
{
	return rules_load(&work->rules, options.rules, &work->framework, fault)
	    && filter_configuration(work->filter, options.rules, fault);
}

static bool
load_crosswalks(struct work *work, struct fault *fault)
{
	bool good = true;

	for (size_t i = 0; good && i < options.crosswalk.count; i++) {
		char *path;

		good = crosswalk_add(&work->crosswalk, &work->framework,
		           options.crosswalk.values[i], &path, fault)
		    && filter_configuration(work->filter, path, fault);
		free(path);
	}
	return good;
}

/* Beside the rules; without the file no text is in another language. */
static bool
load_languages(struct work *work, struct fault *fault)
{
	char *path = work_beside("languages.csv");
	bool good = true;

	if (access(path, F_OK) == 0) {
		work->languages =
		    languages_load(path, options.language != NULL ? options.language : "en", fault);
		good = work->languages != NULL && filter_configuration(work->filter, path, fault);
	} else if (options.language != NULL) {
		good = fault_system(fault, path, "--language needs the words of the languages");
	}
	free(path);
	return good;
}

bool
work_load(struct work *work, struct fault *fault)
{
	/* the rules come second, but a wrong name for them is the likelier slip */
	if (options.rules != NULL && access(options.rules, R_OK) != 0)
		return fault_system(fault, options.rules, "cannot open the rules");
	if (!load_framework(work, fault) || !load_crosswalks(work, fault))
		return false;
	if (options.rules == NULL)
		return true;
	if (!load_rules(work, fault) || !load_languages(work, fault))
		return false;
	work->decider = decider_new(&work->rules, options.every_rule, options.limit_bytes);
	decider_speak(work->decider, work->languages);
	return true;
}

bool
work_bind(struct work *work, struct fault *fault)
{
	const struct reader *reader = &work->filter->reader;

	work->text = COLUMN_NONE;
	work->code = COLUMN_NONE;
	if (reader->columns == 0)
		return true;
	return (options.text == NULL || reader_require(reader, options.text, &work->text, fault))
	    && (options.code == NULL || reader_require(reader, options.code, &work->code, fault));
}

void
work_fault(
    const struct work *work, size_t column, const char *name, const char *what, struct fault *fault)
{
	const struct reader *reader = &work->filter->reader;
	struct reader_place place = reader_place(reader, column);

	fault_at(fault, reader->name, (size_t)place.line, (size_t)place.column,
	    "record %" PRIu64 ": column '%s' %s", reader->number, name, what);
}

static void
say_error(const struct work *work)
{
	const struct rule *rule = &work->rules.rules[work->decision.finds[0].rule];
	struct buffer what = { 0 };
	struct fault fault = { 0 };

	buffer_format(&what, "makes rule '%.*s' (%s:%zu) hit the match limit", (int)rule->id.length,
	    rule->id.data, options.rules, rule->line);
	buffer_append(&what, "", 1);
	work_fault(work, work->text, options.text, what.data, &fault);
	diag_fault(&fault);
	buffer_release(&what);
}

static void
say_cut(const struct work *work)
{
	struct fault fault = { 0 };

	work_fault(work, work->text, options.text,
	    "is longer than the limit: its beginning was read", &fault);
	diag_warning("%s", fault.message);
}

/* Nothing to decide by. */
static const struct decision undecided = { .mapping = MAPPING_UNMAPPED,
	.role = FRAMEWORK_NONE,
	.function = FRAMEWORK_NONE,
	.empty = true };

static bool
make_decision(struct work *work, struct fault *fault)
{
	const struct reader *reader = &work->filter->reader;
	bool coded = false;

	work->decision = undecided;
	if (work->code != COLUMN_NONE) {
		struct field code = reader_value(reader, work->code);

		coded = code.length != 0;
		work->coded += coded;
		if (coded && crosswalk_decide(&work->crosswalk, code, &work->decision)) {
			work->by_code++;
			return true;
		}
	}
	if (work->text != COLUMN_NONE
	    && !decide(work->decider, reader_value(reader, work->text), &work->decision, fault))
		return false;
	/* a code that no table knows is outside of the framework, not nothing */
	work->decision.empty = work->decision.empty && !coded;
	return true;
}

bool
work_decide(struct work *work, struct fault *fault)
{
	const struct decision *decision = &work->decision;

	if (!make_decision(work, fault))
		return false;
	work->counts[decision->mapping]++;
	work->cut += decision->cut;
	if (decision->mapping == MAPPING_RULE_ERROR
	    && work->counts[MAPPING_RULE_ERROR] <= PLACES_SAID)
		say_error(work);
	if (decision->cut && work->cut <= PLACES_SAID)
		say_cut(work);
	return true;
}

void
work_report(struct work *work)
{
	struct filter *filter = work->filter;
	uint64_t errors = work->counts[MAPPING_RULE_ERROR];

	for (size_t i = 0; i < MAPPINGS; i++)
		runrecord_count(&filter->record, mapping_name((enum mapping)i), work->counts[i]);
	runrecord_count(&filter->record, "cut", work->cut);
	if (options.code != NULL) {
		runrecord_count(&filter->record, "coded", work->coded);
		runrecord_count(&filter->record, "by_code", work->by_code);
	}
	if (work->coded != 0 && work->by_code == 0)
		diag_warning("no code of column '%s' stands in the crosswalk: codes are met as "
		             "they stand, with capitals, zeros and blanks",
		    options.code);
	if (work->cut != 0)
		diag_warning("%" PRIu64 " of %" PRIu64 " texts are longer than %zu bytes and were "
		             "cut: --limit BYTES reads more",
		    work->cut, filter->record.in, options.limit_bytes);
	if (errors == 0)
		return;
	diag_error("%" PRIu64 " of %" PRIu64 " records could not be matched (status rule_error)",
	    errors, filter->record.in);
	if (filter->status == STATUS_DONE)
		filter->status = STATUS_DATA_FAILED;
}

void
work_release(struct work *work)
{
	decider_free(work->decider);
	languages_free(work->languages);
	rules_release(&work->rules);
	crosswalk_release(&work->crosswalk);
	framework_release(&work->framework);
}

struct field
work_code(const struct work *work, size_t row)
{
	return row == FRAMEWORK_NONE ? field_of("") : work->framework.rows[row].code;
}
