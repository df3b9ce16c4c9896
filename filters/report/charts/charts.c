/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charts: what the report asks of plot. */
#include "charts.h"

#include <stdlib.h>

static void
add_option(struct chart *chart, const char *name, const char *value)
{
	struct buffer text = { 0 };

	buffer_append_text(&text, name);
	buffer_append_text(&text, value);
	chart->options = xgrow(chart->options, chart->option_count, sizeof(char *));
	chart->options[chart->option_count++] = xstrndup(text.data, text.length);
	buffer_release(&text);
}

/* A text of the request, with its figures. */
static bool
add_words(struct chart *chart, struct placeholders *placeholders, const char *name,
    const struct words *words, struct fault *fault)
{
	struct buffer text = { 0 };
	bool good = words->text == NULL
	    || placeholder_fill(placeholders, &words->node, words->text, &text, fault);

	if (good && words->text != NULL) {
		buffer_append(&text, "", 1);
		add_option(chart, name, text.data);
	}
	buffer_release(&text);
	return good;
}

bool
charts_add(struct charts *charts, const struct block *block, struct placeholders *placeholders,
    struct fault *fault)
{
	const struct chart_request *request = &block->chart;
	struct chart *chart;
	struct fault reason = { 0 };

	charts->items = xgrow(charts->items, charts->count, sizeof *charts->items);
	chart = &charts->items[charts->count++];
	*chart = (struct chart){ .request = request, .node = block->node };
	chart->stream = streams_get(placeholders->streams, request->stream.text, &reason);
	if (chart->stream == NULL)
		return config_fault(&request->stream.node, fault, "%s", reason.message);
	for (size_t i = 0; i < request->option_count; i++)
		add_option(chart, request->options[i], "");
	return add_words(chart, placeholders, "--title=", &request->title, fault)
	    && add_words(chart, placeholders, "--subtitle=", &request->subtitle, fault)
	    && add_words(chart, placeholders, "--caption=", &request->caption, fault)
	    && add_words(chart, placeholders, "--alt=", &request->alt, fault);
}

void
charts_release(struct charts *charts)
{
	for (size_t i = 0; i < charts->count; i++) {
		struct chart *chart = &charts->items[i];

		for (size_t o = 0; o < chart->option_count; o++)
			free(chart->options[o]);
		free(chart->options);
		for (size_t s = 0; s < CHART_SIZES; s++)
			buffer_release(&chart->pictures[s]);
		config_close(&chart->words);
		table_free(chart->figures);
	}
	free(charts->items);
	*charts = (struct charts){ 0 };
}
