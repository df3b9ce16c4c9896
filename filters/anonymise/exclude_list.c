/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * exclude_list: how a list of people who opted out reads.
 *
 * Whatever could make a list exclude nobody without a word is refused: no
 * identifier and no header, several columns none of which is the data's, the header of
 * another column, another delimiter, numbers that a spreadsheet has cut.
 */
#include "exclude_list.h"

#include "../lib/reader.h"

#include <fcntl.h>
#include <unistd.h>

/* What is seen of the list while it is read. */
struct list {
	const char *path;
	const char *column;
	struct reader reader;
	size_t index; /* of the identifier's column */
	size_t width; /* fields of the header */
	bool begun;
	bool headed;
	uint64_t first_line;  /* of the first identifier */
	bool first_has_digit; /* as most identifiers have, and few names of columns */
	uint64_t others;
	uint64_t others_with_digit;
};

static bool
has_digit(struct field value)
{
	for (size_t i = 0; i < value.length; i++)
		if (value.data[i] >= '0' && value.data[i] <= '9')
			return true;
	return false;
}

/* 9.43477E+09: what a spreadsheet makes of a long number in a narrow column.  12E5 is
 * rather a code. */
static bool
is_cut(struct field value)
{
	bool point = false;
	size_t i = 0;

	value = field_trim(value);
	while (i < value.length
	    && ((value.data[i] >= '0' && value.data[i] <= '9') || value.data[i] == '.'))
		point |= value.data[i++] == '.';
	if (i == 0 || i + 1 >= value.length || (value.data[i] | ' ') != 'e')
		return false;
	if (value.data[++i] == '+')
		i++;
	else if (!point)
		return false;
	return i < value.length && value.data[i] >= '0' && value.data[i] <= '9';
}

/* 9,434,765,919 */
static bool
is_grouped(struct field value)
{
	bool comma = false;

	for (size_t i = 0; i < value.length; i++) {
		comma |= value.data[i] == ',';
		if (value.data[i] != ',' && value.data[i] != ' '
		    && (value.data[i] < '0' || value.data[i] > '9'))
			return false;
	}
	return comma;
}

/* The first line is the header where it has the column's name. */
static bool
look_for_header(struct list *list, struct fault *fault)
{
	const struct reader *reader = &list->reader;

	list->begun = true;
	for (size_t i = 0; i < reader->count; i++) {
		if (!field_equals(field_trim(reader_value(reader, i)), field_of(list->column)))
			continue;
		if (list->headed)
			return fault_at(fault, list->path, (size_t)reader->line, 0,
			    "two columns are called '%s'", list->column);
		list->index = i;
		list->width = reader->count;
		list->headed = true;
	}
	return true;
}

/* Without a header there is one column, behind which empty ones may stand: some
 * services want a comma at the end of each line. */
static bool
check_width(struct list *list, struct fault *fault)
{
	const struct reader *reader = &list->reader;

	if (list->headed) {
		if (reader->count == list->width)
			return true;
		return fault_at(fault, list->path, (size_t)reader->line, 0,
		    "%zu fields where the header has %zu", reader->count, list->width);
	}
	for (size_t i = 1; i < reader->count; i++)
		if (reader->fields[i].length != 0)
			return fault_at(fault, list->path, (size_t)reader->line, 0,
			    "there are several columns, and no header line with '%s', as the data "
			    "calls its identifiers; add one",
			    list->column);
	return true;
}

static bool
check_value(struct list *list, struct field value, struct fault *fault)
{
	size_t line = (size_t)list->reader.line;

	if (field_trim(value).length == 0)
		return fault_at(fault, list->path, line, 0,
		    "there is no identifier here; nobody would be excluded by it");
	for (size_t i = 0; i < value.length; i++)
		if (value.data[i] == ';' || value.data[i] == '\t' || value.data[i] == '|')
			return fault_at(fault, list->path, line, 0,
			    "is divided by something else than commas: convert the list with "
			    "validate --delimiter");
	if (is_cut(value))
		return fault_at(fault, list->path, line, 0,
		    "a spreadsheet has cut the number (it has an exponent); take the list from "
		    "where it came from again, as text");
	if (is_grouped(value))
		return fault_at(fault, list->path, line, 0,
		    "the number has commas in it; take the list from where it came from again, as "
		    "text");
	if (list->headed)
		return true;
	if (list->first_line == 0) {
		list->first_line = line;
		list->first_has_digit = has_digit(value);
	} else {
		list->others++;
		list->others_with_digit += has_digit(value);
	}
	return true;
}

static bool
take_record(struct exclude *exclude, struct list *list, struct fault *fault)
{
	const struct reader *reader = &list->reader;
	struct field value;

	/* an empty line, or the commas alone that a spreadsheet leaves */
	if (reader->record.length + 1 == reader->count || field_trim(reader->record).length == 0)
		return true;
	if (!list->begun) {
		if (!look_for_header(list, fault))
			return false;
		if (list->headed)
			return true;
	}
	if (!check_width(list, fault))
		return false;
	value = reader_value(reader, list->index);
	if (!check_value(list, value, fault))
		return false;
	exclude_add(exclude, value);
	return true;
}

static bool
check_whole(const struct exclude *exclude, const struct list *list, struct fault *fault)
{
	if (exclude_count(exclude) == 0 && !list->headed)
		return fault_at(fault, list->path, 0, 0,
		    "the list is empty; where nobody opted out, give it the header line '%s'",
		    list->column);
	if (list->others != 0 && !list->first_has_digit && list->others == list->others_with_digit)
		return fault_at(fault, list->path, (size_t)list->first_line, 0,
		    "the first line looks like the header of another column than '%s'; give it "
		    "that "
		    "name if these are its identifiers",
		    list->column);
	return true;
}

static bool
read_list(struct exclude *exclude, struct list *list, struct fault *fault)
{
	bool end;

	while (reader_next_good(&list->reader, &end, fault)) {
		if (end)
			return check_whole(exclude, list, fault);
		if (!take_record(exclude, list, fault))
			return false;
	}
	return false;
}

bool
exclude_list_read(
    const char *path, const char *column, struct exclude *exclude, struct fault *fault)
{
	struct list list = { .path = path, .column = column };
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	bool good;

	if (descriptor < 0)
		return fault_system(fault, path, "cannot open the list");
	reader_open(&list.reader, descriptor, path);
	good = read_list(exclude, &list, fault);
	reader_close(&list.reader);
	close(descriptor);
	return good;
}
