/* SPDX-License-Identifier: GPL-3.0-or-later */
/* side: the files that stand beside a chart. */
#include "side.h"

bool
side_open(struct side *side, const struct filter *filter, struct fault *fault)
{
	const char *data = side->data_path;
	const char *words = side->words_path;

	if (data != NULL && words != NULL && output_is_standard(data) && output_is_standard(words))
		return fault_set(
		    fault, "--data and --words are both standard output; give one a file");
	return (data == NULL || filter_spares(filter, "--data", data, fault))
	    && (words == NULL || filter_spares(filter, "--words", words, fault))
	    && side_file_open(&side->data, data, fault);
}

void
side_take(struct side *side, const struct selection *selection, const struct words *words)
{
	if (side->data.open)
		side_figures(selection, &side->data.writer);
	if (side->words_path != NULL) {
		side->words = runrecord_document("plot");
		side_words(selection, words, side->words);
	}
}

bool
side_commit(struct side *side, struct fault *fault)
{
	return side_file_flush(&side->data, fault)
	    && (side->words.value == NULL
	        || runrecord_document_write(side->words, side->words_path, 0600, fault))
	    && side_file_commit(&side->data, fault);
}

void
side_release(struct side *side)
{
	side_file_discard(&side->data);
	if (side->words.value != NULL)
		runrecord_document_free(side->words);
	side->words.value = NULL;
}
