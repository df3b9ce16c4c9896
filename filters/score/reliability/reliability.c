/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reliability: the way over all records, and that over partial sums. */
#include "reliability.h"

#include "../../lib/memory.h"
#include "../options.h"
#include "partial.h"
#include "tell.h"

#include <inttypes.h>
#include <stdlib.h>

struct reliability {
	struct sums sums;
	bool partial;
	struct partial_id id;
	char *digest; /* of the instrument's file; owned */
};

/* The SHA-256 of the instrument's file, which the run record has already: now that the
 * input is open, no further file may be. */
static bool
find_digest(struct work *work, struct fault *fault)
{
	struct reliability *reliability = work->state;
	struct runrecord_part entry = runrecord_document(work->filter->name);
	struct config_node node = { .path = options.config, .value = entry.value }, digest;
	const char *text = NULL;
	bool good = runrecord_part_configuration(entry, &work->filter->record, 0);

	digest = config_member(&node, "sha256");
	good = good && config_text(&digest, &text, fault);
	if (text != NULL)
		reliability->digest = xstrdup(text);
	runrecord_document_free(entry);
	return (good && reliability->digest != NULL)
	    || fault_at(fault, options.config, 0, 0,
	        "is a pipe, and partial sums need the digest of the instrument: name a file");
}

static bool
open_sums(struct work *work, struct fault *fault)
{
	struct reliability *reliability = xcalloc(1, sizeof *reliability);

	work->state = reliability;
	return sums_open(&reliability->sums, &work->instrument, work->outcomes, fault);
}

static bool
begin(struct work *work, struct fault *fault)
{
	struct reliability *reliability;

	if (!open_sums(work, fault))
		return false;
	reliability = work->state;
	reliability->partial = options.partial != NULL;
	return !reliability->partial
	    || (partial_id_read(&reliability->id, options.partial, fault)
	        && find_digest(work, fault));
}

static bool
record(struct work *work, struct fault *fault)
{
	struct reliability *reliability = work->state;

	(void)fault;
	work_score(work);
	sums_add(&reliability->sums, work->intake.answers, work->scores);
	return true;
}

static void
tell(struct work *work)
{
	const struct reliability *reliability = work->state;
	struct tell tell = { .writer = &work->filter->writer,
		.sums = &reliability->sums,
		.rule = options.disclosure == NULL || strcmp(options.disclosure, "none") != 0,
		.header = !work->filter->no_header };
	const struct tell_form *form = &tell_text;

	if (options.format != NULL && strcmp(options.format, "json") == 0)
		form = &tell_json;
	else if (options.format != NULL && strcmp(options.format, "csv") == 0)
		form = &tell_csv;
	tell_all(&tell, form);
}

static bool
end(struct work *work, struct fault *fault)
{
	struct reliability *reliability = work->state;
	uint64_t records = reliability->sums.records;

	(void)fault;
	moments_settle(&reliability->sums.moments);
	if (!reliability->partial) {
		tell(work);
		return true;
	}
	if (records > 0 && records < STATISTIC_MINIMUM)
		diag_warning("the partition has fewer than %d records, whose answers its sums may "
		             "tell: keep this file as the data itself is kept",
		    STATISTIC_MINIMUM);
	partial_write(
	    &reliability->sums, reliability->id, reliability->digest, &work->filter->writer);
	return true;
}

/* What the partitions have said of refused answers, once more. */
static void
say_refused(struct work *work, const struct sums *sums)
{
	uint64_t refused = 0;

	for (size_t i = 0; i < work->instrument.item_count; i++)
		refused += sums->items[i].kinds[SUMS_REFUSED];
	runrecord_count(&work->filter->record, "answers refused", refused);
	if (refused == 0)
		return;
	diag_warning(
	    "refused answers in the partitions: %" PRIu64 "; they count as missing", refused);
	if (work->filter->status == STATUS_DONE)
		work->filter->status = STATUS_DATA_FAILED;
}

static bool
merge_inputs(struct work *work, struct partial_merge *merge, struct fault *fault)
{
	struct filter *filter = work->filter;
	bool failed = false;

	do {
		uint64_t lines = 0;
		bool good = partial_merge_add(merge, &filter->reader, &lines, fault);

		filter->record.in += lines;
		filter->record.used += lines;
		if (!good)
			return false;
	} while (filter_next_input(filter, &failed, fault));
	return !failed && partial_merge_whole(merge, fault);
}

static bool
merge(struct work *work, struct fault *fault)
{
	struct reliability *reliability;
	struct partial_merge merge = { 0 };
	bool good;

	if (!open_sums(work, fault))
		return false;
	reliability = work->state;
	if (!find_digest(work, fault))
		return false;
	merge.sums = &reliability->sums;
	merge.digest = reliability->digest;
	good = merge_inputs(work, &merge, fault);
	partial_merge_release(&merge);
	if (!good)
		return false;
	work_report(work);
	say_refused(work, &reliability->sums);
	tell(work);
	return true;
}

static void
release(struct work *work)
{
	struct reliability *reliability = work->state;

	if (reliability == NULL)
		return;
	sums_release(&reliability->sums);
	free(reliability->digest);
	free(reliability);
	work->state = NULL;
}

const struct way reliability_way = {
	.begin = begin, .record = record, .end = end, .release = release
};
const struct way reliability_merge_way = { .whole = merge, .release = release };
