/* SPDX-License-Identifier: GPL-3.0-or-later */
/* describe: the data dictionary of a schema. */
#include "describe.h"

bool
describe_write(const struct schema *schema, struct writer *writer, struct fault *fault)
{
	struct config_node root = schema_root(schema);
	struct config_node title = config_member(&root, "title");
	const char *text = "Table";
	struct buffer out = { 0 };

	if (!config_text(&title, &text, fault))
		return false;
	buffer_format(&out, "# %s\n\n| Field |\n|---|\n", text);
	for (size_t i = 0; i < schema->count; i++)
		buffer_format(&out, "| `%s` |\n", schema->fields[i].name);
	writer_bytes(writer, out.data, out.length);
	buffer_release(&out);
	return true;
}
