#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# validate: the conditional rules of a schema, its limits, and the page about them.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	# record 1 is whole, 2 is the other way round, 3 is empty, 4 is bad but for s
	cat >in.csv <<-'END'
		id,s,i,j,n,b,d,e
		1,abc,1,2,1.50,true,2024-03-01,2024-02-23
		2,ABC,2,1,2.0,false,2024-02-23,2024-03-01
		3,,,,,,,
		4,abc,x,x,x,x,x,x
	END
}

# A schema for in.csv with these members of the table's "mhsw".
schema() {
	cat >rules.json <<-END
		{ "fields": [ { "name": "id" }, { "name": "s" }, { "name": "i", "type": "integer" },
		    { "name": "j", "type": "integer" }, { "name": "n", "type": "number" },
		    { "name": "b", "type": "boolean" }, { "name": "d", "type": "date" },
		    { "name": "e", "type": "date", "mhsw": { "sensitive": true } } ],
		  "mhsw": { $1 } }
	END
}

# The schema's only rule, with these members.
rule() {
	schema "\"rules\": [ { \"id\": \"r\", \"message\": \"words of the rule\", $1 } ]"
}

# What rules.json finds in a file: a line "CODE SEVERITY RECORD FIELD RULE" for each
# finding of a rule.
found() {
	validate -s rules.json --format jsonl --rejects bad.csv "${1:-in.csv}" 2>&1 >good.csv |
		sed -nE 's/^\{"code": "(E5[0-9]+)", "severity": "([a-z]+)"(.*"record": ([0-9]+))?.*"count": [0-9]+(, "field": "([a-z]+)")?, "rule": "([a-z0-9-]+)".*/\1 \2 \4 \6 \7/p'
}

# The records that break the rule "then PREDICATE".
broken() {
	rule "\"then\": $1"
	found | cut -d' ' -f3 | paste -sd' '
}

@test "rules: each comparison with a value" {
	assert_equal "$(broken '{"field":"i","op":"eq","value":1}')" "2"
	assert_equal "$(broken '{"field":"i","op":"ne","value":"01"}')" "1"
	assert_equal "$(broken '{"field":"n","op":"lt","value":2}')" "2"
	assert_equal "$(broken '{"field":"n","op":"le","value":1.5}')" "2"
	assert_equal "$(broken '{"field":"d","op":"gt","value":"2024-02-23"}')" "2"
	assert_equal "$(broken '{"field":"d","op":"ge","value":"2024-02-24"}')" "2"
	assert_equal "$(broken '{"field":"b","op":"eq","value":true}')" "2"
	assert_equal "$(broken '{"field":"s","op":"eq","value":"abc"}')" "2"
}

@test "rules: each comparison with another field" {
	assert_equal "$(broken '{"field":"i","op":"eq","otherField":"j"}')" "1 2"
	assert_equal "$(broken '{"field":"i","op":"ne","otherField":"j"}')" ""
	assert_equal "$(broken '{"field":"i","op":"lt","otherField":"j"}')" "2"
	assert_equal "$(broken '{"field":"n","op":"le","otherField":"j"}')" "2"
	assert_equal "$(broken '{"field":"n","op":"gt","otherField":"i"}')" "2"
	assert_equal "$(broken '{"field":"d","op":"ge","otherField":"e"}')" "2"
}

@test "rules: lists, patterns, days, blank and present" {
	assert_equal "$(broken '{"field":"n","op":"in","values":[7,"1.5"]}')" "2"
	assert_equal "$(broken '{"field":"s","op":"in","values":["xyz","ABC"]}')" "1 4"
	assert_equal "$(broken '{"field":"s","op":"matches","pattern":"[a-z]+"}')" "2"
	assert_equal "$(broken '{"field":"s","op":"matches","pattern":"[a-z]"}')" "1 2 4"
	assert_equal "$(broken '{"field":"d","op":"days","otherField":"e","minimum":7}')" "2"
	assert_equal "$(broken '{"field":"d","op":"days","otherField":"e","maximum":6}')" "1"
	# what is no number is there all the same
	assert_equal "$(broken '{"field":"i","op":"blank"}')" "1 2 4"
	assert_equal "$(broken '{"field":"i","op":"present"}')" "3"
}

@test "rules: what is missing or bad makes a comparison unknown, and its opposite too" {
	assert_equal "$(broken '{"not":{"field":"i","op":"eq","value":1}}')" "1"
	assert_equal "$(broken '{"all":[{"field":"s","op":"eq","value":"abc"},{"field":"i","op":"eq","value":1}]}')" "2"
	assert_equal "$(broken '{"any":[{"field":"s","op":"eq","value":"x"},{"field":"i","op":"eq","value":1}]}')" "2"
	assert_equal "$(broken '{"any":[{"field":"s","op":"present"},{"field":"i","op":"eq","value":1}]}')" ""
}

@test "rules: then where the condition holds, else where it plainly does not" {
	rule '"if":{"field":"i","op":"eq","value":1},"then":{"field":"s","op":"blank"},"else":{"field":"j","op":"blank"}'
	assert_equal "$(found)" "$(printf '%s\n' "E501 error 1 s r" "E501 error 2 j r")"
	rule '"if":{"field":"i","op":"present"},"else":{"field":"s","op":"present"}'
	assert_equal "$(found)" "E501 error 3 s r"
}

@test "rules: a record that breaks one is rejected as it stands, with the rule's own words" {
	rule '"then":{"field":"i","op":"le","otherField":"j"}'
	printf 'id,s,i,j,n,b,d,e\r\n1,"a\nb",2,1,,,,\r\n2,,1,1,,,,\r\n' >in.csv
	run --separate-stderr validate -q -s rules.json --rejects bad.csv in.csv
	assert_failure 1
	assert_output "$(printf 'id,s,i,j,n,b,d,e\n2,,1,1,,,,')"
	[[ "$stderr" == *"in.csv:3:4: error E501: words of the rule (record 1)"* ]]
	[[ "$stderr" == *"rule: r"* ]]
	printf 'id,s,i,j,n,b,d,e\r\n1,"a\nb",2,1,,,,\r\n' | cmp - bad.csv
}

@test "rules: a warning passes the record" {
	rule '"severity":"warning","then":{"field":"i","op":"lt","value":2}'
	head -3 in.csv >two.csv
	run --separate-stderr validate -s rules.json --rejects bad.csv two.csv
	assert_success
	assert_output "$(cat two.csv)"
	[[ "$stderr" == *"warning E501: words of the rule"* ]]
	run validate -s rules.json --fail-on warning two.csv
	assert_failure 1
}

@test "rules: what a rule finds keeps no other finding away" {
	schema '"rules":[{"id":"one","message":"m","then":{"field":"s","op":"eq","value":"x"}},
		{"id":"two","message":"m","then":{"field":"s","op":"eq","value":"y"}},
		{"id":"three","message":"m","severity":"warning","then":{"field":"s","op":"eq","value":"z"}}]'
	assert_equal "$(found | sort)" "$(printf '%s\n' "E501 error 1 s one" "E501 error 1 s two" \
		"E501 error 2 s one" "E501 error 2 s two" "E501 error 4 s one" "E501 error 4 s two" \
		"E501 warning 1 s three" "E501 warning 2 s three" "E501 warning 4 s three")"
	run --separate-stderr validate -s rules.json --format jsonl in.csv
	[ "$(grep -c '"code": "E20.*"record": 4,' <<<"$stderr")" -eq 6 ]
}

@test "rules: so many may break one, and one more fails the file" {
	rule '"then":{"field":"s","op":"eq","value":"abc"},"maxFailures":1'
	printf 'id,s,i,j,n,b,d,e\n1,x,,,,,,\n2,abc,,,,,,\n' >one.csv
	printf 'id,s,i,j,n,b,d,e\n1,x,,,,,,\n2,x,,,,,,\n' >two.csv
	run --separate-stderr validate -s rules.json one.csv
	assert_success
	assert_output "$(cat one.csv)"
	assert_equal "$(found one.csv)" "E501 warning 1 s r"
	assert_equal "$(found two.csv)" "$(printf '%s\n' "E501 warning 1 s r" "E501 warning 2 s r" "E502 error   r")"
	run --separate-stderr validate -s rules.json two.csv
	assert_failure 1
	# none of the records is to blame alone
	assert_output "$(cat two.csv)"
}

@test "rules: a share may break one, of the records that it can decide about" {
	printf 'id,s,i,j,n,b,d,e\n' >in.csv
	for ((i = 1; i <= 999; i++)); do echo "$i,abc,,,,,,"; done >>in.csv
	echo '1000,x,,,,,,' >>in.csv
	rule '"then":{"field":"s","op":"eq","value":"abc"},"maxPercent":0.1'
	assert_equal "$(found)" "E501 warning 1000 s r"
	rule '"then":{"field":"s","op":"eq","value":"abc"},"maxPercent":0.099999999'
	assert_equal "$(found | tail -1)" "E502 error   r"
	rule '"severity":"warning","then":{"field":"s","op":"eq","value":"abc"},"maxPercent":0.1'
	sed -i '2s/abc//' in.csv
	assert_equal "$(found | tail -1)" "E502 warning   r"
	run validate -s rules.json in.csv
	assert_success
}

@test "rules: messages hold no value but where asked, and never one of a sensitive field" {
	rule '"then":{"any":[{"field":"e","op":"lt","otherField":"d"},{"field":"e","op":"blank"}]}'
	printf 'id,s,i,j,n,b,d,e\n1,,,,,,2024-02-23,2031-07-19\n' >in.csv
	run --separate-stderr validate -s rules.json --show-values in.csv
	assert_failure 1
	[[ "$stderr" == *"E501: words of the rule"* ]]
	[[ "$stderr" != *"2031"* ]]
	rule '"then":{"field":"s","op":"in","values":["abc"]}'
	printf 'id,s,i,j,n,b,d,e\n1,Zanzibar,,,,,,\n' >in.csv
	run --separate-stderr validate -s rules.json in.csv
	[[ "$stderr" == *"E501: words of the rule"* ]]
	[[ "$stderr" != *"Zanzibar"* ]]
	run --separate-stderr validate -s rules.json --show-values in.csv
	[[ "$stderr" == *"Zanzibar"* ]]
}

@test "rules: a pattern that runs into its limits breaks the rule" {
	rule '"if":{"field":"s","op":"matches","pattern":"(a+)+$"},"then":{"field":"s","op":"blank"}'
	printf 'id,s,i,j,n,b,d,e\n1,%s,,,,,,\n2,b,,,,,,\n' "$(printf 'a%.0s' {1..60})b" >in.csv
	assert_equal "$(found)" "E501 error 1 s r"
}

# The fault of rules.json, behind the file's name
fault() {
	run validate -s rules.json --check-config
	assert_failure 2
	assert_output --partial "rules.json: at $1"
}

@test "rules: faults of the schema say where, and what was meant" {
	schema '"rule":[]'
	fault "/mhsw/rule: unknown key, did you mean 'rules'?"
	schema '"limits":{"minRecord":1}'
	fault "/mhsw/limits/minRecord: unknown key, did you mean 'minRecords'?"
	rule '"when":{}'
	fault "/mhsw/rules/0/when: unknown key, did you mean 'then'?"
	rule '"then":{"field":"s","opp":"blank"}'
	fault "/mhsw/rules/0/then/opp: unknown key, did you mean 'op'?"
	rule '"then":{"not":{"field":"id2","op":"blank"}}'
	fault "/mhsw/rules/0/then/not/field: no field has this name, did you mean 'id'?"
	rule '"then":{"all":[{"field":"s","op":"blank"},{"field":"s","op":"matchs"}]}'
	fault "/mhsw/rules/0/then/all/1/op: is not known here, did you mean 'matches'?"
	rule '"if":{"field":"i","op":"in","values":[1,"two"]},"then":{"field":"s","op":"blank"}'
	fault "/mhsw/rules/0/if/values/1: a value of type integer is expected"
	rule '"then":{"field":"s","op":"lt","value":"b"}'
	fault "/mhsw/rules/0/then/op: op 'lt' is not for a field of type string"
}

@test "rules: too many and too deep are refused, the most are not slow" {
	local rules='' deep='{"field":"s","op":"blank"}'
	for ((i = 0; i < 1000; i++)); do
		rules+="${rules:+,}{\"id\":\"r$i\",\"message\":\"m\",\"then\":{\"field\":\"s\",\"op\":\"ne\",\"value\":\"v$i\"}}"
	done
	schema "\"rules\":[$rules]"
	assert_equal "$(found)" ""
	schema "\"rules\":[$rules,{\"id\":\"more\",\"message\":\"m\",\"then\":$deep}]"
	fault "/mhsw/rules: has more than 1000 rules"
	for ((i = 1; i < 16; i++)); do deep="{\"not\":$deep}"; done
	rule "\"then\":$deep"
	run validate -s rules.json --check-config
	assert_success
	rule "\"then\":{\"not\":$deep}"
	run validate -s rules.json --check-config
	assert_failure 2
	assert_output --partial "is more than 16 predicates deep"
}

@test "limits: records too few, too many, and as many as may be" {
	schema '"limits":{"minRecords":2,"maxRecords":3}'
	for records in 1:E601 2: 3: 4:E602; do
		{
			echo id,s,i,j,n,b,d,e
			for ((i = 0; i < ${records%:*}; i++)); do echo "$i,,,,,,,"; done
		} >in.csv
		run --separate-stderr validate -s rules.json --format jsonl in.csv
		if [ "${records#*:}" = "" ]; then
			assert_success
			[[ "$stderr" != *E60* ]]
		else
			assert_failure 1
			[[ "$stderr" == *"\"code\": \"${records#*:}\""* ]]
			assert_output "$(cat in.csv)"
		fi
	done
}

@test "limits: a field that is missing too often, to the record" {
	echo '{"fields":[{"name":"a"},{"name":"b","mhsw":{"maxMissingPercent":33.3}}]}' >rules.json
	{
		echo a,b
		for ((i = 0; i < 1000; i++)); do [ $i -lt 333 ] && echo x, || echo x,y; done
	} >in.csv
	run --separate-stderr validate -s rules.json in.csv
	assert_success
	[[ "$stderr" != *E603* ]]
	sed -i '$s/y//' in.csv
	run --separate-stderr validate -s rules.json in.csv
	assert_failure 1
	[[ "$stderr" == *"E603: b is missing in more records than the schema allows"* ]]
	[[ "$stderr" == *"maxMissingPercent 33.3"* ]]
}

@test "rules: every example of the page about our keys is a schema that loads" {
	mkdir page
	cp -r "$SCHEMAS/lists" .
	awk '/^```json$/ { on = 1; n++; next } /^```$/ { on = 0 } on { print > ("page/" n ".json") }' "$SCHEMAS/EXTENSIONS.md"
	[ "$(find page -name '*.json' | wc -l)" -eq "$(grep -c '^```json$' "$SCHEMAS/EXTENSIONS.md")" ]
	[ -s page/10.json ]
	for example in page/*.json; do
		run validate -s "$example" --check-config
		assert_success
	done
}

@test "rules: the page about our keys has every key that a schema may have" {
	for key in $(sed -n '/check_extension(/,/^}/p' "$ROOT/filters/validate/schema/schema.c" | grep -o '"[a-z]*"' | tr -d '"') \
		source severity sensitive codeList codes maxMissingPercent onePerFile; do
		[ "$key" = mhsw ] || grep -q "$key" "$SCHEMAS/EXTENSIONS.md"
	done
}
