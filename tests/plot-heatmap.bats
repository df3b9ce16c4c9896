#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot --type heatmap: units by measures or by periods.

bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	unset COLUMNS
	{
		echo unit,period,measure,kind,value
		printf '%s\n' Ash,2026-03,trusted,proportion,20 Beech,2026-03,trusted,proportion,80 \
			Ash,2026-03,wait,mean,9.5 Beech,2026-03,wait,mean,1.5
	} >kinds.csv
	{
		echo unit,period,measure,kind,value
		for month in 01 02 03; do
			for team in Ash Beech Cedar; do
				echo "$team,2026-$month,trusted,proportion,4${month#0}"
			done
		done
	} >months.csv
}

@test "heatmap: columns of several kinds have scales of their own" {
	run plot -t heatmap -f txt kinds.csv
	assert_success
	assert_output --partial "each column has a scale of its own"
	# the least of each column is light, the greatest dark
	assert_line --regexp '^  Ash +20% ░ +9\.5 █$'
	assert_line --regexp '^  Beech +80% █ +1\.5 ░$'
	run plot -t heatmap --scale all -f txt kinds.csv
	refute_output --partial "scale of its own"
	assert_line --regexp '^  Ash +20% ▒ +9\.5 ░$'
}

@test "heatmap: --scale column for figures of one kind, and no other word" {
	run plot -t heatmap --scale column -f txt months.csv
	assert_success
	assert_output --partial "scale of its own"
	run plot -t heatmap --scale row months.csv
	assert_failure 2
	assert_output --partial "column and all"
}

@test "heatmap: the picture is as wide as was asked, whatever it holds" {
	need_gnuplot
	{
		echo unit,period,measure,kind,value
		for measure in {1..30}; do
			for team in {1..8}; do
				echo "Team $team,2026-03,A long name of measure $measure,proportion,$((measure + team))"
			done
		done
	} >wide.csv
	for width in 320 640 960; do
		plot -t heatmap --size $width -o wide.svg wide.csv
		run grep -cE "<svg[^>]* width=\"$width\" height=" wide.svg
		assert_output 1
	done
	# at 320 the columns have numbers and a key, in blocks that name the units anew
	plot -t heatmap --size 320 -o wide.svg wide.csv
	run grep -c ">Team 3<" wide.svg
	refute_output 1
	run grep -c ">30<" wide.svg
	refute_output 0
}

@test "heatmap: where lower is better the column says so" {
	need_gnuplot
	printf 'code,label,polarity\nwait,Waiting time,lower\n' >names.csv
	run plot -t heatmap --labels names.csv kinds.csv
	assert_success
	assert_output --partial "↓ Waiting"
	assert_output --partial "↓ lower is better"
	run plot -t heatmap kinds.csv
	refute_output --partial "↓"
}

@test "heatmap: parts stand below their unit, totals behind a line" {
	need_gnuplot
	{
		echo unit,period,respondent,measure,kind,value
		for team in Ash Beech; do
			for who in carer person; do
				echo "$team,2026-03,$who,trusted,mean,4"
				echo "$team,2026-03,$who,wait,mean,5"
			done
		done
	} >parts.csv
	plot -t heatmap -o parts.svg parts.csv
	run grep -c ">Ash<" parts.svg
	assert_output 1
	run grep -c ">carer<" parts.svg
	assert_output 2
	run plot -t heatmap --total Ash -f svg months.csv
	assert_success
	# the total is the last of the units
	assert_equal "$(grep -oE '>(Ash|Beech|Cedar)<' <<<"$output" | tr -d '><\n')" BeechCedarAsh
}

@test "heatmap: the ends of each column and the own unit in words" {
	need_gnuplot
	run plot -t heatmap -H Beech kinds.csv
	assert_success
	assert_output --partial "trusted: lowest Ash 20%; highest Beech 80%; highlighted: Beech 80%."
	assert_output --partial "wait: lowest Beech 1.5; highest Ash 9.5; highlighted: Beech 1.5."
}

@test "heatmap: held-back figures are hatched and starred, never coloured" {
	need_gnuplot
	sed 's/,proportion,4.$/,proportion,*/' months.csv >held.csv
	run plot -t heatmap held.csv
	assert_success
	assert_output --partial "no figure can be shown"
	assert_output --partial "* held back"
	assert_equal "$(grep -c '>\*<' <<<"$output")" 9
}

@test "heatmap: in a terminal parts stand below their unit, totals last, and lower is said" {
	{
		echo unit,period,respondent,measure,kind,value
		for team in Ash Beech; do
			for who in carer person; do
				echo "$team,2026-03,$who,trusted,mean,4"
				echo "$team,2026-03,$who,wait,mean,5"
			done
		done
	} >parts.csv
	run plot -t heatmap -f txt parts.csv
	assert_equal "$(grep -c '^  Ash$' <<<"$output")" 1
	assert_line --regexp '^    carer +4 '
	printf 'code,label,polarity\nwait,Waiting time,lower\n' >names.csv
	run plot -t heatmap --labels names.csv --total Ash -f txt kinds.csv
	assert_line "  ↓ lower is better"
	assert_equal "$(grep -oE '^  (Ash|Beech)' <<<"$output" | tr -d '\n')" "  Beech  Ash"
}
