/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan_copy: copies of a text, where it cannot be scanned as it stands.
 */
#ifndef ANONYMISE_SCAN_COPY_H
#define ANONYMISE_SCAN_COPY_H

#include "scan.h"

/* The text with the masks in it ([REDACTED], [NAME]) blanked out: what a mask hides is
 * nobody's business, and its word says nothing of its neighbours.  The text itself, where
 * there is none. */
struct field scan_blank_masks(struct scan *scan, struct field text);
/* As many bytes in which each letter that is not ASCII is an ASCII one, as a capital where
 * it is one, and each other such character a blank. */
const char *scan_shadow(struct scan *scan, struct field text);

#endif
