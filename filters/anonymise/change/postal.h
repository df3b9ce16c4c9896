/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * postal: the parts of a British postcode, or of what is left of one.
 *
 * Shapes: an area of one or two letters (the first no Q, V or X, the second no I, J or
 * Z), a district of a digit, two digits or a digit and a letter, a blank, a digit and
 * two letters without C, I, K, M, O and V.  Guernsey, Jersey and the Isle of Man have
 * the same.  Others: GIR 0AA, BFPO and a number, and the NHS's pseudo-postcodes, which
 * begin with ZZ99 (no fixed abode, not known, abroad) and end in any two letters.
 */
#ifndef ANONYMISE_POSTAL_H
#define ANONYMISE_POSTAL_H

#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>

#define POSTAL_WRITING_MAX ((size_t)32)

enum { POSTAL_UNIT, POSTAL_SECTOR, POSTAL_DISTRICT, POSTAL_AREA, POSTAL_LEVELS };

/* One after the other, from district on, the texts are the postcode. */
struct postal {
	char area[5];     /* NG, ZZ, BF, GIR */
	char district[5]; /* NG1, ZZ99, BFPO, GIR; empty: only the area is known */
	char sector[3];   /* with its blank; BFPO has none */
	char unit[6];     /* the rest */
	unsigned level;   /* the finest that is known */
};

/* In capitals, with one blank wherever something stood between.  Blanks in a whole
 * postcode do not count; before the last digit of a sector there has to be one, as B1 2
 * is another place than B12. */
bool postal_parse(struct postal *postcode, struct field text);

#endif
