/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the reading of what gnuplot drew: any bytes are a drawing or a fault that says why,
 * and a drawing is of paths and words alone.
 */
#include "../../filters/plot/svg/svg_read.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t
count_of(const struct buffer *body, const char *text)
{
	struct field rest = { body->data, body->length };
	size_t count = 0;
	const char *place;

	while (rest.length != 0
	    && (place = memmem(rest.data, rest.length, text, strlen(text))) != NULL) {
		count++;
		place++;
		rest = (struct field){ place, (size_t)(rest.data + rest.length - place) };
	}
	return count;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct svg_drawing drawing;
	struct fault fault = { 0 };

	if (!svg_read((struct field){ (const char *)data, size }, 0x3d3d3d, &drawing, &fault)) {
		if (fault.message[0] == '\0')
			abort();
	} else if (count_of(&drawing.body, "<")
	    != count_of(&drawing.body, "<path") + count_of(&drawing.body, "<text ")
	        + count_of(&drawing.body, "</text>")) {
		abort();
	} else if (count_of(&drawing.body, "<text ") != drawing.count.words) {
		abort();
	}
	svg_read_release(&drawing);
	return 0;
}
