/* SPDX-License-Identifier: GPL-3.0-or-later */
/* svg: what a page takes of a picture, and what it does not. */
#include "../../filters/report/charts/svg.h"

#include "unit.h"

static void
becomes(const char *drawn, const char *expected, int line)
{
	struct buffer out = { 0 };
	struct fault fault = { 0 };

	unit_check(svg_embed(field_of(drawn), "wide", "c1-", &out, &fault), __FILE__, line, drawn);
	unit_field((struct field){ out.data, out.length }, expected, __FILE__, line, drawn);
	buffer_release(&out);
}

static void
refuses(const char *drawn, const char *expected, int line)
{
	struct buffer out = { 0 };
	struct fault fault = { 0 };

	unit_check(!svg_embed(field_of(drawn), "wide", "c1-", &out, &fault), __FILE__, line, drawn);
	if (!unit_check(strstr(fault.message, expected) != NULL, __FILE__, line, expected))
		printf("# %s\n", fault.message);
	buffer_release(&out);
}

#define BECOMES(drawn, expected) becomes(drawn, expected, __LINE__)
#define REFUSES(drawn, expected) refuses(drawn, expected, __LINE__)

int
main(void)
{
	BECOMES("<svg/>", "<svg class=\"wide\"/>");
	BECOMES("<?xml version=\"1.0\"?><svg xmlns=\"x\" xml:lang='en' width='5'></svg> ",
	    "<svg class=\"wide\" width=\"5\"></svg>");
	/* ids, and what refers to them */
	BECOMES("<svg aria-labelledby='a  b' id=\"q\"><title id='a'>x &amp; y</title></svg>",
	    "<svg class=\"wide\" aria-labelledby=\"c1-a c1-b\" id=\"c1-q\"><title "
	    "id=\"c1-a\">x &amp; y</title></svg>");
	BECOMES("<svg><use xlink:href='#a'/><path fill='url(#h)' d='M 0 0'/></svg>",
	    "<svg class=\"wide\"><use href=\"#c1-a\"/><path fill=\"url(#c1-h)\" d=\"M 0 "
	    "0\"/></svg>");
	/* a quote of the other kind stays inside its value */
	BECOMES("<svg><text x='\"1\"'>t</text></svg>",
	    "<svg class=\"wide\"><text x=\"&quot;1&quot;\">t</text></svg>");
	/* what stands behind the picture is left where it is */
	BECOMES("<svg></svg><script>", "<svg class=\"wide\"></svg>");
	REFUSES("", "no well-formed SVG");
	REFUSES("<svg>", "no well-formed SVG");
	REFUSES("<svg", "no well-formed SVG");
	REFUSES("<svg x", "no well-formed SVG");
	REFUSES("<svg x=", "no well-formed SVG");
	REFUSES("<svg x='", "no well-formed SVG");
	REFUSES("<svg x='<'/>", "no well-formed SVG");
	REFUSES("<svg /x>", "no well-formed SVG");
	REFUSES("<svg><g></svg></g>", "no well-formed SVG");
	BECOMES("<svg id='a\">' x='>'/>", "<svg class=\"wide\" id=\"c1-a&quot;&gt;\" x=\"&gt;\"/>");
	REFUSES("<svg>\xff</svg>", "no well-formed SVG");
	REFUSES("<svg></g>", "no well-formed SVG");
	REFUSES("<svg>\x01</svg>", "no well-formed SVG");
	REFUSES("<svg><g x='\x1b'/></svg>", "no well-formed SVG");
	REFUSES("<svgx/>", "element 'svgx'");
	REFUSES("<svg><svg/></svg>", "element 'svg'");
	REFUSES("<svg><script/></svg>", "element 'script'");
	REFUSES("<svg><a href='#x'/></svg>", "element 'a'");
	REFUSES("<svg><SCRIPT/></svg>", "element 'SCRIPT'");
	REFUSES("<svg><![CDATA[x]]></svg>", "element ''");
	REFUSES("<svg><!-- --></svg>", "element ''");
	REFUSES("<svg onload='x'/>", "attribute 'onload'");
	REFUSES("<svg style='x'/>", "attribute 'style'");
	REFUSES("<svg><use href='x.svg#a'/></svg>", "attribute 'href'");
	REFUSES("<svg><use href=''/></svg>", "attribute 'href'");
	REFUSES("<svg><g fill='url(x)'/></svg>", "another file");
	REFUSES("<svg><g fill='url(#a) url(https://x)'/></svg>", "another file");
	REFUSES("<svg><g fill='url('/></svg>", "another file");
	return unit_done();
}
