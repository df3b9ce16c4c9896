/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader_begin: what stands before the header, and what the header's line says. */
#include "reader_state.h"

#include <string.h>

void
reader_set_dialect(struct reader *reader, const struct reader_dialect *dialect)
{
	reader->state->dialect = *dialect;
	if (dialect->delimiter != '\0' && dialect->delimiter != READER_DELIMITER_AUTO)
		reader->delimiter = dialect->delimiter;
}

/* A byte at an offset from position, or: */
enum { LOOK_END = -1, LOOK_FAILED = -2 };

static int
look(struct reader *reader, size_t offset, struct fault *fault)
{
	const struct reader_state *state = reader->state;

	if (offset >= state->filled - state->position && !reader_gather(reader, offset + 1, fault))
		return LOOK_FAILED;
	if (offset >= state->filled - state->position)
		return LOOK_END;
	return (unsigned char)state->data[state->position + offset];
}

/* The bytes read so far are some of that encoding. */
static void
decode_from_here(struct reader *reader, enum transcode encoding)
{
	struct reader_state *state = reader->state;

	reader->encoding = encoding;
	buffer_reserve(&state->raw, READER_FIRST_CAPACITY);
	buffer_append(&state->raw, state->data + state->position, state->filled - state->position);
	state->raw_end = state->at_end;
	state->at_end = state->raw_end && state->raw.length == 0;
	state->filled = state->position = 0;
}

/* A byte-order mark is no text.  Where marks are heeded it says more than an option,
 * as in the WHATWG Encoding Standard: no file begins with one by chance. */
static bool
take_mark(struct reader *reader, struct fault *fault)
{
	static const struct {
		const char *bytes;
		size_t length;
		enum transcode encoding;
	} marks[] = {
		{ "\xEF\xBB\xBF", 3, TRANSCODE_UTF8 },
		{ "\xFF\xFE", 2, TRANSCODE_UTF16LE },
		{ "\xFE\xFF", 2, TRANSCODE_UTF16BE },
	};
	struct reader_state *state = reader->state;
	enum transcode encoding = state->dialect.encoding;

	if (!reader_gather(reader, 3, fault))
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		bool wanted = state->dialect.mend || encoding == marks[i].encoding
		    || (encoding == TRANSCODE_UTF16 && marks[i].encoding != TRANSCODE_UTF8);

		if (!wanted || state->filled < marks[i].length
		    || memcmp(state->data, marks[i].bytes, marks[i].length) != 0)
			continue;
		reader->marked = true;
		encoding = marks[i].encoding;
		state->position = marks[i].length;
		buffer_append(&state->preamble, state->data, marks[i].length);
		break;
	}
	if (encoding != TRANSCODE_UTF8)
		decode_from_here(
		    reader, encoding == TRANSCODE_UTF16 ? TRANSCODE_UTF16LE : encoding);
	return true;
}

/* Title lines; which line ends the file has is not known yet, so all of them count. */
static bool
skip_lines(struct reader *reader, struct fault *fault)
{
	struct reader_state *state = reader->state;
	size_t length = 0;
	size_t lines = 0;

	while (lines < state->dialect.skip_lines) {
		int byte = look(reader, length, fault);

		if (byte == LOOK_FAILED)
			return false;
		if (byte == LOOK_END)
			break;
		if (length++ == READER_RECORD_MAX)
			return fault_at(fault, reader->name, lines + 1, 0,
			    "the lines to skip are longer than %zu MiB", READER_RECORD_MAX >> 20);
		if (byte == '\n') {
			lines++;
		} else if (byte == '\r' && state->dialect.mend) {
			int next = look(reader, length, fault);

			if (next == LOOK_FAILED)
				return false;
			lines += next != '\n';
		}
	}
	/* without lines to skip nothing is read yet, and there is no buffer to point into */
	if (length != 0)
		transcode_encode(
		    reader->encoding, state->data + state->position, length, &state->preamble);
	state->position += length;
	state->next_line += lines;
	return true;
}

struct tally {
	size_t counts[4]; /* as in dividers */
};
static const char dividers[] = ",;\t|";

static char
most_frequent(const struct tally *tally)
{
	size_t best = 0;
	bool alone = true;

	for (size_t i = 1; i < sizeof tally->counts / sizeof *tally->counts; i++) {
		if (tally->counts[i] == tally->counts[best])
			alone = false;
		if (tally->counts[i] > tally->counts[best]) {
			best = i;
			alone = true;
		}
	}
	return alone ? dividers[best] : ',';
}

/* One look over the header's line for what the dialect leaves open. */
static bool
sniff_header(struct reader *reader, struct fault *fault)
{
	struct reader_state *state = reader->state;
	struct tally tally = { 0 };
	bool quoted = false;

	for (size_t at = 0; at < READER_RECORD_MAX; at++) {
		int byte = look(reader, at, fault);
		const char *divider;

		if (byte == LOOK_FAILED)
			return false;
		if (byte == LOOK_END || (byte == '\n' && !quoted))
			break;
		if (byte == '\r' && !quoted) {
			int next = look(reader, at + 1, fault);

			if (next == LOOK_FAILED)
				return false;
			reader->carriage = state->dialect.mend && next != '\n';
			break;
		}
		if (byte == '"')
			quoted = !quoted;
		divider = byte != '\0' && !quoted ? strchr(dividers, byte) : NULL;
		if (divider != NULL)
			tally.counts[divider - dividers]++;
	}
	if (state->dialect.delimiter == READER_DELIMITER_AUTO)
		reader->delimiter = most_frequent(&tally);
	return true;
}

bool
reader_begin(struct reader *reader, struct fault *fault)
{
	const struct reader_state *state = reader->state;

	if (!take_mark(reader, fault) || !skip_lines(reader, fault))
		return false;
	if ((state->dialect.mend || state->dialect.delimiter == READER_DELIMITER_AUTO)
	    && !sniff_header(reader, fault))
		return false;
	reader->preamble = (struct field){ state->preamble.data, state->preamble.length };
	return true;
}
