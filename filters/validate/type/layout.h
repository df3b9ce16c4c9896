/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * layout: a strptime pattern, such as %d/%m/%Y %H:%M, read and applied.
 *
 * Not strptime(3): that hangs on the locale, takes a year of fewer digits and
 * looks at no calendar.  Here names are English, a year has four digits (or
 * two, %y: 69 to 99 are 1969 to 1999, as POSIX has it), the other numbers may
 * lack a leading zero as long as no digit follows them, and a blank stands for
 * one or more.
 */
#ifndef VALIDATE_LAYOUT_H
#define VALIDATE_LAYOUT_H

#include "../../lib/config.h"
#include "moment.h"

struct layout;

/* NULL with a fault at the node: the pattern has something that is not known,
 * or does not give all that a value of the kind has to have. */
struct layout *layout_new(enum moment_kind kind, const char *pattern,
    const struct config_node *node, struct fault *fault);
void layout_free(struct layout *layout);

/* The views of the moment are of the value. */
enum moment_verdict
layout_parse(const struct layout *layout, struct field value, struct moment *moment);
/* The year stands before month and day. */
bool layout_is_year_first(const struct layout *layout);

#endif
