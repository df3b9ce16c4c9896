#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# validate: what a person with a file of the wrong form is told to do.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	printf '{"fields":[{"name":"Team"},{"name":"Date","type":"date"},{"name":"Score"}]}' >table.json
}

# told BYTES OPTION...: the messages about a file of what printf makes of the bytes
told() {
	# shellcheck disable=SC2059
	printf "$1" >in.csv
	shift
	run --separate-stderr validate -s table.json "$@" in.csv
}

@test "a title above the header: --skip-lines is named" {
	told 'Returns of March\nTeam,Date,Score\nNorth,2026-03-14,4\n'
	assert_failure 2
	assert_equal "$stderr" "validate: in.csv:1: no column 'Team', which the schema has as field 1; the file has 1 column, the schema 3 fields; pass over a title above the header with --skip-lines"
	# a table of its own is none
	printf '{"fields":[{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d"}]}' >other.json
	run -2 --separate-stderr validate -s other.json - <<<'Team,Date,Score'
	assert_equal "$stderr" "validate: -:1: no column 'a', which the schema has as field 1; the file has 3 columns, the schema 4 fields"
	told 'Returns of March\nTeam,Date,Score\nNorth,2026-03-14,4\n' --skip-lines 9
	assert_success
	assert_equal "${stderr_lines[0]}" "in.csv: warning W116: the file is empty, without so much as a header: below the lines that are passed over"
}

@test "a header in other capitals: the column is named, whatever the others are" {
	told 'TEAM,DATE,SCORE\nNorth,2026-03-14,4\n'
	assert_failure 2
	assert_equal "$stderr" "validate: in.csv:1: no column 'Team', which the schema has as field 1; did you mean 'TEAM'?"
}

@test "Windows-1252: --encoding is named, for records and for the header" {
	told 'Team,Date,Score\nM\xfcnchen,2026-03-14,4\n'
	assert_failure 1
	assert_equal "${stderr_lines[1]}" "  fix: save the file as UTF-8; if all of it is Windows-1252, say --encoding windows-1252"
	told 'T\xe9am,Date,Score\n'
	assert_failure 2
	assert_equal "$stderr" "validate: in.csv:1:2: not UTF-8; save the file as UTF-8, or convert it with validate --encoding windows-1252"
}

@test "another delimiter: it is said which" {
	told 'Team;Date;Score\nNorth;2026-03-14;4\n' --delimiter auto
	assert_success
	assert_equal "${stderr_lines[0]}" "in.csv: warning W104: commas took the place of another delimiter, the semicolon: 1 time"
}

@test "options that do not go together: it is said which to leave out" {
	printf 'Team,Date,Score\n' >in.csv
	run -2 --separate-stderr validate --infer --describe in.csv
	assert_equal "$stderr" "validate: --infer and --describe are two works: leave one out"
	run -2 --separate-stderr validate --infer --trim in.csv
	assert_equal "$stderr" "validate: --infer looks at the values as they stand: leave --trim out"
	run -2 --separate-stderr validate --max-rejects 101% in.csv
	assert_equal "$stderr" "validate: --max-rejects takes a number of records, or a percentage as in 5%"
	run -0 validate -q --max-rejects 100% in.csv
}

@test "an empty name of a file is shown as such" {
	run -2 --separate-stderr validate ''
	assert_equal "$stderr" "validate: '': cannot open: No such file or directory"
	run -2 --separate-stderr validate -s '' in.csv
	assert_equal "$stderr" "validate: '': cannot open the configuration: No such file or directory"
}
