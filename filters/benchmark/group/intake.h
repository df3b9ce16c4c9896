/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * intake: takes each record into its group, and accounts for every one.
 */
#ifndef MHSW_INTAKE_H
#define MHSW_INTAKE_H

#include "../../lib/filter.h"
#include "../figure/figure.h"
#include "../measure/measure.h"
#include "group.h"
#include "group_key.h"
#include "tally.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* More messages of a kind than anybody reads are counted only. */
#define INTAKE_COMPLAINTS_SHOWN 20

struct peer_list;

struct intake {
	const struct measures *measures;
	struct group_key *key;
	struct groups groups;
	struct peer_list *peers; /* peer groups from a column; NULL: none are */
	struct tally *tallies;   /* one for each measure */
	uint64_t no_unit;
	uint64_t no_period;
	uint64_t no_measure;
	uint64_t outside;    /* of every measure's condition */
	uint64_t joined;     /* counted as another unit's, which followed theirs */
	uint64_t split;      /* of a unit that was split */
	uint64_t complaints; /* values and dates said, or past the number that is said */
	bool columns;        /* the input has some, and so a header; else it was empty */
	bool partial;        /* the records are a partition: what it lacks, another may have */
};

/* After measures_bind and group_key_bind; both are borrowed. */
void intake_init(struct intake *intake, const struct measures *measures, struct group_key *key);
/* Takes the filter's record.  False when there are too many groups. */
bool intake_take(struct intake *intake, struct filter *filter, struct fault *fault);
/* After the last record: the sums are exact, and a control chart has periods of
 * one length. */
bool intake_check(const struct intake *intake, bool control, struct fault *fault);
/* Finds out of which ratios the numerator is a part of the denominator. */
void intake_find_parts(const struct intake *intake, struct measures *measures);
/* Counts the answers of a figure as used or suppressed. */
void intake_settle(struct intake *intake, size_t measure, const struct figure *figure);
/* intake_report.c: the run record's counts, and what the user has to know. */
void intake_report(const struct intake *intake, struct filter *filter);
void intake_release(struct intake *intake);

#endif
