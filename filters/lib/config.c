/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * config: JSON configuration read strictly (jansson's only room): the file, its
 * nodes and their pointers.  The typed values are in config_value.c.
 */
#include "config.h"

#include "memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define CONFIG_FILE_MAX ((size_t)16 << 20)
#define READ_SIZE       ((size_t)64 << 10)

static const char cut_pointer[] = "/...";

/* The whole file, but for its BOM. */
static bool
read_file(const char *path, struct buffer *content, struct fault *fault)
{
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = 0;

	if (descriptor < 0)
		return fault_system(fault, path, "cannot open the configuration");
	do {
		buffer_reserve(content, READ_SIZE);
		got = read(descriptor, content->data + content->length, READ_SIZE);
		if (got > 0)
			content->length += (size_t)got;
	} while ((got > 0 && content->length <= CONFIG_FILE_MAX) || (got < 0 && errno == EINTR));
	if (got < 0) {
		fault_system(fault, path, "cannot read the configuration");
		close(descriptor);
		return false;
	}
	close(descriptor);
	if (content->length > CONFIG_FILE_MAX)
		return fault_at(fault, path, 0, 0, "a configuration is at most 16 MiB long");
	return true;
}

/* jansson's words, with those that only its own users understand made plain, and
 * without what stands there: where a data file or a key was named by mistake,
 * that is a value or a part of the key. */
static bool
syntax_fault(const char *path, const json_error_t *error, struct fault *fault)
{
	size_t line = error->line > 0 ? (size_t)error->line : 0;
	size_t column = error->column > 0 ? (size_t)error->column : 0;
	const char *near = strstr(error->text, " near ");

	if (json_error_code(error) == json_error_null_character
	    || json_error_code(error) == json_error_null_byte_in_key)
		return fault_at(fault, path, line, column, "a text must not hold a NUL (\\u0000)");
	if (json_error_code(error) == json_error_invalid_utf8)
		return fault_at(fault, path, line, column, "not JSON: not UTF-8");
	return fault_at(fault, path, line, column, "not JSON: %.*s",
	    (int)(near != NULL ? (size_t)(near - error->text) : strlen(error->text)), error->text);
}

bool
config_open(struct config_file *file, const char *path, struct fault *fault)
{
	struct buffer content = { 0 };
	json_error_t error = { 0 };
	size_t skip = 0;

	*file = (struct config_file){ .path = path };
	if (!read_file(path, &content, fault)) {
		buffer_release(&content);
		return false;
	}
	if (content.length >= 3 && memcmp(content.data, "\xEF\xBB\xBF", 3) == 0)
		skip = 3;
	file->root =
	    json_loadb(content.data + skip, content.length - skip, JSON_REJECT_DUPLICATES, &error);
	buffer_release(&content);
	return file->root != NULL || syntax_fault(path, &error, fault);
}

void
config_close(struct config_file *file)
{
	json_decref(file->root);
	*file = (struct config_file){ 0 };
}

struct config_node
config_root(const struct config_file *file)
{
	return (struct config_node){ .path = file->path, .value = file->root };
}

void
config_beside(const struct config_node *node, const char *name, struct buffer *out)
{
	const char *slash = strrchr(node->path, '/');

	buffer_clear(out);
	if (slash != NULL && *name != '/')
		buffer_append(out, node->path, (size_t)(slash - node->path) + 1);
	buffer_append(out, name, strlen(name) + 1);
}

bool
config_fault(const struct config_node *node, struct fault *fault, const char *format, ...)
{
	char message[768];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	if (node->pointer[0] == '\0')
		return fault_set(fault, "%s: %s", node->path, message);
	return fault_pointer(fault, node->path, node->pointer, "%s", message);
}

/* One byte of a key as RFC 6901 writes it in a JSON text, so that a pointer
 * stays on one line; returns its length. */
static size_t
escape(char byte, char out[8])
{
	if (byte == '~' || byte == '/')
		return (size_t)snprintf(out, 8, "~%d", byte == '/');
	if ((unsigned char)byte < ' ' || byte == 0x7F)
		return (size_t)snprintf(out, 8, "\\u%04x", (unsigned)(unsigned char)byte);
	out[0] = byte;
	return 1;
}

/* Adds "/key"; a pointer past the room ends in "/..." and grows no more. */
static void
extend(struct config_node *node, const char *key)
{
	const size_t room = CONFIG_POINTER_MAX - sizeof cut_pointer;
	size_t start = strlen(node->pointer);
	size_t length = start;

	if (start >= sizeof cut_pointer - 1
	    && strcmp(node->pointer + start - (sizeof cut_pointer - 1), cut_pointer) == 0)
		return;
	if (length < room)
		node->pointer[length++] = '/';
	for (; *key != '\0' && length < room; key++) {
		char bytes[8];
		size_t count = escape(*key, bytes);

		if (length + count > room)
			break;
		memcpy(node->pointer + length, bytes, count);
		length += count;
	}
	if (*key == '\0')
		node->pointer[length] = '\0';
	else
		memcpy(node->pointer + start, cut_pointer, sizeof cut_pointer);
}

struct config_node
config_member(const struct config_node *node, const char *key)
{
	struct config_node member = *node;

	member.value = json_object_get(node->value, key);
	extend(&member, key);
	return member;
}

bool
config_present(const struct config_node *node)
{
	return node->value != NULL;
}

bool
config_is_array(const struct config_node *node)
{
	return json_is_array(node->value);
}

bool
config_is_object(const struct config_node *node)
{
	return json_is_object(node->value);
}

size_t
config_size(const struct config_node *node)
{
	return config_is_array(node) ? json_array_size(node->value) : json_object_size(node->value);
}

struct config_node
config_element(const struct config_node *node, size_t index)
{
	struct config_node element = *node;
	char number[24];

	snprintf(number, sizeof number, "%zu", index);
	element.value = json_array_get(node->value, index);
	extend(&element, number);
	return element;
}

const char *
config_key(const struct config_node *node, size_t index, struct config_node *member)
{
	/* jansson's iterators take no const, though they change nothing. */
	json_t *object = (json_t *)node->value;
	void *iterator = json_object_iter(object);
	const char *key;

	for (; index > 0 && iterator != NULL; index--)
		iterator = json_object_iter_next(object, iterator);
	*member = *node;
	member->value = json_object_iter_value(iterator);
	key = json_object_iter_key(iterator);
	if (key != NULL)
		extend(member, key);
	return key;
}

bool
config_only(const struct config_node *node, const char *const *keys, struct fault *fault)
{
	struct config_node member;
	const char *key;
	size_t known = 0;

	if (!config_present(node))
		return config_fault(node, fault, "is missing: an object is expected");
	if (!config_is_object(node))
		return config_fault(node, fault, "an object is expected");
	while (keys[known] != NULL)
		known++;
	for (size_t i = 0; i < config_size(node); i++) {
		const char *nearest;
		size_t k = 0;

		key = config_key(node, i, &member);
		while (k < known && strcmp(key, keys[k]) != 0)
			k++;
		if (k < known)
			continue;
		nearest = diag_nearest(key, strlen(key), keys, known);
		if (nearest != NULL)
			return config_fault(
			    &member, fault, "unknown key, did you mean '%s'?", nearest);
		return config_fault(&member, fault, "unknown key");
	}
	return true;
}
