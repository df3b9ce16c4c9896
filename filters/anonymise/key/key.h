/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * key: the project's secret, from a file or an inherited descriptor only.
 *
 * Every keyed message is a run of parts, each with its length before it (32
 * bits, big-endian), so that no two different messages run together.  Each use
 * has a subkey of its own: HMAC-SHA-256(key, "anonymise/v1", "subkey", use).
 * The key id is 40 bits of the subkey for "key id"; it may be shown.
 */
#ifndef ANONYMISE_KEY_H
#define ANONYMISE_KEY_H

#include "../../lib/digest.h"

#include <sodium.h>
#include <stdbool.h>
#include <stddef.h>

#define KEY_SCHEME  "anonymise/v1"
#define KEY_MINIMUM 32   /* bytes */
#define KEY_MAXIMUM 4096 /* bytes */
#define KEY_ID_SIZE 9    /* with the final NUL */

struct key {
	unsigned char *bytes; /* guarded, locked and wiped by libsodium */
	size_t length;
	char id[KEY_ID_SIZE];
};

/* source is a path or "fd:N".  Refused: a link, what is not a regular file, a
 * file of another owner (root's are good) or that others may open, fewer than 32
 * bytes, and bytes that are text or too alike to be random. */
bool key_read(struct key *key, const char *source, struct fault *fault);
void key_release(struct key *key);
/* Writes a new random key with mode 0600; a file that is there stays as it is. */
bool key_make(const char *path, char id[KEY_ID_SIZE], struct fault *fault);

void key_subkey(const struct key *key, const char *use, unsigned char subkey[DIGEST_SIZE]);
/* Absorbs one part, its length first, that every message begins with. */
void key_part(struct digest_keyed *keyed, const char *text);
#define KEY_LENGTH_SIZE 4
/* A part's length as it stands before the part. */
void key_length(size_t length, unsigned char out[KEY_LENGTH_SIZE]);

#endif
