#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# validate: the faults that Frictionless, csvlint, the National Archives'
# csv-validator, qsv and csvclean find, one plain file for each of their checks, and
# what is found here.  None of them is needed.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# finds "THEIR NAME" FOUND BYTES [OPTION...]: what is found in the file that printf makes
# of the bytes, under the schema s.json where there is one: the codes, or of a file that
# cannot be checked words of the message.
finds() {
	local options=("${@:4}") codes
	[ ! -e s.json ] || options+=(-s s.json)
	# shellcheck disable=SC2059
	printf "$3" >in.csv
	run --separate-stderr validate "${options[@]}" --format csv in.csv
	if [ "$status" -eq 2 ]; then
		[[ $stderr == *"$2"* ]] && return
		echo "$1: not said: $2; said: $stderr"
		return 1
	fi
	codes=$(grep -oE '^[EW][0-9]+' <<<"$stderr" | sort -u | xargs || true)
	assert_equal "$1: $codes" "$1: $2"
}

# The schema: schema "FIELDS" [FURTHER MEMBERS]
schema() {
	printf '{ "fields": [%s]%s }\n' "$1" "${2:+, $2}" >s.json
}

# A schema of v, with these members, and w.
field() {
	schema "{ \"name\": \"v\", $1 }, { \"name\": \"w\" }"
}

# A schema of a and b, both text, whose records follow a rule.
rule() {
	schema '{ "name": "a" }, { "name": "b" }' "\"mhsw\": { \"rules\": [ { \"id\": \"r\", \"message\": \"is so\", $1 } ] }"
}

@test "peers: the header" {
	finds "blank-label, :empty_column_name" "column 2 has no name" 'a,,c\n1,2,3\n'
	finds "duplicate-label, :duplicate_column_name" "columns 1 and 3 have the same name" 'a,b,a\n1,2,3\n'
	finds "header that is not UTF-8" "not UTF-8" 'a,\xe4\n1,2\n'
	schema '{ "name": "a" }, { "name": "b" }'
	finds "extra-label, @totalColumns" "column 3 is not in the schema" 'a,b,c\n1,2,3\n'
	finds "missing-label, :malformed_header" "no column 'b'" 'a\n1\n'
	finds "incorrect-label" "no column 'b'" 'a,x\n1,2\n'
	finds "incorrect-label, the order" "another order" 'b,a\n1,2\n'
	finds ":title_row" "with --skip-lines" 'Returns of April,\na,b\n1,2\n'
	finds ":title_row, passed over" "W105" 'Returns of April,\na,b\n1,2\n' --skip-lines 1
	schema '{ "name": "a" }, { "name": "b" }' '"fieldsMatch": ["partial"]'
	finds "unmatched-header" "none of the columns is in the schema" 'x,y\n1,2\n'
}

@test "peers: the file" {
	finds "source-error, an empty file" "W116" ''
	finds "encoding-error, :invalid_encoding" "E106" 'a,b\n\xe4,2\n'
	finds "an encoding that can be told" "W102" '\xff\xfea\0,\0b\0\n\0'
	finds ":excel" "E113" 'PK\003\004\024\0\n'
	finds ":wrong_content_type" "E116" '<html>\n<p>Sign in</p>\n'
	finds "compression-error" "E114" '\x1f\x8b\010\0\n'
	finds ":check_options" "W115" 'a;b\n1;2\n'
	finds ":line_breaks" "W103" 'a,b\r\n1,2\n'
	finds ":nonrfc_line_breaks, its opposite" "" 'a,b\n1,2\n'
	finds ":stray_quote" "E101" 'a,b\n1,x"y\n'
	finds ":whitespace" "E101" 'a,b\n1, "x"\n'
	finds ":unclosed_quote" "E103" 'a,b\n1,"x\n'
	finds "extra-cell, :ragged_rows, :extra_column" "E107" 'a,b\n1,2,3\n'
	finds "missing-cell, :ragged_rows, :missing_column" "E108" 'a,b\n1\n'
	finds "blank-row, :blank_rows" "E109" 'a,b\n1,2\n\n3,4\n'
	finds "blank-row, all cells empty" "E109" 'a,b\n1,2\n,\n3,4\n'
	schema '{ "name": "a" }, { "name": "b" }' '"mhsw": { "limits": { "minRecords": 2, "maxRecords": 3 } }'
	finds "row-count, table-dimensions, @permitEmpty" "E601" 'a,b\n1,2\n'
	finds "table-dimensions" "E602" 'a,b\n1,2\n1,2\n1,2\n1,2\n'
	schema '{ "name": "a" }, { "name": "b", "mhsw": { "maxMissingPercent": 99 } }'
	finds "csvclean --empty-columns" "E603" 'a,b\n1,\n2,\n'
}

@test "peers: types" {
	local type code bad
	while read -r type code bad; do
		field "\"type\": \"$type\""
		finds "type-error, $type" "$code" "v,w\n$bad,1\n"
	done <<-'END'
		integer E201 1.5
		number E202 x
		boolean E203 maybe
		date E208 14/03/2026
		date E209 2026-02-30
		time E211 25:00:00
		datetime E210 2026-03-14T1
		year E212 26
		yearmonth E205 2026-3
		duration E213 1h
	END
	while read -r type code bad; do
		field "\"format\": \"$type\""
		finds "type-error, $type" "$code" "v,w\n$bad,1\n"
	done <<-'END'
		email E214 a@
		uri E215 x
		uuid E216 12
		binary E217 %%%%
	END
	field '"type": "list", "delimiter": ";", "itemType": "integer"'
	finds "type-error, list" "E218" 'v,w\n1;x,1\n'
	field '"type": "date", "format": "%d/%m/%Y"'
	finds "ukDate" "E204" 'v,w\n2026-03-14,1\n'
	field '"type": "datetime", "format": "%Y-%m-%dT%H:%M:%S%z"'
	finds "xDateTimeTz" "E210" 'v,w\n2026-03-14T10:00:00,1\n'
	field '"type": "integer", "constraints": { "minimum": 0 }'
	finds "positiveInteger" "E303" 'v,w\n-1,1\n'
}

@test "peers: constraints" {
	local constraint code bad
	while read -r constraint code bad; do
		field "\"constraints\": { $constraint }"
		finds "constraint-error, $constraint" "$code" "v,w\n$bad,1\n"
	done <<-'END'
		"required":true E301
		"minLength":2 E306 x
		"maxLength":2 E307 xyz
		"pattern":"a+" E305 b
		"enum":["a","b"] E302 c
	END
	while read -r constraint code bad; do
		field "\"type\": \"integer\", \"constraints\": { $constraint }"
		finds "constraint-error, $constraint" "$code" "v,w\n$bad,1\n"
	done <<-'END'
		"minimum":2 E303 1
		"maximum":2 E304 3
		"exclusiveMinimum":2 E309 2
		"exclusiveMaximum":2 E310 2
	END
	field '"categories": ["a", "b"]'
	finds "a category" "E311" 'v,w\nc,1\n'
	field '"constraints": { "pattern": "[^a-z]*" }'
	finds "upperCase" "E305" 'v,w\nAb,1\n'
	field '"constraints": { "pattern": "(?i)(yes|no)" }'
	finds "any, @ignoreCase" "E305" 'v,w\nYES,1\nmaybe,2\n'
	field '"constraints": { "pattern": "E.*|.*Z" }'
	finds "starts, ends" "E305" 'v,w\nE1,1\n1Z,1\n1,1\n'
	field '"constraints": { "required": true }, "mhsw": { "severity": { "required": "warning" } }'
	finds "@warningDirective" "E301" 'v,w\n,1\n'
	assert_equal "$status" 0
	field '"mhsw": { "onePerFile": true }'
	finds "identical" "E409" 'v,w\nx,1\ny,1\n'
}

@test "peers: keys" {
	field '"constraints": { "unique": true }'
	finds "unique-error, :unique, unique" "E401" 'v,w\n1,1\n1,2\n'
	schema '{ "name": "a" }, { "name": "b" }' '"primaryKey": "a"'
	finds "primary-key" "E402" 'a,b\n1,2\n1,3\n'
	finds "primary-key, missing" "E301" 'a,b\n,2\n'
	schema '{ "name": "a" }, { "name": "b" }' '"uniqueKeys": [["a", "b"]]'
	finds "unique of several, uniqueCombinedWith" "E403" 'a,b\n1,2\n1,2\n'
	schema '{ "name": "a" }, { "name": "b" }' '"foreignKeys": [ { "fields": ["b"], "reference": { "fields": ["a"] } } ]'
	finds "foreign-key" "E404" 'a,b\n1,\n2,9\n'
	printf 'code\nN\n' >list.csv
	field '"mhsw": { "codeList": { "file": "list.csv", "column": "code" } }'
	finds "dynamicEnum" "E405" 'v,w\nN,1\nS,1\n'
	schema '{ "name": "a" }, { "name": "b" }' '"mhsw": { "duplicates": "error" }'
	finds "duplicate-row" "E408" 'a,b\n1,\n1,\n'
}

@test "peers: rules" {
	schema '{ "name": "a", "type": "integer" }, { "name": "b", "type": "integer" }' \
		'"mhsw": { "rules": [ { "id": "r", "message": "b is less than a", "then": { "field": "b", "op": "ge", "otherField": "a" } } ] }'
	finds "row-constraint" "E501" 'a,b\n5,2\n2,5\n'
	rule '"then": { "not": { "field": "a", "op": "in", "values": ["x", "y"] } }'
	finds "forbidden-value, not" "E501" 'a,b\nx,1\n'
	rule '"then": { "field": "a", "op": "matches", "pattern": "[ -~]*" }'
	finds "ascii-value" "E501" 'a,b\n\xc3\xa9,1\n'
	rule '"severity": "warning", "then": { "not": { "field": "a", "op": "matches", "pattern": "(?s).{255}" } }'
	finds "truncated-value" "E501" "a,b\\n$(printf 'x%.0s' {1..255}),1\\n"
	rule '"then": { "field": "a", "op": "eq", "otherField": "b" }'
	finds "is another column" "E501" 'a,b\nx,y\n'
	rule '"then": { "field": "a", "op": "blank" }'
	finds "empty" "E501" 'a,b\nx,y\n'
	rule '"if": { "field": "a", "op": "eq", "value": "x" }, "then": { "field": "b", "op": "present" }, "else": { "field": "b", "op": "blank" }'
	finds "if, switch, dependentRequired" "E501" 'a,b\ny,1\n'
	rule '"then": { "any": [ { "field": "a", "op": "present" }, { "field": "b", "op": "in", "values": ["1"] } ] }'
	finds "or" "E501" 'a,b\n,2\n'
}
