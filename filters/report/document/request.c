/* SPDX-License-Identifier: GPL-3.0-or-later */
/* request: what a chart of the report file asks of plot. */
#include "document.h"

#include <stdlib.h>
#include <string.h>

/* What report says to plot itself, or what is no matter of one chart: an option of the
 * report file may neither be one of these nor the beginning of one, since a beginning
 * stands for the whole name on a command line. */
static const char *const reserved[] = { "output", "format", "size", "bare", "data", "words", "all",
	"script", "labels", "measure", "type", "highlight", "show-period", "title", "subtitle",
	"caption", "alt", "header", "no-header", "check-config", "run-record", "digest",
	"show-values", "progress", "color", "quiet", "verbose", "completion", "help", "version",
	NULL };

static void
add_option(struct chart_request *request, const char *name, const char *value)
{
	struct buffer text = { 0 };

	/* one word, so that a value is a value whatever it begins with */
	buffer_append_text(&text, "--");
	buffer_append_text(&text, name);
	if (value != NULL) {
		buffer_append(&text, "=", 1);
		buffer_append_text(&text, value);
	}
	request->options = xgrow(request->options, request->option_count, sizeof(char *));
	request->options[request->option_count++] = xstrndup(text.data, text.length);
	buffer_release(&text);
}

/* A text that becomes an option of that name. */
static bool
take_option(struct chart_request *request, const struct config_node *node, const char *key,
    const char *option, struct fault *fault)
{
	struct config_node member = config_member(node, key);
	const char *value = NULL;

	if (!config_text(&member, &value, fault))
		return false;
	if (value != NULL)
		add_option(request, option, value);
	return true;
}

/* A file lies beside the report file. */
static void
add_value(struct chart_request *request, const struct config_node *node, const char *option,
    const char *value)
{
	struct buffer path = { 0 };

	/* the beginning of the option's name stands for it */
	if (strncmp(option, "theme", strlen(option)) != 0) {
		add_option(request, option, value);
		return;
	}
	config_beside(node, value, &path);
	add_option(request, option, path.data);
	buffer_release(&path);
}

/* A text, or a list of them: the option once, or several times. */
static bool
take_values(struct chart_request *request, const struct config_node *node, const char *option,
    struct fault *fault)
{
	const char *value = NULL;

	if (config_is_array(node)) {
		for (size_t i = 0; i < config_size(node); i++) {
			struct config_node element = config_element(node, i);

			if (!config_text_required(&element, &value, fault))
				return false;
			add_value(request, &element, option, value);
		}
		return true;
	}
	if (!config_text(node, &value, fault))
		return false;
	if (value != NULL)
		add_value(request, node, option, value);
	return true;
}

/* The same, or true for an option without a value.  One with a value would take what
 * stands behind it for that. */
static bool
take_any(struct chart_request *request, const struct config_node *node, const char *option,
    struct fault *fault)
{
	static const char *const flags[] = { "undisclosed", "ascii" };
	bool flag = false;

	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		flag = flag || strncmp(flags[i], option, strlen(option)) == 0;
	if (json_is_true(node->value) && !flag)
		return config_fault(
		    node, fault, "a text or a list of texts is expected, since it takes a value");
	if (json_is_true(node->value)) {
		add_option(request, option, NULL);
		return true;
	}
	if (!config_is_array(node) && !json_is_string(node->value))
		return config_fault(node, fault, "a text, a list of texts, or true is expected");
	return take_values(request, node, option, fault);
}

static bool
check_name(const struct config_node *member, const char *name, struct fault *fault)
{
	size_t length = strlen(name);

	if (length < 2 || strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != length
	    || *name == '-')
		return config_fault(member, fault, "is no name of an option of plot");
	for (size_t i = 0; reserved[i] != NULL; i++)
		if (strncmp(reserved[i], name, length) == 0)
			return config_fault(member, fault,
			    "is not an option to give here: report sets it, or the chart has a key "
			    "of its own for it");
	return true;
}

static bool
take_further(struct chart_request *request, const struct config_node *node, struct fault *fault)
{
	struct config_node further = config_member(node, "options");

	if (!config_present(&further))
		return true;
	if (!config_is_object(&further))
		return config_fault(&further, fault, "an object of options of plot is expected");
	for (size_t i = 0; i < config_size(&further); i++) {
		struct config_node member;
		const char *name = config_key(&further, i, &member);

		if (!check_name(&member, name, fault) || !take_any(request, &member, name, fault))
			return false;
	}
	return true;
}

bool
request_read(struct chart_request *request, const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "stream", "type", "measure", "highlight", "period",
		"title", "subtitle", "caption", "alt", "options", NULL };
	struct config_node measure;

	if (!config_only(node, keys, fault))
		return false;
	measure = config_member(node, "measure");
	return words_require(&request->stream, node, "stream", fault)
	    && take_option(request, node, "type", "type", fault)
	    && take_values(request, &measure, "measure", fault)
	    && take_option(request, node, "highlight", "highlight", fault)
	    && take_option(request, node, "period", "show-period", fault)
	    && words_read(&request->title, node, "title", fault)
	    && words_filled(&request->title, fault)
	    && words_read(&request->subtitle, node, "subtitle", fault)
	    && words_read(&request->caption, node, "caption", fault)
	    && words_read(&request->alt, node, "alt", fault) && words_filled(&request->alt, fault)
	    && take_further(request, node, fault);
}

void
request_release(struct chart_request *request)
{
	for (size_t i = 0; i < request->option_count; i++)
		free(request->options[i]);
	free(request->options);
}
