/* SPDX-License-Identifier: GPL-3.0-or-later */
/* runrecord: what a run did, as JSON. */
#include "runrecord.h"

#include "digest.h"
#include "runrecord_json.h"
#include "version.h"

#include <string.h>
#include <sys/stat.h>
#include <time.h>

static int64_t
monotonic(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

void
runrecord_open(struct runrecord *record, const char *program)
{
	*record = (struct runrecord){
		.program = program,
		.options = json_object(),
		.configuration = json_array(),
		.extra = json_object(),
		.timings = json_object(),
		.started = monotonic(),
	};
}

void
runrecord_close(struct runrecord *record)
{
	json_decref(record->options);
	json_decref(record->configuration);
	json_decref(record->extra);
	json_decref(record->timings);
	*record = (struct runrecord){ 0 };
}

void
runrecord_option(struct runrecord *record, const char *name, const char *value)
{
	json_object_set_new(
	    record->options, name, value ? runrecord_json_text(value) : json_true());
}

void
runrecord_append_option(struct runrecord *record, const char *name, const char *value)
{
	json_t *list = json_object_get(record->options, name);

	if (!json_is_array(list)) {
		list = json_array();
		json_object_set_new(record->options, name, list);
	}
	json_array_append_new(list, runrecord_json_text(value));
}

bool
runrecord_configuration(struct runrecord *record, const char *path, struct fault *fault)
{
	const char *slash = strrchr(path, '/');
	json_t *entry = json_pack("{s:o}", "file", runrecord_json_text(slash ? slash + 1 : path));
	char hex[DIGEST_HEX_SIZE];
	struct stat status;

	json_array_append_new(record->configuration, entry);
	/* a pipe has been read, and would be waited for a second time */
	if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
		return true;
	if (!digest_file(path, hex, fault))
		return false;
	json_object_set_new(entry, "sha256", json_string(hex));
	return true;
}

void
runrecord_count(struct runrecord *record, const char *name, uint64_t count)
{
	json_object_set_new(record->extra, name, json_integer((json_int_t)count));
}

void
runrecord_fact(struct runrecord *record, const char *name, const char *text)
{
	json_object_set_new(record->extra, name, json_string(text));
}

void
runrecord_machine(struct runrecord *record, const char *name, const char *text)
{
	json_object_set_new(record->timings, name, json_string(text));
}

bool
runrecord_balanced(const struct runrecord *record)
{
	return record->in
	    == record->used + record->rejected + record->suppressed + record->excluded;
}

json_t *
runrecord_json_counts(const struct runrecord *record)
{
	return json_pack("{s:I, s:I, s:I, s:I, s:I, s:I}", "in", (json_int_t)record->in, "used",
	    (json_int_t)record->used, "rejected", (json_int_t)record->rejected, "suppressed",
	    (json_int_t)record->suppressed, "excluded", (json_int_t)record->excluded, "folded",
	    (json_int_t)record->folded);
}

bool
runrecord_write(
    const struct runrecord *record, const char *path, enum status status, struct fault *fault)
{
	double seconds = (double)(monotonic() - record->started) / 1e9;
	json_t *root;
	char *text;

	json_object_set_new(record->timings, "seconds", json_real(seconds));
	root = json_pack("{s:s, s:s, s:i, s:O, s:O, s:o, s:O, s:O}", "program", record->program,
	    "version", MHSW_VERSION, "status", (int)status, "options", record->options,
	    "configuration", record->configuration, "counts", runrecord_json_counts(record),
	    "details", record->extra, "timings", record->timings);
	text = root ? json_dumps(root, RUNRECORD_FORM | JSON_REAL_PRECISION(6)) : NULL;
	json_decref(root);
	if (text == NULL)
		return fault_at(fault, path, 0, 0, "the run record cannot be made");
	return runrecord_write_text(text, path, 0666, fault);
}
