/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes numbers and dates: what is read as one is written as it stood, sums of
 * the numbers of the input keep their bits in another order, and a period ends
 * after it begins.
 */
#include "../../filters/lib/date.h"
#include "../../filters/lib/decimal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool good)
{
	if (!good)
		abort();
}

/* [+-]digits[.digits], by another way than decimal_parse. */
static bool
looks_like_number(struct field field)
{
	size_t at = field.length > 0 && (field.data[0] == '-' || field.data[0] == '+');
	size_t before = at;
	size_t after;

	while (at < field.length && field.data[at] >= '0' && field.data[at] <= '9')
		at++;
	if (at == before)
		return false;
	if (at == field.length)
		return true;
	if (field.data[at++] != '.')
		return false;
	after = at;
	while (at < field.length && field.data[at] >= '0' && field.data[at] <= '9')
		at++;
	return at == field.length && at > after;
}

/* The double of the text, by the C library. */
static double
library_value(struct field field)
{
	char text[128];

	require(field.length < sizeof text);
	memcpy(text, field.data, field.length);
	text[field.length] = '\0';
	return strtod(text, NULL);
}

static void
check_number(struct field field)
{
	struct decimal decimal;
	struct decimal again;
	char text[DECIMAL_TEXT_MAX];
	size_t length;
	enum decimal_status status = decimal_parse(field, &decimal);

	require((status != DECIMAL_NOT_A_NUMBER) == looks_like_number(field));
	if (status != DECIMAL_OK || field.length > 100)
		return;
	require(decimal_value(decimal) == library_value(field) || decimal.digits == 0);
	if (llabs(decimal.digits) > 999999999999999)
		return;
	/* Up to 15 digits a double holds every decimal apart. */
	length = decimal_write(decimal_value(decimal), decimal.scale, text);
	require(decimal_parse((struct field){ text, length }, &again) == DECIMAL_OK);
	require(again.digits == decimal.digits && again.scale == decimal.scale);
	require(decimal_compare(decimal, again) == 0);
}

/* Any double: digits and a point, within half a unit of the last place (or the
 * distance between doubles). */
static void
check_write(double value, unsigned decimals)
{
	char text[DECIMAL_TEXT_MAX];
	size_t length = decimal_write(value, decimals, text);
	double back;

	require(length < DECIMAL_TEXT_MAX && text[length] == '\0' && strlen(text) == length);
	if (!isfinite(value) || fabs(value) > 1e30)
		return;
	require(looks_like_number((struct field){ text, length }));
	back = strtod(text, NULL);
	require(fabs(back - value) <= 0.5000001 * pow(10, -(double)decimals) + fabs(value) * 1e-15);
}

static void
check_period(struct field field)
{
	struct date date;
	enum date_period period;
	char text[DATE_TEXT_MAX];
	size_t length;

	if (!date_parse_period(field, &date, &period))
		return;
	length = date_period_write(date, period, text);
	require(field_equals((struct field){ text, length }, field));
	require(date_days(date_period_next(date, period)) > date_days(date));
	require(date_from_days(date_days(date)).day == date.day);
	if (period == DATE_DAY)
		require(date_parse(field, &date));
	if (period == DATE_MONTH)
		require(date_parse_month(field, &date));
}

static bool
same(const struct decimal_sum *a, const struct decimal_sum *b)
{
	return a->count == b->count && a->scale == b->scale && a->sum == b->sum
	    && a->squares.high == b->squares.high && a->squares.low == b->squares.low;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct decimal_sum forwards = { 0 };
	struct decimal_sum halves[2] = { { 0 } };
	size_t start = 0;

	for (size_t at = 0; at <= size; at++) {
		struct field field = { (const char *)data + start, at - start };
		struct decimal decimal;

		if (at < size && data[at] != '\n')
			continue;
		check_number(field);
		check_period(field);
		if (decimal_parse(field, &decimal) == DECIMAL_OK) {
			decimal_sum_add(&forwards, decimal);
			decimal_sum_add(&halves[at % 2], decimal);
		}
		start = at + 1;
	}
	decimal_sum_merge(&halves[1], &halves[0]);
	require(same(&forwards, &halves[1]));
	require(decimal_sum_overflows(&forwards) || forwards.count < 2
	    || decimal_sum_deviation(&forwards) >= 0);
	if (size >= sizeof(double) + 1) {
		double value;

		memcpy(&value, data, sizeof value);
		check_write(value, data[sizeof value] % 20);
	}
	return 0;
}
