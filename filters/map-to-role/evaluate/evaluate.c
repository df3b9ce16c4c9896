/* SPDX-License-Identifier: GPL-3.0-or-later */
/* evaluate: record by record into tallies, and the report at the end. */
#include "evaluate.h"

#include "../../lib/memory.h"
#include "../../lib/text.h"
#include "../options.h"

#include "bm25.h"
#include "report.h"

#include <inttypes.h>
#include <stdlib.h>

/* Faults said one by one; the rest are counted. */
#define FAULTS_SAID 10

struct evaluate {
	struct scheme scheme;
	struct groups groups;
	struct bm25 *bm25; /* of the functions' labels; NULL without a text */
	size_t people;     /* columns, or COLUMN_NONE */
	size_t by;
	size_t weight;
	uint64_t coded;              /* used, with a code */
	uint64_t left_out[MAPPINGS]; /* excluded */
};

/* A document for each function: its label, and its category's. */
static bool
open_baseline(struct evaluate *evaluate, struct fault *fault)
{
	const struct scheme *scheme = &evaluate->scheme;
	const struct framework_row *rows = scheme->framework->rows;
	struct field *documents = xcalloc(scheme->functions, sizeof *documents);
	struct buffer *labels = xcalloc(scheme->functions, sizeof *labels);

	for (size_t i = 0; i < scheme->functions; i++) {
		const struct framework_row *row = &rows[scheme->function_rows[i]];
		struct field category = rows[row->category].label;

		buffer_append(&labels[i], row->label.data, row->label.length);
		buffer_append(&labels[i], " ", 1);
		buffer_append(&labels[i], category.data, category.length);
		documents[i] = (struct field){ labels[i].data, labels[i].length };
	}
	evaluate->bm25 = bm25_new(documents, scheme->functions, fault);
	for (size_t i = 0; i < scheme->functions; i++)
		buffer_release(&labels[i]);
	free(labels);
	free(documents);
	return evaluate->bm25 != NULL;
}

static bool
begin(struct work *work, struct fault *fault)
{
	struct evaluate *evaluate = xcalloc(1, sizeof *evaluate);
	const struct reader *reader = &work->filter->reader;

	work->state = evaluate;
	evaluate->people = evaluate->by = evaluate->weight = COLUMN_NONE;
	if (!scheme_init(&evaluate->scheme, &work->framework, fault))
		return false;
	groups_init(&evaluate->groups, &evaluate->scheme);
	if (options.text != NULL && !open_baseline(evaluate, fault))
		return false;
	return reader->columns == 0
	    || (reader_require(reader, options.evaluate, &evaluate->people, fault)
	        && (options.by == NULL || reader_require(reader, options.by, &evaluate->by, fault))
	        && (options.weight == NULL
	            || reader_require(reader, options.weight, &evaluate->weight, fault)));
}

/* The record says something that cannot be: it is rejected.  Always true. */
static bool
reject(struct work *work, size_t column, const char *name, const char *what)
{
	struct fault fault = { 0 };

	if (work->filter->record.rejected++ >= FAULTS_SAID)
		return true;
	work_fault(work, column, name, what, &fault);
	diag_fault(&fault);
	return true;
}

static bool
read_weight(const struct work *work, const struct evaluate *evaluate, struct decimal *weight)
{
	*weight = (struct decimal){ .digits = 1 };
	return evaluate->weight == COLUMN_NONE
	    || (decimal_parse(reader_value(&work->filter->reader, evaluate->weight), weight)
	            == DECIMAL_OK
	        && weight->digits >= 0);
}

/* The part of the text that the rules read, too. */
static bool
guess(struct work *work, size_t *role, struct fault *fault)
{
	struct evaluate *evaluate = work->state;
	struct field text;
	size_t best;

	*role = TALLY_OUTSIDE(evaluate->scheme.roles);
	if (evaluate->bm25 == NULL || work->text == COLUMN_NONE)
		return true;
	text = text_cut(reader_value(&work->filter->reader, work->text), options.limit_bytes);
	if (!bm25_best(evaluate->bm25, text, &best, fault))
		return false;
	if (best != BM25_NONE) {
		const struct scheme *scheme = &evaluate->scheme;
		size_t row = scheme->function_rows[best];

		*role = scheme->numbers[scheme->framework->rows[row].category];
	}
	return true;
}

static void
take_decision(const struct work *work, struct verdict *verdict)
{
	const struct evaluate *evaluate = work->state;
	const struct decision *decision = &work->decision;
	struct coded coded = scheme_rows(&evaluate->scheme, decision->role, decision->function);

	verdict->function = SCHEME_NONE;
	verdict->outcome = decision->mapping == MAPPING_AMBIGUOUS
	    ? TALLY_AMBIGUOUS(evaluate->scheme.roles)
	    : TALLY_OUTSIDE(evaluate->scheme.roles);
	if (decision->mapping != MAPPING_MAPPED)
		return;
	verdict->outcome = coded.role;
	verdict->function = coded.function;
	verdict->confidence = decision->confidence;
}

static bool
record(struct work *work, struct fault *fault)
{
	struct evaluate *evaluate = work->state;
	const struct reader *reader = &work->filter->reader;
	enum mapping mapping = work->decision.mapping;
	struct verdict verdict = { 0 };
	struct tally *tally;

	if (!scheme_read(
	        &evaluate->scheme, reader_value(reader, evaluate->people), &verdict.people))
		return reject(work, evaluate->people, options.evaluate,
		    "holds a code that the framework does not have: the record is rejected");
	if (!read_weight(work, evaluate, &verdict.weight))
		return reject(work, evaluate->weight, options.weight,
		    "is no number of 0 or more: the record is rejected");
	if (mapping == MAPPING_OTHER_LANGUAGE || mapping == MAPPING_RULE_ERROR) {
		evaluate->left_out[mapping]++;
		work->filter->record.excluded++;
		return true;
	}
	work->filter->record.used++;
	evaluate->coded += verdict.people.role != TALLY_OUTSIDE(evaluate->scheme.roles);
	take_decision(work, &verdict);
	if (!guess(work, &verdict.guess, fault))
		return false;
	tally_add(&evaluate->groups.list[0].tally, &verdict);
	if (evaluate->by == COLUMN_NONE)
		return true;
	tally = groups_find(&evaluate->groups, reader_value(reader, evaluate->by));
	if (tally == NULL)
		return fault_set(fault,
		    "column '%s' has more than %d values: --by takes one that groups records",
		    options.by, GROUPS_MAX);
	tally_add(tally, &verdict);
	return true;
}

static const struct report_form *
choose_form(void)
{
	if (options.format != NULL && strcmp(options.format, "json") == 0)
		return &report_json;
	if (options.format != NULL && strcmp(options.format, "csv") == 0)
		return &report_csv;
	return &report_text;
}

static void
tell(struct work *work)
{
	struct evaluate *evaluate = work->state;
	struct filter *filter = work->filter;
	const struct report_form *form = choose_form();
	const struct report report = { .writer = &filter->writer,
		.record = &filter->record,
		.other_language = evaluate->left_out[MAPPING_OTHER_LANGUAGE],
		.rule_errors = evaluate->left_out[MAPPING_RULE_ERROR],
		.column = options.evaluate,
		.by = options.by,
		.weight = options.weight,
		.header = !filter->no_header };

	form->begin(&report);
	for (size_t i = 0; i < evaluate->groups.count; i++) {
		const struct group *group = &evaluate->groups.list[i];
		struct figures figures;

		figures_take(&figures, &evaluate->scheme, &group->tally, options.text != NULL);
		form->group(&report, group, &figures, i == 0);
		figures_release(&figures);
	}
	form->end(&report);
}

static bool
end(struct work *work, struct fault *fault)
{
	struct evaluate *evaluate = work->state;
	struct filter *filter = work->filter;
	struct decimal_sum all =
	    tally_sum(&evaluate->groups.list[0].tally, TALLY_ANY, TALLY_ANY, TALLY_ANY, TALLY_ANY);

	if (decimal_sum_overflows(&all))
		return fault_set(
		    fault, "column '%s': the weights are too large to add up", options.weight);
	groups_sort(&evaluate->groups);
	tell(work);
	if (evaluate->coded == 0 && filter->record.used != 0)
		diag_warning(
		    "column '%s' holds no code of the framework: all records count as outside "
		    "of it",
		    options.evaluate);
	if (filter->record.rejected == 0)
		return true;
	diag_error("%" PRIu64 " of %" PRIu64 " records were rejected for their code or weight",
	    filter->record.rejected, filter->record.in);
	if (filter->status == STATUS_DONE)
		filter->status = STATUS_DATA_FAILED;
	return true;
}

static void
release(struct work *work)
{
	struct evaluate *evaluate = work->state;

	if (evaluate == NULL)
		return;
	if (evaluate->groups.list != NULL)
		groups_release(&evaluate->groups);
	scheme_release(&evaluate->scheme);
	bm25_free(evaluate->bm25);
	free(evaluate);
}

const struct way evaluate_way = {
	.decides = true, .begin = begin, .record = record, .end = end, .release = release
};
