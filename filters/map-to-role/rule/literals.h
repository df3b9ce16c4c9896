/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * literals: a set of texts, of which a match of a pattern holds one.
 *
 * {0} says that nothing is known; so does, in effect, a set with the empty text.
 */
#ifndef ROLE_LITERALS_H
#define ROLE_LITERALS_H

#include <stdbool.h>
#include <stddef.h>

/* More texts than this are not made by joining. */
#define LITERALS_JOINED_MAX 24
/* A set of more texts is taken for no help. */
#define LITERALS_MAX 1000

struct literals {
	char **texts;   /* NUL-terminated, owned, each once */
	size_t *before; /* by text: it begins at most so many bytes behind the match's beginning */
	size_t count;
};

/* From here on a distance is taken for endless. */
#define LITERALS_FAR ((size_t)1 << 20)

void literals_release(struct literals *literals);
/* Of a text that is there already the larger distance stays. */
void literals_add(struct literals *literals, const char *text, size_t length, size_t before);
void literals_add_all(struct literals *literals, const struct literals *more);
/* A set that holds this text alone, at the beginning. */
struct literals literals_of(const char *text, size_t length);
struct literals literals_copy(const struct literals *literals);
/* So many bytes come before. */
void literals_shift(struct literals *literals, size_t bytes);
/* *joined: each text of the first, where it stands, with each of the second behind it.  False, and
 * nothing is made, where that is more than LITERALS_JOINED_MAX. */
bool
literals_join(const struct literals *first, const struct literals *second, struct literals *joined);

/* About how often a text stands at a given place of an English text: the product of its
 * letters' frequencies (Lewand, Cryptological Mathematics, 2000). */
double literals_text_commonness(const char *text, size_t length);
/* The same of one of the texts; at least 1 where the set is no help. */
double literals_commonness(const struct literals *literals);

#endif
