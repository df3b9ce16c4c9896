/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output: an old file stays until the new one is whole. */
#include "../../filters/lib/output.h"
#include "unit.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
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
	char folder[] = "/tmp/mhsw-unit.XXXXXX";

	CHECK(mkdtemp(folder) != NULL && chdir(folder) == 0);
	check_replace();
	check_link();
	check_refusals();
	check_signal(SIGINT);
	check_signal(SIGTERM);
	check_signal(SIGPIPE);
	unlink("old");
	CHECK(chdir("/") == 0 && rmdir(folder) == 0);
	return unit_done();
}
