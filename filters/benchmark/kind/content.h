/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * content: what stands in a field where a number is looked for.
 */
#ifndef BENCHMARK_CONTENT_H
#define BENCHMARK_CONTENT_H

#include "../../lib/decimal.h"
#include "kind.h"

/* The empty field and the codes that mean no answer. */
static inline bool
content_is_missing(const struct measure_values *missing, struct field value)
{
	return value.length == 0 || (missing->count != 0 && measure_values_have(missing, value));
}

/* KIND_TAKEN: *number is set. */
enum kind_taken
content_number(struct field value, const struct measure_values *missing, struct decimal *number);
/* Two columns that have to hold a number both; what is worse of the two, and its column. */
enum kind_taken content_pair(const struct measure *measure, const struct measure_values *missing,
    const struct reader *reader, struct decimal *above, struct decimal *below,
    enum measure_column *column);

#endif
