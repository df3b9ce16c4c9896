#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# score --reliability and --change: what somebody who can reckon would find out of figures
# that are shown.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# An instrument of one scale of one or more items: ITEMS METHOD [MORE KEYS OF THE SCALE]
instrument() {
	cat >asked.json <<-END
		{ "name": "asked", "version": "1", "source": "made for this test", "official": false,
		  "dont_know_codes": ["dk"], "items": [ $1 ],
		  "scales": [ { "name": "s", "method": "$2", "items": [$(grep -o '"column": "[a-z]*"' <<<"$1" | cut -d: -f2 | paste -sd,)]${3:+, $3} } ] }
	END
}

# The figures over lines, each so many times: HEADER NUMBER LINE NUMBER LINE ...
reliability() {
	echo "$1" >in.csv
	shift
	while (($# > 1)); do
		awk -v n="$1" -v line="$2" 'BEGIN { for (i = 0; i < n; i++) print line }' >>in.csv
		shift 2
	done
	run --separate-stderr score -q -c asked.json --reliability --format csv in.csv
}

hidden() { # SCALE,ITEM,OTHER,STATISTIC ...
	local name
	for name in "$@"; do
		assert_line --regexp "^$name,\*,[0-9*]*,suppressed$"
	done
}

shown() {
	local name
	for name in "$@"; do
		assert_line --regexp "^$name,[0-9.-]+,[0-9]+,$"
	done
}

@test "disclosure: the mean score of a yes-or-no scale would count the few" {
	instrument '{ "column": "a", "minimum": 1, "maximum": 5 }' top_box '"at_least": 4'
	reliability a 97 5 3 1
	hidden s,,,scores_at_most_possible s,,,score_mean s,,,score_standard_deviation s,a,,mean
	reliability a 90 5 10 1
	shown s,,,scores_at_most_possible s,,,score_mean s,,,score_standard_deviation s,a,,mean
}

@test "disclosure: of three answers the ends would tell the middle" {
	local values
	for values in '"minimum": 0, "maximum": 2' '"allowed": [0, 1, 2]' '"answers": {"0": 0, "1": 5, "2": 10}'; do
		instrument "{ \"column\": \"a\", $values }" mean
		reliability a 50 0 2 1 48 2
		hidden s,a,,at_minimum s,a,,at_minimum_percent s,a,,at_maximum s,a,,at_maximum_percent \
			s,a,,standard_deviation s,,,scores_at_most_possible_percent s,,,score_standard_deviation
		shown s,a,,mean s,a,,answered s,,,score_mean
		reliability a 50 0 12 1 38 2
		shown s,a,,at_minimum s,a,,at_maximum s,a,,mean s,a,,standard_deviation
	done
}

@test "disclosure: of four and five answers mean and deviation would tell all between the ends" {
	instrument '{ "column": "a", "minimum": 1, "maximum": 4, "reverse": true }' sum
	reliability a 20 1 30 2 3 3 7 4
	hidden s,a,,at_minimum s,a,,at_maximum s,a,,standard_deviation s,,,score_standard_deviation
	shown s,a,,mean s,,,score_mean
	instrument '{ "column": "a", "minimum": 1, "maximum": 5 }' linear
	reliability a 20 1 30 2 30 3 4 4 7 5
	hidden s,a,,at_minimum s,a,,at_maximum s,a,,standard_deviation s,,,scores_at_least_possible
	shown s,a,,mean
	reliability a 20 1 30 2 30 3 5 4 7 5
	shown s,a,,at_minimum s,a,,at_maximum s,a,,standard_deviation s,a,,mean
	# of six answers they would not
	instrument '{ "column": "a", "minimum": 0, "maximum": 5 }' linear
	reliability a 20 1 30 2 30 3 4 4 7 5 8 0
	shown s,a,,at_minimum s,a,,at_maximum s,a,,standard_deviation s,a,,mean
}

@test "disclosure: where all but few answer alike, a mean is that of the few" {
	instrument '{ "column": "a", "minimum": 0, "maximum": 100 }' mean
	reliability a 96 0 1 7 1 93 1 55
	hidden s,a,,at_minimum s,a,,mean s,a,,standard_deviation s,,,score_mean s,,,score_standard_deviation
}

@test "disclosure: who answered is not told where it tells who did not know" {
	instrument '{ "column": "a", "minimum": 0, "maximum": 100 }' mean
	reliability a 37 8 60 '""' 3 dk
	# the scale and its pairs have the answered ones too
	shown s,a,,answered s,,,scored s,,,complete_records s,,,too_few_answers
	hidden s,a,,missing s,a,,dont_know s,a,,missing_percent
}

@test "disclosure: nor who answered one item and not another" {
	instrument '{ "column": "a", "minimum": 0, "maximum": 100 }, { "column": "b", "minimum": 0, "maximum": 100 }' \
		mean '"minimum_answered": 1'
	# all who answered b answered a, and two more
	reliability a,b 30 1,2 30 3,4 28 5,8 2 3, 10 ,
	shown s,a,,answered s,b,,answered s,,,scored
	hidden s,,,fewest_pair_records s,,,complete_records
	assert_line --regexp '^s,a,b,correlation,[0-9.]+,\*,$'
	# nor by the interval, which hangs on how many there are
	assert_line --regexp '^s,,,alpha,[0-9.]+,\*,$'
	assert_line --regexp '^s,,,alpha_lower,0\.[0-9],\*,$'
	assert_line --regexp '^s,,,alpha_upper,(1|0\.[0-9]),\*,$'
	reliability a,b 30 1,2 30 3,4 20 5,8 10 3, 10 ,
	shown s,,,fewest_pair_records s,,,complete_records s,a,b,correlation s,,,alpha s,,,alpha_lower
}

@test "disclosure: where all but few change alike, the change is that of the few" {
	instrument '{ "column": "a", "minimum": 0, "maximum": 100 }' mean '"reliability": 0.9'
	local few
	for few in 3 8; do
		{
			echo id,round,a
			for i in {1..40}; do
				echo "$i,1,$i"
				echo "$i,2,$((i > few ? i : i + 7 * (i % 3) + 1))"
			done
		} >in.csv
		run --separate-stderr score -q -c asked.json --change round --from 1 --to 2 --pair id --format csv in.csv
		assert_line "s,pairs,40"
		if [ "$few" = 3 ]; then
			assert_line "s,mean_change,*"
			assert_line "s,sd_change,*"
			assert_line "s,mean_second,*"
		else
			assert_line --regexp "^s,mean_change,[0-9.]+$"
		fi
	done
}

@test "disclosure: whoever tries all counts that could be finds none that is small" {
	command -v python3 >/dev/null || skip "no python3 to try with"
	cat >try.py <<-'END'
		import csv, math, random, subprocess
		draw = random.Random(7)
		def figures(answers):  # of one item, by the name of the statistic
		    with open("in.csv", "w") as file:
		        print("a", *(value for value, count in enumerate(answers) for _ in range(count)), sep="\n", file=file)
		    out = subprocess.run(["score", "-q", "-c", "asked.json", "--reliability", "--format", "csv", "in.csv"],
		        capture_output=True, text=True, check=True).stdout
		    return {r["statistic"]: r["value"] for r in csv.DictReader(out.splitlines()) if r["item"]}
		def reckon(answers):
		    n = sum(answers)
		    mean = sum(value * count for value, count in enumerate(answers)) / n
		    squares = sum((value - mean) ** 2 * count for value, count in enumerate(answers))
		    return {"mean": mean, "standard_deviation": math.sqrt(squares / (n - 1)),
		        "at_minimum": answers[0], "at_maximum": answers[-1]}
		def splits(n, parts):
		    if parts == 1:
		        yield (n,)
		    else:
		        yield from ((i, *rest) for i in range(n + 1) for rest in splits(n - i, parts - 1))
		tried = 0
		for top in (1, 2, 3, 4) * 5:
		    with open("asked.json", "w") as file:
		        print('{"name": "asked", "version": "1", "source": "made for this test", "official": false,'
		            f'"items": [{{"column": "a", "minimum": 0, "maximum": {top}}}],'
		            '"scales": [{"name": "s", "method": "mean", "items": ["a"]}]}', file=file)
		    weights = [draw.random() ** 3 for _ in range(top + 1)]
		    answers = [0] * (top + 1)
		    for value in draw.choices(range(top + 1), weights, k=22):
		        answers[value] += 1
		    shown = {name: float(value) for name, value in figures(answers).items() if value not in ("", "*")}
		    could = [other for other in splits(22, top + 1)
		        if all(abs(value - shown.get(name, value)) < 1e-9 for name, value in reckon(other).items())]
		    assert tuple(answers) in could, answers
		    for value, count in enumerate(answers):
		        tried += 0 < count < 5
		        assert not 0 < count < 5 or len({other[value] for other in could}) > 1, (answers, shown)
		print("small counts:", tried > 15)
	END
	run python3 try.py
	assert_output "small counts: True"
}

@test "disclosure: nor does a mean of percentages tell of how many it is" {
	# 280 of 297 are 94.28, which is no share of 296, 298 or 299
	instrument '{ "column": "a", "minimum": 1, "maximum": 5 }' top_box '"at_least": 4'
	reliability a 140 5 140 4 17 1 3 '""'
	hidden s,,,scored s,,,too_few_answers
	assert_line "s,,,score_mean,94,*,"
	# where answers are 25 apart, a mean is as coarse
	instrument '{ "column": "a", "allowed": [0, 25, 50, 75, 100] }' mean
	reliability a 30 0 41 25 29 100 3 '""'
	hidden s,a,,answered
	assert_line "s,a,,mean,39,*,"
	assert_line "s,,,score_mean,39,*,"
	# a mean of 20 answers 25 apart would tell them at any digit
	reliability a 5 0 7 25 5 50 3 '""'
	hidden s,a,,mean s,,,score_mean
}
