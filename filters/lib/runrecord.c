/* SPDX-License-Identifier: GPL-3.0-or-later */
/* runrecord: what a run did, as JSON. */
#include "runrecord.h"

#include "digest.h"
#include "memory.h"
#include "output.h"
#include "version.h"
#include "writer.h"

#include <stdlib.h>
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

/* A text of JSON; where it is not UTF-8, its bytes that are not ASCII as \xNN. */
static json_t *
text_of(const char *text)
{
	json_t *value = json_string(text);
	struct buffer escaped = { 0 };

	if (value != NULL)
		return value;
	for (; *text != '\0'; text++) {
		if ((unsigned char)*text >= 0x80)
			buffer_format(&escaped, "\\x%02x", (unsigned)(unsigned char)*text);
		else
			buffer_append(&escaped, text, 1);
	}
	value = json_stringn(escaped.data, escaped.length);
	buffer_release(&escaped);
	return value;
}

void
runrecord_option(struct runrecord *record, const char *name, const char *value)
{
	json_object_set_new(record->options, name, value ? text_of(value) : json_true());
}

void
runrecord_append_option(struct runrecord *record, const char *name, const char *value)
{
	json_t *list = json_object_get(record->options, name);

	if (!json_is_array(list)) {
		list = json_array();
		json_object_set_new(record->options, name, list);
	}
	json_array_append_new(list, text_of(value));
}

bool
runrecord_configuration(struct runrecord *record, const char *path, struct fault *fault)
{
	const char *slash = strrchr(path, '/');
	json_t *entry = json_pack("{s:o}", "file", text_of(slash ? slash + 1 : path));
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

/* The member of that name, or the new value in its place. */
static struct runrecord_part
member(json_t *object, const char *name, json_t *made)
{
	json_t *there = json_object_get(object, name);

	if (there != NULL && json_typeof(there) == json_typeof(made)) {
		json_decref(made);
		return (struct runrecord_part){ there };
	}
	json_object_set_new(object, name, made);
	return (struct runrecord_part){ made };
}

struct runrecord_part
runrecord_group(struct runrecord *record, const char *name)
{
	return member(record->extra, name, json_object());
}

struct runrecord_part
runrecord_list(struct runrecord *record, const char *name)
{
	return member(record->extra, name, json_array());
}

struct runrecord_part
runrecord_part_group(struct runrecord_part part, const char *name)
{
	return member(part.value, name, json_object());
}

struct runrecord_part
runrecord_part_row(struct runrecord_part list)
{
	json_t *row = json_object();

	json_array_append_new(list.value, row);
	return (struct runrecord_part){ row };
}

void
runrecord_part_count(struct runrecord_part part, const char *name, uint64_t count)
{
	json_object_set_new(part.value, name, json_integer((json_int_t)count));
}

void
runrecord_part_text(struct runrecord_part part, const char *name, const char *text)
{
	json_object_set_new(part.value, name, text_of(text));
}

bool
runrecord_balanced(const struct runrecord *record)
{
	return record->in
	    == record->used + record->rejected + record->suppressed + record->excluded;
}

static json_t *
counts(const struct runrecord *record)
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
	struct output output;
	struct writer writer;
	bool good;

	json_object_set_new(record->timings, "seconds", json_real(seconds));
	root = json_pack("{s:s, s:s, s:i, s:O, s:O, s:o, s:O, s:O}", "program", record->program,
	    "version", MHSW_VERSION, "status", (int)status, "options", record->options,
	    "configuration", record->configuration, "counts", counts(record), "details",
	    record->extra, "timings", record->timings);
	text = root ? json_dumps(root, JSON_INDENT(2) | JSON_REAL_PRECISION(6)) : NULL;
	json_decref(root);
	if (text == NULL)
		return fault_at(fault, path, 0, 0, "the run record cannot be made");
	if (!output_open(&output, path, 0666, fault)) {
		free(text);
		return false;
	}
	writer_open(&writer, output.descriptor, path);
	writer_bytes(&writer, text, strlen(text));
	writer_bytes(&writer, "\n", 1);
	good = writer_flush(&writer, fault);
	writer_close(&writer);
	free(text);
	if (!good) {
		output_discard(&output);
		return false;
	}
	return output_commit(&output, fault);
}
