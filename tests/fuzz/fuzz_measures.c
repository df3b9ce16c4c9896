/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the measures of benchmark: any bytes as measures.json, and the same
 * bytes as the text of the option of each kind and of a cell of a partition.  A list that is
 * refused says why; one that is taken has an id and its columns for each measure, and no id twice.
 */
#include "../../filters/benchmark/kind/kind.h"
#include "../../filters/lib/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(bool good, const struct measures *measures, const struct fault *fault)
{
	if (!good && fault->message[0] == '\0')
		abort();
	for (size_t i = 0; i < measures->count; i++) {
		const struct measure *measure = &measures->items[i];

		if (measure->id == NULL || measure->id[0] == '\0' || measure->kind == NULL
		    || (measure->columns[MEASURE_ABOVE] == NULL
		        && measure->sides[MEASURE_ABOVE] == NULL)
		    || measure->decimals > DECIMAL_SCALE_MAX || !(measure->multiplier > 0))
			abort();
		for (size_t j = 0; j < i; j++)
			if (strcmp(measure->id, measures->items[j].id) == 0)
				abort();
	}
}

static void
from_file(const uint8_t *data, size_t size)
{
	struct measures measures = { 0 };
	struct fault fault = { 0 };
	int descriptor = memfd_create("measures", MFD_CLOEXEC);
	char path[64];

	if (descriptor < 0 || write(descriptor, data, size) != (ssize_t)size)
		abort();
	snprintf(path, sizeof(path), "/proc/self/fd/%d", descriptor);

	bool good = measures_read(&measures, path, &fault);

	check(good, &measures, &fault);
	measures_release(&measures);
	close(descriptor);
}

static void
from_option(const uint8_t *data, size_t size, const struct kind *kind)
{
	struct measures measures = { 0 };
	struct fault fault = { 0 };
	char *text = xstrndup((const char *)data, size);
	bool good = measures_add_typed(&measures, kind, text, &fault);

	check(good, &measures, &fault);
	measures_release(&measures);
	free(text);
}

/* What a cell of a partition holds: a text that is taken is written again as it was, and a
 * figure can be made of it. */
static void
from_partition(const uint8_t *data, size_t size, const struct kind *kind)
{
	struct field text = { (const char *)data + 1, size - 1 };
	struct measure measure = { .kind = kind, .multiplier = 1, .decimals = 2 };
	struct cell cell = { .records = 9, .count = data[0] & 7, .sum = data[0] >> 3 };
	struct buffer again = { 0 };

	if (kind->load(&cell, text) && !kind->overflows(&cell)) {
		struct figure figure = figure_of(&measure, &cell, &disclosure_exact);
		struct interval limits;

		figure_limits(&figure, &measure, 0.95, &limits);
		kind->save(&cell, &again);
		if (!field_equals(text, (struct field){ again.data, again.length }))
			abort();
	}
	kind->release(&cell);
	buffer_release(&again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	from_file(data, size);
	for (size_t i = 0; kinds[i] != NULL; i++)
		from_option(data, size, kinds[i]);
	for (size_t i = 0; size != 0 && kinds[i] != NULL; i++)
		from_partition(data, size, kinds[i]);
	return 0;
}
