/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * attack_table: what stands in the published outputs, and what the counts can be.
 */
#ifndef BENCHMARK_ATTACK_TABLE_H
#define BENCHMARK_ATTACK_TABLE_H

#include "../../lib/memory.h"
#include "../disclosure/additive.h"
#include "../disclosure/pair.h"
#include "attack.h"

#include <stddef.h>
#include <stdint.h>

enum attack_part { ATTACK_RECORDS, ATTACK_NUMERATOR, ATTACK_DENOMINATOR, ATTACK_PARTS };

struct attack_count {
	enum {
		ATTACK_NOTHING,    /* no count stands there */
		ATTACK_SUPPRESSED, /* "*" */
		ATTACK_SHOWN,      /* as the rule shows it */
		ATTACK_UNRULED     /* shown, but not as the rule would */
	} state;
	uint64_t published;
	struct additive_range rule; /* what the rule alone leaves */
	size_t variable;
};

struct attack_row {
	struct field key; /* unit, NUL, then place, measure and kind; owned */
	size_t unit;      /* bytes of the unit in it */
	size_t group;     /* bytes of all before the measure */
	size_t named;     /* and with it */
	size_t input;
	uint64_t line;
	bool whole;    /* the row of a total or of the nation */
	bool national; /* of these, of the nation */
	struct attack_count counts[ATTACK_PARTS];
	const struct measure *measure; /* NULL: nothing is known of it */
	struct count_pair pair;
	char *limits[PAIR_LIMITS]; /* owned; NULL: none */
};

struct attack_table {
	const struct attack_options *options;
	const char *first; /* name of the first input that has columns; NULL: none so far */
	char **by;         /* names of its further columns; owned */
	size_t by_count;
	struct attack_row *rows;
	size_t count;
	struct attack_seen *seen; /* the rows by their keys */
	/* the variables' ranges stand in additive, at first with hidden counts as small ones;
	 * wide: where they may be any; sure: what is found from those */
	struct additive additive;
	struct additive_range *wide;
	struct additive_range *sure;
	uint64_t revised; /* counts that another edition has otherwise */
	uint64_t apart;   /* sums that do not add up */
};

/* A sum of answers, or people of a population, is no count that the rule is about. */
bool attack_is_counted(struct field kind, enum attack_part part);
/* What stands there as a count, and which true counts are published so. */
struct attack_count attack_count_of(struct field value, const struct disclosure *rule);
/* Gives the count a variable: that of an earlier edition (NULL: none) where both can be
 * true. */
void attack_take_variable(struct attack_table *table, struct attack_count *count,
    const struct attack_count *earlier, const struct disclosure *rule);
/* Takes all records of the inputs. */
bool attack_read(struct attack_table *table, struct filter *filter, struct fault *fault);
/* Finds which counts add up. */
void attack_relate(struct attack_table *table);
/* Writes what came of it. */
void attack_report(const struct attack_table *table, struct filter *filter);
void attack_release(struct attack_table *table);

static inline struct field
attack_unit(const struct attack_row *row)
{
	return (struct field){ row->key.data, row->unit };
}

static inline struct field
attack_measure(const struct attack_row *row)
{
	return (struct field){ row->key.data + row->group + 1, row->named - row->group - 1 };
}

#endif
