/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * options: how figures are compared.
 */
#ifndef BENCHMARK_COMPARE_OPTIONS_H
#define BENCHMARK_COMPARE_OPTIONS_H

#include "../control/control_options.h"
#include "../funnel/funnel_options.h"
#include "../peers/peers.h"

#include <stdbool.h>
#include <stdint.h>

struct bands;
struct peer_list;

struct compare_options {
	uint32_t asked; /* the comparers, as a set of their places in comparers[] */
	enum peers_ties ties;
	struct control_options control;
	const char *reference; /* the group of reference; NULL: none is asked for */
	struct funnel_options funnel;
	bool by_measure; /* the first further column has the measures' names */
	/* owned by the plan */
	const struct bands *bands;
	const struct peer_list *peers; /* NULL: all units are compared with each other */
};

#endif
