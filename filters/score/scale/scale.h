/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scale: a score from the answers to some items, or from other scales.
 *
 *	sum            of the answers (times their weights, where there are weights); with
 *	               prorate, times all / answered, which puts the person's own mean in
 *	               the place of each missing answer, and of each item that did not apply
 *	mean           of the answers given
 *	weighted_mean  the same with weights
 *	percent        100 times the sum, over the most that the answered items can give
 *	linear         each answer as 100 (x - minimum) / (maximum - minimum), then the
 *	               mean of those given: 0 to 100 however the items' ranges differ
 *	top_box        percent of the answers that are at_least so much (the maximum)
 *	bottom_box     percent of the answers that are at_most so much (the minimum)
 *	count          how many answers are at_least, at_most, or both
 *
 * Every score is an exact fraction, and is rounded once, half away from zero, when it
 * is written.
 */
#ifndef SCORE_SCALE_H
#define SCORE_SCALE_H

#include "../item/item.h"
#include "band.h"
#include "ratio.h"

#define SCALE_DECIMALS_MAX RATIO_DECIMALS_MAX
/* Columns beside the score: the scale's name and these. */
#define SCALE_BAND     "_band"
#define SCALE_ANSWERED "_answered"
/* "value,band,answered" where the text is short; longer ones are not remembered. */
#define SCALE_MEMO_TEXT 63
/* Results that an instrument remembers at most (128 bytes each). */
#define SCALE_MEMO_ROOM 32768

enum scale_method {
	SCALE_SUM,
	SCALE_MEAN,
	SCALE_WEIGHTED_MEAN,
	SCALE_PERCENT,
	SCALE_LINEAR,
	SCALE_TOP_BOX,
	SCALE_BOTTOM_BOX,
	SCALE_COUNT,
	SCALE_METHODS
};

/* One item's, or one scale's, part in a sum of (x - offset) factor. */
struct scale_part {
	size_t index; /* of the item, or of the scale, in the instrument */
	struct decimal weight;
	int64_t offset; /* at the scale's own places */
	int64_t factor;
	int64_t base;         /* its part in the divisor of an average */
	struct decimal least; /* boxes and counts: the answers that are in */
	struct decimal most;
	int64_t whole_least; /* the same for whole-number answers */
	int64_t whole_most;
};

enum score_outcome {
	SCORE_GIVEN,
	SCORE_TOO_FEW,        /* fewer answers than the scale needs: empty */
	SCORE_NOT_APPLICABLE, /* none of its items was for this record: empty */
	SCORE_REFUSED,        /* an answer was refused: empty */
	SCORE_TOO_LONG,       /* too many digits for exact arithmetic: empty */
	SCORE_OUTCOMES
};

struct score {
	struct ratio value; /* where given */
	size_t band;        /* index, or BAND_NONE */
	enum score_outcome outcome;
	unsigned answered;   /* items, or scales, with a number */
	unsigned applicable; /* that were for this record */
	/* its place among its scale's remembered results, from 1; 0: it has none, or may lose it */
	unsigned place;
};

/* A score and its text, worked out once: length 0 is not yet. */
struct memo_cell {
	struct score score;
	uint8_t length;
	char text[SCALE_MEMO_TEXT];
};

/* What a part adds. */
struct memo_part {
	size_t index;   /* of the item, or of the scale, in the instrument */
	int64_t factor; /* of a scale: one more than it has remembered results */
	int64_t offset;
	int64_t least; /* boxes and counts */
	int64_t most;
};

/* Items that follow one another and have one factor and one offset. */
struct memo_run {
	size_t first;
	size_t end; /* the first item behind it */
	int64_t factor;
	int64_t offset;
};

/*
 * Of whole-number answers there are few sums, so each result is worked out once:
 * cells[row * width + sum - smallest], where a row is so many answered (of so many that
 * apply).  No cells: there are too many.
 *
 * What a scale of scales comes to hangs on the cells of its parts.  Of these there are too
 * many combinations, so only some results are remembered: each combination is a number,
 * its key, and has one cell that it may stand in.
 */
struct memo {
	struct memo_cell *cells; /* owned, as all below */
	struct memo_part *parts;
	struct memo_run *runs; /* of all parts */
	size_t run_count;
	uint64_t *keys;   /* of scales: whose result stands in each cell; 0: nobody's */
	unsigned shift;   /* of scales: from a key's hash to its cell */
	size_t count;     /* cells */
	bool skips;       /* some item may not apply */
	bool whole;       /* only where all answers are given, or none */
	unsigned ignored; /* kinds of answers that make no difference beside given and not */
	int64_t smallest;
	size_t width;
	size_t first_row; /* where all of it applies: that of no answers */
};

/* Of so many that apply, so many answered; no two of them share a row. */
static inline size_t
memo_row(size_t applicable, size_t answered)
{
	return applicable * (applicable + 1) / 2 + answered;
}

enum scale_minimum { MINIMUM_ALL, MINIMUM_NUMBER, MINIMUM_PERCENT };

struct scale {
	const char *name;  /* borrowed from the configuration, as all texts */
	const char *label; /* the name where none is given */
	enum scale_method method;
	bool of_scales;           /* its parts are scales that stand before it */
	struct scale_part *parts; /* owned */
	size_t count;
	enum scale_minimum minimum_kind;
	unsigned minimum; /* answers, or percent of those that apply */
	bool prorate;
	bool responded;     /* boxes: "don't know" is in the divisor too */
	bool boxed;         /* an answer is in or out: 1 or 0 */
	bool averaged;      /* divided by the bases of the answers given */
	bool skippable;     /* there may be records that it is not for */
	bool lower_better;  /* polarity */
	double reliability; /* given by the instrument; 0: not given */
	unsigned decimals;  /* written */
	unsigned places;    /* of the offsets */
	int64_t multiplier; /* score = sum multiplier / (divisor bases) */
	int64_t divisor;
	decimal_wide bases; /* of all parts */
	/* T and z: center + spread (x - mean) / deviation */
	bool standardised;
	struct ratio mean;
	struct ratio slope; /* spread / deviation */
	struct ratio center;
	struct ratio least; /* what the score can be, whatever is missing */
	struct ratio most;
	struct bands bands;
	struct memo memo;
};

/* What scale_load looks names up in. */
struct scale_world {
	const struct item *items;
	size_t item_count;
	const struct scale *scales; /* those that stand before it */
	size_t scale_count;
};

/* Reads a scale.  On a fault it may be released. */
bool scale_load(struct scale *scale, const struct config_node *node,
    const struct scale_world *world, struct fault *fault);
void scale_release(struct scale *scale);

/* answers: one for each item of the instrument; scores: of the scales before this one. */
struct score
scale_score(const struct scale *scale, const struct answer *answers, const struct score *scores);
/* Appends "value", ",band" where the scale has bands, and ",answered". */
void scale_write(const struct scale *scale, const struct score *score, struct buffer *out);
/* Makes room for remembered results, where there are few, and takes it from the room that
 * is left.  scales: those before it have been planned already. */
void scale_memo_plan(
    struct scale *scale, const struct item *items, const struct scale *scales, size_t *room);
void scale_memo_release(struct scale *scale);
/* Both in one for the scales from first to before end, with commas between them; quick where
 * the answers are whole numbers.  running: totals of all the answers, as running_all makes
 * them.  scores: of all scales, from the first of the instrument on. */
void scale_append(struct scale *scales, size_t first, size_t end, const struct answer *answers,
    const uint64_t *running, struct score *scores, struct buffer *out);

/* The value alone with the scale's decimals; 0 bytes where there is none. */
size_t
scale_write_value(const struct scale *scale, const struct score *score, char out[RATIO_TEXT_MAX]);
const char *scale_method_name(enum scale_method method);

#endif
