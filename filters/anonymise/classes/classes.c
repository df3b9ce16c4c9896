/* SPDX-License-Identifier: GPL-3.0-or-later */
/* classes: records held back until it is known whether enough people look alike. */
#include "classes.h"

#include "input.h"
#include "rest.h"

#include "../../lib/memory.h"

#include <stdlib.h>
#include <string.h>

/* Of the memory for counting, the part that different sensitive values may take. */
#define VALUES_PART  4
#define VALUES_LEAST ((size_t)64 * 1024)

static bool
open_files(struct classes *classes, const struct classes_settings *settings, struct fault *fault)
{
	return spill_room_open(&classes->room, settings->folder, fault)
	    && spill_open(&classes->tuples, &classes->room, classes->layout.size, fault)
	    && spill_open(&classes->population, &classes->room, classes->layout.size, fault)
	    && (settings->only_check || spill_open(&classes->records, &classes->room, 1, fault))
	    && (!settings->input || input_open(classes, fault))
	    && (classes->layout.whole || !diversity_grows(classes->diversity)
	        || rest_open(classes, fault));
}

struct classes *
classes_new(const struct classes_settings *settings, struct fault *fault)
{
	struct classes *classes = xcalloc(1, sizeof *classes);
	bool whole = settings->only_check || settings->privacy->act == PRIVACY_SUPPRESS_RECORDS;

	classes->settings = *settings;
	classes->privacy = *settings->privacy;
	if (whole)
		classes->privacy.act = PRIVACY_SUPPRESS_RECORDS;
	tuple_layout_init(&classes->layout, &classes->privacy, settings->forms, whole);
	classes->item = xcalloc(1, classes->layout.size);
	classes->diversity = diversity_new(&classes->privacy,
	    settings->memory / VALUES_PART > VALUES_LEAST ? settings->memory / VALUES_PART
	                                                  : VALUES_LEAST);
	classes->keys = tuple_keys_new(fault);
	if (classes->keys == NULL
	    || !steps_init(&classes->steps, &classes->privacy, settings->forms, fault)
	    || !open_files(classes, settings, fault)) {
		classes_free(classes);
		return NULL;
	}
	for (size_t i = 0; i < classes->layout.quasi; i++)
		classes->stars[i] = tuple_cell(classes->keys, i, field_of("*"));
	return classes;
}

void
classes_free(struct classes *classes)
{
	if (classes == NULL)
		return;
	spill_cursor_release(&classes->cursor);
	spill_release(&classes->records);
	spill_release(&classes->tuples);
	spill_release(&classes->population);
	spill_release(&classes->inputs);
	rest_release(&classes->rest);
	spill_room_close(&classes->room);
	counter_release(&classes->counter);
	diversity_free(classes->diversity);
	steps_release(&classes->steps);
	tuple_keys_free(classes->keys);
	free(classes->states);
	if (classes->record != NULL)
		explicit_bzero(classes->record, classes->record_capacity);
	free(classes->record);
	buffer_release(&classes->folded);
	identity_release(&classes->identity);
	explicit_bzero(classes->item, classes->layout.size);
	free(classes->item);
	explicit_bzero(classes, sizeof *classes);
	free(classes);
}

const char *
classes_storage(const struct classes *classes)
{
	return classes->room.storage;
}

static void
put_digest(const struct classes *classes, size_t index, struct class_digest digest)
{
	memcpy(classes->item + sizeof(uint64_t) + index * sizeof digest, &digest, sizeof digest);
}

/* The digests of the forms; stride: further forms may lie between those that count. */
static void
put_cells(struct classes *classes, const struct field *forms, const unsigned *counts)
{
	const struct tuple_layout *layout = &classes->layout;
	struct class_digest sum = { 0, 0 };
	size_t at = 0;

	for (size_t i = 0; i < layout->quasi; at += counts[i++]) {
		size_t used = layout->whole || classes->privacy.act != PRIVACY_GENERALISE
		    ? 1
		    : layout->forms[i];

		for (size_t form = 0; form < used; form++) {
			struct class_digest cell = tuple_cell(classes->keys, i,
			    tuple_folded(forms[at + (counts[i] > 1 ? form : 0)], &classes->folded));

			if (layout->whole)
				sum = class_add(sum, cell);
			else
				put_digest(classes, layout->first[i] + form, cell);
		}
	}
	if (layout->whole)
		put_digest(classes, 0, sum);
}

static bool
put_values(struct classes *classes, const struct field *sensitive, struct fault *fault)
{
	unsigned char *values =
	    classes->item + (tuple_values(&classes->layout, classes->item) - classes->item);

	for (size_t i = 0; i < classes->layout.values; i++) {
		uint32_t number;

		/* what nobody can tell apart is one value */
		if (!diversity_number(classes->diversity, i,
		        identity_settle(&classes->identity, sensitive[i]), &number, fault))
			return false;
		memcpy(values + i * sizeof number, &number, sizeof number);
	}
	return true;
}

static bool
keep_record(struct classes *classes, struct field record, struct fault *fault)
{
	uint64_t length = record.length;

	return spill_append(&classes->records, &length, sizeof length, fault)
	    && spill_append(&classes->records, record.data, record.length, fault);
}

bool
classes_add(struct classes *classes, const struct field *forms, struct field person,
    const struct field *sensitive, struct field record, struct fault *fault)
{
	uint64_t who = classes->privacy.one_record_per_person
	    ? classes->rows + 1
	    : tuple_person(classes->keys, tuple_folded(person, &classes->folded));

	if (classes->rows == ROWS_MAX)
		return fault_set(fault, "more than %lu records: k cannot be counted over so many",
		    (unsigned long)ROWS_MAX);
	memcpy(classes->item, &who, sizeof who);
	put_cells(classes, forms, classes->settings.forms);
	if (!put_values(classes, sensitive, fault)
	    || !spill_append(&classes->tuples, classes->item, classes->layout.size, fault))
		return false;
	classes->rows++;
	return classes->settings.only_check || keep_record(classes, record, fault);
}

bool
classes_population(
    struct classes *classes, const struct field *cells, uint64_t people, struct fault *fault)
{
	unsigned ones[PRIVACY_COLUMNS_MAX];

	for (size_t i = 0; i < PRIVACY_COLUMNS_MAX; i++)
		ones[i] = 1;
	memcpy(classes->item, &people, sizeof people);
	put_cells(classes, cells, ones);
	return spill_append(&classes->population, classes->item, classes->layout.size, fault);
}

const struct classes_picture *
classes_before(const struct classes *classes)
{
	return &classes->before;
}

const struct classes_picture *
classes_after(const struct classes *classes)
{
	return &classes->after;
}

uint64_t
classes_suppressed_cells(const struct classes *classes, size_t quasi)
{
	return classes->suppressed_cells[quasi];
}

uint64_t
classes_coarser_cells(const struct classes *classes, size_t quasi)
{
	return classes->coarser_cells[quasi];
}

/* The old room is wiped: it held a record. */
static void
make_room(struct classes *classes, size_t length)
{
	if (length <= classes->record_capacity)
		return;
	if (classes->record != NULL)
		explicit_bzero(classes->record, classes->record_capacity);
	free(classes->record);
	classes->record_capacity = length + length / 2;
	classes->record = xmalloc(classes->record_capacity);
}

static bool
read_record(struct classes *classes, struct classes_record *record, struct fault *fault)
{
	uint64_t length;

	if (classes->cursor.data == NULL)
		spill_cursor_init(&classes->cursor, &classes->records);
	if (!spill_read(&classes->cursor, &length, sizeof length, fault))
		return false;
	make_room(classes, (size_t)length);
	if (!spill_read(&classes->cursor, classes->record, (size_t)length, fault))
		return false;
	record->record = (struct field){ classes->record, (size_t)length };
	return true;
}

enum classes_result
classes_next(struct classes *classes, struct classes_record *record, struct fault *fault)
{
	uint16_t state;
	const uint8_t *levels;

	if (classes->settings.only_check || classes->next_row == classes->rows)
		return CLASSES_END;
	state = classes->states[classes->next_row++];
	if (!read_record(classes, record, fault))
		return CLASSES_FAILED;
	if (state == STATE_OUT)
		return CLASSES_SUPPRESSED;
	levels = steps_levels(&classes->steps, state);
	for (size_t i = 0; i < classes->layout.quasi; i++)
		record->form[i] =
		    levels[i] < classes->steps.forms[i] ? levels[i] : classes->settings.forms[i];
	return CLASSES_RECORD;
}
