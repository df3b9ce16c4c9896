#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise: what goes wrong when somebody writes a policy for the first time, and what
# the people read who have to agree to one.  All values are invented.

load helper

# A policy of two columns that are kept and one that is dropped, with another one, c, and
# further members; what --check-config says of it.
try_policy() { # OBJECT-OF-COLUMN-c [MEMBERS]
	printf '{"project":"p"%s,"columns":{"id":{"action":"keep"},"q":{"action":"keep"},"d":{"action":"drop"},"c":%s}}\n' \
		"${2:-}" "$1" >policy.json
	run anonymise -p policy.json --check-config
}

refused() { # PLACE WORDS OBJECT-OF-COLUMN-c [MEMBERS]
	try_policy "${@:3}"
	assert_failure 2
	assert_output --partial "policy.json: at $1: "
	assert_output --partial "$2"
}

@test "first use: own columns without the entity own would stay in the text, so they are refused" {
	refused /columns/c/own "the entity 'own' is not asked for" '{"action":"redact","entities":["name"],"own":["q"]}'
	try_policy '{"action":"redact","entities":["name","own"],"own":["q"]}'
	assert_success
	try_policy '{"action":"redact","entities":["name"],"own":[]}'
	assert_success
}

@test "first use: the entity own without a column to take it from is refused where it is asked for by name" {
	refused /columns/c/entities "no column is named" '{"action":"redact","entities":["own"]}'
	printf '{"project":"p","columns":{"id":{"action":"pseudonymise","entity":"e"},"c":{"action":"redact","entities":["own"]}}}' >policy.json
	run anonymise -p policy.json --check-config
	assert_success
	try_policy '{"action":"redact"}'
	assert_success
}

@test "first use: a column is no reference and no identifier of itself" {
	refused /columns/c/at "itself" '{"action":"generalise","to":"age","at":"c"}'
	refused /columns/c/own/1 "itself" '{"action":"redact","own":["q","c"]}'
	refused /columns/c/own/1 "twice" '{"action":"redact","own":["q","q"]}'
}

@test "first use: lists for redaction are refused where no column is redacted" {
	refused /redaction "no column" '{"action":"keep"}' ',"redaction":{"names":"absent.csv"}'
}

@test "first use: a misspelt action is asked after by the name it should have" {
	refused /columns/c/acton "did you mean 'action'?" '{"acton":"keep"}'
	refused /columns/c/action "is missing" '{}'
	refused /columns/c/action "did you mean 'keep'?" '{"action":"Keep"}'
}

@test "first use: a member of another action is said to be one" {
	refused /columns/c/to "'keep'" '{"action":"keep","to":"month"}'
	refused /columns/c/entity "'drop'" '{"action":"drop","entity":"person"}'
	refused /columns/c/entties "unknown key" '{"action":"redact","entties":["name"]}'
}

@test "first use: --make-key makes a key and refuses what it would not do" {
	printf 'a\n1\n' >in.csv
	for extra in in.csv "-p policy.json" "-k other" "-o out" "--audit audit.json" "--exclude in.csv" "--check-config"; do
		# shellcheck disable=SC2086 # an option and its value
		run anonymise --make-key new $extra
		assert_failure 2
		assert_output --partial "--make-key makes a key and does nothing else"
		assert [ ! -e new ]
	done
	anonymise --make-key new -v
	assert [ -s new ]
}

@test "first use: a key is not called as what -k takes for something else" {
	for name in - fd:3 fd:key; do
		run anonymise --make-key "$name"
		assert_failure 2
		assert_output --partial "name a file"
		assert [ ! -e "./$name" ]
	done
	anonymise --make-key ./-
	assert [ -s ./- ]
}

@test "first use: --evaluate-spans takes no other input" {
	printf 'entity,text,expected_spans\n' >labels.csv
	run anonymise --evaluate-spans labels.csv labels.csv
	assert_failure 2
	assert_output --partial "--evaluate-spans reads the file that it names"
}

@test "first use: --check-config opens the lists of people too" {
	printf '{"project":"p","person":"id","columns":{"id":{"action":"keep"}}}' >policy.json
	printf 'id\n1\n' >list
	anonymise -p policy.json --check-config --exclude list --permitted list
	for option in --exclude --permitted; do
		run anonymise -p policy.json --check-config $option absent
		assert_failure 2
		assert_output --partial "absent: cannot open"
		: >empty
		run anonymise -p policy.json --check-config $option empty
		assert_failure 2
		printf '{"project":"p","columns":{"id":{"action":"keep"}}}' >none.json
		run anonymise -p none.json --check-config $option list
		assert_failure 2
		assert_output --partial "does not say whom a record is about"
	done
}
