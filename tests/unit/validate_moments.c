/* SPDX-License-Identifier: GPL-3.0-or-later */
/* validate: dates and times, what each becomes in the stream and with which finding. */
#include "expected_values.h"

static void
test_dates(void)
{
	const struct expected iso[] = {
		{ "2024-02-29", "2024-02-29", FINDING_NONE },
		{ "2023-02-29", NULL, FINDING_NO_SUCH_DAY },
		{ "0000-01-01", NULL, FINDING_NO_SUCH_DAY },
		{ "45123", NULL, FINDING_SERIAL_DATE },
		{ "14/03/2026", NULL, FINDING_DATE_ORDER },
		{ "3.4.26", NULL, FINDING_DATE_ORDER },
		{ "2026/03/14", NULL, FINDING_DATE },
		{ "2026-03-14T00:00:00", NULL, FINDING_DATE },
		{ " 2026-03-14", NULL, FINDING_DATE },
		{ "20260314", NULL, FINDING_DATE },
		END,
	};
	const struct expected british[] = {
		{ "14/03/2026", "2026-03-14", FINDING_DATE_REWRITTEN },
		{ "4/3/2026", "2026-03-04", FINDING_DATE_REWRITTEN },
		{ "29/02/2024", "2024-02-29", FINDING_DATE_REWRITTEN },
		{ "29/02/2023", NULL, FINDING_NO_SUCH_DAY },
		{ "03/14/2026", NULL, FINDING_NO_SUCH_DAY },
		{ "00/03/2026", NULL, FINDING_NO_SUCH_DAY },
		{ "14/03/0000", NULL, FINDING_NO_SUCH_DAY },
		{ "14/03/26", NULL, FINDING_DATE },
		{ "14/03/202", NULL, FINDING_DATE },
		{ "14/03/20261", NULL, FINDING_DATE },
		{ "014/03/2026", NULL, FINDING_DATE },
		{ "14/03/2026 ", NULL, FINDING_DATE },
		{ "14-03-2026", NULL, FINDING_DATE },
		{ "2026-03-14", NULL, FINDING_DATE },
		{ "45123", NULL, FINDING_SERIAL_DATE },
		{ "+4/03/2026", NULL, FINDING_DATE },
		END,
	};
	const struct expected named[] = {
		{ "Sat 14 March 2026", "2026-03-14", FINDING_DATE_REWRITTEN },
		{ "saturday  14 mar\t2026", "2026-03-14", FINDING_DATE_REWRITTEN },
		{ "Sun 14 March 2026", NULL, FINDING_NO_SUCH_DAY },
		{ "Sat 14 Marc 2026", NULL, FINDING_DATE },
		{ "Sat 14 Ma 2026", NULL, FINDING_DATE },
		{ "Sat14 March 2026", NULL, FINDING_DATE },
		END,
	};
	const struct expected tight[] = {
		{ "20260314", "2026-03-14", FINDING_DATE_REWRITTEN },
		{ "2026314", NULL, FINDING_DATE },
		{ "2026 314", NULL, FINDING_DATE },
		{ "14/03/2026", NULL, FINDING_DATE_ORDER },
		END,
	};
	const struct expected pivot[] = {
		{ "01.01.69", "1969-01-01", FINDING_DATE_REWRITTEN },
		{ "31.12.68", "2068-12-31", FINDING_DATE_REWRITTEN },
		{ "31.12.1968", NULL, FINDING_DATE },
		END,
	};
	const struct expected yearday[] = {
		{ "2024-366", "2024-12-31", FINDING_DATE_REWRITTEN },
		{ "2024-1", "2024-01-01", FINDING_DATE_REWRITTEN },
		{ "2023-366", NULL, FINDING_NO_SUCH_DAY },
		{ "2023-000", NULL, FINDING_DATE },
		{ "0000-001", NULL, FINDING_NO_SUCH_DAY },
		END,
	};
	const struct expected same[] = {
		{ "2026-03-14", "2026-03-14", FINDING_NONE },
		{ "2026-3-14", "2026-03-14", FINDING_DATE_REWRITTEN },
		END,
	};

	check_values("\"type\":\"date\"", iso);
	check_values("\"type\":\"date\",\"format\":\"%d/%m/%Y\"", british);
	check_values("\"type\":\"date\",\"format\":\"%a %d %b %Y\"", named);
	check_values("\"type\":\"date\",\"format\":\"%Y%m%d\"", tight);
	check_values("\"type\":\"date\",\"format\":\"%d.%m.%y\"", pivot);
	check_values("\"type\":\"date\",\"format\":\"%Y-%j\"", yearday);
	check_values("\"type\":\"date\",\"format\":\"%F\"", same);
}

static void
test_times(void)
{
	const struct expected iso[] = {
		{ "2026-03-14T10:20:30", "2026-03-14T10:20:30", FINDING_NONE },
		{ "2026-03-14T10:20:30.250-05:00", "2026-03-14T10:20:30.250-05:00", FINDING_NONE },
		{ "2026-03-14T10:20:30+14:00", "2026-03-14T10:20:30+14:00", FINDING_NONE },
		{ "2026-03-14T10:20:30+14:01", NULL, FINDING_DATETIME },
		{ "2026-12-31T24:00:00.0Z", "2027-01-01T00:00:00.0Z", FINDING_DATE_REWRITTEN },
		{ "9999-12-31T24:00:00", NULL, FINDING_NO_SUCH_DAY },
		{ "2026-12-31T24:00:01", NULL, FINDING_DATETIME },
		{ "2026-02-30T10:20:30", NULL, FINDING_NO_SUCH_DAY },
		{ "2026-02-30T10:20:60", NULL, FINDING_DATETIME },
		{ "2026-03-14 10:20:30", NULL, FINDING_DATETIME },
		{ "2026-03-14T10:20", NULL, FINDING_DATETIME },
		{ "2026-03-14", NULL, FINDING_DATETIME },
		{ "2026-03-14T10:20:30.", NULL, FINDING_DATETIME },
		{ "2026-03-14T10:20:30+0100", NULL, FINDING_DATETIME },
		{ "2026-03-14T10:20:30z", NULL, FINDING_DATETIME },
		{ "14/03/2026 10:20", NULL, FINDING_DATE_ORDER },
		{ "45123.5", NULL, FINDING_SERIAL_DATE },
		END,
	};
	const struct expected pattern[] = {
		{ "14/03/2026 1:05 PM", "2026-03-14T13:05:00", FINDING_DATE_REWRITTEN },
		{ "14/03/2026 12:05 am", "2026-03-14T00:05:00", FINDING_DATE_REWRITTEN },
		{ "14/03/2026 13:05 PM", NULL, FINDING_DATETIME },
		{ "14/03/2026 0:05 PM", NULL, FINDING_DATETIME },
		{ "14/03/2026 1:05", NULL, FINDING_DATETIME },
		END,
	};
	const struct expected zoned[] = {
		{ "2026-03-14 10:20:30.0000000 +0530", "2026-03-14T10:20:30.0000000+05:30",
		    FINDING_DATE_REWRITTEN },
		{ "2026-03-14 10:20:30.5 -01:00", "2026-03-14T10:20:30.5-01:00",
		    FINDING_DATE_REWRITTEN },
		{ "2026-03-14 10:20:30.5 Z", "2026-03-14T10:20:30.5Z", FINDING_DATE_REWRITTEN },
		{ "2026-03-14 10:20:30.5 +01", NULL, FINDING_DATETIME },
		{ "2026-03-14 10:20:30.5 +01:", NULL, FINDING_DATETIME },
		{ "2026-03-14 10:20:30.5 BST", NULL, FINDING_DATETIME },
		{ "2026-03-14 10:20:30.1234567890 Z", NULL, FINDING_DATETIME },
		END,
	};
	const struct expected time[] = {
		{ "06:00:00", "06:00:00", FINDING_NONE },
		{ "06:00:00.5Z", "06:00:00.5Z", FINDING_NONE },
		{ "24:00:00", NULL, FINDING_TIME },
		{ "6:00:00", NULL, FINDING_TIME },
		{ "06:00", NULL, FINDING_TIME },
		END,
	};
	const struct expected short_time[] = {
		{ "6.05", "06:05:00", FINDING_DATE_REWRITTEN },
		{ "23.59", "23:59:00", FINDING_DATE_REWRITTEN },
		{ "24.00", NULL, FINDING_TIME },
		{ "6.5", "06:05:00", FINDING_DATE_REWRITTEN },
		{ "", "", FINDING_NONE },
		END,
	};
	const struct expected year[] = {
		{ "2026", "2026", FINDING_NONE },
		{ "0000", NULL, FINDING_YEAR },
		{ "26", NULL, FINDING_YEAR },
		{ "-2026", NULL, FINDING_YEAR },
		{ "20261", NULL, FINDING_YEAR },
		END,
	};
	const struct expected month[] = {
		{ "2026-03", "2026-03", FINDING_NONE },
		{ "2026-13", NULL, FINDING_NO_SUCH_DAY },
		{ "2026-3", NULL, FINDING_YEARMONTH },
		{ "Mar-2026", NULL, FINDING_YEARMONTH },
		END,
	};
	const struct expected duration[] = {
		{ "P1Y2M3DT4H5M6.5S", "P1Y2M3DT4H5M6.5S", FINDING_NONE },
		{ "-P1D", "-P1D", FINDING_NONE },
		{ "P1YT5M", "P1YT5M", FINDING_NONE },
		{ "PT0S", "PT0S", FINDING_NONE },
		{ "P", NULL, FINDING_DURATION },
		{ "PT", NULL, FINDING_DURATION },
		{ "P1DT", NULL, FINDING_DURATION },
		{ "P2W", NULL, FINDING_DURATION },
		{ "P1.5D", NULL, FINDING_DURATION },
		{ "PT1.S", NULL, FINDING_DURATION },
		{ "P1M1Y", NULL, FINDING_DURATION },
		{ "P1Y1Y", NULL, FINDING_DURATION },
		{ "P1H", NULL, FINDING_DURATION },
		{ "P1", NULL, FINDING_DURATION },
		{ "P1DT1HT1M", NULL, FINDING_DURATION },
		{ "+P1D", NULL, FINDING_DURATION },
		{ "P1234567890123456789D", NULL, FINDING_DURATION },
		{ "14 days", NULL, FINDING_DURATION },
		END,
	};

	check_values("\"type\":\"datetime\"", iso);
	check_values("\"type\":\"datetime\",\"format\":\"%d/%m/%Y %I:%M %p\"", pattern);
	check_values("\"type\":\"datetime\",\"format\":\"%F %T.%f %z\"", zoned);
	check_values("\"type\":\"time\"", time);
	check_values("\"type\":\"time\",\"format\":\"%H.%M\"", short_time);
	check_values("\"type\":\"year\"", year);
	check_values("\"type\":\"yearmonth\"", month);
	check_values("\"type\":\"duration\"", duration);
}

int
main(void)
{
	test_dates();
	test_times();
	return unit_done();
}
