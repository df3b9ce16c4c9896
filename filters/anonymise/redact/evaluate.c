/* SPDX-License-Identifier: GPL-3.0-or-later */
/* evaluate: how much of what people labelled in texts redaction finds. */
#include "evaluate.h"

#include "../../lib/decimal.h"
#include "../../lib/memory.h"
#include "label.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define SHARE_DECIMALS 4

struct tally {
	uint64_t texts;
	uint64_t labelled;
	uint64_t found;
	uint64_t matched;
	uint64_t exact;
	uint64_t wrong;
};

struct evaluation {
	const char *path;
	struct redact *redact;
	unsigned entities;
	struct tally tallies[ENTITIES];
	size_t entity_column;
	size_t text_column;
	size_t spans_column;
	struct labels labels;  /* of the line at hand */
	struct buffer covered; /* a byte for each of the text: it would be replaced */
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The label's text would be gone, but for blanks. */
static bool
is_covered(const struct evaluation *evaluation, const struct label *label, struct field text)
{
	for (size_t i = label->start; i < label->end; i++)
		if (evaluation->covered.data[i] == 0 && !is_blank(text.data[i]))
			return false;
	return true;
}

static bool
touches(const struct evaluation *evaluation, const struct redact_span *span)
{
	for (size_t i = 0; i < evaluation->labels.count; i++)
		if (span->start < evaluation->labels.list[i].end
		    && evaluation->labels.list[i].start < span->end)
			return true;
	return false;
}

static bool
is_exact(const struct label *label, const struct redact_span *spans, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (spans[i].start == label->start && spans[i].end == label->end)
			return true;
	return false;
}

static void
count_found(struct evaluation *evaluation, const struct reader *reader, enum entity entity,
    const struct redact_span *spans, size_t count)
{
	struct tally *tally = &evaluation->tallies[entity];

	for (size_t i = 0; i < count; i++) {
		bool right = touches(evaluation, &spans[i]);

		memset(evaluation->covered.data + spans[i].start, 1, spans[i].end - spans[i].start);
		if (!right && spans[i].entity != entity)
			continue;
		tally->found++;
		tally->wrong += !right;
		if (!right)
			diag_note("%s:%" PRIu64
			          ": %s: something is found where nothing is labelled",
			    evaluation->path, reader->line, entity_names[entity]);
	}
}

static void
count_labels(struct evaluation *evaluation, const struct reader *reader, enum entity entity,
    struct field text, const struct redact_span *spans, size_t count)
{
	struct tally *tally = &evaluation->tallies[entity];

	for (size_t i = 0; i < evaluation->labels.count; i++) {
		const struct label *label = &evaluation->labels.list[i];

		tally->labelled++;
		if (is_covered(evaluation, label, text)) {
			tally->matched++;
			tally->exact += is_exact(label, spans, count);
		} else {
			diag_note("%s:%" PRIu64 ": %s: label %zu of %zu is missed, or some of it",
			    evaluation->path, reader->line, entity_names[entity], i + 1,
			    evaluation->labels.count);
		}
	}
}

static bool
evaluate_line(struct evaluation *evaluation, const struct reader *reader, struct fault *fault)
{
	struct field text = reader_value(reader, evaluation->text_column);
	const struct redact_span *spans;
	struct redact_span whole = { .start = 0, .end = text.length };
	enum entity entity;
	size_t count;

	if (!label_entity(reader, evaluation->entity_column, &entity, fault)
	    || !labels_read(&evaluation->labels, reader, evaluation->spans_column, text, fault))
		return false;
	evaluation->tallies[entity].texts++;
	if (!redact_spans(evaluation->redact, text, evaluation->entities, &spans, &count)) {
		/* such a text goes as a whole */
		whole.entity = entity;
		spans = &whole;
		count = text.length != 0;
	}
	buffer_clear(&evaluation->covered);
	buffer_reserve(&evaluation->covered, text.length + 1);
	memset(evaluation->covered.data, 0, text.length + 1);
	count_found(evaluation, reader, entity, spans, count);
	count_labels(evaluation, reader, entity, text, spans, count);
	return true;
}

static bool
read_lines(struct evaluation *evaluation, struct reader *reader, struct fault *fault)
{
	bool end;

	if (!reader_header(reader, fault))
		return false;
	if (reader->columns == 0)
		return true;
	if (!reader_require(reader, "entity", &evaluation->entity_column, fault)
	    || !reader_require(reader, "text", &evaluation->text_column, fault)
	    || !reader_require(reader, "expected_spans", &evaluation->spans_column, fault))
		return false;
	while (reader_next_good(reader, &end, fault) && !end)
		if (!evaluate_line(evaluation, reader, fault))
			return false;
	return end;
}

static void
write_number(struct writer *writer, uint64_t number)
{
	char text[24];

	snprintf(text, sizeof text, "%" PRIu64, number);
	writer_text(writer, text);
}

/* Empty where nothing is divided. */
static void
write_share(struct writer *writer, uint64_t part, uint64_t whole)
{
	char text[DECIMAL_TEXT_MAX] = "";

	if (whole != 0)
		decimal_write((double)part / (double)whole, SHARE_DECIMALS, text);
	writer_text(writer, text);
}

static bool
write_tally(struct writer *writer, const char *name, const struct tally *tally)
{
	const uint64_t right = tally->found - tally->wrong;

	writer_text(writer, name);
	write_number(writer, tally->texts);
	write_number(writer, tally->labelled);
	write_number(writer, tally->found);
	write_number(writer, tally->matched);
	write_number(writer, tally->exact);
	write_number(writer, tally->labelled - tally->matched);
	write_number(writer, tally->wrong);
	write_share(writer, tally->matched, tally->labelled);
	write_share(writer, right, tally->found);
	/* 5PR / (4P + R), multiplied by both denominators */
	if (tally->labelled == 0 || tally->found == 0)
		writer_text(writer, "");
	else if (right == 0 && tally->matched == 0)
		write_share(writer, 0, 1);
	else
		write_share(writer, 5 * right * tally->matched,
		    4 * right * tally->labelled + tally->matched * tally->found);
	return writer_end(writer);
}

static void
write_table(struct writer *writer, const struct tally tallies[ENTITIES])
{
	static const char *const header[] = { "entity", "texts", "labelled", "found", "matched",
		"exact", "missed", "wrong", "recall", "precision", "f2" };
	struct tally total = { 0 };

	for (size_t i = 0; i < sizeof header / sizeof *header; i++)
		writer_text(writer, header[i]);
	writer_end(writer);
	for (unsigned i = 0; i < ENTITIES; i++) {
		const struct tally *tally = &tallies[i];

		if (tally->texts == 0)
			continue;
		write_tally(writer, entity_names[i], tally);
		total.texts += tally->texts;
		total.labelled += tally->labelled;
		total.found += tally->found;
		total.matched += tally->matched;
		total.exact += tally->exact;
		total.wrong += tally->wrong;
	}
	write_tally(writer, "total", &total);
}

bool
evaluate_spans(const char *path, struct redact *redact, unsigned entities, struct writer *writer,
    struct fault *fault)
{
	struct evaluation evaluation = { .path = path, .redact = redact, .entities = entities };
	struct reader reader;
	bool standard = strcmp(path, "-") == 0;
	int descriptor = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	bool good;

	if (descriptor < 0)
		return fault_system(fault, path, "cannot open the labelled texts");
	if (standard)
		evaluation.path = "standard input";
	reader_open(&reader, descriptor, evaluation.path);
	good = read_lines(&evaluation, &reader, fault);
	reader_close(&reader);
	if (!standard)
		close(descriptor);
	labels_release(&evaluation.labels);
	buffer_release(&evaluation.covered);
	if (good)
		write_table(writer, evaluation.tallies);
	return good;
}
