/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tell_text: tables for people, scale by scale. */
#include "tell.h"

#include "../../lib/memory.h"
#include "../../lib/text.h"

#include <stdio.h>

/* Columns of correlations that stand beside one another. */
#define MATRIX_COLUMNS 10
#define MATRIX_WIDTH   8
#define HEADS          3
#define TITLE_WIDTH    34
#define CELL_MAX       (2 * DECIMAL_TEXT_MAX + 8)
#define NO_PERCENT     ITEM_STATISTICS

struct column {
	const char *heads[HEADS]; /* one below the other */
	int width;
	enum item_statistic name;
	enum item_statistic percent; /* in brackets behind it, or NO_PERCENT */
};

static const struct column values[] = {
	{ { "", "", "mean" }, 10, ITEM_MEAN, NO_PERCENT },
	{ { "", "standard", "deviation" }, 11, ITEM_DEVIATION, NO_PERCENT },
	{ { "", "item-rest", "correlation" }, 13, ITEM_REST, NO_PERCENT },
	{ { "", "item-total", "correlation" }, 13, ITEM_TOTAL, NO_PERCENT },
	{ { "", "alpha if", "dropped" }, 10, ITEM_ALPHA_DROPPED, NO_PERCENT },
	{ { "standardised", "alpha if", "dropped" }, 14, ITEM_ALPHA_STANDARDISED_DROPPED,
	    NO_PERCENT },
};

static const struct column answers[] = {
	{ { "", "", "answered" }, 10, ITEM_ANSWERED, NO_PERCENT },
	{ { "", "", "missing" }, 17, ITEM_MISSING, ITEM_MISSING_PERCENT },
	{ { "", "", "don't know" }, 17, ITEM_DONT_KNOW, ITEM_DONT_KNOW_PERCENT },
	{ { "", "", "not applicable" }, 17, ITEM_NOT_APPLICABLE, ITEM_NOT_APPLICABLE_PERCENT },
	{ { "", "", "refused" }, 17, ITEM_REFUSED, ITEM_REFUSED_PERCENT },
	{ { "", "", "at the minimum" }, 17, ITEM_AT_MINIMUM, ITEM_AT_MINIMUM_PERCENT },
	{ { "", "", "at the maximum" }, 17, ITEM_AT_MAXIMUM, ITEM_AT_MAXIMUM_PERCENT },
};

static void
flush(const struct tell *tell, struct buffer *out)
{
	text_disarm(out, 0, "\n");
	writer_bytes(tell->writer, out->data, out->length);
	buffer_clear(out);
}

static void
write_cell(const struct statistic *statistic, enum statistic_form form, char cell[CELL_MAX])
{
	static const unsigned decimals[] = {
		[FORM_COUNT] = 0, [FORM_PERCENT] = 1, [FORM_COEFFICIENT] = 3, [FORM_AMOUNT] = 2
	};

	if (statistic->state == STATISTIC_GIVEN)
		decimal_write(statistic->value,
		    statistic->rounded ? statistic->places : decimals[form], cell);
	else
		snprintf(cell, CELL_MAX, "%s", statistic->state == STATISTIC_HIDDEN ? "*" : "-");
}

/* Puts a percentage behind its count, which may be hidden alone. */
static void
add_percent(const struct statistic *percent, char cell[CELL_MAX])
{
	size_t length = strlen(cell);
	char text[CELL_MAX];

	if (percent->state != STATISTIC_GIVEN)
		return;
	write_cell(percent, FORM_PERCENT, text);
	snprintf(cell + length, CELL_MAX - length, " (%s%%)", text);
}

/* "  Cronbach's alpha    0.843", or why there is none. */
static void
put_line(struct buffer *out, const struct account *account, const char *title,
    enum scale_statistic name, const struct statistic *percent)
{
	const struct statistic *statistic = &account->statistics[name];
	char cell[CELL_MAX];

	write_cell(statistic, account_scale_names[name].form, cell);
	if (percent != NULL)
		add_percent(percent, cell);
	buffer_append_text(out, "  ");
	text_pad(out, title, TITLE_WIDTH);
	buffer_append_text(out, cell);
	if (statistic->state == STATISTIC_UNDEFINED)
		buffer_format(out, " (%s)", statistic->reason);
	buffer_append_text(out, "\n");
}

static void
put_alpha(struct buffer *out, const struct account *account)
{
	char lower[CELL_MAX], upper[CELL_MAX];

	put_line(out, account, "Cronbach's alpha", SCALE_ALPHA, NULL);
	if (account->statistics[SCALE_ALPHA].state == STATISTIC_GIVEN) {
		write_cell(&account->statistics[SCALE_ALPHA_LOWER], FORM_COEFFICIENT, lower);
		write_cell(&account->statistics[SCALE_ALPHA_UPPER], FORM_COEFFICIENT, upper);
		buffer_append_text(out, "  ");
		text_pad(out, "  95% interval", TITLE_WIDTH);
		buffer_format(out, "%s to %s\n", lower, upper);
	}
	if (account->statistics[SCALE_ALPHA_STANDARDISED].state != STATISTIC_UNDEFINED) {
		put_line(out, account, "Standardised alpha", SCALE_ALPHA_STANDARDISED, NULL);
		put_line(out, account, "Average inter-item correlation", SCALE_AVERAGE_CORRELATION,
		    NULL);
	}
}

static void
put_scale(struct buffer *out, const struct account *account)
{
	const struct statistic *statistics = account->statistics;

	if (account->items != NULL) {
		put_alpha(out, account);
		put_line(out, account, "Fewest records of any two items", SCALE_PAIR_RECORDS, NULL);
	}
	put_line(out, account, "Records with every part answered", SCALE_COMPLETE, NULL);
	put_line(out, account, "Records with a score", SCALE_SCORED, NULL);
	put_line(out, account, "  too few answers", SCALE_UNSCORED_FEW, NULL);
	put_line(out, account, "  not applicable", SCALE_UNSCORED_NOT_APPLICABLE, NULL);
	put_line(out, account, "  answers refused", SCALE_UNSCORED_REFUSED, NULL);
	put_line(out, account, "Mean score", SCALE_SCORE_MEAN, NULL);
	put_line(out, account, "Standard deviation of the scores", SCALE_SCORE_DEVIATION, NULL);
	put_line(out, account, "Scores at the least possible", SCALE_AT_LEAST,
	    &statistics[SCALE_AT_LEAST_PERCENT]);
	put_line(out, account, "Scores at the most possible", SCALE_AT_MOST,
	    &statistics[SCALE_AT_MOST_PERCENT]);
}

static void
put_table(struct buffer *out, const struct account *account, const struct column *columns,
    size_t count, size_t width)
{
	char cell[CELL_MAX];

	buffer_append_text(out, "\n");
	for (size_t line = columns == values ? 0 : HEADS - 1; line < HEADS; line++) {
		buffer_append_text(out, "  ");
		text_pad(out, line == HEADS - 1 ? "Item" : "", width);
		for (size_t i = 0; i < count; i++)
			buffer_format(out, "%*s", columns[i].width, columns[i].heads[line]);
		buffer_append_text(out, "\n");
	}
	for (size_t i = 0; i < account->scale->count; i++) {
		const struct account_item *item = &account->items[i];

		buffer_append_text(out, "  ");
		text_pad(out, item->name, width);
		for (size_t j = 0; j < count; j++) {
			enum item_statistic name = columns[j].name;

			write_cell(&item->statistics[name], account_item_names[name].form, cell);
			if (columns[j].percent != NO_PERCENT)
				add_percent(&item->statistics[columns[j].percent], cell);
			buffer_format(out, "%*s", columns[j].width, cell);
		}
		buffer_append_text(out, "\n");
	}
}

/* Correlations below the diagonal, the records that they rest on above it. */
static void
put_matrix_cell(struct buffer *out, const struct account *account, size_t i, size_t j)
{
	struct statistic correlation = account_correlation(account, i, j);
	char cell[CELL_MAX] = "1";

	if (i > j)
		write_cell(&correlation, FORM_COEFFICIENT, cell);
	else if (i < j && (correlation.records_hidden || correlation.state == STATISTIC_HIDDEN))
		snprintf(cell, sizeof cell, "*");
	else if (i < j)
		decimal_write((double)correlation.records, 0, cell);
	buffer_format(out, "%*s", MATRIX_WIDTH, cell);
}

static void
put_matrix(const struct tell *tell, struct buffer *out, const struct account *account, size_t width)
{
	size_t count = account->scale->count;

	if (count < 2)
		return;
	buffer_append_text(
	    out, "\n  Inter-item correlations; above the diagonal the records of both items\n");
	for (size_t from = 0; from < count; from += MATRIX_COLUMNS) {
		size_t to = count - from < MATRIX_COLUMNS ? count : from + MATRIX_COLUMNS;

		buffer_append_text(out, "\n  ");
		text_pad(out, "Item", width + 5);
		for (size_t j = from; j < to; j++)
			buffer_format(out, "%*zu", MATRIX_WIDTH, j + 1);
		buffer_append_text(out, "\n");
		for (size_t i = 0; i < count; i++) {
			buffer_format(out, "  %4zu ", i + 1);
			text_pad(out, account->items[i].name, width);
			for (size_t j = from; j < to; j++)
				put_matrix_cell(out, account, i, j);
			buffer_append_text(out, "\n");
			flush(tell, out);
		}
	}
}

static void
begin(const struct tell *tell)
{
	const struct instrument *instrument = tell->sums->instrument;
	struct statistic records = tell_records(tell);
	struct buffer out = { 0 };
	char cell[CELL_MAX];

	write_cell(&records, FORM_COUNT, cell);
	buffer_format(&out, "Reliability of %s, version %s\nRecords: %s\n", instrument->name,
	    instrument->version, cell);
	flush(tell, &out);
	buffer_release(&out);
}

static void
scale(const struct tell *tell, const struct account *account)
{
	const struct instrument *instrument = tell->sums->instrument;
	const struct scale *scale = account->scale;
	struct buffer out = { 0 };
	size_t width = strlen("Item");

	buffer_format(&out, "\n%s%s%s (%s of %zu %s%s)\n\n", scale->name,
	    strcmp(scale->name, scale->label) == 0 ? "" : ": ",
	    strcmp(scale->name, scale->label) == 0 ? "" : scale->label,
	    scale_method_name(scale->method), scale->count, scale->of_scales ? "scale" : "item",
	    scale->count == 1 ? "" : "s");
	if (account->items == NULL) {
		buffer_append_text(&out, "  It is made of scales; for its reliability look at");
		for (size_t i = 0; i < scale->count; i++)
			buffer_format(&out, "%s %s", i == 0 ? "" : ",",
			    instrument->scales[scale->parts[i].index].name);
		buffer_append_text(&out, "\n\n");
	}
	put_scale(&out, account);
	if (account->items != NULL) {
		for (size_t i = 0; i < scale->count; i++) {
			size_t length = text_characters(field_of(account->items[i].name));

			width = length > width ? length : width;
		}
		put_table(&out, account, values, sizeof values / sizeof *values, width);
		put_table(&out, account, answers, sizeof answers / sizeof *answers, width);
		put_matrix(tell, &out, account, width);
	}
	for (size_t i = 0; i < account->warning_count; i++)
		buffer_format(&out, "%s  Note: %s\n", i == 0 ? "\n" : "", account->warnings[i]);
	flush(tell, &out);
	buffer_release(&out);
}

static void
end(const struct tell *tell)
{
	struct buffer out = { 0 };

	buffer_append_text(&out, "\nHow it is worked out\n");
	for (const struct tell_method *method = tell_methods; method->name != NULL; method++)
		buffer_format(&out, "  %s: %s\n", method->title, method->text);
	if (tell->rule)
		buffer_append_text(&out,
		    "  *: hidden, for it rests on fewer than 5 records, is a count under 5, or "
		    "would tell one (--disclosure none shows it)\n");
	buffer_append_text(&out, "  -: not defined\n");
	flush(tell, &out);
	buffer_release(&out);
}

const struct tell_form tell_text = { begin, scale, end };
