/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * labels: names for people of the codes in a stream: measures, units and the values of
 * further columns; and which way of a measure is good.
 *
 * From benchmark's configurations of measures, and from code lists.  Where several files
 * name a code, the last one counts.
 */
#ifndef MHSW_LABELS_H
#define MHSW_LABELS_H

#include "names.h"

enum labels_polarity { LABELS_UNKNOWN, LABELS_HIGHER, LABELS_LOWER, LABELS_NEUTRAL };

struct labels_entry {
	size_t label; /* number in texts, or NAMES_NONE */
	enum labels_polarity polarity;
};

/* {0} knows no name. */
struct labels {
	struct names codes;
	struct names texts;
	struct labels_entry *entries; /* of each code */
	size_t capacity;
};

/* Adds what a file says.  A name that ends in .csv is a code list: a column code or id, one
 * of label, name or numerator, and where they are there better or polarity, and valid_to (a
 * code that ended gives way to one that did not).  Any other file is JSON with measures, of
 * which id, label and polarity are read and the rest is left to benchmark.  False with the
 * fault where the file cannot be read, has no names, or names a code twice. */
bool labels_read(struct labels *labels, const char *path, struct fault *fault);
void labels_release(struct labels *labels);

/* The name of a code, or NULL; labels may be NULL. */
const char *labels_find(const struct labels *labels, const char *code);
enum labels_polarity labels_polarity(const struct labels *labels, const char *code);

#endif
