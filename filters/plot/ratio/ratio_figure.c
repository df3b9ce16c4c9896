/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio_figure: ratios for people, and on which side of 1 they lie. */
#include "ratio.h"

#include "../../lib/decimal.h"

#include <math.h>

/* The stream has so many decimals of a ratio, or some more. */
#define DECIMALS_MAX 6u

static void
write_ratio(struct buffer *out, double ratio, unsigned decimals)
{
	char text[DECIMAL_TEXT_MAX];

	/* 1.003 is not 1.00: which side of 1 it lies on is what a reader looks for */
	do
		decimal_write(ratio, decimals, text);
	while (decimals++ < DECIMALS_MAX && (ratio > 1 || ratio < 1) && text[0] == '1'
	    && (text[1] == '.' || text[1] == '\0') && strspn(text + 1, ".0") == strlen(text + 1));
	buffer_append_text(out, text);
}

void
ratio_figure(struct buffer *out, const struct series_row *row, enum series_column column)
{
	double ratio = series_number(row, column);

	if (!series_shown(row, column))
		buffer_append_text(out, row->figures[column].text);
	else if (ratio <= 0)
		buffer_append(out, "0", 1);
	else if (ratio < 0.1)
		write_ratio(out, ratio, 3);
	else
		write_ratio(out, ratio, ratio >= 100 ? 0 : ratio >= 10 ? 1 : 2);
}

void
ratio_spoken(struct buffer *out, const struct series_row *row)
{
	double ratio = series_number(row, SERIES_RATIO);

	if (ratio >= 2 && ratio < 100)
		write_ratio(out, ratio, 1);
	else
		ratio_figure(out, row, SERIES_RATIO);
}

char *
ratio_figures(const struct ratio_item *item)
{
	const struct series_row *row = item->row;
	bool lower = series_shown(row, SERIES_RATIO_LOWER);
	bool upper = series_shown(row, SERIES_RATIO_UPPER);
	struct buffer out = { 0 };

	if (item->reference) {
		buffer_append_text(&out, "1, reference");
		return words_take(&out);
	}
	ratio_figure(&out, row, SERIES_RATIO);
	if (series_shown(row, SERIES_RATIO) && (lower || upper)) {
		buffer_append_text(&out, lower ? " (" : " (up");
		if (lower)
			ratio_figure(&out, row, SERIES_RATIO_LOWER);
		buffer_append_text(&out, upper ? " to " : " and more");
		if (upper)
			ratio_figure(&out, row, SERIES_RATIO_UPPER);
		buffer_append_text(&out, ")");
	}
	if (out.length == 0)
		buffer_append_text(&out, "\xe2\x80\x93");
	return words_take(&out);
}

enum ratio_side
ratio_side(const struct series_row *row)
{
	if (!series_shown(row, SERIES_RATIO))
		return RATIO_UNKNOWN;
	if (series_shown(row, SERIES_RATIO_LOWER) && series_number(row, SERIES_RATIO_LOWER) > 1)
		return RATIO_HIGHER;
	if (series_shown(row, SERIES_RATIO_UPPER) && series_number(row, SERIES_RATIO_UPPER) < 1)
		return RATIO_LOWER;
	return series_shown(row, SERIES_RATIO_LOWER) || series_shown(row, SERIES_RATIO_UPPER)
	    ? RATIO_SIMILAR
	    : RATIO_UNKNOWN;
}
