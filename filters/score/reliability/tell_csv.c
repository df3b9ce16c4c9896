/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tell_csv: one line for each statistic: scale, item, other_item, statistic, value, n,
 * note.  A hidden value is "*", one that is not defined is empty, and the note says why.
 */
#include "tell.h"

#include "../../lib/memory.h"

#include <math.h>

#define DIGITS_LIMIT 1e15

struct place {
	const char *scale;
	const char *item;
	const char *other;
};

/* A plain decimal, as the stream has it: 15 digits, and no more than 15 decimals. */
static void
put_number(struct buffer *out, double number)
{
	char text[DECIMAL_TEXT_MAX];
	unsigned decimals = DECIMAL_SCALE_MAX;
	size_t length;

	while (decimals > 0 && fabs(number) * (double)decimal_powers[decimals] >= DIGITS_LIMIT)
		decimals--;
	length = decimal_write(number, decimals, text);
	while (decimals > 0 && text[length - 1] == '0' && text[length - 2] != '.')
		length--;
	if (decimals > 0 && text[length - 1] == '0')
		length -= 2;
	buffer_append(out, text, length);
}

static void
put(const struct tell *tell, struct place place, const char *name,
    const struct statistic *statistic)
{
	struct writer *writer = tell->writer;
	struct buffer number = { 0 };

	writer_text(writer, place.scale);
	writer_text(writer, place.item);
	writer_text(writer, place.other);
	writer_text(writer, name);
	if (statistic->state == STATISTIC_GIVEN)
		put_number(&number, statistic->value);
	else if (statistic->state == STATISTIC_HIDDEN)
		buffer_append_text(&number, "*");
	writer_value(writer, (struct field){ number.data, number.length });
	buffer_clear(&number);
	if (statistic->records_hidden
	    || statistic_hides(tell->rule, statistic->records, statistic->records))
		buffer_append_text(&number, "*");
	else
		put_number(&number, (double)statistic->records);
	writer_value(writer, (struct field){ number.data, number.length });
	if (statistic->state == STATISTIC_UNDEFINED)
		writer_text(writer, statistic->reason);
	else
		writer_text(writer, statistic->state == STATISTIC_HIDDEN ? "suppressed" : "");
	writer_end(writer);
	buffer_release(&number);
}

static void
begin(const struct tell *tell)
{
	static const char *const columns[] = { "scale", "item", "other_item", "statistic", "value",
		"n", "note" };
	struct statistic records = tell_records(tell);

	if (tell->header) {
		for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
			writer_text(tell->writer, columns[i]);
		writer_end(tell->writer);
	}
	put(tell, (struct place){ "", "", "" }, "records", &records);
}

static void
scale(const struct tell *tell, const struct account *account)
{
	struct place place = { account->scale->name, "", "" };

	for (size_t i = 0; i < SCALE_STATISTICS; i++)
		put(tell, place, account_scale_names[i].key, &account->statistics[i]);
	if (account->items == NULL)
		return;
	for (size_t i = 0; i < account->scale->count; i++) {
		place.item = account->items[i].name;
		for (size_t j = 0; j < ITEM_STATISTICS; j++)
			put(tell, place, account_item_names[j].key,
			    &account->items[i].statistics[j]);
	}
	for (size_t i = 0; i < account->scale->count; i++)
		for (size_t j = i + 1; j < account->scale->count; j++) {
			struct statistic correlation = account_correlation(account, i, j);

			place.item = account->items[i].name;
			place.other = account->items[j].name;
			put(tell, place, account_correlation_name.key, &correlation);
		}
}

static void
end(const struct tell *tell)
{
	(void)tell;
}

const struct tell_form tell_csv = { begin, scale, end };
