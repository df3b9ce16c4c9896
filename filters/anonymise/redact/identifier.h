/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * identifier: what identifies people in a text, by its kind, and check digits.  The
 * shapes are data (rules.csv), names a matter of their own (names.h).
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
	ENTITY_OTHER, /* of a policy's own rules */
	ENTITIES
};

/* email, phone, postcode, nhs-number, name, own, nino, url, date, passport,
 * driving-licence, social-work-england, nmc, gmc, hcpc, vehicle, other; a NULL ends the list. */
extern const char *const entity_names[ENTITIES + 1];

#define IDENTIFIER_NHS_DIGITS 10

/* The ASCII digits of a text; returns how many there are, of which the first room are
 * written. */
size_t identifier_digits(struct field text, char *out, size_t room);
/* Ten digits with the modulus 11 check digit of the NHS number (weights 10 to 2;
 * the CHI and the H&C number have the same). */
bool identifier_nhs_number(const char digits[IDENTIFIER_NHS_DIGITS]);
/* The digits of a value that is an NHS number, whatever blanks and hyphens stand
 * in it, or is written as one (943 476 5918).  Other numbers of ten digits keep
 * their marks: 1-234567890 and 12-34567890 are two. */
bool identifier_ten_digits(struct field value, char digits[IDENTIFIER_NHS_DIGITS]);
#endif
