/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * theme_file: a theme read from JSON, refused where what it draws could not be read.
 */
#ifndef MHSW_PLOT_THEME_FILE_H
#define MHSW_PLOT_THEME_FILE_H

#include "../../lib/config.h"
#include "theme.h"

struct theme_file {
	struct theme theme;
	struct config_file file; /* which holds the theme's texts */
	struct buffer fallbacks;
};

/* Reads the file; what it does not name is as in the default theme.  False with a fault
 * where a key or a colour is none, or where colours have too little contrast. */
bool theme_file_open(struct theme_file *theme, const char *path, struct fault *fault);
void theme_file_close(struct theme_file *theme);

/* What is wrong with the contrast of a theme: the colour's key such as "ink" or
 * "series/2", what it stands on, both contrasts.  False where a fault was found. */
struct theme_weakness {
	char key[24];
	const char *what; /* "on paper, as text": lower case */
	double contrast;
	double least;
};
bool theme_readable(const struct theme *theme, struct theme_weakness *weakness);

#endif
