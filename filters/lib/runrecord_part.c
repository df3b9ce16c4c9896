/* SPDX-License-Identifier: GPL-3.0-or-later */
/* runrecord_part: what stands inside a run record, or in a document of its own. */
#include "runrecord.h"

#include "memory.h"
#include "output.h"
#include "runrecord_json.h"
#include "version.h"
#include "writer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

json_t *
runrecord_json_text(const char *text)
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
runrecord_details(const struct runrecord *record)
{
	return (struct runrecord_part){ record->extra };
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
	json_object_set_new(part.value, name, runrecord_json_text(text));
}

struct runrecord_part
runrecord_part_list(struct runrecord_part part, const char *name)
{
	return member(part.value, name, json_array());
}

void
runrecord_part_number(struct runrecord_part part, const char *name, double number)
{
	/* JSON has no word for what is no number */
	json_object_set_new(part.value, name, isfinite(number) ? json_real(number) : json_null());
}

void
runrecord_part_flag(struct runrecord_part part, const char *name, bool flag)
{
	json_object_set_new(part.value, name, json_boolean(flag));
}

void
runrecord_part_entry(struct runrecord_part list, const char *text)
{
	json_array_append_new(list.value, runrecord_json_text(text));
}

struct runrecord_part
runrecord_document(const char *program)
{
	struct runrecord_part root = { json_object() };

	runrecord_part_text(root, "program", program);
	runrecord_part_text(root, "version", MHSW_VERSION);
	return root;
}

void
runrecord_part_counts(struct runrecord_part part, const struct runrecord *record)
{
	json_object_set_new(part.value, "counts", runrecord_json_counts(record));
}

size_t
runrecord_configurations(const struct runrecord *record)
{
	return json_array_size(record->configuration);
}

bool
runrecord_part_configuration(
    struct runrecord_part part, const struct runrecord *record, size_t index)
{
	json_t *entry = json_array_get(record->configuration, index);

	return entry != NULL && json_object_update(part.value, entry) == 0;
}

void
runrecord_part_timings(struct runrecord_part part, const struct runrecord *record)
{
	json_object_set(part.value, "timings", record->timings);
}

bool
runrecord_document_write(
    struct runrecord_part root, const char *path, mode_t mode, struct fault *fault)
{
	char *text = json_dumps(root.value, RUNRECORD_FORM | JSON_REAL_PRECISION(15));

	if (text == NULL)
		return fault_at(fault, path, 0, 0, "the document cannot be made");
	return runrecord_write_text(text, path, mode, fault);
}

void
runrecord_document_free(struct runrecord_part root)
{
	json_decref(root.value);
}

bool
runrecord_write_text(char *text, const char *path, mode_t mode, struct fault *fault)
{
	struct output output;
	struct writer writer;
	bool good;

	if (!output_open(&output, path, mode, fault)) {
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
