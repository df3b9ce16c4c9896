/* SPDX-License-Identifier: GPL-3.0-or-later */
/* runs: the run records of the programs that made the streams. */
#include "runs.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char *
name_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;
	size_t length = strlen(name);

	if (length > 5 && strcmp(name + length - 5, ".json") == 0)
		length -= 5;
	return xstrndup(name, length);
}

static void
run_release(struct run *run)
{
	config_close(&run->file);
	free(run->name);
	free(run->path);
}

static bool
read_counts(struct run *run, const struct config_node *root, struct fault *fault)
{
	static const char *const names[] = { "in", "used", "rejected", "suppressed", "excluded" };
	struct config_node group = config_member(root, "counts");

	if (!config_is_object(&group))
		return config_fault(&group, fault, "a run record has counts here");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct config_node member = config_member(&group, names[i]);

		if (!config_present(&member))
			return config_fault(&member, fault, "is missing: a count is expected");
		if (!config_integer(&member, 0, INT64_MAX, &run->counts[i], fault))
			return false;
	}
	return true;
}

static bool
read_run(struct run *run, struct fault *fault)
{
	struct config_node root = config_root(&run->file);
	struct config_node members[3];

	if (!config_is_object(&root))
		return config_fault(&root, fault, "a run record is expected");
	members[0] = config_member(&root, "program");
	members[1] = config_member(&root, "version");
	members[2] = config_member(&root, "status");
	return config_text_required(&members[0], &run->program, fault)
	    && config_text_required(&members[1], &run->version, fault)
	    && config_integer(&members[2], 0, 255, &run->status, fault)
	    && read_counts(run, &root, fault);
}

static bool
add_file(struct runs *runs, const char *path, bool of_folder, struct fault *fault)
{
	struct run run = { .name = name_of(path), .path = xstrdup(path) };
	bool good = config_open(&run.file, run.path, fault) && read_run(&run, fault);
	bool passed = of_folder
	    && ((!good && run.file.root != NULL) || (good && strcmp(run.program, "report") == 0));

	if (good && !passed) {
		runs->items = xgrow(runs->items, runs->count, sizeof *runs->items);
		runs->items[runs->count++] = run;
		return true;
	}
	if (passed && !good)
		diag_warning("%s: is no run record, and is passed over", path);
	run_release(&run);
	return passed;
}

static int
by_name(const void *a, const void *b)
{
	/* as every locale has it: 2-anonymise before 10-plot */
	return strverscmp(*(char *const *)a, *(char *const *)b);
}

static bool
is_json(const char *name)
{
	size_t length = strlen(name);

	return *name != '.' && length > 5 && strcmp(name + length - 5, ".json") == 0;
}

static bool
add_folder(struct runs *runs, const char *path, struct fault *fault)
{
	DIR *folder = opendir(path);
	const struct dirent *entry;
	char **names = NULL;
	size_t count = 0;
	bool good = true;

	if (folder == NULL)
		return fault_system(fault, path, "cannot open the folder");
	while ((entry = readdir(folder)) != NULL)
		if (is_json(entry->d_name)) {
			names = xgrow(names, count, sizeof *names);
			names[count++] = xstrdup(entry->d_name);
		}
	closedir(folder);
	if (count != 0)
		qsort(names, count, sizeof *names, by_name);
	for (size_t i = 0; i < count; i++) {
		struct buffer whole = { 0 };

		buffer_format(&whole, "%s/%s", path, names[i]);
		good = good && add_file(runs, whole.data, true, fault);
		buffer_release(&whole);
		free(names[i]);
	}
	free(names);
	return good;
}

bool
runs_add(struct runs *runs, const char *path, struct fault *fault)
{
	struct stat status;

	if (stat(path, &status) != 0)
		return fault_system(fault, path, "cannot open");
	return S_ISDIR(status.st_mode) ? add_folder(runs, path, fault)
	                               : add_file(runs, path, false, fault);
}

void
runs_release(struct runs *runs)
{
	for (size_t i = 0; i < runs->count; i++)
		run_release(&runs->items[i]);
	free(runs->items);
	*runs = (struct runs){ 0 };
}
