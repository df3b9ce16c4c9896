/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the attack: any bytes as an output, under each rule, with a total and a nation.
 * One that is refused says why.
 */
#include "../../filters/benchmark/attack/attack.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
attack(struct field bytes, const char *rule)
{
	static const char *const inputs[] = { "fuzz", NULL };
	const struct measures measures = { 0 };
	const struct attack_options options = { disclosure_named(rule), "all", "n", &measures };
	struct filter filter = { .inputs = inputs, .input_count = 1 };
	struct fault fault = { 0 };
	int descriptor = open("/dev/null", O_WRONLY | O_CLOEXEC);

	diag_verbosity(0);
	runrecord_open(&filter.record, "benchmark");
	writer_open(&filter.writer, descriptor, "null");
	reader_open_memory(&filter.reader, bytes, "fuzz");
	if (!(reader_header(&filter.reader, &fault) && attack_run(&filter, &options, &fault))
	    && fault.message[0] == '\0')
		abort();
	reader_close(&filter.reader);
	writer_close(&filter.writer);
	runrecord_close(&filter.record);
	close(descriptor);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const rules[] = { "mhsds", "hes", "ascs", "none" };

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		attack((struct field){ (const char *)data, size }, rules[i]);
	return 0;
}
