#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark: the sum of one column over that of another, such as coverage by time.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >share.json <<-'END'
		{ "measures": [
		    { "id": "role_a", "label": "Time in role A, %", "kind": "ratio", "numerator": "a",
		      "denominator": "all", "multiplier": 100, "polarity": "neutral", "decimals": 1 } ] }
	END
	# two thirds, a half, nothing and no time at all; four records have no such time
	cat >minutes.csv <<-'END'
		team,a,all
		x,30,30
		x,0,45
		x,60,60
		x,0,15
		y,0,45
		y,0,30
		z,0,0
		x,,60
		x,60,
		x,*,60
		x,-9,60
	END
}

# A header and, for each further UNIT:NUMERATOR:DENOMINATOR:TIMES, so many records.
pairs() {
	local entry unit above below times
	echo team,a,all
	for entry; do
		IFS=: read -r unit above below times <<<"$entry"
		for ((; times > 0; times--)); do
			echo "$unit,$above,$below"
		done
	done
}

@test "benchmark: a ratio is a sum over a sum, by option and by configuration" {
	run --separate-stderr benchmark --ratio a/all --missing -9 -u team --disclosure none minutes.csv
	assert_success
	assert_equal "$stderr" ""
	assert_output "$(cat <<-'END'
		unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method
		x,all,a/all,ratio,8,90,150,0.60,0.00,1.00,0.00,1.00,ratio_linear
		y,all,a/all,ratio,2,0,75,0.00,0.00,0.00,0.00,0.00,ratio_linear
		z,all,a/all,ratio,1,0,0,[z],[z],[z],[z],[z],ratio_linear
	END
	)"
	run benchmark -m share.json --missing -9 -u team --disclosure none minutes.csv
	assert_success
	assert_line --partial "x,all,role_a,ratio,8,90,150,60.0,0.0,100.0,"
}

@test "benchmark: the limits of a ratio, worked out with exact fractions" {
	# 22/67: residuals y - R x have the deviation sqrt(10101120/20151121) of the mean of x
	printf 'y,x\n0.5,1.5\n1.25,2\n3,4.75\n-2,0.125\n' >in.csv
	echo '{ "measures": [ { "id": "r", "kind": "ratio", "numerator": "y", "denominator": "x", "decimals": 9 } ] }' >exact.json
	benchmark -m exact.json --disclosure none in.csv >out.csv
	run columns numerator,denominator,value,lower95,upper95,lower998,upper998 <out.csv
	# t of 3 degrees: 3.182446305284263 and 10.214531852407
	assert_line --index 1 "2.75,8.375,0.328358209,-0.798232717,1.454949135,-3.287601904,3.944318322"
}

@test "benchmark: a record takes part in a ratio when both columns have a number" {
	run benchmark --ratio a/all --missing -9 -u team --disclosure none --run-record record.json minutes.csv
	assert_success
	run cat record.json
	assert_line --regexp '"in": 11,'
	assert_line --regexp '"a/all: used": 6,'
	assert_line --regexp '"a/all: suppressed": 1,'
	assert_line --regexp '"a/all: missing": 3,'
	assert_line --regexp '"a/all: labelled": 1,'
	assert_line --regexp '"a/all: rejected": 0,'
	# a bad value is said, even where the other one is missing
	printf 'a,all\n1,2\nfew,2\n1,many\n,many\n1,1234567890123456789\n' >in.csv
	run --separate-stderr benchmark --ratio a/all --disclosure none --run-record record.json in.csv
	assert_failure 1
	assert_line --index 1 --partial "ratio,5,1,2,0.50,"
	[[ $stderr == *"in.csv:3:1: 'a' is not a number"*"(record 2)"* ]]
	[[ $stderr == *"in.csv:4:3: 'all' is not a number"*"(record 3)"* ]]
	[[ $stderr == *"in.csv:5:2: 'all' is not a number"*"(record 4)"* ]]
	[[ $stderr == *"in.csv:6:3: 'all' is a number of more than 17 digits before its point"* ]]
	[[ $stderr != *many* ]]
	run cat record.json
	assert_line --regexp '"a/all: rejected": 4,'
}

@test "benchmark: a ratio's options and columns that cannot be are exit 2, and say what can" {
	local text
	for text in a a/ /b / a/b/c; do
		run benchmark --ratio "$text" </dev/null
		assert_failure 2
	done
	assert_output --partial "more than one /"
	run benchmark --ratio a </dev/null
	assert_output --partial "NUM/DEN"
	run benchmark --ratio a/b --ratio a/b </dev/null
	assert_failure 2
	assert_output --partial "two measures 'a/b'"
	run benchmark --ratio a/alle minutes.csv
	assert_failure 2
	assert_output --partial "did you mean 'all'"
	assert_output --partial "for the measure 'a/alle'"
}

@test "benchmark: the configuration of a ratio is checked strictly, by pointer" {
	local change pointer
	while IFS='|' read -r change pointer; do
		sed "$change" share.json >bad.json
		run benchmark -m bad.json --check-config
		assert_failure 2
		assert_output --partial "$pointer"
	done <<-'END'
		s/"numerator": "a",//|/measures/0/numerator: is missing
		s/"denominator"/"column"/|/measures/0/column: belongs to a mean, not to a ratio
		s/"denominator": "all",//|/measures/0/denominator: is missing
		s/"numerator": "a"/"numerator": 1/|/measures/0/numerator: a text
		s/"multiplier": 100/"multiplier": 0/|/measures/0/multiplier: is too small
		s/"multiplier": 100/"multiplier": 1.5/|/measures/0/multiplier: a whole number
		s/"multiplier": 100/"values": ["1"]/|/measures/0/values: belongs to a proportion, not to a ratio
		s/"multiplier"/"multiply"/|/measures/0/multiply
		s/"ratio"/"mean"/|/measures/0/numerator: belongs to a proportion, not to a mean
		s/"ratio"/"rato"/|did you mean 'rat
	END
	echo '{ "measures": [ { "id": "m", "kind": "proportion", "column": "a", "values": ["1"], "multiplier": 100 } ] }' >bad.json
	run benchmark -m bad.json --check-config
	assert_failure 2
	assert_output --partial "/measures/0/multiplier: belongs to a rate, not to a proportion"
	run benchmark -m share.json --check-config
	assert_success
}

@test "benchmark: a ratio of few records is suppressed: few with time, few in the role, few in the rest" {
	pairs base:30:60:4 base:0:0:30 some:30:60:4 some:0:60:30 never:0:60:30 \
		rest:30:60:4 rest:60:60:30 always:60:60:30 shown:30:60:5 shown:0:60:25 >in.csv
	benchmark -m share.json -u team in.csv >out.csv
	run columns unit,records,numerator,denominator,value,lower95,upper998,method <out.csv
	assert_output "$(cat <<-'END'
		unit,records,numerator,denominator,value,lower95,upper998,method
		always,30,*,*,*,*,*,ratio_linear_published
		base,35,*,*,*,*,*,ratio_linear_published
		never,30,*,*,*,*,*,ratio_linear_published
		rest,35,*,*,*,*,*,ratio_linear_published
		shown,30,[z],[z],8,1,20,ratio_linear_published
		some,35,*,*,*,*,*,ratio_linear_published
	END
	)"
	# what is never done is to be seen where it may be
	benchmark -m share.json -u team --disclosure none in.csv >out.csv
	run columns unit,numerator,denominator,value,lower95,upper95 <out.csv
	assert_line "never,0,1800,0.0,0.0,0.0"
	assert_line "always,1800,1800,100.0,100.0,100.0"
	assert_line --partial "some,120,2040,5.9,0.2,"
}

@test "benchmark: a part of the denominator has whole percentages and limits within it, other ratios their decimals" {
	pairs x:60:60:7 x:0:60:23 >in.csv
	benchmark --ratio a/all in.csv >out.csv
	run columns value,lower95,lower998 <out.csv
	assert_line --index 1 "0.23,0.07,0.00"
	cat >thousand.json <<-'END'
		{ "measures": [ { "id": "r", "kind": "ratio", "numerator": "a", "denominator": "all", "multiplier": 1000, "decimals": 3 } ] }
	END
	benchmark -m thousand.json in.csv >out.csv
	run columns value,lower998 <out.csv
	assert_line --index 1 "230,0"
	# one numerator over its denominator, wherever it stands, and it is a part no longer
	pairs x:60:60:7 x:0:60:23 y:61:60:1 >in.csv
	benchmark -m thousand.json -u team in.csv >out.csv
	run columns unit,value,lower998 <out.csv
	assert_line --index 1 "x,233.333,-33.409"
	pairs x:60:60:7 x:0:60:23 y:-1:60:1 >in.csv
	benchmark -m thousand.json -u team in.csv >out.csv
	run columns unit,value <out.csv
	assert_line --index 1 "x,233.333"
}

@test "benchmark: equal published ratios have equal limits, so that these tell no more" {
	pairs x:60:60:7 x:0:60:23 y:60:60:7 y:0:60:24 >in.csv
	benchmark --ratio a/all -u team in.csv | tail -n +2 >out.csv
	run bash -c 'cut -d, -f5- out.csv | uniq | wc -l'
	assert_output 1
}

@test "benchmark: the order of the records changes no byte of a ratio" {
	{
		echo team,a,all
		for i in $(seq 1 400); do
			echo "u$((i % 3)),$((i * 7919 % 1000)).$((i % 10))$((i % 7)),$((i * 104729 % 997)).$((i % 9))"
		done
	} >in.csv
	{ head -n 1 in.csv; tail -n +2 in.csv | sort -r; } >other.csv
	benchmark --ratio a/all -u team --disclosure none in.csv >one.csv
	benchmark --ratio a/all -u team --disclosure none other.csv >two.csv
	run cmp one.csv two.csv
	assert_success
}

@test "benchmark: ratios are compared with peers, and with themselves over time" {
	{
		echo team,month,a,all
		for month in 01 02 03 04 05 06 07 08 09 10 11 12 13; do
			for team in 1 2 3 4 5 6 7 8; do
				echo "u$team,20$month,$((team * 3 + 10#$month % 2)),50"
			done
		done
	} >in.csv
	sed 's/neutral/lower/' share.json >lower.json
	benchmark -m lower.json -u team -p month -c quartile,rank,control --disclosure none in.csv >out.csv
	run columns unit,period,value,units,median,quartile,rank,centre,signal <out.csv
	assert_line "u1,2001,8.0,8,29.0,1,1,7.1,"
	assert_line "u8,2002,48.0,8,27.0,4,8,49.1,"
}

@test "benchmark: where keeps a ratio to its records, and a minimum base to enough of them" {
	printf 'kind,a,all\nvisit,10,20\nvisit,5,20\noffice,0,90\nvisit,0,0\n' >in.csv
	cat >where.json <<-'END'
		{ "measures": [
		    { "id": "visits", "kind": "ratio", "numerator": "a", "denominator": "all", "where": { "column": "kind", "values": ["visit"] }, "minimum_base": 2 },
		    { "id": "enough", "kind": "ratio", "numerator": "a", "denominator": "all", "minimum_base": 4 } ] }
	END
	benchmark -m where.json --disclosure none in.csv >out.csv
	run columns measure,records,numerator,denominator,value,lower95 <out.csv
	assert_line --index 1 --partial "visits,3,15,40,0.38,"
	assert_line "enough,4,15,130,[u],[u]"
}

@test "benchmark: a sum of a ratio that is no longer exact is exit 2" {
	awk 'BEGIN { print "a,all"; for (i = 0; i < 200000; i++) print "999999999999999999,1"; print "0.000000000000001,1" }' >in.csv
	run --separate-stderr benchmark --ratio a/all --disclosure none in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"'a/all' is too large to be exact"* ]]
}

@test "benchmark: coverage by time, from the columns that map-to-role appends" {
	printf 'code,function\nassess,A.i\nbudget,A.iii\nforum,E.iii\n' >codes.csv
	cat >log.csv <<-'END'
		team,minutes,code
		x,90,assess
		x,30,budget
		x,15,forum
		x,45,photocopier
		x,,assess
		y,60,photocopier
	END
	map-to-role -q --code code --crosswalk codes.csv --roles "$SCHEMAS/roles/roles.csv" --indicators \
		--functions --weight minutes log.csv >coded.csv
	benchmark --ratio role_a/role_all --ratio role_unmapped/role_all --ratio function_a_iii/role_a \
		-u team --disclosure none coded.csv >out.csv
	run columns unit,measure,records,numerator,denominator,value <out.csv
	assert_output "$(cat <<-'END'
		unit,measure,records,numerator,denominator,value
		x,role_a/role_all,5,120,180,0.67
		x,role_unmapped/role_all,5,45,180,0.25
		x,function_a_iii/role_a,5,30,120,0.25
		y,role_a/role_all,1,0,60,0.00
		y,role_unmapped/role_all,1,60,60,1.00
		y,function_a_iii/role_a,1,0,0,[z]
	END
	)"
}
