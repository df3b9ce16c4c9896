/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Configuration: places of syntax faults, pointers, unknown keys, typed values.
 */
#include "unit.h"

#include "../../filters/lib/config.h"

#include <stdlib.h>
#include <unistd.h>

static struct fault fault;
static struct config_file file;
static char path[] = P_tmpdir "/unit-config-XXXXXX";

static bool
load_bytes(const char *content, size_t length)
{
	FILE *stream = fopen(path, "w");

	fault.message[0] = '\0';
	if (!CHECK(stream != NULL))
		return false;
	fwrite(content, 1, length, stream);
	fclose(stream);
	return config_open(&file, path, &fault);
}

static bool
load(const char *content)
{
	return load_bytes(content, strlen(content));
}

/* The message without the file's name, which the test makes up. */
static const char *
message(void)
{
	size_t length = strlen(path);

	return strncmp(fault.message, path, length) == 0 ? fault.message + length : fault.message;
}

static void
refused(const char *content, const char *begin)
{
	CHECK(!load(content));
	if (!CHECK(strncmp(message(), begin, strlen(begin)) == 0))
		printf("# got \"%s\", expected \"%s\"\n", message(), begin);
	config_close(&file);
}

static void
test_syntax(void)
{
	refused("", ":1: not JSON: ");
	refused("{\n\t\"a\": 1,\n}", ":3:1: not JSON: ");
	refused("{\"a\": 1} x", ":1:10: not JSON: ");
	refused("{\"a\": 1, \"a\": 2}", ":1:12: not JSON: duplicate object key");
	refused("{\"a\": \"x\\u0000y\"}", ":1:16: a text must not hold a NUL");
	/* a data file or a key in the place of a configuration: nothing of it is said */
	refused("Ashby,9434765919", ":1:5: not JSON: ");
	CHECK(strstr(fault.message, "Ashby") == NULL);
	refused("\"Jo Ashby\",9434765919", ":1:10: not JSON: ");
	CHECK(strstr(fault.message, "Ashby") == NULL);
	refused("ab\xFB", ":1:2: not JSON: not UTF-8");
	refused("{\"a\\u0000b\": 1}", ":1:11: a text must not hold a NUL");
	refused("{\"a\": 1e999}", ":1:11: not JSON: real number overflow");
	refused("{\"a\": 99999999999999999999}", ":1:26: not JSON: too big integer");
	refused("{\"a\": \"\xFF\"}", ":1:");
	refused("12", ":1:2: not JSON: ");
	CHECK(!load_bytes("{\"a\": \0 1}", 10));
	config_close(&file);
	CHECK(load("\xEF\xBB\xBF{}"));
	config_close(&file);
	CHECK(!config_open(&file, "/nonexistent/config.json", &fault));
	CHECK(strstr(fault.message, "/nonexistent/config.json") != NULL);
	config_close(&file);
	CHECK(!config_open(&file, "/", &fault));
	config_close(&file);
}

static void
test_pointers(void)
{
	struct config_node root;
	struct config_node node;
	struct config_node deep;
	char long_key[300];

	CHECK(load("{\"fields\": [1, {\"a/b~c\\n\": true, \"\": 2}]}"));
	root = config_root(&file);
	CHECK_TEXT(root.pointer, "");
	node = config_member(&root, "fields");
	CHECK(config_is_array(&node) && !config_is_object(&node) && config_size(&node) == 2);
	node = config_element(&node, 1);
	CHECK_TEXT(node.pointer, "/fields/1");
	CHECK_TEXT(config_key(&node, 0, &deep), "a/b~c\n");
	CHECK_TEXT(deep.pointer, "/fields/1/a~1b~0c\\u000a");
	CHECK(config_present(&deep));
	CHECK_TEXT(config_key(&node, 1, &deep), "");
	CHECK_TEXT(deep.pointer, "/fields/1/");
	CHECK(config_key(&node, 2, &deep) == NULL && !config_present(&deep));
	deep = config_element(&node, 0);
	CHECK(!config_present(&deep));
	memset(long_key, 'k', sizeof long_key - 1);
	long_key[sizeof long_key - 1] = '\0';
	deep = config_member(&node, long_key);
	CHECK_TEXT(deep.pointer, "/fields/1/...");
	deep = config_member(&deep, "more");
	CHECK_TEXT(deep.pointer, "/fields/1/...");
	deep = node;
	for (unsigned i = 0; i < 100; i++)
		deep = config_member(&deep, "abcdefg");
	CHECK(strlen(deep.pointer) < CONFIG_POINTER_MAX);
	CHECK(!config_fault(&node, &fault, "is %s", "wrong"));
	CHECK_TEXT(message(), ": at /fields/1: is wrong");
	CHECK(!config_fault(&root, &fault, "is %s", "wrong"));
	CHECK_TEXT(message(), ": is wrong");
	config_close(&file);
}

static void
test_keys(void)
{
	static const char *const keys[] = { "minimum", "maximum", NULL };
	struct config_node root;
	struct config_node node;

	CHECK(load("{\"good\": {\"maximum\": 1}, \"typo\": {\"minimum\": 1, \"maximun\": 2},"
	           "\"other\": {\"xyzzy\": 1}, \"list\": []}"));
	root = config_root(&file);
	node = config_member(&root, "good");
	CHECK(config_only(&node, keys, &fault));
	node = config_member(&root, "typo");
	CHECK(!config_only(&node, keys, &fault));
	CHECK_TEXT(message(), ": at /typo/maximun: unknown key, did you mean 'maximum'?");
	node = config_member(&root, "other");
	CHECK(!config_only(&node, keys, &fault));
	CHECK_TEXT(message(), ": at /other/xyzzy: unknown key");
	node = config_member(&root, "list");
	CHECK(!config_only(&node, keys, &fault));
	node = config_member(&root, "absent");
	CHECK(!config_only(&node, keys, &fault));
	config_close(&file);
}

static void
test_values(void)
{
	static const char *const names[] = { "sum", "mean", "linear", NULL };
	struct config_node root;
	struct config_node node;
	const char *text = "default";
	bool flag = true;
	long integer = 7;
	double number = 0.5;
	size_t choice = 1;

	CHECK(load("{\"text\": \"words\", \"flag\": false, \"integer\": 12, \"number\": 1.25,"
	           "\"choice\": \"linear\", \"typo\": \"mena\", \"null\": null}"));
	root = config_root(&file);
	node = config_member(&root, "absent");
	CHECK(config_text(&node, &text, &fault) && strcmp(text, "default") == 0);
	CHECK(config_bool(&node, &flag, &fault) && flag);
	CHECK(config_integer(&node, 0, 9, &integer, &fault) && integer == 7);
	CHECK(config_number(&node, &number, &fault));
	CHECK_NUMBER(number, 0.5, 0);
	CHECK(config_choice(&node, names, &choice, &fault) && choice == 1);
	CHECK(!config_text_required(&node, &text, &fault));
	CHECK_TEXT(message(), ": at /absent: is missing: a text is expected");
	node = config_member(&root, "text");
	CHECK(config_text_required(&node, &text, &fault) && strcmp(text, "words") == 0);
	CHECK(!config_bool(&node, &flag, &fault));
	CHECK_TEXT(message(), ": at /text: true or false is expected, not a text");
	CHECK(!config_choice(&node, names, &choice, &fault));
	CHECK_TEXT(message(), ": at /text: is not known here; known are sum, mean, linear");
	node = config_member(&root, "flag");
	CHECK(config_bool(&node, &flag, &fault) && !flag);
	CHECK(!config_text(&node, &text, &fault));
	node = config_member(&root, "integer");
	CHECK(config_integer(&node, 0, 12, &integer, &fault) && integer == 12);
	CHECK(!config_integer(&node, 13, 20, &integer, &fault));
	CHECK_TEXT(message(), ": at /integer: is too small: the least is 13");
	CHECK(!config_integer(&node, 0, 11, &integer, &fault));
	CHECK(config_number(&node, &number, &fault));
	CHECK_NUMBER(number, 12, 0);
	node = config_member(&root, "number");
	CHECK(config_number(&node, &number, &fault));
	CHECK_NUMBER(number, 1.25, 0);
	CHECK(!config_integer(&node, 0, 9, &integer, &fault));
	node = config_member(&root, "choice");
	CHECK(config_choice(&node, names, &choice, &fault) && choice == 2);
	node = config_member(&root, "typo");
	CHECK(!config_choice(&node, names, &choice, &fault));
	CHECK_TEXT(message(), ": at /typo: is not known here, did you mean 'mean'?");
	node = config_member(&root, "null");
	CHECK(!config_text(&node, &text, &fault));
	config_close(&file);
}

int
main(void)
{
	int descriptor = mkstemp(path);

	CHECK(descriptor >= 0);
	close(descriptor);
	test_syntax();
	test_pointers();
	test_keys();
	test_values();
	unlink(path);
	return unit_done();
}
