#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot: trend charts.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

HEADER=unit,period,measure,kind,value,lower95,upper95

setup_filter() {
	printf '%s\n' "$HEADER" \
		Ash,2025-01,listened,proportion,61,58,64 Ash,2025-02,listened,proportion,'*','*','*' \
		Ash,2025-03,listened,proportion,72,69,75 Beech,2025-01,listened,proportion,61,50,70 \
		Beech,2025-02,listened,proportion,60,50,70 Beech,2025-03,listened,proportion,64,54,74 >two.csv
	grep -v Beech two.csv >one.csv
}

@test "trend: several periods of one measure are a trend; of more than 48 units a heat map" {
	run plot --words words.json -f txt two.csv
	assert_success
	run grep -c '"Line chart over time' words.json
	assert_output 1
	{
		echo "$HEADER"
		for unit in $(seq 49); do
			printf "U$unit,2025-0%d,q,mean,$unit,,\n" 1 2
		done
	} >many.csv
	run plot --words words.json -f txt many.csv
	run grep -c '"Heat map' words.json
	assert_output 1
}

@test "trend: rose and fell are said only where the intervals of the ends do not overlap" {
	run plot -f txt one.csv
	assert_line --index 0 "Listened in Ash: rose from 61% in Jan 2025 to 72% in Mar 2025"
	run plot -f txt -H Beech two.csv
	assert_line --index 0 "Listened in Beech: 61% in Jan 2025, 64% in Mar 2025"
	sed 's/72,69,75/52,49,55/' one.csv >fell.csv
	run plot -f txt fell.csv
	assert_line --index 0 --partial "fell from 61%"
	# limits that meet overlap
	sed 's/69,75/64,75/' one.csv >meet.csv
	run plot -f txt meet.csv
	assert_line --index 0 "Listened in Ash: 61% in Jan 2025, 72% in Mar 2025"
	cut -d, -f1-5 one.csv >bare.csv
	run plot -f txt bare.csv
	assert_line --index 0 "Listened in Ash: 61% in Jan 2025, 72% in Mar 2025"
}

@test "trend: of several units the title says which one rose, or how many" {
	COLUMNS=200 run plot -f txt two.csv
	assert_line --index 0 "Listened in 2 units: Ash rose from 61% in Jan 2025 to 72% in Mar 2025"
	sed 's/64,54,74/24,14,34/' two.csv >both.csv
	COLUMNS=200 run plot -f txt both.csv
	assert_line --index 0 --partial "2 units: 1 rose, 1 fell, most Beech from 61% to 24%, Jan"
}

@test "trend: as text each unit is a line of blocks with first, last, lowest and highest" {
	run plot -f txt two.csv
	assert_line --regexp '^ +first +last +lowest +highest$'
	assert_line --regexp '^  Ash +61% ▂\*█ +72% +61% +72%$'
	assert_line --regexp '^  Beech +61% ▂▁▃ +64% +60% +64%$'
}

@test "trend: many periods share blocks, and no line is wider than the terminal" {
	{
		echo "$HEADER"
		for year in $(seq 1990 2019); do
			printf "A unit whose name is rather long for eighty,$year-%02d,q,mean,1%d,,\n" 1 1 2 2 3 3 4 4
		done
	} >long.csv
	COLUMNS=80 run plot -f txt long.csv
	assert_success
	assert_output --regexp 'Each block is the last figure of [0-9]+ months'
	for line in "${lines[@]}"; do
		assert [ "${#line}" -le 80 ]
	done
}

@test "trend: one unit has a panel for each measure, with scales of their own where kinds differ" {
	sed 's/,listened,proportion/,wait,mean/' one.csv | tail -n +2 | cat one.csv - >measures.csv
	run plot --words words.json -f txt measures.csv
	assert_line --index 0 --partial "2 measures in Ash: 2 rose"
	assert_output --partial "each measure has its own scale"
	run plot -t trend -f txt two.csv
	refute_output --partial "own scale"
}

@test "trend: several measures of several units ask for one" {
	sed 's/,listened,/,other,/' two.csv | tail -n +2 | cat two.csv - >measures.csv
	run plot -t trend -f txt measures.csv
	assert_failure 2
	assert_output --partial "choose one with --measure"
}

@test "trend: the picture prints both ends, and hatches what is held back" {
	need_gnuplot
	plot -o two.svg two.csv
	for word in 61% 72% 64% 'held back' '95% interval' 'the other units'; do
		run grep -c ">$word<" two.svg
		assert [ "$output" -ge 1 ]
	done
	sed 's/proportion,.*/proportion,*,*,*/' two.csv >held.csv
	plot -o held.svg held.csv
	run grep -c '>no figure can be shown<' held.svg
	assert_output 2
}

@test "trend: of more than 48 panels those without a figure are listed, not hatched" {
	need_gnuplot
	{
		echo "$HEADER"
		for unit in $(seq 60); do
			value=$unit
			[ "$unit" -lt 60 ] || value='*'
			printf "U$unit,2025-0%d,q,mean,$value,,\n" 1 2
		done
	} >many.csv
	plot -t trend -o many.svg many.csv
	run grep -c 'since no figure can be shown: U60<' many.svg
	assert_output 1
	run grep -c 'hatched' many.svg
	assert_output 0
}

@test "trend: one period alone is a point and its interval" {
	run plot -t trend -p 2025-01 -f txt two.csv
	assert_success
	assert_line --index 0 --partial "Jan 2025"
}
