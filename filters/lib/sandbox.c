/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sandbox: after everything is open, a filter can no more than read, compute and write. */
#include "sandbox.h"

#include "memory.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)                            \
    || __has_feature(thread_sanitizer) || __has_feature(coverage_sanitizer)
#define SANDBOX_OFF 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || defined(MHSW_NO_SANDBOX)
#define SANDBOX_OFF 1
#endif
#ifndef SANDBOX_OFF
#define SANDBOX_OFF 0
#endif

/* Rights that came after the headers of Debian 12 (ABI 3 and 5). */
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (UINT64_C(1) << 14)
#endif
#ifndef LANDLOCK_ACCESS_FS_IOCTL_DEV
#define LANDLOCK_ACCESS_FS_IOCTL_DEV (UINT64_C(1) << 15)
#endif

/* Reading too, since mkostemp opens for both. */
#define FOLDER_RIGHTS                                                                              \
	(LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE                              \
	    | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE                         \
	    | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_TRUNCATE)

/* Two folders for each file: its own, and the one behind a link. */
#define FOLDERS_MAX (2 * SANDBOX_FILES_MAX)

struct folders {
	int descriptors[FOLDERS_MAX];
	size_t count;
};

void
sandbox_conceal(void)
{
	if (SANDBOX_OFF)
		return; /* a leak checker has to look into the process */
	(void)setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
	(void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

static bool
folders_add(struct folders *folders, const char *file, struct fault *fault)
{
	char *copy = xstrdup(file);
	int descriptor = open(dirname(copy), O_PATH | O_DIRECTORY | O_CLOEXEC);

	free(copy);
	if (descriptor < 0)
		return fault_system(fault, file, "cannot open its folder");
	folders->descriptors[folders->count++] = descriptor;
	return true;
}

static bool
folders_open(struct folders *folders, const struct sandbox *sandbox, struct fault *fault)
{
	for (size_t i = 0; i < SANDBOX_FILES_MAX; i++) {
		const char *file = sandbox->files[i];
		char *resolved;
		bool good;

		if (file == NULL)
			continue;
		if (!folders_add(folders, file, fault))
			return false;
		resolved = realpath(file, NULL);
		good = resolved == NULL || folders_add(folders, resolved, fault);
		free(resolved);
		if (!good)
			return false;
	}
	return true;
}

static void
folders_close(struct folders *folders)
{
	for (size_t i = 0; i < folders->count; i++)
		close(folders->descriptors[i]);
}

/* Every right that the running kernel knows is handled, so all is denied. */
static uint64_t
handled_rights(long version)
{
	uint64_t rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;

	if (version >= 2)
		rights |= LANDLOCK_ACCESS_FS_REFER;
	if (version >= 3)
		rights |= LANDLOCK_ACCESS_FS_TRUNCATE;
	if (version >= 5)
		rights |= LANDLOCK_ACCESS_FS_IOCTL_DEV;
	return rights;
}

static bool
enter_landlock(const struct folders *folders)
{
	long version =
	    syscall(SYS_landlock_create_ruleset, NULL, (size_t)0, LANDLOCK_CREATE_RULESET_VERSION);
	struct landlock_ruleset_attr attributes = { 0 };
	bool good = true;
	int ruleset;

	if (version < 1)
		return false;
	attributes.handled_access_fs = handled_rights(version);
	ruleset = (int)syscall(
	    SYS_landlock_create_ruleset, &attributes, sizeof attributes.handled_access_fs, 0);
	if (ruleset < 0)
		return false;
	for (size_t i = 0; good && i < folders->count; i++) {
		struct landlock_path_beneath_attr beneath = {
			.allowed_access = FOLDER_RIGHTS & attributes.handled_access_fs,
			.parent_fd = folders->descriptors[i],
		};

		good =
		    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0)
		    == 0;
	}
	good = good && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
	close(ruleset);
	return good;
}

/* What reading, computing, writing and ending need. */
static const int always[] = { SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(write),
	SCMP_SYS(writev), SCMP_SYS(pwrite64), SCMP_SYS(close), SCMP_SYS(lseek), SCMP_SYS(fstat),
	SCMP_SYS(newfstatat), SCMP_SYS(ftruncate), SCMP_SYS(fcntl), SCMP_SYS(poll), SCMP_SYS(ppoll),
	/* memory; sodium_free unlocks and unprotects */
	SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(munlock),
	SCMP_SYS(futex), SCMP_SYS(getrandom),
	/* signals, abort and the way out */
	SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask),
	SCMP_SYS(restart_syscall), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(exit),
	SCMP_SYS(exit_group),
	/* durations and peak memory */
	SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(getrusage) };

/* What a new file in its folder needs: made, synchronised, renamed or removed. */
static const int with_files[] = { SCMP_SYS(fsync), SCMP_SYS(fdatasync), SCMP_SYS(fchmod),
	SCMP_SYS(umask), SCMP_SYS(rename), SCMP_SYS(renameat), SCMP_SYS(renameat2),
	SCMP_SYS(unlink), SCMP_SYS(unlinkat), SCMP_SYS(readlink), SCMP_SYS(readlinkat),
	SCMP_SYS(getcwd) };

/* Landlock says which; where there is nothing to make, who asks is not the filter. */
static const int opening[] = { SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(creat),
	SCMP_SYS(openat2) };

/* No filter has a use for these: a process that asks is not the filter any more.
 * All else that is not listed is refused with EPERM, so that a C library that
 * tries something new has an error to report. */
static const int deadly[] = { SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork),
	SCMP_SYS(clone), SCMP_SYS(clone3), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
	SCMP_SYS(process_vm_writev), SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect),
	SCMP_SYS(bind), SCMP_SYS(sendto), SCMP_SYS(sendmsg) };

static bool
add_rules(scmp_filter_ctx context, uint32_t action, const int *calls, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (seccomp_rule_add(context, action, calls[i], 0) != 0)
			return false;
	return true;
}

/* Memory may be asked for, but never to run code; a terminal may be asked what it
 * is, but nothing is typed into it. */
static bool
add_narrow_rules(scmp_filter_ctx context)
{
	const uint32_t allow = SCMP_ACT_ALLOW;

	/* abort ends this process, and no other */
	return seccomp_rule_add(context, allow, SCMP_SYS(tgkill), 1,
	           SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid(), 0))
	    == 0
	    && seccomp_rule_add(
	           context, allow, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
	    == 0
	    && seccomp_rule_add(
	           context, allow, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
	    == 0
	    && seccomp_rule_add(context, allow, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, TCGETS, 0))
	    == 0
	    && seccomp_rule_add(
	           context, allow, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, TIOCGWINSZ, 0))
	    == 0;
}

static bool
enter_seccomp(bool files)
{
	scmp_filter_ctx context = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	bool good = context != NULL
	    && add_rules(context, SCMP_ACT_ALLOW, always, sizeof always / sizeof *always)
	    && (!files
	        || add_rules(
	            context, SCMP_ACT_ALLOW, with_files, sizeof with_files / sizeof *with_files))
	    && add_rules(context, files ? SCMP_ACT_ALLOW : SCMP_ACT_KILL_PROCESS, opening,
	        sizeof opening / sizeof *opening)
	    && add_rules(context, SCMP_ACT_KILL_PROCESS, deadly, sizeof deadly / sizeof *deadly)
	    && add_narrow_rules(context) && seccomp_load(context) == 0;

	if (context != NULL)
		seccomp_release(context);
	return good;
}

bool
sandbox_enter(struct sandbox *sandbox, struct fault *fault)
{
	static const char *const names[2][2] = { { "none", "seccomp" },
		{ "landlock", "landlock+seccomp" } };
	struct folders folders = { 0 };
	bool landlock;
	bool seccomp;

	sandbox->measures = names[0][0];
	if (SANDBOX_OFF)
		return true;
	if (!folders_open(&folders, sandbox, fault)) {
		folders_close(&folders);
		return false;
	}
	(void)prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	landlock = enter_landlock(&folders);
	seccomp = enter_seccomp(folders.count != 0);
	folders_close(&folders);
	sandbox->measures = names[landlock][seccomp];
	return true;
}
