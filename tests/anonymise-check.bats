#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise --check: a gate before a release, which writes nothing and never says a value.

load helper
bats_require_minimum_version 1.5.0

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	anonymise --make-key key
	cat >policy.json <<-'END'
		{ "project": "gate", "person": "person", "k": 2, "quasi_identifiers": ["sex", "month"],
		  "sensitive": { "outcome": { "l": 2 } },
		  "columns": {
		    "person": { "action": "pseudonymise", "entity": "person", "bits": 128 },
		    "sex": { "action": "keep" },
		    "month": { "action": "generalise", "to": "month" },
		    "outcome": { "action": "keep" },
		    "internal": { "action": "drop" },
		    "comment": { "action": "redact" } } }
	END
	cat >data.csv <<-'END'
		person,sex,month,outcome,internal,comment
		p1,f,2026-01-01,good,i1,Mrs Ashdown rang 0115 496 0123
		p2,f,2026-01-05,poor,i2,nothing to say
		p3,m,2026-01-09,good,i3,"write to jo.ashdown@example.org, please"
		p4,m,2026-01-30,poor,i4,
	END
	anonymise -p policy.json -k key data.csv >safe.csv
}

@test "check: an output of the policy passes, and nothing is written" {
	run anonymise -p policy.json --check safe.csv
	assert_success
	assert_output ""
}

@test "check: no key is needed, and one is not read" {
	run anonymise -p policy.json -k nowhere --check safe.csv
	assert_success
}

@test "check: an output option is refused" {
	run anonymise -p policy.json --check -o out.csv safe.csv
	assert_failure 2
	assert_output --partial "take --output away"
	assert [ ! -e out.csv ]
}

@test "check: the data itself does not pass: a dropped column stands in it" {
	run anonymise -p policy.json --check data.csv
	assert_failure 2
	assert_output --partial "column 'internal' stands in the data"
}

# Each cell of the first record is made wrong in turn.
@test "check: a cell that is not as the policy leaves it is exit 1, with its column and place" {
	while IFS='|' read -r column expression; do
		sed -E "2$expression" safe.csv >wrong.csv
		assert [ "$(cmp -s safe.csv wrong.csv; echo $?)" -eq 1 ]
		run anonymise -p policy.json --check wrong.csv
		assert_failure 1
		assert_output --partial "wrong.csv:2:"
		assert_output --partial "column '$column'"
		assert_output --partial "1, the first in record 1"
	done <<-'END'
		person|s/^[^,]*/p1/
		person|s/^(.)[^,]*/\1/
		person|s/^./u/
		month|s/2026-01/2026-01-01/
		comment|s/,[^,]*$/,ring 0115 496 0123/
		comment|s/,[^,]*$/,Mrs Ashdown/
	END
}

@test "check: classes that are too small are counted, with their columns and never a value" {
	sed '$d' safe.csv >small.csv
	run anonymise -p policy.json --check small.csv
	assert_failure 1
	assert_output --partial "columns sex, month: classes of fewer than 2 people: 1 of 2, the smallest has 1"
	refute_output --partial "2026-01"
}

@test "check: one person with many records is one person" {
	head -n 2 safe.csv >one.csv
	for _ in 1 2 3; do sed -n 2p safe.csv; done >>one.csv
	run anonymise -p policy.json --check one.csv
	assert_failure 1
	assert_output --partial "the smallest has 1"
}

@test "check: too little diversity names the sensitive column" {
	sed 's/poor/good/' safe.csv >same.csv
	run anonymise -p policy.json --check same.csv
	assert_failure 1
	assert_output --partial "column 'outcome': classes with too little diversity (l): 2 of 2"
}

@test "check: suppressed cells and symbols pass, as a class of their own" {
	sed -E '2,5s/^([^,]*),[fm],/\1,*,/' safe.csv >suppressed.csv
	run anonymise -p policy.json --check suppressed.csv
	assert_success
}

@test "check: a list of people who opted out says nothing of tokens, and is refused" {
	echo p1 >opted-out.csv
	run anonymise -p policy.json --check --exclude opted-out.csv safe.csv
	assert_failure 2
	assert_output --partial "sees tokens"
}

@test "check: a policy that drops the person cannot be checked for k" {
	sed 's/"pseudonymise", "entity": "person", "bits": 128/"drop"/' policy.json >dropping.json
	anonymise -p dropping.json data.csv >dropped.csv
	run anonymise -p dropping.json --check dropped.csv
	assert_failure 2
	assert_output --partial "cannot be counted"
}

@test "check: an unlisted column and a missing one are exit 2" {
	sed '1s/outcome/result/' safe.csv >other.csv
	run anonymise -p policy.json --check other.csv
	assert_failure 2
	sed 's/,[^,]*$//' safe.csv >fewer.csv
	run anonymise -p policy.json --check fewer.csv
	assert_failure 2
	assert_output --partial "no column 'comment'"
}

@test "check: empty input and header only pass" {
	run anonymise -p policy.json --check </dev/null
	assert_success
	head -n 1 safe.csv >header.csv
	run anonymise -p policy.json --check header.csv
	assert_success
}

@test "check: a broken record is exit 2" {
	{ cat safe.csv; echo 'too,few'; } >broken.csv
	run anonymise -p policy.json --check broken.csv
	assert_failure 2
	assert_output --partial "broken.csv:6:"
}

@test "check: identifiers in a column that is kept are a warning, with their count and place" {
	cat >kept.json <<-'END'
		{ "project": "gate", "columns": { "team": { "action": "keep" }, "n": { "action": "keep" } } }
	END
	printf 'team,n\nNorth,1234567\nask jo.ashdown@example.org,2\nNG1 1AA,3\nSouth,4\n' >kept.csv
	run --separate-stderr anonymise -p kept.json --check kept.csv
	assert_success
	assert_equal "$stderr" "anonymise: warning: kept.csv:3:1: column 'team' is kept, and cells look like an address or a number of a person: 2, the first in record 2"
}
