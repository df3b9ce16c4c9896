/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filter_options: what the parts of the shared options share; nobody else includes it. */
#ifndef MHSW_FILTER_OPTIONS_H
#define MHSW_FILTER_OPTIONS_H

#include "filter.h"

#include <getopt.h>

/* getopt_long's view of both tables; values from FIRST_LONG on are indices. */
#define FIRST_LONG  1000
#define OPTIONS_MAX 64

struct options {
	struct filter_option table[OPTIONS_MAX];
	struct option list[OPTIONS_MAX + 1];
	char letters[2 * OPTIONS_MAX + 2]; /* the rest stays NUL */
	size_t letter_count;
	size_t count;
	size_t own;
};

void options_print_help(const struct filter *filter, const struct options *options);
/* The script by which that shell, bash or zsh, completes the options. */
void options_print_completion(
    const struct filter *filter, const struct options *options, const char *shell);
/* Says what is wrong with the word at which getopt_long stopped with code. */
void options_refuse(const struct options *options, int code, char *const *argv);

/* Where the run record goes is no input and nothing that an option names; says so
 * if it is. */
bool options_spare_files(const struct filter *filter);

#endif
