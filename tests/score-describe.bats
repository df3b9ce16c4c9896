#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# score --describe: an instrument as a page for people.

# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >all.json <<-'END'
		{ "name": "all", "title": "A | bar and *stars*", "version": "2.1", "source": "made for this test",
		  "official": false, "missing_codes": ["-9"], "dont_know_codes": ["?"],
		  "not_applicable_codes": ["[z]"],
		  "items": [
		    { "column": "a", "label": "First", "minimum": 1, "maximum": 5, "importance": 2, "target": 4 },
		    { "column": "b", "allowed": [0, 1.5, 3], "reverse": true, "missing_codes": ["x"] },
		    { "name": "said", "column": "c", "answers": { "no": 0, "yes": 1 },
		      "when": { "who": ["carer", "family"], "year": "2026" } } ],
		  "scales": [
		    { "name": "total", "label": "All of it", "method": "sum", "items": ["a", "b"],
		      "minimum_answered": 1, "prorate": true, "polarity": "lower",
		      "bands": [ { "label": "low", "below": 4 }, { "label": "high", "at_least": 4 } ] },
		    { "name": "weighted", "method": "weighted_mean", "items": ["a", "b"],
		      "weights": { "a": 1, "b": 0.5 }, "minimum_answered": "50%" },
		    { "name": "box", "method": "top_box", "items": ["a"], "at_least": 4, "base": "responded" },
		    { "name": "some", "method": "count", "items": ["a", "b"], "at_least": 2, "at_most": 3 },
		    { "name": "norm", "method": "sum", "scales": ["total"],
		      "standardise": { "to": "T", "mean": 4, "deviation": 2, "source": "an invented norm" } } ] }
	END
}

@test "describe: everything that the instrument says stands on the page" {
	run --separate-stderr score -c all.json --describe
	assert_success
	assert_equal "$stderr" ""
	assert_output "$(cat <<-'END'
		# A \| bar and \*stars\*

		Instrument `all`, version `2.1`. **It is not an official text.**

		Source: made for this test

		## Items

		| Item | Label | Answers | For |
		|---|---|---|---|
		| `a` | First | 1 to 5; target 4; importance 2 | every record |
		| `b` |  | 0, 1.5, 3; **turned round**; `x` missing | every record |
		| `said` (column `c`) |  | `no` = 0, `yes` = 1 | `who` is `carer` or `family` and `year` is `2026` |

		The number that a text stands for is an answer too.

		For all items an empty answer is missing. Codes:

		- `-9`: missing
		- `?`: don't know
		- `[z]`: not applicable

		## Scales

		| Scale | Label | What it is | Needs | Bands |
		|---|---|---|---|---|
		| `total` | All of it | sum of `a`, `b`; lower is better | 1 of 2; a missing answer counts as the mean of the others | low under 4; high from 4 |
		| `weighted` |  | weighted mean of 1 × `a`, 0.5 × `b` | 50% of those that apply |  |
		| `box` |  | percent of answers that are at least 4 (don't know counts in the base), of `a` | its answer |  |
		| `some` |  | number of answers that are at least 2 and at most 3, of `a`, `b` | all that apply |  |
		| `norm` |  | sum of the scales `total`; as T by the norm of an invented norm | its answer |  |
	END
	)"
}

@test "describe: every instrument that is shipped has a page, which says whether it is official" {
	local file count=0
	for file in "$SCHEMAS"/*/*.json; do
		grep -q '"scales"' "$file" && grep -q '"official"' "$file" || continue
		run --separate-stderr score -c "$file" --describe
		assert_success
		assert_line --partial "**It is not an official text.**"
		assert_line --partial "Source: "
		count=$((count + 1))
	done
	[ "$count" -ge 15 ]
}

@test "describe: no data is read, and the page goes to -o too" {
	score -c all.json --describe >page.md
	score -c all.json --describe -o other.md nowhere.csv
	cmp page.md other.md
	run score -c all.json --describe -o /dev/full
	assert_failure 2
}

@test "describe: is one work of its own" {
	run score -c all.json --describe --long
	assert_failure 2
	assert_output --partial "exclude one another"
	run score --describe
	assert_failure 2
	assert_output --partial "-c FILE"
}
