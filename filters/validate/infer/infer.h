/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infer: a starter schema made from a file (`validate --infer`).
 *
 * The file is read once.  Memory: of each column at most 1,000 different values
 * of at most 60 bytes and, for as long as none stands twice, a digest of 8 bytes
 * for each; together under 100 MB, however long and wide the file is.
 *
 * A schema must not leak values: an enumeration lists only values seen 10 times
 * or more, numbers have their smallest and largest, and no other column shows
 * anything of what is in it.  Columns that are free text or whose names speak of
 * a person are marked as sensitive and show nothing at all.
 */
#ifndef VALIDATE_INFER_H
#define VALIDATE_INFER_H

#include "../../lib/filter.h"

/* The filter is open and its header is read.  Reads all records of all inputs,
 * which have the same columns, counts them
 * (a malformed one is rejected, passed over, and makes the status
 * STATUS_DATA_FAILED) and writes the schema as JSON to the filter's writer. */
bool infer_run(struct filter *filter, struct fault *fault);

#endif
