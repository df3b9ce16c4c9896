/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * belonging: the codes of another list that belong to a category of the framework, the
 * other way round from a crosswalk: capability statements, outcomes.
 */
#ifndef ROLE_BELONGING_H
#define ROLE_BELONGING_H

#include "../../lib/memory.h"

#include "framework.h"

struct belonging {
	struct buffer *codes; /* by row of the framework; a category's, divided by a blank */
	size_t count;
};

/* Capability statements: columns role_code, category, ref and anomaly.  A code is
 * ROLE:REF, such as A2:5.2, with a question mark behind it where the printed source is
 * doubtful. */
bool belonging_load_statements(struct belonging *belonging, const struct framework *framework,
    const char *path, struct fault *fault);
/* Outcomes: columns code and function, which may be a category. */
bool belonging_load_outcomes(struct belonging *belonging, const struct framework *framework,
    const char *path, struct fault *fault);
/* The codes of a category; empty for FRAMEWORK_NONE. */
struct field belonging_of(const struct belonging *belonging, size_t role);
void belonging_release(struct belonging *belonging);

#endif
