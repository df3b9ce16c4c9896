#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot: bars side by side, and bars that make up a whole.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

HEADER=unit,period,part,measure,kind,records,numerator,denominator,value,lower95,upper95

setup_filter() {
	unset COLUMNS
	printf '%s\n' "$HEADER" \
		'Ash,2026-03,carers,trusted,proportion,40,20,40,50,35,65' \
		'Ash,2026-03,others,trusted,proportion,60,48,60,80,68,88' \
		'Beech,2026-03,carers,trusted,proportion,30,*,30,*,*,*' \
		'Beech,2026-03,others,trusted,proportion,50,20,50,40,28,54' >parts.csv
}

# title, subtitle and alternative, without a picture
said() { # OPTIONS... FILE
	plot --script --words words.json "$@" >/dev/null
	sed -n 's/^  "\(title\|subtitle\|alternative\)": "\(.*\)",$/\1: \2/p' words.json
}

@test "plot bar: parts stand side by side, and the title says both ends" {
	run said --type bar parts.csv
	assert_line "title: Trusted: highest for Ash, others, 80%; lowest for Beech, others, 40%, Mar 2026"
	assert_line "subtitle: Percentages with 95% intervals"
	assert_line --partial "Ash, carers, 50%; Ash, others, 80%; Beech, carers, held back; Beech, others, 40%."
	run plot --type bar --script parts.csv
	assert_line "|carers"
	assert_line "|others"
	assert_line "|held back (*), not to scale"
	assert_line "|95% interval"
}

@test "plot bar: the parts of one unit are rows" {
	grep -v ^Beech parts.csv >one.csv
	run said --type bar one.csv
	assert_line "title: Trusted in Ash: highest for others, 80%; lowest for carers, 50%, Mar 2026"
	assert_line --partial "n is the number of records behind each figure"
	run plot --type bar --script one.csv
	assert_line "|n"
	assert_line "|60"
}

@test "plot bar: units alone are rows in the order of the stream, or by value" {
	grep -v ,carers, parts.csv | cut -d, -f1,2,4- >units.csv
	printf '%s\n' 'Cedar,2026-03,trusted,proportion,60,54,60,90,80,95' >>units.csv
	run bash -c 'plot --type bar --script units.csv | grep -x "|\(Ash\|Beech\|Cedar\)" | uniq'
	assert_output $'|Ash\n|Beech\n|Cedar'
	run bash -c 'plot --type bar --order value --script units.csv | grep -x "|\(Ash\|Beech\|Cedar\)" | uniq'
	assert_output $'|Cedar\n|Ash\n|Beech'
	run said --type bar --highlight Ash units.csv
	assert_line "title: Trusted in Ash: 80%; all from 40% to 90%, Mar 2026"
	run said --type bar --highlight Cedar units.csv
	assert_line "title: Trusted in Cedar: 90%, the highest of 3, Mar 2026"
}

@test "plot bar: counts are drawn where they are asked for" {
	run said --type bar --figure records parts.csv
	assert_line "title: Records: highest for Ash, others, 60; lowest for Beech, carers, 30, Mar 2026"
	assert_line "subtitle: Numbers of records"
}

@test "plot bar: more figures side by side than can be told apart are exit 2" {
	{
		echo "$HEADER"
		for unit in {1..7}; do
			for part in {1..7}; do
				echo "unit $unit,all,part $part,trusted,proportion,40,20,40,50,35,65"
			done
		done
	} >many.csv
	run plot --type bar many.csv
	assert_failure 2
	assert_output "plot: 7 figures side by side are more than the 6 that can be told apart: choose with --measure, or draw a heatmap"
	# seven parts of six units are rows of six
	grep -v '^unit 7' many.csv >turned.csv
	run said --type bar turned.csv
	assert_success
	assert_line --partial "part 1, unit 1, 50%"
}

@test "plot bar: measures of different kinds do not stand on one scale" {
	printf '%s\n' unit,period,measure,kind,value Ash,all,warm,mean,4 Ash,all,open,proportion,70 >kinds.csv
	run plot --type bar kinds.csv
	assert_failure 2
	assert_output --partial "figures of the kinds mean and proportion do not stand on one scale"
}

@test "plot bar: bars begin at zero, negative figures on its other side" {
	printf '%s\n' unit,period,measure,kind,value Ash,all,change,mean,-4 Beech,all,change,mean,3 >negative.csv
	run plot --type bar --script negative.csv
	assert_line "|-4"
	assert_line "|0"
}

@test "plot stacked: the parts of a whole as counts" {
	run said --type stacked --figure records parts.csv
	assert_line "title: Part: the largest part is others, 60 in Ash, Mar 2026"
	assert_line "subtitle: Numbers in each part of the whole"
	assert_line --partial "Ash: carers 40, others 60. Beech: carers 30, others 50."
	run plot --type stacked parts.csv
	assert_failure 2
	assert_output --partial "make up no whole: draw how many there are with --figure records"
}

@test "plot stacked: shares with what is held back, in the order of their scale" {
	printf '%s\n' unit,period,measure,kind,records,value Ash,all,q=Good,proportion,50,60 \
		"Ash,all,q=Don't know,proportion,50,*" 'Ash,all,q=Neither good nor poor,proportion,50,20' \
		Ash,all,q=Poor,proportion,50,11 >scale.csv
	run said --type stacked scale.csv
	assert_line "title: Q in Ash: the largest part is Good, 60%"
	assert_line --partial "Ash: Poor 11%, Neither good nor poor 20%, Good 60%, Don't know held back."
	run plot --type stacked --script scale.csv
	assert_line "|held back (*); one alone is not to scale"
	# what is left of 100 stands nowhere
	refute_line "|9%"
}

@test "plot stacked: one part is no whole, and other kinds are no parts" {
	printf '%s\n' unit,period,measure,kind,value Ash,all,q=Good,proportion,60 >one.csv
	run plot --type stacked one.csv
	assert_failure 2
	assert_output --partial "a stacked chart has two parts and more"
	printf '%s\n' unit,period,measure,kind,value Ash,all,a,mean,6 Ash,all,b,mean,7 >means.csv
	run plot --type stacked means.csv
	assert_failure 2
	assert_output --partial "the kind mean is no share"
}

@test "plot bar, stacked: the same bytes for the same input, and text for a terminal" {
	need_gnuplot
	for type in bar stacked; do
		plot --type $type --figure records --format svg parts.csv >one.svg
		plot --type $type --figure records --format svg parts.csv >two.svg
		run cmp one.svg two.svg
		assert_success
		run plot --type $type --figure records --format txt parts.csv
		assert_success
		assert_line --partial "others"
	done
}
