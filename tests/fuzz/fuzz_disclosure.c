/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes rules of disclosure: any bytes as a rule's file.  One that is refused says why; under
 * one that is taken each count that shows is among those behind what is published of it, and
 * each that does not is among those that the rule hides.
 */
#include "../../filters/benchmark/disclosure/disclosure.h"
#include "fuzz_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(const struct disclosure *rule)
{
	struct disclosure_range hidden = disclosure_hidden(rule);

	for (uint64_t count = 0; count < 50; count++) {
		struct disclosure_range behind =
		    disclosure_behind(rule, disclosure_count(rule, count));
		int64_t number = (int64_t)count;

		if (disclosure_shows(rule, count) ? number < behind.lower || number > behind.upper
		                                  : number < hidden.lower || number > hidden.upper)
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct disclosure_choice choice = { 0 };
	struct fault fault = { 0 };
	char path[64];
	int descriptor = fuzz_file(data, size, path);

	if (disclosure_read(&choice, path, &fault)) {
		check(&choice.own);
		check(disclosure_for(&choice.own, true, false));
		check(disclosure_for(&choice.own, false, true));
	} else if (fault.message[0] == '\0') {
		abort();
	}
	disclosure_release(&choice);
	close(descriptor);
	return 0;
}
