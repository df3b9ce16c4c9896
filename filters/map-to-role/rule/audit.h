/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * audit: what is wrong with a set of rules though each rule is right by itself.
 *
 * Every function has a rule, and no rule shadows another one of its function: a rule is in
 * the shadow of another where that fires on each of its positive examples too, over words
 * of its own find, with more weight, or with as much and standing earlier.  Finds of one
 * function that overlap count once (decide.h), so it would never add anything.
 */
#ifndef ROLE_AUDIT_H
#define ROLE_AUDIT_H

#include "rules.h"

bool audit_rules(const struct rules *rules, struct fault *fault);

#endif
