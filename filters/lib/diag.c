/* SPDX-License-Identifier: GPL-3.0-or-later */
/* diag: what a filter says on standard error, and errors as values. */
#include "diag.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* One process, one name, one loudness. */
static const char *program = "mhsw";
static int verbosity = 1;

static bool
fault_fill(struct fault *fault, const char *place, const char *format, va_list arguments)
{
	size_t used = 0;

	if (place[0] != '\0')
		used = (size_t)snprintf(fault->message, sizeof fault->message, "%s: ", place);
	if (used < sizeof fault->message)
		vsnprintf(fault->message + used, sizeof fault->message - used, format, arguments);
	return false;
}

bool
fault_set(struct fault *fault, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	fault_fill(fault, "", format, arguments);
	va_end(arguments);
	return false;
}

bool
fault_at(struct fault *fault, const char *file, size_t line, size_t column, const char *format, ...)
{
	char place[sizeof fault->message];
	va_list arguments;

	if (line == 0)
		snprintf(place, sizeof place, "%s", file);
	else if (column == 0)
		snprintf(place, sizeof place, "%s:%zu", file, line);
	else
		snprintf(place, sizeof place, "%s:%zu:%zu", file, line, column);
	va_start(arguments, format);
	fault_fill(fault, place, format, arguments);
	va_end(arguments);
	return false;
}

bool
fault_pointer(struct fault *fault, const char *file, const char *pointer, const char *format, ...)
{
	char place[sizeof fault->message];
	va_list arguments;

	snprintf(place, sizeof place, "%s: at %s", file, pointer[0] ? pointer : "the top level");
	va_start(arguments, format);
	fault_fill(fault, place, format, arguments);
	va_end(arguments);
	return false;
}

bool
fault_system(struct fault *fault, const char *file, const char *what)
{
	/* an empty name is most often a variable of a script that is not set */
	return fault_at(fault, *file != '\0' ? file : "''", 0, 0, "%s: %s", what, strerror(errno));
}

void
diag_program(const char *name)
{
	program = name;
}

void
diag_verbosity(int level)
{
	verbosity = level;
}

/* The bytes of a character above ASCII that a terminal obeys: the controls of ISO 6429
 * (U+0080 to U+009F), and what turns the direction of the text around it. */
static size_t
upper_control(const char *text)
{
	const unsigned char *bytes = (const unsigned char *)text;

	if ((bytes[0] == 0xC2 && bytes[1] >= 0x80 && bytes[1] < 0xA0)
	    || (bytes[0] == 0xD8 && bytes[1] == 0x9C))
		return 2;
	if (bytes[0] == 0xE2
	    && ((bytes[1] == 0x80 && bytes[2] >= 0xAA && bytes[2] <= 0xAE)
	        || (bytes[1] == 0x81 && bytes[2] >= 0xA6 && bytes[2] <= 0xA9)))
		return 3;
	return 0;
}

/* A file's or a column's name may hold what a terminal obeys. */
static void
hide_controls(char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text < ' ' || *text == 0x7F)
			*text = '?';
		else
			memset(text, '?', upper_control(text));
}

/* One fprintf for a line, so that the messages of a pipeline's filters do not
 * mix inside a line. */
static void
say(const char *kind, const char *format, va_list arguments)
{
	char text[2048];

	vsnprintf(text, sizeof text, format, arguments);
	hide_controls(text);
	fprintf(stderr, "%s: %s%s\n", program, kind, text);
}

void
diag_fault(const struct fault *fault)
{
	diag_error("%s", fault->message);
}

void
diag_error(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	say("", format, arguments);
	va_end(arguments);
}

void
diag_warning(const char *format, ...)
{
	va_list arguments;

	if (verbosity < 1)
		return;
	va_start(arguments, format);
	say("warning: ", format, arguments);
	va_end(arguments);
}

void
diag_tell(const char *format, ...)
{
	va_list arguments;

	if (verbosity < 1)
		return;
	va_start(arguments, format);
	say("", format, arguments);
	va_end(arguments);
}

void
diag_note(const char *format, ...)
{
	va_list arguments;

	if (verbosity < 2)
		return;
	va_start(arguments, format);
	say("", format, arguments);
	va_end(arguments);
}

#define NEAREST_MAX 64

/* Edit distance with neighbouring letters swapped counted as one step (optimal
 * string alignment: Damerau 1964, Levenshtein 1966). */
static size_t
edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
	size_t row[3][NEAREST_MAX + 1];

	for (size_t j = 0; j <= b_length; j++)
		row[0][j] = j;
	for (size_t i = 1; i <= a_length; i++) {
		size_t *now = row[i % 3];
		const size_t *before = row[(i + 2) % 3];
		const size_t *earlier = row[(i + 1) % 3];

		now[0] = i;
		for (size_t j = 1; j <= b_length; j++) {
			size_t best = before[j - 1] + (a[i - 1] != b[j - 1]);

			if (before[j] + 1 < best)
				best = before[j] + 1;
			if (now[j - 1] + 1 < best)
				best = now[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]
			    && earlier[j - 2] + 1 < best)
				best = earlier[j - 2] + 1;
			now[j] = best;
		}
	}
	return row[a_length % 3][b_length];
}

const char *
diag_nearest(const char *typed, size_t typed_length, const char *const *names, size_t count)
{
	const char *nearest = NULL;
	size_t best = (typed_length + 2) / 3 + 1;

	if (typed_length == 0 || typed_length > NEAREST_MAX)
		return NULL;
	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(names[i]);
		size_t distance;

		if (length > NEAREST_MAX)
			continue;
		distance = edit_distance(typed, typed_length, names[i], length);
		if (distance < best) {
			best = distance;
			nearest = names[i];
		}
	}
	return nearest;
}
