/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filter_help: what a filter says of its options, and of those it cannot take. */
#include "filter_options.h"

#include <stdio.h>
#include <string.h>

static void
print_options(const struct filter_option *table, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char left[64];
		char letter[5] = "    ";

		if (table[i].letter != 0)
			snprintf(letter, sizeof letter, "-%c, ", table[i].letter);
		snprintf(left, sizeof left, "%s--%s%s%s", letter, table[i].name,
		    table[i].argument ? " " : "", table[i].argument ? table[i].argument : "");
		printf("  %-28s %s\n", left, table[i].help);
	}
}

/* Broken before a bracket where the line would pass 80 columns. */
static void
print_usage(const struct filter *filter)
{
	const size_t most = 80;
	size_t indent = strlen("usage: ") + strlen(filter->name);
	size_t column = indent;
	const char *at = filter->synopsis;

	printf("usage: %s", filter->name);
	while (*at != 0 && *at != '\n') {
		const char *bracket = strstr(at + 1, " [");
		size_t length = strcspn(at, "\n");

		if (bracket != NULL && (size_t)(bracket - at) < length)
			length = (size_t)(bracket - at);
		if (column + 1 + length > most && column > indent) {
			printf("\n%*s", (int)indent, "");
			column = indent;
		}
		printf(" %.*s", (int)length, at);
		column += 1 + length;
		at += length;
		at += *at == ' ';
	}
	printf("%s\n\n", at);
}

void
options_print_help(const struct filter *filter, const struct options *options)
{
	printf("%s: %s\n\n%s\n", filter->name, filter->summary, filter->examples);
	print_usage(filter);
	print_options(options->table, options->own);
	printf("\nshared by all filters:\n");
	print_options(options->table + options->own, options->count - options->own);
	printf("\n%sexit: 0 done; 1 done, but data failed a check; 2 could not be done\n",
	    filter->notes ? filter->notes : "");
}

/* A long word that is no option: the beginning of several, or of none. */
static void
refuse_word(const struct options *options, const char *word)
{
	const char *names[OPTIONS_MAX] = { 0 };
	const char *nearest;
	int length = (int)strcspn(word, "=");
	size_t begun = 0;

	for (size_t i = 0; i < options->count; i++) {
		names[i] = options->table[i].name;
		begun += strncmp(names[i], word, (size_t)length) == 0;
	}
	nearest = diag_nearest(word, (size_t)length, names, options->count);
	if (begun > 1)
		diag_error("option '--%.*s' is ambiguous; see --help", length, word);
	else if (nearest != NULL)
		diag_error("unknown option '--%.*s'; did you mean '--%s'?", length, word, nearest);
	else
		diag_error("unknown option '--%.*s'; see --help", length, word);
}

/* getopt_long leaves in optopt the letter, or what stands for a long option, or 0
 * where it knows no such long option; the word itself is the last one taken. */
void
options_refuse(const struct options *options, int code, char *const *argv)
{
	const char *what = code == ':' ? "needs a value" : "takes no value";

	if (optopt >= FIRST_LONG)
		diag_error(
		    "option '--%s' %s; see --help", options->table[optopt - FIRST_LONG].name, what);
	else if (code == ':')
		diag_error("option '-%c' %s; see --help", optopt, what);
	else if (optopt != 0)
		diag_error("unknown option '-%c'; see --help", optopt);
	else
		refuse_word(options, argv[optind - 1] + strlen("--"));
}
