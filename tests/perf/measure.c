/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs a command with its output thrown away and prints what it cost: seconds
 * by the clock, seconds of user and of system time, peak memory in KiB.
 *
 * usage: measure COMMAND [ARGUMENT...]
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double
seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int
main(int argc, char **argv)
{
	posix_spawn_file_actions_t actions;
	struct rusage usage;
	double start;
	pid_t child;
	int status;
	int failed;

	if (argc < 2) {
		fputs("usage: measure COMMAND [ARGUMENT...]\n", stderr);
		return 2;
	}
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	start = now();
	/* spawned, not forked: this program's own memory does not count */
	failed = posix_spawnp(&child, argv[1], &actions, NULL, argv + 1, environ);
	if (failed != 0) {
		fprintf(stderr, "measure: %s: %s\n", argv[1], strerror(failed));
		return 2;
	}
	if (wait4(child, &status, 0, &usage) != child) {
		perror("measure: wait4");
		return 2;
	}
	printf("%.6f %.6f %.6f %ld\n", now() - start, seconds(usage.ru_utime),
	    seconds(usage.ru_stime), usage.ru_maxrss);
	posix_spawn_file_actions_destroy(&actions);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
		fprintf(stderr, "measure: %s failed\n", argv[1]);
		return 1;
	}
	return 0;
}
