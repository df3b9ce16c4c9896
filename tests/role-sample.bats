#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# map-to-role --sample: texts for two people to code.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >roles.csv <<-'END'
		code,category,item,ordinal,label
		A,A,,0,first
		A.i,A,i,1,one
		B,B,,0,second
		B.i,B,i,1,two
	END
	cat >rules.csv <<-'END'
		rule_id,function,pattern,requires,excludes,weight,provenance,positive,negative
		one,A.i,\bapples?\b,,,3,test,an apple,a pear
		two,B.i,\bplums?\b,,,3,test,a plum,a pear
	END
}

# so many records of each kind: apples, plums, both, neither
fruit() { # APPLES PLUMS BOTH NEITHER
	awk -v apples="$1" -v plums="$2" -v both="$3" -v neither="$4" 'BEGIN {
		print "id,team,comment"
		for (i = 1; i <= apples; i++) print "a" i ",x,apple number " i
		for (i = 1; i <= plums; i++) print "p" i ",y,plum number " i
		for (i = 1; i <= both; i++) print "b" i ",z,apple and plum number " i
		for (i = 1; i <= neither; i++) print "n" i ",z,pear number " i }'
}

draw() { # N [MORE...]
	local n=$1
	shift
	map-to-role -r rules.csv --text comment --sample "$n" "$@"
}

# how many of the lines have texts that match
matching() { # PATTERN FILE
	tail -n +2 "$2" | cut -d, -f2 | grep -cE "$1" || true
}

@test "sample: the columns, and nothing that says what the program decided" {
	fruit 3 0 0 3 >in.csv
	draw 4 --keep id --keep team in.csv >out.csv
	[ "$(head -1 out.csv)" = number,id,team,comment,coder_a,coder_b,weight ]
	[ "$(wc -l <out.csv)" = 5 ]
	[ "$(tail -n +2 out.csv | cut -d, -f1 | paste -sd ' ')" = "1 2 3 4" ]
	[ "$(tail -n +2 out.csv | cut -d, -f5-6 | sort -u)" = , ]
	! grep -E 'mapped|ambiguous|A\.i' out.csv
}

@test "sample: divided evenly over categories, ambiguous and unmapped" {
	fruit 50 50 50 500 >in.csv
	draw 40 in.csv >out.csv
	[ "$(matching '^apple number' out.csv)" = 10 ]
	[ "$(matching '^plum number' out.csv)" = 10 ]
	[ "$(matching '^apple and' out.csv)" = 10 ]
	[ "$(matching '^pear' out.csv)" = 10 ]
	# 50 / 10 and 500 / 10
	[ "$(grep -c ',,,5.000000$' out.csv)" = 30 ]
	[ "$(grep -c ',,,50.000000$' out.csv)" = 10 ]
}

@test "sample: what a small stratum has not got goes to the others" {
	fruit 2 100 0 100 >in.csv
	run --separate-stderr draw 40 in.csv
	assert_success
	[ -z "$stderr" ]
	printf '%s\n' "$output" >out.csv
	[ "$(matching '^apple' out.csv)" = 2 ]
	[ "$(matching '^plum' out.csv)" = 19 ]
	[ "$(matching '^pear' out.csv)" = 19 ]
}

@test "sample: the weights add up to the records that were drawn from" {
	fruit 7 31 5 207 >in.csv
	draw 25 in.csv --run-record run.json >out.csv
	[ "$(tail -n +2 out.csv | awk -F, '{ sum += $NF } END { printf "%.3f", sum }')" = 250.000 ]
	grep -F '"used": 250' run.json
}

@test "sample: a text that stands often is drawn once, and stands for all its records" {
	{
		echo id,comment
		seq 1 9 | sed 's/$/,pear/'
		echo 10,quince
		echo '11,"pear"'
	} >in.csv
	draw 5 in.csv >out.csv 2>err
	[ "$(tail -n +2 out.csv | cut -d, -f2 | tr -d '"' | sort | paste -sd ' ')" = "pear quince" ]
	[ "$(grep -c 'pear' out.csv)" = 1 ]
	grep 'pear.*,10.000000$' out.csv
	grep 'quince,,,1.000000$' out.csv
	grep -F "2 texts are drawn, 5 were asked for" err
}

@test "sample: the same texts, in the same order, whatever the order of the records" {
	fruit 40 30 20 300 >in.csv
	{ cat in.csv; fruit 40 0 0 200 | tail -n +2; } >more.csv
	{ head -1 more.csv; tail -n +2 more.csv | tac | sort -t, -k3.8,3 -s; } >other.csv
	draw 30 --keep id more.csv >one
	draw 30 --keep id <other.csv >two
	cmp one two
	# the strata are mixed
	[ "$(tail -n +2 one | cut -c1-40 | cut -d, -f3 | cut -d' ' -f1 | uniq | wc -l)" -gt 10 ]
}

@test "sample: texts in another language are left out and counted" {
	{
		echo comment
		echo "The social worker did a Care Act assessment"
		echo "Mae angen AMHP a section 117 ar y dyn yn fawr iawn"
	} >in.csv
	map-to-role -r "$SCHEMAS/roles/rules.csv" --text comment --sample 1 in.csv \
		--run-record run.json >out.csv
	[ "$(wc -l <out.csv)" = 2 ]
	grep -F '"other_language": 1' run.json
	grep -F '"excluded": 1' run.json
}

@test "sample: records without a text are left out and counted" {
	{
		echo comment
		printf '%s\n' apple '""' '"  "' pear
	} >in.csv
	draw 10 in.csv -q --run-record run.json >out.csv
	[ "$(wc -l <out.csv)" = 3 ]
	grep -F '"in": 4' run.json
	grep -F '"used": 2' run.json
	grep -F '"excluded": 2' run.json
	grep -F '"without_text": 2' run.json
}

@test "sample: the run record says what each stratum has, and what was drawn of it" {
	fruit 5 0 0 9 >in.csv
	draw 4 in.csv --run-record run.json >out.csv
	run grep -A3 '"stratum": "unmapped"' run.json
	assert_line --index 1 --partial '"records": 9'
	assert_line --index 2 --partial '"drawn": 2'
	grep -F '"drawn": 4' run.json
	! grep -F '"stratum": "B"' run.json
}

@test "sample: fewer texts than strata are said, since weights leave some out" {
	fruit 5 5 5 5 >in.csv
	run --separate-stderr draw 3 in.csv
	assert_success
	[ "${#lines[@]}" = 4 ]
	[[ $stderr = *"no text is drawn of 1 of 4 strata"*"ask for 4 or more"* ]]
}

@test "sample: fields that are kept stay as they are" {
	printf '%s\n' 'id,comment' '"01","a ""pear"", they said"' >in.csv
	draw 1 --keep id in.csv >out.csv
	[ "$(tail -1 out.csv)" = '1,"01","a ""pear"", they said",,,1.000000' ]
	printf 'id,comment\r\n7,"a\r\npear"\r\n' >in.csv
	draw 1 --keep id in.csv >out.csv
	[ "$(tail -1 out.csv)" = '1,7,"a pear",,,1.000000' ]
}

@test "sample: columns of its own, and columns twice, are exit 2" {
	echo number,coder_a,weight,comment,id >in.csv
	for name in number coder_a weight; do
		run draw 3 --keep $name in.csv
		assert_failure 2
		assert_output --partial "the sample has a column '$name' of its own"
	done
	run map-to-role -r rules.csv --text weight --sample 3 in.csv
	assert_failure 2
	assert_output --partial "a column 'weight' of its own"
	run draw 3 --keep id --keep id in.csv
	assert_failure 2
	assert_output --partial "column 'id' would stand in the sample twice"
	run draw 3 --keep comment in.csv
	assert_failure 2
	assert_output --partial "twice"
	# not kept: they are not in the way
	run draw 3 in.csv
	assert_success
}

@test "sample: wrong numbers are exit 2" {
	fruit 1 1 1 1 >in.csv
	for n in 0 -1 1.5 ten "" 1000001; do
		run draw "$n" in.csv
		assert_failure 2
		assert_output --partial "--sample takes a whole number"
	done
}

@test "sample: a column that is not there is exit 2" {
	fruit 1 1 1 1 >in.csv
	run draw 3 --keep teem in.csv
	assert_failure 2
	assert_output --partial "did you mean 'team'"
	run map-to-role -r rules.csv --text comments --sample 3 in.csv
	assert_failure 2
}

@test "sample: without a text column there is nothing to code" {
	printf '%s\n' code,function 1,A.i >walk.csv
	printf '%s\n' code,comment 1,apple >in.csv
	run map-to-role --roles roles.csv --crosswalk walk.csv --code code --sample 3 in.csv
	assert_failure 2
	assert_output --partial "a sample is of texts"
}

@test "sample: codes decide before texts, and one text may stand in two strata" {
	printf '%s\n' code,function 1,A.i 2,B.i >walk.csv
	printf '%s\n' id,code,comment 1,1,visit 2,2,visit 3,1,visit >in.csv
	map-to-role -r rules.csv --text comment --crosswalk walk.csv --code code --sample 2 \
		in.csv >out.csv
	[ "$(tail -n +2 out.csv | cut -d, -f2,5 | sort)" = "$(printf '%s\n' visit,1.000000 visit,2.000000)" ]
}

@test "sample: a header alone gives a header, an empty input nothing" {
	echo comment >in.csv
	run --separate-stderr draw 3 -q in.csv
	assert_success
	assert_output number,comment,coder_a,coder_b,weight
	: >in.csv
	run --separate-stderr draw 3 -q in.csv
	assert_success
	assert_output ""
}

@test "sample: --no-header, standard input and -o" {
	fruit 9 9 9 9 >in.csv
	draw 8 -o out.csv <in.csv
	draw 8 --no-header in.csv >body.csv
	diff <(tail -n +2 out.csv) body.csv
}

@test "sample: a malformed record is exit 2 and writes nothing into -o" {
	fruit 2 2 2 2 >in.csv
	echo 'x,y' >>in.csv
	run draw 3 -o out.csv in.csv
	assert_failure 2
	[ ! -e out.csv ]
}

@test "sample: a rule that hits the match limit is exit 1, and the record is left out" {
	echo 'slow,A.i,"(?:a{0,50}){1,50}(?:a{0,50}){1,50}!",,,3,test,aa!,b' >>rules.csv
	{ echo comment; echo pear; echo "$(printf 'a%.0s' {1..3000})?!"; } >in.csv
	run --separate-stderr draw 3 in.csv --run-record run.json
	assert_failure 1
	[ "${#lines[@]}" = 2 ]
	grep -F '"used": 1' run.json
	grep -F '"excluded": 1' run.json
}

@test "sample: a closed pipe ends it without a message" {
	fruit 50 50 50 50 >in.csv
	run closed_pipe map-to-role -r rules.csv --text comment --sample 100 in.csv
	assert_output 141
}
