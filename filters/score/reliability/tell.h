/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tell: the accounts of all scales, one after the other, for people and for programs. */
#ifndef SCORE_TELL_H
#define SCORE_TELL_H

#include "../../lib/writer.h"
#include "account.h"

struct tell {
	struct writer *writer; /* borrowed, as all here */
	const struct sums *sums;
	bool rule;   /* small numbers are hidden */
	bool header; /* of the CSV */
};

/* One form: what stands first, what is said of each scale, what stands last. */
struct tell_form {
	void (*begin)(const struct tell *tell);
	void (*scale)(const struct tell *tell, const struct account *account);
	void (*end)(const struct tell *tell);
};

extern const struct tell_form tell_text;
extern const struct tell_form tell_json;
extern const struct tell_form tell_csv;

/* How a statistic is made, and after whom. */
struct tell_method {
	const char *name;  /* as files have it */
	const char *title; /* as people have it */
	const char *text;
};

/* Ended by a name of NULL. */
extern const struct tell_method tell_methods[];

/* All scales. */
void tell_all(const struct tell *tell, const struct tell_form *form);

/* How many records there are. */
struct statistic tell_records(const struct tell *tell);

#endif
