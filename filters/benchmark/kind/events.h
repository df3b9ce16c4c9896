/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * events: events over what they are set against: people for a rate, what was to be expected
 * for a ratio.  The one is a count, and the rule goes by it; the other is public.
 */
#ifndef BENCHMARK_EVENTS_H
#define BENCHMARK_EVENTS_H

#include "kind.h"

bool events_overflow(const struct cell *cell);
enum kind_taken events_take(const struct measure *measure, const struct measure_values *missing,
    const struct reader *reader, struct cell *cell, size_t *column);
void events_merge(struct cell *cell, const struct cell *other);
void events_release(struct cell *cell);
void events_save(const struct cell *cell, struct buffer *text);
bool events_load(struct cell *cell, struct field text);
void events_reckon(const struct measure *measure, const struct cell *cell, struct figure *figure);
bool events_hide(const struct measure *measure, const struct cell *cell,
    const struct figure *figure, const struct disclosure *rule);
void events_publish(const struct measure *measure, const struct cell *cell,
    const struct disclosure *rule, struct figure *figure);
/* Byar's limits, or where exact those of the Poisson distribution. */
bool events_limits(const struct measure *measure, const struct figure *figure, bool exact,
    double confidence, struct interval *interval);
/* The name of the method that these limits are of. */
const char *events_method(const struct figure *figure, bool exact);

#endif
