#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# validate: records against a schema; good ones go on, bad ones to the rejects.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >small.json <<-'END'
		{ "fields": [
		    { "name": "id", "constraints": { "pattern": "[A-Z][0-9]+" } },
		    { "name": "day", "type": "date", "mhsw": { "source": "Datum" } },
		    { "name": "score", "type": "integer", "missingValues": ["", "-9"],
		      "constraints": { "minimum": 1, "maximum": 5 } },
		    { "name": "note" } ],
		  "missingValues": ["", "NA"],
		  "primaryKey": "id" }
	END
	cat >one.json <<-'END'
		{ "fields": [ { "name": "a", "type": "integer" } ] }
	END
}

# A schema of one field v: field TYPE [CONSTRAINTS AND OTHER MEMBERS]
field() {
	printf '{"fields":[{"name":"v","type":"%s"%s}]}\n' "$1" "${2:+,$2}" >field.json
}

# The codes that the values, one a line, earn under field.json
codes() {
	printf 'v\n' >in.csv
	printf '%s\n' "$@" >>in.csv
	run --separate-stderr bash -c \
		'validate -s field.json --format csv in.csv 2>&1 >out.csv | tail -n +2 | grep -v ^W | cut -d, -f1,3 | tr "\n" " "'
}

# small.json over the bytes that printf makes of the argument
small() {
	# shellcheck disable=SC2059
	printf "$1" >in.csv
	run --separate-stderr validate -s small.json --rejects bad.csv in.csv
}

@test "validate: help shows examples first and the usage of the manual" {
	run validate --help
	assert_success
	assert_line --index 1 --partial "validate feedback.csv"
	assert_line --partial "usage: validate [-s FILE] [--rejects FILE]"
	assert_output --partial "a digest and about 15 bytes more"
}

@test "validate: a published symbol that stands for no figure is never merged with empty" {
	echo '{"fields":[{"name":"a","type":"integer"},{"name":"b"}],"missingValues":["","*","[c]","NA"]}' >symbols.json
	printf 'a,b\n*,x\n[c],x\nNA,x\n,x\n' >in.csv
	run validate -q -s symbols.json in.csv
	assert_success
	assert_output "$(printf 'a,b\n*,x\n[c],x\n,x\n,x')"
}

@test "validate: the manual has no faults, the same usage and every code" {
	command -v mandoc >/dev/null || skip "no mandoc here"
	run mandoc -Tlint -Wwarning "$ROOT/filters/validate/validate.1"
	assert_success
	assert_output ""
	usage=$(usage_of validate)
	synopsis=$(mandoc -Tutf8 "$ROOT/filters/validate/validate.1" | col -b | sed -n '/^SYNOPSIS/,/^DESCRIPTION/p' |
		sed '1d;$d' | tr -s ' \n\t' ' ')
	assert_equal "$(sed 's/^ //; s/ $//' <<<"$synopsis")" "$usage"
	for code in $(grep -o '"[EW][0-9][0-9][0-9]"' "$ROOT/filters/validate/finding/finding_texts.c" | tr -d '"'); do
		grep -q "^\.It $code$" "$ROOT/filters/validate/validate.1"
		validate --explain "$code" | grep -q '^fix: '
	done
}

@test "validate: an unknown option is exit 2 and names the nearest" {
	run validate --rejcts x
	assert_failure 2
	assert_output --partial "did you mean '--rejects'?"
}

@test "validate: options that make no sense are exit 2" {
	echo a >in.csv
	run validate --format xml in.csv
	assert_failure 2
	run validate --max-errors 0 in.csv
	assert_failure 2
	run validate --rejects - in.csv
	assert_failure 2
	assert_output --partial "standard output is for the good records"
}

@test "validate: --explain says what a code means, and the nearest to an unknown one" {
	run validate --explain E206
	assert_success
	assert_output --partial "E206: the value is a spreadsheet's day number"
	assert_output --partial "fix: "
	run validate --explain E20
	assert_failure 2
	assert_output --partial "unknown code 'E20'"
}

@test "validate: a missing column is exit 2 with the schema's name and the nearest" {
	small 'id,Datumm,score,note\nA1,2024-01-01,1,x\n'
	assert_failure 2
	assert_equal "$output" ""
	assert_equal "$stderr" "validate: in.csv:1: no column 'Datum', which the schema has as field 2; did you mean 'Datumm'?"
	assert [ ! -e bad.csv ]
}

@test "validate: a file without a header does not show its first record" {
	small 'A1,2024-01-01,4,she wept\n'
	assert_failure 2
	refute [ "${stderr/wept/}" != "$stderr" ]
	refute [ "${stderr/2024/}" != "$stderr" ]
}

@test "validate: a column too many and another order are exit 2" {
	small 'id,Datum,score,note,more\nA1,2024-01-01,1,x,y\n'
	assert_failure 2
	assert_equal "$stderr" "validate: in.csv:1: column 5 is not in the schema, which has 4 fields; drop it, or add a field"
	small 'id,score,Datum,note\nA1,1,2024-01-01,x\n'
	assert_failure 2
	assert_equal "$stderr" "validate: in.csv:1: the columns are in another order than the schema's fields: column 2 should be 'Datum'"
}

@test "validate: empty input gives empty output, header alone gives the header" {
	small ''
	assert_success
	assert_equal "$output" ""
	assert [ ! -s bad.csv ]
	small 'id,Datum,score,note\n'
	assert_success
	assert_equal "$output" "id,day,score,note"
	assert_equal "$(cat bad.csv)" "id,Datum,score,note"
	run --separate-stderr validate </dev/null
	assert_success
	assert_output ""
	[[ $stderr == *"-: warning W116: the file is empty"* ]]
}

@test "validate: a column is renamed by its source, and its own name is taken too" {
	small 'id,Datum,score,note\nA1,2024-01-01,1,x\n'
	assert_success
	assert_equal "${lines[0]}" "id,day,score,note"
	validate -s small.json in.csv >once.csv
	validate -s small.json once.csv >twice.csv
	cmp once.csv twice.csv
}

@test "validate: CRLF, BOM and quoted line breaks leave in canonical form" {
	small '\xef\xbb\xbfid,Datum,"score",note\r\n"A1","2024-01-01",1,"a\r\nb, c\nd"\r\nA2,2024-01-02,2,"no need"\r\nA3,2024-01-03,"","a\nb"\r\n'
	assert_success
	assert_equal "$output" $'id,day,score,note\nA1,2024-01-01,1,"a b, c d"\nA2,2024-01-02,2,no need\nA3,2024-01-03,,a b'
	assert_equal "$stderr" "in.csv: warning W101: the byte-order mark was taken off: 1 time
in.csv: warning W103: line ends became line feeds: 4 times
in.csv:2:1: warning W108: line breaks inside fields became blanks: 3 times
in.csv:2:1: warning W109: needless quotes were taken off: 5 times (id 1, day 1, score 1, note 2)
in.csv: 3 records, 3 good, 0 rejected; 0 errors, 7 warnings"
	validate -s small.json --run-record run.json in.csv >out.csv
	grep -q '"folded": 3' run.json
}

@test "validate: a lone empty field leaves as two quotes" {
	printf 'a\n""\n\n7\n' >in.csv
	run validate in.csv
	assert_success
	assert_output $'a\n""\n""\n7'
	run validate -s one.json in.csv
	assert_output $'a\n""\n""\n7'
}

@test "validate: missing values become empty, the field's list over the table's" {
	small 'id,Datum,score,note\nA1,NA,-9,NA\nA2,2024-01-01,,-9\nA3,2024-01-01,NA,x\n'
	assert_failure 1
	assert_equal "$output" $'id,day,score,note\nA1,,,\nA2,2024-01-01,,-9'
	assert_equal "$(cat bad.csv)" $'id,Datum,score,note\nA3,2024-01-01,NA,x'
	assert_equal "${stderr_lines[0]}" "in.csv:4:15: error E201: score is not a whole number (record 3)"
}

@test "validate: rejects are the input's bytes, header and line ends too" {
	small '\xef\xbb\xbf"id",Datum,score,note\r\nA1,2024-01-01,9,"a\nb"\r\nA2,2024-01-01,1,x\nA3,nonsense,1,"a ""b"""\nA4,2024-01-01,1,y,z\r\n\nA5,2024-13-01,1,end'
	assert_failure 1
	# shellcheck disable=SC2016
	printf '\xef\xbb\xbf"id",Datum,score,note\r\nA1,2024-01-01,9,"a\nb"\r\nA3,nonsense,1,"a ""b"""\nA4,2024-01-01,1,y,z\r\n\nA5,2024-13-01,1,end' | cmp - bad.csv
	assert_equal "$output" $'id,day,score,note\nA2,2024-01-01,1,x'
	assert_equal "$(stat -c %a bad.csv)" 600
}

@test "validate: malformed records are findings with codes, and the run goes on" {
	printf 'a,b\n1,x"y\n2,"x"y\n3,x\ry\n4,x\0y\n5,\xff\n6,7,8\n9\n\na,b\n10,good\n11,"open\n12,rest\n' >in.csv
	run --separate-stderr validate --format csv --report found.csv --rejects bad.csv in.csv
	assert_failure 1
	assert_equal "$output" $'a,b\n10,good'
	assert_equal "$(cut -d, -f1,3,4,5 found.csv)" $'code,line,column,record\nE101,2,4,1\nE102,3,6,2\nE104,4,4,3\nE105,5,4,4\nE106,6,3,5\nE107,7,5,6\nE108,8,2,7\nE109,9,1,8\nE110,10,1,9\nE103,14,1,11'
	grep -q 'opened at line 12, column 4' found.csv
	printf 'a,b\n1,x"y\n2,"x"y\n3,x\ry\n4,x\0y\n5,\xff\n6,7,8\n9\n\na,b\n11,"open\n12,rest\n' | cmp - bad.csv
}

@test "validate: neither rejects, report nor run record take the place of the input" {
	printf 'id,Datum\n1,x\n' >in.csv
	cp in.csv kept.csv
	ln in.csv link.csv
	local option
	for option in rejects report run-record; do
		run validate --$option link.csv in.csv
		assert_failure 2
		assert_output "validate: link.csv: is the input, which would be lost; name another file"
		cmp in.csv kept.csv
	done
	# the output may: it is the input again
	validate -o in.csv in.csv
	cmp in.csv kept.csv
}

@test "validate: a file divided by something else than commas is told apart" {
	local divider name
	while read -r divider name; do
		[ "$divider" != tab ] || divider=$'\t'
		printf 'id%sDatum\n1%s2024-01-01\n' "$divider" "$divider" >other.csv
		run validate -s small.json other.csv
		assert_failure 2
		assert_output --partial "not commas: convert the file with validate --delimiter $name"
		run --separate-stderr validate other.csv
		assert_success
		assert_equal "$output" "$(cat other.csv)"
		[[ $stderr == *"other.csv: warning W115: the header is one column and holds another delimiter"* ]]
	done <<<"; semicolon
tab tab
| bar"
}

@test "validate: a spreadsheet, UTF-16 and a torn header are exit 2 with advice" {
	printf 'PK\x03\x04\x14\0\x06\0 and so on\n' >book.xlsx
	run validate -s small.json book.xlsx
	assert_failure 2
	assert_output "validate: book.xlsx: E113: the file is a spreadsheet's workbook, not CSV; open it and save the sheet as CSV UTF-8"
	run bash -c 'validate <book.xlsx'
	assert_failure 2
	assert_output --partial "spreadsheet"
	printf '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0' >book.xls
	run validate book.xls
	assert_failure 2
	assert_output "validate: book.xls: E113: the file is a spreadsheet's workbook, not CSV; open it and save the sheet as CSV UTF-8"
	printf 'a,b\n1,2\n' | gzip -n >packed.csv
	run validate packed.csv
	assert_failure 2
	assert_output --partial "E114: the file is compressed or no text at all; unpack it first"
	printf 'a\0,\0b\0\n\0' >utf16.csv
	run validate utf16.csv
	assert_failure 2
	assert_output "validate: utf16.csv: E115: the file looks like UTF-16 without a mark; say --encoding utf-16, or save it as CSV UTF-8"
	printf 'a,"b\n1,2\n' >torn.csv
	run validate torn.csv
	assert_failure 2
	printf 'a,b,a\n1,2,3\n' >twice.csv
	run validate twice.csv
	assert_failure 2
}

@test "validate: integers" {
	field integer '"constraints":{"minimum":-5,"maximum":"1000000000000000000000"}'
	codes 1 007 +3 -5 -6 1000000000000000000000 1000000000000000000001 ' 4 ' 1.0 1,0 x - 1E5 9.43E+09
	# 1,0 is a record of two fields
	assert_output "E303,6 E304,8 E201,10 E107,11 E201,12 E201,13 E207,14 E207,15 "
	# blanks around a number go, and are counted
	grep -qx 4 out.csv
	field integer '"constraints":{"enum":[1,2,"3"]}'
	codes 1 02 +3 4
	assert_output "E302,5 "
}

@test "validate: numbers" {
	field number '"constraints":{"minimum":0.5,"maximum":"12345678901234567890.25"}'
	codes 0.5 0.49 12345678901234567890.250 12345678901234567890.251 1. .5 1e5 NaN 5% 1.50
	assert_output "E303,3 E304,5 E303,9 E304,9 E202,10 "
	field number '"constraints":{"enum":[1.5,2]}'
	codes 1.50 2.0 2.01
	assert_output "E302,4 "
}

@test "validate: booleans" {
	field boolean
	codes true False 1 0 yes TRUE tRUE
	assert_output "E203,6 E203,8 "
	field boolean '"trueValues":["yes"],"falseValues":["no"],"constraints":{"enum":[true]}'
	codes yes no true
	assert_output "E302,3 E203,4 "
}

@test "validate: dates" {
	field date '"constraints":{"minimum":"2000-01-01","maximum":"2030-12-31"}'
	codes 2024-02-29 2023-02-29 2024-13-01 1999-12-31 2031-01-01 45123 01/02/2024 1.2.24 2024-1-1 soon 0000-01-01
	assert_output "E209,3 E209,4 E303,5 E304,6 E206,7 E208,8 E208,9 E204,10 E204,11 E209,12 "
}

@test "validate: months" {
	field yearmonth '"constraints":{"minimum":"2024-01"}'
	codes 2024-01 2024-12 2023-12 2024-13 2024-1 2024-01-01
	assert_output "E303,4 E209,5 E205,6 E205,7 "
}

@test "validate: strings: lengths count characters, patterns the whole value" {
	field string '"constraints":{"minLength":2,"maxLength":3}'
	codes éé ééé éééé é ab
	assert_output "E307,4 E306,5 "
	field string '"constraints":{"pattern":"a|ab"}'
	codes a ab abc ba
	assert_output "E305,4 E305,5 "
	field string '"constraints":{"pattern":"P[0-9]{3}"}'
	codes P123 P12 P1234 p123 9.43E+09
	assert_output "E305,3 E305,4 E305,5 E207,6 "
	field string '"constraints":{"pattern":"(a+)+b"}'
	codes "$(printf 'a%.0s' {1..60})"
	assert_output --regexp "^E30[58],2 $"
}

@test "validate: required, enumeration and their missing values" {
	field string '"missingValues":["","none"],"constraints":{"required":true,"enum":["x","y z"]}'
	codes x 'y z' none Y '"y z"' '""'
	assert_output "E301,4 E302,5 E301,7 "
	field string '"missingValues":[],"constraints":{"required":true}'
	codes x '""'
	assert_output ""
}

@test "validate: unique and primary keys name the line of the first" {
	field string '"constraints":{"unique":true}'
	codes a b '""' '""' a '"b"' c
	assert_output "E401,6 E401,7 "
	run --separate-stderr validate -s field.json in.csv
	assert_equal "${stderr_lines[0]}" "in.csv:6:1: error E401: v repeats a value that has to be unique, first at line 2 (record 5)"
	field integer '"constraints":{"unique":true}'
	codes 1 2 01 +2 3
	assert_output "E401,4 E401,5 "
	printf '{"fields":[{"name":"a"},{"name":"b","type":"integer"}],"primaryKey":["a","b"]}' >two.json
	printf 'a,b\nx,1\nx,2\ny,1\nx,01\n,1\nx1,\n' >in.csv
	run --separate-stderr validate -s two.json --format csv in.csv
	assert_failure 1
	assert_equal "$(cut -d, -f1,3,6 <<<"$stderr" | tail -n +2 | grep -v ^W | tr '\n' ' ')" "E402,5,a E301,6,a E301,7,b "
	# a rejected record's key counts, and long keys are told apart
	small "id,Datum,score,note\nA1,bad,1,x\nA1,2024-01-01,1,x\n"
	assert_failure 1
	assert_equal "${#lines[@]}" 1
	field string '"constraints":{"unique":true}'
	long=$(printf 'x%.0s' {1..200})
	codes "${long}1" "${long}2" "${long}1"
	assert_output "E401,4 "
}

@test "validate: no report holds a value unless it is asked for" {
	printf 'id,Datum,score,note\nSECRET,2024-01-01,7777,x\nA1,SECRET,x"SECRET,x\n' >in.csv
	for format in text csv json jsonl; do
		run --separate-stderr validate -s small.json --format "$format" in.csv
		assert_failure 1
		refute [ "${stderr/SECRET/}" != "$stderr" ]
		refute [ "${stderr/7777/}" != "$stderr" ]
		run --separate-stderr validate -s small.json --format "$format" --show-values in.csv
		assert [ "${stderr/7777/}" != "$stderr" ]
	done
}

@test "validate: a text report is grouped and capped, counts all, and ends in the summary" {
	{
		echo a
		for i in {1..150}; do printf 'x%s\n1\n' "$i"; done
	} >in.csv
	run --separate-stderr validate -s one.json in.csv
	assert_failure 1
	assert_equal "$(grep -c ': error E201: ' <<<"$stderr")" 100
	assert_equal "${stderr_lines[100]}" "  and 50 more of this kind"
	assert_equal "${stderr_lines[101]}" "  rule: type integer"
	assert_equal "${stderr_lines[102]}" "  fix: write digits only, with a minus in front where needed"
	assert_equal "${stderr_lines[103]}" "in.csv: 300 records, 150 good, 150 rejected; 150 errors, 0 warnings"
	# two kinds share the room
	printf 'a,b\n' >two.csv
	for i in {1..10}; do printf '1\n1,2,3\n'; done >>two.csv
	run --separate-stderr validate --max-errors 6 two.csv
	assert_equal "$(grep -c ': error E107: ' <<<"$stderr")" 3
	assert_equal "$(grep -c ': error E108: ' <<<"$stderr")" 3
}

@test "validate: json and jsonl reports are whole and read as JSON" {
	command -v jq >/dev/null || command -v python3 >/dev/null || skip "nothing here reads JSON"
	read_json() { if command -v jq >/dev/null; then jq -c .; else python3 -c 'import json,sys
for line in (sys.stdin.read(),) if len(sys.argv) > 1 else sys.stdin: print(json.dumps(json.loads(line)))' "$@"; fi; }
	for input in 'id,Datum,score,note\nA1,2024-01-01,9,x"y\n"A""2",2024-01-01,9,x\n' 'id,Datum,score,note\nA1,2024-01-01,1,x\n'; do
		# shellcheck disable=SC2059
		printf "$input" >'odd "name".csv'
		validate -s small.json --format json --report found.json --show-values 'odd "name".csv' >out.csv || [ $? -eq 1 ]
		read_json whole <found.json
		validate -s small.json --format jsonl --report found.jsonl 'odd "name".csv' >out.csv || [ $? -eq 1 ]
		read_json <found.jsonl
		grep -q '"summary"' found.json
		tail -n 1 found.jsonl | grep -q '"summary"'
	done
	assert_equal "$(stat -c %a found.json)" 600
}

@test "validate: the run record adds up and counts each kind" {
	run validate -s small.json --run-record run.json "$SAMPLES/feedback.csv"
	assert_failure 2
	run validate -s "$SCHEMAS/feedback/table.json" --run-record run.json "$SAMPLES/feedback.csv"
	assert_failure 1
	grep -q '"in": 501' run.json
	grep -q '"used": 476' run.json
	grep -q '"rejected": 25' run.json
	grep -q '"E304 respected": 1' run.json
	grep -q '"file": "table.json"' run.json
}

@test "validate: every fault of the sample is found at its line" {
	run --separate-stderr validate -s "$SCHEMAS/feedback/table.json" --format csv --rejects bad.csv "$SAMPLES/feedback.csv"
	assert_failure 1
	assert_equal "$(tail -n +2 <<<"$stderr" | grep -v ^W | cut -d, -f1,3,5,6 | sort -t, -k2n | tr '\n' ' ')" \
		"E201,12,11,listened E304,32,31,respected E302,52,51,respondent E301,72,71,date E402,92,91,record_id E307,112,111,comment E306,132,131,team E305,155,151,organisation E209,175,171,date E208,197,191,date E201,217,211,trusted E303,237,231,informed E303,257,251,date E204,277,271,date E206,297,291,date E207,317,311,involved E108,337,331, E107,357,351, E101,377,371, E102,397,391, E105,417,411, E106,437,431, E104,457,451, E109,481,471, E110,502,492, "
	run --separate-stderr validate -s "$SCHEMAS/feedback/table.json" "$SAMPLES/feedback-clean.csv"
	assert_success
	refute [ "${stderr/: error /}" != "$stderr" ]
	run --separate-stderr validate -q -s "$SCHEMAS/feedback/table.json" "$SAMPLES/feedback-clean.csv"
	assert_equal "$stderr" ""
	run --separate-stderr validate -s "$SCHEMAS/feedback/table.json" "$SAMPLES/feedback-unclosed.csv"
	assert_failure 1
	[[ $stderr == *"E103"*"opened at line 50"* ]]
}

@test "validate: what left once leaves again unchanged, without a finding" {
	validate -s "$SCHEMAS/feedback/table.json" "$SAMPLES/feedback.csv" >once.csv 2>/dev/null || [ $? -eq 1 ]
	run --separate-stderr validate -s "$SCHEMAS/feedback/table.json" -o twice.csv once.csv
	assert_success
	assert_equal "$stderr" ""
	cmp once.csv twice.csv
}

@test "validate: good and rejected records are together all records" {
	validate -s "$SCHEMAS/feedback/table.json" --rejects bad.csv "$SAMPLES/feedback.csv" >good.csv 2>/dev/null || [ $? -eq 1 ]
	assert_equal "$(wc -l <good.csv)" 477
	# every rejected line stands in the input
	run grep -avxFf "$SAMPLES/feedback.csv" bad.csv
	assert_output ""
}

@test "validate: running twice gives the same, in any locale" {
	for locale in C C.UTF-8; do
		LC_ALL=$locale validate -s "$SCHEMAS/feedback/table.json" --rejects bad.csv --report "why-$locale" "$SAMPLES/feedback.csv" >"good-$locale" || [ $? -eq 1 ]
		mv bad.csv "bad-$locale"
	done
	LC_ALL=C validate -s "$SCHEMAS/feedback/table.json" --rejects bad.csv --report why-again "$SAMPLES/feedback.csv" >good-again || [ $? -eq 1 ]
	mv bad.csv bad-again
	for part in good bad why; do
		cmp "$part-C" "$part-C.UTF-8"
		cmp "$part-C" "$part-again"
	done
}

@test "validate: partitions: --header and --no-header" {
	printf 'id,Datum,score,note\n' >names.csv
	printf 'A1,2024-01-01,1,x\nA2,bad,1,x\n' >part.csv
	run --separate-stderr validate -s small.json --header names.csv --no-header --rejects bad.csv part.csv
	assert_failure 1
	assert_equal "$output" "A1,2024-01-01,1,x"
	assert_equal "$(cat bad.csv)" "A2,bad,1,x"
	run --separate-stderr validate -s small.json --header names.csv --rejects bad.csv part.csv
	assert_equal "${lines[0]}" "id,day,score,note"
	assert_equal "$(head -n 1 bad.csv)" "id,Datum,score,note"
}

@test "validate: a full disk is exit 2 and no side file appears" {
	[ -e /dev/full ] || skip "no /dev/full here"
	run bash -c 'validate -s "$1" --rejects bad.csv --report why.txt "$2" >/dev/full' - "$SCHEMAS/feedback/table.json" "$SAMPLES/feedback.csv"
	assert_failure 2
	assert [ ! -e bad.csv ]
	assert [ ! -e why.txt ]
	run bash -c 'validate -s "$1" --rejects /dev/full -o good.csv "$2"' - "$SCHEMAS/feedback/table.json" "$SAMPLES/feedback.csv"
	assert_failure 2
	assert [ ! -e good.csv ]
	run bash -c 'validate -s "$1" --report /dev/full -o good.csv "$2"' - "$SCHEMAS/feedback/table.json" "$SAMPLES/feedback.csv"
	assert_failure 2
	assert [ ! -e good.csv ]
}

@test "validate: a closed pipe ends it quietly and leaves no side file" {
	{
		echo a
		seq 1 300000
	} >many.csv
	run closed_pipe validate -s one.json --rejects bad.csv many.csv
	assert_output 141
	run find . -type f ! -name '*.json'
	assert_output ./many.csv
}

@test "validate: --check-config reads the schema alone" {
	run validate -s small.json --check-config
	assert_success
	run validate -s "$SCHEMAS/feedback-nottshc/table.json" --check-config
	assert_success
	run validate -s nowhere.json --check-config
	assert_failure 2
}

# schema TEXT MESSAGE: the schema is refused with this message
refused() {
	printf '%s\n' "$1" >bad.json
	run validate -s bad.json --check-config
	assert_failure 2
	assert_output "validate: bad.json: $2"
}

@test "validate: a schema's faults are named by their pointer" {
	refused '{"fields":[{"name":"a","typ":"date"}]}' "at /fields/0/typ: unknown key, did you mean 'type'?"
	refused '{"fields":[]}' "at /fields: an array with at least one field is expected"
	refused '{"fields":[{"name":"a"},{"name":"a"}]}' "at /fields/1/name: two fields have this name"
	refused '{"fields":[{"name":"a","mhsw":{"source":"x"}},{"name":"x"}]}' "at /fields/1: two fields have this source"
	refused '{"fields":[{"name":"a","type":"integr"}]}' "at /fields/0/type: is not known here, did you mean 'integer'?"
	refused '{"fields":[{"name":"a","type":"object"}]}' "at /fields/0/type: type 'object' is not supported: a CSV file is flat"
	refused '{"fields":[{"name":"a","type":"geopoint"}]}' "at /fields/0/type: type 'geopoint' is not supported: a CSV file is flat"
	refused '{"fields":[{"name":"a","constraints":{"minimum":1}}]}' "at /fields/0/constraints/minimum: a field of type string has no such constraint"
	refused '{"fields":[{"name":"a","type":"integer","constraints":{"pattern":"1"}}]}' "at /fields/0/constraints/pattern: a field of type integer has no such constraint"
	refused '{"fields":[{"name":"a","type":"integer","constraints":{"minimum":2,"maximum":1}}]}' "at /fields/0/constraints/minimum: is larger than the maximum"
	refused '{"fields":[{"name":"a","type":"integer","constraints":{"maximum":1.5}}]}' "at /fields/0/constraints/maximum: a whole number is expected, not a number with decimals"
	refused '{"fields":[{"name":"a","type":"date","constraints":{"minimum":"2024-02-30"}}]}' "at /fields/0/constraints/minimum: a value of type date is expected"
	refused '{"fields":[{"name":"a","constraints":{"exclusiveMinimum":1}}]}' "at /fields/0/constraints/exclusiveMinimum: a field of type string has no such constraint"
	refused '{"fields":[{"name":"a","constraints":{"enum":[]}}]}' "at /fields/0/constraints/enum: an array with at least one value is expected"
	refused '{"fields":[{"name":"a"}],"primaryKey":["unlike"]}' "at /primaryKey/0: no field has this name"
	refused '{"fields":[{"name":"record"}],"primaryKey":"recor"}' "at /primaryKey: no field has this name, did you mean 'record'?"
	refused '{"fields":[{"name":"a"}],"fieldsMatch":["subsets"]}' "at /fieldsMatch/0: is not known here, did you mean 'subset'?"
	refused '{"fields":[{"name":"a","missingValues":["x","x"]}]}' "at /fields/0/missingValues/1: stands twice in the list"
	printf '{"fields":[{"name":"a","constraints":{"pattern":"(a"}}]}' >bad.json
	run validate -s bad.json --check-config
	assert_failure 2
	assert_output --partial "at /fields/0/constraints/pattern: the pattern is wrong near byte"
	printf '{"fields":\n  [,]}' >bad.json
	run validate -s bad.json --check-config
	assert_failure 2
	assert_output --partial "bad.json:2:"
}

@test "validate: a long record and many columns do not break it" {
	{
		printf 'a,b\n1,"'
		head -c 3000000 /dev/zero | tr '\0' x
		printf '"\n2,ok\n'
	} >in.csv
	run bash -c 'validate -q in.csv | wc -c'
	assert_output 3000012
	{
		seq -s, 1 2000
		seq -s, 2 2001
	} >wide.csv
	run bash -c 'validate wide.csv | cmp - wide.csv'
	assert_success
	{
		printf 'a,b\n1,"'
		head -c 20000000 /dev/zero | tr '\0' x
	} >in.csv
	run --separate-stderr validate in.csv
	assert_failure 2
	[[ $stderr == *"still open after 16 MiB"* ]]
}

@test "validate: the real feedback passes its schema, counts reconciled" {
	need_data feedback-nottshc/tidy_trust_data_MH.csv
	validate -s "$SCHEMAS/feedback-nottshc/table.json" --run-record run.json --rejects bad.csv --report why.txt \
		"$SHARED_DATA/feedback-nottshc/tidy_trust_data_MH.csv" >good.csv
	grep -q '"in": 44086' run.json
	grep -q '"used": 44086' run.json
	assert_equal "$(wc -l <good.csv)" 44087
	assert_equal "$(head -n 1 good.csv)" "person_id,record_id,date,team,directorate,division,comment_type,comment,criticality,category,super_category"
	assert_equal "$(wc -l <bad.csv)" 1
}

@test "validate: the published CSV vectors are well formed" {
	need_data csv-spectrum/csvs
	for file in "$SHARED_DATA"/csv-spectrum/csvs/*.csv; do
		# upstream's file has quotes inside fields that are not quoted
		[ "$(basename "$file")" != location_coordinates.csv ] || continue
		validate --rejects bad.csv "$file" >once.csv
		validate once.csv | cmp - once.csv
	done
}

@test "validate: rejects never mix with the good records" {
	printf 'a,b\n1,2\n3\n' >in.csv
	for option in --rejects --report; do
		for file in - /dev/stdout; do
			run --separate-stderr validate "$option" "$file" in.csv
			assert_failure 2
			assert_output ""
			[[ $stderr == *"need a file of their own"* ]]
		done
	done
}

@test "validate: a file's name gives a terminal no orders" {
	printf 'a,b\n1\n' >$'x\033[2J.csv'
	run --separate-stderr validate $'x\033[2J.csv'
	assert_failure 1
	[[ $stderr == "x?[2J.csv:2:2: error E108"* ]]
	[[ $stderr != *$'\033'* ]]
}

@test "validate: a key compares booleans by what they mean" {
	echo '{"fields":[{"name":"a"},{"name":"b","type":"boolean"}],"primaryKey":["a","b"]}' >key.json
	printf 'a,b\n1,true\n1,1\n1,0\n2,TRUE\n1,False\n' >key.csv
	run --separate-stderr validate -s key.json key.csv
	assert_failure 1
	assert_output "$(printf 'a,b\n1,true\n1,0\n2,TRUE')"
}

@test "validate: a long code list holds all its values, and a schema of too many fields is refused" {
	{ printf '{"fields":[{"name":"n"},{"name":"c","constraints":{"enum":["'; seq -s '","' -f 'C%06.0f' 5000 -1 1; printf '"]}}]}'; } | tr -d '\n' >list.json
	{ echo n,c; for i in $(seq 1 5); do seq -f "$i,C%06.0f" 1 1000; done; echo 0,C005001; echo 0,C00001; } >list.csv
	run --separate-stderr validate -s list.json --rejects bad.csv list.csv
	assert_failure 1
	assert_equal "${#lines[@]}" 5001
	assert_equal "$(wc -l <bad.csv)" 3
	sed 's/"C\([0-9]*\)"/\1.50/g;s/"name":"c"/&,"type":"number"/' list.json | sed 's/\([[,]\)00*\([0-9]\)/\1\2/g' >numbers.json
	printf 'n,c\n1,1.5\n2,+04999.500\n3,2\n' >numbers.csv
	run --separate-stderr validate -s numbers.json numbers.csv
	assert_failure 1
	assert_output "$(printf 'n,c\n1,1.5\n2,+04999.500')"
	{ printf '{"fields":[{"name":"a"}'; seq -f ',{"name":"f%.0f"}' 100000; echo ']}'; } >wide.json
	run validate -s wide.json --check-config
	assert_failure 2
	assert_output --partial "at /fields: has more fields than a file may have columns (10000)"
}
