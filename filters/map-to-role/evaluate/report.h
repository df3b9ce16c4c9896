/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: an evaluation for people (text) and for programs (JSON, CSV). */
#ifndef ROLE_REPORT_H
#define ROLE_REPORT_H

#include "../../lib/filter.h"

#include "figures.h"
#include "groups.h"

struct report {
	struct writer *writer;
	const struct runrecord *record; /* records read, used, rejected, excluded */
	uint64_t other_language;        /* excluded */
	uint64_t rule_errors;           /* excluded */
	const char *column;             /* of people's codes */
	const char *by;                 /* or NULL */
	const char *weight;             /* or NULL */
	bool header;                    /* of the CSV */
};

/* One form: what stands first, what is said of each group, what stands last. */
struct report_form {
	void (*begin)(const struct report *report);
	/* first: of all records */
	void (*group)(const struct report *report, const struct group *group,
	    const struct figures *figures, bool first);
	void (*end)(const struct report *report);
};

extern const struct report_form report_text;
extern const struct report_form report_json;
extern const struct report_form report_csv;

/* The tables of a group, for people. */
void report_tables(struct buffer *out, const struct report *report, const struct figures *figures);

/* How a figure is made, and after whom. */
struct report_method {
	const char *name;  /* as files have it */
	const char *title; /* as people have it */
	const char *text;
};

/* Ended by a name of NULL. */
extern const struct report_method report_methods[];

/* A plain decimal of at most 9 places and no more than it needs; false, and nothing, of
 * what is no number. */
bool report_number(struct buffer *out, double number);

#endif
