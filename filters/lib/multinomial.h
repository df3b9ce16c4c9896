/* SPDX-License-Identifier: GPL-3.0-or-later */
/* multinomial: samples of a table of counts, for intervals by resampling. */
#ifndef MHSW_MULTINOMIAL_H
#define MHSW_MULTINOMIAL_H

#include <stddef.h>

/* Begins the same series of draws again: two runs draw alike. */
void multinomial_begin(void);
/* As many things as counts has (whole numbers, at most 2^31 - 1 in all), each put into
 * one of the cells with the chance that the cell has in counts: binomials, each given
 * those before (Davis 1993), from BTPE or inversion (Kachitvichyanukul and Schmeiser
 * 1988), on the multicarry generator of Marsaglia 1997.  Takes time for each cell, and
 * not for each thing. */
void multinomial_draw(const double *counts, size_t cells, double *drawn);

#endif
