/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lexicon: the words that mean something to redaction, each with what it may be.
 *
 * One look-up gives all classes of a word, for names and for the words that say what
 * a number is.  The words are data: redact/words.csv (context of numbers, months) and
 * redact/names.csv (titles, roles, names, common words), columns word and classes,
 * built into the program.
 */
#ifndef ANONYMISE_LEXICON_H
#define ANONYMISE_LEXICON_H

#include "../../lib/diag.h"
#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order of lexicon_classes, by which the data name them. */
enum lexicon_class {
	/* of names */
	LEXICON_TITLE = 1 << 0,    /* only ever a title: mr, mrs */
	LEXICON_NOUN = 1 << 1,     /* a title that is a noun or verb too: doctor, sister, miss */
	LEXICON_ROLE = 1 << 2,     /* what somebody is: manager, therapist, keyworker */
	LEXICON_KIN = 1 << 3,      /* my son, my friend */
	LEXICON_CALLED = 1 << 4,   /* called, named: a name follows */
	LEXICON_GIVEN = 1 << 5,    /* a given name */
	LEXICON_SURNAME = 1 << 6,  /* a family name */
	LEXICON_PARTICLE = 1 << 7, /* van, de, bin */
	LEXICON_FUNCTION = 1 << 8, /* never a name: and, the, who */
	LEXICON_COMMON = 1 << 9,   /* an everyday word, so a name only where more speaks for it */
	LEXICON_ORGANISATION = 1 << 10, /* hospital, ward, trust */
	LEXICON_PLACE = 1 << 11,        /* a place: no person */
	LEXICON_KEEP = 1 << 12,         /* the policy's own: stays */
	LEXICON_MASK = 1 << 13,         /* PERSON, XXXX, REDACTED: put there by somebody before */
	/* of dates and numbers: the word before says what the number is */
	LEXICON_MONTH = 1 << 14,
	LEXICON_PHONE = 1 << 15,
	LEXICON_NHS = 1 << 16,
	LEXICON_POSTAL = 1 << 17,
	LEXICON_INSURANCE = 1 << 18,
	LEXICON_PASSPORT = 1 << 19,
	LEXICON_LICENCE = 1 << 20,
	LEXICON_SOCIAL_WORK = 1 << 21,
	LEXICON_NMC = 1 << 22,
	LEXICON_GMC = 1 << 23,
	LEXICON_HCPC = 1 << 24,
	LEXICON_VEHICLE = 1 << 25,
	LEXICON_BIRTH = 1 << 26,
	LEXICON_NAME_END = 1 << 27, /* free for names */
	LEXICON_WEB = 1 << 28,      /* www */
	LEXICON_CLASSES = 29        /* how many */
};

/* title, noun, role, kin, called, given, surname, particle, function, common,
 * organisation, place, keep, mask, month, phone, nhs, postal, insurance, passport,
 * licence, social-work, nmc, gmc, hcpc, vehicle, birth, name-end, web; a NULL ends the list. */
extern const char *const lexicon_classes[LEXICON_CLASSES + 1];

struct lexicon;

/* Those that words.csv has; of the others only names.csv has words. */
#define LEXICON_OF_NUMBERS                                                                         \
	(LEXICON_MONTH | LEXICON_PHONE | LEXICON_NHS | LEXICON_POSTAL | LEXICON_INSURANCE          \
	    | LEXICON_PASSPORT | LEXICON_LICENCE | LEXICON_SOCIAL_WORK | LEXICON_NMC | LEXICON_GMC \
	    | LEXICON_HCPC | LEXICON_VEHICLE | LEXICON_BIRTH | LEXICON_WEB)

/* The built-in words: those that say what a number is, and, if asked for, those that
 * name people and what is beside them. */
struct lexicon *lexicon_new(bool names, struct fault *fault);
void lexicon_free(struct lexicon *lexicon);

/* Adds the class of that name; false where there is none. */
bool lexicon_class(struct field name, uint32_t *classes);

/* The word in small letters (as text_normalise leaves it); its classes are added to
 * those that it has; false when that makes more sets of classes than there is room for,
 * which is some thousand. */
bool lexicon_add(struct lexicon *lexicon, struct field word, uint32_t classes);
/* The words of a file: columns word and classes (several with a blank between them). */
bool lexicon_load(struct lexicon *lexicon, const char *path, struct fault *fault);
/* The classes of a word in small letters (ASCII ones may be capitals); 0 where it is not
 * known. */
uint32_t lexicon_find(const struct lexicon *lexicon, struct field word);

#endif
