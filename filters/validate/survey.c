/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * survey: the files looked at before the first record is judged.  Their headers
 * agree with each other; and where the schema looks back or forward (a foreign
 * key to the table itself, submissions that later ones replace) all records are
 * read once.  A pipe can be read once only, so its header is met on the way.
 */
#include "run.h"

#include "../lib/text.h"

#include <unistd.h>

/* What is looked for on one way through the files. */
enum quest { QUEST_HEADERS, QUEST_SUBMISSIONS, QUEST_KEYS };

struct survey {
	struct run *run;
	struct row row;
	enum quest quest;
};

static bool
take_cells(struct survey *survey, size_t input, struct fault *fault)
{
	struct run *run = survey->run;
	const struct cells *cells = &survey->row.cells;

	row_fill(&survey->row);
	if (survey->quest == QUEST_SUBMISSIONS)
		return submissions_survey(
		    &run->submissions, input, filter_input_name(run->filter, input), cells, fault);
	/* nothing may refer to a record that a later submission replaces */
	return (submissions_present(&run->submissions)
	           && submissions_replaced(&run->submissions, input, cells))
	    || keys_survey(&run->keys, cells, fault);
}

static bool
read_records(struct survey *survey, struct reader *reader, size_t input, struct fault *fault)
{
	for (;;)
		switch (reader_next(reader, fault)) {
		case READER_RECORD:
			if (reader_is_blank(reader) || reader_is_header(reader))
				break;
			row_take(&survey->row, reader);
			if (!take_cells(survey, input, fault))
				return false;
			break;
		case READER_FAULTY:
			break;
		case READER_END:
			return true;
		case READER_FAILED:
			return false;
		}
}

static bool
check_header(struct survey *survey, struct reader *reader, struct fault *fault)
{
	struct run *run = survey->run;

	if (reader->columns == 0)
		return true;
	if (run->schema != NULL && !row_match(&survey->row, reader, fault))
		return false;
	if (run->header != NULL && !run_agrees(run, reader, &survey->row.match, fault))
		return false;
	return run_rejects_agree(run, reader, fault);
}

/* The header of a partition stands in a file of its own, and was read. */
static bool
read_header(const struct run *run, struct reader *reader, struct fault *fault)
{
	return run->filter->header_path != NULL
	    ? reader_take_header(reader, &run->filter->reader, fault)
	    : reader_header(reader, fault);
}

static bool
survey_input(struct survey *survey, size_t input, struct fault *fault)
{
	struct run *run = survey->run;
	struct filter *filter = run->filter;
	int descriptor = filter->descriptors[input];
	off_t here = lseek(descriptor, 0, SEEK_CUR);
	off_t start = here;
	struct reader reader;
	bool good;

	if (here < 0)
		return survey->quest == QUEST_HEADERS
		    || fault_at(fault, filter_input_name(filter, input), 0, 0,
		        "the schema looks through the whole table first, which needs a file that "
		        "can be read twice, not a pipe");
	if (input == filter->input)
		start -= (off_t)reader_bytes(&filter->reader);
	if (lseek(descriptor, start, SEEK_SET) < 0)
		return fault_system(fault, filter_input_name(filter, input), "cannot go back");
	reader_open(&reader, descriptor, filter_input_name(filter, input));
	reader_set_dialect(&reader, filter->dialect);
	good = read_header(run, &reader, fault) && check_header(survey, &reader, fault)
	    && (survey->quest == QUEST_HEADERS || reader.columns == 0
	        || read_records(survey, &reader, input, fault));
	reader_close(&reader);
	if (good && lseek(descriptor, here, SEEK_SET) < 0)
		good = fault_system(fault, filter_input_name(filter, input), "cannot go back");
	return good;
}

static bool
survey_inputs(struct survey *survey, enum quest quest, struct fault *fault)
{
	survey->quest = quest;
	for (size_t i = 0; i < survey->run->filter->input_count; i++)
		if (!survey_input(survey, i, fault))
			return false;
	return true;
}

/* What --source-column appends is UTF-8 as all else, and its name one line. */
static bool
check_source(const struct run *run, struct fault *fault)
{
	const char *name = run->source_column;

	if (name == NULL)
		return true;
	if (text_invalid_at(name, strlen(name)) != strlen(name) || strpbrk(name, "\r\n") != NULL)
		return fault_set(fault, "--source-column takes a name of UTF-8, on one line");
	for (size_t i = 0; i < run->filter->input_count; i++) {
		const char *input = filter_input_name(run->filter, i);

		if (text_invalid_at(input, strlen(input)) != strlen(input))
			return fault_at(fault, input, 0, 0,
			    "this name is not UTF-8, as the column of --source-column has to be; "
			    "rename the file");
	}
	return true;
}

bool
run_survey(struct run *run, struct fault *fault)
{
	bool several = run->filter->input_count > 1;
	struct survey survey = { .run = run };
	bool good;

	if (!check_source(run, fault))
		return false;
	if (run->schema != NULL)
		row_open(&survey.row, run->schema, run->trim);
	good = !several || survey_inputs(&survey, QUEST_HEADERS, fault);
	/* in a single file nothing can be replaced */
	if (good && several && submissions_present(&run->submissions))
		good = survey_inputs(&survey, QUEST_SUBMISSIONS, fault);
	if (good && run->schema != NULL && keys_look_back(&run->keys))
		good = survey_inputs(&survey, QUEST_KEYS, fault);
	row_close(&survey.row);
	return good;
}
