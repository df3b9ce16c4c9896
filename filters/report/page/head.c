/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head: title, styles, and the policy that nothing else is loaded or run. */
#include "page.h"

#include "../../lib/digest.h"

static const char *const style_lines[] = {
#include "filters/report/page/style.css.inc"
};

/* RFC 4648, of the 32 bytes of a digest. */
static void
base64(const unsigned char digest[DIGEST_SIZE], struct buffer *out)
{
	static const char letters[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < DIGEST_SIZE; i += 3) {
		unsigned second = i + 1 < DIGEST_SIZE ? digest[i + 1] : 0;
		unsigned third = i + 2 < DIGEST_SIZE ? digest[i + 2] : 0;
		unsigned group = (unsigned)digest[i] << 16 | second << 8 | third;

		buffer_append(out, &letters[group >> 18], 1);
		buffer_append(out, &letters[group >> 12 & 63], 1);
		buffer_append(out, i + 1 < DIGEST_SIZE ? &letters[group >> 6 & 63] : "=", 1);
		buffer_append(out, i + 2 < DIGEST_SIZE ? &letters[group & 63] : "=", 1);
	}
}

/* The digest by which a browser knows the one style element that it may follow. */
static void
write_digest(const struct buffer *style, struct buffer *out)
{
	struct digest_stream stream;
	char hex[DIGEST_HEX_SIZE];
	unsigned char digest[DIGEST_SIZE];

	digest_stream_init(&stream);
	digest_stream_add(&stream, style->data, style->length);
	digest_stream_hex(&stream, hex);
	for (size_t i = 0; i < DIGEST_SIZE; i++) {
		const char *digits = "0123456789abcdef";

		digest[i] = (unsigned char)((strchr(digits, hex[2 * i]) - digits) << 4
		    | (strchr(digits, hex[2 * i + 1]) - digits));
	}
	base64(digest, out);
}

bool
page_head(struct page *page, struct fault *fault)
{
	struct buffer style = { 0 };
	bool good;

	for (size_t i = 0; i < sizeof style_lines / sizeof *style_lines; i++)
		buffer_append_text(&style, style_lines[i]);
	page_put(page, "<!doctype html>\n<html lang=\"");
	page_text(page, field_of(page->document->lang));
	page_put(page,
	    "\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
	    "base-uri 'none'; form-action 'none'; style-src 'sha256-");
	write_digest(&style, &page->out);
	page_put(page, "'\">\n<title>");
	good = page_words(page, &page->document->title, fault);
	page_put(page, "</title>\n<style>");
	buffer_append(&page->out, style.data, style.length);
	page_put(page, "</style>\n</head>\n");
	buffer_release(&style);
	return good;
}
