/* SPDX-License-Identifier: GPL-3.0-or-later */
/* row: writes the header and one record for each group and measure. */
#include "row.h"

#include "../../lib/decimal.h"

#include <string.h>

#define SUPPRESSED     "*"
#define LOW_BASE       "[u]"
#define NOT_APPLICABLE "[z]"

static const char *const group_columns[] = { "unit", "period", NULL };
static const char *const figure_columns[] = { "measure", "kind", "records", "numerator",
	"denominator", "value", "lower95", "upper95", "lower998", "upper998", "method", NULL };
static const char *const peer_columns[] = { "units", "q1", "median", "q3", "quartile", "rank",
	NULL };
static const char *const control_columns[] = { "centre", "limit_lower", "limit_upper", "signal",
	NULL };

static bool
has(const char *const *names, const char *name)
{
	for (; *names != NULL; names++)
		if (strcmp(*names, name) == 0)
			return true;
	return false;
}

bool
row_check(const struct row_options *options, struct fault *fault)
{
	const struct filter_list *by = options->key->by_names;

	for (size_t i = 0; i < by->count; i++) {
		if (has(group_columns, by->values[i]) || has(figure_columns, by->values[i])
		    || has(peer_columns, by->values[i]) || has(control_columns, by->values[i]))
			return fault_set(fault,
			    "--by '%s' has the name of an output column: rename it first",
			    by->values[i]);
		for (size_t j = 0; j < i; j++)
			if (strcmp(by->values[i], by->values[j]) == 0)
				return fault_set(fault, "--by '%s' is given twice", by->values[i]);
	}
	return true;
}

static void
write_names(struct writer *writer, const char *const *names)
{
	for (; *names != NULL; names++)
		writer_text(writer, *names);
}

void
row_header(struct writer *writer, const struct row_options *options)
{
	const struct filter_list *by = options->key->by_names;

	write_names(writer, group_columns);
	for (size_t i = 0; i < by->count; i++)
		writer_text(writer, by->values[i]);
	write_names(writer, figure_columns);
	if (options->compare->peers)
		write_names(writer, peer_columns);
	if (options->compare->control)
		write_names(writer, control_columns);
	writer_end(writer);
}

static void
write_number(struct writer *writer, double value, unsigned decimals)
{
	char text[DECIMAL_TEXT_MAX];
	size_t length = decimal_write(value, decimals, text);

	writer_value(writer, (struct field){ text, length });
}

static void
write_count(struct writer *writer, const struct disclosure *rule, uint64_t count)
{
	if (disclosure_shows(rule, count))
		write_number(writer, (double)disclosure_count(rule, count), 0);
	else
		writer_text(writer, SUPPRESSED);
}

static const char *
symbol_of(enum figure_state state)
{
	if (state == FIGURE_SUPPRESSED)
		return SUPPRESSED;
	return state == FIGURE_LOW_BASE ? LOW_BASE : NOT_APPLICABLE;
}

/* A sum together with the exact mean would give the exact denominator away. */
static void
write_sum(struct writer *writer, const struct decimal_sum *sum, const struct figure *figure,
    const struct disclosure *rule)
{
	if (disclosure_rounds(rule))
		writer_text(
		    writer, figure->state == FIGURE_SUPPRESSED ? SUPPRESSED : NOT_APPLICABLE);
	else
		write_number(writer, decimal_sum_total(sum), sum->scale);
}

/* The numerator and the denominator: counts, or sums. */
static void
write_parts(struct writer *writer, const struct measure *measure, const struct figure *figure,
    const struct disclosure *rule)
{
	struct ratio_wide all;

	switch (measure->kind) {
	case MEASURE_PROPORTION:
		write_count(writer, rule, figure->numerator);
		write_count(writer, rule, figure->denominator);
		break;
	case MEASURE_MEAN:
		write_sum(writer, &figure->sum, figure, rule);
		write_count(writer, rule, figure->denominator);
		break;
	case MEASURE_RATIO:
		all = ratio_sum_all(figure->ratio);
		write_sum(writer, &all.y, figure, rule);
		write_sum(writer, &all.x, figure, rule);
		break;
	}
}

static void
write_limits(struct writer *writer, const struct measure *measure, const struct figure *figure,
    const struct disclosure *rule)
{
	static const double confidences[] = { 0.95, 0.998 };

	for (size_t i = 0; i < sizeof(confidences) / sizeof(confidences[0]); i++) {
		struct interval limits;

		if (figure_limits(figure, measure, rule, confidences[i], &limits)) {
			write_number(writer, limits.lower, figure->decimals);
			write_number(writer, limits.upper, figure->decimals);
		} else {
			writer_text(writer, symbol_of(figure->state));
			writer_text(writer, symbol_of(figure->state));
		}
	}
}

/* Every row names how its figures were made, joined by blanks. */
static void
write_method(
    struct writer *writer, const struct measure *measure, const struct row_options *options)
{
	static const char *const intervals[] = { [MEASURE_MEAN] = "student_t",
		[MEASURE_PROPORTION] = "wilson",
		[MEASURE_RATIO] = "ratio_linear" };
	struct buffer method = { 0 };

	buffer_append_text(&method, intervals[measure->kind]);
	if (disclosure_rounds(options->rule))
		buffer_append_text(&method, "_published");
	if (options->compare->peers)
		buffer_append_text(&method, " quantile7");
	if (options->compare->control)
		buffer_append_text(&method, " xmr");
	writer_value(writer, (struct field){ method.data, method.length });
	buffer_release(&method);
}

static void
write_peer(struct writer *writer, const struct figure *figure, const struct compare_peer *peer)
{
	bool enough = peer->among.units >= PEERS_MINIMUM;
	const double quartiles[] = { peer->among.q1, peer->among.median, peer->among.q3 };

	write_number(writer, (double)peer->among.units, 0);
	for (size_t i = 0; i < 3; i++) {
		if (enough)
			write_number(writer, quartiles[i], figure->decimals);
		else
			writer_text(writer, NOT_APPLICABLE);
	}
	if (figure->state != FIGURE_SHOWN) {
		writer_text(writer, symbol_of(figure->state));
		writer_text(writer, symbol_of(figure->state));
		return;
	}
	if (enough)
		write_number(writer, peer->quartile, 0);
	else
		writer_text(writer, NOT_APPLICABLE);
	if (peer->rank > 0)
		write_number(writer, peer->rank, peer->rank > (double)(size_t)peer->rank);
	else
		writer_text(writer, NOT_APPLICABLE);
}

static void
write_signals(struct writer *writer, unsigned char signals)
{
	static const struct {
		enum control_signal signal;
		const char *name;
	} names[] = {
		{ CONTROL_OUTSIDE, "outside" },
		{ CONTROL_SHIFT, "shift" },
		{ CONTROL_TREND, "trend" },
		{ CONTROL_TWO_OF_THREE, "two_of_three" },
	};
	struct buffer text = { 0 };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!(signals & names[i].signal))
			continue;
		if (text.length != 0)
			buffer_append_text(&text, " ");
		buffer_append_text(&text, names[i].name);
	}
	writer_value(
	    writer, text.length != 0 ? (struct field){ text.data, text.length } : field_of(""));
	buffer_release(&text);
}

static void
write_point(struct writer *writer, const struct measure *measure, const struct compare_point *point)
{
	if (point->points < CONTROL_MINIMUM) {
		for (size_t i = 0; i < 3; i++)
			writer_text(writer, "");
		writer_text(writer, "too_few");
		return;
	}
	/* of published values, so that the measure's own decimals tell nothing */
	write_number(writer, point->limits.centre, measure->decimals);
	write_number(writer, point->limits.lower, measure->decimals);
	write_number(writer, point->limits.upper, measure->decimals);
	write_signals(writer, point->signals);
}

bool
row_write(struct writer *writer, const struct row_options *options, const struct group *group,
    const struct measures *measures, size_t index, const struct figure *figure,
    const struct comparison *comparison)
{
	const struct measure *measure = &measures->items[index];
	const struct group_key *key = options->key;
	struct field rest = group->by;
	size_t cell = group->index * measures->count + index;

	writer_value(writer, key->unit_name != NULL ? group->unit : field_of("all"));
	writer_value(writer, key->period_name != NULL ? group->period : field_of("all"));
	for (size_t i = 0; i < key->by_names->count; i++)
		writer_value(writer, group_key_part(&rest));
	writer_text(writer, measure->id);
	writer_text(writer, measure_kind_name(measure->kind));
	write_count(writer, options->rule, figure->records);
	write_parts(writer, measure, figure, options->rule);
	if (figure->state == FIGURE_SHOWN)
		write_number(writer, figure->published, figure->decimals);
	else
		writer_text(writer, symbol_of(figure->state));
	write_limits(writer, measure, figure, options->rule);
	write_method(writer, measure, options);
	if (comparison->peers != NULL)
		write_peer(writer, figure, &comparison->peers[cell]);
	if (comparison->points != NULL)
		write_point(writer, measure, &comparison->points[cell]);
	return writer_end(writer);
}
