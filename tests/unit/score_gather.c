/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys that score has seen, and how many of them it takes. */
#include "../../filters/score/intake/intake.h"
#include "unit.h"

static void
check_seen(void)
{
	struct digest_set seen = { 0 };
	char text[32];
	unsigned wrong = 0;

	digest_set_release(&seen); /* never initialised */
	digest_set_init(&seen);
	CHECK(digest_set_add(&seen, field_of("")));
	CHECK(!digest_set_add(&seen, field_of("")));
	for (unsigned round = 0; round < 2; round++)
		for (unsigned i = 0; i < 100000; i++) {
			snprintf(text, sizeof text, "F%u", i);
			wrong += digest_set_add(&seen, field_of(text)) != (round == 0);
		}
	CHECK(wrong == 0);
	CHECK(seen.count == 100001);
	CHECK(seen.count <= seen.room / 4 * 3);
	CHECK(seen.count > seen.room / 8 * 3);
	digest_set_release(&seen);
	CHECK(seen.places == NULL);
}

/* One item, lines of two records, and a set of keys that is all but full. */
static void
check_limit(void)
{
	struct filter_list record = { .values = { "form" }, .count = 1 };
	struct filter_list keep = { .count = 0 };
	struct gather_layout layout = { &record, &keep, "item", "answer" };
	struct item item = {
		.name = "A", .label = "A", .column = "A", .minimum = { 1, 0 }, .maximum = { 5, 0 }
	};
	struct codes none = { 0 };
	struct instrument instrument = { .name = "one", .items = &item, .item_count = 1 };
	struct filter filter = { 0 };
	struct intake intake = { 0 };
	struct fault fault = { 0 };

	item.shared = &none;
	item.singles['4' - ITEM_SINGLE_FIRST].answer = (struct answer){ 4, 0, ANSWER_GIVEN };
	runrecord_open(&filter.record, "score");
	reader_open_memory(
	    &filter.reader, field_of("form,item,answer\n1,A,4\n2,A,4\n3,A,4\n"), "in.csv");
	CHECK(reader_header(&filter.reader, &fault));
	intake_gather(&intake, &layout);
	CHECK(intake_open(&intake, &filter, &instrument, NULL, &fault));
	CHECK(intake_next(&intake));
	CHECK(intake.answers[0].digits == 4);
	CHECK(intake_next(&intake));
	intake.gather->seen.count = GATHER_RECORDS_MAX;
	CHECK(!intake_next(&intake));
	CHECK(filter.status == STATUS_FAILED);
	CHECK(filter.record.used == 2);
	intake_release(&intake);
	reader_close(&filter.reader);
	runrecord_close(&filter.record);
}

int
main(void)
{
	check_seen();
	check_limit();
	return unit_done();
}
