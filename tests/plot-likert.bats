#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot: answers as diverging bars.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

HEADER=unit,period,measure,kind,records,numerator,denominator,value

setup_filter() {
	unset COLUMNS
	# Ash adds up to 101, as rounded shares may
	{
		echo "$HEADER"
		shares Ash rating 4 7 10 30 46 4
		shares Beech rating 10 15 10 25 36 4
	} >fft.csv
}

# the shares of the answers to the Friends and Family Test, best to worst as forms have them
shares() { # UNIT ITEM VERY-POOR POOR NEITHER GOOD VERY-GOOD DONT-KNOW
	local unit=$1 item=$2 level
	shift 2
	for level in 'Very good' Good 'Neither good nor poor' Poor 'Very poor' "Don't know"; do
		case $level in
		'Very good') set -- "$@" "$5" ;;
		Good) set -- "$@" "$4" ;;
		'Neither good nor poor') set -- "$@" "$3" ;;
		Poor) set -- "$@" "$2" ;;
		'Very poor') set -- "$@" "$1" ;;
		*) set -- "$@" "$6" ;;
		esac
		echo "$unit,2026-03,$item=$level,proportion,200,,200,${*: -1}"
	done
}

likert() {
	plot --type likert "$@"
}

# title, subtitle and alternative, without a picture
said() { # OPTIONS... FILE
	likert --script --words words.json "$@" >/dev/null
	sed -n 's/^  "\(title\|subtitle\|alternative\)": "\(.*\)",$/\1: \2/p' words.json
}

# the levels in their order
levels_of() { # OPTIONS... FILE
	likert --format txt "$@" |
		sed -n '/^[^ ].*(n \|^  [^ ]/d; s/^    \([^ ].*[^ ]\)  *[0-9*-][0-9%]*\( .*\)*$/\1/p' |
		awk '!seen[$0]++' | sed 's/  *$//' | paste -sd, -
}

@test "plot likert: well-known answers stand in their order, the neutral one and don't know apart" {
	run levels_of fft.csv
	assert_output "Very poor,Poor,Good,Very good,Neither good nor poor,Don't know"
}

@test "plot likert: the title says the most positive unit and its published shares" {
	run said fft.csv
	assert_line "title: Rating: most positive in Ash, 46% very good and 30% good, Mar 2026"
	assert_line --partial "rounded shares may not add up to 100%"
	assert_line --partial "Least positive: Beech: 36% very good and 25% good; on the negative side 10% very poor and 15% poor."
}

@test "plot likert: the own unit's shares are the title, and it is marked" {
	run said --highlight Beech fft.csv
	assert_line "title: Rating in Beech: 36% very good and 25% good, Mar 2026"
	assert_line --partial "Highlighted: Beech: 36%"
	run likert --highlight Beech --format txt fft.csv
	assert_line "▶ Beech (n 200)"
}

@test "plot likert: rows are sorted by what is positive, or as the stream has them" {
	{
		echo "$HEADER"
		shares Ash rating 10 15 10 25 36 4
		shares Beech rating 4 7 10 30 46 3
	} >sorted.csv
	run bash -c 'plot --type likert --format txt sorted.csv | grep "(n "'
	assert_output $'  Beech (n 200)\n  Ash (n 200)'
	run bash -c 'plot --type likert --order stream --format txt sorted.csv | grep "(n "'
	assert_output $'  Ash (n 200)\n  Beech (n 200)'
	run likert --order best fft.csv
	assert_failure 2
	assert_output "plot: no --order 'best': there are value and stream"
}

@test "plot likert: levels are ordered as typed, and the neutral one stands where it is named" {
	run levels_of --levels 'Very poor,Poor,Neither good nor poor,Good,Very good' \
		--apart "Don't know" fft.csv
	assert_output "Very poor,Poor,Neither good nor poor,Good,Very good,Don't know"
	run said --levels 'Very poor,Poor,Neither good nor poor,Good,Very good' \
		--apart "Don't know" fft.csv
	assert_line --partial "Neither good nor poor about the centre"
	run said --levels 'Very poor,Poor,Good,Very good' \
		--apart "Neither good nor poor,Don't know" fft.csv
	refute_output --partial "about the centre"
}

@test "plot likert: an empty level marks the centre" {
	printf '%s\n' "$HEADER" A,all,q=Poor,proportion,50,,50,10 A,all,q=Fair,proportion,50,,50,20 \
		A,all,q=Fine,proportion,50,,50,30 A,all,q=Great,proportion,50,,50,40 >centre.csv
	run said --levels Poor,,Fair,Fine,Great centre.csv
	assert_line --partial "title: Q in A: 40% great, 30% fine and 20% fair"
	run said --levels Poor,Fair,Fine,Great centre.csv
	assert_line --partial "title: Q in A: 40% great and 30% fine"
}

@test "plot likert: an order that is only the stream's is said to be" {
	printf '%s\n' "$HEADER" A,all,q=red,proportion,50,,50,60 A,all,q=blue,proportion,50,,50,40 >colours.csv
	run said colours.csv
	assert_line --partial "in the order of the stream, which may not be that of a scale"
	run said --levels blue,red colours.csv
	refute_output --partial "in the order of the stream"
}

@test "plot likert: levels that are no level, missing or twice are exit 2" {
	run likert --levels 'Very poor,Poor,Goood,Very good' fft.csv
	assert_failure 2
	assert_output "plot: --levels: no level 'Goood' in the input: there are Very poor, Poor, Very good, Good, Neither good nor poor, Don't know; did you mean 'Good'?"
	run likert --levels 'Very poor,Poor,Good,Very good' fft.csv
	assert_failure 2
	assert_output --partial "is not in --levels: name it there, or in --apart"
	run likert --levels 'Poor,Good,Poor' fft.csv
	assert_failure 2
	assert_output "plot: --levels: 'Poor' is there twice"
	run likert --apart 'Nobody' fft.csv
	assert_failure 2
	assert_output --partial "--apart: no level 'Nobody' in the input: there are Very good, Good,"
}

@test "plot likert: a level whose name has a comma is one level" {
	printf '%s\n' "$HEADER" '"A",all,"q=No, never",proportion,50,,50,60' \
		'A,all,q=Yes,proportion,50,,50,40' >comma.csv
	run said --levels 'No, never' --levels Yes comma.csv
	assert_success
	assert_line --partial "from No, never (left) to Yes (right)"
}

@test "plot likert: published sums stand at their sides, and no sum is made" {
	cp fft.csv sums.csv
	printf '%s\n' 'Ash,2026-03,rating=Good|Very good,proportion,200,,200,76.5' \
		'Ash,2026-03,rating=Poor|Very poor,proportion,200,,200,11' \
		'Beech,2026-03,rating=Good|Very good,proportion,200,,200,61' \
		'Beech,2026-03,rating=Poor|Very poor,proportion,200,,200,*' >>sums.csv
	run said sums.csv
	assert_line "title: Rating: most positive in Ash, 76.5% good or very good, Mar 2026"
	run likert --script sums.csv
	assert_line "|76.5%"
	assert_line "|11%"
	run likert --script fft.csv
	refute_line "|76%"
	refute_line "|61%"
}

@test "plot likert: sums leave the bars their room on narrow paper" {
	cp fft.csv sums.csv
	printf '%s\n' 'Ash,2026-03,rating=Good|Very good,proportion,200,,200,76.5' \
		'Ash,2026-03,rating=Poor|Very poor,proportion,200,,200,11' >>sums.csv
	run likert --script --size 640 sums.csv
	assert_line "|11% poor or very poor; 76.5% good or very good"
	assert_line "|46%"
}

@test "plot likert: measures called positive and negative are sums" {
	cp fft.csv sums.csv
	printf '%s\n' 'Ash,2026-03,positive,proportion,200,,200,76.5' \
		'Ash,2026-03,negative,proportion,200,,200,11.5' >>sums.csv
	run likert --script sums.csv
	assert_line "|76.5%"
	assert_line "|11.5%"
	run levels_of sums.csv
	refute_output --partial positive
}

@test "plot likert: a held-back level is hatched and listed, and said not to be to scale" {
	sed "s/^\(Ash.*=Very poor.*\),4$/\1,*/" fft.csv >one.csv
	run likert --script one.csv
	assert_line "|*"
	assert_line "|held back (*); one alone is not to scale"
	run said one.csv
	assert_line --partial "very poor held back and 7% poor"
	assert_line --partial "Held back because of small numbers"
}

@test "plot likert: where all is held back the chart says so" {
	sed 's/,[0-9]*$/,*/; 1s/.*/'"$HEADER"'/' fft.csv >held.csv
	run said held.csv
	assert_line --partial "title: Rating: no figure can be shown"
	assert_line "subtitle: Percentages: all are held back because of small numbers"
}

@test "plot likert: the items of one unit are rows, and several units make groups" {
	{
		echo "$HEADER"
		shares Ash listened 4 7 10 30 46 3
		shares Ash respected 4 7 10 26 51 2
	} >items.csv
	run said items.csv
	assert_line --partial "title: Ash: most positive for respected, 51% very good and 26% good"
	{
		cat items.csv
		shares Beech listened 10 15 10 25 36 4
		shares Beech respected 10 15 10 25 36 4
	} >groups.csv
	run bash -c 'plot --type likert --format txt groups.csv | grep -v "^    "'
	assert_output --partial $'listened\n  Ash (n 200)\n  Beech (n 200)\n\nrespected\n  Ash (n 200)'
}

@test "plot likert: the values of a column are levels, as published counts" {
	printf '%s\n' unit,period,answer,measure,kind,records,numerator,denominator,value \
		A,all,Agree,any,proportion,60,20,60,33 A,all,Disagree,any,proportion,15,5,15,33 \
		B,all,Agree,any,proportion,30,20,30,66 B,all,Disagree,any,proportion,*,*,*,* >parts.csv
	run likert parts.csv
	assert_failure 2
	assert_output --partial "shares within each part and make up no whole: draw how many there are with --figure records"
	run said --figure records parts.csv
	assert_line "title: Answer: agree from 30 to 60"
	assert_line "subtitle: Numbers of answers, from Disagree (left) to Agree (right)"
	run levels_of --figure records parts.csv
	assert_output "Disagree,Agree"
}

@test "plot likert: measures that are no levels of one question are exit 2" {
	printf '%s\n' "$HEADER" A,all,listened,proportion,50,,50,80 A,all,trusted,proportion,50,,50,70 >other.csv
	run likert other.csv
	assert_failure 2
	assert_output --partial "add up to more than 100"
	printf '%s\n' "$HEADER" A,all,warm,mean,50,,50,4 A,all,open,mean,50,,50,3 >means.csv
	run likert means.csv
	assert_failure 2
	assert_output --partial "the kind mean is no share of answers"
	head -2 fft.csv >one.csv
	run likert one.csv
	assert_failure 2
	assert_output --partial "a likert chart has two levels and more"
}

@test "plot likert: numbers are answers in sentences, and all people need no name" {
	{
		echo "$HEADER"
		for item in listened trusted; do
			for level in 1 2 3 4 5; do
				echo "all,all,$item=$level,proportion,200,,200,$((level * 7 - ${#item} % 2))"
			done
		done
	} >numbers.csv
	run said numbers.csv
	assert_line "title: Answers: most positive for listened, 35% answer 5 and 28% answer 4"
}

@test "plot likert: the stream of benchmark as it is" {
	benchmark -u organisation --proportion 'rating=Very good' --proportion rating=Good \
		--proportion 'rating=Neither good nor poor' --proportion rating=Poor \
		--proportion 'rating=Very poor' "$SAMPLES/friends-family.csv" >real.csv
	run said real.csv
	assert_success
	assert_line --partial "from Very poor (left) to Very good (right)"
}

@test "plot likert: a level is known by its measure's id as well as by its label" {
	{
		echo "$HEADER"
		echo Ash,2026-03,vp,proportion,200,20,200,10
		echo Ash,2026-03,dk,proportion,200,80,200,40
		echo Ash,2026-03,vg,proportion,200,100,200,50
	} >ids.csv
	printf '{"measures":[%s,%s,%s]}' '{"id":"vp","label":"Very poor, %"}' \
		'{"id":"vg","label":"Very good, %"}' '{"id":"dk","label":"Cannot say, %"}' >labels.json
	for levels in vp,vg 'Very poor,vg' 'Very poor,Very good'; do
		run levels_of --labels labels.json --levels "$levels" --apart dk ids.csv
		assert_output "Very poor,Very good,Cannot say"
	done
}
