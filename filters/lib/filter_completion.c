/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filter_completion: the script by which a shell completes a filter's options. */
#include "filter_options.h"

#include <stdio.h>
#include <string.h>

/* The function's name, for bash without the '-' that its POSIX mode refuses. */
static void
print_function(const struct filter *filter)
{
	fputs("_mhsw_", stdout);
	for (const char *c = filter->name; *c != '\0'; c++)
		putchar(*c == '-' ? '_' : *c);
}

/* FILE, and NAME=FILE. */
static bool
takes_file(const struct filter_option *option)
{
	return strstr(option->argument, "FILE") != NULL;
}

static void
print_choices(const struct filter_option *option)
{
	for (size_t i = 0; option->choices != NULL && option->choices[i] != NULL; i++)
		printf("%s%s", i == 0 ? "" : " ", option->choices[i]);
}

/* Where a file's name stands the script has no words and bash completes as it does
 * by itself: with blanks, quotes and tildes in the name. */
static void
print_bash_option(const struct filter_option *option)
{
	printf("\t--%s", option->name);
	if (option->letter != 0)
		printf(" | -%c", option->letter);
	if (takes_file(option)) {
		puts(") return ;;");
		return;
	}
	fputs(") words='", stdout);
	print_choices(option);
	puts("' ;;");
}

static void
print_bash(const struct filter *filter, const struct options *options)
{
	print_function(filter);
	fputs("()\n"
	      "{\n"
	      "\tlocal IFS=$' \\t\\n' words\n"
	      "\tlocal word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}\n"
	      "\n"
	      "\tCOMPREPLY=()\n"
	      "\t# --option=word is three words here\n"
	      "\tif [[ $option == \"=\" ]]; then\n"
	      "\t\toption=${COMP_WORDS[COMP_CWORD - 2]}\n"
	      "\telif [[ $word == \"=\" ]]; then\n"
	      "\t\tword=\n"
	      "\tfi\n"
	      "\tcase $option in\n",
	    stdout);
	for (size_t i = 0; i < options->count; i++)
		if (options->table[i].argument != NULL)
			print_bash_option(&options->table[i]);
	fputs("\t*)\n"
	      "\t\t[[ $word == -* ]] || return 0\n"
	      "\t\twords='",
	    stdout);
	for (size_t i = 0; i < options->count; i++)
		printf("%s--%s", i == 0 ? "" : " ", options->table[i].name);
	fputs("'\n"
	      "\t\t;;\n"
	      "\tesac\n"
	      "\tcompopt +o default\n"
	      "\tCOMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
	      "}\n"
	      "complete -o default -F ",
	    stdout);
	print_function(filter);
	printf(" %s\n", filter->name);
}

/* A text within single quotes, the marks that _arguments would obey behind a '\'. */
static void
print_escaped(const char *text, const char *marks)
{
	for (; *text != '\0'; text++) {
		if (*text == '\'')
			fputs("'\\'", stdout);
		else if (strchr(marks, *text) != NULL)
			putchar('\\');
		putchar(*text);
	}
}

/* One form of an option, short or long; _arguments offers an option again only
 * where it may stand several times. */
static void
print_zsh_form(const struct filter_option *option, bool is_short)
{
	fputs("\t\t'", stdout);
	if (option->list != NULL)
		putchar('*');
	else if (option->letter != 0)
		printf("(-%c --%s)", option->letter, option->name);
	if (is_short)
		printf("-%c%s", option->letter, option->argument != NULL ? "+" : "");
	else
		printf("--%s%s", option->name, option->argument != NULL ? "=" : "");
	putchar('[');
	print_escaped(option->help, "\\[]:");
	putchar(']');
	if (option->argument != NULL) {
		putchar(':');
		print_escaped(option->argument, "\\:");
		putchar(':');
		if (option->choices != NULL) {
			putchar('(');
			print_choices(option);
			putchar(')');
		} else if (strchr(option->argument, '=') != NULL && takes_file(option)) {
			fputs("{compset -P \"*=\"; _files}", stdout);
		} else {
			fputs(takes_file(option) ? "_files" : " ", stdout);
		}
	}
	puts("' \\");
}

/* Its last lines serve both ways of loading it: by eval, and as a file on fpath. */
static void
print_zsh(const struct filter *filter, const struct options *options)
{
	printf("#compdef %s\n", filter->name);
	print_function(filter);
	fputs("()\n"
	      "{\n"
	      "\t_arguments -s -S \\\n",
	    stdout);
	for (size_t i = 0; i < options->count; i++) {
		if (options->table[i].letter != 0)
			print_zsh_form(&options->table[i], true);
		print_zsh_form(&options->table[i], false);
	}
	printf("\t\t'%s:FILE:_files'\n"
	       "}\n"
	       "if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then\n"
	       "\t",
	    filter->many ? "*" : "1");
	print_function(filter);
	fputs(" \"$@\"\n"
	      "else\n"
	      "\tcompdef ",
	    stdout);
	print_function(filter);
	printf(" %s\n"
	       "fi\n",
	    filter->name);
}

void
options_print_completion(
    const struct filter *filter, const struct options *options, const char *shell)
{
	if (strcmp(shell, "zsh") == 0)
		print_zsh(filter, options);
	else
		print_bash(filter, options);
}
