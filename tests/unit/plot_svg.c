/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg: what is taken of gnuplot's SVG, as gnuplot 5.4 wrote it, and what is refused. */
#include "../../filters/plot/svg/svg.h"
#include "../../filters/plot/svg/svg_read.h"
#include "../../filters/plot/svg/svg_tag.h"

#include "unit.h"

#define INK 0x3d3d3d

static const char head[] =
    "<?xml version=\"1.0\" encoding=\"utf-8\"  standalone=\"no\"?>\n"
    "<svg \n"
    " width=\"100\" height=\"80\"\n"
    " viewBox=\"0 0 100 80\"\n"
    " xmlns=\"http://www.w3.org/2000/svg\"\n"
    " xmlns:xlink=\"http://www.w3.org/1999/xlink\"\n"
    ">\n"
    "\n"
    "<title>Gnuplot</title>\n"
    "<desc>Produced by GNUPLOT 5.4 patchlevel 4 </desc>\n"
    "\n"
    "<g id=\"gnuplot_canvas\">\n"
    "\n"
    "<rect x=\"0\" y=\"0\" width=\"100\" height=\"80\" fill=\"#ffffff\"/>\n"
    "<defs>\n"
    "\n"
    "\t<circle id='gpDot' r='0.5' stroke-width='0.5' stroke='currentColor'/>\n"
    "\t<path id='gpPt0' stroke-width='0.167' stroke='currentColor' d='M-1,0 h2 M0,-1 v2'/>\n"
    "\t<path id='gpPt1' stroke-width='0.167' stroke='currentColor' d='M-1,-1 L1,1 M1,-1 L-1,1'/>\n"
    "</defs>\n";

static const char shapes[] =
    "<g fill=\"none\" color=\"#FFFFFF\" stroke=\"currentColor\" stroke-width=\"1.00\" "
    "stroke-linecap=\"butt\" stroke-linejoin=\"miter\">\n"
    "</g>\n"
    "\t<g id=\"gnuplot_plot_1\" ><title>gnuplot_plot_1</title>\n"
    "<g fill=\"none\" color=\"black\" stroke=\"currentColor\" stroke-width=\"1.00\" "
    "stroke-linecap=\"butt\" stroke-linejoin=\"miter\">\n"
    "\t<g stroke='none' shape-rendering='crispEdges'>\n"
    "\t\t<polygon fill = 'rgb( 18,  55, 109)' points = '10.00,30.01 20.01,30.01 20.01,10.00 "
    "10.00,10.00 '/>\n"
    "\t</g>\n"
    "</g>\n"
    "\t</g>\n"
    "\t<g id=\"gnuplot_plot_2\" ><title>gnuplot_plot_2</title>\n"
    "<g fill=\"none\" color=\"#FFFFFF\" stroke=\"rgb( 18,  55, 109)\" stroke-width=\"1.50\" "
    "stroke-linecap=\"butt\" stroke-linejoin=\"miter\">\n"
    "</g>\n"
    "<g fill=\"none\" color=\"black\" stroke=\"currentColor\" stroke-width=\"1.50\" "
    "stroke-linecap=\"butt\" stroke-linejoin=\"miter\">\n"
    "</g>\n"
    "<g fill=\"none\" color=\"black\" stroke=\"currentColor\" stroke-width=\"1.50\" "
    "stroke-linecap=\"butt\" stroke-linejoin=\"miter\">\n"
    "\t<path stroke='rgb( 18,  67, 109)'  d='M50.00,50.00 L59.99,50.00 L64.99,60.50 M69.99,10.01 "
    "L69.99,20.01  '/></g>\n"
    "\t</g>\n"
    "\t<g id=\"gnuplot_plot_3\" ><title>gnuplot_plot_3</title>\n"
    "<g fill=\"none\" color=\"#FFFFFF\" stroke=\"rgb( 18,  67, 109)\" stroke-width=\"1.00\" "
    "stroke-linecap=\"butt\" stroke-linejoin=\"miter\">\n"
    "</g>\n"
    "<g fill=\"none\" color=\"black\" stroke=\"currentColor\" stroke-width=\"1.00\" "
    "stroke-linecap=\"butt\" stroke-linejoin=\"miter\">\n"
    "\t<g stroke='none' shape-rendering='crispEdges'>\n"
    "\t\t<polygon fill = 'rgb(170, 187, 204)' points = '40.00,60.00 50.00,70.00 40.00,70.00 '/>\n"
    "\t\t<polygon fill = 'rgb(170, 187, 204)' points = '34.50,60.00 34.28,61.39 33.64,62.65 "
    "32.65,63.64 31.39,64.28 30.00,64.50 28.61,64.28 27.35,63.64 26.36,62.65 25.72,61.39 "
    "25.50,60.00 25.72,58.61 26.36,57.35 27.35,56.36 28.61,55.72 30.00,55.50\n"
    "31.39,55.72 32.65,56.36 33.64,57.35 34.28,58.61 '/>\n"
    "\t</g>\n"
    "</g>\n"
    "\t</g>\n"
    "<g fill=\"none\" color=\"#FFFFFF\" stroke=\"rgb(170, 187, 204)\" stroke-width=\"2.00\" "
    "stroke-linecap=\"butt\" stroke-linejoin=\"miter\">\n"
    "</g>\n"
    "<g fill=\"none\" color=\"black\" stroke=\"currentColor\" stroke-width=\"2.00\" "
    "stroke-linecap=\"butt\" stroke-linejoin=\"miter\">\n"
    "\t<g transform=\"translate(5.00,22.16)\" stroke=\"none\" fill=\"rgb(0,0,0)\" "
    "font-family=\"DejaVu Sans\" font-weight=\"bold\" font-size=\"22.00\"  text-anchor=\"start\">\n"
    "\t\t<text>A &lt;b> &amp; &#x26;#x41;</text>\n"
    "\t</g>\n"
    "\t<g transform=\"translate(94.99,45.20)\" stroke=\"none\" fill=\"rgb(61,61,61)\" "
    "font-family=\"DejaVu Sans\" font-size=\"16.00\"  text-anchor=\"end\">\n"
    "\t\t<text>שלום</text>\n"
    "\t</g>\n"
    "</g>\n"
    "<g fill=\"none\" color=\"black\" stroke=\"rgb( 61,  61,  61)\" stroke-width=\"1.00\" "
    "stroke-linecap=\"butt\" stroke-linejoin=\"miter\">\n"
    "</g>\n";

static const char end[] = "</g>\n</svg>\n\n";

/* What gnuplot wrote, with a text in place of another that is in it. */
static struct buffer
drawn(const char *from, const char *to)
{
	struct buffer whole = { 0 };
	struct buffer changed = { 0 };
	const char *place;

	buffer_append_text(&whole, head);
	buffer_append_text(&whole, shapes);
	buffer_append_text(&whole, end);
	place = memmem(whole.data, whole.length, from, strlen(from));
	if (CHECK(place != NULL)) {
		buffer_append(&changed, whole.data, (size_t)(place - whole.data));
		buffer_append_text(&changed, to);
		place += strlen(from);
		buffer_append(&changed, place, (size_t)(whole.data + whole.length - place));
	}
	buffer_release(&whole);
	return changed;
}

static void
refused(const char *from, const char *to, const char *what)
{
	struct buffer whole = drawn(from, to);
	struct svg_drawing drawing;
	struct fault fault = { 0 };
	char message[256];

	snprintf(message, sizeof(message),
	    "gnuplot drew the chart in a form that is not known: %s; gnuplot 5.4 is known to work",
	    what);
	CHECK(!svg_read((struct field){ whole.data, whole.length }, INK, &drawing, &fault));
	CHECK_TEXT(fault.message, message);
	svg_read_release(&drawing);
	buffer_release(&whole);
}

static void
test_read(void)
{
	struct buffer whole = drawn("Gnuplot", "Gnuplot");
	struct svg_drawing drawing;
	struct fault fault = { 0 };

	CHECK(svg_read((struct field){ whole.data, whole.length }, INK, &drawing, &fault));
	CHECK_NUMBER(drawing.width, 100, 0);
	CHECK_NUMBER(drawing.height, 80, 0);
	CHECK(drawing.paper == 0xffffff);
	CHECK(drawing.count.lines == 3);
	CHECK(drawing.count.fills == 3);
	CHECK(drawing.count.words == 2);
	CHECK_FIELD(((struct field){ drawing.body.data, drawing.body.length }),
	    "<path fill=\"#12376d\" d=\"M10 10H20V30H10z\"/>\n"
	    "<path fill=\"none\" stroke=\"#12436d\" stroke-width=\"1.5\" "
	    "d=\"M50.01 50H60L65 60.5M70 10V20\"/>\n"
	    "<path fill=\"#abc\" d=\"M40 60L50.01 70L40 70zM25.5 60a4.5 4.5 0 1 1 9 0a4.5 4.5 0 1 "
	    "1 "
	    "-9 0z\"/>\n"
	    "<text x=\"5\" y=\"22.15\" font-size=\"22\" font-weight=\"bold\" fill=\"#000\">"
	    "A &lt;b&gt; &amp; &amp;#x41;</text>\n"
	    "<text x=\"95\" y=\"45.2\" direction=\"rtl\">\u05e9\u05dc\u05d5\u05dd</text>\n");
	svg_read_release(&drawing);
	buffer_release(&whole);
}

/* Nothing is left out without a word. */
static void
test_unknown(void)
{
	refused("<polygon fill = 'rgb( 18,", "<ellipse fill = 'rgb( 18,", "the element <ellipse>");
	refused(
	    "\t<path stroke", "\t<use xlink:href='#gpPt6'/>\n\t<path stroke", "the element <use>");
	refused("<rect x", "<image x", "the element <image>");
	refused("<path stroke='rgb", "<path stroke-dasharray='2,2' stroke='rgb",
	    "an attribute of <path>");
	refused("<path stroke='rgb", "<path stroke=rgb", "it has no end");
	refused(
	    "points = '40.00", "fill-opacity = '0.5' points = '40.00", "an attribute of <polygon>");
	refused("M50.00,50.00 L59.99", "M50.00,50.00 C59.99", "the strokes of <path>");
	refused("L64.99,60.50", "L64.99 60.50", "the strokes of <path>");
	refused("d='M50.00,50.00", "d='L50.00,50.00", "the strokes of <path>");
	refused("M69.99,10.01", "M1e5,10.01", "the strokes of <path>");
	refused("stroke='rgb( 18,  67", "stroke='rgb(300,  67", "the colour of <path>");
	refused("stroke='rgb( 18,  67, 109)'", "stroke='currentColor'", "the colour of <path>");
	refused("40.00,60.00 50.00,70.00 40.00,70.00 ", "40.00,60.00 50.00,70.00",
	    "the corners of <polygon>");
	refused("fill=\"#ffffff\"", "fill=\"white\"", "the colour of <rect>");
	refused("width=\"100\"", "width=\"100pt\"", "the size of <svg>");
	refused("translate(5.00,22.16)", "translate(5.00,22.16) rotate(-90)",
	    "the place of a word in <g>");
	refused("translate(5.00,22.16)", "rotate(-90)", "the place of a word in <g>");
	refused("text-anchor=\"end\"", "text-anchor=\"justify\"", "the place of a word in <g>");
	refused("stroke-linecap=\"butt\"", "stroke-linecap=\"round\"", "the way of strokes in <g>");
	refused("stroke-width=\"1.50\"", "stroke-width=\"thick\"", "the width of strokes in <g>");
	refused("A &lt;b>", "A &quot;", "the place or an escape in <text>");
	refused("A &lt;b>", "A <tspan>b</tspan>", "the end of <text>");
	refused("<text>A", "</g><text>A", "the end of <g>");
	refused("</g>\n</svg>", "</svg>", "the end of <svg>");
	refused("</g>\n</svg>", "</g>", "it has no end");
	refused("</svg>", "</svg><svg>", "something behind its end, <svg>");
	refused("</defs>", "", "the end of <defs>");
	refused("\t<path stroke", "a text\n\t<path stroke", "text behind <g>");
	refused("<?xml", "?xml", "it has no end");
}

/* What gnuplot left out is seen by the count. */
static void
test_count(void)
{
	struct buffer whole = drawn("M69.99,10.01 L69.99,20.01", "");
	struct canvas canvas = { .theme = &theme_default, .width = 100, .height = 80 };
	char title[] = "Title", alt[] = "Says";
	struct words words = { .title = title, .alt = alt };
	struct buffer svg = { 0 };
	struct fault fault = { 0 };

	canvas_box(&canvas, 10, 10, 20, 30, INK);
	canvas_line(&canvas, 50, 50, 60, 50, 1.5, INK);
	canvas_line(&canvas, 60, 50, 65, 60.5, 1.5, INK);
	/* it comes to nothing, and is none of those asked for */
	canvas_line(&canvas, 60, 50, 60.01, 50, 1.5, INK);
	canvas_triangle(&canvas, 40, 60, 10, 0, INK);
	canvas_circle(&canvas, 30, 60, 4.5, INK);
	canvas_word(&canvas, 5, 15, CANVAS_LEFT, 22, true, 0, "A <b> &");
	canvas_word(&canvas, 95, 40, CANVAS_RIGHT, 16, false, INK, "B");
	CHECK(svg_write(&whole, &canvas, &words, "cy", &svg, &fault));
	CHECK(memmem(svg.data, svg.length, " lang=\"cy\" width=\"100\" height=\"80\"", 34) != NULL);
	CHECK(memmem(svg.data, svg.length, "\">Says</desc>", 13) != NULL);
	CHECK(memmem(svg.data, svg.length, "nuplot", 6) == NULL);
	canvas_line(&canvas, 70, 10, 70, 20, 1.5, INK);
	buffer_clear(&svg);
	CHECK(!svg_write(&whole, &canvas, &words, "cy", &svg, &fault));
	CHECK_TEXT(fault.message,
	    "gnuplot drew 2 lines, 3 areas and 2 words of 3, 3 and 2: the chart is not whole; "
	    "gnuplot 5.4 is known to work");
	CHECK(svg.length == 0);
	canvas_release(&canvas);
	buffer_release(&svg);
	buffer_release(&whole);
}

static void
test_tags(void)
{
	struct field rest = field_of("<g a='1>2' b = \"'\"/>text");
	struct field number = field_of(" -12.50,");
	struct field name;
	struct field value;
	struct svg_tag tag;
	uint32_t colour;
	double figure;

	CHECK(svg_tag_next(&rest, &tag));
	CHECK_FIELD(tag.name, "g");
	CHECK(tag.empty && !tag.closes);
	CHECK_FIELD(tag.text, "text");
	CHECK_FIELD(svg_tag_value(&tag, "a"), "1>2");
	CHECK_FIELD(svg_tag_value(&tag, "b"), "'");
	CHECK(!svg_tag_next(&rest, &tag));
	rest = field_of("<g a='1");
	CHECK(!svg_tag_next(&rest, &tag));
	rest = field_of("a='1");
	CHECK(!svg_tag_attribute(&rest, &name, &value));
	CHECK(svg_tag_number(&number, &figure));
	CHECK_NUMBER(figure, -12.5, 0);
	CHECK_FIELD(number, ",");
	number = field_of("123456789");
	CHECK(!svg_tag_number(&number, &figure));
	CHECK(svg_tag_colour(field_of("#Ab0912"), &colour) && colour == 0xab0912);
	CHECK(svg_tag_colour(field_of("rgb(  1,20,255)"), &colour) && colour == 0x0114ff);
	CHECK(!svg_tag_colour(field_of("#ab091"), &colour));
	CHECK(!svg_tag_colour(field_of("#ab09123"), &colour));
	CHECK(!svg_tag_colour(field_of("rgb(1,2)"), &colour));
	CHECK(!svg_tag_colour(field_of("rgb(1,2,-3)"), &colour));
}

int
main(void)
{
	test_read();
	test_unknown();
	test_count();
	test_tags();
	return unit_done();
}
