/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_dialect: which rules go together, and their lengths. */
#include "control.h"

/* NHS England's Making Data Count counts points beyond three sigma for two of three since
 * its tools changed at the end of 2023; all three are on one side of the mean, and the
 * third does not fire (its analysts, NHSRplotthedots issue 194). */
const struct control_rules control_dialects[] = {
	{ .name = "making-data-count",
	    .shift = 7,
	    .trend = 7,
	    .zone = CONTROL_ZONE_BEYOND,
	    .together = true },
	{ .name = "making-data-count-2022",
	    .shift = 7,
	    .trend = 7,
	    .zone = CONTROL_ZONE_BETWEEN,
	    .together = true },
	/* the four zone tests of its handbook (1956) */
	{ .name = "western-electric",
	    .shift = 8,
	    .zone = CONTROL_ZONE_BEYOND,
	    .four_of_five = true },
	/* the eight tests of Nelson (1984) */
	{ .name = "nelson",
	    .shift = 9,
	    .trend = 6,
	    .zone = CONTROL_ZONE_BEYOND,
	    .four_of_five = true,
	    .nelson = true },
	{ .name = "anhoej", .anhoej = true },
	{ .name = NULL },
};
