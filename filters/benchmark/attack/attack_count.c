/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attack_count: which true counts a published one may be. */
#include "../../lib/memory.h"
#include "attack_table.h"

bool
attack_is_counted(struct field kind, enum attack_part part)
{
	if (field_is(kind, "given"))
		return false;
	if (part == ATTACK_RECORDS || field_is(kind, "proportion"))
		return true;
	if (part == ATTACK_NUMERATOR)
		return field_is(kind, "rate") || field_is(kind, "dsr");
	return field_is(kind, "mean") || field_is(kind, "median");
}

struct attack_count
attack_count_of(struct field value, const struct disclosure *rule)
{
	struct attack_count count = { .state = ATTACK_NOTHING };
	struct disclosure_range range;
	int64_t number = 0;

	if (field_is_suppressed(value) && rule->minimum != 0) {
		count.state = ATTACK_SUPPRESSED;
		/* and beside suppressed counts any may be hidden for their sake */
		count.rule = (struct additive_range){ 0, ADDITIVE_MOST };
	} else if (field_to_integer(value, &number) && number >= 0 && number < ADDITIVE_MOST) {
		count.published = (uint64_t)number;
		range = disclosure_behind(rule, count.published);
		count.state = range.lower <= range.upper && count.published % rule->base == 0
		    ? ATTACK_SHOWN
		    : ATTACK_UNRULED;
		count.rule = (struct additive_range){ range.lower, range.upper };
		if (count.state == ATTACK_UNRULED)
			count.rule = (struct additive_range){ number, number };
	}
	return count;
}

void
attack_take_variable(struct attack_table *table, struct attack_count *count,
    const struct attack_count *earlier, const struct disclosure *rule)
{
	struct additive_range narrow = count->rule, wide = count->rule;

	if (count->state == ATTACK_NOTHING)
		return;
	if (count->state == ATTACK_SUPPRESSED)
		narrow = (struct additive_range){ disclosure_hidden(rule).lower,
			disclosure_hidden(rule).upper };
	if (earlier != NULL && earlier->state != ATTACK_NOTHING) {
		struct additive_range *before = &table->additive.ranges[earlier->variable];
		struct additive_range *any = &table->wide[earlier->variable];

		wide.lower = wide.lower > any->lower ? wide.lower : any->lower;
		wide.upper = wide.upper < any->upper ? wide.upper : any->upper;
		if (wide.lower <= wide.upper) {
			narrow.lower = narrow.lower > before->lower ? narrow.lower : before->lower;
			narrow.upper = narrow.upper < before->upper ? narrow.upper : before->upper;
			*any = wide;
			*before = narrow.lower <= narrow.upper ? narrow : wide;
			count->variable = earlier->variable;
			return;
		}
		table->revised++;
		wide = count->rule;
	}
	table->wide = xgrow(table->wide, table->additive.count, sizeof(*table->wide));
	count->variable = additive_variable(&table->additive, narrow.lower, narrow.upper);
	table->wide[count->variable] = wide;
}
