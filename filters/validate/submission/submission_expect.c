/* SPDX-License-Identifier: GPL-3.0-or-later */
/* submission: the list of those expected. */
#include "submission_state.h"

#include "../../lib/date.h"

static bool
read_due(struct submission_group *group, const struct table *table, size_t row, size_t column,
    struct fault *fault)
{
	struct field value = table_cell(table, row, column);
	struct date date;

	if (value.length == 0)
		return true;
	if (!date_parse(value, &date))
		return fault_at(fault, table_path(table), table_line(table, row), 0,
		    "due is no date such as 2026-03-31");
	group->due = date_days(date);
	return true;
}

static bool
check_row(const struct submissions *submissions, size_t row, struct field organisation,
    struct field period, struct fault *fault)
{
	const struct table *table = submissions->expected;
	const struct type *type = &submissions->schema->fields[submissions->period].type;
	struct date date;

	if (organisation.length == 0 || period.length == 0)
		return fault_at(fault, table_path(table), table_line(table, row), 0, "%s is empty",
		    organisation.length == 0 ? "organisation" : "period");
	if (type->kind == TYPE_YEARMONTH && !date_parse_month(period, &date))
		return fault_at(fault, table_path(table), table_line(table, row), 0,
		    "period is no month such as 2026-03");
	if (type->kind == TYPE_DATE && !date_parse(period, &date))
		return fault_at(fault, table_path(table), table_line(table, row), 0,
		    "period is no date such as 2026-03-31");
	return true;
}

bool
submission_expect(struct submissions *submissions, const char *path, struct fault *fault)
{
	struct table *table = table_load(path, fault);
	size_t organisation;
	size_t period;
	size_t due;

	submissions->expected = table;
	if (table == NULL || !table_require(table, "organisation", &organisation, fault)
	    || !table_require(table, "period", &period, fault))
		return false;
	due = table_column(table, "due");
	for (size_t row = 0; row < table_rows(table); row++) {
		struct field name = table_cell(table, row, organisation);
		struct field when = table_cell(table, row, period);
		struct submission_group *group;

		if (!check_row(submissions, row, name, when, fault))
			return false;
		group = submission_enter(submissions, name, when, fault);
		if (group == NULL)
			return false;
		if (group->row != TABLE_NONE)
			return fault_at(fault, path, table_line(table, row), 0,
			    "has the organisation and period of line %zu again",
			    table_line(table, group->row));
		group->row = row;
		if (due != TABLE_NONE && !read_due(group, table, row, due, fault))
			return false;
	}
	return true;
}
