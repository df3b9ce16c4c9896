/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * phrase: sentences that people might write about mental health social work,
 * all invented, with slots that comment.c fills:
 *
 *	%S %s  who from the service did it, at the start or inside a sentence
 *	%I %i  the person it is about, at the start or inside ("I", "my son")
 *	%m %y  that person as an object ("me") and as an owner ("my", "my son's")
 *	%w     a length of time     %d  a time of the week
 *	%p     a place              %n  a titled name
 */
#ifndef GENERATE_PHRASE_H
#define GENERATE_PHRASE_H

#include <stddef.h>

struct phrases {
	const char *const *texts;
	size_t count;
};

/* What most comments say, and what speaks of none of the role categories. */
extern const struct phrases phrases_good;
extern const struct phrases phrases_bad;
extern const struct phrases phrases_mixed;
/* The role categories A to E, said gladly or not. */
extern const struct phrases phrases_role_good[5];
extern const struct phrases phrases_role_bad[5];

#endif
