/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date and time is cut to its day; what only looks like one stays whole. */
#include "unit.h"

#include "../../filters/anonymise/change/day.h"

int
main(void)
{
	static const char *const moments[] = { "2026-03-14T09:15:00", "2026-03-14T09:15",
		"2026-03-14T23:59:60", "2026-03-14T24:00:00", "2026-03-14T09:15:00.5",
		"2026-03-14T09:15:00.123456789Z", "2026-03-14T09:15Z", "2026-03-14T09:15:00+01:00",
		"2026-03-14T09:15:00-11:30" };
	static const char *const others[] = { "", "2026-03", "2026-03-14", "2026-03-14T",
		"2026-03-14T9:15", "2026-03-14 09:15:00",
		"2026-03-14T09:15:", "2026-03-14T09:15:00.", "2026-03-14T25:00", "2026-03-14T09:60",
		"2026-03-14T09:15:61", "2026-03-14T09:15:00+01", "2026-03-14T09:15:00Zx",
		"2026-03-14T09:15:00+24:00", "2026-03-14x", "somebody's name" };

	for (size_t i = 0; i < sizeof moments / sizeof *moments; i++)
		CHECK_FIELD(day_of(field_of(moments[i])), "2026-03-14");
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		CHECK_FIELD(day_of(field_of(others[i])), others[i]);
	/* a value is a view and has no end but its length */
	CHECK_FIELD(day_of((struct field){ "2026-03-14T09:15:00", 13 }), "2026-03-14T09");
	CHECK_FIELD(day_of((struct field){ "2026-03-14T09:15:00", 16 }), "2026-03-14");
	CHECK(day_of((struct field){ NULL, 0 }).length == 0);
	return unit_done();
}
