/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rankings that can be read: all their parts at all widths, and nothing past the axis. */
#include "../../filters/plot/ranked/ranked_bands.h"
#include "../../filters/plot/ranked/ranked_layout.h"
#include "plot_layout.h"

#define PEERS   LAYOUT_HEADER ",units,q1,median,q3,rank"
#define PEERS_P LAYOUT_PATTERN ",9,31.0,48.5,71.0,%i"
/* all that a ranking can hold: peers, both intervals, target and band */
#define FULL   LAYOUT_HEADER ",lower998,upper998,units,q1,median,q3,rank,target_centre,band"
#define FULL_P LAYOUT_PATTERN ",%l,%h,9,31.0,48.5,71.0,%i,80,better_998"

static const double widths[] = { 320, 360, 640, 960 };

static void
check_stream(const struct layout_stream *stream, const struct select_wish *wish)
{
	static const size_t units[] = { 1, 5, 50, 300 };
	static const size_t lengths[] = { 12, 80 };

	for (size_t i = 0; i < 4; i++)
		for (size_t j = 0; j < 2; j++) {
			struct layout_stream one = *stream;
			char *csv;

			one.units = units[i];
			one.name_length = lengths[j];
			csv = layout_stream(&one);
			for (size_t k = 0; k < sizeof(widths) / sizeof(widths[0]); k++)
				if (!layout_check(wish, csv, widths[k]))
					printf(
					    "# %zu units of %zu letters\n", units[i], lengths[j]);
			free(csv);
		}
}

static void
check_streams(void)
{
	struct select_wish bars = { .type = "ranked", .mark = "bars" };
	struct select_wish points = {
		.type = "ranked", .mark = "points", .interval = "998", .rows = 3
	};
	const struct layout_stream streams[] = {
		{ .header = PEERS, .pattern = PEERS_P, .suppressed = 7 },
		{ .header = FULL, .pattern = FULL_P, .suppressed = 9 },
		{ .header = PEERS, .pattern = PEERS_P, .suppressed = 1 },
		{ .header = LAYOUT_HEADER,
		    .pattern = "%u,%p,%m,mean,%n,%n,%v,%l,%h",
		    .negative = true },
		{ .header = LAYOUT_HEADER, .pattern = "%u,%p,%m,mean,,,%v,," },
	};

	for (size_t i = 0; i < sizeof(streams) / sizeof(streams[0]); i++) {
		check_stream(&streams[i], &bars);
		check_stream(&streams[i], &points);
	}
}

/* No shape of the axis leaves it: limits past 0 and 100 per cent are cut. */
static void
check_percent_ends(void)
{
	static const char csv[] = "unit,period,measure,kind,value,lower95,upper95\n"
	                          "low,2026,m,proportion,1,-9,12\n"
	                          "high,2026,m,proportion,97,88,109\n";
	static const char *const marks[] = { "bars", "points" };

	for (size_t i = 0; i < 2; i++) {
		struct select_wish wish = { .type = "ranked", .mark = marks[i] };
		const struct words_wish said = { .bare = true };
		struct canvas canvas;
		double zero = NAN;
		double hundred = NAN;

		CHECK(layout_draw(&wish, &said, csv, 960, &canvas));
		for (size_t j = 0; j < canvas.word_count; j++) {
			const char *text = canvas.words[j].text;

			CHECK(strcmp(text, "120%") != 0 && strcmp(text, "-20%") != 0);
			zero = strcmp(text, "0%") == 0 ? canvas.words[j].x : zero;
			hundred = strcmp(text, "100%") == 0 ? canvas.words[j].x : hundred;
		}
		/* in the columns of the axis, thus right of the names */
		for (size_t j = 0; j < canvas.shape_count; j++)
			for (size_t k = 0; k < canvas.shapes[j].corners; k++)
				CHECK(canvas.shapes[j].x[k] <= 60
				    || (canvas.shapes[j].x[k] >= zero - 2.5
				        && canvas.shapes[j].x[k] <= hundred + 2.5));
		canvas_release(&canvas);
	}
}

/* The words of a drawing, joined. */
static bool
says(const char *csv, struct select_wish wish, const char *text)
{
	const struct words_wish said = { 0 };
	struct canvas canvas;
	bool found = false;

	if (!layout_draw(&wish, &said, csv, 960, &canvas))
		return false;
	for (size_t i = 0; i < canvas.word_count; i++)
		found = found || strcmp(canvas.words[i].text, text) == 0;
	canvas_release(&canvas);
	return found;
}

static void
check_points(void)
{
	static const char far[] = "unit,period,measure,kind,value\n"
	                          "a,2026,m,mean,61\nb,2026,m,mean,74\n";
	static const char share[] = "unit,period,measure,kind,value\n"
	                            "a,2026,m,proportion,61\nb,2026,m,proportion,74\n";
	struct select_wish wish = { .type = "ranked" };

	CHECK(!says(far, wish, "0"));
	CHECK(says(far, wish, "64"));
	CHECK(says(share, wish, "0%"));
	wish.mark = "bars";
	CHECK(says(far, wish, "0"));
	wish.mark = "points";
	CHECK(!says(share, wish, "0%"));
}

static void
check_rows(void)
{
	struct layout_stream stream = {
		.header = LAYOUT_HEADER, .pattern = "%i,%p,%m,mean,%n,%n,%i,,", .units = 50
	};
	char *csv = layout_stream(&stream);
	struct select_wish wish = { .type = "ranked", .rows = 3, .highlight = "20" };

	CHECK(says(csv, wish, "48"));
	CHECK(!says(csv, wish, "47"));
	CHECK(says(csv, wish, "3"));
	CHECK(says(csv, wish, "19"));
	CHECK(says(csv, wish, "21"));
	CHECK(!says(csv, wish, "22"));
	CHECK(says(csv, wish, "26 more units not drawn"));
	CHECK(says(csv, wish, "15 more units not drawn"));
	free(csv);
}

/* All words of one comparison are told apart, and above and below mirror each other. */
static void
check_bands(void)
{
	static const char *const words[] = { "extremely_above", "far_above", "above",
		"slightly_above", "near_median", "slightly_below", "below", "far_below",
		"extremely_below" };
	struct series_row rows[9] = { { .kind = "mean" } };
	const struct series_row *list[9];
	struct selection selection = { .rows = list, .count = 9 };
	struct ranked_bands bands;

	for (size_t i = 0; i < 9; i++) {
		rows[i].band = words[8 - i];
		rows[i].figures[SERIES_VALUE] = (struct series_figure){ SERIES_NUMBER, 1, "1" };
		list[i] = &rows[i];
	}
	ranked_bands_make(&bands, &selection);
	CHECK(bands.count == 9);
	for (size_t i = 0; i < bands.count; i++) {
		CHECK_TEXT(bands.words[i], words[i]);
		for (size_t j = 0; j < i; j++)
			CHECK(bands.shapes[i] != bands.shapes[j]);
		if (i < 4)
			CHECK(bands.shapes[8 - i] - bands.shapes[i]
			    == bands.shapes[5] - bands.shapes[3]);
	}
	CHECK_TEXT(bands.texts[0], "extremely above");
	ranked_bands_release(&bands);
}

static size_t
count_words(const char *csv, const struct select_wish *wish, const char *begin)
{
	const struct words_wish said = { .bare = true };
	struct canvas canvas;
	size_t count = 0;

	if (!layout_draw(wish, &said, csv, 960, &canvas))
		return 0;
	for (size_t i = 0; i < canvas.word_count; i++)
		count += strncmp(canvas.words[i].text, begin, strlen(begin)) == 0;
	canvas_release(&canvas);
	return count;
}

/* Without any figure of a unit a few held-back ones stand for all, below a total too. */
static void
check_held(void)
{
	struct layout_stream stream = { .header = LAYOUT_HEADER,
		.pattern = LAYOUT_PATTERN,
		.units = 50,
		.suppressed = 1,
		.name_length = 10 };
	struct select_wish wish = { .type = "ranked" };
	char *csv = layout_stream(&stream);
	struct buffer more = { 0 };

	CHECK(count_words(csv, &wish, "Unit ") == 12);
	buffer_append_text(&more, csv);
	buffer_append_text(&more, "Nation,2022-01,measure_1,proportion,900,900,41.0,,\n");
	buffer_append(&more, "", 1);
	wish.totals = (struct filter_list){ .values = { "Nation" }, .count = 1 };
	CHECK(count_words(more.data, &wish, "Nation") == 1);
	CHECK(count_words(more.data, &wish, "Unit ") == 12);
	buffer_release(&more);
	free(csv);
}

int
main(void)
{
	check_bands();
	check_streams();
	check_percent_ends();
	check_points();
	check_rows();
	check_held();
	return unit_done();
}
