#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise --identifiers: what another table knows of a person goes from their texts.

bats_require_minimum_version 1.5.0
load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	cat >policy.json <<-'END'
		{ "project": "t", "person": "nhs_number", "columns": {
		    "nhs_number": { "action": "drop" }, "n": { "action": "keep" },
		    "note": { "action": "redact", "entities": ["own"] } } }
	END
	cat >people.csv <<-'END'
		first_name,nhs_number,surname,case_number
		Zebedee,943 476 5919,Quillfeather,CX-99 1234
		Araminta,9434765870,Thistledown-Byrne,
		Zeb,9434765919,,
	END
	cat >notes.csv <<-'END'
		nhs_number,n,note
		9434765919,1,zebedee and Mrs Quillfeather's case CX991234; Zeb likes Araminta
		"943 476 5870",2,THISTLEDOWN BYRNE came with Zebedee
		,3,Zebedee Quillfeather
		9434765870,4,
	END
}

@test "identifiers: names, former names and numbers of the person go, and nobody else's" {
	run --separate-stderr anonymise -p policy.json --identifiers people.csv --run-record run.json notes.csv
	assert_success
	assert_line --index 1 "1,[REDACTED] and Mrs [REDACTED]'s case [REDACTED]; [REDACTED] likes Araminta"
	assert_line --index 2 "2,[REDACTED] came with Zebedee"
	assert_line --index 3 "3,Zebedee Quillfeather"
	assert_equal "$stderr" ""
	run cat run.json
	assert_output --partial '"texts of people on --identifiers": 3'
	assert_output --partial '"texts of others": 1'
}

@test "identifiers: a table that meets nobody is a warning, one that cannot be meant is exit 2" {
	sed 's/9434765919/1111111111/; s/943 476 5919/1111111111/; s/9434765870/2222222222/' people.csv >others.csv
	run --separate-stderr anonymise -p policy.json --identifiers others.csv notes.csv
	assert_success
	[[ $stderr == *"others.csv: nobody in the data is in it"* ]]
	printf 'surname,first_name\na,b\n' >wrong.csv
	run anonymise -p policy.json --identifiers wrong.csv notes.csv
	assert_failure 2
	assert_output --partial "wrong.csv:1: no column is called 'nhs_number'"
	printf 'nhs_number\n9434765919\n' >wrong.csv
	run anonymise -p policy.json --identifiers wrong.csv notes.csv
	assert_failure 2
	assert_output --partial "no column besides 'nhs_number'"
	printf 'nhs_number,surname\n9434765919,a\n,b\n' >wrong.csv
	run anonymise -p policy.json --identifiers wrong.csv notes.csv
	assert_failure 2
	assert_output --partial "wrong.csv:3: the row names nobody"
	run anonymise -p policy.json --identifiers nowhere.csv notes.csv
	assert_failure 2
	assert_output --partial "nowhere.csv"
	sed 's/"person": "nhs_number",//' policy.json >nobody.json
	run anonymise -p nobody.json --identifiers people.csv notes.csv
	assert_failure 2
	assert_output --partial "own"
	sed 's/"own"/"email"/' policy.json >no-own.json
	run anonymise -p no-own.json --identifiers people.csv notes.csv
	assert_failure 2
	assert_output --partial "entity own"
}

@test "identifiers: the table is not lost to an output, and goes with no run without texts" {
	cp people.csv copy.csv
	run anonymise -p policy.json --identifiers people.csv -o people.csv notes.csv
	assert_failure 2
	cmp people.csv copy.csv
	for mode in --check --search --explain; do
		run anonymise -p policy.json --identifiers people.csv "$mode" notes.csv
		assert_failure 2
		assert_output --partial "--identifiers is about texts"
	done
}

@test "identifiers: no message and no run record holds a value" {
	anonymise -v -p policy.json --identifiers people.csv --run-record run.json --audit audit.json notes.csv >out.csv 2>messages
	run grep -ciE 'quillfeather|zebedee|araminta|thistledown|9434765|99.?1234' messages run.json audit.json
	assert_line "messages:0"
	assert_line "run.json:0"
}

@test "identifiers: header only, empty input and k go with it" {
	head -n 1 notes.csv >header.csv
	run anonymise -p policy.json --identifiers people.csv header.csv
	assert_success
	run anonymise -p policy.json --identifiers people.csv </dev/null
	assert_success
	sed 's/"person"/"k": 2, "quasi_identifiers": ["n"], "person"/' policy.json >k.json
	printf 'nhs_number,n,note\n9434765919,1,zebedee\n9434765870,1,araminta\n' >two.csv
	run anonymise -p k.json --identifiers people.csv two.csv
	assert_success
	assert_line --index 1 "1,[REDACTED]"
	assert_line --index 2 "1,[REDACTED]"
}
