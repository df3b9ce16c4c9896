/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * group_key: to which group a record belongs: its unit, period and further columns.
 *
 * A key is its parts joined by NULs, which no value can hold; NUL is the least
 * byte, so keys in byte order are tuples in byte order.  A key of one part is a
 * view of the record itself.
 */
#ifndef MHSW_GROUP_KEY_H
#define MHSW_GROUP_KEY_H

#include "../../lib/date.h"
#include "../../lib/diag.h"
#include "../../lib/field.h"
#include "../../lib/filter.h"
#include "../../lib/memory.h"
#include "../../lib/reader.h"
#include "organisation_changes.h"
#include "window.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct group_key {
	const char *unit_name; /* NULL: all records are of one unit */
	char *period_name;     /* NULL: all records are of one period */
	bool cut;              /* dates are cut to periods of this length */
	enum date_period length;
	const char *end_name; /* NULL: a period's own text says where it ends */
	const struct filter_list *by_names;
	bool by_measure; /* the first of these has the measures' names: --measure-column */
	const struct organisation_changes *changes; /* NULL: units stay as they stand */

	/* after group_key_bind: columns, or READER_NONE */
	size_t unit;
	size_t period;
	size_t end;
	size_t by[FILTER_LIST_MAX];
	size_t parts;

	/* the record at hand */
	struct organisation_change *change; /* of its unit; NULL: there was none */
	struct buffer joined;
	char date_text[DATE_TEXT_MAX]; /* the last date, since dates come in runs */
	size_t date_length;
	char end_text[DATE_TEXT_MAX]; /* likewise */
	size_t end_length;
	char period_text[WINDOW_TEXT_MAX];
	size_t period_length;
	unsigned lengths; /* the lengths of periods seen, as a set */
};

enum group_key_status {
	GROUP_KEY_FOUND,
	GROUP_KEY_NO_UNIT,    /* empty, or a symbol in its place */
	GROUP_KEY_NO_PERIOD,  /* likewise */
	GROUP_KEY_NO_MEASURE, /* likewise */
	GROUP_KEY_BAD_PERIOD, /* not a date or period that can be cut to the length */
	GROUP_KEY_BAD_END     /* none, or before its period begins */
};

/* period is COLUMN or COLUMN:LENGTH; the names are borrowed. */
bool group_key_configure(struct group_key *key, const char *unit, const char *period,
    const struct filter_list *by, struct fault *fault);
/* Periods last until that column's, so that they may overlap; after group_key_configure. */
bool group_key_end(struct group_key *key, const char *column, struct fault *fault);
bool group_key_bind(struct group_key *key, const struct reader *reader, struct fault *fault);
/* The key of the record; it lives until the next record. */
enum group_key_status
group_key_take(struct group_key *key, const struct reader *reader, struct field *out);
/* In place of group_key_bind and group_key_take, where groups are read and no records: unit
 * and period (an empty one where nobody asked for it), false where no key has them; the
 * further columns in turn, by their index; and what comes of it. */
void group_key_bind_groups(struct group_key *key);
bool group_key_begin(struct group_key *key, struct field unit, struct field period);
void group_key_append(struct group_key *key, size_t index, struct field by);
struct field group_key_joined(const struct group_key *key);
/* Takes a key apart; by is what is left, still joined.  A part that nobody
 * asked for is empty. */
void group_key_split(const struct group_key *key, struct field whole, struct field *unit,
    struct field *period, struct field *by);
/* Takes the first part off what is left. */
struct field group_key_part(struct field *rest);
void group_key_release(struct group_key *key);

#endif
