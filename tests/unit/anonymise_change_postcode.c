/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of postcodes: their shapes, their parts, in any writing. */
#include "../../filters/anonymise/change/change.h"
#include "../../filters/lib/table.h"

#include "anonymise_change.h"
#include "unit.h"

static const struct {
	const char *value;
	const char *levels[4]; /* unit, sector, district, area */
} parts[] = {
	{ "NG1 1AA", { "NG1 1AA", "NG1 1", "NG1", "NG" } },
	{ "ng11aa", { "NG1 1AA", "NG1 1", "NG1", "NG" } },
	{ " Ng1\xC2\xA0 1 a-a ", { "NG1 1AA", "NG1 1", "NG1", "NG" } },
	{ "M1 1AE", { "M1 1AE", "M1 1", "M1", "M" } },
	{ "B33 8TH", { "B33 8TH", "B33 8", "B33", "B" } },
	{ "CR2 6XH", { "CR2 6XH", "CR2 6", "CR2", "CR" } },
	{ "DN55 1PT", { "DN55 1PT", "DN55 1", "DN55", "DN" } },
	{ "W1A0AX", { "W1A 0AX", "W1A 0", "W1A", "W" } },
	{ "ec1a1bb", { "EC1A 1BB", "EC1A 1", "EC1A", "EC" } },
	{ "JE2 3AB", { "JE2 3AB", "JE2 3", "JE2", "JE" } },
	{ "GY10 1SF", { "GY10 1SF", "GY10 1", "GY10", "GY" } },
	{ "IM99 1AB", { "IM99 1AB", "IM99 1", "IM99", "IM" } },
	{ "gir 0aa", { "GIR 0AA", "GIR 0", "GIR", "GIR" } },
	{ "BF1 3AA", { "BF1 3AA", "BF1 3", "BF1", "BF" } },
	{ "bfpo58", { "BFPO 58", "BFPO", "BFPO", "BF" } },
	{ "BFPO 1234", { "BFPO 1234", "BFPO", "BFPO", "BF" } },
	/* the NHS's pseudo-postcodes: no fixed abode, England without more, abroad */
	{ "ZZ99 3VZ", { "ZZ99 3VZ", "ZZ99 3", "ZZ99", "ZZ" } },
	{ "zz993cz", { "ZZ99 3CZ", "ZZ99 3", "ZZ99", "ZZ" } },
	/* parts of one pass on their level and above it */
	{ "NG1 1", { "FAILED", "NG1 1", "NG1", "NG" } },
	{ "B1 2", { "FAILED", "B1 2", "B1", "B" } },
	{ "B12", { "FAILED", "FAILED", "B12", "B" } },
	{ "w1a", { "FAILED", "FAILED", "W1A", "W" } },
	{ "ZZ99", { "FAILED", "FAILED", "ZZ99", "ZZ" } },
	{ "BFPO", { "FAILED", "BFPO", "BFPO", "BF" } },
	{ "GIR", { "FAILED", "FAILED", "GIR", "GIR" } },
	{ "GIR 0", { "FAILED", "GIR 0", "GIR", "GIR" } },
	{ "NG", { "FAILED", "FAILED", "FAILED", "NG" } },
	{ "ZZ", { "FAILED", "FAILED", "FAILED", "ZZ" } },
	/* none */
	{ "QN1 1AA", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ "NI1 1AA", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ "NG1 1CA", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ "NG1 1AO", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ "NG111 1AA", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ "GIR 1AA", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ "GIR 5", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ "BFPO 12345", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ "ZZ98 3VZ", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ "NG1 1AA.", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ "NG1 1AA NG1 1AA", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ "90210", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ "not known", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ "NGX", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ " ", { "FAILED", "FAILED", "FAILED", "FAILED" } },
	{ "NG1 1A\xC3\x89", { "FAILED", "FAILED", "FAILED", "FAILED" } },
};

static void
test_parts(struct one_change *one)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		for (unsigned level = 0; level < 4; level++)
			CHECK_TEXT(
			    change_at(one, level, parts[i].value, ""), parts[i].levels[level]);
}

/* The vectors of a public library, where they say anything: all of them hold. */
static void
test_vectors(struct one_change *one)
{
	const char *folder = getenv("MHSW_SHARED_DATA");
	struct fault fault;
	struct table *table;
	char path[512];

	snprintf(path, sizeof path, "%s/deidentify/postcode/ideal_postcodes.csv",
	    folder != NULL ? folder : "../shared/data");
	table = table_load(path, &fault);
	if (table == NULL) {
		unit_skip("the open data is not beside this checkout");
		return;
	}
	for (size_t row = 0; row < table_rows(table); row++) {
		char value[64];
		struct field valid = table_cell(table, row, table_column(table, "valid"));
		struct field whole = table_cell(table, row, table_column(table, "normalised"));
		struct field outward = table_cell(table, row, table_column(table, "outcode"));
		struct field input = table_cell(table, row, table_column(table, "input"));

		snprintf(value, sizeof value, "%.*s", (int)input.length, input.data);
		if (valid.length != 0)
			CHECK((strcmp(change_at(one, 0, value, ""), "FAILED") != 0)
			    == field_is(valid, "true"));
		if (whole.length != 0)
			CHECK(field_is(whole, change_at(one, 0, value, "")));
		if (outward.length != 0)
			CHECK(field_is(outward, change_at(one, 2, value, "")));
	}
	table_free(table);
}

int
main(void)
{
	struct one_change one;

	open_change(&one, "{\"action\":\"generalise\",\"to\":\"district\"}");
	CHECK_TEXT(change_kind(one.change), "postcode");
	CHECK(change_levels(one.change) == 4 && change_level(one.change) == 2);
	test_parts(&one);
	test_vectors(&one);
	CHECK(change_settled(one.change, field_of("NG1")));
	CHECK(!change_settled(one.change, field_of("ng1")));
	CHECK(!change_settled(one.change, field_of("NG1 1")));
	CHECK(!change_settled(one.change, field_of("NG")));
	close_change(&one);
	return unit_done();
}
