/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * filter_spare: no file that is written takes the place of one that is read.
 *
 * The run record is written however a run ends, also where nothing was opened yet.
 * So before anything is done its path is compared with every other file that the
 * command line names.
 */
#include "filter_options.h"

#include "output.h"

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

/* The option, other than the one of that name, that names the file, or NULL. */
static const char *
naming_option(const struct filter *filter, const struct stat *file, const char *own)
{
	for (const struct filter_option *option = filter->options; option->name != NULL; option++)
		if ((own == NULL || strcmp(own, option->name) != 0) && is_given(file, option))
			return option->name;
	return NULL;
}

bool
filter_spares(
    const struct filter *filter, const char *option, const char *path, struct fault *fault)
{
	const char *other = NULL;
	struct output output;
	struct stat file;
	bool good;

	if (output_is_standard(path))
		return output_is_standard(filter->output_path)
		    ? fault_set(fault, "standard output is for the output; give %s a file", option)
		    : true;
	if (!filter_spares_inputs(filter, path, fault)
	    || !filter_spares_configuration(filter, path, fault))
		return false;
	if (stat(path, &file) == 0) {
		if (S_ISREG(file.st_mode))
			other = is_same(&file, filter->header_path)
			    ? "header"
			    : naming_option(filter, &file, option + strlen("--"));
		else if (!S_ISDIR(file.st_mode))
			return true; /* a pipe or a device is not touched */
	}
	if (other != NULL)
		return fault_at(fault, path, 0, 0,
		    "is what --%s names, which would be lost; name another file", other);
	/* while it is there, the run record cannot take its place */
	if (!output_open(&output, path, 0600, fault))
		return false;
	good = filter->run_record == NULL || output_probe(filter->run_record, fault);
	output_discard(&output);
	return good;
}

bool
options_spare_files(const struct filter *filter)
{
	const char *path = filter->run_record;
	const char *other;
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
	other = naming_option(filter, &file, NULL);
	if (other == NULL)
		return true;
	diag_error("%s: is what --%s names, which would be lost; name another file", path, other);
	return false;
}
