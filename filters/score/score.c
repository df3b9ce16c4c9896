/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * score: appends the scales of an instrument to each record.
 *
 * reader -> answers -> scores -> writer; a record is never dropped.
 */
#include "../lib/filter.h"
#include "../lib/memory.h"
#include "instrument.h"

#include <inttypes.h>
#include <stdlib.h>

#define SCORE_MESSAGES_MAX 20

static const char synopsis[] = "-c FILE [--prefix TEXT] [FILE]";

static const char examples[] = "  score -c schemas/feedback/scales.json feedback.csv > scored.csv\n"
                               "      append the scales of the instrument to each record\n"
                               "  score -c scales.json --prefix first_ round1.csv\n"
                               "      name the new columns first_total, first_total_answered, ...\n"
                               "  score -c scales.json --check-config\n"
                               "      check the instrument alone\n";

static const char notes[] =
    "Each scale appends two columns: its score and the number of items answered.\n"
    "An answer that is no number or lies outside its item's range is refused: it\n"
    "is reported by place, the scales that use it are left empty for that record,\n"
    "and the exit status is 1.  A scale with too few answers is empty, without a\n"
    "message; the run record counts both.\n"
    "Memory: nothing is kept from record to record.\n";

static struct {
	const char *config;
	const char *prefix;
} options;

static const struct filter_option option_table[] = { { "config", 'c', "FILE",
	                                                 "the instrument: items and scales (JSON)",
	                                                 .text = &options.config },
	{ "prefix", 0, "TEXT", "stands before the names of the new columns",
	    .text = &options.prefix },
	{ 0 } };

struct tally {
	uint64_t answers;                   /* refused */
	uint64_t records;                   /* with at least one refused answer */
	uint64_t *outcomes[SCORE_OUTCOMES]; /* for each scale */
};

struct work {
	struct instrument instrument;
	size_t *columns;        /* of each item in the data */
	struct answer *answers; /* to each item, of the record at hand */
	char **names;           /* two for each scale */
	char *run;              /* the new columns of the record at hand */
	struct tally tally;
};

static void
work_prepare(struct work *work)
{
	const struct instrument *instrument = &work->instrument;
	size_t scales = instrument->scale_count;

	work->columns = xcalloc(instrument->item_count, sizeof work->columns[0]);
	work->answers = xcalloc(instrument->item_count, sizeof work->answers[0]);
	work->names = xcalloc(2 * scales, sizeof work->names[0]);
	work->run = xcalloc(2 * scales, SCALE_TEXT_MAX);
	for (size_t i = 0; i < SCORE_OUTCOMES; i++)
		work->tally.outcomes[i] = xcalloc(scales, sizeof work->tally.outcomes[i][0]);
	for (size_t i = 0; i < 2 * scales; i++) {
		struct buffer name = { 0 };

		buffer_append_text(&name, options.prefix != NULL ? options.prefix : "");
		buffer_append_text(&name, instrument->scales[i / 2].name);
		buffer_append_text(&name, i % 2 == 0 ? "" : SCALE_ANSWERED);
		work->names[i] = xstrndup(name.data, name.length);
		buffer_release(&name);
	}
}

static void
work_release(struct work *work)
{
	for (size_t i = 0; work->names != NULL && i < 2 * work->instrument.scale_count; i++)
		free(work->names[i]);
	free(work->names);
	free(work->columns);
	free(work->answers);
	free(work->run);
	for (size_t i = 0; i < SCORE_OUTCOMES; i++)
		free(work->tally.outcomes[i]);
	instrument_release(&work->instrument);
}

/* Finds the items in the data and writes the header.  Empty input has none. */
static bool
work_bind(struct work *work, struct filter *filter, struct fault *fault)
{
	const struct instrument *instrument = &work->instrument;

	if (filter->reader.columns == 0)
		return true;
	for (size_t i = 0; i < instrument->item_count; i++)
		if (!reader_require(
		        &filter->reader, instrument->items[i].column, &work->columns[i], fault))
			return false;
	for (size_t i = 0; i < 2 * instrument->scale_count; i++)
		if (!filter_new_column(filter, work->names[i], fault))
			return false;
	if (filter->no_header)
		return true;
	writer_header(&filter->writer, &filter->reader);
	for (size_t i = 0; i < 2 * instrument->scale_count; i++)
		writer_text(&filter->writer, work->names[i]);
	writer_end(&filter->writer);
	return true;
}

/* Says where a refused answer stands; the first few only. */
static void
work_refuse(struct work *work, const struct filter *filter, size_t index)
{
	const struct reader *reader = &filter->reader;
	const struct item *item = &work->instrument.items[index];
	size_t column = work->columns[index];
	struct reader_place place;
	struct fault what, where;

	if (++work->tally.answers > SCORE_MESSAGES_MAX)
		return;
	place = reader_place(reader, column);
	item_describe(item, work->answers[index], &what);
	fault_at(&where, reader->name, place.line, place.column, "record %" PRIu64 ": %s",
	    reader->number, what.message);
	if (filter->show_values) {
		struct field value = reader_value(reader, column);

		diag_warning("%s: '%.*s'", where.message, (int)value.length, value.data);
	} else {
		diag_warning("%s", where.message);
	}
}

static void
work_record(struct work *work, struct filter *filter)
{
	struct instrument *instrument = &work->instrument;
	uint64_t refused = work->tally.answers;
	char *at = work->run;

	for (size_t i = 0; i < instrument->item_count; i++) {
		work->answers[i] = item_answer(
		    &instrument->items[i], reader_value(&filter->reader, work->columns[i]));
		if (work->answers[i].kind > ANSWER_GIVEN)
			work_refuse(work, filter, i);
	}
	work->tally.records += work->tally.answers != refused;
	writer_record(&filter->writer, &filter->reader);
	/* scores and counts need no quotes: all of them go out as one run */
	for (size_t i = 0; i < instrument->scale_count; i++) {
		struct score score = scale_score(&instrument->scales[i], work->answers, at);

		work->tally.outcomes[score.outcome][i]++;
		at += score.length;
		*at++ = ',';
	}
	writer_raw(&filter->writer, (struct field){ work->run, (size_t)(at - work->run) - 1 });
}

/* The counts go to the run record, and refusals to standard error. */
static void
work_report(const struct work *work, struct filter *filter)
{
	static const char *const outcomes[] = { [SCORE_GIVEN] = "scored",
		[SCORE_TOO_FEW] = "too few answers",
		[SCORE_REFUSED] = "answers refused" };
	const struct tally *tally = &work->tally;

	for (size_t i = 0; i < work->instrument.scale_count; i++) {
		const char *name = work->names[2 * i];
		for (size_t j = 0; j < SCORE_OUTCOMES; j++) {
			struct buffer key = { 0 };

			buffer_format(&key, "%s: %s", name, outcomes[j]);
			buffer_append(&key, "", 1);
			runrecord_count(&filter->record, key.data, tally->outcomes[j][i]);
			buffer_release(&key);
		}
		diag_note("%s: %" PRIu64 " scored, %" PRIu64 " with too few answers, %" PRIu64
		          " with refused answers",
		    name, tally->outcomes[SCORE_GIVEN][i], tally->outcomes[SCORE_TOO_FEW][i],
		    tally->outcomes[SCORE_REFUSED][i]);
	}
	runrecord_count(&filter->record, "answers refused", tally->answers);
	runrecord_count(&filter->record, "records with refused answers", tally->records);
	if (tally->answers == 0)
		return;
	if (tally->answers > SCORE_MESSAGES_MAX)
		diag_warning("and %" PRIu64 " more answers", tally->answers - SCORE_MESSAGES_MAX);
	diag_warning("refused answers: %" PRIu64 ", records that hold them: %" PRIu64
	             "; the scales that use them are empty there: check the data with "
	             "validate, or add missing_codes to the instrument",
	    tally->answers, tally->records);
	if (filter->status == STATUS_DONE)
		filter->status = STATUS_DATA_FAILED;
}

static int
score(struct filter *filter, struct work *work)
{
	struct fault fault = { 0 };

	if (options.config == NULL) {
		fault_set(&fault, "no instrument given: name one with -c FILE");
		return filter_fail(filter, &fault);
	}
	if (!instrument_load(&work->instrument, options.config, &fault)
	    || !filter_configuration(filter, options.config, &fault))
		return filter_fail(filter, &fault);
	if (filter->check_config)
		return filter_checked(filter);
	work_prepare(work);
	if (!filter_open(filter, &fault) || !work_bind(work, filter, &fault)
	    || !filter_confine(filter, NULL, 0, &fault))
		return filter_fail(filter, &fault);
	while (filter_next(filter)) {
		work_record(work, filter);
		filter->record.used++;
		if (!writer_end(&filter->writer))
			break;
	}
	work_report(work, filter);
	return filter_close(filter);
}

int
main(int argc, char **argv)
{
	struct filter filter = { .name = "score",
		.summary = "append the scales of an instrument to each record",
		.synopsis = synopsis,
		.examples = examples,
		.notes = notes,
		.options = option_table };
	struct work work = { 0 };
	int status;

	if (!filter_parse(&filter, argc, argv))
		return (int)filter.status;
	status = score(&filter, &work);
	work_release(&work);
	return status;
}
