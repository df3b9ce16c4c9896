/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * validate_keys: unique fields and keys, foreign keys, and what determines what,
 * over the records of a schema.
 */
#include "open_keys.h"

static void
test_unique(void)
{
	CHECK(open_keys("{\"fields\":[{\"name\":\"a\",\"constraints\":{\"unique\":true}},"
	                "{\"name\":\"b\",\"type\":\"integer\",\"constraints\":{\"unique\":true},"
	                "\"mhsw\":{\"severity\":{\"unique\":\"warning\"}}}],"
	                "\"primaryKey\":\"a\",\"uniqueKeys\":[[\"a\"],[\"a\",\"b\"],[\"b\"]]}",
	    NULL, 0));
	/* what is the same key is said once */
	CHECK(keys.count == 3);
	CHECK_TEXT(rule(0), "primaryKey a");
	CHECK_TEXT(rule(1), "unique");
	CHECK_TEXT(rule(2), "uniqueKeys a, b");
	CHECK(keys_file(&keys, 0) == NULL);
	CHECK(!keys_look_back(&keys));
	CHECK_TEXT(JUDGE("x|1", "y|01", "x|2", "|1", "z|", "|", "w|q", "z|"),
	    "- wE401/1/1/1 E402/0/0/1 wE401/1/1/1 - - - E402/0/0/5 ");
	close_keys();
}

static void
test_unique_keys(void)
{
	CHECK(open_keys("{\"fields\":[{\"name\":\"a\"},{\"name\":\"b\"},{\"name\":\"c\"}],"
	                "\"uniqueKeys\":[[\"a\",\"b\"],[\"c\"]]}",
	    NULL, 0));
	CHECK_TEXT(JUDGE("a|bc|", "ab|c|", "a||", "a||", "|bc|1", "a|bc|1", "ab|c|"),
	    "- - - - - E403/0/0/1 E403/2/1/5 E403/0/0/2 ");
	close_keys();
	CHECK_TEXT(fault_of("{\"fields\":[{\"name\":\"a\"}],\"uniqueKeys\":[\"a\"]}", NULL),
	    "schema.json: at /uniqueKeys/0: a list of fields is expected");
	CHECK_TEXT(fault_of("{\"fields\":[{\"name\":\"a\"}],\"uniqueKeys\":[]}", NULL),
	    "schema.json: at /uniqueKeys: an array with at least one element is expected");
	CHECK_TEXT(fault_of("{\"fields\":[{\"name\":\"team\"}],\"uniqueKeys\":[[\"teem\"]]}", NULL),
	    "schema.json: at /uniqueKeys/0/0: no field has this name, did you mean 'team'?");
}

static void
test_limit(void)
{
	static const char text[] = "{\"fields\":[{\"name\":\"a\"},{\"name\":\"b\"}],"
	                           "\"uniqueKeys\":[[\"a\"],[\"b\"]]}";

	CHECK(open_keys(text, NULL, 3));
	CHECK_TEXT(JUDGE("1|1", "2|1", "2|1"), "- E403/1/1/1 E403/0/0/2 E403/1/1/1 ");
	CHECK_TEXT(fault.message, "");
	close_keys();
	CHECK(open_keys(text, NULL, 3));
	CHECK_TEXT(JUDGE("1|1", "2|2"), "- failed ");
	CHECK_TEXT(fault.message,
	    "more than 3 keys to remember; raise --max-keys or take a key off the schema");
	close_keys();
}

#define FOREIGN(fields, reference)                                                                 \
	"{\"fields\":[{\"name\":\"a\"},{\"name\":\"b\",\"type\":\"integer\","                      \
	"\"missingValues\":[\"\",\"-\"]}],\"foreignKeys\":[{\"fields\":" fields                    \
	",\"reference\":{" reference "}}]}"

static void
test_foreign(void)
{
	write_file("teams.csv", "code,number\nA,1\n\"B,\",02\nC,\nC,x\nA,1\n,3\n");
	CHECK(open_keys(FOREIGN("\"a\"", "\"resource\":\"teams\",\"fields\":\"code\""), NULL, 0));
	CHECK_TEXT(rule(0), "foreignKey a -> teams (code)");
	CHECK(keys_file(&keys, 0) != NULL);
	CHECK(keys.held == 3);
	CHECK_TEXT(
	    JUDGE("A|", "B,|", "|", "D|", "D|", "a|"), "- - - E404/0/0/0 E404/0/0/0 E404/0/0/0 ");
	close_keys();
	CHECK(open_keys(
	    FOREIGN("[\"b\",\"a\"]", "\"resource\":\"teams.csv\",\"fields\":[\"number\",\"code\"]"),
	    NULL, 0));
	CHECK_TEXT(rule(0), "foreignKeys b, a -> teams.csv (number, code)");
	CHECK_TEXT(JUDGE("A|001", "B,|2", "A|2", "C|", "C|-", "C|x", "|9", "C|3"),
	    "- - E404/1/0/0 - - - - E404/1/0/0 ");
	close_keys();
	/* the file's rows count too, and the fault says where */
	CHECK(!open_keys(FOREIGN("\"a\"", "\"resource\":\"teams\",\"fields\":\"code\""), NULL, 2));
	CHECK(strstr(fault.message, "teams.csv:4: more than 2 keys to remember; ") != NULL);
	close_keys();
}

static void
test_itself(void)
{
	CHECK(open_keys(FOREIGN("\"a\"", "\"resource\":\"\",\"fields\":\"a\""), NULL, 0));
	CHECK_TEXT(rule(0), "foreignKey a -> this table (a)");
	close_keys();
	CHECK(open_keys("{\"fields\":[{\"name\":\"id\"},{\"name\":\"parent\"}],\"foreignKeys\":[{"
	                "\"fields\":\"parent\",\"reference\":{\"fields\":\"id\"}}]}",
	    NULL, 0));
	CHECK(keys_look_back(&keys));
	CHECK(keys_file(&keys, 0) == NULL);
	CHECK_TEXT(JUDGE("1|2", "2|", "3|4", "2|3", "|3"), "- - E404/1/0/0 - - ");
	close_keys();
	CHECK_TEXT(fault_of(FOREIGN("\"a\"", "\"fields\":\"b\""), NULL),
	    "schema.json: at /foreignKeys/0/reference/fields: field 'b' is of another type than "
	    "field 'a', which refers to it");
}

static void
test_foreign_faults(void)
{
	struct filter_list references = { { "teams=" }, 1 };

	write_file("teams.csv", "code,number\nA,1\n");
	CHECK_TEXT(fault_of(FOREIGN("\"a\"", "\"resource\":\"tems\",\"fields\":\"code\""), NULL),
	    "schema.json: at /foreignKeys/0/reference/resource: there is neither a file 'tems' "
	    "nor 'tems.csv' beside the schema; say --reference tems=FILE");
	CHECK_TEXT(
	    fault_of(
	        FOREIGN("\"a\"", "\"resource\":\"https://a/b.csv\",\"fields\":\"code\""), NULL),
	    "schema.json: at /foreignKeys/0/reference/resource: nothing is read from the network; "
	    "save the table and say --reference NAME=FILE");
	CHECK_TEXT(fault_of(FOREIGN("\"a\"", "\"resource\":\"teams\",\"fields\":\"cod\""), NULL),
	    "teams.csv:1: no column 'cod'; did you mean 'code'?");
	CHECK_TEXT(
	    fault_of(FOREIGN("\"a\"", "\"resource\":\"teams\",\"fields\":[\"code\",\"b\"]"), NULL),
	    "schema.json: at /foreignKeys/0/reference/fields: as many fields are expected as "
	    "refer to them (1)");
	CHECK_TEXT(fault_of(FOREIGN("\"a\"", "\"resource\":\"teams\""), NULL),
	    "schema.json: at /foreignKeys/0/reference/fields: is missing: a text is expected");
	references.values[0] = "team=x.csv";
	CHECK_TEXT(
	    fault_of(FOREIGN("\"a\"", "\"resource\":\"teams\",\"fields\":\"code\""), &references),
	    "--reference team=x.csv: no foreign key of the schema refers to a table of this name");
	references.values[0] = "teams";
	CHECK_TEXT(
	    fault_of(FOREIGN("\"a\"", "\"resource\":\"teams\",\"fields\":\"code\""), &references),
	    "--reference: NAME=FILE is expected");
	references = (struct filter_list){ { "teams=x.csv", "teams=y.csv" }, 2 };
	CHECK_TEXT(
	    fault_of(FOREIGN("\"a\"", "\"resource\":\"teams\",\"fields\":\"code\""), &references),
	    "--reference teams=... is given twice");
}

static void
test_reference(void)
{
	struct filter_list references = { { NULL }, 1 };
	char text[128];

	write_file("here.csv", "code\nZ\n");
	snprintf(text, sizeof text, "https://a/?b=c=%s", path_of("here.csv"));
	references.values[0] = text;
	CHECK(open_keys(FOREIGN("\"a\"", "\"resource\":\"https://a/?b=c\",\"fields\":\"code\""),
	    &references, 0));
	CHECK_TEXT(keys_file(&keys, 0), path_of("here.csv"));
	CHECK_TEXT(JUDGE("Z|", "A|"), "- E404/0/0/0 ");
	close_keys();
}

#define DETERMINES(members)                                                                        \
	"{\"fields\":[{\"name\":\"a\"},{\"name\":\"b\",\"type\":\"integer\"},{\"name\":\"c\"}],"   \
	"\"mhsw\":{\"determines\":[{" members "}]}}"

static void
test_determines(void)
{
	CHECK(open_keys(DETERMINES("\"parent\":\"a\",\"child\":\"b\""), NULL, 0));
	CHECK_TEXT(rule(0), "determines a -> b");
	CHECK_TEXT(JUDGE("x|1|", "y|1|", "x|01|", "x|2|", "x||", "x|q|", "|2|", "z||", "z|3|",
	               "z|4|", "x|2|"),
	    "- - - E407/1/0/1 - - - - - E407/1/0/9 E407/1/0/1 ");
	close_keys();
	CHECK(open_keys(
	    DETERMINES("\"parent\":[\"a\",\"c\"],\"child\":\"b\",\"severity\":\"warning\""), NULL,
	    0));
	CHECK_TEXT(rule(0), "determines a, c -> b");
	CHECK_TEXT(JUDGE("a|1|bc", "ab|2|c", "a|2|bc", "ab|2|c"), "- - wE407/1/0/1 - ");
	close_keys();
	CHECK_TEXT(fault_of(DETERMINES("\"parent\":[\"a\",\"c\"],\"child\":\"c\""), NULL),
	    "schema.json: at /mhsw/determines/0/child: a field cannot determine itself");
	CHECK_TEXT(fault_of(DETERMINES("\"parent\":\"a\""), NULL),
	    "schema.json: at /mhsw/determines/0/child: is missing: a text is expected");
	CHECK_TEXT(fault_of(DETERMINES("\"child\":\"a\""), NULL),
	    "schema.json: at /mhsw/determines/0/parent: is missing: a text is expected");
}

static void
test_duplicates(void)
{
	CHECK(open_keys("{\"fields\":[{\"name\":\"a\"},{\"name\":\"b\",\"type\":\"integer\"}],"
	                "\"mhsw\":{\"duplicates\":\"warning\"}}",
	    NULL, 3));
	CHECK(keys.count == 1);
	CHECK_TEXT(rule(0), "duplicates");
	CHECK_TEXT(JUDGE("x|1", "x|01", "|", "|", "x|"), "- wE408/-1/0/1 - wE408/-1/0/3 - ");
	CHECK_TEXT(JUDGE("y|"), "failed ");
	close_keys();
	/* a single field that is missing is a record too */
	CHECK(open_keys(
	    "{\"fields\":[{\"name\":\"a\"}],\"mhsw\":{\"duplicates\":\"error\"}}", NULL, 0));
	CHECK_TEXT(JUDGE("", "x", "", "x"), "- - E408/-1/0/1 E408/-1/0/2 ");
	close_keys();
}

static void
test_one_per_file(void)
{
	CHECK(open_keys("{\"fields\":[{\"name\":\"a\",\"mhsw\":{\"onePerFile\":true}},"
	                "{\"name\":\"b\",\"type\":\"integer\",\"mhsw\":{\"onePerFile\":false}}]}",
	    NULL, 1));
	CHECK(keys.count == 1);
	CHECK_TEXT(rule(0), "onePerFile");
	CHECK_TEXT(JUDGE("|1", "x|2", "x|", "|3", "y|4", "x|5"), "- - - - E409/0/0/2 - ");
	keys_begin_file(&keys);
	CHECK_TEXT(JUDGE("y|4", "x|5"), "- E409/0/0/1 ");
	close_keys();
}

int
main(void)
{
	static const char *const files[] = { "schema.json", "teams.csv", "here.csv" };

	begin_folder();
	test_unique();
	test_unique_keys();
	test_limit();
	test_foreign();
	test_itself();
	test_foreign_faults();
	test_reference();
	test_determines();
	test_duplicates();
	test_one_per_file();
	end_folder(files, sizeof files / sizeof *files);
	return unit_done();
}
