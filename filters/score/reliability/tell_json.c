/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tell_json: a statistic is {"value": number, "n": records}; where it is not told, value
 * is null and "suppressed" is true, or "reason" says why there is none.
 */
#include "tell.h"

#include "../../lib/memory.h"
#include "../../lib/quoted.h"
#include "../../lib/version.h"

static void
put_text(struct buffer *out, const char *indent, const char *key, const char *text)
{
	buffer_format(out, "%s\"%s\": ", indent, key);
	quoted_append(out, field_of(text));
}

static void
put_number(struct buffer *out, double number)
{
	/* -0 has no sign */
	buffer_format(out, "%.15g", number + 0.0);
}

static void
put_statistic(const struct tell *tell, struct buffer *out, const struct statistic *statistic)
{
	buffer_append_text(out, "{\"value\": ");
	if (statistic->state == STATISTIC_GIVEN)
		put_number(out, statistic->value);
	else
		buffer_append_text(out, "null");
	buffer_append_text(out, ", \"n\": ");
	if (statistic->records_hidden
	    || statistic_hides(tell->rule, statistic->records, statistic->records))
		buffer_append_text(out, "null");
	else
		put_number(out, (double)statistic->records);
	if (statistic->state == STATISTIC_HIDDEN) {
		buffer_append_text(out, ", \"suppressed\": true");
	} else if (statistic->state == STATISTIC_UNDEFINED) {
		buffer_append_text(out, ", \"reason\": ");
		quoted_append(out, field_of(statistic->reason));
	}
	buffer_append_text(out, "}");
}

static void
put_statistics(const struct tell *tell, struct buffer *out, const char *indent,
    const struct statistic_name *names, const struct statistic *statistics, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		buffer_format(out, ",\n%s\"%s\": ", indent, names[i].key);
		put_statistic(tell, out, &statistics[i]);
	}
}

static void
flush(const struct tell *tell, struct buffer *out)
{
	writer_bytes(tell->writer, out->data, out->length);
	buffer_clear(out);
}

static void
begin(const struct tell *tell)
{
	const struct instrument *instrument = tell->sums->instrument;
	struct statistic records = tell_records(tell);
	struct buffer out = { 0 };

	put_text(&out, "{\n  ", "program", "score");
	put_text(&out, ",\n  ", "version", MHSW_VERSION);
	buffer_append_text(&out, ",\n  \"instrument\": {");
	put_text(&out, "\n    ", "name", instrument->name);
	put_text(&out, ",\n    ", "version", instrument->version);
	buffer_format(
	    &out, ",\n    \"official\": %s\n  }", instrument->official ? "true" : "false");
	put_text(&out, ",\n  ", "disclosure", tell->rule ? "under-5" : "none");
	buffer_append_text(&out, ",\n  \"records\": ");
	put_statistic(tell, &out, &records);
	buffer_append_text(&out, ",\n  \"scales\": [");
	flush(tell, &out);
	buffer_release(&out);
}

static void
put_items(const struct tell *tell, struct buffer *out, const struct account *account)
{
	for (size_t i = 0; i < account->scale->count; i++) {
		const struct account_item *item = &account->items[i];

		buffer_append_text(out, i == 0 ? "\n        {" : ",\n        {");
		put_text(out, "\n          ", "name", item->name);
		put_text(out, ",\n          ", "label", item->label);
		put_statistics(
		    tell, out, "          ", account_item_names, item->statistics, ITEM_STATISTICS);
		buffer_append_text(out, "\n        }");
		flush(tell, out);
	}
}

static void
put_correlations(const struct tell *tell, struct buffer *out, const struct account *account)
{
	const char *separator = "";

	for (size_t i = 0; i < account->scale->count; i++)
		for (size_t j = i + 1; j < account->scale->count; j++) {
			struct statistic correlation = account_correlation(account, i, j);

			buffer_format(out, "%s\n        {\"items\": [", separator);
			quoted_append(out, field_of(account->items[i].name));
			buffer_append_text(out, ", ");
			quoted_append(out, field_of(account->items[j].name));
			buffer_append_text(out, "], \"correlation\": ");
			put_statistic(tell, out, &correlation);
			buffer_append_text(out, "}");
			separator = ",";
			flush(tell, out);
		}
	buffer_append_text(out, *separator == ',' ? "\n      ]" : "]");
}

static void
put_warnings(struct buffer *out, const struct account *account)
{
	buffer_append_text(out, ",\n      \"warnings\": [");
	for (size_t i = 0; i < account->warning_count; i++) {
		buffer_append_text(out, i == 0 ? "\n        " : ",\n        ");
		quoted_append(out, field_of(account->warnings[i]));
	}
	buffer_append_text(out, account->warning_count != 0 ? "\n      ]" : "]");
}

static void
scale(const struct tell *tell, const struct account *account)
{
	const struct instrument *instrument = tell->sums->instrument;
	const struct scale *scale = account->scale;
	struct buffer out = { 0 };

	buffer_append_text(&out, account->index == 0 ? "\n    {" : ",\n    {");
	put_text(&out, "\n      ", "name", scale->name);
	put_text(&out, ",\n      ", "label", scale->label);
	put_text(&out, ",\n      ", "method", scale_method_name(scale->method));
	put_statistics(
	    tell, &out, "      ", account_scale_names, account->statistics, SCALE_STATISTICS);
	put_warnings(&out, account);
	if (account->items != NULL) {
		buffer_append_text(&out, ",\n      \"items\": [");
		put_items(tell, &out, account);
		buffer_append_text(&out, "\n      ],\n      \"correlations\": [");
		put_correlations(tell, &out, account);
	} else {
		buffer_append_text(&out, ",\n      \"scales\": [");
		for (size_t i = 0; i < scale->count; i++) {
			buffer_append_text(&out, i == 0 ? "" : ", ");
			quoted_append(
			    &out, field_of(instrument->scales[scale->parts[i].index].name));
		}
		buffer_append_text(&out, "]");
	}
	buffer_append_text(&out, "\n    }");
	flush(tell, &out);
	buffer_release(&out);
}

static void
end(const struct tell *tell)
{
	struct buffer out = { 0 };

	buffer_append_text(&out, "\n  ],\n  \"methods\": {");
	for (const struct tell_method *method = tell_methods; method->name != NULL; method++)
		put_text(&out, method == tell_methods ? "\n    " : ",\n    ", method->name,
		    method->text);
	buffer_append_text(&out, "\n  }\n}\n");
	flush(tell, &out);
	buffer_release(&out);
}

const struct tell_form tell_json = { begin, scale, end };
