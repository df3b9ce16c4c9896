/* SPDX-License-Identifier: GPL-3.0-or-later */
/* drift: this file beside the earlier one. */
#include "drift.h"

#include "../finding/teller.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* 1234567 as 1,234,567. */
static void
append_count(struct buffer *out, uint64_t count)
{
	char digits[24];
	int length = snprintf(digits, sizeof digits, "%" PRIu64, count);

	for (int i = 0; i < length; i++) {
		if (i != 0 && (length - i) % 3 == 0)
			buffer_append(out, ",", 1);
		buffer_append(out, digits + i, 1);
	}
}

/* With one decimal and a point, whatever the locale. */
static void
append_tenths(struct buffer *out, double number, bool sign)
{
	long long tenths = llround(fabs(number) * 10);

	if (sign)
		buffer_append_text(out, number < 0 ? "-" : "+");
	append_count(out, (uint64_t)tenths / 10);
	buffer_format(out, ".%lld", tenths % 10);
}

static void
compare_records(const struct drift *drift, uint64_t now, struct teller *teller)
{
	uint64_t before = drift->records;
	struct buffer *words = &teller->words;
	double percent;

	if (now == before)
		return;
	percent = before != 0 ? ((double)now - (double)before) * 100 / (double)before : INFINITY;
	if (fabs(percent) <= drift->records_percent)
		return;
	append_count(words, now);
	buffer_append_text(words, now == 1 ? " record, " : " records, ");
	if (before == 0) {
		buffer_append_text(words, "none before");
	} else {
		append_count(words, before);
		buffer_append_text(words, " before (");
		append_tenths(words, percent, true);
		buffer_append_text(words, "%)");
	}
	teller_tell(teller, FINDING_DRIFT_RECORDS, FINDING_NO_FIELD, 1, NULL);
}

static void
compare_missing(const struct drift *drift, const struct profile *profile, size_t field,
    const struct drift_field *earlier, struct teller *teller)
{
	struct buffer *words = &teller->words;
	double now;
	double before;

	/* of no records no share is missing; the records have told of it */
	if (drift->records == 0 || profile->records == 0)
		return;
	now = (double)profile->missing[field] * 100 / (double)profile->records;
	before = (double)earlier->missing * 100 / (double)drift->records;
	if (fabs(now - before) <= drift->missing_points)
		return;
	append_tenths(words, now, false);
	buffer_append_text(words, "% missing, ");
	append_tenths(words, before, false);
	buffer_append_text(words, "% before (");
	append_tenths(words, now - before, true);
	buffer_append_text(words, " points)");
	teller_tell(teller, FINDING_DRIFT_MISSING, field, 1, NULL);
}

/* How many of the codes are not among the earlier ones; both are sorted. */
static size_t
count_new(const uint64_t *codes, size_t count, const struct drift_field *earlier)
{
	size_t found = 0;
	size_t at = 0;

	for (size_t i = 0; i < count; i++) {
		while (at < earlier->count && earlier->codes[at] < codes[i])
			at++;
		found += at == earlier->count || earlier->codes[at] != codes[i];
	}
	return found;
}

static void
compare_codes(const struct profile *profile, size_t field, const struct drift_field *earlier,
    struct teller *teller)
{
	const struct profile_watch *watch = profile_watch_of(profile, field);
	struct buffer *words = &teller->words;
	uint64_t *codes;
	size_t found;

	if (watch == NULL || !earlier->watched)
		return;
	if (watch->given_up) {
		append_count(words, PROFILE_CODES_MAX);
		buffer_append_text(words, " codes and more, too many to tell new ones, ");
		append_count(words, earlier->count);
		buffer_append_text(words, " before");
		teller_tell(teller, FINDING_DRIFT_CODES, field, 1, NULL);
		return;
	}
	codes = profile_codes(watch);
	found = count_new(codes, watch->count, earlier);
	free(codes);
	if (found == 0)
		return;
	append_count(words, found);
	buffer_append_text(words, " of ");
	append_count(words, watch->count);
	buffer_append_text(words, watch->count == 1 ? " code " : " codes ");
	buffer_append_text(words, found == 1 ? "is new, " : "are new, ");
	append_count(words, earlier->count);
	buffer_append_text(words, " before");
	teller_tell(teller, FINDING_DRIFT_CODES, field, found, NULL);
}

/* A field's name comes from a file: what a terminal would obey is shown as '?'. */
static void
tell_column(struct teller *teller, const char *name, const char *what)
{
	buffer_append_text(&teller->words, "the column '");
	for (; *name != '\0'; name++)
		buffer_append(
		    &teller->words, (unsigned char)*name < ' ' || *name == 0x7F ? "?" : name, 1);
	buffer_format(&teller->words, "' is %s", what);
	teller_tell(teller, FINDING_DRIFT_COLUMNS, FINDING_NO_FIELD, 1, NULL);
}

static const struct drift_field *
earlier_field(const struct drift *drift, const char *name)
{
	for (size_t i = 0; i < drift->count; i++)
		if (strcmp(drift->fields[i].name, name) == 0)
			return &drift->fields[i];
	return NULL;
}

static bool
in_schema(const struct schema *schema, const char *name)
{
	for (size_t i = 0; i < schema->count; i++)
		if (strcmp(schema->fields[i].name, name) == 0)
			return true;
	return false;
}

void
drift_compare(
    const struct drift *drift, const struct profile *profile, notice *notify, void *context)
{
	struct teller teller = { .tell = notify, .context = context };

	if (drift->file.root == NULL)
		return;
	compare_records(drift, profile->records, &teller);
	for (size_t i = 0; i < drift->schema->count; i++) {
		const struct drift_field *earlier =
		    earlier_field(drift, drift->schema->fields[i].name);

		if (earlier == NULL) {
			tell_column(&teller, drift->schema->fields[i].name, "new");
			continue;
		}
		compare_missing(drift, profile, i, earlier, &teller);
		compare_codes(profile, i, earlier, &teller);
	}
	for (size_t i = 0; i < drift->count; i++)
		if (!in_schema(drift->schema, drift->fields[i].name))
			tell_column(&teller, drift->fields[i].name, "gone");
	teller_release(&teller);
}
