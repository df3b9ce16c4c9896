#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot --type pyramid: bands by two groups.

bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	unset COLUMNS
	{
		echo unit,period,age_band,gender,measure,kind,records,numerator,denominator,value,lower95,upper95
		for group in female male; do
			echo "Ash,2026-03,90+,$group,seen,proportion,40,20,40,50,40,60"
			echo "Ash,2026-03,35_to_44,$group,seen,proportion,60,33,60,55,45,65"
			echo "Ash,2026-03,under_18,$group,seen,proportion,*,*,*,*,*,*"
			echo "Ash,2026-03,all,$group,seen,proportion,100,52,100,52,42,62"
		done
		echo Ash,2026-03,90+,not_stated,seen,proportion,40,20,40,99,40,60
		echo Ash,2026-03,all,all,seen,proportion,240,120,240,50,42,62
	} >one.csv
}

# the bands in the order of the lines
bands() {
	grep -oE '90\+ |35 to 44|under 18' | grep -v '^Held' | tr -s ' \n' ' '
}

@test "pyramid: the oldest stand at the top, whatever the order of the stream" {
	run plot -t pyramid -f txt one.csv
	assert_success
	assert_equal "$(sed -n '/female: /,/^$/p' <<<"$output" | bands)" "90+ 35 to 44 under 18 "
	assert_line --regexp '^ *50% █+ 90\+ +█+ 50%$'
}

@test "pyramid: totals stand with the groups, further values and totals are no bars" {
	run plot -t pyramid -f txt one.csv
	assert_line --regexp 'female: 52% +male: 52%'
	assert_output --partial "1 figure of other values of gender is not drawn"
	refute_output --partial "99"
	assert_output --partial "2 of 6"
	assert_line --regexp '^ +\* +under 18  \*$'
}

@test "pyramid: the finding and the totals in words" {
	need_gnuplot
	run plot -t pyramid one.csv
	assert_success
	assert_output --partial "Seen in Ash, Mar 2026: highest for female, 35 to 44 (55%)</title>"
	assert_output --partial "Lowest: female, 90+ (50%); highest: female, 35 to 44 (55%). All female: 52%. All male: 52%."
}

@test "pyramid: --figure draws the counts, without intervals and percentages" {
	run plot -t pyramid --figure records -f txt one.csv
	assert_success
	assert_output --partial "by age band and gender in Ash, Mar 2026: highest for female, 35 to 44"
	assert_output --partial "Numbers of records by age band and gender"
	refute_output --partial "interval"
	refute_output --partial "%"
	run plot --figure record -f txt one.csv
	assert_failure 2
	cut -d, -f1-6,10 one.csv >bare.csv
	run plot -t pyramid --figure records bare.csv
	assert_failure 2
	assert_output --partial "no column 'records'"
}

@test "pyramid: --sides chooses the groups and their places" {
	run plot -t pyramid --sides male,female -f txt one.csv
	assert_line --regexp 'male: 52% +female: 52%'
	run plot -t pyramid --sides not_stated,female -f txt one.csv
	assert_line --regexp '^ *99% █+ 90\+'
	assert_output --partial "3 figures of other values"
	for sides in male,nobody male male,male; do
		run plot -t pyramid --sides "$sides" one.csv
		assert_failure 2
		assert_output --partial "--sides '$sides'"
	done
}

@test "pyramid: several units ask for one, other streams for two columns" {
	{ cat one.csv; sed '1d;s/^Ash/Beech/' one.csv; } >two.csv
	run plot -t pyramid two.csv
	assert_failure 2
	assert_output --partial "--highlight"
	run plot -t pyramid -H Beech -f txt two.csv
	assert_success
	assert_output --partial "Beech"
	cut -d, -f1-3,5- one.csv | awk -F, '!seen[$3]++' >column.csv
	run plot -t pyramid column.csv
	assert_failure 2
	assert_output --partial "--by age_band --by gender"
}

@test "pyramid: the columns are known by their values, not by their places" {
	awk -F, -v OFS=, '{ swap = $3; $3 = $4; $4 = swap; print }' one.csv >turned.csv
	run plot -t pyramid -f txt turned.csv
	assert_success
	assert_line --regexp '^ *50% █+ 90\+ +█+ 50%$'
}

@test "pyramid: names from --labels" {
	printf 'code,label\nfemale,Women\nmale,Men\nunder_18,Children\n' >names.csv
	run plot -t pyramid --labels names.csv -f txt one.csv
	assert_success
	assert_line --regexp 'Women: 52% +Men: 52%'
	assert_output --partial "Children"
}

@test "pyramid: benchmark's output by two columns" {
	{
		echo id,organisation,age_band,gender
		for n in 1 2 3 4 5 6 7 8; do
			echo "a$n,ORG1,18_to_34,female"
			echo "b$n,ORG1,35_to_49,male"
		done
	} >people.csv
	benchmark --proportion gender=female -u organisation -b age_band -b gender people.csv >stream.csv # counts rounded to 5
	run plot -t pyramid --figure records -f txt stream.csv
	assert_success
	assert_line --regexp '^ +10 █+ 18 to 34'
}

@test "pyramid: a band that neither side has is not drawn, its figure is counted" {
	{ cat one.csv; echo Ash,2026-03,,not_stated,seen,proportion,40,20,40,98,40,60; } >none.csv
	run plot -t pyramid -f txt none.csv
	assert_success
	refute_line --regexp '^[^a-z]*not stated'
	assert_output --partial "2 figures of other values of gender are not drawn"
}

@test "pyramid: of counts the words speak of counts, not of the measure and its scale" {
	printf '{"measures":[{"id":"seen","label":"Seen within a week, %%"}]}' >labels.json
	run plot -t pyramid --figure records --labels labels.json -f txt one.csv
	assert_success
	assert_output --partial "Records by age band and gender in Ash, Mar 2026: highest for"
	refute_output --partial "Seen"
	refute_output --partial "%"
	run plot -t pyramid --figure numerator --labels labels.json -f txt one.csv
	assert_output --partial "Numerator of Seen within a week by age band and gender in Ash"
	run plot -t ranked --figure records --labels labels.json -f txt one.csv
	assert_line --index 0 "Records: from 40 to 240 across 8 units, Mar 2026"
	refute_output --partial "Seen"
	refute_output --partial "%"
}

@test "pyramid: what is held back is named by band and side alone" {
	run plot -t pyramid -f txt one.csv
	assert_success
	assert_output --partial "2 of 6: female, under 18; male, under 18"
}
