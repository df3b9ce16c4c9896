/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Invented instruments: what is remembered is what is worked out, a score lies within
 * what its scale says it can be, in one band, and is what floating point makes of the
 * same answers by the methods' plain definitions.
 */
#include "../../filters/lib/memory.h"
#include "draw.h"
#include "score_test.h"

#include <stdarg.h>
#include <stdlib.h>

#define ITEMS_MAX  10
#define SCALES_MAX 8

static const char *const methods[] = { "sum", "mean", "weighted_mean", "percent", "linear",
	"top_box", "bottom_box", "count" };

static struct buffer json;

__attribute__((format(printf, 1, 2))) static void
add(const char *format, ...)
{
	char text[512];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	buffer_append_text(&json, text);
}

static unsigned
compose_items(void)
{
	static const char *const ranges[] = { "\"minimum\":0,\"maximum\":3",
		"\"minimum\":1,\"maximum\":5", "\"minimum\":-2,\"maximum\":2",
		"\"minimum\":0.5,\"maximum\":3.25", "\"allowed\":[1,2,4,8]",
		"\"minimum\":-7,\"maximum\":-1", "\"minimum\":1,\"maximum\":900" };
	unsigned count = 1 + draw(ITEMS_MAX);

	add(BEGIN "\"dont_know_codes\":[\"dk\"],\"items\":[");
	for (unsigned i = 0; i < count; i++) {
		/* one draw at a time: compilers differ in which argument comes first */
		unsigned kinds = draw(3) != 0 ? 3 : 7;

		add("%s{\"column\":\"i%u\",%s", i != 0 ? "," : "", i, ranges[draw(kinds)]);
		add(",\"reverse\":%s", draw(3) == 0 ? "true" : "false");
		add("%s}", draw(5) == 0 ? ",\"not_applicable_codes\":[\"na\"]" : "");
	}
	return count;
}

/* Some of the names below, each once; weights are given to the same. */
static unsigned
choose(unsigned *chosen, unsigned from)
{
	unsigned count = 0;

	for (unsigned i = 0; i < from; i++)
		if (draw(2) == 0)
			chosen[count++] = i;
	if (count == 0)
		chosen[count++] = draw(from);
	return count;
}

static void
compose_scale(unsigned index, unsigned items)
{
	static const char *const weights[] = { "1", "2", "0.5", "0.125", "-1" };
	unsigned method = draw(8);
	bool of_scales = index > 0 && draw(3) == 0 && method != 3 && method != 4;
	unsigned chosen[ITEMS_MAX], count = choose(chosen, of_scales ? index : items);
	bool weighted = method == 2 || (method != 1 && method != 7 && draw(3) == 0);
	bool prorated = method == 0 && draw(2) == 0;

	add("%s{\"name\":\"s%u\",\"method\":\"%s\",\"decimals\":%u,\"%s\":[", index != 0 ? "," : "",
	    index, methods[method], draw(4), of_scales ? "scales" : "items");
	for (unsigned i = 0; i < count; i++)
		add("%s\"%c%u\"", i != 0 ? "," : "", of_scales ? 's' : 'i', chosen[i]);
	add("]");
	for (unsigned i = 0; weighted && i < count; i++)
		add("%s\"%c%u\":%s%s", i != 0 ? "," : ",\"weights\":{", of_scales ? 's' : 'i',
		    chosen[i], weights[draw(method == 0 && !prorated ? 5 : 4)],
		    i == count - 1 ? "}" : "");
	if (draw(3) != 0)
		add(",\"minimum_answered\":%u", 1 + draw(count));
	else if (draw(2) == 0)
		add(",\"minimum_answered\":\"%u%%\"", 1 + draw(100));
	if (prorated)
		add(",\"prorate\":true");
	if (method == 7 || (method == 5 && of_scales))
		add(",\"at_least\":%d", (int)draw(6) - 2);
	if (method == 6 && of_scales)
		add(",\"at_most\":%d", (int)draw(6));
	if ((method == 5 || method == 6) && draw(2) == 0)
		add(",\"base\":\"responded\"");
	if (draw(5) == 0)
		add(",\"standardise\":{\"to\":\"%s\",\"mean\":1.5,\"deviation\":0.7,"
		    "\"source\":\"none\"}",
		    draw(2) == 0 ? "T" : "z");
	if (draw(2) == 0)
		add(",\"bands\":[{\"label\":\"low\",\"at_most\":1},"
		    "{\"label\":\"middle one\",\"above\":1,\"below\":2.5},"
		    "{\"label\":\"high\",\"at_least\":2.5}]");
	add("}");
}

static struct field
draw_answer(const struct item *item, char out[32])
{
	const int64_t low = item->minimum.digits / decimal_powers[item->minimum.scale];
	const int64_t high = item->maximum.digits / decimal_powers[item->maximum.scale];
	long number = (long)low + (long)draw((unsigned)(high - low) + 1);

	switch (draw(30)) {
	case 0:
	case 1:
		return field_of("");
	case 2:
		return field_of("dk");
	case 3:
		return field_of("na"); /* refused where the item has no such code */
	case 4:
		return field_of("1.5");
	case 5:
		return draw(4) == 0 ? field_of("1001") : field_of("2.0");
	default:
		return (struct field){ out, (size_t)snprintf(out, 32, "%ld", number) };
	}
}

/* The same by floating point, from the definitions in scale.h; the score is given. */
static long double
figure_of(const struct instrument *instrument, const struct scale *scale,
    const struct answer *answers, const long double *figures, const struct score *scores)
{
	long double sum = 0, bases = 0, all = 0;

	for (size_t i = 0; i < scale->count; i++) {
		const struct scale_part *part = &scale->parts[i];
		long double weight = (long double)decimal_value(part->weight), x, low = 0, high = 1;
		bool given = scale->of_scales ? scores[part->index].outcome == SCORE_GIVEN
		                              : answers[part->index].kind == ANSWER_GIVEN;

		all += weight;
		if (!scale->of_scales && scale->responded
		    && answers[part->index].kind == ANSWER_DONT_KNOW)
			bases += weight;
		if (!given)
			continue;
		if (scale->of_scales) {
			x = figures[part->index];
		} else {
			const struct answer *answer = &answers[part->index];

			x = (long double)answer->digits
			    / (long double)decimal_powers[answer->scale];
			low = (long double)decimal_value(instrument->items[part->index].minimum);
			high = (long double)decimal_value(instrument->items[part->index].maximum);
		}
		bases += scale->method == SCALE_PERCENT ? weight * high : weight;
		if (scale->method == SCALE_LINEAR)
			x = (x - low) / (high - low);
		if (scale->boxed)
			x = x > (long double)decimal_value(part->least) - 1e-12L
			    && x < (long double)decimal_value(part->most) + 1e-12L;
		sum += weight * x;
	}
	if (scale->averaged)
		sum /= bases;
	if (scale->averaged && scale->method != SCALE_MEAN && scale->method != SCALE_WEIGHTED_MEAN)
		sum *= 100;
	if (scale->prorate)
		sum *= all / bases;
	if (!scale->standardised)
		return sum;
	sum = (sum - 1.5L) / 0.7L;
	return ratio_compare(scale->center, (struct ratio){ 50, 1 }) == 0 ? 50 + 10 * sum : sum;
}

static bool
in_band(const struct band *band, struct ratio value)
{
	int low = band->lower.open ? 1 : ratio_compare(value, ratio_of(band->lower.at));
	int high = band->upper.open ? -1 : ratio_compare(value, ratio_of(band->upper.at));

	return (low > 0 || (low == 0 && band->lower.inclusive))
	    && (high < 0 || (high == 0 && band->upper.inclusive));
}

static unsigned wrong, given, outcomes[SCORE_OUTCOMES];

static void
check_score(const struct scale *scale, const struct score *score, long double figure)
{
	long double value = (long double)score->value.numerator / (long double)score->value.divisor;

	given++;
	wrong += ratio_compare(score->value, scale->least) < 0
	    || ratio_compare(score->value, scale->most) > 0;
	wrong += fabsl(value - figure) > 1e-9L * (1 + fabsl(figure));
	wrong += (score->band == BAND_NONE) != (scale->bands.count == 0);
	for (size_t i = 0; i < scale->bands.count; i++)
		wrong += in_band(&scale->bands.list[i], score->value) != (i == score->band);
}

static void
check_record(struct instrument *instrument)
{
	static struct buffer quick, slow;
	struct answer answers[ITEMS_MAX];
	uint64_t running[ITEMS_MAX + 1];
	struct score scores[SCALES_MAX], score;
	long double figures[SCALES_MAX] = { 0 };
	char text[32];

	for (size_t i = 0; i < instrument->item_count; i++)
		answers[i] =
		    item_answer(&instrument->items[i], draw_answer(&instrument->items[i], text));
	running_all(answers, instrument->item_count, running);
	for (size_t i = 0; i < instrument->scale_count; i++) {
		struct scale *scale = &instrument->scales[i];

		buffer_clear(&quick);
		buffer_clear(&slow);
		score = scale_score(scale, answers, scores);
		scale_write(scale, &score, &slow);
		scale_append(instrument->scales, i, i + 1, answers, running, scores, &quick);
		wrong +=
		    quick.length != slow.length || memcmp(quick.data, slow.data, slow.length) != 0;
		wrong += scores[i].outcome != score.outcome || scores[i].band != score.band
		    || scores[i].answered != score.answered
		    || scores[i].applicable != score.applicable;
		outcomes[score.outcome]++;
		if (score.outcome != SCORE_GIVEN)
			continue;
		wrong += ratio_compare(score.value, scores[i].value) != 0;
		figures[i] = figure_of(instrument, scale, answers, figures, scores);
		check_score(scale, &score, figures[i]);
	}
}

static void
check_instruments(unsigned wanted)
{
	unsigned loaded = 0, refused = 0, remembered = 0, combined = 0;

	while (loaded < wanted && refused < 100 * wanted) {
		struct instrument instrument = { 0 };
		struct fault fault = { 0 };
		unsigned items, scales = 1 + draw(SCALES_MAX);

		buffer_clear(&json);
		items = compose_items();
		add("],\"scales\":[");
		for (unsigned i = 0; i < scales; i++)
			compose_scale(i, items);
		add("]}");
		buffer_append(&json, "", 1);
		/* boxes out of reach, percents of a maximum under 0: refused with a reason */
		if (load(&instrument, json.data, &fault)) {
			loaded++;
			for (size_t i = 0; i < instrument.scale_count; i++) {
				remembered += instrument.scales[i].memo.cells != NULL;
				combined += instrument.scales[i].memo.keys != NULL;
			}
			for (unsigned i = 0; i < 300; i++)
				check_record(&instrument);
		} else {
			refused++;
			wrong += strstr(fault.message, "never be") == NULL
			    && strstr(fault.message, "not above 0") == NULL;
		}
		if (wrong != 0) {
			printf("# %s\n# %s\n", fault.message, json.data);
			instrument_release(&instrument);
			break;
		}
		instrument_release(&instrument);
	}
	CHECK(loaded == wanted);
	CHECK(wrong == 0);
	CHECK(remembered > wanted / 2);
	CHECK(combined > wanted / 10);
	printf("# %u instruments, %u scores given, %u too few, %u not applicable, %u refused\n",
	    loaded, given, outcomes[SCORE_TOO_FEW], outcomes[SCORE_NOT_APPLICABLE],
	    outcomes[SCORE_REFUSED]);
}

int
main(void)
{
	check_instruments(400);
	for (unsigned i = 0; i < SCORE_TOO_LONG; i++)
		CHECK(outcomes[i] > 500);
	return unit_done();
}
