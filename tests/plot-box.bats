#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot --type box: how the units' figures are spread.

bats_require_minimum_version 1.5.0
load helper

# unit value ...
stream() {
	echo unit,period,measure,kind,records,value,units
	while [ $# -gt 0 ]; do
		echo "$1,2026-03,wait,mean,40,$2,6"
		shift 2
	done
}

setup_filter() {
	unset COLUMNS
	stream Ash 1.0 Beech 2.0 Cedar 4.0 Dogwood 7.0 Elm 9.0 Fir 30.0 >six.csv
}

@test "box: quartiles of type 7 from the published figures, and they are said to be that" {
	run plot -t box -f txt six.csv
	assert_success
	assert_output --partial "the middle half of 6 units lies between 2.5 and 8.5"
	assert_output --partial "(type 7) worked out from the"
	assert_line --regexp '^  wait +1\.0 +2\.5 +5\.5 +8\.5 +30\.0 +6$'
}

@test "box: the ends, the outliers and the own unit in words" {
	need_gnuplot
	run plot -t box -H Elm six.csv
	assert_success
	assert_output --partial "wait: median 5.5; middle half 2.5 to 8.5; lowest Ash 1.0; highest Fir 30.0; 1 beyond the whiskers: Fir; highlighted Elm 9.0; n 6."
	# both names stand beside their points
	assert_output --partial ">Elm 9.0<"
	assert_output --partial ">Fir 30.0<"
}

@test "box: fewer than five units are points, without quartiles" {
	stream Ash 1.0 Beech 2.0 Cedar 4.0 Dogwood 7.0 >four.csv
	run plot -t box -f txt four.csv
	assert_success
	assert_output --partial "median 3.0"
	assert_output --partial "points where there are fewer than 5"
	assert_line --regexp '^  wait +1\.0 +- +3\.0 +- +7\.0 +4$'
}

@test "box: totals are no unit, held-back units are counted in words" {
	{
		cat six.csv
		echo Gorse,2026-03,wait,mean,*,*,6
		echo England,2026-03,wait,mean,400,99.0,[z]
	} >more.csv
	run plot -t box -f txt more.csv
	assert_success
	assert_line --regexp '^  wait +1\.0 +2\.5 +5\.5 +8\.5 +30\.0 +6$'
	assert_output --partial "1 of 8 figures"
	refute_output --partial "99"
}

@test "box: all held back says so, equal figures have one median" {
	stream Ash '*' Beech '*' >held.csv
	run plot -t box -f txt held.csv
	assert_success
	assert_output --partial "no figure can be shown"
	{
		stream Ash 5 Beech 5 Cedar 5 Dogwood 5 Elm 5
		stream Ash 5 Beech 5 Cedar 5 Dogwood 5 Elm 5 | sed '1d;s/wait/stay/'
	} >equal.csv
	run plot -t box -f txt equal.csv
	assert_output --partial "all medians are 5"
}

@test "box: figures of several kinds have no scale in common" {
	{ cat six.csv; sed '1d;s/wait,mean/seen,proportion/' six.csv; } >kinds.csv
	run plot -t box kinds.csv
	assert_failure 2
	assert_output --partial "--measure"
	run plot -t box -m seen -f txt kinds.csv
	assert_success
	assert_line --regexp '^  seen +1\.0% +2\.5% +5\.5%'
}

@test "box: a period each, and the finding names the ends" {
	{ cat six.csv; sed '1d;s/2026-03/2026-04/;s/7\.0/6.0/' six.csv; } >two.csv
	run plot -t box -f txt two.csv
	assert_success
	assert_output --partial "medians from 5.0 (Apr 2026) to 5.5 (Mar 2026)"
}

@test "box: of single records a box for each unit, stamped" {
	{
		echo team,wait
		for n in 1 2 4 7 9 30; do echo "Ash,$n"; done
		for n in 3 3 3; do echo "Beech,$n"; done
	} >records.csv
	run plot -t box records.csv
	assert_failure 2
	run plot -t box --undisclosed --unit team --value wait -f txt records.csv
	assert_success
	assert_output --partial "ot for publication"
	assert_line --regexp '^  Ash +1\.0 +2\.5 +5\.5 +8\.5 +30\.0 +6$'
	assert_line --regexp '^  Beech +3\.0 +- +3\.0 +- +3\.0 +3$'
}

@test "box: of single records of several units and periods the names are whole" {
	need_gnuplot
	{
		echo team,month,wait
		for team in Ash Beech; do
			for month in 01 02; do
				for n in 1 2 4 7 9; do echo "$team,2026-$month-05,$n"; done
			done
		done
	} >records.csv
	run plot -t box --undisclosed --unit team --value wait --period month:month -H Ash -f svg records.csv
	assert_success
	for name in 'Ash, Jan 2026' 'Ash, Feb 2026' 'Beech, Feb 2026'; do
		assert_output --partial ">$name<"
	done
}
