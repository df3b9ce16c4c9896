/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * digest: SHA-256 of files, HMAC-SHA-256, Crockford base32 (libsodium's only
 * room).
 */
#include "digest.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

_Static_assert(DIGEST_SIZE == crypto_hash_sha256_BYTES, "a digest is one of SHA-256");
_Static_assert(DIGEST_SIZE == crypto_auth_hmacsha256_BYTES, "and so is a keyed one");
_Static_assert(DIGEST_HEX_SIZE == 2 * DIGEST_SIZE + 1, "two letters for each byte");

bool
digest_start(struct fault *fault)
{
	return sodium_init() >= 0
	    || fault_set(fault,
	        "the cryptographic library cannot start: "
	        "the system gives no random bytes");
}

bool
digest_file(const char *path, char hex[DIGEST_HEX_SIZE], struct fault *fault)
{
	unsigned char block[16384];
	unsigned char digest[DIGEST_SIZE];
	crypto_hash_sha256_state state;
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got;

	if (descriptor < 0)
		return fault_system(fault, path, "cannot open");
	crypto_hash_sha256_init(&state);
	for (;;) {
		got = read(descriptor, block, sizeof block);
		if (got > 0)
			crypto_hash_sha256_update(&state, block, (size_t)got);
		else if (got == 0 || errno != EINTR)
			break;
	}
	if (got < 0) {
		fault_system(fault, path, "cannot read");
		close(descriptor);
		return false;
	}
	close(descriptor);
	crypto_hash_sha256_final(&state, digest);
	digest_hex(digest, hex);
	return true;
}

void
digest_hex(const unsigned char digest[DIGEST_SIZE], char hex[DIGEST_HEX_SIZE])
{
	sodium_bin2hex(hex, DIGEST_HEX_SIZE, digest, DIGEST_SIZE);
}

void
digest_keyed_init(struct digest_keyed *keyed, const unsigned char *key, size_t length)
{
	crypto_auth_hmacsha256_init(&keyed->start, key, length);
}

void
digest_keyed_prefix(struct digest_keyed *keyed, const void *data, size_t length)
{
	crypto_auth_hmacsha256_update(&keyed->start, data, length);
}

void
digest_keyed_message(const struct digest_keyed *keyed, const void *data, size_t length,
    unsigned char digest[DIGEST_SIZE])
{
	/* The copy saves the two blocks of the key (RFC 2104, section 4); the last
	 * step of the library wipes it. */
	crypto_auth_hmacsha256_state state = keyed->start;

	crypto_auth_hmacsha256_update(&state, data, length);
	crypto_auth_hmacsha256_final(&state, digest);
}

void
digest_keyed_release(struct digest_keyed *keyed)
{
	sodium_memzero(keyed, sizeof *keyed);
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
