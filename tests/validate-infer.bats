#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# validate --infer: a starter schema that shows no more of a file than it may.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# A file of one column v with the values given, one a line.
column() {
	printf 'v\n' >in.csv
	printf '%s\n' "$@" >>in.csv
	validate --infer in.csv >out.json
}

# The value, so many times.
times() { # COUNT VALUE
	for ((i = 0; i < $1; i++)); do
		printf '%s\n' "$2"
	done
}

# The field of out.json on one line, without its name.
field_line() {
	sed -n '/"fields"/,/^\t\]/p' out.json | sed '1,3d; /^\t\t}$/d; /^\t\],$/d' | tr -d '\n\t'
}

# The schema takes the file that it was made from.
takes_its_file() { # [OPTION...]
	validate -q -s out.json "$@" in.csv >/dev/null
}

@test "infer: a schema as one would write it by hand" {
	{
		printf 'record_id,day,kind,score,comment\n'
		for i in 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29; do
			printf 'R%s,%s/03/2026,%s,%s,"a long comment that somebody wrote in a form, the number of which is %s"\n' \
				"$i" "$i" "$((i % 2))" "$((i * 5 - 50)).5" "$i"
		done
	} | sed 's/,0,/,carer,/; s/,1,/,family,/' >in.csv
	run --separate-stderr validate --infer in.csv
	assert_success
	[ -z "$stderr" ]
	assert_output - <<'END'
{
	"$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
	"name": "in",
	"description": "A first draft, made by validate --infer from 20 records. What it says is what one file happened to hold: go through it field by field, add titles, and take out what is only chance.",
	"fields": [
		{
			"name": "record_id",
			"type": "string",
			"constraints": { "required": true, "unique": true }
		},
		{
			"name": "day",
			"type": "date",
			"format": "%d/%m/%Y",
			"constraints": { "required": true }
		},
		{
			"name": "kind",
			"type": "string",
			"constraints": { "required": true, "enum": ["carer", "family"] }
		},
		{
			"name": "score",
			"type": "number",
			"constraints": { "required": true, "minimum": 0.5, "maximum": 95.5 }
		},
		{
			"name": "comment",
			"type": "string",
			"description": "Free text; may hold personal data.",
			"constraints": { "required": true },
			"mhsw": { "sensitive": true }
		}
	],
	"missingValues": [""]
}
END
	validate --infer in.csv >out.json
	validate -s out.json in.csv >/dev/null
}

@test "infer: an enumeration holds what was seen 10 times, and of the rest only the count" {
	mapfile -t values < <(times 100 red; times 100 blue; times 9 nearly; times 1 once)
	column "${values[@]}"
	run field_line
	assert_output '"type": "string","description": "2 rarer values, in 10 records, are not listed.","constraints": { "required": true, "enum": ["blue", "red"] },"mhsw": { "severity": { "enum": "warning" } }'
	run grep -c 'nearly\|once' out.json
	assert_output 0
	# they are told, and are no error
	run --separate-stderr validate -s out.json in.csv
	assert_success
	[[ $stderr == *"0 errors, 10 warnings"* ]]
}

@test "infer: values that are too many, too long or too seldom are not listed" {
	mapfile -t values < <(times 50 red; times 4 w; times 4 x)
	column "${values[@]}"
	run field_line
	assert_output '"type": "string","constraints": { "required": true }'
	mapfile -t values < <(for v in {a..z} {A..E}; do times 10 "$v"; done)
	column "${values[@]}"
	run field_line
	assert_output '"type": "string","constraints": { "required": true }'
	mapfile -t values < <(times 99 a; times 30 "$(printf 'x%.0s' {1..61})")
	column "${values[@]}"
	run field_line
	assert_output '"type": "string","constraints": { "required": true }'
}

@test "infer: fewer than ten numbers show neither the least nor the largest" {
	column 5 6 7 8 9 10 11 12 13
	run field_line
	assert_output '"type": "integer","constraints": { "required": true }'
	column 5 6 7 8 9 10 11 12 13 -0.5
	run field_line
	assert_output '"type": "number","constraints": { "required": true, "minimum": -0.5, "maximum": 13 }'
}

@test "infer: a bound with many decimals is a text, so that it stays exact" {
	column 0.1234567891 1 2 3 4 5 6 7 8 123456789012.5
	run field_line
	assert_output --partial '"minimum": "0.1234567891", "maximum": "123456789012.5"'
	takes_its_file
}

@test "infer: codes are texts, whatever their digits" {
	column 000835 1 2 3
	run field_line
	assert_output '"type": "string","constraints": { "required": true }'
	column 1234567890123456
	run field_line
	assert_output '"type": "string","constraints": { "required": true }'
	column 1E5 9.43E+09
	run field_line
	assert_output '"type": "string","constraints": { "required": true }'
}

@test "infer: true and false are booleans, 0 and 1 are numbers, yes and no are texts" {
	column TRUE false
	run field_line
	assert_output '"type": "boolean","constraints": { "required": true }'
	takes_its_file
	column 0 1
	run field_line
	assert_output --partial '"type": "integer"'
	column yes no
	run field_line
	assert_output --partial '"type": "string"'
}

@test "infer: every form of days and times that is guessed is one that validate reads" {
	while IFS='|' read -r type format value; do
		column "$value" "$value" "$value" "$value" "$value" "$value" "$value" "$value" "$value" "$value"
		run field_line
		if [ -n "$format" ]; then
			assert_output --partial "\"type\": \"$type\",\"format\": \"$format\""
		else
			assert_output "\"type\": \"$type\",\"constraints\": { \"required\": true }"
		fi
		takes_its_file
	done <<-'END'
		date||2026-03-14
		date|%d/%m/%Y|14/03/2026
		date|%d/%m/%Y|14/3/2026
		date|%m/%d/%Y|03/14/2026
		date|%d/%m/%y|14/03/26
		date|%m/%d/%y|03/14/26
		date|%d-%m-%Y|14-03-2026
		date|%m-%d-%Y|03-14-2026
		date|%d-%m-%y|14-03-26
		date|%m-%d-%y|03-14-26
		date|%d.%m.%Y|14.03.2026
		date|%d.%m.%y|14.03.26
		date|%d %b %Y|14 Mar 2026
		date|%d %B %Y|14 March 2026
		date|%d-%b-%Y|14-Mar-2026
		date|%d-%b-%y|14-Mar-26
		date|%Y/%m/%d|2026/03/14
		date|%Y%m%d|20260314
		datetime||2026-03-14T09:05:00
		datetime||2026-03-14T09:05:00Z
		datetime|%Y-%m-%d %H:%M:%S|2026-03-14 09:05:00
		datetime|%Y-%m-%d %H:%M|2026-03-14 09:05
		datetime|%Y-%m-%dT%H:%M|2026-03-14T09:05
		datetime|%d/%m/%Y %H:%M|14/03/2026 09:05
		datetime|%d/%m/%Y %H:%M:%S|14/03/2026 09:05:00
		datetime|%m/%d/%Y %H:%M|03/14/2026 09:05
		datetime|%m/%d/%Y %H:%M:%S|03/14/2026 09:05:00
		time||09:05:00
		time|%H:%M|09:05
		yearmonth||2026-03
	END
}

@test "infer: days that may be read in two ways are read as British ones, and it says so" {
	column 01/02/2026 03/04/2026
	run field_line
	assert_output --partial '"format": "%d/%m/%Y"'
	assert_output --partial 'No day after the 12th was seen'
	column 01/02/2026 13/04/2026
	run field_line
	assert_output --partial '"format": "%d/%m/%Y"'
	refute_output --partial 'No day after'
	column 14/02/2026 02/14/2026
	run field_line
	assert_output --partial '"type": "string","description": "All are dates, but some have the day before the month'
}

@test "infer: one value of a hundred may be at fault, and then it is a finding" {
	mapfile -t values < <(times 99 3; times 1 seven)
	column "${values[@]}"
	run field_line
	assert_output '"type": "integer","description": "1 value is not of this type.","constraints": { "required": true, "minimum": 3, "maximum": 3 }'
	run validate -q -s out.json in.csv
	assert_failure 1
	assert_output --partial E201
}

@test "infer: well-known symbols are missing values, the published ones with their label" {
	column 1 '*' '[c]' NULL N/A - '""' 2 -9
	run field_line
	assert_output '"type": "integer","missingValues": ["", "-", "N/A", "NULL", { "value": "*", "label": "suppressed" }, { "value": "[c]", "label": "confidential" }]'
	takes_its_file
}

@test "infer: -9 is a number, but the schema says what it may stand for" {
	column 1 2 3 4 5 1 2 3 4 -9
	run field_line
	assert_output --partial '"minimum": -9'
	assert_output --partial 'belongs into missingValues'
}

@test "infer: of a column about people nothing is shown" {
	{
		printf 'NHS Number,surname,Date of birth,kind\n'
		for i in {10..29}; do
			printf '94347659%s,Smith,2001-02-%s,a\n' "$i" "$i"
		done
	} >in.csv
	validate --infer in.csv >out.json
	run grep -c '9434765\|Smith\|2001' out.json
	assert_output 0
	run grep -c '"sensitive": true' out.json
	assert_output 3
	run grep -c 'minimum\|unique' out.json
	assert_output 0
	takes_its_file
}

@test "infer: means with all the decimals that statistics programs write are numbers" {
	mapfile -t values < <(for i in {10..29}; do echo "7.1410763572309$i"; done)
	column "${values[@]}"
	run field_line
	assert_output '"type": "number","constraints": {"required": true,"minimum": "7.141076357230910","maximum": "7.141076357230929"}'
	takes_its_file
	# without a point they are names
	mapfile -t values < <(for i in {10..29}; do echo "71410763572309$i"; done)
	column "${values[@]}"
	run field_line
	assert_output --partial '"type": "string"'
}

@test "infer: whole numbers as long as an identifier have no bounds: they would be somebody's" {
	mapfile -t values < <(for i in {10..29}; do echo "94347659$i"; done)
	column "${values[@]}"
	run field_line
	assert_output '"type": "integer","constraints": { "required": true }'
	takes_its_file
	# populations are counts, and begin with few digits somewhere
	mapfile -t values < <(for i in {10..29}; do echo "${i}000"; done; echo 56000000)
	column "${values[@]}"
	run field_line
	assert_output --partial '"maximum": 56000000'
}

@test "infer: names of columns that JSON has to escape" {
	printf '"a ""b"" \\c",tab\there,é\n1,2,3\n' >in.csv
	validate --infer in.csv >out.json
	run grep '"name"' out.json
	assert_line --partial '"a \"b\" \\c"'
	assert_line --partial '"tab\u0009here"'
	assert_line --partial '"é"'
	takes_its_file
}

@test "infer: a header alone makes texts that nothing is said about" {
	printf 'a,b\n' >in.csv
	validate --infer in.csv >out.json
	run grep -c '"type": "string"' out.json
	assert_output 2
	run grep -c 'constraints' out.json
	assert_output 0
	run grep -c 'No value was seen.' out.json
	assert_output 2
	takes_its_file
}

@test "infer: an empty file has no fields to describe" {
	: >in.csv
	run --separate-stderr validate --infer in.csv
	assert_failure 2
	assert_equal "$stderr" "validate: in.csv: is empty: without a header there are no fields to describe"
}

@test "infer: records that are not well formed are counted and passed over" {
	printf 'a,b\n1,2\nx\n3,4,5\na,b\n6,7\n' >in.csv
	run --separate-stderr validate --infer --run-record run.json -o out.json in.csv
	assert_failure 1
	assert_equal "$stderr" "validate: warning: 3 records are not well formed or are the header again, and are passed over; validate without --infer shows where"
	run grep -c '"type": "integer"' out.json
	assert_output 2
	run cat run.json
	assert_output --partial '"in": 5'
	assert_output --partial '"used": 2'
	assert_output --partial '"rejected": 3'
}

@test "infer: several files of one kind make one schema; another kind is refused" {
	printf 'a,b\n1,x\n' >one.csv
	printf 'a,b\n2.5,\n' >two.csv
	printf 'a,c\n1,x\n' >three.csv
	validate --infer one.csv two.csv >out.json
	run cat out.json
	assert_output --partial 'from 2 records'
	assert_output --partial '"name": "one"'
	assert_output --partial '"type": "number"'
	run --separate-stderr validate --infer one.csv three.csv
	assert_failure 2
	assert_equal "$stderr" "validate: three.csv:1: column 2 is not that of the first file; a schema is drawn from files of one kind"
	assert_output ""
}

@test "infer: a file that is divided by something else" {
	printf 'a;b\n1;"x;y"\n2;z\n' >in.csv
	validate --infer --delimiter ';' in.csv >out.json
	run grep -c '"name": "[ab]"' out.json
	assert_output 2
	takes_its_file --delimiter ';'
}

@test "infer: a schema beside --infer is a mistake" {
	printf 'a\n1\n' >in.csv
	validate --infer in.csv >out.json
	run validate --infer -s out.json in.csv
	assert_failure 2
}

@test "infer: the clean sample's schema finds nothing in it but what is rare" {
	cp "$SAMPLES/feedback-clean.csv" in.csv
	validate --infer in.csv >out.json
	run validate -q -s out.json --format csv in.csv
	assert_output --partial 'E302'
	refute_output --regexp 'E(1|2|4|5|6)[0-9][0-9]'
}

@test "infer: more different values than are kept, and a wide file" {
	awk 'BEGIN { print "id,kind"; for (i = 0; i < 30000; i++) print "R" i "," i % 2000 }' >in.csv
	validate --infer in.csv >out.json
	run cat out.json
	assert_output --partial '"unique": true'
	refute_output --partial '"enum"'
	assert_output --partial '"maximum": 1999'
	awk 'BEGIN { for (i = 0; i < 5000; i++) printf "%sc%d", i ? "," : "", i; print "";
		for (r = 0; r < 50; r++) { for (i = 0; i < 5000; i++) printf "%s%s", i ? "," : "", "v" r * i; print "" } }' >in.csv
	validate --infer in.csv >out.json
	takes_its_file
}

@test "infer: the published waiting times, four months in one" {
	need_data mhsds-4ww
	validate --infer "$SHARED_DATA"/mhsds-4ww/*.csv >out.json
	run cat out.json
	assert_output --partial 'from 78246 records'
	assert_output --partial '"missingValues": ["", { "value": "*", "label": "suppressed" }]'
	run validate -q -s out.json -o all.csv "$SHARED_DATA"/mhsds-4ww/*.csv
	assert_success
	run wc -l <all.csv
	assert_output 78247
}

@test "infer: of real comments nothing is shown but that they are text" {
	need_data feedback-fft/v6framework_230831.csv
	validate --infer "$SHARED_DATA/feedback-fft/v6framework_230831.csv" >out.json
	run grep -A 4 '"name": "FFT answer"' out.json
	assert_line --partial '"description": "Free text; may hold personal data."'
	assert_line --partial '"sensitive": true'
	# the file's dates are a mixture, which no schema mends
	run grep -A 3 '"name": "Date"' out.json
	assert_line --partial 'some have the day before the month and some the month before the day'
	run validate -q -s out.json --format csv -o good.csv "$SHARED_DATA/feedback-fft/v6framework_230831.csv"
	assert_success
	refute_output --regexp '^E[124567]|,error,'
	run wc -l <good.csv
	assert_output 7909
}

@test "infer: a file that another delimiter divides is exit 2, with the option that reads it" {
	printf 'a;b\n1;2\n' >in.csv
	run --separate-stderr validate --infer in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == "validate: in.csv:1: the header is divided by semicolons"*"--delimiter"* ]]
	validate --infer --delimiter auto in.csv >out.json
	grep -q '"name": "b"' out.json
}
