#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# score --reliability: Cronbach's alpha and item statistics, whole or from partial sums.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >three.json <<-'END'
		{ "name": "three", "version": "2", "source": "made for this test", "official": false,
		  "missing_codes": ["-9"], "dont_know_codes": ["dk"], "not_applicable_codes": ["na"],
		  "items": [
		    { "column": "a", "minimum": 1, "maximum": 5 },
		    { "column": "b", "minimum": 1, "maximum": 5, "reverse": true },
		    { "column": "c", "minimum": 0, "maximum": 10 } ],
		  "scales": [
		    { "name": "total", "label": "All three", "method": "sum", "items": ["a", "b", "c"], "minimum_answered": 2 },
		    { "name": "share", "method": "linear", "items": ["a", "b", "c"], "minimum_answered": 1 },
		    { "name": "high", "method": "count", "items": ["a", "c"], "at_least": 4, "minimum_answered": 1 },
		    { "name": "one", "method": "mean", "items": ["c"] },
		    { "name": "whole", "method": "mean", "scales": ["total", "one"] } ] }
	END
	cat >pair.json <<-'END'
		{ "name": "pair", "version": "1", "source": "made for this test", "official": false,
		  "items": [ { "column": "a", "minimum": 0, "maximum": 9 }, { "column": "b", "minimum": 0, "maximum": 9 } ],
		  "scales": [ { "name": "s", "method": "sum", "items": ["a", "b"], "minimum_answered": 1 } ] }
	END
	# invented; 40 records, some answers missing, some with decimals
	awk 'BEGIN { print "id,a,b,c"
		for (i = 1; i <= 40; i++) {
			a = 1 + (i * 7) % 5; b = 1 + (i * 3 + int(i / 5)) % 5; c = (i * i + 2 * a) % 11
			if (i % 9 == 0) a = i % 2 ? "" : "-9"
			if (i % 11 == 0) b = "dk"
			if (i % 13 == 0) c = "na"
			if (i % 17 == 0) c = "2.125000000000001"
			print i "," a "," b "," c } }' >data.csv
}

# The figures of pair.json over the lines that printf makes of the first argument
pair() { # LINES [OPTION...]
	# shellcheck disable=SC2059
	printf "a,b\n$1" >in.csv
	shift
	run --separate-stderr score -c pair.json --reliability "$@" in.csv
}

# The value of one line of the CSV
value_of() { # SCALE,ITEM,OTHER,STATISTIC
	awk -F , -v key="$1" 'index($0, key ",") == 1 { print $5 }' <<<"$output"
}

# The data in so many parts, record by record in turn, each to a file of partial sums
split_data() { # COUNT [INSTRUMENT]
	local i
	for ((i = 0; i < $1; i++)); do
		awk -v n="$1" -v i="$i" 'NR == 1 || NR % n == i' data.csv |
			score -q -c "${2:-three.json}" --reliability --partial "$i/$1" -o "part$i" || return
	done
}

@test "reliability: text has tables that say in full what they hold" {
	run --separate-stderr score -c three.json --reliability data.csv
	assert_success
	assert_line "Reliability of three, version 2"
	assert_line "Records: 40"
	assert_line "total: All three (sum of 3 items)"
	assert_line --regexp "^  Cronbach's alpha +-?[01]\.[0-9]{3}$"
	assert_line --regexp "^    95% interval +-?[0-9.]+ to -?[0-9.]+$"
	assert_line --regexp "^  Item +mean +deviation +correlation +correlation +dropped +dropped$"
	assert_line --regexp "^  Item +answered +missing +don't know +not applicable +refused +at the minimum +at the maximum$"
	assert_line --regexp "^     2 b +-?[0-9.]+ +1 +"
	assert_line --partial "Cronbach 1951"
	assert_line --partial "Feldt, Woodruff and Salih 1987"
	assert_line --partial "psych::alpha"
	refute_output --partial nan
}

@test "reliability: a scale of scales sends to its parts" {
	run --separate-stderr score -c three.json --reliability data.csv
	assert_line "  It is made of scales; for its reliability look at total, one"
	run --separate-stderr score -c three.json --reliability --format csv data.csv
	assert_equal "$(value_of whole,,,alpha)" ""
	assert_line --regexp "^whole,,,alpha,,0,it is made of scales"
	assert_line --regexp "^whole,,,score_mean,[0-9.]+,"
}

@test "reliability: figures reckoned by hand" {
	# variances 5/3 and 5/3, covariance 4/3: alpha 2 (1 - 10/18), r 0.8
	pair '1,1\n2,3\n3,2\n4,4\n' --format csv --disclosure none
	assert_success
	assert_equal "$(value_of s,,,alpha)" 0.888888888888889
	assert_equal "$(value_of s,,,alpha_standardised)" 0.888888888888889
	assert_equal "$(value_of s,,,average_correlation)" 0.8
	assert_equal "$(value_of s,a,b,correlation)" 0.8
	assert_equal "$(value_of s,a,,item_rest_correlation)" 0.8
	assert_equal "$(value_of s,a,,mean)" 2.5
	assert_equal "$(value_of s,,,score_mean)" 5
	assert_equal "$(value_of s,,,complete_records)" 4
	assert_line "s,a,,alpha_if_dropped,,4,it takes two items"
}

@test "reliability: JSON is JSON, with full digits, null and a reason" {
	command -v python3 >/dev/null || skip "no python3 to read JSON with"
	run --separate-stderr score -c three.json --reliability --format json data.csv
	assert_success
	run python3 - <<-END
		import json
		d = json.loads('''$output''')
		assert d["instrument"] == {"name": "three", "version": "2", "official": False}
		assert d["records"] == {"value": 40, "n": 40} and d["disclosure"] == "under-5"
		names = [s["name"] for s in d["scales"]]
		assert names == ["total", "share", "high", "one", "whole"]
		for s in d["scales"]:
		    assert list(s)[:4] == ["name", "label", "method", "alpha"]
		total = d["scales"][0]
		assert len(repr(total["alpha"]["value"])) > 12
		assert [i["name"] for i in total["items"]] == ["a", "b", "c"]
		assert [c["items"] for c in total["correlations"]] == [["a", "b"], ["a", "c"], ["b", "c"]]
		one = d["scales"][3]
		assert one["alpha"]["value"] is None and one["alpha"]["reason"] == "it takes two items"
		assert d["scales"][4]["scales"] == ["total", "one"]
		assert total["items"][2]["not_applicable"]["suppressed"] is True
		assert total["items"][2]["not_applicable"]["value"] is None
	END
	assert_success
}

@test "reliability: every record is accounted for, item by item" {
	run --separate-stderr score -c three.json --reliability --format csv --disclosure none data.csv
	assert_success
	for item in a b c; do
		local sum=0 kind
		for kind in answered missing dont_know not_applicable refused; do
			sum=$((sum + $(value_of "total,$item,,$kind")))
		done
		assert_equal "$sum" 40
	done
	assert_equal "$(value_of total,a,,missing)" 4
	assert_equal "$(value_of total,b,,dont_know)" 3
	assert_equal "$(value_of total,c,,not_applicable)" 3
}

@test "reliability: partial sums of any splitting merge to the bytes of the whole" {
	local format count
	for format in text json csv; do
		score -q -c three.json --reliability --format "$format" data.csv >"whole.$format"
	done
	for count in 1 2 3 7 40; do
		split_data "$count"
		for format in text json csv; do
			# shellcheck disable=SC2046
			score -q -c three.json --reliability --merge --format "$format" \
				$(printf 'part%d\n' $(seq $((count - 1)) -1 0)) >merged
			cmp merged "whole.$format"
		done
	done
	# shellcheck disable=SC2046
	score -q -c three.json --reliability --merge --disclosure none part? part?? >merged
	score -q -c three.json --reliability --disclosure none data.csv | cmp - merged
}

@test "reliability: partial sums of nothing at all merge too" {
	printf '' | score -c three.json --reliability --partial 0/2 -o part0
	score -q -c three.json --reliability --partial 1/2 -o part1 data.csv
	score -q -c three.json --reliability --merge part1 part0 >merged
	score -q -c three.json --reliability data.csv | cmp - merged
}

@test "reliability: partial sums name their instrument and hold no single record" {
	score -q -c three.json --reliability --partial 2/3 data.csv >part
	run cat part
	assert_line --index 0 "kind,name,other,records,sum,other_sum,product"
	assert_line --index 1 "format,score reliability,1,,,,"
	assert_line --index 2 "instrument,three,2,,,,"
	assert_line --index 3 "digest,$(sha256sum <three.json | cut -d ' ' -f 1),,,,,"
	assert_line --index 4 "partition,2,3,40,,,"
	head -4 data.csv >few.csv
	run --separate-stderr score -c three.json --reliability --partial 0/1 few.csv
	assert_success
	[[ $stderr == *"fewer than 5 records"*"keep this file as the data itself is kept"* ]]
}

@test "reliability: --partial says what it takes" {
	for id in 3 3/3 -1/3 a/3 1/0 1/ /1 0/100001; do
		run --separate-stderr score -c three.json --reliability --partial "$id" data.csv
		assert_failure 2
		[[ $stderr == *"--partial takes ID/COUNT"* ]]
	done
}

@test "reliability: an instrument out of a pipe has no digest" {
	run --separate-stderr score -c <(cat three.json) --reliability --partial 0/1 data.csv
	assert_failure 2
	[[ $stderr == *"is a pipe"*"name a file"* ]]
}

@test "reliability: partial sums of another instrument are refused" {
	split_data 2
	sed 's/"version": "2"/"version": "3"/' three.json >other.json
	run --separate-stderr score -c other.json --reliability --merge part0 part1
	assert_failure 2
	assert_output ""
	[[ $stderr == *"part0:4: was made with another instrument"* ]]
}

@test "reliability: missing, doubled and foreign partitions are refused" {
	split_data 3
	run --separate-stderr score -c three.json --reliability --merge part0 part2
	assert_failure 2
	[[ $stderr == *"partition 1 of 3 is missing"* ]]
	run --separate-stderr score -c three.json --reliability --merge part0 part1 part2 part1
	assert_failure 2
	[[ $stderr == *"part1:5: is partition 1, which stands in part1 already"* ]]
	awk 'NR % 2' data.csv | score -q -c three.json --reliability --partial 1/2 -o other
	run --separate-stderr score -c three.json --reliability --merge part0 other part2
	assert_failure 2
	[[ $stderr == *"other:5: is one of 2 partitions, and the files before are of 3"* ]]
	sed 's/^partition,1,3/partition,3,3/' part1 >foreign
	run --separate-stderr score -c three.json --reliability --merge part0 foreign part2
	assert_failure 2
	[[ $stderr == *"foreign:5: "* ]]
}

@test "reliability: broken partial sums are refused by line, and nothing is written" {
	split_data 1
	local change
	for change in 's/^pair,a,a,[0-9]*/pair,a,a,41/' 's/^pair,a,a,\([0-9]*\),/pair,a,a,\1,9/' \
		's/^\(pair,a,b,.*\),[0-9.]*$/\1,99999999/' 's/^\(pair,b,b,.*\),[0-9.]*$/\1,1/' \
		's/^missing,a,,[0-9]*/missing,a,,-1/' 's/^missing,a,,[0-9]*/missing,a,,1e3/' \
		's/^missing,a,/missing,x,/' 's/^missing,a/absent,a/' 's/^format.*/format,other,1,,,,/' \
		's/^\(scored,total,,[0-9]*\),[0-9.]*/\1,/' 's/^missing,a,,[0-9]*,/missing,a,,4,1/' \
		's/^partition,0,1,40/partition,0,1,9223372036854775807/' 's/,/;/g' '/^digest/d'; do
		sed "$change" part0 >broken
		run ! cmp -s part0 broken
		run --separate-stderr score -c three.json --reliability --merge broken
		assert_failure 2
		assert_output ""
		[[ $stderr == *"score: broken:"* ]]
	done
	head -20 part0 >short
	run --separate-stderr score -c three.json --reliability --merge short
	assert_failure 2
	[[ $stderr == *"short:"*"ends too early"* ]]
	{ cat part0; tail -1 part0; } >long
	run --separate-stderr score -c three.json --reliability --merge long
	assert_failure 2
	[[ $stderr == *"long:"*"goes on after its end"* ]]
	# numbers that fit each by itself, and do not add up
	sed 's/^missing,a,,4/missing,a,,5/' part0 >odd
	run --separate-stderr score -c three.json --reliability --merge odd
	assert_failure 2
	[[ $stderr == *"odd: holds numbers that contradict one another"* ]]
	run --separate-stderr score -c three.json --reliability --merge data.csv
	assert_failure 2
	[[ $stderr == *"data.csv:1: does not hold partial sums"* ]]
	: >empty
	run --separate-stderr score -c three.json --reliability --merge empty
	assert_failure 2
	[[ $stderr == *"empty:1: does not hold partial sums"* ]]
}

@test "reliability: what rests on fewer than 5 records is hidden" {
	pair '1,2\n2,4\n3,1\n4,4\n' --format csv
	assert_success
	assert_line ",,,records,*,*,suppressed"
	assert_line "s,,,alpha,*,*,suppressed"
	assert_line "s,a,,mean,*,*,suppressed"
	assert_line "s,a,b,correlation,*,*,suppressed"
	refute_output --regexp ",[1-9][0-9.]*,[0-9*]*,$"
	pair '1,2\n2,4\n3,1\n4,4\n5,5\n' --format csv
	assert_line --regexp "^s,,,alpha,[0-9.]+,5,$"
	pair '1,2\n2,4\n3,1\n4,4\n' --format json
	assert_line --partial '"alpha": {"value": null, "n": null, "suppressed": true}'
}

@test "reliability: counts of 1 to 4, and what would tell them, are hidden" {
	# 1 missing of 20, and 2 answers at the least
	pair "$(for i in $(seq 20); do printf '%s,%s\\n' $((i <= 2 ? 0 : 1 + i % 8)) "$([ "$i" = 9 ] || echo $((i % 7 + 1)))"; done)" --format csv
	assert_success
	assert_line "s,a,,answered,20,20,"
	assert_line "s,a,,at_minimum,*,20,suppressed"
	assert_line "s,a,,at_minimum_percent,*,20,suppressed"
	assert_line "s,a,,at_maximum,0,20,"
	assert_line "s,b,,missing,*,20,suppressed"
	assert_line "s,b,,missing_percent,*,20,suppressed"
	# the answered ones would tell the missing one
	assert_line "s,b,,answered,*,20,suppressed"
	# nor do digits: of 3.84 the divisor 19 can be found
	assert_line --regexp '^s,b,,mean,[0-9](\.[0-9])?,\*,$'
	assert_line "s,b,,at_maximum_percent,*,*,suppressed"
	assert_line --regexp '^s,a,b,correlation,-?[0-9.]+,\*,$'
	assert_line --regexp '^s,,,complete_records,\*,'
	run --separate-stderr score -c pair.json --reliability --format csv --disclosure none in.csv
	assert_line "s,b,,missing,1,20,"
	assert_line "s,b,,answered,19,20,"
	assert_line "s,a,,at_minimum,2,20,"
}

@test "reliability: the mean of answers at both ends alone would count them" {
	pair "$(for i in $(seq 20); do printf '%s,%s\\n' $((i <= 2 ? 0 : 9)) $((i % 7)); done)" --format csv
	assert_line "s,a,,mean,*,20,suppressed"
	assert_line "s,a,,standard_deviation,*,20,suppressed"
	assert_line --regexp '^s,b,,mean,[0-9.]+,20,$'
}

@test "reliability: an item against the others is asked after" {
	pair '1,9\n2,7\n3,8\n4,5\n5,6\n6,2\n'
	assert_success
	[[ $stderr == *"warning: s: alpha of s is under 0"* ]]
	[[ $stderr == *"warning: s: a goes against the other items"*"should it be reversed?"* ]]
	assert_line --partial "  Note: a goes against the other items"
	pair '1,9\n2,7\n3,8\n4,5\n5,6\n6,2\n' --format json
	assert_line --partial '"a goes against the other items'
}

@test "reliability: an item that never varies leaves alpha undefined, in words" {
	pair '1,3\n2,3\n3,3\n4,3\n5,3\n' --format csv
	assert_success
	assert_line "s,,,alpha,,5,an item scores the same in every record"
	assert_line "s,a,b,correlation,,5,an item scores the same in every record"
	assert_line "s,b,,standard_deviation,0,5,"
	[[ $stderr == *"b scores the same in every record"* ]]
	pair '1,3\n2,3\n3,3\n4,3\n5,3\n'
	assert_line --regexp "^  Cronbach's alpha +- \(an item scores the same in every record\)$"
	refute_output --partial nan
}

@test "reliability: items that nobody answered together have no correlation" {
	pair '1,\n2,\n3,\n4,\n5,\n,1\n,2\n,3\n,4\n,6\n' --format csv
	assert_success
	assert_line "s,a,b,correlation,,0,some two items have fewer than two records together"
	assert_line "s,,,alpha,,0,some two items have fewer than two records together"
	assert_line "s,a,,mean,3,5,"
}

@test "reliability: correlations that pass 1 are said to" {
	pair '1,\n3,3\n4,4\n5,5\n9,9\n,4\n,5\n,4\n4,\n5,\n4,\n4,\n5,\n4,\n5,\n,4\n,5\n,4\n,5\n,4\n' --disclosure none
	[[ $stderr == *"correlations of s pass 1"* ]]
}

@test "reliability: no input, no records, one record, nothing answered" {
	local format
	for format in text json csv; do
		run --separate-stderr score -c pair.json --reliability --format "$format" </dev/null
		assert_success
		refute_output --partial nan
		assert_output --partial "fewer than two records together"
		printf 'a,b\n' >in.csv
		run --separate-stderr score -c pair.json --reliability --format "$format" in.csv
		assert_success
		refute_output --partial nan
		pair ',\n,\n,\n,\n,\n,\n' --format "$format"
		assert_success
		refute_output --partial nan
		pair '3,4\n' --format "$format" --disclosure none
		assert_success
		refute_output --partial nan
	done
}

@test "reliability: refused answers count as missing there, and are told" {
	pair '1,2\n12,3\n3,x\n4,4\n5,5\n7,9\n2,2\n' --format csv --disclosure none
	assert_failure 1
	[[ $stderr == *"in.csv:3:1: record 2: the answer to 'a' lies outside"* ]]
	assert_equal "$(value_of s,a,,refused)" 1
	assert_equal "$(value_of s,a,,answered)" 6
	assert_equal "$(value_of s,,,fewest_pair_records)" 5
	assert_equal "$(value_of s,,,answers_refused)" 2
	printf '%s\n' "$output" >whole
	run --separate-stderr score -c pair.json --reliability --partial 0/1 -o part in.csv
	assert_failure 1
	run --separate-stderr score -c pair.json --reliability --merge --format csv --disclosure none part
	assert_failure 1
	[[ $stderr == *"refused answers in the partitions: 2"* ]]
	printf '%s\n' "$output" | cmp - whole
	run --separate-stderr score -c pair.json --reliability --rejects refused.csv --format csv --disclosure none in.csv
	assert_failure 1
	assert_equal "$(value_of ,,,records)" 5
	run wc -l <refused.csv
	assert_output 3
}

@test "reliability: a thousand items" {
	awk 'BEGIN {
		printf "{\"name\":\"k\",\"version\":\"1\",\"source\":\"t\",\"official\":false,\"items\":["
		for (i = 0; i < 1000; i++) printf "%s{\"column\":\"q%d\",\"minimum\":0,\"maximum\":3}", i ? "," : "", i
		printf "],\"scales\":[{\"name\":\"s\",\"method\":\"sum\",\"items\":["
		for (i = 0; i < 1000; i++) printf "%s\"q%d\"", i ? "," : "", i
		print "]}]}" }' >k.json
	awk 'BEGIN {
		for (i = 0; i < 1000; i++) printf "%sq%d", i ? "," : "", i
		print ""
		for (r = 0; r < 8; r++) {
			for (i = 0; i < 1000; i++) printf "%s%d", i ? "," : "", (r + i * r % 3 + i % 2) % 4
			print "" } }' >k.csv
	score -q -c k.json --reliability --format csv k.csv >whole
	run tail -1 whole
	assert_output --regexp "^s,q998,q999,correlation,-?[0-9.]+,8,$"
	run grep -c ",correlation," whole
	assert_output 499500
	score -q -c k.json --reliability --partial 0/1 k.csv -o part
	score -q -c k.json --reliability --merge --format csv part | cmp - whole
}

@test "reliability: labels with quotes, commas and no ASCII" {
	cat >odd.json <<-'END'
		{ "name": "a \"name\"", "version": "1, or so", "source": "t", "official": true,
		  "items": [ { "column": "a,b", "minimum": 0, "maximum": 9 }, { "column": "\"é\"", "minimum": 0, "maximum": 9 } ],
		  "scales": [ { "name": "s", "label": "Größe \"x\"", "method": "sum", "items": ["a,b", "\"é\""] } ] }
	END
	printf '"a,b","""é"""\n1,2\n2,3\n4,4\n5,9\n6,7\n' >odd.csv
	score -c odd.json --reliability --partial 0/1 odd.csv -o part
	score -c odd.json --reliability odd.csv >whole
	score -c odd.json --reliability --merge part | cmp - whole
	run cat whole
	assert_line 's: Größe "x" (sum of 2 items)'
	run --separate-stderr score -c odd.json --reliability --format csv odd.csv
	assert_line --regexp '^s,"a,b","""é""",correlation,'
	command -v python3 >/dev/null || skip "no python3 to read JSON with"
	score -c odd.json --reliability --format json odd.csv | python3 -m json.tool >/dev/null
}

@test "reliability: the stream's numbers are plain decimals, however small" {
	sed 's/"column": "b", "minimum": 0, "maximum": 9/"column": "b", "minimum": 0, "maximum": 1000000000/' \
		pair.json >wide.json
	printf 'a,b\n1,100000000\n2,300000000\n3,200000000\n4,700000000\n5,900000001\n' >in.csv
	run --separate-stderr score -c wide.json --reliability --format csv in.csv
	assert_success
	assert_line --regexp '^s,,,alpha,0\.0000000[1-9][0-9]*,5,$'
	refute_output --regexp '[0-9]e[-+]?[0-9]'
}

@test "reliability: data with one line for each answer" {
	awk -F , 'BEGIN { print "id,question,answer" }
		NR > 1 { print $1 ",a," $2; print $1 ",c," $4; print $1 ",b," $3 }' data.csv >lines.csv
	score -q -c three.json --reliability --record id --item question --answer answer lines.csv >got
	score -q -c three.json --reliability data.csv | cmp - got
}

@test "reliability: options that do not go together are said" {
	run --separate-stderr score -c three.json --reliability --format xml data.csv
	assert_failure 2
	run --separate-stderr score -c three.json --reliability --disclosure some data.csv
	assert_failure 2
	run --separate-stderr score -c three.json --partial 0/1 data.csv
	assert_failure 2
	run --separate-stderr score -c three.json --reliability --long data.csv
	assert_failure 2
}

@test "reliability: published trust means with 14 decimals, against exact fractions" {
	need_data cqc-cmh-2020/df_2020.csv
	command -v python3 >/dev/null || skip "no python3 to reckon with"
	local names=(mean_Q4 mean_Q5 mean_Q6 mean_Q12 mean_Q20) items columns
	items=$(printf '"%s",' "${names[@]}")
	columns=$(printf '{ "column": "%s", "minimum": 0, "maximum": 10 },' "${names[@]}")
	cat >cqc.json <<-END
		{ "name": "cqc", "version": "2020", "source": "community mental health survey 2020, trust means",
		  "official": false, "items": [ ${columns%,} ], "missing_codes": ["NA"],
		  "scales": [ { "name": "s", "method": "mean", "items": [ ${items%,} ] } ] }
	END
	run --separate-stderr score -q -c cqc.json --reliability --format json "$SHARED_DATA/cqc-cmh-2020/df_2020.csv"
	assert_success
	printf '%s\n' "$output" >got.json
	run python3 - "$SHARED_DATA/cqc-cmh-2020/df_2020.csv" <<-'END'
		import csv, json, sys
		from fractions import Fraction
		names = ["mean_Q4", "mean_Q5", "mean_Q6", "mean_Q12", "mean_Q20"]
		rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig")))
		x = [[Fraction(r[n]) for r in rows] for n in names]
		n, k = len(rows), len(names)
		mean = [sum(c) / n for c in x]
		cov = [[sum((p - mean[i]) * (q - mean[j]) for p, q in zip(x[i], x[j])) / (n - 1)
		        for j in range(k)] for i in range(k)]
		def alpha(of):
		    total = sum(cov[i][j] for i in of for j in of)
		    return float(Fraction(len(of), len(of) - 1) * (1 - sum(cov[i][i] for i in of) / total))
		s = json.load(open("got.json"))["scales"][0]
		def near(a, b):
		    assert abs(a - b) <= 1e-12 * abs(b), (a, b)
		near(s["alpha"]["value"], alpha(range(k)))
		for i, item in enumerate(s["items"]):
		    rest = [j for j in range(k) if j != i]
		    near(item["mean"]["value"], float(mean[i]))
		    near(item["alpha_if_dropped"]["value"], alpha(rest))
		    c = sum(cov[i][j] for j in rest)
		    v = sum(cov[p][q] for p in rest for q in rest)
		    near(item["item_rest_correlation"]["value"], float(c) / (float(cov[i][i]) * float(v)) ** 0.5)
		print(n)
	END
	assert_success
	assert_output 55
}
