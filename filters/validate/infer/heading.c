/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heading: what a column's name gives away. */
#include "heading.h"

#include <ctype.h>

#define WORDS_MAX   16 /* further ones of a long heading are passed over */
#define WORD_LENGTH 24

struct words {
	char list[WORDS_MAX][WORD_LENGTH];
	size_t count;
};

static bool
is_upper(char byte)
{
	return byte >= 'A' && byte <= 'Z';
}

static bool
is_lower(char byte)
{
	return byte >= 'a' && byte <= 'z';
}

/* A capital behind a small letter, or before one, begins a word: NHSNumber. */
static bool
begins_word(struct field name, size_t at)
{
	if (at == 0 || !is_upper(name.data[at]))
		return false;
	return is_lower(name.data[at - 1])
	    || (is_upper(name.data[at - 1]) && at + 1 < name.length && is_lower(name.data[at + 1]));
}

/* Words of letters in lower case; digits and all else divide them. */
static void
take_apart(struct field name, struct words *words)
{
	size_t length = 0;

	words->count = 0;
	for (size_t i = 0; i < name.length && words->count < WORDS_MAX; i++) {
		bool letter = is_upper(name.data[i]) || is_lower(name.data[i]);

		if (length != 0 && (!letter || begins_word(name, i))) {
			words->list[words->count++][length] = '\0';
			length = 0;
		}
		if (letter && length + 1 < WORD_LENGTH && words->count < WORDS_MAX)
			words->list[words->count][length++] =
			    (char)tolower((unsigned char)name.data[i]);
	}
	if (length != 0)
		words->list[words->count++][length] = '\0';
}

static bool
is_one_of(const char *word, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(word, *list) == 0)
			return true;
	return false;
}

static bool
has_one_of(const struct words *words, const char *const *list)
{
	for (size_t i = 0; i < words->count; i++)
		if (is_one_of(words->list[i], list))
			return true;
	return false;
}

static const char *const names_a_thing[] = { "id", "ids", "identifier", "number", "num", "no",
	"ref", "reference", "key", "urn", "uprn", "upn", "uid", "uuid", "guid", NULL };

bool
heading_is_identifier(struct field name)
{
	struct words words;

	take_apart(name, &words);
	if (words.count == 0)
		return false;
	return is_one_of(words.list[words.count - 1], names_a_thing)
	    || strcmp(words.list[0], "key") == 0;
}

/* "Post Code", which is more often one word. */
static bool
has_post_code(const struct words *words)
{
	for (size_t i = 1; i < words->count; i++)
		if (strcmp(words->list[i - 1], "post") == 0 && strcmp(words->list[i], "code") == 0)
			return true;
	return false;
}

bool
heading_is_personal(struct field name)
{
	static const char *const plain[] = { "surname", "surnames", "forename", "forenames",
		"firstname", "lastname", "fullname", "birth", "birthday", "birthdate", "dob", "dod",
		"death", "postcode", "postcodes", "postal", "zip", "address", "addresses", "street",
		"uprn", "phone", "telephone", "mobile", "tel", "fax", "email", "emails", "mail",
		"nhsno", "nhsnumber", "nino", "passport", "username", "freetext", "verbatim",
		NULL };
	static const char *const people[] = { "person", "people", "patient", "client", "user",
		"carer", "child", "parent", "member", "staff", "worker", "employee", "practitioner",
		"respondent", "participant", "subject", "relative", "gp", "case", NULL };
	static const char *const parts_of_name[] = { "first", "last", "full", "given", "family",
		"middle", "maiden", "preferred", "known", NULL };
	static const char *const written[] = { "comment", "comments", "note", "notes", "narrative",
		"remark", "remarks", NULL };
	static const char *const nhs[] = { "nhs", NULL };
	struct words words;
	const char *last;
	bool name_last;

	take_apart(name, &words);
	if (words.count == 0)
		return false;
	last = words.list[words.count - 1];
	name_last = strcmp(last, "name") == 0 || strcmp(last, "names") == 0;
	if (has_one_of(&words, plain) || is_one_of(last, written) || has_post_code(&words))
		return true;
	/* alone it is the number, as in "NHS" beside "Surname" */
	if (words.count == 1 && is_one_of(last, nhs))
		return true;
	if (name_last && (words.count == 1 || has_one_of(&words, parts_of_name)))
		return true;
	if (is_one_of(last, names_a_thing) && has_one_of(&words, nhs))
		return true;
	return has_one_of(&words, people) && (name_last || is_one_of(last, names_a_thing));
}

bool
heading_is_value(struct field name)
{
	for (size_t i = 0; i < name.length; i++)
		if (name.data[i] == '\0' || strchr("0123456789-/.: ", name.data[i]) == NULL)
			return false;
	return name.length >= 5;
}
