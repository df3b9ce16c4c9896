/* SPDX-License-Identifier: GPL-3.0-or-later */
/* state: what the parts of classes share. */
#ifndef ANONYMISE_CLASSES_STATE_H
#define ANONYMISE_CLASSES_STATE_H

#include "../key/identity.h"
#include "classes.h"
#include "counter.h"
#include "diversity.h"
#include "picture.h"
#include "spill.h"
#include "steps.h"
#include "tuple.h"

/* How a record stands: the step that it was settled at, or one of these. */
#define STATE_REST UINT16_MAX
#define STATE_OUT  (UINT16_MAX - 1)

/* rest.h */
struct rest {
	bool used;
	bool gathered;
	int current; /* which file */
	struct spill files[2];
	struct spill settled;
	uint64_t count; /* records in the file */
};

struct classes {
	struct privacy privacy; /* texts are borrowed */
	struct classes_settings settings;
	struct tuple_layout layout;
	struct tuple_keys *keys;
	struct class_digest stars[PRIVACY_COLUMNS_MAX]; /* suppressed cells */
	struct steps steps;
	struct spill_room room;
	struct spill records;
	struct spill tuples;
	struct spill population; /* as tuples: the person is how many people */
	struct spill inputs;     /* input.h */
	struct rest rest;
	struct diversity *diversity;
	struct counter counter;
	unsigned char *item;  /* one tuple */
	struct buffer folded; /* one text */
	struct identity identity;
	uint16_t *states;
	uint64_t rows;
	uint64_t people_out; /* of the population */
	struct classes_picture input;
	struct classes_picture before;
	struct classes_picture after;
	uint64_t suppressed_cells[PRIVACY_COLUMNS_MAX];
	uint64_t coarser_cells[PRIVACY_COLUMNS_MAX];
	struct spill_cursor cursor; /* of classes_next */
	uint64_t next_row;
	char *record;
	size_t record_capacity;
};

/* The class of a record under a step. */
struct class_digest
classes_digest(const struct classes *classes, const unsigned char *item, size_t step);

#endif
