/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interval_tail: how intervals ask libRmath for quantiles. */
#ifndef MHSW_INTERVAL_TAIL_H
#define MHSW_INTERVAL_TAIL_H

/* The upper tail is asked for, since 1 - alpha / 2 loses digits. */
#define UPPER_TAIL 0
#define LOWER_TAIL 1
#define NO_LOG     0

/* What an interval of that confidence leaves out on each side. */
static inline double
interval_tail(double confidence)
{
	return (1 - confidence) / 2;
}

#endif
