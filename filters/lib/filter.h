/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * filter: what all programs share: options, help, opening and closing.
 *
 * A filter's main file reads like this:
 *
 *	static struct { const char *config; bool long_form; } options;
 *	static const struct filter_option table[] = {
 *		{ "config", 'c', "FILE", "the instrument", .text = &options.config },
 *		{ "long", 0, NULL, "one line per record and scale", .flag = &options.long_form },
 *		{ 0 }
 *	};
 *
 *	int main(int argc, char **argv)
 *	{
 *		struct filter filter = { .name = "score", .synopsis = "...", .examples = "...",
 *		    .options = table };
 *		struct fault fault = { 0 };
 *
 *		if (!filter_parse(&filter, argc, argv))
 *			return (int)filter.status;
 *		(load the configuration; on a fault: return filter_fail(&filter, &fault);)
 *		if (filter.check_config)
 *			return filter_checked(&filter);
 *		if (!filter_open(&filter, &fault) || !bind(...)
 *		    || !filter_confine(&filter, NULL, 0, &fault))
 *			return filter_fail(&filter, &fault);
 *		(write the header)
 *		while (filter_next(&filter))
 *			...
 *		return filter_close(&filter);
 *	}
 */
#ifndef MHSW_FILTER_H
#define MHSW_FILTER_H

#include "diag.h"
#include "output.h"
#include "progress.h"
#include "reader.h"
#include "runrecord.h"
#include "writer.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#define FILTER_LIST_MAX 64

/* The texts given to an option that may stand several times. */
struct filter_list {
	const char *values[FILTER_LIST_MAX];
	size_t count;
};

/* One option; exactly one of text, flag, list is set: where it goes.  The
 * table ends with an entry of zeros. */
struct filter_option {
	const char *name;     /* long name */
	char letter;          /* 0: none */
	const char *argument; /* its name in the help; NULL for a flag */
	const char *help;     /* one line, lower case */
	const char **text;
	bool *flag;
	struct filter_list *list;
	bool secret;      /* its value does not stand in the run record */
	bool replaceable; /* the run record may take the place of the file that it names */
	/* the words that it takes, or that are worth offering, for a shell's completion;
	 * NULL ends them, or stands for any text; FILE in argument offers files */
	const char *const *choices;
};

/* A file, whatever it is called. */
struct filter_file {
	dev_t device;
	ino_t number;
};

struct filter {
	/* said by the filter */
	const char *name;
	const char *summary; /* one line: what it does */
	const char
	    *synopsis; /* without the name: "-c FILE [--long] [FILE]"; equals the man page's */
	const char *examples; /* shown first by --help */
	const char *notes;    /* shown last by --help: memory, exit codes of its own */
	const struct filter_option *options;
	bool many; /* several FILEs are taken, one after the other */

	/* from the shared options */
	const char *const *inputs;        /* operands; "-" is standard input */
	size_t input_count;               /* at least 1 */
	const char *output_path;          /* -o, or NULL: standard output */
	const char *header_path;          /* --header: the columns' names stand here */
	bool no_header;                   /* --no-header: none is written */
	bool check_config;                /* --check-config */
	bool show_values;                 /* --show-values: messages may hold values */
	enum progress_when show_progress; /* --progress */
	bool color;                       /* --color, NO_COLOR, terminal: decided */
	bool quiet;                       /* -q */
	const char *run_record;           /* --run-record */
	bool digest; /* --digest, or set by a filter before filter_open: SHA-256 of the
	              * inputs and of the output */

	/* set by a filter before filter_open, where the stream's own form is not all
	 * that it reads */
	const struct reader_dialect *dialect;
	/* likewise: the output may tell of single people, so a new file is its owner's alone */
	bool private_output;

	/* opened */
	struct reader reader; /* of the input at hand */
	size_t input;         /* its index */
	struct writer writer;
	struct output output;
	struct runrecord record;
	struct progress progress;
	int *descriptors;              /* of all inputs; owned */
	struct digest_stream *digests; /* of all inputs; owned; NULL: none is wanted */
	struct digest_stream *written; /* of the output, likewise */
	struct filter_file *configuration;
	size_t configuration_count;
	uint64_t bytes_before; /* read of the inputs before */
	enum status status;
};

/* Reads the options.  False: the program ends with filter->status (help and
 * version are printed, or a usage error is said). */
bool filter_parse(struct filter *filter, int argc, char **argv);
/* Opens the inputs and the output and reads the header of the first input. */
bool filter_open(struct filter *filter, struct fault *fault);
/* Opens the output alone, for what is made without an input. */
bool filter_open_output(struct filter *filter, struct fault *fault);
/* The name of an input for messages. */
const char *filter_input_name(const struct filter *filter, size_t input);
/* Ends the input at hand and reads the header of the next one.  False: there is
 * none, or with a fault it cannot be read. */
bool filter_next_input(struct filter *filter, bool *failed, struct fault *fault);
/* Bytes read so far, of all inputs. */
uint64_t filter_bytes(const struct filter *filter);
/* The same file is none of the inputs. */
bool filter_spares_inputs(const struct filter *filter, const char *path, struct fault *fault);
/* After filter_open, for a file that a filter writes besides its output: it can be
 * written, and is no input, no configuration, nothing else that an option names, and
 * neither the output nor the run record.  option: the one that names it, such as
 * "--audit". */
bool filter_spares(
    const struct filter *filter, const char *option, const char *path, struct fault *fault);
/* After everything is open and compiled: no core file, and for the rest of the
 * process's life nothing but reading, computing, and writing the output, the run
 * record and the count further files (NULL entries are passed over).  Best effort;
 * the run record says what the system gave. */
bool
filter_confine(struct filter *filter, const char *const *files, size_t count, struct fault *fault);
/* The next good record, counted in record.in.  A malformed record or a read
 * error is said, sets status to STATUS_FAILED and ends the loop. */
bool filter_next(struct filter *filter);
/* Puts the digests of the inputs, as "inputs", and of the output, as "output", into an
 * object; named: with the inputs' names.  The run record has them without being asked. */
void filter_digests(const struct filter *filter, struct runrecord_part part, bool named);
/* The last write and the counts, for what has to be known before filter_close: the
 * digests are whole then.  False with the fault when the run has failed. */
bool filter_finish(struct filter *filter, struct fault *fault);
/* Ends the program's work: flush, commit, run record; returns the exit status.
 * After a failure nothing is committed and an old output stays in place. */
int filter_close(struct filter *filter);
/* Says the fault and closes as failed. */
int filter_fail(struct filter *filter, const struct fault *fault);
/* The end of --check-config: says that the configuration is good. */
int filter_checked(struct filter *filter);
/* The file at path is none that the filter was configured with. */
bool
filter_spares_configuration(const struct filter *filter, const char *path, struct fault *fault);
/* Notes a configuration file in the run record; no output takes its place. */
bool filter_configuration(struct filter *filter, const char *path, struct fault *fault);
/* Before filter_open: keeps a file that will be read from being replaced, as
 * filter_configuration does, but the run record says nothing of it: a key, or a list of
 * people, which whoever has its digest finds by trying.  NULL, and what is not there, is
 * passed over. */
bool filter_guard(struct filter *filter, const char *path, struct fault *fault);
/* The names that a filter appends must be new: a fault names the column and
 * --prefix. */
bool filter_new_column(const struct filter *filter, const char *name, struct fault *fault);

#endif
