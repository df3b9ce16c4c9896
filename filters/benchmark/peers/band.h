/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * band: a word for a distance, such as a z of a funnel or the deviations from the median.
 *
 * The words are data: bands.csv, which the program carries, or a file of that form.
 */
#ifndef BENCHMARK_BAND_H
#define BENCHMARK_BAND_H

#include "../../lib/diag.h"
#include "../measure/measure.h"

#include <stddef.h>

struct bands;

/* band_of found none. */
#define BAND_NONE ((size_t)-1)

/* The program's own bands; with a path those of the file come before them, for the
 * comparisons and polarities that it names.  NULL with a fault. */
struct bands *bands_load(const char *path, struct fault *fault);
void bands_free(struct bands *bands);

/* The index of the band that the distance of a measure of that polarity lies in; a distance
 * on a bound belongs to the band nearer to 0.  BAND_NONE for NaN, and for a comparison
 * without bands. */
size_t band_of(const struct bands *bands, const char *comparison, enum measure_polarity polarity,
    double distance);
/* The word of the band of that index. */
const char *band_word(const struct bands *bands, size_t index);

#endif
