/* SPDX-License-Identifier: GPL-3.0-or-later */
/* identity: an identifier in the one form that all its writings have. */
#include "identity.h"

#include <string.h>

static bool
is_printable_ascii(struct field value)
{
	for (size_t i = 0; i < value.length; i++)
		if ((unsigned char)value.data[i] < ' ' || (unsigned char)value.data[i] >= 0x7F)
			return false;
	return true;
}

/* Line breaks as the writer folds them, Unicode's NFC, every blank and dash as ASCII
 * has it, nothing that has no width. */
static struct field
make_plain(struct identity *identity, struct field value)
{
	struct buffer *folded = &identity->folded;
	struct fault fault;

	buffer_clear(folded);
	for (size_t i = 0; i < value.length; i++)
		if (value.data[i] != '\r' || i + 1 == value.length || value.data[i + 1] != '\n')
			buffer_append(folded, value.data + i, 1);
	if (!text_plain(&identity->plain, (struct field){ folded->data, folded->length }, &fault))
		return value; /* no UTF-8, which no reader passes */
	return (struct field){ identity->plain.data, identity->plain.length };
}

/* What stands for a value that is missing or was suppressed: two of them are not two
 * people, and no one person either. */
static bool
is_nobody(struct field value)
{
	return field_is_suppressed(value) || field_is(value, "[low]")
	    || (value.length == 3 && field_is_symbol(value));
}

struct field
identity_settle(struct identity *identity, struct field value)
{
	if (!is_printable_ascii(value))
		value = make_plain(identity, value);
	value = field_trim(value);
	if (is_nobody(value))
		return (struct field){ "", 0 };
	if (identifier_ten_digits(value, identity->digits))
		return (struct field){ identity->digits, sizeof identity->digits };
	return value;
}

void
identity_release(struct identity *identity)
{
	buffer_release(&identity->folded);
	text_release(&identity->plain);
	explicit_bzero(identity->digits, sizeof identity->digits);
}
