/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * row: writes the header and one record for each group and measure.
 */
#ifndef MHSW_ROW_H
#define MHSW_ROW_H

#include "../../lib/writer.h"
#include "../compare/compare.h"
#include "../figure/figure.h"
#include "../group/group_key.h"

#include <stddef.h>

struct row_options {
	const struct group_key *key;
	const struct disclosure *rule;
	const struct comparison *comparison;
};

/* Names of further columns that would stand twice in the header are a fault. */
bool row_check(const struct row_options *options, struct fault *fault);
void row_header(struct writer *writer, const struct row_options *options);
/* index: of the measure.  False as soon as a write has failed. */
bool row_write(struct writer *writer, const struct row_options *options, const struct group *group,
    const struct measures *measures, size_t index, const struct figure *figure);

#endif
