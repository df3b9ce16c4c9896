/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * spans: where identifiers stand in a text, in any order and over each other until
 * they are merged.
 */
#ifndef ANONYMISE_SPANS_H
#define ANONYMISE_SPANS_H

#include "identifier.h"

#include <stddef.h>

/* Byte offsets [start, end) of the text that was searched. */
struct redact_span {
	size_t start;
	size_t end;
	enum entity entity;
};

/* {0} is empty; room is reused from text to text. */
struct spans {
	struct redact_span *list;
	size_t count;
	size_t capacity;
};

/* An empty span (end <= start) is none. */
void spans_add(struct spans *spans, size_t start, size_t end, enum entity entity);
/* Puts them in order and makes those that overlap one, which has the entity of the one
 * that begins first (of the longest, where several do). */
void spans_merge(struct spans *spans);
void spans_release(struct spans *spans);

#endif
