/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pattern: PCRE2 with JIT (its only room).
 *
 * Subjects and patterns are always Unicode: a form for plain ASCII subjects was
 * tried beside it and gained no more than finding out that they are ASCII cost.
 */
#include "pattern.h"

#include "memory.h"

#include <pcre2.h>
#include <stdlib.h>

#define MATCH_LIMIT    1000000    /* steps; a sane pattern takes some thousands on a page of text */
#define HEAP_LIMIT     65536      /* KiB, where there is no JIT */
#define JIT_STACK_SIZE (1U << 20) /* bytes */

/* Machine code of PCRE2 reads whole aligned vectors, past the end of a text though
 * never past its page; valgrind cannot know that, so its build goes without. */
#ifndef PATTERN_JIT
#define PATTERN_JIT true
#endif

/* The last match. */
struct match {
	pcre2_match_data *data;
	uint32_t groups; /* that may have taken part, group 0 among them */
};

struct pattern {
	pcre2_code *code;
	bool jit;
	struct match *match;
};

/* What all patterns of the process share. */
static struct {
	size_t users;
	pcre2_compile_context *compile;
	pcre2_match_context *match;
	pcre2_jit_stack *stack;
} shared;

static void
release_shared(void)
{
	if (--shared.users > 0)
		return;
	pcre2_jit_stack_free(shared.stack);
	pcre2_match_context_free(shared.match);
	pcre2_compile_context_free(shared.compile);
	shared.stack = NULL;
	shared.match = NULL;
	shared.compile = NULL;
}

static bool
take_shared(void)
{
	if (shared.users++ > 0)
		return true;
	shared.compile = pcre2_compile_context_create(NULL);
	shared.match = pcre2_match_context_create(NULL);
	shared.stack = pcre2_jit_stack_create(JIT_STACK_SIZE / 32, JIT_STACK_SIZE, NULL);
	if (shared.compile == NULL || shared.match == NULL) {
		release_shared();
		return false;
	}
	pcre2_set_match_limit(shared.match, MATCH_LIMIT);
	pcre2_set_heap_limit(shared.match, HEAP_LIMIT);
	/* Without a stack (no JIT in this build) the interpreter matches. */
	if (shared.stack != NULL)
		pcre2_jit_stack_assign(shared.match, NULL, shared.stack);
	return true;
}

static bool
compile(struct pattern *pattern, struct field source, uint32_t options, struct fault *fault)
{
	PCRE2_UCHAR message[256];
	PCRE2_SIZE offset = 0;
	size_t size = 0;
	int error = 0;

	pattern->code = pcre2_compile(
	    (PCRE2_SPTR)source.data, source.length, options, &error, &offset, shared.compile);
	if (pattern->code == NULL) {
		pcre2_get_error_message(error, message, sizeof message);
		return fault_set(fault, "the pattern is wrong near byte %zu: %s", offset + 1,
		    (const char *)message);
	}
	pattern->jit = shared.stack != NULL && PATTERN_JIT
	    && pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE) == 0
	    && pcre2_pattern_info(pattern->code, PCRE2_INFO_JITSIZE, &size) == 0 && size > 0;
	pattern->match->data = pcre2_match_data_create_from_pattern(pattern->code, NULL);
	return pattern->match->data != NULL || fault_set(fault, "no memory for a pattern");
}

static bool
build(struct pattern *pattern, struct field source, unsigned options, struct fault *fault)
{
	/* \C splits characters; a $ before a last line break would let one pass. */
	uint32_t flags = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_DOLLAR_ENDONLY;

	/* (*LIMIT_MATCH=...), (*NO_JIT), (*CRLF): a pattern has no say in these. */
	if (source.length > 2 && memcmp(source.data, "(*", 2) == 0 && source.data[2] >= 'A'
	    && source.data[2] <= 'Z')
		return fault_set(fault,
		    "the pattern is wrong near byte 1: "
		    "it must not begin with a setting such as (*NO_JIT)");
	if (options & PATTERN_WHOLE)
		flags |= PCRE2_ANCHORED | PCRE2_ENDANCHORED;
	if (options & PATTERN_CASELESS)
		flags |= PCRE2_CASELESS;
	if (options & PATTERN_LIMITED)
		flags |= PCRE2_USE_OFFSET_LIMIT;
	return compile(pattern, source, flags, fault);
}

struct pattern *
pattern_new(struct field source, unsigned options, struct fault *fault)
{
	struct pattern *pattern;

	if (!take_shared()) {
		fault_set(fault, "no memory for a pattern");
		return NULL;
	}
	pattern = xcalloc(1, sizeof *pattern);
	pattern->match = xcalloc(1, sizeof *pattern->match);
	if (source.length == 0)
		source.data = "";
	if (!build(pattern, source, options, fault)) {
		pattern_free(pattern);
		return NULL;
	}
	return pattern;
}

void
pattern_free(struct pattern *pattern)
{
	if (pattern == NULL)
		return;
	pcre2_match_data_free(pattern->match->data);
	pcre2_code_free(pattern->code);
	free(pattern->match);
	free(pattern);
	release_shared();
}

enum pattern_result
pattern_find(
    const struct pattern *pattern, struct field subject, size_t start, struct pattern_span *span)
{
	struct match *match = pattern->match;
	PCRE2_SPTR text = (PCRE2_SPTR)(subject.length > 0 ? subject.data : "");
	int found;

	match->groups = 0;
	if (start > subject.length)
		return PATTERN_NO;
	if (pattern->jit)
		found = pcre2_jit_match(
		    pattern->code, text, subject.length, start, 0, match->data, shared.match);
	else
		found = pcre2_match(pattern->code, text, subject.length, start, PCRE2_NO_UTF_CHECK,
		    match->data, shared.match);
	if (found == PCRE2_ERROR_NOMATCH)
		return PATTERN_NO;
	if (found <= 0)
		return PATTERN_LIMIT;
	match->groups = (uint32_t)found;
	if (span != NULL) {
		const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(match->data);

		*span = (struct pattern_span){ offsets[0], offsets[1] };
	}
	return PATTERN_YES;
}

enum pattern_result
pattern_find_within(const struct pattern *pattern, struct field subject, size_t first, size_t last,
    struct pattern_span *span)
{
	enum pattern_result found;

	pcre2_set_offset_limit(shared.match, last < subject.length ? last : subject.length);
	found = pattern_find(pattern, subject, first, span);
	pcre2_set_offset_limit(shared.match, PCRE2_UNSET);
	return found;
}

bool
pattern_group(const struct pattern *pattern, unsigned group, struct pattern_span *span)
{
	const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(pattern->match->data);

	if (group >= pattern->match->groups || offsets[2 * (size_t)group] == PCRE2_UNSET)
		return false;
	*span = (struct pattern_span){ offsets[2 * (size_t)group], offsets[2 * (size_t)group + 1] };
	return true;
}

unsigned
pattern_group_count(const struct pattern *pattern)
{
	uint32_t count = 0;

	(void)pcre2_pattern_info(pattern->code, PCRE2_INFO_CAPTURECOUNT, &count);
	return count;
}
