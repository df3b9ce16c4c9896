/* SPDX-License-Identifier: GPL-3.0-or-later */
/* redact: free text with its identifiers replaced by a placeholder. */
#include "redact.h"

#include "../../lib/ascii.h"
#include "../../lib/memory.h"
#include "../../lib/text.h"
#include "../../lib/text_ascii.h"
#include "names.h"
#include "own.h"
#include "rules.h"
#include "scan.h"
#include "scan_blocks.h"

#include <stdlib.h>

#define PLACEHOLDER "[REDACTED]"
/* Rounds in which taking something out may lay bare something else. */
#define ROUNDS 8
/* Those that are words of a text. */
#define OF_WORDS (1U << ENTITY_NAME | 1U << ENTITY_OWN)

struct redact {
	bool typed;
	struct lexicon *lexicon;
	struct rules *rules;
	struct names *names; /* NULL where no column asks */
	struct own *own;
	size_t own_count;
	struct scan scan;
	struct spans spans;
	struct text plain;
	struct buffer rest; /* the plain text with what was found blanked out */
	struct buffer out;
};

/* In the order of enum entity. */
static const char *const labels[ENTITIES] = { "[EMAIL]", "[PHONE]", "[POSTCODE]", "[NHS-NUMBER]",
	"[NAME]", "[OWN]", "[NINO]", "[URL]", "[DATE]", "[PASSPORT]", "[DRIVING-LICENCE]",
	"[SOCIAL-WORK-ENGLAND]", "[NMC]", "[GMC]", "[HCPC]", "[VEHICLE]", "[OTHER]" };

struct redact *
redact_new(unsigned entities, const struct redact_lists *lists, bool typed, struct fault *fault)
{
	struct redact *redact = xcalloc(1, sizeof *redact);
	bool good;

	redact->typed = typed;
	redact->own = own_new();
	redact->rules = rules_new(entities, lists->rules, fault);
	good = redact->rules != NULL;
	if (good) {
		redact->lexicon = lexicon_new((entities & OF_WORDS) != 0
		        || (rules_classes(redact->rules) & ~(uint32_t)LEXICON_OF_NUMBERS) != 0,
		    fault);
		good = redact->lexicon != NULL;
	}
	if (good && (entities & 1U << ENTITY_NAME) != 0) {
		redact->names = names_new(lists, redact->lexicon, fault);
		good = redact->names != NULL;
	}
	if (!good) {
		redact_free(redact);
		return NULL;
	}
	return redact;
}

void
redact_free(struct redact *redact)
{
	if (redact == NULL)
		return;
	names_free(redact->names);
	own_free(redact->own);
	rules_free(redact->rules);
	lexicon_free(redact->lexicon);
	scan_release(&redact->scan);
	spans_release(&redact->spans);
	if (redact->plain.data != NULL)
		explicit_bzero(redact->plain.data, redact->plain.capacity);
	text_release(&redact->plain);
	buffer_release(&redact->rest);
	buffer_release(&redact->out);
	free(redact);
}

void
redact_own(struct redact *redact, const struct field *values, size_t count)
{
	redact->own_count = count;
	own_set(redact->own, values, count);
}

/* A mask that a span touches goes with it, whole. */
static void
take_masks(const struct field text, struct redact_span *span)
{
	while (span->start > 0 && text.data[span->start] == SCAN_BLANK
	    && text.data[span->start - 1] == SCAN_BLANK)
		span->start--;
	while (span->end < text.length && text.data[span->end] == SCAN_BLANK
	    && text.data[span->end - 1] == SCAN_BLANK)
		span->end++;
}

/* Scans a text as far as these entities ask. */
static void
scan_all(struct redact *redact, struct field text, unsigned entities)
{
	if ((entities & OF_WORDS) != 0)
		scan_text(&redact->scan, text, redact->lexicon);
	else
		scan_classes(&redact->scan, text, redact->lexicon);
}

/* What is in a text that was scanned. */
static bool
find_once(struct redact *redact, unsigned entities)
{
	struct scan *scan = &redact->scan;
	size_t first = redact->spans.count;

	if (!rules_find(redact->rules, scan, entities, &redact->spans)
	    || ((entities & 1U << ENTITY_NAME) != 0
	        && !names_find(redact->names, scan, &redact->spans))
	    || ((entities & 1U << ENTITY_OWN) != 0 && redact->own_count != 0
	        && !own_find(redact->own, scan, redact->lexicon, &redact->spans)))
		return false;
	for (size_t i = first; i < redact->spans.count; i++)
		take_masks(scan->text, &redact->spans.list[i]);
	return true;
}

/* Whether a look at a text may be enough to see that there is nothing in it. */
static bool
looks_first(const struct redact *redact, unsigned entities)
{
	return (entities & OF_WORDS) == 0 && !rules_match_bare(redact->rules, entities);
}

static bool
is_of_word(char byte)
{
	return ascii_is_letter(byte) || byte == '\'' || (unsigned char)byte >= 0x80;
}

/* Blanks out the spans from the first one on; whether all words are whole that are left. */
static bool
blank_out(struct buffer *rest, const struct redact_span *spans, size_t count)
{
	char *data = rest->data;
	bool whole = true;

	for (size_t i = 0; i < count; i++) {
		size_t start = spans[i].start;
		size_t end = spans[i].end;

		whole = whole && (start == 0 || !is_of_word(data[start - 1]))
		    && (end == rest->length || !is_of_word(data[end]));
		memset(data + start, SCAN_BLANK, end - start);
	}
	return whole;
}

/* What is in it, and what comes to light once that is gone: a text that was redacted
 * holds nothing more that would be. */
static bool
find_plain(struct redact *redact, struct field text, unsigned entities)
{
	struct spans *spans = &redact->spans;
	size_t known = 0;
	struct field rest;

	scan_all(redact, text, entities);
	if (!find_once(redact, entities))
		return false;
	if (spans->count == 0)
		return true;
	buffer_clear(&redact->rest);
	buffer_append(&redact->rest, text.data, text.length);
	rest = (struct field){ redact->rest.data, text.length };
	for (unsigned round = 0; round < ROUNDS; round++) {
		bool whole = blank_out(&redact->rest, spans->list + known, spans->count - known);

		known = spans->count;
		if (looks_first(redact, entities) && scan_look(rest) == SCAN_BARE)
			return true;
		if (whole && !redact->scan.copied && (entities & OF_WORDS) != 0)
			scan_rest(&redact->scan, rest, redact->lexicon);
		else
			scan_all(redact, rest, entities);
		if (!find_once(redact, entities))
			return false;
		if (spans->count == known)
			return true;
	}
	return false;
}

/* An identifier is found whatever stands in it that no reader sees (zero-width
 * characters) or tells apart (full-width forms, the many blanks and dashes). */
static bool
find_all(struct redact *redact, struct field text, unsigned entities)
{
	const bool hidden = text_has_control(text.data, text.length);
	const struct text *plain = &redact->plain;
	struct fault fault;

	if (looks_first(redact, entities) && !hidden) {
		enum scan_look look = scan_look(text);

		if (look != SCAN_UNICODE)
			return look == SCAN_BARE || find_plain(redact, text, entities);
	} else if (!hidden && text_ascii_length(text.data, text.length) == text.length)
		return find_plain(redact, text, entities);
	if (!text_plain(&redact->plain, text, &fault)
	    || !find_plain(redact, (struct field){ plain->data, plain->length }, entities))
		return false;
	for (size_t i = 0; i < redact->spans.count; i++) {
		redact->spans.list[i].start = plain->origin[redact->spans.list[i].start];
		redact->spans.list[i].end = plain->origin[redact->spans.list[i].end];
	}
	return true;
}

bool
redact_spans(struct redact *redact, struct field text, unsigned entities,
    const struct redact_span **spans, size_t *count)
{
	redact->spans.count = 0;
	if (text.length != 0 && !find_all(redact, text, entities))
		return false;
	spans_merge(&redact->spans);
	*spans = redact->spans.list;
	*count = redact->spans.count;
	return true;
}

enum redact_result
redact_text(struct redact *redact, struct field text, unsigned entities, uint64_t found[ENTITIES],
    struct field *out)
{
	const struct redact_span *spans;
	size_t count;
	size_t done = 0;

	if (!redact_spans(redact, text, entities, &spans, &count)) {
		*out = field_of(PLACEHOLDER);
		return REDACT_UNSEARCHABLE;
	}
	if (count == 0)
		return REDACT_CLEAN;
	buffer_clear(&redact->out);
	for (size_t i = 0; i < count; i++) {
		const struct redact_span *span = &spans[i];

		buffer_append(&redact->out, text.data + done, span->start - done);
		buffer_append_text(
		    &redact->out, redact->typed ? labels[span->entity] : PLACEHOLDER);
		found[span->entity]++;
		done = span->end;
	}
	buffer_append(&redact->out, text.data + done, text.length - done);
	*out = (struct field){ redact->out.data, redact->out.length };
	return REDACT_CHANGED;
}
