/* SPDX-License-Identifier: GPL-3.0-or-later */
/* config: a file's members set anew, and the file written out again. */
#include "config.h"

#include <stdlib.h>

bool
config_set_text(struct config_node *object, const char *key, const char *text)
{
	return json_object_set_new(object->value, key, json_string(text)) == 0;
}

bool
config_set_integer(struct config_node *object, const char *key, long number)
{
	return json_object_set_new(object->value, key, json_integer(number)) == 0;
}

void
config_unset(struct config_node *object, const char *key)
{
	(void)json_object_del(object->value, key);
}

void
config_write(const struct config_file *file, struct buffer *out)
{
	char *text = json_dumps(file->root, JSON_INDENT(2));

	if (text == NULL)
		return;
	buffer_append_text(out, text);
	buffer_append(out, "\n", 1);
	free(text);
}
