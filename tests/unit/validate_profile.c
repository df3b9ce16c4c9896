/* SPDX-License-Identifier: GPL-3.0-or-later */
/* profile: what a run record says of a file as a whole. */
#include "drift_files.h"

static const char *const visits[][5] = {
	{ "home", "T1", "1", "text", "secret" },
	{ "phone", "T2", "01", "", "secret" },
	{ "", "T1", "2", "", "" },
	{ "free text of a person", "!", "!", "more", "secret" },
};

static void
test_profile(void)
{
	struct schema schema;
	struct profile profile;
	struct profile turned;
	struct fault fault;

	open_schema(&schema, schema_text);
	CHECK(profile_open(&profile, &schema, &fault));
	CHECK(profile_open(&turned, &schema, &fault));
	for (size_t i = 0; i < 4; i++) {
		add(&profile, visits[i]);
		add(&turned, visits[3 - i]);
	}
	CHECK(profile.records == 4);
	CHECK(profile.missing[0] == 1 && profile.missing[1] == 0 && profile.missing[3] == 2);
	CHECK(profile.watch_count == 3);
	/* what is not listed is no code, and a code written in two ways is one */
	CHECK(profile_watch_of(&profile, 0)->count == 2);
	CHECK(profile_watch_of(&profile, 1)->count == 2);
	CHECK(profile_watch_of(&profile, 2)->count == 2);
	CHECK(profile_watch_of(&profile, 3) == NULL);
	CHECK(profile_watch_of(&profile, 4) == NULL);
	write_record(&profile, record_path, STATUS_DATA_FAILED);
	write_record(&turned, other_path, STATUS_DATA_FAILED);
	CHECK(same_records(record_path, other_path));
	CHECK(!holds(record_path, "home") && !holds(record_path, "T1"));
	CHECK(!holds(record_path, "secret") && !holds(record_path, "person"));
	/* HMAC-SHA-256 of home and phone under "visits", NUL, "kind" (openssl dgst) */
	CHECK(holds(record_path, "\"codes\": \"196979cae9f521a5 eb5aa510e38cb09b\""));
	profile_close(&turned);
	profile_close(&profile);
	schema_close(&schema);
}

/* Categories are a list as an enumeration is; where both stand, that counts. */
static void
test_categories(void)
{
	struct schema schema;
	struct profile profile;
	struct fault fault;

	open_schema(&schema,
	    "{\"fields\":[{\"name\":\"a\",\"categories\":[\"x\",{\"value\":\"y\",\"label\":\"Y\"}]}"
	    ","
	    "{\"name\":\"b\",\"type\":\"integer\",\"categories\":[1,2],"
	    "\"constraints\":{\"enum\":[2]}}]}");
	CHECK(profile_open(&profile, &schema, &fault));
	add(&profile, (const char *const[]){ "x", "1" });
	add(&profile, (const char *const[]){ "z", "2" });
	CHECK(profile_watch_of(&profile, 0)->count == 1);
	CHECK(profile_watch_of(&profile, 1)->count == 1);
	/* all that are listed were seen: nobody looks any more */
	CHECK(profile.active_count == 1);
	add(&profile, (const char *const[]){ "y", "2" });
	add(&profile, (const char *const[]){ "x", "2" });
	CHECK(profile_watch_of(&profile, 0)->count == 2 && profile.active_count == 0);
	CHECK(profile.records == 4);
	profile_close(&profile);
	schema_close(&schema);
}

/* A code of any length, and the empty and the hostile ones. */
static void
test_codes(void)
{
	static const char *const texts[] = { "a", "ab", "ba", "aab", "aba", "abcd", "abcde",
		"abcdefgh", "abcdefghi", "abcdefghiabcdefghi", "abcdefghiabcdefgh\xC3\xA9", "\x01",
		" a", "a " };
	struct schema schema;
	struct profile profile;
	struct fault fault;
	char *large = xmalloc(100001);

	open_schema(&schema, "{\"fields\":[{\"name\":\"c\",\"mhsw\":{\"codes\":true}}]}");
	CHECK(profile_open(&profile, &schema, &fault));
	memset(large, 'x', 100000);
	large[100000] = '\0';
	for (size_t round = 0; round < 2; round++) {
		for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
			add(&profile, (const char *const[]){ texts[i] });
		add(&profile, (const char *const[]){ large });
		large[50000] = 'y';
	}
	CHECK(profile_watch_of(&profile, 0)->count == sizeof texts / sizeof *texts + 2);
	CHECK(profile.missing[0] == 0);
	free(large);
	profile_close(&profile);
	schema_close(&schema);
}

/* Too many codes: the field is given up, and what was counted stays. */
static void
test_limit(void)
{
	struct schema schema;
	struct profile profile;
	struct fault fault;

	open_schema(&schema,
	    "{\"fields\":[{\"name\":\"c\",\"mhsw\":{\"codes\":true}},{\"name\":\"d\","
	    "\"mhsw\":{\"codes\":true}}]}");
	CHECK(profile_open(&profile, &schema, &fault));
	for (unsigned i = 0; i < PROFILE_CODES_MAX + 5; i++) {
		char code[16];

		snprintf(code, sizeof code, "C%u", i);
		add(&profile, (const char *const[]){ code, i % 2 != 0 ? "odd" : "even" });
		if (i + 1 == PROFILE_CODES_MAX)
			CHECK(profile_watch_of(&profile, 0)->count == PROFILE_CODES_MAX);
	}
	CHECK(profile_watch_of(&profile, 0)->given_up);
	CHECK(profile_watch_of(&profile, 0)->count == 0);
	CHECK(profile_watch_of(&profile, 1)->count == 2);
	CHECK(profile.codes == 2 && profile.active_count == 1);
	CHECK(profile.records == PROFILE_CODES_MAX + 5);
	write_record(&profile, record_path, STATUS_DONE);
	CHECK(holds(record_path, "\"codes\": \"too many\""));
	profile_close(&profile);
	schema_close(&schema);
}

int
main(void)
{
	open_folder();
	test_profile();
	test_categories();
	test_codes();
	test_limit();
	close_folder();
	return unit_done();
}
