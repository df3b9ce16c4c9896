/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "append.h"

#include "../../lib/decimal.h"
#include "../../lib/memory.h"
#include "../framework/belonging.h"
#include "../options.h"

#include "columns.h"
#include "indicators.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Weights that are no numbers, said one by one; the rest are counted. */
#define WEIGHTS_SAID 10

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
	for (const char *const *name = columns_names; *name != NULL; name++)
		if (!add_column(work, *name, fault))
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

/* A weight has to be a number: else it is said, and the record is out of the coverage. */
static struct field
read_weight(struct work *work)
{
	struct append *append = work->state;
	struct fault fault = { 0 };
	struct field weight;
	struct decimal number;

	if (append->weight == COLUMN_NONE)
		return field_of("1");
	weight = reader_value(&work->filter->reader, append->weight);
	if (weight.length == 0
	    || (decimal_parse(weight, &number) == DECIMAL_OK && number.digits >= 0))
		return weight;
	if (append->bad_weights++ < WEIGHTS_SAID) {
		work_fault(work, append->weight, options.weight,
		    "is no number of 0 or more: it is left out of the indicators", &fault);
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

static void
write_line(struct work *work, const struct shown *shown)
{
	struct append *append = work->state;
	struct writer *writer = &work->filter->writer;
	size_t role = columns_role(shown);

	writer_record(writer, &work->filter->reader);
	columns_write(work, shown, append->shows_evidence, &append->line);
	if (options.pcf)
		writer_value(writer, belonging_of(&append->statements, role));
	if (options.outcomes)
		writer_value(writer, belonging_of(&append->outcomes, role));
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
		write_line(work,
		    &(struct shown){ MAPPING_MAPPED, candidate, i == 0 ? decision->margin : 0,
		        candidate->role });
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
		write_line(work,
		    &(struct shown){ decision->mapping,
		        decision->candidate_count == 0 ? &columns_nobody : decision->candidates,
		        decision->margin, FRAMEWORK_NONE });
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
