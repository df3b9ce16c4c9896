/* SPDX-License-Identifier: GPL-3.0-or-later */
/* choose: which chart is drawn, and what cannot stand in one. */
#ifndef MHSW_PLOT_CHOOSE_H
#define MHSW_PLOT_CHOOSE_H

#include "../chart/chart.h"
#include "select.h"

/* Sets the chart: the one wished for, else the first that suits the counts. */
bool
select_choose(struct selection *selection, const struct chart_counts *counts, struct fault *fault);
/* A chart of that type shows one measure: says which there are, and false. */
bool select_fault_measures(const struct series *series, const size_t *measures, size_t count,
    const char *type, struct fault *fault);
/* The periods of each measure's rows are of one length: a month and the three months that
 * end with it are two figures of one time, and no course of figures. */
bool select_one_length(const struct selection *selection, struct fault *fault);

#endif
