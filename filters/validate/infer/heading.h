/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * heading: what a column's name gives away about what stands in it.
 *
 * A name is taken apart into words: date_of_birth, DateOfBirth and "Date of
 * birth" are the same three.  Only words that leave little doubt are known.
 */
#ifndef VALIDATE_HEADING_H
#define VALIDATE_HEADING_H

#include "../../lib/field.h"

#include <stdbool.h>

/* The column is about a person: names, birth, addresses, NHS numbers, numbers of
 * people, what somebody wrote. */
bool heading_is_personal(struct field name);
/* The column holds numbers that count nothing: they name a thing. */
bool heading_is_identifier(struct field name);
/* It is a number or a date of five characters or more: rather a value than a name. */
bool heading_is_value(struct field name);

#endif
