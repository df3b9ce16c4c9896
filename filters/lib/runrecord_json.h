/* SPDX-License-Identifier: GPL-3.0-or-later */
/* runrecord_json: what the run record's own parts share; nobody else includes it. */
#ifndef MHSW_RUNRECORD_JSON_H
#define MHSW_RUNRECORD_JSON_H

#include "runrecord.h"

/* One member a line, in the order in which it came. */
#define RUNRECORD_FORM JSON_INDENT(2)

/* A text of JSON; where it is not UTF-8, its bytes that are not ASCII as \xNN. */
json_t *runrecord_json_text(const char *text);
json_t *runrecord_json_counts(const struct runrecord *record);
/* Writes the text, and a line break, by way of a temporary file; frees the text. */
bool runrecord_write_text(char *text, const char *path, mode_t mode, struct fault *fault);

#endif
