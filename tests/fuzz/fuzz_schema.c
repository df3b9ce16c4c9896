/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the schema of validate: any bytes as table.json; where they are one,
 * what stands behind the first NUL, cut at its line ends, as values.  What the
 * fast check passes has to pass the judge and leave as it is.
 */
#include "../../filters/lib/text.h"
#include "../../filters/validate/schema/check.h"
#include "../../filters/validate/schema/judge.h"

#include "fuzz_file.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
compare(const struct schema_field *field, const struct check *check, struct field value,
    struct buffer *scratch)
{
	struct judgement judgement;
	struct buffer rule = { 0 };

	schema_judge(field, value, scratch, &judgement);
	if (check_passes(check, value)
	    && (judgement.count != 0 || judgement.note != FINDING_NONE
	        || !field_equals(judgement.canonical, value)))
		abort();
	for (size_t i = 0; i < judgement.count; i++)
		constraint_rule(&field->constraint, &field->type, judgement.codes[i], &rule);
	buffer_release(&rule);
}

static void
check_values(const struct schema_field *field, const char *data, size_t size)
{
	struct buffer scratch = { 0 };
	struct check check;
	size_t start = 0;

	check_init(&check, field);
	for (size_t i = 0; i <= size; i++) {
		if (i < size && data[i] != '\n')
			continue;
		/* the reader hands out nothing but UTF-8 */
		compare(field, &check,
		    (struct field){ data + start, text_invalid_at(data + start, i - start) },
		    &scratch);
		start = i + 1;
	}
	check_release(&check);
	buffer_release(&scratch);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct schema schema;
	struct fault fault = { 0 };
	const uint8_t *nul = size != 0 ? memchr(data, '\0', size) : NULL;
	size_t length = nul != NULL ? (size_t)(nul - data) : size;
	size_t values = nul != NULL ? length + 1 : size;
	char path[64];
	int descriptor = fuzz_file(data, length, path);

	if (schema_open(&schema, path, &fault)) {
		for (size_t i = 0; i < schema.count; i++)
			check_values(&schema.fields[i], (const char *)data + values, size - values);
	} else if (fault.message[0] == '\0') {
		abort();
	}
	schema_close(&schema);
	close(descriptor);
	return 0;
}
