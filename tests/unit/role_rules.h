/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * role_rules: rules from lines of text, over a framework of two categories, for the tests
 * of rules and of decisions.
 */
#ifndef MHSW_ROLE_RULES_H
#define MHSW_ROLE_RULES_H

#include "../../filters/map-to-role/decide/decide.h"

#include "unit.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static const char framework_text[] = "code,category,item,ordinal,label\n"
                                     "A,A,,0,first\nA.i,A,i,1,one\nA.ii,A,ii,2,two\n"
                                     "B,B,,0,second\nB.i,B,i,1,three\n";
static const char rules_head[] =
    "rule_id,function,pattern,requires,excludes,weight,provenance,positive,negative\n";

struct rules_at_hand {
	struct framework framework;
	struct rules rules;
	struct fault fault;
};

static inline int
memory_file(const char *text, size_t length, char path[64])
{
	int descriptor = memfd_create("rules", MFD_CLOEXEC);

	if (descriptor < 0 || write(descriptor, text, length) != (ssize_t)length)
		abort();
	snprintf(path, 64, "/proc/self/fd/%d", descriptor);
	return descriptor;
}

/* Whether the lines (without the header) are rules; else the fault says why not. */
static inline bool
rules_of(struct rules_at_hand *hand, const char *lines)
{
	struct buffer text = { 0 };
	char roles_path[64], rules_path[64];
	int roles = memory_file(framework_text, sizeof framework_text - 1, roles_path);
	int file;
	bool good;

	*hand = (struct rules_at_hand){ 0 };
	buffer_append_text(&text, rules_head);
	buffer_append_text(&text, lines);
	file = memory_file(text.data, text.length, rules_path);
	if (!framework_load(&hand->framework, roles_path, &hand->fault))
		abort();
	good = rules_load(&hand->rules, rules_path, &hand->framework, &hand->fault);
	buffer_release(&text);
	close(roles);
	close(file);
	return good;
}

static inline void
rules_gone(struct rules_at_hand *hand)
{
	rules_release(&hand->rules);
	framework_release(&hand->framework);
}

#endif
