/* SPDX-License-Identifier: GPL-3.0-or-later */
/* expected_values: values of a field, and what each becomes in the stream. */
#ifndef TEST_EXPECTED_VALUES_H
#define TEST_EXPECTED_VALUES_H

#include "../../filters/validate/schema/judge.h"
#include "open_schema.h"
#include "unit.h"

/* A value, and what it becomes; NULL: it is bad, and the code says how. */
struct expected {
	const char *value;
	const char *canonical;
	enum finding_code code;
};

#define END                                                                                        \
	{                                                                                          \
		NULL, NULL, FINDING_NONE                                                           \
	}

static inline void
check_values(const char *members, const struct expected *expected)
{
	struct schema schema;
	struct buffer scratch = { 0 };
	struct fault fault;

	CHECK(open_schema(&schema, members, &fault));
	CHECK_TEXT(fault.message, "");
	for (; schema.count != 0 && expected->value != NULL; expected++) {
		struct judgement judgement;
		bool bad = expected->canonical == NULL;
		bool good;

		schema_judge(&schema.fields[0], field_of(expected->value), &scratch, &judgement);
		good = bad ? judgement.count == 1 && judgement.codes[0] == expected->code
		           : judgement.count == 0 && judgement.note == expected->code
		        && field_is(judgement.canonical, expected->canonical);
		if (!good)
			printf("# %s: '%s' became '%.*s', %zu findings, first %s, note %s\n",
			    members, expected->value, (int)judgement.canonical.length,
			    judgement.canonical.data, judgement.count,
			    judgement.count != 0 ? finding_name(judgement.codes[0]) : "-",
			    judgement.note != FINDING_NONE ? finding_name(judgement.note) : "-");
		CHECK(good);
	}
	buffer_release(&scratch);
	schema_close(&schema);
}

#endif
