/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small table for the classes, and an oracle: whatever comes back is counted again
 * by comparing each record with each other, in plain C.
 */
#ifndef MHSW_ANONYMISE_CLASSES_ORACLE_H
#define MHSW_ANONYMISE_CLASSES_ORACLE_H

#include "../../filters/anonymise/classes/classes.h"
#include "unit.h"

#include <math.h>
#include <stdlib.h>

#define ORACLE_ROWS  250
#define ORACLE_QUASI 4
#define ORACLE_FORMS 3
#define ORACLE_TEXT  12

struct oracle_row {
	/* each quasi-identifier in each of its forms */
	char cells[ORACLE_QUASI][ORACLE_FORMS][ORACLE_TEXT];
	char person[ORACLE_TEXT];
	char sensitive[2][ORACLE_TEXT];
	/* as it came back */
	bool out;
	unsigned form[ORACLE_QUASI];
};

struct oracle {
	struct privacy privacy;
	struct classes_settings settings;
	struct oracle_row rows[ORACLE_ROWS];
	size_t count;
	uint64_t out;
	struct classes_picture input; /* of the first forms, where it is asked for */
	struct classes_picture before;
	struct classes_picture after;
	uint64_t suppressed[ORACLE_QUASI];
	uint64_t coarser[ORACLE_QUASI];
};

__attribute__((unused)) static void
oracle_init(struct oracle *oracle, size_t quasi, unsigned k, enum privacy_act act)
{
	static const char *const names[ORACLE_QUASI] = { "first", "second", "third", "fourth" };

	*oracle = (struct oracle){ .count = 0 };
	oracle->privacy.k = k;
	oracle->privacy.act = act;
	oracle->privacy.person = "person";
	oracle->privacy.suppression_limit = 1;
	oracle->privacy.quasi_count = quasi;
	for (size_t i = 0; i < quasi; i++) {
		oracle->privacy.quasi[i] = names[i];
		oracle->settings.forms[i] = 1;
	}
	oracle->settings.memory = 1 << 20;
	oracle->settings.privacy = &oracle->privacy;
}

__attribute__((unused)) static void
oracle_sensitive(struct oracle *oracle, double l, enum privacy_diversity diversity, double t,
    enum privacy_distance distance)
{
	oracle->privacy.sensitive[oracle->privacy.sensitive_count++] =
	    (struct privacy_sensitive){ "sensitive", l, diversity, t, distance };
}

/* cells: the quasi-identifiers with a blank between; sensitive: the same. */
__attribute__((unused)) static void
oracle_add(struct oracle *oracle, const char *cells, const char *person, const char *sensitive)
{
	struct oracle_row *row = &oracle->rows[oracle->count++];

	sscanf(cells, "%11s %11s %11s %11s", row->cells[0][0], row->cells[1][0], row->cells[2][0],
	    row->cells[3][0]);
	snprintf(row->person, sizeof row->person, "%s", person);
	sscanf(sensitive, "%11s %11s", row->sensitive[0], row->sensitive[1]);
}

__attribute__((unused)) static bool
oracle_give(struct oracle *oracle, struct classes *classes, struct fault *fault)
{
	for (size_t r = 0; r < oracle->count; r++) {
		struct oracle_row *row = &oracle->rows[r];
		struct field forms[ORACLE_QUASI * ORACLE_FORMS];
		struct field first[ORACLE_QUASI];
		struct field sensitive[2] = { field_of(row->sensitive[0]),
			field_of(row->sensitive[1]) };
		char text[32];
		size_t count = 0;

		for (size_t i = 0; i < oracle->privacy.quasi_count; i++) {
			first[i] = field_of(row->cells[i][0]);
			for (unsigned form = 0; form < oracle->settings.forms[i]; form++)
				forms[count++] = field_of(row->cells[i][form]);
		}
		snprintf(text, sizeof text, "record %zu", r);
		if (!classes_add(
		        classes, forms, field_of(row->person), sensitive, field_of(text), fault))
			return false;
		if (oracle->settings.input
		    && !classes_add_input(classes, first, field_of(row->person), fault))
			return false;
	}
	return true;
}

/* Each record comes back once and in its place. */
__attribute__((unused)) static bool
oracle_take(struct oracle *oracle, struct classes *classes)
{
	struct classes_record record;
	enum classes_result result;
	struct fault fault;
	size_t r = 0;
	bool good = true;

	oracle->out = 0;
	while ((result = classes_next(classes, &record, &fault)) == CLASSES_RECORD
	    || result == CLASSES_SUPPRESSED) {
		struct oracle_row *row = &oracle->rows[r];
		char text[32];

		snprintf(text, sizeof text, "record %zu", r++);
		row->out = result == CLASSES_SUPPRESSED;
		oracle->out += row->out;
		if (row->out)
			continue;
		good = good && field_is(record.record, text);
		for (size_t i = 0; i < oracle->privacy.quasi_count; i++)
			row->form[i] = record.form[i];
	}
	return good && result == CLASSES_END && r == oracle->count;
}

__attribute__((unused)) static bool
oracle_run(struct oracle *oracle)
{
	struct fault fault = { { 0 } };
	struct classes *classes = classes_new(&oracle->settings, &fault);
	bool good = classes != NULL;

	if (good) {
		good = oracle_give(oracle, classes, &fault) && classes_settle(classes, &fault)
		    && oracle_take(oracle, classes);
		if (oracle->settings.input)
			oracle->input = *classes_input(classes);
		oracle->before = *classes_before(classes);
		oracle->after = *classes_after(classes);
		for (size_t i = 0; i < oracle->privacy.quasi_count; i++) {
			oracle->suppressed[i] = classes_suppressed_cells(classes, i);
			oracle->coarser[i] = classes_coarser_cells(classes, i);
		}
	}
	if (!good)
		printf("# %s\n", fault.message);
	classes_free(classes);
	return good;
}

static const char *
oracle_cell(const struct oracle *oracle, const struct oracle_row *row, size_t i, bool before)
{
	unsigned form = before ? 0 : row->form[i];

	return form == oracle->settings.forms[i] ? "*" : row->cells[i][form];
}

static bool
oracle_alike(const struct oracle *oracle, size_t a, size_t b, bool before)
{
	for (size_t i = 0; i < oracle->privacy.quasi_count; i++)
		if (strcmp(oracle_cell(oracle, &oracle->rows[a], i, before),
		        oracle_cell(oracle, &oracle->rows[b], i, before))
		    != 0)
			return false;
	return true;
}

/* How a record left: its cells with a blank behind each, or "out". */
__attribute__((unused)) static bool
oracle_left(const struct oracle *oracle, size_t r, const char *expected)
{
	char text[ORACLE_QUASI * (ORACLE_TEXT + 1) + 1] = "";
	const struct oracle_row *row = &oracle->rows[r];

	for (size_t i = 0; i < oracle->privacy.quasi_count; i++) {
		strcat(text, oracle_cell(oracle, row, i, false));
		if (i + 1 < oracle->privacy.quasi_count)
			strcat(text, " ");
	}
	if (row->out)
		strcpy(text, "out");
	return unit_text(text, expected, __FILE__, __LINE__, expected);
}

/* Of the records that look like r: the first of each person (and value, -1: none). */
static bool
oracle_is_first(const struct oracle *oracle, size_t r, size_t other, int column, bool before)
{
	const struct oracle_row *row = &oracle->rows[other];

	for (size_t e = 0; e < other; e++) {
		const struct oracle_row *earlier = &oracle->rows[e];

		if ((!before && earlier->out) || strcmp(earlier->person, row->person) != 0)
			continue;
		if (r != SIZE_MAX && !oracle_alike(oracle, r, e, before))
			continue;
		if (column < 0 || strcmp(earlier->sensitive[column], row->sensitive[column]) == 0)
			return false;
	}
	return true;
}

/* People, not nobody (or people with a value, where column is not negative) of the class of r; of
 * the whole table for SIZE_MAX; value NULL: any. */
__attribute__((unused)) static unsigned
oracle_people(const struct oracle *oracle, size_t r, int column, const char *value, bool before)
{
	unsigned people = 0;

	for (size_t other = 0; other < oracle->count; other++) {
		const struct oracle_row *row = &oracle->rows[other];

		if ((!before && row->out) || row->person[0] == '\0'
		    || (r != SIZE_MAX && !oracle_alike(oracle, r, other, before)))
			continue;
		if (value != NULL && strcmp(row->sensitive[column], value) != 0)
			continue;
		people += oracle_is_first(oracle, r, other, column, before);
	}
	return people;
}

/* The row is the first of the table (or of the class of r) with its value. */
static bool
oracle_new_value(const struct oracle *oracle, size_t r, size_t other, int column)
{
	for (size_t e = 0; e < other; e++)
		if (!oracle->rows[e].out && oracle->rows[e].person[0] != '\0'
		    && (r == SIZE_MAX || oracle_alike(oracle, r, e, false))
		    && strcmp(
		           oracle->rows[e].sensitive[column], oracle->rows[other].sensitive[column])
		        == 0)
			return false;
	return true;
}

static double
oracle_share(const struct oracle *oracle, size_t r, int column, const char *value)
{
	return oracle_people(oracle, r, column, value, false)
	    / (double)oracle_people(oracle, r, column, NULL, false);
}

/* Distinct values, exp of the entropy, or the equal distance (ordered has vectors). */
static double
oracle_figure(const struct oracle *oracle, size_t r, int column, char which)
{
	double sum = 0;

	for (size_t other = 0; other < oracle->count; other++) {
		const struct oracle_row *row = &oracle->rows[other];
		size_t scope = which == 't' ? SIZE_MAX : r;
		double share;

		if (row->out || row->person[0] == '\0'
		    || (scope != SIZE_MAX && !oracle_alike(oracle, r, other, false))
		    || !oracle_new_value(oracle, scope, other, column))
			continue;
		share = oracle_share(oracle, r, column, row->sensitive[column]);
		if (which == 't')
			sum += fabs(share
			           - oracle_share(oracle, SIZE_MAX, column, row->sensitive[column]))
			    / 2;
		else
			sum += which == 'd' ? 1 : -share * log(share);
	}
	return which == 'e' ? exp(sum) : sum;
}

/* Everything that came back keeps the policy. */
__attribute__((unused)) static bool
oracle_holds(const struct oracle *oracle)
{
	for (size_t r = 0; r < oracle->count; r++) {
		if (oracle->rows[r].out)
			continue;
		if (oracle_people(oracle, r, -1, NULL, false) < oracle->privacy.k)
			return false;
		for (int c = 0; c < (int)oracle->privacy.sensitive_count; c++) {
			const struct privacy_sensitive *wish = &oracle->privacy.sensitive[c];
			char which = wish->diversity == PRIVACY_DISTINCT ? 'd' : 'e';

			if (wish->l > 0 && oracle_figure(oracle, r, c, which) < wish->l - 1e-6)
				return false;
			if (wish->t >= 0 && wish->distance == PRIVACY_EQUAL
			    && oracle_figure(oracle, r, c, 't') > wish->t + 1e-6)
				return false;
		}
	}
	return true;
}

#endif
