/* SPDX-License-Identifier: GPL-3.0-or-later */
/* format: URIs, as the grammar of RFC 3986, appendix A. */
#include "format.h"

#include "../../lib/ascii.h"

#include <arpa/inet.h>
#include <strings.h>

#define IPV6_TEXT_MAX 45

/* Unreserved characters, sub-delims, percent-encoded bytes and those of extra. */
static bool
has_only(struct field part, const char *extra)
{
	for (size_t i = 0; i < part.length; i++) {
		char byte = part.data[i];

		if (ascii_is_letter(byte) || ascii_is_digit(byte))
			continue;
		if (byte == '%') {
			if (part.length - i < 3 || !ascii_is_hexadecimal(part.data[i + 1])
			    || !ascii_is_hexadecimal(part.data[i + 2]))
				return false;
			i += 2;
		} else if (byte == '\0'
		    || (strchr("-._~!$&'()*+,;=", byte) == NULL && strchr(extra, byte) == NULL)) {
			return false;
		}
	}
	return true;
}

/* Cuts off what stands before the mark; without it all of *rest. */
static struct field
cut(struct field *rest, const char *marks)
{
	struct field part = *rest;

	part.length = 0;
	while (part.length < rest->length && strchr(marks, part.data[part.length]) == NULL)
		part.length++;
	rest->data += part.length;
	rest->length -= part.length;
	return part;
}

static bool
is_port(struct field port)
{
	for (size_t i = 0; i < port.length; i++)
		if (!ascii_is_digit(port.data[i]))
			return false;
	return true;
}

/* Between the brackets: an IPv6 address, or v, a version, a point and more. */
static bool
is_literal(struct field literal)
{
	char text[IPV6_TEXT_MAX + 1];
	struct in6_addr address;
	size_t version = 1;

	if (literal.length != 0 && (literal.data[0] == 'v' || literal.data[0] == 'V')) {
		while (version < literal.length && ascii_is_hexadecimal(literal.data[version]))
			version++;
		if (version == 1 || version + 1 >= literal.length || literal.data[version] != '.')
			return false;
		literal.data += version + 1;
		literal.length -= version + 1;
		return memchr(literal.data, '%', literal.length) == NULL && has_only(literal, ":");
	}
	if (literal.length > IPV6_TEXT_MAX || memchr(literal.data, '\0', literal.length) != NULL)
		return false;
	memcpy(text, literal.data, literal.length);
	text[literal.length] = '\0';
	return inet_pton(AF_INET6, text, &address) == 1;
}

/* [userinfo@]host[:port]; named: the host has to be there. */
static bool
is_authority(struct field authority, bool named)
{
	const char *at =
	    authority.length != 0 ? memchr(authority.data, '@', authority.length) : NULL;
	struct field host = authority;

	if (at != NULL) {
		struct field user = { authority.data, (size_t)(at - authority.data) };

		if (!has_only(user, ":"))
			return false;
		host = (struct field){ at + 1, authority.length - user.length - 1 };
	}
	if (host.length != 0 && host.data[0] == '[') {
		const char *end = memchr(host.data, ']', host.length);
		struct field rest;

		if (end == NULL)
			return false;
		rest = (struct field){ end + 1, host.length - (size_t)(end + 1 - host.data) };
		return is_literal((struct field){ host.data + 1, (size_t)(end - host.data) - 1 })
		    && (rest.length == 0
		        || (rest.data[0] == ':'
		            && is_port((struct field){ rest.data + 1, rest.length - 1 })));
	}
	authority = host;
	host = cut(&authority, ":");
	if (authority.length != 0
	    && !is_port((struct field){ authority.data + 1, authority.length - 1 }))
		return false;
	return has_only(host, "") && (!named || host.length != 0);
}

static bool
is_scheme(struct field scheme)
{
	for (size_t i = 0; i < scheme.length; i++)
		if (!ascii_is_letter(scheme.data[i])
		    && (i == 0
		        || (!ascii_is_digit(scheme.data[i])
		            && (scheme.data[i] == '\0' || strchr("+-.", scheme.data[i]) == NULL))))
			return false;
	return scheme.length != 0;
}

static bool
is_web(struct field scheme)
{
	return (scheme.length == 4 && strncasecmp(scheme.data, "http", 4) == 0)
	    || (scheme.length == 5 && strncasecmp(scheme.data, "https", 5) == 0);
}

bool
format_is_uri(struct field value)
{
	struct field rest = value;
	struct field scheme = cut(&rest, ":");
	struct field path;
	bool authority;

	if (!is_scheme(scheme) || rest.length == 0)
		return false;
	rest.data++;
	rest.length--;
	authority = rest.length >= 2 && rest.data[0] == '/' && rest.data[1] == '/';
	if (!authority && is_web(scheme))
		return false;
	if (authority) {
		rest.data += 2;
		rest.length -= 2;
		if (!is_authority(cut(&rest, "/?#"), is_web(scheme)))
			return false;
	}
	path = cut(&rest, "?#");
	if (!has_only(path, ":@/"))
		return false;
	if (rest.length != 0 && rest.data[0] == '?') {
		rest.data++;
		rest.length--;
		if (!has_only(cut(&rest, "#"), ":@/?"))
			return false;
	}
	if (rest.length == 0)
		return true;
	rest.data++;
	rest.length--;
	return has_only(rest, ":@/?");
}
