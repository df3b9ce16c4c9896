#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# validate --describe: the data dictionary of a schema, in Markdown.

# bats sets stderr and its lines; the backticks are Markdown's
# shellcheck disable=SC2154,SC2016
bats_require_minimum_version 1.5.0
load helper

# The line of the table of fields about v, whose members are given.
field() { # MEMBERS [MEMBERS OF THE TABLE]
	printf '{"fields":[{"name":"v",%s}]%s}\n' "$1" "${2:+,$2}" >field.json
	run --separate-stderr bash -c 'validate --describe -s field.json | grep "^| .v. "'
}

# The line about the one rule of a table of two dates, a number and a text.
rule() { # MEMBERS OF THE RULE
	cat >rule.json <<-END
		{ "fields": [ { "name": "a", "type": "date" }, { "name": "b", "type": "date" },
		    { "name": "n", "type": "integer" }, { "name": "t" } ],
		  "mhsw": { "rules": [ { "id": "r", $1, "message": "is wrong" } ] } }
	END
	run --separate-stderr bash -c 'validate --describe -s rule.json | grep "^- .r."'
}

@test "describe: a page that reads well" {
	cat >table.json <<-'END'
		{ "name": "visits", "title": "Visits", "description": "One line for each visit",
		  "fields": [
		    { "name": "id", "title": "Number of the visit", "constraints": { "pattern": "V[0-9]+" } },
		    { "name": "day", "type": "date", "format": "%d/%m/%Y", "title": "Day",
		      "description": "In the calendar", "constraints": { "minimum": "2000-01-01" },
		      "mhsw": { "source": "Datum" } },
		    { "name": "kind", "categories": [ { "value": "h", "label": "at home" },
		        { "value": "o", "label": "in the office" } ] } ],
		  "primaryKey": "id" }
	END
	sed -i 's/"2000-01-01"/"01\/01\/2000"/' table.json
	run --separate-stderr validate --describe -s table.json
	assert_success
	[ -z "$stderr" ]
	assert_output - <<'END'
# Visits

One line for each visit.

## Record

- **Schema**: `visits`.
- **Columns of the file**: all fields, in this order, and no other.
- **Primary key**: `id`, which every record has and no two have alike.
- **Missing values**: empty.

## Fields

| Field | Meaning | Type | Required | Values | Notes |
|---|---|---|---|---|---|
| `id` | Number of the visit | string | yes | matches `V[0-9]+` |  |
| `day` | Day. In the calendar. | date, as `%d/%m/%Y` | no | from `01/01/2000` | in the file: `Datum` |
| `kind` |  | string | no | one of 2 values, listed below |  |

## Values

### Values of `kind`

| Value | Meaning |
|---|---|
| `h` | at home |
| `o` | in the office |

---

This page is made from `table.json` by `validate --describe`; what is wrong in it is mended there.
END
}

@test "describe: it needs a schema, and reads no data" {
	run validate --describe
	assert_failure 2
	echo '{"fields":[{"name":"a"}]}' >one.json
	run validate --describe -s one.json -o page.md <&-
	assert_success
	run head -1 page.md
	assert_output '# Data dictionary'
}

@test "describe: limits in words" {
	field '"type":"integer","constraints":{"minimum":1,"maximum":5}'
	assert_output '| `v` |  | integer | no | 1 to 5 |  |'
	field '"type":"number","constraints":{"exclusiveMinimum":0.5,"maximum":10}'
	assert_output '| `v` |  | number | no | up to 10; more than 0.5 |  |'
	field '"constraints":{"minLength":3,"maxLength":60,"required":true,"unique":true}'
	assert_output '| `v` |  | string | yes | 3 to 60 characters | never twice |'
	field '"constraints":{"minLength":8,"maxLength":8}'
	assert_output '| `v` |  | string | no | 8 characters |  |'
	field '"constraints":{"enum":["a","b","c"]}'
	assert_output '| `v` |  | string | no | `a`, `b` or `c` |  |'
	field '"constraints":{"enum":["a","b","c","d","e","f","g"]}'
	assert_output '| `v` |  | string | no | one of 7 values, listed below |  |'
	field '"type":"boolean","trueValues":["yes","y"],"falseValues":["no"]'
	assert_output '| `v` |  | boolean | no | true is `yes` or `y`; false is `no` |  |'
	field '"format":"email"'
	assert_output '| `v` |  | string, email | no |  |  |'
	field '"type":"number","decimalChar":",","groupChar":"."'
	assert_output '| `v` |  | number, its decimal mark is `,`, thousands divided by `.` | no |  |  |'
}

@test "describe: what a field has beside its values" {
	field '"missingValues":["",{"value":"*","label":"suppressed"}]'
	assert_output '| `v` |  | string | no |  | missing is empty, `*` (suppressed) |'
	field '"constraints":{"maxLength":9},"mhsw":{"sensitive":true,"severity":{"maxLength":"warning"}}'
	assert_output '| `v` |  | string | no | at most 9 characters | **sensitive**: never shown in a report; only a warning: `maxLength` |'
	field '"mhsw":{"onePerFile":true}'
	assert_output '| `v` |  | string | no |  | the same in all records of a file |'
	field '"mhsw":{"codes":true,"maxMissingPercent":2.5}'
	assert_output '| `v` |  | string | no |  | missing in at most 2.5 percent of the records; new codes are reported |'
}

@test "describe: no text of a schema becomes a mark of the page" {
	field '"title":"a | b <b> `c|d` * [x](y)","constraints":{"pattern":"a|b"}'
	assert_output '| `v` | a \| b \<b\> `c\|d` \* \[x\](y) | string | no | matches `a\|b` |  |'
	field '"description":"two\nlines"'
	assert_output '| `v` | two lines. | string | no |  |  |'
}

@test "describe: rules are sentences" {
	rule '"then":{"field":"b","op":"ge","otherField":"a"}'
	assert_output '- `r`: `b` is not before `a`. The finding says: is wrong.'
	rule '"severity":"warning","if":{"field":"t","op":"in","values":["x","y"]},"then":{"field":"n","op":"gt","value":3}'
	assert_output '- `r` (a warning): If `t` is `x` or `y`, then `n` is more than 3. The finding says: is wrong.'
	rule '"if":{"field":"t","op":"present"},"then":{"field":"a","op":"blank"},"else":{"field":"a","op":"present"}'
	assert_output '- `r`: If `t` has a value, then `a` has no value; otherwise `a` has a value. The finding says: is wrong.'
	rule '"if":{"field":"t","op":"eq","value":"x"},"else":{"field":"n","op":"ne","value":0},"maxFailures":3'
	assert_output '- `r`: Unless `t` is `x`, `n` is not 0. The finding says: is wrong. Up to 3 records may fail it.'
	rule '"then":{"all":[{"field":"n","op":"ge","value":1},{"any":[{"field":"t","op":"matches","pattern":"x.*"},{"field":"t","op":"blank"}]}]},"maxPercent":0.5'
	assert_output '- `r`: `n` is at least 1 and (`t` matches `x.*` or `t` has no value). The finding says: is wrong. Up to 0.5 percent of the records may fail it.'
}

@test "describe: what is not so is said without a not" {
	rule '"then":{"not":{"all":[{"field":"n","op":"ge","value":1},{"field":"t","op":"blank"}]}}'
	assert_output --partial ': `n` is less than 1 or `t` has a value.'
	rule '"then":{"not":{"not":{"field":"a","op":"lt","value":"2026-01-01"}}}'
	assert_output --partial ': `a` is before `2026-01-01`.'
	rule '"then":{"not":{"field":"t","op":"in","values":["x","y"]}}'
	assert_output --partial ': `t` is none of `x` or `y`.'
}

@test "describe: days between two fields" {
	days() {
		rule "\"then\":{\"field\":\"b\",\"op\":\"days\",\"otherField\":\"a\",$1}"
	}
	days '"minimum":0,"maximum":365'
	assert_output --partial ': `b` is 0 to 365 days after `a`.'
	days '"minimum":-5,"maximum":1'
	assert_output --partial ': `b` is from 5 days before to 1 day after `a`.'
	days '"minimum":-10,"maximum":-5'
	assert_output --partial ': `b` is 10 to 5 days before `a`.'
	days '"minimum":7,"maximum":7'
	assert_output --partial ': `b` is exactly 7 days after `a`.'
	days '"maximum":28'
	assert_output --partial ': `b` is at most 28 days after `a`.'
	days '"maximum":-28'
	assert_output --partial ': `b` is at least 28 days before `a`.'
	days '"minimum":-3'
	assert_output --partial ': `b` is at most 3 days before `a`.'
}

@test "describe: the table as a whole" {
	cat >whole.json <<-'END'
		{ "fields": [ { "name": "org" }, { "name": "region" }, { "name": "period" },
		    { "name": "received", "type": "date" } ],
		  "fieldsMatch": "subset",
		  "missingValues": ["", { "value": "-9", "label": "did not apply" }],
		  "uniqueKeys": [["org", "period"]],
		  "foreignKeys": [ { "fields": "org", "reference": { "fields": "region" } } ],
		  "mhsw": { "limits": { "minRecords": 1, "maxRecords": 500 },
		    "determines": [ { "parent": "org", "child": "region", "severity": "warning" } ],
		    "duplicates": "error",
		    "submissions": { "organisation": "org", "period": "period", "received": "received" },
		    "drift": { "recordsPercent": 10, "missingPoints": 2.5 } } }
	END
	run --separate-stderr validate --describe -s whole.json
	assert_success
	assert_line '- **Columns of the file**: all fields, in any order; there may be others.'
	assert_line '- **Unique**: `org` and `period`, where there is a value.'
	assert_line '- **Refers to**: `org` has to be there as `region` in this table.'
	assert_line '- **Missing values**: empty, `-9` (did not apply).'
	assert_line '- **Records**: at least 1, at most 500.'
	assert_line '- **Determined**: records with the same `org` have the same `region` (else a warning).'
	assert_line '- **Duplicates**: no two records are the same in all fields.'
	assert_line '- **Submissions**: all records of a file with the same `org` and `period` are one submission; of several the one received last (`received`) counts.'
	assert_line '- **Drift**: compared with an earlier run, a warning is given of more than 10 percent more or fewer records, and of a field whose percentage of missing values differs by more than 2.5.'
}

@test "describe: every schema here has a page, and every row of its tables as many cells" {
	for schema in "$SCHEMAS"/*/*table.json; do
		validate --describe -s "$schema" >page.md
		validate --describe -s "$schema" | cmp - page.md
		# a bar that ends a cell has no backslash before it
		run awk '{ gsub(/\\\|/, "") } /^\|/ { n = gsub(/\|/, ""); if (inside && n != cells) print NR; cells = n; inside = 1; next } { inside = 0 }' page.md
		assert_output ""
		run grep -c '^# ' page.md
		assert_output 1
	done
}
