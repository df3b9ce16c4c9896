/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * intern: texts to numbers from 0, in the order in which they come.
 *
 * Room: each different text once, 12 to 24 bytes beside it.
 */
#ifndef ANONYMISE_INTERN_H
#define ANONYMISE_INTERN_H

#include "../../lib/digest.h"
#include "../../lib/field.h"

#include <stddef.h>
#include <stdint.h>

#define INTERN_NONE UINT32_MAX

struct intern {
	struct digest_short digest;
	char *texts;
	size_t used;
	size_t room;
	size_t *ends; /* of each text in texts */
	uint32_t count;
	size_t ends_room;
	uint32_t *slots; /* number + 1; 0: free */
	size_t slots_count;
};

void intern_init(struct intern *intern);
/* Wipes the texts. */
void intern_release(struct intern *intern);
/* The text's number, a new one where it was not there; INTERN_NONE when there are no
 * numbers left. */
uint32_t intern_add(struct intern *intern, struct field text);
/* Lives until the next intern_add. */
struct field intern_text(const struct intern *intern, uint32_t number);
/* Bytes that it takes. */
size_t intern_size(const struct intern *intern);

#endif
