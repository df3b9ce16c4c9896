/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filter_inputs: the files that a filter reads; filter.c's own part. */
#ifndef MHSW_FILTER_INPUTS_H
#define MHSW_FILTER_INPUTS_H

#include "filter.h"

/* Opens all inputs and reads the header of the first. */
bool filter_open_inputs(struct filter *filter, struct fault *fault);
void filter_close_inputs(struct filter *filter);

#endif
