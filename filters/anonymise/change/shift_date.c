/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * shift_date: each day of a person moves by the same number of days, so that the days
 * between two of them stay as they were.
 *
 * offset = HMAC64 mod (2W + 1) - W, where HMAC64 is the first 8 bytes (the highest
 * first) of HMAC-SHA-256(subkey for "shift-date", "anonymise/v1", project, person) and
 * W is the window; in whole weeks W is the window's weeks and the offset is times 7.
 * An offset of 0 is as likely as any other: who is left where they were cannot be told.
 */
#include "../../lib/date.h"
#include "kind.h"

#include <sodium.h>
#include <stdint.h>

#define WINDOW_MAX 3650 /* days: ten years either way */
#define WEEK       7

static const char *const keys[] = { "window", "weeks", NULL };

struct settings {
	int64_t window; /* days */
	bool weeks;
	struct digest_keyed *keyed; /* guarded; NULL: no key, nothing can be shifted */
	struct buffer person;       /* whose offset is known */
	struct buffer message;
	int64_t offset;
	char text[DATE_TEXT_MAX];
};

static bool
read_shift(void *data, const struct config_node *node, struct fault *fault)
{
	struct config_node window = config_member(node, "window");
	struct config_node weeks = config_member(node, "weeks");
	struct settings *settings = data;
	long days = 0;

	if (!config_present(&window))
		return config_fault(
		    &window, fault, "is missing: the most days that a date moves either way");
	if (!config_bool(&weeks, &settings->weeks, fault)
	    || !config_integer(&window, 1, WINDOW_MAX, &days, fault))
		return false;
	if (settings->weeks && days < WEEK)
		return config_fault(&window, fault, "is less than a whole week");
	settings->window = settings->weeks ? days / WEEK * WEEK : days;
	return true;
}

static void
release(void *data)
{
	struct settings *settings = data;

	if (settings->keyed != NULL)
		digest_keyed_release(settings->keyed);
	sodium_free(settings->keyed);
	buffer_release(&settings->person);
	buffer_release(&settings->message);
}

static void
explain_shift(const void *data, struct buffer *out)
{
	const struct settings *settings = data;

	buffer_format(out,
	    "is moved by up to %d days either way%s, all dates of one person by the same, so "
	    "that the days between them stay as they were",
	    (int)settings->window,
	    settings->weeks ? ", in whole weeks, so that the day of the week stays" : "");
}

static bool
agrees(const void *data, const void *other)
{
	const struct settings *a = data;
	const struct settings *b = other;

	return a->window == b->window && a->weeks == b->weeks;
}

static bool
open_shift(void *data, const struct key *key, const char *project, struct fault *fault)
{
	struct settings *settings = data;
	unsigned char subkey[DIGEST_SIZE];

	if (key == NULL || key->bytes == NULL)
		return true;
	settings->keyed = sodium_malloc(sizeof *settings->keyed);
	if (settings->keyed == NULL)
		return fault_set(fault, "no guarded memory for the key");
	key_subkey(key, "shift-date", subkey);
	digest_keyed_init(settings->keyed, subkey, sizeof subkey);
	sodium_memzero(subkey, sizeof subkey);
	key_part(settings->keyed, KEY_SCHEME);
	key_part(settings->keyed, project);
	return true;
}

static int64_t
find_offset(struct settings *settings, struct field person)
{
	struct buffer *message = &settings->message;
	int64_t unit = settings->weeks ? WEEK : 1;
	int64_t most = settings->window / unit;
	unsigned char length[KEY_LENGTH_SIZE];
	unsigned char digest[DIGEST_SIZE];
	uint64_t number = 0;

	key_length(person.length, length);
	buffer_clear(message);
	buffer_append(message, (const char *)length, sizeof length);
	buffer_append(message, person.data, person.length);
	digest_keyed_message(settings->keyed, message->data, message->length, digest);
	for (size_t i = 0; i < sizeof number; i++)
		number = number << 8 | digest[i];
	sodium_memzero(digest, sizeof digest);
	return ((int64_t)(number % (uint64_t)(2 * most + 1)) - most) * unit;
}

/* Records of one person often follow each other. */
static int64_t
offset_of(struct settings *settings, struct field person)
{
	struct buffer *known = &settings->person;

	if (field_equals((struct field){ known->data, known->length }, person))
		return settings->offset;
	settings->offset = find_offset(settings, person);
	buffer_clear(known);
	buffer_append(known, person.data, person.length);
	return settings->offset;
}

static enum change_result
shift(void *data, struct field value, const struct change_record *record, unsigned level,
    struct field *out)
{
	struct settings *settings = data;
	struct date date;

	(void)level;
	if (settings->keyed == NULL || record->person.length == 0 || !date_parse(value, &date))
		return CHANGE_FAILED;
	date = date_from_days(date_days(date) + offset_of(settings, record->person));
	if (date.year < 1 || date.year > 9999)
		return CHANGE_FAILED;
	*out = (struct field){ settings->text, date_period_write(date, DATE_DAY, settings->text) };
	/* also where it moved by 0: nobody may count those who did not move */
	return CHANGE_DONE;
}

static bool
is_day(void *data, struct field value, unsigned level)
{
	struct date date;

	(void)data;
	(void)level;
	return date_parse(value, &date);
}

const struct change_kind change_shift_date = {
	.name = "shift-date",
	.wants = "day of a person that is known",
	.action = "shift-date",
	.keys = keys,
	.keyed = true,
	.size = sizeof(struct settings),
	.read = read_shift,
	.release = release,
	.explain = explain_shift,
	.agrees = agrees,
	.open = open_shift,
	.value = shift,
	.settled = is_day,
};
