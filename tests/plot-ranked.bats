#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot --type ranked: the order, what is set apart, and what the words say.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

HEADER=unit,period,measure,kind,denominator,value,lower95,upper95,units,q1,median,q3,rank,target_centre,band
INPUT=$BATS_TEST_DIRNAME/plot

setup_filter() {
	unset COLUMNS
	printf '%s\n' "$HEADER" \
		'Ash,2026-03,waiting,mean,40,61,58,64,4,62,66,70,3,60,similar' \
		'Beech,2026-03,waiting,mean,55,66,63,69,4,62,66,70,2,60,worse_95' \
		'Cedar,2026-03,waiting,mean,60,74,71,77,4,62,66,70,4,60,worse_998' \
		'Dell,2026-03,waiting,mean,25,63,60,66,4,62,66,70,1,60,similar' \
		'Elm,2026-03,waiting,mean,*,*,*,*,*,62,66,70,*,60,*' \
		'England,2026-03,waiting,mean,180,65,64,66,[z],[z],[z],[z],[z],60,[z]' >four.csv
}

# The words of the picture, one in a line.
words_of() { # ARGUMENT...
	plot --type ranked --script "$@" | sed -n 's/^|//p'
}

@test "ranked: ranks order the units, the total stands apart and above, the held-back below" {
	plot -f txt four.csv >out
	grep -oE '^  (Ash|Beech|Cedar|Dell|Elm|England)' out | tr -d ' ' | paste -sd, >order
	assert_equal "$(cat order)" "England,Dell,Beech,Ash,Cedar,Elm"
}

@test "ranked: a total is no unit among the others in the title" {
	run plot -f txt four.csv
	assert_line --index 0 "Waiting: from 61 to 74 across 4 units, Mar 2026"
	run plot -f txt -H England four.csv
	assert_line --index 0 "Waiting in England: 65, Mar 2026"
	run plot -f txt -H Dell four.csv
	assert_line --index 0 "Waiting in Dell: 63, place 1 of 4, Mar 2026"
	run plot -f txt -H Elm four.csv
	assert_line --index 0 "Waiting in Elm: no figure can be shown, Mar 2026"
}

@test "ranked: without ranks the place is counted from the highest" {
	cut -d, -f1-8 four.csv | grep -v England >plain.csv
	for unit in "Cedar:74, the highest of 4" "Beech:66, 2nd highest of 4" \
		"Dell:63, 3rd highest of 4" "Ash:61, the lowest of 4"; do
		run plot -f txt -H "${unit%%:*}" plain.csv
		assert_line --index 0 "Waiting in ${unit%%:*}: ${unit#*:}, Mar 2026"
	done
	# two with the same figure share their place
	sed -i 's/^Beech,.*/Beech,2026-03,waiting,mean,55,74,63,69/' plain.csv
	run plot -f txt -H Beech plain.csv
	assert_line --index 0 --partial ": 74, jointly the highest of 4"
}

@test "ranked: equal figures stay in the order of the stream" {
	for order in "b a c" "c b a"; do
		{ echo unit,period,measure,value; for unit in $order; do echo "$unit,2026,m,3"; done; } >same.csv
		run bash -c 'plot -f txt same.csv | grep -oE "^  [abc] " | tr -d " " | paste -sd" "'
		assert_output "$order"
	done
}

@test "ranked: a measure whose low figures are good begins with the lowest, by its labels" {
	cut -d, -f1-8 four.csv | grep -v England >plain.csv
	echo '{ "measures": [ { "id": "waiting", "label": "Days waited", "polarity": "lower" } ] }' >names.json
	run bash -c 'plot -f txt --labels names.json plain.csv | grep -oE "^  (Ash|Beech|Cedar|Dell|Elm)" | tr -d " " | paste -sd,'
	assert_output "Ash,Dell,Beech,Cedar,Elm"
	run plot -f txt --labels names.json plain.csv
	assert_output --partial "lowest (best) first"
}

@test "ranked: the picture names quartiles, median, target, bands, interval and what is hatched" {
	words_of four.csv >words
	for text in "95% interval" "median of units 66" "middle half of units 62 to 70" "target 60" \
		similar "worse (95%)" "worse (99.8%)" "held back: small numbers" n mean; do
		run grep -xF "$text" words
		assert_success
	done
	# bare, the picture keeps its key
	words_of --bare four.csv >bare
	run grep -xF "median of units 66" bare
	assert_success
	run grep -c Waiting bare
	assert_output 0
}

@test "ranked: peers of its own for each unit are not called those of all" {
	sed '2s/,62,66,70,/,50,55,60,/' four.csv >own.csv
	words_of own.csv >words
	run grep -xF "median of each unit's peers" words
	assert_success
	run grep -c "median of units" words
	assert_output 0
}

@test "ranked: the text alternative has both ends, the own place, peers, judgements and the total" {
	need_gnuplot
	plot -o out.svg -H Beech four.csv
	for text in "From the top: Dell 63 (60 to 66)" \
		"Highlighted: Beech 66 (63 to 69), place 2 of 4." \
		"Median of units 66, middle half 62 to 70." "Target 60." \
		"Judged: 2 similar, 1 worse (95%), 1 worse (99.8%)." "Set apart: England 65 (64 to 66)."; do
		run grep -cF "$text" out.svg
		assert_output 1
	done
}

@test "ranked: points where zero is far away, bars where it is near, and as --mark says" {
	run plot -f txt four.csv
	assert_line --regexp '^  Dell .*├─*●─*┤'
	refute_output --partial █
	run plot -f txt --mark bars four.csv
	assert_line --regexp '^  Dell .*█'
	sed 's/,mean,/,proportion,/' four.csv >share.csv
	run plot -f txt share.csv
	assert_line --regexp '^  Dell .*█'
	run plot --mark dots four.csv
	assert_failure 2
	assert_output --partial "bars and points"
}

@test "ranked: shares near all are seen against 100%" {
	printf '%s\n' unit,period,measure,kind,value a,2026,m,proportion,88 b,2026,m,proportion,61 >share.csv
	run bash -c 'plot --script share.csv | sed -n "s/^|//p" | grep -xF "100%"'
	assert_success
	sed -i 's/,88$/,40/; s/,61$/,30/' share.csv
	run bash -c 'plot --script share.csv | sed -n "s/^|//p" | grep -xF "100%"'
	assert_failure
}

@test "ranked: --interval 998 says both levels; another level is exit 2" {
	sed '1s/$/,lower998,upper998/; 2,$s/$/,50,80/' four.csv >wide.csv
	words_of --interval 998 wide.csv >words
	run grep -xF "intervals: thick 95%, thin 99.8%" words
	assert_success
	run plot --interval 99 wide.csv
	assert_failure 2
	assert_output --partial "95 and 998"
}

@test "ranked: --rows leaves both ends and the own unit with its neighbours, and says how many not" {
	{ echo unit,period,measure,value; for i in $(seq 10 49); do echo "u$i,2026,m,$i"; done; } >many.csv
	plot -f txt --rows 2 -H u30 many.csv >out
	run bash -c 'grep -oE "u[0-9]+ " out | tr -d " " | paste -sd,'
	assert_output "u49,u48,u31,u30,u29,u11,u10"
	run grep -oE '[0-9]+ more not shown' out
	assert_output $'16 more not shown\n17 more not shown'
	run grep -c "33 of 40 units are not drawn" out
	assert_output 1
	words_of --rows 2 -H u30 many.csv >words
	run grep -cE "^(16|17) more units not drawn$" words
	assert_output 2
	for rows in 0 -1 x 401; do
		run plot --rows "$rows" many.csv
		assert_failure 2
		assert_output --partial "--rows"
	done
}

@test "ranked: up to 12 held-back units have rows, more are only listed" {
	{ echo unit,period,measure,value; echo a,2026,m,3; seq -f 'The house of number %.0f,2026,m,*' 1 12; } >twelve.csv
	run bash -c 'plot --type ranked --bare --script twelve.csv | sed -n "s/^|//p" | grep -cE "^The house of number ([0-9]|1[0-2])$"'
	assert_output 12
	echo 'The house of number 13,2026,m,*' >>twelve.csv
	run bash -c 'plot --type ranked --bare --script twelve.csv | sed -n "s/^|//p" | grep -cE "^The house of number ([0-9]|1[0-2])$"'
	assert_output 0
	run bash -c 'plot --type ranked --script twelve.csv | sed -n "s/^|//p" | grep -c "number 13"'
	assert_output 1
}

@test "ranked: every name of 300 units is in the picture, which is drawn in time for a page" {
	need_gnuplot
	{ echo unit,period,measure,value; for i in $(seq 300); do echo "Unit number $i,2026,m,$i"; done; } >many.csv
	plot -o one.svg many.csv
	plot -o two.svg many.csv
	run cmp one.svg two.svg
	assert_success
	run bash -c 'grep -oE "Unit number [0-9]+<" one.svg | sort -u | wc -l'
	assert_output 300
}

@test "ranked: the median stands in the text, and a line fits 80 columns" {
	run plot -f txt --mark bars four.csv
	assert_line "  ┆ median of units 66"
	plot -f txt -H 'Moor Lane recovery team' "$INPUT/teams.csv" >out
	run grep -cE '^.{81}' out
	assert_output 0
}

@test "ranked: a scale above the lines stands below the heads of the columns" {
	need_gnuplot
	{
		echo "$HEADER"
		for unit in {01..20}; do
			echo "Unit $unit,2026-03,seen,proportion,40,${unit#0},,,,,,,,,"
		done
	} >twenty.csv
	plot -t ranked -o chart.svg twenty.csv
	# y and the text of each
	sed -n 's/^.*<text x="[^"]*" y="\([0-9.]*\)"[^>]*>\([^<]*\)<.*$/\1 \2/p' chart.svg >texts
	head=$(awk '$2 == "share" { print $1 }' texts)
	assert_equal "$(awk '$2 == "n" { print $1; exit }' texts)" "$head"
	refute [ -n "$(awk -v y="$head" '$1 == y && /%/' texts)" ]
	run awk -v y="$head" '$1 > y && $2 == "0%" { print "below"; exit }' texts
	assert_output below
}

@test "ranked: a part that is empty has a name of its own" {
	printf '%s\n' unit,period,base,measure,kind,records,value \
		England,2026-03,,seen,mean,40,5 England,2026-03,new,seen,mean,40,6 >parts.csv
	run plot -t ranked -f txt parts.csv
	assert_success
	assert_output --partial "England / (none)"
	assert_output --partial "England / new"
}

@test "ranked: a total that is held back is counted as none of the units" {
	sed 's/^England,2026-03,waiting,mean,180,65,64,66/England,2026-03,waiting,mean,*,*,*,*/' four.csv >held.csv
	run plot -t ranked -f txt held.csv
	assert_output --partial "(*), 1 of 5 and 1 total: "
	run plot -t ranked -f txt four.csv
	assert_output --partial "(*), 1 of 5: Elm"
}
