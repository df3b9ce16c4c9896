/* SPDX-License-Identifier: GPL-3.0-or-later */
/* score_test: instruments from texts, for the unit tests of score. */
#ifndef TEST_SCORE_TEST_H
#define TEST_SCORE_TEST_H

#include "../../filters/score/instrument/instrument.h"
#include "unit.h"

#include <stdlib.h>
#include <unistd.h>

/* Reads an instrument from a text. */
static inline bool
load(struct instrument *instrument, const char *text, struct fault *fault)
{
	static char path[] = "instrument-XXXXXX";
	int descriptor = mkstemp(strcpy(path, "instrument-XXXXXX"));
	bool good;

	if (descriptor < 0 || write(descriptor, text, strlen(text)) != (ssize_t)strlen(text))
		return fault_system(fault, path, "cannot write");
	close(descriptor);
	good = instrument_load(instrument, path, fault);
	unlink(path);
	return good;
}

/* An instrument that is not accepted, and a part of the reason. */
static inline void
refuse(const char *text, const char *reason)
{
	struct instrument instrument = { 0 };
	struct fault fault = { 0 };

	CHECK(!load(&instrument, text, &fault));
	if (!CHECK(strstr(fault.message, reason) != NULL))
		printf("# %s\n# but not: %s\n", fault.message, reason);
	instrument_release(&instrument);
}

/* What an instrument has to begin with, up to its items. */
#define BEGIN "{\"name\":\"t\",\"version\":\"1\",\"source\":\"none\",\"official\":false,"

#endif
