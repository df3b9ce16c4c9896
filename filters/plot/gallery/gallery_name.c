/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gallery_name: names of files that are safe in every system. */
#include "gallery_parts.h"

#include <stdlib.h>
#include <string.h>

#define NAME_MAX_BYTES 80

static bool
is_plain(char character)
{
	return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
	    || (character >= '0' && character <= '9') || character == '_' || character == '.';
}

static struct field
trim(const struct buffer *name)
{
	struct field text = { name->data, name->length };

	/* a point hides a file, a dash makes an option of it */
	while (text.length != 0 && strchr(".-", text.data[0]) != NULL)
		text = (struct field){ text.data + 1, text.length - 1 };
	if (text.length > NAME_MAX_BYTES)
		text.length = NAME_MAX_BYTES;
	while (text.length != 0 && strchr(".-", text.data[text.length - 1]) != NULL)
		text.length--;
	return text.length == 0 ? field_of("measure") : text;
}

/* Capitals do not count in some systems. */
static bool
take(struct names *taken, struct field name)
{
	char *small = xstrndup(name.data, name.length);
	size_t before = taken->count;

	for (char *at = small; *at != '\0'; at++)
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at - 'A' + 'a');
	names_add(taken, field_of(small));
	free(small);
	return taken->count > before;
}

char *
gallery_name(const char *id, struct names *taken)
{
	struct buffer name = { 0 };
	struct field text;
	char *result;

	for (const char *at = id; *at != '\0'; at++)
		if (is_plain(*at))
			buffer_append(&name, at, 1);
		else if (name.length != 0 && name.data[name.length - 1] != '-')
			buffer_append_text(&name, "-");
	text = trim(&name);
	result = xstrndup(text.data, text.length);
	for (unsigned i = 2; !take(taken, field_of(result)); i++) {
		struct buffer next = { 0 };

		buffer_append(&next, text.data, text.length);
		buffer_format(&next, "-%u", i);
		free(result);
		result = xstrndup(next.data, next.length);
		buffer_release(&next);
	}
	buffer_release(&name);
	return result;
}

bool
gallery_names(struct field name)
{
	for (size_t i = 0; i < name.length; i++)
		if (!is_plain(name.data[i]) && name.data[i] != '-')
			return false;
	return name.length != 0 && strchr(".-", name.data[0]) == NULL;
}
