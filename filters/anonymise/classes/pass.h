/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pass: what one count goes over, and the records that it changes. */
#ifndef ANONYMISE_PASS_H
#define ANONYMISE_PASS_H

#include "state.h"

struct pass {
	struct classes *classes;
	bool people;     /* classes are people: who has which sensitive value */
	bool trying;     /* the rest is tried at the step, beside what is settled */
	bool population; /* offer it too */
	size_t step;
	struct classes_picture *picture; /* or NULL */
	struct picture_sums sums;
	uint16_t state; /* for the records of the classes that were chosen */
	uint64_t changed;
};

/* For a counter's job, whose context is the pass. */
bool pass_feed(void *context, struct counter *counter, struct fault *fault);
bool pass_change(void *context, uint32_t row, struct fault *fault);

#endif
