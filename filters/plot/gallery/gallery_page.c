/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gallery_page: the index of a gallery, as a page and as records. */
#include "gallery_parts.h"

#include "../../lib/html.h"

#include <string.h>

const char *const gallery_columns[GALLERY_COLUMNS] = { "file", "measure", "type", "title" };

static const char style[] =
    "body{margin:0 auto;max-width:62rem;padding:1rem;font-family:system-ui,sans-serif;"
    "line-height:1.5;color:#1a1a1a;background:#fff}"
    "h1{font-size:1.75rem;line-height:1.25}h2{font-size:1.25rem;line-height:1.3}"
    "ol.charts{list-style:none;padding:0}ol.charts>li{margin:0 0 3rem}"
    "img{max-width:100%;height:auto;border:1px solid #767676}"
    "pre{overflow-x:auto;border:1px solid #767676;padding:1rem}"
    "a{color:#0b4f8a}a:focus{outline:3px solid #0b4f8a;outline-offset:2px}"
    "nav li{margin:.25rem 0}.links a{margin-right:1.5rem}"
    "@media print{nav{display:none}ol.charts>li{break-inside:avoid}}";

bool
gallery_list(const struct gallery *gallery, struct buffer *csv, struct fault *fault)
{
	struct paper paper;

	if (!paper_open(&paper, fault))
		return false;
	for (size_t i = 0; i < GALLERY_COLUMNS; i++)
		writer_text(&paper.writer, gallery_columns[i]);
	writer_end(&paper.writer);
	for (size_t i = 0; i < gallery->count; i++) {
		const struct gallery_chart *chart = &gallery->charts[i];
		struct buffer file = { 0 };

		buffer_format(&file, "%s.%s", chart->name, picture_ending(gallery->look->format));
		writer_value(&paper.writer, (struct field){ file.data, file.length });
		writer_text(&paper.writer, gallery->series->measures.texts[chart->measure]);
		writer_text(&paper.writer, chart->type);
		writer_text(&paper.writer, chart->title);
		writer_end(&paper.writer);
		buffer_release(&file);
	}
	return paper_close(&paper, csv, fault);
}

static void
put(struct buffer *html, const char *before, const char *text, const char *after)
{
	buffer_append_text(html, before);
	html_text(html, field_of(text));
	buffer_append_text(html, after);
}

static void
put_heading(const struct gallery *gallery, struct buffer *html)
{
	if (gallery->count == 0)
		buffer_append_text(html, "There are no figures to draw");
	else if (gallery->count == 1)
		html_text(html, field_of(gallery->charts[0].label));
	else
		buffer_format(html, "Charts of %zu measures", gallery->count);
}

/* The picture, or where a page shows none of that format what it says. */
static void
put_picture(const struct gallery *gallery, const struct gallery_chart *chart, struct buffer *html)
{
	const char *ending = picture_ending(gallery->look->format);

	switch (gallery->look->format) {
	case FORMAT_SVG:
	case FORMAT_PNG:
		buffer_format(html, "<img src=\"%s.%s\" width=\"%.0f\" loading=\"lazy\"",
		    chart->name, ending, gallery->look->width);
		put(html, " alt=\"", chart->alt, "\">\n");
		break;
	case FORMAT_TXT:
		put(html, "<pre role=\"img\" tabindex=\"0\" aria-label=\"", chart->alt, "\">");
		html_text(html, (struct field){ chart->picture.data, chart->picture.length });
		buffer_append_text(html, "</pre>\n");
		break;
	case FORMAT_PDF:
	case FORMATS:
		put(html, "<p>", chart->alt, "</p>\n");
		break;
	}
}

static void
put_chart(const struct gallery *gallery, const struct gallery_chart *chart, struct buffer *html)
{
	static const char *const names[] = { [FORMAT_SVG] = "SVG",
		[FORMAT_PNG] = "PNG",
		[FORMAT_PDF] = "PDF",
		[FORMAT_TXT] = "text",
		[FORMATS] = "" };

	buffer_format(html, "<li id=\"%s\">\n", chart->name);
	put(html, "<h2>", chart->title, "</h2>\n");
	put_picture(gallery, chart, html);
	buffer_format(html, "<p class=\"links\"><a href=\"%s.%s\">", chart->name,
	    picture_ending(gallery->look->format));
	put(html, "Chart of ", chart->label, "");
	buffer_format(
	    html, " (%s)</a> <a href=\"%s.csv\">", names[gallery->look->format], chart->name);
	put(html, "Figures of ", chart->label, " (CSV)</a></p>\n</li>\n");
}

void
gallery_page(const struct gallery *gallery, struct buffer *html)
{
	put(html, "<!DOCTYPE html>\n<html lang=\"", gallery->look->language,
	    "\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
	put_heading(gallery, html);
	buffer_format(html, "</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n<h1>", style);
	put_heading(gallery, html);
	buffer_append_text(html, "</h1>\n");
	if (gallery->series->undisclosed)
		put(html, "<p><strong>", words_stamp, ".</strong></p>\n");
	if (gallery->count > 1) {
		buffer_append_text(html, "<nav aria-label=\"Charts\">\n<ol>\n");
		for (size_t i = 0; i < gallery->count; i++) {
			buffer_format(html, "<li><a href=\"#%s\">", gallery->charts[i].name);
			put(html, "", gallery->charts[i].title, "</a></li>\n");
		}
		buffer_append_text(html, "</ol>\n</nav>\n");
	}
	buffer_append_text(html, "<ol class=\"charts\" role=\"list\">\n");
	for (size_t i = 0; i < gallery->count; i++)
		put_chart(gallery, &gallery->charts[i], html);
	buffer_append_text(html,
	    "</ol>\n<p><a href=\"index.csv\">List of the charts (CSV)</a></p>\n"
	    "</main>\n</body>\n</html>\n");
}
