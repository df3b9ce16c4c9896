/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sample: texts for two people to code, drawn over what the program says of them.
 *
 * A stratum is what a record is decided to be: one of the categories, ambiguous,
 * unmapped.  Texts in another language, and records without a text, belong to none.  The
 * number asked for is divided evenly over the strata, so that rare categories are coded
 * often enough.  In each stratum records are drawn, all with the same chance (stratum.h);
 * a text that is drawn several times stands in the sample once, since coding it again
 * tells nothing.
 *
 * The weight is how many records of the file a text stands for: those of its stratum
 * divided by the drawn ones, times the drawn ones with this text.  The weights of a stratum
 * add up to its records, and those of the sample to the records that were drawn from, so
 * that weighted figures are those of the file, frequent texts and all.
 *
 * What the program decided does not stand in the sample, and the strata are mixed.  But
 * the weight is much the same for all texts of a stratum: take that column out before
 * the coders see it, and join it again by the number.
 */
#ifndef ROLE_SAMPLE_H
#define ROLE_SAMPLE_H

#include "../way.h"

extern const struct way sample_way;

#endif
