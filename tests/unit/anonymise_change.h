/* SPDX-License-Identifier: GPL-3.0-or-later */
/* anonymise_change: a change read from the text of a column's object. */
#ifndef TEST_ANONYMISE_CHANGE_H
#define TEST_ANONYMISE_CHANGE_H

#include "../../filters/anonymise/change/change.h"
#include "../fuzz/fuzz_file.h"

#include <stdlib.h>

/* A policy of one column, open. */
struct one_change {
	struct config_file file;
	struct config_node node;
	struct change *change; /* NULL: the fault says why */
	struct fault fault;
	char path[64];
	int descriptor;
};

__attribute__((unused)) static void
open_change(struct one_change *one, const char *text)
{
	const char *action = NULL;
	struct config_node member;

	*one = (struct one_change){ 0 };
	one->descriptor = fuzz_file(text, strlen(text), one->path);
	if (!config_open(&one->file, one->path, &one->fault))
		abort();
	one->node = config_root(&one->file);
	member = config_member(&one->node, "action");
	if (!config_text_required(&member, &action, &one->fault))
		abort();
	one->change = change_read(action, &one->node, &one->fault);
}

__attribute__((unused)) static void
close_change(struct one_change *one)
{
	change_free(one->change);
	config_close(&one->file);
	close(one->descriptor);
}

/* The value at a level, or "FAILED"; the reference is a column's cell. */
__attribute__((unused)) static const char *
change_at(const struct one_change *one, unsigned level, const char *value, const char *at)
{
	static char text[256];
	const struct change_record record = { field_of(""), field_of(at) };
	struct field out;
	enum change_result result =
	    change_value(one->change, field_of(value), &record, level, &out);

	if (result == CHANGE_FAILED)
		return "FAILED";
	if (out.length >= sizeof text || (result == CHANGE_SAME) != field_is(out, value))
		abort();
	memcpy(text, out.data, out.length);
	text[out.length] = '\0';
	return text;
}

/* The same at the level of the policy. */
__attribute__((unused)) static const char *
changed(const struct one_change *one, const char *value)
{
	return change_at(one, change_level(one->change), value, "");
}

#endif
