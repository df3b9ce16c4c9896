/* SPDX-License-Identifier: GPL-3.0-or-later */
/* work: which functions of the role framework there are. */
#include "work.h"

const char *const work_functions[WORK_KINDS] = { "A.i", "A.ii", "A.iii", "A.iv", "A.v", "A.vi",
	"A.vii", "A.viii", "A.ix", "A.x", "A.xi", "B.i", "B.ii", "B.iii", "B.iv", "C.i", "C.ii",
	"C.iii", "C.iv", "C.v", "C.vi", "D.i", "D.ii", "D.iii", "D.iv", "E.i", "E.ii", "E.iii",
	"E.iv", "E.v", "", "", "", "" };

bool
work_is_outside(unsigned kind)
{
	return kind >= WORK_FUNCTIONS;
}

unsigned
work_role(unsigned kind)
{
	return (unsigned)(work_functions[kind][0] - 'A');
}

unsigned
work_of_role(unsigned role, struct random *random)
{
	static const unsigned starts[WORLD_ROLES + 1] = { 0, 11, 15, 21, 25, 30 };
	unsigned count = starts[role + 1] - starts[role];
	unsigned first = random_below(random, count);
	unsigned second = random_below(random, count);

	return starts[role] + (first < second ? first : second);
}

unsigned
work_outside(struct random *random)
{
	/* administration twice as often as each of the others */
	unsigned kind = random_below(random, WORK_OUTSIDE + 1);

	return WORK_FUNCTIONS + (kind == WORK_OUTSIDE ? 0 : kind);
}
