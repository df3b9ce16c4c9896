/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * literals: sets of texts, and how common they are.
 */
#include "literals.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

/* Percent among the letters, from a to z. */
static const double letter_share[26] = { 8.167, 1.492, 2.782, 4.253, 12.702, 2.228, 2.015, 6.094,
	6.966, 0.153, 0.772, 4.025, 2.406, 6.749, 7.507, 1.929, 0.095, 5.987, 6.327, 9.056, 2.758,
	0.978, 2.360, 0.150, 1.974, 0.074 };

/* Of five characters about one is a blank. */
#define LETTERS_SHARE 0.8
#define BLANKS_SHARE  0.18
#define OTHERS_SHARE  0.01

/* The words of which all English is full, and how common the rarest of them is (after Leech,
 * Rayson and Wilson, Word Frequencies in Written and Spoken English, 2001). */
#define SMALL_WORD_SHARE 0.003
#define SMALL_WORD_MAX   7 /* bytes, with a blank on either side */
static const char *const small_words[] = { "a", "about", "all", "an", "and", "are", "as", "at",
	"be", "but", "by", "can", "do", "for", "from", "get", "had", "has", "have", "he", "her",
	"his", "i", "if", "in", "is", "it", "me", "my", "no", "not", "of", "on", "or", "our", "out",
	"she", "so", "that", "the", "their", "them", "they", "this", "time", "to", "up", "was",
	"we", "were", "what", "when", "who", "will", "with", "you", "your" };

/* Whether the NUL-terminated text is the other one; that holds no NUL. */
static bool
is_text(const char *known, const char *text, size_t length)
{
	return (length == 0 || known[0] == text[0]) && strncmp(known, text, length) == 0
	    && known[length] == '\0';
}

void
literals_release(struct literals *literals)
{
	for (size_t i = 0; i < literals->count; i++)
		free(literals->texts[i]);
	free(literals->texts);
	free(literals->before);
	*literals = (struct literals){ 0 };
}

void
literals_add(struct literals *literals, const char *text, size_t length, size_t before)
{
	for (size_t i = 0; i < literals->count; i++) {
		if (is_text(literals->texts[i], text, length)) {
			if (before > literals->before[i])
				literals->before[i] = before;
			return;
		}
	}
	literals->texts = xgrow(literals->texts, literals->count, sizeof(char *));
	literals->before = xgrow(literals->before, literals->count, sizeof *literals->before);
	literals->before[literals->count] = before;
	literals->texts[literals->count++] = xstrndup(text, length);
}

void
literals_add_all(struct literals *literals, const struct literals *more)
{
	for (size_t i = 0; i < more->count; i++)
		literals_add(literals, more->texts[i], strlen(more->texts[i]), more->before[i]);
}

void
literals_shift(struct literals *literals, size_t bytes)
{
	for (size_t i = 0; i < literals->count; i++) {
		literals->before[i] += bytes;
		if (literals->before[i] > LITERALS_FAR)
			literals->before[i] = LITERALS_FAR;
	}
}

struct literals
literals_of(const char *text, size_t length)
{
	struct literals literals = { 0 };

	literals_add(&literals, text, length, 0);
	return literals;
}

struct literals
literals_copy(const struct literals *literals)
{
	struct literals copy = { 0 };

	literals_add_all(&copy, literals);
	return copy;
}

bool
literals_join(const struct literals *first, const struct literals *second, struct literals *joined)
{
	struct buffer text = { 0 };

	*joined = (struct literals){ 0 };
	if (first->count * second->count > LITERALS_JOINED_MAX)
		return false;
	for (size_t i = 0; i < first->count; i++) {
		for (size_t j = 0; j < second->count; j++) {
			buffer_clear(&text);
			buffer_append_text(&text, first->texts[i]);
			buffer_append_text(&text, second->texts[j]);
			literals_add(joined, text.data == NULL ? "" : text.data, text.length,
			    first->before[i]);
		}
	}
	buffer_release(&text);
	return true;
}

static bool
is_small_word(const char *text, size_t length)
{
	while (length != 0 && text[0] == ' ') {
		text++;
		length--;
	}
	while (length != 0 && text[length - 1] == ' ')
		length--;
	for (size_t i = 0; i < sizeof small_words / sizeof small_words[0]; i++)
		if (is_text(small_words[i], text, length))
			return true;
	return false;
}

double
literals_text_commonness(const char *text, size_t length)
{
	double share = 1;

	for (size_t i = 0; i < length; i++) {
		if (text[i] >= 'a' && text[i] <= 'z')
			share *= LETTERS_SHARE * letter_share[text[i] - 'a'] / 100;
		else
			share *= text[i] == ' ' ? BLANKS_SHARE : OTHERS_SHARE;
	}
	if (length <= SMALL_WORD_MAX && share < SMALL_WORD_SHARE && is_small_word(text, length))
		return SMALL_WORD_SHARE;
	return share;
}

double
literals_commonness(const struct literals *literals)
{
	double sum = literals->count == 0 ? 1 : 0;

	for (size_t i = 0; i < literals->count; i++)
		sum += literals_text_commonness(literals->texts[i], strlen(literals->texts[i]));
	return sum;
}
