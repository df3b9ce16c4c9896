/* SPDX-License-Identifier: GPL-3.0-or-later */
/* profile: as it stands in the run record. */
#include "profile.h"

#include <inttypes.h>
#include <stdlib.h>

/* All on one line: an array would have one for each code. */
static void
write_codes(const struct profile_watch *watch, struct runrecord_part row)
{
	uint64_t *codes;
	struct buffer text = { 0 };

	if (watch->given_up) {
		runrecord_part_text(row, "codes", PROFILE_GIVEN_UP);
		return;
	}
	codes = profile_codes(watch);
	for (size_t i = 0; i < watch->count; i++)
		buffer_format(&text, "%s%016" PRIx64, i == 0 ? "" : " ", codes[i]);
	buffer_append(&text, "", 1);
	runrecord_part_text(row, "codes", text.data);
	buffer_release(&text);
	free(codes);
}

void
profile_write(const struct profile *profile, struct runrecord *record)
{
	struct runrecord_part part = runrecord_group(record, "profile");
	struct runrecord_part fields;

	runrecord_part_count(part, "form", PROFILE_FORM);
	runrecord_part_text(part, "schema", profile_schema_name(profile->schema));
	runrecord_part_count(part, "records", profile->records);
	fields = runrecord_part_group(part, "fields");
	for (size_t i = 0; i < profile->schema->count; i++) {
		const struct profile_watch *watch = profile_watch_of(profile, i);
		struct runrecord_part row =
		    runrecord_part_group(fields, profile->schema->fields[i].name);

		runrecord_part_count(row, "missing", profile->missing[i]);
		if (watch != NULL)
			write_codes(watch, row);
	}
}
