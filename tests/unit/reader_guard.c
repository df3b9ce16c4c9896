/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader_guard: quotes that were never closed, and texts that are long by right. */
#include "../../filters/lib/reader_state.h"
#include "open_reader.h"
#include "unit.h"

#include <fcntl.h>
#include <stdlib.h>

static const struct reader_dialect mend = { .mend = true };

/* What the reader says of an input's records: a letter each (R record, F faulty, ! a
 * quote that ran away), and of the first that ran away the places. */
struct story {
	char records[512];
	struct reader_place opened;
	struct reader_place noticed;
	uint64_t line; /* of the record behind it */
};

static struct story
tell(const struct reader_dialect *dialect, int descriptor, const char *data, size_t length)
{
	struct story story = { "", { 0, 0 }, { 0, 0 }, 0 };
	struct reader reader;
	struct fault fault;
	struct buffer whole = { 0 };
	enum reader_status status;
	size_t count = 0;

	reader_open(&reader, descriptor, "in.csv");
	reader_set_dialect(&reader, dialect);
	CHECK(reader_header(&reader, &fault));
	buffer_append(&whole, reader.preamble.data, reader.preamble.length);
	reader_original(&reader, &whole);
	while ((status = reader_next(&reader, &fault)) != READER_END && status != READER_FAILED) {
		bool ran = status == READER_FAULTY && reader.error == READER_RUNAWAY;
		char letter = ran ? '!' : "RF"[status == READER_FAULTY];

		reader_original(&reader, &whole);
		if (count + 1 < sizeof story.records)
			story.records[count++] = letter;
		if (story.opened.line != 0 && story.line == 0)
			story.line = reader.line;
		if (ran && story.opened.line == 0) {
			story.opened = reader.opened;
			story.noticed = reader.fault_place;
		}
	}
	CHECK(status == READER_END);
	CHECK(whole.length == length && memcmp(whole.data, data, length) == 0);
	buffer_release(&whole);
	reader_close(&reader);
	close(descriptor);
	return story;
}

static struct story
tell_text(const struct reader_dialect *dialect, const char *text)
{
	return tell(dialect, file_of(text, strlen(text)), text, strlen(text));
}

static void
check_places(const char *text, const char *records, uint64_t opened, uint64_t opened_column,
    uint64_t noticed, uint64_t noticed_column, uint64_t next)
{
	struct story story = tell_text(&mend, text);

	CHECK_TEXT(story.records, records);
	CHECK(story.opened.line == opened && story.opened.column == opened_column);
	CHECK(story.noticed.line == noticed && story.noticed.column == noticed_column);
	CHECK(story.line == next);
}

/* Text behind a quote that was meant to open. */
static void
check_after_quote(void)
{
	check_places("a,b,c\n0,1,2\n1,\"x,y\n2,p,q\n3,\"r\",s\n4,t,u\n", "R!RRR", 3, 3, 5, 4, 4);
	check_places("a,b,c\r\n1,\"x,y\r\n3,\"r\",s\r\n4,t,u\r\n5,v,w\r\n", "!RRR", 2, 3, 3, 4, 3);
	/* lines that are no records are left with the fault's */
	check_places("a,b,c\n1,\"x\ny\nz\n3,\"r\",s\n4,t,u\n5,v,\"w\n\"\n", "!RRR", 2, 3, 5, 4, 5);
	/* a quote that is astray later on */
	check_places("a,b,c\n1,\"x,y\n2,\",z\",s\n4,t,u\n5,v,w\n", "!RRR", 2, 3, 3, 6, 3);
	/* the second one runs away too */
	check_places("a,b,c\n1,\"x,y\n3,\"r\",s\n4,t,u\n5,v,w\n6,\"x\n7,\"y\",z\n8,u,v\n",
	    "!RRR!RR", 2, 3, 3, 4, 3);
	/* two records are not enough while more could be seen */
	CHECK_TEXT(tell_text(&mend, "a,b,c\n1,\"x,y\n3,\"r\",s\n4,t,u\nx\n").records, "FRF");
	/* in its own line it is as ever */
	CHECK_TEXT(tell_text(&mend, "a,b\n1,\"x\"y\n2,x\n3,y\n4,z\n").records, "FRRR");
	/* the stream knows no guard, and a table of one column has none */
	CHECK_TEXT(
	    tell_text(&(struct reader_dialect){ 0 }, "a,b,c\n1,\"x,y\n2,p,q\n3,\"r\",s\n4,t,u\n")
	        .records,
	    "FR");
	CHECK_TEXT(tell_text(&mend, "a\n\"x\n2\n\"3\"\n4\n").records, "FR");
}

/* Open to the end of the input. */
static void
check_open(void)
{
	check_places("a,b,c,d\n1,2,\"x,y\n2,p,q,r\n\r\n\n", "!RFF", 2, 5, 6, 1, 3);
	check_places("a,b,c\n1,2,\"x\n2,p,q\n3,r,s", "!RR", 2, 5, 4, 6, 3);
	check_places("a,b\n1,\"x\n2,p\n3,q\n4,r\n", "!RRR", 2, 3, 6, 1, 3);
	/* prose has commas too */
	CHECK_TEXT(tell_text(&mend, "a,b\n1,\"Good, all\nof it, yes\n").records, "F");
	CHECK_TEXT(tell_text(&mend, "a,b,c\n1,2,\"Good\nall, of it, yes\n").records, "F");
	CHECK_TEXT(tell_text(&mend, "a,b\n1,\"x\n2,p\n3,q\n4\n").records, "F");
	CHECK_TEXT(tell_text(&mend, "a,b\n1,\"x\n2,p\n\n3,q\n4,r\n").records, "F");
}

/* Open over more lines than texts have. */
static void
check_long(void)
{
	struct buffer text = { 0 };
	struct story story;

	buffer_append_text(&text, "a,b\r\n1,\"x\r\n");
	for (unsigned i = 0; i < 110; i++)
		buffer_append_text(&text, "2,\"\"\r\n");
	buffer_append(&text, "", 1);
	story = tell_text(&mend, text.data);
	CHECK(strlen(story.records) == 111 && story.records[0] == '!');
	CHECK(strchr(story.records + 1, '!') == NULL && strchr(story.records, 'F') == NULL);
	CHECK(story.opened.line == 2 && story.noticed.line == 102 && story.line == 3);

	/* a text is long by right, and every one anew */
	buffer_clear(&text);
	buffer_append_text(&text, "a,b\n");
	for (unsigned i = 0; i < 3; i++) {
		buffer_append_text(&text, "1,\"");
		for (unsigned j = 0; j < 250; j++)
			buffer_append_text(&text, "Well, it was\nas it was\n\n");
		buffer_append_text(&text, "\"\n");
	}
	buffer_append_text(&text, "2,\"y\"\"\n\"\n");
	buffer_append(&text, "", 1);
	CHECK_TEXT(tell_text(&mend, text.data).records, "RRRR");

	/* the lines of several quotes are not added up */
	buffer_clear(&text);
	buffer_append_text(&text, "a,b,c\n");
	for (unsigned i = 0; i < 3; i++) {
		buffer_append_text(&text, i ? ",\"" : "\"");
		for (unsigned j = 0; j < 90; j++)
			buffer_append_text(&text, "1,2,3\n");
		buffer_append_text(&text, "\"");
	}
	buffer_append(&text, "", 1);
	CHECK_TEXT(tell_text(&mend, text.data).records, "R");
	buffer_release(&text);
}

/* In other encodings and line ends the places are those of the file. */
static void
check_dialects(void)
{
	static const char text[] = "a;b;c\r1;\"x;y\r3;\"r\";s\r4;t;u\r5;v;w\r";
	char wide[2 * sizeof text];
	struct reader_dialect dialect = { .delimiter = ';', .mend = true };
	struct story story = tell_text(&dialect, text);

	CHECK_TEXT(story.records, "!RRR");
	CHECK(story.opened.line == 2 && story.noticed.line == 3 && story.noticed.column == 4);
	for (size_t i = 0; i < sizeof text; i++) {
		wide[2 * i] = '\0';
		wide[2 * i + 1] = text[i];
	}
	dialect.encoding = TRANSCODE_UTF16BE;
	story = tell(&dialect, file_of(wide, sizeof wide - 2), wide, sizeof wide - 2);
	CHECK_TEXT(story.records, "!RRR");
	CHECK(story.opened.line == 2 && story.opened.column == 5);
	CHECK(story.noticed.line == 3 && story.noticed.column == 7);
}

/* The same whatever the sizes of the reads. */
static void
check_pipe(void)
{
	static const char text[] = "a,b,c\n1,\"x,y\n2,p,q\n3,\"r\",s\n4,t,u\n5,\"v\n6,w,x\n";
	int ends[2];
	struct story story;

	CHECK(pipe2(ends, O_CLOEXEC) == 0);
	if (fork() == 0) {
		for (size_t i = 0; i + 1 < sizeof text; i++) {
			usleep(200);
			if (write(ends[1], text + i, 1) != 1)
				_exit(1);
		}
		_exit(0);
	}
	close(ends[1]);
	story = tell(&mend, ends[0], text, sizeof text - 1);
	CHECK_TEXT(story.records, "!RRRF");
	CHECK(story.line == 3);
}

/* Records are looked for so far and no farther. */
static void
check_far(size_t filler, const char *records)
{
	struct buffer text = { 0 };
	size_t begin;

	buffer_append_text(&text, "a,b,c\n1,\"x,y\n3,\"r\",");
	begin = text.length;
	buffer_reserve(&text, filler);
	memset(text.data + begin, 'x', filler);
	text.length += filler;
	buffer_append_text(&text, "\n4,t,u\n5,v,w\n6,z,z\n");
	CHECK_TEXT(
	    tell(&mend, file_of(text.data, text.length), text.data, text.length).records, records);
	buffer_release(&text);
}

/* Millions of quotes that run away, or may, end in a moment. */
static void
check_hostile(const char *start_of_it, const char *again)
{
	enum { LENGTH = 4 << 20 };
	struct buffer text = { 0 };

	buffer_append_text(&text, start_of_it);
	while (text.length < LENGTH)
		buffer_append_text(&text, again);
	tell(&mend, file_of(text.data, text.length), text.data, text.length);
	buffer_release(&text);
}

int
main(void)
{
	check_after_quote();
	check_open();
	check_long();
	check_dialects();
	check_pipe();
	check_far(READER_LOOK_AHEAD - 30, "!RRRR");
	check_far(READER_LOOK_AHEAD, "FRRR");
	check_hostile("a,b\n", "\"x\n\"y\n");
	check_hostile("a,b\n", "1,\"x\n2,\"y\n");
	check_hostile("a,b\n\"", "\n");
	check_hostile("a,b\n\"", "x,y\n\n");
	check_hostile("a,b\n1,\"", "x,\"\",\n");
	check_hostile("a,b\n", "1,\"");
	return unit_done();
}
