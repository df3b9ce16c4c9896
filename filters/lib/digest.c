/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * digest: SHA-256 of files, HMAC-SHA-256, Crockford base32 (Nettle's only
 * room), and SipHash-2-4 (libsodium).
 */
#include "digest.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/base16.h>
#include <sodium/crypto_shorthash.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

_Static_assert(DIGEST_SIZE == SHA256_DIGEST_SIZE, "a digest is one of SHA-256");
_Static_assert(
    DIGEST_HEX_SIZE == BASE16_ENCODE_LENGTH(DIGEST_SIZE) + 1, "two letters for each byte");
_Static_assert(sizeof(struct digest_short) == crypto_shorthash_KEYBYTES, "a key of SipHash");
_Static_assert(DIGEST_WIDE_SIZE == crypto_shorthash_siphashx24_BYTES, "SipHash-128");
_Static_assert(sizeof(uint64_t) == crypto_shorthash_BYTES, "a digest of SipHash");

bool
digest_file(const char *path, char hex[DIGEST_HEX_SIZE], struct fault *fault)
{
	unsigned char block[16384];
	unsigned char digest[DIGEST_SIZE];
	struct sha256_ctx state;
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got;

	if (descriptor < 0)
		return fault_system(fault, path, "cannot open");
	sha256_init(&state);
	for (;;) {
		got = read(descriptor, block, sizeof block);
		if (got > 0)
			sha256_update(&state, (size_t)got, block);
		else if (got == 0 || errno != EINTR)
			break;
	}
	if (got < 0) {
		fault_system(fault, path, "cannot read");
		close(descriptor);
		return false;
	}
	close(descriptor);
	sha256_digest(&state, sizeof digest, digest);
	digest_hex(digest, hex);
	return true;
}

void
digest_stream_init(struct digest_stream *stream)
{
	*stream = (struct digest_stream){ 0 };
	sha256_init(&stream->state);
}

void
digest_stream_add(struct digest_stream *stream, const void *data, size_t length)
{
	sha256_update(&stream->state, length, data);
	stream->bytes += length;
}

void
digest_stream_hex(const struct digest_stream *stream, char hex[DIGEST_HEX_SIZE])
{
	struct sha256_ctx state = stream->state;
	unsigned char digest[DIGEST_SIZE];

	sha256_digest(&state, sizeof digest, digest);
	digest_hex(digest, hex);
}

void
digest_hex(const unsigned char digest[DIGEST_SIZE], char hex[DIGEST_HEX_SIZE])
{
	base16_encode_update(hex, DIGEST_SIZE, digest);
	hex[DIGEST_HEX_SIZE - 1] = '\0';
}

void
digest_keyed_init(struct digest_keyed *keyed, const unsigned char *key, size_t length)
{
	hmac_sha256_set_key(&keyed->start, length, key);
}

void
digest_keyed_prefix(struct digest_keyed *keyed, const void *data, size_t length)
{
	hmac_sha256_update(&keyed->start, length, data);
}

void
digest_keyed_message(const struct digest_keyed *keyed, const void *data, size_t length,
    unsigned char digest[DIGEST_SIZE])
{
	/* the copy saves the two blocks of the key (RFC 2104, section 4) */
	struct hmac_sha256_ctx state = keyed->start;

	hmac_sha256_update(&state, length, data);
	hmac_sha256_digest(&state, DIGEST_SIZE, digest);
	explicit_bzero(&state, sizeof state);
}

void
digest_keyed_release(struct digest_keyed *keyed)
{
	explicit_bzero(keyed, sizeof *keyed);
}

void
digest_short_init(struct digest_short *keyed)
{
	static const struct digest_short fixed = { "mhsw short hash" };

	if (getrandom(keyed->key, sizeof keyed->key, GRND_NONBLOCK) != (ssize_t)sizeof keyed->key)
		*keyed = fixed;
}

uint64_t
digest_short(const struct digest_short *keyed, const char *data, size_t length)
{
	uint64_t digest;

	/* fails never; data may be NULL where length is 0 */
	crypto_shorthash((unsigned char *)&digest, (const unsigned char *)(data ? data : ""),
	    length, keyed->key);
	return digest;
}

void
digest_wide(const struct digest_short *keyed, const char *data, size_t length,
    unsigned char digest[DIGEST_WIDE_SIZE])
{
	crypto_shorthash_siphashx24(
	    digest, (const unsigned char *)(data ? data : ""), length, keyed->key);
}

size_t
digest_base32(const unsigned char *data, size_t bits, char *out)
{
	static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	size_t characters = (bits + 4) / 5;
	uint32_t held = 0; /* bits that are not written yet, the lowest ones of it */
	unsigned count = 0;
	size_t written = 0;

	/* whole bytes, then the bits that are left, with 0 bits after them */
	for (size_t i = 0; i < bits / 8; i++) {
		held = held << 8 | data[i];
		for (count += 8; count >= 5; count -= 5)
			out[written++] = letters[held >> (count - 5) & 31];
	}
	if (bits % 8 != 0) {
		held = held << (bits % 8) | (uint32_t)data[bits / 8] >> (8 - bits % 8);
		for (count += (unsigned)(bits % 8); count >= 5; count -= 5)
			out[written++] = letters[held >> (count - 5) & 31];
	}
	if (count != 0)
		out[written] = letters[held << (5 - count) & 31];
	return characters;
}
