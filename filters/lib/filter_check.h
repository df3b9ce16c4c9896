/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * filter_check: what several filters ask of their options, once they are read.
 */
#ifndef MHSW_FILTER_CHECK_H
#define MHSW_FILTER_CHECK_H

#include "diag.h"

#include <stdbool.h>

/* An option that goes with another one alone. */
struct companion {
	const char *option; /* without the dashes; NULL ends a list */
	const char *needs;  /* as it is said */
	bool given;
	bool has; /* what it needs */
};

bool filter_check_companions(const struct companion *companions, struct fault *fault);
/* The value is one of the words (NULL ends them), or NULL: not given. */
bool filter_check_word(
    const char *option, const char *value, const char *const *words, struct fault *fault);
/* A prefix of columns' names stands in the header; NULL: not given. */
bool filter_check_prefix(const char *prefix, struct fault *fault);

#endif
