/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "append.h"

#include "../../lib/decimal.h"
#include "../../lib/memory.h"
#include "../framework/belonging.h"
#include "../options.h"

#include "indicators.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* The evidence shown of one text, in bytes. */
#define EVIDENCE_MAX ((size_t)200)
/* Weights that are no numbers, said one by one; the rest are counted. */
#define WEIGHTS_SAID 10

static const char *const column_names[] = { "role", "function", "status", "confidence", "score",
	"margin", "rules", "evidence", "spans" };

struct append {
	bool shows_evidence;
	size_t weight; /* column, or COLUMN_NONE */
	uint64_t bad_weights;
	uint64_t lines;
	struct belonging statements;
	struct belonging outcomes;
	struct buffer line; /* room for one field, or for the indicators */
};

/* A new column's name stands in the header. */
static bool
add_column(void *context, const char *name, struct fault *fault)
{
	struct filter *filter = ((struct work *)context)->filter;
	struct buffer full = { 0 };
	bool good;

	buffer_append_text(&full, options.prefix != NULL ? options.prefix : "");
	buffer_append(&full, name, strlen(name) + 1);
	good = filter_new_column(filter, full.data, fault);
	if (good && !filter->no_header)
		writer_text(&filter->writer, full.data);
	buffer_release(&full);
	return good;
}

static bool
write_header(struct work *work, struct fault *fault)
{
	struct filter *filter = work->filter;

	if (!filter->no_header)
		writer_header(&filter->writer, &filter->reader);
	for (size_t i = 0; i < sizeof column_names / sizeof column_names[0]; i++)
		if (!add_column(work, column_names[i], fault))
			return false;
	if ((options.pcf && !add_column(work, "pcf", fault))
	    || (options.outcomes && !add_column(work, "outcomes", fault))
	    || (options.indicators
	        && !indicators_names(&work->framework, options.functions, add_column, work, fault)))
		return false;
	if (!filter->no_header)
		writer_end(&filter->writer);
	return true;
}

static bool
load_beside(struct work *work, const char *name, struct belonging *belonging,
    bool (*load)(struct belonging *, const struct framework *, const char *, struct fault *),
    struct fault *fault)
{
	char *path = work_beside(name);
	bool good = load(belonging, &work->framework, path, fault)
	    && filter_configuration(work->filter, path, fault);

	free(path);
	return good;
}

static bool
append_load(struct work *work, struct fault *fault)
{
	struct append *append = xcalloc(1, sizeof *append);

	work->state = append;
	append->shows_evidence = options.evidence == NULL || strcmp(options.evidence, "none") != 0;
	append->weight = COLUMN_NONE;
	return (!options.pcf
	           || load_beside(
	               work, "pcf.csv", &append->statements, belonging_load_statements, fault))
	    && (!options.outcomes
	        || load_beside(work, "outcome-functions.csv", &append->outcomes,
	            belonging_load_outcomes, fault));
}

static bool
append_begin(struct work *work, struct fault *fault)
{
	struct append *append = work->state;
	const struct reader *reader = &work->filter->reader;

	if (reader->columns == 0)
		return true;
	if (options.weight != NULL
	    && !reader_require(reader, options.weight, &append->weight, fault))
		return false;
	return write_header(work, fault);
}

/* Cut at a character's end. */
static struct field
shorten(struct field text)
{
	if (text.length > EVIDENCE_MAX) {
		text.length = EVIDENCE_MAX;
		while (text.length != 0 && ((unsigned char)text.data[text.length] & 0xC0) == 0x80)
			text.length--;
	}
	return text;
}

static void
write_number(struct work *work, bool given, unsigned number)
{
	struct append *append = work->state;

	buffer_clear(&append->line);
	if (given)
		buffer_format(&append->line, "%u", number);
	writer_value(
	    &work->filter->writer, (struct field){ append->line.data, append->line.length });
}

static bool
belongs(const struct work *work, const struct find *find, size_t role)
{
	const struct rule *rule = &work->rules.rules[find->rule];

	return role == FRAMEWORK_NONE || work->framework.rows[rule->function].category == role;
}

/* The rules that fired (of a category, or all), or what the crosswalk names. */
static void
write_rules(struct work *work, size_t role)
{
	struct append *append = work->state;
	const struct decision *decision = &work->decision;
	struct buffer *ids = &append->line;

	buffer_clear(ids);
	for (size_t i = 0; i < decision->find_count; i++) {
		struct field id = work->rules.rules[decision->finds[i].rule].id;

		if (!belongs(work, &decision->finds[i], role))
			continue;
		if (ids->length != 0)
			buffer_append(ids, " ", 1);
		buffer_append(ids, id.data, id.length);
	}
	for (size_t i = 0; i < decision->named_count; i++) {
		const struct framework_row *row = &work->framework.rows[decision->named[i]];

		if (role != FRAMEWORK_NONE && row->category != role)
			continue;
		if (ids->length != 0)
			buffer_append(ids, " ", 1);
		buffer_append(ids, row->code.data, row->code.length);
	}
	writer_value(&work->filter->writer, (struct field){ ids->data, ids->length });
}

/* START-END for each of the rules, beside their ids. */
static void
write_spans(struct work *work, size_t role)
{
	struct append *append = work->state;
	const struct decision *decision = &work->decision;
	struct buffer *spans = &append->line;

	buffer_clear(spans);
	for (size_t i = 0; i < decision->find_count; i++) {
		const struct find *find = &decision->finds[i];

		if (decision->mapping != MAPPING_RULE_ERROR && belongs(work, find, role))
			buffer_format(spans, "%s%zu-%zu", spans->length == 0 ? "" : " ",
			    find->start, find->end);
	}
	writer_value(&work->filter->writer, (struct field){ spans->data, spans->length });
}

/* What the heaviest rule found; of a coded record the code. */
static struct field
evidence_of(const struct work *work, const struct candidate *candidate)
{
	const struct append *append = work->state;
	const struct reader *reader = &work->filter->reader;
	struct field text;

	if (!append->shows_evidence || candidate->score == 0)
		return field_of("");
	if (work->decision.named_count != 0)
		return shorten(reader_value(reader, work->code));
	text = reader_value(reader, work->text);
	return shorten((struct field){ text.data + candidate->evidence.start,
	    candidate->evidence.end - candidate->evidence.start });
}

/* A weight has to be a number: else it is said, and the record is out of the coverage. */
static struct field
read_weight(struct work *work)
{
	struct append *append = work->state;
	const struct reader *reader = &work->filter->reader;
	struct reader_place place;
	struct fault fault = { 0 };
	struct field weight;
	struct decimal number;

	if (append->weight == COLUMN_NONE)
		return field_of("1");
	weight = reader_value(reader, append->weight);
	if (weight.length == 0
	    || (decimal_parse(weight, &number) == DECIMAL_OK && number.digits >= 0))
		return weight;
	if (append->bad_weights++ < WEIGHTS_SAID) {
		place = reader_place(reader, append->weight);
		fault_at(&fault, reader->name, (size_t)place.line, (size_t)place.column,
		    "record %llu: column '%s' is no number of 0 or more: it is left out of the "
		    "indicators",
		    (unsigned long long)reader->number, options.weight);
		diag_fault(&fault);
	}
	return field_of("");
}

static void
write_indicators(struct work *work)
{
	struct append *append = work->state;

	buffer_clear(&append->line);
	indicators_append(
	    &append->line, &work->framework, options.functions, &work->decision, read_weight(work));
	for (size_t start = 1, i = 1; i <= append->line.length; i++) {
		if (i != append->line.length && append->line.data[i] != ',')
			continue;
		writer_value(
		    &work->filter->writer, (struct field){ append->line.data + start, i - start });
		start = i + 1;
	}
}

/* Where nothing speaks for any category. */
static const struct candidate nobody = { .role = FRAMEWORK_NONE, .function = FRAMEWORK_NONE };

static void
write_line(struct work *work, enum mapping mapping, const struct candidate *candidate,
    unsigned margin, size_t shown)
{
	struct append *append = work->state;
	struct writer *writer = &work->filter->writer;
	const struct candidate *taken = mapping == MAPPING_MAPPED ? candidate : &nobody;
	bool any = candidate->score != 0;

	writer_record(writer, &work->filter->reader);
	writer_value(writer, work_code(work, taken->role));
	writer_value(writer, work_code(work, taken->function));
	writer_text(writer, mapping_name(mapping));
	writer_text(writer, confidence_name(taken->confidence));
	write_number(work, any, candidate->score);
	write_number(work, any, margin);
	write_rules(work, shown);
	writer_value(writer, evidence_of(work, candidate));
	write_spans(work, shown);
	if (options.pcf)
		writer_value(writer, belonging_of(&append->statements, taken->role));
	if (options.outcomes)
		writer_value(writer, belonging_of(&append->outcomes, taken->role));
	if (options.indicators)
		write_indicators(work);
	writer_end(writer);
	append->lines++;
}

/* With --multi a line for each category that more than general words speak for. */
static bool
write_each(struct work *work)
{
	const struct decision *decision = &work->decision;
	bool any = false;

	for (size_t i = 0; i < decision->candidate_count; i++) {
		const struct candidate *candidate = &decision->candidates[i];

		if (candidate->confidence < CONFIDENCE_MEDIUM)
			continue;
		write_line(work, MAPPING_MAPPED, candidate, i == 0 ? decision->margin : 0,
		    candidate->role);
		any = true;
	}
	return any;
}

static bool
append_record(struct work *work, struct fault *fault)
{
	const struct decision *decision = &work->decision;

	(void)fault;
	work->filter->record.used++;
	if (!options.multi || !write_each(work))
		write_line(work, decision->mapping,
		    decision->candidate_count == 0 ? &nobody : decision->candidates,
		    decision->margin, FRAMEWORK_NONE);
	return true;
}

static bool
append_end(struct work *work, struct fault *fault)
{
	const struct append *append = work->state;
	struct filter *filter = work->filter;

	(void)fault;
	runrecord_count(&filter->record, "lines", append->lines);
	if (options.weight != NULL)
		runrecord_count(&filter->record, "bad_weights", append->bad_weights);
	if (append->bad_weights == 0)
		return true;
	diag_error("column '%s': %" PRIu64 " weights are no numbers of 0 or more", options.weight,
	    append->bad_weights);
	if (filter->status == STATUS_DONE)
		filter->status = STATUS_DATA_FAILED;
	return true;
}

static void
append_release(struct work *work)
{
	struct append *append = work->state;

	if (append == NULL)
		return;
	belonging_release(&append->statements);
	belonging_release(&append->outcomes);
	buffer_release(&append->line);
	free(append);
}

const struct way append_way = { .decides = true,
	.load = append_load,
	.begin = append_begin,
	.record = append_record,
	.end = append_end,
	.release = append_release };
