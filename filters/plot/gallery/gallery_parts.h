/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gallery_parts: what the files of the gallery share. */
#ifndef MHSW_PLOT_GALLERY_PARTS_H
#define MHSW_PLOT_GALLERY_PARTS_H

#include "../../lib/writer.h"
#include "gallery.h"

#include <stdio.h>

/* A name for the files of a measure: letters, digits and - _ . of ASCII, no point in front,
 * at most 80 bytes, and unlike any in taken whether capitals count or not; it is added
 * there.  The caller frees it. */
char *gallery_name(const char *id, struct names *taken);
/* Whether it is such a name. */
bool gallery_names(struct field name);

/* A file of records whose bytes are wanted. */
struct paper {
	FILE *file;
	struct writer writer;
};

bool paper_open(struct paper *paper, struct fault *fault);
/* Appends the bytes, if asked for, and closes it; false where they could not be written. */
bool paper_close(struct paper *paper, struct buffer *bytes, struct fault *fault);

/* Draws all charts, as many at a time as there are processors. */
bool gallery_draw(struct gallery *gallery, struct fault *fault);

/* The columns of index.csv, by which an earlier run is known. */
#define GALLERY_COLUMNS 4
extern const char *const gallery_columns[GALLERY_COLUMNS];
bool gallery_list(const struct gallery *gallery, struct buffer *csv, struct fault *fault);
void gallery_page(const struct gallery *gallery, struct buffer *html);

/* A file of the folder; bytes are borrowed. */
struct folder_file {
	char *name;
	const struct buffer *bytes;
};

/* Both texts as one; the caller frees it. */
char *folder_path(const char *first, const char *second);
/* The names that an earlier run has left in the folder, as its index says and as a gallery
 * gives them; none where there is no index of a gallery. */
void earlier_read(const char *path, struct names *earlier);
/* The file is not there, or it is of an earlier run and is nothing that this run reads. */
bool earlier_allows(const struct gallery *gallery, const char *path, const struct names *earlier,
    const char *name, struct fault *fault);

/* Puts the files in the folder; the last one is the index. */
bool folder_publish(const struct gallery *gallery, const struct folder_file *files, size_t count,
    struct fault *fault);

#endif
