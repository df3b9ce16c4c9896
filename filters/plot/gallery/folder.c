/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * folder: the files of a gallery put in their place.
 *
 * All are written into a folder of their own first, beside the new one or inside the one
 * that is there, so that a full disk is met before anything has changed; signals wait until
 * that folder is gone again.
 */
#include "gallery_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder that is filled. */
struct workshop {
	char *path;
	int folder; /* open, or -1 */
	const struct folder_file *files;
	size_t count;
	mode_t mode; /* of a file */
};

/* As a new file or folder gets it. */
static mode_t
masked(mode_t mode)
{
	mode_t mask = umask(0);

	umask(mask);
	return mode & ~mask;
}

static bool
write_bytes(int file, const struct buffer *bytes)
{
	size_t done = 0;

	while (done < bytes->length) {
		ssize_t count = write(file, bytes->data + done, bytes->length - done);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return false;
		done += (size_t)count;
	}
	return true;
}

static bool
write_file(const struct workshop *workshop, const struct folder_file *file, struct fault *fault)
{
	int descriptor = openat(workshop->folder, file->name,
	    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, workshop->mode);
	bool good;

	if (descriptor < 0)
		return fault_system(fault, file->name, "cannot be written");
	good = (write_bytes(descriptor, file->bytes) && fsync(descriptor) == 0)
	    || fault_system(fault, file->name, "cannot be written whole");
	if (close(descriptor) != 0 && good)
		good = fault_system(fault, file->name, "cannot be written whole");
	return good;
}

static bool
workshop_open(
    struct workshop *workshop, const char *template, const char *said, struct fault *fault)
{
	workshop->folder = -1;
	workshop->path = xstrdup(template);
	if (mkdtemp(workshop->path) == NULL) {
		free(workshop->path);
		workshop->path = NULL;
		return fault_system(fault, said, "cannot be written");
	}
	workshop->folder = open(workshop->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (workshop->folder < 0)
		return fault_system(fault, said, "cannot be written");
	for (size_t i = 0; i < workshop->count; i++)
		if (!write_file(workshop, &workshop->files[i], fault))
			return false;
	return true;
}

/* Whatever of it is still there is gone. */
static void
workshop_close(struct workshop *workshop)
{
	if (workshop->folder >= 0) {
		for (size_t i = 0; i < workshop->count; i++)
			(void)unlinkat(workshop->folder, workshop->files[i].name, 0);
		close(workshop->folder);
	}
	if (workshop->path != NULL)
		(void)rmdir(workshop->path);
	free(workshop->path);
}

static void
synchronise(const char *path)
{
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (folder >= 0) {
		(void)fsync(folder);
		close(folder);
	}
}

/* The folder that the path lies in. */
static char *
parent_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? xstrdup(".")
	    : slash == path  ? xstrdup("/")
	                     : xstrndup(path, (size_t)(slash - path));
}

static bool
publish_new(struct workshop *workshop, const char *path, bool private, struct fault *fault)
{
	char *template = folder_path(path, ".XXXXXX");
	char *parent = parent_of(path);
	bool good = workshop_open(workshop, template, path, fault);

	if (good && fchmod(workshop->folder, masked(private ? 0700 : 0777)) != 0)
		good = fault_system(fault, path, "cannot set its mode");
	if (good) {
		(void)fsync(workshop->folder);
		good = rename(workshop->path, path) == 0
		    || fault_system(fault, path, "cannot be put in place");
	}
	if (good) {
		synchronise(parent);
		/* it is no workshop any more */
		close(workshop->folder);
		workshop->folder = -1;
		free(workshop->path);
		workshop->path = NULL;
	}
	workshop_close(workshop);
	free(template);
	free(parent);
	return good;
}

/* A file that is replaced keeps its mode where that is tighter. */
static bool
keep_mode(const struct workshop *workshop, int folder, const char *name, struct fault *fault)
{
	struct stat old;
	struct stat made;

	return fstatat(folder, name, &old, AT_SYMLINK_NOFOLLOW) != 0
	    || fstatat(workshop->folder, name, &made, AT_SYMLINK_NOFOLLOW) != 0
	    || fchmodat(workshop->folder, name, old.st_mode & made.st_mode & 0777, 0) == 0
	    || fault_system(fault, name, "cannot set its mode");
}

/* Charts that are drawn no longer: no index would know them for ours. */
static bool
remove_stale(
    const struct workshop *workshop, const struct names *earlier, int folder, struct fault *fault)
{
	struct names made = { 0 };
	bool good = true;

	for (size_t i = 0; i < workshop->count; i++)
		names_add(&made, field_of(workshop->files[i].name));
	for (size_t i = 0; good && i < earlier->count; i++)
		if (names_find(&made, field_of(earlier->texts[i])) == NAMES_NONE)
			good = unlinkat(folder, earlier->texts[i], 0) == 0 || errno == ENOENT
			    || fault_system(fault, earlier->texts[i], "cannot be removed");
	names_release(&made);
	return good;
}

static bool
publish_into(
    struct workshop *workshop, const struct gallery *gallery, const char *path, struct fault *fault)
{
	struct names earlier = { 0 };
	char *template = folder_path(path, "/.plot.XXXXXX");
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good = folder >= 0 || fault_system(fault, path, "cannot open");

	earlier_read(path, &earlier);
	for (size_t i = 0; good && i < workshop->count; i++)
		good = earlier_allows(gallery, path, &earlier, workshop->files[i].name, fault);
	for (size_t i = 0; good && i < earlier.count; i++)
		good = earlier_allows(gallery, path, &earlier, earlier.texts[i], fault);
	/* while the index that names them is still there */
	good = good && workshop_open(workshop, template, path, fault)
	    && remove_stale(workshop, &earlier, folder, fault);
	for (size_t i = 0; good && i < workshop->count; i++) {
		const char *name = workshop->files[i].name;

		good = keep_mode(workshop, folder, name, fault)
		    && (renameat(workshop->folder, name, folder, name) == 0
		        || fault_system(fault, name, "cannot be put in place"));
	}
	workshop_close(workshop);
	if (folder >= 0) {
		(void)fsync(folder);
		close(folder);
	}
	names_release(&earlier);
	free(template);
	return good;
}

bool
folder_publish(const struct gallery *gallery, const struct folder_file *files, size_t count,
    struct fault *fault)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT, SIGXCPU };
	bool private = gallery->filter->private_output;
	struct workshop workshop = {
		.folder = -1, .files = files, .count = count, .mode = private ? 0600 : 0666
	};
	char *path = xstrdup(gallery->folder);
	size_t length = strlen(path);
	/* a limit on the size of files is met as a full disk is */
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	struct sigaction limit;
	struct stat status;
	sigset_t held;
	sigset_t before;
	bool good;

	while (length > 1 && path[length - 1] == '/')
		path[--length] = '\0';
	sigemptyset(&held);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		sigaddset(&held, numbers[i]);
	sigprocmask(SIG_BLOCK, &held, &before);
	sigaction(SIGXFSZ, &ignore, &limit);
	if (stat(path, &status) != 0)
		good = errno == ENOENT ? publish_new(&workshop, path, private, fault)
		                       : fault_system(fault, path, "cannot be looked at");
	else if (S_ISDIR(status.st_mode))
		good = publish_into(&workshop, gallery, path, fault);
	else
		good = fault_at(
		    fault, path, 0, 0, "is no folder: --all writes its charts into a folder");
	sigaction(SIGXFSZ, &limit, NULL);
	sigprocmask(SIG_SETMASK, &before, NULL);
	free(path);
	return good;
}
