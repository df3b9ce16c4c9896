/* SPDX-License-Identifier: GPL-3.0-or-later */
/* strict: libcsv, the judge of every record that the fast tiers decline. */
#include "strict.h"

#include "memory.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

/* libcsv trims blanks and tabs around fields unless it is told that no byte is one. */
static int
no_space(unsigned char byte)
{
	(void)byte;
	return 0;
}

static void
start(struct csv_parser *parser, char delimiter)
{
	/* CSV_STRICT alone accepts a quote that is open at the end, and blank lines
	 * vanish without CSV_REPALL_NL. */
	if (csv_init(parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
		exit(2);
	csv_set_space_func(parser, no_space);
	csv_set_delim(parser, (unsigned char)delimiter);
	/* its 128 bytes at a time would copy a long field over and over */
	csv_set_blk_size(parser, 16 << 10);
}

/* What the callbacks saw of the record at hand. */
struct row {
	struct buffer text; /* the fields' bytes, one after the other */
	size_t *lengths;
	size_t capacity;
	size_t fields;
	bool ended;
	int ending; /* the byte that ended the row; -1: the end of the input */
};

static void
take_field(void *data, size_t length, void *context)
{
	struct row *row = context;

	if (row->fields == row->capacity) {
		row->capacity = row->capacity ? 2 * row->capacity : 64;
		row->lengths = xreallocarray(row->lengths, row->capacity, sizeof *row->lengths);
	}
	row->lengths[row->fields++] = length;
	buffer_append(&row->text, data, length);
}

static void
take_row(int ending, void *context)
{
	struct row *row = context;

	row->ended = true;
	row->ending = ending;
}

static void
row_clear(struct row *row)
{
	buffer_clear(&row->text);
	row->fields = 0;
	row->ended = false;
}

static void
row_release(struct row *row)
{
	buffer_release(&row->text);
	free(row->lengths);
}

/* Feeds bytes one at a time, so that every callback's place is known, until a
 * row ends; *at is the offset of the byte at hand. */
static enum strict_verdict
feed(struct csv_parser *parser, struct row *row, const char *data, size_t length, bool at_end,
    size_t *at)
{
	for (; *at < length; ++*at) {
		if (csv_parse(parser, data + *at, 1, take_field, take_row, row) != 1)
			return STRICT_FAULT;
		if (row->ended) {
			++*at;
			return STRICT_RECORD;
		}
	}
	if (!at_end)
		return STRICT_INCOMPLETE;
	/* csv_fini clears the error of a parse: its own result is what counts */
	if (csv_fini(parser, take_field, take_row, row) != 0)
		return STRICT_FAULT;
	return STRICT_RECORD;
}

struct strict_judgement
strict_judge(const char *data, size_t length, bool at_end, char delimiter)
{
	struct strict_judgement judgement = { 0 };
	struct csv_parser parser;
	struct row row = { 0 };

	start(&parser, delimiter);
	judgement.verdict = feed(&parser, &row, data, length, at_end, &judgement.consumed);
	judgement.fields = row.fields;
	csv_free(&parser);
	row_release(&row);
	return judgement;
}

static void
hand_over(const struct row *row, strict_row *take, void *context)
{
	static const size_t no_length;
	const char *text = row->text.data ? row->text.data : "";
	size_t count = row->fields ? row->fields : 1; /* a blank line is one empty field */
	const char **data = xcalloc(count, sizeof *data);

	data[0] = text;
	for (size_t i = 1; i < count; i++)
		data[i] = data[i - 1] + row->lengths[i - 1];
	take(context, data, row->fields ? row->lengths : &no_length, count);
	free(data);
}

/* With CSV_REPALL_NL the LF of a CRLF is a row of its own; a CR without one is
 * a fault of the stream, though not of libcsv. */
static bool
pass_line_feed(
    struct csv_parser *parser, struct row *row, const char *data, size_t length, size_t *at)
{
	if (*at == length || data[*at] != '\n') {
		--*at;
		return false;
	}
	return csv_parse(parser, data + (*at)++, 1, take_field, take_row, row) == 1;
}

bool
strict_parse(
    const char *data, size_t length, char delimiter, strict_row *take, void *context, size_t *fault)
{
	struct csv_parser parser;
	struct row row = { 0 };
	size_t at = 0;
	bool good;

	start(&parser, delimiter);
	for (;;) {
		row_clear(&row);
		good = feed(&parser, &row, data, length, true, &at) == STRICT_RECORD;
		if (!good || !row.ended)
			break;
		good = row.ending != '\r' || pass_line_feed(&parser, &row, data, length, &at);
		if (!good)
			break;
		hand_over(&row, take, context);
	}
	*fault = at;
	csv_free(&parser);
	row_release(&row);
	return good;
}
