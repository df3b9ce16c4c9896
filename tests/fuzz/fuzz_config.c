/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the configuration's reader: any bytes as a JSON file.  Every node is
 * visited and asked for every type; each refusal says why on one line.
 */
#include "../../filters/lib/config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool good)
{
	if (!good)
		abort();
}

/* A refusal has words, and no control characters in them. */
static void
require_words(bool good, struct fault *fault)
{
	if (!good) {
		require(fault->message[0] != '\0');
		for (const char *at = fault->message; *at != '\0'; at++)
			require((unsigned char)*at >= ' ' && *at != 0x7F);
	}
	fault->message[0] = '\0';
}

static void
ask(const struct config_node *node)
{
	static const char *const words[] = { "sum", "mean", "linear", NULL };
	struct fault fault = { 0 };
	const char *text = NULL;
	bool flag = false;
	long integer = 0;
	double number = 0;
	size_t choice = 0;

	require(strlen(node->pointer) < CONFIG_POINTER_MAX);
	require_words(config_only(node, words, &fault), &fault);
	require_words(config_text_required(node, &text, &fault), &fault);
	require_words(config_bool(node, &flag, &fault), &fault);
	require_words(config_integer(node, -9, 9, &integer, &fault), &fault);
	require_words(config_number(node, &number, &fault), &fault);
	require_words(config_choice(node, words, &choice, &fault), &fault);
	require(integer >= -9 && integer <= 9 && choice < 3);
}

static void
visit(const struct config_node *node, unsigned depth)
{
	ask(node);
	for (size_t i = 0; depth < 8 && i < config_size(node); i++) {
		struct config_node child;

		if (config_is_array(node)) {
			child = config_element(node, i);
		} else {
			const char *key = config_key(node, i, &child);
			struct config_node found = config_member(node, key);

			require(found.value == child.value);
			require(strcmp(found.pointer, child.pointer) == 0);
		}
		require(config_present(&child));
		visit(&child, depth + 1);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct config_file file;
	struct fault fault = { 0 };
	int descriptor = memfd_create("config", MFD_CLOEXEC);
	char path[64];
	bool good;

	require(descriptor >= 0 && write(descriptor, data, size) == (ssize_t)size);
	snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
	good = config_open(&file, path, &fault);
	require_words(good, &fault);
	if (good) {
		struct config_node root = config_root(&file);

		visit(&root, 0);
	}
	config_close(&file);
	close(descriptor);
	return 0;
}
