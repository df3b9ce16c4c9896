/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rest: the records that are not settled yet, apart, so that a step does not go over
 * all of them; beside them the digests of the classes that are settled.
 *
 * That is enough where a class that keeps the policy keeps it whoever joins it
 * (diversity_grows); else every step looks at all records.
 */
#ifndef ANONYMISE_REST_H
#define ANONYMISE_REST_H

#include "pass.h"

/* Opens the files; before the sandbox. */
bool rest_open(struct classes *classes, struct fault *fault);
void rest_release(struct rest *rest);
/* After the first count, and whenever the rest is much smaller than its file. */
bool rest_gather(struct classes *classes, uint64_t count, struct fault *fault);
/* A class keeps the policy now; mark: which of its columns are stars. */
bool rest_settle(struct classes *classes, const struct class_facts *facts, struct fault *fault);
bool rest_feed(const struct pass *pass, struct counter *counter, struct fault *fault);
/* How many entries a step offers, at most. */
uint64_t rest_entries(const struct rest *rest);
/* Which columns of the record are stars at the step. */
uint32_t rest_stars(const struct classes *classes, const unsigned char *item, size_t step);

#endif
