/* SPDX-License-Identifier: GPL-3.0-or-later */
/* html: any bytes become text of a page. */
#include "../../filters/lib/html.h"

#include "../../filters/lib/text.h"
#include "unit.h"

static void
becomes(const char *bytes, size_t length, const char *expected, const char *what)
{
	struct buffer out = { 0 };

	html_text(&out, (struct field){ bytes, length });
	unit_field((struct field){ out.data, out.length }, expected, __FILE__, __LINE__, what);
	buffer_release(&out);
}

#define BECOMES(bytes, expected) becomes(bytes, sizeof(bytes) - 1, expected, #bytes)

/* Every byte, alone and before another one: nothing of markup and of control comes out. */
static bool
every_pair_is_text(void)
{
	bool good = true;

	for (unsigned pair = 0; pair < 65536; pair++) {
		char bytes[2] = { (char)(pair >> 8), (char)pair };
		struct buffer out = { 0 };

		html_text(&out, (struct field){ bytes, 2 });
		good = good && text_invalid_at(out.data, out.length) == out.length;
		for (size_t i = 0; i < out.length; i++) {
			unsigned char byte = (unsigned char)out.data[i];

			good = good && strchr("<>\"'", byte == '\0' ? '<' : byte) == NULL
			    && byte != 0x7f
			    && (byte >= ' ' || byte == '\t' || byte == '\n' || byte == '\r');
		}
		buffer_release(&out);
	}
	return good;
}

int
main(void)
{
	BECOMES("", "");
	BECOMES("plain", "plain");
	BECOMES("<a href=\"x\">&amp;'", "&lt;a href=&quot;x&quot;&gt;&amp;amp;&#39;");
	BECOMES("a\0b",
	    "a\xef\xbf\xbd"
	    "b");
	BECOMES("\x1b[31m\x7f", "\xef\xbf\xbd[31m\xef\xbf\xbd");
	BECOMES("a\tb\nc\r", "a\tb\nc\r");
	BECOMES("\xc2\x85\xc2\x9b", "\xef\xbf\xbd\xef\xbf\xbd");
	BECOMES("\xc3\xa9\xe2\x80\x99\xf0\x9f\x98\x80", "\xc3\xa9\xe2\x80\x99\xf0\x9f\x98\x80");
	/* what turns the direction of a text, alone and around it */
	BECOMES("\xd8\x9c\xe2\x80\x8e\xe2\x80\x8f", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
	BECOMES("\xe2\x80\xaa\xe2\x80\xae\xe2\x81\xa6\xe2\x81\xa9",
	    "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
	BECOMES("\xe2\x80\xa9\xe2\x80\xaf", "\xe2\x80\xa9\xe2\x80\xaf");
	/* no UTF-8: a stray byte, one cut off, an overlong form, a surrogate */
	BECOMES("\xff", "\xef\xbf\xbd");
	BECOMES("\xe2\x80<", "\xef\xbf\xbd\xef\xbf\xbd&lt;");
	BECOMES("\xc0\xbc", "\xef\xbf\xbd\xef\xbf\xbd");
	BECOMES("\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
	/* characters that are none */
	BECOMES("\xef\xbf\xbe\xef\xbf\xbf\xef\xb7\x90\xf0\x9f\xbf\xbe",
	    "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
	BECOMES("\xef\xbf\xbd", "\xef\xbf\xbd");
	CHECK(every_pair_is_text());
	return unit_done();
}
