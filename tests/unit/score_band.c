/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bands: what covers a scale and what does not, and on which side of an edge a score is. */
#include "score_test.h"

#include <stdlib.h>

/* A sum of two items, so that its bands have to cover 0 to 100. */
#define SCALE                                                                                      \
	BEGIN "\"items\":[{\"column\":\"a\",\"minimum\":0,\"maximum\":50},"                        \
	      "{\"column\":\"b\",\"minimum\":0,\"maximum\":50}],\"scales\":[{\"name\":\"s\","      \
	      "\"method\":\"sum\",\"items\":[\"a\",\"b\"],\"bands\":["
#define END_OF_SCALE "]}]}"
#define LABEL(name)  "{\"label\":\"" name "\","

static bool
accepted(const char *bands)
{
	struct instrument instrument = { 0 };
	struct fault fault = { 0 };
	char text[4096];
	bool good;

	snprintf(text, sizeof text, SCALE "%s" END_OF_SCALE, bands);
	good = load(&instrument, text, &fault);
	if (!good)
		printf("# %s\n", fault.message);
	instrument_release(&instrument);
	return good;
}

static void
refuse_bands(const char *bands, const char *reason)
{
	char text[4096];

	snprintf(text, sizeof text, SCALE "%s" END_OF_SCALE, bands);
	refuse(text, reason);
}

static void
check_cover(void)
{
	CHECK(accepted(LABEL("all") "\"at_least\":0,\"at_most\":100}"));
	CHECK(accepted(LABEL("all") "\"above\":-1,\"below\":101}"));
	CHECK(accepted("{\"label\":\"all\"}"));
	CHECK(accepted(LABEL("l") "\"at_most\":50}," LABEL("m") "\"above\":50,\"below\":75}," LABEL(
	    "h") "\"at_least\":75}"));
	CHECK(accepted(LABEL("l") "\"below\":50}," LABEL(
	    "just") "\"at_least\":50,\"at_most\":50}," LABEL("h") "\"above\":50}"));

	refuse_bands("", "/scales/0/bands");
	refuse_bands("5", "/scales/0/bands/0: an object");
	refuse_bands("{\"at_most\":50}", "/scales/0/bands/0/label");
	refuse_bands(LABEL("x") "\"at_mst\":50}", "did you mean 'at_most'");
	refuse_bands(LABEL("x") "\"at_least\":0,\"above\":0}", "both at_least and above");
	refuse_bands(LABEL("x") "\"at_most\":1,\"below\":1}", "both at_most and below");
	refuse_bands(LABEL("x") "\"at_most\":\"1\"}", "/scales/0/bands/0/at_most");
	refuse_bands(LABEL("x") "\"above\":5,\"at_most\":5}", "is empty");
	refuse_bands(LABEL("x") "\"at_least\":5,\"at_most\":4}", "is empty");
	refuse_bands(LABEL("x") "\"at_least\":1}", "the scale goes down to 0.00");
	refuse_bands(LABEL("x") "\"above\":0}", "the scale goes down to 0.00");
	refuse_bands(LABEL("x") "\"at_most\":99.5}", "the scale goes up to 100.00");
	refuse_bands(LABEL("x") "\"below\":100}", "the scale goes up to 100.00");
}

static void
check_neighbours(void)
{
	refuse_bands(LABEL("l") "\"at_most\":4}," LABEL("h") "\"at_least\":5}",
	    "between 4 and 5 there is no band");
	refuse_bands(
	    LABEL("l") "\"at_most\":5}," LABEL("h") "\"at_least\":5}", "overlaps the band before");
	refuse_bands(
	    LABEL("l") "\"below\":5}," LABEL("h") "\"above\":5}", "5 itself is in no band");
	refuse_bands(LABEL("l") "\"at_most\":6}," LABEL("h") "\"above\":5}", "/scales/0/bands/1");
	refuse_bands(LABEL("l") "\"at_most\":6}," LABEL("h") "\"above\":5}", "ascending order");
	refuse_bands(LABEL("l") "\"at_least\":0}," LABEL("h") "\"above\":5}", "overlaps");
	refuse_bands(LABEL("l") "\"below\":5}," LABEL("h") "\"at_most\":100}", "overlaps");
	refuse_bands(LABEL("h") "\"above\":50}," LABEL("l") "\"at_most\":50}", "overlaps");
	refuse_bands(
	    LABEL("x") "\"below\":5}," LABEL("x") "\"at_least\":5}", "the label of another band");
	/* edges with decimals are compared as the numbers that they are */
	refuse_bands(
	    LABEL("l") "\"below\":0.3}," LABEL("h") "\"at_least\":0.31}", "between 0.3 and 0.31");
	CHECK(accepted(LABEL("l") "\"below\":0.30}," LABEL("h") "\"at_least\":0.3}"));
}

static void
check_labels(void)
{
	refuse_bands("{\"label\":\"\"}", "is empty");
	refuse_bands("{\"label\":\" x\"}", "begins with a blank");
	refuse_bands("{\"label\":\"a,b\"}", "holds a comma");
	refuse_bands("{\"label\":\"a\\\"b\"}", "a quote");
	refuse_bands("{\"label\":\"a\\nb\"}", "a control character");
	refuse_bands("{\"label\":5}", "/scales/0/bands/0/label");
}

/* The bands of the employers' standards: low to 50, moderate between, high from 75. */
static void
check_edges(void)
{
	struct instrument instrument = { 0 };
	struct fault fault = { 0 };
	const struct bands *bands;

	CHECK(load(&instrument,
	    SCALE LABEL("low") "\"at_most\":50}," LABEL(
	        "moderate") "\"above\":50,\"below\":75}," LABEL("high") "\"at_least\":"
	                                                                "75}" END_OF_SCALE,
	    &fault));
	bands = &instrument.scales[0].bands;
	CHECK(bands_find(bands, (struct ratio){ 0, 1 }) == 0);
	CHECK(bands_find(bands, (struct ratio){ 50, 1 }) == 0);
	CHECK(bands_find(bands, (struct ratio){ 500000001, 10000000 }) == 1);
	CHECK(bands_find(bands, (struct ratio){ 749999999, 10000000 }) == 1);
	CHECK(bands_find(bands, (struct ratio){ 75, 1 }) == 2);
	CHECK(bands_find(bands, (struct ratio){ 225, 3 }) == 2);
	CHECK(bands_find(bands, (struct ratio){ 224, 3 }) == 1);
	CHECK(bands_find(bands, (struct ratio){ 100, 1 }) == 2);
	CHECK(bands_find(&(struct bands){ 0 }, (struct ratio){ 1, 1 }) == BAND_NONE);
	instrument_release(&instrument);
}

/* A score that is written as 75.0 and is under it is moderate. */
static void
check_exact(void)
{
	static const struct {
		const char *answer;
		const char *line;
	} cases[] = { { "74.9999999", "75.0,moderate,1" }, { "75", "75.0,high,1" },
		{ "74.94", "74.9,moderate,1" }, { "50.00000001", "50.0,moderate,1" },
		{ "50.0000", "50.0,low,1" }, { "75.000000000000000", "75.0,high,1" } };
	struct instrument instrument = { 0 };
	struct fault fault = { 0 };
	struct buffer line = { 0 };

	CHECK(load(&instrument,
	    BEGIN
	    "\"items\":[{\"column\":\"a\",\"minimum\":0,\"maximum\":100}],\"scales\":[{"
	    "\"name\":\"s\",\"method\":\"linear\",\"items\":[\"a\"],\"decimals\":1,"
	    "\"bands\":[" LABEL("low") "\"at_most\":50}," LABEL(
	        "moderate") "\"above\":50,\"below\":75}," LABEL("high") "\"at_least\":75}]}]}",
	    &fault));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct answer answer = item_answer(&instrument.items[0], field_of(cases[i].answer));
		struct score score;
		uint64_t running[2];

		running_all(&answer, 1, running);
		for (int again = 0; again < 2; again++) {
			buffer_clear(&line);
			scale_append(instrument.scales, 0, 1, &answer, running, &score, &line);
			CHECK_FIELD(((struct field){ line.data, line.length }), cases[i].line);
		}
	}
	buffer_release(&line);
	instrument_release(&instrument);
}

int
main(void)
{
	check_cover();
	check_neighbours();
	check_labels();
	check_edges();
	check_exact();
	return unit_done();
}
