/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * taken: what became of a record's answer.
 */
#ifndef BENCHMARK_TAKEN_H
#define BENCHMARK_TAKEN_H

/* From the best to the worst: of two columns the later is said. */
enum kind_taken {
	KIND_TAKEN,
	KIND_OUTSIDE,  /* no record of the denominator */
	KIND_MISSING,  /* no answer */
	KIND_LABELLED, /* a symbol in its place, such as * or [c] */
	/* and what is said by its place */
	KIND_TOO_LONG, /* a number of too many digits */
	KIND_NOT_A_NUMBER,
	KIND_NOT_A_COUNT,
	KIND_NEGATIVE,
	KIND_BEYOND,    /* a numerator over its denominator */
	KIND_NO_PEOPLE, /* events in a stratum where nobody is */
	KIND_NO_WEIGHT, /* a stratum that the standard does not have */
	/* and clashes with records before */
	KIND_TWICE,  /* a second one where there can be one only */
	KIND_UNEQUAL /* another one than the record before had, where all have the same */
};

#endif
