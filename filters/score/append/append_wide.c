/* SPDX-License-Identifier: GPL-3.0-or-later */
/* append_wide: every record with its scores as further columns. */
#include "append.h"

static bool
begin(struct work *work, struct fault *fault)
{
	const struct instrument *instrument = &work->instrument;

	for (size_t i = 0; i < instrument->scale_count; i++) {
		const struct scale *scale = &instrument->scales[i];

		if (!work_add_column(work, scale->name, "", fault)
		    || (scale->bands.count != 0
		        && !work_add_column(work, scale->name, SCALE_BAND, fault))
		    || !work_add_column(work, scale->name, SCALE_ANSWERED, fault))
			return false;
	}
	work_header(work, NULL);
	return true;
}

static bool
record(struct work *work, struct fault *fault)
{
	struct writer *writer = &work->filter->writer;

	(void)fault;
	work_score(work);
	intake_record(&work->intake, writer);
	/* scores, labels and counts need no quotes: all of them go out as one run */
	writer_raw(writer, (struct field){ work->line.data, work->line.length });
	return writer_end(writer);
}

const struct way append_wide = { .begin = begin, .record = record };
