/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output: files that appear whole or not at all. */
#include "output.h"

#include "memory.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Temporary files to remove when a signal ends the program.  A slot is filled
 * and emptied with one store, so that the handler always sees a whole state. */
#define SLOTS 16
static char *volatile temporaries[SLOTS];

static void
remove_temporaries(int number)
{
	for (int i = 0; i < SLOTS; i++)
		if (temporaries[i] != NULL)
			unlink(temporaries[i]);
	signal(number, SIG_DFL);
	raise(number);
}

static void
watch_signals(void)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP, SIGPIPE };
	static bool watching;

	if (watching)
		return;
	watching = true;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct sigaction old;
		struct sigaction action = { .sa_handler = remove_temporaries };

		sigemptyset(&action.sa_mask);
		/* what the caller ignores (nohup) stays ignored */
		if (sigaction(numbers[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
			sigaction(numbers[i], &action, NULL);
	}
}

static int
take_slot(char *temporary)
{
	for (int i = 0; i < SLOTS; i++)
		if (temporaries[i] == NULL) {
			temporaries[i] = temporary;
			return i;
		}
	return -1;
}

/* The mode that the new file begins with: never wider than the old file's. */
static mode_t
new_mode(const struct stat *old, mode_t mode)
{
	mode_t mask = umask(0);

	umask(mask);
	mode &= ~mask;
	return old != NULL ? old->st_mode & mode : mode;
}

static bool
open_temporary(struct output *output, const struct stat *old, mode_t mode, struct fault *fault)
{
	size_t size = strlen(output->target) + sizeof ".XXXXXX";

	watch_signals();
	output->temporary = xmalloc(size);
	snprintf(output->temporary, size, "%s.XXXXXX", output->target);
	output->descriptor = mkostemp(output->temporary, O_CLOEXEC);
	if (output->descriptor < 0) {
		fault_system(fault, output->path, "cannot write here");
		free(output->temporary);
		output->temporary = NULL;
		return false;
	}
	output->slot = take_slot(output->temporary);
	if (fchmod(output->descriptor, new_mode(old, mode)) != 0) {
		fault_system(fault, output->path, "cannot set its mode");
		output_discard(output);
		return false;
	}
	return true;
}

bool
output_open(struct output *output, const char *path, mode_t mode, struct fault *fault)
{
	struct stat status;
	bool exists;

	*output = (struct output){ .descriptor = STDOUT_FILENO, .slot = -1 };
	if (path == NULL || strcmp(path, "-") == 0)
		return true;
	output->path = path;
	exists = stat(path, &status) == 0;
	if (exists && S_ISDIR(status.st_mode))
		return fault_at(fault, path, 0, 0, "is a folder; name a file");
	if (exists && !S_ISREG(status.st_mode)) {
		output->descriptor = open(path, O_WRONLY | O_CLOEXEC);
		return output->descriptor >= 0 || fault_system(fault, path, "cannot open");
	}
	/* behind a link the file is replaced, not the link */
	output->target = exists ? realpath(path, NULL) : xstrdup(path);
	if (output->target == NULL)
		return fault_system(fault, path, "cannot resolve");
	if (open_temporary(output, exists ? &status : NULL, mode, fault))
		return true;
	free(output->target);
	output->target = NULL;
	return false;
}

static void
release(struct output *output)
{
	if (output->slot >= 0)
		temporaries[output->slot] = NULL;
	free(output->temporary);
	free(output->target);
	*output = (struct output){ .descriptor = -1, .slot = -1 };
}

/* The rename itself has to reach the disk.  A file system that cannot
 * synchronise a folder is no reason to fail. */
static void
synchronise_folder(const char *target)
{
	char *copy = xstrdup(target);
	int folder = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (folder >= 0) {
		(void)fsync(folder);
		close(folder);
	}
	free(copy);
}

bool
output_commit(struct output *output, struct fault *fault)
{
	bool good = true;

	if (output->path == NULL) {
		/* some file systems tell only now that the disk is full */
		if (output->descriptor == STDOUT_FILENO && close(STDOUT_FILENO) != 0)
			good = fault_system(fault, "standard output", "cannot be written whole");
		release(output);
		return good;
	}
	if (output->temporary != NULL && fsync(output->descriptor) != 0)
		good = fault_system(fault, output->path, "cannot be brought to the disk");
	if (close(output->descriptor) != 0 && good)
		good = fault_system(fault, output->path, "cannot be written whole");
	if (good && output->temporary != NULL) {
		if (rename(output->temporary, output->target) != 0)
			good = fault_system(fault, output->path, "cannot be put in place");
		else
			synchronise_folder(output->target);
	}
	if (!good && output->temporary != NULL)
		unlink(output->temporary);
	release(output);
	return good;
}

void
output_discard(struct output *output)
{
	if (output->path != NULL && output->descriptor >= 0)
		close(output->descriptor);
	if (output->temporary != NULL)
		unlink(output->temporary);
	release(output);
}
