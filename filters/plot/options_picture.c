/* SPDX-License-Identifier: GPL-3.0-or-later */
/* options_picture: how the picture is to look: characters, theme, language, size. */
#include "options.h"

#include "canvas/theme.h"

#include <stdlib.h>
#include <unistd.h>

#define SIZE_MAX_PIXELS 8000

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

static const char letters[] = LETTERS;
static const char letters_and_digits[] = LETTERS "0123456789";

/* The locale's characters as POSIX finds them: the first of three that is not empty. */
static bool
locale_is_utf8(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && value[0] != '\0')
			return strcasestr(value, "UTF-8") != NULL
			    || strcasestr(value, "UTF8") != NULL;
	}
	return false;
}

bool
options_ascii(const struct filter *filter)
{
	return options.ascii
	    || (output_is_standard(filter->output_path) && isatty(STDOUT_FILENO)
	        && !locale_is_utf8());
}

bool
options_theme(struct filter *filter, struct theme_file *theme, struct fault *fault)
{
	*theme = (struct theme_file){ .theme = theme_default };
	return options.theme == NULL
	    || (theme_file_open(theme, options.theme, fault)
	        && filter_configuration(filter, options.theme, fault));
}

/* The form of BCP 47 (RFC 5646, 2.1): a primary tag of 2 to 8 letters, then tags of 1 to 8
 * letters and digits. */
static bool
is_language(const char *tag)
{
	size_t length = strspn(tag, letters);

	if (length < 2 || length > 8)
		return false;
	while (tag[length] == '-') {
		tag += length + 1;
		length = strspn(tag, letters_and_digits);
		if (length < 1 || length > 8)
			return false;
	}
	return tag[length] == '\0';
}

bool
options_language(const char **language, struct fault *fault)
{
	*language = options.language == NULL ? "en-GB" : options.language;
	return is_language(*language)
	    || fault_set(fault, "--lang '%s' is no language: give a tag such as en-GB, cy or pa",
	        options.language);
}

bool
options_size(double *width, double *height, struct fault *fault)
{
	const char *times = options.size == NULL ? NULL : strchr(options.size, 'x');
	int64_t pixels[2] = { THEME_WIDTH, 0 };

	if (options.size != NULL) {
		size_t length =
		    times == NULL ? strlen(options.size) : (size_t)(times - options.size);

		if (!field_to_integer((struct field){ options.size, length }, &pixels[0])
		    || (times != NULL && !field_to_integer(field_of(times + 1), &pixels[1]))
		    || pixels[0] < THEME_WIDTH_MIN || pixels[0] > SIZE_MAX_PIXELS
		    || (times != NULL && (pixels[1] < 200 || pixels[1] > SIZE_MAX_PIXELS)))
			return fault_set(fault,
			    "--size '%s' is none: give a width of %d to %d pixels, or WIDTHxHEIGHT "
			    "with a height of 200 to %d",
			    options.size, THEME_WIDTH_MIN, SIZE_MAX_PIXELS, SIZE_MAX_PIXELS);
	}
	*width = (double)pixels[0];
	*height = (double)pixels[1];
	return true;
}
