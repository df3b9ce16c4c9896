#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# validate: several files, the door for other people's CSV, warnings and limits.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >two.json <<-'END'
		{ "fields": [
		    { "name": "id", "type": "integer", "constraints": { "required": true, "unique": true } },
		    { "name": "month", "type": "yearmonth" },
		    { "name": "score", "type": "integer", "constraints": { "maximum": 5 },
		      "mhsw": { "severity": { "maximum": "warning" } } } ] }
	END
}

# two.json with fieldsMatch set to the argument
matching() {
	sed "1s/{ /{ \"fieldsMatch\": [\"$1\"], /" two.json >match.json
}

# run_on SCHEMA BYTES: validate over what printf makes of the bytes
run_on() {
	# shellcheck disable=SC2059
	printf "$2" >in.csv
	run --separate-stderr validate -s "$1" --rejects bad.csv in.csv
}

# Of the report on standard error as CSV: code, line, column, record, field and count of each finding
found() {
	cut -d, -f1,3-6,11 <<<"$stderr" | tail -n +2 | tr '\n' ' '
}

@test "several files: records of all in the order given, findings with their file" {
	printf 'id,month,score\n1,2026-01,3\n2,2026-01,x\n' >a.csv
	printf 'id,month,score\r\n1,2026-02,3\r\n3,2026-02,4\r\n' >b.csv
	run --separate-stderr validate -s two.json --rejects bad.csv --run-record run.json a.csv - <b.csv
	assert_failure 1
	assert_output $'id,month,score\n1,2026-01,3\n3,2026-02,4'
	[[ $stderr == *"a.csv:3:11: error E201: score is not a whole number (record 2)"* ]]
	[[ $stderr == *"-:2:1: error E401: id repeats a value that has to be unique, first at a.csv:2 (record 1)"* ]]
	[[ $stderr == *"2 files: 4 records, 2 good, 2 rejected; "* ]]
	[[ $(tr -d ' \n' <run.json) == *'"files":[{"file":"a.csv","in":2,"used":1,"rejected":1,"excluded":0},{"file":"-","in":2,"used":1,"rejected":1,"excluded":0}]'* ]]
}

@test "several files: --source-column says where each record is from" {
	printf 'id,score\n1,3\n' >a.csv
	printf 'id,score\n"2",3\n' >b.csv
	run --separate-stderr validate --source-column file a.csv b.csv
	assert_output $'id,score,file\n1,3,a.csv\n2,3,b.csv'
	run --separate-stderr validate --source-column score a.csv b.csv
	assert_failure 2
	assert_equal "$stderr" "validate: a.csv:1: there is a column 'score' already; give --source-column another name"
	run validate --source-column '' a.csv
	assert_failure 2
	# one column: the lone empty field is no longer alone
	printf 'a\n""\n' >lone.csv
	run --separate-stderr validate --source-column f lone.csv
	assert_output $'a,f\n,lone.csv'
}

@test "several files: columns that differ are exit 2 before the first record" {
	printf 'id,score\n1,3\n' >a.csv
	printf 'score,id\n2,3\n' >b.csv
	run --separate-stderr validate a.csv b.csv
	assert_failure 2
	assert_equal "$stderr" "validate: b.csv:1: column 1 is not as in the files before; validate it by itself, or give a schema whose fieldsMatch brings the columns into one order"
	run --separate-stderr validate a.csv missing.csv
	assert_failure 2
	assert_output ""
	run --separate-stderr validate - - <a.csv
	assert_failure 2
	assert_equal "$stderr" "validate: standard input can be read once only"
	# their rejects stand below one header
	printf '"id",score\n2,3\n' >c.csv
	run --separate-stderr validate --rejects bad.csv a.csv c.csv
	assert_failure 2
	[[ $stderr == "validate: c.csv:1: its header line differs from that of the first file"* ]]
	[ ! -e bad.csv ]
	run --separate-stderr validate a.csv c.csv
	assert_success
	assert_output $'id,score\n1,3\n2,3'
}

@test "several files: an empty one among them, and a header alone" {
	: >empty.csv
	printf 'id,score\n' >header.csv
	printf 'id,score\n1,3' >a.csv
	run --separate-stderr validate empty.csv header.csv a.csv empty.csv a.csv
	assert_success
	assert_output $'id,score\n1,3\n1,3'
	run --separate-stderr validate -s two.json empty.csv
	assert_success
	assert_output ""
}

@test "several files: more than the usual limit of open files" {
	printf 'id\n1\n' >a.csv
	for i in {1..1100}; do
		ln a.csv "many$i.csv"
	done
	[ "$(ulimit -Hn)" = unlimited ] || [ "$(ulimit -Hn)" -gt 1200 ] || skip "no more than $(ulimit -Hn) files may be open here"
	run --separate-stderr bash -c 'ulimit -Sn 256 && validate many*.csv | wc -l'
	assert_output 1101
}

@test "fieldsMatch: exact is the schema's order, and nothing else" {
	run_on two.json 'month,id,score\n2026-01,1,2\n'
	assert_failure 2
	[[ $stderr == *"the columns are in another order than the schema's fields: column 1 should be 'id'" ]]
}

@test "fieldsMatch: equal takes another order and writes the schema's" {
	matching equal
	run_on match.json 'month,score,id\n2026-01,2,"1"\n2026-13,2,2\n'
	assert_failure 1
	assert_output $'id,month,score\n1,2026-01,2'
	[[ $stderr == *"in.csv:3:1: error E209: month"* ]]
	[[ $stderr == *"in.csv: warning W113: columns were brought into the schema's order: 1 time"* ]]
	assert_equal "$(cat bad.csv)" $'month,score,id\n2026-13,2,2'
	run_on match.json 'month,score,id,more\n'
	assert_failure 2
	run_on match.json 'month,score\n'
	assert_failure 2
}

@test "fieldsMatch: subset lets further columns through, behind the schema's" {
	matching subset
	run_on match.json 'more,id,month,score,"a,b"\nx y,1,2026-01,2,"p,q"\n'
	assert_success
	assert_output $'id,month,score,more,"a,b"\n1,2026-01,2,x y,"p,q"'
	run_on match.json 'more,id,month\n'
	assert_failure 2
}

@test "fieldsMatch: superset and partial fill absent columns, but required ones" {
	matching superset
	run_on match.json 'id,score\n1,2\n'
	assert_success
	assert_output $'id,month,score\n1,,2'
	run_on match.json 'score\n2\n'
	assert_failure 2
	[[ $stderr == *"no column 'id'"* ]]
	run_on match.json 'id,other\n2,3\n'
	assert_failure 2
	matching partial
	run_on match.json 'id,other\n2,3\n'
	assert_success
	assert_output $'id,month,score,other\n2,,,3'
	sed 's/"required": true, //' match.json >none.json
	run_on none.json 'other\n3\n'
	assert_failure 2
	[[ $stderr == *"none of the columns is in the schema"* ]]
}

@test "fieldsMatch: files in different orders come together" {
	matching equal
	printf 'id,month,score\n1,2026-01,3\n' >a.csv
	printf 'score,month,id\n4,2026-02,2\n' >b.csv
	run --separate-stderr validate -q -s match.json a.csv b.csv
	assert_success
	assert_output $'id,month,score\n1,2026-01,3\n2,2026-02,4'
}

@test "the door: every repair is told once, with its count and its first place" {
	printf '\xef\xbb\xbfid;month;score\r\n1;2026-01; 3 \r\n2;2026-02;"4"\r\n;;\r\n\r\n' >in.csv
	run --separate-stderr validate -s two.json --delimiter auto --format csv in.csv
	assert_success
	assert_output $'id,month,score\n1,2026-01,3\n2,2026-02,4'
	assert_equal "$(found)" "W106,4,1,,,2 W101,,,,,1 W103,,,,,5 W104,,,,,1 W107,2,11,1,score,1 "
	# what left has nothing to repair
	validate -q -s two.json --delimiter auto in.csv >out.csv
	run --separate-stderr validate -s two.json out.csv
	assert_equal "$stderr" ""
	cmp out.csv <(printf '%s\n' "$output")
}

@test "the door: Windows-1252, UTF-16 and CR line ends, with rejects in the file's own bytes" {
	printf 'id,month,score\n1,\x80\x93x,1\n2,2026-01,2\n3,\xe4,3\n' >in.csv
	run --separate-stderr validate -s two.json --encoding windows-1252 --format csv --rejects bad.csv in.csv
	assert_failure 1
	assert_output $'id,month,score\n2,2026-01,2'
	assert_equal "$(found)" "E205,2,3,1,month,1 E205,4,3,3,month,1 W102,,,,,1 "
	printf 'id,month,score\n1,\x80\x93x,1\n3,\xe4,3\n' | cmp - bad.csv
	local mark
	for mark in LE BE; do
		printf 'id,month,score\r\n1,2026-01,1\r\n2,\xc3\xa4,2\r\n' >utf8.csv
		{
			if [ $mark = LE ]; then printf '\xff\xfe'; else printf '\xfe\xff'; fi
			iconv -f UTF-8 -t UTF-16$mark utf8.csv
		} >in.csv
		run --separate-stderr validate -s two.json --rejects bad.csv in.csv
		assert_failure 1
		assert_output $'id,month,score\n1,2026-01,1'
		[[ $stderr == *"in.csv:3:5: error E205: month"* ]]
		[[ $stderr == *"warning W102: the file was converted to UTF-8, from UTF-16"* ]]
		{ head -c $((2 + 2 * 16)) in.csv && tail -c $((2 * 7)) in.csv; } | cmp - bad.csv
	done
	printf 'id,month,score\r1,2026-01,1\r2,bad,2\r' >in.csv
	run --separate-stderr validate -s two.json --rejects bad.csv in.csv
	assert_failure 1
	assert_output $'id,month,score\n1,2026-01,1'
	[[ $stderr == *"in.csv:3:3: error E205: month"* ]]
	printf 'id,month,score\r2,bad,2\r' | cmp - bad.csv
}

@test "the door: title rows above the header are passed over and kept with the rejects" {
	printf 'A title, with "quotes"\r\n\r\nid,month,score\r\n1,2026-01,1\r\nx,,\r\n' >in.csv
	run --separate-stderr validate -s two.json --skip-lines 2 --rejects bad.csv in.csv
	assert_failure 1
	assert_output $'id,month,score\n1,2026-01,1'
	[[ $stderr == *"in.csv:5:1: error E201: id"* ]]
	[[ $stderr == *"warning W105: lines above the header were passed over: 2 times"* ]]
	printf 'A title, with "quotes"\r\n\r\nid,month,score\r\nx,,\r\n' | cmp - bad.csv
	# who mends the rejects hands them in as the file was handed in
	sed -i 's/^x,/7,/' bad.csv
	run --separate-stderr validate -q -s two.json --skip-lines 2 bad.csv
	assert_success
	assert_output $'id,month,score\n7,,'
}

@test "the door: --trim takes blanks off all values" {
	printf 'id,month,score\n1, 2026-01 ,1\n' >in.csv
	run --separate-stderr validate -s two.json in.csv
	assert_failure 1
	run --separate-stderr validate -s two.json --trim --format csv in.csv
	assert_success
	assert_output $'id,month,score\n1,2026-01,1'
	assert_equal "$(found)" "W107,2,3,1,month,1 "
}

@test "the door: --trim takes blanks off the header's names and, without a schema, off all values" {
	printf 'id, month,\tscore \n1, 2026-01 ,1\nid, month,score\n' >in.csv
	run --separate-stderr validate -s two.json in.csv
	assert_failure 2
	[[ $stderr == *"did you mean ' month'?" ]]
	run --separate-stderr validate -s two.json --trim --format csv --rejects bad.csv in.csv
	assert_failure 1
	assert_output $'id,month,score\n1,2026-01,1'
	assert_equal "$(found)" "W107,,,,,2 E110,3,1,2,,1 W107,2,3,1,month,1 "
	assert_equal "$(cat bad.csv)" $'id, month,\tscore \nid, month,score'
	run --separate-stderr validate --trim --format csv in.csv
	assert_output $'id,month,score\n1,2026-01,1'
	assert_equal "$(found)" "W107,,,,,2 E110,3,1,2,,1 W107,2,3,1,,1 "
	# columns beside the schema's, one of them quoted; what is canonical passes in silence
	printf '{"fields":[{"name":"id"},{"name":"at","mhsw":{"source":" when"}}],"fieldsMatch":["subset"]}' >part.json
	printf 'id, when,note\n1,x," a, b "\n2,y,c\n' >in.csv
	run --separate-stderr validate -s part.json --trim in.csv
	assert_output $'id,at,note\n1,x,"a, b"\n2,y,c'
	run --separate-stderr validate -s part.json in.csv
	assert_output $'id,at,note\n1,x," a, b "\n2,y,c'
	printf 'v\n""\n" "\n' >in.csv
	run --separate-stderr validate --trim in.csv
	assert_output $'v\n""\n""'
	validate --trim in.csv 2>/dev/null >once.csv
	run --separate-stderr validate --trim once.csv
	assert_equal "$output" "$(cat once.csv)"
	assert_equal "$stderr" ""
	printf 'a, a\n1,2\n' >in.csv
	run --separate-stderr validate --trim in.csv
	assert_failure 2
	[[ $stderr == *"columns 1 and 2 have the same name"* ]]
}

@test "the door: line ends of several kinds are told from those of one" {
	told() { # BYTES
		# shellcheck disable=SC2059
		printf "$1" | validate 2>&1 >/dev/null | grep -o 'W103: .*'
	}
	assert_equal "$(told 'a,b\r\n1,2\r\n3,4')" "W103: line ends became line feeds: 2 times"
	assert_equal "$(told 'a,b\r\n1,2\n3,4\r\n')" "W103: line ends became line feeds, 2 of 3: 2 times"
	assert_equal "$(told 'a,b\r1,2\r3,4\n5,6\r\n')" "W103: line ends became line feeds, 3 of 4: 3 times"
}

@test "the door: blank lines at the end are left out, between records they are errors" {
	run_on two.json 'id,month,score\n1,,\n\n,,\n2,,\n\n\n,,\n'
	assert_failure 1
	assert_output $'id,month,score\n1,,\n2,,'
	assert_equal "$(cat bad.csv)" $'id,month,score\n\n,,'
	[[ $stderr == *"in.csv:3:1: error E109"*"in.csv:4:1: error E109"*"in.csv:6:1: warning W106: blank lines at the end were left out: 3 times"* ]]
	[[ $stderr == *"4 records, 2 good, 2 rejected"* ]]
}

@test "the door: a row of totals is told, good or bad" {
	run_on two.json 'id,month,score\n1,,2\nTotal,x,2\n'
	assert_failure 1
	# and nothing else of it
	assert_equal "$(grep -c ': error E' <<<"$stderr")" 1
	[[ $stderr == *"in.csv:3:1: error E112: the line is a row of totals"* ]]
	printf 'team,n\nNorth,2\nTotal,2\n' >in.csv
	run --separate-stderr validate in.csv
	assert_success
	[[ $stderr == *"in.csv:3:1: warning W114: the last record looks like a row of totals (record 2)"* ]]
	printf 'team,n\nTotal,2\nNorth,2\nTotally,3\n' >in.csv
	run --separate-stderr validate in.csv
	assert_equal "$stderr" ""
}

@test "the door: a quote that runs away costs its own line alone" {
	{
		printf 'id,month,score\n1,,1\n2,"2026-01,1\n'
		for i in {3..200}; do printf '%s,,1\n' "$i"; done
	} >in.csv
	run --separate-stderr validate -s two.json --rejects bad.csv in.csv
	assert_failure 1
	assert_equal "${#lines[@]}" 200
	[[ $stderr == *": error E111: a quote is still open many lines later, where records follow on, opened at line 3, column 3 (record 2)"* ]]
	assert_equal "$(cat bad.csv)" $'id,month,score\n2,"2026-01,1'
}

@test "severity: a warning lets the record through, and --fail-on warning does not" {
	run_on two.json 'id,month,score\n1,,9\n'
	assert_success
	assert_output $'id,month,score\n1,,9'
	[[ $stderr == *"in.csv:2:4: warning E304: score is over the maximum (record 1)"* ]]
	run validate -s two.json --fail-on warning in.csv
	assert_failure 1
	run --separate-stderr validate -s two.json --fail-on error in.csv
	assert_success
	run validate -s two.json --fail-on nothing in.csv
	assert_failure 2
	assert_output "validate: --fail-on takes error or warning"
}

@test "--max-rejects: a number or a percentage, that itself allowed" {
	{
		printf 'id,month,score\nx,,\ny,,\n'
		for i in {1..18}; do printf '%s,,\n' "$i"; done
	} >in.csv
	local limit
	for limit in 2 10% 10.0% 50%; do
		run validate -s two.json --max-rejects "$limit" in.csv
		assert_success
	done
	for limit in 0 1 9.99% 0%; do
		run validate -s two.json --max-rejects "$limit" in.csv
		assert_failure 1
	done
	for limit in -1 x % 1.5 '' 1e3%; do
		run --separate-stderr validate -s two.json --max-rejects "$limit" in.csv
		assert_failure 2
		assert_equal "$stderr" "validate: --max-rejects takes a number of records, or a percentage as in 5%"
	done
}

@test "sensitive: a value is never shown, whatever is asked for" {
	cat >sensitive.json <<-'END'
		{ "fields": [ { "name": "name", "type": "integer", "mhsw": { "sensitive": true } },
		              { "name": "code", "type": "integer" } ] }
	END
	printf 'name,code\nSECRET,PLAIN\n' >in.csv
	run --separate-stderr validate -s sensitive.json --show-values in.csv
	[[ $stderr == *"'PLAIN'"* ]]
	[[ $stderr != *SECRET* ]]
}

@test "options that do not go together are exit 2" {
	printf 'id\n1\n' >in.csv
	local words
	while IFS='|' read -r arguments words; do
		# shellcheck disable=SC2086
		run --separate-stderr validate $arguments in.csv
		assert_failure 2
		assert_equal "$stderr" "validate: $words"
	done <<-'END'
		--describe|--describe needs a schema: give it with -s FILE
		--compare-with x.json|--compare-with needs a schema: give it with -s FILE
		--submissions x.csv|--submissions needs a schema: give it with -s FILE
		--reference a=b|--reference needs a schema: give it with -s FILE
		-s two.json --infer|--infer makes a schema: leave -s out
		-s two.json --expected x.csv|--expected goes with --submissions FILE
		-s two.json --submissions x.csv|two.json: has no rule for submissions, which --submissions needs
		--max-keys 0|--max-keys takes a number from 1 to 9223372036854775807
		--delimiter #####|--delimiter takes comma, semicolon, tab, bar, auto, or one character that is no letter, digit or quote
		--encoding koi8-r|--encoding takes utf-8, windows-1252 or utf-16
		--encoding utf_8|--encoding takes utf-8, windows-1252 or utf-16; did you mean 'utf-8'?
		--skip-lines -1|--skip-lines takes a number from 0 to 1000
		--rejects -|--rejects, --report and --submissions need a file of their own: standard output is for the good records
	END
}

@test "missing values: one whose label is a symbol of the stream is kept apart as that symbol" {
	cat >labels.json <<-'END'
		{ "fields": [ { "name": "a", "type": "integer", "constraints": { "minimum": 1 } }, { "name": "b" } ],
		  "missingValues": [ "", { "value": "-9", "label": "[z]" }, { "value": "*", "label": "suppressed" },
		      { "value": "NA", "label": "unknown" } ] }
	END
	printf 'a,b\n-9,x\n*,-9\nNA,x\n1,[z]\n[c],x\n' >in.csv
	run --separate-stderr validate -s labels.json in.csv
	assert_failure 1
	assert_output $'a,b\n[z],x\n*,[z]\n,x\n1,[z]'
	[[ $stderr == *"in.csv:6:1: error E201: a is not a whole number"* ]]
	validate -q -s labels.json -o once.csv in.csv || [ $? -eq 1 ]
	run --separate-stderr validate -s labels.json once.csv
	assert_success
	assert_equal "$stderr" ""
	assert_output "$(cat once.csv)"
}
