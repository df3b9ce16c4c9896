/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter_check.h"

#include "field.h"
#include "memory.h"
#include "text.h"

#include <string.h>

bool
filter_check_companions(const struct companion *companions, struct fault *fault)
{
	for (; companions->option != NULL; companions++)
		if (companions->given && !companions->has)
			return fault_set(fault, "--%s goes with %s alone", companions->option,
			    companions->needs);
	return true;
}

bool
filter_check_word(
    const char *option, const char *value, const char *const *words, struct fault *fault)
{
	struct buffer list = { 0 };

	if (value == NULL)
		return true;
	for (size_t i = 0; words[i] != NULL; i++)
		if (strcmp(value, words[i]) == 0)
			return true;
	for (size_t i = 0; words[i] != NULL; i++) {
		if (i != 0)
			buffer_append_text(&list, words[i + 1] == NULL ? " or " : ", ");
		buffer_append_text(&list, words[i]);
	}
	fault_set(fault, "--%s takes %.*s", option, (int)list.length, list.data);
	buffer_release(&list);
	return false;
}

bool
filter_check_prefix(const char *prefix, struct fault *fault)
{
	struct field text = field_of(prefix != NULL ? prefix : "");
	bool good = text_invalid_at(text.data, text.length) == text.length;

	for (size_t i = 0; i < text.length; i++)
		good = good && (unsigned char)text.data[i] >= ' ' && text.data[i] != 0x7f;
	return good
	    || fault_set(
	        fault, "--prefix holds a control character, or is no UTF-8: columns' names cannot");
}
