/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * append: each record with its role as further columns: role, function, status,
 * confidence, score, margin, rules, evidence, spans; then, asked for, pcf, outcomes and
 * the indicators.
 */
#ifndef ROLE_APPEND_H
#define ROLE_APPEND_H

#include "../way.h"

extern const struct way append_way;

#endif
