/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gallery: a folder with a chart for each measure. */
#include "gallery_parts.h"

#include <stdlib.h>

static void
add_chart(struct gallery *gallery, size_t measure, struct names *taken)
{
	const struct series *series = gallery->series;
	struct selection naming = { .series = series, .wish = gallery->select };

	gallery->charts = xgrow(gallery->charts, gallery->count, sizeof(gallery->charts[0]));
	gallery->charts[gallery->count++] = (struct gallery_chart){ .measure = measure,
		.name = gallery_name(series->measures.texts[measure], taken),
		.label = words_measure_short(&naming, measure) };
}

/* The measures wished for in that order, or all. */
static bool
choose_measures(struct gallery *gallery, struct fault *fault)
{
	const struct series *series = gallery->series;
	const struct filter_list *wished = &gallery->select->measures;
	struct names taken = { 0 };
	size_t measure;
	bool good = true;

	names_add(&taken, field_of("index"));
	/* an empty stream is legal: nothing in it can be missed */
	for (size_t i = 0; good && series->count != 0 && i < wished->count; i++) {
		good =
		    names_require(&series->measures, wished->values[i], "measure", &measure, fault);
		for (size_t j = 0; good && j < i; j++)
			if (strcmp(wished->values[i], wished->values[j]) == 0)
				good = fault_set(
				    fault, "--measure '%s' is there twice", wished->values[i]);
		if (good)
			add_chart(gallery, measure, &taken);
	}
	if (good && wished->count == 0 && series->measures.count > GALLERY_MAX)
		good = fault_set(fault,
		    "%zu measures are more than the %d that --all draws: choose with --measure",
		    series->measures.count, GALLERY_MAX);
	for (size_t i = 0; good && wished->count == 0 && i < series->measures.count; i++)
		add_chart(gallery, i, &taken);
	names_release(&taken);
	return good;
}

static char *
file_name(const char *name, const char *ending)
{
	struct buffer out = { 0 };
	char *text;

	buffer_format(&out, "%s.%s", name, ending);
	text = xstrndup(out.data, out.length);
	buffer_release(&out);
	return text;
}

static bool
publish(const struct gallery *gallery, struct fault *fault)
{
	struct folder_file *files = xcalloc(2 * gallery->count + 2, sizeof(files[0]));
	const char *ending = picture_ending(gallery->look->format);
	struct buffer list = { 0 };
	struct buffer page = { 0 };
	size_t count = 0;
	bool good = gallery_list(gallery, &list, fault);

	gallery_page(gallery, &page);
	for (size_t i = 0; i < gallery->count; i++) {
		const struct gallery_chart *chart = &gallery->charts[i];

		files[count++] =
		    (struct folder_file){ file_name(chart->name, ending), &chart->picture };
		files[count++] =
		    (struct folder_file){ file_name(chart->name, "csv"), &chart->figures };
	}
	files[count++] = (struct folder_file){ file_name("index", "csv"), &list };
	files[count++] = (struct folder_file){ file_name("index", "html"), &page };
	good = good && folder_publish(gallery, files, count, fault);
	for (size_t i = 0; i < count; i++)
		free(files[i].name);
	free(files);
	buffer_release(&list);
	buffer_release(&page);
	return good;
}

bool
gallery_make(struct gallery *gallery, struct fault *fault)
{
	return choose_measures(gallery, fault) && gallery_draw(gallery, fault)
	    && publish(gallery, fault);
}

void
gallery_release(struct gallery *gallery)
{
	for (size_t i = 0; i < gallery->count; i++) {
		struct gallery_chart *chart = &gallery->charts[i];

		free(chart->name);
		free(chart->label);
		free(chart->type);
		free(chart->title);
		free(chart->alt);
		buffer_release(&chart->picture);
		buffer_release(&chart->figures);
	}
	free(gallery->charts);
	gallery->charts = NULL;
	gallery->count = 0;
}
