/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gnuplot_run: gnuplot's process, fed by a pipe and read from two, without a shell. */
#include "gnuplot.h"

#include "../../lib/field.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define PICTURE_MAX   ((size_t)256 << 20)
#define COMPLAINT_MAX 512
#define SAID_MAX      ((size_t)1 << 20)

/* The child: gnuplot with no start-up files and an environment of its own. */
static void
become_gnuplot(int in, int out, int err)
{
	static char program[] = "gnuplot";
	static char no_files[] = "-d";
	/* of "-" gnuplot reads each byte by itself */
	static char standard_input[] = "/dev/stdin";
	static char *const arguments[] = { program, no_files, standard_input, NULL };
	const char *path = getenv("PATH");
	const char *home = getenv("HOME");

	signal(SIGPIPE, SIG_DFL);
	/* a chart that nobody waits for any more needs no gnuplot */
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0
	    && dup2(err, STDERR_FILENO) >= 0) {
		char *kept_path = path == NULL ? NULL : strdup(path);
		char *kept_home = home == NULL ? NULL : strdup(home);

		clearenv();
		setenv("PATH", kept_path == NULL ? "/usr/bin:/bin" : kept_path, 1);
		setenv("HOME", kept_home == NULL ? "/" : kept_home, 1);
		setenv("LC_ALL", "C.UTF-8", 1);
		/* what a PDF says of the day on which it was made, with a newer cairo */
		setenv("SOURCE_DATE_EPOCH", "0", 1);
		execvp(program, arguments);
	}
	_exit(errno == ENOENT ? 127 : 126);
}

/* Feeds the script and takes the picture and the complaints at the same time,
 * since either pipe may be full.  It ends when both do, or when one is far too long. */
static bool
converse(int in, int out, int err, const struct buffer *script, struct buffer *picture,
    struct buffer *complaint)
{
	struct pollfd ends[3] = { { in, POLLOUT, 0 }, { out, POLLIN, 0 }, { err, POLLIN, 0 } };
	size_t written = 0;

	while ((ends[1].fd >= 0 || ends[2].fd >= 0) && picture->length < PICTURE_MAX
	    && complaint->length < SAID_MAX) {
		if (poll(ends, 3, -1) < 0) {
			if (errno == EINTR)
				continue;
			return false;
		}
		if (ends[0].fd >= 0 && ends[0].revents != 0) {
			ssize_t count = write(in, script->data + written, script->length - written);

			if (count > 0)
				written += (size_t)count;
			if (written == script->length
			    || (count < 0 && errno != EAGAIN && errno != EINTR)) {
				close(in);
				ends[0].fd = -1;
			}
		}
		for (size_t i = 1; i < 3; i++) {
			struct buffer *into = i == 1 ? picture : complaint;
			ssize_t count;

			if (ends[i].fd < 0 || ends[i].revents == 0)
				continue;
			buffer_reserve(into, 65536);
			count = read(ends[i].fd, into->data + into->length, 65536);
			if (count > 0)
				into->length += (size_t)count;
			else if (count == 0 || (count < 0 && errno != EINTR))
				ends[i].fd = -1;
		}
	}
	if (ends[0].fd >= 0)
		close(in);
	return true;
}

/* The complaint's last line that says something, without gnuplot's place marks. */
static bool
fault_complaint(const struct buffer *complaint, struct fault *fault)
{
	struct field rest = { complaint->data, complaint->length };
	struct field last = { "", 0 };

	while (rest.length != 0) {
		const char *end = memchr(rest.data, '\n', rest.length);
		size_t length = end == NULL ? rest.length : (size_t)(end - rest.data);
		struct field line = field_trim((struct field){ rest.data, length });

		if (line.length > 1)
			last = line;
		rest.data += end == NULL ? length : length + 1;
		rest.length -= end == NULL ? length : length + 1;
	}
	if (last.length > COMPLAINT_MAX)
		last.length = COMPLAINT_MAX;
	return fault_set(fault, "gnuplot could not draw the chart: %.*s",
	    last.length == 0 ? 17 : (int)last.length,
	    last.length == 0 ? "it gave no reason" : last.data);
}

/* It begins and ends as gnuplot's SVG, a PNG or a PDF does. */
static bool
is_picture(const struct buffer *picture)
{
	static const struct {
		struct field beginning;
		struct field end;
	} kinds[] = { { { "<?xml ", 6 }, { "</svg>\n\n", 8 } },
		{ { "\211PNG\r\n\032\n", 8 }, { "IEND\256B`\202", 8 } },
		{ { "%PDF-", 5 }, { "%%EOF\n", 6 } } };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct field beginning = kinds[i].beginning;
		struct field end = kinds[i].end;

		if (picture->length >= beginning.length + end.length
		    && memcmp(picture->data, beginning.data, beginning.length) == 0
		    && memcmp(picture->data + picture->length - end.length, end.data, end.length)
		        == 0)
			return true;
	}
	return false;
}

static bool
judge(int state, const struct buffer *picture, const struct buffer *complaint, struct fault *fault)
{
	if (WIFEXITED(state) && WEXITSTATUS(state) == 127)
		return fault_set(fault,
		    "gnuplot is not there: install the packages gnuplot-nox and "
		    "fonts-dejavu-core, or choose --format txt");
	if (!WIFEXITED(state) || WEXITSTATUS(state) != 0 || picture->length == 0)
		return fault_complaint(complaint, fault);
	if (!is_picture(picture))
		return fault_set(
		    fault, "gnuplot could not draw the chart: what it wrote is no whole picture");
	if (complaint->length != 0)
		diag_note("gnuplot says: %.*s", (int)complaint->length, complaint->data);
	return true;
}

bool
gnuplot_run(const struct buffer *script, struct buffer *picture, struct fault *fault)
{
	struct buffer complaint = { 0 };
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	struct sigaction before;
	int ends[3][2] = { { -1, -1 }, { -1, -1 }, { -1, -1 } };
	bool good = true;
	int state = 0;
	pid_t child;

	for (size_t i = 0; i < 3; i++)
		if (pipe2(ends[i], O_CLOEXEC) != 0) {
			fault_system(fault, "gnuplot", "cannot make a pipe");
			while (i-- > 0) {
				close(ends[i][0]);
				close(ends[i][1]);
			}
			return false;
		}
	/* a gnuplot that ends early is no reason to end without a message */
	sigaction(SIGPIPE, &ignore, &before);
	child = fork();
	if (child == 0)
		become_gnuplot(ends[0][0], ends[1][1], ends[2][1]);
	close(ends[0][0]);
	close(ends[1][1]);
	close(ends[2][1]);
	if (child < 0) {
		good = fault_system(fault, "gnuplot", "cannot start it");
		close(ends[0][1]);
		close(ends[1][0]);
		close(ends[2][0]);
	} else {
		fcntl(ends[0][1], F_SETFL, O_NONBLOCK);
		if (!converse(ends[0][1], ends[1][0], ends[2][0], script, picture, &complaint))
			good = fault_system(fault, "gnuplot", "cannot speak with it");
		/* one that still writes ends here */
		close(ends[1][0]);
		close(ends[2][0]);
		while (waitpid(child, &state, 0) < 0 && errno == EINTR)
			;
		good = good && judge(state, picture, &complaint, fault);
	}
	sigaction(SIGPIPE, &before, NULL);
	buffer_release(&complaint);
	return good;
}
