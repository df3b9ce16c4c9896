/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * digest: SHA-256 of files and streams, HMAC-SHA-256, Crockford base32
 * (Nettle's only room: it uses the processor's SHA instructions where there are
 * some, and takes a third of libsodium's time for a short message); SipHash-2-4
 * (libsodium) where many small texts are told apart within one run.
 */
#ifndef MHSW_DIGEST_H
#define MHSW_DIGEST_H

#include "diag.h"
#include "field.h"

#include <nettle/hmac.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DIGEST_SIZE     32
#define DIGEST_HEX_SIZE 65 /* with the final NUL */

/* SHA-256 of a whole file, as lower-case hex. */
bool digest_file(const char *path, char hex[DIGEST_HEX_SIZE], struct fault *fault);
void digest_hex(const unsigned char digest[DIGEST_SIZE], char hex[DIGEST_HEX_SIZE]);

/* SHA-256 of a stream, as its bytes go by.  The reader and the writer fill one in
 * where they are given one (reader_set_digest, writer.digest). */
struct digest_stream {
	struct sha256_ctx state;
	uint64_t bytes;
	bool ended; /* of what is read: its end was seen, so that this is all of it */
};

void digest_stream_init(struct digest_stream *stream);
void digest_stream_add(struct digest_stream *stream, const void *data, size_t length);
/* Of the bytes so far, as lower-case hex; more may follow. */
void digest_stream_hex(const struct digest_stream *stream, char hex[DIGEST_HEX_SIZE]);

/* A keyed state to copy for each message: RFC 2104 with SHA-256. */
struct digest_keyed {
	struct hmac_sha256_ctx start;
};

void digest_keyed_init(struct digest_keyed *keyed, const unsigned char *key, size_t length);
/* Absorbs a part that every message begins with. */
void digest_keyed_prefix(struct digest_keyed *keyed, const void *data, size_t length);
void digest_keyed_message(const struct digest_keyed *keyed, const void *data, size_t length,
    unsigned char digest[DIGEST_SIZE]);
/* Overwrites the state. */
void digest_keyed_release(struct digest_keyed *keyed);

/* SipHash-2-4 (Aumasson and Bernstein, 2012) under a key of this run's own: who
 * does not know the key cannot choose two texts with one digest.  Not for what
 * leaves the program: the digests of another run are others. */
struct digest_short {
	unsigned char key[16];
};

/* A random key, or a fixed one where the system has no random bytes yet. */
void digest_short_init(struct digest_short *keyed);
uint64_t digest_short(const struct digest_short *keyed, const char *data, size_t length);
/* The same with 128 bits (SipHash-128), for sets that keep nothing but digests: two
 * of 10^9 texts share one with a probability below 10^-20. */
#define DIGEST_WIDE_SIZE 16
void digest_wide(const struct digest_short *keyed, const char *data, size_t length,
    unsigned char digest[DIGEST_WIDE_SIZE]);

/* The first bits of data (a multiple of 5 is written whole; else the last
 * character holds the rest, padded with 0 bits) in Crockford's base32, capitals,
 * without a final NUL; returns the characters written: ceil(bits / 5). */
size_t digest_base32(const unsigned char *data, size_t bits, char *out);

#endif
