/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * filter_spare: the run record is written however a run ends, also where nothing
 * was opened yet.  So before anything is done its path is compared with every
 * other file that the command line names.
 */
#include "filter_options.h"

#include <string.h>
#include <sys/stat.h>

static bool
is_same(const struct stat *file, const char *path)
{
	struct stat status;

	return path != NULL && stat(path, &status) == 0 && status.st_dev == file->st_dev
	    && status.st_ino == file->st_ino;
}

/* A text is a path, or NAME=PATH. */
static bool
is_named(const struct stat *file, const char *text)
{
	const char *equals = text != NULL ? strchr(text, '=') : NULL;

	return is_same(file, text) || (equals != NULL && is_same(file, equals + 1));
}

static bool
is_given(const struct stat *file, const struct filter_option *option)
{
	if (option->replaceable)
		return false;
	if (option->text != NULL && is_named(file, *option->text))
		return true;
	for (size_t i = 0; option->list != NULL && i < option->list->count; i++)
		if (is_named(file, option->list->values[i]))
			return true;
	return false;
}

bool
options_spare_files(const struct filter *filter)
{
	const char *path = filter->run_record;
	struct stat file;
	bool spared = true;

	if (path == NULL || stat(path, &file) != 0 || !S_ISREG(file.st_mode))
		return true;
	for (size_t i = 0; i < filter->input_count; i++)
		spared = spared && !is_same(&file, filter->inputs[i]);
	if (!spared || is_same(&file, filter->header_path)) {
		diag_error("%s: is the input, which would be lost; name another file", path);
		return false;
	}
	for (const struct filter_option *option = filter->options; option->name != NULL; option++)
		if (is_given(&file, option)) {
			diag_error("%s: is what --%s names, which would be lost; name another file",
			    path, option->name);
			return false;
		}
	return true;
}
