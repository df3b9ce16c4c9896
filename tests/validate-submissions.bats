#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# validate --submissions: a later file of an organisation and period counts.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >returns.json <<-'END'
		{ "fields": [
		    { "name": "org" },
		    { "name": "month", "type": "yearmonth" },
		    { "name": "sent", "type": "date" },
		    { "name": "figure", "type": "integer" } ],
		  "mhsw": { "submissions": { "organisation": "org", "period": "month", "received": "sent" } } }
	END
	printf 'org,month,sent,figure\nR1,2026-03,2026-04-08,1\nR2,2026-03,2026-04-09,2\nR2,2026-03,2026-04-09,x\n' >a.csv
	printf 'org,month,sent,figure\nR2,2026-03,2026-04-20,3\nR3,2026-03,2026-04-10,4\n' >b.csv
	cat >expected.csv <<-'END'
		organisation,period,due,contact
		R1,2026-03,2026-04-10,x
		R2,2026-03,2026-04-10,x
		R4,2026-03,2026-04-10,x
	END
}

returns() {
	run --separate-stderr validate -s returns.json --submissions list.csv "$@"
}

@test "validate submissions: the last file counts, and the list says so" {
	returns a.csv b.csv
	assert_success
	assert_output "$(printf 'org,month,sent,figure\nR1,2026-03,2026-04-08,1\nR2,2026-03,2026-04-20,3\nR3,2026-03,2026-04-10,4')"
	run cat list.csv
	assert_output "$(
		cat <<-'END'
			organisation,period,status,file,records,received,due
			R1,2026-03,received,a.csv,1,2026-04-08,
			R2,2026-03,replaced,a.csv,2,2026-04-09,
			R2,2026-03,received,b.csv,1,2026-04-20,
			R3,2026-03,received,b.csv,1,2026-04-10,
		END
	)"
}

@test "validate submissions: the day of receipt decides, and without one the order of the files" {
	returns a.csv b.csv
	in_order=$(sort <<<"$output")
	returns b.csv a.csv
	assert_equal "$(sort <<<"$output")" "$in_order"
	run grep -c replaced list.csv
	assert_output 1
	sed -i 's/2026-04-[0-9]*//' b.csv
	returns a.csv b.csv
	[[ $output == *"R2,2026-03,,3"* ]]
	returns b.csv a.csv
	[[ $output == *"R2,2026-03,2026-04-09,2"* ]]
}

@test "validate submissions: W401 to W404 against a list of those expected" {
	returns --expected expected.csv --format csv --report report.csv a.csv b.csv
	assert_success
	run cat list.csv
	assert_output "$(
		cat <<-'END'
			organisation,period,status,file,records,received,due
			R1,2026-03,received,a.csv,1,2026-04-08,2026-04-10
			R2,2026-03,replaced,a.csv,2,2026-04-09,2026-04-10
			R2,2026-03,late,b.csv,1,2026-04-20,2026-04-10
			R3,2026-03,unexpected,b.csv,1,2026-04-10,
			R4,2026-03,missing,,0,,2026-04-10
		END
	)"
	run grep -o 'W40.' report.csv
	assert_output "$(printf 'W401\nW402\nW404\nW403')"
	run cat report.csv
	assert_line --partial "2 records, replaced by b.csv"
	assert_line --partial "line 3 of expected.csv, 10 days late"
	assert_line --partial "line 4 of expected.csv"
	# who it was stands in the list alone
	run grep -E 'R[1-4]' report.csv
	assert_failure
}

@test "validate submissions: none of the four codes where all is in order" {
	head -n 3 expected.csv >all.csv
	head -n 3 a.csv >good.csv
	returns --expected all.csv --format csv --report report.csv good.csv
	assert_success
	run grep -c 'W40' report.csv
	assert_output 0
	run cut -d, -f3 list.csv
	assert_output "$(printf 'status\nreceived\nreceived')"
}

@test "validate submissions: replaced records are excluded and unchecked, malformed ones rejected" {
	printf 'R2,2026-03\n' >>a.csv
	returns --rejects bad.csv --run-record run.json a.csv b.csv
	assert_failure 1
	run cat bad.csv
	assert_output "$(printf 'org,month,sent,figure\nR2,2026-03')"
	run grep -A5 '"counts"' run.json
	assert_line --partial '"in": 6'
	assert_line --partial '"used": 3'
	assert_line --partial '"rejected": 1'
	assert_line --partial '"excluded": 2'
}

@test "validate submissions: a record without organisation or period is never replaced" {
	printf 'org,month,sent,figure\n,2026-03,2026-04-09,2\nR2,,2026-04-09,2\n' >none.csv
	returns none.csv b.csv
	assert_success
	assert [ "${#lines[@]}" -eq 5 ]
	run grep -c none.csv list.csv
	assert_output 0
}

@test "validate submissions: the day may stand in the file's name" {
	sed -i 's/"received": "sent"/"receivedInName": "_([0-9-]+)[.]csv$"/' returns.json
	mkdir -p in
	mv a.csv in/a_20260412.csv
	mv b.csv b_undated.csv
	returns --expected expected.csv in/a_20260412.csv b_undated.csv
	assert_success
	run cut -d, -f1,3,6 list.csv
	assert_output "$(
		cat <<-'END'
			organisation,status,received
			R1,late,2026-04-12
			R2,replaced,2026-04-12
			R2,received,
			R3,unexpected,
			R4,missing,
		END
	)"
}

@test "validate submissions: periods are compared in their canonical form" {
	cat >forms.json <<-'END'
		{ "fields": [ { "name": "org" }, { "name": "day", "type": "date", "format": "%d/%m/%Y" } ],
		  "mhsw": { "submissions": { "organisation": "org", "period": "day" } } }
	END
	printf 'org,day\nR1,01/03/2026\n' >one.csv
	printf 'organisation,period\nR1,2026-03-01\n' >list-of-one.csv
	run --separate-stderr validate -s forms.json --submissions list.csv --expected list-of-one.csv one.csv
	assert_success
	run cat list.csv
	assert_line "R1,2026-03-01,received,one.csv,1,,"
}

@test "validate submissions: faults of the rule and of the list are exit 2" {
	printf 'R1,2026-03,2026-04-10,x\n' >>expected.csv
	returns --expected expected.csv a.csv
	assert_failure 2
	assert_regex "$stderr" "expected.csv:5: has the organisation and period of line 2 again"
	assert [ ! -e list.csv ]
	returns --expected nowhere.csv a.csv
	assert_failure 2
	sed -i 's/"received": "sent"/"received": "month"/' returns.json
	run --separate-stderr validate -s returns.json --check-config
	assert_failure 2
	assert_regex "$stderr" "/mhsw/submissions/received: a field of type date or datetime is expected"
	echo '{"fields":[{"name":"org"},{"name":"month"},{"name":"sent"},{"name":"figure"}]}' >none.json
	run --separate-stderr validate -s none.json --submissions list.csv a.csv
	assert_failure 2
	assert_regex "$stderr" "submissions"
}

@test "validate submissions: nothing sent is a list of what is missing" {
	printf 'org,month,sent,figure\n' >empty.csv
	returns --expected expected.csv empty.csv
	assert_success
	run cut -d, -f3 list.csv
	assert_output "$(printf 'status\nmissing\nmissing\nmissing')"
}
