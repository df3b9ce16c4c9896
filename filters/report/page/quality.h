/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quality: the parts of the section on data quality. */
#ifndef REPORT_QUALITY_H
#define REPORT_QUALITY_H

#include "page.h"

/* What validate found, by code, and how far a file is from an earlier one. */
void findings_write(struct page *page);
/* The methods that the streams of the page name. */
void methods_write(struct page *page);
/* All other counts of the run records. */
void counts_write(struct page *page);

#endif
