/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes the classes: whatever table comes, each record comes back once, what stays
 * keeps the policy when every record is compared with every other, and the least memory
 * gives the same answer.  The first byte says what the policy asks; each further four
 * are a record: two bytes of quasi-identifiers, a person, sensitive values.
 */
#include "../unit/anonymise_classes_oracle.h"

#define ROWS_FUZZED 120

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct oracle oracle;
static struct oracle again;

static void
require(bool good)
{
	if (!good)
		abort();
}

static void
set_policy(uint8_t wish)
{
	static const enum privacy_act acts[] = { PRIVACY_SUPPRESS_CELLS, PRIVACY_SUPPRESS_RECORDS,
		PRIVACY_GENERALISE, PRIVACY_SUPPRESS_CELLS };

	oracle_init(&oracle, 3, 2 + wish % 3, acts[wish >> 2 & 3]);
	for (int i = 0; i < 3 && oracle.privacy.act == PRIVACY_GENERALISE; i++)
		oracle.settings.forms[i] = 3;
	oracle.privacy.one_record_per_person = false;
	if ((wish & 16) != 0)
		oracle_sensitive(&oracle, 1.5 + wish % 2,
		    (wish & 32) != 0 ? PRIVACY_ENTROPY : PRIVACY_DISTINCT, -1, PRIVACY_EQUAL);
	if ((wish & 64) != 0)
		oracle_sensitive(&oracle, 0, PRIVACY_DISTINCT, (wish % 8) / 8.0,
		    (wish & 128) != 0 ? PRIVACY_ORDERED : PRIVACY_EQUAL);
}

static void
add_row(const uint8_t *bytes)
{
	struct oracle_row *row = &oracle.rows[oracle.count++];
	const unsigned values[3] = { bytes[0] >> 5, bytes[0] & 31, bytes[1] };

	for (int i = 0; i < 3; i++) {
		snprintf(row->cells[i][0], ORACLE_TEXT, "%u", values[i]);
		snprintf(row->cells[i][1], ORACLE_TEXT, "%u", values[i] / 4);
		snprintf(row->cells[i][2], ORACLE_TEXT, values[i] % 2 == 0 ? "*" : "odd");
	}
	if (bytes[2] != 0)
		snprintf(row->person, ORACLE_TEXT, "%u", bytes[2]);
	snprintf(row->sensitive[0], ORACLE_TEXT, "%u", bytes[3] & 7);
	if (bytes[3] >> 4 != 0)
		snprintf(row->sensitive[1], ORACLE_TEXT, bytes[3] >> 4 == 1 ? "[c]" : "%u.%u",
		    bytes[3] >> 5, bytes[3] >> 4 & 1);
}

/* What is told of each column fits what is told of all, and what came in is what stands
 * at the first forms. */
static bool
fits(const struct classes_picture *input, const struct classes_picture *before)
{
	uint64_t most[2] = { 0, 0 };
	uint64_t sum[2] = { 0, 0 };

	for (size_t i = 0; i < PRIVACY_COLUMNS_MAX; i++) {
		const uint64_t shorts[2] = { before->sensitive_short_of_l[i],
			before->sensitive_short_of_t[i] };

		for (int which = 0; which < 2; which++) {
			most[which] = shorts[which] > most[which] ? shorts[which] : most[which];
			sum[which] += shorts[which];
		}
	}
	return most[0] <= before->short_of_l && before->short_of_l <= sum[0]
	    && most[1] <= before->short_of_t && before->short_of_t <= sum[1]
	    && input->classes == before->classes && input->people == before->people
	    && input->short_of_k == before->short_of_k && input->smallest == before->smallest
	    && memcmp(input->bins, before->bins, sizeof input->bins) == 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size == 0)
		return 0;
	set_policy(data[0]);
	for (size_t at = 1; at + 4 <= size && oracle.count < ROWS_FUZZED; at += 4)
		add_row(data + at);
	oracle.settings.input = true;
	again = oracle;
	again.settings.privacy = &again.privacy;
	again.settings.memory = 0;
	require(oracle_run(&oracle) && oracle_holds(&oracle));
	require(oracle_run(&again) && oracle.out == again.out);
	require(fits(&oracle.input, &oracle.before));
	require(memcmp(&oracle.input, &again.input, sizeof oracle.input) == 0);
	require(memcmp(&oracle.before, &again.before, sizeof oracle.before) == 0);
	require(memcmp(&oracle.after, &again.after, sizeof oracle.after) == 0);
	for (size_t r = 0; r < oracle.count; r++)
		require(oracle.rows[r].out == again.rows[r].out
		    && memcmp(oracle.rows[r].form, again.rows[r].form, sizeof again.rows[r].form)
		        == 0);
	return 0;
}
