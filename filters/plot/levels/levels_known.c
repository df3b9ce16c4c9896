/* SPDX-License-Identifier: GPL-3.0-or-later */
/* levels_known: answers that all know. */
#include "levels_source.h"

#include <strings.h>

int
levels_known(const char *name)
{
	static const struct {
		const char *word;
		int place;
	} words[] = { { "very poor", -2 }, { "very bad", -2 }, { "poor", -1 }, { "bad", -1 },
		{ "good", 1 }, { "very good", 2 }, { "excellent", 3 }, { "strongly disagree", -2 },
		{ "disagree", -1 }, { "tend to disagree", -1 }, { "tend to agree", 1 },
		{ "agree", 1 }, { "strongly agree", 2 }, { "very dissatisfied", -2 },
		{ "dissatisfied", -1 }, { "quite dissatisfied", -1 }, { "fairly dissatisfied", -1 },
		{ "satisfied", 1 }, { "quite satisfied", 1 }, { "fairly satisfied", 1 },
		{ "very satisfied", 2 }, { "extremely unlikely", -2 }, { "unlikely", -1 },
		{ "likely", 1 }, { "extremely likely", 2 }, { "never", -2 }, { "rarely", -1 },
		{ "sometimes", 0 }, { "often", 1 }, { "always", 2 }, { "much worse", -2 },
		{ "worse", -1 }, { "about the same", 0 }, { "better", 1 }, { "much better", 2 },
		{ "no", -1 }, { "yes", 1 }, { "negative", -1 }, { "positive", 1 },
		{ "neutral", LEVELS_NEUTRAL }, { "undecided", LEVELS_NEUTRAL },
		{ "don't know", LEVELS_ASIDE }, { "don\u2019t know", LEVELS_ASIDE },
		{ "not applicable", LEVELS_ASIDE }, { "n/a", LEVELS_ASIDE },
		{ "not known", LEVELS_ASIDE }, { "not stated", LEVELS_ASIDE },
		{ "no answer", LEVELS_ASIDE }, { "no opinion", LEVELS_ASIDE },
		{ "can't say", LEVELS_ASIDE }, { "prefer not to say", LEVELS_ASIDE } };

	if (strncasecmp(name, "neither", 7) == 0)
		return LEVELS_NEUTRAL;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcasecmp(name, words[i].word) == 0)
			return words[i].place;
	return LEVELS_UNKNOWN;
}
