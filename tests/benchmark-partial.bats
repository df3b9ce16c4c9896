#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark --partial and --merge: what partitions count, added up to the bytes of the whole.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >m.json <<-'END'
		{ "measures": [
		    { "id": "heard", "kind": "mean", "column": "heard" },
		    { "id": "hours", "kind": "mean", "column": "hours", "decimals": 3, "polarity": "lower" },
		    { "id": "carers", "kind": "proportion", "column": "who", "values": ["carer", "family"] },
		    { "id": "time", "kind": "ratio", "numerator": "part", "denominator": "hours",
		      "where": { "column": "sex", "values": ["f"] } } ] }
	END
	# invented; some of all that can go wrong
	awk 'BEGIN { print "id,team,region,date,sex,heard,hours,part,who"
		split("carer,family,person,staff", who, ",")
		for (i = 1; i <= 1500; i++) {
			team = "team " (i * 7 + int(i / 11)) % 12; region = "r" substr(team, 6) % 2
			month = 1 + (i * 5) % 14
			date = sprintf("%d-%02d-%02d", 2024 + (month > 12), (month - 1) % 12 + 1, 1 + i % 28)
			heard = 1 + (i * 3 + int(i / 7)) % 5; hours = (i * 37 % 811) / 8; part = int(hours / 2)
			if (i % 61 == 0) team = ""
			if (i % 97 == 0) date = "soon"
			if (i % 89 == 0) date = ""
			if (i % 31 == 0) heard = "-9"
			if (i % 37 == 0) heard = "x"
			if (i % 41 == 0) hours = "[c]"
			if (i % 43 == 0) hours = -int(hours) ".25"
			if (i % 59 == 0) hours = "123456789012.123456"
			print i "," team "," region "," date "," (i % 3 ? "f" : "m") "," heard "," hours "," part "," who[1 + i % 4] } }' >data.csv
	ALL=(-m m.json --missing -9 -u team)
}

# The data in so many parts, record by record in turn, each to a file of what it counts.
# A part with values that cannot be used is exit 1, as the whole is.
count_parts() { # COUNT [OPTION...]
	local i count=$1
	shift
	rm -f part*
	for ((i = 0; i < count; i++)); do
		awk -v n="$count" -v i="$i" 'NR == 1 || NR % n == i' data.csv |
			benchmark -q "$@" --partial "$i/$count" -o "part$i" || [ $? -eq 1 ] || return
	done
}

# What became of the records, without what differs.
account() { # RUN_RECORD
	sed -n '/"status"/p; /"counts": {/,/"timings": {/p' "$1"
}

# The merge of any number of parts, last first, is the whole: bytes, counts, exit status.
assert_whole() { # [OPTION...]
	local count exit=0 parts
	benchmark -q "$@" --run-record whole.json data.csv >whole.csv || exit=$?
	for count in 1 2 7; do
		count_parts "$count" "$@"
		mapfile -t parts < <(seq -f 'part%g' $((count - 1)) -1 0)
		run "-$exit" benchmark -q "$@" --merge --run-record merged.json -o merged.csv "${parts[@]}"
		cmp merged.csv whole.csv
		cmp <(account merged.json) <(account whole.json)
	done
}

@test "partial: any splitting merges to the bytes, the counts and the exit status of the whole" {
	assert_whole "${ALL[@]}" -p date:month -b sex -c quartile,rank,control
	assert_whole "${ALL[@]}" --disclosure none
	assert_whole --mean heard --missing -9 --missing x -b sex -b who
	assert_whole --mean hours
}

@test "partial: counts and exposures in columns, and figures that are published" {
	awk 'BEGIN { print "unit,year,indicator,events,people,rate,low,high"
		for (i = 1; i <= 400; i++) {
			events = (i * 7) % 23; people = 40 + (i * 13) % 90; rate = (i * 31 % 97) / 4
			if (i % 29 == 0) events = "*"
			if (i % 53 == 0) events = 2000
			if (i % 71 == 0) people = "12.75"
			if (i % 17 == 0) rate = "[c]"
			if (i % 19 == 0) rate = ""
			print "u" (i * i) % 11 "," 2019 + i % 4 ",I" i % 3 "," events "," people "," rate "," rate "," rate + 2 } }' >data.csv
	assert_whole --proportion events/people -u unit -p year
	assert_whole --rate events/people -u unit -p year -c rank,funnel
	assert_whole --ratio events/people -u unit --disclosure none
	# most are there twice, and in other partitions: nobody knows which is right
	assert_whole --given rate --measure-column indicator -u unit -p year
	awk -F , '!seen[$1, $2, $3]++ || $6 == "" || $6 == "[c]"' data.csv >once.csv
	mv once.csv data.csv
	assert_whole --given rate --measure-column indicator -u unit -p year -c quartile
}

@test "partial: medians, and standardised rates, of which some have two weights for a stratum" {
	awk 'BEGIN { print "unit,age,events,people,weight,wait,long"
		for (i = 1; i <= 900; i++) {
			weight = 10 + i % 3; wait = (i * i * 7 % 331) / 4; long = (i * 7919 % 10007) / 1000 "" i % 7
			if (i % 97 == 0) weight += 1
			if (i % 41 == 0) wait = "*"
			if (i % 67 == 0) wait = "long"
			if (i % 5 == 0) wait = "-" int(wait) ".500"
			print "u" (i * i) % 13 ",a" i % 3 "," (i * 7) % 23 "," 400 + (i * 13) % 900 "," weight "," wait "," long } }' >data.csv
	assert_whole --median wait -u unit --disclosure none
	assert_whole --median long --mean long -u unit -c rank
	assert_whole --dsr events/people --stratum age --standard weight -u unit
	assert_whole --dsr events/people --stratum age --standard weight -u unit -b age -c quartile
	printf 'stratum,weight\na0,10\na1,20\na2,30\n' >standard.csv
	assert_whole --dsr events/people --stratum age --standard standard.csv -u unit --disclosure none
}

@test "partial: sixty-four partitions, in any order" {
	local args=("${ALL[@]}" -p date:fquarter -c "rank,mad") parts
	benchmark -q "${args[@]}" data.csv >whole.csv || [ $? -eq 1 ]
	count_parts 64 "${args[@]}"
	benchmark -q "${args[@]}" --merge part* >merged.csv || [ $? -eq 1 ]
	cmp merged.csv whole.csv
	mapfile -t parts < <(printf '%s\n' part* | sort -r)
	benchmark -q "${args[@]}" --merge "${parts[@]}" >merged.csv || [ $? -eq 1 ]
	cmp merged.csv whole.csv
}

@test "partial: equal data gives equal bytes, whatever its order" {
	benchmark -q "${ALL[@]}" -p date:month --partial 0/1 data.csv >one || [ $? -eq 1 ]
	{
		head -n 1 data.csv
		tail -n +2 data.csv | sort -r
	} | benchmark -q "${ALL[@]}" -p date:month --partial 0/1 >other || [ $? -eq 1 ]
	cmp one other
	# nothing is lost or changed on the way through a merge: that of one, counted again
	[ "$(grep -c ^group one)" -gt 100 ]
}

@test "partial: what is made of the counts is chosen when they are merged" {
	count_parts 2 "${ALL[@]}" -p date:quarter
	benchmark -q "${ALL[@]}" -p date:quarter -c quartile,rank --ties average --disclosure none \
		--total England data.csv >whole.csv || [ $? -eq 1 ]
	benchmark -q "${ALL[@]}" -p date:quarter -c quartile,rank --ties average --disclosure none \
		--total England --merge part1 part0 >merged.csv || [ $? -eq 1 ]
	cmp merged.csv whole.csv
}

@test "partial: peer groups from a column, and units that merged" {
	printf 'old,new,from,kind\nteam 1,team 2,2024-04-01,merged\nteam 3,team 9,2024-01-01,split\n' >changes.csv
	assert_whole "${ALL[@]}" --changes changes.csv
	# two units that became one are of two regions here
	awk -F , -v OFS=, 'NR > 1 { $3 = "one" } 1' data.csv >same.csv
	mv same.csv data.csv
	assert_whole "${ALL[@]}" --peer-group region -c quartile --changes changes.csv
	awk -F , -v OFS=, 'NR % 2 == 0 && $2 == "team 4" { $3 = "two" } 1' data.csv >odd.csv
	mv odd.csv data.csv
	count_parts 2 "${ALL[@]}" --peer-group region -c quartile
	run --separate-stderr benchmark "${ALL[@]}" --peer-group region -c quartile --merge part0 part1
	assert_failure 2
	[[ $stderr == *"part1:"*": the unit has another peer group than in a partition"* ]]
}

@test "partial: nothing, a header alone, and both with records" {
	count_parts 1 --mean heard -u team
	printf '' | benchmark --mean heard -u team --partial 0/3 -o none
	head -n 1 data.csv | benchmark --mean heard -u team --partial 1/3 -o header
	benchmark -q --mean heard -u team --partial 2/3 -o full data.csv || [ $? -eq 1 ]
	benchmark -q --mean heard -u team data.csv >whole.csv || [ $? -eq 1 ]
	benchmark -q --mean heard -u team --merge full none header >merged.csv || [ $? -eq 1 ]
	cmp merged.csv whole.csv
	printf '' | benchmark --mean heard --partial 0/1 -o none
	run benchmark --mean heard --merge none
	assert_success
	assert_output ""
	head -n 1 data.csv | benchmark --mean heard --partial 0/1 -o header
	benchmark --mean heard --merge header | cmp - <(head -n 1 data.csv | benchmark --mean heard)
}

@test "partial: a part without a header, and a merge that writes none" {
	local i
	head -n 1 data.csv >header.csv
	for i in 0 1; do
		awk -v i="$i" 'NR > 1 && NR % 2 == i' data.csv |
			benchmark -q "${ALL[@]}" --header header.csv --no-header --partial "$i/2" -o "part$i" ||
			[ $? -eq 1 ]
	done
	benchmark -q "${ALL[@]}" --no-header data.csv >whole.csv || [ $? -eq 1 ]
	benchmark -q "${ALL[@]}" --no-header --merge part0 part1 >merged.csv || [ $? -eq 1 ]
	cmp merged.csv whole.csv
	run benchmark --mean heard --header header.csv --merge part0 part1
	assert_failure 2
	assert_output --partial "--header is for records"
}

@test "partial: it says that it discloses, and is its owner's alone" {
	run -1 benchmark -q "${ALL[@]}" --partial 0/1 -o part data.csv
	run head -n 1 part
	assert_output --regexp "^DISCLOSIVE: exact counts; keep this file as the data itself is kept,"
	run stat -c %a part
	assert_output 600
	run benchmark -q --mean heard --disclosure none -o figures.csv <<<"heard"
	assert_success
	run stat -c %a figures.csv
	refute_output 600
}

@test "partial: records are accounted for in its run record" {
	run -1 benchmark -q "${ALL[@]}" --partial 0/1 --run-record record.json -o part data.csv
	run account record.json
	assert_line --partial '"in": 1500'
	assert_line --partial '"used": 1476'
	assert_line --partial '"suppressed": 0'
	assert_line --partial '"excluded": 24'
}

@test "partial: --partial says what it takes" {
	local id
	for id in 1/1 2/1 -1/2 a/b 1 1/ /1 0/0 0/100001 0/2/3 "0/ 2"; do
		run --separate-stderr benchmark --mean heard --partial "$id" data.csv
		assert_failure 2
		[[ $stderr == *"--partial takes ID/COUNT"* ]]
	done
	run benchmark --mean heard --partial 0/1 --merge data.csv
	assert_failure 2
	assert_output --partial "--partial and --merge exclude one another"
	run benchmark --mean heard data.csv data.csv
	assert_failure 2
	assert_output --partial "several FILEs are for --merge"
	run benchmark -m <(cat m.json) --partial 0/1 data.csv
	assert_failure 2
	assert_output --partial "is a pipe, and partitions need the digest"
}

@test "merge: duplicates, gaps and partitions of another splitting are refused by file" {
	count_parts 3 --mean hours -u team
	run --separate-stderr benchmark --mean hours -u team --merge part0 part2
	assert_failure 2
	assert_output ""
	[[ $stderr == *"partition 1 of 3 is missing"* ]]
	run --separate-stderr benchmark --mean hours -u team --merge part0 part1 part2 part1
	assert_failure 2
	assert_output ""
	[[ $stderr == *"part1:"*": is partition 1, which stands in part1 already"* ]]
	benchmark -q --mean hours -u team --partial 1/2 -o other data.csv
	run --separate-stderr benchmark --mean hours -u team --merge part0 other part2
	assert_failure 2
	[[ $stderr == *"other:"*": is one of 2 partitions, and the files before are of 3"* ]]
}

@test "merge: other options, another file and another version are refused, and say what differs" {
	count_parts 1 "${ALL[@]}" -p date:month
	run --separate-stderr benchmark -m m.json --missing -9 -u region -p date:month --merge part0
	assert_failure 2
	[[ $stderr == *"part0:"*": was made with other options: it has --unit team where the merge has --unit region"* ]]
	run --separate-stderr benchmark "${ALL[@]}" -p date:quarter --merge part0
	assert_failure 2
	[[ $stderr == *"it has --period date:month where the merge has --period date:quarter"* ]]
	run --separate-stderr benchmark "${ALL[@]}" --merge part0
	assert_failure 2
	[[ $stderr == *"it has --period date:month where the merge has none"* ]]
	run --separate-stderr benchmark "${ALL[@]}" -p date:month -b sex --merge part0
	assert_failure 2
	[[ $stderr == *"it has none where the merge has --by sex"* ]]
	run --separate-stderr benchmark -m m.json --missing -8 -u team -p date:month --merge part0
	assert_failure 2
	[[ $stderr == *"it has --missing -9 where the merge has --missing -8"* ]]
	run --separate-stderr benchmark --mean hours --missing -9 -u team -p date:month --merge part0
	assert_failure 2
	[[ $stderr == *"it has --measures FILE where the merge has --mean hours"* ]]
	sed 's/"heard"/"hard"/' m.json >other.json
	run --separate-stderr benchmark -m other.json --missing -9 -u team -p date:month --merge part0
	assert_failure 2
	[[ $stderr == *"part0:"*": was made with another file of --measures (the digests differ)"* ]]
	# so is a file that a file of measures names
	printf 'stratum,weight\na,1\n' >standard.csv
	echo '{ "measures": [ { "id": "d", "kind": "dsr", "numerator": "heard", "denominator": "part", "stratum": "sex", "standard": "standard.csv" } ] }' >d.json
	benchmark -q -m d.json --partial 0/1 -o standardised data.csv || [ $? -eq 1 ]
	echo b,2 >>standard.csv
	run --separate-stderr benchmark -m d.json --merge standardised
	assert_failure 2
	[[ $stderr == *"was made with another file of --standard (the digests differ)"* ]]
	sed 's/^version,[^,]*/version,9.9/' part0 >newer
	run --separate-stderr benchmark "${ALL[@]}" -p date:month --merge newer
	assert_failure 2
	[[ $stderr == *"newer:3: was written by another version of benchmark"* ]]
	sed 's/^format,benchmark,1/format,benchmark,2/' part0 >newer
	run --separate-stderr benchmark "${ALL[@]}" -p date:month --merge newer
	assert_failure 2
	[[ $stderr == *"newer:2: was written by another version of benchmark"* ]]
}

@test "merge: records where partitions are expected, and the other way round" {
	count_parts 1 --mean hours -u team
	run --separate-stderr benchmark --mean hours -u team --merge data.csv
	assert_failure 2
	[[ $stderr == *"data.csv:1: does not hold partial counts: --merge reads files that benchmark --partial wrote"* ]]
	: >empty
	run --separate-stderr benchmark --mean hours -u team --merge empty
	assert_failure 2
	[[ $stderr == *"empty:1: does not hold partial counts"* ]]
	run --separate-stderr benchmark --mean hours -u team part0
	assert_failure 2
	[[ $stderr == *"part0:1: holds what a partition has counted, and no records: add --merge"* ]]
	run --separate-stderr benchmark --mean hours -u team --partial 0/2 part0
	assert_failure 2
	[[ $stderr == *"add --merge"* ]]
}

# The file with one line changed is refused at that line, and nothing is written.
refused() { # SED_SCRIPT LINE:COLUMN WORDS
	sed "$1" part0 >broken
	if cmp -s broken part0; then
		fail "$1 changes nothing"
	fi
	run --separate-stderr benchmark --mean hours -u team --missing -9 --merge -o out.csv broken
	assert_failure 2
	[[ $stderr == *"broken:$2"*"$3"* ]] || fail "$1: $stderr"
	[ ! -e out.csv ]
}

@test "merge: broken lines are refused by line and column" {
	local group cell
	count_parts 1 --mean hours -u team --missing -9
	group=$(grep -n ^group part0 | head -n 1 | cut -d : -f 1)
	cell=$((group + 1))
	refused '/^partition/s/1500/1501/' "" "counts that contradict one another"
	refused '/^partition/s/1500/99999999999999999999/' "7:15:" "a count is expected"
	refused '/^partition/s/1500/9999999999999999/' "7:15:" "larger than it can be"
	refused '/^partition/s/1500/01500/' "7:15:" "a count is expected"
	refused '/^partition,0,1/s/,0,1/,1,1/' "7:11:" "larger than it can be"
	refused '/^header/s/yes/maybe/' "8:8:" "yes or no"
	refused '/^rejected/d' "" "the line is none that is expected here"
	refused '/^missing,hours/s/hours/other/' "" "another name is expected"
	refused "${group}s/team 0/*/" "$group:7:" "no group has this unit and period"
	refused "${group}s/team 0/team 9/" "" "not in order"
	refused "${group}s/,,[0-9]*/,,0/" "$group:" "a group has a record"
	refused "${group}s/,,[0-9]*/,,1e3/" "$group:" "a count is expected"
	refused "${group}s/,,[0-9]*/,2024-01,7/" "$group:" "no group has this unit"
	refused "${cell}s/^cell,hours/cell,minutes/" "$cell:6:" "no such measure"
	refused "${cell}s/^cell,hours,,[0-9]*/cell,hours,,9000/" "$cell:13:" "larger than it can be"
	refused "${cell}s/ [0-9a-f]*\$/ xyz/" "$cell:" "has no such content"
	refused "${cell}s/,[^,]*\$/,,/" "$cell" ""
	refused "\$d" "" "ends too early"
	refused "\$s/12/13/" "" "there are not so many groups"
	refused "\$p" "" "goes on after its end"
	refused "$((cell + 1)),$((cell + 2))d" "" "there are not so many groups"
	refused "$((cell + 2))d" "" "counts that contradict one another"
	sed "${group}s/team 0/\"team\\n0\"/" part0 >broken
	run --separate-stderr benchmark --mean hours -u team --missing -9 --merge broken
	assert_failure 2
	[[ $stderr == *"broken:$group"*"the line is none of a partition"* ]]
	# an empty file of a partition that was cut off
	head -n 1 part0 >broken
	run --separate-stderr benchmark --mean hours -u team --missing -9 --merge broken
	assert_failure 2
	[[ $stderr == *"broken:"*"ends too early"* ]]
}

@test "merge: no message shows a value" {
	count_parts 1 --mean hours -u team
	sed 's/^cell,hours,,[0-9]*/cell,hours,,x/' part0 >broken
	run --separate-stderr benchmark --mean hours -u team --merge broken
	assert_failure 2
	[[ $stderr != *team* ]]
}

@test "partial: a full disk and a closed pipe leave no partition behind" {
	[ -w /dev/full ] || skip "no /dev/full here"
	run bash -c 'benchmark -q --mean hours -u team --partial 0/1 data.csv >/dev/full'
	assert_failure 2
	assert_output --partial "cannot write"
	run bash -c 'ulimit -f 1; exec benchmark -q --mean hours -u id --partial 0/1 -o part data.csv'
	assert_failure 2
	assert_output --partial "part: cannot write"
	[ ! -e part ]
	run closed_pipe benchmark -q --mean hours -u id --partial 0/1 data.csv
	assert_output 141
}

@test "partial: a signal in the middle leaves an old partition in place and no file behind" {
	echo old >part
	local signal number
	while read -r signal number; do
		mkfifo pipe
		env --default-signal="$signal" benchmark -q --mean hours --partial 0/1 -o part pipe &
		exec 9>pipe
		head -n 700 data.csv >&9
		until compgen -G 'part.*' >/dev/null; do sleep 0.05; done
		kill -s "$signal" $!
		status=0
		wait $! || status=$?
		exec 9>&-
		assert_equal "$status" "$number"
		assert_equal "$(cat part)" old
		rm pipe
		run bash -c 'ls'
		assert_output $'data.csv\nm.json\npart'
	done <<<$'INT 130\nTERM 143\nHUP 129'
}

@test "partial: two partitions to one file, and a file that is read" {
	run -1 benchmark -q "${ALL[@]}" --partial 0/2 -o part data.csv
	run benchmark "${ALL[@]}" --merge -o part part
	assert_failure 2
	run benchmark "${ALL[@]}" --partial 1/2 -o data.csv --run-record data.csv data.csv
	assert_failure 2
	# the second takes the first one's place, whole, and the merge misses the first
	run -1 benchmark -q "${ALL[@]}" --partial 1/2 -o part data.csv
	run --separate-stderr benchmark -q "${ALL[@]}" --merge part
	assert_failure 2
	[[ $stderr == *"partition 0 of 2 is missing"* ]]
}
