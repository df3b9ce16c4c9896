/* SPDX-License-Identifier: GPL-3.0-or-later */
/* axis: ticks inside, round and readable; marks of time inside and apart. */
#include "../../filters/lib/memory.h"
#include "../../filters/plot/canvas/axis.h"
#include "../../filters/plot/canvas/label.h"
#include "../../filters/plot/canvas/theme.h"
#include "unit.h"

#include <stdlib.h>

/* All labels with a bar behind each. */
static const char *
labels(const struct axis *axis)
{
	static char all[AXIS_TICKS_MAX * AXIS_LABEL_MAX];

	all[0] = '\0';
	for (size_t i = 0; i < axis_ticks(axis); i++) {
		axis_label(axis, i, all + strlen(all));
		memcpy(all + strlen(all), "|", 2);
	}
	return all;
}

static bool
inside(const struct axis *axis, size_t most)
{
	bool good = axis_ticks(axis) >= 1 && axis_ticks(axis) <= most;

	for (size_t i = 0; i < axis_ticks(axis); i++)
		good = good && axis_tick(axis, i) >= axis->low && axis_tick(axis, i) <= axis->high
		    && (i == 0 || axis_tick(axis, i) > axis_tick(axis, i - 1));
	return good;
}

static void
ticks_are_round(void)
{
	struct axis axis = { 0 };

	axis_make(&axis, 0, 100, 5);
	CHECK_TEXT(labels(&axis), "0|20|40|60|80|100|");
	axis_make(&axis, -0.3, 0.3, 5);
	CHECK_TEXT(labels(&axis), "-0.3|-0.2|-0.1|0.0|0.1|0.2|0.3|");
	axis_make(&axis, -2500, 1234567, 4);
	CHECK_TEXT(labels(&axis), "0|200,000|400,000|600,000|800,000|1,000,000|1,200,000|");
	axis_make(&axis, -4000, 1000, 5);
	CHECK_TEXT(labels(&axis), "-4,000|-3,000|-2,000|-1,000|0|1,000|");
	axis_make(&axis, 3, 3, 4);
	CHECK(inside(&axis, 8));
	axis_make(&axis, 0, 0, 4);
	CHECK_TEXT(labels(&axis), "-1.0|-0.5|0.0|0.5|1.0|");
	axis_make(&axis, INFINITY, -INFINITY, 4);
	CHECK(inside(&axis, 8));
}

static void
ticks_are_inside(void)
{
	static const double ends[] = { -1e12, -77.7, -1, -0.001, 0, 1e-6, 0.1, 0.30000000000000004,
		1, 1.1, 1.9, 12.5, 99.999, 1e6, 3e14 };
	struct axis axis = { 0 };
	size_t wrong = 0;

	for (size_t i = 0; i < 15; i++)
		for (size_t j = i; j < 15; j++)
			for (size_t count = 0; count < 10; count++) {
				axis_make(&axis, ends[i], ends[j], count);
				wrong += !inside(&axis, count * 2 + 4);
				axis_make_percent(&axis, ends[i], ends[j], count);
				wrong += !inside(&axis, count * 2 + 4) || axis.low < 0
				    || axis.high > 100;
			}
	CHECK(wrong == 0);
}

static void
percentages_end(void)
{
	struct axis axis = { 0 };

	axis_make_percent(&axis, 100, 100, 4);
	CHECK_TEXT(labels(&axis), "90%|92%|94%|96%|98%|100%|");
	axis_make_percent(&axis, -12, 118, 5);
	CHECK_TEXT(labels(&axis), "0%|20%|40%|60%|80%|100%|");
}

static void
ratios_are_apart_alike(void)
{
	struct axis axis = { .low = 0.25, .high = 4, .from = 100, .to = 500, .logarithmic = true };

	CHECK_NUMBER(axis_pixel(&axis, 1), 300, 1e-12);
	CHECK_NUMBER(axis_pixel(&axis, 0.5), 200, 1e-12);
	CHECK_NUMBER(axis_pixel(&axis, 0), 100, 1e-12);
}

/* The labels of the marks over these periods, between 40 and 40 + width. */
static const char *
marks(const char *const *periods, size_t count, double width)
{
	static char all[AXIS_MARKS_MAX * AXIS_LABEL_MAX];
	struct series series = { .periods = { .texts = (const char **)(uintptr_t)periods },
		.dated = true };
	struct selection selection = { .series = &series, .period_count = count };
	struct axis_room room = { 52, 28 + width, 40, 40 + width, 0 };
	struct axis_mark found[AXIS_MARKS_MAX];
	double end = 40;
	size_t laid;

	series.calendar = xcalloc(count, sizeof(series.calendar[0]));
	selection.periods = xcalloc(count, sizeof(size_t));
	for (size_t i = 0; i < count; i++) {
		selection.periods[i] = i;
		series_period_read(&series.calendar[i], periods[i]);
		series.dated = series.dated && series.calendar[i].dated;
	}
	laid = axis_room_marks(&selection, &room, found);
	all[0] = '\0';
	for (size_t i = 0; i < laid; i++) {
		double half = label_width(field_of(found[i].label), THEME_TEXT, false) / 2;

		if (found[i].x - half < end - 1e-9 || found[i].x + half > 40 + width + 1e-9
		    || fabs(found[i].pixel - found[i].x) > half)
			strcat(all, "outside:");
		end = found[i].x + half;
		strcat(strcat(all, found[i].label), "|");
	}
	free(series.calendar);
	free(selection.periods);
	return all;
}

/* count periods from a year on, by months; each text stands in its place. */
static const char *const *
months(int year, size_t count)
{
	static char texts[400][16];
	static const char *list[400];

	for (size_t i = 0; i < count; i++) {
		snprintf(texts[i], sizeof(texts[i]), "%04d-%02d", (year + (int)(i / 12)) % 10000,
		    (int)(i % 12) + 1);
		list[i] = texts[i];
	}
	return list;
}

static void
marks_stand_apart(void)
{
	static const char *const quarters[] = { "2024/25-Q3", "2024/25-Q4", "2025/26-Q1",
		"2025/26-Q2", "2025/26-Q3", "2025/26-Q4" };
	static const char *const years[] = { "2021/22", "2022/23", "2023/24", "2024/25" };
	static const char *const windows[] = { "2024-11/2025-01", "2024-12/2025-02",
		"2025-01/2025-03" };
	static const char *const weeks[] = { "2024-02-05", "2024-02-12", "2024-02-19", "2024-03-04",
		"2024-03-11" };
	static const char *const rounds[] = { "first", "second and a very long name of a round",
		"third" };

	CHECK_TEXT(marks(months(2023, 24), 24, 600), "Jan 2023|Jul 2023|Jan 2024|Jul 2024|");
	CHECK_TEXT(marks(months(2023, 24), 24, 200), "2023|2024|");
	CHECK_TEXT(marks(months(2016, 120), 120, 400), "2016|2018|2020|2022|2024|");
	CHECK_TEXT(marks(months(2023, 1), 1, 300), "Jan 2023|");
	CHECK_TEXT(marks(months(2023, 3), 3, 300), "Jan 2023|Feb 2023|Mar 2023|");
	CHECK_TEXT(marks(months(2023, 3), 3, 180), "Jan 2023|Mar 2023|");
	CHECK_TEXT(marks(quarters, 6, 300), "2024/25 Q3|2025/26 Q4|");
	CHECK_TEXT(marks(quarters, 6, 400), "2024/25 Q3|2025/26 Q1|2025/26 Q3|");
	CHECK_TEXT(marks(years, 4, 340), "2021/22|2022/23|2023/24|2024/25|");
	CHECK_TEXT(marks(windows, 3, 700), "Nov 2024–Jan 2025|Dec 2024–Feb 2025|Jan–Mar 2025|");
	CHECK_TEXT(marks(weeks, 5, 700), "5 Feb 2024|19 Feb 2024|4 Mar 2024|");
	CHECK_TEXT(marks(weeks, 5, 300), "5 Feb 2024|11 Mar 2024|");
	CHECK_TEXT(marks(rounds, 3, 500), "first|second and a v…|third|");
	for (double width = 120; width < 900; width += 40)
		for (size_t count = 1; count < 200; count += 7)
			if (strstr(marks(months(2019, count), count, width), "outside") != NULL)
				CHECK(width < 0);
}

int
main(void)
{
	ticks_are_round();
	ticks_are_inside();
	percentages_end();
	ratios_are_apart_alike();
	marks_stand_apart();
	return unit_done();
}
