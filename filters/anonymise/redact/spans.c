/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spans: where identifiers stand in a text. */
#include "spans.h"

#include "../../lib/memory.h"

#include <stdlib.h>

void
spans_add(struct spans *spans, size_t start, size_t end, enum entity entity)
{
	if (end <= start)
		return;
	if (spans->count == spans->capacity) {
		spans->capacity = spans->capacity ? 2 * spans->capacity : 16;
		spans->list = xreallocarray(spans->list, spans->capacity, sizeof *spans->list);
	}
	spans->list[spans->count++] = (struct redact_span){ start, end, entity };
}

static int
compare(const void *a, const void *b)
{
	const struct redact_span *left = a;
	const struct redact_span *right = b;

	if (left->start != right->start)
		return left->start < right->start ? -1 : 1;
	/* the longer first: its entity names the two */
	if (left->end != right->end)
		return left->end > right->end ? -1 : 1;
	return (left->entity > right->entity) - (left->entity < right->entity);
}

void
spans_merge(struct spans *spans)
{
	size_t kept = 0;

	if (spans->count < 2)
		return;
	qsort(spans->list, spans->count, sizeof *spans->list, compare);
	for (size_t i = 1; i < spans->count; i++) {
		struct redact_span *last = &spans->list[kept];

		if (spans->list[i].start >= last->end)
			spans->list[++kept] = spans->list[i];
		else if (spans->list[i].end > last->end)
			last->end = spans->list[i].end;
	}
	spans->count = kept + 1;
}

void
spans_release(struct spans *spans)
{
	free(spans->list);
	*spans = (struct spans){ 0 };
}
