/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * title: the headline of a chart where the user wrote none.
 */
#ifndef MHSW_PLOT_TITLE_H
#define MHSW_PLOT_TITLE_H

#include "select.h"

/* A plain statement from measure, unit, period and the figures shown; cleaned;
 * the caller frees it. */
char *title_make(const struct selection *selection);

#endif
