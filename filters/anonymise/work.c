/* SPDX-License-Identifier: GPL-3.0-or-later */
/* work: what lives from the policy to the last record. */
#include "work.h"

#include "../lib/table.h"
#include "options.h"

/* The key leaves memory here again: what stays are states made from subkeys. */
static bool
bind(struct work *work, struct fault *fault)
{
	struct filter *filter = work->filter;
	struct key key = { 0 };
	bool good;

	if (work->policy.keyed && !options.check && !options.search) {
		if (!key_read(&key, options.key, fault))
			return false;
		memcpy(work->key_id, key.id, sizeof work->key_id);
		runrecord_fact(&filter->record, "key id", key.id);
		diag_note("key id %s", key.id);
	}
	good = columns_open(&work->columns, &work->policy, &filter->reader,
	    key.bytes != NULL ? &key : NULL, options.typed, options.check, fault);
	key_release(&key);
	return good;
}

/* A quasi-identifier brings its coarser forms where they may be needed. */
static void
find_columns(struct work *work)
{
	const struct privacy *privacy = &work->policy.privacy;
	const struct reader *reader = &work->filter->reader;

	for (size_t i = 0; i < privacy->quasi_count; i++) {
		const struct change *change;

		work->quasi[i] = reader_column(reader, field_of(privacy->quasi[i]));
		change = work->columns.list[work->quasi[i]].rule->change;
		work->forms[i] = 1;
		if (privacy->act == PRIVACY_GENERALISE && !options.check && change != NULL)
			work->forms[i] = change_levels(change) - change_level(change);
		if (options.search)
			work->forms[i] = change != NULL ? change_levels(change) : 1;
	}
	for (size_t i = 0; i < privacy->sensitive_count; i++)
		work->sensitive[i] = reader_column(reader, field_of(privacy->sensitive[i].column));
}

static bool
add_people(struct work *work, const struct table *table, size_t row, const size_t *columns,
    struct fault *fault)
{
	const size_t count = work->policy.privacy.quasi_count;
	struct field cells[PRIVACY_COLUMNS_MAX];
	int64_t people;

	for (size_t i = 0; i < count; i++)
		cells[i] = table_cell(table, row, columns[i]);
	if (!field_to_integer(table_cell(table, row, columns[count]), &people) || people < 0)
		return fault_at(fault, options.population, table_line(table, row), 0,
		    "column 'people': a whole number of people is expected");
	return classes_population(work->classes, cells, (uint64_t)people, fault);
}

/* A table with the quasi-identifiers as they leave, and how many people look so. */
static bool
load_population(struct work *work, struct fault *fault)
{
	const struct privacy *privacy = &work->policy.privacy;
	size_t columns[PRIVACY_COLUMNS_MAX + 1];
	struct table *table;
	bool good = true;

	table = table_load(options.population, fault);
	if (table == NULL)
		return false;
	for (size_t i = 0; good && i < privacy->quasi_count; i++)
		good = table_require(table, privacy->quasi[i], &columns[i], fault);
	good = good && table_require(table, "people", &columns[privacy->quasi_count], fault);
	for (size_t row = 0; good && row < table_rows(table); row++)
		good = add_people(work, table, row, columns, fault);
	table_free(table);
	return good;
}

static bool
open_classes(struct work *work, struct fault *fault)
{
	struct classes_settings settings = {
		.privacy = &work->policy.privacy,
		.memory = options.memory,
		.only_check = options.check,
		/* what is checked is as it came already */
		.input = options.audit != NULL && !options.check,
	};

	memcpy(settings.forms, work->forms, sizeof settings.forms);
	work->classes = classes_new(&settings, fault);
	if (work->classes == NULL)
		return false;
	runrecord_machine(&work->filter->record, "storage", classes_storage(work->classes));
	return options.population == NULL || load_population(work, fault);
}

static bool
open_search(struct work *work, struct fault *fault)
{
	if (work->policy.privacy.k == 0)
		return fault_set(fault,
		    "--search needs k and quasi_identifiers, which the policy %s has not",
		    options.policy);
	if (work->filter->reader.columns == 0)
		return true;
	work->search = search_new(&work->policy.privacy, work->forms,
	    options.memory_text != NULL ? options.memory : 0, fault);
	return work->search != NULL;
}

/* A list of people, looked up in the policy's column. */
static bool
open_list(
    struct work *work, const char *path, bool broadly, struct exclude **list, struct fault *fault)
{
	const char *column = work->policy.privacy.opt_out;

	if (path == NULL)
		return true;
	if (column == NULL)
		return fault_at(fault, path, 0, 0,
		    "the policy %s does not say whom a record is about; name the column with "
		    "\"person\" or \"opt_out\"",
		    options.policy);
	*list = exclude_load(path, column, broadly, fault);
	if (*list != NULL)
		diag_note("%s: %zu people", path, exclude_count(*list));
	return *list != NULL;
}

/* What is known of each person, for the columns that search for what is their own. */
static bool
open_persons(struct work *work, struct fault *fault)
{
	const char *column = work->policy.privacy.person;

	if (options.identifiers == NULL || work->columns.count == 0)
		return true;
	if (column == NULL)
		return fault_at(fault, options.identifiers, 0, 0,
		    "the policy %s does not say whom a record is about; name the column with "
		    "\"person\"",
		    options.policy);
	if ((work->policy.entities & 1U << ENTITY_OWN) == 0)
		return fault_at(fault, options.identifiers, 0, 0,
		    "the policy %s has no text that is searched for what is its person's own "
		    "(entity own)",
		    options.policy);
	work->persons = persons_load(options.identifiers, column, fault);
	if (work->persons == NULL)
		return false;
	diag_note("%s: %zu people", options.identifiers, persons_count(work->persons));
	columns_know(&work->columns, work->persons);
	return true;
}

/* The classes of a part are not those of the whole. */
static bool
check_whole(const struct work *work, struct fault *fault)
{
	if (options.population != NULL && work->policy.privacy.k == 0)
		return fault_set(fault, "--population is about classes, and the policy %s has no k",
		    options.policy);
	if (work->policy.privacy.k != 0 && work->filter->no_header)
		return fault_set(fault,
		    "k is about all records together, so no part of them is taken alone; give them "
		    "at once and without --no-header");
	if (options.check && work->policy.privacy.k != 0 && work->columns.count != 0
	    && work->policy.privacy.person != NULL && work->columns.person == READER_NONE)
		return fault_at(fault, work->filter->reader.name, 1, 0,
		    "the policy %s drops the person column '%s', so people cannot be counted; "
		    "pseudonymise it where outputs are to be checked",
		    options.policy, work->policy.privacy.person);
	return true;
}

bool
work_open(struct work *work, struct fault *fault)
{
	if (!open_list(work, options.exclude, true, &work->exclude, fault)
	    || !open_list(work, options.permitted, false, &work->permitted, fault)
	    || !bind(work, fault) || !open_persons(work, fault) || !check_whole(work, fault))
		return false;
	if (work->filter->reader.columns != 0)
		find_columns(work);
	if (options.check) {
		work->look = redact_new(WORK_LOOK, &work->policy.lists, false, fault);
		if (work->look == NULL)
			return false;
	}
	if (options.search)
		return open_search(work, fault);
	if (work->policy.privacy.k == 0 || work->filter->reader.columns == 0)
		return true;
	return open_classes(work, fault);
}

void
work_release(struct work *work)
{
	redact_free(work->look);
	search_free(work->search);
	classes_free(work->classes);
	exclude_free(work->exclude);
	exclude_free(work->permitted);
	columns_close(&work->columns);
	persons_free(work->persons);
	policy_release(&work->policy);
}

/* On the list of those who opted out, or not on that of those who may stay: who nobody
 * knows is on neither. */
static bool
is_left_out(struct work *work)
{
	struct field person;
	bool excluded;
	bool permitted;

	if (work->exclude == NULL && work->permitted == NULL)
		return false;
	person = reader_value(&work->filter->reader, work->columns.opt_out);
	excluded = work->exclude != NULL && exclude_holds(work->exclude, person);
	permitted = work->permitted == NULL || exclude_holds(work->permitted, person);
	work->opted_out += excluded;
	work->may_stay += permitted;
	return excluded || !permitted;
}

bool
work_next(struct work *work)
{
	while (filter_next(work->filter)) {
		if (!is_left_out(work))
			return true;
		work->filter->record.excluded++;
	}
	return false;
}

void
work_tell_exclusion(const struct work *work)
{
	const struct runrecord *record = &work->filter->record;

	if (record->in == 0 || work->filter->status == STATUS_FAILED)
		return;
	if (work->exclude != NULL && exclude_count(work->exclude) != 0 && work->opted_out == 0)
		diag_warning(
		    "%s: nobody on the list is in the data; does it hold the identifiers of "
		    "column '%s'?",
		    options.exclude, work->policy.privacy.opt_out);
	if (work->persons != NULL && work->columns.known == 0 && work->columns.unknown != 0)
		diag_warning("%s: nobody in the data is in it; does it hold the identifiers of "
		             "column '%s'?",
		    options.identifiers, work->policy.privacy.person);
	if (work->permitted != NULL && work->may_stay == 0)
		diag_warning(
		    "%s: nobody in the data is on the list; does it hold the identifiers of "
		    "column '%s'?",
		    options.permitted, work->policy.privacy.opt_out);
}
