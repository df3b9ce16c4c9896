#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot: every length, place and number of a chart, read back out of its SVG, is the stream's.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	unset COLUMNS
	command -v python3 >/dev/null || skip "no python3 to read charts with"
	own="Harbour crisis team"
}

# Invented answers of ten teams over 18 months, the sixth too small for some figures.
answers() {
	local generate=${GENERATE:-$SAMPLES/generate}
	[ -x "$generate" ] || skip "samples/generate is not built"
	"$generate" --type feedback --records "${1-4000}" --seed 5 --teams 10 --months 18 >answers.csv
}

# The chart at the width of a phone and of a page, read back.
read_back() { # TYPE STREAM PLOT-OPTION...
	local width
	for width in 360 960; do
		plot --type "$1" --size $width "${@:3}" -o chart.svg "$2"
		run python3 "$ROOT/tests/plot/truth.py" "$1" "$2" chart.svg "$own"
		assert_success
		assert_output --regexp '^[0-9]+ comparisons, at most 0\.[0-5][0-9]* px apart$'
	done
}

@test "plot truth: a bar that is longer than its figure, and a wrong number, are seen" {
	need_gnuplot
	answers
	benchmark -q --mean listened --missing -9 -u team -c quartile,rank answers.csv >teams.csv
	plot --type ranked --mark bars -o chart.svg teams.csv
	run python3 "$ROOT/tests/plot/truth.py" ranked teams.csv chart.svg
	assert_success
	# the first bar of the ranking, by a pixel
	awk '!done && /fill="#4f7ca5" d="M[0-9.]+ [0-9.]+H/ {
		match($0, /H[0-9.]+/)
		$0 = substr($0, 1, RSTART) substr($0, RSTART + 1, RLENGTH - 1) + 1 substr($0, RSTART + RLENGTH)
		done = 1
	} { print }' chart.svg >longer.svg
	run python3 "$ROOT/tests/plot/truth.py" ranked teams.csv longer.svg
	assert_failure
	sed 's|</title>| 98765</title>|' chart.svg >said.svg
	run python3 "$ROOT/tests/plot/truth.py" ranked teams.csv said.svg
	assert_failure
	assert_output --partial "says 98765"
}

@test "plot truth: ranked bars and points, their order, intervals and own unit" {
	need_gnuplot
	answers
	benchmark -q --mean listened --missing -9 -u team -c quartile,rank answers.csv >teams.csv
	read_back ranked teams.csv -H "$own" --mark bars
	read_back ranked teams.csv -H "$own" --mark points
	benchmark -q --proportion 'trusted=4|5' --missing -9 -u team -c rank answers.csv >teams.csv
	read_back ranked teams.csv -H "$own"
	read_back bar teams.csv -H "$own"
	# some units are held back
	answers 120
	benchmark -q --mean listened --missing -9 -u team -c quartile,rank answers.csv >teams.csv
	run grep -c ',\*,' teams.csv
	refute_output 0
	own=
	read_back ranked teams.csv --mark bars
	read_back bar teams.csv
}

@test "plot truth: figures below zero" {
	need_gnuplot
	# some teams above, some below, no commas in their names
	awk 'BEGIN { print "team,change"; for (i = 0; i < 400; i++) print "Team " i % 8 "," (i * 7 % 11) / 4 - i % 8 / 2 }' >below.csv
	own="Team 3"
	benchmark -q --mean change -u team -c rank below.csv >teams.csv
	read_back ranked teams.csv -H "$own" --mark bars
	own=
	read_back bar teams.csv
}

@test "plot truth: points and limits of funnels" {
	need_gnuplot
	answers
	benchmark -q --proportion 'trusted=4|5' --missing -9 -u team -c funnel answers.csv >teams.csv
	read_back funnel teams.csv -H "$own"
	benchmark -q --proportion 'trusted=4|5' --missing -9 -u team -c funnel --overdispersion multiplicative \
		answers.csv >teams.csv
	read_back funnel teams.csv
	benchmark -q --proportion 'trusted=4|5' --missing -9 -u team -c funnel --overdispersion none \
		--funnel exact answers.csv >teams.csv
	read_back funnel teams.csv
}

@test "plot truth: figures, centre and limits over time" {
	need_gnuplot
	answers
	benchmark -q --mean listened --missing -9 -u team -p date:month -c control answers.csv >months.csv
	while read -r own; do
		grep -e ^unit, -e "^$own," months.csv >one.csv
		read_back control one.csv
		read_back trend one.csv
	done < <(tail -n +2 months.csv | cut -d, -f1 | uniq | head -n 5)
}

@test "plot truth: segments of answers and of wholes" {
	need_gnuplot
	answers
	# shellcheck disable=SC2046 # an option for each answer
	benchmark -q $(printf -- '--proportion listened=%s ' 1 2 3 4 5) --missing -9 -u team \
		answers.csv >levels.csv
	read_back likert levels.csv
	read_back stacked levels.csv
}

@test "plot truth: boxes, whiskers and points of type 7" {
	need_gnuplot
	answers
	benchmark -q --mean listened --mean trusted --mean hopeful --missing -9 -u team answers.csv >teams.csv
	read_back box teams.csv -H "$own"
}

@test "plot truth: each cell of a heat map" {
	need_gnuplot
	answers
	benchmark -q --mean listened --mean trusted --mean hopeful --missing -9 -u team answers.csv >teams.csv
	read_back heatmap teams.csv -H "$own"
	answers 120
	benchmark -q --proportion trusted=5 --proportion hopeful=5 --missing -9 -u team answers.csv >teams.csv
	read_back heatmap teams.csv
}

@test "plot truth: ratios on their scale" {
	need_gnuplot
	answers
	benchmark -q --proportion 'trusted=4|5' -u team -b respondent -c ratio --reference service_user \
		answers.csv >groups.csv
	read_back ratio groups.csv
}

@test "plot truth: both sides of a pyramid" {
	need_gnuplot
	{
		echo unit,period,age_band,gender,measure,kind,records,numerator,denominator,value,lower95,upper95
		for band in "under_18 31 22" "18_to_34 54 47" "35_to_64 63 12" "65+ 8 91"; do
			read -r name left right <<<"$band"
			echo "Ash,2026-03,$name,female,seen,proportion,100,$left,100,$left,,"
			echo "Ash,2026-03,$name,male,seen,proportion,100,$right,100,$right,,"
		done
	} >bands.csv
	own=
	read_back pyramid bands.csv
}

@test "plot truth: the community mental health survey of 2020, 55 trusts" {
	need_gnuplot
	need_data cqc-cmh-2020/df_2020.csv
	local survey=$SHARED_DATA/cqc-cmh-2020/df_2020.csv question
	own=
	for question in $(head -n 1 "$survey" | tr -d '"\r' | tr ',' '\n' | sed -n 's/^mean_//p' | head -n 4); do
		benchmark -q -u Trustname --given "mean_$question" -c quartile,rank --disclosure none \
			"$survey" >trusts.csv
		read_back ranked trusts.csv --mark points
	done
}

@test "plot truth: outcomes of councils" {
	need_gnuplot
	need_data ascof/ascof_2020_21_1F_1H.csv
	tr -d '\r' <"$SHARED_DATA/ascof/ascof_2020_21_1F_1H.csv" | awk -F, 'NR == 1 || $1 == "Council"' >councils.csv
	benchmark -q --given value --measure-column code -u ons councils.csv >all.csv
	own=
	for measure in $(tail -n +2 all.csv | cut -d, -f3 | sort -u | head -n 3); do
		awk -F, -v measure="$measure" 'NR == 1 || $3 == measure' all.csv >one.csv
		read_back box one.csv
	done
}
