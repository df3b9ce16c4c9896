/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * validate: the fast ways agree with the slow ones: shapes with PCRE2.
 */
#include "../../filters/lib/pattern.h"
#include "../../filters/validate/type/shape.h"

#include "draw.h"
#include "unit.h"

static void
test_shapes(void)
{
	static const char *const sources[] = { "^P[0-9]{6}$", "R[0-9]{7,}", "[A-Z]{2}[0-9]+",
		"ORG[0-9]{2,}", "P\\d{3}", "[A-Za-z_]*", "P?000", "-[0-9.]{1,4}", "", "^$", "A{0}z",
		"[\\-0]+1", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "\\+[\\d.]{2}7", "2024-0[12]-?",
		"[A-]+" };
	static const char *const declined[] = { "a|b", "(P)", "P.", "[^0-9]", "P*R*", "P+?", "\\w",
		"P{2}{3}", "[[:digit:]]", "P{", "[", "[]", "[z-a]", "P\\", "a$b", "^^", "\xC3\xA9",
		"[\\d-z]", "(?i)p", "*", "P{3,2}", "[a" };
	struct fault fault;

	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
		struct field source = field_of(sources[i]);
		struct pattern *pattern = pattern_new(source, PATTERN_WHOLE, &fault);
		struct shape shape;
		unsigned wrong = 0;
		unsigned matched = 0;
		bool taken = shape_compile(&shape, source);

		CHECK(pattern != NULL);
		/* the last one is for PCRE2 */
		CHECK(taken == (i + 1 < sizeof sources / sizeof *sources));
		for (unsigned round = 0; taken && round < 100000; round++) {
			char room[32];
			struct field value = draw_text(room, sizeof room);
			bool yes = pattern_find(pattern, value, 0, NULL) == PATTERN_YES;
			bool ascii = true;

			for (size_t j = 0; j < value.length; j++)
				ascii = ascii && (unsigned char)value.data[j] < 128;
			matched += yes;
			/* \d is more than ASCII to PCRE2: no is asked again, yes has to be right */
			wrong += ascii ? shape_match(&shape, value) != yes
			               : shape_match(&shape, value) && !yes;
		}
		CHECK(wrong == 0);
		CHECK(!taken || matched > 0 || strlen(sources[i]) > 8);
		pattern_free(pattern);
	}
	for (size_t i = 0; i < sizeof declined / sizeof *declined; i++) {
		struct shape shape;

		CHECK(!shape_compile(&shape, field_of(declined[i])));
	}
}

int
main(void)
{
	test_shapes();
	return unit_done();
}
