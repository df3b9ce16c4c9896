#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot --type funnel: values by the size of their units.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	# no line of words is wrapped
	export COLUMNS=1000
	command -v benchmark >/dev/null || skip "benchmark is not built"
	cat >share.json <<-'END'
		{ "measures": [ { "id": "listened", "kind": "proportion", "numerator": "yes",
		    "denominator": "n", "target": 70 } ] }
	END
	cat >rate.json <<-'END'
		{ "measures": [ { "id": "detained", "kind": "rate", "numerator": "yes",
		    "denominator": "n", "multiplier": 1000, "decimals": 2 } ] }
	END
	# 24 units about 70 of 100, one far below and one far above
	awk 'BEGIN {
		print "unit,yes,n"
		for (i = 1; i <= 24; i++) {
			n = 20 * i + i * i
			share = i == 9 ? 0.4 : i == 20 ? 0.9 : 0.7 + ((i * 7) % 5 - 2) / 60
			printf "Team %02d,%d,%d\n", i, n * share, n
		} }' >shares.csv
	awk 'BEGIN {
		print "unit,yes,n"
		for (i = 1; i <= 20; i++)
			printf "Council %02d,%d,%d\n", i, 20 + i * i + i % 3 * 4, 6000 + 260 * i * i
	}' >rates.csv
	funnel share.json shares.csv >stream.csv
}

funnel() { # MEASURES FILE [OPTION...]
	benchmark -q -m "$1" -u unit -c funnel "${@:3}" "$2"
}

@test "plot: a stream with a funnel alone is drawn as one, with ranks it is a ranking" {
	run plot -f txt stream.csv
	assert_success
	assert_line --index 0 "Listened: 2 of 24 units differ from the average more than chance and usual variation explain"
	assert_line --index 1 --partial "Percentages by size of unit, with 95% (dashed) and 99.8% (solid) limits"
	benchmark -q -m share.json -u unit -c rank,funnel shares.csv >both.csv
	run plot -f txt both.csv
	assert_success
	assert_line --index 1 --partial "best first"
	run plot -t funnel -f txt both.csv
	assert_success
	assert_line --index 0 --partial "2 of 24 units differ"
}

@test "plot: the farthest outside stand first, each with the limits it is judged by" {
	plot -f txt stream.csv >text
	# worked out from the stream itself
	expected=$(awk -F, 'NR > 1 && $NF ~ /_998$/ { print $1 }' stream.csv | sort)
	got=$(grep -E '99\.8%$' text | grep -oE 'Team [0-9]+' | sort)
	assert_equal "$got" "$expected"
	assert_equal "$(wc -l <<<"$got")" 2
	while IFS=, read -r unit low high; do
		grep -qE "^  $unit .* $low to $high " text
	done < <(columns unit,limit_lower998,limit_upper998 <stream.csv | tail -n +2)
	assert_equal "$(grep -n 'Team 09\|Team 20' text | cut -d: -f1 | sort -n | head -n 1)" \
		"$(grep -n 'Team ' text | cut -d: -f1 | head -n 1)"
}

@test "plot: the own unit is in the title, with its place for its size" {
	run plot -f txt -H 'Team 03' stream.csv
	assert_line --index 0 --regexp '^Listened in Team 03: [0-9]+%, within the limits for its size; 2 of 24 units are outside'
	run plot -f txt -H 'Team 09' stream.csv
	assert_line --index 0 --partial "below the 99.8% limit for its size"
	run plot -f txt -H 'Team 20' stream.csv
	assert_line --index 0 --partial "above the 99.8% limit for its size"
	assert_line --regexp '^▶ Team 20 .*▲ above 99.8%$'
}

@test "plot: where no unit is outside the title says so" {
	grep -v 'Team 09\|Team 20' shares.csv >calm.csv
	run bash -c 'benchmark -q -m share.json -u unit -c funnel calm.csv | plot -f txt'
	assert_line --index 0 --partial "none of 22 units differs from the average more than chance explains"
}

@test "plot: limits are curves of the published formula, that gives each unit its own" {
	for way in arcsine normal; do
		for form in none additive multiplicative; do
			funnel share.json shares.csv --funnel $way --overdispersion $form >in.csv
			run plot -t funnel -f txt in.csv
			assert_success
			refute_output --partial "join"
			# unrounded, and about the target
			funnel share.json shares.csv --funnel $way --overdispersion $form \
				--disclosure none --funnel-centre target --funnel-z 1.96,3.09 >in.csv
			run plot -t funnel -f txt in.csv
			refute_output --partial "join"
			assert_output --partial "about the target of 70.0%"
		done
	done
	funnel share.json shares.csv --funnel exact --overdispersion none >in.csv
	run plot -t funnel -f txt in.csv
	refute_output --partial "join"
	for way in sqrt log normal; do
		funnel rate.json rates.csv --funnel $way >in.csv
		run plot -t funnel -f txt in.csv
		assert_success
		refute_output --partial "join"
	done
	for way in chisq exact; do
		funnel rate.json rates.csv --funnel $way --overdispersion none >in.csv
		run plot -t funnel -f txt in.csv
		refute_output --partial "join"
	done
}

@test "plot: limits that no formula gives are joined, and the subtitle says so" {
	# both counts vary: each unit has an error of its own
	funnel rate.json rates.csv --funnel counts >in.csv
	run plot -t funnel -f txt in.csv
	assert_success
	assert_output --partial "the lines join the units' own limits"
	# one limit that is not the formula's
	row=$(grep -n '^Team 12' stream.csv | cut -d: -f1)
	awk -F, -v OFS=, -v row="$row" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "limit_upper998") at = i }
		NR == row { $at = $at + 0.3 } { print }' stream.csv >other.csv
	run plot -t funnel -f txt other.csv
	assert_output --partial "join the units' own limits"
	need_gnuplot
	plot -t funnel -o joined.svg other.csv
	run cat joined.svg
	assert_output --partial '99.8% limit'
}

@test "plot: the subtitle says what overdispersion did" {
	run plot -f txt stream.csv
	phi=$(columns phi <stream.csv | tail -n 1)
	tau2=$(columns tau2 <stream.csv | tail -n 1)
	assert_equal "$(plot -f txt stream.csv | tr '\n' ' ' | grep -cF "widened for overdispersion (phi $phi, tau² $tau2)")" 1
	funnel share.json shares.csv --overdispersion none >in.csv
	run bash -c 'plot -f txt in.csv | tr "\n" " "'
	assert_output --partial "not adjusted for overdispersion (phi "
	funnel share.json shares.csv --overdispersion multiplicative >in.csv
	run bash -c 'plot -f txt in.csv | tr "\n" " "'
	assert_output --regexp "widened for overdispersion \(phi [0-9.]+\)"
}

@test "plot: what a funnel needs is said" {
	printf 'unit,period,measure,value\nAsh,all,m,3\nBeech,all,m,4\n' >in.csv
	run plot -t funnel -f txt in.csv
	assert_failure 2
	assert_output --partial "run benchmark with --compare funnel"
	# sizes that nobody says
	awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "denominator") at = i }
		NR > 1 { $at = "[z]" } { print }' stream.csv >sizeless.csv
	run plot -t funnel -f txt sizeless.csv
	assert_failure 2
	assert_output --partial "the columns denominator and records show none"
	run plot -f txt sizeless.csv
	assert_success
	# two groups of peers have two averages
	{ cat stream.csv; tail -n +2 stream.csv | sed 's/^Team/Other/; s/,70\.[0-9],/,65.0,/'; } >two.csv
	awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "centre") at = i }
		/^Other/ { $at = "50.0" } { print }' two.csv >groups.csv
	run plot -t funnel -f txt groups.csv
	assert_failure 2
	assert_output --partial "one centre line"
	run plot -f txt groups.csv
	assert_success
}

@test "plot: too few units for limits are drawn without, and nothing at all says so" {
	head -n 6 shares.csv >few.csv
	funnel share.json few.csv >in.csv
	run plot -t funnel -f txt in.csv
	assert_success
	refute_output --partial "limits about"
	need_gnuplot
	plot -t funnel -o few.svg in.csv
	run cat few.svg
	assert_output --partial "There are no limits: too few units for a funnel."
	refute_output --partial "99.8%"
	# few are all named
	for team in 1 2 3 4 5; do
		assert_output --partial ">Team 0$team<"
	done
	awk -F, -v OFS=, 'NR > 1 { for (i = 5; i <= NF; i++) $i = "*" } { print }' stream.csv >held.csv
	plot -t funnel --bare -o held.svg held.csv
	run cat held.svg
	assert_output --partial ">No figure can be shown.<"
}

@test "plot: a funnel names who is outside, marks its own unit and names its lines" {
	need_gnuplot
	plot -H 'Team 03' -o own.svg stream.csv
	for text in 'Team 09' 'Team 20' 'Team 03' '99.8% limit' '95% limit' 'within the limits' 'outside 99.8%'; do
		run grep -c ">$text</text>" own.svg
		assert [ "$output" -ge 1 ]
	done
	run grep -oE '>average [0-9.]+%</text>' own.svg
	assert_output ">average $(columns centre <stream.csv | tail -n 1)%</text>"
	run grep -o '<desc[^>]*>[^<]*' own.svg
	assert_output --partial "Above the 99.8% limit: Team 20"
	assert_output --partial "Below the 99.8% limit: Team 09"
	assert_output --partial "Highlighted: Team 03"
	# on a phone numbers stand at the points and names below
	plot --size 360 --bare -o narrow.svg stream.csv
	run grep -oE '>Team (09|20): [0-9]+%' narrow.svg
	assert_equal "$(wc -l <<<"$output")" 2
	refute_line --partial '>Team 03'
}

@test "plot: those outside are named or counted, and twice the same" {
	need_gnuplot
	awk 'BEGIN {
		print "unit,yes,n"
		for (i = 1; i <= 300; i++) {
			n = 20 + i * 37 % 400
			printf "Integrated community team T%03d,%d,%d\n", i, n * (0.7 + (i % 6 ? 0 : i % 12 ? 0.2 : -0.2)), n
		} }' >many.csv
	funnel share.json many.csv --overdispersion none >in.csv
	outside=$(awk -F, 'NR > 1 && $NF != "similar"' in.csv | wc -l)
	plot -o many.svg in.csv
	plot -o again.svg in.csv
	cmp many.svg again.svg
	more=$(grep -oE '>[0-9]+ more' many.svg | grep -oE '[0-9]+')
	named=$(grep -cE 'T[0-9]{3}</text>' many.svg)
	assert_equal $((more + named)) "$outside"
	assert [ "$named" -ge 12 ]
}

@test "plot: sizes that differ by more than 100 times stand on a square-root scale, said so" {
	need_gnuplot
	plot -o plain.svg stream.csv
	run grep -c 'square-root scale' plain.svg
	assert_output 0
	funnel rate.json rates.csv >in.csv
	echo "unit,yes,n
Tiny,30,900" | cat - <(tail -n +2 rates.csv) >wide.csv
	funnel rate.json wide.csv >in.csv
	plot -t funnel --subtitle x -o wide.svg in.csv
	run grep -c 'square-root' wide.svg
	assert [ "$output" -ge 1 ]
	run grep -oE '>(100,000|-0)</text>' wide.svg
	assert_output '>100,000</text>'
}

@test "plot: a total is no unit of a funnel" {
	need_gnuplot
	plot -o units.svg stream.csv
	{ cat stream.csv; grep '^Team 01' stream.csv | sed 's/^Team 01/England/; s/,20,/,99999,/'; } >total.csv
	plot --total England -o total.svg total.csv
	run cat total.svg
	assert_output --partial "1 row of totals or of the nation is not drawn."
	assert_equal "$(grep -o '>1,000</text>' total.svg)" "$(grep -o '>1,000</text>' units.svg)"
	refute_output --partial "square-root scale;"
	run plot --total England -f txt total.csv
	assert_line --index 0 --partial "2 of 24 units differ"
}

@test "plot: the real waits of providers" {
	need_data mhsds-4ww/MHSDS_Data_4WW_MayPerf_2024_v2.csv
	need_gnuplot
	columns_of "$SHARED_DATA/mhsds-4ww/MHSDS_Data_4WW_MayPerf_2024_v2.csv" \
		BREAKDOWN PRIMARY_LEVEL_DESCRIPTION MEASURE_ID MEASURE_VALUE | awk -F'\t' '
		BEGIN { print "unit,yes,n" }
		$1 != "Provider" || $4 !~ /^[0-9]+$/ { next }
		$3 == "MRS01a" { yes[$2] = $4 }
		$3 == "MRS01" && !($2 in n) { n[$2] = $4; order[++count] = $2 }
		END { for (i = 1; i <= count; i++) if (order[i] in yes) printf "\"%s\",%s,%s\n", order[i], yes[order[i]], n[order[i]] }' >providers.csv
	funnel share.json providers.csv --disclosure none >in.csv
	run plot -f txt in.csv
	assert_success
	refute_output --partial "join"
	assert_line --index 0 --partial "none of "
	# providers differ by far more than chance
	assert_output --partial "widened for overdispersion"
	plot -o providers.svg in.csv
}
