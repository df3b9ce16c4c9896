/* SPDX-License-Identifier: GPL-3.0-or-later */
/* names: the names of people in a text. */
#include "names.h"

#include "../../lib/memory.h"
#include "../../lib/pattern.h"
#include "titled.h"

#include <stdlib.h>

struct names {
	struct pattern *titled[TITLED_PATTERNS];
};

struct names *
names_new(const struct redact_lists *lists, struct lexicon *lexicon, struct fault *fault)
{
	struct names *names = xcalloc(1, sizeof *names);
	struct buffer source = { 0 };
	bool good = true;

	(void)lists;
	(void)lexicon;
	for (size_t i = 0; good && i < TITLED_PATTERNS; i++) {
		buffer_clear(&source);
		titled_pattern(i, &source);
		names->titled[i] =
		    pattern_new((struct field){ source.data, source.length }, 0, fault);
		good = names->titled[i] != NULL;
	}
	buffer_release(&source);
	if (!good) {
		names_free(names);
		return NULL;
	}
	return names;
}

void
names_free(struct names *names)
{
	if (names == NULL)
		return;
	for (size_t i = 0; i < TITLED_PATTERNS; i++)
		pattern_free(names->titled[i]);
	free(names);
}

static size_t
step_on(struct field text, size_t at)
{
	do
		at++;
	while (at < text.length && ((unsigned char)text.data[at] & 0xc0) == 0x80);
	return at;
}

bool
names_find(struct names *names, const struct scan *scan, struct spans *spans)
{
	size_t first = titled_first(scan->text.data, scan->text.length, 0);
	struct pattern_span span;

	for (size_t i = 0; first < scan->text.length && i < TITLED_PATTERNS; i++) {
		size_t start = first;
		enum pattern_result result;

		while ((result = pattern_find(names->titled[i], scan->text, start, &span))
		    == PATTERN_YES) {
			start = step_on(scan->text, span.start);
			if (!pattern_group(names->titled[i], 1, &span))
				return false;
			spans_add(spans, span.start, span.end, ENTITY_NAME);
		}
		if (result != PATTERN_NO)
			return false;
	}
	return true;
}
