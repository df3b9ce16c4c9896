/* SPDX-License-Identifier: GPL-3.0-or-later */
/* temporary: files that go when the program ends, however it ends. */
#include "temporary.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Temporary files to remove when something ends the program.  A slot is filled
 * and emptied with one store, so that the handler always sees a whole state. */
#define SLOTS 16
static char *volatile temporaries[SLOTS];

static void
remove_temporaries(void)
{
	for (int i = 0; i < SLOTS; i++)
		if (temporaries[i] != NULL)
			unlink(temporaries[i]);
}

static void
end_by_signal(int number)
{
	remove_temporaries();
	signal(number, SIG_DFL);
	raise(number);
}

/* Memory that runs out ends the program by exit. */
static void
watch_ends(void)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT, SIGXCPU };
	static bool watching;

	if (watching)
		return;
	watching = true;
	(void)atexit(remove_temporaries);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct sigaction old;
		struct sigaction action = { .sa_handler = end_by_signal };

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

bool
temporary_stands_for(const char *target)
{
	size_t length = strlen(target);

	for (int i = 0; i < SLOTS; i++)
		if (temporaries[i] != NULL
		    && strlen(temporaries[i]) == length + strlen(TEMPORARY_SUFFIX)
		    && memcmp(temporaries[i], target, length) == 0)
			return true;
	return false;
}

int
temporary_make(char *path, int *slot)
{
	sigset_t all;
	sigset_t before;
	int descriptor;

	watch_ends();
	*slot = -1;
	/* no signal comes between the file and its place in the list */
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	descriptor = mkostemp(path, O_CLOEXEC);
	if (descriptor >= 0)
		*slot = take_slot(path);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return descriptor;
}

void
temporary_forget(int slot)
{
	if (slot >= 0)
		temporaries[slot] = NULL;
}
