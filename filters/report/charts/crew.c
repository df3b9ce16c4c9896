/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crew: programs that run beside each other. */
#include "crew.h"

#include "workplace.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* The child: nothing to read, its messages into their file, signals as usual. */
static void
become(const struct crew_task *task, pid_t parent)
{
	sigset_t none;
	int in = open("/dev/null", O_RDONLY);
	int messages = open(task->messages, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	sigemptyset(&none);
	/* a report that is killed leaves nobody at work */
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() == parent && messages >= 0 && in >= 0 && dup2(in, STDIN_FILENO) >= 0
	    && dup2(messages, STDOUT_FILENO) >= 0 && dup2(messages, STDERR_FILENO) >= 0
	    && sigprocmask(SIG_SETMASK, &none, NULL) == 0)
		execv(task->arguments[0], task->arguments);
	_exit(127);
}

static bool
begin(struct crew_task *task, struct fault *fault)
{
	pid_t parent = getpid();
	pid_t child = fork();

	if (child == 0)
		become(task, parent);
	if (child < 0)
		return fault_system(fault, task->arguments[0], "cannot start it");
	task->process = child;
	return true;
}

bool
crew_succeeded(const struct crew_task *task)
{
	return task->ended && WIFEXITED(task->state) && WEXITSTATUS(task->state) == 0;
}

/* Takes those that have ended, how many; *failed where one of them has. */
static size_t
gather(struct crew_task *tasks, size_t count, bool *failed)
{
	size_t gathered = 0;

	for (size_t i = 0; i < count; i++) {
		if (tasks[i].process == 0
		    || waitpid(tasks[i].process, &tasks[i].state, WNOHANG) != tasks[i].process)
			continue;
		tasks[i].process = 0;
		tasks[i].ended = true;
		*failed = *failed || !crew_succeeded(&tasks[i]);
		gathered++;
	}
	return gathered;
}

static void
end_all(struct crew_task *tasks, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (tasks[i].process != 0)
			kill(tasks[i].process, SIGTERM);
	for (size_t i = 0; i < count; i++)
		while (tasks[i].process != 0) {
			if (waitpid(tasks[i].process, &tasks[i].state, 0) >= 0 || errno != EINTR)
				tasks[i].process = 0;
		}
}

/* Waits for a child's end, or for what ends this program; false then. */
static bool
wait_for_news(void)
{
	sigset_t awaited;
	int number;

	workplace_signals(&awaited);
	sigaddset(&awaited, SIGCHLD);
	do
		number = sigwaitinfo(&awaited, NULL);
	while (number < 0 && errno == EINTR);
	if (number == SIGCHLD || number < 0)
		return true;
	raise(number); /* held back until the workplace is gone */
	return false;
}

bool
crew_run(struct crew_task *tasks, size_t count, size_t at_once, struct fault *fault)
{
	size_t begun = 0;
	size_t running = 0;
	bool failed = false;

	while (running != 0 || (begun < count && !failed)) {
		while (begun < count && running < at_once && !failed) {
			if (!begin(&tasks[begun], fault)) {
				end_all(tasks, begun);
				return false;
			}
			begun++;
			running++;
		}
		running -= gather(tasks, begun, &failed);
		if (running == at_once || (running != 0 && (begun == count || failed))) {
			if (!wait_for_news()) {
				end_all(tasks, begun);
				return false;
			}
		}
	}
	return true;
}
