/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the changes: the first byte chooses a kind, the lines after it are values.
 * What comes out is settled and short; at each further level of a ladder two values that
 * were one stay one, and what came out leads on as its value does.
 */
#include "../../filters/anonymise/change/change.h"
#include "../../filters/lib/text.h"
#include "fuzz_file.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char hierarchy[] = "a;x;*\nb;x;*\nc;y;*\ny;y;*\n1;2;*\n\"q;\"\"\";z;*\n";
static char policy_of_hierarchy[256];

static const char *const policies[] = {
	"{\"action\":\"generalise\",\"to\":\"month\"}",
	"{\"action\":\"generalise\",\"to\":\"fyear\"}",
	"{\"action\":\"generalise\",\"to\":\"age\",\"at\":\"d\"}",
	"{\"action\":\"generalise\",\"to\":\"age-band\",\"at\":\"d\",\"bands\":[16,18,40]}",
	"{\"action\":\"generalise\",\"to\":\"district\"}",
	"{\"action\":\"generalise\",\"to\":\"band\",\"width\":10,\"from\":-3}",
	"{\"action\":\"generalise\",\"to\":\"band\",\"width\":0.3}",
	"{\"action\":\"generalise\",\"to\":\"band\",\"bands\":[-2,-0.5,0,7]}",
	"{\"action\":\"generalise\",\"to\":\"band\",\"bands\":[-2,0,7]}",
	"{\"action\":\"shift-date\",\"window\":30}",
	"{\"action\":\"top-bottom-code\",\"bottom\":-0.5,\"top\":90}",
	"{\"action\":\"mask\",\"first\":2,\"last\":1}",
	policy_of_hierarchy,
};

#define POLICIES (sizeof policies / sizeof *policies)

/* A shifted day may move again; an age is no birth date. */
static bool
may_come_again(const struct change *change)
{
	return strcmp(change_kind(change), "age") != 0
	    && strcmp(change_kind(change), "shift-date") != 0;
}

static void
require(bool good)
{
	if (!good)
		abort();
}

static struct change *
open_change(const char *text, struct config_file *file)
{
	unsigned char bytes[32] = { 1, 2, 3 };
	const struct key key = { .bytes = bytes, .length = sizeof bytes };
	struct config_node node;
	struct config_node action;
	struct fault fault;
	const char *word = NULL;
	struct change *change;
	char path[64];

	(void)fuzz_file(text, strlen(text), path);
	require(config_open(file, path, &fault));
	node = config_root(file);
	action = config_member(&node, "action");
	require(config_text(&action, &word, &fault) && word != NULL);
	change = change_read(word, &node, &fault);
	require(change != NULL && change_open(change, &key, "fuzz", &fault));
	return change;
}

static struct change **
open_all(void)
{
	static struct change *changes[POLICIES];
	static struct config_file files[POLICIES]; /* open for good, as a policy's is */
	char path[64];

	require(sodium_init() >= 0);
	(void)fuzz_file(hierarchy, sizeof hierarchy - 1, path);
	snprintf(policy_of_hierarchy, sizeof policy_of_hierarchy,
	    "{\"action\":\"generalise\",\"hierarchy\":\"%s\",\"header\":false,\"level\":1}", path);
	for (size_t i = 0; i < POLICIES; i++)
		changes[i] = open_change(policies[i], &files[i]);
	return changes;
}

/* What becomes of it, copied. */
static enum change_result
make(struct change *change, struct field value, unsigned level, struct buffer *out)
{
	static const struct change_record record = { { "P1", 2 }, { "2026-03-14", 10 } };
	struct field text = { "", 0 };
	enum change_result result = change_value(change, value, &record, level, &text);

	buffer_clear(out);
	if (result != CHANGE_FAILED) {
		buffer_append(out, text.data, text.length);
		require(text_invalid_at(text.data, text.length) == text.length);
	}
	return result;
}

static struct field
view(const struct buffer *buffer)
{
	return (struct field){ buffer->data, buffer->length };
}

static void
check_pair(struct change *change, struct field value, struct field other)
{
	struct buffer made[2] = { { 0 } };
	struct buffer again = { 0 };

	for (unsigned level = 0; level < change_levels(change); level++) {
		bool last = level + 1 == change_levels(change);
		enum change_result result = make(change, value, level, &made[0]);

		if (result == CHANGE_FAILED)
			continue;
		require((result == CHANGE_SAME) == field_equals(view(&made[0]), value)
		    || strcmp(change_kind(change), "shift-date") == 0);
		require(made[0].length <= value.length + 64);
		if (level == change_level(change))
			require(change_settled(change, view(&made[0])));
		if (may_come_again(change)) {
			require(make(change, view(&made[0]), level, &again) == CHANGE_SAME);
			require(field_equals(view(&again), view(&made[0])));
		}
		if (last || make(change, other, level, &made[1]) == CHANGE_FAILED
		    || !field_equals(view(&made[0]), view(&made[1])))
			continue;
		if (level == 0 && strcmp(change_kind(change), "age") == 0)
			continue; /* a day after the reference has no age */
		require(make(change, value, level + 1, &made[0]) != CHANGE_FAILED);
		require(make(change, other, level + 1, &made[1]) != CHANGE_FAILED);
		require(field_equals(view(&made[0]), view(&made[1])));
	}
	buffer_release(&made[0]);
	buffer_release(&made[1]);
	buffer_release(&again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct change **changes;
	struct field before = { "10", 2 };
	struct change *change;
	size_t start = 1;

	if (changes == NULL)
		changes = open_all();
	if (size < 2 || text_invalid_at((const char *)data + 1, size - 1) != size - 1)
		return 0;
	change = changes[data[0] % POLICIES];
	for (size_t at = 1; at <= size; at++) {
		struct field value = { (const char *)data + start, at - start };

		if (at < size && data[at] != '\n')
			continue;
		start = at + 1;
		if (value.length == 0)
			continue; /* the caller's */
		check_pair(change, value, before);
		check_pair(change, before, value);
		(void)change_settled(change, value);
		before = value;
	}
	return 0;
}
