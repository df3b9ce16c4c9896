/* SPDX-License-Identifier: GPL-3.0-or-later */
/* postcode: a British postcode becomes its sector (NG1 1), district (NG1) or area (NG). */
#include "../../lib/ascii.h"
#include "../../lib/text.h"
#include "kind.h"
#include "postal.h"

#include <string.h>

static const char *const words[POSTAL_LEVELS + 1] = { "unit", "sector", "district", "area", NULL };
static const char *const spoken[POSTAL_LEVELS] = { "is passed on as the whole postcode",
	"is cut to the postcode's sector (as NG1 1)", "is cut to the postcode's district (as NG1)",
	"is cut to the postcode's area (as NG)" };

struct settings {
	unsigned level;
	struct text plain;
	char written[POSTAL_WRITING_MAX];
	struct postal postcode;
	char text[sizeof(struct postal)];
};

static bool
read_postcode(void *data, const struct config_node *node, struct fault *fault)
{
	struct config_node to = config_member(node, "to");
	struct settings *settings = data;
	size_t choice = 0;

	if (!config_choice(&to, words, &choice, fault))
		return false;
	settings->level = (unsigned)choice;
	return true;
}

static void
release(void *data)
{
	struct settings *settings = data;

	text_release(&settings->plain);
}

static void
explain_postcode(const void *data, struct buffer *out)
{
	const struct settings *settings = data;

	buffer_append_text(out, spoken[settings->level]);
}

static unsigned
levels(const void *data)
{
	(void)data;
	return POSTAL_LEVELS;
}

static unsigned
level_of(const void *data)
{
	return ((const struct settings *)data)->level;
}

/* Capitals, one blank wherever there were blanks or hyphens, none at the ends; false
 * where anything else stands there. */
static bool
take_writing(struct settings *settings, struct field value, struct field *out)
{
	struct fault fault;
	size_t length = 0;
	bool blank = false;

	if (value.length > 4 * POSTAL_WRITING_MAX || !text_plain(&settings->plain, value, &fault))
		return false;
	for (size_t i = 0; i < settings->plain.length; i++) {
		char byte = settings->plain.data[i];

		if (byte == ' ' || byte == '\t' || byte == '-') {
			blank = length != 0;
			continue;
		}
		if ((!ascii_is_letter(byte) && !ascii_is_digit(byte))
		    || length + 2 > POSTAL_WRITING_MAX)
			return false;
		if (blank)
			settings->written[length++] = ' ';
		blank = false;
		settings->written[length++] = byte >= 'a' ? (char)(byte - 'a' + 'A') : byte;
	}
	*out = (struct field){ settings->written, length };
	return true;
}

static enum change_result
cut_postcode(void *data, struct field value, const struct change_record *record, unsigned level,
    struct field *out)
{
	struct settings *settings = data;
	const struct postal *postcode = &settings->postcode;
	struct field text;
	size_t length = 0;
	const char *const parts[] = { level == POSTAL_AREA ? postcode->area : postcode->district,
		level <= POSTAL_SECTOR ? postcode->sector : "",
		level == POSTAL_UNIT ? postcode->unit : "" };

	(void)record;
	if (!take_writing(settings, value, &text) || !postal_parse(&settings->postcode, text)
	    || postcode->level > level)
		return CHANGE_FAILED;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		size_t more = strlen(parts[i]);

		memcpy(settings->text + length, parts[i], more);
		length += more;
	}
	*out = (struct field){ settings->text, length };
	return field_equals(*out, value) ? CHANGE_SAME : CHANGE_DONE;
}

static bool
freeze(const void *data, unsigned level, struct config_node *node)
{
	(void)data;
	return config_set_text(node, "to", words[level]);
}

const struct change_kind change_postcode = {
	.name = "postcode",
	.wants = "postcode",
	.action = "generalise",
	.to = words,
	.size = sizeof(struct settings),
	.read = read_postcode,
	.release = release,
	.explain = explain_postcode,
	.levels = levels,
	.level = level_of,
	.value = cut_postcode,
	.freeze = freeze,
};
