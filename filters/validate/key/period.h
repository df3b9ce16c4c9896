/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * period: when the codes of a list were valid, and whether one was on a date.
 */
#ifndef VALIDATE_PERIOD_H
#define VALIDATE_PERIOD_H

#include "../type/type.h"

/* Days since 1970-01-01, both ends within. */
struct period {
	int64_t from; /* INT64_MIN: open */
	int64_t to;   /* INT64_MAX: open */
	size_t next;  /* the number of the code's next period; 0: none */
};

/* {0} holds none; a period's number is its place from 1. */
struct periods {
	struct period *list;
	size_t count;
	size_t room;
	bool dated; /* codes are judged by the date in field `on` */
	size_t on;
};

void periods_release(struct periods *periods);
/* Adds one for the code whose first period has that number; first 0: for a new
 * code, whose number is then the new count. */
void periods_add(struct periods *periods, size_t first, int64_t from, int64_t to);
/* Some day of a canonical date, datetime or month lies in one of the code's
 * periods.  Also true of what is none of these: nothing can be said about it. */
bool
periods_hold(const struct periods *periods, size_t first, enum type_kind kind, struct field value);

#endif
