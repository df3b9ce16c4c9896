#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark: means and proportions by unit and period, set beside each other.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >scores.json <<-'END'
		{ "missing_codes": ["-9"],
		  "measures": [
		    { "id": "answer", "label": "The answer", "kind": "mean", "column": "a", "decimals": 3 },
		    { "id": "good", "kind": "proportion", "column": "a", "values": ["4", "5"] } ] }
	END
}

# A header and, for each further UNIT:VALUE:TIMES, so many records.
records() {
	local entry unit value times
	echo unit_name,date,a
	for entry; do
		IFS=: read -r unit value times <<<"$entry"
		for ((; times > 0; times--)); do
			echo "$unit,2024-04-17,$value"
		done
	done
}

# Sets of records that a mean over one column is taken of, from a quoted file.
unquoted() {
	tr -d '"\r' <"$SHARED_DATA/$1"
}

@test "benchmark: help shows examples first and the usage of the manual" {
	run benchmark --help
	assert_success
	assert_line --index 1 --partial "benchmark -m schemas/feedback/measures.json"
	local usage
	usage=$(usage_of benchmark)
	[[ $usage == "benchmark [-m FILE] [--mean COLUMN] "*" [FILE...]" ]]
	command -v mandoc >/dev/null || skip "no mandoc here"
	local synopsis
	synopsis=$(mandoc -Tutf8 -O width=400 "$ROOT/filters/benchmark/benchmark.1" | col -bx |
		sed -n '/^SYNOPSIS/,/^DESCRIPTION/{//!p}' | tr -s ' \n' ' ' | sed 's/^ //; s/ $//; s/ [.][.][.]]/...]/')
	assert_equal "$synopsis" "$usage"
}

@test "benchmark: the manual has no faults" {
	command -v mandoc >/dev/null || skip "no mandoc here"
	run mandoc -Tlint -Wwarning "$ROOT/filters/benchmark/benchmark.1"
	assert_success
	assert_output ""
}

@test "benchmark: an unknown option is exit 2 and names the nearest" {
	run benchmark --men a </dev/null
	assert_failure 2
	assert_output --partial "--mean"
}

@test "benchmark: options that cannot be are exit 2, and say what can" {
	run benchmark </dev/null
	assert_failure 2
	assert_output --partial "nothing to measure"
	run benchmark --mean a --compare quartile,rank </dev/null
	assert_failure 2
	assert_output --partial "needs --unit"
	run benchmark --mean a --compare control </dev/null
	assert_failure 2
	assert_output --partial "needs --period"
	run benchmark --mean a --compare ranks </dev/null
	assert_failure 2
	assert_output --partial "one or more of quartile, mad, rank"
	run benchmark --mean a --disclosure some </dev/null
	assert_failure 2
	assert_output --partial "mhsds, hes, ascs or none"
	run benchmark --mean a --ties none </dev/null
	assert_failure 2
	assert_output --partial "minimum or average"
	run benchmark --mean a --period date:week </dev/null
	assert_failure 2
	assert_output --partial "month, quarter"
	run benchmark --proportion a </dev/null
	assert_failure 2
	assert_output --partial "COLUMN=VALUE"
	run benchmark --proportion a= </dev/null
	assert_failure 2
	assert_output --partial "an empty value is no answer"
	run benchmark --proportion 'a=1||2' </dev/null
	assert_failure 2
	run benchmark --mean a --mean a </dev/null
	assert_failure 2
	assert_output --partial "two measures 'a'"
	run benchmark --mean a --by value </dev/null
	assert_failure 2
	assert_output --partial "output column"
	run benchmark --mean a --by b --by b </dev/null
	assert_failure 2
	assert_output --partial "given twice"
}

@test "benchmark: a missing column is exit 2 before the first byte, with the nearest name" {
	records r:1:5 >in.csv
	run --separate-stderr benchmark --mean a -u unit_nam in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"unit_nam"*"did you mean 'unit_name'"* ]]
	run benchmark --mean b in.csv
	assert_failure 2
	assert_output --partial "for the measure 'b'"
	run benchmark --mean a -p day in.csv
	assert_failure 2
	run benchmark --mean a --by b in.csv
	assert_failure 2
}

@test "benchmark: the configuration is checked strictly, by pointer" {
	local change
	while IFS='|' read -r change pointer; do
		sed "$change" scores.json >bad.json
		run benchmark -m bad.json --check-config
		assert_failure 2
		assert_output --partial "$pointer"
	done <<-'END'
		s/"decimals"/"decimal"/|/measures/0
		s/"decimals": 3/"decimals": 16/|/measures/0/decimals
		s/"mean"/"average"/|/measures/0/kind
		s/"kind": "mean", //|/measures/0/kind
		s/"values": \["4", "5"\]/"polarity": "higher"/|/measures/1
		s/\["4", "5"\]/[]/|/measures/1/values
		s/\["4", "5"\]/["4", "4"]/|/measures/1/values/1
		s/\["4", "5"\]/["4", ""]/|an empty value is no answer
		s/"good"/"answer"/|two measures 'answer'
		s/"decimals": 3/"values": ["1"]/|/measures/0/values
		s/"decimals": 3/"where": { "column": "b" }/|/measures/0/where
		s/"decimals": 3/"polarity": "up"/|/measures/0/polarity
		s/"decimals": 3/"minimum_base": -1/|/measures/0/minimum_base
		s/"measures"/"measure"/|measures
	END
	run benchmark -m absent.json --check-config
	assert_failure 2
	assert_output --partial "absent.json"
	run benchmark -m scores.json --check-config
	assert_success
}

@test "benchmark: exact means and proportions, with both intervals" {
	records north:1:1 north:2:1 north:3:1 north:5:1 south:4:2 south:-9:1 south::1 >in.csv
	run benchmark -m scores.json -u unit_name --disclosure none in.csv
	assert_success
	assert_output "$(cat <<-'END'
		unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method
		north,all,answer,mean,4,11,4,2.750,0.032,5.468,-5.972,11.472,student_t
		north,all,good,proportion,4,1,4,25.0,4.6,69.9,2.2,83.0,wilson
		south,all,answer,mean,4,8,2,4.000,4.000,4.000,4.000,4.000,student_t
		south,all,good,proportion,4,2,2,100.0,34.2,100.0,17.3,100.0,wilson
	END
	)"
}

@test "benchmark: one answer has no interval, and none has no mean" {
	records one:3:1 none::2 >in.csv
	run benchmark --mean a -u unit_name --disclosure none in.csv
	assert_success
	assert_line --partial "one,all,a,mean,1,3,1,3.00,[z],[z],[z],[z],"
	assert_line --partial "none,all,a,mean,2,0,0,[z],[z],[z],[z],[z],"
}

@test "benchmark: without unit and period all records are one group" {
	records a:1:3 b:2:3 >in.csv
	run benchmark --mean a --disclosure none in.csv
	assert_success
	assert_line --partial "all,all,a,mean,6,9,6,1.50,"
}

@test "benchmark: counts under 5 are suppressed, others rounded to 5, percentages whole" {
	records few:5:4 most:5:23 most:1:4 some:5:5 some:1:8 whole:5:5 >in.csv
	benchmark -m scores.json -u unit_name in.csv >out.csv
	run columns unit,measure,records,numerator,denominator,value <out.csv
	assert_output "$(cat <<-'END'
		unit,measure,records,numerator,denominator,value
		few,answer,*,*,*,*
		few,good,*,*,*,*
		most,answer,25,[z],25,4.407
		most,good,25,25,25,85
		some,answer,15,[z],15,2.538
		some,good,15,5,15,38
		whole,answer,5,[z],5,5.000
		whole,good,5,5,5,100
	END
	)"
	run columns lower95,upper998,method <out.csv
	assert_line --index 1 "*,*,student_t_published"
	assert_line --index 2 "*,*,wilson_published"
	refute_line --regexp '(^|,)nan'
	# a numerator of 4 hides the percentage, not the denominator
	records most:5:4 most:1:30 >in.csv
	benchmark -m scores.json -u unit_name in.csv >out.csv
	run columns measure,records,numerator,denominator,value,lower95 <out.csv
	assert_line "good,35,*,35,*,*"
}

@test "benchmark: a mean of zeros and ones shows no count under 5 either" {
	# the mean of 3 ones of 40 is 0.08: with the rounded 40 it is the 3
	records few:1:3 few:0:37 none:0:40 many:1:5 many:0:35 score:2:1 score:1:1 score:0:38 >in.csv
	benchmark --mean a -u unit_name in.csv >out.csv
	run columns unit,denominator,value,lower95,upper998 <out.csv
	assert_line "few,40,*,*,*"
	assert_line "none,40,*,*,*"
	assert_line --partial "many,40,0.13,0."
	assert_line --partial "score,40,0.08,"
	# as some programs write them
	records few:1.0:3 few:0.0:37 many:1.00:6 many:0:37 >in.csv
	benchmark --mean a -u unit_name in.csv >out.csv
	run columns unit,value <out.csv
	assert_line "few,*"
	assert_line "many,0.14"
	benchmark --mean a -u unit_name --disclosure none in.csv >out.csv
	run columns unit,value <out.csv
	assert_line "few,0.08"
}

@test "benchmark: equal published figures have equal limits, so that these tell no more" {
	records a:5:7 a:1:23 b:5:7 b:1:24 >in.csv
	benchmark --proportion a=5 -u unit_name in.csv | tail -n +2 >out.csv
	run bash -c 'cut -d, -f5- out.csv | uniq | wc -l'
	assert_output 1
}

@test "benchmark: the published counts of the national rule" {
	need_data deidentify/nhs-rounding
	unquoted deidentify/nhs-rounding/vectors.csv | awk -F, '
		NR == 1 { print "n,value"; next }
		{ for (i = 0; i < $1; i++) printf "n%04d,1\n", $1 }' >in.csv
	unquoted deidentify/nhs-rounding/vectors.csv | awk -F, 'NR > 1 && $1 > 0 { printf "n%04d,%s\n", $1, $2 }' |
		LC_ALL=C sort >expected.csv
	benchmark --mean value -u n in.csv | columns unit,denominator | tail -n +2 >got.csv
	run diff expected.csv got.csv
	assert_success
}

@test "benchmark: the published percentages of the national rule" {
	need_data deidentify/nhs-rounding
	unquoted deidentify/nhs-rounding/percent_rules.csv | awk -F, '
		NR == 1 { print "pair,value"; next }
		$1 != "" && $2 != "" && $1 <= $2 { for (i = 0; i < $2; i++) print $1 "of" $2 "," (i < $1 ? "yes" : "no") }' >in.csv
	unquoted deidentify/nhs-rounding/percent_rules.csv | awk -F, '
		NR > 1 && $1 != "" && $2 != "" && $1 <= $2 { print $1 "of" $2 "," $4 }' | LC_ALL=C sort >expected.csv
	benchmark --proportion value=yes -u pair in.csv | columns unit,value | tail -n +2 >got.csv
	run diff expected.csv got.csv
	assert_success
}

@test "benchmark: means agree with the public-health package to 1e-9" {
	need_data statistics/phe
	echo '{ "measures": [ { "id": "m", "kind": "mean", "column": "score", "decimals": 9 } ] }' >exact.json
	unquoted statistics/phe/mean_in.csv | awk -F, 'NR == 1 { print; next } { printf "%s,%.2f\n", $1, $2 }' >in.csv
	unquoted statistics/phe/mean_out.csv | sed 's/, / /g' |
		columns org,value_count,value,lower95_0cl,upper95_0cl,lower99_8cl,upper99_8cl | tail -n +2 >expected.csv
	benchmark -m exact.json -u org --disclosure none in.csv |
		columns unit,denominator,value,lower95,upper95,lower998,upper998 | tail -n +2 >got.csv
	assert_figures expected.csv got.csv
}

@test "benchmark: proportions agree with the public-health package to 1e-9" {
	need_data statistics/phe
	echo '{ "measures": [ { "id": "p", "kind": "proportion", "column": "v", "values": ["yes"], "decimals": 9 } ] }' >exact.json
	unquoted statistics/phe/proportion_in.csv | awk -F, '
		NR == 1 { print "id,v"; next }
		{ for (i = 0; i < $3; i++) printf "%02d,%s\n", $1, i < $2 ? "yes" : "no" }' >in.csv
	unquoted statistics/phe/proportion_out.csv | sed 's/, / /g' |
		columns x,n,value,lower95_0cl,upper95_0cl,lower99_8cl,upper99_8cl | tail -n +2 >expected.csv
	benchmark -m exact.json -u id --disclosure none in.csv |
		columns numerator,denominator,value,lower95,upper95,lower998,upper998 | tail -n +2 >got.csv
	assert_figures expected.csv got.csv
}

@test "benchmark: Wilson limits agree with R's prop.test to 1e-9" {
	need_data statistics/base
	echo '{ "measures": [ { "id": "p", "kind": "proportion", "column": "v", "values": ["yes"], "decimals": 9 } ] }' >exact.json
	unquoted statistics/base/wilson_proptest_out.csv | awk -F, '
		NR == 1 { print "id,v"; next }
		{ for (i = 0; i < $1; i++) printf "%02d,%s\n", NR, i < $2 ? "yes" : "no" }' >in.csv
	unquoted statistics/base/wilson_proptest_out.csv | awk -F, 'NR > 1 { printf "%s,%s,%.17g,%.17g\n", $2, $1, 100 * $3, 100 * $4 }' >expected.csv
	benchmark -m exact.json -u id --disclosure none in.csv | columns numerator,denominator,lower95,upper95 | tail -n +2 >got.csv
	assert_figures expected.csv got.csv
}

@test "benchmark: quartiles agree with R's type 7" {
	need_data statistics/base
	unquoted statistics/base/quantile7_out.csv | awk -F, '
		NR == 1 { print "id,v"; next }
		{ n = split($2, values, ";"); if (n >= 8) for (i = 1; i <= n; i++) printf "%02d,%s\n", i, values[i] }' >in.csv
	echo '{ "measures": [ { "id": "m", "kind": "mean", "column": "v", "decimals": 9 } ] }' >exact.json
	unquoted statistics/base/quantile7_out.csv | awk -F, 'NR > 1 && split($2, values, ";") >= 8 { print $6 "," $7 "," $8 }' >expected.csv
	benchmark -m exact.json -u id -c quartile,rank --disclosure none in.csv | columns q1,median,q3 | tail -n +2 | uniq >got.csv
	assert_figures expected.csv got.csv
}

@test "benchmark: periods are cut and stand in time order" {
	printf 'date,a\n2024-04-01,1\n2024-03-31,2\n2023-04-01,3\n0999-12-31,4\n' >in.csv
	local length expected
	while read -r length expected; do
		run bash -c 'benchmark --mean a -p "date:$1" --disclosure none in.csv | tail -n +2 | cut -d, -f2 | tr "\n" " "' - "$length"
		assert_output "$expected "
	done <<-'END'
		day 0999-12-31 2023-04-01 2024-03-31 2024-04-01
		month 0999-12 2023-04 2024-03 2024-04
		quarter 0999-Q4 2023-Q2 2024-Q1 2024-Q2
		year 0999 2023 2024
		fyear 0999/00 2023/24 2024/25
		fquarter 0999/00-Q3 2023/24-Q1 2023/24-Q4 2024/25-Q1
	END
}

@test "benchmark: peers: units, quartiles, quartile and rank by polarity" {
	cat >polar.json <<-'END'
		{ "measures": [
		    { "id": "up", "kind": "mean", "column": "a" },
		    { "id": "down", "kind": "mean", "column": "a", "polarity": "lower" },
		    { "id": "flat", "kind": "mean", "column": "a", "polarity": "neutral" } ] }
	END
	records u1:1:1 u2:2:1 u3:3:1 u4:3:1 u5:5:1 u6:6:1 u7:7:1 u8:9:1 >in.csv
	benchmark -m polar.json -u unit_name -c quartile,rank --disclosure none in.csv >out.csv
	run columns unit,measure,units,q1,median,q3,quartile,rank <out.csv
	assert_line "u1,up,8,2.75,4.00,6.25,1,8"
	assert_line "u1,down,8,2.75,4.00,6.25,1,1"
	assert_line "u1,flat,8,2.75,4.00,6.25,1,[z]"
	assert_line "u3,up,8,2.75,4.00,6.25,2,5"
	assert_line "u4,up,8,2.75,4.00,6.25,2,5"
	assert_line "u3,down,8,2.75,4.00,6.25,2,3"
	assert_line "u6,up,8,2.75,4.00,6.25,3,3"
	assert_line "u8,up,8,2.75,4.00,6.25,4,1"
	benchmark -m polar.json -u unit_name -c quartile,rank --ties average --disclosure none in.csv >out.csv
	run columns unit,measure,rank <out.csv
	assert_line "u3,up,5.5"
	assert_line "u4,down,3.5"
	assert_line "u8,up,1"
}

@test "benchmark: under 8 units no quartiles, and suppressed units are not compared" {
	records u1:1:5 u2:2:5 u3:3:5 u4:5:4 >in.csv
	benchmark --mean a -u unit_name -c quartile,rank in.csv >out.csv
	run columns unit,units,q1,median,q3,quartile,rank <out.csv
	assert_line "u1,3,[z],[z],[z],[z],3"
	assert_line "u3,3,[z],[z],[z],[z],1"
	assert_line "u4,3,[z],[z],[z],*,*"
}

@test "benchmark: each period has its own peers" {
	printf 'u,date,a\nx,2024-01,1\ny,2024-01,2\nx,2024-02,4\ny,2024-02,3\n' >in.csv
	benchmark --mean a -u u -p date -c quartile,rank,control --disclosure none in.csv >out.csv
	run columns unit,period,rank,signal <out.csv
	assert_line "x,2024-01,2,too_few"
	assert_line "x,2024-02,1,too_few"
	assert_line "y,2024-01,1,too_few"
	assert_line "y,2024-02,2,too_few"
}

@test "benchmark: ranks agree with the national survey's, which share the average" {
	need_data cqc-cmh-2020/df_2020.csv
	# trusts' names hold commas, so they are numbered
	sed 's/^"[^"]*"/&/; s/^"\([^"]*\)"/\1/' "$SHARED_DATA/cqc-cmh-2020/df_2020.csv" | tr -d '"\r' |
		awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = NF - i; print "trust,a"; next }
			{ printf "t%03d,%.9f\n", NR, $(NF - at["mean_Q9"]) }' >in.csv
	tr -d '"\r' <"$SHARED_DATA/cqc-cmh-2020/df_2020.csv" |
		awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = NF - i; next }
			{ printf "t%03d,%s\n", NR, $(NF - at["rank_Q9"]) }' >expected.csv
	benchmark --mean a -u trust -c quartile,rank --ties average --disclosure none in.csv | columns unit,rank | tail -n +2 >got.csv
	assert_figures expected.csv got.csv
	[ "$(wc -l <got.csv)" -eq 55 ]
}

@test "benchmark: further columns group too, and an empty value is a group of its own" {
	printf 'u,role,sort,a\nx,B,k,1\nx,A,k,2\nx,,k,3\nx,A,,4\n' >in.csv
	run benchmark --mean a -u u --by role --by sort --disclosure none in.csv
	assert_success
	assert_line --index 0 --partial "unit,period,role,sort,measure,"
	assert_line --index 1 --partial "x,all,,k,a,mean,1,3,"
	assert_line --index 2 --partial "x,all,A,,a,mean,1,4,"
	assert_line --index 3 --partial "x,all,A,k,a,mean,1,2,"
	assert_line --index 4 --partial "x,all,B,k,a,mean,1,1,"
}

@test "benchmark: a value that no record has is said, for it looks like a figure held back" {
	printf 'u,t\nx,best\nx,improve\ny,best\n' >in.csv
	run --separate-stderr benchmark --proportion t=bset --proportion t=best in.csv
	assert_success
	assert_equal "$stderr" "benchmark: warning: measure 't=bset': no record has one of its values; are they written as in the data?"
	cat >where.json <<-'END'
		{ "measures": [
		    { "id": "none", "kind": "proportion", "column": "u", "values": ["x"], "where": { "column": "t", "values": ["bset"] } },
		    { "id": "some", "kind": "proportion", "column": "u", "values": ["x"], "where": { "column": "t", "values": ["best"] } } ] }
	END
	head -n 2 in.csv >one.csv
	run --separate-stderr benchmark -m where.json one.csv
	assert_success
	assert_equal "$stderr" "benchmark: warning: measure 'none': no record meets its condition; are its values written as in the data?"
	echo '{ "measures": [ { "id": "rare", "kind": "proportion", "column": "t", "values": ["rare"] } ] }' >rare.json
	run --separate-stderr benchmark -m rare.json in.csv
	assert_equal "$stderr" ""
	run --separate-stderr benchmark --proportion t=best <(head -n 1 in.csv)
	assert_equal "$stderr" ""
}

@test "benchmark: where keeps a measure to its records, and all are accounted for" {
	cat >where.json <<-'END'
		{ "missing_codes": ["-9"], "measures": [
		    { "id": "best", "kind": "mean", "column": "a", "where": { "column": "t", "values": ["best"] } },
		    { "id": "rest", "kind": "mean", "column": "a", "where": { "column": "t", "values": ["improve", "other"] } } ] }
	END
	printf 'u,date,t,a\nx,2024-01-01,best,1\nx,2024-01-01,best,-9\nx,2024-01-02,improve,3\nx,2024-01-02,none,3\n,2024-01-02,best,3\nx,,best,3\n*,2024-01-01,best,2\nx,2024-13-01,best,2\nx,2024-01-01,best,[c]\nx,2024-01-01,other,many\n' >in.csv
	run --separate-stderr benchmark -m where.json -u u -p date:month --disclosure none --run-record record.json in.csv
	assert_failure 1
	assert_line --index 1 --partial "x,2024-01,best,mean,3,1,1,1.00,"
	assert_line --index 2 --partial "x,2024-01,rest,mean,2,3,1,3.00,"
	[[ $stderr == *"in.csv:9:3: 'date' is not a date"*"(record 8)"* ]]
	[[ $stderr == *"in.csv:11:20: 'a' is not a number, so left out (record 10)"* ]]
	[[ $stderr == *"2 of 10 records excluded: no 'u'"* ]]
	[[ $stderr == *"1 of 10 records excluded: no 'date'"* ]]
	[[ $stderr == *"1 of 10 records excluded: outside of every measure"* ]]
	[[ $stderr != *many* ]]
	run cat record.json
	assert_line --regexp '"in": 10,'
	assert_line --regexp '"used": 5,'
	assert_line --regexp '"rejected": 1,'
	assert_line --regexp '"excluded": 4,'
	assert_line --regexp '"best: used": 1,'
	assert_line --regexp '"best: missing": 1,'
	assert_line --regexp '"best: labelled": 1,'
	assert_line --regexp '"best: excluded": 7,'
	assert_line --regexp '"rest: used": 1,'
	assert_line --regexp '"rest: rejected": 1,'
	assert_line --regexp '"rest: excluded": 8'
}

@test "benchmark: suppressed groups are counted as such" {
	records few:5:4 many:5:6 >in.csv
	run benchmark --mean a -u unit_name --run-record record.json in.csv
	assert_success
	run cat record.json
	assert_line --regexp '"used": 6,'
	assert_line --regexp '"suppressed": 4,'
	assert_line --regexp '"a: suppressed": 4,'
}

@test "benchmark: only the first bad values are said one by one, values only when asked" {
	{ echo a; yes bad | head -n 1000; } >in.csv
	run --separate-stderr benchmark --mean a in.csv
	assert_failure 1
	[ "${#stderr_lines[@]}" -eq 21 ]
	[[ $stderr == *"980 more values"* ]]
	[[ $stderr != *bad* ]]
	run --separate-stderr benchmark --mean a --show-values in.csv
	[[ $stderr == *bad* ]]
}

@test "benchmark: a minimum base hides the figure, and keeps it out of the ranks" {
	echo '{ "measures": [ { "id": "m", "kind": "mean", "column": "a", "minimum_base": 30 } ] }' >base.json
	records low:5:29 high:4:30 >in.csv
	benchmark -m base.json -u unit_name -c quartile,rank in.csv >out.csv
	run columns unit,denominator,value,lower95,units,rank <out.csv
	assert_line "low,30,[u],[u],1,[u]"
	assert_line --regexp "^high,30,4.00,.*,1,1$"
}

@test "benchmark: decimals are exact, and the order of the records changes nothing" {
	{ echo u,a; for i in $(seq 1 400); do echo "u$((i % 3)),$((i * 7919 % 1000)).$((i % 10))$((i % 7))"; done; } >in.csv
	{ head -n 1 in.csv; tail -n +2 in.csv | sort -r; } >other.csv
	benchmark --mean a -u u --disclosure none in.csv >one.csv
	benchmark --mean a -u u --disclosure none other.csv >two.csv
	run cmp one.csv two.csv
	assert_success
	printf 'a\n0.1\n0.2\n0.3\n1e3\n' >in.csv
	run --separate-stderr benchmark --mean a --disclosure none in.csv
	assert_failure 1
	assert_line --partial "all,all,a,mean,4,0.6,3,0.20,"
}

@test "benchmark: units with commas, quotes and line breaks" {
	printf 'u,a\n"a, b",1\n"say ""x""",2\n"two\nlines",3\n"two\r\nlines",4\n"two lines",5\n' >in.csv
	run benchmark --mean a -u u --disclosure none in.csv
	assert_success
	[ "${#lines[@]}" -eq 4 ]
	assert_line --partial '"a, b",all,a,mean,1,'
	assert_line --partial '"say ""x""",all,a,mean,1,'
	assert_line --partial 'two lines,all,a,mean,3,12,3,4.00'
}

@test "benchmark: empty input gives nothing, header only gives the header" {
	run benchmark --mean a </dev/null
	assert_success
	assert_output ""
	printf 'a\n' >in.csv
	run benchmark --mean a in.csv
	assert_success
	assert_output "unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method"
	run benchmark --mean a -c quartile,rank,control -u a -p a in.csv
	assert_success
	assert_output --partial ",method,units,centre,q1,median,q3,quartile,rank,rank_lower,rank_upper,limit_lower95,limit_upper95,limit_lower998,limit_upper998,signal"
}

@test "benchmark: CRLF and a BOM change nothing" {
	records x:1:3 y:2:3 >in.csv
	{ printf '\357\273\277'; sed 's/$/\r/' in.csv; } >dos.csv
	benchmark --mean a -u unit_name --disclosure none in.csv >one.csv
	benchmark --mean a -u unit_name --disclosure none dos.csv >two.csv
	run cmp one.csv two.csv
	assert_success
}

@test "benchmark: broken input is exit 2 by place, and no figures of a part" {
	local broken place
	while read -r broken place; do
		# shellcheck disable=SC2059
		printf "$broken" >in.csv
		run --separate-stderr benchmark --mean a --disclosure none in.csv
		assert_failure 2
		assert_output ""
		[[ $stderr == *"in.csv:$place"* ]]
	done <<-'END'
		a,b\n1,2\n3,\0\n 3:3
		a,b\n1,2\n3,"x\n 3:3
		a,b\n1,2\n3\n 3:
		a,b\n1,2\n3,\377\n 3:3
	END
}

@test "benchmark: twice the same, in every locale" {
	records "Zoë:3:7" z:4:6 Z:2:6 "ä:1:5" >in.csv
	LC_ALL=C benchmark -m scores.json -u unit_name -c quartile,rank in.csv >one.csv
	LC_ALL=C.UTF-8 benchmark -m scores.json -u unit_name -c quartile,rank in.csv >two.csv
	run cmp one.csv two.csv
	assert_success
	run bash -c 'tail -n +2 one.csv | cut -d, -f1 | uniq | tr "\n" " "'
	assert_output "Z Zoë z ä "
}

@test "benchmark: a full disk is exit 2" {
	[ -w /dev/full ] || skip "no /dev/full here"
	records x:1:3 >in.csv
	run bash -c 'benchmark --mean a in.csv >/dev/full'
	assert_failure 2
}

@test "benchmark: a closed pipe ends it quietly" {
	for i in $(seq 1 60000); do echo "u$i"; done | sed '1i\
a' >in.csv
	run --separate-stderr closed_pipe benchmark --proportion a=u1 -u a in.csv
	assert_output 141
	[ -z "$stderr" ]
}

@test "benchmark: partitions without header lines" {
	records x:1:3 >in.csv
	head -n 1 in.csv >header.csv
	tail -n +2 in.csv >part.csv
	benchmark --mean a --disclosure none in.csv >one.csv
	benchmark --mean a --disclosure none --header header.csv part.csv >two.csv
	run cmp one.csv two.csv
	assert_success
	run benchmark --mean a --disclosure none --no-header in.csv
	assert_output "$(tail -n 1 one.csv)"
}

@test "benchmark: the feedback schema's measures are good" {
	run benchmark -m "$SCHEMAS/feedback/measures.json" --check-config
	assert_success
	run benchmark -m "$SCHEMAS/feedback-nottshc/measures.json" --check-config
	assert_success
}

@test "benchmark: the feedback schema's code for not applicable is no answer, validated or not" {
	figures() {
		map-to-role -r "$SCHEMAS/roles/rules.csv" --text comment | score -c "$SCHEMAS/feedback/scales.json" |
			benchmark -m "$SCHEMAS/feedback/measures.json" -u team --disclosure none
	}
	grep -q ',-9,' "$SAMPLES/feedback-clean.csv"
	figures <"$SAMPLES/feedback-clean.csv" >one.csv
	validate -s "$SCHEMAS/feedback/table.json" "$SAMPLES/feedback-clean.csv" | figures >two.csv
	run cmp one.csv two.csv
	assert_success
}

@test "benchmark: real feedback by directorate and month" {
	need_data feedback-nottshc/tidy_trust_data_MH.csv
	run --separate-stderr benchmark --proportion 'comment_type=best' -u directorate2 -p date:month \
		-c quartile,rank,control --run-record record.json "$SHARED_DATA/feedback-nottshc/tidy_trust_data_MH.csv"
	assert_success
	[ "${#lines[@]}" -gt 100 ]
	run cat record.json
	assert_line --regexp '"in": 44086,'
}
