/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gather_open: the columns and the items that records are gathered by. */
#include "../../lib/memory.h"

/* Before uthash.h, so that the table's own memory cannot fail quietly. */
#define uthash_malloc(size) xmalloc(size)
#include <uthash.h>

#include "gather_code.h"
#include "intake.h"

#include <stdlib.h>

struct gather_code {
	struct field text; /* borrowed from the instrument */
	size_t item;       /* the first one of that code */
	char *folded;      /* owned; what makes two codes near */
	UT_hash_handle hh;
	UT_hash_handle near_hh;
};

struct gather *
gather_new(const struct gather_layout *layout)
{
	struct gather *gather = xcalloc(1, sizeof *gather);

	gather->layout = *layout;
	passed_name(&gather->passed, layout->record, layout->keep);
	digest_set_init(&gather->seen);
	return gather;
}

void
gather_free(struct gather *gather)
{
	if (gather == NULL)
		return;
	HASH_CLEAR(hh, gather->index);
	HASH_CLEAR(near_hh, gather->nearly);
	for (size_t i = 0; gather->codes != NULL && i < gather->code_count; i++)
		free(gather->codes[i].folded);
	free(gather->codes);
	free(gather->next);
	free(gather->found);
	free(gather->with);
	free(gather->spans);
	passed_release(&gather->passed);
	digest_set_release(&gather->seen);
	buffer_release(&gather->lines);
	buffer_release(&gather->fields);
	free(gather);
}

static struct gather_code *
find_code(const struct gather *gather, struct field text)
{
	struct gather_code *code;

	HASH_FIND(hh, gather->index, text.data, text.length, code);
	return code;
}

size_t
gather_item(const struct gather *gather, struct field text)
{
	const struct gather_code *code = find_code(gather, text);

	return code != NULL ? code->item : GATHER_NONE;
}

/* The first of two codes that are near to one another stands for both. */
static void
enter_nearly(struct gather *gather, struct near *near, struct gather_code *code)
{
	struct field folded = near_fold(near, code->text);
	struct gather_code *other;

	HASH_FIND(near_hh, gather->nearly, folded.data, folded.length, other);
	if (folded.length == 0 || other != NULL)
		return;
	code->folded = xstrndup(folded.data, folded.length);
	HASH_ADD_KEYPTR(near_hh, gather->nearly, code->folded, folded.length, code);
}

bool
gather_nearly(const struct gather *gather, struct near *near, struct field text)
{
	struct field folded = near_fold(near, text);
	struct gather_code *code;

	HASH_FIND(near_hh, gather->nearly, folded.data, folded.length, code);
	return code != NULL;
}

/* From the last item to the first, so that the first one is found first. */
static void
enter_codes(struct gather *gather, const struct instrument *instrument, struct near *near)
{
	gather->code_count = instrument->item_count;
	gather->codes = xcalloc(instrument->item_count, sizeof gather->codes[0]);
	gather->next = xcalloc(instrument->item_count, sizeof gather->next[0]);
	gather->found = xcalloc(instrument->item_count, sizeof gather->found[0]);
	for (size_t i = instrument->item_count; i-- > 0;) {
		struct field text = field_of(instrument->items[i].column);
		struct gather_code *code = find_code(gather, text);

		gather->next[i] = code != NULL ? code->item : GATHER_NONE;
		if (code == NULL) {
			code = &gather->codes[i];
			code->text = text;
			HASH_ADD_KEYPTR(
			    hh, gather->index, code->text.data, code->text.length, code);
			enter_nearly(gather, near, code);
		}
		code->item = i;
	}
}

/* The conditions of an item, among the columns that are passed on. */
static bool
find_conditions(struct intake *intake, size_t index, struct fault *fault)
{
	const struct when *when = &intake->instrument->items[index].when;

	if (when->count == 0)
		return true;
	intake->conditions[index] = xcalloc(when->count, sizeof intake->conditions[index][0]);
	for (size_t i = 0; i < when->count; i++)
		if (!intake_find(
		        intake, when->columns[i].column, &intake->conditions[index][i], fault))
			return false;
	return true;
}

/* Every column has one part to play. */
static bool
check_names(const struct gather *gather, struct fault *fault)
{
	const struct passed *passed = &gather->passed;

	for (size_t i = 0; i < passed->count; i++)
		if (passed_find(passed, passed->list[i].name) != i)
			return fault_set(fault,
			    "the column '%s' is named twice by --record and --keep",
			    passed->list[i].name);
	if (strcmp(gather->layout.item, gather->layout.answer) == 0)
		return fault_set(fault, "--item and --answer are the same column");
	if (passed_find(passed, gather->layout.item) != PASSED_NONE)
		return fault_set(fault,
		    "--item is a column of --record or --keep too: it differs "
		    "from line to line of one record");
	if (passed_find(passed, gather->layout.answer) != PASSED_NONE)
		return fault_set(fault,
		    "--answer is a column of --record or --keep too: it differs "
		    "from line to line of one record");
	return true;
}

bool
gather_open(struct intake *intake, struct fault *fault)
{
	struct gather *gather = intake->gather;
	const struct reader *reader = &intake->filter->reader;

	enter_codes(gather, intake->instrument, &intake->near);
	if (!check_names(gather, fault))
		return false;
	for (size_t i = 0; i < intake->instrument->item_count; i++)
		if (!find_conditions(intake, i, fault))
			return false;
	return reader->columns == 0
	    || (passed_open(&gather->passed, reader, fault)
	        && reader_require(reader, gather->layout.item, &gather->item, fault)
	        && reader_require(reader, gather->layout.answer, &gather->answer, fault));
}

bool
gather_with(struct intake *intake, const char *name, size_t *index, struct fault *fault)
{
	struct gather *gather = intake->gather;
	const struct reader *reader = &intake->filter->reader;
	size_t column = 0;

	if (reader->columns != 0 && !reader_require(reader, name, &column, fault))
		return false;
	*index = gather->with_count++;
	gather->with = xreallocarray(gather->with, gather->with_count, sizeof gather->with[0]);
	gather->with[*index] = column;
	gather->spans = xreallocarray(gather->spans,
	    intake->instrument->item_count * gather->with_count, sizeof gather->spans[0]);
	return true;
}

struct field
gather_field(const struct gather *gather, size_t item, size_t index)
{
	const struct gather_span *span = &gather->spans[item * gather->with_count + index];

	if (!gather->found[item] || span->length == 0)
		return (struct field){ "", 0 };
	return (struct field){ gather->fields.data + span->start, span->length };
}
