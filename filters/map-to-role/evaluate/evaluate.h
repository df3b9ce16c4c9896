/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * evaluate: the decisions against people's codes, beside baselines: a confusion matrix,
 * precision, recall and F1 of each role, macro-F1, agreement, coverage by confidence, and
 * the same of each value of a column.
 *
 * A person's code is a category, a function, or empty (or the word none): outside of the
 * framework.
 */
#ifndef ROLE_EVALUATE_H
#define ROLE_EVALUATE_H

#include "../way.h"

extern const struct way evaluate_way;

#endif
