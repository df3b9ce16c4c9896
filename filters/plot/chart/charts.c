/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charts: the list of all charts; a line here and a folder are a type. */
#include "charts.h"

const struct chart *const charts[] = {
	&chart_ratio,
	&chart_funnel,
	&chart_ranked,
	&chart_control,
	&chart_trend,
	&chart_heatmap,
	&chart_box,
	&chart_pyramid,
	&chart_likert,
	&chart_bar,
	&chart_stacked,
	&chart_radar,
	NULL,
};

const char *const chart_names[] = {
	"ratio",
	"funnel",
	"ranked",
	"control",
	"trend",
	"heatmap",
	"box",
	"pyramid",
	"likert",
	"bar",
	"stacked",
	"radar",
	NULL,
};
