/* SPDX-License-Identifier: GPL-3.0-or-later */
/* append_long: every record once for each scale. */
#include "append.h"

static const char *const columns[] = { "scale", "value", "band", "answered", NULL };

static bool
begin(struct work *work, struct fault *fault)
{
	for (const char *const *column = columns; *column != NULL; column++)
		if (!work_add_column(work, *column, "", fault))
			return false;
	work_header(work, NULL);
	return true;
}

static bool
record(struct work *work, struct fault *fault)
{
	struct writer *writer = &work->filter->writer;

	(void)fault;
	work_score(work);
	for (size_t i = 0; i < work->instrument.scale_count; i++) {
		const struct scale *scale = &work->instrument.scales[i];
		const struct score *score = &work->scores[i];
		char text[RATIO_TEXT_MAX];
		const char *band = "";

		if (score->band != BAND_NONE)
			band = scale->bands.list[score->band].label;
		intake_record(&work->intake, writer);
		writer_text(writer, scale->name);
		writer_value(writer, (struct field){ text, scale_write_value(scale, score, text) });
		writer_text(writer, band);
		writer_value(
		    writer, (struct field){ text, ratio_write_count(score->answered, text) });
		if (!writer_end(writer))
			return false;
	}
	return true;
}

const struct way append_long = { .begin = begin, .record = record };
