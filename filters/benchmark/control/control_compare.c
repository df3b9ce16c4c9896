/* SPDX-License-Identifier: GPL-3.0-or-later */
/* control_compare: the periods of one unit on a control chart. */
#include "../compare/comparer.h"
#include "../compare/comparers.h"
#include "control_judge.h"
#include "control_series.h"

#include <math.h>
#include <stdlib.h>

/* Beside the rules that fired, as a set; there are no limits where one of them stands. */
#define TOO_FEW (1 << 11)
#define OVERLAP (1 << 12)

static const enum compare_column written[] = { COLUMN_CENTRE, COLUMN_LIMIT_LOWER95,
	COLUMN_LIMIT_UPPER95, COLUMN_LIMIT_LOWER998, COLUMN_LIMIT_UPPER998, COLUMN_SIGNAL,
	COLUMN_VARIATION, COLUMN_ASSURANCE, COLUMN_METHOD, COMPARE_COLUMNS };

/* A set on its chart, with room for its points. */
struct work {
	struct compare_set *set;
	const struct control_options *options;
	struct control_series series;
	struct control_sample *samples;
	struct control_point *points;
	unsigned *signals;
};

/* The member from which on limits begin anew. */
static size_t
stretch_end(const struct work *work, size_t first)
{
	const struct compare_member *members = work->set->members;
	size_t end = work->set->count;

	for (size_t r = 0; r < work->options->rebase_count; r++) {
		const struct control_rebase *rebase = &work->options->rebases[r];
		size_t i = first + 1;

		if (rebase->unit.length != 0
		    && !field_equals(rebase->unit, members[first].group->unit))
			continue;
		while (i < end
		    && (members[i].group->day < rebase->day
		        || members[i - 1].group->day >= rebase->day))
			i++;
		end = i;
	}
	return end;
}

/* Takes the points among the members; returns how many, and how many of them give limits. */
static size_t
take_points(struct work *work, size_t first, size_t end, size_t *baseline)
{
	const struct control_options *options = work->options;
	size_t count = 0;
	size_t before = 0;

	for (size_t i = first; i < end; i++) {
		if (!control_is_point(&work->series, i))
			continue;
		before += options->has_baseline_end
		    && work->set->members[i].group->day < options->baseline_end;
		work->samples[count++] = control_sample_of(&work->series, i);
	}
	*baseline = count;
	if (options->baseline != 0 && options->baseline < count)
		*baseline = options->baseline;
	/* a baseline is of the limits that it lies in: what comes later has its own */
	if (before != 0)
		*baseline = before;
	return count;
}

static void
put_all(struct compare_set *set, size_t first, size_t end, unsigned signals)
{
	for (size_t i = first; i < end; i++)
		compare_put(set, i, COLUMN_SIGNAL, signals);
}

/* Limits of counts end where these do. */
static double
limit_at(const struct work *work, const struct control_point *point, double sigmas)
{
	double limit = point->centre + sigmas * point->sigma;

	if (control_counts(work->series.chart) && limit < 0)
		return 0;
	if (control_takes_shares(work->series.chart) && limit > work->series.multiplier)
		return work->series.multiplier;
	return limit;
}

static void
put_lines(const struct work *work, size_t member, const struct control_point *point, double noise)
{
	struct compare_set *set = work->set;
	double lower = limit_at(work, point, -3);
	double upper = limit_at(work, point, 3);

	compare_put(set, member, COLUMN_CENTRE, point->centre);
	compare_put(set, member, COLUMN_LIMIT_LOWER95, limit_at(work, point, -2));
	compare_put(set, member, COLUMN_LIMIT_UPPER95, limit_at(work, point, 2));
	compare_put(set, member, COLUMN_LIMIT_LOWER998, lower);
	compare_put(set, member, COLUMN_LIMIT_UPPER998, upper);
	if (!isnan(lower))
		compare_put(set, member, COLUMN_ASSURANCE,
		    control_assurance(set->measure, lower, upper, noise));
}

/* A figure that is no point has the lines only, as far as they do not follow its n. */
static void
put_stretch(const struct work *work, size_t first, size_t end, double noise)
{
	struct compare_set *set = work->set;
	size_t at = 0;

	for (size_t i = first; i < end; i++) {
		struct control_point line = work->points[0];

		if (control_is_point(&work->series, i)) {
			const struct control_point *point = &work->points[at];

			put_lines(work, i, point, noise);
			compare_put(set, i, COLUMN_SIGNAL, work->signals[at]);
			compare_put(set, i, COLUMN_VARIATION,
			    control_variation(work->signals[at], point, set->measure->polarity));
			at++;
			continue;
		}
		if (control_counts(work->series.chart))
			line.sigma = NAN;
		put_lines(work, i, &line, noise);
		compare_put(set, i, COLUMN_SIGNAL, 0);
	}
}

static void
run_stretch(struct work *work, size_t first, size_t end)
{
	size_t baseline;
	size_t count = take_points(work, first, end, &baseline);

	if (baseline < CONTROL_BASELINE) {
		put_all(work->set, first, end, TOO_FEW);
		return;
	}
	control_chart_draw(work->series.chart, work->samples, count, baseline,
	    work->series.multiplier, work->options->screen, work->points);
	control_mark(work->points, count, &work->options->rules, work->signals);
	put_stretch(work, first, end, control_noise(work->points, count));
}

static void
run(struct compare_set *set)
{
	struct work work = {
		.set = set, .options = &set->options->control, .series = control_series_of(set)
	};
	size_t count = 0;

	compare_count(set, work.series.chart != work.options->chart);
	for (size_t i = 0; i < set->count; i++) {
		count += control_is_point(&work.series, i);
		compare_put(set, i, COLUMN_METHOD, work.series.chart);
	}
	if (control_overlaps(&work.series) || count < CONTROL_MINIMUM) {
		put_all(set, 0, set->count, control_overlaps(&work.series) ? OVERLAP : TOO_FEW);
		return;
	}
	work.samples = xcalloc(count, sizeof(*work.samples));
	work.points = xcalloc(count, sizeof(*work.points));
	work.signals = xcalloc(count, sizeof(*work.signals));
	for (size_t first = 0, end; first < set->count; first = end) {
		end = stretch_end(&work, first);
		run_stretch(&work, first, end);
	}
	free(work.samples);
	free(work.points);
	free(work.signals);
}

static void
method_words(const struct control_options *options, enum control_chart chart, struct buffer *text)
{
	static const char *const names[] = { [CONTROL_XMR] = "xmr",
		[CONTROL_P] = "p_chart",
		[CONTROL_U] = "u_chart",
		[CONTROL_P_PRIME] = "p_prime_chart",
		[CONTROL_U_PRIME] = "u_prime_chart",
		[CONTROL_RUN] = "run_chart" };

	buffer_append_text(text, names[chart]);
	if (options->screen)
		buffer_append_text(text, "_screened");
	control_name_rules(options, text);
}

static void
report(const struct compare_options *options, size_t sets, size_t lacking)
{
	if (lacking == sets)
		diag_warning("--chart %s: no figure is a %s, so all are on an XmR chart",
		    control_chart_names[options->control.chart],
		    control_takes_shares(options->control.chart) ? "proportion" : "rate");
}

static void
signal_words(unsigned signals, struct buffer *text)
{
	/* in the order of their bits */
	static const char *const names[] = { "outside", "shift", "trend", "two_of_three",
		"four_of_five", "alternating", "within_one_sigma", "beyond_one_sigma", "long_run",
		"few_crossings", NULL, "too_few", "overlap" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (names[i] == NULL || (signals >> i & 1) == 0)
			continue;
		if (text->length != 0)
			buffer_append_text(text, " ");
		buffer_append_text(text, names[i]);
	}
}

static void
word(const struct compare_options *options, enum compare_column column, double put,
    struct buffer *text)
{
	static const char *const variations[] = { [CONTROL_COMMON] = "common",
		[CONTROL_IMPROVEMENT] = "improvement",
		[CONTROL_CONCERN] = "concern",
		[CONTROL_NEUTRAL_HIGH] = "neutral_high",
		[CONTROL_NEUTRAL_LOW] = "neutral_low",
		[CONTROL_SPECIAL] = "special" };
	static const char *const assurances[] = { [CONTROL_NO_TARGET] = "",
		[CONTROL_PASS] = "pass",
		[CONTROL_FAIL] = "fail",
		[CONTROL_HIT_OR_MISS] = "hit_or_miss" };

	if (column == COLUMN_METHOD)
		method_words(&options->control, (enum control_chart)put, text);
	else if (column == COLUMN_SIGNAL)
		signal_words((unsigned)put, text);
	else if (column == COLUMN_VARIATION)
		buffer_append_text(text, variations[(size_t)put]);
	else
		buffer_append_text(text, assurances[(size_t)put]);
}

const struct comparer control_comparer = { .name = "control",
	.over = COMPARE_TIME,
	.columns = written,
	.run = run,
	.word = word,
	.report = report };
