/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit: what was done to the records, for whoever has to answer for it. */
#include "audit.h"

#include "audit_part.h"

#include <sys/stat.h>
#include <unistd.h>

static void
tell_policy(const struct audit *audit, struct runrecord_part root)
{
	const struct runrecord *record = &audit->filter->record;
	struct runrecord_part policy = runrecord_part_group(root, "policy");
	struct runrecord_part files;

	runrecord_part_configuration(policy, record, 0);
	runrecord_part_text(policy, "project", audit->policy->project);
	files = runrecord_part_list(root, "further_configuration");
	for (size_t i = 1; i < runrecord_configurations(record); i++)
		runrecord_part_configuration(runrecord_part_row(files), record, i);
}

static bool
has_key(const struct audit *audit)
{
	return audit->key_id != NULL && audit->key_id[0] != '\0';
}

static void
tell_notes(const struct audit *audit, struct runrecord_part list)
{
	const struct policy *policy = audit->policy;

	if (audit->check)
		runrecord_part_entry(list,
		    "nothing was written: the input was compared with the policy as it stands");
	if (policy->keyed)
		runrecord_part_entry(list,
		    "pseudonymised data is still personal data: whoever has the key finds the "
		    "people again, and tokens of one project can be put together");
	else
		runrecord_part_entry(list,
		    "whether the output is still personal data hangs on what else its recipient "
		    "has or may find");
	if (policy->entities != 0)
		runrecord_part_entry(list,
		    "redaction misses names and whatever only somebody who knows the person "
		    "recognises: redacted text goes to agreed partners after a person has read "
		    "it, and never into a publication");
	if (policy->privacy.k == 0)
		runrecord_part_entry(
		    list, "whether few people look alike was not looked at: the policy has no k");
	else
		runrecord_part_entry(list,
		    "k protects from being singled out by the quasi-identifiers that the policy "
		    "names, and by no other column");
	if (audit->exclude == NULL && audit->permitted == NULL && !audit->check)
		runrecord_part_entry(list, "no list of people who opted out was given");
	runrecord_part_entry(list,
	    "this audit holds no value of the data, but exact counts, small ones too, and "
	    "digests, from which a file of few records can be guessed: it stays with those who "
	    "may see the data");
}

/* Of the table of what else is known of each person. */
static void
tell_persons(const struct columns *columns, struct runrecord_part part)
{
	runrecord_part_count(part, "people", persons_count(columns->persons));
	runrecord_part_count(part, "texts_of_them", columns->known);
	runrecord_part_count(part, "texts_of_others", columns->unknown);
}

static void
fill(const struct audit *audit, struct runrecord_part root)
{
	const struct filter *filter = audit->filter;

	runrecord_part_count(root, "status", (uint64_t)filter->status);
	runrecord_part_text(root, "mode", audit->check ? "check" : "release");
	tell_policy(audit, root);
	if (has_key(audit))
		runrecord_part_text(root, "key_id", audit->key_id);
	if (audit->exclude != NULL)
		runrecord_part_count(root, "people_on_exclude_list", exclude_count(audit->exclude));
	if (audit->permitted != NULL)
		runrecord_part_count(
		    root, "people_on_permitted_list", exclude_count(audit->permitted));
	if (audit->columns->persons != NULL)
		tell_persons(audit->columns, runrecord_part_group(root, "identifiers"));
	runrecord_part_counts(root, &filter->record);
	filter_digests(filter, root, false);
	audit_columns(audit, root);
	audit_privacy(&audit->policy->privacy, root);
	if (audit->classes != NULL)
		audit_classes(audit, root);
	tell_notes(audit, runrecord_part_list(root, "notes"));
	runrecord_part_timings(root, &filter->record);
}

bool
audit_write(const char *path, const struct audit *audit, struct fault *fault)
{
	struct runrecord_part root = runrecord_document(audit->filter->name);
	bool good;

	fill(audit, root);
	good = runrecord_document_write(root, path, S_IRUSR | S_IWUSR, fault);
	runrecord_document_free(root);
	return good;
}

void
audit_withdraw(const char *path)
{
	struct stat status;

	/* a device or a pipe has had it already */
	if (lstat(path, &status) == 0 && S_ISREG(status.st_mode))
		(void)unlink(path);
}
