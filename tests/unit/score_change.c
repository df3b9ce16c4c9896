/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paired change: figures against those that were worked out apart, with 40 digits
 * (mpmath); of R's `sleep` its documentation has the t test too.
 */
#include "../../filters/lib/student.h"
#include "../../filters/score/change/figures.h"
#include "unit.h"

#include <stdlib.h>

struct golden {
	enum figure_name name;
	double number;
};

static const struct golden sleep[] = {
	{ FIGURE_MEAN_FIRST, 0.75 },
	{ FIGURE_SD_FIRST, 1.7890096577591624 },
	{ FIGURE_MEAN_SECOND, 2.33 },
	{ FIGURE_SD_SECOND, 2.002248735796829 },
	{ FIGURE_CORRELATION, 0.7951702058335778 },
	{ FIGURE_MEAN_CHANGE, 1.58 },
	{ FIGURE_INTERVAL_LOWER, 0.7001142367230172 },
	{ FIGURE_INTERVAL_UPPER, 2.4598857632769828 },
	{ FIGURE_SD_CHANGE, 1.2299954832798732 },
	{ FIGURE_T, 4.0621276833820361 },
	{ FIGURE_DF, 9.0 },
	{ FIGURE_P, 0.0028328901973842727 },
	{ FIGURE_D_Z, 1.2845575625910544 },
	{ FIGURE_D_Z_CORRECTED, 1.1739249035142046 },
	{ FIGURE_D_FIRST, 0.88317019036053775 },
	{ FIGURE_D_FIRST_CORRECTED, 0.80710706215014423 },
	{ FIGURE_RELIABILITY, 0.9 },
	{ FIGURE_STANDARD_ERROR, 0.56573452745572773 },
	{ FIGURE_STANDARD_ERROR_DIFFERENCE, 0.80006944143062426 },
	{ FIGURE_RELIABLE_CHANGE, 1.5681361052040236 },
	{ FIGURE_IMPROVED, 3.0 },
	{ FIGURE_UNCHANGED, 7.0 },
	{ FIGURE_DETERIORATED, 0.0 },
};
static const struct golden thirds[] = {
	{ FIGURE_MEAN_FIRST, 11.698412698416667 },
	{ FIGURE_SD_FIRST, 4.9305351225636255 },
	{ FIGURE_MEAN_SECOND, 10.019841269833333 },
	{ FIGURE_SD_SECOND, 4.5547340516739862 },
	{ FIGURE_CORRELATION, 0.83428915606408559 },
	{ FIGURE_MEAN_CHANGE, -1.6785714285833333 },
	{ FIGURE_INTERVAL_LOWER, -3.428326349271609 },
	{ FIGURE_INTERVAL_UPPER, 0.071183492104942285 },
	{ FIGURE_SD_CHANGE, 2.7539162720202624 },
	{ FIGURE_T, -2.1114447290781069 },
	{ FIGURE_DF, 11.0 },
	{ FIGURE_P, 0.05843036729576248 },
	{ FIGURE_D_Z, -0.60952159135613073 },
	{ FIGURE_D_Z_CORRECTED, -0.56683058327368146 },
	{ FIGURE_D_FIRST, -0.3404440667913876 },
	{ FIGURE_D_FIRST_CORRECTED, -0.31659929966070006 },
	{ FIGURE_RELIABILITY, 0.83 },
	{ FIGURE_STANDARD_ERROR, 2.0329117101147546 },
	{ FIGURE_STANDARD_ERROR_DIFFERENCE, 2.8749713115513678 },
	{ FIGURE_RELIABLE_CHANGE, 5.6349437706406808 },
	{ FIGURE_IMPROVED, 2.0 },
	{ FIGURE_UNCHANGED, 10.0 },
	{ FIGURE_DETERIORATED, 0.0 },
};

/* In tenths, thirds and sevenths: numerator, divisor. */
static const int sleep_first[][2] = { { 7, 10 }, { -16, 10 }, { -2, 10 }, { -12, 10 }, { -1, 10 },
	{ 34, 10 }, { 37, 10 }, { 8, 10 }, { 0, 10 }, { 20, 10 } };
static const int sleep_second[][2] = { { 19, 10 }, { 8, 10 }, { 11, 10 }, { 1, 10 }, { -1, 10 },
	{ 44, 10 }, { 55, 10 }, { 16, 10 }, { 46, 10 }, { 34, 10 } };
static const int thirds_first[][2] = { { 40, 3 }, { 52, 7 }, { 61, 3 }, { 33, 7 }, { 58, 3 },
	{ 71, 7 }, { 26, 3 }, { 95, 7 }, { 47, 3 }, { 80, 7 }, { 19, 3 }, { 66, 7 } };
static const int thirds_second[][2] = { { 31, 3 }, { 45, 7 }, { 40, 3 }, { 35, 7 }, { 57, 3 },
	{ 60, 7 }, { 30, 3 }, { 50, 7 }, { 47, 3 }, { 91, 7 }, { 10, 3 }, { 59, 7 } };

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static struct score
given(decimal_wide numerator, decimal_wide divisor)
{
	return (struct score){ .value = { numerator, divisor }, .band = BAND_NONE };
}

static bool
add(struct pairs *pairs, const char *key, enum pair_round round, struct score score)
{
	unsigned too_long;

	return pairs_add(pairs, field_of(key), round, &score, &too_long) && too_long == 0;
}

/* The pairs with the numbers start, start + step, ...; first or second round first. */
static void
add_all(struct pairs *pairs, const int first[][2], const int second[][2], size_t count,
    size_t start, size_t step, bool turned)
{
	for (size_t i = 0; i < count; i++) {
		size_t at = (start + i * step) % count;
		const int *before = first[at], *after = second[at];
		char key[] = { (char)('a' + at), '\0' };

		if (turned)
			add(pairs, key, ROUND_SECOND, given(after[0], after[1]));
		add(pairs, key, ROUND_FIRST, given(before[0], before[1]));
		if (!turned)
			add(pairs, key, ROUND_SECOND, given(after[0], after[1]));
	}
}

static void
check_golden(const struct change_figures *figures, const struct golden *golden, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct figure *figure = &figures->list[golden[i].name];

		CHECK(figure->state == FIGURE_GIVEN && figure->reason == NULL);
		if (!unit_number(figure->number, golden[i].number, 1e-12, __FILE__, __LINE__,
		        figure_name(golden[i].name)))
			printf("# %s\n", figure_name(golden[i].name));
	}
}

static bool
same_figures(const struct change_figures *a, const struct change_figures *b)
{
	for (enum figure_name name = 0; name < FIGURES; name++)
		if (a->list[name].state != b->list[name].state
		    || memcmp(&a->list[name].number, &b->list[name].number, sizeof(double)) != 0)
			return false;
	return true;
}

static void
check_figures(void)
{
	const struct scale scale = { .lower_better = false }, lower = { .lower_better = true };
	const struct scale_reliability ninety = { 0.9, "instrument", NULL };
	const struct scale_reliability other = { 0.83, "instrument", NULL };
	struct change_figures figures, again;
	struct pairs pairs;

	pairs_init(&pairs, 1);
	add_all(&pairs, sleep_first, sleep_second, COUNT(sleep_first), 0, 1, false);
	change_figures_take(&figures, &pairs, 0, &scale, &ninety);
	check_golden(&figures, sleep, COUNT(sleep));
	/* as R's documentation of `sleep` has it, with the first group as the minuend */
	CHECK_NUMBER(-figures.list[FIGURE_T].number, -4.0621, 1e-5);
	CHECK_NUMBER(figures.list[FIGURE_P].number, 0.002833, 1e-4);
	CHECK_NUMBER(-figures.list[FIGURE_INTERVAL_UPPER].number, -2.4598858, 1e-7);
	CHECK_NUMBER(-figures.list[FIGURE_INTERVAL_LOWER].number, -0.7001142, 1e-7);
	change_figures_take(&again, &pairs, 0, &lower, &ninety);
	CHECK(
	    again.list[FIGURE_IMPROVED].number == 0 && again.list[FIGURE_DETERIORATED].number == 3);
	pairs_release(&pairs);

	pairs_init(&pairs, 1);
	add_all(&pairs, thirds_first, thirds_second, COUNT(thirds_first), 0, 1, false);
	change_figures_take(&figures, &pairs, 0, &lower, &other);
	check_golden(&figures, thirds, COUNT(thirds));
	pairs_release(&pairs);
	/* every order gives the same bits */
	for (size_t start = 0; start < COUNT(thirds_first); start++) {
		pairs_init(&pairs, 1);
		add_all(&pairs, thirds_first, thirds_second, COUNT(thirds_first), start,
		    start % 2 == 0 ? 5 : 7, start % 3 == 0);
		change_figures_take(&again, &pairs, 0, &lower, &other);
		CHECK(same_figures(&figures, &again));
		pairs_release(&pairs);
	}
}

/* Figures that there are none of, and why. */
static void
check_none(void)
{
	const struct scale scale = { 0 };
	const struct scale_reliability reliability = { 0.8, "instrument", NULL };
	const struct scale_reliability none = { NAN, "none", "not known" };
	struct change_figures figures;
	struct pairs pairs;

	pairs_init(&pairs, 1);
	change_figures_take(&figures, &pairs, 0, &scale, &reliability);
	CHECK(figures.list[FIGURE_PAIRS].number == 0);
	CHECK(figures.list[FIGURE_MEAN_CHANGE].state == FIGURE_NONE);
	add(&pairs, "a", ROUND_FIRST, given(1, 1));
	add(&pairs, "a", ROUND_SECOND, given(3, 1));
	change_figures_take(&figures, &pairs, 0, &scale, &reliability);
	CHECK(figures.list[FIGURE_MEAN_CHANGE].number == 2);
	CHECK_TEXT(figures.list[FIGURE_T].reason, "needs at least 2 pairs");
	CHECK_TEXT(figures.list[FIGURE_D_FIRST].reason, "needs at least 2 pairs");
	CHECK_TEXT(figures.list[FIGURE_IMPROVED].reason, "needs at least 2 pairs");
	add(&pairs, "b", ROUND_FIRST, given(4, 1));
	add(&pairs, "b", ROUND_SECOND, given(5, 1));
	change_figures_take(&figures, &pairs, 0, &scale, &none);
	CHECK(figures.list[FIGURE_D_Z].state == FIGURE_GIVEN);
	CHECK_TEXT(figures.list[FIGURE_D_Z_CORRECTED].reason, "needs at least 3 pairs");
	CHECK_NUMBER(figures.list[FIGURE_CORRELATION].number, 1, 1e-15);
	CHECK_TEXT(figures.list[FIGURE_IMPROVED].reason, "not known");
	CHECK_TEXT(figures.list[FIGURE_RELIABILITY].reason, "not known");
	pairs_release(&pairs);

	pairs_init(&pairs, 1);
	for (char key[] = "a"; *key < 'd'; ++*key) {
		add(&pairs, key, ROUND_FIRST, given(2, 3));
		add(&pairs, key, ROUND_SECOND, given(5, 3));
	}
	change_figures_take(&figures, &pairs, 0, &scale, &reliability);
	CHECK(figures.list[FIGURE_SD_CHANGE].state == FIGURE_GIVEN);
	CHECK(figures.list[FIGURE_SD_CHANGE].number == 0);
	CHECK_TEXT(figures.list[FIGURE_T].reason, "all changes are the same");
	CHECK_TEXT(figures.list[FIGURE_D_Z].reason, "all changes are the same");
	CHECK_TEXT(
	    figures.list[FIGURE_CORRELATION].reason, "all scores of the first round are the same");
	CHECK_TEXT(figures.list[FIGURE_RELIABLE_CHANGE].reason,
	    "all scores of the first round are the same");
	pairs_release(&pairs);
}

static void
check_student(void)
{
	/* the same, by gamma functions of 40 digits */
	CHECK_NUMBER(student_correction(2), 0.56418958354775629, 1e-12);
	CHECK_NUMBER(student_correction(3), 0.72360125455826766, 1e-12);
	CHECK_NUMBER(student_correction(10), 0.9227456080530871, 1e-12);
	CHECK_NUMBER(student_correction(300), 0.99749756684385861, 1e-12);
	CHECK_NUMBER(student_correction(1000000), 0.99999924999978125, 1e-12);
	/* Hedges' own approximation is near */
	CHECK_NUMBER(student_correction(20), 1 - 3.0 / 79, 1e-4);
	/* the columns of 0.05 that tables of t have */
	CHECK_NUMBER(student_two_sided(12.7062, 1), 0.05, 1e-5);
	CHECK_NUMBER(student_two_sided(2.2622, 9), 0.05, 1e-4);
	CHECK_NUMBER(student_two_sided(-2.0423, 30), 0.05, 1e-4);
	CHECK_NUMBER(student_two_sided(40, 20), 1.4574696554310764e-20, 1e-12);
	CHECK_NUMBER(student_two_sided(-3, 5), 0.030099247897462574, 1e-12);
	CHECK(student_two_sided(0, 5) == 1);
}

int
main(void)
{
	check_student();
	check_figures();
	check_none();
	return unit_done();
}
