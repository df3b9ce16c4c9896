/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hold: records are held back until it is known whether enough people look alike. */
#include "sheet.h"

/* A bound on what the policy gives up, not on what it protects: everything that keeps
 * the policy is written all the same. */
static void
check_limit(struct filter *filter, const struct privacy *privacy)
{
	const uint64_t held = filter->record.used + filter->record.suppressed;

	/* 0.29 of 100 is 29, which no double says; the search takes it so too */
	if ((double)filter->record.suppressed
	    <= privacy->suppression_limit * (double)held * (1 + 1e-12))
		return;
	diag_error("%llu of %llu records are left out, which is more than the policy's "
	           "suppression_limit of %g%%; make its levels coarser (see --search)",
	    (unsigned long long)filter->record.suppressed, (unsigned long long)held,
	    100 * privacy->suppression_limit);
	if (filter->status == STATUS_DONE)
		filter->status = STATUS_DATA_FAILED;
}

/* Values of the columns before anything is done to them. */
static bool
add_input(struct work *work, struct field person, struct fault *fault)
{
	struct field cells[PRIVACY_COLUMNS_MAX];

	if (classes_input(work->classes) == NULL)
		return true;
	for (size_t i = 0; i < work->policy.privacy.quasi_count; i++)
		cells[i] = reader_value(&work->filter->reader, work->quasi[i]);
	return classes_add_input(work->classes, cells, person, fault);
}

static bool
take_records(struct work *work, struct fault *fault)
{
	struct sheet sheet;
	bool good = true;

	sheet_init(&sheet, work);
	while (good && work_next(work)) {
		struct field person;

		sheet_make(&sheet, work);
		person = columns_person(&work->columns, &work->filter->reader);
		good = classes_add(work->classes, sheet.forms, person, sheet.sensitive,
		           (struct field){ sheet.bytes.data, sheet.bytes.length }, fault)
		    && add_input(work, person, fault);
	}
	sheet_release(&sheet);
	return good;
}

bool
hold_records(struct work *work, struct fault *fault)
{
	struct filter *filter = work->filter;
	struct classes_record record;

	if (!take_records(work, fault))
		return false;
	/* of an input that broke off nothing leaves */
	if (filter->status == STATUS_FAILED)
		return true;
	if (!classes_settle(work->classes, fault))
		return false;
	for (;;)
		switch (classes_next(work->classes, &record, fault)) {
		case CLASSES_RECORD:
			sheet_write(work, record.record, record.form);
			filter->record.used++;
			if (!writer_end(&filter->writer))
				return true; /* filter_close says it */
			break;
		case CLASSES_SUPPRESSED:
			filter->record.suppressed++;
			break;
		case CLASSES_FAILED:
			return false;
		case CLASSES_END:
			check_limit(filter, &work->policy.privacy);
			return true;
		}
}
