/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stream: each record is written as it comes. */
#include "work.h"

bool
stream_records(struct work *work, struct fault *fault)
{
	struct filter *filter = work->filter;

	(void)fault;
	while (work_next(work)) {
		columns_record(&work->columns, &filter->writer, &filter->reader);
		filter->record.used++;
		if (!writer_end(&filter->writer))
			break;
	}
	return true;
}
