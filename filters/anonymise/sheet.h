/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sheet: a record that is finished but for its quasi-identifiers, packed as bytes
 * until its class is known.
 *
 * A byte that says whether fields of kept runs stand apart, then the steps of
 * column.h in their order, each as one segment, or for a quasi-identifier as one
 * segment for each form.  A segment is its length (4 bytes of this machine, the
 * highest bit: raw) and its bytes.  It never leaves this run.
 */
#ifndef ANONYMISE_SHEET_H
#define ANONYMISE_SHEET_H

#include "work.h"

struct sheet {
	struct buffer bytes;
	struct field *forms; /* of all quasi-identifiers, one after the other */
	size_t *offsets;     /* where each form stands in bytes */
	size_t form_count;
	size_t first[PRIVACY_COLUMNS_MAX]; /* of each quasi-identifier among them */
	struct field sensitive[PRIVACY_COLUMNS_MAX];
	size_t sensitive_offsets[PRIVACY_COLUMNS_MAX];
};

void sheet_init(struct sheet *sheet, const struct work *work);
/* Wipes and frees. */
void sheet_release(struct sheet *sheet);
/* Makes the record at hand into bytes, forms and sensitive values, which live until the
 * next one. */
void sheet_make(struct sheet *sheet, struct work *work);
/* Writes a record that sheet_make packed; form as in struct classes_record. */
void sheet_write(const struct work *work, struct field bytes, const unsigned *form);

#endif
