/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * picture: a chart in its format, as the bytes of a file.
 */
#ifndef MHSW_PLOT_PICTURE_H
#define MHSW_PLOT_PICTURE_H

#include "../../lib/diag.h"
#include "../../lib/memory.h"
#include "../canvas/theme_file.h"
#include "../select/select.h"
#include "../words/words.h"

enum picture_format { FORMAT_SVG, FORMAT_PNG, FORMAT_PDF, FORMAT_TXT, FORMATS };

/* What the picture is to be, beside what it shows. */
struct picture_look {
	enum picture_format format;
	bool script; /* gnuplot's script in place of what it draws */
	bool ascii;  /* text in plain ASCII */
	double width;
	double height; /* 0: as high as it needs */
	const char *language;
	struct theme_file theme;
};

/* The ending of a file of that format, without the point. */
const char *picture_ending(enum picture_format format);
/* Appends the picture.  False with the fault where gnuplot, which all but text needs, is not
 * there or draws something else. */
bool picture_make(const struct selection *selection, const struct words *words,
    const struct picture_look *look, struct buffer *picture, struct fault *fault);

#endif
