/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * diag: what a filter says on standard error, and errors as values.
 *
 * Messages are lower case, without a full stop, and hold places (file, line,
 * column, rule), never a field's value.  Control characters in them, which a
 * terminal would obey, are shown as '?'.
 */
#ifndef MHSW_DIAG_H
#define MHSW_DIAG_H

#include <stdbool.h>
#include <stddef.h>

/* Exit codes of every program. */
enum status {
	STATUS_DONE = 0,        /* done */
	STATUS_DATA_FAILED = 1, /* done, but data failed a check */
	STATUS_FAILED = 2       /* could not be done: usage, configuration, I/O, broken input */
};

/* An error that travels as a value to main, which prints it: one line, with
 * its place in front and what to do after it. */
struct fault {
	char message[1024];
};

/* All three set the message and return false, so that a function may
 * `return fault_set(fault, ...)`. */
bool fault_set(struct fault *fault, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* "file:line:column: message"; a line or column of 0 is left out. */
bool fault_at(struct fault *fault, const char *file, size_t line, size_t column, const char *format,
    ...) __attribute__((format(printf, 5, 6)));
/* "file: at /fields/3: message", for the meaning of a JSON file. */
bool fault_pointer(struct fault *fault, const char *file, const char *pointer, const char *format,
    ...) __attribute__((format(printf, 4, 5)));
/* "file: message: strerror(errno)" after a failed system call. */
bool fault_system(struct fault *fault, const char *file, const char *what);

/* The program's name stands before each message; name outlives the program. */
void diag_program(const char *name);
/* 0 quiet (errors only), 1 as usual, 2 verbose. */
void diag_verbosity(int level);

void diag_fault(const struct fault *fault);
void diag_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Not shown when quiet. */
void diag_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* What was asked for and is no part of the data; not shown when quiet. */
void diag_tell(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Shown only when verbose. */
void diag_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The nearest of count names to a mistyped one (edit distance at most a third
 * of its length), or NULL.  The result is one of names. */
const char *
diag_nearest(const char *typed, size_t typed_length, const char *const *names, size_t count);

#endif
