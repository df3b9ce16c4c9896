/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the redaction of free text: whatever stands before them, identifiers
 * that stand apart are gone from what comes out, which is UTF-8 again, a text that is
 * called clean had none, and what comes out is clean: to redact twice is to redact once.
 */
#include "../../filters/anonymise/redact/redact.h"
#include "../../filters/lib/memory.h"
#include "../../filters/lib/text.h"

#include <stdbool.h>
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
	{ ENTITY_NINO, " AB 99 88 77 C.", "99 88 77" },
	{ ENTITY_URL, " https://planted.example.", "planted.example" },
	{ ENTITY_DATE, " 29/02/1904.", "29/02/1904" },
	{ ENTITY_PASSPORT, " ZZ9998887.", "ZZ9998887" },
	{ ENTITY_DRIVING_LICENCE, " PLANT902290AB9CD.", "PLANT902290AB9CD" },
	{ ENTITY_SOCIAL_WORK_ENGLAND, " SW99887.", "SW99887" },
	{ ENTITY_NMC, " 99L9988Z.", "99L9988Z" },
	{ ENTITY_GMC, " GMC 9998887.", "9998887" },
	{ ENTITY_HCPC, " PYL99887.", "PYL99887" },
	{ ENTITY_VEHICLE, " YY79 ZZZ.", "YY79 ZZZ" },
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

/* The placeholders are left alone, and nothing has come to light beside them. */
static void
check_again(struct redact *redact, struct field text, unsigned entities)
{
	uint64_t found[ENTITIES] = { 0 };
	struct buffer once = { 0 };
	struct field out = text;

	if (redact_text(redact, text, entities, found, &out) == REDACT_CHANGED) {
		buffer_append(&once, out.data, out.length);
		if (redact_text(
		        redact, (struct field){ once.data, once.length }, entities, found, &out)
		    != REDACT_CLEAN)
			abort();
	}
	buffer_release(&once);
}

static const struct redact_lists lists;

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct redact *redact[2];
	struct fault fault;
	struct buffer text = { 0 };
	unsigned entities;
	bool typed;

	for (size_t i = 0; i < 2; i++) {
		if (redact[i] == NULL)
			redact[i] = redact_new((1U << ENTITIES) - 1, &lists, i == 1, &fault);
		if (redact[i] == NULL)
			abort();
	}
	if (size < 5 || text_invalid_at((const char *)data + 5, size - 5) != size - 5)
		return 0;
	entities =
	    (data[0] | (unsigned)data[1] << 8 | (unsigned)data[2] << 16) & ((1U << ENTITIES) - 1);
	typed = (data[3] & 1) != 0;
	buffer_append(&text, (const char *)data + 5, size - 5);
	buffer_append_text(&text, planted[data[4] % (sizeof planted / sizeof *planted)].text);
	check(redact[typed], (struct field){ text.data, text.length }, entities);
	check_again(redact[typed], (struct field){ text.data, text.length }, entities);
	buffer_release(&text);
	return 0;
}
