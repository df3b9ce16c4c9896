#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# map-to-role --agree: how far two people agree who coded the same records.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# the figure of one statistic, of all records
figure() { # LEVEL STATISTIC [FIRST [SECOND]]
	map-to-role --agree a b in.csv --format csv | grep "^,,$1,$2,${3-},${4-}," | cut -d, -f7
}

# Krippendorff 2011, section B: twelve units of two observers
units() {
	printf '%s\n' a,b a,b a,a b,b b,b d,b c,c c,c c,c e,e d,d d,d a,d
}

@test "agree: Krippendorff's example of nominal values" {
	units >in.csv
	[ "$(figure code records)" = 12 ]
	[ "$(figure code agreed)" = 9 ]
	[ "$(figure code agreement)" = 0.75 ]
	# 310 / 448
	[ "$(figure code alpha)" = 0.691964 ]
}

@test "agree: Krippendorff's example of two values" {
	printf '%s\n' a,b 0,1 1,1 0,1 0,0 0,0 0,1 0,0 0,0 1,0 0,0 >in.csv
	# 1 - 19 * 4 / (14 * 6)
	[ "$(figure code alpha)" = 0.095238 ]
}

@test "agree: Cohen's example of 200 people" {
	awk 'BEGIN {
		split("88 14 18 10 40 10 2 6 12", n, " "); print "a,b"
		for (i = 1; i <= 9; i++) for (j = 0; j < n[i]; j++)
			print int((i - 1) / 3) "," (i - 1) % 3 }' >in.csv
	[ "$(figure code expected)" = 0.41 ]
	# 0.29 / 0.59
	[ "$(figure code kappa)" = 0.491525 ]
	# Wilson 1927
	[ "$(figure code agreement_lower)" = 0.633209 ]
	[ "$(figure code agreement_upper)" = 0.759253 ]
}

@test "agree: what is said of each value, and of pairs of them" {
	units >in.csv
	[ "$(figure code first d)" = 3 ]
	[ "$(figure code second d)" = 3 ]
	[ "$(figure code both d)" = 2 ]
	[ "$(figure code specific d)" = 0.666667 ]
	[ "$(figure code count a d)" = 1 ]
	[ -z "$(figure code count d a)" ]
}

@test "agree: functions are compared by their category, too" {
	printf '%s\n' a,b A.i,A.ii A.i,A.i B.iv,C.i B,B.iv >in.csv
	[ "$(figure code agreed)" = 1 ]
	[ "$(figure category agreed)" = 3 ]
	[ "$(figure category count A A)" = 2 ]
}

@test "agree: codes that are no functions have no categories" {
	printf '%s\n' a,b 1.5,1.5 e.g.,yes A.,.b A-1,x.y.z "Mr. Smith,no" >in.csv
	run map-to-role --agree a b in.csv
	assert_success
	refute_output --partial "by category"
}

@test "agree: a blank and the word none are one value" {
	printf '%s\n' a,b , none, ,none 'A.i, ' ' ,B.i' 'A.i ,A.i' >in.csv
	run map-to-role --agree a b in.csv
	assert_success
	assert_line "6 records; blank in both 1, in a alone 2, in b alone 2"
	[ "$(figure code agreed)" = 4 ]
	[ "$(figure code both none)" = 3 ]
	[ "$(figure code count A.i none)" = 1 ]
	[ "$(figure code count none B.i)" = 1 ]
}

@test "agree: a coder who coded nothing is asked about" {
	printf '%s\n' a,b A.i, B.i, >in.csv
	run --separate-stderr map-to-role --agree a b in.csv
	assert_success
	[ "$stderr" = "map-to-role: warning: column 'b' is blank in all records: is it coded yet?" ]
}

@test "agree: --by gives the figures of each group, too" {
	printf '%s\n' a,b,half A.i,A.i,two A.i,B.i,one B.i,B.i,one A.i,A.i, >in.csv
	run map-to-role --agree a b --by half --format csv in.csv
	assert_success
	assert_line ,,code,records,,,4
	assert_line half,,code,records,,,1
	assert_line half,one,code,agreed,,,1
	assert_line half,two,category,agreement,,,1
	# by name: the blank one, one, two
	run bash -c 'map-to-role --agree a b --by half --format csv in.csv | grep code,records | cut -d, -f2'
	assert_output "$(printf '%s\n' "" "" one two)"
}

@test "agree: the most frequent disagreements stand first, then by value" {
	printf '%s\n' a,b x,y z,x z,x y,z x,x >in.csv
	run bash -c 'map-to-role --agree a b in.csv | sed -n "/^Disagreements/,/^$/p"'
	assert_line --index 0 "Disagreements by code, the most frequent of 3"
	assert_line --index 2 --regexp '^z +x +2$'
	assert_line --index 3 --regexp '^x +y +1$'
	assert_line --index 4 --regexp '^y +z +1$'
}

@test "agree: the same bytes in any order of the records" {
	{
		echo a,b,g
		awk 'BEGIN { split("A.i A.ii B.i B.iv C.v none", v, " ")
			for (i = 0; i < 500; i++)
				print v[1 + i * 7 % 6] "," v[1 + int(i * i / 5) % 6] "," i % 3 }'
	} >in.csv
	{
		head -1 in.csv
		tail -n +2 in.csv | tac | sort -t, -k2,2 -s
	} >other.csv
	for format in text csv json; do
		map-to-role --agree a b --by g --format $format in.csv >one
		map-to-role --agree a b --by g --format $format <other.csv >two
		cmp one two
	done
}

@test "agree: the JSON is JSON, and says why a figure is missing" {
	printf '%s\n' 'a,"b ""2"""' x,x x,x >in.csv
	map-to-role --agree a 'b "2"' --format json in.csv >out.json
	grep -F '"second": "b \"2\""' out.json
	grep -F '"kappa": null,' out.json
	grep -F '"alpha_lower": null,' out.json
	grep -F '"reason": "all records have one value' out.json
	! grep -iE 'nan|inf[^o]' out.json
	command -v python3 >/dev/null || skip "no python3 here"
	python3 -m json.tool out.json >json
}

@test "agree: one record, and a group too small for an interval" {
	printf '%s\n' a,b x,y >in.csv
	[ "$(figure code agreement)" = 0 ]
	[ "$(figure code alpha)" = 0 ]
	run map-to-role --agree a b in.csv
	assert_success
	refute_output --partial nan
}

@test "agree: a header alone, and an empty input, have no figures" {
	echo a,b >in.csv
	run map-to-role --agree a b in.csv
	assert_success
	assert_line "0 records; blank in both 0, in a alone 0, in b alone 0"
	assert_line -- "  -: there are no records"
	: >in.csv
	run map-to-role --agree a b --format csv --by x in.csv
	assert_success
	assert_line --index 0 by,group,level,statistic,first,second,value
	assert_line ,,code,records,,,0
	assert_line ,,code,kappa,,,
}

@test "agree: a column that is not there is exit 2, with the nearest" {
	echo coder_a,coder_b >in.csv
	run map-to-role --agree coder_a coder_c in.csv
	assert_failure 2
	assert_output --partial "did you mean"
	run map-to-role --agree coder_a coder_b --by team in.csv
	assert_failure 2
	assert_output --partial "no column 'team'"
}

@test "agree: the same column twice, or one alone, is exit 2" {
	echo a,b >in.csv
	run map-to-role --agree a a in.csv
	assert_failure 2
	assert_output --partial "same column twice"
	run map-to-role --agree a
	assert_failure 2
}

@test "agree: a column of texts, not codes, is exit 2 and named, without a value" {
	{
		echo a,b
		seq 1 201 | sed 's/.*/x,secret&/'
	} >in.csv
	run map-to-role --agree a b in.csv
	assert_failure 2
	assert_output --partial "in.csv:201: column 'b' has more than 200 different values"
	refute_output --partial secret
}

@test "agree: too many groups are exit 2 and named" {
	{
		echo a,b,g
		seq 1 201 | sed 's/^/x,y,/'
	} >in.csv
	run map-to-role --agree a b --by g in.csv
	assert_failure 2
	assert_output --partial "column 'g' has more than 200 different values"
}

@test "agree: standard input, -o and --no-header" {
	units >in.csv
	map-to-role --agree a b --format csv -o out.csv <in.csv
	map-to-role --agree a b --format csv --no-header --header <(head -1 in.csv) \
		<(tail -n +2 in.csv) >body.csv
	diff <(tail -n +2 out.csv) body.csv
}

@test "agree: the run record counts the records and the blanks" {
	printf '%s\n' a,b x,x ,x , >in.csv
	map-to-role --agree a b in.csv --run-record run.json >out
	grep -F '"in": 3' run.json
	grep -F '"used": 3' run.json
	grep -F '"excluded": 0' run.json
	grep -F '"blank_both": 1' run.json
	grep -F '"blank_first_only": 1' run.json
}

@test "agree: a malformed record is exit 2 and writes nothing into -o" {
	printf '%s\n' a,b x,x x >in.csv
	run map-to-role --agree a b -o out.csv in.csv
	assert_failure 2
	[ ! -e out.csv ]
}

@test "agree: values at the limit and control characters stay within their column" {
	printf 'a,b\n%s,\033[31m\n' "$(printf '\303\251%.0s' {1..20})" >in.csv
	run map-to-role --agree a b in.csv
	assert_success
	refute_output --partial $'\033'
	assert_output --partial "$(printf 'é%.0s' {1..20})"
}

@test "agree: a closed pipe ends it without a message" {
	units >in.csv
	run closed_pipe map-to-role --agree a b in.csv
	assert_output 141
}

@test "map-to-role: --agree refuses a column of texts, and shows none of them" {
	printf 'a,b\nA,A\nA,a text that somebody wrote and nobody should see\n' >in.csv
	run map-to-role --agree a b in.csv
	assert_failure 2
	assert_output "map-to-role: in.csv:3:3: record 2: a value of more than 40 bytes: are these codes?  name the columns that the coders filled in"
}
