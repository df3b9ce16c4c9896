/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day: the day of a date and time. */
#include "day.h"

#include "../../lib/ascii.h"

#include <stdbool.h>

#define DAY_LENGTH 10

/* Two digits up to most; the text goes on behind them. */
static bool
take_pair(struct field *text, int most)
{
	int pair;

	if (text->length < 2 || !ascii_is_digit(text->data[0]) || !ascii_is_digit(text->data[1]))
		return false;
	pair = (text->data[0] - '0') * 10 + text->data[1] - '0';
	*text = (struct field){ text->data + 2, text->length - 2 };
	return pair <= most;
}

static bool
take_mark(struct field *text, char mark)
{
	if (text->length == 0 || text->data[0] != mark)
		return false;
	*text = (struct field){ text->data + 1, text->length - 1 };
	return true;
}

/* Seconds, which may be a leap second, and their decimals. */
static bool
take_seconds(struct field *text)
{
	if (!take_mark(text, ':'))
		return true;
	if (!take_pair(text, 60))
		return false;
	if (!take_mark(text, '.'))
		return true;
	if (text->length == 0 || !ascii_is_digit(text->data[0]))
		return false;
	while (text->length != 0 && ascii_is_digit(text->data[0]))
		*text = (struct field){ text->data + 1, text->length - 1 };
	return true;
}

static bool
take_zone(struct field *text)
{
	if (text->length == 0 || take_mark(text, 'Z'))
		return true;
	return (take_mark(text, '+') || take_mark(text, '-')) && take_pair(text, 23)
	    && take_mark(text, ':') && take_pair(text, 59);
}

struct field
day_of(struct field value)
{
	struct field time;

	if (value.length <= DAY_LENGTH)
		return value;
	time = (struct field){ value.data + DAY_LENGTH, value.length - DAY_LENGTH };
	if (take_mark(&time, 'T') && take_pair(&time, 24) && take_mark(&time, ':')
	    && take_pair(&time, 59) && take_seconds(&time) && take_zone(&time) && time.length == 0)
		value.length = DAY_LENGTH;
	return value;
}
