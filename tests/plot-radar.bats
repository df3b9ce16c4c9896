#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot --type radar: one unit beside its peers over several measures.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

HEADER=unit,period,measure,kind,records,denominator,value,lower95,upper95,method,units,q1,median,q3

setup_filter() {
	# no line of words is wrapped
	export COLUMNS=1000
	# measures m1 to m5; Riverside 55, 60, 65, 70, 75 beside medians of 60
	awk -v header="$HEADER" 'BEGIN {
		print header
		split("Ash Beech Riverside", units, " ")
		for (m = 1; m <= 5; m++)
			for (u = 1; u <= 3; u++)
				printf "%s,2026-03,m%d,proportion,50,50,%d,1,2,wilson,3,52,60,68\n", units[u], m, u == 1 ? 40 : u == 2 ? 80 : 50 + 5 * m
	}' >stream.csv
	cat >names.json <<-'END'
		{ "measures": [
		  { "id": "m1", "label": "Waited long, %", "polarity": "lower" },
		  { "id": "m2", "label": "Listened to, %", "polarity": "higher" },
		  { "id": "m3", "label": "Respected, %", "polarity": "higher" },
		  { "id": "m4", "label": "Informed, %", "polarity": "higher" },
		  { "id": "m5", "label": "Trusted, %", "polarity": "higher" } ] }
	END
}

@test "plot: a radar says in how many measures the unit is above the median" {
	run plot -t radar -H Riverside -f txt stream.csv
	assert_success
	assert_line --index 0 "Riverside: above the peer median in 3 of 5 measures, Mar 2026"
	assert_line --index 1 --partial "every spoke from 0% in the centre to 80%"
	assert_line --regexp '^m1 +55% +60% +52% to 68% +below$'
	assert_line --regexp '^m2 +60% +60% +52% to 68% +on it$'
	assert_line --regexp '^m5 +75% +60% +52% to 68% +above$'
	# the other units are not in it
	refute_output --partial "Beech"
}

@test "plot: where lower is better a radar says so and counts it so" {
	run plot -t radar -H Riverside --labels names.json -f txt stream.csv
	assert_success
	assert_line --index 0 "Riverside: better than the peer median in 4 of 5 measures, Mar 2026"
	assert_line --regexp '^Waited long \(lower is better\) +55% '
}

@test "plot: a radar needs a unit, quartiles and 3 to 12 measures, and says which" {
	run plot -t radar -f txt stream.csv
	assert_failure 2
	assert_output --partial "choose it with --highlight UNIT"
	run plot -t radar -H Riverside -m m1 -m m2 -f txt stream.csv
	assert_failure 2
	assert_output --partial "3 to 12 measures, and here are 2: draw --type ranked of each"
	awk 'NR == 1 { print; next } /^Riverside.*,m1,/ { for (i = 1; i <= 13; i++) { row = $0; sub(/,m1,/, ",n" i ",", row); print row } }' stream.csv >many.csv
	run plot -t radar -f txt many.csv
	assert_failure 2
	assert_output --partial "here are 13: choose some with --measure"
	cut -d, -f1-10 stream.csv >plain.csv
	run plot -t radar -H Riverside -f txt plain.csv
	assert_failure 2
	assert_output --partial "run benchmark with --compare quartile"
	sed '1s/period,/period,respondent,/; 2,$s/2026-03,/2026-03,carer,/' stream.csv >parts.csv
	{ cat parts.csv; tail -n +2 parts.csv | sed 's/,carer,/,user,/'; } >split.csv
	run plot -t radar -H Riverside -f txt split.csv
	assert_failure 2
	assert_output --partial "further columns split this one"
}

@test "plot: the only unit needs no highlight, and measures stand as they were asked for" {
	{ head -n 1 stream.csv; grep '^Riverside' stream.csv; } >one.csv
	run plot -t radar -f txt one.csv
	assert_success
	assert_line --index 0 --partial "Riverside: above"
	plot -t radar -m m5 -m m1 -m m3 -f txt one.csv >text
	run grep -oE '^m[0-9]' text
	assert_output "$(printf 'm5\nm1\nm3')"
}

@test "plot: measures of several kinds have scales of their own, turned where lower is better" {
	sed '/,m2,/s/proportion/rate/' stream.csv >mixed.csv
	run plot -t radar -H Riverside -f txt mixed.csv
	assert_success
	assert_line --index 1 --partial "each spoke has a scale of its own, from the lowest unit"
	run plot -t radar -H Riverside --labels names.json -f txt mixed.csv
	assert_line --index 1 --partial "turned where lower is better"
	# scores that say their range have one
	sed 's/proportion/mean/' stream.csv >means.csv
	sed 's/, %/ (0 to 100)/' names.json >scores.json
	run plot -t radar -H Riverside --labels scores.json -f txt means.csv
	assert_line --index 1 --partial "every spoke from 0 in the centre to 100"
	run plot -t radar -H Riverside -f txt means.csv
	assert_line --index 1 --partial "a scale of its own"
}

@test "plot: a figure that is held back is a gap, and all held back says so" {
	need_gnuplot
	plot -t radar -H Riverside -o whole.svg stream.csv
	awk -F, -v OFS=, '$1 == "Riverside" && $3 == "m3" { for (i = 5; i <= 9; i++) $i = "*" } { print }' stream.csv >held.csv
	plot -t radar -H Riverside -o held.svg held.csv
	run grep -c '>\* held back, median 60%<' held.svg
	assert_output 1
	run plot -t radar -H Riverside -f txt held.csv
	assert_line --index 0 --partial "in 2 of 4 measures"
	assert_output --partial "1 of 5 figures"
	awk -F, -v OFS=, 'NR > 1 { for (i = 5; i <= NF; i++) $i = "*" } { print }' stream.csv >all.csv
	run plot -t radar -H Riverside -f txt all.csv
	assert_success
	assert_line --index 0 --partial "no figure can be set beside a median"
	plot -t radar -H Riverside -o all.svg all.csv
}

@test "plot: a radar prints its figures at the spokes, on a phone below" {
	need_gnuplot
	plot -t radar -H Riverside --labels names.json -o wide.svg stream.csv
	for text in 'Listened to' 'Waited long (lower is better)' '75%, median 60%' 'median of its peers' '20%'; do
		run grep -cF ">$text</text>" wide.svg
		assert_output 1
	done
	run grep -o '<desc[^>]*>[^<]*' wide.svg
	assert_output --partial "Above the median: Respected 65%, median 60%; Informed 70%, median 60%"
	assert_output --partial "Below the median: Waited long (lower is better) 55%, median 60%"
	plot -t radar -H Riverside --labels names.json --size 360 -o narrow.svg stream.csv
	run grep -cE '>[1-5]</text>' narrow.svg
	# at the spokes and in the key
	assert_output 10
	plot -t radar -H Riverside --labels names.json --size 360 -o again.svg stream.csv
	cmp narrow.svg again.svg
}

@test "plot: a radar of benchmark's own quartiles" {
	command -v benchmark >/dev/null || skip "benchmark is not built"
	awk 'BEGIN { print "team,a,b,c"
		for (u = 1; u <= 9; u++) for (i = 0; i < 20; i++) printf "Team %d,%d,%d,%d\n", u, 1 + (u + i) % 5, 1 + (u * i) % 5, 1 + (i + 3) % 5 }' >in.csv
	benchmark -q --mean a --mean b --mean c -u team -c quartile in.csv >out.csv
	run plot -t radar -H 'Team 4' -f txt out.csv
	assert_success
	assert_line --index 0 --regexp '^Team 4: above the peer median in [0-3] of 3 measures$'
	median=$(awk -F, '$1 == "Team 4" && $3 == "b"' out.csv | cat <(head -n 1 out.csv) - | columns median | tail -n 1)
	assert_line --regexp "^b +[0-9.]+ +$median "
}
