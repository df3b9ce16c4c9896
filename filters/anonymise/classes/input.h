/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * input: the classes of the quasi-identifiers as they came, beside the table that is
 * settled: who reads the audit sees what the policy's levels did, and not only what
 * was suppressed after them.  A record is its class's digest and its person here, and
 * one more count goes over them.
 */
#ifndef ANONYMISE_INPUT_H
#define ANONYMISE_INPUT_H

#include "state.h"

/* Opens the file; before the sandbox. */
bool input_open(struct classes *classes, struct fault *fault);
bool input_count(struct classes *classes, struct fault *fault);

#endif
