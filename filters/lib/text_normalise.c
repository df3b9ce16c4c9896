/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * text: the normalised copy (utf8proc's only room).
 *
 * It is built one cluster at a time (a starter and the marks that follow it,
 * Unicode Standard Annex 15), so that every character keeps its origin.
 */
#include "text.h"

#include "memory.h"
#include "text_ascii.h"

#include <utf8proc.h>

/* More marks on one letter are nobody's name: the cluster is cut there, as in
 * the Stream-Safe Text Format (which cuts at 30), so that no input is slow. */
#define CLUSTER_MAX 64
/* No starter below composes with the one before it. */
#define FIRST_COMPOSING_STARTER 0x900

struct character {
	int32_t code;
	int class; /* canonical combining class; 0 is a starter */
	uint32_t origin;
};

struct cluster {
	struct character characters[CLUSTER_MAX];
	size_t count;
};

/* The full-width forms of ASCII. */
#define FULL_WIDTH_FIRST  0xFF01
#define FULL_WIDTH_LAST   0xFF5E
#define FULL_WIDTH_OFFSET 0xFEE0

static void
reserve(struct text *text, size_t more)
{
	size_t needed = text->length + more;
	size_t before = text->capacity;

	if (needed <= text->capacity)
		return;
	text->capacity = needed > text->capacity * 2 ? needed : text->capacity * 2;
	text->data = xwiden(text->data, before, text->capacity);
	text->origin = xreallocarray(text->origin, text->capacity + 1, sizeof *text->origin);
}

/* What scanners and word processors leave behind and nobody sees: control characters
 * that stand for no blank (C0, DEL, C1), and interlinear annotation. */
static bool
is_unseen(int32_t code)
{
	return (code < ' ' && (code < '\t' || code > '\r'))
	    || (code >= 0x7F && code < 0xA0 && code != 0x85) || (code >= 0xFFF9 && code <= 0xFFFB);
}

/* ASCII up to the first byte that nobody sees: a mark behind that belongs to the letter
 * before it. */
static size_t
seen_length(const char *data, size_t length)
{
	const size_t run = text_ascii_length(data, length);
	size_t at = 0;

	if (!text_has_control(data, run))
		return run;
	while (!is_unseen((unsigned char)data[at]))
		at++;
	return at;
}

/* An ASCII run, for which there is room. */
static void
add_ascii(struct text *text, const char *data, size_t start, size_t end, bool fold)
{
	text_ascii_copy(data + start, start, end - start, fold, text->data + text->length,
	    text->origin + text->length);
	text->length += end - start;
}

/* Digits stand in runs of ten from 0 on (Unicode Standard, section 4.6). */
static int32_t
plain_digit(int32_t code)
{
	int32_t zero = code;

	while (utf8proc_category(zero - 1) == UTF8PROC_CATEGORY_ND)
		zero--;
	return '0' + (code - zero) % 10;
}

/* Quotes, dashes, spaces, digits and full-width forms as ASCII has them. */
static int32_t
plain(int32_t code, bool fold)
{
	if (code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST)
		code -= FULL_WIDTH_OFFSET;
	switch (code) {
	case 0x00B4:
	case 0x02BC:
	case 0x2018:
	case 0x2019:
	case 0x201A:
	case 0x201B:
	case 0x2032:
	case 0x2039:
	case 0x203A:
		return '\'';
	case 0x00AB:
	case 0x00BB:
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0x201F:
	case 0x2033:
		return '"';
	case 0x2212: /* the minus sign is no dash to Unicode */
		return '-';
	case 0xFE6B: /* the small commercial at */
		return '@';
	case 0x0085:
		return ' ';
	default:
		break;
	}
	if (code < 0x80)
		return (unsigned char)text_ascii_plain((unsigned char)code, fold);
	switch (utf8proc_category(code)) {
	case UTF8PROC_CATEGORY_ND:
		return plain_digit(code);
	case UTF8PROC_CATEGORY_PD:
		return '-';
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return ' ';
	default:
		return code;
	}
}

/* The primary composite of both, or 0. */
static int32_t
composite(int32_t first, int32_t second)
{
	utf8proc_int32_t pair[2] = { first, second };

	return utf8proc_normalize_utf32(pair, 2, UTF8PROC_COMPOSE | UTF8PROC_STABLE) == 1 ? pair[0]
	                                                                                  : 0;
}

/* Canonical order, then composition. */
static void
settle(struct cluster *cluster)
{
	struct character *all = cluster->characters;
	size_t kept = 1;

	if (cluster->count < 2)
		return;
	for (size_t i = 1; i < cluster->count; i++) {
		struct character moved = all[i];
		size_t place = i;

		for (; place > 0 && all[place - 1].class > moved.class; place--)
			all[place] = all[place - 1];
		all[place] = moved;
	}
	for (size_t i = 1; i < cluster->count; i++) {
		int32_t composed = 0;

		if (all[0].class == 0 && (kept == 1 || all[kept - 1].class < all[i].class))
			composed = composite(all[0].code, all[i].code);
		if (composed != 0)
			all[0].code = composed;
		else
			all[kept++] = all[i];
	}
	cluster->count = kept;
	/* Marks that changed places must not make the origins go back. */
	for (size_t i = cluster->count; i-- > 1;) {
		if (all[i - 1].origin > all[i].origin)
			all[i - 1].origin = all[i].origin;
	}
}

/* Writes the settled cluster. */
static void
emit(struct text *text, struct cluster *cluster)
{
	reserve(text, 4 * cluster->count);
	for (size_t i = 0; i < cluster->count; i++) {
		struct character character = cluster->characters[i];
		utf8proc_ssize_t bytes = utf8proc_encode_char(
		    character.code, (utf8proc_uint8_t *)text->data + text->length);

		for (; bytes > 0; bytes--)
			text->origin[text->length++] = character.origin;
	}
	cluster->count = 0;
}

/* The next decomposed character. */
static void
add(struct text *text, struct cluster *cluster, int32_t code, uint32_t origin)
{
	struct character added = { code, utf8proc_get_property(code)->combining_class, origin };

	if (added.class == 0 || cluster->count == CLUSTER_MAX) {
		int32_t composed = 0;

		settle(cluster);
		if (added.class == 0 && code >= FIRST_COMPOSING_STARTER && cluster->count == 1)
			composed = composite(cluster->characters[0].code, code);
		if (composed != 0) {
			cluster->characters[0].code = composed;
			return;
		}
		emit(text, cluster);
	}
	cluster->characters[cluster->count++] = added;
}

/* From the first byte that is not ASCII, or the one before it, which may carry
 * marks. */
static bool
add_unicode(struct text *text, struct field original, size_t at, bool fold, struct fault *fault)
{
	const utf8proc_option_t options =
	    UTF8PROC_DECOMPOSE | UTF8PROC_IGNORE | (fold ? UTF8PROC_CASEFOLD : 0);
	struct cluster cluster = { .count = 0 };

	while (at < original.length) {
		size_t left = original.length - at;
		size_t run = seen_length(original.data + at, left);
		utf8proc_int32_t codes[32];
		utf8proc_int32_t code;
		utf8proc_ssize_t bytes;
		utf8proc_ssize_t count;

		if (run > 1) {
			run -= run < left;
			settle(&cluster);
			emit(text, &cluster);
			reserve(text, run);
			add_ascii(text, original.data, at, at + run, fold);
			at += run;
			continue;
		}
		bytes = utf8proc_iterate(
		    (const utf8proc_uint8_t *)original.data + at, (utf8proc_ssize_t)left, &code);
		if (bytes <= 0)
			return fault_set(fault, "a text is not UTF-8");
		count = utf8proc_decompose_char(code, codes, 32, options, NULL);
		for (utf8proc_ssize_t i = 0; i < count && i < 32 && !is_unseen(code); i++)
			add(text, &cluster, plain(codes[i], fold), (uint32_t)at);
		at += (size_t)bytes;
	}
	settle(&cluster);
	emit(text, &cluster);
	return true;
}

static bool
convert(struct text *text, struct field original, bool fold, struct fault *fault)
{
	size_t run;
	bool good = true;

	text->length = 0;
	if (original.length > UINT32_MAX)
		return fault_set(fault, "a text is at most 4 GiB long");
	run = seen_length(original.data, original.length);
	reserve(text, original.length + 1);
	if (run < original.length && run > 0)
		run--;
	add_ascii(text, original.data, 0, run, fold);
	if (run < original.length)
		good = add_unicode(text, original, run, fold, fault);
	text->origin[text->length] = (uint32_t)original.length;
	return good;
}

bool
text_normalise(struct text *text, struct field original, struct fault *fault)
{
	return convert(text, original, true, fault);
}

bool
text_plain(struct text *text, struct field original, struct fault *fault)
{
	return convert(text, original, false, fault);
}
