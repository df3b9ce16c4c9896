/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * runrecord: what a run did, as JSON: program, version, options, digests of the
 * configuration, counts.  Nothing in it is a field's value.
 *
 * in = used + rejected + suppressed + excluded, or the run has failed.
 * Times stand apart under "timings", so that the rest compares byte for byte.
 */
#ifndef MHSW_RUNRECORD_H
#define MHSW_RUNRECORD_H

#include "diag.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct runrecord {
	const char *program; /* borrowed */
	json_t *options;
	json_t *configuration;
	json_t *extra;   /* a filter's own counts and facts */
	json_t *timings; /* what differs from machine to machine */
	uint64_t in;
	uint64_t used;
	uint64_t rejected;
	uint64_t suppressed;
	uint64_t excluded;
	uint64_t folded; /* line breaks made blanks */
	int64_t started; /* monotonic nanoseconds */
};

void runrecord_open(struct runrecord *record, const char *program);
void runrecord_close(struct runrecord *record);
/* An option and its value (NULL: a flag). */
void runrecord_option(struct runrecord *record, const char *name, const char *value);
/* One more value of an option that may stand several times. */
void runrecord_append_option(struct runrecord *record, const char *name, const char *value);
/* Notes a configuration file: its name without folders, and its SHA-256 where it is no
 * pipe. */
bool runrecord_configuration(struct runrecord *record, const char *path, struct fault *fault);
/* A count of the filter's own. */
void runrecord_count(struct runrecord *record, const char *name, uint64_t count);
/* A fact that is no option and no count, such as the id of a key. */
void runrecord_fact(struct runrecord *record, const char *name, const char *text);
/* A fact of this machine: it stands with the times, apart from what compares. */
void runrecord_machine(struct runrecord *record, const char *name, const char *text);

/* A place inside the details: an object, or a list of objects.  It lives as long
 * as the record.  What is put in stands in the order in which it came. */
struct runrecord_part {
	json_t *value;
};

/* The details as a whole. */
struct runrecord_part runrecord_details(const struct runrecord *record);
/* The object, or the list, of that name among the details; made where there is none. */
struct runrecord_part runrecord_group(struct runrecord *record, const char *name);
struct runrecord_part runrecord_list(struct runrecord *record, const char *name);
/* The object of that name in an object; made where there is none. */
struct runrecord_part runrecord_part_group(struct runrecord_part part, const char *name);
/* A new object at the end of a list. */
struct runrecord_part runrecord_part_row(struct runrecord_part list);
/* The list of that name in an object; made where there is none. */
struct runrecord_part runrecord_part_list(struct runrecord_part part, const char *name);
/* A text at the end of a list. */
void runrecord_part_entry(struct runrecord_part list, const char *text);
/* A number, null where it is not finite; yes or no. */
void runrecord_part_number(struct runrecord_part part, const char *name, double number);
void runrecord_part_flag(struct runrecord_part part, const char *name, bool flag);
/* A count, and a text, in an object.  What is not UTF-8 in a text is shown as \xNN. */
void runrecord_part_count(struct runrecord_part part, const char *name, uint64_t count);
void runrecord_part_text(struct runrecord_part part, const char *name, const char *text);

/* A document of its own, such as an audit: an object that begins with program and
 * version, and is filled as any part is. */
struct runrecord_part runrecord_document(const char *program);
/* Puts what the record knows into an object: its counts; the name and the digest of the
 * index-th configuration file, where there is one; what this machine had (under timings,
 * and so last). */
void runrecord_part_counts(struct runrecord_part part, const struct runrecord *record);
size_t runrecord_configurations(const struct runrecord *record);
bool runrecord_part_configuration(
    struct runrecord_part part, const struct runrecord *record, size_t index);
void runrecord_part_timings(struct runrecord_part part, const struct runrecord *record);
/* Writes it as runrecord_write does; mode is a new file's, before the umask. */
bool runrecord_document_write(
    struct runrecord_part root, const char *path, mode_t mode, struct fault *fault);
void runrecord_document_free(struct runrecord_part root);

bool runrecord_balanced(const struct runrecord *record);
/* Writes the record to path by way of a temporary file. */
bool runrecord_write(
    const struct runrecord *record, const char *path, enum status status, struct fault *fault);

#endif
