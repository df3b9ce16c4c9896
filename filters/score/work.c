/* SPDX-License-Identifier: GPL-3.0-or-later */
/* work: what all ways share: the scores of the record at hand, and their columns. */
#include "options.h"
#include "way.h"

#include "../lib/memory.h"

#include <inttypes.h>
#include <stdlib.h>

void
work_prepare(struct work *work)
{
	size_t scales = work->instrument.scale_count;

	work->scores = xcalloc(scales, sizeof work->scores[0]);
	work->names = xcalloc(1, sizeof work->names[0]);
	for (size_t i = 0; i < SCORE_OUTCOMES; i++)
		work->outcomes[i] = xcalloc(scales, sizeof work->outcomes[i][0]);
}

bool
work_add_column(struct work *work, const char *name, const char *suffix, struct fault *fault)
{
	struct buffer text = { 0 };
	size_t count = 0;
	char *column;

	buffer_append_text(&text, options.prefix != NULL ? options.prefix : "");
	buffer_append_text(&text, name);
	buffer_append_text(&text, suffix);
	column = xstrndup(text.data, text.length);
	buffer_release(&text);
	while (work->names[count] != NULL)
		count++;
	work->names = xreallocarray(work->names, count + 2, sizeof work->names[0]);
	work->names[count] = column;
	work->names[count + 1] = NULL;
	return work->filter->reader.columns == 0 || intake_new_column(&work->intake, column, fault);
}

void
work_header(const struct work *work, const struct filter_list *further)
{
	struct writer *writer = &work->filter->writer;

	if (work->filter->reader.columns == 0 || work->filter->no_header)
		return;
	intake_header(&work->intake, writer);
	for (char **name = work->names; *name != NULL; name++)
		writer_text(writer, *name);
	for (size_t i = 0; further != NULL && i < further->count; i++)
		writer_text(writer, further->values[i]);
	writer_end(writer);
}

void
work_score(struct work *work)
{
	const size_t count = work->instrument.scale_count;
	struct score *scores = work->scores;

	buffer_clear(&work->line);
	scale_append(work->instrument.scales, 0, count, work->intake.answers, work->intake.running,
	    scores, &work->line);
	for (size_t i = 0; i < count; i++)
		work->outcomes[scores[i].outcome][i]++;
}

void
work_report(const struct work *work)
{
	static const char *const words[] = { [SCORE_GIVEN] = "scored",
		[SCORE_TOO_FEW] = "too few answers",
		[SCORE_NOT_APPLICABLE] = "not applicable",
		[SCORE_REFUSED] = "answers refused",
		[SCORE_TOO_LONG] = "too long for exact arithmetic" };

	for (size_t i = 0; i < work->instrument.scale_count; i++) {
		const char *name = work->instrument.scales[i].name;

		for (size_t j = 0; j < SCORE_OUTCOMES; j++) {
			struct buffer key = { 0 };

			buffer_format(&key, "%s: %s", name, words[j]);
			buffer_append(&key, "", 1);
			runrecord_count(&work->filter->record, key.data, work->outcomes[j][i]);
			buffer_release(&key);
		}
		diag_note("%s: %" PRIu64 " scored, %" PRIu64 " with too few answers, %" PRIu64
		          " not applicable, %" PRIu64 " with refused answers",
		    name, work->outcomes[SCORE_GIVEN][i], work->outcomes[SCORE_TOO_FEW][i],
		    work->outcomes[SCORE_NOT_APPLICABLE][i], work->outcomes[SCORE_REFUSED][i]);
		if (work->outcomes[SCORE_TOO_LONG][i] == 0)
			continue;
		diag_warning("%s: %" PRIu64 " scores have too many digits for exact arithmetic "
		             "and are empty: round the answers first",
		    name, work->outcomes[SCORE_TOO_LONG][i]);
		if (work->filter->status == STATUS_DONE)
			work->filter->status = STATUS_DATA_FAILED;
	}
}

void
work_release(struct work *work)
{
	for (char **name = work->names; name != NULL && *name != NULL; name++)
		free(*name);
	free(work->names);
	free(work->scores);
	for (size_t i = 0; i < SCORE_OUTCOMES; i++)
		free(work->outcomes[i]);
	buffer_release(&work->line);
	intake_release(&work->intake);
	instrument_release(&work->instrument);
}
