/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change: how much the same people changed from one round to another. */
#ifndef SCORE_CHANGE_H
#define SCORE_CHANGE_H

#include "../way.h"

extern const struct way change_way;

#endif
