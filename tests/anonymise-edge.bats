#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise where rules meet: one column in two parts, many columns, values in between.

load helper
bats_require_minimum_version 1.5.0

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	anonymise --make-key key
}

@test "edge: a quasi-identifier that is a token and had to give way passes the check" {
	cat >policy.json <<-'END'
		{ "project": "edge", "person": "person", "k": 2, "quasi_identifiers": ["sex", "team"],
		  "columns": {
		    "person": { "action": "pseudonymise", "entity": "person" },
		    "sex": { "action": "keep" },
		    "team": { "action": "pseudonymise", "entity": "team" } } }
	END
	printf '%s\n' person,sex,team 1,f,a 2,f,b 3,m,c 4,m,c >data.csv
	anonymise -p policy.json -k key data.csv >safe.csv
	run grep -c ',f,\*$' safe.csv
	assert_output 2
	run anonymise -p policy.json --check safe.csv
	assert_success
	# a person's token is none that gives way
	sed '2s/^[^,]*/*/' safe.csv >wrong.csv
	run anonymise -p policy.json --check wrong.csv
	assert_failure 1
	assert_output --partial "column 'person'"
}

@test "edge: a cell that was emptied tells nothing more at a coarser level" {
	cat >policy.json <<-'END'
		{ "project": "edge", "one_record_per_person": true, "k": 2, "act": "generalise",
		  "quasi_identifiers": ["day"],
		  "columns": {
		    "day": { "action": "generalise", "to": "month" },
		    "note": { "action": "keep" } } }
	END
	printf '%s\n' day,note 2026-01-02,1 2026-Q1,2 2026-02-01,3 >data.csv
	run --separate-stderr anonymise -p policy.json data.csv
	assert_failure 1
	assert_output "$(printf '%s\n' day,note 2026-Q1,1 2026-Q1,3)"
	assert_equal "$stderr" \
		"anonymise: data.csv:3:1: column 'day': cells that are no date and were emptied: 1, the first in record 2"
}

@test "edge: a text is searched for every token's value, however many there are" {
	{
		printf '{ "project": "edge", "columns": {'
		printf '"n%d": { "action": "pseudonymise", "entity": "case" },' {1..80}
		printf '"text": { "action": "redact" } } }'
	} >policy.json
	{
		printf 'n%d,' {1..80}
		printf 'text\n'
		printf 'QX%d77431,' {1..80}
		printf 'see QX177431 or QX6577431 and QX8077431 on this\n'
	} >data.csv
	anonymise -p policy.json -k key data.csv >safe.csv
	run grep -c 77431 safe.csv
	assert_output 0
	run grep -c '\[REDACTED\] or \[REDACTED\] and \[REDACTED\] on this' safe.csv
	assert_output 1
}

@test "edge: a search writes the policy's numbers as they stood" {
	cat >policy.json <<-'END'
		{ "project": "edge", "one_record_per_person": true, "k": 2, "suppression_limit": 0.04,
		  "quasi_identifiers": ["day"], "sensitive": { "note": { "t": 0.3 } },
		  "columns": {
		    "day": { "action": "generalise", "to": "month" },
		    "note": { "action": "keep" } } }
	END
	printf '%s\n' day,note 2026-01-02,1 2026-01-03,1 >data.csv
	run --separate-stderr anonymise -p policy.json --search data.csv
	assert_success
	assert_line '  "suppression_limit": 0.04,'
	assert_line '      "t": 0.3'
	# and where it takes more digits, with those
	sed 's/0\.3 /0.12345678901234568 /' policy.json >long.json
	run --separate-stderr anonymise -p long.json --search data.csv
	assert_line '      "t": 0.12345678901234568'
}

@test "edge: the audit tells of a list of those who alone may stay, and how records waited" {
	cat >policy.json <<-'END'
		{ "project": "edge", "person": "person", "k": 2, "quasi_identifiers": ["sex"],
		  "columns": {
		    "person": { "action": "pseudonymise", "entity": "person" },
		    "sex": { "action": "keep" } } }
	END
	printf '%s\n' person,sex q1,f q2,f q3,f >data.csv
	printf '%s\n' person q1 q2 >may-stay
	anonymise -p policy.json -k key --permitted may-stay --audit audit.json data.csv >safe.csv
	run grep -E '"people_on|"excluded"|"storage": "encrypted|no list of people' audit.json
	assert_line '  "people_on_permitted_list": 2,'
	assert_line '    "excluded": 1,'
	assert_line --partial '"storage": "encrypted, '
	refute_output --partial 'no list of people'
}

@test "edge: the audit of a check counts what looks like an identifier" {
	cat >policy.json <<-'END'
		{ "project": "edge", "columns": { "note": { "action": "keep" } } }
	END
	printf '%s\n' note 'jo@example.org' plain >data.csv
	run anonymise -p policy.json --check --audit audit.json data.csv
	assert_success
	run grep '"looks_identifying"' audit.json
	assert_output '      "looks_identifying": 1'
}

@test "edge: inputs and lists may be descriptors, also of who is not root" {
	cat >policy.json <<-'END'
		{ "project": "edge", "person": "id", "columns": { "id": { "action": "keep" } } }
	END
	printf '%s\n' id q1 q2 >data.csv
	chmod -R a+rX .
	as=()
	if [ "$(id -u)" -eq 0 ] && setpriv --reuid=65534 --regid=65534 --clear-groups \
		test -x "$MHSW_BIN/anonymise" -a -r data.csv 2>/dev/null; then
		as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
	fi
	# shellcheck disable=SC2016
	run --separate-stderr "${as[@]}" bash -c \
		'anonymise -p <(cat policy.json) --exclude <(echo q1) /dev/stdin <data.csv'
	assert_success
	assert_output "$(printf '%s\n' id q2)"
	assert_equal "$stderr" ""
}

@test "edge: the audit tells whose texts were searched for what else is known of them" {
	cat >policy.json <<-'END'
		{ "project": "edge", "person": "id", "columns": {
		    "id": { "action": "pseudonymise", "entity": "person" },
		    "text": { "action": "redact" } } }
	END
	printf '%s\n' id,text q1,'Zebedee rang' q2,'Zebedee rang' q1,none >data.csv
	printf '%s\n' id,name q1,Zebedee q9,Ermintrude >names.csv
	anonymise -p policy.json -k key --identifiers names.csv --audit audit.json data.csv >safe.csv
	run grep -A 4 '"identifiers": {' audit.json
	assert_line '    "people": 2,'
	assert_line '    "texts_of_them": 2,'
	assert_line '    "texts_of_others": 1'
}

@test "edge: a population that nobody would hear of is refused" {
	echo '{ "project": "edge", "columns": { "a": { "action": "keep" } } }' >policy.json
	printf '%s\n' a 1 >data.csv
	run anonymise -p policy.json --population data.csv data.csv
	assert_failure 2
	assert_output "anonymise: --population says nothing without --audit FILE, which tells the risks"
}

@test "edge: a table of identifiers without a header is told of without a name in it" {
	cat >policy.json <<-'END'
		{ "project": "edge", "person": "name", "columns": {
		    "name": { "action": "pseudonymise", "entity": "person" },
		    "text": { "action": "redact" } } }
	END
	printf '%s\n' name,text Nami,hello >data.csv
	printf '%s\n' Nami,Okafor Bo,Lund >names.csv
	run anonymise -p policy.json -k key --identifiers names.csv data.csv
	assert_failure 2
	assert_output --partial "names.csv:1: no column is called 'name'"
	refute_output --partial Nami
}
