#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot: control charts.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# 24 months of one unit, of which the last two lie far below; more columns may follow
records() { # [UNIT...]
	echo unit,date,wait
	for unit in "${@:-Ash}"; do
		awk -v unit="$unit" 'BEGIN { for (m = 0; m < 24; m++) for (i = 0; i < 20; i++)
			printf "%s,%d-%02d-05,%d\n", unit, 2024 + int(m / 12), m % 12 + 1,
				(m > 21 ? 20 : 50) + (m % 3) * 2 + i % 5 }'
	done
}

measures() { # POLARITY
	printf '{"measures":[{"id":"wait","label":"Days waited","kind":"mean","column":"wait",
		"polarity":"%s","decimals":1,"target":45}]}' "$1" >measures.json
}

months() { # POLARITY [OPTION...]
	measures "$1"
	shift
	records Ash >records.csv
	benchmark -q -m measures.json -u unit -p date:month -c control,target "$@" records.csv >months.csv
}

@test "control: the title says the latest signal and when, the subtitle how many" {
	months lower
	run plot --labels measures.json -f txt months.csv
	assert_success
	assert_line --index 0 --partial "Days waited in Ash: below the limits from Nov 2025 to Dec 2025"
	assert_output --partial "24 of 24 signal a change"
}

@test "control: a change is an improvement or a concern by the measure's polarity" {
	need_gnuplot
	for way in lower:improvement higher:concern; do
		months "${way%:*}"
		plot -o chart.svg months.csv
		run grep -c ">special cause ${way#*:}<" chart.svg
		assert_output 1
		run grep -o "Latest: [0-9.]* in Dec 2025, special cause ${way#*:}, hit or miss" chart.svg
		assert_success
	done
	months neutral
	plot -o chart.svg months.csv
	run grep -c ">special cause, low<" chart.svg
	assert_output 1
}

@test "control: rules are named in the key and at their figures, the target with its figure" {
	need_gnuplot
	months lower
	plot -o chart.svg months.csv
	for word in 'signals: .*outside the limits.*' '(shift, )?outside.*' 'target 45.0' 'centre .*' 'upper limit .*'; do
		run grep -cE ">$word<" chart.svg
		assert_success
	done
}

@test "control: limits of two sigma are drawn where asked for alone" {
	need_gnuplot
	months lower
	plot -o outer.svg months.csv
	plot --limits both -o both.svg months.csv
	run grep -c '>2 sigma<' outer.svg
	assert_output 0
	run grep -c '>2 sigma<' both.svg
	assert_output 1
	run plot --limits inner -o x.svg months.csv
	assert_failure 2
	assert_output --partial "--limits 'inner'"
}

@test "control: where limits begin anew a line says from when" {
	need_gnuplot
	months lower --rebase 2025-01
	plot -o chart.svg months.csv
	run grep -c '>from Jan 2025<' chart.svg
	assert_output 1
	run grep -c '>limits begin anew<' chart.svg
	assert_output 1
}

@test "control: the own unit comes first, and is marked" {
	measures lower
	records Ash Beech Cedar >records.csv
	benchmark -q -m measures.json -u unit -p date:month -c control records.csv >months.csv
	plot -H Cedar --words words.json -f txt months.csv >chart
	run grep -c '^▶ Cedar' chart
	assert_output 1
	run grep -oE '(Cedar|Ash|Beech): [0-9.]+ in Dec 2025' words.json
	assert_line --index 0 --partial Cedar
}

@test "control: of more than 48 units those that signal have a panel, and the rest are counted" {
	need_gnuplot
	{
		echo unit,period,measure,kind,value,centre,limit_lower998,limit_upper998,signal,variation
		for unit in $(seq 60); do
			for month in 01 02; do
				signal=,common
				[ "$unit" -lt 55 ] || [ $month = 01 ] || signal=outside,concern
				echo "Unit $unit,2026-$month,wait,mean,$unit,30,20,40,$signal"
			done
		done
	} >many.csv
	run plot -f txt many.csv
	assert_success
	assert_line --index 0 --partial "Wait in 60 units: 6 of concern at the latest figure"
	assert_line --regexp '^  Unit 55 +55 special cause concern$'
	assert_output --partial "and 54 units without a signal"
	plot -o many.svg many.csv
	run grep -c '6 of 60 units have a panel' many.svg
	assert_output 1
}

@test "control: too few figures and overlapping periods have no limits, and no signal is denied" {
	printf '%s\n' unit,period,measure,kind,value,centre,limit_lower998,limit_upper998,signal,variation \
		Ash,2024-01/2024-03,wait,mean,5,,,,overlap, Ash,2024-02/2024-04,wait,mean,6,,,,overlap, >windows.csv
	run plot -f txt windows.csv
	assert_success
	assert_output --partial "periods that overlap have no limits"
	refute_output --partial "signals a change"
	sed 's/overlap/too_few/' windows.csv >few.csv
	run plot -f txt few.csv
	assert_output --partial "too few periods for limits"
}

@test "control: a limit that is no share has neither line nor figure" {
	need_gnuplot
	{
		echo unit,period,measure,kind,records,denominator,value,centre,limit_lower998,limit_upper998,signal
		for month in 01 02 03 04 05 06; do
			echo "Ash,2026-$month,seen,proportion,40,40,9$((10#$month)),93.5,82.1,104.9,"
		done
	} >shares.csv
	plot -t control -o chart.svg shares.csv
	run cat chart.svg
	assert_output --partial ">lower limit 82.1%<"
	assert_output --partial ">centre 93.5%<"
	refute_output --partial "104.9"
}
