#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# score: records gathered from one line for each answer.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	# C is for teams alone; B is turned round
	cat >form.json <<-'END'
		{ "name": "forms", "version": "1", "source": "made for this test", "official": false,
		  "not_applicable_codes": ["[z]"], "dont_know_codes": ["?"],
		  "items": [
		    { "column": "A", "minimum": 1, "maximum": 5 },
		    { "name": "b", "column": "B.i", "minimum": 1, "maximum": 5, "reverse": true },
		    { "column": "C", "minimum": 1, "maximum": 5, "when": { "level": "team" } } ],
		  "scales": [
		    { "name": "total", "method": "sum", "items": ["A", "b", "C"], "decimals": 0 },
		    { "name": "some", "method": "mean", "items": ["A", "b"], "minimum_answered": 1 } ] }
	END
}

# gather ARGUMENT...: form.json over in.csv, level kept
gather() {
	run --separate-stderr score -c form.json --record form --item item --answer rating --keep level "$@"
}

# forms TEXT: in.csv from what printf makes of it, below the header
forms() {
	# shellcheck disable=SC2059
	printf "form,level,item,rating,note\n$1" >in.csv
}

@test "gather: lines that stand together make one record, in whatever order its items come" {
	forms '1,team,A,4,\n1,team,B.i,2,\n1,team,C,5,\n2,team,C,1,\n2,team,A,1,\n2,team,B.i,5,\n'
	gather in.csv
	assert_success
	assert_output "$(cat <<-'END'
		form,level,total,total_answered,some,some_answered
		1,team,13,3,4.00,2
		2,team,3,3,1.00,2
	END
	)"
	[ "$stderr" = "" ]
}

@test "gather: an item without a line, an empty one and a code are told apart" {
	# 1: nothing for b; 2: b empty; 3: b does not apply, so that the sum does without; 4: don't know
	forms '1,team,A,4,\n1,team,C,5,\n2,team,A,4,\n2,team,B.i,,\n2,team,C,5,\n3,team,A,4,\n3,team,B.i,[z],\n3,team,C,5,\n4,team,A,4,\n4,team,B.i,?,\n4,team,C,5,\n'
	gather in.csv
	assert_success
	assert_line "1,team,,2,4.00,1"
	assert_line "2,team,,2,4.00,1"
	assert_line "3,team,9,2,4.00,1"
	assert_line "4,team,,2,4.00,1"
}

@test "gather: a condition looks at a kept column, and what it shuts out is not read" {
	# C is not for organisations: neither refused nor twice
	forms '1,organisation,A,4,\n1,organisation,B.i,2,\n1,organisation,C,99,\n1,organisation,C,x,\n'
	gather in.csv
	assert_success
	assert_line "1,organisation,8,2,4.00,2"
}

@test "gather: a condition on a column that is not passed on is exit 2 and says what to do" {
	forms '1,team,A,4,\n'
	run --separate-stderr score -c form.json --record form --item item --answer rating in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"'level'"*"--keep level"* ]]
	: >empty.csv
	run --separate-stderr score -c form.json --record form --item item --answer rating empty.csv
	assert_failure 2
}

@test "gather: several columns tell records apart, and are passed on in the order named" {
	printf 'round,item,org,rating,level,team\n1,A,X,1,team,T\n1,A,X,2,team,U\n2,A,X,3,team,U\n1,A,Y,4,team,T\n' >in.csv
	run score -c form.json --record org --record team --record round --keep level \
		--item item --answer rating in.csv
	assert_success
	assert_output "$(cat <<-'END'
		org,team,round,level,total,total_answered,some,some_answered
		X,T,1,team,,1,1.00,1
		X,U,1,team,,1,2.00,1
		X,U,2,team,,1,3.00,1
		Y,T,1,team,,1,4.00,1
	END
	)"
}

@test "gather: keys that run together stay two records" {
	printf 'a,b,level,item,rating\nx,yz,team,A,1\nxy,z,team,A,2\n,xyz,team,A,3\nxyz,,team,A,4\n' >in.csv
	run score -c form.json --record a --record b --keep level --item item --answer rating in.csv
	assert_success
	[ "${#lines[@]}" -eq 5 ]
	assert_line "xyz,,team,,1,4.00,1"
}

@test "gather: quotes, doubled quotes and line breaks in what is passed on; quoted is the same value" {
	forms '"1","team",A,"4","x\ny"\n1,team,"B.i",2,\n"2, ""b""",team,A,3,\n"2, ""b""",team,B.i,3,"p,\r\nq"\n"3\nx",team,A,1,\n'
	gather in.csv
	assert_success
	assert_output "$(cat <<-'END'
		form,level,total,total_answered,some,some_answered
		"1","team",,2,4.00,2
		"2, ""b""",team,,2,3.00,2
		"3 x",team,,1,1.00,1
	END
	)"
	[ "$stderr" = "" ]
}

@test "gather: --long has one line for each record and scale" {
	forms '1,team,A,4,\n1,team,B.i,2,\n1,team,C,5,\n2,team,A,1,\n'
	gather --long in.csv
	assert_success
	assert_output "$(cat <<-'END'
		form,level,scale,value,band,answered
		1,team,total,13,,3
		1,team,some,4.00,,2
		2,team,total,,,1
		2,team,some,1.00,,1
	END
	)"
}

@test "gather: a refused answer and one given twice are said by their own place" {
	forms '1,team,A,secret,\n1,team,B.i,2,\n2,team,"A",3,\n2,team,B.i,6,\n2,team,A,3,\n'
	gather --run-record record.json in.csv
	assert_failure 1
	assert_line "1,team,,1,,1"
	assert_line "2,team,,0,,0"
	[[ $stderr == *"in.csv:2:10: record 1: the answer to 'A' is not a number"* ]]
	[[ $stderr == *"in.csv:5:12: record 2: the answer to 'b' lies outside 1 to 5"* ]]
	[[ $stderr == *"in.csv:6:10: record 2: 'A' is answered a second time in one record"* ]]
	[[ $stderr == *"refused answers: 3, records that hold them: 2"* ]]
	[[ $stderr != *secret* ]]
	run cat record.json
	assert_output --partial '"in": 5,'
	assert_output --partial '"used": 5,'
	assert_output --partial '"records gathered": 2,'
	assert_output --partial '"answers refused": 3,'
	gather --show-values in.csv
	[[ $stderr == *"'secret'"* ]]
}

@test "gather: --rejects has all lines of the record, byte for byte" {
	printf '2,team,A,9,"x\r\ny"\r\n2,team,"B.i",2,\n2,team,Q,1,other\n' >bad
	printf '4,team,A,,\n4,team,A,,' >last
	{
		printf 'form,level,item,rating,note\n1,team,A,4,\n'
		cat bad
		printf '3,team,A,2,\n3,team,Q,2,\n'
		cat last
	} >in.csv
	gather --rejects bad.csv --run-record record.json in.csv
	assert_failure 1
	assert_output "$(cat <<-'END'
		form,level,total,total_answered,some,some_answered
		1,team,,1,4.00,1
		3,team,,1,2.00,1
	END
	)"
	{
		echo form,level,item,rating,note
		cat bad last
		echo
	} >expected.csv
	cmp bad.csv expected.csv
	run cat record.json
	assert_output --partial '"in": 8,'
	assert_output --partial '"used": 2,'
	assert_output --partial '"rejected": 5,'
	assert_output --partial '"excluded": 1,'
	assert_output --partial '"records gathered": 2,'
	# what was rejected can be read again, and mended
	sed 's/A,9/A,5/; 6s/A,,/B.i,2,/' bad.csv >mended.csv
	gather mended.csv
	assert_success
	assert_line "2,team,,2,4.50,2"
}

@test "score: --rejects keeps the line breaks of a record too, where each is one line" {
	printf 'A,B.i,C,level\n9,1,1,"te\r\nam"\r\n1,1,1,team\nx,1,1,' >in.csv
	run score -c form.json --rejects bad.csv in.csv
	assert_failure 1
	printf 'A,B.i,C,level\n9,1,1,"te\r\nam"\r\nx,1,1,\n' >expected.csv
	cmp bad.csv expected.csv
}

@test "gather: a kept column that differs is a fault by place, and the first value stands" {
	forms '1,team,A,4,\n1,organisation,C,5,\n1,,B.i,2,\n2,team,A,1,\n'
	gather --run-record record.json in.csv
	assert_failure 1
	assert_line "1,team,13,3,4.00,2"
	[[ $stderr == *"in.csv:3:3: record 1: 'level' is not what it is in the record's first line"* ]]
	[[ $stderr == *"in.csv:4:3: record 1: 'level'"* ]]
	[[ $stderr != *organisation* ]]
	[[ $stderr == *"kept values that differ within a record: 2"* ]]
	run cat record.json
	assert_output --partial '"kept values that differ": 2,'
	assert_output --partial '"rejected": 0,'
}

@test "gather: a record that comes again after others is exit 2, by place, and says to sort" {
	forms '1,team,A,4,\n2,team,A,4,\n1,team,B.i,4,\n'
	gather -o out.csv in.csv
	assert_failure 2
	[ ! -e out.csv ]
	[[ $stderr == *"in.csv:4:1: "*"sort the lines by form first"* ]]
	printf 'a,b,level,item,rating\n1,x,team,A,1\n2,x,team,A,1\n1,"x",team,C,1\n' >in.csv
	run --separate-stderr score -c form.json --record a --record b --keep level --item item --answer rating in.csv
	assert_failure 2
	[[ $stderr == *"in.csv:4:1: "*"sort the lines by a, b first"* ]]
}

@test "gather: a record of another instrument's items counts as seen, too" {
	forms '1,team,Q,4,\n2,team,A,4,\n1,team,A,4,\n'
	gather in.csv
	assert_failure 2
	[[ $stderr == *"in.csv:4:1: "*"sort the lines"* ]]
}

@test "gather: lines with other items are passed over, counted, and noted with -v" {
	forms '1,team,A,4,\n1,team,Q1,secret,\n2,team,Q1,1,\n2,team,Q2,1,\n3,team,,1,\n3,team,B.i,1,\n'
	gather --run-record record.json in.csv
	assert_success
	# of record 2 the instrument knows nothing: it is none of its records
	assert_output "$(cat <<-'END'
		form,level,total,total_answered,some,some_answered
		1,team,,1,4.00,1
		3,team,,1,5.00,1
	END
	)"
	[ "$stderr" = "" ]
	run cat record.json
	assert_output --partial '"in": 6,'
	assert_output --partial '"used": 2,'
	assert_output --partial '"excluded": 4,'
	assert_output --partial '"records gathered": 2,'
	assert_output --partial '"lines with other items": 4,'
	gather -v in.csv
	assert_success
	[[ $stderr == *"in.csv:3: record 1: the line is passed over"* ]]
	[[ $stderr == *"in.csv:6: record 3: the line is passed over"* ]]
	[[ $stderr == *"2 records gathered, 4 lines with other items passed over"* ]]
	[[ $stderr != *secret* ]]
}

@test "gather: no line with a known item is exit 1, and names the instrument and the first place" {
	forms '1,team,Q1,4,\n2,team,Q2,1,\n'
	gather in.csv
	assert_failure 1
	assert_output "form,level,total,total_answered,some,some_answered"
	[[ $stderr == *"in.csv:2: no line"*"'forms'"*"'item'"* ]]
	# a broken line may have hidden one
	forms '1,team,Q1,4,\n2,team\n'
	gather in.csv
	assert_failure 2
	[[ $stderr != *"no line"* ]]
}

@test "gather: an item's column is its code, and two items may ask for the same answer" {
	cat >two.json <<-'END'
		{ "name": "two", "version": "1", "source": "made for this test", "official": false,
		  "items": [
		    { "name": "first", "column": "A", "minimum": 1, "maximum": 5 },
		    { "name": "turned", "column": "A", "minimum": 1, "maximum": 5, "reverse": true } ],
		  "scales": [
		    { "name": "up", "method": "sum", "items": ["first"], "decimals": 0 },
		    { "name": "down", "method": "sum", "items": ["turned"], "decimals": 0 } ] }
	END
	printf 'form,item,rating\n1,A,4\n2,first,4\n2,A,1\n' >in.csv
	run score -c two.json --record form --item item --answer rating in.csv
	assert_success
	assert_line "1,4,1,2,1"
	assert_line "2,1,1,5,1"
}

@test "gather: each column is named for one thing" {
	forms '1,team,A,4,\n'
	run --separate-stderr score -c form.json --record form --record form --item item --answer rating --keep level in.csv
	assert_failure 2
	[[ $stderr == *"'form' is named twice"* ]]
	run --separate-stderr score -c form.json --record form --item item --answer rating --keep level --keep form in.csv
	assert_failure 2
	[[ $stderr == *"'form' is named twice"* ]]
	gather --keep item in.csv
	assert_failure 2
	[[ $stderr == *"--item is a column of --record or --keep too"* ]]
	gather --keep rating in.csv
	assert_failure 2
	[[ $stderr == *"--answer is a column of --record or --keep too"* ]]
	run --separate-stderr score -c form.json --record form --item item --answer item --keep level in.csv
	assert_failure 2
	[[ $stderr == *"same column"* ]]
}

@test "gather: a column that is not there is exit 2 with the nearest name" {
	forms '1,team,A,4,\n'
	for wrong in "--record forn --item item --answer rating" "--record form --item itme --answer rating" \
		"--record form --item item --answer ratng"; do
		# shellcheck disable=SC2086
		run --separate-stderr score -c form.json $wrong --keep level in.csv
		assert_failure 2
		assert_output ""
		[[ $stderr == *"did you mean"* ]]
	done
}

@test "gather: --record, --item and --answer go together, and --keep with them" {
	run score -c form.json --record form --item item </dev/null
	assert_failure 2
	run score -c form.json --item item --answer rating </dev/null
	assert_failure 2
	run score -c form.json --keep level </dev/null
	assert_failure 2
}

@test "gather: a scale may have the name of a column that is not passed on, of no other" {
	printf 'form,level,item,total\n1,team,A,4\n' >in.csv
	run score -c form.json --record form --item item --answer total --keep level in.csv
	assert_success
	assert_line "form,level,total,total_answered,some,some_answered"
	printf 'total,level,item,rating\n1,team,A,4\n' >in.csv
	run --separate-stderr score -c form.json --record total --item item --answer rating --keep level in.csv
	assert_failure 2
	[[ $stderr == *"'total'"*"--prefix"* ]]
	run score -c form.json --prefix new_ --record total --item item --answer rating --keep level in.csv
	assert_success
	assert_line --index 0 "total,level,new_total,new_total_answered,new_some,new_some_answered"
}

@test "gather: empty input gives nothing, header only gives the header" {
	: >in.csv
	gather in.csv
	assert_success
	assert_output ""
	forms ''
	gather in.csv
	assert_success
	assert_output "form,level,total,total_answered,some,some_answered"
	[ "$stderr" = "" ]
}

@test "gather: the record at the input's end is whole, with and without a line end" {
	forms '1,team,A,4,\n1,team,B.i,2,\n1,team,C,5,'
	gather in.csv
	assert_success
	assert_line --index 1 "1,team,13,3,4.00,2"
	printf 'form,level,item,rating\r\n1,team,A,4\r\n1,team,B.i,2\r\n' >in.csv
	gather in.csv
	assert_success
	assert_line --index 1 "1,team,,2,4.00,2"
}

@test "gather: a broken line is exit 2, and half a record is not written" {
	forms '1,team,A,4,\n2,team,A,4,\n2,team,B.i\n'
	gather in.csv
	assert_failure 2
	[[ $stderr == *"in.csv:4"* ]]
	[[ $output != *2,team* ]]
	echo old >out.csv
	gather -o out.csv in.csv
	assert_failure 2
	run cat out.csv
	assert_output old
}

@test "gather: partitions at a record's end make up the whole" {
	forms '1,team,A,4,\n1,team,B.i,2,\n2,team,A,3,\n3,team,C,5,\n3,team,A,1,\n'
	gather in.csv
	printf '%s\n' "$output" >whole
	head -n 1 in.csv >head.csv
	sed -n 2,4p in.csv >one.csv
	sed -n 5,6p in.csv >two.csv
	gather --header head.csv one.csv
	printf '%s\n' "$output" >parts
	gather --header head.csv --no-header two.csv
	assert_success
	printf '%s\n' "$output" >>parts
	cmp whole parts
}

@test "gather: a record of many lines spans the reader's room" {
	{
		echo form,level,item,rating,note
		yes '1,team,Q,1,some further words of no account' | head -n 40000
		echo '1,team,A,4,'
		yes '1,team,Q,1,"some further words, over
two lines"' | head -n 40000
		echo '1,team,B.i,2,'
		echo '2,team,A,1,'
	} >in.csv
	gather --run-record record.json in.csv
	assert_success
	assert_output $'form,level,total,total_answered,some,some_answered\n1,team,,2,4.00,2\n2,team,,1,1.00,1'
	run cat record.json
	assert_output --partial '"excluded": 60000,'
}

@test "gather: lines of one record that do not fit are exit 2 and name --record" {
	{
		echo form,level,item,rating,note
		yes "1,team,Q,1,$(printf '%01000d' 0)" | head -n 17000
	} >in.csv
	gather --rejects bad.csv in.csv
	assert_failure 2
	[[ $stderr == *"longer than 16 MiB"*"--record"* ]]
	[ ! -e bad.csv ]
}

@test "gather: only the first places of each kind are said one by one" {
	{
		echo form,level,item,rating,note
		for i in {1..50}; do
			printf '%d,team,A,9,\n%d,x,B.i,1,\n%d,team,Q,1,\n' "$i" "$i" "$i"
		done
	} >in.csv
	gather -v in.csv
	assert_failure 1
	[ "$(grep -c "lies outside" <<<"$stderr")" -eq 20 ]
	[ "$(grep -c "is not what it is" <<<"$stderr")" -eq 20 ]
	[ "$(grep -c "is passed over" <<<"$stderr")" -eq 20 ]
	[[ $stderr == *"and 30 more answers"* ]]
	[[ $stderr == *"differ within a record: 50"* ]]
}

@test "gather: a closed pipe ends it quietly, a full disk is exit 2" {
	{
		echo form,level,item,rating,note
		seq 1 60000 | sed 's/$/,team,A,4,/'
	} >in.csv
	run closed_pipe score -c form.json --record form --keep level --item item --answer rating in.csv
	assert_output 141
	[ -e /dev/full ] || skip "no /dev/full here"
	run bash -c 'score -c form.json --record form --keep level --item item --answer rating in.csv >/dev/full'
	assert_failure 2
	forms '1,team,A,x,\n2,team,A,4,\n'
	gather --rejects /dev/full -o out.csv in.csv
	assert_failure 2
	[ ! -e out.csv ]
}

@test "gather: many records, each seen once" {
	{
		echo form,level,item,rating,note
		seq 1 20000 | sed 's/.*/&,team,A,4,\n&,team,B.i,2,/'
		echo 77,team,C,1,
	} >in.csv
	gather -o out.csv in.csv
	assert_failure 2
	[[ $stderr == *"in.csv:40002:1: "* ]]
	sed -i '$d' in.csv
	gather -o out.csv in.csv
	assert_success
	[ "$(sort -u out.csv | wc -l)" -eq 20001 ]
	[ "$(grep -c ',team,,2,4.00,2$' out.csv)" -eq 20000 ]
}

@test "gather: gives the same scores as the same answers in columns" {
	# by way of score, so that each record is one line
	score -c "$SCHEMAS/feedback/scales.json" "$SAMPLES/feedback-clean.csv" | cut -d, -f1-12 |
		grep -v '"' >wide.csv
	awk -F, -v OFS=, '
		NR == 1 { for (i = 7; i <= 12; i++) name[i] = $i; print "line", $2, $3, "item", "answer"; next }
		{ for (i = 12; i >= 7; i--) if ($i != "") print NR, $2, $3, name[i], $i }' wide.csv >long.csv
	cat >both.json <<-END
		{ "name": "both", "version": "1", "source": "made for this test", "official": false,
		  "missing_codes": ["-9"],
		  "items": [ $(head -n 1 wide.csv | cut -d, -f7-12 |
		sed 's/[^,]*/{ "column": "&", "minimum": 1, "maximum": 5 }/g') ],
		  "scales": [
		    { "name": "m", "method": "mean", "items": [$(head -n 1 wide.csv | cut -d, -f7-12 |
		sed 's/[^,]*/"&"/g')], "minimum_answered": 4 } ] }
	END
	score -c both.json wide.csv | awk -F, -v OFS=, 'NR > 1 && $7 $8 $9 $10 $11 $12 != "" {
		print NR, $(NF - 1), $NF }' >first
	score -c both.json --record line --item item --answer answer long.csv | tail -n +2 >second
	[ "$(wc -l <second)" -gt 20 ]
	cmp first second
}

@test "gather: the sample's audit of AMHP services, as awk counts it" {
	cat >audit.json <<-END
		{ "name": "audit", "version": "1", "source": "made for this test", "official": false,
		  "items": [ $(tail -n +2 "$SAMPLES/amhp-audit.csv" | cut -d, -f4 | sort -u |
		sed 's/.*/{ "column": "&", "answers": { "yes": 2, "partly": 1, "no": 0 } }/' | paste -sd,) ],
		  "scales": [ { "name": "points", "method": "sum", "minimum_answered": 1, "decimals": 0,
		    "items": [ $(tail -n +2 "$SAMPLES/amhp-audit.csv" | cut -d, -f4 | sort -u |
		sed 's/.*/"&"/' | paste -sd,) ] } ] }
	END
	score -c audit.json --record organisation --record round --item standard --answer met \
		"$SAMPLES/amhp-audit.csv" >scored
	{
		echo organisation,round,points,points_answered
		awk -F, -v OFS=, 'NR > 1 { key = $1 "," $2; if (!(key in n)) order[++keys] = key
			n[key]++; sum[key] += $5 == "yes" ? 2 : $5 == "partly" }
			END { for (i = 1; i <= keys; i++) print order[i], sum[order[i]], n[order[i]] }' \
			"$SAMPLES/amhp-audit.csv"
	} >expected
	cmp scored expected
}

@test "gather: the sample's forms, by pipe and by file, in the C and in a UTF-8 locale" {
	cat >forms.json <<-'END'
		{ "name": "forms", "version": "1", "source": "made for this test", "official": false,
		  "items": [
		    { "column": "STD3", "minimum": 1, "maximum": 5, "not_applicable_codes": ["[z]"] },
		    { "column": "CON1", "minimum": 1, "maximum": 5, "not_applicable_codes": ["[z]"] } ],
		  "scales": [ { "name": "m", "method": "mean", "items": ["STD3", "CON1"], "minimum_answered": 1 } ] }
	END
	set -- -c forms.json --record form_id --item item --answer rating --keep organisation --keep team
	score "$@" "$SAMPLES/self-assessment.csv" >first
	LC_ALL=C.UTF-8 score "$@" <"$SAMPLES/self-assessment.csv" >second
	LC_ALL=C score "$@" -o third "$SAMPLES/self-assessment.csv"
	cmp first second
	cmp first third
	[ "$(tail -n +2 first | wc -l)" -eq "$(tail -n +2 "$SAMPLES/self-assessment.csv" | cut -d, -f1 | sort -u | wc -l)" ]
}
