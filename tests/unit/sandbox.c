/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sandbox: what a process inside it can and cannot do, each tried in a child. */
#include "../../filters/lib/sandbox.h"

#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "sandbox-unit-XXXXXX";
static char file[64];

/* The child's exit status, or minus the signal that ended it. */
static int
inside(int (*attempt)(void), bool with_file)
{
	pid_t child = fork();
	int status = 0;

	if (child == 0) {
		struct sandbox sandbox = { .files = { with_file ? file : NULL } };
		struct fault fault;

		sandbox_conceal();
		_exit(sandbox_enter(&sandbox, &fault) ? attempt() : 99);
	}
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

static int
compute_and_write(void)
{
	int ends[2] = { -1, -1 };
	void *memory = malloc((size_t)1 << 22);

	free(memory);
	return pipe(ends) == 0 || write(STDOUT_FILENO, "", 0) != 0;
}

static int
open_elsewhere(void)
{
	return open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0;
}

static int
replace_the_file(void)
{
	char temporary[80];
	int descriptor;

	snprintf(temporary, sizeof temporary, "%s.new", file);
	descriptor = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	return descriptor < 0 || fsync(descriptor) != 0 || close(descriptor) != 0
	    || rename(temporary, file) != 0 || unlink(file) != 0;
}

static int
make_a_file_elsewhere(void)
{
	return open("sandbox-unit-elsewhere", O_WRONLY | O_CREAT | O_CLOEXEC, 0600) >= 0;
}

static int
open_a_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) >= 0;
}

static int
start_a_program(void)
{
	execl("/bin/true", "true", (char *)NULL);
	return 1;
}

static int
make_memory_executable(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1,
	           0)
	    != MAP_FAILED;
}

/* What the kernel and this build offer. */
static const char *
measures(void)
{
	static char text[32];
	int ends[2];
	pid_t child;
	ssize_t length;

	if (pipe(ends) != 0)
		return "none";
	child = fork();
	if (child == 0) {
		struct sandbox sandbox = { 0 };
		struct fault fault;

		_exit(!sandbox_enter(&sandbox, &fault)
		    || write(ends[1], sandbox.measures, strlen(sandbox.measures)) < 0);
	}
	close(ends[1]);
	length = read(ends[0], text, sizeof text - 1);
	close(ends[0]);
	waitpid(child, NULL, 0);
	text[length > 0 ? length : 0] = '\0';
	return text;
}

int
main(void)
{
	struct sandbox lost = { .files = { "no-such-folder/file" } };
	struct fault fault = { 0 };
	const char *found = measures();
	const char *place = getenv("TMPDIR");
	struct rlimit limit;

	if (chdir(place != NULL ? place : "/tmp") != 0)
		return 1;
	printf("# sandbox: %s\n", found);
	CHECK(strlen(found) >= 4);
	if (mkdtemp(folder) == NULL)
		return 1;
	snprintf(file, sizeof file, "%s/output", folder);
	if (strstr(found, "seccomp") != NULL) {
		CHECK(inside(compute_and_write, false) == 0);
		CHECK(inside(open_elsewhere, false) == -SIGSYS);
		CHECK(inside(open_a_socket, false) == -SIGSYS);
		CHECK(inside(start_a_program, false) == -SIGSYS);
		CHECK(inside(make_memory_executable, false) == 0);
		CHECK(inside(make_memory_executable, true) == 0);
		CHECK(inside(replace_the_file, true) == 0);
		CHECK(inside(replace_the_file, false) == -SIGSYS);
	}
	if (strstr(found, "landlock") != NULL) {
		CHECK(inside(open_elsewhere, true) == 0);
		CHECK(inside(make_a_file_elsewhere, true) == 0);
	}
	if (strcmp(found, "none") != 0) {
		CHECK(!sandbox_enter(&lost, &fault));
		CHECK(strstr(fault.message, "no-such-folder/file") != NULL);
		sandbox_conceal();
		CHECK(getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_max == 0);
		CHECK(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0);
	}
	unlink("sandbox-unit-elsewhere");
	rmdir(folder);
	return unit_done();
}
