#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# score: an instrument's scales appended to each record.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >three.json <<-'END'
		{ "name": "three", "version": "1", "source": "made for this test", "official": false,
		  "missing_codes": ["-9"],
		  "items": [
		    { "column": "a", "minimum": 1, "maximum": 5 },
		    { "column": "b", "minimum": 1, "maximum": 5, "reverse": true },
		    { "column": "c", "minimum": 0, "maximum": 10, "answers": { "never": 0, "always, or nearly": 10 } } ],
		  "scales": [
		    { "name": "total", "method": "sum", "items": ["a", "b", "c"], "decimals": 0 },
		    { "name": "whole", "method": "sum", "items": ["a", "b", "c"], "minimum_answered": "60%", "prorate": true },
		    { "name": "mean", "method": "mean", "items": ["a", "b"], "minimum_answered": 1, "decimals": 1 },
		    { "name": "share", "method": "linear", "items": ["a", "b", "c"], "minimum_answered": 2 } ] }
	END
	cat >one.json <<-'END'
		{ "name": "one", "version": "1", "source": "made for this test", "official": false,
		  "items": [ { "column": "a", "minimum": 0, "maximum": 9 } ],
		  "scales": [ { "name": "s", "method": "sum", "items": ["a"], "decimals": 0 } ] }
	END
}

# one.json over the bytes that printf makes of the first argument
one() {
	# shellcheck disable=SC2059
	printf "$1" >in.csv
	run --separate-stderr score -c one.json in.csv
}

@test "score: help shows examples first, then the usage" {
	run score --help
	assert_success
	assert_line --index 1 --partial "score -c schemas/feedback/scales.json"
	assert_line --partial "usage: score -c FILE [--describe] [--prefix TEXT]"
}

@test "score: the manual has no faults and the same usage" {
	command -v mandoc >/dev/null || skip "no mandoc here"
	run mandoc -Tlint -Wwarning "$ROOT/filters/score/score.1"
	assert_success
	assert_output ""
	local usage
	usage=$(usage_of score)
	run bash -c 'mandoc -Tutf8 -O width=500 "$1" | col -b | sed -n "/^SYNOPSIS/{n;s/^ *//p}"' - "$ROOT/filters/score/score.1"
	assert_output "$usage"
}

@test "score: an unknown option is exit 2 and names the nearest" {
	run score --prefx x
	assert_failure 2
	assert_output --partial "prefix"
}

@test "score: no instrument is exit 2" {
	run score </dev/null
	assert_failure 2
	assert_output --partial "-c FILE"
}

@test "score: sum, proration, mean and linear, with reversed items and text answers" {
	printf 'id,a,b,c\n1,1,1,0\n2,5,5,never\n3,4,2,"always, or nearly"\n4,3,,7\n5,,2,\n6,-9,-9,-9\n' >in.csv
	run score -c three.json in.csv
	assert_success
	assert_output "$(cat <<-'END'
		id,a,b,c,total,total_answered,whole,whole_answered,mean,mean_answered,share,share_answered
		1,1,1,0,6,3,6.00,3,3.0,2,33.33,3
		2,5,5,never,6,3,6.00,3,3.0,2,33.33,3
		3,4,2,"always, or nearly",18,3,18.00,3,4.0,2,83.33,3
		4,3,,7,,2,15.00,2,3.0,1,60.00,2
		5,,2,,,1,,1,4.0,1,,1
		6,-9,-9,-9,,0,,0,,0,,0
	END
	)"
}

@test "score: decimals in the answers are exact, and a half is rounded away from zero" {
	cat >exact.json <<-'END'
		{ "name": "exact", "version": "1", "source": "made for this test", "official": false,
		  "items": [ { "column": "a", "minimum": -10, "maximum": 10 }, { "column": "b", "minimum": -10, "maximum": 10 } ],
		  "scales": [ { "name": "s", "method": "sum", "items": ["a", "b"], "decimals": 1 },
		              { "name": "m", "method": "mean", "items": ["a", "b"] } ] }
	END
	printf 'a,b\n0.1,0.2\n1.125,0.025\n-1.125,-0.025\n-0.01,0\n1,0.01\n' >in.csv
	run score -c exact.json in.csv
	assert_success
	assert_line "0.1,0.2,0.3,2,0.15,2"
	assert_line "1.125,0.025,1.2,2,0.58,2"
	assert_line "-1.125,-0.025,-1.2,2,-0.58,2"
	assert_line "-0.01,0,0.0,2,-0.01,2"
	assert_line "1,0.01,1.0,2,0.51,2"
}

@test "score: a refused answer is said by place without its value, and empties its scales alone" {
	printf 'id,a,b,c\n1,1,1,0\n2,1,secret,3\n3,1,6,11\n' >in.csv
	run --separate-stderr score -c three.json --run-record record.json in.csv
	assert_failure 1
	assert_line --index 2 "2,1,secret,3,,2,,2,,1,,2"
	assert_line --index 3 "3,1,6,11,,1,,1,,1,,1"
	[[ $stderr == *"in.csv:3:5: record 2: the answer to 'b' is not a number"* ]]
	[[ $stderr == *"in.csv:4:5: record 3: the answer to 'b' lies outside 1 to 5"* ]]
	[[ $stderr == *"in.csv:4:7: record 3: the answer to 'c' lies outside 0 to 10"* ]]
	[[ $stderr != *secret* ]]
	run cat record.json
	assert_output --regexp '"answers refused": 3,'
	assert_output --regexp '"records with refused answers": 2'
	assert_output --regexp '"mean: answers refused": 2'
	assert_output --regexp '"used": 3'
}

@test "score: values stand in messages only when asked for" {
	printf 'a\nx1\n' >in.csv
	run --separate-stderr score -c one.json --show-values in.csv
	assert_failure 1
	[[ $stderr == *"'x1'"* ]]
}

@test "score: symbols, blanks, signs and numbers with a tail are refused, not missing" {
	printf 'a\n*\n[z]\n" 1"\n1x\n1e0\n.5\n0x1\nNaN\n+1\n01\n1.0\n' >in.csv
	run --separate-stderr score -c one.json in.csv
	assert_failure 1
	[[ $stderr == *"refused answers: 8, records that hold them: 8"* ]]
	assert_line "+1,1,1"
	assert_line "01,1,1"
	assert_line "1.0,1,1"
}

@test "score: only the first refusals are said one by one" {
	{ echo a; yes 99 | head -n 1000; } >in.csv
	run --separate-stderr score -c one.json in.csv
	assert_failure 1
	[[ $stderr == *"and 980 more answers"* ]]
	[ "${#stderr_lines[@]}" -eq 22 ]
	[ "${#lines[@]}" -eq 1001 ]
}

@test "score: a missing column is exit 2 before the first byte, with the nearest name" {
	printf 'id,aa,b,c\n1,1,1,1\n' >in.csv
	run --separate-stderr score -c three.json in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"no column 'a'"* ]]
	[[ $stderr == *"did you mean"* ]]
}

@test "score: a new column that is there already is exit 2, and --prefix helps" {
	printf 'a,s\n1,2\n' >in.csv
	run --separate-stderr score -c one.json in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"--prefix"* ]]
	run score -c one.json --prefix new_ in.csv
	assert_success
	assert_line "a,s,new_s,new_s_answered"
	assert_line "1,2,1,1"
}

@test "score: the instrument is checked strictly, by pointer" {
	sed 's/"reverse"/"revers"/' three.json >bad.json
	run score -c bad.json --check-config
	assert_failure 2
	assert_output --partial "/items/1"
	assert_output --partial "reverse"
	sed 's/"maximum": 10/"maximum": -1/' three.json >bad.json
	run score -c bad.json --check-config
	assert_failure 2
	assert_output --partial "/items/2/maximum"
	sed 's/"-9"/"3"/' three.json >bad.json
	run score -c bad.json --check-config
	assert_failure 2
	assert_output --partial "code 3 would be one"
	sed 's/\["a", "b"\]/["a", "d"]/' three.json >bad.json
	run score -c bad.json --check-config
	assert_failure 2
	assert_output --partial "/scales/2/items/1"
	sed 's/"60%"/"600%"/' three.json >bad.json
	run score -c bad.json --check-config
	assert_failure 2
	assert_output --partial "/scales/1/minimum_answered"
	run score -c three.json --check-config
	assert_success
}

@test "score: an instrument that is not JSON, or not there, is exit 2" {
	echo '{ "name": ' >bad.json
	run score -c bad.json --check-config
	assert_failure 2
	assert_output --partial "bad.json:"
	run score -c absent.json --check-config
	assert_failure 2
	assert_output --partial "absent.json"
}

@test "score: empty input gives nothing, header only gives the header" {
	one ''
	assert_success
	assert_output ""
	one 'a\n'
	assert_success
	assert_output "a,s,s_answered"
}

@test "score: CRLF, BOM and no line end at the last record" {
	one 'a,z\r\n1,x\r\n2,y\r\n'
	assert_success
	assert_output $'a,z,s,s_answered\n1,x,1,1\n2,y,2,1'
	one '\xef\xbb\xbfa,z\n1,x'
	assert_success
	assert_output $'a,z,s,s_answered\n1,x,1,1'
}

@test "score: a quoted line break becomes one blank; quoted answers count" {
	one 'a,z\n"1","x\r\ny"\n2,"p\nq"\n'
	assert_success
	assert_output $'a,z,s,s_answered\n"1","x y",1,1\n2,"p q",2,1'
}

@test "score: NUL, an unclosed quote, a ragged row and bytes that are not UTF-8 are exit 2" {
	one 'a,z\n1,x\0y\n'
	assert_failure 2
	[[ $stderr == *"in.csv:2:"* ]]
	one 'a,z\n1,"x\n'
	assert_failure 2
	[[ $stderr == *"in.csv:"* ]]
	one 'a,z\n1,x\n2\n'
	assert_failure 2
	[[ $stderr == *"in.csv:3"* ]]
	one 'a,z\n1,\xff\n'
	assert_failure 2
}

@test "score: a broken input leaves an old output in place" {
	echo old >out.csv
	printf 'a\n1\n"2\n' >in.csv
	run score -c one.json -o out.csv in.csv
	assert_failure 2
	run cat out.csv
	assert_output old
}

@test "score: --header and --no-header, for partitions" {
	echo 'a,z' >head.csv
	printf '1,x\n2,y\n' >part.csv
	run score -c one.json --header head.csv --no-header part.csv
	assert_success
	assert_output $'1,x,1,1\n2,y,2,1'
}

@test "score: twice the same, in the C and in a UTF-8 locale, by pipe and by file" {
	score -c "$SCHEMAS/feedback/scales.json" "$SAMPLES/feedback-clean.csv" >first
	LC_ALL=C.UTF-8 score -c "$SCHEMAS/feedback/scales.json" <"$SAMPLES/feedback-clean.csv" >second
	LC_ALL=C score -c "$SCHEMAS/feedback/scales.json" -o third "$SAMPLES/feedback-clean.csv"
	cmp first second
	cmp first third
	[ "$(cut -c 1-9 first | sort -u | wc -l)" -eq "$(wc -l <first)" ]
}

@test "score: a full disk is exit 2" {
	[ -e /dev/full ] || skip "no /dev/full here"
	printf 'a\n1\n' >in.csv
	run bash -c 'score -c one.json in.csv >/dev/full'
	assert_failure 2
}

@test "score: a closed pipe ends it quietly" {
	{ echo a; yes 1 | head -n 200000; } >in.csv
	run closed_pipe score -c one.json in.csv
	assert_output 141
}

@test "score: the same scales as awk, on the sample" {
	score -c "$SCHEMAS/feedback/scales.json" "$SAMPLES/feedback-clean.csv" >scored.csv
	# the first twelve columns hold no comma in the sample, and the appended ones end the line
	run awk -F, '
		NR == 1 { next }
		{
			sum = answered = 0
			for (i = 7; i <= 12; i++)
				if ($i != "" && $i != "-9") { sum += $i; answered++ }
			if ($(NF - 6) != answered) bad++
			if (answered < 4 ? $(NF - 7) != "" : ($(NF - 7) - 25 * (sum / answered - 1)) ^ 2 > 0.0026) bad++
			rows++
		}
		END { print (rows > 0), bad + 0 }' scored.csv
	assert_output "1 0"
}

@test "score: the real comments' criticality" {
	need_data feedback-nottshc/tidy_trust_data_MH.csv
	validate -q -s "$SCHEMAS/feedback-nottshc/table.json" \
		"$SHARED_DATA/feedback-nottshc/tidy_trust_data_MH.csv" >valid.csv || [ $? -eq 1 ]
	score -c "$SCHEMAS/feedback-nottshc/scales.json" --run-record record.json valid.csv >scored.csv
	[ "$(wc -l <scored.csv)" -eq "$(wc -l <valid.csv)" ]
	run head -n 1 scored.csv
	assert_output --regexp ',strength_best,strength_best_answered,strength_improve,strength_improve_answered$'
	run grep -cE '"strength_(best|improve): answers refused": 0' record.json
	assert_output 2
}
