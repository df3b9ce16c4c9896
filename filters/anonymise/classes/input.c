/* SPDX-License-Identifier: GPL-3.0-or-later */
/* input: the classes of the quasi-identifiers as they came. */
#include "input.h"

#include <string.h>

/* In the file, an item a record. */
struct came {
	struct class_digest class;
	uint64_t person;
};

struct input_pass {
	const struct classes *classes;
	struct classes_picture *picture;
	struct picture_sums sums;
};

bool
input_open(struct classes *classes, struct fault *fault)
{
	return spill_open(&classes->inputs, &classes->room, sizeof(struct came), fault);
}

static uint64_t
count_records(const struct classes *classes)
{
	return spill_length(&classes->inputs) / sizeof(struct came);
}

bool
classes_add_input(
    struct classes *classes, const struct field *cells, struct field person, struct fault *fault)
{
	struct came came = { .person = classes->privacy.one_record_per_person
		    ? count_records(classes) + 1
		    : tuple_person(classes->keys, tuple_folded(person, &classes->folded)) };

	for (size_t i = 0; i < classes->layout.quasi; i++)
		came.class = class_add(came.class, tuple_cell(classes->keys, i, cells[i]));
	return spill_append(&classes->inputs, &came, sizeof came, fault);
}

const struct classes_picture *
classes_input(const struct classes *classes)
{
	return classes->settings.input ? &classes->input : NULL;
}

static bool
feed(void *context, struct counter *counter, struct fault *fault)
{
	static const uint32_t none[PRIVACY_COLUMNS_MAX];
	const struct input_pass *pass = context;
	struct spill_cursor cursor;
	const unsigned char *item;
	uint32_t row = 0;
	bool good;

	spill_cursor_init(&cursor, &pass->classes->inputs);
	while ((good = spill_next(&cursor, &item, fault)) && item != NULL) {
		struct came came;

		memcpy(&came, item, sizeof came);
		counter_offer(
		    counter, came.class, came.person, row++, 0, (const unsigned char *)none);
	}
	spill_cursor_release(&cursor);
	return good;
}

static bool
judge(void *context, const struct class_facts *facts, bool *rows, struct fault *fault)
{
	struct input_pass *pass = context;

	(void)fault;
	*rows = false;
	picture_add(pass->picture, &pass->sums, facts);
	return true;
}

bool
input_count(struct classes *classes, struct fault *fault)
{
	struct input_pass pass = { .classes = classes, .picture = &classes->input };
	const struct counter_job job = {
		.context = &pass, .feed = feed, .judged = judge, .expected = count_records(classes)
	};

	picture_begin(pass.picture, &pass.sums, job.expected, false);
	if (!counter_run(&classes->counter, &job, fault))
		return false;
	picture_end(pass.picture, &pass.sums);
	return true;
}
