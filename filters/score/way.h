/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * way: what is made of scored records.  A way begins once the input is open, is told of
 * each record in turn, and ends when there are no more.
 */
#ifndef SCORE_WAY_H
#define SCORE_WAY_H

#include "../lib/filter.h"
#include "instrument/instrument.h"
#include "intake/intake.h"

struct work {
	struct filter *filter;
	struct instrument instrument;
	struct intake intake;
	struct score *scores; /* of each scale, of the record at hand */
	char **names;         /* of the columns that an appending way makes; NULL ends them */
	struct buffer line;   /* the new fields of the record at hand */
	uint64_t *outcomes[SCORE_OUTCOMES]; /* for each scale: how many records */
	void *state;                        /* the way's own; its release frees it */
};

struct way {
	/* Instead of all below: reads the opened input by itself, such as partial sums. */
	bool (*whole)(struct work *work, struct fault *fault);
	/* Room, columns of the data, the header.  The input may be empty, without columns. */
	bool (*begin)(struct work *work, struct fault *fault);
	/* One record: work->intake has the answers. */
	bool (*record)(struct work *work, struct fault *fault);
	/* After the last one; NULL: there is nothing to do. */
	bool (*end)(struct work *work, struct fault *fault);
	void (*release)(struct work *work); /* NULL: there is nothing to free */
};

/* Room for the scores of the instrument, which is loaded. */
void work_prepare(struct work *work);
/* The outcomes of all scales, to the run record and, asked for, to standard error. */
void work_report(const struct work *work);
/* After a fault, too. */
void work_release(struct work *work);

/* Scores the answers of the record at hand: work->scores, counted by their outcomes;
 * "value,band,answered" of every scale in turn stand in work->line. */
void work_score(struct work *work);
/* A new column, with the prefix; it stands in work->names. */
bool work_add_column(struct work *work, const char *name, const char *suffix, struct fault *fault);
/* The header, where there is one: the columns that are passed on, the new ones, and
 * further ones (NULL: none). */
void work_header(const struct work *work, const struct filter_list *further);

#endif
