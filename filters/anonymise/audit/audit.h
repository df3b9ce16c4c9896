/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * audit: what was done to the records, as JSON, for whoever has to answer for it.
 *
 * Names of columns, rules, counts, classes by size, risks, digests and the id of the
 * key: never a value of the data.  Counts are exact, small ones too, since an officer
 * has to see that one record slipped; so the audit stays with those who may see the
 * data, is written with mode 0600 and says so itself.
 *
 * The same input, policy, key and options give the same bytes but for "timings".
 */
#ifndef ANONYMISE_AUDIT_H
#define ANONYMISE_AUDIT_H

#include "../classes/classes.h"
#include "../column.h"
#include "../exclude.h"

#include <stdbool.h>

/* What it is told from; everything is borrowed for the call. */
struct audit {
	const struct filter *filter; /* digest was set before filter_open; the policy is the
	                              * first configuration file that it was told of */
	const struct policy *policy;
	const struct columns *columns;
	const struct classes *classes;   /* NULL: no classes were made */
	const struct exclude *exclude;   /* NULL: no list was given */
	const struct exclude *permitted; /* likewise of those who alone may stay */
	const char *key_id;              /* NULL or empty: there was no key */
	bool typed;
	bool check; /* nothing was written: the input was looked at as it stands */
};

/* Writes it to path by way of a temporary file: after filter_finish, so that counts
 * and digests are whole, and before filter_close, so that there is never an output
 * without its audit.  Before the sandbox filter_spares has seen the path. */
bool audit_write(const char *path, const struct audit *audit, struct fault *fault);
/* Takes an audit away whose output could not be put in place after all. */
void audit_withdraw(const char *path);

#endif
