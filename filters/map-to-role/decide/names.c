/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * names: what a decision is called in the output.
 */
#include "decide.h"

const char *
mapping_name(enum mapping mapping)
{
	static const char *const names[MAPPINGS] = { "mapped", "ambiguous", "unmapped",
		"other_language", "rule_error" };

	return names[mapping];
}

const char *
confidence_name(enum confidence confidence)
{
	static const char *const names[CONFIDENCES] = { "", "low", "medium", "high" };

	return names[confidence];
}
