/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the reading of an earlier run record: any bytes as one, compared with a
 * profile of three records.
 */
#include "../../filters/validate/drift/drift.h"

#include "fuzz_file.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char schema_text[] =
    "{\"name\":\"s\",\"fields\":[{\"name\":\"a\",\"mhsw\":{\"codes\":true}},{\"name\":\"b\","
    "\"constraints\":{\"enum\":[\"x\",\"y\"]}}]}";

/* Every notice has a code of drift and words on one line. */
static void
listen(void *context, const struct breach *breach, uint64_t count, const char *file,
    const char *detail)
{
	(void)context;
	if (breach->code < FINDING_DRIFT_RECORDS || breach->code > FINDING_DRIFT_COLUMNS
	    || count == 0 || file != NULL || *detail == '\0')
		abort();
	for (; *detail != '\0'; detail++)
		if ((unsigned char)*detail < ' ')
			abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct field values[3][2] = { { { "c1", 2 }, { "x", 1 } },
		{ { "c2", 2 }, { "", 0 } }, { { "", 0 }, { "z", 1 } } };
	static const unsigned char states[3][2] = { { CELL_VALUE, CELL_VALUE },
		{ CELL_VALUE, CELL_MISSING }, { CELL_MISSING, CELL_VALUE } };
	char schema_path[64];
	char record_path[64];
	int descriptors[2] = { fuzz_file(schema_text, sizeof schema_text - 1, schema_path),
		fuzz_file(data, size, record_path) };
	struct fault fault = { 0 };
	struct schema schema;
	struct profile profile;
	struct drift drift;

	if (!schema_open(&schema, schema_path, &fault) || !profile_open(&profile, &schema, &fault))
		abort();
	for (size_t i = 0; i < 3; i++)
		profile_add(&profile, &(struct cells){ values[i], states[i] });
	if (drift_open(&drift, &schema, record_path, &fault))
		drift_compare(&drift, &profile, listen, NULL);
	else if (fault.message[0] == '\0')
		abort();
	drift_close(&drift);
	profile_close(&profile);
	schema_close(&schema);
	close(descriptors[0]);
	close(descriptors[1]);
	return 0;
}
