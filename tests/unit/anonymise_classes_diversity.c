/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit tests of l and t: figures of the papers, and some worked out by hand. */
#include "../../filters/anonymise/classes/diversity.h"
#include "unit.h"

#define MEMORY ((size_t)1 << 20)

static struct diversity *diversity;

static unsigned
judge(void)
{
	struct diversity_lacks lacks;

	return diversity_judge(diversity, &lacks);
}

static void
open_one(double l, enum privacy_diversity kind, double t, enum privacy_distance distance)
{
	static struct privacy privacy;

	privacy = (struct privacy){ .k = 2, .sensitive_count = 1 };
	privacy.sensitive[0] = (struct privacy_sensitive){ "value", l, kind, t, distance };
	diversity_free(diversity);
	diversity = diversity_new(&privacy, MEMORY);
}

/* One person a letter: values with a blank between. */
static void
people(const char *values)
{
	char text[256];
	char *state;

	snprintf(text, sizeof text, "%s", values);
	diversity_begin(diversity);
	for (char *word = strtok_r(text, " ", &state); word != NULL;
	     word = strtok_r(NULL, " ", &state)) {
		struct fault fault;
		uint32_t number = 0;

		if (!diversity_number(diversity, 0,
		        strcmp(word, "-") == 0 ? field_of("") : field_of(word), &number, &fault))
			CHECK_TEXT(fault.message, "");
		diversity_person(diversity);
		diversity_values(diversity, &number);
	}
}

static void
whole(const char *values)
{
	people(values);
	diversity_reference_forget(diversity);
	diversity_reference_add(diversity);
	diversity_reference_ready(diversity);
}

/* The class keeps t = limit and not a little less: it is that far away. */
static bool
is_far(enum privacy_distance distance, const char *all, const char *class, double limit)
{
	bool near;

	open_one(0, PRIVACY_DISTINCT, limit + 1e-6, distance);
	whole(all);
	people(class);
	near = judge() == 0;
	open_one(0, PRIVACY_DISTINCT, limit - 1e-6 > 0 ? limit - 1e-6 : 0, distance);
	whole(all);
	people(class);
	return near && (limit <= 0 || judge() == SHORT_OF_T);
}

static void
test_l(void)
{
	open_one(2, PRIVACY_DISTINCT, -1, PRIVACY_EQUAL);
	people("flu flu flu");
	CHECK(judge() == SHORT_OF_L);
	people("flu flu -");
	CHECK(judge() == 0); /* an empty value is a value */
	CHECK(diversity_grows(diversity) && !diversity_compares(diversity));
	open_one(2, PRIVACY_ENTROPY, -1, PRIVACY_EQUAL);
	people("a a b b");
	CHECK(judge() == 0); /* exp(ln 2) is 2 */
	people("a a a b");
	CHECK(judge() == SHORT_OF_L); /* 1.75 */
	people("a b c c c c");        /* exp(2/6 ln 6 + 4/6 ln 1.5) = 2.381 */
	CHECK(judge() == 0);
	CHECK(!diversity_grows(diversity));
	open_one(3, PRIVACY_ENTROPY, -1, PRIVACY_EQUAL);
	people("a b c");
	CHECK(judge() == 0);
}

/* Li, Li and Venkatasubramanian (2007), section 5: salaries of 3 to 11 thousand. */
static void
test_ordered(void)
{
	static const char all[] = "3000 4000 5000 6000 7000 8000 9000 10000 11000";

	CHECK(is_far(PRIVACY_ORDERED, all, "3000 4000 5000", 0.375));
	CHECK(is_far(PRIVACY_ORDERED, all, "6000 8000 11000", 1.0 / 6));
	CHECK(is_far(PRIVACY_ORDERED, all, all, 0));
	/* by number and not by text, and however it is written: all at one end */
	CHECK(is_far(PRIVACY_ORDERED, "9 10 10.0 11.00", "11.00", (0.25 + 0.75) / 2));
	/* what is no number is apart: shares 1 and 1/4, ranks -, 1, 2, 3 */
	CHECK(is_far(PRIVACY_ORDERED, "- 1 2 3", "-", (0.75 + 0.5 + 0.25) / 3 + 0.75));
	CHECK(is_far(PRIVACY_ORDERED, "1 1 1", "1", 0));
	CHECK(is_far(PRIVACY_ORDERED, "- -", "-", 0));
}

static unsigned
draw(uint32_t *state, unsigned below)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 16) % below;
}

/* Numbers from 1 on, each in the whole once at least, against the sum as it is defined. */
static bool
agrees(uint32_t seed)
{
	unsigned shares[2][21] = { { 0 } };
	char texts[2][256] = { "", "" };
	const unsigned numbers = 2 + draw(&seed, 18);
	const unsigned sizes[2] = { numbers + draw(&seed, 30), 1 + draw(&seed, 20) };
	double shift = 0;
	double sum = 0;

	for (int which = 0; which < 2; which++)
		for (unsigned i = 0; i < sizes[which]; i++) {
			unsigned number =
			    which == 0 && i < numbers ? i + 1 : 1 + draw(&seed, numbers);

			shares[which][number]++;
			snprintf(texts[which] + strlen(texts[which]),
			    sizeof texts[which] - strlen(texts[which]), "%u ", number);
		}
	for (unsigned number = 1; number <= numbers; number++) {
		shift +=
		    shares[1][number] / (double)sizes[1] - shares[0][number] / (double)sizes[0];
		sum += fabs(shift);
	}
	return is_far(PRIVACY_ORDERED, texts[0], texts[1], sum / (numbers - 1));
}

static void
test_random(void)
{
	bool good = true;

	for (uint32_t seed = 1; seed <= 50; seed++)
		good = agrees(seed) && good;
	CHECK(good);
}

static void
test_equal(void)
{
	CHECK(is_far(PRIVACY_EQUAL, "a a b b", "a b", 0));
	CHECK(is_far(PRIVACY_EQUAL, "a a b b", "a", 0.5));
	CHECK(is_far(PRIVACY_EQUAL, "a b c d", "a b", 0.5));
	/* 3/4 - 1/2 and 1/4 - 1/2 */
	CHECK(is_far(PRIVACY_EQUAL, "a a b b", "a a a b", 0.25));
}

/* A person's ten records of one value count once, of two values twice. */
static void
test_people(void)
{
	uint32_t numbers[2] = { 0, 0 };
	struct fault fault;

	open_one(1.9, PRIVACY_ENTROPY, -1, PRIVACY_EQUAL);
	CHECK(diversity_number(diversity, 0, field_of("a"), &numbers[0], &fault));
	CHECK(diversity_number(diversity, 0, field_of("b"), &numbers[1], &fault));
	diversity_begin(diversity);
	diversity_person(diversity);
	for (int i = 0; i < 10; i++)
		diversity_values(diversity, &numbers[0]);
	diversity_values(diversity, &numbers[1]);
	diversity_values(diversity, &numbers[0]);
	CHECK(judge() == 0);
	/* the next class knows nothing of it */
	diversity_begin(diversity);
	diversity_person(diversity);
	diversity_values(diversity, &numbers[0]);
	CHECK(judge() == SHORT_OF_L);
}

static void
test_too_many(void)
{
	struct privacy privacy = { .k = 2, .sensitive_count = 1 };
	struct fault fault = { { 0 } };
	uint32_t number;
	unsigned count = 0;
	char text[16];

	privacy.sensitive[0] =
	    (struct privacy_sensitive){ "value", 2, PRIVACY_DISTINCT, -1, PRIVACY_EQUAL };
	diversity_free(diversity);
	diversity = diversity_new(&privacy, 100000);
	do
		snprintf(text, sizeof text, "%u", count);
	while (diversity_number(diversity, 0, field_of(text), &number, &fault) && number == count++
	    && count < 100000);
	CHECK(count > 500 && count < 5000);
	CHECK(diversity_memory(diversity) <= 100000);
	CHECK(strstr(fault.message, "'value' has too many different values") != NULL);
	CHECK(diversity_number(diversity, 0, field_of("7"), &number, &fault) && number == 7);
}

int
main(void)
{
	test_l();
	test_ordered();
	test_random();
	test_equal();
	test_people();
	test_too_many();
	diversity_free(diversity);
	return unit_done();
}
