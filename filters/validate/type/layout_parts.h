/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout_parts: the parts of a pattern; for layout alone. */
#ifndef VALIDATE_LAYOUT_PARTS_H
#define VALIDATE_LAYOUT_PARTS_H

#include "layout.h"

/* What a part gives. */
enum {
	LAYOUT_YEAR = 1,
	LAYOUT_MONTH = 2,
	LAYOUT_DAY = 4,
	LAYOUT_YEARDAY = 8,
	LAYOUT_WEEKDAY = 16,
	LAYOUT_HOUR = 32,
	LAYOUT_HALF_HOUR = 64, /* the hour of a clock with twelve */
	LAYOUT_HALF = 128,     /* of the day: AM or PM */
	LAYOUT_MINUTE = 256,
	LAYOUT_SECOND = 512,
	LAYOUT_FRACTION = 1024,
	LAYOUT_ZONE = 2048
};

struct layout_part {
	char directive; /* the letter behind '%'; NUL: the literal stands for itself */
	char literal;   /* ' ': one or more blanks */
	bool tight;     /* a digit stands beside it: all of its own are needed */
};

struct layout {
	enum moment_kind kind;
	struct layout_part *parts;
	size_t count;
	unsigned gives;
	bool year_first;
};

#endif
