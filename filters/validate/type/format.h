/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * format: the forms that a string may be asked to have.  The form is checked,
 * not whether what it names is there.
 */
#ifndef VALIDATE_FORMAT_H
#define VALIDATE_FORMAT_H

#include "../../lib/field.h"

enum format { FORMAT_DEFAULT, FORMAT_EMAIL, FORMAT_URI, FORMAT_BINARY, FORMAT_UUID };

/* RFC 5321, and RFC 6531 for letters beyond ASCII: name@domain, the name bare or
 * in quotes, the domain of at least two labels; no address literal. */
bool format_is_email(struct field value);
/* RFC 3986 with a scheme; an http or https URI has a host (RFC 9110). */
bool format_is_uri(struct field value);
/* RFC 9562: 8-4-4-4-12 hexadecimal digits. */
bool format_is_uuid(struct field value);
/* RFC 4648 base64 with its padding, whose spare bits are 0. */
bool format_is_binary(struct field value);

#endif
