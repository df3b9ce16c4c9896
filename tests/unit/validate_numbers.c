/* SPDX-License-Identifier: GPL-3.0-or-later */
/* validate: numbers, what each becomes in the stream and under which note. */
#include "expected_values.h"

static void
test_numbers(void)
{
	const enum finding_code rewritten = FINDING_NUMBER_REWRITTEN;
	const struct expected plain[] = {
		{ "1", "1", FINDING_NONE },
		{ "007", "007", FINDING_NONE },
		{ "+1.50", "+1.50", FINDING_NONE },
		{ "-0", "-0", FINDING_NONE },
		{ " 1\t", "1", FINDING_TRIMMED },
		{ "1.", "1", rewritten },
		{ ".5", "0.5", rewritten },
		{ " -.5", "-0.5", rewritten },
		{ "1E5", "100000", rewritten },
		{ "1e-5", "0.00001", rewritten },
		{ "-12.50E1", "-125.0", rewritten },
		{ "12.345E+1", "123.45", rewritten },
		{ "0E99999999999999999999", "0", rewritten },
		{ "1E59", "100000000000000000000000000000000000000000000000000000000000",
		    rewritten },
		{ "1E60", NULL, FINDING_NUMBER },
		{ "1E-60", "0.000000000000000000000000000000000000000000000000000000000001",
		    rewritten },
		{ "1E-61", NULL, FINDING_NUMBER },
		{ "1E99999999999999999999", NULL, FINDING_NUMBER },
		{ "nan", "NaN", FINDING_SPECIAL_NUMBER },
		{ "NaN", "NaN", FINDING_SPECIAL_NUMBER },
		{ "Inf", "INF", FINDING_SPECIAL_NUMBER },
		{ "-inf", "-INF", FINDING_SPECIAL_NUMBER },
		{ "+INF", NULL, FINDING_NUMBER },
		{ "infinity", NULL, FINDING_NUMBER },
		{ "1,5", NULL, FINDING_NUMBER },
		{ "5%", NULL, FINDING_NUMBER },
		{ "1 000", NULL, FINDING_NUMBER },
		{ "0x10", NULL, FINDING_NUMBER },
		{ "1E", NULL, FINDING_NUMBER },
		{ "E5", NULL, FINDING_NUMBER },
		{ ".", NULL, FINDING_NUMBER },
		{ "-", NULL, FINDING_NUMBER },
		{ "--1", NULL, FINDING_NUMBER },
		{ "1-", NULL, FINDING_NUMBER },
		{ " ", NULL, FINDING_NUMBER },
		{ "\xD9\xA1", NULL, FINDING_NUMBER },
		END,
	};
	const struct expected grouped[] = {
		{ "1,000", "1000", rewritten },
		{ "-12,345,678.90", "-12345678.90", rewritten },
		{ "12,34,567", "1234567", rewritten },
		{ "1000.5", "1000.5", FINDING_NONE },
		{ "1,5", NULL, FINDING_NUMBER },
		{ "1,00", NULL, FINDING_NUMBER },
		{ "1,0000", NULL, FINDING_NUMBER },
		{ "1000,000", NULL, FINDING_NUMBER },
		{ ",100", NULL, FINDING_NUMBER },
		{ "1,,000", NULL, FINDING_NUMBER },
		{ "1,000,", NULL, FINDING_NUMBER },
		{ "1.000,000", NULL, FINDING_NUMBER },
		{ "1,000E2", "100000", rewritten },
		END,
	};
	const struct expected european[] = {
		{ "1.234,5", "1234.5", rewritten },
		{ "1234,5", "1234.5", rewritten },
		{ "1.234", "1234", rewritten },
		{ "1.23", NULL, FINDING_NUMBER },
		{ "12", "12", FINDING_NONE },
		END,
	};
	const struct expected narrow[] = {
		{ "1\xE2\x80\xAF"
		  "234,5",
		    "1234.5", rewritten },
		{ "1 234", NULL, FINDING_NUMBER },
		END,
	};
	const struct expected units[] = {
		{ "\xC2\xA3"
		  "5",
		    "5", rewritten },
		{ "-\xC2\xA3"
		  "5.20",
		    "-5.20", rewritten },
		{ "EUR -5", "-5", rewritten },
		{ "95 %", "95", rewritten },
		{ "12.5kg", "12.5", rewritten },
		{ "12EUR", "12", rewritten },
		{ "1E3 EUR", "1000", rewritten },
		{ "1,234 GBP", "1234", rewritten },
		{ "(5)", NULL, FINDING_NUMBER },
		{ "<5", NULL, FINDING_NUMBER },
		{ "90+", NULL, FINDING_NUMBER },
		{ "5-", NULL, FINDING_NUMBER },
		{ "\xE2\x88\x92"
		  "5",
		    NULL, FINDING_NUMBER },
		{ "5\xC2\xBD", NULL, FINDING_NUMBER },
		{ "- 5-", NULL, FINDING_NUMBER },
		{ "--5", NULL, FINDING_NUMBER },
		{ "-x-5", NULL, FINDING_NUMBER },
		{ "Rs.50", NULL, FINDING_NUMBER },
		{ "5 of 6", NULL, FINDING_NUMBER },
		{ "GBP", NULL, FINDING_NUMBER },
		{ "$.50", NULL, FINDING_NUMBER },
		{ ".50", "0.50", rewritten },
		END,
	};
	const struct expected whole[] = {
		{ "1", "1", FINDING_NONE },
		{ "+00012345678901234567890", "+00012345678901234567890", FINDING_NONE },
		{ " 5 ", "5", FINDING_TRIMMED },
		{ "1.0", NULL, FINDING_INTEGER },
		{ "1E5", NULL, FINDING_EXPONENT },
		{ "9.43E+09", NULL, FINDING_EXPONENT },
		{ "NaN", NULL, FINDING_INTEGER },
		{ "1,000", NULL, FINDING_INTEGER },
		END,
	};
	const struct expected whole_units[] = {
		{ "1,234 people", "1234", rewritten },
		{ "12.5 people", NULL, FINDING_INTEGER },
		{ ".5", NULL, FINDING_INTEGER },
		{ "1E5", NULL, FINDING_EXPONENT },
		END,
	};

	check_values("\"type\":\"number\"", plain);
	check_values("\"type\":\"number\",\"groupChar\":\",\"", grouped);
	check_values("\"type\":\"number\",\"groupChar\":\".\",\"decimalChar\":\",\"", european);
	check_values("\"type\":\"number\",\"groupChar\":\"\\u202f\",\"decimalChar\":\",\"", narrow);
	check_values("\"type\":\"number\",\"bareNumber\":false,\"groupChar\":\",\"", units);
	check_values("\"type\":\"integer\"", whole);
	check_values("\"type\":\"integer\",\"bareNumber\":false,\"groupChar\":\",\"", whole_units);
}

int
main(void)
{
	test_numbers();
	return unit_done();
}
