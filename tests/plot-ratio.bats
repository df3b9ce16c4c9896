#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot --type ratio: how many times the figure of a group of reference.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

HEADER=unit,period,group,measure,kind,value,reference,ratio,ratio_lower95,ratio_upper95

setup_filter() {
	unset COLUMNS
	printf '%s\n' "$HEADER" \
		'England,2024/25,Asian,detentions,rate,88.4,87.6,1.0099,0.9105,1.1203' \
		'England,2024/25,Black,detentions,rate,506.2,87.6,5.7834,5.3464,6.2976' \
		'England,2024/25,Mixed,detentions,rate,52.5,87.6,0.6000,0.4800,0.7800' \
		'England,2024/25,Other,detentions,rate,*,*,*,*,*' \
		'England,2024/25,White,detentions,rate,87.6,87.6,1.0000,[z],[z]' >one.csv
}

# The same rows in so many units.
several() { # UNITS
	echo "$HEADER"
	for i in $(seq "$1"); do
		sed "1d; s/^England/Area $i/" one.csv
	done
}

words_of() { # ARGUMENT...
	plot --script "$@" | sed -n 's/^|//p'
}

@test "ratio: a stream with ratios is a chart of ratios, whose title says the clearest" {
	run plot -f txt one.csv
	assert_success
	assert_line --index 0 "Detentions in England: 5.8 times as high for Black as for White, 2024/25"
	assert_line --index 1 --partial "Rates as ratios to that of White, with 95% intervals"
	assert_line --regexp '^  White +87.6 .*1, reference$'
	assert_line --regexp '^  Black +506.2 .*├.*●.*┤.* 5.78 \(5.35 to 6.30\)$'
	assert_line --partial "│ 1: as for White"
}

@test "ratio: the reference first, then from high to low, then what is held back" {
	run bash -c 'plot -f txt one.csv | grep -oE "^  (White|Black|Asian|Mixed|Other)" | tr -d " " | paste -sd,'
	assert_output "White,Black,Asian,Mixed,Other"
}

@test "ratio: the title never says times where the interval includes 1" {
	grep -v Black one.csv | grep -v Mixed >similar.csv
	run plot -f txt similar.csv
	assert_line --index 0 "Detentions in England: no clear difference from White, 2024/25"
	# a lower one is said as it is
	grep -v Black one.csv >lower.csv
	run plot -f txt lower.csv
	assert_line --index 0 "Detentions in England: 0.60 times as high for Mixed as for White, 2024/25"
	# nor without an interval
	sed 's/,5.3464,6.2976/,[z],[z]/; /Mixed/d; /Asian/d' one.csv >none.csv
	run plot --type ratio -f txt none.csv
	assert_line --index 0 "Detentions in England: no ratio can be judged, 2024/25"
}

@test "ratio: several units are counted, and the highlighted one is spoken of" {
	several 3 >three.csv
	run plot -f txt three.csv
	assert_line --index 0 "Detentions: higher than for White in 3 of 9 comparisons, lower in 3, 2024/25"
	run plot -f txt -H 'Area 2' three.csv
	assert_line --index 0 "Detentions in Area 2: 5.8 times as high for Black as for White, 2024/25"
	several 6 | grep -E '^unit|Black|White' >black.csv
	run plot -f txt black.csv
	assert_line --index 0 "Detentions: higher for Black than for White in 6 of 6 units, 2024/25"
}

@test "ratio: heads are units where they are fewer, else groups without the reference" {
	several 3 >three.csv
	run bash -c 'plot -f txt three.csv | grep -cE "^Area [123]$"'
	assert_output 3
	run bash -c 'plot -f txt three.csv | grep -c "1, reference"'
	assert_output 3
	several 9 >nine.csv
	run bash -c 'plot -f txt nine.csv | grep -E "^(Asian|Black|Mixed|Other|White)$" | paste -sd,'
	assert_output "Asian,Black,Mixed,Other"
	run bash -c 'plot -f txt nine.csv | grep -c "1, reference"'
	assert_output 0
}

@test "ratio: the picture names the line of reference, both sides, arrows and what is hatched" {
	sed 's/,0.9105,1.1203/,0.0001,900.5/' one.csv >wide.csv
	words_of wide.csv >words
	for text in "1: as for White" "95% interval" "goes on past the scale" "held back: small numbers" \
		lower higher rate "ratio (95% interval)" "1.01 (0.000 to 900)" "506.2" "0.5" 1 2 4; do
		[ "$text" != "1.01 (0.000 to 900)" ] || continue
		run grep -xF "$text" words
		assert_success
	done
	run bash -c 'plot --script one.csv | grep -c "goes on"'
	assert_output 0
}

@test "ratio: a ratio of 0 is an arrow at the edge and keeps its figure" {
	sed 's/,52.5,87.6,0.6000,0.4800,0.7800/,0.0,87.6,0.0000,0.0000,0.4100/' one.csv >zero.csv
	run plot -f txt zero.csv
	assert_line --regexp '^  Mixed +0.0 ◀─+┤.* 0 \(0 to 0.41\)$'
	words_of zero.csv >words
	run grep -xF "0 (0 to 0.41)" words
	assert_success
}

@test "ratio: the alternative lists what is higher, lower and not clearly different" {
	need_gnuplot
	plot -o out.svg one.csv
	for text in "Higher: Black 5.78 (5.35 to 6.30)." "Lower: Mixed 0.60 (0.48 to 0.78)." \
		"No clear difference, as the interval includes 1: Asian 1.01 (0.91 to 1.12)."; do
		run grep -cF "$text" out.svg
		assert_output 1
	done
}

@test "ratio: all held back is a chart that says so, and a stream without ratios is exit 2" {
	sed '2,$s/,rate,.*/,rate,*,*,*,*,*/' one.csv >held.csv
	run plot --type ratio -f txt held.csv
	assert_success
	assert_output --partial "5 of 5"
	cut -d, -f1-6 one.csv >plain.csv
	run plot --type ratio -f txt plain.csv
	assert_failure 2
	assert_output --partial "--compare ratio --reference GROUP"
	# it is drawn as a ranking
	run plot -f txt plain.csv
	assert_success
	refute_output --partial reference
}

@test "ratio: a figure without a ratio keeps its row and its symbol" {
	{ cat one.csv; echo 'Wales,2024/25,Black,detentions,rate,90.1,[z],[z],[z],[z]'; } >two.csv
	run plot -f txt two.csv
	assert_line --regexp '^  Black +90.1 .* \[z\]$'
}

@test "ratio: what benchmark says of groups is drawn as it is" {
	awk 'BEGIN { print "team,group,d"; for (i = 0; i < 400; i++) print "Ash," (i % 2 ? "a" : "b") "," (i % 2 ? i % 5 == 0 : i % 4 == 0) }' >records.csv
	benchmark --unit team --by group --proportion d=1 --compare ratio --reference a --disclosure none records.csv >stream.csv
	run plot -f txt stream.csv
	assert_success
	assert_line --index 0 --regexp ' in Ash: [0-9.]+ times as high for b as for a$'
	ratio=$(columns group,ratio <stream.csv | sed -n 's/^b,//p')
	run bash -c 'plot -f txt stream.csv | sed -n "s/^  b .* \([0-9.]*\) (.*/\1/p"'
	assert_output "$(printf '%.2f' "$ratio")"
}
