/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers with more decimals than are kept. */
#include "../../filters/lib/decimal.h"
#include "unit.h"

/* Texts that R and spreadsheets write have up to 17 digits behind the point. */
static void
check_near(void)
{
	static const struct {
		const char *text;
		enum decimal_status status;
		int64_t digits;
		unsigned scale;
	} cases[] = {
		{ "3.14", DECIMAL_OK, 314, 2 },
		{ "3.1499999999999999", DECIMAL_OK, 3150000000000000, 15 },
		{ "-3.1499999999999994", DECIMAL_OK, -3149999999999999, 15 },
		{ "0.00000000000000049", DECIMAL_OK, 0, 15 },
		{ "0.0000000000000005", DECIMAL_OK, 1, 15 },
		{ "-0.0000000000000005", DECIMAL_OK, -1, 15 },
		{ "1234.12345678901234567", DECIMAL_OK, 12341234567890123, 13 },
		{ "99999999999999999.96", DECIMAL_OK, 100000000000000000, 0 },
		{ "99999999999999999.4", DECIMAL_OK, 999999999999999994, 1 },
		{ "1234567890123456789.5", DECIMAL_TOO_LONG, 0, 0 },
		{ "12345678901234567890", DECIMAL_TOO_LONG, 0, 0 },
		{ "3.14999999999999990x", DECIMAL_NOT_A_NUMBER, 0, 0 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct decimal decimal = { 0, 0 };

		CHECK(decimal_parse_near(field_of(cases[i].text), &decimal) == cases[i].status);
		if (cases[i].status == DECIMAL_OK)
			CHECK(decimal.digits == cases[i].digits && decimal.scale == cases[i].scale);
	}
}

int
main(void)
{
	check_near();
	return unit_done();
}
