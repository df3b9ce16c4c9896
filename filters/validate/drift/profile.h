/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * profile: what a file is like as a whole: its records, how often each field is
 * missing, and which codes occur.  It stands in the run record, where a later
 * run finds it (--compare-with).
 *
 * The codes of a field are watched where the schema lists them (enum,
 * categories: those of the list), where it has a code list, or where it says
 * "codes": true; never those of a sensitive field.  No code is kept or written:
 * a code is the first 8 bytes of its HMAC-SHA-256 under a key that is made of
 * the names of schema and field.  The key is no secret: a code that can be
 * guessed can be found out by trying.
 */
#ifndef VALIDATE_PROFILE_H
#define VALIDATE_PROFILE_H

#include "../../lib/digest.h"
#include "../../lib/runrecord.h"
#include "../schema/cell.h"
#include "../schema/schema.h"

/* details.profile.form: another one cannot be compared. */
#define PROFILE_FORM 1
/* Stands where the codes of a field would, were there not too many. */
#define PROFILE_GIVEN_UP "too many"

/* Of one field; a field with more is given up, and the run record says so.
 * Over all fields there are at most 500,000, so that a run record stays short
 * enough to be read again (config.h). */
#define PROFILE_CODES_MAX     10000
#define PROFILE_CODES_ALL_MAX 500000

/* A value that was seen.  Two are the same where their hashes of 64 bits are:
 * among 10,000 codes two are confused once in 10^11 runs, and then a new code is
 * not told. */
struct profile_slot {
	uint64_t hash; /* 0: a free slot */
	uint64_t digest;
};

/* The codes of one field. */
struct profile_watch {
	size_t field;
	const struct texts *listed; /* NULL: any value is a code */
	bool *seen;                 /* of those listed; with them all nobody looks any more */
	bool given_up;
	struct profile_slot *slots;
	size_t capacity; /* a power of two */
	size_t used;
	size_t count; /* codes; 1 and 01 are the same where they are listed */
	struct digest_keyed keyed;
};

struct profile {
	const struct schema *schema; /* borrowed */
	uint64_t records;
	uint64_t *missing;             /* by field; a column that is absent too */
	struct profile_watch *watches; /* in the order of the fields */
	size_t watch_count;
	size_t *active; /* the watches that are still looked at */
	size_t active_count;
	size_t codes; /* of all fields */
};

/* A fault where "codes" is no true or false, or stands at a sensitive field. */
bool profile_open(struct profile *profile, const struct schema *schema, struct fault *fault);
void profile_close(struct profile *profile);

/* A well-formed record. */
void profile_add(struct profile *profile, const struct cells *cells);
/* The schema's name, or "". */
const char *profile_schema_name(const struct schema *schema);
/* The watch of a field, or NULL; and its codes, sorted, which are the caller's. */
const struct profile_watch *profile_watch_of(const struct profile *profile, size_t field);
uint64_t *profile_codes(const struct profile_watch *watch);
/* details.profile of the run record. */
void profile_write(const struct profile *profile, struct runrecord *record);

#endif
