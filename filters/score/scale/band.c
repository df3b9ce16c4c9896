/* SPDX-License-Identifier: GPL-3.0-or-later */
/* band: names for stretches of a scale. */
#include "band.h"

#include "../../lib/memory.h"
#include "../item/number.h"

#include <stdlib.h>

#define BANDS_MAX 100

static bool
load_edge(const struct config_node *node, const char *inclusive, const char *exclusive,
    struct band_edge *edge, struct fault *fault)
{
	struct config_node with = config_member(node, inclusive);
	struct config_node without = config_member(node, exclusive);

	edge->open = !config_present(&with) && !config_present(&without);
	edge->inclusive = config_present(&with);
	if (edge->open)
		return true;
	if (config_present(&with) && config_present(&without))
		return config_fault(
		    node, fault, "has both %s and %s: give one of them", inclusive, exclusive);
	return number_read(edge->inclusive ? &with : &without, &edge->at, fault);
}

static bool
load_label(struct bands *bands, const struct config_node *node, struct fault *fault)
{
	struct config_node label = config_member(node, "label");
	struct band *band = &bands->list[bands->count];

	if (!config_text_required(&label, &band->label, fault))
		return false;
	/* it stands in a field as it is: no quotes are needed then, for any reader */
	for (const char *byte = band->label; *byte != '\0'; byte++)
		if ((unsigned char)*byte < ' ' || *byte == 0x7f || *byte == ',' || *byte == '"')
			return config_fault(&label, fault,
			    "holds a comma, a quote or a control character: leave it out");
	if (band->label[0] == '\0' || band->label[0] == ' ')
		return config_fault(&label, fault, "is empty, or begins with a blank");
	for (size_t i = 0; i < bands->count; i++)
		if (strcmp(bands->list[i].label, band->label) == 0)
			return config_fault(&label, fault, "is the label of another band too");
	return true;
}

/* The edge where one band ends and the next begins. */
static bool
check_touch(const struct band *before, const struct band *band, const struct config_node *node,
    struct fault *fault)
{
	char at[NUMBER_TEXT_MAX], next[NUMBER_TEXT_MAX];
	int order;

	if (before->upper.open || band->lower.open)
		return config_fault(node, fault,
		    "overlaps the band before it: where they meet, one needs below or at_most, "
		    "the other at_least or above");
	order = decimal_compare(before->upper.at, band->lower.at);
	number_write(before->upper.at, at);
	number_write(band->lower.at, next);
	if (order > 0)
		return config_fault(node, fault,
		    "overlaps the band before it, which goes to %s: bands stand in ascending order",
		    at);
	if (order < 0)
		return config_fault(node, fault,
		    "leaves a gap: between %s and %s there is no band; a mean or a prorated sum "
		    "can fall there, so let the band before end below %s",
		    at, next, next);
	if (before->upper.inclusive && band->lower.inclusive)
		return config_fault(node, fault, "overlaps the band before it: %s is in both", at);
	if (!before->upper.inclusive && !band->lower.inclusive)
		return config_fault(node, fault, "leaves a gap: %s itself is in no band", at);
	return true;
}

static bool
check_own(const struct band *band, const struct config_node *node, struct fault *fault)
{
	int order;

	if (band->lower.open || band->upper.open)
		return true;
	order = decimal_compare(band->lower.at, band->upper.at);
	if (order > 0 || (order == 0 && !(band->lower.inclusive && band->upper.inclusive)))
		return config_fault(node, fault, "is empty: its upper edge is not above its lower");
	return true;
}

/* The first and the last band reach as far as the scale does. */
static bool
check_ends(const struct bands *bands, const struct config_node *node, struct ratio least,
    struct ratio most, struct fault *fault)
{
	const struct band_edge *lower = &bands->list[0].lower;
	const struct band_edge *upper = &bands->list[bands->count - 1].upper;
	char text[RATIO_TEXT_MAX];
	int order;

	if (!lower->open) {
		order = ratio_compare(ratio_of(lower->at), least);
		if (order > 0 || (order == 0 && !lower->inclusive))
			return config_fault(node, fault,
			    "leave out scores under the first band: the scale goes down to %.*s",
			    (int)ratio_write(least, 2, text), text);
	}
	if (!upper->open) {
		order = ratio_compare(ratio_of(upper->at), most);
		if (order < 0 || (order == 0 && !upper->inclusive))
			return config_fault(node, fault,
			    "leave out scores over the last band: the scale goes up to %.*s",
			    (int)ratio_write(most, 2, text), text);
	}
	return true;
}

/* A band that no score can be in was made for another range. */
static bool
check_reached(const struct bands *bands, const struct config_node *node, struct ratio least,
    struct ratio most, struct fault *fault)
{
	for (size_t i = 0; i < bands->count; i++) {
		const struct band_edge *lower = &bands->list[i].lower;
		const struct band_edge *upper = &bands->list[i].upper;
		int above = lower->open ? -1 : ratio_compare(ratio_of(lower->at), most);
		int below = upper->open ? 1 : ratio_compare(ratio_of(upper->at), least);
		struct config_node element = config_element(node, i);
		char low[RATIO_TEXT_MAX], high[RATIO_TEXT_MAX];

		if (above > 0 || (above == 0 && !lower->inclusive) || below < 0
		    || (below == 0 && !upper->inclusive))
			return config_fault(&element, fault,
			    "can never be: the scale goes from %.*s to %.*s",
			    (int)ratio_write(least, 2, low), low, (int)ratio_write(most, 2, high),
			    high);
	}
	return true;
}

bool
bands_load(struct bands *bands, const struct config_node *node, struct ratio least,
    struct ratio most, struct fault *fault)
{
	static const char *const keys[] = { "label", "at_least", "above", "at_most", "below",
		NULL };
	size_t count;

	if (!config_present(node))
		return true;
	if (!config_is_array(node) || config_size(node) == 0 || config_size(node) > BANDS_MAX)
		return config_fault(node, fault, "must be a list of 1 to %d bands", BANDS_MAX);
	count = config_size(node);
	bands->list = xcalloc(count, sizeof bands->list[0]);
	while (bands->count < count) {
		struct config_node element = config_element(node, bands->count);
		struct band *band = &bands->list[bands->count];

		if (!config_only(&element, keys, fault) || !load_label(bands, &element, fault)
		    || !load_edge(&element, "at_least", "above", &band->lower, fault)
		    || !load_edge(&element, "at_most", "below", &band->upper, fault)
		    || !check_own(band, &element, fault)
		    || (bands->count != 0 && !check_touch(band - 1, band, &element, fault)))
			return false;
		bands->count++;
	}
	return check_reached(bands, node, least, most, fault)
	    && check_ends(bands, node, least, most, fault);
}

void
bands_release(struct bands *bands)
{
	free(bands->list);
	*bands = (struct bands){ 0 };
}

size_t
bands_find(const struct bands *bands, struct ratio value)
{
	for (size_t i = 0; i < bands->count; i++) {
		const struct band_edge *upper = &bands->list[i].upper;
		int order = upper->open ? -1 : ratio_compare(value, ratio_of(upper->at));

		if (order < 0 || (order == 0 && upper->inclusive))
			return i;
	}
	return BAND_NONE;
}
