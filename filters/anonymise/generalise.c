/* SPDX-License-Identifier: GPL-3.0-or-later */
/* generalise: a value made coarser. */
#include "generalise.h"

bool
generalise_date(struct field value, enum date_period to, char out[DATE_TEXT_MAX], size_t *length)
{
	struct date date;
	enum date_period from;

	if (!date_parse_period(value, &date, &from)
	    || (from != to && !date_period_contains(to, from)))
		return false;
	*length = date_period_write(date, to, out);
	return true;
}
