#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot: what titles and alternatives say is true of streams with ties, one unit, held-back figures.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	unset COLUMNS
}

# UNIT=VALUE or UNIT=VALUE=RANK=UNITS, a line each: a figure of one month, * is held back
stream() {
	local unit value rank units
	echo unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,method,units,rank
	while IFS='=' read -r unit value rank units; do
		case $value in
		'*') echo "$unit,2026-03,trusted,proportion,*,*,*,*,*,*,wilson,,*" ;;
		*) echo "$unit,2026-03,trusted,proportion,40,20,40,$value,,,wilson,$units,$rank" ;;
		esac
	done < <(printf '%s\n' "$@")
}

# What the chart says under that name.
says() { # title|subtitle|alternative PLOT-OPTION...
	plot --words words.json -o chart.svg "${@:2}" in.csv
	sed -n "s/^  \"$1\": \"\(.*\)\",\$/\1/p" words.json
}

@test "plot words: bars whose highest figure several share" {
	stream Ash=50 Beech=50 Cedar=40 >in.csv
	run says title -t bar
	assert_output "Trusted: highest for Ash, 50% (and 1 more); lowest for Cedar, 40%, Mar 2026"
	run says title -t bar -H Beech
	assert_output "Trusted in Beech: 50%, jointly the highest of 3, Mar 2026"
}

@test "plot words: bars that are all the same, and one alone" {
	stream Ash=50 Beech=50 Cedar=50 >in.csv
	run says title -t bar
	assert_output "Trusted: all are 50%, Mar 2026"
	run says title -t bar -H Ash
	assert_output "Trusted in Ash: 50%, as in all 3, Mar 2026"
	run says alternative -t heatmap
	assert_output --partial " All figures are 50%."
	refute_output --partial "Lowest"
	stream Ash=50 >in.csv
	run says title -t bar
	assert_output "Trusted in Ash: 50%, Mar 2026"
	run says alternative -t heatmap
	refute_output --partial "Lowest"
}

@test "plot words: no unit that is held back is counted among those that are lower" {
	stream Ash=50 Beech=40 'Cedar=*' >in.csv
	run says title -t bar -H Ash
	assert_output "Trusted in Ash: 50%, the highest of 2, Mar 2026"
	run says title -t ranked -H Ash
	assert_output "Trusted in Ash: 50%, the highest of 2, Mar 2026"
}

@test "plot words: a place is one among the units that were compared" {
	stream Ash=50=1=2 Beech=40=2=2 Cedar=70=1=3 Dell=60=2=3 Elm=55=3=3 >in.csv
	run says title -t ranked -H Beech
	assert_output "Trusted in Beech: 40%, place 2 of 2, Mar 2026"
	run says title -t ranked -H Cedar
	assert_output "Trusted in Cedar: 70%, place 1 of 3, Mar 2026"
}

@test "plot words: places that several share without ranks" {
	stream Ash=50 Beech=50 Cedar=60 Dell=40 >in.csv
	run says title -t ranked -H Beech
	assert_output "Trusted in Beech: 50%, jointly 2nd highest of 4, Mar 2026"
	stream Ash=50 Beech=50 >in.csv
	run says title -t ranked -H Beech
	assert_output "Trusted in Beech: 50%, as in all 2, Mar 2026"
}

@test "plot words: one month is no change" {
	stream Ash=50 Beech=50 Cedar=60 | sed '2,$s/,,,wilson/,40,60,wilson/' >in.csv
	run says title -t trend
	assert_output --partial "from 50% to 60%"
	refute_output --partial "rose"
}

@test "plot words: methods of intervals have names, not codes" {
	local method
	for method in byar:Byar poisson_exact:'exact Poisson' dobson:Dobson clopper_pearson:Clopper-Pearson \
		wilson:Wilson; do
		stream Ash=50 Beech=40 | sed "2,\$s/,,,wilson/,30,60,${method%%:*}_published quantile7/" >in.csv
		run says subtitle -t bar
		assert_output --partial "with 95% intervals (${method#*:}, from rounded counts)"
	done
	stream Ash=50 Beech=40 | sed "2,\$s/,,,wilson/,30,60,of_another_program/" >in.csv
	run says subtitle -t bar
	refute_output --partial "of_another"
}

@test "plot words: a funnel counts no unit within the limits as one outside without a name" {
	awk 'BEGIN { print "team,yes"; for (t = 0; t < 10; t++) for (i = 0; i < 60 + 3 * t; i++) print "A team with a rather long name that takes room " t "," (i % 2) }' >records.csv
	benchmark -q --proportion yes=1 -u team -c funnel records.csv >in.csv
	run says title -t funnel --size 640
	assert_output --partial "none of 10"
	run grep -c "more outside the limits" chart.svg
	assert_output 0
}

@test "plot words: what was worked out of a held-back figure is held back with it" {
	{
		echo unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,method,units,rank,funnel_band
		echo 'Ash,2026-03,trusted,proportion,100,7,100,*,2.25,9.75,wilson,3,3,worse_998'
		echo 'Beech,2026-03,trusted,proportion,100,20,100,20,15,25,wilson,3,2,'
		echo 'Cedar,2026-03,trusted,proportion,100,30,100,30,25,35,wilson,3,1,'
	} >in.csv
	local type
	for type in ranked bar heatmap box trend; do
		plot -t $type -H Ash --data data.csv --words words.json -o chart.svg in.csv
		run grep -E '2\.25|9\.75|worse' chart.svg data.csv words.json
		assert_output ""
		run grep -E '^Ash,.*,(3|7)(,|$)' data.csv
		assert_output ""
	done
	run plot -t bar --figure numerator -f txt in.csv
	assert_line --regexp '^ *Ash .*\*'
}

@test "plot words: the order of units that are held back tells nothing of their ranks" {
	{
		echo unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,method,units,rank
		echo 'Ash,2026-03,trusted,proportion,100,*,100,*,*,*,wilson,4,4'
		echo 'Beech,2026-03,trusted,proportion,100,*,100,*,*,*,wilson,4,1'
		echo 'Cedar,2026-03,trusted,proportion,100,30,100,30,25,35,wilson,4,2'
	} >in.csv
	run says alternative -t ranked
	assert_output --partial "2 of 3: Ash; Beech."
	plot -t ranked -o first.svg in.csv
	sed 's/,4,4$/,4,9/; s/,4,1$/,4,8/; s/,4,9$/,4,1/; s/,4,8$/,4,4/' in.csv >other.csv
	run cmp in.csv other.csv
	assert_failure
	plot -t ranked -o second.svg other.csv
	cmp first.svg second.svg
}
