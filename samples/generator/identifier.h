/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * identifier: invented ways to find a person, none of which can be real.
 *
 * Emails are under the example domains (RFC 2606); phone numbers come from the
 * ranges that the regulator keeps for drama; postcodes from areas that do not
 * exist; NHS numbers from the never issued 999 range, with a right check digit.
 */
#ifndef GENERATE_IDENTIFIER_H
#define GENERATE_IDENTIFIER_H

#include "draft.h"
#include "random.h"

void identifier_email(struct random *random, struct draft *draft);
void identifier_phone(struct random *random, struct draft *draft);
void identifier_postcode(struct random *random, struct draft *draft);
void identifier_nhs_number(struct random *random, struct draft *draft);
/* A title and a surname. */
void identifier_name(struct random *random, struct draft *draft);

#endif
