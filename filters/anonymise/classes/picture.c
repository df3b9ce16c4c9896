/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picture: what the classes of a table are like, class by class. */
#include "picture.h"

/* Sizes below this have a bin each; the next has those up to twice as many. */
#define SINGLE      32
#define SINGLE_BITS 5

unsigned
classes_bin(uint64_t size)
{
	unsigned bits = 0;

	if (size < SINGLE)
		return (unsigned)size;
	for (uint64_t rest = size; rest > 1; rest >>= 1)
		bits++;
	return bits - SINGLE_BITS + SINGLE < CLASSES_BINS ? bits - SINGLE_BITS + SINGLE
	                                                  : CLASSES_BINS - 1;
}

uint64_t
classes_bin_least(unsigned bin)
{
	return bin < SINGLE ? bin : UINT64_C(1) << (bin - SINGLE + SINGLE_BITS);
}

void
picture_begin(
    struct classes_picture *picture, struct picture_sums *sums, uint64_t records, bool population)
{
	*picture = (struct classes_picture){
		.records = records, .journalist_greatest = -1, .journalist_average = -1
	};
	*sums = (struct picture_sums){ .population = population };
}

/* f / F in 2^-64, rounded down; F is greater than f. */
static uint64_t
fraction_of(uint64_t part, uint64_t whole)
{
	uint64_t quotient = 0;

	for (int bit = 0; bit < 64; bit++) {
		bool carry = part >> 63;

		part <<= 1;
		quotient <<= 1;
		if (carry || part >= whole) {
			part -= whole;
			quotient |= 1;
		}
	}
	return quotient;
}

/* The population cannot have fewer such people than the table. */
static void
add_population(struct picture_sums *sums, const struct class_facts *facts)
{
	uint64_t fraction;

	if (facts->population <= facts->people) {
		sums->whole++;
		if (1 / (double)facts->people > sums->greatest)
			sums->greatest = 1 / (double)facts->people;
		return;
	}
	if (1 / (double)facts->population > sums->greatest)
		sums->greatest = 1 / (double)facts->population;
	fraction = fraction_of(facts->people, facts->population);
	sums->fraction += fraction;
	sums->whole += sums->fraction < fraction;
}

static void
add_columns(struct classes_picture *picture, struct diversity_lacks columns)
{
	for (size_t i = 0; i < PRIVACY_COLUMNS_MAX; i++) {
		picture->sensitive_short_of_l[i] += columns.l >> i & 1;
		picture->sensitive_short_of_t[i] += columns.t >> i & 1;
	}
}

void
picture_add(
    struct classes_picture *picture, struct picture_sums *sums, const struct class_facts *facts)
{
	picture->people += facts->people;
	picture->classes++;
	if (picture->smallest == 0 || facts->people < picture->smallest)
		picture->smallest = facts->people;
	picture->bins[classes_bin(facts->people)]++;
	picture->failing += facts->lacks != 0;
	picture->short_of_k += (facts->lacks & SHORT_OF_K) != 0;
	picture->short_of_l += (facts->lacks & SHORT_OF_L) != 0;
	picture->short_of_t += (facts->lacks & SHORT_OF_T) != 0;
	if ((facts->lacks & (SHORT_OF_L | SHORT_OF_T)) != 0)
		add_columns(picture, facts->columns);
	if (facts->lacks != 0)
		picture->people_in_failing += facts->people;
	if (sums->population)
		add_population(sums, facts);
}

void
picture_end(struct classes_picture *picture, const struct picture_sums *sums)
{
	if (picture->classes == 0)
		return;
	picture->prosecutor_greatest = 1 / (double)picture->smallest;
	picture->prosecutor_average = (double)picture->classes / (double)picture->people;
	if (!sums->population)
		return;
	picture->journalist_greatest = sums->greatest;
	picture->journalist_average =
	    ((double)sums->whole + (double)sums->fraction * 0x1p-64) / (double)picture->people;
}
