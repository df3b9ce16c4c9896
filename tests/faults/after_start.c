/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * after_start: a process that was taken over in the middle of its work, played.
 *
 * Loaded into a filter by LD_PRELOAD, it stands in for read(2).  Behind the second read
 * of standard input, when the filter has long been confined, it does once what
 * MHSW_FAULT says, and tells on standard error how that went: "after_start: open:
 * Permission denied", or "after_start: open: done".  Where the kernel ends the process
 * there is nothing to tell.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define READS_BEFORE 2 /* the first one is of the header, before the sandbox */

/* Each gives -1 with errno where it is refused. */

static long
do_open(void)
{
	return syscall(SYS_open, getenv("MHSW_FAULT_FILE"), O_RDONLY | O_CLOEXEC);
}

static long
do_openat(void)
{
	return openat(AT_FDCWD, getenv("MHSW_FAULT_FILE"), O_RDONLY | O_CLOEXEC);
}

static long
do_create(void)
{
	return open(getenv("MHSW_FAULT_FILE"), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
}

static long
do_unlink(void)
{
	return unlink(getenv("MHSW_FAULT_FILE"));
}

static long
do_memory_of_others(void)
{
	return open("/proc/self/mem", O_RDWR | O_CLOEXEC);
}

static long
do_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0);
}

static long
do_connect(void)
{
	const struct sockaddr address = { .sa_family = AF_UNIX };

	return connect(STDERR_FILENO, &address, sizeof address);
}

static long
do_sendto(void)
{
	return send(STDERR_FILENO, "", 1, 0);
}

static long
do_execve(void)
{
	return execl("/bin/true", "true", (char *)NULL);
}

static long
do_fork(void)
{
	return syscall(SYS_fork);
}

static long
do_clone(void)
{
	return fork();
}

static long
do_ptrace(void)
{
	return ptrace(PTRACE_ATTACH, getppid(), NULL, NULL);
}

static long
do_process_vm_readv(void)
{
	char byte;
	struct iovec local = { &byte, 1 };

	return process_vm_readv(getppid(), &local, 1, &local, 1, 0);
}

static long
do_mmap_exec(void)
{
	void *page = mmap(
	    NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return page == MAP_FAILED ? -1 : 0;
}

static long
do_mprotect_exec(void)
{
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return page == MAP_FAILED ? 0 : mprotect(page, 4096, PROT_READ | PROT_EXEC);
}

static long
do_memfd_create(void)
{
	return syscall(SYS_memfd_create, "", 0);
}

static long
do_io_uring_setup(void)
{
	return syscall(SYS_io_uring_setup, 1, NULL);
}

static long
do_dumpable(void)
{
	return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
}

static long
do_core_limit(void)
{
	const struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };

	return syscall(SYS_prlimit64, 0, RLIMIT_CORE, &limit, NULL);
}

/* The same call by the numbers of another system call table. */
static long
do_other_table(void)
{
#if defined(__x86_64__)
	return syscall(0x40000000L | SYS_getppid);
#else
	return kill(getpid(), SIGSYS);
#endif
}

static const struct {
	const char *name;
	long (*attempt)(void);
} faults[] = {
	{ "open", do_open },
	{ "openat", do_openat },
	{ "create", do_create },
	{ "unlink", do_unlink },
	{ "proc-self-mem", do_memory_of_others },
	{ "socket", do_socket },
	{ "connect", do_connect },
	{ "sendto", do_sendto },
	{ "execve", do_execve },
	{ "fork", do_fork },
	{ "clone", do_clone },
	{ "ptrace", do_ptrace },
	{ "process_vm_readv", do_process_vm_readv },
	{ "mmap-exec", do_mmap_exec },
	{ "mprotect-exec", do_mprotect_exec },
	{ "memfd_create", do_memfd_create },
	{ "io_uring_setup", do_io_uring_setup },
	{ "dumpable", do_dumpable },
	{ "core-limit", do_core_limit },
	{ "other-table", do_other_table },
};

static void
say(const char *name, const char *what)
{
	char line[256];
	int length = snprintf(line, sizeof line, "after_start: %s: %s\n", name, what);

	if (length > 0 && write(STDERR_FILENO, line, (size_t)length) < 0)
		abort();
}

static void
go_wrong(void)
{
	const char *wanted = getenv("MHSW_FAULT");

	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
		if (wanted != NULL && strcmp(wanted, faults[i].name) == 0) {
			errno = 0;
			say(wanted, faults[i].attempt() < 0 ? strerror(errno) : "done");
			return;
		}
	say(wanted != NULL ? wanted : "nothing", "no such fault");
}

ssize_t
read(int descriptor, void *data, size_t length)
{
	static ssize_t (*original)(int, void *, size_t);
	static unsigned reads;
	ssize_t got;

	if (original == NULL)
		*(void **)&original = dlsym(RTLD_NEXT, "read");
	got = original(descriptor, data, length);
	if (descriptor == STDIN_FILENO && ++reads == READS_BEFORE)
		go_wrong();
	return got;
}
