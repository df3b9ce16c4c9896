/* SPDX-License-Identifier: GPL-3.0-or-later */
/* redact: free text with its identifiers replaced by a placeholder. */
#include "redact.h"

#include "../../lib/memory.h"
#include "../../lib/pattern.h"
#include "../../lib/text.h"
#include "titled.h"

#include <sodium.h>
#include <stdlib.h>

#define PLACEHOLDER "[REDACTED]"

struct redact {
	bool typed;
	struct pattern **identifiers; /* as in the table; NULL where no column asks */
	struct pattern *titled[TITLED_PATTERNS];
	struct redact_span *spans;
	size_t count;
	size_t capacity;
	struct text plain;
	struct buffer out;
	const struct field *own; /* borrowed */
	size_t own_count;
};

static const char *const labels[ENTITIES] = { "[EMAIL]", "[PHONE]", "[POSTCODE]", "[NHS-NUMBER]",
	"[NAME]", "[OWN]", "[NINO]", "[URL]", "[DATE]", "[PASSPORT]", "[DRIVING-LICENCE]",
	"[SOCIAL-WORK-ENGLAND]", "[NMC]", "[GMC]", "[HCPC]", "[VEHICLE]" };

static bool
compile_titled(struct redact *redact, struct fault *fault)
{
	struct buffer source = { 0 };
	bool good = true;

	for (size_t i = 0; good && i < TITLED_PATTERNS; i++) {
		buffer_clear(&source);
		titled_pattern(i, &source);
		redact->titled[i] =
		    pattern_new((struct field){ source.data, source.length }, 0, fault);
		good = redact->titled[i] != NULL;
	}
	buffer_release(&source);
	return good;
}

struct redact *
redact_new(unsigned entities, const struct redact_lists *lists, bool typed, struct fault *fault)
{
	struct redact *redact = xcalloc(1, sizeof *redact);
	bool good = true;

	(void)lists;
	redact->typed = typed;
	redact->identifiers = xcalloc(identifier_count, sizeof(struct pattern *));
	for (size_t i = 0; good && i < identifier_count; i++)
		if ((entities & 1U << identifiers[i].entity) != 0) {
			redact->identifiers[i] =
			    pattern_new(field_of(identifiers[i].pattern), 0, fault);
			good = redact->identifiers[i] != NULL;
		}
	if (good && (entities & 1U << ENTITY_NAME) != 0)
		good = compile_titled(redact, fault);
	if (!good) {
		redact_free(redact);
		return NULL;
	}
	return redact;
}

void
redact_own(struct redact *redact, const struct field *values, size_t count)
{
	redact->own = values;
	redact->own_count = count;
}

void
redact_free(struct redact *redact)
{
	if (redact == NULL)
		return;
	for (size_t i = 0; i < identifier_count; i++)
		pattern_free(redact->identifiers[i]);
	for (size_t i = 0; i < TITLED_PATTERNS; i++)
		pattern_free(redact->titled[i]);
	free(redact->identifiers);
	free(redact->spans);
	if (redact->plain.data != NULL)
		sodium_memzero(redact->plain.data, redact->plain.capacity);
	text_release(&redact->plain);
	if (redact->out.data != NULL)
		sodium_memzero(redact->out.data, redact->out.capacity);
	buffer_release(&redact->out);
	free(redact);
}

static void
add_span(struct redact *redact, struct pattern_span span, enum entity entity)
{
	if (redact->count == redact->capacity) {
		redact->capacity = redact->capacity ? 2 * redact->capacity : 16;
		redact->spans =
		    xreallocarray(redact->spans, redact->capacity, sizeof *redact->spans);
	}
	redact->spans[redact->count++] = (struct redact_span){ span.start, span.end, entity };
}

/* Where the next search begins: one character on, so that a match that overlaps
 * this one is found too: a number may begin within a run of digits before it. */
static size_t
step_on(struct field text, size_t at)
{
	do
		at++;
	while (at < text.length && ((unsigned char)text.data[at] & 0xc0) == 0x80);
	return at;
}

/* Finds all that one pattern finds from start on; false when it cannot search. */
static bool
search(struct redact *redact, const struct pattern *pattern, unsigned group, enum entity entity,
    bool (*accept)(struct field), struct field text, size_t start)
{
	struct pattern_span span;
	enum pattern_result result;

	while ((result = pattern_find(pattern, text, start, &span)) == PATTERN_YES) {
		start = step_on(text, span.start);
		if (group != 0 && !pattern_group(pattern, group, &span))
			return false;
		if (accept == NULL
		    || accept((struct field){ text.data + span.start, span.end - span.start }))
			add_span(redact, span, entity);
	}
	return result == PATTERN_NO;
}

/* What a text has to hold before a pattern is worth its time. */
struct features {
	size_t digits;
	bool at;
};

static struct features
features_of(struct field text)
{
	struct features features = { 0 };

	for (size_t i = 0; i < text.length; i++)
		features.digits += (unsigned char)(text.data[i] - '0') < 10;
	features.at = text.length != 0 && memchr(text.data, '@', text.length) != NULL;
	return features;
}

static bool
find_spans(struct redact *redact, struct field text, unsigned entities)
{
	struct features features = features_of(text);

	redact->count = 0;
	for (size_t i = 0; i < identifier_count; i++) {
		const struct identifier *identifier = &identifiers[i];

		if ((entities & 1U << identifier->entity) != 0
		    && features.digits >= identifier->digits && (features.at || !identifier->at)
		    && !search(redact, redact->identifiers[i], identifier->group,
		        identifier->entity, identifier->accept, text, 0))
			return false;
	}
	if ((entities & 1U << ENTITY_NAME) != 0) {
		size_t first = titled_first(text.data, text.length, 0);

		for (size_t i = 0; first < text.length && i < TITLED_PATTERNS; i++)
			if (!search(redact, redact->titled[i], 1, ENTITY_NAME, NULL, text, first))
				return false;
	}
	return true;
}

static bool
is_ascii(struct field text)
{
	unsigned char bits = 0;

	for (size_t i = 0; i < text.length; i++)
		bits |= (unsigned char)text.data[i];
	return bits < 0x80;
}

/* An identifier is found whatever stands in it that no reader sees (zero-width
 * characters) or tells apart (full-width forms, the many blanks and dashes). */
static bool
find_all(struct redact *redact, struct field text, unsigned entities)
{
	const struct text *plain = &redact->plain;
	struct fault fault;

	if (is_ascii(text))
		return find_spans(redact, text, entities);
	if (!text_plain(&redact->plain, text, &fault)
	    || !find_spans(redact, (struct field){ plain->data, plain->length }, entities))
		return false;
	for (size_t i = 0; i < redact->count; i++) {
		redact->spans[i].start = plain->origin[redact->spans[i].start];
		redact->spans[i].end = plain->origin[redact->spans[i].end];
	}
	return true;
}

static int
compare_spans(const void *a, const void *b)
{
	const struct redact_span *left = a;
	const struct redact_span *right = b;

	if (left->start != right->start)
		return left->start < right->start ? -1 : 1;
	/* the longer first: its entity names the two */
	return (left->end < right->end) - (left->end > right->end);
}

/* Makes overlapping spans one. */
static void
merge_spans(struct redact *redact)
{
	size_t kept = 0;

	if (redact->count > 1)
		qsort(redact->spans, redact->count, sizeof *redact->spans, compare_spans);
	for (size_t i = 1; i < redact->count; i++) {
		struct redact_span *last = &redact->spans[kept];

		if (redact->spans[i].start >= last->end)
			redact->spans[++kept] = redact->spans[i];
		else if (redact->spans[i].end > last->end)
			last->end = redact->spans[i].end;
	}
	redact->count = kept + 1;
}

bool
redact_spans(struct redact *redact, struct field text, unsigned entities,
    const struct redact_span **spans, size_t *count)
{
	redact->count = 0;
	if (text.length != 0 && !find_all(redact, text, entities))
		return false;
	if (redact->count != 0)
		merge_spans(redact);
	*spans = redact->spans;
	*count = redact->count;
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
