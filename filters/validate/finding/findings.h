/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * findings: all findings of a run, counted, and the report of them.
 *
 * As csv, json and jsonl every finding is written when it is seen.  As text
 * they are grouped by code and field at the end, at most `limit` shown over all
 * groups (each shows its first ones) and all counted.
 */
#ifndef VALIDATE_FINDINGS_H
#define VALIDATE_FINDINGS_H

#include "../../lib/writer.h"
#include "../schema/schema.h"

enum findings_format { FINDINGS_TEXT, FINDINGS_CSV, FINDINGS_JSON, FINDINGS_JSONL };

/* The findings of one code and field. */
struct findings_group {
	enum finding_code code;
	size_t field;
	uint64_t count;
	struct finding *kept; /* the first ones */
	char **values;        /* theirs, or NULL; owned */
	size_t kept_count;
};

struct findings {
	struct writer *writer;       /* where the report goes; borrowed */
	const char *file;            /* the data's name; borrowed */
	const struct schema *schema; /* NULL: structure only; borrowed */
	enum findings_format format;
	bool show_values;
	bool color;
	size_t limit;
	uint64_t count;
	struct findings_group *groups; /* in the order of code and field after findings_end */
	size_t group_count;
	size_t *index; /* code and field to group + 1 */
};

struct findings_totals {
	uint64_t records;
	uint64_t good;
	uint64_t rejected;
};

/* The members from writer to limit are set by the caller; begins the report. */
void findings_begin(struct findings *findings);
void findings_add(struct findings *findings, const struct finding *finding);
/* Groups, summary; nothing at all as text where nothing was found and quiet is set. */
void findings_end(struct findings *findings, const struct findings_totals *totals, bool quiet);
void findings_release(struct findings *findings);

/* The name of a finding's field, or NULL. */
const char *findings_field_name(const struct findings *findings, size_t field);
/* Appends the finding's rule; nothing for the structure. */
void
findings_rule(const struct findings *findings, const struct finding *finding, struct buffer *out);
/* How many of each group are shown so that at most limit are shown in all, but
 * at least one of each. */
size_t findings_share(const struct findings *findings);

/* One finding as a line of csv or jsonl, or as an element of json. */
void findings_row(struct findings *findings, const struct finding *finding);
void findings_csv_header(struct findings *findings);
void findings_json_end(struct findings *findings, const struct findings_totals *totals);
void findings_text_end(struct findings *findings, const struct findings_totals *totals);

#endif
