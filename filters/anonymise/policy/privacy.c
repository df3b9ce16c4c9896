/* SPDX-License-Identifier: GPL-3.0-or-later */
/* privacy: what the records as a whole have to keep. */
#include "privacy.h"

#include <string.h>

#define K_MAXIMUM 1000000

static const char *const act_words[] = { "suppress-cells", "suppress-records", "generalise", NULL };

static bool
read_quasi(struct privacy *privacy, const struct config_node *list, struct fault *fault)
{
	if (!config_present(list))
		return true;
	if (!config_is_array(list) || config_size(list) == 0
	    || config_size(list) > PRIVACY_COLUMNS_MAX)
		return config_fault(list, fault,
		    "a list of 1 to %d columns is expected, the most useful first",
		    PRIVACY_COLUMNS_MAX);
	for (size_t i = 0; i < config_size(list); i++) {
		struct config_node element = config_element(list, i);

		if (!config_text_required(&element, &privacy->quasi[i], fault))
			return false;
		for (size_t j = 0; j < i; j++)
			if (strcmp(privacy->quasi[j], privacy->quasi[i]) == 0)
				return config_fault(&element, fault, "stands there twice");
		privacy->quasi_count++;
	}
	return true;
}

static bool
read_sensitive_column(
    struct privacy_sensitive *sensitive, const struct config_node *node, struct fault *fault)
{
	static const char *const keys[] = { "description", "l", "diversity", "t", "distance",
		NULL };
	static const char *const diversities[] = { "distinct", "entropy", NULL };
	static const char *const distances[] = { "equal", "ordered", NULL };
	struct config_node l = config_member(node, "l");
	struct config_node diversity = config_member(node, "diversity");
	struct config_node t = config_member(node, "t");
	struct config_node distance = config_member(node, "distance");
	size_t diversity_choice = PRIVACY_DISTINCT;
	size_t distance_choice = PRIVACY_EQUAL;

	sensitive->t = -1;
	if (!config_only(node, keys, fault) || !config_number(&l, &sensitive->l, fault)
	    || !config_choice(&diversity, diversities, &diversity_choice, fault)
	    || !config_number(&t, &sensitive->t, fault)
	    || !config_choice(&distance, distances, &distance_choice, fault))
		return false;
	if (config_present(&l) && !(sensitive->l >= 1 && sensitive->l <= K_MAXIMUM))
		return config_fault(&l, fault, "at least 1 is expected");
	if (config_present(&t) && !(sensitive->t >= 0 && sensitive->t <= 1))
		return config_fault(&t, fault, "0 to 1 is expected");
	if (!config_present(&l) && !config_present(&t))
		return config_fault(node, fault, "neither l nor t is given: one is needed");
	if (config_present(&diversity) && !config_present(&l))
		return config_fault(&diversity, fault, "belongs to l, which is not given");
	if (config_present(&distance) && !config_present(&t))
		return config_fault(&distance, fault, "belongs to t, which is not given");
	sensitive->diversity = (enum privacy_diversity)diversity_choice;
	sensitive->distance = (enum privacy_distance)distance_choice;
	return true;
}

static bool
read_sensitive(struct privacy *privacy, const struct config_node *object, struct fault *fault)
{
	if (!config_present(object))
		return true;
	if (!config_is_object(object) || config_size(object) == 0
	    || config_size(object) > PRIVACY_COLUMNS_MAX)
		return config_fault(object, fault,
		    "an object of 1 to %d columns is expected, such as {\"outcome\": {\"l\": 2}}",
		    PRIVACY_COLUMNS_MAX);
	for (size_t i = 0; i < config_size(object); i++) {
		struct privacy_sensitive *sensitive = &privacy->sensitive[i];
		struct config_node node;

		sensitive->column = config_key(object, i, &node);
		if (!config_is_object(&node))
			return config_fault(
			    &node, fault, "an object such as {\"l\": 2} is expected");
		if (!read_sensitive_column(sensitive, &node, fault))
			return false;
		privacy->sensitive_count++;
	}
	return true;
}

/* Settings that would be wishes that nobody fulfils. */
static bool
check_whole(const struct privacy *privacy, const struct config_node *root, struct fault *fault)
{
	static const char *const only_with_k[] = { "sensitive", "act", "suppression_limit" };
	struct config_node k = config_member(root, "k");
	struct config_node quasi = config_member(root, "quasi_identifiers");
	struct config_node one = config_member(root, "one_record_per_person");

	if (privacy->k == 0) {
		for (size_t i = 0; i < sizeof only_with_k / sizeof *only_with_k; i++) {
			struct config_node node = config_member(root, only_with_k[i]);

			if (config_present(&node))
				return config_fault(&node, fault, "says nothing without k");
		}
		return privacy->quasi_count == 0
		    || config_fault(&quasi, fault, "says nothing without k");
	}
	if (privacy->quasi_count == 0)
		return config_fault(&k, fault, "quasi_identifiers are missing, which k is about");
	if (privacy->person == NULL && !privacy->one_record_per_person)
		return config_fault(&k, fault,
		    "k counts people: name the person column with \"person\", or say "
		    "\"one_record_per_person\": true");
	for (size_t i = 0; privacy->person != NULL && i < privacy->quasi_count; i++) {
		struct config_node element = config_element(&quasi, i);

		if (strcmp(privacy->quasi[i], privacy->person) == 0)
			return config_fault(&element, fault,
			    "the person column is another one for everybody, so nobody looks like "
			    "anybody else; take it out of the list");
	}
	if (privacy->person != NULL && privacy->one_record_per_person)
		return config_fault(&one, fault, "the person column says who already");
	return true;
}

bool
privacy_read(struct privacy *privacy, const struct config_node *root, struct fault *fault)
{
	struct config_node person = config_member(root, "person");
	struct config_node one = config_member(root, "one_record_per_person");
	struct config_node opt_out = config_member(root, "opt_out");
	struct config_node quasi = config_member(root, "quasi_identifiers");
	struct config_node sensitive = config_member(root, "sensitive");
	struct config_node k = config_member(root, "k");
	struct config_node act = config_member(root, "act");
	struct config_node limit = config_member(root, "suppression_limit");
	size_t act_choice = PRIVACY_SUPPRESS_CELLS;
	long number = 0;

	*privacy = (struct privacy){ .suppression_limit = 1 };
	if (!config_text(&person, &privacy->person, fault)
	    || !config_bool(&one, &privacy->one_record_per_person, fault)
	    || !config_text(&opt_out, &privacy->opt_out, fault)
	    || !read_quasi(privacy, &quasi, fault) || !read_sensitive(privacy, &sensitive, fault)
	    || !config_integer(&k, 2, K_MAXIMUM, &number, fault)
	    || !config_choice(&act, act_words, &act_choice, fault)
	    || !config_number(&limit, &privacy->suppression_limit, fault))
		return false;
	if (!(privacy->suppression_limit >= 0 && privacy->suppression_limit <= 1))
		return config_fault(&limit, fault, "0 to 1 is expected");
	privacy->k = (unsigned)number;
	privacy->act = (enum privacy_act)act_choice;
	if (privacy->opt_out == NULL)
		privacy->opt_out = privacy->person;
	return check_whole(privacy, root, fault);
}

static void
explain_sensitive(const struct privacy_sensitive *sensitive, struct buffer *out)
{
	if (sensitive->l > 0 && sensitive->diversity == PRIVACY_DISTINCT)
		buffer_format(out, "in each class at least %g different values of %s stand\n",
		    sensitive->l, sensitive->column);
	if (sensitive->l > 0 && sensitive->diversity == PRIVACY_ENTROPY)
		buffer_format(out,
		    "in each class the values of %s are at least as even as %g equally frequent "
		    "ones\n",
		    sensitive->column, sensitive->l);
	if (sensitive->t >= 0)
		buffer_format(out,
		    "in each class the shares of the values of %s differ by at most %g%s from "
		    "those "
		    "of all records that stay\n",
		    sensitive->column, sensitive->t,
		    sensitive->distance == PRIVACY_ORDERED ? " (by rank)" : "");
}

void
privacy_explain(const struct privacy *privacy, struct buffer *out)
{
	static const char *const becomes[] = { "becomes *", "", "is made coarser, at last *" };

	if (privacy->k == 0) {
		buffer_append_text(
		    out, "classes of people who look alike: not looked at (the policy has no k)\n");
		return;
	}
	buffer_format(out, "at least %u people have the same ", privacy->k);
	for (size_t i = 0; i < privacy->quasi_count; i++)
		buffer_format(out, "%s%s",
		    i == 0                              ? ""
		        : i + 1 == privacy->quasi_count ? " and "
		                                        : ", ",
		    privacy->quasi[i]);
	if (privacy->person != NULL)
		buffer_format(out, " (people are counted by %s, records without one add nobody); ",
		    privacy->person);
	else
		buffer_append_text(out, " (each record is a person); ");
	if (privacy->act == PRIVACY_SUPPRESS_RECORDS)
		buffer_append_text(out, "any other record is left out\n");
	else
		buffer_format(out,
		    "in any other record one of these cells %s, tried from the last, then more of "
		    "them, until the record has a class of that size; a record that never has one "
		    "is left out\n",
		    becomes[privacy->act]);
	for (size_t i = 0; i < privacy->sensitive_count; i++)
		explain_sensitive(&privacy->sensitive[i], out);
	if (privacy->suppression_limit < 1)
		buffer_format(out,
		    "where more than %g%% of the records are left out the run ends "
		    "with exit 1\n",
		    100 * privacy->suppression_limit);
	else
		buffer_append_text(out,
		    "however many records are left out, the run ends with exit 0: the policy has "
		    "no suppression_limit\n");
}
