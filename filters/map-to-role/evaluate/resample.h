/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * resample: accuracy, macro-F1 and agreement of the rules and of the baselines, those that
 * are no shares with intervals by resampling (agree/bootstrap.h).  All are drawn alike, so
 * that the difference of two systems is of the same records.  Where all draws are alike,
 * as where all is right, they tell nothing, and there is no interval.
 *
 * With weights a cell is drawn as often as its effective number of records says (Kish
 * 1965), each of which stands for the same part of the cell's weight: the variance is then
 * that of the records with their weights, but for rounding to whole records.
 */
#ifndef ROLE_RESAMPLE_H
#define ROLE_RESAMPLE_H

#include "figures.h"

/* Fills confusion, majority, roles_averaged, systems and agreement. */
void resample_systems(struct figures *figures, const struct tally *tally);

#endif
