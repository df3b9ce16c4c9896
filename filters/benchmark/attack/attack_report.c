/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attack_report: what each count can be, a line each, and what that comes to. */
#include "../../lib/decimal.h"
#include "attack_table.h"

#include <inttypes.h>
#include <stdio.h>

static const char *const parts[ATTACK_PARTS] = { "records", "numerator", "denominator" };

/* What came of the counts of one state. */
struct tally {
	uint64_t all;
	uint64_t pinned;
	uint64_t guessed;
	uint64_t narrowed;
};

struct report {
	struct tally suppressed;
	struct tally rounded;
	uint64_t unruled;
};

static void
write_header(const struct attack_table *table, struct writer *writer)
{
	static const char *const before[] = { "file", "line", "unit", "period" };
	static const char *const after[] = { "measure", "column", "published", "smallest",
		"largest", "state" };

	for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++)
		writer_text(writer, before[i]);
	for (size_t i = 0; i < table->by_count; i++)
		writer_text(writer, table->by[i]);
	for (size_t i = 0; i < sizeof(after) / sizeof(after[0]); i++)
		writer_text(writer, after[i]);
	writer_end(writer);
}

static void
write_whole(struct writer *writer, int64_t number)
{
	char text[32];
	int length = snprintf(text, sizeof(text), "%" PRId64, number);

	writer_value(writer, (struct field){ text, (size_t)length });
}

/* Whether the count is one that the rule hides, of those that are known now. */
static bool
is_secret(const struct attack_table *table, const struct attack_count *count, int64_t number)
{
	return count->state == ATTACK_SUPPRESSED
	    && !disclosure_shows(table->options->rule, (uint64_t)number);
}

/* How many values the rule leaves; a count beside suppressed ones may be any, and is to
 * look no different from them. */
static int64_t
width_of(const struct attack_table *table, const struct attack_count *count)
{
	return count->state == ATTACK_SUPPRESSED ? (int64_t)disclosure_width(table->options->rule)
	                                         : count->rule.upper - count->rule.lower + 1;
}

static const char *
state_of(const struct attack_table *table, const struct attack_count *count)
{
	struct additive_range sure = table->sure[count->variable];
	struct additive_range guess = table->additive.ranges[count->variable];

	if (count->state == ATTACK_UNRULED)
		return "not_as_ruled";
	if (count->rule.lower == count->rule.upper)
		return "exact";
	if (sure.lower == sure.upper)
		return count->state == ATTACK_SHOWN || is_secret(table, count, sure.lower)
		    ? "pinned"
		    : "exact"; /* hidden for the sake of others, which is no secret */
	if (guess.lower == guess.upper && count->state == ATTACK_SUPPRESSED)
		return "guessed";
	return sure.upper - sure.lower < width_of(table, count) - 1 ? "narrowed" : "kept";
}

static void
add_up(struct report *report, const struct attack_count *count, const char *state)
{
	struct tally *tally =
	    count->state == ATTACK_SUPPRESSED ? &report->suppressed : &report->rounded;

	report->unruled += count->state == ATTACK_UNRULED;
	if (count->state == ATTACK_UNRULED || (count->state == ATTACK_SHOWN && state[0] == 'e'))
		return;
	tally->all++;
	tally->pinned += state[0] == 'p';
	tally->guessed += state[0] == 'g';
	tally->narrowed += state[0] == 'n';
}

static void
write_place(const struct attack_table *table, struct filter *filter, const struct attack_row *row)
{
	struct writer *writer = &filter->writer;
	size_t start = 0;

	writer_text(writer, filter_input_name(filter, row->input));
	write_whole(writer, (int64_t)row->line);
	/* unit, period, further columns and measure, each ended by a NUL but the last */
	for (size_t i = 0; i < table->by_count + 3; i++) {
		const char *end = memchr(row->key.data + start, '\0', row->key.length - start);
		size_t length =
		    end != NULL ? (size_t)(end - row->key.data) - start : row->key.length - start;

		writer_value(writer, (struct field){ row->key.data + start, length });
		start += length + 1;
	}
}

static void
write_count(const struct attack_table *table, struct filter *filter, const struct attack_row *row,
    size_t part, const char *state)
{
	const struct attack_count *count = &row->counts[part];
	struct additive_range range = table->sure[count->variable];
	struct writer *writer = &filter->writer;
	bool secret = state[0] == 'p' && !filter->show_values;

	write_place(table, filter, row);
	writer_text(writer, parts[part]);
	if (count->state == ATTACK_SUPPRESSED)
		writer_text(writer, "*");
	else
		write_whole(writer, (int64_t)count->published);
	for (size_t i = 0; i < 2; i++) {
		int64_t bound = i == 0 ? range.lower : range.upper;

		if (secret)
			writer_text(writer, "*");
		else if (bound >= ADDITIVE_MOST) /* nobody knows */
			writer_text(writer, "");
		else
			write_whole(writer, bound);
	}
	writer_text(writer, state);
	writer_end(writer);
}

static void
tell(const struct attack_table *table, struct filter *filter, const struct report *report)
{
	runrecord_count(&filter->record, "suppressed counts", report->suppressed.all);
	runrecord_count(&filter->record, "suppressed counts: pinned", report->suppressed.pinned);
	runrecord_count(
	    &filter->record, "suppressed counts: narrowed", report->suppressed.narrowed);
	runrecord_count(&filter->record, "suppressed counts: guessed", report->suppressed.guessed);
	runrecord_count(&filter->record, "rounded counts", report->rounded.all);
	runrecord_count(&filter->record, "rounded counts: pinned", report->rounded.pinned);
	runrecord_count(&filter->record, "rounded counts: narrowed", report->rounded.narrowed);
	runrecord_count(&filter->record, "not as the rule shows them", report->unruled);
	diag_tell("%" PRIu64 " suppressed counts: %" PRIu64 " pinned, %" PRIu64 " narrowed",
	    report->suppressed.all, report->suppressed.pinned, report->suppressed.narrowed);
	diag_tell("%" PRIu64 " rounded counts: %" PRIu64 " pinned, %" PRIu64 " narrowed",
	    report->rounded.all, report->rounded.pinned, report->rounded.narrowed);
	if (report->suppressed.guessed != 0)
		diag_tell("%" PRIu64 " more would be known if no count were hidden for the sake "
		          "of others",
		    report->suppressed.guessed);
	if (table->revised != 0)
		diag_warning("%" PRIu64 " counts cannot be the same in all files: revised, and "
		             "taken by themselves",
		    table->revised);
	if (table->apart != 0)
		diag_warning("%" PRIu64 " sums do not add up, and are left aside", table->apart);
	if (report->unruled != 0)
		diag_error("%" PRIu64
		           " counts are not as --disclosure %s shows them: name the rule "
		           "that the files were made with, and --national and --total",
		    report->unruled, table->options->rule->name);
	if (report->suppressed.pinned != 0)
		diag_error("%" PRIu64 " suppressed counts can be worked out: see 'pinned' in the "
		           "column state",
		    report->suppressed.pinned);
	if ((report->unruled != 0 || report->suppressed.pinned != 0)
	    && filter->status == STATUS_DONE)
		filter->status = STATUS_DATA_FAILED;
}

void
attack_report(const struct attack_table *table, struct filter *filter)
{
	struct report report = { 0 };

	if (!filter->no_header && filter->reader.columns != 0)
		write_header(table, &filter->writer);
	for (size_t i = 0; i < table->count; i++)
		for (size_t p = 0; p < ATTACK_PARTS; p++) {
			const struct attack_count *count = &table->rows[i].counts[p];
			const char *state;

			if (count->state == ATTACK_NOTHING)
				continue;
			state = state_of(table, count);
			add_up(&report, count, state);
			write_count(table, filter, &table->rows[i], p, state);
		}
	tell(table, filter, &report);
}
