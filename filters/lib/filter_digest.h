/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filter_digest: --digest; the filter's own parts alone include it. */
#ifndef MHSW_FILTER_DIGEST_H
#define MHSW_FILTER_DIGEST_H

#include "filter.h"

/* Where digests are wanted, makes room for those of all inputs, and of the output. */
void filter_digest_inputs(struct filter *filter);
void filter_digest_output(struct filter *filter);
void filter_digest_close(struct filter *filter);

#endif
