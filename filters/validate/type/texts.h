/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * texts: a short list of texts from a schema: missing values, the words for
 * true and false, an enumeration.  The texts are borrowed from the schema's
 * file, but for those that texts_own keeps.
 */
#ifndef VALIDATE_TEXTS_H
#define VALIDATE_TEXTS_H

#include "../../lib/config.h"
#include "../../lib/diag.h"
#include "../../lib/field.h"

#include <stdbool.h>
#include <stddef.h>

/* {0} is an empty list. */
struct texts {
	struct field *items;
	size_t count;
	char **owned;
	size_t owned_count;
};

void texts_add(struct texts *texts, struct field item);
/* Adds a copy of the text. */
void texts_own(struct texts *texts, struct field text);
/* Reads an array of texts; with labels, {"value": TEXT, "label": TEXT} may
 * stand for a text.  A text twice is a fault, and so is a label. */
bool
texts_load(struct texts *texts, const struct config_node *node, bool labels, struct fault *fault);
/* The index of the text, or count. */
size_t texts_find(const struct texts *texts, struct field value);
static inline bool
texts_hold(const struct texts *texts, struct field value)
{
	return texts_find(texts, value) != texts->count;
}
void texts_release(struct texts *texts);

#endif
