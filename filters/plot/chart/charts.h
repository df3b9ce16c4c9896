/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charts: the types, each defined in the folder of its name. */
#ifndef MHSW_PLOT_CHARTS_H
#define MHSW_PLOT_CHARTS_H

#include "chart.h"

extern const struct chart chart_ratio;
extern const struct chart chart_funnel;
extern const struct chart chart_radar;
extern const struct chart chart_ranked;
extern const struct chart chart_control;
extern const struct chart chart_trend;
extern const struct chart chart_heatmap;
extern const struct chart chart_box;
extern const struct chart chart_pyramid;
extern const struct chart chart_likert;
extern const struct chart chart_bar;
extern const struct chart chart_stacked;

#endif
