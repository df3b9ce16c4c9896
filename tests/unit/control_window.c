/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days that a period covers, and its text. */
#include "../../filters/benchmark/group/window.h"
#include "unit.h"

static int64_t
days_of(const char *text)
{
	struct date date = { 0 };

	CHECK(date_parse(field_of(text), &date));
	return date_days(date);
}

/* Both ways: from the two ends to a text, and from the text to the days. */
static void
check_text(const char *first, const char *last, const char *text, int length)
{
	struct window window, again;
	char out[WINDOW_TEXT_MAX];
	size_t written;

	CHECK(window_between(field_of(first), field_of(last), &window));
	CHECK(window.length == length);
	written = window_write(&window, out);
	CHECK_FIELD(((struct field){ out, written }), text);
	CHECK(window_of((struct field){ out, written }, &again));
	CHECK(again.day == window.day && again.last == window.last && again.length == length);
}

static void
check_of(const char *period, const char *first, const char *last, int length)
{
	struct window window;

	CHECK(window_of(field_of(period), &window));
	CHECK(window.day == days_of(first));
	CHECK(window.last == days_of(last));
	CHECK(window.length == length);
}

int
main(void)
{
	struct window window;

	check_text("2024-02-01", "2024-04-30", "2024-02/2024-04", 3);
	check_text("2024-02-01", "2024-02-29", "2024-02", 1);
	check_text("2023-02-01", "2023-02-28", "2023-02", 1);
	check_text("2024-02-01", "2024-02-28", "2024-02-01/2024-02-28", -28);
	check_text("2024-02-05", "2024-02-05", "2024-02-05", -1);
	check_text("2024-02-05", "2024-02-11", "2024-02-05/2024-02-11", -7);
	check_text("2023/24", "2023/24", "2023-04/2024-03", 12);
	check_text("2024-Q2", "2024-07", "2024-04/2024-07", 4);
	check_text("9999-11", "9999-12", "9999-11/9999-12", 2);
	check_of("2024", "2024-01-01", "2024-12-31", 12);
	check_of("2025/26", "2025-04-01", "2026-03-31", 12);
	check_of("2025/26-Q4", "2026-01-01", "2026-03-31", 3);
	CHECK(!window_between(field_of("2024-02"), field_of("2024-01"), &window));
	CHECK(!window_between(field_of("2024-02"), field_of("soon"), &window));
	CHECK(!window_of(field_of(""), &window));
	CHECK(!window_of(field_of("2024-02/"), &window));
	CHECK(!window_of(field_of("2024-02/2024-01"), &window));
	CHECK(!window_of(field_of("2024-02/2024-03/2024-04"), &window));
	return unit_done();
}
