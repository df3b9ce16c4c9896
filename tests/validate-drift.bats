#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# validate --compare-with: how far a file is from an earlier one.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >visits.json <<-'END'
		{ "name": "visits",
		  "fields": [
		    { "name": "id" },
		    { "name": "kind", "constraints": { "enum": ["home", "phone", "office"] } },
		    { "name": "team", "mhsw": { "codes": true } },
		    { "name": "person", "mhsw": { "sensitive": true } } ] }
	END
}

# A file of that many visits: visits COUNT [MISSING KINDS [TEAM]]
visits() {
	echo id,kind,team,person
	for ((i = 0; i < $1; i++)); do
		if ((i < ${2:-0})); then
			echo "V$i,,${3:-T1},somebody"
		else
			echo "V$i,home,${3:-T1},somebody"
		fi
	done
}

earlier() {
	visits "$@" >before.csv
	validate -q -s visits.json --run-record before.json -o out.csv before.csv
}

compare() {
	run --separate-stderr validate -s visits.json --compare-with before.json --format csv --report report.csv -o out.csv "$@"
}

# The codes, fields and messages of the warnings.
told() {
	tail -n +2 report.csv | grep -o 'W70[0-9].*'
}

@test "validate drift: the same file again tells of nothing" {
	earlier 100 3
	compare before.csv
	assert_success
	run told
	assert_output ""
}

@test "validate drift: W701 for many records more or less, not for a few" {
	earlier 100
	visits 80 >now.csv
	compare now.csv
	assert_success
	run grep -c W701 report.csv
	assert_output 0
	visits 79 >now.csv
	compare now.csv
	assert_success
	run grep W701 report.csv
	assert_output --partial "79 records, 100 before (-21.0%)"
	visits 0 >now.csv
	compare now.csv
	run grep W701 report.csv
	assert_output --partial "0 records, 100 before (-100.0%)"
}

@test "validate drift: W702 for what is missing much more often" {
	earlier 100 5
	visits 100 10 >now.csv
	compare now.csv
	run grep -c W702 report.csv
	assert_output 0
	visits 100 11 >now.csv
	compare now.csv
	assert_success
	run grep W702 report.csv
	assert_output --partial "kind"
	assert_output --partial "11.0% missing, 5.0% before (+6.0 points)"
}

@test "validate drift: W703 counts codes that are new and shows none" {
	earlier 10
	{
		visits 9
		echo V9,phone,T2,somebody
	} >now.csv
	compare now.csv
	assert_success
	run grep W703 report.csv
	assert_line --partial "1 of 2 codes is new, 1 before"
	run grep -c W703 report.csv
	assert_output 2
	run grep -E 'phone|T2' report.csv
	assert_failure
}

@test "validate drift: W704 for a field that is new and one that is gone" {
	earlier 10
	sed -i 's/"person"/"whom"/' visits.json
	sed 's/person/whom/' before.csv >now.csv
	compare now.csv
	assert_success
	run grep W704 report.csv
	assert_line --partial "the column 'whom' is new"
	assert_line --partial "the column 'person' is gone"
}

@test "validate drift: the schema's thresholds decide, and --fail-on warning obeys them" {
	earlier 100
	visits 99 >now.csv
	sed -i 's/"name": "visits",/"name": "visits", "mhsw": { "drift": { "recordsPercent": 0.5 } },/' visits.json
	compare --fail-on warning now.csv
	assert_failure 1
	run grep W701 report.csv
	assert_output --partial "99 records, 100 before (-1.0%)"
	sed -i 's/0.5/1/' visits.json
	compare --fail-on warning now.csv
	assert_success
}

@test "validate drift: the run record holds no code, and is the same bytes again" {
	visits 50 5 >now.csv
	for record in one two; do
		validate -q -s visits.json --run-record "$record.json" -o out.csv now.csv
		sed -i '/"timings"/,$d; s/"[a-z]*.json"/NAME/' "$record.json"
	done
	cmp one.json two.json
	run grep -E 'T1|home|somebody' one.json
	assert_failure
	run grep -A3 '"person"' one.json
	refute_output --partial codes
}

@test "validate drift: an earlier record that cannot be compared is exit 2" {
	visits 3 >now.csv
	compare now.csv
	assert_failure 2
	assert [ "${#stderr_lines[@]}" -eq 1 ]
	assert_regex "$stderr" "before.json"
	echo 'a,b' >before.json
	compare now.csv
	assert_failure 2
	assert_regex "$stderr" "not JSON"
	earlier 3
	sed 's/"status": 0/"status": 2/' before.json >failed.json
	mv failed.json before.json
	compare now.csv
	assert_failure 2
	assert_regex "$stderr" "the earlier run failed"
	earlier 3
	sed -i 's/"name": "visits"/"name": "calls"/' visits.json
	compare now.csv
	assert_failure 2
	assert_regex "$stderr" "a schema of another name"
	validate -q --run-record before.json -o out.csv now.csv
	compare now.csv
	assert_failure 2
	assert_regex "$stderr" "the earlier run had no schema"
}

@test "validate drift: --check-config finds faults of drift and codes" {
	sed -i 's/"name": "visits",/"name": "visits", "mhsw": { "drift": { "recordsPercent": -1 } },/' visits.json
	run --separate-stderr validate -s visits.json --check-config
	assert_failure 2
	assert_regex "$stderr" "/mhsw/drift/recordsPercent: is too small"
	echo '{"fields":[{"name":"a","mhsw":{"codes":true,"sensitive":true}}]}' >both.json
	run --separate-stderr validate -s both.json --check-config
	assert_failure 2
	assert_regex "$stderr" "/fields/0/mhsw/codes"
}

@test "validate drift: more codes than are kept are said, not compared" {
	{
		echo id,kind,team,person
		seq -f 'V,home,T%g,somebody' 10001
	} >before.csv
	validate -q -s visits.json --run-record before.json -o out.csv before.csv
	run grep -c '"codes": "too many"' before.json
	assert_output 1
	visits 10001 0 T0 >now.csv
	compare now.csv
	assert_success
	run grep -c W703 report.csv
	assert_output 0
}

@test "validate drift: a run may put its own record in the place of the earlier one" {
	earlier 100
	visits 50 >now.csv
	compare --run-record before.json now.csv
	assert_success
	run grep -c W701 report.csv
	assert_output 1
	compare --run-record before.json now.csv
	assert_success
	run grep -c W701 report.csv
	assert_output 0
}
