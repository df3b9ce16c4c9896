/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * config: JSON configuration read strictly (jansson's only room).
 *
 * Syntax faults give file, line and column; faults of meaning give the JSON
 * pointer.  A key that nobody listed is an error with the nearest known name.
 * A node is a borrowed view and lives as long as its file.
 */
#ifndef MHSW_CONFIG_H
#define MHSW_CONFIG_H

#include "decimal.h"
#include "diag.h"
#include "field.h"
#include "memory.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

struct config_file {
	const char *path; /* borrowed from the caller */
	json_t *root;
};

#define CONFIG_POINTER_MAX 256

struct config_node {
	const char *path;
	json_t *value; /* NULL where an optional member is absent */
	char pointer[CONFIG_POINTER_MAX];
};

/* Reads the file (BOM skipped, duplicate keys refused, at most 16 MiB). */
bool config_open(struct config_file *file, const char *path, struct fault *fault);
void config_close(struct config_file *file);
struct config_node config_root(const struct config_file *file);

/* Says false with the node's file and pointer before the message. */
bool config_fault(const struct config_node *node, struct fault *fault, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The node is an object and has no keys but these (a NULL ends the list). */
bool config_only(const struct config_node *node, const char *const *keys, struct fault *fault);
/* The member of that name; value is NULL where there is none.  The node is an object. */
struct config_node config_member(const struct config_node *node, const char *key);
bool config_present(const struct config_node *node);

/* Arrays and objects in the file's order. */
bool config_is_array(const struct config_node *node);
bool config_is_object(const struct config_node *node);
size_t config_size(const struct config_node *node);
struct config_node config_element(const struct config_node *node, size_t index);
/* The key of the index-th member of an object (file order), and its node. */
const char *config_key(const struct config_node *node, size_t index, struct config_node *member);

/* Typed values.  A node that is absent leaves *out as it was and is true, so
 * defaults are set first; one of another type is a fault.  Texts are borrowed
 * and NUL-terminated; embedded NULs are refused. */
bool config_text(const struct config_node *node, const char **out, struct fault *fault);
bool config_bool(const struct config_node *node, bool *out, struct fault *fault);
bool config_integer(
    const struct config_node *node, long minimum, long maximum, long *out, struct fault *fault);
bool config_number(const struct config_node *node, double *out, struct fault *fault);
/* As the texts, but an absent node is a fault. */
bool config_text_required(const struct config_node *node, const char **out, struct fault *fault);
/* A text that is one of names (a NULL ends the list); *out is its index. */
bool config_choice(
    const struct config_node *node, const char *const *names, size_t *out, struct fault *fault);

/* A file that the configuration names, with its final NUL: relative to the folder that
 * the configuration itself lies in. */
void config_beside(const struct config_node *node, const char *name, struct buffer *out);

/* Sets a member of an object that was read from a file of the caller's own; false
 * where memory is short or the text is no UTF-8. */
bool config_set_text(struct config_node *object, const char *key, const char *text);
bool config_set_integer(struct config_node *object, const char *key, long number);
/* Takes a member away, where it is there. */
void config_unset(struct config_node *object, const char *key);
/* The whole file as JSON, in its own order, one member a line; false where memory is
 * short. */
bool config_write(const struct config_file *file, struct buffer *out);

#endif
