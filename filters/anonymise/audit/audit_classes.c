/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit_classes: what the records as a whole have to keep, and how they keep it. */
#include "audit_part.h"

static void
tell_sensitive(struct runrecord_part part, const struct privacy_sensitive *sensitive)
{
	static const char *const diversities[] = {
		[PRIVACY_DISTINCT] = "distinct", [PRIVACY_ENTROPY] = "entropy"
	};
	static const char *const distances[] = {
		[PRIVACY_EQUAL] = "equal", [PRIVACY_ORDERED] = "ordered"
	};

	runrecord_part_text(part, "column", sensitive->column);
	if (sensitive->l > 0) {
		runrecord_part_number(part, "l", sensitive->l);
		runrecord_part_text(part, "diversity", diversities[sensitive->diversity]);
	}
	if (sensitive->t >= 0) {
		runrecord_part_number(part, "t", sensitive->t);
		runrecord_part_text(part, "distance", distances[sensitive->distance]);
	}
}

void
audit_privacy(const struct privacy *privacy, struct runrecord_part root)
{
	static const char *const acts[] = { [PRIVACY_SUPPRESS_CELLS] = "suppress-cells",
		[PRIVACY_SUPPRESS_RECORDS] = "suppress-records",
		[PRIVACY_GENERALISE] = "generalise" };
	struct runrecord_part part = runrecord_part_group(root, "privacy");
	struct runrecord_part list;

	runrecord_part_count(part, "k", privacy->k);
	if (privacy->person != NULL)
		runrecord_part_text(part, "person", privacy->person);
	if (privacy->k == 0)
		return;
	runrecord_part_flag(part, "one_record_per_person", privacy->one_record_per_person);
	list = runrecord_part_list(part, "quasi_identifiers");
	for (size_t i = 0; i < privacy->quasi_count; i++)
		runrecord_part_entry(list, privacy->quasi[i]);
	list = runrecord_part_list(part, "sensitive");
	for (size_t i = 0; i < privacy->sensitive_count; i++)
		tell_sensitive(runrecord_part_row(list), &privacy->sensitive[i]);
	runrecord_part_text(part, "act", acts[privacy->act]);
	runrecord_part_number(part, "suppression_limit", privacy->suppression_limit);
}

static void
tell_sizes(struct runrecord_part list, const struct classes_picture *picture)
{
	for (unsigned bin = 0; bin < CLASSES_BINS; bin++) {
		struct runrecord_part row;

		if (picture->bins[bin] == 0)
			continue;
		row = runrecord_part_row(list);
		runrecord_part_count(row, "people", classes_bin_least(bin));
		if (bin + 1 < CLASSES_BINS
		    && classes_bin_least(bin + 1) > classes_bin_least(bin) + 1)
			runrecord_part_count(row, "to", classes_bin_least(bin + 1) - 1);
		runrecord_part_count(row, "classes", picture->bins[bin]);
	}
}

static void
tell_risk(struct runrecord_part risks, const char *name, double greatest, double average)
{
	struct runrecord_part part;

	if (greatest < 0)
		return;
	part = runrecord_part_group(risks, name);
	runrecord_part_number(part, "greatest", greatest);
	runrecord_part_number(part, "average", average);
}

static void
tell_sensitive_columns(struct runrecord_part part, const struct classes_picture *picture,
    const struct privacy *privacy)
{
	runrecord_part_count(part, "short_of_l", picture->short_of_l);
	runrecord_part_count(part, "short_of_t", picture->short_of_t);
	for (size_t i = 0; i < privacy->sensitive_count; i++) {
		struct runrecord_part group = runrecord_part_group(
		    runrecord_part_group(part, "sensitive"), privacy->sensitive[i].column);

		runrecord_part_count(group, "short_of_l", picture->sensitive_short_of_l[i]);
		runrecord_part_count(group, "short_of_t", picture->sensitive_short_of_t[i]);
	}
}

/* privacy NULL: nobody looked at the sensitive columns. */
static void
tell_picture(struct runrecord_part part, const struct classes_picture *picture,
    const struct privacy *privacy)
{
	struct runrecord_part group;

	runrecord_part_count(part, "records", picture->records);
	runrecord_part_count(part, "people", picture->people);
	runrecord_part_count(part, "classes", picture->classes);
	runrecord_part_count(part, "smallest", picture->smallest);
	runrecord_part_count(part, "failing", picture->failing);
	runrecord_part_count(part, "people_in_failing", picture->people_in_failing);
	runrecord_part_count(part, "short_of_k", picture->short_of_k);
	if (privacy != NULL)
		tell_sensitive_columns(part, picture, privacy);
	tell_sizes(runrecord_part_list(part, "sizes"), picture);
	group = runrecord_part_group(part, "risks");
	tell_risk(group, "prosecutor", picture->prosecutor_greatest, picture->prosecutor_average);
	tell_risk(group, "journalist", picture->journalist_greatest, picture->journalist_average);
}

void
audit_classes(const struct audit *audit, struct runrecord_part root)
{
	struct runrecord_part part = runrecord_part_group(root, "classes");
	const struct privacy *privacy = &audit->policy->privacy;

	if (classes_input(audit->classes) != NULL)
		tell_picture(
		    runrecord_part_group(part, "input"), classes_input(audit->classes), NULL);
	tell_picture(runrecord_part_group(part, "before"), classes_before(audit->classes), privacy);
	if (!audit->check)
		tell_picture(
		    runrecord_part_group(part, "after"), classes_after(audit->classes), privacy);
}
