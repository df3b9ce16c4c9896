/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sequence: as long as all parts match few texts, so does the sequence; where one
 * matches too many, what stands before it, with the way it begins, is one set of
 * literals, and the way it ends begins the next.  The rarest set is kept.
 */
#include "sequence.h"

#include "dialect.h"

#include <string.h>

/* A set so common, or with texts so short, stands in most texts, so that looking for it beside a
 * rarer one is no gain. */
#define NEEDS_COMMONNESS_MAX 0.002
#define NEEDS_LENGTH_MIN     2

/* Numbers must not wrap around. */
static size_t
capped(size_t bytes)
{
	return bytes > LITERALS_FAR ? LITERALS_FAR : bytes;
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
part_unknown(size_t minimum, size_t maximum)
{
	struct part part = { .minimum = minimum,
		.maximum = maximum,
		.first = literals_of("", 0),
		.last = literals_of("", 0) };

	literals_shift(&part.last, maximum);
	return part;
}

static size_t
longest(const struct literals *literals)
{
	size_t most = 0;

	for (size_t i = 0; i < literals->count; i++)
		if (strlen(literals->texts[i]) > most)
			most = strlen(literals->texts[i]);
	return most;
}

struct part
part_exact(struct literals texts, size_t minimum)
{
	return (struct part){ .minimum = minimum,
		.maximum = longest(&texts),
		.exact = true,
		.first = texts,
		.last = literals_copy(&texts) };
}

void
part_repeat(struct part *part, size_t minimum, size_t maximum)
{
	const size_t least = capped(part->minimum * minimum);
	const size_t most = capped(part->maximum * maximum);

	if (minimum == 0 && (maximum > 1 || !part->exact)) {
		part_release(part);
		*part = part_unknown(0, most);
	} else if (minimum == 0) {
		literals_add(&part->first, "", 0, 0);
		literals_add(&part->last, "", 0, 0);
		needs_release(&part->needs);
	} else if (maximum > 1) {
		part->exact = false;
		literals_shift(&part->last, most - part->maximum);
	}
	part->minimum = least;
	part->maximum = most;
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

/* Whether it is worth looking for this set beside the rarest one. */
static bool
adds(const struct literals *rarest, const struct literals *set)
{
	for (size_t i = 0; i < set->count; i++)
		if (strlen(set->texts[i]) < NEEDS_LENGTH_MIN)
			return false;
	return literals_commonness(set) < NEEDS_COMMONNESS_MAX && !implies(rarest, set);
}

static void
move(struct literals *to, struct literals *from)
{
	literals_release(to);
	*to = *from;
	*from = (struct literals){ 0 };
}

/* Keeps a copy of the set while it is among the rarest and adds to the others.  Among equals the
 * later one comes first, because English puts the weightier word last. */
static void
offer(struct needs *needs, const struct literals *set)
{
	struct literals *first = &needs->sets[0], *second = &needs->sets[1];
	struct literals next;

	/* the empty text stands everywhere */
	if (literals_commonness(set) >= 1)
		return;
	next = literals_copy(set);
	if (literals_commonness(set) <= literals_commonness(first)) {
		struct literals spare = *first;

		*first = next;
		next = spare;
	}
	if (literals_commonness(&next) <= literals_commonness(second) && adds(first, &next))
		move(second, &next);
	literals_release(&next);
	if (!adds(first, second))
		literals_release(second);
}

void
sequence_begin(struct sequence *sequence)
{
	*sequence = (struct sequence){ .whole = { .exact = true }, .run = literals_of("", 0) };
}

/* The run goes no further: what it is, with the part's beginning where that is known. */
static void
break_run(struct sequence *sequence, struct literals *run)
{
	if (sequence->whole.exact)
		sequence->whole.first = literals_copy(run);
	sequence->whole.exact = false;
	offer(&sequence->whole.needs, run);
}

void
sequence_add(struct sequence *sequence, struct part *part)
{
	struct literals joined;
	bool adjoins = literals_join(&sequence->run, &part->first, &joined);

	if (adjoins && part->exact) {
		move(&sequence->run, &joined);
	} else {
		literals_shift(&part->last, sequence->whole.maximum);
		break_run(sequence, adjoins ? &joined : &sequence->run);
		for (size_t i = 0; i < SEQUENCE_NEEDS; i++) {
			literals_shift(&part->needs.sets[i], sequence->whole.maximum);
			offer(&sequence->whole.needs, &part->needs.sets[i]);
		}
		move(&sequence->run, &part->last);
	}
	sequence->whole.minimum = capped(sequence->whole.minimum + part->minimum);
	sequence->whole.maximum = capped(sequence->whole.maximum + part->maximum);
	literals_release(&joined);
	part_release(part);
}

struct part
sequence_end(struct sequence *sequence)
{
	struct part *whole = &sequence->whole;

	offer(&whole->needs, &sequence->run);
	if (whole->exact)
		whole->first = literals_copy(&sequence->run);
	whole->last = sequence->run;
	return *whole;
}

/* Too many texts are as good as the empty one, at the distance given. */
static void
unite(struct literals *all, const struct literals *more, size_t before)
{
	literals_add_all(all, more);
	if (all->count > LITERALS_JOINED_MAX) {
		literals_release(all);
		literals_add(all, "", 0, before);
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
	if (branch->maximum > whole->maximum)
		whole->maximum = branch->maximum;
	unite(&whole->first, &branch->first, 0);
	unite(&whole->last, &branch->last, whole->maximum);
	/* a set without the empty text is exact only while all texts are in it */
	whole->exact = whole->exact && branch->exact && literals_commonness(&whole->first) < 1;
	unite_needs(&whole->needs, &branch->needs);
	part_release(branch);
}

struct part
alternation_end(struct alternation *alternation)
{
	struct literals *sets = alternation->whole.needs.sets;

	if (sets[0].count == 0 || !adds(&sets[0], &sets[1]))
		literals_release(&sets[1]);
	return alternation->whole;
}
