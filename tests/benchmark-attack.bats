#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark --attack: outputs are undone as far as they can be, own ones not at all.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

HEADER=unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method

setup_filter() {
	echo '{ "name": "under5", "minimum": 5, "base": 1 }' >under5.json
	cat >parts.json <<-'END'
		{ "measures": [
		    { "id": "a", "kind": "proportion", "column": "v", "values": ["a"], "part_of": "all" },
		    { "id": "b", "kind": "proportion", "column": "v", "values": ["b"], "part_of": "all" },
		    { "id": "c", "kind": "proportion", "column": "v", "values": ["c"], "part_of": "all" } ] }
	END
}

# Made-up shares: for each UNIT:NUMERATOR:DENOMINATOR a line of a period.
output() { # UNIT:NUMERATOR:DENOMINATOR...
	local entry unit above below
	echo "$HEADER"
	for entry; do
		IFS=: read -r unit above below <<<"$entry"
		echo "$unit,2024-04,m,proportion,$below,$above,$below,[z],[z],[z],[z],[z],wilson_published"
	done
}

# Invented records of twelve units of all sizes and two months, the same for the same seed.
invented() { # SEED
	awk -v seed="$1" 'function draw(below) {
			seed = (seed * 1103515245 + 12345) % 2147483648
			return int(seed / 65536) % below
		}
		BEGIN {
			split("2 4 6 9 15 30 60", sizes, " ")
			print "u,d,answer,v"
			for (u = 1; u <= 12; u++) {
				size = sizes[1 + draw(7)]
				for (m = 1; m <= 2; m++)
					for (i = size + draw(5); i > 0; i--)
						print "u" u ",2024-0" m "," 1 + draw(5) "," substr("aaaabbbc", 1 + draw(8), 1)
			}
		}'
}

# What the attack says of the numerator of each unit.
numerators() {
	awk -F, '$6 == "numerator" { print $3 ":" $8 ".." $9 ":" $10 }' | paste -sd ' '
}

@test "attack: a lone suppressed count is worked out from the total" {
	output all:43:400 a:20:100 b:20:100 c:*:100 >out.csv
	run --separate-stderr benchmark --attack --disclosure under5.json --total all out.csv
	assert_failure 1
	assert_line "out.csv,5,c,2024-04,m,numerator,*,*,*,pinned"
	[[ $stderr == *"1 suppressed counts can be worked out"* ]]
	# the value is for those who ask
	run --separate-stderr benchmark --attack --show-values --disclosure under5.json --total all out.csv
	assert_failure 1
	assert_line "out.csv,5,c,2024-04,m,numerator,*,3,3,pinned"
	# nobody said that there is a total
	run benchmark --attack --disclosure under5.json out.csv
	assert_success
}

@test "attack: what is hidden for the sake of others closes it" {
	{
		echo u,v
		for unit in a:20 b:20 c:3; do
			for ((i = 0; i < 100; i++)); do
				echo "${unit%:*},$((i < ${unit#*:}))"
			done
		done
	} >in.csv
	benchmark --proportion v=1 -u u --total all --disclosure under5.json in.csv >out.csv
	run benchmark --attack --disclosure under5.json --total all out.csv
	assert_success
	# the same without it is open
	sed '/^a,/s/\*/20/' out.csv >open.csv
	run benchmark --attack --disclosure under5.json --total all open.csv
	assert_failure 1
}

@test "attack: nothing suppressed is worked out from own outputs, whatever the rule" {
	local seed rule
	for seed in 1 2 3 4 5 6; do
		invented "$seed" >in.csv
		for rule in mhsds hes ascs under5.json; do
			benchmark -m parts.json --mean answer -u u -p d --total all --disclosure "$rule" in.csv >out.csv
			run --separate-stderr benchmark --attack -m parts.json --total all --disclosure "$rule" out.csv
			assert_success
			[[ $stderr == *" suppressed counts: 0 pinned"* ]]
			# something was there to be found
			[ "$rule" = ascs ] || [ "$(grep -c ',\*,' out.csv)" -gt 20 ]
		done
	done
}

@test "attack: with the nation exact nothing suppressed is worked out either" {
	local seed rule
	for seed in 1 2 3; do
		invented "$seed" >in.csv
		for rule in mhsds hes ascs under5.json; do
			benchmark -m parts.json -u u -p d --total all --national all --disclosure "$rule" in.csv >out.csv
			run benchmark --attack -m parts.json --national all --disclosure "$rule" out.csv
			assert_success
		done
	done
}

@test "attack: the truth lies within what is found" {
	local rule
	invented 9 >in.csv
	benchmark -m parts.json -u u -p d --total all --disclosure none in.csv >truth.csv
	for rule in mhsds hes ascs under5.json; do
		benchmark -m parts.json -u u -p d --total all --disclosure "$rule" in.csv >out.csv
		benchmark --attack --show-values -m parts.json --total all --disclosure "$rule" out.csv >found.csv
		run awk -F, 'NR == FNR { for (i = 5; i <= 7; i++) true[$1 "," $2 "," $3 "," i] = $i; next }
			FNR > 1 {
				column = $6 == "records" ? 5 : $6 == "numerator" ? 6 : 7
				was = true[$3 "," $4 "," $5 "," column]
				if (was == "" || was + 0 < $8 + 0 || ($9 != "" && was + 0 > $9 + 0)) print "line " FNR
				n++
			} END { print (n > 100) ? "all" : "few" }' truth.csv found.csv
		assert_output all
	done
}

@test "attack: two editions of a month, each of them safe" {
	output all:43:400 a:20:100 b:*:100 c:*:100 d:*:100 >first.csv
	output all:43:400 a:*:100 b:15:100 c:*:100 d:*:100 >second.csv
	output all:43:400 a:20:100 b:15:100 c:5:100 d:*:100 >third.csv
	for file in first second; do
		run benchmark --attack --disclosure under5.json --total all "$file.csv"
		assert_success
	done
	# 43 - 20 - 15 leaves 8 for two
	run bash -c 'benchmark --attack --disclosure under5.json --total all first.csv second.csv 2>/dev/null'
	assert_success
	assert_line "second.csv,5,c,2024-04,m,numerator,*,0,8,guessed"
	output all:43:400 a:20:100 b:*:100 c:5:100 d:*:100 >fourth.csv
	run --separate-stderr benchmark --attack --show-values --disclosure under5.json --total all second.csv fourth.csv
	assert_failure 1
	assert_line "second.csv,6,d,2024-04,m,numerator,*,3,3,pinned"
	assert_line "fourth.csv,6,d,2024-04,m,numerator,*,3,3,pinned"
}

@test "attack: a figure that was revised is taken by itself" {
	output a:20:100 >first.csv
	output a:30:100 >second.csv
	run --separate-stderr benchmark --attack first.csv second.csv
	assert_success
	[[ $stderr == *"1 counts cannot be the same in all files"* ]]
	assert_line "first.csv,2,a,2024-04,m,numerator,20,18,22,kept"
	assert_line "second.csv,2,a,2024-04,m,numerator,30,28,32,kept"
}

@test "attack: parts of a whole, where the configuration says so" {
	{
		echo "$HEADER"
		echo "u,all,a,proportion,103,*,103,[z],[z],[z],[z],[z],wilson"
		echo "u,all,b,proportion,103,40,103,[z],[z],[z],[z],[z],wilson"
		echo "u,all,c,proportion,103,60,103,[z],[z],[z],[z],[z],wilson"
	} >out.csv
	run benchmark --attack --disclosure under5.json out.csv
	assert_success
	run --separate-stderr benchmark --attack --show-values -m parts.json --disclosure under5.json out.csv
	assert_failure 1
	assert_line "out.csv,2,u,all,a,numerator,*,3,3,pinned"
}

@test "attack: a count between two squares is found where each line alone says nothing" {
	cat >four.json <<-'END'
		{ "measures": [
		    { "id": "a", "kind": "proportion", "column": "v", "values": ["a"], "part_of": "all" },
		    { "id": "b", "kind": "proportion", "column": "v", "values": ["b"], "part_of": "all" },
		    { "id": "c", "kind": "proportion", "column": "v", "values": ["c"], "part_of": "all" },
		    { "id": "d", "kind": "proportion", "column": "v", "values": ["d"], "part_of": "all" } ] }
	END
	# two or three are hidden in each unit and each part; y's c, 3, is in both squares' lines
	{
		echo "$HEADER"
		while read -r unit n a b c d; do
			for part in a:$a b:$b c:$c d:$d; do
				echo "$unit,all,${part%:*},proportion,$n,${part#*:},$n,[z],[z],[z],[z],[z],wilson"
			done
		done <<-'END'
			x 60 * * 10 10
			y 53 * * * 10
			z 60 10 10 * *
			zz 60 10 10 * *
			all 233 60 60 53 60
		END
	} >out.csv
	run --separate-stderr benchmark --attack --show-values -m four.json --total all --disclosure under5.json out.csv
	assert_failure 1
	assert_line "out.csv,8,y,all,c,numerator,*,3,3,pinned"
	[[ $stderr == *"9 suppressed counts: 1 pinned"* ]]
}

@test "attack: what a whole percentage gives away of rounded counts" {
	awk 'BEGIN { print "u,x,n"; for (n = 5; n <= 202; n++) for (x = 5; x <= n; x++) print x "-" n "," x "," n }' >table.csv
	benchmark --proportion x/n -u u table.csv >out.csv
	benchmark --attack out.csv >found.csv 2>/dev/null
	# of 19,306 pairs up to 200: 1,041 pairs, which are 5 in 100, and 16 in 100 numerators
	run awk -F, '{ split($3, pair, "-") } pair[2] + 0 > 200 || pair[2] + 0 < 5 { next }
		$6 == "numerator" { all++; above += $10 == "pinned" }
		$6 == "denominator" { below += $10 == "pinned" }
		END { print all, above, below }' found.csv
	assert_output "19306 3098 1041"
	# under a rule that makes shares of published counts nothing is found
	benchmark --proportion x/n -u u --disclosure ascs table.csv >out.csv
	run bash -c 'benchmark --attack --disclosure ascs out.csv 2>/dev/null | grep -c pinned'
	assert_output 0
}

@test "attack: counts that are not as the rule shows them are said" {
	output a:21:100 b:3:100 c:20:100 >out.csv
	run --separate-stderr benchmark --attack out.csv
	assert_failure 1
	assert_line "out.csv,2,a,2024-04,m,numerator,21,21,21,not_as_ruled"
	assert_line "out.csv,3,b,2024-04,m,numerator,3,3,3,not_as_ruled"
	[[ $stderr == *"2 counts are not as --disclosure mhsds shows them"* ]]
	# the nation's are exact
	output a:20:100 England:21:103 >out.csv
	run benchmark --attack --national England out.csv
	assert_success
}

@test "attack: the run record counts, and the output is the owner's alone" {
	output all:43:400 a:20:100 b:20:100 c:*:100 >out.csv
	run benchmark --attack --disclosure under5.json --total all --run-record run.json -o found.csv out.csv
	assert_failure 1
	run cat run.json
	assert_output --partial '"suppressed counts: pinned": 1'
	assert_output --partial '"in": 4'
	run stat -c %a found.csv
	assert_output 600
}

@test "attack: what is no output, or not of one kind, is exit 2" {
	printf 'a,b\n1,2\n' >in.csv
	run benchmark --attack in.csv
	assert_failure 2
	assert_output --partial "'unit'"
	output a:20:100 a:20:100 >out.csv
	run benchmark --attack out.csv
	assert_failure 2
	assert_output --partial "out.csv:3: is a second line"
	output a:20:100 >out.csv
	sed 's/^unit,period/unit,period,sex/; s/^a,2024-04/&,f/' out.csv >by.csv
	run benchmark --attack out.csv by.csv
	assert_failure 2
	assert_output --partial "other further columns"
	run benchmark --attack by.csv
	assert_success
	assert_line --partial "file,line,unit,period,sex,measure,column"
	run benchmark --attack -u unit out.csv
	assert_failure 2
	assert_output --partial "--attack reads what was published"
}

@test "attack: empty input gives nothing, and a header its header" {
	run benchmark --attack /dev/null
	assert_success
	refute_output --partial "file,line"
	echo "$HEADER" >out.csv
	run --separate-stderr benchmark --attack out.csv
	assert_success
	assert_output "file,line,unit,period,measure,column,published,smallest,largest,state"
}

@test "attack: a broken output is exit 2, and nothing is said of a part of it" {
	{
		output a:20:100
		echo "b,2024-04"
	} >out.csv
	run --separate-stderr benchmark --attack out.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"out.csv:3"* ]]
}
