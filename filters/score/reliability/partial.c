/* SPDX-License-Identifier: GPL-3.0-or-later */
/* partial: the lines of a partition's sums, and how they are written. */
#include "partial.h"

#include <inttypes.h>
#include <stdio.h>

#define SCALE_LINES (SCORE_OUTCOMES + 3)

const char *const partial_columns[PARTIAL_COLUMNS] = { "kind", "name", "other", "records", "sum",
	"other_sum", "product" };

static const char *
component_name(const struct sums *sums, size_t component)
{
	return sums->instrument->items[sums->components.list[component].item].name;
}

/* Of a box, the scale that it belongs to. */
static const char *
component_box(const struct sums *sums, size_t component)
{
	const struct component *found = &sums->components.list[component];

	return found->boxed ? sums->instrument->scales[found->scale].name : "";
}

static void
item_line(const struct sums *sums, size_t index, struct partial_line *line)
{
	static const char *const kinds[SUMS_KINDS] = { "missing", "dont_know", "not_applicable",
		"refused" };
	size_t item = index / SUMS_KINDS, kind = index % SUMS_KINDS;

	line->kind = kinds[kind];
	line->name = sums->instrument->items[item].name;
	line->records = &sums->items[item].kinds[kind];
}

static void
end_line(const struct sums *sums, size_t index, struct partial_line *line)
{
	const struct moments *moments = &sums->moments;

	line->kind = index % 2 == 0 ? "at_minimum" : "at_maximum";
	line->name = component_name(sums, index / 2);
	line->other = component_box(sums, index / 2);
	line->records =
	    index % 2 == 0 ? &moments->at_minimum[index / 2] : &moments->at_maximum[index / 2];
}

static void
pair_line(const struct sums *sums, size_t index, struct partial_line *line)
{
	struct component_pair pair = sums->components.pairs[index];
	struct moment *moment = &sums->moments.pairs[index];

	line->kind = "pair";
	line->name = component_name(sums, pair.first);
	line->other = component_name(sums, pair.second);
	line->records = &moment->records;
	line->sum = &moment->first;
	line->other_sum = &moment->second;
	line->product = &moment->product;
	line->range = sums->components.list[pair.first].range;
	line->other_range = sums->components.list[pair.second].range;
	line->places = COMPONENT_PLACES;
	line->square = pair.first == pair.second;
}

static void
scale_line(const struct sums *sums, size_t index, struct partial_line *line)
{
	static const char *const kinds[SCALE_LINES] = { [SCORE_GIVEN] = "scored",
		[SCORE_TOO_FEW] = "too_few_answers",
		[SCORE_NOT_APPLICABLE] = "scale_not_applicable",
		[SCORE_REFUSED] = "answers_refused",
		[SCORE_TOO_LONG] = "too_long",
		[SCORE_OUTCOMES] = "complete",
		[SCORE_OUTCOMES + 1] = "at_least_possible",
		[SCORE_OUTCOMES + 2] = "at_most_possible" };
	size_t scale = index / SCALE_LINES, kind = index % SCALE_LINES;
	struct standing *standing = &sums->scales[scale];

	line->kind = kinds[kind];
	line->name = sums->instrument->scales[scale].name;
	if (kind == SCORE_OUTCOMES)
		line->records = &standing->complete;
	else if (kind == SCORE_OUTCOMES + 1)
		line->records = &standing->at_least;
	else if (kind == SCORE_OUTCOMES + 2)
		line->records = &standing->at_most;
	else
		line->records = &sums->outcomes[kind][scale];
	if (kind != SCORE_GIVEN)
		return;
	line->sum = &standing->sum;
	line->product = &standing->squares;
	line->range = standing->range;
	line->other_range = standing->range;
	line->places = standing->places;
	line->square = true;
}

bool
partial_line(const struct sums *sums, size_t index, struct partial_line *line)
{
	const struct {
		size_t lines;
		void (*make)(const struct sums *sums, size_t index, struct partial_line *line);
	} parts[] = {
		{ sums->instrument->item_count * SUMS_KINDS, item_line },
		{ sums->components.count * 2, end_line },
		{ sums->components.pair_count, pair_line },
		{ sums->instrument->scale_count * SCALE_LINES, scale_line },
	};

	*line = (struct partial_line){ .other = "" };
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		if (index < parts[i].lines) {
			parts[i].make(sums, index, line);
			return true;
		}
		index -= parts[i].lines;
	}
	return false;
}

bool
partial_id_read(struct partial_id *id, const char *text, struct fault *fault)
{
	const char *slash = strchr(text, '/');
	int64_t number = 0, count = 0;

	if (slash == NULL
	    || !field_to_integer((struct field){ text, (size_t)(slash - text) }, &number)
	    || !field_to_integer(field_of(slash + 1), &count) || count < 1
	    || count > PARTIAL_COUNT_MAX || number < 0 || number >= count)
		return fault_set(fault,
		    "--partial takes ID/COUNT: which partition, from 0 to one under COUNT, of how "
		    "many (%d at most), such as 0/4",
		    PARTIAL_COUNT_MAX);
	*id = (struct partial_id){ (uint32_t)number, (uint32_t)count };
	return true;
}

static void
put(struct writer *writer, const char *kind, const char *name, const char *other,
    const char *records)
{
	writer_text(writer, kind);
	writer_text(writer, name);
	writer_text(writer, other);
	writer_text(writer, records);
}

/* NULL: the line has no such sum. */
static void
put_sum(struct writer *writer, const struct decimal_squares *sum, unsigned places)
{
	char text[WIDE_TEXT_MAX] = "";

	writer_value(
	    writer, (struct field){ text, sum != NULL ? wide_write(*sum, places, text) : 0 });
}

/* The sums behind the records. */
static void
put_sums(struct writer *writer, const struct partial_line *line)
{
	const decimal_unsigned *const sums[] = { line->sum, line->other_sum };

	for (size_t i = 0; i < 2; i++) {
		struct decimal_squares sum = { .low = sums[i] != NULL ? *sums[i] : 0 };

		put_sum(writer, sums[i] != NULL ? &sum : NULL, line->places);
	}
	put_sum(writer, line->product, 2 * line->places);
	writer_end(writer);
}

void
partial_write(
    const struct sums *sums, struct partial_id id, const char *digest, struct writer *writer)
{
	struct partial_line line = { 0 };
	char number[24], count[24], records[24];

	for (size_t i = 0; i < PARTIAL_COLUMNS; i++)
		writer_text(writer, partial_columns[i]);
	writer_end(writer);
	put(writer, "format", "score reliability", "1", "");
	put_sums(writer, &line);
	put(writer, "instrument", sums->instrument->name, sums->instrument->version, "");
	put_sums(writer, &line);
	put(writer, "digest", digest, "", "");
	put_sums(writer, &line);
	snprintf(number, sizeof number, "%" PRIu32, id.id);
	snprintf(count, sizeof count, "%" PRIu32, id.count);
	snprintf(records, sizeof records, "%" PRIu64, sums->records);
	put(writer, "partition", number, count, records);
	put_sums(writer, &line);
	for (size_t i = 0; partial_line(sums, i, &line); i++) {
		snprintf(records, sizeof records, "%" PRIu64, *line.records);
		put(writer, line.kind, line.name, line.other, records);
		put_sums(writer, &line);
	}
}
