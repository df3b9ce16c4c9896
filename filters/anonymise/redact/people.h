/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * people: the words of a text as they may name people: what stands between them, what a
 * word is worth as a name, and where a name that begins somewhere ends.
 */
#ifndef ANONYMISE_PEOPLE_H
#define ANONYMISE_PEOPLE_H

#include "scan.h"
#include "spans.h"

#include <stdbool.h>
#include <stddef.h>

/* Of a word of the text at hand. */
enum people_mark {
	PEOPLE_KEPT = 1, /* of an organisation, or of a phrase that stays */
	PEOPLE_TAKEN = 2 /* of a name that was found */
};

/* What a word is worth as a name. */
enum people_worth {
	PEOPLE_NONE,    /* never a name */
	PEOPLE_COMMON,  /* an everyday word: only behind a title, with a capital */
	PEOPLE_INITIAL, /* one letter */
	PEOPLE_UNKNOWN, /* in no list */
	PEOPLE_GUARDED, /* a name that is an everyday word too: Grace, Will */
	PEOPLE_LISTED   /* a name */
};

struct people {
	const struct scan *scan;       /* borrowed */
	const struct lexicon *lexicon; /* borrowed */
	struct spans *spans;           /* borrowed */
	unsigned char *marks;          /* of each word; owned */
	size_t capacity;
	bool counted; /* capitals_tell is known */
	bool capitals_tell;
};

/* The next text. */
void people_begin(struct people *people, const struct scan *scan, struct spans *spans);
void people_release(struct people *people);

/* What stands between a word and the next one. */
struct people_gap {
	bool possessive; /* 's, or an apostrophe behind an s */
	char mark;       /* the first that is no blank, or 0 */
	size_t marks;
	size_t blanks;
};
struct people_gap people_gap(const struct people *people, size_t index);
/* Nothing but one to nine blanks stands between a word and the next one. */
bool people_adjoins(const struct people *people, size_t index);
/* A hyphen or a slash alone joins a word to the next one. */
bool people_joined(const struct people *people, size_t index, bool slash);

struct field people_word(const struct people *people, size_t index);
/* Whether the word is one of a list in alphabetical order, whatever its writing. */
bool people_is(const struct people *people, size_t index, const char *const *list, size_t count);
bool people_capital(const struct people *people, size_t index);
enum people_worth people_worth(const struct people *people, size_t index);
/* A guarded surname that hardly any sentence goes on with behind a title or a given name:
 * brown, hill. */
bool people_firm(const struct people *people, size_t index);
/* A sentence begins with this word, or may. */
bool people_sentence(const struct people *people, size_t index);
/* A capital means something here: the text is not written in capitals, nor Each Word. */
bool people_capitals_tell(struct people *people);

/* Whether initials, a particle, a hyphen or further words go on with a name whose last
 * word is this one; the index of the last word of the whole. */
size_t people_extend(struct people *people, size_t last);
/* The first word of a name that begins at index with initials and particles, or
 * scan->count where none does. */
size_t people_skip_initials(const struct people *people, size_t index);

/* Takes the words from first to last as one name. */
void people_take(struct people *people, size_t first, size_t last);

#endif
