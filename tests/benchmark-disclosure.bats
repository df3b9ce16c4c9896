#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark: rules of disclosure, the nation, and counts that are hidden for the sake of others.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >under5.json <<-'END'
		{ "name": "under5", "title": "Under 5, not rounded", "minimum": 5, "base": 1 }
	END
	cat >parts.json <<-'END'
		{ "measures": [
		    { "id": "a", "kind": "proportion", "column": "v", "values": ["a"], "part_of": "all" },
		    { "id": "b", "kind": "proportion", "column": "v", "values": ["b"], "part_of": "all" },
		    { "id": "c", "kind": "proportion", "column": "v", "values": ["c"], "part_of": "all" } ] }
	END
}

# A header and, for each UNIT:VALUE:TIMES, so many records.
records() {
	local entry
	echo u,v
	for entry; do
		awk -v entry="$entry" 'BEGIN {
			split(entry, part, ":")
			for (i = 0; i < part[3]; i++)
				print part[1] "," part[2]
		}'
	done
}

# Counts of a table, a unit each: NUMERATOR/DENOMINATOR...
table() {
	local pair i=10
	echo u,x,n
	for pair; do
		echo "u$((i++)),${pair%/*},${pair#*/}"
	done
}

# The published counts and value of each unit of table.csv.
published() { # OPTION...
	benchmark --proportion x/n -u u "$@" table.csv |
		columns numerator,denominator,value | tail -n +2 | paste -sd ' '
}

@test "disclosure: hes suppresses 1 to 7, shows 0, and rounds the rest" {
	table 0/20 1/20 7/20 8/20 12/20 13/22 20/23 8/8 0/7 0/0 >table.csv
	run published --disclosure hes
	assert_output "0,20,0 *,20,* *,20,* 10,20,40 10,20,60 15,20,59 20,25,87 10,10,100 0,*,* 0,0,[z]"
}

@test "disclosure: ascs suppresses nothing, and shares are made of the published counts" {
	table 0/20 2/20 3/20 7/20 1/7 2/2 3/3 1/1 >table.csv
	run published --disclosure ascs
	# 1 of 7 would be 14%, which no other pair behind 0 of 5 has
	assert_output "0,20,0 0,20,0 5,20,25 5,20,25 0,5,0 0,0,[z] 5,5,100 0,0,[z]"
}

@test "disclosure: ascs rounds totals to the nearest 10" {
	table 8/12 13/22 4/9 >table.csv
	benchmark --proportion x/n -u u --total all --disclosure ascs table.csv >out.csv
	run grep '^all' out.csv
	# 25 of 43
	assert_output --partial ",30,40,75,"
}

@test "disclosure: a mean of answers that are published as none has none either" {
	records a:4:2 b:4:3 >in.csv
	run bash -c 'benchmark --mean v -u u --disclosure ascs in.csv | cut -d, -f1,5,7,8'
	assert_line "a,0,0,[z]"
	assert_line "b,5,5,4.00"
}

@test "disclosure: a rule from a file" {
	cat >rule.json <<-'END'
		{ "name": "own", "minimum": 3, "zero": "shown", "base": 10, "total_base": 100, "percent_decimals": 1 }
	END
	table 0/40 2/40 3/40 14/41 15/41 >table.csv
	run published --disclosure rule.json
	# counts of 3 and 4 are published as 0, so that shares are made of what is published
	assert_output "0,40,0.0 *,40,* 0,40,0.0 10,40,25.0 20,40,50.0"
	benchmark --proportion x/n -u u --total all --disclosure rule.json --run-record run.json table.csv >out.csv
	run grep '^all' out.csv
	# 34 of 202
	assert_output --partial ",0,200,0.0,"
	run cat run.json
	assert_output --partial '"rule.json"'
}

@test "disclosure: a rule's file is checked strictly" {
	local rule expected
	while IFS='|' read -r rule expected; do
		echo "$rule" >rule.json
		run benchmark --mean v --disclosure rule.json --check-config
		assert_failure 2
		assert_output --partial "$expected"
	done <<-'END'
		{ "name": "x", "minimum": 5, "base": 5, "rounding": 5 }|rounding
		{ "name": "x", "base": 5 }|/minimum: is missing
		{ "name": "x", "minimum": 5 }|/base: is missing
		{ "minimum": 5, "base": 5 }|/name
		{ "name": "x", "minimum": -1, "base": 5 }|/minimum
		{ "name": "x", "minimum": 5, "base": 0 }|/base
		{ "name": "x", "minimum": 5, "base": 5, "total_base": 1 }|under the base
		{ "name": "x", "minimum": 5, "base": 5, "zero": "maybe" }|hidden
		{ "name": "x", "minimum": 5, "base": 5, "percent_decimals": 99 }|/percent_decimals
		[]|object
	END
	run benchmark --mean v --disclosure under5.json --check-config
	assert_success
	run benchmark --mean v --disclosure nowhere.json --check-config
	assert_failure 2
	assert_output --partial "mhsds, hes, ascs or none"
}

@test "disclosure: the nation is exact, and its counts are the published ones" {
	need_data deidentify/nhs-rounding/vectors.csv
	{
		echo u,x,n
		awk -F, 'NR > 1 { print "c" $1 "," $1 ",10000"; print "e" $1 "," $1 ",10000" }' \
			"$SHARED_DATA/deidentify/nhs-rounding/vectors.csv"
	} >table.csv
	awk -F, 'NR > 1 { print $1 "," $2 "," $3 }' "$SHARED_DATA/deidentify/nhs-rounding/vectors.csv" >expected.csv
	while IFS=, read -r count council nation; do
		printf 'u,x,n\nhere,%s,10000\nEngland,%s,10000\n' "$count" "$count" >one.csv
		benchmark --proportion x/n -u u --national England one.csv | columns unit,numerator | tail -n +2 | paste -sd ' '
		echo "England,$nation here,$council" >&3
	done <expected.csv >got.txt 3>wanted.txt
	# one unit alone beside the nation would tell its count: there it is hidden
	sed -i 's/^England,\([0-9]*\) here,.*/England,\1/' wanted.txt
	sed -i 's/ here,.*//' got.txt
	run diff wanted.txt got.txt
	assert_success
	run published --national e3 --disclosure mhsds
	assert_output --partial "3,10000,0.0"
}

@test "disclosure: the nation needs a unit, and one that is not there is said" {
	records a:1:6 >in.csv
	run benchmark --mean v --national a in.csv
	assert_failure 2
	assert_output --partial "--unit"
	run benchmark --mean v -u u --national b in.csv
	assert_success
	assert_output --partial "no such unit"
}

@test "disclosure: where nothing is rounded, a count alone is not hidden alone" {
	records a:1:3 b:1:6 c:1:20 d:1:30 >in.csv
	run bash -c 'benchmark --mean v -u u --total all --disclosure under5.json in.csv | cut -d, -f1,5-8'
	# 59 - 20 - 30 leaves 9 for two units, so each can be 0 to 9
	assert_line "a,*,*,*,*"
	assert_line "b,*,*,*,*"
	assert_line "c,20,20,20,1.00"
	assert_line "all,59,59,59,1.00"
	# nothing adds up without the total
	run bash -c 'benchmark --mean v -u u --disclosure under5.json in.csv | cut -d, -f1,5-8'
	assert_line "a,*,*,*,*"
	assert_line "b,6,6,6,1.00"
}

@test "disclosure: several that add up to next to nothing are not enough" {
	records a:1:1 b:1:1 c:1:20 d:1:30 >in.csv
	run bash -c 'benchmark --mean v -u u --total all --disclosure under5.json in.csv | cut -d, -f1,5'
	assert_line "c,*"
	assert_line "d,30"
	# and two of 4 would be known by whoever takes both for small ones
	records a:1:4 b:1:4 c:1:20 d:1:30 >in.csv
	run bash -c 'benchmark --mean v -u u --total all --disclosure under5.json in.csv | cut -d, -f1,5'
	assert_line "c,*"
	assert_line "d,30"
}

@test "disclosure: the parts of a whole hide two of themselves" {
	records u:a:3 u:b:40 u:c:60 >in.csv
	run bash -c 'benchmark -m parts.json -u u --disclosure under5.json in.csv | cut -d, -f3,5-8'
	assert_line "a,103,*,103,*"
	assert_line "b,103,*,103,*"
	assert_line "c,103,60,103,58.3"
	# without part_of nobody is told that they are parts
	sed 's/, "part_of": "all"//' parts.json >apart.json
	run bash -c 'benchmark -m apart.json -u u --disclosure under5.json in.csv | cut -d, -f3,5-8'
	assert_line "b,103,40,103,38.8"
}

@test "disclosure: a table of units and parts hides in both directions" {
	records u:a:3 u:b:40 u:c:60 v:a:10 v:b:50 v:c:30 w:a:9 w:b:40 w:c:70 >in.csv
	benchmark -m parts.json -u u --total all --disclosure under5.json in.csv >out.csv
	# each hidden numerator has another one in its unit and in its measure
	run awk -F, '$6 == "*" { unit[$1]++; measure[$3]++ }
		END { for (i in unit) if (unit[i] < 2) print "alone in " i
		      for (i in measure) if (measure[i] < 2) print "alone in " i
		      print (length(unit) > 1) ? "hidden" : "none" }' out.csv
	assert_output "hidden"
	run benchmark --attack -m parts.json --total all --disclosure under5.json out.csv
	assert_success
}

@test "disclosure: rounding does not protect at its ends, and then more is hidden" {
	# England's 5 are a unit of 5 to 7 and one of 0 to 4: 5 and 0
	table 5/100 0/100 5/200 >table.csv
	run published --national u12
	assert_output "*,100,* *,100,* 5,200,2.5"
}

@test "disclosure: sums of a hidden figure do not show" {
	records a:3:3 b:2:6 c:1:20 >in.csv
	run bash -c 'benchmark --mean v -u u --disclosure under5.json in.csv | cut -d, -f1,5-8'
	assert_line "a,*,*,*,*"
	assert_line "b,6,12,6,2.00"
}

@test "disclosure: hiding takes nothing from the counts of records" {
	records a:1:3 b:1:6 c:1:20 >in.csv
	benchmark --mean v -u u --total all --disclosure under5.json --run-record run.json in.csv >out.csv
	run cat run.json
	assert_output --partial '"in": 29'
}

@test "disclosure: a 0 that the rule shows is hidden where nothing else is left" {
	# England's 2 are two units with 1 each, unless one of the others may have them
	table 1/50 1/50 0/50 2/150 >table.csv
	run published --national u13 --disclosure hes
	assert_output "*,50,* *,50,* *,50,* 2,150,1.3"
}

@test "disclosure: figures that are published already stay as they are" {
	printf 'u,v\na,3\nb,*\nn,7\n' >given.csv
	run bash -c 'benchmark --given v -u u --national n given.csv | cut -d, -f1,8'
	assert_line "a,3"
	assert_line "b,*"
	assert_line "n,7"
}
