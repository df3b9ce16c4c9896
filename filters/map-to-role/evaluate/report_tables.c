/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_tables: what is said of one group of records. */
#include "../../lib/text.h"

#include "report.h"
#include "report_lines.h"

#define CODE_WIDTH   8
#define SYSTEM_WIDTH 13
#define LABEL_WIDTH  28

/* What a reader in haste wants, on one line. */
static void
put_headline(struct buffer *out, const struct figures *figures)
{
	const struct figures_system *rules = &figures->systems[SYSTEM_RULES];
	const struct {
		const char *name;
		double value;
	} list[] = { { "macro-F1", rules->macro_f1.value }, { "accuracy", rules->accuracy.value },
		{ "mapped", figures->shares[STATE_MAPPED].value },
		{ "Krippendorff's alpha", figures->alpha.value } };

	buffer_append_text(out, " ");
	for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
		buffer_format(out, "%s %s", i == 0 ? "" : ",", list[i].name);
		lines_inline(out, list[i].value);
	}
	buffer_append_text(out, "\n");
}

static void
put_coverage(struct buffer *out, const struct report *report, const struct figures *figures)
{
	buffer_append_text(out, "\n  ");
	text_pad(out, "Coverage", LABEL_WIDTH);
	lines_heads(out, (const char *const[]){ "records", "share", "95%", NULL });
	for (size_t i = 0; i < STATES; i++) {
		buffer_append_text(out, "  ");
		text_pad(out, figures_state_names[i], LABEL_WIDTH);
		lines_count(out, figures->counts[i].value);
		lines_share(out, &figures->shares[i]);
		buffer_append_text(out, "\n");
	}
	if (report->weight != NULL) {
		buffer_append_text(out, "  ");
		text_pad(out, "effective number of records", LABEL_WIDTH);
		lines_count(out, figures->records.effective);
		buffer_append_text(out, "\n");
	}
}

static void
put_confusion(struct buffer *out, const struct figures *figures)
{
	const struct scheme *scheme = figures->scheme;
	size_t roles = scheme->roles, outcomes = TALLY_OUTCOMES(roles);

	buffer_append_text(
	    out, "\n  Confusion: people's codes down, what the rules say across\n  ");
	text_pad(out, "", CODE_WIDTH);
	for (size_t i = 0; i < roles; i++)
		lines_head(out, scheme_role_code(scheme, i));
	lines_heads(out, (const char *const[]){ "none", "ambig.", "all", NULL });
	for (size_t people = 0; people <= roles; people++) {
		struct field code =
		    people < roles ? scheme_role_code(scheme, people) : field_of("none");
		double all = 0;

		lines_code(out, code, CODE_WIDTH);
		for (size_t i = 0; i < outcomes; i++) {
			lines_count(out, figures->confusion[people * outcomes + i]);
			all += figures->confusion[people * outcomes + i];
		}
		lines_count(out, all);
		buffer_append_text(out, "\n");
	}
}

static void
put_role_heads(struct buffer *out, const char *title)
{
	buffer_append_text(out, "\n  ");
	text_pad(out, title, CODE_WIDTH);
	lines_heads(out,
	    (const char *const[]){
	        "people", "mapped", "right", "prec.", "95%", "recall", "95%", "F1", NULL });
}

static void
put_role(struct buffer *out, struct field code, const struct figures_role *role)
{
	lines_code(out, code, CODE_WIDTH);
	lines_count(out, role->people.value);
	lines_count(out, role->mapped.value);
	lines_count(out, role->right.value);
	lines_share(out, &role->precision);
	lines_share(out, &role->recall);
	lines_number(out, role->f1.value);
	buffer_append_text(out, "\n");
}

static void
put_roles(struct buffer *out, const struct figures *figures)
{
	const struct scheme *scheme = figures->scheme;

	put_role_heads(out, "Role");
	for (size_t i = 0; i < scheme->roles; i++)
		put_role(out, scheme_role_code(scheme, i), &figures->roles[i]);
	if (figures->roles_averaged < scheme->roles)
		buffer_format(out,
		    "  Macro-F1 is over %zu of %zu roles: nobody names the rest here\n",
		    figures->roles_averaged, scheme->roles);
}

static void
put_systems(struct buffer *out, const struct figures *figures)
{
	static const char *const names[SYSTEMS] = { "the rules", "majority", "BM25" };

	buffer_append_text(out, "\n  ");
	text_pad(out, "Baselines", SYSTEM_WIDTH);
	lines_heads(out,
	    (const char *const[]){ "accuracy", "95%", "macro-F1", "95%", "ahead", "95%", NULL });
	for (size_t i = 0; i < SYSTEMS; i++) {
		const struct figures_system *system = &figures->systems[i];

		if (i == SYSTEM_BM25 && !figures->guesses)
			continue;
		buffer_append_text(out, "  ");
		text_pad(out, names[i], SYSTEM_WIDTH);
		lines_share(out, &system->accuracy);
		lines_share(out, &system->macro_f1);
		if (i != SYSTEM_RULES)
			lines_share(out, &system->lead);
		buffer_append_text(out, "\n");
	}
	if (!figures->guesses)
		buffer_append_text(out, "  BM25: none, for no --text is read\n");
}

static void
put_agreement(struct buffer *out, const struct figures *figures)
{
	const struct {
		const char *name;
		const struct figure *figure;
	} lines[] = { { "Krippendorff's alpha", &figures->alpha },
		{ "Cohen's kappa", &figures->kappa } };

	buffer_append_text(out, "\n  ");
	text_pad(out, "Agreement", LABEL_WIDTH);
	lines_heads(out, (const char *const[]){ "value", "95%", NULL });
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		buffer_append_text(out, "  ");
		text_pad(out, lines[i].name, LABEL_WIDTH);
		lines_share(out, lines[i].figure);
		buffer_append_text(out, "\n");
	}
}

static void
put_bands(struct buffer *out, const char *title, const struct figures_band *bands, bool curve)
{
	buffer_append_text(out, "\n  ");
	text_pad(out, title, SYSTEM_WIDTH);
	lines_heads(out,
	    (const char *const[]){
	        "mapped", "share", "95%", "prec.", "95%", curve ? "macro-F1" : NULL, NULL });
	for (size_t i = CONFIDENCES; i-- > CONFIDENCE_LOW;) {
		buffer_append_text(out, "  ");
		text_pad(out, confidence_name((enum confidence)i), SYSTEM_WIDTH);
		lines_count(out, bands[i].mapped.value);
		lines_share(out, &bands[i].coverage);
		lines_share(out, &bands[i].precision);
		if (curve)
			lines_number(out, bands[i].macro_f1.value);
		buffer_append_text(out, "\n");
	}
}

static void
put_functions(struct buffer *out, const struct figures *figures)
{
	const struct scheme *scheme = figures->scheme;
	size_t silent = 0;

	if (!(figures->coded.value > 0)) {
		buffer_append_text(out, "\n  Functions: people gave none\n");
		return;
	}
	put_role_heads(out, "Function");
	for (size_t i = 0; i < scheme->functions; i++) {
		if (figures->functions[i].people.value > 0
		    || figures->functions[i].mapped.value > 0)
			put_role(out, scheme_function_code(scheme, i), &figures->functions[i]);
		else
			silent++;
	}
	if (silent != 0)
		buffer_format(out, "  Named by nobody here: %zu of %zu functions\n", silent,
		    scheme->functions);
	buffer_append_text(out, "  ");
	text_pad(out, "exact function", LABEL_WIDTH);
	lines_share(out, &figures->exact);
	buffer_append_text(out, " of those with one:");
	lines_count(out, figures->coded.value);
	buffer_append_text(out, "\n  ");
	text_pad(out, "macro-F1 of functions", LABEL_WIDTH);
	lines_number(out, figures->functions_macro_f1.value);
	buffer_format(out, " over %zu", figures->functions_averaged);
	buffer_append_text(
	    out, "\n  The table of functions is exploratory: the counts are small\n");
}

void
report_tables(struct buffer *out, const struct report *report, const struct figures *figures)
{
	put_headline(out, figures);
	put_coverage(out, report, figures);
	put_confusion(out, figures);
	put_roles(out, figures);
	put_systems(out, figures);
	put_agreement(out, figures);
	put_bands(out, "At least", figures->at_least, true);
	put_bands(out, "Confidence", figures->alone, false);
	put_functions(out, figures);
}
