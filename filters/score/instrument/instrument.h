/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * instrument: a questionnaire as data (scales.json): its items and its scales.
 *
 * Questions are never built into the program: whoever has an official text
 * loads it as another file.
 */
#ifndef SCORE_INSTRUMENT_H
#define SCORE_INSTRUMENT_H

#include "../item/item.h"
#include "../scale/scale.h"

struct instrument {
	struct config_file file; /* texts are borrowed from it */
	const char *name;
	const char *title; /* NULL where none is given */
	const char *version;
	const char *source;
	bool official;
	struct codes codes; /* of all items */
	struct item *items;
	size_t item_count;
	struct scale *scales;
	size_t scale_count;
};

/* {0} before; path is borrowed.  Release it after a fault, too; it must not
 * move once it is loaded. */
bool instrument_load(struct instrument *instrument, const char *path, struct fault *fault);
void instrument_release(struct instrument *instrument);

#endif
