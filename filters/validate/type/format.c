/* SPDX-License-Identifier: GPL-3.0-or-later */
/* format: e-mail addresses, UUIDs and base64. */
#include "format.h"

#include "../../lib/ascii.h"

#define LOCAL_MAX   64 /* bytes, RFC 5321 4.5.3.1 */
#define DOMAIN_MAX  255
#define ADDRESS_MAX 254
#define LABEL_MAX   63

/* A letter beyond ASCII; the reader has checked that it is UTF-8. */
static bool
is_beyond(char byte)
{
	return (unsigned char)byte >= 0x80;
}

/* Words of RFC 5321's atext with single points between. */
static bool
is_dot_atom(struct field local)
{
	bool point = true;

	for (size_t i = 0; i < local.length; i++) {
		char byte = local.data[i];

		if (byte == '.' && point)
			return false;
		point = byte == '.';
		if (!point && !ascii_is_letter(byte) && !ascii_is_digit(byte) && !is_beyond(byte)
		    && (byte == '\0' || strchr("!#$%&'*+-/=?^_`{|}~", byte) == NULL))
			return false;
	}
	return !point;
}

static bool
is_quoted_local(struct field local)
{
	if (local.length < 3 || local.data[0] != '"' || local.data[local.length - 1] != '"')
		return false;
	for (size_t i = 1; i + 1 < local.length; i++) {
		unsigned char byte = (unsigned char)local.data[i];

		if (byte == '\\' && ++i + 1 == local.length)
			return false;
		if (byte == '"' || byte < ' ' || byte == 0x7F)
			return false;
	}
	return true;
}

static bool
is_domain(struct field domain)
{
	size_t start = 0;
	size_t labels = 0;
	bool named = false; /* the last label has something but digits */

	if (domain.length > DOMAIN_MAX)
		return false;
	for (size_t i = 0; i <= domain.length; i++) {
		char byte = i < domain.length ? domain.data[i] : '.';

		if (byte != '.') {
			if (i == start)
				named = false;
			named = named || !ascii_is_digit(byte);
			if (!ascii_is_letter(byte) && !ascii_is_digit(byte) && !is_beyond(byte)
			    && byte != '-')
				return false;
			continue;
		}
		if (i == start || i - start > LABEL_MAX || domain.data[start] == '-'
		    || domain.data[i - 1] == '-')
			return false;
		labels++;
		start = i + 1;
	}
	return labels >= 2 && named;
}

bool
format_is_email(struct field value)
{
	const char *at = value.length != 0 ? memrchr(value.data, '@', value.length) : NULL;
	struct field local;

	if (at == NULL || value.length > ADDRESS_MAX)
		return false;
	local = (struct field){ value.data, (size_t)(at - value.data) };
	return local.length <= LOCAL_MAX && (is_dot_atom(local) || is_quoted_local(local))
	    && is_domain((struct field){ at + 1, value.length - local.length - 1 });
}

bool
format_is_uuid(struct field value)
{
	if (value.length != 36)
		return false;
	for (size_t i = 0; i < value.length; i++) {
		bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;

		if (hyphen ? value.data[i] != '-' : !ascii_is_hexadecimal(value.data[i]))
			return false;
	}
	return true;
}

/* The six bits of a character, or -1. */
static int
bits_of(char byte)
{
	if (byte >= 'A' && byte <= 'Z')
		return byte - 'A';
	if (byte >= 'a' && byte <= 'z')
		return byte - 'a' + 26;
	if (ascii_is_digit(byte))
		return byte - '0' + 52;
	return byte == '+' ? 62 : byte == '/' ? 63 : -1;
}

bool
format_is_binary(struct field value)
{
	size_t length = value.length;
	size_t padding = 0;
	int last = 0;

	if (length % 4 != 0)
		return false;
	while (padding < 2 && length != 0 && value.data[length - 1] == '=') {
		length--;
		padding++;
	}
	for (size_t i = 0; i < length; i++) {
		last = bits_of(value.data[i]);
		if (last < 0)
			return false;
	}
	return (last & ((1 << (2 * padding)) - 1)) == 0;
}
