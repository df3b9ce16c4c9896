/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foreign: files that are no CSV, told by their first bytes. */
#ifndef VALIDATE_FOREIGN_H
#define VALIDATE_FOREIGN_H

#include "../../lib/reader.h"

/* Once the header has failed: where its first bytes tell why, the fault says it, with
 * its code and what to do; else the fault stays. */
void foreign_explain(const struct reader *reader, struct fault *fault);
/* Once the header is read: false for a page of the web or XML, which passes for a
 * table of one column. */
bool foreign_is_none(const struct reader *reader, struct fault *fault);

#endif
