/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf: what gnuplot drew as PDF, made the same on every day and named. */
#ifndef MHSW_PLOT_PDF_H
#define MHSW_PLOT_PDF_H

#include "../../lib/memory.h"

/* Sets the dates to the beginning of 1970, and appends an update (ISO 32000-1, 7.5.6) with
 * the title, which readers show as the window's, and the language.  A file of another make
 * is left without the update. */
void pdf_settle(struct buffer *pdf, const char *title, const char *language);

#endif
