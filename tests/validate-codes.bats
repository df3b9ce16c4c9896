#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# validate: each finding code has an input that raises it and one that does not.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# finds CODE SCHEMA RAISING OTHER [OPTION...]: the code is found in the first file, and not in the
# second.  SCHEMA is JSON, or - for none; the files are what printf makes of the texts.
finds() {
	local code=$1 schema=() raising=$3 other=$4 said
	if [ "$2" != - ]; then
		printf '%s\n' "$2" >code.json
		schema=(-s code.json)
	fi
	shift 4
	# shellcheck disable=SC2059
	printf "$raising" >raising.csv
	# shellcheck disable=SC2059
	printf "$other" >other.csv
	said=$(validate "${schema[@]}" "$@" raising.csv 2>&1 >raised.csv || true)
	if ! grep -qE "(error|warning|validate: [^ ]*:?) ?$code: " <<<"$said"; then
		echo "$code is not found: $said"
		return 1
	fi
	said=$(validate "${schema[@]}" "$@" other.csv 2>&1 >passed.csv || true)
	if grep -q "$code: " <<<"$said"; then
		echo "$code is found where it is not: $said"
		return 1
	fi
	echo "$code" >>"$BATS_FILE_TMPDIR/codes"
}

# A schema of one field v with these members.
one() {
	printf '{ "fields": [ { "name": "v", %s } ] }' "$1"
}

@test "codes: structure" {
	finds E101 - 'a,b\n1,x"y\n' 'a,b\n1,"x""y"\n'
	finds E102 - 'a,b\n1,"x"y\n' 'a,b\n1,"xy"\n'
	finds E103 - 'a\n"1\n' 'a\n"1"\n'
	finds E104 - 'a,b\n1,x\ry\n' 'a,b\n1,"x\ry"\r\n'
	finds E105 - 'a,b\n1,\0\n' 'a,b\n1,0\n'
	finds E106 - 'a,b\n1,\xe4\n' 'a,b\n1,\xc3\xa4\n'
	finds E107 - 'a,b\n1,2,3\n' 'a,b\n1,"2,3"\n'
	finds E108 - 'a,b\n1\n' 'a,b\n1,\n'
	finds E109 - 'a,b\n1,2\n\n3,4\n' 'a,b\n1,2\n3,4\n\n'
	finds E110 - 'a,b\n1,2\na,b\n' 'a,b\n1,2\na,c\n'
	finds E111 - 'a,b\n1,"x\n2,y\n3,y\n4,y\n5,y\n' 'a,b\n1,"x\n2,y\n3,y\n4,y\n5,y"\n'
	finds E112 "$(one '"type": "integer"')" 'v\n1\nTotal\n' 'v\n1\nx\n'
	finds E113 - 'PK\003\004\024\0\n' 'a\nPK\n'
	finds E114 - '\x1f\x8b\010\0\n' 'a\n\x1f\n'
	finds E116 - '<!DOCTYPE html>\n<html lang="en">\n' '<a>\n1\n'
	finds E115 - 'a\0,\0b\0\n\0' '\xff\xfea\0,\0b\0\n\0'
}

@test "codes: types" {
	finds E201 "$(one '"type": "integer"')" 'v\n1.5\n' 'v\n-15\n'
	finds E202 "$(one '"type": "number"')" 'v\n"1,5"\n' 'v\n1.5\n'
	finds E203 "$(one '"type": "boolean"')" 'v\nyes\n' 'v\ntrue\n'
	finds E204 "$(one '"type": "date"')" 'v\nsoon\n' 'v\n2026-03-14\n'
	finds E205 "$(one '"type": "yearmonth"')" 'v\n2026\n' 'v\n2026-03\n'
	finds E206 "$(one '"type": "date"')" 'v\n45123\n' 'v\n2023-07-16\n'
	finds E207 "$(one '"type": "string", "constraints": { "pattern": "[0-9]{10}" }')" 'v\n9.43E+09\n' 'v\n9430000000\n'
	finds E208 "$(one '"type": "date"')" 'v\n14/03/2026\n' 'v\n2026-03-14\n'
	finds E209 "$(one '"type": "date"')" 'v\n2026-02-29\n' 'v\n2024-02-29\n'
	finds E210 "$(one '"type": "datetime"')" 'v\n2026-03-14 9am\n' 'v\n2026-03-14T09:00:00Z\n'
	finds E211 "$(one '"type": "time"')" 'v\n9:00\n' 'v\n09:00:00\n'
	finds E212 "$(one '"type": "year"')" 'v\n26\n' 'v\n2026\n'
	finds E213 "$(one '"type": "duration"')" 'v\n3 days\n' 'v\nP3D\n'
	finds E214 "$(one '"type": "string", "format": "email"')" 'v\nname\n' 'v\nname@example.org\n'
	finds E215 "$(one '"type": "string", "format": "uri"')" 'v\nexample\n' 'v\nhttps://example.org/\n'
	finds E216 "$(one '"type": "string", "format": "uuid"')" 'v\n1234\n' 'v\n123e4567-e89b-42d3-a456-426614174000\n'
	finds E217 "$(one '"type": "string", "format": "binary"')" 'v\nstring\n' 'v\ndGVzdA==\n'
	finds E218 "$(one '"type": "list", "itemType": "integer", "delimiter": ";"')" 'v\n1;x\n' 'v\n1;2\n'
}

@test "codes: constraints" {
	finds E301 '{ "fields": [ { "name": "v", "constraints": { "required": true } }, { "name": "w" } ] }' \
		'v,w\n,1\n' 'v,w\n1,\n'
	finds E302 "$(one '"constraints": { "enum": ["a", "b"] }')" 'v\nA\n' 'v\na\n'
	finds E303 "$(one '"type": "integer", "constraints": { "minimum": 3 }')" 'v\n2\n' 'v\n3\n'
	finds E304 "$(one '"type": "integer", "constraints": { "maximum": 3 }')" 'v\n4\n' 'v\n3\n'
	finds E305 "$(one '"constraints": { "pattern": "[a-c]+" }')" 'v\nabcd\n' 'v\nabc\n'
	finds E306 "$(one '"constraints": { "minLength": 3 }')" 'v\nab\n' 'v\nab\xc3\xa4\n'
	finds E307 "$(one '"constraints": { "maxLength": 2 }')" 'v\nabc\n' 'v\na\xc3\xa4\n'
	finds E308 "$(one '"constraints": { "pattern": "(a|aa)+[bc]" }')" "v\n$(printf 'a%.0s' {1..80})d\n" 'v\naaab\n'
	finds E309 "$(one '"type": "number", "constraints": { "exclusiveMinimum": 0 }')" 'v\n0\n' 'v\n0.1\n'
	finds E310 "$(one '"type": "number", "constraints": { "exclusiveMaximum": 1 }')" 'v\n1\n' 'v\n0.9\n'
	finds E311 "$(one '"type": "integer", "categories": [ { "value": 1, "label": "one" } ]')" 'v\n2\n' 'v\n1\n'
}

@test "codes: keys, references, rules, the table" {
	local two='{ "fields": [ { "name": "a" }, { "name": "b" } ], %s }'
	finds E401 "$(one '"constraints": { "unique": true }')" 'v\nx\nx\n' 'v\nx\ny\n'
	# shellcheck disable=SC2059
	{
		finds E402 "$(printf "$two" '"primaryKey": ["a", "b"]')" 'a,b\n1,2\n1,2\n' 'a,b\n1,2\n2,1\n'
		finds E403 "$(printf "$two" '"uniqueKeys": [["a", "b"]]')" 'a,b\n1,2\n1,2\n' 'a,b\n1,\n1,\n'
		printf 'code\n1\n2\n' >others.csv
		finds E404 "$(printf "$two" '"foreignKeys": [ { "fields": "a", "reference": { "resource": "others.csv", "fields": "code" } } ]')" \
			'a,b\n3,\n' 'a,b\n2,\n'
		finds E407 "$(printf "$two" '"mhsw": { "determines": [ { "parent": "a", "child": "b" } ] }')" \
			'a,b\n1,2\n1,3\n' 'a,b\n1,2\n2,3\n'
		finds E408 "$(printf "$two" '"mhsw": { "duplicates": "error" }')" 'a,b\n1,\n1,\n' 'a,b\n1,\n,1\n'
		finds E501 "$(printf "$two" '"mhsw": { "rules": [ { "id": "r", "message": "the same", "then": { "field": "a", "op": "ne", "otherField": "b" } } ] }')" \
			'a,b\n1,1\n' 'a,b\n1,2\n'
	}
	finds E409 "$(one '"mhsw": { "onePerFile": true }')" 'v\nx\ny\n' 'v\nx\nx\n'
	printf 'code,from,to\nN,2020-01-01,2024-12-31\n' >list.csv
	local list='"name": "v", "mhsw": { "codeList": { "file": "list.csv", "column": "code", "validFrom": "from", "validTo": "to", "on": "d" } }'
	finds E405 "{ \"fields\": [ { $list }, { \"name\": \"d\", \"type\": \"date\" } ] }" 'v,d\nS,2024-01-01\n' 'v,d\nN,2024-01-01\n'
	finds E406 "{ \"fields\": [ { $list }, { \"name\": \"d\", \"type\": \"date\" } ] }" 'v,d\nN,2025-01-01\n' 'v,d\nN,2024-12-31\n'
	finds E502 "$(one '"type": "integer"' | sed 's/ }$/, "mhsw": { "rules": [ { "id": "r", "then": { "field": "v", "op": "lt", "value": 5 }, "message": "large", "maxFailures": 1 } ] } }/')" \
		'v\n6\n7\n' 'v\n6\n1\n'
	finds E601 "$(one '"type": "integer"' | sed 's/ }$/, "mhsw": { "limits": { "minRecords": 2 } } }/')" 'v\n1\n' 'v\n1\n2\n'
	finds E602 "$(one '"type": "integer"' | sed 's/ }$/, "mhsw": { "limits": { "maxRecords": 1 } } }/')" 'v\n1\n2\n' 'v\n1\n'
	finds E603 '{ "fields": [ { "name": "v", "mhsw": { "maxMissingPercent": 50 } }, { "name": "w" } ] }' \
		'v,w\n,1\n,2\n3,3\n' 'v,w\n,1\n2,2\n'
}

@test "codes: repairs" {
	finds W101 - '\xef\xbb\xbfa\n1\n' 'a\n1\n'
	finds W102 - 'a\n\xe4\n' '\xef\xbb\xbfa\n1\n' --encoding windows-1252
	finds W103 - 'a\r\n1\r\n' 'a\n1\n'
	finds W104 - 'a;b\n1;2\n' 'a,b\n1,2\n' --delimiter auto
	finds W105 - 'title\na\n1\n' '' --skip-lines 1
	finds W106 - 'a,b\n1,2\n,\n' 'a,b\n1,2\n'
	finds W107 "$(one '"type": "integer"')" 'v\n 1\n' 'v\n1\n'
	finds W108 - 'a,b\n1,"x\ny, z"\n' 'a,b\n1,"x, y"\n'
	finds W109 - 'a,b\n1,"x"\n' 'a,b\n1,"x,"\n'
	finds W110 "$(one '"type": "integer", "missingValues": ["-9"]')" 'v\n-9\n' 'v\n9\n'
	finds W111 "$(one '"type": "date", "format": "%d/%m/%Y"')" 'v\n14/03/2026\n' 'v\nx\n'
	finds W112 "$(one '"type": "number", "groupChar": " "')" 'v\n10 000\n' 'v\n10000\n'
	finds W113 '{ "fields": [ { "name": "a" }, { "name": "b" } ], "fieldsMatch": ["equal"] }' 'b,a\n1,2\n' 'a,b\n1,2\n'
	finds W114 - 'a,b\nx,1\nTotal,1\n' 'a,b\nTotal,1\nx,1\n'
	finds W115 - 'a;b\n1;2\n' 'a:b\n1:2\n'
	finds W116 - '' 'a\n'
	finds W201 "$(one '"type": "number"')" 'v\nNaN\n' 'v\n1\n'
}

@test "codes: submissions and drift" {
	printf '%s\n' '{ "fields": [ { "name": "org" }, { "name": "month" }, { "name": "day", "type": "date" } ],' \
		'"mhsw": { "submissions": { "organisation": "org", "period": "month", "received": "day" } } }' >returns.json
	printf 'organisation,period,due\nA,2026-01,2026-02-10\nB,2026-01,2026-02-10\n' >expected.csv
	printf 'org,month,day\nA,2026-01,2026-02-11\nC,2026-01,2026-02-01\n' >first.csv
	printf 'org,month,day\nA,2026-01,2026-02-12\n' >second.csv
	run --separate-stderr validate -s returns.json --submissions list.csv --expected expected.csv first.csv second.csv
	assert_success
	for code in W401 W402 W403 W404; do
		[[ $stderr == *"warning $code: "* ]]
		echo "$code" >>"$BATS_FILE_TMPDIR/codes"
	done
	printf 'organisation,period,due\nA,2026-01,2026-02-12\n' >expected.csv
	run --separate-stderr validate -s returns.json --submissions list.csv --expected expected.csv second.csv
	assert_equal "$stderr" ""

	printf '{ "fields": [ { "name": "a", "mhsw": { "codes": true } }, { "name": "b" } ] }' >before.json
	printf '{ "fields": [ { "name": "a", "mhsw": { "codes": true } }, { "name": "c", "mhsw": { "source": "b" } } ] }' >after.json
	printf 'a,b\nx,1\nx,1\n' >before.csv
	printf 'a,b\ny,\n' >after.csv
	validate -s before.json --run-record before.run before.csv
	run --separate-stderr validate -s before.json --compare-with before.run after.csv
	for code in W701 W702 W703; do
		[[ $stderr == *"warning $code: "* ]]
		echo "$code" >>"$BATS_FILE_TMPDIR/codes"
	done
	run --separate-stderr validate -s after.json --compare-with before.run before.csv
	[[ $stderr == *"warning W704: "* ]]
	echo W704 >>"$BATS_FILE_TMPDIR/codes"
	run --separate-stderr validate -s before.json --compare-with before.run before.csv
	assert_equal "$stderr" ""
}

@test "codes: no code is without its inputs" {
	run comm -23 <(grep -o '"[EW][0-9][0-9][0-9]"' "$ROOT/filters/validate/finding/finding_texts.c" | tr -d '"' | sort -u) \
		<(sort -u "$BATS_FILE_TMPDIR/codes")
	assert_output ""
}
