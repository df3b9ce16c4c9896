/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * measure_list: what the list of measures, its reader and the kinds share.
 */
#ifndef MHSW_MEASURE_LIST_H
#define MHSW_MEASURE_LIST_H

#include "../../lib/config.h"
#include "measure.h"

/* What a multiplier may be. */
#define MEASURE_MULTIPLIER_MAX 1000000000

/* Copies the text. */
void measure_values_add(struct measure_values *values, const char *text, size_t length);
void measure_values_release(struct measure_values *values);
void measure_release(struct measure *measure);
/* Takes over what the measure holds; on a fault it stays with the caller. */
bool measures_add(struct measures *measures, struct measure *measure, struct fault *fault);

/* What kinds read of a configuration.  A list of texts that is not empty. */
bool measure_read_values(
    const struct config_node *node, struct measure_values *values, struct fault *fault);
/* The name of a column, which has to be there. */
bool measure_read_column(const struct config_node *node, const char *key, struct measure *measure,
    enum measure_column column, struct fault *fault);
/* That of the key column, and those of numerator and denominator: all that some kinds read. */
bool measure_read_one(const struct config_node *node, struct measure *measure, struct fault *fault);
bool
measure_read_pair(const struct config_node *node, struct measure *measure, struct fault *fault);
/* As measure_read_column, or a predicate over records. */
bool measure_read_side(const struct config_node *node, const char *key, struct measure *measure,
    enum measure_column column, struct fault *fault);

/* What kinds read of an option: a column. */
bool measure_type_one(struct measure *measure, const char *text, struct fault *fault);
/* NUM/DEN. */
bool measure_split(struct measure *measure, const char *text, struct fault *fault);
/* NUM/DEN or NUM/DEN:PER, which is the multiplier. */
bool measure_split_per(struct measure *measure, const char *text, struct fault *fault);

#endif
