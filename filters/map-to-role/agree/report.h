/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: how far two coders agree, for people and for programs. */
#ifndef ROLE_AGREE_REPORT_H
#define ROLE_AGREE_REPORT_H

#include "../../lib/decimal.h"
#include "../../lib/writer.h"
#include "codes.h"
#include "section.h"

#include <stdint.h>

#define CODERS 2

struct agree_report {
	/* said by the way; all borrowed */
	const char *coders[CODERS]; /* columns */
	const char *by;             /* the column of the groups, or NULL */
	uint64_t records;
	uint64_t blank[CODERS]; /* in this coder's column alone */
	uint64_t blank_both;
	const struct codes *codes;
	bool header; /* of the CSV */
	/* of all records, then of each group, by its name's bytes; for each all levels */
	struct section *sections;
	size_t section_count;
};

/* What is said of one figure, as files have it. */
struct agree_figure {
	const char *name;
	struct agreement_figure figure;
};

#define AGREE_FIGURES 9

/* How a figure is made: what it is called, and after whom. */
struct agree_method {
	const char *name;
	const char *text;
};

/* Ended by a name of NULL. */
extern const struct agree_method agree_methods[];

void agree_report_take(struct agree_report *report);
void agree_report_release(struct agree_report *report);

/* The section's figures, in one order. */
void agree_figures(const struct section *section, struct agree_figure figures[AGREE_FIGURES]);
/* Why a section has no kappa and alpha, or NULL. */
const char *agree_reason(const struct section *section);
/* A number with six decimals, and no more than it needs; a final NUL. */
void agree_number(double number, char out[DECIMAL_TEXT_MAX]);

void agree_report_text(const struct agree_report *report, struct writer *writer);
void agree_report_json(const struct agree_report *report, struct writer *writer);
void agree_report_csv(const struct agree_report *report, struct writer *writer);

#endif
