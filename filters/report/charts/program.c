/* SPDX-License-Identifier: GPL-3.0-or-later */
/* program: where plot is. */
#include "charts.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *
beside(struct field folder)
{
	struct buffer path = { 0 };
	char *result;

	buffer_append(&path, folder.data, folder.length);
	buffer_append_text(&path, "/plot");
	result = xstrndup(path.data, path.length);
	buffer_release(&path);
	if (access(result, X_OK) == 0)
		return result;
	free(result);
	return NULL;
}

static char *
beside_this(void)
{
	char own[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", own, sizeof own);
	const char *slash = length <= 0 ? NULL : memrchr(own, '/', (size_t)length);

	return slash == NULL ? NULL : beside((struct field){ own, (size_t)(slash - own) });
}

static char *
on_path(void)
{
	const char *rest = getenv("PATH");

	while (rest != NULL && *rest != '\0') {
		size_t length = strcspn(rest, ":");
		char *found = length == 0 ? NULL : beside((struct field){ rest, length });

		if (found != NULL)
			return found;
		rest += length + (rest[length] == ':');
	}
	return NULL;
}

char *
charts_program(struct fault *fault)
{
	char *path = beside_this();

	if (path == NULL)
		path = on_path();
	if (path == NULL)
		fault_set(fault,
		    "the program plot, which draws the charts, is neither beside "
		    "this one nor on the PATH");
	return path;
}
