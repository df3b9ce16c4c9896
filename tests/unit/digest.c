/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Digests: SHA-256 (FIPS 180-4), HMAC-SHA-256 (RFC 4231 and, where the shared
 * data are, Project Wycheproof), Crockford base32, SipHash.
 */
#include "unit.h"

#include "../../filters/lib/digest.h"

#include <sodium.h>
#include <stdlib.h>
#include <unistd.h>

static void
keyed(const unsigned char *key, size_t key_length, const void *data, size_t length,
    char hex[DIGEST_HEX_SIZE])
{
	unsigned char digest[DIGEST_SIZE];
	unsigned char again[DIGEST_SIZE];
	struct digest_keyed state;

	digest_keyed_init(&state, key, key_length);
	digest_keyed_message(&state, data, length, digest);
	/* The state is still that of an empty message; a prefix counts as its part. */
	digest_keyed_prefix(&state, data, length / 2);
	digest_keyed_message(&state, (const char *)data + length / 2, length - length / 2, again);
	CHECK(memcmp(digest, again, sizeof digest) == 0);
	digest_keyed_release(&state);
	digest_hex(digest, hex);
}

static void
test_rfc4231(void)
{
	unsigned char key[131];
	char data[50];
	char hex[DIGEST_HEX_SIZE];

	memset(key, 0x0b, 20);
	keyed(key, 20, "Hi There", 8, hex);
	CHECK_TEXT(hex, "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
	keyed((const unsigned char *)"Jefe", 4, "what do ya want for nothing?", 28, hex);
	CHECK_TEXT(hex, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	memset(key, 0xaa, sizeof key);
	memset(data, 0xdd, sizeof data);
	keyed(key, 20, data, sizeof data, hex);
	CHECK_TEXT(hex, "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
	keyed(key, 131, "Test Using Larger Than Block-Size Key - Hash Key First", 54, hex);
	CHECK_TEXT(hex, "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
	keyed(key, 131,
	    "This is a test using a larger than block-size key and a larger than block-size data. "
	    "The key needs to be hashed before being used by the HMAC algorithm.",
	    152, hex);
	CHECK_TEXT(hex, "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
	memset(key, 0x0c, 20);
	keyed(key, 20, "Test With Truncation", 20, hex);
	hex[32] = '\0'; /* as the standard has it, cut to 128 bits */
	CHECK_TEXT(hex, "a3b6167473100ee06e0c796c2955552b");
	for (unsigned char i = 0; i < 25; i++)
		key[i] = (unsigned char)(i + 1);
	memset(data, 0xcd, sizeof data);
	keyed(key, 25, data, sizeof data, hex);
	CHECK_TEXT(hex, "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
}

static size_t
from_hex(const char *hex, unsigned char *out, size_t room)
{
	size_t length = 0;

	CHECK(sodium_hex2bin(out, room, hex, strlen(hex), NULL, &length, NULL) == 0);
	return length;
}

/* tcId,key_hex,msg_hex,tag_hex,tag_bits,result,comment */
static void
test_wycheproof(void)
{
	const char *folder = getenv("MHSW_SHARED_DATA");
	char path[4096];
	static char line[65536];
	unsigned vectors = 0;
	unsigned wrong = 0;
	FILE *file = NULL;

	if (folder != NULL) {
		snprintf(path, sizeof path, "%s/deidentify/crypto-kat/hmac_sha256_wycheproof.csv",
		    folder);
		file = fopen(path, "r");
	}
	if (file == NULL) {
		unit_skip("the vectors of Project Wycheproof: MHSW_SHARED_DATA names no such data");
		return;
	}
	CHECK(fgets(line, sizeof line, file) != NULL);
	while (fgets(line, sizeof line, file) != NULL) {
		unsigned char key[1024];
		unsigned char message[16384];
		unsigned char digest[DIGEST_SIZE];
		struct digest_keyed state;
		char hex[DIGEST_HEX_SIZE];
		char *rest = line;
		char *columns[6];
		size_t length;

		for (size_t i = 0; i < 6; i++)
			columns[i] = strsep(&rest, ",");
		if (rest == NULL)
			continue;
		length = from_hex(columns[1], key, sizeof key);
		digest_keyed_init(&state, key, length);
		length = from_hex(columns[2], message, sizeof message);
		digest_keyed_message(&state, message, length, digest);
		digest_hex(digest, hex);
		/* Some tags are cut to 128 bits. */
		wrong += (strncmp(hex, columns[3], strlen(columns[3])) == 0)
		    != (strcmp(columns[5], "valid") == 0);
		vectors++;
	}
	fclose(file);
	CHECK(vectors > 100);
	CHECK(wrong == 0);
}

static void
test_file(void)
{
	char path[] = P_tmpdir "/unit-digest-XXXXXX";
	int descriptor = mkstemp(path);
	char hex[DIGEST_HEX_SIZE];
	struct fault fault;

	CHECK(digest_file(path, hex, &fault));
	CHECK_TEXT(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	CHECK(write(descriptor, "abc", 3) == 3);
	CHECK(digest_file(path, hex, &fault));
	CHECK_TEXT(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	close(descriptor);
	unlink(path);
	CHECK(!digest_file(path, hex, &fault));
	CHECK(strstr(fault.message, path) != NULL);
	CHECK(!digest_file("/", hex, &fault));
}

static void
base32_is(const char *data, size_t bits, const char *expected)
{
	char out[64];
	size_t length = digest_base32((const unsigned char *)data, bits, out);

	CHECK_FIELD(((struct field){ out, length }), expected);
}

static void
test_base32(void)
{
	base32_is("", 0, "");
	base32_is("\x00\x44\x32\x14\xC7\x42\x54\xB6\x35\xCF", 80, "0123456789ABCDEF");
	base32_is("\x84\x65\x3A\x56\xD7\xC6\x75\xBE\x77\xDF", 80, "GHJKMNPQRSTVWXYZ");
	base32_is("\xFF", 8, "ZW");
	base32_is("\xFF", 5, "Z");
	base32_is("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 128,
	    "ZZZZZZZZZZZZZZZZZZZZZZZZZW");
	base32_is("\xFF\xFF", 12, "ZZR");
}

/* Appendix A of the paper: key 00 01 ... 0f, message 00 01 ... 0e. */
static void
test_short(void)
{
	struct digest_short keyed;
	struct digest_short other;
	char message[15];

	for (unsigned i = 0; i < 16; i++)
		keyed.key[i] = (unsigned char)i;
	for (unsigned i = 0; i < 15; i++)
		message[i] = (char)i;
	CHECK(digest_short(&keyed, message, sizeof message) == 0xA129CA6149BE45E5u);
	CHECK(digest_short(&keyed, NULL, 0) == digest_short(&keyed, "", 0));
	digest_short_init(&keyed);
	digest_short_init(&other);
	CHECK(digest_short(&keyed, "", 0) == digest_short(&keyed, "", 0));
	/* no two runs have the same key */
	CHECK(memcmp(&keyed, &other, sizeof keyed) != 0);
}

/* FIPS 180-4's own messages, in pieces, each digest taken on the way. */
static void
test_stream(void)
{
	struct digest_stream stream;
	char hex[DIGEST_HEX_SIZE];
	char block[1000];

	digest_stream_init(&stream);
	digest_stream_hex(&stream, hex);
	CHECK_TEXT(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	digest_stream_add(&stream, "a", 1);
	digest_stream_add(&stream, "", 0);
	digest_stream_add(&stream, "bc", 2);
	digest_stream_hex(&stream, hex);
	CHECK_TEXT(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	digest_stream_hex(&stream, hex);
	CHECK_TEXT(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	CHECK(stream.bytes == 3 && !stream.ended);
	digest_stream_init(&stream);
	memset(block, 'a', sizeof block);
	for (unsigned i = 0; i < 1000; i++)
		digest_stream_add(&stream, block, sizeof block);
	digest_stream_hex(&stream, hex);
	CHECK_TEXT(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
	CHECK(stream.bytes == 1000000);
}

/* SipHash-128's reference vectors (vectors_sip128 of its authors), messages of no and of
 * one byte under the key 00 01 ... 0f. */
static void
test_wide(void)
{
	static const unsigned char none[] = { 0xA3, 0x81, 0x7F, 0x04, 0xBA, 0x25, 0xA8, 0xE6, 0x6D,
		0xF6, 0x72, 0x14, 0xC7, 0x55, 0x02, 0x93 };
	static const unsigned char one[] = { 0xDA, 0x87, 0xC1, 0xD8, 0x6B, 0x99, 0xAF, 0x44, 0x34,
		0x76, 0x59, 0x11, 0x9B, 0x22, 0xFC, 0x45 };
	struct digest_short keyed;
	unsigned char digest[DIGEST_WIDE_SIZE];

	for (unsigned i = 0; i < 16; i++)
		keyed.key[i] = (unsigned char)i;
	digest_wide(&keyed, NULL, 0, digest);
	CHECK(memcmp(digest, none, sizeof digest) == 0);
	digest_wide(&keyed, "", 1, digest);
	CHECK(memcmp(digest, one, sizeof digest) == 0);
}

int
main(void)
{
	test_rfc4231();
	test_wycheproof();
	test_file();
	test_base32();
	test_short();
	test_stream();
	test_wide();
	return unit_done();
}
