/* SPDX-License-Identifier: GPL-3.0-or-later */
/* teller: notices, one after the other. */
#include "teller.h"

void
teller_tell(
    struct teller *teller, enum finding_code code, size_t field, uint64_t count, const char *file)
{
	struct breach breach = { .code = code,
		.severity = finding_severity(code),
		.field = field,
		.part = FINDING_NO_PART };

	buffer_append(&teller->words, "", 1);
	teller->tell(teller->context, &breach, count, file, teller->words.data);
	buffer_clear(&teller->words);
}

void
teller_release(struct teller *teller)
{
	buffer_release(&teller->words);
}
