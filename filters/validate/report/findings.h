/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * findings: all findings of a run, counted, and the report of them.
 *
 * As csv, json and jsonl every finding is written when it is seen.  As text
 * they are grouped by rule at the end, at most `limit` shown over all groups
 * (each shows its first ones) and all counted.
 */
#ifndef VALIDATE_FINDINGS_H
#define VALIDATE_FINDINGS_H

#include "../../lib/hash.h"
#include "../../lib/writer.h"
#include "../schema/schema.h"

/* one hash for all tables in memory */
#define HASH_FUNCTION(key, length, hash)                                                           \
	(hash) = (unsigned)hash_field(0, (struct field){ (const char *)(key), length })
#define uthash_malloc(size) xmalloc(size)
#include <uthash.h>

enum findings_format { FINDINGS_TEXT, FINDINGS_CSV, FINDINGS_JSON, FINDINGS_JSONL };

/* Findings of one code, field and rule are of one kind. */
struct findings_kind {
	size_t code;
	size_t field;
	size_t part;
};

struct findings_group {
	struct findings_kind kind;
	enum severity severity;
	uint64_t count;
	uint64_t times;       /* the sum of the findings' own counts */
	struct finding *kept; /* the first ones; their value and detail are owned */
	size_t kept_count;
	UT_hash_handle hh;
};

/* Appends the rule behind a finding that is not one field's: a key, a rule. */
typedef void
findings_rule_of(const void *context, const struct finding *finding, struct buffer *out);

struct findings {
	struct writer *writer;       /* where the report goes; borrowed */
	const struct schema *schema; /* NULL: structure only; borrowed */
	findings_rule_of *rule_of;
	const void *context;
	enum findings_format format;
	bool show_values;
	bool color;
	bool errors_only; /* as text: warnings are counted alone */
	size_t limit;
	uint64_t errors; /* how many findings of each severity */
	uint64_t warnings;
	struct findings_group *groups; /* hash by kind; sorted after findings_end */
	size_t kept;                   /* findings of all groups */
	size_t share;                  /* no group keeps more */
};

struct findings_totals {
	const char *const *files;
	size_t file_count;
	uint64_t records;
	uint64_t good;
	uint64_t rejected;
	uint64_t replaced;
	const char *rejects; /* where the rejected records are, or NULL */
};

/* The members from writer to limit are set by the caller; begins the report. */
void findings_begin(struct findings *findings);
void findings_add(struct findings *findings, const struct finding *finding);
/* Groups, summary; nothing at all as text where nothing was found and quiet is set. */
void findings_end(struct findings *findings, const struct findings_totals *totals, bool quiet);
void findings_release(struct findings *findings);

size_t findings_groups(const struct findings *findings);
/* The name of a finding's field, or NULL. */
const char *findings_field_name(const struct findings *findings, size_t field);
/* Appends the finding's rule; nothing where there is none. */
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
