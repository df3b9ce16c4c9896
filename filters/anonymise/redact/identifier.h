/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * identifier: structured identifiers in text: their shapes and check digits.
 *
 * To redact is not to validate: where a word beside it says what a number is, it
 * is found even when its check digit fails.
 */
#ifndef ANONYMISE_IDENTIFIER_H
#define ANONYMISE_IDENTIFIER_H

#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>

enum entity {
	ENTITY_EMAIL,
	ENTITY_PHONE,
	ENTITY_POSTCODE,
	ENTITY_NHS_NUMBER,
	ENTITY_NAME,
	ENTITY_OWN, /* the row's own identifiers, whatever they are */
	ENTITY_NINO,
	ENTITY_URL,
	ENTITY_DATE,
	ENTITY_PASSPORT,
	ENTITY_DRIVING_LICENCE,
	ENTITY_SOCIAL_WORK_ENGLAND,
	ENTITY_NMC,
	ENTITY_GMC,
	ENTITY_HCPC,
	ENTITY_VEHICLE,
	ENTITIES
};

/* email, phone, postcode, nhs-number, name, own, nino, url, date, passport,
 * driving-licence, social-work-england, nmc, gmc, hcpc, vehicle; a NULL ends the list. */
extern const char *const entity_names[ENTITIES + 1];

#define IDENTIFIER_NHS_DIGITS 10

/* Ten digits with the modulus 11 check digit of the NHS number (weights 10 to 2;
 * the CHI and the H&C number have the same). */
bool identifier_nhs_number(const char digits[IDENTIFIER_NHS_DIGITS]);
/* The digits of a value that is an NHS number, whatever blanks and hyphens stand
 * in it, or is written as one (943 476 5918).  Other numbers of ten digits keep
 * their marks: 1-234567890 and 12-34567890 are two. */
bool identifier_ten_digits(struct field value, char digits[IDENTIFIER_NHS_DIGITS]);
/* A number to call for help, which identifies nobody: 116 123, 0800 1111, 85258. */
bool identifier_helpline(struct field text);
/* A pseudo-postcode (ZZ99 and its kin: no fixed abode, not known), which is kept. */
bool identifier_pseudo_postcode(struct field text);

/* A shape to look for.  The pattern (PCRE2) finds candidates; the identifier is
 * the group, or the whole where it is 0. */
struct identifier {
	enum entity entity;
	size_t digits; /* a text with fewer ASCII digits cannot hold one */
	bool at;       /* a text without '@' cannot */
	unsigned group;
	const char *pattern;
	/* NULL: every candidate is one. */
	bool (*accept)(struct field candidate);
};

extern const struct identifier identifiers[];
extern const size_t identifier_count;

#endif
