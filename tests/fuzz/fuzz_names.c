/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the names of a text and the row's own values: what is found lies within the text
 * and at the borders of characters, names that stand apart are found whatever stands
 * before them, and a text that was redacted holds nothing more.
 */
#include "../../filters/anonymise/redact/redact.h"
#include "../../filters/lib/memory.h"
#include "../../filters/lib/text.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define ENTITIES_OF_NAMES (1U << ENTITY_NAME | 1U << ENTITY_OWN)

static struct redact *redact;

static bool
is_border(struct field text, size_t at)
{
	return at == text.length || ((unsigned char)text.data[at] & 0xc0) != 0x80;
}

static void
check_spans(struct field text)
{
	const struct redact_span *spans;
	size_t count;
	size_t last = 0;

	if (!redact_spans(redact, text, ENTITIES_OF_NAMES, &spans, &count))
		abort();
	for (size_t i = 0; i < count; i++) {
		if (spans[i].start < last || spans[i].end <= spans[i].start
		    || spans[i].end > text.length || !is_border(text, spans[i].start)
		    || !is_border(text, spans[i].end))
			abort();
		last = spans[i].end;
	}
}

/* Redacts the text, and then what came of it, of which nothing more may go.  planted: the
 * row has no values of its own, that would go besides. */
static void
check_twice(struct field text, bool planted)
{
	static const char tail[] = "I saw [REDACTED] and Mrs [REDACTED].";
	uint64_t found[ENTITIES] = { 0 };
	struct buffer once = { 0 };
	struct field out = text;

	if (redact_text(redact, text, ENTITIES_OF_NAMES, found, &out) == REDACT_CHANGED) {
		if (planted && memmem(out.data, out.length, tail, sizeof tail - 1) == NULL)
			abort();
		buffer_append(&once, out.data, out.length);
		out = (struct field){ once.data, once.length };
		if (redact_text(redact, out, ENTITIES_OF_NAMES, found, &out) != REDACT_CLEAN)
			abort();
	} else
		abort();
	buffer_release(&once);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct redact_lists lists;
	struct fault fault;
	struct field own[2];
	struct buffer text = { 0 };
	size_t length;

	if (redact == NULL)
		redact = redact_new(ENTITIES_OF_NAMES, &lists, false, &fault);
	if (redact == NULL)
		abort();
	if (size < 1 || text_invalid_at((const char *)data + 1, size - 1) != size - 1)
		return 0;
	/* the row's own values are the beginning of the text too */
	length = data[0] < size - 1 ? data[0] : size - 1;
	while (length > 0 && length < size - 1 && (data[1 + length] & 0xc0) == 0x80)
		length--;
	own[0] = (struct field){ (const char *)data + 1, length / 2 };
	while (own[0].length > 0 && (data[1 + own[0].length] & 0xc0) == 0x80)
		own[0].length--;
	own[1] = (struct field){ own[0].data + own[0].length, length - own[0].length };
	redact_own(redact, own, 2);
	buffer_append(&text, (const char *)data + 1, size - 1);
	buffer_append_text(&text, ". I saw Siobhan and Mrs Quillaby.");
	check_spans((struct field){ text.data, text.length });
	check_twice((struct field){ text.data, text.length }, length == 0);
	buffer_release(&text);
	return 0;
}
