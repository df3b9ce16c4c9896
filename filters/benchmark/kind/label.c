/* SPDX-License-Identifier: GPL-3.0-or-later */
/* label: the symbol that a table of counts has in the place of a figure. */
#include "label.h"

#include "../../lib/memory.h"
#include "content.h"

#include <math.h>
#include <stdlib.h>

void
label_note(struct cell *cell, struct field symbol)
{
	if (cell->count != 0
	    || (cell->label != NULL && field_compare(field_of(cell->label), symbol) <= 0))
		return;
	free(cell->label);
	cell->label = xstrndup(symbol.data, symbol.length);
}

void
label_drop(struct cell *cell)
{
	if (cell->count != 0)
		return;
	free(cell->label);
	cell->label = NULL;
}

bool
label_merge(struct cell *cell, const struct cell *other)
{
	if (other->count != 0) {
		label_drop(cell);
		return true;
	}
	if (other->label != NULL)
		label_note(cell, field_of(other->label));
	return false;
}

void
label_save(const struct cell *cell, struct buffer *text)
{
	if (cell->label != NULL)
		buffer_append_text(text, cell->label);
}

bool
label_load(struct cell *cell, struct field text)
{
	if (text.length == 0)
		return true;
	if (!content_is_label(text))
		return false;
	cell->label = xstrndup(text.data, text.length);
	return true;
}

bool
label_reckon(const struct cell *cell, struct figure *figure)
{
	if (cell->count != 0 || cell->label == NULL)
		return false;
	figure->state = FIGURE_LABELLED;
	figure->symbol = field_of(cell->label);
	figure->numerator = (struct figure_part){ .kind = FIGURE_SYMBOL };
	figure->symbols[0] = cell->label;
	figure->denominator = (struct figure_part){ .kind = FIGURE_NO_PART };
	figure->exact = NAN;
	return true;
}
