/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * kind: what a kind of change can do; each kind's file defines one of these, and
 * change.c has them in its table.  A function that a kind does not need is NULL.
 */
#ifndef ANONYMISE_KIND_H
#define ANONYMISE_KIND_H

#include "change.h"

struct change_kind {
	const char *name;
	const char *wants; /* change_wants */
	const char *action;
	/* The words of the member "to" that choose this kind; NULL: the kind is chosen by
	 * the member that chosen_by names, or is the only one of its action. */
	const char *const *to;
	const char *chosen_by;
	/* Members of the column's object besides "action" and "to"; a NULL ends them. */
	const char *const *keys;
	bool keyed;

	/* Bytes of the kind's own settings: zero before read, and wiped at the end. */
	size_t size;
	bool (*read)(void *settings, const struct config_node *node, struct fault *fault);
	/* Frees what the settings own; after a failed read too. */
	void (*release)(void *settings);
	/* Without a full stop; what becomes of a value that fails is said by change.c. */
	void (*explain)(const void *settings, struct buffer *out);
	const char *(*reference)(const void *settings);
	const char *(*file)(const void *settings);
	bool (*agrees)(const void *settings, const void *other);
	bool (*open)(
	    void *settings, const struct key *key, const char *project, struct fault *fault);
	unsigned (*levels)(const void *settings);
	unsigned (*level)(const void *settings);
	enum change_result (*value)(void *settings, struct field value,
	    const struct change_record *record, unsigned level, struct field *out);
	/* NULL: what the change leaves at its level is what value leaves as it is. */
	bool (*settled)(void *settings, struct field value, unsigned level);
	bool (*freeze)(const void *settings, unsigned level, struct config_node *node);
};

extern const struct change_kind change_date;
extern const struct change_kind change_age;
extern const struct change_kind change_postcode;
extern const struct change_kind change_band;
extern const struct change_kind change_hierarchy;
extern const struct change_kind change_shift_date;
extern const struct change_kind change_top_bottom_code;
extern const struct change_kind change_mask;

#endif
