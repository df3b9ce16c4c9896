/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output: files that appear whole or not at all. */
#include "output.h"

#include "field.h"
#include "memory.h"
#include "temporary.h"

#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The mode that the new file begins with: never wider than the old file's, and
 * no group may read it that could not read the old one. */
static mode_t
new_mode(int descriptor, const struct stat *old, mode_t mode)
{
	struct stat made;
	mode_t mask = umask(0);

	umask(mask);
	mode &= ~mask;
	if (old == NULL)
		return mode;
	if (fstat(descriptor, &made) != 0
	    || (made.st_gid != old->st_gid && fchown(descriptor, (uid_t)-1, old->st_gid) != 0))
		mode &= ~(mode_t)S_IRWXG;
	return old->st_mode & mode;
}

static bool
open_temporary(struct output *output, const struct stat *old, mode_t mode, struct fault *fault)
{
	size_t size = strlen(output->target) + sizeof TEMPORARY_SUFFIX;

	output->temporary = xmalloc(size);
	snprintf(output->temporary, size, "%s%s", output->target, TEMPORARY_SUFFIX);
	output->descriptor = temporary_make(output->temporary, &output->slot);
	if (output->descriptor < 0) {
		fault_system(fault, output->path, "cannot write here");
		free(output->temporary);
		output->temporary = NULL;
		return false;
	}
	if (fchmod(output->descriptor, new_mode(output->descriptor, old, mode)) != 0) {
		fault_system(fault, output->path, "cannot set its mode");
		output_discard(output);
		return false;
	}
	return true;
}

bool
output_is_standard(const char *path)
{
	return path == NULL || strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0;
}

/* The descriptor that a path names which is open already, or -1.  Behind it may
 * stand a file that others write to as well, so it is never replaced. */
static int
standing_descriptor(const char *path)
{
	static const char *const folders[] = { "/dev/fd/", "/proc/self/fd/" };
	int64_t number;

	if (strcmp(path, "/dev/stderr") == 0)
		return STDERR_FILENO;
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		size_t length = strlen(folders[i]);

		if (strncmp(path, folders[i], length) == 0
		    && field_to_integer(field_of(path + length), &number) && number >= 0
		    && number <= INT_MAX)
			return (int)number;
	}
	return -1;
}

/* The real file behind links; of a new one the folder is resolved, so that one
 * file has one name. */
static char *
resolve(const char *path, bool exists)
{
	const char *slash = strrchr(path, '/');
	struct buffer target = { 0 };
	char *copy;
	char *folder;

	if (exists)
		return realpath(path, NULL);
	copy = xstrdup(path);
	folder = realpath(dirname(copy), NULL);
	free(copy);
	if (folder == NULL)
		return NULL;
	buffer_append_text(&target, folder);
	buffer_append(&target, "/", 1);
	buffer_append_text(&target, slash != NULL ? slash + 1 : path);
	buffer_append(&target, "", 1);
	free(folder);
	return target.data;
}

static bool
open_file(struct output *output, const struct stat *old, mode_t mode, struct fault *fault)
{
	struct stat link;

	if (output->path[strlen(output->path) - 1] == '/')
		return fault_at(fault, output->path, 0, 0, "is a folder; name a file");
	if (old == NULL && lstat(output->path, &link) == 0 && S_ISLNK(link.st_mode))
		return fault_at(fault, output->path, 0, 0,
		    "is a link to a file that is not there; name that file");
	output->target = resolve(output->path, old != NULL);
	if (output->target == NULL)
		return fault_system(fault, output->path, "cannot write here");
	if (temporary_stands_for(output->target))
		fault_at(
		    fault, output->path, 0, 0, "is written twice; give each output its own file");
	else if (open_temporary(output, old, mode, fault))
		return true;
	free(output->target);
	output->target = NULL;
	return false;
}

bool
output_open(struct output *output, const char *path, mode_t mode, struct fault *fault)
{
	struct stat status;
	bool exists;
	int standing;

	*output = (struct output){ .descriptor = -1, .slot = -1 };
	if (output_is_standard(path)) {
		output->descriptor = STDOUT_FILENO;
		return true;
	}
	if (path[0] == '\0')
		return fault_set(
		    fault, "an output has an empty name; name a file, or - for standard output");
	output->path = path;
	standing = standing_descriptor(path);
	if (standing >= 0) {
		output->descriptor = fcntl(standing, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
		return output->descriptor >= 0 || fault_system(fault, path, "cannot open");
	}
	exists = stat(path, &status) == 0;
	if (exists && S_ISDIR(status.st_mode))
		return fault_at(fault, path, 0, 0, "is a folder; name a file");
	if (exists && !S_ISREG(status.st_mode)) {
		output->descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
		return output->descriptor >= 0 || fault_system(fault, path, "cannot open");
	}
	return open_file(output, exists ? &status : NULL, mode, fault);
}

bool
output_spares(const char *path, int input, struct fault *fault)
{
	struct stat there, read;

	if (path == NULL || stat(path, &there) != 0 || !S_ISREG(there.st_mode)
	    || fstat(input, &read) != 0 || there.st_dev != read.st_dev
	    || there.st_ino != read.st_ino)
		return true;
	return fault_at(fault, path, 0, 0, "is the input, which would be lost; name another file");
}

static void
release(struct output *output)
{
	temporary_forget(output->slot);
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

bool
output_probe(const char *path, struct fault *fault)
{
	struct output output;
	struct stat status;

	if (output_is_standard(path) || standing_descriptor(path) >= 0)
		return true;
	if (stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))
		return true;
	if (!output_open(&output, path, 0600, fault))
		return false;
	output_discard(&output);
	return true;
}
