#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# score --change: how much the same people changed between two rounds.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >mood.json <<-'END'
		{ "name": "mood", "version": "1", "source": "made for this test", "official": false,
		  "missing_codes": ["-9"],
		  "items": [
		    { "column": "a", "minimum": 0, "maximum": 10 },
		    { "column": "b", "minimum": 0, "maximum": 10 } ],
		  "scales": [
		    { "name": "total", "method": "sum", "items": ["a", "b"], "decimals": 0,
		      "reliability": 0.9 } ] }
	END
	sed 's/"reliability": 0.9/"reliability": 0.9, "polarity": "lower"/' mood.json >lower.json
	# six improve by 6, five stay, seven lose 8
	{
		echo 'person,team,round,a,b'
		for i in {1..18}; do
			case $i in
			[1-6]) echo "P$i,T1,one,$((i % 3)),2"$'\n'"P$i,T1,two,$((i % 3 + 3)),5" ;;
			[7-9] | 1[01]) echo "P$i,T2,one,$((i % 3)),3"$'\n'"P$i,T2,two,$((i % 3)),3" ;;
			*) echo "P$i,T2,one,$((i % 3 + 4)),8"$'\n'"P$i,T2,two,$((i % 3)),4" ;;
			esac
		done
	} >mood.csv
}

change() {
	run --separate-stderr score -c mood.json --change round --from one --to two --pair person "$@"
}

# the statistics of the scale from CSV lines, those that are asked for, on one line
statistics() { # NAME...
	local name
	for name in "$@"; do
		sed -n "s/^total,$name,//p" <<<"$output"
	done | paste -sd' '
}

sleep_data() { # R's sleep: extra hours of sleep of the same ten people under two drugs
	cat >sleep.json <<-'END'
		{ "name": "sleep", "version": "1", "source": "Student 1908", "official": false,
		  "items": [ { "column": "extra", "minimum": -24, "maximum": 24 } ],
		  "scales": [ { "name": "extra", "method": "sum", "items": ["extra"], "decimals": 1 } ] }
	END
	printf 'extra,group,ID\n' >sleep.csv
	local group id=1 value
	for group in 1 2; do
		for value in $([ $group = 1 ] && echo 0.7 -1.6 -0.2 -1.2 -0.1 3.4 3.7 0.8 0.0 2.0 \
			|| echo 1.9 0.8 1.1 0.1 -0.1 4.4 5.5 1.6 4.6 3.4); do
			echo "$value,$group,$((id++ % 10))" >>sleep.csv
		done
	done
}

@test "score --change: R's sleep has the paired t test that R documents" {
	sleep_data
	run --separate-stderr score -c sleep.json --change group --from 2 --to 1 --pair ID --format csv sleep.csv
	assert_success
	assert_line "extra,pairs,10"
	assert_line "extra,mean_change,-1.58"
	assert_line --partial "extra,t,-4.0621"
	assert_line "extra,df,9"
	assert_line --partial "extra,p,0.002832890"
	assert_line --partial "extra,interval_lower,-2.45988576"
	assert_line --partial "extra,interval_upper,-0.70011423"
	# the other way round every sign turns
	run --separate-stderr score -c sleep.json --change group --from 1 --to 2 --pair ID --format csv sleep.csv
	assert_line --partial "extra,interval_upper,2.45988576"
	assert_line --partial "extra,t,4.0621"
}

@test "score --change: a table that is read without a manual" {
	change mood.csv
	assert_success
	assert_equal "$stderr" ""
	assert_output "$(cat <<-'END'
		Change on mood, version 1
		round: first one, second two; the same in both by person

		In the first round 18, in the second 18
		Left out: only in the first round 0, only in the second 0, with several records in one round 0

		The rounds       pairs  no score  mean first    sd  mean second    sd  correlation
		total               18         0        7.17  4.77         6.06  2.31        -0.44

		The change        mean   95% interval    sd      t  df      p
		total            -1.11  -4.17 to 1.94  6.14  -0.77  17  0.453

		Effect sizes       d_z  corrected  d_first  corrected
		total            -0.18      -0.17    -0.23      -0.22

		Reliable change  better  reliability        from  threshold  improved  unchanged  deteriorated
		total            higher         0.90  instrument       4.18   6 (33%)    5 (28%)       7 (39%)

		pairs: one record in each round and a score in both; all figures below are of these
		  alone
		change: the second round minus the first
		interval: 95%, Student's t for paired scores (Student 1908)
		p: of t, two-sided
		d_z: mean change / sd of the change (Cohen 1988), which is the standardised response
		  mean too (Liang, Fossel and Larson 1990)
		d_first: mean change / sd of the first round (delta of Glass 1976, the first round
		  being the control)
		corrected: times J for small samples, with pairs - 1 degrees of freedom (Hedges 1981);
		  for d_first as Becker 1988 has it
		reliability: given by the instrument, or else alpha of the first round's answers
		  (Cronbach 1951)
		reliable_change: the threshold: a change past 1.96 sqrt(2) standard errors of
		  measurement is reliable, each of them sd of the first round x sqrt(1 - reliability)
		  (Jacobson and Truax 1991)
		improved: reliably, in the direction that is better on the scale; deteriorated: in the
		  other one; unchanged: not reliably
	END
	)"
}

@test "score --change: JSON is JSON, with all figures of the CSV" {
	command -v python3 >/dev/null || skip "no python3 to read the JSON with"
	change --format json -o out.json mood.csv
	assert_success
	change --format csv -o out.csv mood.csv
	assert_success
	run python3 - <<-'END'
		import csv, json
		told = json.load(open("out.json"))
		scale = told["scales"][0]
		rows = {r["statistic"]: r["value"] for r in csv.DictReader(open("out.csv"))}
		assert told["rounds"] == {"column": "round", "first": "one", "second": "two", "pair": ["person"]}
		assert told["disclosure"] == "under-5" and told["instrument"]["official"] is False
		assert rows.pop("reliability_source") == scale["reliability_source"] == "instrument"
		assert len(rows) == 33
		for name, value in rows.items():
		    assert float(value) == scale[name]["value"], name
		assert scale["bands"] == {"moves": None, "reason": "the scale has no bands"}
		print("good")
	END
	assert_output good
}

@test "score --change: reliable change in both directions, by polarity" {
	change --format csv mood.csv
	assert_equal "$(statistics pairs improved unchanged deteriorated)" "18 6 5 7"
	assert_line --partial "total,improved_percent,33.33333333"
	run score -c lower.json --change round --from one --to two --pair person --format csv mood.csv
	assert_equal "$(statistics pairs improved unchanged deteriorated)" "18 7 5 6"
	run score -c lower.json --change round --from two --to one --pair person --format csv mood.csv
	assert_equal "$(statistics pairs improved unchanged deteriorated)" "18 6 5 7"
}

@test "score --change: the same bytes whatever the order of the records" {
	local format
	for format in text json csv; do
		change --format $format -o expected mood.csv
		assert_success
		for by in -k1,1 '-k5,5 -k1,1' '-k4,4n -k1,1r' -r; do
			# shellcheck disable=SC2086
			{ head -1 mood.csv && tail -n +2 mood.csv | sort -t, $by; } >shuffled.csv
			change --format $format -o found shuffled.csv
			assert_success
			cmp expected found
		done
	done
}

@test "score --change: what is missing on the command line is exit 2 and says what to do" {
	run score -c mood.json --change round --to two --pair person mood.csv
	assert_failure 2
	assert_output --partial "--from VALUE"
	run score -c mood.json --change round --from one --pair person mood.csv
	assert_failure 2
	run score -c mood.json --change round --from one --to two mood.csv
	assert_failure 2
	assert_output --partial "--pair COLUMN"
	run score -c mood.json --change round --from one --to one --pair person mood.csv
	assert_failure 2
	assert_output --partial "same round"
	change --format xml mood.csv
	assert_failure 2
	change --disclosure all mood.csv
	assert_failure 2
}

@test "score --change: a column that is not there is exit 2 and names the nearest" {
	run score -c mood.json --change rond --from one --to two --pair person mood.csv
	assert_failure 2
	assert_output --partial "round"
	run score -c mood.json --change round --from one --to two --pair person --pair temas mood.csv
	assert_failure 2
	assert_output --partial "team"
}

@test "score --change: empty input, and a header alone, have no pairs" {
	change --disclosure none --format csv /dev/null
	assert_success
	assert_line "total,pairs,0"
	assert_line "total,mean_change,"
	printf 'person,team,round,a,b\n' >in.csv
	change --disclosure none --format csv in.csv
	assert_success
	assert_line "total,pairs,0"
	assert_regex "$stderr" "first round: check --from"
	assert_regex "$stderr" "second round: check --to"
	change --format json in.csv
	assert_success
	assert_line --partial '"pairs": {"value": null, "suppressed": true'
}

@test "score --change: no record of a round is said" {
	run --separate-stderr score -c mood.json --change round --from one --to tow --pair person mood.csv
	assert_success
	assert_regex "$stderr" "no record is of the second round: check --to"
	refute_regex "$stderr" "first round"
	run --separate-stderr score -c mood.json --change round --from eno --to tow --pair person \
		--format csv --disclosure none mood.csv
	assert_success
	assert_equal "$(statistics in_first in_second pairs only_in_first)" "0 0 0 0"
}

@test "score --change: who has several records in one round is left out, and it is said" {
	{ cat mood.csv && printf 'P3,T1,two,1,1\nP4,T1,one,1,1\nP4,T1,one,9,9\n'; } >in.csv
	change --format csv --disclosure none in.csv
	assert_success
	assert_equal "$(statistics in_first in_second pairs several_records improved)" "18 18 16 2 4"
	assert_regex "$stderr" "several records in one round: 2"
}

@test "score --change: who is in one round alone, or has no score, is left out and counted" {
	{ cat mood.csv && printf 'Q1,T1,one,1,1\nQ2,T1,one,1,1\nQ3,T1,two,1,1\nQ4,T1,one,1,-9\nQ4,T1,two,1,1\n'; } >in.csv
	change --format csv --disclosure none in.csv
	assert_success
	assert_equal "$(statistics in_first in_second pairs only_in_first only_in_second no_score)" \
		"21 20 18 2 1 1"
}

@test "score --change: other rounds and empty pair columns are excluded, and counted" {
	{ cat mood.csv && printf 'P1,T1,three,1,1\nP2,T1,,1,1\n,T1,one,1,1\n*,T1,two,2,2\n'; } >in.csv
	change --format csv --run-record record.json in.csv
	assert_success
	assert_equal "$(statistics pairs)" "18"
	assert_regex "$stderr" "--pair names is empty in them: 2"
	run cat record.json
	assert_line --partial '"excluded": 4'
	assert_line --partial '"used": 36'
	assert_line --partial '"records of other rounds": 2'
	assert_line --partial "\"records without a pair's key\": 2"
}

@test "score --change: several pair columns tell apart what one does not" {
	# the values of two columns do not run into one another
	printf 'x,y,round,a,b\n' >in.csv
	printf '%s\n' a,bc,one,1,1 ab,c,one,2,2 a,bc,two,3,3 ab,c,two,4,5 >>in.csv
	run score -c mood.json --change round --from one --to two --pair x --pair y --format csv --disclosure none in.csv
	assert_success
	assert_equal "$(statistics pairs several_records mean_first mean_second)" "2 0 3 7.5"
	run score -c mood.json --change round --from one --to two --pair y --pair x --format csv --disclosure none in.csv
	assert_equal "$(statistics pairs several_records mean_first mean_second)" "2 0 3 7.5"
}

@test "score --change: a refused answer leaves its pair without a score, and is exit 1" {
	sed 's/^P7,T2,one,.*/P7,T2,one,SECRET,3/' mood.csv >in.csv
	change --format csv --disclosure none in.csv
	assert_failure 1
	assert_equal "$(statistics pairs no_score)" "17 1"
	# and with rejects the record is none
	change --format csv --disclosure none --rejects bad.csv in.csv
	assert_failure 1
	assert_equal "$(statistics pairs no_score only_in_second)" "17 0 1"
	run cat bad.csv
	assert_line --index 1 "P7,T2,one,SECRET,3"
}

@test "score --change: messages hold no value" {
	{ sed 's/^P7,T2,one,.*/P7,T2,one,SECRET,3/; s/^P/SECRETP/' mood.csv && printf 'SECRETP3,T1,one,1,1\n,T1,one,1,1\n'; } >in.csv
	change -v in.csv
	assert_failure 1
	refute_regex "$stderr" "SECRET"
	refute_output --partial "SECRET"
}

@test "score --change: under 5 pairs every figure of the scale is hidden, unless disclosure is none" {
	grep -E '^(person|P[1-4],)' mood.csv >in.csv
	change --format csv in.csv
	assert_success
	refute_line --regexp '^total,[a-z_]+,[0-9-]'
	assert_line "total,pairs,*"
	assert_line "total,p,*"
	change in.csv
	refute_line --regexp '^total .*[0-9]'
	assert_line --partial "fewer than 5 pairs"
	change --format json in.csv
	refute_line --regexp '"value": [0-9-]'
	change --format csv --disclosure none in.csv
	assert_line "total,pairs,4"
	assert_line "total,mean_change,6"
	grep -E '^(person|P[1-5],)' mood.csv >in.csv
	change --format csv in.csv
	assert_line "total,pairs,5"
}

@test "score --change: one small part of improved, unchanged, deteriorated hides all three" {
	grep -vE '^P(1[01]|9),' mood.csv >in.csv
	change --format csv in.csv
	assert_success
	assert_equal "$(statistics pairs improved unchanged deteriorated)" "15 * * *"
	assert_equal "$(statistics improved_percent unchanged_percent deteriorated_percent)" "* * *"
	change --format csv --disclosure none in.csv
	assert_equal "$(statistics pairs improved unchanged deteriorated)" "15 6 2 7"
}

@test "score --change: figures that would tell the small counts of a yes-or-no scale are hidden" {
	cat >yes.json <<-'END'
		{ "name": "yes", "version": "1", "source": "made for this test", "official": false,
		  "items": [ { "column": "a", "minimum": 1, "maximum": 5 } ],
		  "scales": [ { "name": "total", "method": "top_box", "items": ["a"], "reliability": 0.9 } ] }
	END
	printf 'person,round,a\n' >in.csv
	for i in {1..40}; do printf '%s\n' "P$i,one,$((i % 2 ? 5 : 2))" "P$i,two,$((i < 39 ? 5 : 2))"; done >>in.csv
	# 19 went from no to yes, 20 stayed at yes, 1 at no: 1 is what the mean would tell
	sed -i 's/^P39,two.*/P39,two,5/' in.csv
	run --separate-stderr score -c yes.json --change round --from one --to two --pair person --format csv in.csv
	assert_success
	assert_equal "$(statistics pairs mean_first mean_second sd_change t improved)" "40 * * * * *"
	run score -c yes.json --change round --from one --to two --pair person in.csv
	assert_line --partial "of so few different scores the figures would tell"
	run score -c yes.json --change round --from one --to two --pair person --format csv --disclosure none in.csv
	assert_equal "$(statistics pairs mean_first mean_second improved)" "40 50 97.5 19"
	sed -i 's/^P40,two.*/P40,two,5/' in.csv
	run score -c yes.json --change round --from one --to two --pair person --format csv in.csv
	assert_equal "$(statistics pairs mean_first mean_second improved)" "40 50 100 20"
}

@test "score --change: few who are left out hide all who are, and the number in each round" {
	local counts="in_first in_second only_in_first only_in_second several_records no_score pairs"
	{ cat mood.csv && printf 'Q%d,T1,one,1,1\n' 1 2; } >in.csv
	change --format csv in.csv
	# shellcheck disable=SC2086
	assert_equal "$(statistics $counts)" "* * * * * 0 18"
	{ cat mood.csv && printf 'Q%d,T1,one,1,1\n' 1 2 3 4 5; } >in.csv
	change --format csv in.csv
	# shellcheck disable=SC2086
	assert_equal "$(statistics $counts)" "23 18 5 0 0 0 18"
	# who has no score is what the number in both rounds leaves
	sed -i 's/^P7,T2,one,.*/P7,T2,one,,/' in.csv
	change --format csv in.csv
	# shellcheck disable=SC2086
	assert_equal "$(statistics $counts)" "* * 5 0 0 * 17"
}

@test "score --change: figures that there are none of say why" {
	sleep_data
	run --separate-stderr score -c sleep.json --change group --from 1 --to 2 --pair ID --format json sleep.csv
	assert_success
	assert_line --partial '"improved": {"value": null, "reason": "'
	assert_line --partial '"reliability_source": "none"'
	printf 'person,round,a,b\n' >in.csv
	for i in {1..6}; do printf '%s\n' "P$i,one,1,1" "P$i,two,2,2"; done >>in.csv
	change --format json in.csv
	assert_line --partial '"t": {"value": null, "reason": "all changes are the same"}'
	assert_line --partial '"mean_change": {"value": 2}'
	assert_line --partial '"correlation": {"value": null, "reason": "all scores of the first round are the same"}'
	change in.csv
	assert_line "- total: all changes are the same"
}

@test "score --change: from band to band, hidden where few went one way" {
	sed 's/"reliability"/"bands": [ {"label": "low", "below": 6}, {"label": "high", "at_least": 6} ], "reliability"/' \
		mood.json >bands.json
	run --separate-stderr score -c bands.json --change round --from one --to two --pair person --format csv mood.csv
	assert_success
	assert_equal "$(statistics "from low to low" "from low to high" "from high to low" "from high to high")" "* * * *"
	run --separate-stderr score -c bands.json --change round --from one --to two --pair person --format csv \
		--disclosure none mood.csv
	assert_equal "$(statistics "from low to low" "from low to high" "from high to low" "from high to high")" "5 6 5 2"
	run score -c bands.json --change round --from one --to two --pair person --disclosure none mood.csv
	assert_line "        6  low to high"
	run score -c bands.json --change round --from one --to two --pair person mood.csv
	assert_line --partial "from some band to another went fewer than 5"
}

@test "score --change: one line for each answer makes the same pairs" {
	change --format csv -o expected mood.csv
	assert_success
	{
		echo 'person,round,item,answer'
		tail -n +2 mood.csv | while IFS=, read -r person _ round a b; do
			printf '%s\n' "$person,$round,a,$a" "$person,$round,other,1" "$person,$round,b,$b"
		done
		printf 'P1,three,a,1\nP1,three,b,1\n'
	} >lines.csv
	change --record person --record round --item item --answer answer --format csv -o found \
		--run-record record.json lines.csv
	assert_success
	cmp expected found
	run cat record.json
	assert_line --partial '"used": 72'
	assert_line --partial '"excluded": 38'
}

@test "score --change: --no-header leaves the header of the CSV out" {
	change --format csv --no-header mood.csv
	assert_success
	refute_line "scale,statistic,value"
	assert_line --index 0 "total,in_first,18"
}

@test "score --change: without a given reliability, alpha of the first round's answers" {
	tr -d '\n' <mood.json | sed 's/,[[:space:]]*"reliability": 0.9//' >alpha.json
	run --separate-stderr score -c alpha.json --change round --from one --to two --pair person --format csv mood.csv
	assert_success
	assert_line "total,reliability_source,alpha"
	# 2 (1 - (var a + var b) / var sum) = 6472/6957
	assert_line "total,reliability,0.930286043"
	# who is in the first round alone counts for alpha, who is in another round does not
	{ cat mood.csv && printf '%s\n' Q1,T,one,0,9 Q2,T,one,9,0 Q3,T,two,0,9 Q4,T,two,9,0; } >more.csv
	local before=$output
	run --separate-stderr score -c alpha.json --change round --from one --to two --pair person --format csv \
		--disclosure none more.csv
	refute_line "$(grep total,reliability, <<<"$before")"
	assert_line "$(grep total,sd_first, <<<"$before")"
	assert_line "$(grep total,t, <<<"$before")"
}

@test "score --change: the same figures as another program's, with missing answers" {
	command -v python3 >/dev/null || skip "no python3 to reckon with"
	cat >three.json <<-'END'
		{ "name": "three", "version": "1", "source": "made for this test", "official": false,
		  "items": [
		    { "column": "a", "minimum": 0, "maximum": 4 },
		    { "column": "b", "minimum": 0, "maximum": 4, "reverse": true },
		    { "column": "c", "minimum": 0, "maximum": 4 } ],
		  "scales": [ { "name": "total", "method": "mean", "items": ["a", "b", "c"], "minimum_answered": 2 } ] }
	END
	cat >reckon.py <<-'END'
		import csv, math, random, sys
		from fractions import Fraction as F
		draw = random.Random(5).random
		people = []
		for i in range(60):
		    level = 4 * draw()
		    def answers(level):
		        def one(turned):
		            x = min(4, max(0, round(level + 2 * draw() - 1)))
		            return None if draw() < 0.1 else 4 - x if turned else x
		        return [one(False), one(True), one(False)]
		    people.append((i, answers(level), answers(level * 0.7 + 0.2)))
		if sys.argv[1] == "data":
		    print("id,round,a,b,c")
		    for i, *rounds in people:
		        for name, answers in zip(("before", "after"), rounds):
		            if (i + len(name)) % 11 != 0:
		                print(i, name, *("" if x is None else x for x in answers), sep=",")
		    sys.exit()
		def scored(answers):
		    return [x if x is None or j != 1 else 4 - x for j, x in enumerate(answers)]
		def near(x):  # at 9 decimals; no tie can be
		    return F(round(x * 10**9), 10**9)
		def score(answers):
		    given = [x for x in scored(answers) if x is not None]
		    return near(F(sum(given), len(given))) if len(given) >= 2 else None
		def covariance(pairs):
		    n = len(pairs)
		    mx, my = sum(F(x) for x, y in pairs) / n, sum(F(y) for x, y in pairs) / n
		    return sum((x - mx) * (y - my) for x, y in pairs) / (n - 1)
		rows = [(scored(p[1]), p) for p in people if (p[0] + 6) % 11 != 0]
		matrix = [[covariance([(r[j], r[k]) for r, p in rows if r[j] is not None and r[k] is not None])
		    for k in range(3)] for j in range(3)]
		alpha = F(3, 2) * (1 - sum(matrix[j][j] for j in range(3)) / sum(map(sum, matrix)))
		whole = [(score(p[1]), score(p[2])) for p in people if (p[0] + 6) % 11 and (p[0] + 5) % 11]
		pairs = [(x, y) for x, y in whole if x is not None and y is not None]
		n = len(pairs)
		sd = [math.sqrt(covariance([(z, z) for z in values])) for values in (
		    [x for x, y in pairs], [y for x, y in pairs], [y - x for x, y in pairs])]
		mean = float(sum(y - x for x, y in pairs) / n)
		past = 1.96 * math.sqrt(2) * sd[0] * math.sqrt(1 - alpha)
		j = math.exp(math.lgamma((n - 1) / 2) - math.lgamma((n - 2) / 2)) / math.sqrt((n - 1) / 2)
		expected = {
		    "pairs": n, "no_score": len(whole) - n, "mean_first": float(sum(x for x, y in pairs) / n),
		    "sd_first": sd[0], "sd_second": sd[1], "sd_change": sd[2], "mean_change": mean,
		    "correlation": float(covariance(pairs)) / sd[0] / sd[1], "t": mean / sd[2] * math.sqrt(n),
		    "d_z": mean / sd[2], "d_first": mean / sd[0], "d_z_corrected": mean / sd[2] * j,
		    "d_first_corrected": mean / sd[0] * j, "reliability": float(alpha), "reliable_change": past,
		    "improved": sum(y - x > past for x, y in pairs),
		    "deteriorated": sum(x - y > past for x, y in pairs) }
		found = {r["statistic"]: r["value"] for r in csv.DictReader(open("found.csv"))}
		for name, value in expected.items():
		    assert abs(float(found[name]) - value) < 2e-9, (name, found[name], value)
		assert found["no_score"] != "0" and found["improved"] != found["unchanged"] != "0"
		print("good")
	END
	python3 reckon.py data >in.csv
	run score -c three.json --change round --from before --to after --pair id --format csv --disclosure none -o found.csv in.csv
	assert_success
	run python3 reckon.py figures
	assert_output good
}

@test "score --change: open data: attendances by organisation and type, from March to March" {
	need_data surveys-cc0/ae_attendances.csv
	cat >ae.json <<-'END'
		{ "name": "attendances", "version": "1", "source": "made for this test", "official": false,
		  "items": [ { "column": "attendances", "minimum": 0, "maximum": 1000000 } ],
		  "scales": [ { "name": "total", "method": "sum", "items": ["attendances"], "reliability": 0.9 } ] }
	END
	run --separate-stderr score -c ae.json --change period --from 2017-03-01 --to 2018-03-01 --pair org_code --pair type \
		--format csv --run-record record.json "$SHARED_DATA/surveys-cc0/ae_attendances.csv"
	assert_success
	assert_equal "$stderr" ""
	assert_equal "$(statistics in_first in_second pairs only_in_first only_in_second)" "347 372 322 25 50"
	# the same by other means; no field of this file holds a comma
	run awk -F, -v "found=$(statistics mean_first mean_change sd_change t reliable_change improved deteriorated)" '
		{ gsub(/"/, ""); key = $2 "/" $3 }
		$1 == "2017-03-01" { first[key] = $4 }
		$1 == "2018-03-01" { second[key] = $4 }
		END {
			for (key in first) if (key in second) {
				n++; sum += first[key]; squares += first[key] ^ 2
				change = second[key] - first[key]; total += change; all += change ^ 2
			}
			deviation = sqrt((all - total ^ 2 / n) / (n - 1))
			past = 1.96 * sqrt(2 * 0.1) * sqrt((squares - sum ^ 2 / n) / (n - 1))
			for (key in first) if (key in second) {
				up += second[key] - first[key] > past; down += first[key] - second[key] > past
			}
			split(found, is, " ")
			split(sum / n " " total / n " " deviation " " total / n / deviation * sqrt(n) " " past, be, " ")
			for (i = 1; i <= 5; i++)
				if (is[i] == 0 || is[i] / be[i] > 1.00001 || is[i] / be[i] < 0.99999) print i, is[i], be[i]
			hidden = up && up < 5 || down && down < 5
			print is[6] == (hidden ? "*" : up) && is[7] == (hidden ? "*" : down) ? "good" : up "/" down
		}' "$SHARED_DATA/surveys-cc0/ae_attendances.csv"
	assert_output good
}
