/* SPDX-License-Identifier: GPL-3.0-or-later */
/* earlier: what an earlier run has left in the folder, and what stands in the way. */
#include "gallery_parts.h"

#include "../../lib/table.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

char *
folder_path(const char *first, const char *second)
{
	struct buffer out = { 0 };
	char *text;

	buffer_format(&out, "%s%s", first, second);
	text = xstrndup(out.data, out.length);
	buffer_release(&out);
	return text;
}

/* A name that a gallery gives: an index that somebody changed can name no other file. */
static bool
is_given(struct field file)
{
	size_t stem = file.length;

	while (stem != 0 && file.data[stem - 1] != '.')
		stem--;
	for (enum picture_format format = 0; stem > 1 && format < FORMATS; format++)
		if (field_is((struct field){ file.data + stem, file.length - stem },
		        picture_ending(format)))
			return gallery_names((struct field){ file.data, stem - 1 });
	return false;
}

void
earlier_read(const char *path, struct names *earlier)
{
	struct fault ignored;
	char *index = folder_path(path, "/index.csv");
	struct table *table = table_load(index, &ignored);
	bool good = table != NULL && table_columns(table) == GALLERY_COLUMNS;

	for (size_t i = 0; good && i < GALLERY_COLUMNS; i++)
		good = table_column(table, gallery_columns[i]) == i;
	if (good) {
		names_add(earlier, field_of("index.csv"));
		names_add(earlier, field_of("index.html"));
	}
	for (size_t i = 0; good && i < table_rows(table); i++) {
		struct field file = table_cell(table, i, 0);
		size_t stem = file.length;
		struct buffer figures = { 0 };

		if (!is_given(file))
			continue;
		names_add(earlier, file);
		while (stem != 0 && file.data[stem - 1] != '.')
			stem--;
		buffer_append(&figures, file.data, stem);
		buffer_append_text(&figures, "csv");
		names_add(earlier, (struct field){ figures.data, figures.length });
		buffer_release(&figures);
	}
	table_free(table);
	free(index);
}

bool
earlier_allows(const struct gallery *gallery, const char *path, const struct names *earlier,
    const char *name, struct fault *fault)
{
	char *inside = folder_path(path, "/");
	char *file = folder_path(inside, name);
	struct stat status;
	bool good = true;

	if (lstat(file, &status) == 0) {
		if (!S_ISREG(status.st_mode) || names_find(earlier, field_of(name)) == NAMES_NONE)
			good = fault_at(fault, file, 0, 0,
			    "is there and of no earlier run: move it away, or name another folder");
		else
			good = filter_spares(gallery->filter, "--all", file, fault);
	} else if (errno != ENOENT) {
		good = fault_system(fault, file, "cannot be looked at");
	}
	free(file);
	free(inside);
	return good;
}
