/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search: the answer in words. */
#include "search.h"

#include <string.h>

static double
percent(double part, double whole)
{
	return whole > 0 ? 100 * part / whole : 0;
}

static unsigned long long
number(uint64_t value)
{
	return value;
}

/* Characters, not bytes, so that columns with accents in their names line up. */
static int
width_of(const char *text)
{
	int width = 0;

	for (; *text != '\0'; text++)
		width += ((unsigned char)*text & 0xC0) != 0x80;
	return width;
}

void
search_tell(const struct search_answer *answer, const struct privacy *privacy, struct buffer *out)
{
	static const char heading[] = "quasi-identifier";
	int width = (int)sizeof heading - 1;

	for (size_t i = 0; i < privacy->quasi_count; i++)
		if (width_of(privacy->quasi[i]) > width)
			width = width_of(privacy->quasi[i]);
	buffer_format(out, "%-*s  level  of  loss (bits)\n", width, heading);
	for (size_t i = 0; i < privacy->quasi_count; i++)
		buffer_format(out, "%s%*s  %5u  %2u  %11.1f\n", privacy->quasi[i],
		    width - width_of(privacy->quasi[i]), "", answer->levels[i], answer->coarsest[i],
		    answer->column_loss[i]);
	buffer_format(out, "loss: %.1f bits, %.1f%% of the greatest\n", answer->loss,
	    percent(answer->loss, answer->greatest_loss));
	buffer_format(out, "left out: %llu of %llu records, %.2f%% (at most %g%%)\n",
	    number(answer->suppressed), number(answer->records),
	    percent((double)answer->suppressed, (double)answer->records),
	    100 * privacy->suppression_limit);
	buffer_format(out, "classes: %llu, of at least %llu people, of %.1f records on average\n",
	    number(answer->classes), number(answer->smallest), answer->average_class_size);
	buffer_format(out, "discernibility: %.0f (%.0f before records are left out)\n",
	    answer->discernibility, answer->monotonic_discernibility);
	if (answer->nodes == UINT64_MAX)
		buffer_format(out, "counted: %llu nodes of the lattice\n", number(answer->counted));
	else
		buffer_format(out, "counted: %llu of the lattice's %llu nodes\n",
		    number(answer->counted), number(answer->nodes));
}
