/* SPDX-License-Identifier: GPL-3.0-or-later */
/* describe: an instrument as a page for people (Markdown), such as its code book. */
#ifndef SCORE_DESCRIBE_H
#define SCORE_DESCRIBE_H

#include "../../lib/memory.h"
#include "../instrument/instrument.h"

/* Appends the page.  Nothing in it but what the instrument's file says. */
void describe_instrument(const struct instrument *instrument, struct buffer *page);

/* Its parts. */
void describe_items(const struct instrument *instrument, struct buffer *page);
void describe_scales(const struct instrument *instrument, struct buffer *page);
/* A name as code within a cell, a text as prose within a cell. */
void describe_name(struct buffer *page, const char *name);
void describe_label(struct buffer *page, const char *text);
void describe_number(struct buffer *page, struct decimal number);

#endif
