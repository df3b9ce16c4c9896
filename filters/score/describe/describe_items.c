/* SPDX-License-Identifier: GPL-3.0-or-later */
/* describe_items: the table of items. */
#include "describe.h"

#include "../../lib/markdown.h"

/* What is written in the data for a worth: turned back where the item is reversed. */
static struct decimal
before_reversal(const struct item *item, struct answer answer)
{
	struct decimal worth = { answer.digits, answer.scale };

	if (item->reverse)
		worth.digits = (int64_t)(number_digits(item->minimum, answer.scale)
		    + number_digits(item->maximum, answer.scale) - worth.digits);
	return worth;
}

static void
write_texts(const struct item *item, struct buffer *page)
{
	for (size_t i = 0; i < item->text_count; i++) {
		buffer_append_text(page, i == 0 ? "" : ", ");
		markdown_code(page, item->texts[i].text, true);
		buffer_append_text(page, " = ");
		describe_number(page, before_reversal(item, item->texts[i].answer));
	}
}

/* Whether every number that is an answer has a text. */
static bool
texts_say_all(const struct item *item)
{
	return item->coded || (item->allowed != NULL && item->text_count >= item->allowed_count);
}

static void
write_answers(const struct item *item, struct buffer *page)
{
	if (!texts_say_all(item)) {
		for (size_t i = 0; i < item->allowed_count; i++) {
			buffer_append_text(page, i == 0 ? "" : ", ");
			describe_number(page, item->allowed[i]);
		}
		if (item->allowed == NULL)
			buffer_append_text(page, item->range);
		buffer_append_text(page, item->text_count != 0 ? "; " : "");
	}
	write_texts(item, page);
}

static void
write_own_codes(const struct item *item, struct buffer *page)
{
	static const char *const meanings[] = { [ANSWER_MISSING] = "missing",
		[ANSWER_DONT_KNOW] = "don't know",
		[ANSWER_NOT_APPLICABLE] = "not applicable" };

	for (size_t i = 0; i < item->codes.count; i++) {
		buffer_append_text(page, "; ");
		markdown_code(page, item->codes.list[i].text, true);
		buffer_format(page, " %s", meanings[item->codes.list[i].kind]);
	}
}

static void
write_when(const struct when *when, struct buffer *page)
{
	if (when->count == 0)
		buffer_append_text(page, "every record");
	for (size_t i = 0; i < when->count; i++) {
		const struct when_column *column = &when->columns[i];

		buffer_append_text(page, i == 0 ? "" : " and ");
		describe_name(page, column->column);
		buffer_append_text(page, " is ");
		for (size_t j = 0; j < column->count; j++) {
			buffer_append_text(page, j == 0 ? "" : " or ");
			markdown_code(page, column->values[j], true);
		}
	}
}

/* What the plan of action is told, where it is not what holds without it. */
static void
write_plan(const struct item *item, struct buffer *page)
{
	if (decimal_compare(item->target, item->maximum) != 0) {
		buffer_append_text(page, "; target ");
		describe_number(page, item->target);
	}
	if (decimal_compare(item->importance, (struct decimal){ 1, 0 }) != 0) {
		buffer_append_text(page, "; importance ");
		describe_number(page, item->importance);
	}
}

void
describe_items(const struct instrument *instrument, struct buffer *page)
{
	buffer_append_text(page, "| Item | Label | Answers | For |\n|---|---|---|---|\n");
	for (size_t i = 0; i < instrument->item_count; i++) {
		const struct item *item = &instrument->items[i];

		buffer_append_text(page, "| ");
		describe_name(page, item->name);
		if (strcmp(item->name, item->column) != 0) {
			buffer_append_text(page, " (column ");
			describe_name(page, item->column);
			buffer_append_text(page, ")");
		}
		buffer_append_text(page, " | ");
		if (strcmp(item->label, item->name) != 0)
			describe_label(page, item->label);
		buffer_append_text(page, " | ");
		write_answers(item, page);
		buffer_append_text(page, item->reverse ? "; **turned round**" : "");
		write_own_codes(item, page);
		write_plan(item, page);
		buffer_append_text(page, " | ");
		write_when(&item->when, page);
		buffer_append_text(page, " |\n");
	}
	for (size_t i = 0; i < instrument->item_count; i++) {
		const struct item *item = &instrument->items[i];

		if (item->text_count == 0 || item->coded)
			continue;
		buffer_append_text(page, "\nThe number that a text stands for is an answer too.\n");
		break;
	}
}
