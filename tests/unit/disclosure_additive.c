/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What counts that add up can be: against every table of small numbers, tried one by one.
 */
#include "../../filters/benchmark/disclosure/additive.h"
#include "unit.h"

#define ROWS    3
#define COLUMNS 3
#define CELLS   (ROWS * COLUMNS)

static unsigned seed = 7;

static unsigned
next(unsigned below)
{
	seed = seed * 1103515245U + 12345U;
	return (seed >> 16) % below;
}

struct square {
	int64_t cells[CELLS];
	struct additive_range ranges[CELLS];
};

static int64_t
margin(const int64_t *cells, size_t line, bool row)
{
	int64_t sum = 0;

	for (size_t i = 0; i < ROWS; i++)
		sum += cells[row ? line * COLUMNS + i : i * COLUMNS + line];
	return sum;
}

static bool
has_margins(const struct square *square, const int64_t *cells)
{
	for (size_t i = 0; i < ROWS; i++)
		if (margin(cells, i, true) != margin(square->cells, i, true)
		    || margin(cells, i, false) != margin(square->cells, i, false))
			return false;
	return true;
}

/* Every table within the ranges with the same margins. */
static void
try_all(const struct square *square, size_t cell, int64_t *cells, struct additive_range *found)
{
	if (cell == CELLS) {
		if (!has_margins(square, cells))
			return;
		for (size_t i = 0; i < CELLS; i++) {
			if (cells[i] < found[i].lower)
				found[i].lower = cells[i];
			if (cells[i] > found[i].upper)
				found[i].upper = cells[i];
		}
		return;
	}
	for (cells[cell] = square->ranges[cell].lower; cells[cell] <= square->ranges[cell].upper;
	     cells[cell]++)
		try_all(square, cell + 1, cells, found);
}

static void
lay(struct additive *additive, const struct square *square)
{
	for (size_t i = 0; i < CELLS; i++)
		additive_variable(additive, square->ranges[i].lower, square->ranges[i].upper);
	for (size_t line = 0; line < ROWS; line++)
		for (int row = 0; row < 2; row++) {
			int64_t sum = margin(square->cells, line, row != 0);

			additive_relation(additive);
			for (size_t i = 0; i < COLUMNS; i++)
				additive_term(additive,
				    row != 0 ? line * COLUMNS + i : i * COLUMNS + line, 1);
			additive_term(additive, additive_variable(additive, sum, sum), -1);
		}
}

static struct square
draw(void)
{
	struct square square;

	for (size_t i = 0; i < CELLS; i++) {
		int64_t cell = next(6);
		bool hidden = next(3) != 0;

		square.cells[i] = cell;
		square.ranges[i] = hidden ? (struct additive_range){ 0, 5 }
		                          : (struct additive_range){ cell, cell };
	}
	return square;
}

static void
check_tables(void)
{
	unsigned narrower = 0, wrong = 0;

	for (unsigned turn = 0; turn < 60; turn++) {
		struct square square = draw();
		struct additive_range found[CELLS];
		struct additive additive = { 0 };
		int64_t cells[CELLS];

		for (size_t i = 0; i < CELLS; i++)
			found[i] = (struct additive_range){ 99, -1 };
		try_all(&square, 0, cells, found);
		lay(&additive, &square);
		CHECK(additive_propagate(&additive));
		for (size_t i = 0; i < CELLS; i++)
			wrong += additive.ranges[i].lower > found[i].lower
			    || additive.ranges[i].upper < found[i].upper;
		additive_exact(&additive, 100, ADDITIVE_MOST);
		for (size_t i = 0; i < CELLS; i++)
			narrower += additive.ranges[i].lower != found[i].lower
			    || additive.ranges[i].upper != found[i].upper;
		additive_release(&additive);
	}
	CHECK(wrong == 0);
	CHECK(narrower == 0);
}

/* Two squares of hidden counts and one count between them: each line has two hidden ones at
 * least, and still the one between is known. */
static void
check_bridge(void)
{
	static const size_t hidden[][2] = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 }, { 2, 2 },
		{ 2, 3 }, { 3, 2 }, { 3, 3 }, { 1, 2 } };
	struct additive additive = { 0 };

	for (size_t i = 0; i < 9; i++)
		additive_variable(&additive, 0, 1000);
	for (size_t line = 0; line < 4; line++)
		for (size_t side = 0; side < 2; side++) {
			int64_t sum = 0;

			additive_relation(&additive);
			for (size_t i = 0; i < 9; i++)
				if (hidden[i][side] == line) {
					additive_term(&additive, i, 1);
					sum += i == 8 ? 3 : 20;
				}
			additive_term(&additive, additive_variable(&additive, sum, sum), -1);
		}
	CHECK(additive_propagate(&additive));
	CHECK(additive.ranges[8].upper > additive.ranges[8].lower);
	additive_exact(&additive, 100, ADDITIVE_MOST);
	CHECK(additive.ranges[8].lower == 3 && additive.ranges[8].upper == 3);
	CHECK(additive.ranges[0].lower == 0 && additive.ranges[0].upper == 40);
	additive_release(&additive);
}

static void
check_enough(void)
{
	struct additive additive = { 0 };

	additive_variable(&additive, 0, 9);
	additive_variable(&additive, 0, 9);
	for (size_t i = 0; i < 2; i++) {
		additive_relation(&additive);
		additive_term(&additive, 0, 1);
		additive_term(&additive, 1, 1);
		additive_term(&additive, additive_variable(&additive, 6, 6), -1);
	}
	CHECK(additive_propagate(&additive));
	CHECK(additive.ranges[0].lower == 0 && additive.ranges[0].upper == 6);
	additive_exact(&additive, 100, 5);
	CHECK(additive.ranges[0].lower == 0 && additive.ranges[0].upper == 6);
	additive_release(&additive);
}

static void
check_contradiction(void)
{
	struct additive additive = { 0 };

	additive_variable(&additive, 0, 4);
	additive_variable(&additive, 5, 9);
	additive_variable(&additive, 20, 20);
	additive_relation(&additive);
	additive_term(&additive, 0, 1);
	additive_term(&additive, 1, 1);
	additive_term(&additive, 2, -1);
	CHECK(additive_contradicts(&additive, 0));
	CHECK(!additive_propagate(&additive));
	additive_release(&additive);
}

int
main(void)
{
	check_tables();
	check_bridge();
	check_enough();
	check_contradiction();
	return unit_done();
}
