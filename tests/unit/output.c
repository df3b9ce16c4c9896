/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output: an old file stays until the new one is whole. */
#include "../../filters/lib/output.h"
#include "unit.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void
put(const char *path, const char *text)
{
	int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	CHECK(write(descriptor, text, strlen(text)) == (ssize_t)strlen(text));
	close(descriptor);
}

static void
check_content(const char *path, const char *expected)
{
	char got[64] = "";
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);

	CHECK(descriptor >= 0 && read(descriptor, got, sizeof got - 1) >= 0);
	CHECK_TEXT(got, expected);
	close(descriptor);
}

static size_t
files_here(void)
{
	DIR *folder = opendir(".");
	size_t count = 0;

	while (readdir(folder) != NULL)
		count++;
	closedir(folder);
	return count - 2;
}

static void
check_replace(void)
{
	struct output output;
	struct fault fault;
	struct stat status;

	put("old", "old");
	CHECK(output_open(&output, "old", 0666, &fault));
	CHECK(write(output.descriptor, "new", 3) == 3);
	check_content("old", "old");
	output_discard(&output);
	check_content("old", "old");
	CHECK(files_here() == 1);

	CHECK(output_open(&output, "old", 0666, &fault));
	CHECK(write(output.descriptor, "new", 3) == 3);
	CHECK(output_commit(&output, &fault));
	check_content("old", "new");
	/* the tighter mode of the old file stays */
	CHECK(stat("old", &status) == 0 && (status.st_mode & 0777) == 0600);
	CHECK(files_here() == 1);
}

static void
check_link(void)
{
	struct output output;
	struct fault fault;
	struct stat status;

	CHECK(symlink("old", "link") == 0);
	CHECK(output_open(&output, "link", 0666, &fault));
	CHECK(write(output.descriptor, "via", 3) == 3);
	CHECK(output_commit(&output, &fault));
	check_content("old", "via");
	CHECK(lstat("link", &status) == 0 && S_ISLNK(status.st_mode));
	unlink("link");
}

static void
check_refusals(void)
{
	struct output output;
	struct fault fault;

	CHECK(!output_open(&output, "nowhere/file", 0666, &fault));
	CHECK_TEXT(fault.message, "nowhere/file: cannot write here: No such file or directory");
	CHECK(!output_open(&output, ".", 0666, &fault));
	CHECK_TEXT(fault.message, ".: is a folder; name a file");
	CHECK(!output_open(&output, "absent/", 0666, &fault));
	CHECK_TEXT(fault.message, "absent/: is a folder; name a file");
	CHECK(!output_open(&output, "", 0666, &fault));
	CHECK_TEXT(
	    fault.message, "an output has an empty name; name a file, or - for standard output");
	CHECK(symlink("absent", "link") == 0);
	CHECK(!output_open(&output, "link", 0666, &fault));
	CHECK_TEXT(fault.message, "link: is a link to a file that is not there; name that file");
	unlink("link");
	CHECK(files_here() == 1);
}

/* Two outputs into one file: the second would silently replace the first. */
static void
check_twice(const char *one, const char *other)
{
	struct output first;
	struct output second;
	struct fault fault;

	CHECK(output_open(&first, one, 0666, &fault));
	CHECK(!output_open(&second, other, 0666, &fault));
	CHECK(strstr(fault.message, "is written twice; give each output its own file") != NULL);
	output_discard(&first);
	CHECK(output_open(&second, other, 0666, &fault));
	output_discard(&second);
	CHECK(files_here() == 1);
}

/* What is open already is written on, never replaced: a log is not lost. */
static void
check_standing(void)
{
	int log = open("old", O_WRONLY | O_APPEND | O_CLOEXEC);
	int kept = dup(STDERR_FILENO);
	struct output output;
	struct fault fault;
	char path[32];

	put("old", "log ");
	snprintf(path, sizeof path, "/dev/fd/%d", log);
	CHECK(output_open(&output, path, 0666, &fault));
	CHECK(write(output.descriptor, "one", 3) == 3);
	CHECK(output_commit(&output, &fault));
	snprintf(path, sizeof path, "/proc/self/fd/%d", log);
	CHECK(output_open(&output, path, 0666, &fault));
	CHECK(write(output.descriptor, " ", 1) == 1);
	CHECK(output_commit(&output, &fault));
	CHECK(dup2(log, STDERR_FILENO) == STDERR_FILENO);
	CHECK(output_open(&output, "/dev/stderr", 0666, &fault));
	CHECK(write(output.descriptor, "two", 3) == 3);
	CHECK(output_commit(&output, &fault));
	CHECK(dup2(kept, STDERR_FILENO) == STDERR_FILENO);
	check_content("old", "log one two");
	close(log);
	close(kept);
	CHECK(!output_open(&output, path, 0666, &fault));
}

static void
check_probe(void)
{
	struct fault fault;

	CHECK(output_probe("absent", &fault));
	CHECK(output_probe("old", &fault));
	CHECK(output_probe("-", &fault));
	CHECK(output_probe("/dev/full", &fault));
	CHECK(mkfifo("fifo", 0600) == 0 && output_probe("fifo", &fault));
	unlink("fifo");
	CHECK(!output_probe("nowhere/file", &fault));
	CHECK(!output_probe(".", &fault));
	CHECK(files_here() == 1);
	check_content("old", "log one two");
}

/* A file of another group: that group keeps it, or loses it, but no other gets it. */
static void
check_group(void)
{
	struct output output;
	struct fault fault;
	struct stat status;

	if (chown("old", (uid_t)-1, getegid() + 1) != 0 || chmod("old", 0640) != 0) {
		unit_skip("no other group to give a file to");
		return;
	}
	CHECK(output_open(&output, "old", 0666, &fault));
	CHECK(output_commit(&output, &fault));
	CHECK(stat("old", &status) == 0);
	CHECK(status.st_gid == getegid() + 1 && (status.st_mode & 0777) == 0640);
}

/* A program that gives up takes its temporary file with it. */
static void
check_exit(void)
{
	pid_t child;
	int status;

	fflush(stdout);
	child = fork();
	if (child == 0) {
		struct output output;
		struct fault fault;

		if (output_open(&output, "given-up", 0666, &fault))
			exit(2);
		_exit(0);
	}
	CHECK(waitpid(child, &status, 0) == child);
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 2);
	CHECK(files_here() == 1);
}

/* A signal takes the temporary file away and ends the program. */
static void
check_signal(int number)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		struct output output;
		struct fault fault;

		(void)setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
		if (output_open(&output, "signalled", 0666, &fault))
			raise(number);
		_exit(0);
	}
	CHECK(waitpid(child, &status, 0) == child);
	CHECK(WIFSIGNALED(status) && WTERMSIG(status) == number);
	CHECK(files_here() == 1);
}

int
main(void)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGPIPE, SIGQUIT, SIGXCPU };
	char folder[] = "/tmp/mhsw-unit.XXXXXX";

	/* a job in the background is born with these ignored, and what is ignored
	 * when the first output is opened stays so */
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		(void)signal(signals[i], SIG_DFL);
	CHECK(mkdtemp(folder) != NULL && chdir(folder) == 0);
	check_replace();
	check_link();
	check_refusals();
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		check_signal(signals[i]);
	check_exit();
	check_twice("new", "new");
	check_twice("new", "./new");
	check_twice("old", "./old");
	check_standing();
	check_probe();
	check_group();
	unlink("old");
	CHECK(chdir("/") == 0 && rmdir(folder) == 0);
	return unit_done();
}
