/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio_sum as a text of a partition. */
#include "cell_text.h"
#include "ratio_sum.h"

static void
save_squares(const struct decimal_squares *squares, struct buffer *text)
{
	cell_text_number(text, squares->high);
	cell_text_number(text, squares->low);
}

void
ratio_sum_save(const struct ratio_sum *sum, struct buffer *text)
{
	const uint64_t numbers[] = { sum->count, sum->base, sum->some, sum->apart, sum->beyond,
		sum->y, sum->x, sum->yy, sum->xx, sum->xy, sum->few };

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		cell_text_number(text, numbers[i]);
	if (sum->wide == NULL)
		return;
	cell_text_sum(text, &sum->wide->y);
	cell_text_sum(text, &sum->wide->x);
	save_squares(&sum->wide->above, text);
	save_squares(&sum->wide->below, text);
}

static struct decimal_squares
load_squares(struct cell_text *rest)
{
	const decimal_unsigned any = ~(decimal_unsigned)0;
	struct decimal_squares squares = { .high = cell_text_read(rest, any) };

	squares.low = cell_text_read(rest, any);
	return squares;
}

bool
ratio_sum_load(struct ratio_sum *sum, struct field text)
{
	struct cell_text rest = cell_text_of(text);
	uint64_t *const numbers[] = { &sum->count, &sum->base, &sum->some, &sum->apart,
		&sum->beyond, &sum->y, &sum->x, &sum->yy, &sum->xx, &sum->xy, &sum->few };
	uint64_t wide = 0;

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		*numbers[i] = cell_text_read_count(&rest);
	if (rest.rest.length != 0) {
		sum->wide = xcalloc(1, sizeof(*sum->wide));
		sum->wide->y = cell_text_read_sum(&rest);
		sum->wide->x = cell_text_read_sum(&rest);
		sum->wide->above = load_squares(&rest);
		sum->wide->below = load_squares(&rest);
		wide = sum->wide->y.count;
	}
	/* the parts of the whole, which cannot be more than it */
	return cell_text_ends(&rest) && sum->base <= sum->count && sum->some <= sum->count
	    && sum->apart <= sum->count && sum->beyond <= sum->count && sum->few <= sum->count
	    && sum->count - sum->few == wide && (wide == 0 || sum->wide->x.count == wide);
}
