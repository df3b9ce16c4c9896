/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * quoted: texts between quotes as JSON has them (RFC 8259), for what is written
 * as it is seen, without a tree of it in memory.
 */
#ifndef MHSW_QUOTED_H
#define MHSW_QUOTED_H

#include "field.h"
#include "memory.h"

/* Appends the text with its quotes.  What is not UTF-8 in it (the name of a file
 * may be any bytes) is shown as U+FFFD. */
void quoted_append(struct buffer *out, struct field text);

#endif
