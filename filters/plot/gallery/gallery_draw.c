/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gallery_draw: the charts drawn by several processes.
 *
 * Each process draws every so many of the charts and sends them home through a pipe, so
 * that their order and their bytes hang on nothing but the input.
 */
#include "gallery_parts.h"

#include "../chart/chart.h"
#include "../side/side.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORKERS_MAX 16

enum part { PART_TYPE, PART_TITLE, PART_ALT, PART_PICTURE, PART_FIGURES, PARTS };

/* Stands before the parts of a chart; of one that failed there is one part, the fault. */
struct parcel {
	uint64_t chart;
	uint64_t good;
	uint64_t drawn;
	uint64_t suppressed;
	uint64_t lengths[PARTS];
};

struct worker {
	pid_t process;
	int pipe; /* our end, or -1 */
	struct buffer received;
};

/* What a process has made of one chart. */
struct made {
	struct buffer parts[PARTS];
	uint64_t drawn;
	uint64_t suppressed;
};

static bool
take_figures(const struct selection *selection, struct buffer *bytes, struct fault *fault)
{
	struct paper paper;

	if (!paper_open(&paper, fault))
		return false;
	side_figures(selection, &paper.writer);
	return paper_close(&paper, bytes, fault);
}

static void
take_words(const struct selection *selection, const struct words *words, const char *label,
    struct made *made)
{
	buffer_append_text(&made->parts[PART_TYPE], selection->chart->name);
	/* the chart does not say of what there are none */
	if (selection->count == 0)
		buffer_format(&made->parts[PART_TITLE], "%s: ", label);
	buffer_append_text(&made->parts[PART_TITLE], words->title);
	buffer_append_text(&made->parts[PART_ALT], words->alt);
}

static bool
draw_one(const struct gallery *gallery, const struct gallery_chart *chart, struct made *made,
    struct fault *fault)
{
	struct select_wish wish = *gallery->select;
	struct selection selection;
	struct words words = { 0 };
	bool good;

	wish.measures =
	    (struct filter_list){ .values = { gallery->series->measures.texts[chart->measure] },
		    .count = 1 };
	good = selection_make(&selection, gallery->series, &wish, fault);
	if (good) {
		words_make(&words, &selection, gallery->words);
		take_words(&selection, &words, chart->label, made);
		made->drawn = selection.count;
		made->suppressed = selection.suppressed;
		good = picture_make(
		           &selection, &words, gallery->look, &made->parts[PART_PICTURE], fault)
		    && take_figures(&selection, &made->parts[PART_FIGURES], fault);
		words_release(&words);
	}
	selection_release(&selection);
	return good;
}

static bool
send_all(int pipe, const void *data, size_t length)
{
	const char *at = data;

	while (length != 0) {
		ssize_t count = write(pipe, at, length);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return false;
		at += count;
		length -= (size_t)count;
	}
	return true;
}

/* The process: draws its charts and ends at the first that cannot be drawn. */
static void
work(const struct gallery *gallery, size_t first, size_t step, int pipe)
{
	bool good = true;

	/* met as a full disk is, with a message */
	signal(SIGXFSZ, SIG_IGN);
	for (size_t i = first; good && i < gallery->count; i += step) {
		struct made made = { 0 };
		struct fault fault = { 0 };
		struct parcel parcel = { .chart = i };

		good = draw_one(gallery, &gallery->charts[i], &made, &fault);
		if (!good) {
			for (size_t part = 0; part < PARTS; part++)
				buffer_clear(&made.parts[part]);
			buffer_append_text(&made.parts[0], fault.message);
		}
		parcel.good = good;
		parcel.drawn = made.drawn;
		parcel.suppressed = made.suppressed;
		for (size_t part = 0; part < PARTS; part++)
			parcel.lengths[part] = made.parts[part].length;
		if (!send_all(pipe, &parcel, sizeof(parcel)))
			_exit(STATUS_FAILED);
		for (size_t part = 0; part < PARTS; part++) {
			if (!send_all(pipe, made.parts[part].data, made.parts[part].length))
				_exit(STATUS_FAILED);
			buffer_release(&made.parts[part]);
		}
	}
	/* no handler of the parent's runs here: its temporary files are its own */
	_exit(STATUS_DONE);
}

static bool
start(const struct gallery *gallery, struct worker *workers, size_t number, size_t count,
    struct fault *fault)
{
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		return fault_system(fault, "--all", "cannot make a pipe");
	workers[number].process = fork();
	if (workers[number].process == 0) {
		for (size_t i = 0; i < number; i++)
			close(workers[i].pipe);
		close(ends[0]);
		work(gallery, number, count, ends[1]);
	}
	close(ends[1]);
	workers[number].pipe = ends[0];
	return workers[number].process > 0
	    || fault_system(fault, "--all", "cannot start another process");
}

static void
receive(struct worker *worker)
{
	ssize_t count;

	buffer_reserve(&worker->received, 65536);
	count = read(worker->pipe, worker->received.data + worker->received.length, 65536);
	if (count > 0) {
		worker->received.length += (size_t)count;
	} else if (count == 0 || errno != EINTR) {
		close(worker->pipe);
		worker->pipe = -1;
	}
}

static bool
receive_all(struct worker *workers, size_t count, struct fault *fault)
{
	struct pollfd ends[WORKERS_MAX];
	size_t open = count;

	while (open != 0) {
		for (size_t i = 0; i < count; i++)
			ends[i] = (struct pollfd){ .fd = workers[i].pipe, .events = POLLIN };
		if (poll(ends, (nfds_t)count, -1) < 0 && errno != EINTR)
			return fault_system(fault, "--all", "cannot wait for the charts");
		open = 0;
		for (size_t i = 0; i < count; i++) {
			if (workers[i].pipe >= 0 && ends[i].revents != 0)
				receive(&workers[i]);
			open += workers[i].pipe >= 0;
		}
	}
	return true;
}

static char *
text_of(struct field part)
{
	return xstrndup(part.length == 0 ? "" : part.data, part.length);
}

static void
keep(struct gallery_chart *chart, const struct parcel *parcel, const struct field parts[PARTS])
{
	chart->type = text_of(parts[PART_TYPE]);
	chart->title = text_of(parts[PART_TITLE]);
	chart->alt = text_of(parts[PART_ALT]);
	buffer_append(&chart->picture, parts[PART_PICTURE].data, parts[PART_PICTURE].length);
	buffer_append(&chart->figures, parts[PART_FIGURES].data, parts[PART_FIGURES].length);
	chart->drawn = parcel->drawn;
	chart->suppressed = parcel->suppressed;
}

/* Opens the parcels of a process.  *failed: the least number of a chart that failed, whose
 * fault it is. */
static void
unpack(struct gallery *gallery, const struct buffer *received, size_t *failed, struct fault *fault)
{
	size_t at = 0;

	while (received->length - at >= sizeof(struct parcel)) {
		struct parcel parcel;
		struct field parts[PARTS];

		memcpy(&parcel, received->data + at, sizeof(parcel));
		at += sizeof(parcel);
		for (size_t i = 0; i < PARTS; i++) {
			/* a process that was ended sends no whole one */
			if (parcel.lengths[i] > received->length - at)
				return;
			parts[i] = (struct field){ received->data + at, parcel.lengths[i] };
			at += parts[i].length;
		}
		if (parcel.good != 0) {
			keep(&gallery->charts[parcel.chart], &parcel, parts);
		} else if (parcel.chart < *failed) {
			*failed = parcel.chart;
			fault_set(fault, "measure '%s': %.*s",
			    gallery->series->measures.texts[gallery->charts[parcel.chart].measure],
			    (int)parts[0].length, parts[0].data);
		}
	}
}

static bool
unpack_all(struct gallery *gallery, const struct worker *workers, size_t count, struct fault *fault)
{
	size_t failed = gallery->count;

	for (size_t i = 0; i < count; i++)
		unpack(gallery, &workers[i].received, &failed, fault);
	for (size_t i = 0; i < failed; i++)
		if (gallery->charts[i].title == NULL)
			return fault_set(fault,
			    "measure '%s': its chart was not drawn to the end, the process was "
			    "stopped",
			    gallery->series->measures.texts[gallery->charts[i].measure]);
	return failed == gallery->count;
}

bool
gallery_draw(struct gallery *gallery, struct fault *fault)
{
	struct worker workers[WORKERS_MAX] = { 0 };
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	size_t wanted = processors < 2 ? 2
	    : processors > WORKERS_MAX ? WORKERS_MAX
	                               : (size_t)processors;
	size_t started = 0;
	bool good = true;

	if (wanted > gallery->count)
		wanted = gallery->count;
	for (size_t i = 0; i < wanted; i++)
		workers[i] = (struct worker){ .process = -1, .pipe = -1 };
	while (good && started < wanted)
		good = start(gallery, workers, started++, wanted, fault);
	good = receive_all(workers, started, fault) && good;
	for (size_t i = 0; i < started; i++)
		while (workers[i].process > 0 && waitpid(workers[i].process, NULL, 0) < 0
		    && errno == EINTR)
			;
	good = good && unpack_all(gallery, workers, started, fault);
	for (size_t i = 0; i < started; i++)
		buffer_release(&workers[i].received);
	return good;
}
