/* SPDX-License-Identifier: GPL-3.0-or-later */
/* config: a file's members set anew, and the file written out again. */
#include "config.h"

#include <float.h>
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

/* Numbers as people write them, 0.04 and not 0.040000000000000001, where that is the
 * same number; the caller frees. */
static char *
dump(json_t *root)
{
	char *text = NULL;

	for (size_t digits = DBL_DIG; digits <= DBL_DECIMAL_DIG; digits++) {
		json_t *read;
		bool same;

		free(text);
		text = json_dumps(root, JSON_INDENT(2) | JSON_REAL_PRECISION(digits));
		read = text == NULL ? NULL : json_loads(text, 0, NULL);
		same = json_equal(root, read);
		json_decref(read);
		if (same)
			break;
	}
	return text;
}

bool
config_write(const struct config_file *file, struct buffer *out)
{
	char *text = dump(file->root);

	if (text == NULL)
		return false;
	buffer_append_text(out, text);
	buffer_append(out, "\n", 1);
	free(text);
	return true;
}
