/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * form: the ways in which days and times are written, as far as a file's own
 * values may tell them apart.
 */
#ifndef VALIDATE_FORM_H
#define VALIDATE_FORM_H

#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>

struct form {
	const char *type;    /* of Table Schema */
	const char *format;  /* of Table Schema; NULL: the type's own */
	const char *pattern; /* as strptime has it: %Y %y %m %d %b %B %H %M %S */
	bool day_first;      /* the next form is the same with the month first */
};

/* In the order in which they are preferred. */
#define FORMS 29
extern const struct form forms[FORMS];
/* Eight digits, which may be a number as well. */
#define FORM_DIGITS 16

/* The whole value is written so, and there is such a day and such a time. */
bool form_fits(const struct form *form, struct field value);

#endif
