/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: the figures of a change, for people and for programs. */
#ifndef SCORE_CHANGE_REPORT_H
#define SCORE_CHANGE_REPORT_H

#include "../../lib/filter.h"
#include "../../lib/memory.h"
#include "../instrument/instrument.h"
#include "figures.h"

struct change_report {
	const struct instrument *instrument;
	const struct change_figures *figures;          /* of each scale */
	const struct scale_reliability *reliabilities; /* likewise */
	bool header;                                   /* of the CSV */
};

/* How a figure is made: what it is called, and after whom. */
struct change_method {
	const char *name; /* as files have it */
	const char *text;
};

/* Ended by a name of NULL. */
extern const struct change_method change_methods[];

/* A number with so many decimals and no more than it needs. */
size_t change_number(double number, enum figure_name name, char out[DECIMAL_TEXT_MAX]);

/* What stands below the tables. */
void change_report_notes(const struct change_report *report, struct buffer *out);

void change_report_text(const struct change_report *report, struct writer *writer);
void change_report_json(const struct change_report *report, struct writer *writer);
void change_report_csv(const struct change_report *report, struct writer *writer);

#endif
