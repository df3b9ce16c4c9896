/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit_part: the parts of an audit; nobody but audit includes it. */
#ifndef ANONYMISE_AUDIT_PART_H
#define ANONYMISE_AUDIT_PART_H

#include "audit.h"

/* Each column's rule and its counts, in the policy's order, and what was redacted in
 * all of them. */
void audit_columns(const struct audit *audit, struct runrecord_part root);
/* What the records as a whole have to keep. */
void audit_privacy(const struct privacy *privacy, struct runrecord_part root);
/* How the classes were, and how they are. */
void audit_classes(const struct audit *audit, struct runrecord_part root);

#endif
