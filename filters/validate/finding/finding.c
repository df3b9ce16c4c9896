/* SPDX-License-Identifier: GPL-3.0-or-later */
/* finding: what may be wrong with a record. */
#include "finding.h"

#include "../../lib/diag.h"

#include <inttypes.h>
#include <stdio.h>

enum severity
finding_severity(enum finding_code code)
{
	return finding_texts[code].name[0] == 'W' ? SEVERITY_WARNING : SEVERITY_ERROR;
}

const char *
finding_severity_name(enum severity severity)
{
	return severity == SEVERITY_ERROR ? "error" : "warning";
}

bool
finding_is_repair(enum finding_code code)
{
	return code >= FINDING_MARK && code <= FINDING_COLUMNS_MOVED;
}

const char *
finding_name(enum finding_code code)
{
	return finding_texts[code].name;
}

const char *
finding_words(enum finding_code code)
{
	return finding_texts[code].words;
}

const char *
finding_advice(enum finding_code code)
{
	return finding_texts[code].advice;
}

enum finding_code
finding_of_reader(const struct reader *reader)
{
	switch (reader->error) {
	case READER_STRAY_QUOTE:
		return FINDING_STRAY_QUOTE;
	case READER_AFTER_QUOTE:
		return FINDING_AFTER_QUOTE;
	case READER_OPEN_QUOTE:
		return FINDING_OPEN_QUOTE;
	case READER_LONE_CR:
		return FINDING_LONE_CR;
	case READER_NUL:
		return FINDING_NUL;
	case READER_ENCODING:
		return FINDING_ENCODING;
	case READER_BLANK:
		return FINDING_BLANK_LINE;
	case READER_RUNAWAY:
		return FINDING_RUNAWAY_QUOTE;
	case READER_RAGGED:
		break;
	}
	return reader->count > reader->columns ? FINDING_MORE_FIELDS : FINDING_FEWER_FIELDS;
}

static void
append_first(const struct finding *finding, struct buffer *out)
{
	if (finding->first.column != 0)
		buffer_format(out, ", opened at line %" PRIu64 ", column %" PRIu64,
		    finding->first.line, finding->first.column);
	else if (finding->first_file != NULL)
		buffer_format(
		    out, ", first at %s:%" PRIu64, finding->first_file, finding->first.line);
	else
		buffer_format(out, ", first at line %" PRIu64, finding->first.line);
}

void
finding_message(const struct finding *finding, const char *name, struct buffer *out)
{
	/* a rule of the schema says in its own words what is wrong */
	if (finding->code == FINDING_RULE && finding->detail != NULL) {
		buffer_append_text(out, finding->detail);
		return;
	}
	if (name != NULL && !finding_is_repair(finding->code))
		buffer_format(out, "%s ", name);
	buffer_append_text(out, finding_words(finding->code));
	if (name != NULL && finding_is_repair(finding->code))
		buffer_format(out, " in %s", name);
	if (finding->first.line != 0)
		append_first(finding, out);
	if (finding->detail != NULL)
		buffer_format(out, ": %s", finding->detail);
	else if (finding->count != 1)
		buffer_format(out, ": %" PRIu64 " %s", finding->count,
		    finding_is_repair(finding->code) ? "times" : "records");
}

/* What the words of a code say something about, where they do not name it. */
static const char *
subject(enum finding_code code)
{
	if ((code >= FINDING_INTEGER && code <= FINDING_DETERMINED) || code == FINDING_SEVERAL
	    || code == FINDING_SPECIAL_NUMBER)
		return "the value ";
	if (code == FINDING_RULE)
		return "the record ";
	if (code == FINDING_MANY_MISSING || code == FINDING_DRIFT_MISSING
	    || code == FINDING_DRIFT_CODES)
		return "the field ";
	return "";
}

bool
finding_explain(const char *name, struct fault *fault)
{
	const char *names[FINDING_CODES];
	const char *nearest;

	for (size_t i = 0; i < FINDING_CODES; i++) {
		names[i] = finding_texts[i].name;
		if (strcmp(name, finding_texts[i].name) != 0)
			continue;
		printf("%s: %s%s\n\n%s\n\nfix: %s\n", finding_texts[i].name,
		    subject((enum finding_code)i), finding_texts[i].words, finding_texts[i].more,
		    finding_texts[i].advice);
		return fflush(stdout) == 0
		    || fault_system(fault, "standard output", "cannot write");
	}
	nearest = diag_nearest(name, strlen(name), names, FINDING_CODES);
	if (nearest != NULL)
		return fault_set(fault, "unknown code '%s', did you mean '%s'?", name, nearest);
	return fault_set(
	    fault, "unknown code '%s'; the manual lists them, from E101 to W704", name);
}
