/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * intake: the answers of one record after the other.
 *
 * A record is one line that holds an answer in each item's column, or it is gathered
 * from lines that hold one answer each.  An answer that is refused is said by its place;
 * with rejects its record is taken out.
 */
#ifndef SCORE_INTAKE_H
#define SCORE_INTAKE_H

#include "../../lib/filter.h"
#include "../../lib/side_file.h"
#include "../instrument/instrument.h"
#include "gather.h"
#include "near.h"
#include "unasked.h"

#include <stddef.h>
#include <stdint.h>

/* Places of one kind that are said before the rest is only counted. */
#define INTAKE_MESSAGES_MAX 20

struct intake {
	struct filter *filter;               /* borrowed */
	const struct instrument *instrument; /* borrowed */
	struct gather *gather;  /* one line for each answer; NULL: one for each record */
	size_t *columns;        /* of each item in the data; owned, as all below */
	size_t **conditions;    /* of each item: the columns that say whether it applies, as
	                         * intake_value takes them */
	struct answer *answers; /* to each item, of the record at hand */
	uint64_t *running;      /* totals of them, as running_all makes them */
	struct side_file rejects;
	uint64_t refused;         /* answers */
	uint64_t refused_records; /* that hold them */
	struct unasked unasked;
	struct near near;
	uint64_t nearly[NEAR_KINDS]; /* of the refused answers that are said one by one */
};

/* Before intake_open: the data has one line for each answer. */
void intake_gather(struct intake *intake, const struct gather_layout *layout);
/* Finds the items' columns in the open input; empty input has none.  rejects: the path
 * of a file, or NULL.  After a fault it may be released, too. */
bool intake_open(struct intake *intake, struct filter *filter, const struct instrument *instrument,
    const char *rejects, struct fault *fault);
/* The next record; its lines are counted in the filter's run record.  False: there is
 * none. */
bool intake_next(struct intake *intake);
/* The record at hand is not used after all: its lines are excluded. */
void intake_exclude(struct intake *intake);
/* Says how many answers were refused; the exit status becomes 1 where there were any.
 * The rejects appear. */
bool intake_close(struct intake *intake, struct fault *fault);
void intake_release(struct intake *intake);

/* The columns that are passed on: their names, and the fields of the record at hand. */
void intake_header(const struct intake *intake, struct writer *writer);
void intake_record(const struct intake *intake, struct writer *writer);
/* No column that is passed on has the name of a new one. */
bool intake_new_column(const struct intake *intake, const char *name, struct fault *fault);
/* A column of the record by its name, and its value: borrowed until the next record. */
bool
intake_find(const struct intake *intake, const char *name, size_t *column, struct fault *fault);
struct field intake_value(const struct intake *intake, size_t column);

/* The layout of one line for each record: takes its answers; false where one of them is
 * refused. */
bool intake_take(struct intake *intake);
/* For the layouts: whether the item is for the record at hand. */
bool intake_applies(const struct intake *intake, size_t item);
/* For the layouts: says where a refused answer stands, in which of the data's columns;
 * the first few only. */
void intake_refuse(struct intake *intake, size_t item, size_t column, uint64_t record);

#endif
