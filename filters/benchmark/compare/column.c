/* SPDX-License-Identifier: GPL-3.0-or-later */
/* column: the columns that comparisons write. */
#include "column.h"

#define VALUE(text)                                                                                \
	{                                                                                          \
		.name = (text), .form = COLUMN_AS_VALUE                                            \
	}
#define DIGITS(text)                                                                               \
	{                                                                                          \
		.name = (text), .form = COLUMN_AS_DIGITS                                           \
	}
#define STATISTIC(text)                                                                            \
	{                                                                                          \
		.name = (text), .form = COLUMN_AS_STATISTIC                                        \
	}
#define WORD(text)                                                                                 \
	{                                                                                          \
		.name = (text), .form = COLUMN_AS_WORD                                             \
	}
#define MEASURE(text)                                                                              \
	{                                                                                          \
		.name = (text), .form = COLUMN_AS_MEASURE                                          \
	}
#define PLACE(text)                                                                                \
	{                                                                                          \
		.name = (text), .form = COLUMN_AS_PLACE                                            \
	}

const struct column columns[COMPARE_COLUMNS] = {
	[COLUMN_UNITS] = { "units", COLUMN_AS_COUNT, .common = true },
	[COLUMN_CENTRE] = MEASURE("centre"),
	[COLUMN_Q1] = { "q1", COLUMN_AS_SUMMARY, .common = true },
	[COLUMN_MEDIAN] = { "median", COLUMN_AS_SUMMARY, .common = true },
	[COLUMN_Q3] = { "q3", COLUMN_AS_SUMMARY, .common = true },
	[COLUMN_QUARTILE] = { "quartile", COLUMN_AS_COUNT, .common = false },
	[COLUMN_MAD] = { "mad", COLUMN_AS_SUMMARY, .common = false },
	[COLUMN_MADS_FROM_MEDIAN] = STATISTIC("mads_from_median"),
	[COLUMN_RANK] = PLACE("rank"),
	[COLUMN_RANK_LOWER] = PLACE("rank_lower"),
	[COLUMN_RANK_UPPER] = PLACE("rank_upper"),
	[COLUMN_Z] = STATISTIC("z"),
	[COLUMN_P] = DIGITS("p"),
	[COLUMN_Q] = DIGITS("q"),
	[COLUMN_LIMIT_LOWER95] = MEASURE("limit_lower95"),
	[COLUMN_LIMIT_UPPER95] = MEASURE("limit_upper95"),
	[COLUMN_LIMIT_LOWER998] = MEASURE("limit_lower998"),
	[COLUMN_LIMIT_UPPER998] = MEASURE("limit_upper998"),
	[COLUMN_PHI] = STATISTIC("phi"),
	[COLUMN_TAU2] = DIGITS("tau2"),
	[COLUMN_BAND] = WORD("band"),
	[COLUMN_SIDE] = WORD("side"),
	[COLUMN_SIGNAL] = WORD("signal"),
	[COLUMN_VARIATION] = WORD("variation"),
	[COLUMN_ASSURANCE] = WORD("assurance"),
	[COLUMN_REFERENCE] = VALUE("reference"),
	[COLUMN_RATIO] = STATISTIC("ratio"),
	[COLUMN_RATIO_LOWER95] = STATISTIC("ratio_lower95"),
	[COLUMN_RATIO_UPPER95] = STATISTIC("ratio_upper95"),
	[COLUMN_RATIO_LOWER998] = STATISTIC("ratio_lower998"),
	[COLUMN_RATIO_UPPER998] = STATISTIC("ratio_upper998"),
	[COLUMN_DIFFERENCE] = MEASURE("difference"),
	[COLUMN_DIFFERENCE_LOWER95] = MEASURE("difference_lower95"),
	[COLUMN_DIFFERENCE_UPPER95] = MEASURE("difference_upper95"),
	[COLUMN_DIFFERENCE_LOWER998] = MEASURE("difference_lower998"),
	[COLUMN_DIFFERENCE_UPPER998] = MEASURE("difference_upper998"),
	[COLUMN_PREVIOUS] = VALUE("previous"),
	[COLUMN_CHANGE] = MEASURE("change"),
	[COLUMN_CHANGE_LOWER95] = MEASURE("change_lower95"),
	[COLUMN_CHANGE_UPPER95] = MEASURE("change_upper95"),
	[COLUMN_CHANGE_LOWER998] = MEASURE("change_lower998"),
	[COLUMN_CHANGE_UPPER998] = MEASURE("change_upper998"),
	[COLUMN_METHOD] = { "method", COLUMN_AS_NOTE, .common = false },
};
