/* SPDX-License-Identifier: GPL-3.0-or-later */
/* about: the parts of the section on how the page was made. */
#ifndef REPORT_ABOUT_H
#define REPORT_ABOUT_H

#include "page.h"

/* The commands of the run records, as a shell takes them. */
void commands_write(struct page *page);

#endif
