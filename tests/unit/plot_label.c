/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot: where the lines of a label end. */
#include "../../filters/plot/canvas/label.h"
#include "../../filters/plot/canvas/theme.h"

#include "unit.h"

#include <stdlib.h>

/* The lines at the width of so many letters, a bar between them. */
static void
lines_are(const char *text, const char *widest, size_t lines_max, const char *lines)
{
	struct buffer out = { 0 };
	struct label label;

	label_wrap(&label, text, THEME_TEXT, false,
	    label_width(field_of(widest), THEME_TEXT, false), lines_max);
	for (size_t i = 0; i < label.count; i++)
		buffer_format(&out, "%s%s", i == 0 ? "" : "|", label.lines[i]);
	CHECK_TEXT(out.data, lines);
	label_release(&label);
	buffer_release(&out);
}

/* What belongs together stays on one line. */
static void
test_kept(void)
{
	lines_are("Trusted from Mar 2026", "Trusted from Mar", 5, "Trusted from|Mar 2026");
	lines_are("Trusted in Feb\xe2\x80\x93Mar 2026", "Trusted in Feb\xe2\x80\x93Mar", 5,
	    "Trusted in|Feb\xe2\x80\x93Mar 2026");
	lines_are("Trusted on 5 Mar 2026", "Trusted on 5 Mar", 5, "Trusted on|5 Mar 2026");
	lines_are("Trusted in Q1 2026", "Trusted in Q1", 5, "Trusted in|Q1 2026");
	lines_are("Trusted, 2025/26 Q1", "Trusted, 2025/26", 5, "Trusted,|2025/26 Q1");
	lines_are("Trusted in 2025/26", "Trusted in 2025/", 5, "Trusted in|2025/26");
	lines_are("Up to as many as 100 %", "Up to as many as 100", 5, "Up to as many as|100 %");
	lines_are("Trusted, place 9 of 16", "Trusted, place 9 of", 5, "Trusted, place|9 of 16");
	lines_are("Trusted, place 9 of 16", "Trusted, place 9", 5, "Trusted, place|9 of 16");
	lines_are("Units: from 61% to 88%", "Units: from 61%", 5, "Units: from|61% to 88%");
	lines_are(
	    "Percentages (4 or 5 of 5)", "Percentages (4 or 5", 5, "Percentages|(4 or 5 of 5)");
}

/* Other words do not. */
static void
test_broken(void)
{
	lines_are("Trusted by Jan Smith", "Trusted by Jan", 5, "Trusted by Jan|Smith");
	lines_are("Ward 9 of Riverside", "Ward 9 of", 5, "Ward 9 of|Riverside");
	lines_are("north/south", "north/", 5, "north/|south");
	lines_are("Team 5 good", "Team 5", 5, "Team 5|good");
}

/* Where there is no other way, or where the text would be cut, it breaks. */
static void
test_narrow(void)
{
	lines_are("Mar 2026", "2026", 5, "Mar|2026");
	lines_are("Trusted in Mar 2026", "Trusted in Mar", 2, "Trusted in|Mar 2026");
	lines_are("One two Mar 2026 three", "One two Mar", 2, "One two Mar|2026 three");
}

int
main(void)
{
	test_kept();
	test_broken();
	test_narrow();
	return unit_done();
}
