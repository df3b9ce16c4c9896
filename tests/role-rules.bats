#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# map-to-role: files of rules, and what is wrong with them as a whole.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

HEAD="rule_id,function,pattern,requires,excludes,weight,provenance,positive,negative"

setup_filter() {
	printf '%s\n' code,category,item,ordinal,label A,A,,0,first A.i,A,i,1,one \
		A.ii,A,ii,2,two >roles.csv
}

# rules.csv of the header and the lines given, and a rule for the other function
rules() {
	{ echo "$HEAD"; printf '%s\n' "$@" 'other,A.ii,\bhotel\b,,,2,test,hotel,hostel'; } >rules.csv
}

# the check says this of the rules in the lines given
refused() { # WORDS RULE-LINE...
	rules "${@:2}"
	run map-to-role --check-config -r rules.csv
	assert_failure 2
	assert_output --partial "$1"
}

# the check has nothing to say
passes() { # RULE-LINE...
	rules "$@"
	run map-to-role --check-config -r rules.csv
	assert_success
	assert_output ""
}

# --- rules in the shadow of others ---

@test "role-rules: a rule that never adds anything is refused, with both ids and lines" {
	refused "rules.csv:3: rule 'narrow' never adds anything: rule 'wide' of line 2 fires on all its positive examples, over the same words" \
		'wide,A.i,\bcare plans?\b,,,2,test,care plan,care' \
		'narrow,A.i,\bcare plan\b,,,2,test,the care plan | a care plan made,care'
	# a heavier one further down, of which a word is enough
	refused "rules.csv:2: rule 'light' never adds anything: rule 'heavy' of line 3" \
		'light,A.i,\bcare plan\b,,,1,test,the care plan,care' \
		'heavy,A.i,\bplan\b,,,3,test,plan,planet'
}

@test "role-rules: a rule that adds something on one of its examples stands" {
	passes 'wide,A.i,\bcare plans?\b,,,2,test,care plan,care' \
		'other-words,A.i,\bcare plan\b|\bplanned care\b,,,2,test,care plan | planned care,care'
	# as heavy, but it comes later
	passes 'first,A.i,\bcare plan\b,,,2,test,the care plan,care' \
		'second,A.i,\bcare (?:plan|home)\b,,,2,test,care home | care plan,care'
	# lighter
	passes 'heavy,A.i,\bcare plan\b,,,3,test,the care plan,care' \
		'light,A.i,\bcare\b,,,2,test,care plan | care,car'
	# it fires too, over other words
	passes 'one,A.i,\bcare plan\b,,,3,test,the care plan,care' \
		'two,A.i,\breviewed\b,,,1,test,reviewed the care plan,review'
	# what the heavier one requires is not there, or what it excludes is
	passes 'needs,A.i,\bplan\b,\bcare\b,,3,test,plan for care,plan' \
		'plan,A.i,\bplan\b,,,1,test,a plan,planet'
	passes 'not,A.i,\bplan\b,,\bcare\b,3,test,plan,plan for care' \
		'plan,A.i,\bplan\b,,,1,test,a plan for care,planet'
}

@test "role-rules: rules of different functions do not shadow each other" {
	passes 'one,A.i,\bcare plan\b,,,3,test,the care plan,care' \
		'two,A.ii,\bcare plan\b,,\bhome\b,2,test,the care plan,care'
}

@test "role-rules: the same three patterns twice, in either function, are refused" {
	refused "rules.csv:3: column 'pattern': the same pattern as in line 2" \
		'one,A.i,\bplan\b,care,home,3,test,care plan,care' \
		'two,A.ii,\bplan\b,care,home,1,test,care plan,care'
	refused "has the value of line 2 again" \
		'one,A.i,\bplan\b,,,3,test,plan,care' 'one,A.i,\bcare\b,,,3,test,care,plan'
}

@test "role-rules: an example cannot be positive and negative" {
	refused "rules.csv:2: column 'negative': rule 'one' fires on example 2" \
		'one,A.i,\bplan\b,,,3,test,a plan | the plan,care | the  PLAN'
}

@test "role-rules: the project's rules stand in nobody's shadow" {
	run map-to-role --check-config -r "$SCHEMAS/roles/rules.csv"
	assert_success
	assert_output ""
}

# --- files ---

@test "role-rules: CRLF, a BOM and no line end at the last rule change nothing" {
	rules 'one,A.i,\bcare plan\b,,,3,test,the care plan,care'
	cp rules.csv plain.csv
	sed 's/$/\r/' rules.csv >crlf.csv
	{ printf '\xef\xbb\xbf'; cat rules.csv; } >bom.csv
	head -c -1 rules.csv >cut.csv
	printf 't\na care plan\nhotels\na hotel\n' >in.csv
	map-to-role -r plain.csv --text t in.csv >expected
	for file in crlf bom cut; do
		map-to-role --check-config -r $file.csv
		map-to-role -r $file.csv --text t in.csv >got
		cmp expected got
	done
}

@test "role-rules: 5000 rules are read and matched, 5001 are refused" {
	{
		echo "$HEAD"
		for ((i = 1; i <= 5000; i++)); do
			function=A.i
			[ $((i % 2)) -eq 1 ] || function=A.ii
			printf 'r%d,%s,\\bterm%d (?:of|in|for) art[%dx]\\b,,,2,test,term%d of artx,term%d\n' \
				"$i" $function "$i" $((i % 10)) "$i" "$i"
		done
	} >rules.csv
	printf 't\nterm1 of art1\nterm777 for art7\nterm5000 in artx\nterm5001 in artx\n' >in.csv
	run map-to-role -r rules.csv --text t --evidence none in.csv
	assert_success
	assert_line --index 1 --partial ",A.i,mapped,medium,2,2,r1,"
	assert_line --index 2 --partial ",A.i,mapped,medium,2,2,r777,"
	assert_line --index 3 --partial ",A.ii,mapped,medium,2,2,r5000,"
	assert_line --index 4 --partial ",unmapped,"
	printf '%s\n' 'more,A.i,\bmore\b,,,2,test,more,less' >>rules.csv
	run map-to-role --check-config -r rules.csv
	assert_failure 2
	assert_output --partial "1 to 5000 rules"
}

@test "role-rules: a huge pattern, huge examples and a wide alternation" {
	wide=$(seq -s '|' 1000 1300)
	long=$(head -c 200000 /dev/zero | tr '\0' 'x')
	passes "wide,A.i,\\b(?:$wide) days\\b,,,2,test,1234 days,$long" \
		"long,A.i,\\bcare plan\\b,,,2,test,$long care plan,care"
	refused "longer than 2000 bytes" "long,A.i,${long:0:2001},,,2,test,x,y"
	printf 't\n1299 days\n999 days\n' >in.csv
	rules "wide,A.i,\\b(?:$wide) days\\b,,,2,test,1234 days,12 days"
	run map-to-role -r rules.csv --text t --evidence none in.csv
	assert_line --index 1 --partial ",A.i,mapped,"
	assert_line --index 2 --partial ",unmapped,"
}

@test "role-rules: the trigger leaves nothing out over invented feedback and the rules' own examples" {
	rules=$SCHEMAS/roles/rules.csv
	for column in positive negative; do
		map-to-role -r "$rules" --text $column --prefix new_ "$rules" >some.csv
		map-to-role -r "$rules" --text $column --prefix new_ --every-rule "$rules" >all.csv
		cmp some.csv all.csv
	done
	map-to-role -r "$rules" --text comment "$SAMPLES/feedback-clean.csv" >some.csv
	map-to-role -r "$rules" --text comment --every-rule "$SAMPLES/feedback-clean.csv" >all.csv
	cmp some.csv all.csv
}
