/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ascii: what a byte is, the same in every locale (ctype.h is not). */
#ifndef MHSW_ASCII_H
#define MHSW_ASCII_H

#include <stdbool.h>

static inline bool
ascii_is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static inline bool
ascii_is_letter(char byte)
{
	return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static inline bool
ascii_is_hexadecimal(char byte)
{
	return ascii_is_digit(byte) || (byte >= 'A' && byte <= 'F') || (byte >= 'a' && byte <= 'f');
}

#endif
