/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures: all that an evaluation says of a group of records. */
#ifndef ROLE_FIGURES_H
#define ROLE_FIGURES_H

#include "said.h"

/* Of all intervals. */
#define FIGURE_CONFIDENCE 0.95

/* A number, where there is one, and what it rests on.  All but value may be NaN too:
 * there is no interval, or nothing is counted. */
struct figure {
	double value;
	double lower;
	double upper;
	double n;         /* of a share: the weight of the records that it is a share of */
	double effective; /* how many records of weight 1 that is worth */
};

/* Of a role, or of a function. */
struct figures_role {
	struct figure people;
	struct figure mapped;
	struct figure right;
	struct figure precision;
	struct figure recall;
	struct figure f1;
};

struct figures_system {
	struct figure accuracy;
	struct figure macro_f1;
	struct figure lead; /* macro-F1 of the rules less that of this one */
};

/* Of the records that are mapped with a confidence, or with at least that. */
struct figures_band {
	struct figure mapped;
	struct figure right;
	struct figure coverage;
	struct figure precision;
	struct figure macro_f1; /* the others taken as unmapped; none of a single band */
};

/* A share (NaN: there is none) of records of this weight, which are worth so many of weight 1,
 * and its interval (Wilson 1927). */
struct figure figure_of_share(double share, double n, double effective);

enum figures_state { STATE_MAPPED, STATE_AMBIGUOUS, STATE_UNMAPPED, STATES };

struct figures {
	const struct scheme *scheme;
	bool guesses; /* there is a baseline of words */
	struct figure records;
	struct figure counts[STATES];
	struct figure shares[STATES];
	double *confusion; /* a table as said.h has it, of the rules */
	size_t majority;
	struct figures_role *roles;
	size_t roles_averaged;
	struct figures_system systems[SYSTEMS];
	struct figure kappa; /* agreement with people */
	struct figure alpha;
	struct figures_band at_least[CONFIDENCES];
	struct figures_band alone[CONFIDENCES];
	/* exploratory */
	struct figure function_records;
	struct figure coded;
	struct figure exact;
	struct figures_role *functions;
	size_t functions_averaged;
	struct figure functions_macro_f1;
};

/* guesses: the tally has what the baseline of words says.  Release it afterwards. */
void figures_take(
    struct figures *figures, const struct scheme *scheme, const struct tally *tally, bool guesses);
void figures_release(struct figures *figures);

extern const char *const figures_state_names[STATES];
extern const char *const figures_system_names[SYSTEMS];

/* Where a figure stands: section, then what it is of (both may be empty), then its name. */
struct figures_place {
	const char *section;
	struct field of;
	struct field other;
	const char *name;
};

/* Tells of each figure in a fixed order; those of one section, and of one place in it,
 * stand together. */
void figures_each(const struct figures *figures,
    void (*visit)(void *context, const struct figures_place *place, const struct figure *figure),
    void *context);

#endif
