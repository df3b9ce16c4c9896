#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# score: what somebody meets who writes an instrument for the first time and scores a file
# that a spreadsheet saved.  All answers are invented.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# One question with texts, one with numbers; codes for what is no answer.
setup_filter() {
	cat >two.json <<-'END'
		{ "name": "two", "version": "1", "source": "made for this test", "official": false,
		  "missing_codes": ["Not answered"], "dont_know_codes": ["Don't know"],
		  "items": [
		    { "column": "heard", "answers": { "Disagree": 1, "Neither": 2, "Agree": 3 } },
		    { "column": "rating", "minimum": 0, "maximum": 10 } ],
		  "scales": [ { "name": "s", "method": "linear", "items": ["heard", "rating"] } ] }
	END
}

# two.json over one record with these two answers, as CSV fields
answers() { # HEARD RATING
	printf 'id,heard,rating\n1,%s,%s\n' "$1" "$2" >in.csv
	run --separate-stderr score -c two.json in.csv
	assert_failure 1
	assert_output "$(printf 'id,heard,rating,s,s_answered\n1,%s,%s,,1' "$1" "$2")"
}

@test "first use: a text that differs in capitals, blanks or apostrophes is refused, and that is said" {
	local heard
	for heard in agree ' ' 'Agree ' ' AGREE' $'Agree\u00a0' $'Ag\u200bree' $'Don\u2019t know' 'not  answered' ' 3' $'\uff13'; do
		answers "$heard" 5
		assert_equal "${stderr_lines[0]}" "score: warning: in.csv:2:3: record 1: the answer to 'heard' is neither a known text nor a number"
		[[ "${stderr_lines[1]}" == "score: warning: of the answers said above, known but for capitals, blanks or apostrophes: 1; "* ]]
		[[ "${stderr_lines[2]}" == "score: warning: refused answers: 1, "* ]]
	done
	for heard in agreed none '*' '[z]' NA; do
		answers "$heard" 5
		[[ "$stderr" != *"said above"* ]]
	done
}

@test "first use: a number with a comma for its point is refused, and that is said" {
	local rating
	for rating in '"3,5"' '"0,25"' '"7,"'; do
		answers Agree "$rating"
		assert_equal "${stderr_lines[0]}" "score: warning: in.csv:2:9: record 1: the answer to 'rating' is not a number"
		if [ "$rating" = '"7,"' ]; then
			[[ "$stderr" != *comma* ]]
		else
			[[ "${stderr_lines[1]}" == "score: warning: of the answers said above, numbers but for a comma in place of the point: 1; "*decimalChar* ]]
		fi
	done
}

@test "first use: how many of the first answers are near to one that is known, and no value" {
	{
		echo id,heard,rating
		for i in {1..15}; do echo "$i,agree,\"1,$i\""; done
		echo '16,secretive,9'
	} >in.csv
	run --separate-stderr score -c two.json in.csv
	assert_failure 1
	assert_equal "${#stderr_lines[@]}" 24
	[[ "${stderr_lines[20]}" == *"and 11 more answers" ]]
	[[ "${stderr_lines[21]}" == *"of the answers said above, known but for capitals, blanks or apostrophes: 10; "* ]]
	[[ "${stderr_lines[22]}" == *"of the answers said above, numbers but for a comma in place of the point: 10; "* ]]
	[[ "${stderr_lines[23]}" == *"refused answers: 31, records that hold them: 16; "* ]]
	[[ "$stderr" != *secretive* && "$stderr" != *"'agree'"* ]]
}

@test "first use: an item's code that differs in capitals or blanks is passed over, and that is said" {
	printf 'form,item,answer\n1,heard,Agree\n1,rating,5\n2,Heard,Agree\n2,rating ,5\n3,other,1\n' >in.csv
	run --separate-stderr score -c two.json --record form --item item --answer answer in.csv
	assert_failure 1
	assert_output $'form,s,s_answered\n1,75.00,2'
	assert_equal "$stderr" "score: warning: in.csv:4: lines that are passed over, from this one on, though their item is the instrument's but for capitals, blanks or apostrophes: 2; mend the column 'item'"
	printf 'form,item,answer\n1,heard,Agree\n1,rating,5\n3,other,1\n' >in.csv
	run --separate-stderr score -c two.json --record form --item item --answer answer in.csv
	assert_success
	assert_equal "$stderr" ""
}

# A file with the columns of an instrument, and one record without any answer.
blank_form() { # INSTRUMENT
	grep -o '"column": *"[^"]*"' "$SCHEMAS/$1" | cut -d '"' -f 4 | sort -u | paste -sd ,
	grep -o '"column": *"[^"]*"' "$SCHEMAS/$1" | sort -u | sed 's/.*//' | paste -sd ,
}

# The indented blocks of a page that call score, each with a NUL behind it.
blocks() { # PAGE
	awk '/^    / { block = block substr($0, 5) "\n"; next }
		block ~ /score -c/ { printf "%s%c", block, 0 }
		{ block = "" }
		END { if (block ~ /score -c/) printf "%s%c", block, 0 }' "$1"
}

@test "first use: what the pages of the instruments say to type works as it stands" {
	local page block count=0
	ln -s "$SCHEMAS" schemas
	ln -s "$SAMPLES" samples
	anonymise --make-key project.key
	blank_form qualities/carers.json >carers.csv
	blank_form survey/questions.json | sed "1s/^/organisation,/; 2s/^/ORG01,/" >answers.csv
	blank_form survey/sections.json >scores.csv
	for page in "$SCHEMAS"/*/README.md; do
		while IFS= read -r -d '' block; do
			count=$((count + 1))
			run --separate-stderr bash -e -o pipefail -c "$block"
			[ "$status" -eq 0 ] || fail "$page: $block: $stderr"
		done < <(blocks "$page")
	done
	[ "$count" -ge 15 ]
}

@test "first use: a condition that no record meets, though some answer, is said" {
	sed 's/"column": "rating",/&"when": { "asked_as": ["carer", "family"] },/' two.json >when.json
	printf 'id,asked_as,heard,rating\n1,Carer,Agree,5\n2,Family,Agree,\n3,Carer ,Agree,7\n' >in.csv
	run --separate-stderr score -c when.json in.csv
	assert_success
	assert_equal "${stderr_lines[*]}" "score: warning: no record is one that 'rating' is for, but 2 answer it: look at its when, and whether the values are written so in the data"
	# as long lines
	printf 'id,asked_as,item,answer\n1,Carer,heard,Agree\n1,Carer,rating,5\n' >long.csv
	run --separate-stderr score -c when.json --record id --keep asked_as --item item --answer answer long.csv
	assert_success
	assert_equal "${stderr_lines[*]}" "score: warning: no record is one that 'rating' is for, but 1 answer it: look at its when, and whether the values are written so in the data"
	# one that does meet it, or nobody who answers
	printf '4,carer,Agree,1\n' | cat in.csv - >more.csv
	run --separate-stderr score -c when.json --run-record run.json more.csv
	assert_success
	assert_equal "$stderr" ""
	grep -q '"answers to questions that were not for the record": 2' run.json
	printf 'id,asked_as,heard,rating\n1,Carer,Agree,\n2,Carer,Agree,-\n' >in.csv
	run --separate-stderr score -c when.json in.csv
	assert_success
	assert_equal "$stderr" ""
	# what stands in a column is an answer to another item of that column
	cat >both.json <<-'END'
		{ "name": "both", "version": "1", "source": "made for this test", "official": false, "items": [
		    { "name": "carers", "column": "rating", "minimum": 0, "maximum": 10, "when": { "asked_as": "carer" } },
		    { "name": "families", "column": "rating", "minimum": 0, "maximum": 10, "when": { "asked_as": "family" } } ],
		  "scales": [ { "name": "c", "method": "mean", "items": ["carers"] },
		    { "name": "f", "method": "mean", "items": ["families"], "decimals": 0 } ] }
	END
	printf 'asked_as,rating\nfamily,5\n' >in.csv
	run --separate-stderr score -c both.json in.csv
	assert_success
	assert_equal "$stderr" ""
	assert_line --index 1 "family,5,,0,5,1"
}

@test "first use: a questionnaire of one's own, from the spreadsheet to scores and bands" {
	local items='' i reverse
	for i in {1..12}; do
		reverse=
		case $i in 4 | 9) reverse=', "reverse": true' ;; esac
		items+="{ \"column\": \"q$i\", \"answers\": \"agreement\"$reverse }"
		[ "$i" -eq 12 ] || items+=,
	done
	cat >own.json <<-END
		{ "name": "our questions", "version": "2026-11", "source": "our own", "official": false,
		  "missing_codes": ["Prefer not to say"], "dont_know_codes": ["Don't know"],
		  "not_applicable_codes": ["Not applicable"],
		  "answer_sets": { "agreement": { "Strongly disagree": 1, "Disagree": 2,
		    "Neither agree nor disagree": 3, "Agree": 4, "Strongly agree": 5 } },
		  "items": [ $items ],
		  "scales": [
		    { "name": "contact", "method": "mean", "minimum_answered": 4,
		      "items": ["q1", "q2", "q3", "q4", "q5", "q6"] },
		    { "name": "help", "method": "mean", "minimum_answered": 4,
		      "items": ["q7", "q8", "q9", "q10", "q11", "q12"] },
		    { "name": "total", "method": "linear", "minimum_answered": "75%", "decimals": 0,
		      "items": ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9", "q10", "q11", "q12"],
		      "bands": [ { "label": "low", "at_most": 50 },
		        { "label": "moderate", "above": 50, "below": 75 }, { "label": "high", "at_least": 75 } ] } ] }
	END
	run score -c own.json --check-config
	assert_success

	# as a spreadsheet saves it: semicolons, CRLF, a byte order mark, blanks behind texts
	{
		printf '\xef\xbb\xbfform;person;round'
		printf ';q%s' {1..12}
		printf '\r\n1;P1;1;Agree;Agree ;Agree;Disagree;Agree;Agree;Agree;Agree;Disagree;Agree;Agree;Agree\r\n'
		printf '2;P2;1;Strongly agree;;Don'"'"'t know;Strongly disagree;Strongly agree;Strongly agree;Disagree;Disagree;Agree;Not applicable;Prefer not to say;Disagree\r\n'
		printf '3;P3;1;Agree;;;;;Agree;Disagree;Disagree;Agree;Disagree;Disagree;Disagree\r\n'
	} >sheet.csv
	run validate -q --delimiter semicolon --trim sheet.csv -o clean.csv
	assert_success
	run --separate-stderr score -c own.json clean.csv
	assert_success
	assert_equal "$stderr" ""
	# 1: all 4 of 5; 2: contact 5 5 5 5, help 2 2 2 2 of which q9 is turned: 100 and 25, of the
	# 11 that apply 8 are answered: 73%; 3: two of six are too few
	assert_equal "$(cut -d , -f 1,16- <<<"$output")" "$(cat <<-'END'
		form,contact,contact_answered,help,help_answered,total,total_band,total_answered
		1,4.00,6,4.00,6,75,high,12
		2,5.00,4,2.00,4,,,8
		3,,2,2.00,6,,,8
	END
	)"
}

@test "first use: bands that no score can reach are refused, with the range of the scale" {
	sed 's/"method": "linear"/"method": "sum", "bands": BANDS/; s/"minimum": 0, "maximum": 10/"minimum": 1, "maximum": 5/' two.json >bands.json
	local bands
	# made for 0 to 100; the scale goes from 2 to 8
	for bands in '[{"label":"low","at_most":50},{"label":"high","above":50}]' \
		'[{"label":"low","below":2},{"label":"high","at_least":2}]' \
		'[{"label":"low","at_most":8},{"label":"high","above":8}]'; do
		sed "s/BANDS/$bands/" bands.json >try.json
		run score -c try.json --check-config
		assert_failure 2
		assert_output --regexp "^score: try.json: at /scales/0/bands/[01]: can never be: the scale goes from 2.00 to 8.00$"
	done
	for bands in '[{"label":"low","at_most":2},{"label":"high","above":2}]' \
		'[{"label":"low","below":8},{"label":"high","at_least":8}]'; do
		sed "s/BANDS/$bands/" bands.json >try.json
		run score -c try.json --check-config
		assert_success
	done
}
