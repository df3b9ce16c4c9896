/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workplace: a private folder for the files that charts are made through. */
#include "workplace.h"

#include "../../lib/memory.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The folder that an exit has to remove. */
static char *standing;

/* All files in it: nobody makes folders there. */
static void
remove_standing(void)
{
	int folder;
	DIR *list;
	const struct dirent *entry;

	if (standing == NULL)
		return;
	folder = open(standing, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
	list = folder < 0 ? NULL : fdopendir(folder);
	while (list != NULL && (entry = readdir(list)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			(void)unlinkat(folder, entry->d_name, 0);
	if (list != NULL)
		closedir(list);
	else if (folder >= 0)
		close(folder);
	(void)rmdir(standing);
	free(standing);
	standing = NULL;
}

void
workplace_signals(sigset_t *signals)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU };

	sigemptyset(signals);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct sigaction action;

		/* what the caller ignores (nohup) stays ignored */
		if (sigaction(numbers[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
			sigaddset(signals, numbers[i]);
	}
}

static char *template(void)
{
	const char *parent = getenv("TMPDIR");
	struct buffer path = { 0 };
	char *result;

	buffer_append_text(&path, parent == NULL || *parent == '\0' ? "/tmp" : parent);
	buffer_append_text(&path, "/report.XXXXXX");
	result = xstrndup(path.data, path.length);
	buffer_release(&path);
	return result;
}

bool
workplace_open(struct workplace *workplace, struct fault *fault)
{
	static bool watching;
	char *path = template();
	sigset_t held;

	*workplace = (struct workplace){ 0 };
	workplace_signals(&held);
	sigaddset(&held, SIGCHLD);
	sigprocmask(SIG_BLOCK, &held, &workplace->before);
	if (mkdtemp(path) == NULL) {
		fault_system(
		    fault, path, "cannot make a temporary folder; set TMPDIR to another place");
		sigprocmask(SIG_SETMASK, &workplace->before, NULL);
		free(path);
		return false;
	}
	standing = path;
	workplace->path = xstrdup(path);
	if (!watching)
		(void)atexit(remove_standing);
	watching = true;
	return true;
}

void
workplace_close(struct workplace *workplace)
{
	if (workplace->path == NULL)
		return;
	remove_standing();
	free(workplace->path);
	workplace->path = NULL;
	sigprocmask(SIG_SETMASK, &workplace->before, NULL);
}
