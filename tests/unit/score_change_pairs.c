/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in which round, and what of the figures may be shown. */
#include "../../filters/score/change/figures.h"
#include "unit.h"

static const struct scale_reliability reliability = { 0.5, "instrument", NULL };

static bool
add(struct pairs *pairs, const char *key, enum pair_round round, int score)
{
	const struct score none = { .outcome = SCORE_TOO_FEW, .band = BAND_NONE };
	const struct score scores[] = {
		score < 0 ? none
		          : (struct score){ .value = { score, 1 }, .band = score > 5 ? 1 : 0 },
	};
	unsigned too_long;

	return pairs_add(pairs, field_of(key), round, scores, &too_long);
}

static void
check_kinds(void)
{
	const struct scale scale = { .bands.count = 2 };
	struct change_figures figures;
	const struct figure *list = figures.list;
	struct pairs pairs;

	pairs_init(&pairs, 1);
	add(&pairs, "whole", ROUND_FIRST, 3);
	add(&pairs, "whole", ROUND_SECOND, 7);
	add(&pairs, "first", ROUND_FIRST, 3);
	add(&pairs, "second", ROUND_SECOND, 3);
	add(&pairs, "twice", ROUND_FIRST, 3);
	add(&pairs, "twice", ROUND_FIRST, 3);
	add(&pairs, "twice", ROUND_SECOND, 3);
	/* the second round's several records count too, and a further one changes nothing */
	for (int i = 0; i < 5; i++)
		add(&pairs, "often", ROUND_SECOND, 3);
	add(&pairs, "often", ROUND_FIRST, 3);
	/* who is in one round alone is so, however often */
	add(&pairs, "first twice", ROUND_FIRST, 3);
	add(&pairs, "first twice", ROUND_FIRST, 4);
	add(&pairs, "unscored", ROUND_FIRST, -1);
	add(&pairs, "unscored", ROUND_SECOND, 4);
	CHECK(pairs.count == 7);
	change_figures_take(&figures, &pairs, 0, &scale, &reliability);
	CHECK(list[FIGURE_PAIRS].number == 1);
	CHECK(list[FIGURE_ONLY_FIRST].number == 2);
	CHECK(list[FIGURE_ONLY_SECOND].number == 1);
	CHECK(list[FIGURE_SEVERAL_RECORDS].number == 2);
	CHECK(list[FIGURE_NO_SCORE].number == 1);
	CHECK(list[FIGURE_IN_FIRST].number == 6);
	CHECK(list[FIGURE_IN_SECOND].number == 5);
	CHECK(list[FIGURE_MEAN_CHANGE].number == 4);
	CHECK(figures.moves.counts[0 * 2 + 1] == 1 && figures.moves.counts[0] == 0);
	change_figures_release(&figures);
	pairs_release(&pairs);
}

static void
check_limits(void)
{
	const struct score large = { .value = { 1000000000, 1 }, .band = BAND_NONE };
	const struct scale scale = { 0 };
	struct change_figures figures;
	struct pairs pairs;
	unsigned too_long = 0;

	pairs_init(&pairs, 1);
	CHECK(pairs.most == PAIRS_MAX);
	pairs.most = 2;
	CHECK(add(&pairs, "a", ROUND_FIRST, 1));
	CHECK(add(&pairs, "b", ROUND_FIRST, 1));
	CHECK(!add(&pairs, "c", ROUND_FIRST, 1));
	/* those that are there go on */
	CHECK(add(&pairs, "b", ROUND_SECOND, 1));
	/* 18 digits are kept, with 9 decimals */
	CHECK(pairs_add(&pairs, field_of("a"), ROUND_SECOND, &large, &too_long));
	CHECK(too_long == 1);
	change_figures_take(&figures, &pairs, 0, &scale, &reliability);
	CHECK(figures.list[FIGURE_NO_SCORE].number == 1);
	CHECK(figures.list[FIGURE_PAIRS].number == 1);
	pairs_release(&pairs);
}

/* A scale with so many pairs, of whom so many improved, ... and left out. */
static struct change_figures
made(const unsigned changed[3], unsigned left_out)
{
	struct change_figures figures = { 0 };
	double counts[FIGURES] = { 0 };

	for (size_t i = 0; i < 3; i++) {
		counts[FIGURE_IMPROVED + i] = changed[i];
		counts[FIGURE_PAIRS] += changed[i];
	}
	counts[FIGURE_NO_SCORE] = left_out;
	counts[FIGURE_IN_FIRST] = counts[FIGURE_IN_SECOND] = counts[FIGURE_PAIRS] + left_out;
	for (enum figure_name name = 0; name < FIGURES; name++)
		figures.list[name] = (struct figure){ FIGURE_GIVEN, counts[name], NULL };
	return figures;
}

static bool
hidden(const struct change_figures *figures, enum figure_name first, enum figure_name last)
{
	for (enum figure_name name = first; name <= last; name++)
		if (figures->list[name].state != FIGURE_HIDDEN
		    || figures->list[name].reason == NULL)
			return false;
	return true;
}

/* Whoever sees the figures knows of each hidden count no more than that it may be any of
 * several numbers. */
static void
check_changed(void)
{
	unsigned wrong = 0, seen[13][3][13] = { 0 };

	for (unsigned a = 0; a <= 12; a++)
		for (unsigned b = 0; a + b <= 12; b++)
			for (unsigned c = 0; a + b + c <= 12; c++) {
				const unsigned changed[3] = { a, b, c };
				struct change_figures figures = made(changed, 0);
				bool few = false;

				for (size_t i = 0; i < 3; i++)
					few |= changed[i] > 0 && changed[i] < 5;
				change_figures_hide(&figures, 1);
				if (a + b + c < 5) {
					wrong += !hidden(&figures, 0, FIGURES - 1);
					continue;
				}
				wrong +=
				    hidden(&figures, FIGURE_IMPROVED, FIGURE_DETERIORATED_PERCENT)
				    != few;
				wrong += figures.list[FIGURE_PAIRS].state != FIGURE_GIVEN;
				for (size_t i = 0; few && i < 3; i++)
					seen[a + b + c][i][changed[i]]++;
			}
	CHECK(wrong == 0);
	for (unsigned pairs = 5; pairs <= 12; pairs++)
		for (size_t i = 0; i < 3; i++) {
			unsigned different = 0;

			for (unsigned count = 0; count <= 12; count++)
				different += seen[pairs][i][count] != 0;
			CHECK(different >= 5);
		}
}

/* Who is left out is hidden on all scales or on none. */
static void
check_left_out(void)
{
	const unsigned changed[3] = { 10, 10, 10 }, few[3] = { 1, 1, 1 };
	struct change_figures figures[3] = { made(changed, 7), made(changed, 3), made(changed, 0) };

	change_figures_hide(figures, 3);
	for (size_t i = 0; i < 3; i++) {
		CHECK(hidden(&figures[i], FIGURE_IN_FIRST, FIGURE_IN_SECOND));
		CHECK(hidden(&figures[i], FIGURE_NO_SCORE, FIGURE_NO_SCORE));
		CHECK(figures[i].list[FIGURE_ONLY_FIRST].state == FIGURE_GIVEN);
		CHECK(figures[i].list[FIGURE_PAIRS].state == FIGURE_GIVEN);
		CHECK(figures[i].list[FIGURE_IMPROVED].state == FIGURE_GIVEN);
	}
	for (size_t i = 0; i < 2; i++) {
		figures[i] = made(changed, 7);
		figures[i].list[FIGURE_ONLY_SECOND].number = 4;
	}
	change_figures_hide(figures, 2);
	for (size_t i = 0; i < 2; i++) {
		CHECK(hidden(&figures[i], FIGURE_IN_FIRST, FIGURE_IN_SECOND));
		CHECK(hidden(&figures[i], FIGURE_ONLY_FIRST, FIGURE_SEVERAL_RECORDS));
		CHECK(figures[i].list[FIGURE_NO_SCORE].state == FIGURE_GIVEN);
	}
	figures[0] = made(changed, 7);
	figures[1] = made(changed, 5);
	figures[2] = made(few, 0);
	change_figures_hide(figures, 3);
	CHECK(figures[0].list[FIGURE_NO_SCORE].state == FIGURE_GIVEN);
	CHECK(figures[1].list[FIGURE_IN_FIRST].state == FIGURE_GIVEN);
	CHECK(hidden(&figures[2], 0, FIGURES - 1));
}

static void
check_moves(void)
{
	const unsigned changed[3] = { 10, 10, 10 };
	uint64_t safe[4] = { 5, 0, 20, 5 }, small[4] = { 5, 1, 20, 4 };
	struct change_figures figures[2] = { made(changed, 0), made(changed, 0) };

	figures[0].moves = (struct band_moves){ 2, safe, NULL };
	figures[1].moves = (struct band_moves){ 2, small, NULL };
	change_figures_hide(figures, 2);
	CHECK(figures[0].moves.hidden == NULL);
	CHECK(figures[1].moves.hidden != NULL);
}

static void
add_cell(struct pairs *pairs, unsigned count, int first, int second)
{
	for (unsigned i = 0; i < count; i++) {
		const char key[] = { 'A', (char)('a' + first), (char)('a' + second),
			(char)('a' + i), '\0' };

		add(pairs, key, ROUND_FIRST, first);
		add(pairs, key, ROUND_SECOND, second);
	}
}

/* Of a yes-or-no scale means, deviations and correlation tell the whole table of both
 * rounds: they are shown where no cell of it is small. */
static void
check_two_values(void)
{
	const unsigned sizes[] = { 0, 1, 4, 5, 9 };
	const struct scale scale = { 0 };
	unsigned wrong = 0;

	for (unsigned i = 0; i < 5 * 5 * 5 * 5; i++) {
		const unsigned cells[4] = { sizes[i % 5], sizes[i / 5 % 5], sizes[i / 25 % 5],
			sizes[i / 125] };
		struct change_figures figures;
		bool few = false;
		struct pairs pairs;

		pairs_init(&pairs, 1);
		for (int j = 0; j < 4; j++) {
			add_cell(&pairs, cells[j], j / 2, j % 2);
			few |= cells[j] > 0 && cells[j] < 5;
		}
		change_figures_take(&figures, &pairs, 0, &scale, &reliability);
		change_figures_hide(&figures, 1);
		if (few)
			wrong += !hidden(&figures, FIGURE_MEAN_FIRST, FIGURES - 1);
		else if (i != 0)
			wrong += figures.list[FIGURE_MEAN_FIRST].state != FIGURE_GIVEN;
		pairs_release(&pairs);
	}
	CHECK(wrong == 0);
}

int
main(void)
{
	check_two_values();
	check_kinds();
	check_limits();
	check_changed();
	check_left_out();
	check_moves();
	return unit_done();
}
