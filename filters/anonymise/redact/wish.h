/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * wish: what a policy asks of redaction: which entities go from a column, by which of
 * the row's own columns it is searched besides, and which lists of the policy's own
 * come on top of the built-in ones.
 */
#ifndef ANONYMISE_WISH_H
#define ANONYMISE_WISH_H

#include "../../lib/config.h"
#include "../../lib/memory.h"

#include <stdbool.h>
#include <stddef.h>

/* Of one column. */
struct redact_wish {
	unsigned entities; /* a bit for each enum entity */
	/* Columns whose values are looked for in this text; pseudonymised ones always are. */
	const char **own; /* owned; the texts live as long as the policy */
	size_t own_count;
};

/* Of the whole policy: paths of files of its own; NULL where there is none.  Owned. */
struct redact_lists {
	char *rules; /* further identifiers, in the form of redact/rules.csv */
	char *names; /* further names, in the form of redact/names.csv */
	char *keep;  /* organisations and other words that stay */
};

/* The policy's files are relative to its own folder. */
bool
redact_lists_read(struct redact_lists *lists, const struct config_node *node, struct fault *fault);
void redact_lists_release(struct redact_lists *lists);

bool
redact_wish_read(struct redact_wish *wish, const struct config_node *node, struct fault *fault);
void redact_wish_release(struct redact_wish *wish);
/* As the end of a sentence that begins with the column's name. */
void redact_wish_explain(const struct redact_wish *wish, bool typed, struct buffer *out);

#endif
