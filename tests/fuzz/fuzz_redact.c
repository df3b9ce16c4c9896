/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the redaction of free text: whatever stands before them, identifiers
 * that stand apart are gone from what comes out, which is UTF-8 again, and a text
 * that is called clean had none.
 */
#include "../../filters/anonymise/redact/redact.h"
#include "../../filters/lib/memory.h"
#include "../../filters/lib/text.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct {
	enum entity entity;
	const char *text;
	const char *secret;
} planted[] = {
	{ ENTITY_EMAIL, " jo.planted@example.org.", "planted@example" },
	{ ENTITY_PHONE, " 0115 496 0123.", "496 0123" },
	{ ENTITY_POSTCODE, " NG99 9ZZ.", "NG99 9ZZ" },
	{ ENTITY_NHS_NUMBER, " 999 000 0018.", "999 000 0018" },
	{ ENTITY_NAME, " Mrs Plantagenet.", "Plantagenet" },
};

static size_t
occurrences(struct field text, const char *what)
{
	size_t count = 0;
	const char *at = text.data;
	size_t length = strlen(what);

	while ((at = memmem(at, text.length - (size_t)(at - text.data), what, length)) != NULL) {
		count++;
		at += length;
	}
	return count;
}

static void
check(struct redact *redact, struct field text, unsigned entities)
{
	uint64_t found[ENTITIES] = { 0 };
	uint64_t total = 0;
	struct field out = text;
	enum redact_result result = redact_text(redact, text, entities, found, &out);

	if (result == REDACT_UNSEARCHABLE)
		return;
	for (size_t i = 0; i < ENTITIES; i++) {
		total += found[i];
		if (found[i] != 0 && (entities & 1U << i) == 0)
			abort();
	}
	if ((result == REDACT_CHANGED) != (total != 0)
	    || text_invalid_at(out.data, out.length) != out.length)
		abort();
	for (size_t i = 0; i < sizeof planted / sizeof *planted; i++)
		if ((entities & 1U << planted[i].entity) != 0
		    && occurrences(out, planted[i].secret) + occurrences(text, planted[i].text)
		        > occurrences(text, planted[i].secret))
			abort();
}

static const struct redact_lists lists;

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct redact *redact;
	struct fault fault;
	struct buffer text = { 0 };
	unsigned entities;

	if (redact == NULL)
		redact = redact_new((1U << ENTITIES) - 1, &lists, true, &fault);
	if (redact == NULL)
		abort();
	if (size < 2 || text_invalid_at((const char *)data + 2, size - 2) != size - 2)
		return 0;
	entities = data[0] & ((1U << ENTITIES) - 1);
	buffer_append(&text, (const char *)data + 2, size - 2);
	buffer_append_text(&text, planted[data[1] % (sizeof planted / sizeof *planted)].text);
	check(redact, (struct field){ text.data, text.length }, entities);
	buffer_release(&text);
	return 0;
}
