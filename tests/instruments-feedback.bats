#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# instruments: feedback, surveys and outcome scales, held against figures made by hand.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# Scores in.csv, and shows its new columns alone.
scored() { # INSTRUMENT
	local width
	width=$(head -n 1 in.csv | tr -cd , | wc -c)
	score -q -c "$SCHEMAS/$1" in.csv >out.csv
	cut -d, -f$((width + 2))- out.csv
}

# One column of out.csv, which has no quotes.
column() { # NAME
	awk -F, -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i; next } { print $at }' out.csv
}

QUALITIES=warm,respected,not_judged,listened,equal,trusted,open,honest,reliable,informed

@test "instruments: each is good, and says that it is not the official text" {
	local instrument
	for instrument in "$SCHEMAS"/{qualities/{service-users,carers,families,scales},survey/{questions,organisations,sections},outcome-scales/{phq-9,gad-7,dialog},feedback-nottshc/scales}.json; do
		run score -c "$instrument" --check-config
		assert_success
		assert_output ""
		assert_equal "$instrument $(grep -c '^	"official": false,$' "$instrument")" "$instrument 1"
		assert_equal "$instrument $(grep -cE '^	"(name|title|version|source)": ".+",$' "$instrument")" "$instrument 4"
	done
	for instrument in "$SCHEMAS"/qualities/{service-users,carers,families,scales}.json; do
		grep -q 'Derived for this project, in our own words.*This is not the official text' "$instrument"
	done
}

@test "qualities: the measures are good and ask for nothing but answers and scales" {
	run benchmark -m "$SCHEMAS/qualities/measures.json" --check-config
	assert_success
	score -q -c "$SCHEMAS/qualities/scales.json" "$SAMPLES/qualities.csv" |
		map-to-role -q -r "$SCHEMAS/roles/rules.csv" --text comment |
		benchmark -q -m "$SCHEMAS/qualities/measures.json" --unit organisation >figures.csv
	assert_equal "$(cut -d, -f3 figures.csv | tail -n +2 | sort -u | wc -l)" \
		"$(grep -c '"id":' "$SCHEMAS/qualities/measures.json")"
}

@test "qualities: words and their numbers are worth the same, from 0 to 100" {
	{
		echo "$QUALITIES,goals,choice,included,carer_life,family_life,respondent"
		echo "Agree,Agree,Agree,Agree,Agree,Agree,Agree,Agree,Agree,Agree,Agree,Agree,Agree,,,service_user"
		echo "4,4,4,4,4,4,4,4,4,4,4,4,4,,,service_user"
		echo "5,5,5,5,5,5,1,1,1,1,3,3,3,,,service_user"
		echo "Strongly agree,Agree,Neither agree nor disagree,Disagree,Strongly disagree,5,4,3,2,1,1,2,3,,,service_user"
	} >in.csv
	run scored qualities/scales.json
	assert_output "$(cat <<-'END'
		qualities,qualities_answered,relationship,relationship_answered,openness,openness_answered,impact,impact_answered,home_life,home_life_answered,trust_agreed,trust_agreed_answered,overall,overall_answered
		75.0,10,75.0,6,75.0,4,75.0,3,,0,100,1,75.0,2
		75.0,10,75.0,6,75.0,4,75.0,3,,0,100,1,75.0,2
		60.0,10,100.0,6,0.0,4,50.0,3,,0,100,1,55.0,2
		50.0,10,58.3,6,37.5,4,25.0,3,,0,100,1,37.5,2
	END
	)"
}

@test "qualities: seven answers of ten are enough, six are not; overall needs both halves" {
	{
		echo "$QUALITIES,goals,choice,included,carer_life,family_life,respondent"
		echo "5,5,5,5,5,5,5,,,,4,4,,,,service_user"
		echo "5,5,5,5,5,5,,,-9,,4,4,4,,,service_user"
		echo "5,5,5,5,5,5,5,5,5,5,4,,,,,service_user"
	} >in.csv
	scored qualities/scales.json >/dev/null
	assert_equal "$(column qualities | paste -sd' ')" "100.0  100.0"
	assert_equal "$(column qualities_answered | paste -sd' ')" "7 6 10"
	# three of the four are needed
	assert_equal "$(column openness | paste -sd' ')" "  100.0"
	assert_equal "$(column impact | paste -sd' ')" "75.0 75.0 "
	assert_equal "$(column overall | paste -sd' ')" "87.5  "
}

@test "qualities: not answered, don't know and does not apply are three things" {
	local answer
	{
		echo "$QUALITIES,goals,choice,included,carer_life,family_life,respondent"
		for answer in "" -9 "Don't know" -8 "Does not apply" -1 3 4; do
			echo "5,5,5,5,5,$answer,5,5,5,5,5,5,$answer,,,family"
		done
	} >in.csv
	scored qualities/scales.json >/dev/null
	# 0 is no trust that anybody knows of; empty where nothing was said, or where it makes no sense
	assert_equal "$(column trust_agreed | paste -sd/)" "//0/0///0/100"
	assert_equal "$(column trust_agreed_answered | paste -sd/)" "0/0/0/0/0/0/1/1"
	assert_equal "$(column qualities | paste -sd/)" "100.0/100.0/100.0/100.0/100.0/100.0/95.0/97.5"
	assert_equal "$(column impact_answered | paste -sd/)" "2/2/2/2/2/2/3/3"
	run score -c "$SCHEMAS/qualities/scales.json" --run-record record.json -o out.csv in.csv
	assert_success
	grep -q '"trust_agreed: too few answers": 2,' record.json
	grep -q '"trust_agreed: not applicable": 2,' record.json
}

@test "qualities: a text that is no answer is refused, however near it is" {
	{
		echo "$QUALITIES,goals,choice,included,carer_life,family_life,respondent"
		echo "agree,5,5,5,5,5,5,5,5,5,5,5,5,,,family"
		echo "5,5,5,5,5,5,5,5,5,6,5,5,4.5,,,family"
	} >in.csv
	run --separate-stderr score -c "$SCHEMAS/qualities/scales.json" in.csv
	assert_failure 1
	[[ $stderr == *"in.csv:2:1: record 1: the answer to 'warm' is neither a known text nor a number"* ]]
	[[ $stderr == *"in.csv:3:19: record 2: the answer to 'informed' lies outside 1 to 5"* ]]
	[[ $stderr == *"in.csv:3:25: record 2: the answer to 'included' is a number that is none of its answers"* ]]
}

@test "qualities: a question for one group alone is not for the others" {
	{
		echo "$QUALITIES,goals,choice,included,carer_life,family_life,respondent"
		echo "5,5,5,5,5,5,5,5,5,5,5,5,5,2,5,carer"
		echo "5,5,5,5,5,5,5,5,5,5,5,5,5,2,5,family"
		echo "5,5,5,5,5,5,5,5,5,5,5,5,5,2,5,service_user"
		echo "5,5,5,5,5,5,5,5,5,5,5,5,5,,,carer"
	} >in.csv
	scored qualities/scales.json >/dev/null
	assert_equal "$(column home_life | paste -sd/)" "25.0/100.0//"
	run score -c "$SCHEMAS/qualities/scales.json" --run-record record.json -o out.csv in.csv
	assert_success
	grep -q '"home_life: not applicable": 1,' record.json
	grep -q '"home_life: too few answers": 1,' record.json
}

@test "qualities: a group's own instrument scores its forms as the one for all groups does" {
	validate -q -s "$SCHEMAS/qualities/table.json" "$SAMPLES/qualities.csv" >valid.csv
	local group file
	while read -r group file; do
		# the columns before respondent have no comma in any value
		awk -F, -v group="$group" 'NR == 1 || $7 == group' valid.csv >in.csv
		assert [ "$(wc -l <in.csv)" -gt 30 ]
		score -q -c "$SCHEMAS/qualities/scales.json" in.csv >all.csv
		score -q -c "$SCHEMAS/qualities/$file.json" in.csv >own.csv
		if [ "$group" = service_user ]; then
			sed -E 's/,home_life,home_life_answered//; s/,,0(,[^,]*,[0-9]+,[^,]*,[0-9]+)$/\1/' all.csv | cmp - own.csv
		else
			cmp all.csv own.csv
		fi
	done <<-'END'
		service_user service-users
		carer carers
		family families
	END
}

@test "qualities: each group is asked in words of its own" {
	local one
	for one in service-users carers families; do
		grep -o '^			"label": .*' "$SCHEMAS/qualities/$one.json" | grep -v '0 to 100\|0 or 100' >"$one"
	done
	assert_equal "$(cat service-users carers families | wc -l)" 41
	assert_equal "$(cat service-users carers families | sort -u | wc -l)" 41
}

@test "qualities: the sample is what its command line makes" {
	local program=$ROOT/samples/generate
	[ ! -x "$MHSW_BIN/generate" ] || program=$MHSW_BIN/generate
	[ -x "$program" ] || skip "samples/generate is not built"
	"$program" --type qualities --records 300 --seed 1 --months 24 >made.csv
	cmp made.csv "$SAMPLES/qualities.csv"
	"$program" --type qualities --records 900 --seed 1 --months 24 | head -c "$(stat -c %s made.csv)" | cmp - made.csv
	# one month, one team: still two rounds
	"$program" --type qualities --records 50 --months 1 --teams 1 | grep -E '^R[0-9]{7},' | cut -d, -f6 | sort -u >rounds
	assert_equal "$(paste -sd' ' rounds)" "1 2"
}

@test "qualities: the sample passes, has two rounds to pair and two years to chart, and scores" {
	run validate -s "$SCHEMAS/qualities/table.json" --run-record record.json -o valid.csv "$SAMPLES/qualities.csv"
	assert_success
	assert_output --partial "300 records, 300 good, 0 rejected; 0 errors"
	assert_equal "$(tail -n +2 valid.csv | cut -d, -f4 | sort -u | wc -l)" 6
	assert_equal "$(tail -n +2 valid.csv | cut -d, -f5 | cut -c 1-7 | sort -u | wc -l)" 24
	assert_equal "$(tail -n +2 valid.csv | cut -d, -f2,6 | sort -u | wc -l)" 300
	assert_equal "$(tail -n +2 valid.csv | cut -d, -f2 | sort | uniq -d | wc -l)" 120
	score -c "$SCHEMAS/qualities/scales.json" --run-record record.json valid.csv >out.csv
	run grep -c ': answers refused": 0' record.json
	assert_output 7
}

@test "qualities: what is wrong with a form is found" {
	validate -q -s "$SCHEMAS/qualities/table.json" "$SAMPLES/qualities.csv" | head -n 3 >good.csv
	findings() { # SED
		sed "$1" good.csv >in.csv
		validate -q -s "$SCHEMAS/qualities/table.json" --format csv in.csv 2>&1 >out.csv |
			tail -n +2 | cut -d, -f1 | sort | paste -sd' '
	}
	assert_equal "$(findings '')" ""
	assert_equal "$(findings 's/,carer,4/,carer,6/')" "E302"
	assert_equal "$(findings '2s/,carer,/,nurse,/')" "E302 E501"
	# the question for carers, answered by somebody else: a warning, the form is good
	assert_equal "$(findings '2s/,carer,/,family,/')" "E501"
	assert_equal "$(wc -l <out.csv)" 3
	# the same person twice in one round
	assert_equal "$(findings '3s/P000002\(.*\),service_user,/P000001\1,carer,/')" "E403"
}

@test "qualities: what leaves has neither number nor day, and keeps the pairs" {
	anonymise --make-key project.key
	validate -q -s "$SCHEMAS/qualities/table.json" "$SAMPLES/qualities.csv" |
		anonymise -q -p "$SCHEMAS/qualities/privacy.json" -k project.key >out.csv
	assert_equal "$(wc -l <out.csv)" 301
	run grep -cE '\b[RP]0[0-9]{5,6}\b|\b202[0-9]-[0-9]{2}-[0-9]{2}\b' out.csv
	assert_output 0
	assert_equal "$(tail -n +2 out.csv | cut -d, -f2 | sort | uniq -d | wc -l)" 120
}

@test "survey: options stand evenly from 0 to 10, and a section is the mean of its questions" {
	cat >in.csv <<-'END'
		often_enough,contact,listened,time,respect,agreed,say,family,joined,rating
		"Yes, definitely",Yes,"Yes, to some extent",No,Mostly,"Yes, to some extent",No,"Yes, definitely",Well,7
		No,No,No,No,Never,No,,No,Very badly,0
		"Yes, definitely",Yes,"Yes, definitely","Yes, definitely",Always,"Yes, definitely","Yes, definitely","Yes, definitely",Very well,10
	END
	score -q -c "$SCHEMAS/survey/questions.json" in.csv | sed 's/"[^"]*"/x/g' >out.csv
	assert_equal "$(column often_enough_score | paste -sd/)" "10.0000/0.0000/10.0000"
	assert_equal "$(column respect_score | paste -sd/)" "6.6667/0.0000/10.0000"
	assert_equal "$(column joined_score | paste -sd/)" "7.5000/0.0000/10.0000"
	# (5 + 0 + 6.6667) / 3, (5 + 0 + 10) / 3, (7.5 + 7) / 2
	assert_equal "$(column section_people | paste -sd/)" "3.8889/0.0000/10.0000"
	assert_equal "$(column section_planning | paste -sd/)" "5.0000/0.0000/10.0000"
	assert_equal "$(column section_overall | paste -sd/)" "7.2500/0.0000/10.0000"
}

@test "survey: don't know is left out; not applicable by an option or by an earlier answer is not counted" {
	cat >in.csv <<-'END'
		often_enough,contact,listened,time,respect,agreed,say,family,joined,rating
		Don't know,Yes,Can't remember,No,Always,No,No,I did not want this,Only one service,8
		Don't know,-9,,Don't know,Always,"Yes, definitely",Don't know,Nobody is close to me,,
		Not applicable,Not applicable,,,Always,Don't know,No,No,,
	END
	score -q -c "$SCHEMAS/survey/questions.json" --run-record record.json in.csv | sed 's/"[^"]*"/x/g' >out.csv
	# one of two; none; none of none
	assert_equal "$(column section_access | paste -sd/)" "10.0000//"
	# two of three; one of three is under half
	assert_equal "$(column section_people | paste -sd/)" "5.0000//"
	# whom nothing was agreed with has no say in it: one of one; one of two; the last, who does
	# not know of any agreement, one of two
	assert_equal "$(column section_planning | paste -sd/)" "0.0000/10.0000/0.0000"
	assert_equal "$(column section_planning_answered | paste -sd/)" "1/1/1"
	assert_equal "$(column section_overall | paste -sd/)" "8.0000//"
	grep -q '"say_score: not applicable": 2,' record.json
	grep -q '"say_score: too few answers": 1,' record.json
	grep -q '"section_access: not applicable": 1,' record.json
	grep -q '"section_access: too few answers": 1,' record.json
}

@test "survey: other spellings and ratings between the numbers are refused" {
	cat >in.csv <<-'END'
		often_enough,contact,listened,time,respect,agreed,say,family,joined,rating
		yes definitely,Yes,No,No,Always,No,No,No,Well,7.5
		No,5,No,No,Always,No,No,No,Well,11
	END
	run --separate-stderr score -c "$SCHEMAS/survey/questions.json" in.csv
	assert_failure 1
	[[ $stderr == *"'often_enough' is neither a known text nor a number"* ]]
	[[ $stderr == *"'rating' is a number that is none of its answers"* ]]
	[[ $stderr == *"'contact' is a number that is none of its answers"* ]]
	[[ $stderr == *"'rating' lies outside 0 to 10"* ]]
}

@test "survey: a section of an organisation needs all its questions" {
	{
		echo mean_Q{3,4,5,6,7,9,{10..17},{19..21},24,26,27,{30..37}} | tr ' ' ,
		echo 1,2,3,5,5,6,7,8,8,8,9,4,2,3,1,2,3,4,5,6,1,2,3,4,5,9,4,8
		echo 1,2,3,5,5,6,7,8,8,8,9,4,2,3,1,2,3,4,5,6,1,2,3,4,'*',9,4,NA
	} >in.csv
	run score -q -c "$SCHEMAS/survey/sections.json" --long in.csv
	assert_success
	scored survey/sections.json >/dev/null
	local section figures=''
	for section in {1..11}; do
		figures+="$(column "S$section" | sed 's/0*$//; s/\.$//' | paste -sd' ')/"
	done
	assert_equal "$figures" "3.333333 3.333333/6 6/8 8/6.5 6.5/2.5 2.5/2.5 2.5/5.5 5.5/3 /8 /2.5 2.5/9 9/"
}

@test "survey: an organisation's section is the mean of its questions, each of 30 people at least" {
	run benchmark -m "$SCHEMAS/survey/measures.json" --check-config
	assert_success
	# of 40 people 10 say yes to a question, and 20 of the 30 who know say yes to another
	awk 'BEGIN {
		print "organisation,often_enough,contact,listened,time,respect,agreed,say,family,joined,rating"
		for (i = 1; i <= 40; i++)
			printf "ORG%02d,%s,%s,No,No,%s,No,,No,%s,%d\n", 1, i <= 10 ? "\"Yes, definitely\"" : "No",
				i <= 20 ? "Yes" : i <= 30 ? "No" : "Don\47t know", i <= 13 ? "Always" : "Never",
				i <= 11 ? "Only one service" : "Well", i % 11
		print "ORG02,No,Yes,No,No,Always,No,,No,Well,5"
	}' >in.csv
	score -q -c "$SCHEMAS/survey/questions.json" in.csv |
		benchmark -q -m "$SCHEMAS/survey/measures.json" --unit organisation --disclosure none |
		score -q -c "$SCHEMAS/survey/organisations.json" --record unit --item measure --answer value >out.csv
	assert_equal "$(column unit | paste -sd/)" "ORG01/ORG02"
	# 10 of 40; 20 of 30; the mean of 2.5 and 6.6667, while that of people would be another
	assert_equal "$(column often_enough | paste -sd/)" "2.5/"
	assert_equal "$(column contact | paste -sd/)" "6.7/"
	assert_equal "$(column section_access | paste -sd/)" "4.6/"
	# 13 of 40, and nobody listened or had time
	assert_equal "$(column section_people | paste -sd/)" "1.1/"
	# 29 people were asked: no score, and none of the section
	assert_equal "$(column joined | paste -sd/)" "/"
	assert_equal "$(column section_overall | paste -sd/)" "/"
	assert_equal "$(column section_overall_answered | paste -sd/)" "1/0"
}

# Records of an instrument whose items are PREFIX1 to PREFIXn, from lists of answers.
forms() { # PREFIX COUNT ANSWERS...
	local prefix=$1 count=$2
	shift 2
	seq -f "$prefix%g" "$count" | paste -sd, >in.csv
	printf '%s\n' "$@" >>in.csv
}

@test "phq-9: the sum and the edges of its bands" {
	forms phq 9 0,0,0,0,0,0,0,0,0 1,1,1,1,0,0,0,0,0 1,1,1,1,1,0,0,0,0 1,1,1,1,1,1,1,1,1 2,1,1,1,1,1,1,1,1 \
		2,2,2,2,2,1,1,1,1 2,2,2,2,2,2,1,1,1 3,2,2,2,2,2,2,2,2 3,3,2,2,2,2,2,2,2 3,3,3,3,3,3,3,3,3
	run scored outcome-scales/phq-9.json
	assert_output "$(cat <<-'END'
		phq_total,phq_total_band,phq_total_answered
		0.00,minimal,9
		4.00,minimal,9
		5.00,mild,9
		9.00,mild,9
		10.00,moderate,9
		14.00,moderate,9
		15.00,moderately severe,9
		19.00,moderately severe,9
		20.00,severe,9
		27.00,severe,9
	END
	)"
}

@test "phq-9: two missing answers are replaced by the mean of the others, three are too many" {
	# 4 of 8 answers, 5, 7 and 11 of 7, each times 9
	forms phq 9 1,1,1,1,0,0,0,0, 1,1,1,1,1,0,0,,-9 1,1,1,1,1,1,1,, 2,2,2,2,1,1,1,, 3,3,3,3,3,2,-9,,-9 ,,,,,,,,
	run scored outcome-scales/phq-9.json
	assert_output "$(cat <<-'END'
		phq_total,phq_total_band,phq_total_answered
		4.50,minimal,8
		6.43,mild,7
		9.00,mild,7
		14.14,moderate,7
		,,6
		,,0
	END
	)"
}

@test "gad-7: the sum and the edges of its bands; no answer may be missing" {
	forms gad 7 0,0,0,0,0,0,0 1,1,1,1,0,0,0 1,1,1,1,1,0,0 2,2,1,1,1,1,1 2,2,2,1,1,1,1 2,2,2,2,2,2,2 3,2,2,2,2,2,2 \
		3,3,3,3,3,3,3 3,3,3,3,3,3, 3,3,3,3,3,3,4
	run --separate-stderr score -c "$SCHEMAS/outcome-scales/gad-7.json" in.csv
	assert_failure 1
	[[ $stderr == *"in.csv:11:13: record 10: the answer to 'gad7' lies outside 0 to 3"* ]]
	run cut -d, -f8-10 <<<"$output"
	assert_output "$(cat <<-'END'
		gad_total,gad_total_band,gad_total_answered
		0,minimal,7
		4,minimal,7
		5,mild,7
		9,mild,7
		10,moderate,7
		14,moderate,7
		15,severe,7
		21,severe,7
		,,6
		,,6
	END
	)"
}

@test "dialog: two means, of which 4 itself is neutral" {
	forms dialog 11 1,1,1,1,1,1,1,1,7,7,7 4,4,4,4,4,4,4,4,3,4,5 4,4,4,4,4,4,4,3,4,4,3 7,1,7,1,7,1,7,2,4,4,5 \
		4,4,4,4,4,4,4,,5,5,5 5,5,5,5,5,5,5,5,,5,5
	run scored outcome-scales/dialog.json
	assert_output "$(cat <<-'END'
		quality_of_life,quality_of_life_band,quality_of_life_answered,treatment_satisfaction,treatment_satisfaction_band,treatment_satisfaction_answered
		1.00,dissatisfied,8,7.00,satisfied,3
		4.00,neutral,8,4.00,neutral,3
		3.88,dissatisfied,8,3.67,dissatisfied,3
		4.13,satisfied,8,4.33,satisfied,3
		,,7,5.00,satisfied,3
		5.00,satisfied,8,,,2
	END
	)"
	forms dialog 11 0,4,4,4,4,4,4,4,4,4,8
	run score -q -c "$SCHEMAS/outcome-scales/dialog.json" in.csv
	assert_failure 1
}

@test "outcome-scales: the sample passes, leaves without numbers and days, and is scored by all three" {
	anonymise --make-key project.key
	validate -q -s "$SCHEMAS/outcome-scales/table.json" "$SAMPLES/outcome-scales.csv" >valid.csv
	anonymise -q -p "$SCHEMAS/outcome-scales/privacy.json" -k project.key valid.csv |
		score -q -c "$SCHEMAS/outcome-scales/phq-9.json" |
		score -q -c "$SCHEMAS/outcome-scales/gad-7.json" |
		score -q -c "$SCHEMAS/outcome-scales/dialog.json" >out.csv
	assert_equal "$(wc -l <out.csv)" 78
	run grep -cE '\b[RP]0[0-9]{5,6}\b|\b202[0-9]-[0-9]{2}-[0-9]{2}\b' out.csv
	assert_output 0
	# 40 people, 37 of them twice
	assert_equal "$(cut -d, -f2 out.csv | tail -n +2 | sort -u | wc -l)" 40
	assert_equal "$(cut -d, -f2 out.csv | tail -n +2 | sort | uniq -d | wc -l)" 37
	# the same by awk, from the file itself, which has no quotes
	refute grep -q '"' "$SAMPLES/outcome-scales.csv"
	awk -F, '
		function total(from, to, least, whole,   i, sum, n) {
			for (i = from; i <= to; i++) if ($i != "" && $i != "-9") { sum += $i; n++ }
			return n >= least ? sum / n * whole : ""
		}
		NR > 1 { printf "%s %s %s %s\n", total(7, 15, 7, 9), total(16, 22, 7, 7), total(23, 30, 8, 1), total(31, 33, 3, 1) }
	' "$SAMPLES/outcome-scales.csv" >theirs
	paste -d' ' <(column phq_total) <(column gad_total) <(column quality_of_life) <(column treatment_satisfaction) >ours
	run awk -F' ' '
		{ getline other < "theirs"; split(other, their, / /); n = split($0, our, / /) }
		{ for (i = 1; i <= 4; i++) if ((our[i] == "") != (their[i] == "") || (our[i] - their[i]) ^ 2 > 0.000026) wrong++ }
		END { print NR, wrong + 0 }' ours
	assert_output "77 0"
	assert_equal "$(grep -c '^ \|  \| $' ours)" 6
}

@test "outcome-scales: the change of the sample between its two rounds, as awk has it" {
	score -q -c "$SCHEMAS/outcome-scales/phq-9.json" --change round --from 1 --to 2 --pair person_id \
		--disclosure none --format csv "$SAMPLES/outcome-scales.csv" >figures.csv
	awk -F, '
		NR > 1 {
			sum = n = 0
			for (i = 7; i <= 15; i++) if ($i != "" && $i != "-9") { sum += $i; n++ }
			if (n >= 7) total[$6, $2] = sum / n * 9
			people[$2]
		}
		END {
			for (person in people) {
				if (!((1, person) in total) || !((2, person) in total)) continue
				pairs++
				first += total[1, person]
				squares += total[1, person] ^ 2
				change += total[2, person] - total[1, person]
			}
			# Jacobson and Truax (1991), with the reliability of Kroenke and others (2001)
			deviation = sqrt((squares - first ^ 2 / pairs) / (pairs - 1))
			limit = 1.96 * sqrt(2) * deviation * sqrt(1 - 0.89)
			for (person in people) {
				if (!((1, person) in total) || !((2, person) in total)) continue
				difference = total[2, person] - total[1, person]
				improved += difference < -limit
				deteriorated += difference > limit
			}
			printf "pairs %d\nmean_first %.5f\nmean_change %.5f\nimproved %d\ndeteriorated %d\n", pairs,
				first / pairs, change / pairs, improved, deteriorated
		}' "$SAMPLES/outcome-scales.csv" >theirs
	awk -F, '
		$2 == "pairs" || $2 == "improved" || $2 == "deteriorated" { print $2, $3 }
		$2 == "mean_first" || $2 == "mean_change" { printf "%s %.5f\n", $2, $3 }' figures.csv >ours
	run diff <(sort ours) <(sort theirs)
	assert_success
	assert_equal "$(wc -l <ours)" 5
}

@test "feedback-nottshc: praise and what to improve have each a scale, and no comment has both" {
	cat >in.csv <<-'END'
		comment_type,criticality
		best,1
		best,2
		best,3
		improve,1
		improve,3
		best,
		improve,
	END
	run scored feedback-nottshc/scales.json
	assert_output "$(cat <<-'END'
		strength_best,strength_best_answered,strength_improve,strength_improve_answered
		0.0,1,,0
		50.0,1,,0
		100.0,1,,0
		,0,0.0,1
		,0,100.0,1
		,0,,0
		,0,,0
	END
	)"
	printf 'comment_type,criticality\nbest,1.5\nimprove,4\n' >in.csv
	run --separate-stderr score -c "$SCHEMAS/feedback-nottshc/scales.json" in.csv
	assert_failure 1
	[[ $stderr == *"refused answers: 2,"* ]]
}
