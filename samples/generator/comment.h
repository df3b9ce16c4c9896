/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * comment: free text as people write it, put together from phrases.
 */
#ifndef GENERATE_COMMENT_H
#define GENERATE_COMMENT_H

#include "draft.h"
#include "random.h"

#include <stdbool.h>

struct comment_about {
	unsigned respondent; /* 0 the service user, else a carer or the family */
	unsigned team;       /* some roles are heard of more in some teams */
	int mood;            /* thousandths of a standard deviation, 0 is middling */
};

/* The comment, without quotes; breaks are line feeds. */
void comment_compose(const struct comment_about *about, struct random *random, struct draft *draft);

#endif
