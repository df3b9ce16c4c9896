/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * window: the days that a period covers.
 *
 * A figure may cover more than the step from one to the next, such as the three months
 * that are published anew every month.  Its period is then both ends (ISO 8601):
 * 2024-02/2024-04, or 2024-02-05/2024-02-11 where they are no whole months.
 */
#ifndef BENCHMARK_WINDOW_H
#define BENCHMARK_WINDOW_H

#include "../../lib/date.h"
#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WINDOW_TEXT_MAX (2 * DATE_TEXT_MAX)

struct window {
	int64_t day;  /* its first, since 1970-01-01 */
	int64_t last; /* its last */
	int length;   /* in months; or less than 0: in days, where it is no whole months */
};

/* From one period, or from the first of two to the end of the other; false where that
 * ends before it begins. */
bool window_between(struct field first, struct field last, struct window *window);
/* Of a period's text: one of the stream (date.h), or as window_write makes it. */
bool window_of(struct field period, struct window *window);
/* As whole months, or else days; one text where it is a single one.  Returns its length. */
size_t window_write(const struct window *window, char out[WINDOW_TEXT_MAX]);

#endif
