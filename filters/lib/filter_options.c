/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filter_options: the options of a filter and the ones that all share. */
#include "filter_options.h"

#include "version.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What the shared options gave, before it is looked at. */
struct shared {
	const char *progress;
	const char *color;
	const char *completion;
	bool help;
	bool version;
	bool quiet;
	bool verbose;
};

#define SHARED_COUNT 14

static const char *const when_names[] = { "auto", "always", "never", NULL };
static const char *const shell_names[] = { "bash", "zsh", NULL };

static void
shared_options(
    struct filter *filter, struct shared *shared, struct filter_option options[SHARED_COUNT])
{
	const struct filter_option all[SHARED_COUNT] = {
		{ .name = "output",
		    .letter = 'o',
		    .argument = "FILE",
		    .help = "write to FILE, which appears whole or not at all",
		    .text = &filter->output_path },
		{ .name = "header",
		    .argument = "FILE",
		    .help = "the column names stand in FILE, the input has none",
		    .text = &filter->header_path },
		{ .name = "no-header", .help = "write no header line", .flag = &filter->no_header },
		{ .name = "check-config",
		    .help = "check the configuration and stop",
		    .flag = &filter->check_config },
		{ .name = "run-record",
		    .argument = "FILE",
		    .help = "write what the run did to FILE, as JSON",
		    .text = &filter->run_record },
		{ .name = "digest",
		    .help = "put SHA-256 of the input and output in the run record",
		    .flag = &filter->digest },
		{ .name = "show-values",
		    .help = "messages may show values (personal data)",
		    .flag = &filter->show_values },
		{ .name = "progress",
		    .argument = "WHEN",
		    .help = "auto, always or never",
		    .text = &shared->progress,
		    .choices = when_names },
		{ .name = "color",
		    .argument = "WHEN",
		    .help = "auto, always or never",
		    .text = &shared->color,
		    .choices = when_names },
		{ .name = "quiet",
		    .letter = 'q',
		    .help = "say errors only",
		    .flag = &shared->quiet },
		{ .name = "verbose", .letter = 'v', .help = "say more", .flag = &shared->verbose },
		{ .name = "completion",
		    .argument = "SHELL",
		    .help = "print a completion script for bash or zsh",
		    .text = &shared->completion,
		    .choices = shell_names },
		{ .name = "help", .letter = 'h', .help = "show this help", .flag = &shared->help },
		{ .name = "version",
		    .letter = 'V',
		    .help = "show the version",
		    .flag = &shared->version },
	};

	memcpy(options, all, sizeof all);
}

static void
options_add(struct options *options, const struct filter_option *option)
{
	size_t index = options->count++;

	options->table[index] = *option;
	options->list[index] = (struct option){ option->name,
		option->argument ? required_argument : no_argument, NULL, FIRST_LONG + (int)index };
	if (option->letter != 0) {
		options->letters[options->letter_count++] = option->letter;
		if (option->argument != NULL)
			options->letters[options->letter_count++] = ':';
	}
}

static void
options_gather(struct options *options, struct filter *filter, struct shared *shared)
{
	struct filter_option common[SHARED_COUNT];

	*options = (struct options){ .letters = ":", .letter_count = 1 };
	for (const struct filter_option *option = filter->options;
	     option != NULL && option->name != NULL; option++)
		options_add(options, option);
	options->own = options->count;
	shared_options(filter, shared, common);
	for (size_t i = 0; i < SHARED_COUNT; i++)
		options_add(options, &common[i]);
}

static bool
take_value(struct filter *filter, const struct filter_option *option, const char *value)
{
	if (option->flag != NULL) {
		*option->flag = true;
		runrecord_option(&filter->record, option->name, NULL);
		return true;
	}
	if (option->list != NULL) {
		if (option->list->count == FILTER_LIST_MAX) {
			diag_error("option '--%s' stands more than %d times", option->name,
			    FILTER_LIST_MAX);
			return false;
		}
		option->list->values[option->list->count++] = value;
		runrecord_append_option(&filter->record, option->name, value);
		return true;
	}
	*option->text = value;
	if (!option->secret)
		runrecord_option(&filter->record, option->name, value);
	return true;
}

static bool
read_options(struct filter *filter, const struct options *options, int argc, char **argv)
{
	int code;

	opterr = 0;
	while ((code = getopt_long(argc, argv, options->letters, options->list, NULL)) != -1) {
		const struct filter_option *option = NULL;

		if (code == ':' || code == '?') {
			options_refuse(options, code, argv);
			return false;
		}
		if (code >= FIRST_LONG)
			option = &options->table[code - FIRST_LONG];
		else
			for (size_t i = 0; i < options->count; i++)
				if (options->table[i].letter == code)
					option = &options->table[i];
		if (option == NULL || !take_value(filter, option, optarg))
			return false;
	}
	if (argc - optind > 1 && !filter->many) {
		diag_error("one input file at most; see --help");
		return false;
	}
	if (optind < argc) {
		filter->inputs = (const char *const *)argv + optind;
		filter->input_count = (size_t)(argc - optind);
	}
	return true;
}

static bool
read_when(const char *option, const char *text, enum progress_when *when)
{
	*when = PROGRESS_AUTO;
	if (text == NULL)
		return true;
	for (size_t i = 0; when_names[i] != NULL; i++)
		if (strcmp(text, when_names[i]) == 0) {
			*when = (enum progress_when)i;
			return true;
		}
	diag_error("option '--%s' takes auto, always or never", option);
	return false;
}

static bool
check_shell(const char *shell)
{
	if (shell == NULL)
		return true;
	for (size_t i = 0; shell_names[i] != NULL; i++)
		if (strcmp(shell, shell_names[i]) == 0)
			return true;
	diag_error("option '--completion' takes bash or zsh");
	return false;
}

/* These would fail at the end of the work, after the output. */
static bool
check_files(const struct filter *filter)
{
	const struct {
		const char *option;
		const char *path;
	} files[] = {
		{ "output", filter->output_path },
		{ "header", filter->header_path },
		{ "run-record", filter->run_record },
	};

	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (files[i].path != NULL && files[i].path[0] == '\0') {
			diag_error("option '--%s' needs the name of a file", files[i].option);
			return false;
		}
	if (filter->run_record != NULL && output_is_standard(filter->run_record)
	    && output_is_standard(filter->output_path)) {
		diag_error("standard output is for the output; give --run-record a file");
		return false;
	}
	if (filter->digest && filter->run_record == NULL) {
		diag_error("option '--digest' says nothing without --run-record FILE");
		return false;
	}
	return true;
}

static bool
apply_shared(struct filter *filter, const struct shared *shared)
{
	enum progress_when color;

	if (!read_when("progress", shared->progress, &filter->show_progress)
	    || !read_when("color", shared->color, &color))
		return false;
	if (!check_shell(shared->completion) || !check_files(filter))
		return false;
	filter->quiet = shared->quiet;
	diag_verbosity(shared->quiet ? 0 : shared->verbose ? 2 : 1);
	filter->color = color == PROGRESS_ALWAYS
	    || (color == PROGRESS_AUTO && isatty(STDERR_FILENO) && getenv("NO_COLOR") == NULL);
	return true;
}

/* A standard descriptor that the caller has closed would go to the first file
 * opened, and output or messages into that file.  What is put in its place can
 * be used in the wrong direction alone, so that a closed standard input is no
 * empty one and nothing is written to nobody. */
static void
hold_descriptors(void)
{
	for (int descriptor = 0; descriptor <= STDERR_FILENO; descriptor++)
		if (fcntl(descriptor, F_GETFD) < 0)
			(void)open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/* Prints what is asked for in place of the work; false where nothing is. */
static bool
answer(struct filter *filter, const struct options *options, const struct shared *shared)
{
	if (shared->help)
		options_print_help(filter, options);
	else if (shared->version)
		printf("%s %s\n", filter->name, MHSW_VERSION);
	else if (shared->completion != NULL)
		options_print_completion(filter, options, shared->completion);
	else
		return false;
	if (fflush(stdout) != 0 || ferror(stdout))
		diag_error("cannot write to standard output");
	else
		filter->status = STATUS_DONE;
	return true;
}

static const char *const standard_input = "-";

bool
filter_parse(struct filter *filter, int argc, char **argv)
{
	struct shared shared = { 0 };
	struct options options;

	hold_descriptors();
	diag_program(filter->name);
	filter->status = STATUS_FAILED;
	filter->inputs = &standard_input;
	filter->input_count = 1;
	filter->output.descriptor = -1;
	filter->output.slot = -1;
	runrecord_open(&filter->record, filter->name);
	options_gather(&options, filter, &shared);
	if (!read_options(filter, &options, argc, argv) || !apply_shared(filter, &shared)
	    || answer(filter, &options, &shared) || !options_spare_files(filter)) {
		runrecord_close(&filter->record);
		return false;
	}
	filter->status = STATUS_DONE;
	return true;
}
