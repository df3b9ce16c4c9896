/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outline: the starter schema written down as JSON. */
#include "outline.h"

#include "../../lib/quoted.h"

#include <ctype.h>
#include <inttypes.h>

#define LINE_MAX_BYTES 76 /* a longer list of constraints gets a line for each */

static void
quote(struct buffer *out, const char *text)
{
	quoted_append(out, field_of(text));
}

/* The file's name without its folder and its ending, as names of schemas are
 * written: small letters, digits and hyphens. */
static void
append_name(struct buffer *out, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *start = slash != NULL ? slash + 1 : path;
	const char *point = strrchr(start, '.');
	size_t length = point != NULL && point != start ? (size_t)(point - start) : strlen(start);

	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)start[i];
		char letter = (char)tolower(byte);

		if (byte < 0x80 && isalnum(byte))
			buffer_append(out, &letter, 1);
		else if (out->length != 0 && out->data[out->length - 1] != '-')
			buffer_append(out, "-", 1);
	}
	while (out->length != 0 && out->data[out->length - 1] == '-')
		out->length--;
}

static void
append_count(struct buffer *out, uint64_t count, const char *one, const char *many)
{
	buffer_format(out, "%" PRIu64 " %s", count, count == 1 ? one : many);
}

static void
append_sentence(struct buffer *out, const char *sentence)
{
	if (out->length != 0)
		buffer_append_text(out, " ");
	buffer_append_text(out, sentence);
}

/* What a reader of the schema has to know before trusting it; counts alone. */
static void
append_remarks(struct buffer *out, const struct column *column, const struct column_guess *guess)
{
	if (column->present == 0)
		append_sentence(out, "No value was seen.");
	if (guess->text)
		append_sentence(out, "Free text; may hold personal data.");
	else if (guess->sensitive)
		append_sentence(out, "May be personal data, by its name.");
	if (guess->doubtful)
		append_sentence(out,
		    "No day after the 12th was seen: read as British dates, the day before the "
		    "month.");
	if (guess->misfits != 0) {
		append_sentence(out, "");
		append_count(out, guess->misfits, "value is", "values are");
		buffer_append_text(out, " not of this type.");
	}
	if (guess->mixed)
		append_sentence(out,
		    "All are dates, but some have the day before the month and some the month "
		    "before the day: ask where the file comes from.");
	if (guess->marked)
		append_sentence(out,
		    "The smallest may stand for an answer that is missing: if so, it belongs into "
		    "missingValues.");
	if (guess->form == &forms[FORM_DIGITS])
		append_sentence(out, "Numbers of eight digits, read as dates.");
	if (guess->rare != 0) {
		append_sentence(out, "");
		append_count(out, guess->rare, "rarer value", "rarer values");
		buffer_append_text(out, ", in ");
		append_count(out, guess->rarely, "record", "records");
		buffer_append_text(
		    out, guess->rare == 1 ? ", is not listed." : ", are not listed.");
	}
}

/* A number as JSON has it, where a reader's double holds it; else a text. */
static void
append_number(struct buffer *out, const struct buffer *number)
{
	struct field text = { number->data, number->length };

	if (memchr(text.data, '.', text.length) != NULL && text.length > 8)
		quoted_append(out, text);
	else
		buffer_append(out, text.data, text.length);
}

/* The members of "constraints", each behind the divider but the first. */
struct members {
	struct buffer *out;
	const char *divider;
	size_t count;
};

static void
begin_member(struct members *members, const char *key)
{
	if (members->count++ != 0)
		buffer_append_text(members->out, members->divider);
	quote(members->out, key);
	buffer_append_text(members->out, ": ");
}

static void
append_list(struct buffer *out, const struct column *column, const struct column_guess *guess,
    const char *open, const char *divider, const char *close)
{
	buffer_append_text(out, open);
	for (size_t i = 0; i < guess->list_size; i++) {
		if (i != 0)
			buffer_append_text(out, divider);
		quoted_append(
		    out, census_text(&column->census, &column->census.values[guess->listed[i]]));
	}
	buffer_append_text(out, close);
}

static void
append_constraints(
    struct buffer *out, const struct column *column, const struct column_guess *guess, bool lines)
{
	struct members members = { out, lines ? ",\n\t\t\t\t" : ", ", 0 };

	if (column->missing == 0 && column->present != 0) {
		begin_member(&members, "required");
		buffer_append_text(out, "true");
	}
	if (guess->unique) {
		begin_member(&members, "unique");
		buffer_append_text(out, "true");
	}
	if (guess->bounded) {
		begin_member(&members, "minimum");
		append_number(out, &column->minimum);
		begin_member(&members, "maximum");
		append_number(out, &column->maximum);
	}
	if (guess->list_size != 0) {
		begin_member(&members, "enum");
		if (lines)
			append_list(
			    out, column, guess, "[\n\t\t\t\t\t", ",\n\t\t\t\t\t", "\n\t\t\t\t]");
		else
			append_list(out, column, guess, "[", ", ", "]");
	}
}

static void
append_missing(struct buffer *out, const struct column *column)
{
	if ((column->symbols & ~(uint32_t)1) == 0)
		return;
	buffer_append_text(out, ",\n\t\t\t\"missingValues\": [\"\"");
	for (size_t i = 1; i < COLUMN_SYMBOLS; i++) {
		if ((column->symbols >> i & 1) == 0)
			continue;
		buffer_append_text(out, ", ");
		if (column_symbols[i].label != NULL)
			buffer_append_text(out, "{ \"value\": ");
		quote(out, column_symbols[i].text);
		if (column_symbols[i].label != NULL) {
			buffer_append_text(out, ", \"label\": ");
			quote(out, column_symbols[i].label);
			buffer_append_text(out, " }");
		}
	}
	buffer_append_text(out, "]");
}

static void
append_field(struct buffer *out, const struct column *column)
{
	struct column_guess guess;
	struct buffer part = { 0 };

	column_guess(column, &guess);
	buffer_append_text(out, "\t\t{\n\t\t\t\"name\": ");
	quote(out, column->name);
	buffer_format(out, ",\n\t\t\t\"type\": \"%s\"", guess.type);
	if (guess.form != NULL && guess.form->format != NULL)
		buffer_format(out, ",\n\t\t\t\"format\": \"%s\"", guess.form->format);
	append_remarks(&part, column, &guess);
	if (part.length != 0) {
		buffer_append_text(out, ",\n\t\t\t\"description\": ");
		quoted_append(out, (struct field){ part.data, part.length });
	}
	append_missing(out, column);
	buffer_clear(&part);
	append_constraints(&part, column, &guess, false);
	if (part.length > LINE_MAX_BYTES) {
		buffer_append_text(out, ",\n\t\t\t\"constraints\": {\n\t\t\t\t");
		append_constraints(out, column, &guess, true);
		buffer_append_text(out, "\n\t\t\t}");
	} else if (part.length != 0) {
		buffer_append_text(out, ",\n\t\t\t\"constraints\": { ");
		buffer_append(out, part.data, part.length);
		buffer_append_text(out, " }");
	}
	if (guess.sensitive)
		buffer_append_text(out, ",\n\t\t\t\"mhsw\": { \"sensitive\": true }");
	else if (guess.rare != 0)
		/* what stands in this very file is no error for that */
		buffer_append_text(
		    out, ",\n\t\t\t\"mhsw\": { \"severity\": { \"enum\": \"warning\" } }");
	buffer_append_text(out, "\n\t\t}");
	buffer_release(&part);
	column_guess_release(&guess);
}

static void
append_head(struct buffer *out, const struct filter *filter)
{
	struct buffer text = { 0 };

	buffer_append_text(
	    out, "{\n\t\"$schema\": \"https://datapackage.org/profiles/2.0/tableschema.json\",\n");
	append_name(&text, filter_input_name(filter, 0));
	if (text.length != 0) {
		buffer_append_text(out, "\t\"name\": ");
		quoted_append(out, (struct field){ text.data, text.length });
		buffer_append_text(out, ",\n");
	}
	buffer_clear(&text);
	buffer_append_text(&text, "A first draft, made by validate --infer from ");
	append_count(&text, filter->record.used, "record", "records");
	buffer_append_text(&text,
	    ". What it says is what one file happened to hold: go through it field by field, add "
	    "titles, and take out what is only chance.");
	buffer_append_text(out, "\t\"description\": ");
	quoted_append(out, (struct field){ text.data, text.length });
	buffer_append_text(out, ",\n\t\"fields\": [\n");
	buffer_release(&text);
}

void
outline_write(struct filter *filter, const struct column *columns, size_t count)
{
	struct buffer out = { 0 };

	append_head(&out, filter);
	for (size_t i = 0; i < count; i++) {
		if (i != 0)
			buffer_append_text(&out, ",\n");
		append_field(&out, &columns[i]);
		writer_bytes(&filter->writer, out.data, out.length);
		buffer_clear(&out);
	}
	buffer_append_text(&out, "\n\t],\n\t\"missingValues\": [\"\"]\n}\n");
	writer_bytes(&filter->writer, out.data, out.length);
	buffer_release(&out);
}
