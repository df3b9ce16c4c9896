/* SPDX-License-Identifier: GPL-3.0-or-later */
/* validate_codes: code lists, and when their codes were valid. */
#include "open_keys.h"

#define CODES(type, members, more)                                                                 \
	"{\"fields\":[{\"name\":\"code\",\"type\":\"" type "\",\"mhsw\":{\"codeList\":{"           \
	"\"file\":\"codes.csv\",\"column\":\"code\"" members "}}},"                                \
	"{\"name\":\"day\",\"type\":\"date\"},{\"name\":\"month\",\"type\":\"yearmonth\"}]" more   \
	"}"

static void
test_codes(void)
{
	write_file("codes.csv",
	    "code,from,to\nA,2020-01-01,2020-12-31\nB,,\n"
	    "A,2022-06-15,\nC,,2019-12-31\n");
	CHECK(open_keys(CODES("string", "", ""), NULL, 0));
	CHECK_TEXT(rule(0), "codeList codes.csv (code)");
	CHECK_TEXT(
	    JUDGE("A||", "B||", "|2020-01-01|", "D||", "a||"), "- - - E405/0/0/0 E405/0/0/0 ");
	close_keys();
	CHECK(open_keys(
	    CODES("string", ",\"validFrom\":\"from\",\"validTo\":\"to\",\"on\":\"day\"", ""), NULL,
	    0));
	CHECK_TEXT(rule(0), "codeList codes.csv (code) on day");
	CHECK(keys.held == 3);
	CHECK_TEXT(JUDGE("A|2019-12-31|", "A|2020-01-01|", "A|2020-12-31|", "A|2021-01-01|",
	               "A|2022-06-14|", "A|2022-06-15|", "A|9999-12-31|"),
	    "E406/0/0/0 - - E406/0/0/0 E406/0/0/0 - - ");
	CHECK_TEXT(JUDGE("A||", "A|yesterday|", "B|0001-01-01|", "C|2019-12-31|", "C|2020-01-01|",
	               "D|2020-01-01|", "|2020-01-01|"),
	    "- - - - E406/0/0/0 E405/0/0/0 - ");
	close_keys();
	/* a month in which the code was valid on some day */
	CHECK(open_keys(
	    CODES("string", ",\"validFrom\":\"from\",\"validTo\":\"to\",\"on\":\"month\"", ""),
	    NULL, 0));
	CHECK_TEXT(JUDGE("A||2019-12", "A||2020-01", "A||2020-12", "A||2021-01", "A||2022-05",
	               "A||2022-06"),
	    "E406/0/0/0 - - E406/0/0/0 E406/0/0/0 - ");
	close_keys();
	/* any date will do */
	CHECK(open_keys(CODES("string", ",\"validFrom\":\"from\"", ""), NULL, 0));
	CHECK_TEXT(JUDGE("A|1999-01-01|"), "- ");
	close_keys();
	write_file("codes.csv", "code\n01\n\n2\n");
	CHECK_TEXT(fault_of(CODES("integer", "", ""), NULL), "no fault");
	CHECK(open_keys(CODES("integer", "", ""), NULL, 0));
	CHECK_TEXT(JUDGE("1||", "002||", "3||", "x||"), "- - E405/0/0/0 - ");
	close_keys();
}

static void
test_code_severity(void)
{
	write_file("codes.csv", "code,to\nA,2020-01-01\n");
	CHECK(open_keys("{\"fields\":[{\"name\":\"code\",\"mhsw\":{\"severity\":{"
	                "\"codeList\":\"warning\"},\"codeList\":{\"file\":\"codes.csv\","
	                "\"column\":\"code\",\"validTo\":\"to\",\"on\":\"day\"}}},"
	                "{\"name\":\"day\",\"type\":\"date\"}]}",
	    NULL, 0));
	CHECK_TEXT(JUDGE("A|2020-01-02", "B|2020-01-02"), "wE406/0/0/0 wE405/0/0/0 ");
	close_keys();
}

static void
test_code_faults(void)
{
	static const char from[] = CODES("string", ",\"validFrom\":\"from\",\"on\":\"day\"", "");
	static const char both[] =
	    CODES("string", ",\"validFrom\":\"from\",\"validTo\":\"to\"", "");

	write_file("codes.csv", "code,from,to\n\"A\",2020-01-01,\nB,01/02/2020,\n");
	CHECK_TEXT(fault_of(from, NULL), "codes.csv:3:3: not a date as YYYY-MM-DD");
	write_file("codes.csv", "code,from,to\nA,2020-02-30,\n");
	CHECK_TEXT(fault_of(from, NULL), "codes.csv:2:3: not a date as YYYY-MM-DD");
	write_file("codes.csv", "code,from,to\nA,2020-02-02,2020-02-01\n");
	CHECK_TEXT(
	    fault_of(both, NULL), "codes.csv:2: the code's last day is before its first day");
	write_file("codes.csv", "code,form,to\nA,2020-02-02,2020-02-01\n");
	CHECK_TEXT(fault_of(from, NULL), "codes.csv:1: no column 'from'; did you mean 'form'?");
	write_file("codes.csv", "code,from,to\nx,,\n");
	CHECK_TEXT(fault_of(CODES("integer", "", ""), NULL),
	    "codes.csv:2:1: the code is not of the type of field 'code'");
	CHECK_TEXT(fault_of(CODES("string", ",\"on\":\"day\"", ""), NULL),
	    "schema.json: at /fields/0/mhsw/codeList/on: needs validFrom or validTo to compare "
	    "with");
	CHECK_TEXT(fault_of(CODES("string", ",\"validTo\":\"to\",\"on\":\"code\"", ""), NULL),
	    "schema.json: at /fields/0/mhsw/codeList/on: a field of type date, datetime or "
	    "yearmonth is expected");
	CHECK_TEXT(fault_of(CODES("string", ",\"validto\":\"to\"", ""), NULL),
	    "schema.json: at /fields/0/mhsw/codeList/validto: unknown key, did you mean "
	    "'validTo'?");
	CHECK_TEXT(fault_of(CODES("list", "", ""), NULL),
	    "schema.json: at /fields/0/mhsw/codeList: a list is not one code");
	write_file("codes.csv", "");
	CHECK_TEXT(fault_of(CODES("string", "", ""), NULL), "codes.csv:1: no column 'code'");
	unlink(path_of("codes.csv"));
	CHECK_TEXT(fault_of(CODES("string", "", ""), NULL),
	    "codes.csv: cannot open the table that the schema refers to: No such file or "
	    "directory");
}

int
main(void)
{
	static const char *const files[] = { "schema.json", "codes.csv" };

	begin_folder();
	test_codes();
	test_code_severity();
	test_code_faults();
	end_folder(files, sizeof files / sizeof *files);
	return unit_done();
}
