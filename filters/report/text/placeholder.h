/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * placeholder: figures in a text, fetched from a stream so that nobody types them.
 *
 *	{{teams.csv | unit = North team | measure = trusted | value}}
 *
 * is the stream, any number of conditions on its columns, and the column that is
 * wanted; blanks around them do not count.  One row has to meet the conditions.
 */
#ifndef REPORT_PLACEHOLDER_H
#define REPORT_PLACEHOLDER_H

#include "../../lib/config.h"
#include "../strings/strings.h"
#include "streams.h"

struct placeholders {
	struct streams *streams;
	const struct strings *strings;
	size_t filled; /* so far */
};

/* The text is well-formed as far as this can be said without the streams. */
bool placeholder_check(const struct config_node *node, const char *text, struct fault *fault);
/* Appends the text with its figures; the node is where the text stands, for faults.  A
 * figure that is held back, or that there is not, reads as the strings have it. */
bool placeholder_fill(struct placeholders *placeholders, const struct config_node *node,
    const char *text, struct buffer *out, struct fault *fault);

#endif
