/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sequence: as long as all parts match few texts, so does the sequence; where one
 * matches too many, what stands before it, with the way it begins, is one set of
 * literals, and the way it ends begins the next.  The rarest set is kept.
 */
#include "sequence.h"

#include "dialect.h"

#include <string.h>

/* A set so common stands in most texts, so that looking for it beside a rarer one is no gain. */
#define COMMONNESS_MAX 0.002

static size_t
capped(size_t characters)
{
	/* only whether it is 0 matters, and it must not wrap around */
	return characters > DIALECT_PATTERN_MAX ? DIALECT_PATTERN_MAX : characters;
}

void
needs_release(struct needs *needs)
{
	for (size_t i = 0; i < SEQUENCE_NEEDS; i++)
		literals_release(&needs->sets[i]);
}

void
part_release(struct part *part)
{
	literals_release(&part->first);
	literals_release(&part->last);
	needs_release(&part->needs);
	*part = (struct part){ 0 };
}

struct part
part_unknown(size_t minimum)
{
	return (struct part){
		.minimum = minimum, .first = literals_of("", 0), .last = literals_of("", 0)
	};
}

struct part
part_exact(struct literals texts, size_t minimum)
{
	return (struct part){
		.minimum = minimum, .exact = true, .first = texts, .last = literals_copy(&texts)
	};
}

void
part_repeat(struct part *part, size_t minimum, size_t maximum)
{
	size_t characters = capped(part->minimum * minimum);

	if (minimum == 0 && (maximum > 1 || !part->exact)) {
		part_release(part);
		*part = part_unknown(0);
	} else if (minimum == 0) {
		literals_add(&part->first, "", 0);
		literals_add(&part->last, "", 0);
		needs_release(&part->needs);
	} else if (maximum > 1) {
		part->exact = false;
	}
	part->minimum = characters;
}

/* A match that holds one of these holds one of the others too. */
static bool
implies(const struct literals *these, const struct literals *others)
{
	for (size_t i = 0; i < these->count; i++) {
		size_t j = 0;

		while (j < others->count && strstr(these->texts[i], others->texts[j]) == NULL)
			j++;
		if (j == others->count)
			return false;
	}
	return true;
}

/* Keeps a set (*set is empty afterwards) while it is among the rarest and adds to the others.
 * Among equals the later one comes first, because English puts the weightier word last. */
static void
offer(struct needs *needs, struct literals *set)
{
	struct literals *sets = needs->sets;
	struct literals spare;

	if (literals_commonness(set) <= literals_commonness(&sets[0])) {
		spare = sets[0];
		sets[0] = *set;
		*set = spare;
	}
	if (set->count != 0 && literals_commonness(set) < COMMONNESS_MAX
	    && literals_commonness(set) <= literals_commonness(&sets[1])
	    && !implies(&sets[0], set)) {
		spare = sets[1];
		sets[1] = *set;
		*set = spare;
	}
	if (sets[1].count != 0 && implies(&sets[0], &sets[1]))
		literals_release(&sets[1]);
	literals_release(set);
}

static void
offer_copy(struct needs *needs, const struct literals *set)
{
	struct literals copy = { 0 };

	/* the empty text stands everywhere */
	if (literals_commonness(set) < 1)
		literals_add_all(&copy, set);
	if (copy.count != 0)
		offer(needs, &copy);
}

void
sequence_begin(struct sequence *sequence)
{
	*sequence = (struct sequence){ .whole = { .exact = true }, .run = literals_of("", 0) };
}

static void
move(struct literals *to, struct literals *from)
{
	literals_release(to);
	*to = *from;
	*from = (struct literals){ 0 };
}

/* The run goes no further: what it is, with the part's beginning where that is known. */
static void
break_run(struct sequence *sequence, struct literals *run)
{
	if (sequence->whole.exact)
		sequence->whole.first = literals_copy(run);
	sequence->whole.exact = false;
	offer_copy(&sequence->whole.needs, run);
}

void
sequence_add(struct sequence *sequence, struct part *part)
{
	struct literals joined;
	bool adjoins = literals_join(&sequence->run, &part->first, &joined);

	sequence->whole.minimum = capped(sequence->whole.minimum + part->minimum);
	if (adjoins && part->exact) {
		move(&sequence->run, &joined);
	} else {
		break_run(sequence, adjoins ? &joined : &sequence->run);
		for (size_t i = 0; i < SEQUENCE_NEEDS; i++)
			offer_copy(&sequence->whole.needs, &part->needs.sets[i]);
		move(&sequence->run, &part->last);
	}
	literals_release(&joined);
	part_release(part);
}

struct part
sequence_end(struct sequence *sequence)
{
	struct part *whole = &sequence->whole;

	offer_copy(&whole->needs, &sequence->run);
	if (whole->exact)
		whole->first = literals_copy(&sequence->run);
	whole->last = sequence->run;
	return *whole;
}

static void
unite(struct literals *all, struct literals *more)
{
	literals_add_all(all, more);
	if (all->count > LITERALS_JOINED_MAX) {
		literals_release(all);
		literals_add(all, "", 0);
	}
}

/* A match of either branch: where one branch has one set alone, that stands for the other. */
static void
unite_needs(struct needs *all, const struct needs *more)
{
	for (size_t i = SEQUENCE_NEEDS; i-- > 0;) {
		const struct literals *set = &more->sets[more->sets[i].count == 0 ? 0 : i];

		if (all->sets[i].count == 0)
			literals_add_all(&all->sets[i], &all->sets[0]);
		if (all->sets[i].count == 0 || set->count == 0
		    || all->sets[i].count + set->count > LITERALS_MAX)
			literals_release(&all->sets[i]);
		else
			literals_add_all(&all->sets[i], set);
	}
	if (all->sets[0].count == 0 || literals_commonness(&all->sets[1]) >= COMMONNESS_MAX
	    || implies(&all->sets[0], &all->sets[1]))
		literals_release(&all->sets[1]);
}

void
alternation_add(struct alternation *alternation, struct part *branch)
{
	struct part *whole = &alternation->whole;

	if (alternation->branches++ == 0) {
		*whole = *branch;
		*branch = (struct part){ 0 };
		return;
	}
	if (branch->minimum < whole->minimum)
		whole->minimum = branch->minimum;
	unite(&whole->first, &branch->first);
	unite(&whole->last, &branch->last);
	/* a set without the empty text is exact only while all texts are in it */
	whole->exact = whole->exact && branch->exact && literals_commonness(&whole->first) < 1;
	unite_needs(&whole->needs, &branch->needs);
	part_release(branch);
}

struct part
alternation_end(struct alternation *alternation)
{
	return alternation->whole;
}
