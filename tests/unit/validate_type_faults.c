/* SPDX-License-Identifier: GPL-3.0-or-later */
/* validate: what a schema may not say of a type. */
#include "../../filters/validate/schema/schema.h"
#include "open_schema.h"
#include "unit.h"

static void
test_faults(void)
{
	static const struct {
		const char *members;
		const char *words;
	} faults[] = {
		{ "\"type\":\"object\"", "/fields/0/type: type 'object' is not supported" },
		{ "\"type\":\"geojson\"", "type 'geojson' is not supported" },
		{ "\"type\":\"text\"", "/fields/0/type" },
		{ "\"type\":\"string\",\"format\":\"wkt\"", "/fields/0/format" },
		{ "\"type\":\"string\",\"format\":\"emial\"", "did you mean 'email'" },
		{ "\"type\":\"integer\",\"format\":\"email\"", "has no other format" },
		{ "\"type\":\"date\",\"format\":\"any\"", "'any' would be a guess" },
		{ "\"type\":\"date\",\"format\":\"fmt:%Y-%m-%d\"",
		    "'fmt:' is of an older version" },
		{ "\"type\":\"date\",\"format\":\"invalid\"", "gives no year" },
		{ "\"type\":\"date\",\"format\":\"\"", "gives no year" },
		{ "\"type\":\"date\",\"format\":\"%m/%Y\"", "gives no whole date" },
		{ "\"type\":\"date\",\"format\":\"%d/%m/%Y %H\"", "a date has no time" },
		{ "\"type\":\"date\",\"format\":\"%d/%m/%Y/%y\"", "'%y' gives what another" },
		{ "\"type\":\"date\",\"format\":\"%d/%m/%Y %j\"", "gives the day twice" },
		{ "\"type\":\"date\",\"format\":\"%x\"", "hangs on the place" },
		{ "\"type\":\"date\",\"format\":\"%Q\"", "'%Q' is not known here" },
		{ "\"type\":\"date\",\"format\":\"%d/%m/%Y%\"", "a letter is expected" },
		{ "\"type\":\"time\",\"format\":\"%Y %H\"", "a time has no date" },
		{ "\"type\":\"time\",\"format\":\"%M\"", "the hour once" },
		{ "\"type\":\"time\",\"format\":\"%I:%M\"", "%I and %p go together" },
		{ "\"type\":\"time\",\"format\":\"%H:%S\"", "leaves out" },
		{ "\"type\":\"datetime\",\"format\":\"%d/%m/%Y\"", "the hour once" },
		{ "\"type\":\"string\",\"groupChar\":\",\"", "/fields/0/groupChar" },
		{ "\"type\":\"integer\",\"decimalChar\":\",\"", "no such member" },
		{ "\"type\":\"number\",\"groupChar\":\".\"", "is the decimal character too" },
		{ "\"type\":\"number\",\"groupChar\":\"\"", "is empty" },
		{ "\"type\":\"number\",\"decimalChar\":\"E\"", "no letter, digit or sign" },
		{ "\"type\":\"number\",\"bareNumber\":\"no\"", "true or false is expected" },
		{ "\"type\":\"list\",\"delimiter\":\"\"", "is empty" },
		{ "\"type\":\"list\",\"itemType\":\"list\"", "/fields/0/itemType" },
		{ "\"type\":\"string\",\"trueValues\":[\"y\"]", "no such member" },
		{ "\"type\":\"boolean\",\"trueValues\":[]", "at least one text is expected" },
		{ "\"type\":\"boolean\",\"trueValues\":[\"0\"]", "both true and false" },
		{ "\"missingValues\":[{\"value\":\"-1\",\"label\":\"x\"},"
		  "{\"value\":\"-2\",\"label\":\"x\"}]",
		    "/fields/0/missingValues/1/label: stands twice" },
		{ "\"type\":\"number\",\"categories\":[1]", "no such member" },
		{ "\"type\":\"string\",\"categoriesOrdered\":true", "no categories" },
		{ "\"type\":\"string\",\"categories\":[]", "at least one value" },
		{ "\"type\":\"string\",\"categories\":[\"a\",\"a\"]", "stands twice" },
		{ "\"type\":\"integer\",\"categories\":[1,{\"value\":1}]", "stands twice" },
		{ "\"type\":\"string\",\"categories\":[1]", "/fields/0/categories/0" },
		{ "\"type\":\"string\",\"categories\":[{\"label\":\"x\"}]", "has no value" },
		{ "\"type\":\"string\",\"categories\":[{\"value\":\"a\",\"label\":\"x\"},"
		  "{\"value\":\"b\",\"label\":\"x\"}]",
		    "/fields/0/categories/1/label: stands twice" },
		{ "\"type\":\"string\",\"categories\":[\"a\"],\"constraints\":{\"enum\":[\"b\"]}",
		    "/fields/0/constraints/enum/0: is none of the categories" },
		{ "\"type\":\"integer\",\"constraints\":{\"jsonSchema\":{}}", "is not supported" },
		{ "\"type\":\"integer\",\"constraints\":{\"minimum\":\"1.5\"}",
		    "a value of type integer is expected" },
		{ "\"type\":\"integer\",\"constraints\":{\"minimum\":1.5}", "a whole number" },
		{ "\"type\":\"number\",\"constraints\":{\"minimum\":\"NaN\"}", "NaN is no bound" },
		{ "\"type\":\"number\",\"constraints\":{\"minimum\":0.12345678901234567}",
		    "write it as a text" },
		{ "\"type\":\"number\",\"constraints\":{\"minimum\":1e300}", "write it as a text" },
		{ "\"type\":\"number\",\"constraints\":{\"minimum\":2,\"maximum\":1}",
		    "is larger than the maximum" },
		{ "\"type\":\"number\",\"constraints\":{\"minimum\":2,\"exclusiveMaximum\":2}",
		    "is not under exclusiveMaximum" },
		{ "\"type\":\"number\",\"constraints\":{\"exclusiveMinimum\":2,\"maximum\":2}",
		    "is not under the maximum" },
		{ "\"type\":\"year\",\"constraints\":{\"minimum\":10000}",
		    "a value of type year is expected" },
		{ "\"type\":\"duration\",\"constraints\":{\"minimum\":4}", "a text is expected" },
		{ "\"type\":\"duration\",\"constraints\":{\"minimum\":\"4\"}",
		    "a value of type duration is expected" },
		{ "\"type\":\"list\",\"constraints\":{\"minimum\":\"4\"}", "no such constraint" },
		{ "\"type\":\"list\",\"constraints\":{\"pattern\":\"4\"}", "no such constraint" },
		{ "\"type\":\"any\",\"constraints\":{\"enum\":[1]}", "a text is expected" },
		{ "\"type\":\"boolean\",\"constraints\":{\"unique\":true}", "no such constraint" },
	};

	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
		struct schema schema;
		struct fault fault;
		bool refused = !open_schema(&schema, faults[i].members, &fault);
		bool good = refused && strstr(fault.message, faults[i].words) != NULL;

		if (!good)
			printf("# %s: %s\n", faults[i].members, fault.message);
		CHECK(good);
		if (!refused)
			schema_close(&schema);
	}
}

int
main(void)
{
	test_faults();
	return unit_done();
}
