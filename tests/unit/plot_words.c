/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words of a chart: periods, numbers, and the note on the scale in a measure's name.
 */
#include "unit.h"

#include "../../filters/plot/words/words.h"

#include <stdlib.h>

/* A stream of these periods or measures, and what the charts choose of it. */
struct scene {
	struct series series;
	struct labels labels;
	struct select_wish wish;
	struct selection selection;
	size_t measures[4];
};

static void
scene_begin(struct scene *scene, const char *const *periods, size_t count)
{
	*scene = (struct scene){ 0 };
	for (size_t i = 0; i < count; i++)
		names_add(&scene->series.periods, field_of(periods[i]));
	series_calendar(&scene->series);
	scene->wish.labels = &scene->labels;
	scene->selection.series = &scene->series;
	scene->selection.wish = &scene->wish;
	scene->selection.measures = scene->measures;
}

static void
scene_end(struct scene *scene)
{
	labels_release(&scene->labels);
	series_release(&scene->series);
}

static void
period_is(const char *text, const char *label, const char *brief)
{
	struct scene scene;

	scene_begin(&scene, &text, 1);
	CHECK_TEXT(words_period(&scene.selection, 0), label);
	CHECK_TEXT(words_period_short(&scene.selection, 0), brief);
	scene_end(&scene);
}

static void
test_periods(void)
{
	period_is("2024-04", "Apr 2024", "Apr 2024");
	period_is("2024-04-05", "5 Apr 2024", "5 Apr 2024");
	period_is("2024", "2024", "2024");
	period_is("2025/26", "2025/26", "2025/26");
	period_is("2024-Q1", "Jan to Mar 2024", "Q1 2024");
	period_is("2024-Q4", "Oct to Dec 2024", "Q4 2024");
	period_is("2025/26-Q1", "Apr to Jun 2025 (2025/26 Q1)", "2025/26 Q1");
	period_is("2025/26-Q4", "Jan to Mar 2026 (2025/26 Q4)", "2025/26 Q4");
	period_is("1999/00-Q3", "Oct to Dec 1999 (1999/00 Q3)", "1999/00 Q3");
	period_is("2024-02/2024-04", "Feb to Apr 2024", "Feb–Apr 2024");
	period_is("2023-12/2024-02", "Dec 2023 to Feb 2024", "Dec 2023–Feb 2024");
	period_is("2024-02-05/2024-02-11", "5 Feb to 11 Feb 2024", "5 Feb–11 Feb 2024");
	period_is("2024-12-30/2025-01-05", "30 Dec 2024 to 5 Jan 2025", "30 Dec 2024–5 Jan 2025");
	period_is("all", "", "");
	period_is("first wave", "first wave", "first wave");
	period_is("2024-13", "2024-13", "2024-13");
	period_is("2024-04/2024-02", "2024-04/2024-02", "2024-04/2024-02");
}

static void
span_is(const char *first, const char *last, const char *expected)
{
	const char *const periods[] = { first, last };
	struct scene scene;
	struct buffer out = { 0 };
	char *text;

	scene_begin(&scene, periods, 2);
	words_span(&scene.selection, 0, scene.series.periods.count - 1, &out);
	text = words_take(&out);
	CHECK_TEXT(text, expected);
	free(text);
	scene_end(&scene);
}

static void
test_spans(void)
{
	span_is("2024-01", "2026-03", "Jan 2024 to Mar 2026");
	span_is("2024-01", "2024-01", "Jan 2024");
	span_is("2024-Q1", "2024-Q4", "Jan 2024 to Dec 2024");
	span_is("2024/25-Q1", "2025/26-Q2", "Apr 2024 to Sep 2025");
	span_is("2024-02/2024-04", "2024-05/2024-07", "Feb 2024 to Jul 2024");
	span_is("2020", "2024", "2020 to 2024");
	span_is("2020/21", "2024/25", "2020/21 to 2024/25");
	span_is("2024-04-05", "2024-05-01", "5 Apr 2024 to 1 May 2024");
	span_is("wave 1", "wave 2", "wave 1 to wave 2");
}

static void
covers(const char *text, long expected, const char *end)
{
	struct series_period period = { 0 };
	char last[DATE_TEXT_MAX + 1];

	series_period_read(&period, text);
	CHECK(series_period_covers(&period) == expected);
	last[date_period_write(series_period_end(&period), DATE_DAY, last)] = '\0';
	CHECK_EQUAL_TEXT(last, end);
}

static void
test_lengths(void)
{
	covers("2024-02", 1, "2024-02-29");
	covers("2024-Q1", 3, "2024-03-31");
	covers("2025/26-Q4", 3, "2026-03-31");
	covers("2024", 12, "2024-12-31");
	covers("2025/26", 12, "2026-03-31");
	covers("2023-12/2024-02", 3, "2024-02-29");
	covers("2024-02-05", -1, "2024-02-05");
	covers("2024-02-05/2024-02-11", -7, "2024-02-11");
}

static void
number_is(const char *text, const char *expected)
{
	struct buffer out = { 0 };
	char *said;

	words_number(&out, text);
	said = words_take(&out);
	CHECK_TEXT(said, expected);
	free(said);
}

static void
test_numbers(void)
{
	number_is("0", "0");
	number_is("999", "999");
	number_is("1000", "1,000");
	number_is("-1000", "-1,000");
	number_is("-100", "-100");
	number_is("123456", "123,456");
	number_is("1234567.8901", "1,234,567.8901");
	number_is("0.12345", "0.12345");
	number_is("*", "*");
	number_is("[z]", "[z]");
	number_is("", "");
	number_is("-", "-");
	number_is("2024-04", "2024-04");
	number_is("1000%", "1000%");
}

static void
measure_is(const char *label, const char *brief, const char *note)
{
	struct scene scene;
	size_t place;
	char *texts[2];

	scene_begin(&scene, NULL, 0);
	names_add(&scene.series.measures, field_of("id"));
	names_add(&scene.labels.codes, field_of("id"));
	place = names_add(&scene.labels.texts, field_of(label));
	scene.labels.entries = calloc(1, sizeof(scene.labels.entries[0]));
	CHECK(scene.labels.entries != NULL);
	if (scene.labels.entries != NULL)
		scene.labels.entries[0] = (struct labels_entry){ place, LABELS_LOWER };
	texts[0] = words_measure_short(&scene.selection, 0);
	texts[1] = words_measure_note(&scene.selection, 0);
	CHECK_TEXT(texts[0], brief);
	CHECK_TEXT(texts[1], note);
	CHECK(words_polarity(&scene.selection, 0) == LABELS_LOWER);
	CHECK(words_polarity(&scene.selection, NAMES_NONE) == LABELS_UNKNOWN);
	free(texts[0]);
	free(texts[1]);
	scene_end(&scene);
}

static void
test_measures(void)
{
	measure_is("A Law, care and entitlement, % of records", "A Law, care and entitlement",
	    "% of records");
	measure_is("Able to trust (0 to 100)", "Able to trust", "(0 to 100)");
	measure_is("I was listened to (4 or 5), %", "I was listened to", "(4 or 5), %");
	measure_is("Posts that stand empty, %", "Posts that stand empty", "%");
	measure_is("Hours of delay, mean of delays", "Hours of delay", "mean of delays");
	measure_is("Duties fully met, of 6", "Duties fully met", "of 6");
	/* what is no note on a scale stays */
	measure_is("Choice, of those who say", "Choice, of those who say", "");
	measure_is("Life together (families)", "Life together (families)", "");
	measure_is(
	    "All detentions for each 100,000 people", "All detentions for each 100,000 people", "");
	measure_is("(0 to 100)", "(0 to 100)", "");
	measure_is("%", "%", "");
}

int
main(void)
{
	test_periods();
	test_spans();
	test_lengths();
	test_numbers();
	test_measures();
	return unit_done();
}
