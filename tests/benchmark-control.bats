#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark: control charts over the periods of a unit: limits, rules, assurance.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# A record a month with that value, from 2021-01 on.
months() { # VALUE...
	local value i=0
	echo date,a
	for value; do
		printf '%04d-%02d-15,%s\n' $((2021 + i / 12)) $((i % 12 + 1)) "$value"
		i=$((i + 1))
	done
}

# What control_chart of in.csv says in these columns.
control() { # COLUMNS [OPTION...]
	local names=$1
	shift
	benchmark --mean a -p date:month -c control --disclosure none "$@" in.csv | columns "$names"
}

@test "benchmark control: limits and every flag agree with the control-chart package" {
	need_data statistics/xmr
	local name options
	for name in commoncause shift7 two_of_three rebase; do
		options=()
		[ "$name" != rebase ] || options=(--rebase 2022-01)
		tr -d '"\r' <"$SHARED_DATA/statistics/xmr/${name}_in.csv" >in.csv
		tr -d '"\r' <"$SHARED_DATA/statistics/xmr/${name}_out.csv" >package.csv
		columns mean_col,lpl,upl <package.csv | tail -n +2 >expected.csv
		benchmark --given value --decimals 12 -p x:month -c control --rules making-data-count-2022 \
			"${options[@]}" in.csv >out.csv
		columns centre,limit_lower998,limit_upper998 <out.csv | tail -n +2 >got.csv
		assert_figures expected.csv got.csv
		columns special_cause_flag,point_type <package.csv | tail -n +2 | sed 's/special_cause_//; s/common_cause/common/' >expected.csv
		columns signal,variation <out.csv | tail -n +2 | sed 's/^,/FALSE,/; t; s/^[^,]*,/TRUE,/' >got.csv
		run diff expected.csv got.csv
		assert_success
	done
}

@test "benchmark control: a series under 13 points has no limits and says so" {
	months 1 2 3 4 5 6 7 8 9 10 11 12 >in.csv
	run bash -c 'sort -u' < <(control centre,limit_lower95,limit_upper95,limit_lower998,limit_upper998,signal,variation,assurance)
	assert_line --index 0 "[z],[z],[z],[z],[z],too_few,[z],[z]"
	assert_equal "${#lines[@]}" 2
	months 1 2 3 4 5 6 7 8 9 10 11 12 13 >in.csv
	run control period,centre,limit_lower998,limit_upper998,signal
	assert_line --index 1 "2021-01,7.00,4.34,9.66,outside trend two_of_three"
	assert_line --index 7 "2021-07,7.00,4.34,9.66,trend"
	assert_line --index 13 "2022-01,7.00,4.34,9.66,outside trend two_of_three"
}

@test "benchmark control: a constant series is no signal by any rules" {
	months 0.3 0.3 0.3 0.3 0.3 0.3 0.3 0.3 0.3 0.3 0.3 0.3 0.3 0.3 0.3 0.3 >in.csv
	local rules
	for rules in making-data-count making-data-count-2022 western-electric nelson anhoej; do
		run bash -c 'sort -u' < <(control limit_lower998,limit_upper998,signal,variation --rules "$rules" --screen)
		assert_line --index 0 "0.30,0.30,,common"
		assert_equal "${#lines[@]}" 2
	done
}

@test "benchmark control: a figure that does not show is passed over and has the lines" {
	months 5 6 5 6 5 6 7 -9 7 7 7 7 7 7 5 6 5 6 >in.csv
	run control period,value,signal,variation --missing -9
	assert_line "2021-08,[z],,[z]"
	assert_line "2021-07,7.00,shift,improvement"
	assert_line "2022-02,7.00,shift,improvement"
	run control period,centre,limit_upper998 --missing -9
	assert_line "2021-08,6.12,7.95"
}

@test "benchmark control: limits come from the published values" {
	# 5 to 6 of 7 answers: whole percentages 71 and 86
	{
		echo date,a
		for month in 01 02 03 04 05 06 07 08 09 10 11 12; do
			for year in 2021 2022; do
				for i in 1 2 3 4 5 6 7; do
					echo "$year-$month-01,$((i <= 5 + (10#$month + year) % 2))"
				done
			done
		done
	} >in.csv
	benchmark --proportion a=1 -p date:month -c control in.csv >out.csv
	run bash -c 'tail -n +2 out.csv | cut -d, -f8 | sort -u | tr "\n" " "'
	assert_output "71 86 "
	run columns centre,signal <out.csv
	assert_line --index 1 --regexp '^78\.5,'
	# each month is published as 5 of 5, from which its share cannot be, so that goes alone
	benchmark --proportion a=1 -p date:month -c control --chart p in.csv >out.csv
	run columns denominator,centre,limit_lower998,limit_upper998 <out.csv
	assert_line --index 1 "5,78.5,23.4,100.0"
}

@test "benchmark control: periods of several lengths make no chart" {
	printf 'date,a\n2021-01,1\n2021,2\n' >in.csv
	run benchmark --mean a -p date -c control in.csv
	assert_failure 2
	assert_output --partial "several lengths"
	run benchmark --mean a -p date --disclosure none in.csv
	assert_success
}

@test "benchmark control: two of three needs all three on one side of the mean" {
	# the first year sets two sigma at 53.55
	months 49 51 49 51 49 51 49 51 49 51 49 51 54 49 54 49 49 54 51 54 49 >in.csv
	run control period,signal --baseline 12
	assert_line "2022-01,"
	assert_line "2022-03,"
	assert_line "2022-06,two_of_three"
	assert_line "2022-07,"
	assert_line "2022-08,two_of_three"
	run control period,signal --baseline 12 --rules western-electric
	assert_line "2022-01,two_of_three"
	assert_line "2022-02,"
	assert_line "2022-03,two_of_three"
}

@test "benchmark control: dialects and lengths of the rules" {
	# six above, then a trend of six points
	months 5 4 5 4 5 4 6 6 6 6 6 6 1 2 3 4 5 6 2 6 2 6 2 >in.csv
	run control signal
	refute_line --partial shift
	refute_line --partial trend
	run bash -c 'grep -c shift' < <(control signal --shift 6)
	assert_output 6
	run bash -c 'grep -c trend' < <(control signal --trend 6)
	assert_output 6
	run bash -c 'grep -c trend' < <(control signal --rules nelson)
	assert_output 6
	run bash -c 'sort -u' < <(control method --rules nelson --shift 6 --two-of-three between --screen)
	assert_line --index 1 "student_t xmr_screened nelson_shift6_between"
	run bash -c 'sort -u' < <(control method)
	assert_line --index 1 "student_t xmr"
}

@test "benchmark control: every rule that fired is listed" {
	months 1 1 1 1 1 1 1 1 9 9 9 9 9 9 9 9 >in.csv
	run control period,signal --rules nelson
	assert_line "2021-01,outside two_of_three four_of_five beyond_one_sigma"
	run control period,signal,variation --rules anhoej
	assert_line "2021-01,outside long_run few_crossings,concern"
	assert_line "2022-04,outside long_run few_crossings,improvement"
	run control period,signal
	assert_line "2021-01,outside shift two_of_three"
}

@test "benchmark control: a run chart has the median and no limits" {
	months 1 3 2 6 4 5 7 13 12 9 8 11 10 >in.csv
	run control centre,limit_lower95,limit_upper998,signal,method --chart run
	assert_line --index 1 "7.00,[z],[z],,student_t run_chart"
	run control centre,limit_lower95,signal,variation --chart run --rules anhoej
	assert_line --index 1 "7.00,[z],few_crossings,special"
}

# 14 months of a numerator and a denominator.
counts() {
	local pair i=0
	echo date,n,x
	for pair in 212:31 187:22 240:41 205:29 198:35 260:30 221:38 175:27 233:33 249:52 190:18 207:36 228:31 215:40; do
		printf '%d-%02d,%s,%s\n' $((2022 + i / 12)) $((i % 12 + 1)) "${pair%:*}" "${pair#*:}"
		i=$((i + 1))
	done
}

@test "benchmark control: charts of shares and of rates follow each month's size" {
	cat >kinds.json <<-'END'
		{ "measures": [
		    { "id": "share", "kind": "proportion", "numerator": "x", "denominator": "n", "decimals": 12 },
		    { "id": "rate", "kind": "rate", "numerator": "x", "denominator": "n", "multiplier": 1000, "decimals": 12 },
		    { "id": "mean", "kind": "mean", "column": "x" } ] }
	END
	counts >in.csv
	# 2022-01 and 2022-10, by the formulas in another language
	cat >expected.csv <<-'END'
		p,15.331125827814571,7.907736455238,10.382199579430,20.280052076199,22.754515200391
		p,15.331125827814571,8.481442437981,10.764670234592,19.897581421037,22.180809217648
		u,153.31125827814571,72.636003003093,99.527754761444,207.094761794847,233.986513553198
		u,153.31125827814571,78.870874203789,103.684335561908,202.938180994384,227.751642352503
		p-prime,15.331125827814571,1.965986676291,6.421033060132,24.241218595497,28.696264979339
		p-prime,15.331125827814571,2.998892254402,7.109636778873,23.552614876757,27.663359401228
		u-prime,153.31125827814571,19.659866762906,64.210330601319,242.412185954972,286.962649793385
		u-prime,153.31125827814571,29.988922544015,71.096367788725,235.526148767566,276.633594012276
	END
	local chart
	for chart in p u p-prime u-prime; do
		benchmark -m kinds.json -p date -c control --chart "$chart" --disclosure none in.csv >"$chart.csv"
		columns period,method,centre,limit_lower998,limit_lower95,limit_upper95,limit_upper998 <"$chart.csv" |
			awk -F, -v name="$chart" '$1 ~ /^2022-(01|10)$/ && $2 ~ /_chart$/ { $1 = name; print $1 "," $3 "," $4 "," $5 "," $6 "," $7 }'
	done >got.csv
	assert_figures expected.csv got.csv
	# what is neither stays on its XmR chart, and says so
	run columns measure,method <p.csv
	assert_line --index 1 "share,wilson p_chart"
	assert_line --index 2 "rate,byar xmr"
	assert_line --index 3 "mean,student_t xmr"
	run columns measure,method <u-prime.csv
	assert_line --index 1 "share,wilson xmr"
	assert_line --index 2 "rate,byar u_prime_chart"
}

@test "benchmark control: given figures have the chart of their counts" {
	cat >given.json <<-'END'
		{ "measures": [
		    { "id": "percentage", "kind": "given", "column": "v", "numerator": "x", "denominator": "n", "decimals": 6 },
		    { "id": "share", "kind": "given", "column": "w", "numerator": "x", "denominator": "n", "decimals": 6 },
		    { "id": "another", "kind": "given", "column": "n", "numerator": "x", "denominator": "n" },
		    { "id": "alone", "kind": "given", "column": "v" } ] }
	END
	counts | awk -F, 'NR == 1 { print $0 ",v,w"; next } { printf "%s,%.1f,%.3f\n", $0, 100 * $3 / $2, $3 / $2 }' >in.csv
	benchmark -m given.json -p date -c control --chart p in.csv >out.csv
	run columns period,measure,method,centre,limit_lower998,limit_upper998 <out.csv
	assert_line --index 1 "2022-01,percentage,given p_chart,15.331126,7.907736,22.754515"
	assert_line --index 2 "2022-01,share,given p_chart,0.153311,0.079077,0.227545"
	assert_line --index 3 --partial "2022-01,another,given xmr,"
	assert_line --index 4 --partial "2022-01,alone,given xmr,"
	benchmark -m given.json -p date -c control --chart u-prime in.csv >out.csv
	run columns period,measure,method,centre <out.csv
	assert_line --index 1 "2022-01,percentage,given u_prime_chart,15.331126"
}

@test "benchmark control: a chart that suits no figure at all is said" {
	months 1 2 1 2 1 2 1 2 1 2 1 2 1 2 >in.csv
	run --separate-stderr control method --chart p
	assert_success
	assert_line --index 1 "student_t xmr"
	[[ $stderr == *"--chart p: no figure is a proportion"* ]]
}

@test "benchmark control: limits of shares end at 0 and 100" {
	{
		echo date,n,x
		for i in 01 02 03 04 05 06 07 08 09 10 11 12; do
			echo "2022-$i,10,$((10#$i % 2))"
			echo "2023-$i,10,$((10 - 10#$i % 2))"
		done
	} >in.csv
	benchmark --proportion x/n -p date -c control --chart p --disclosure none --rebase 2023-01 in.csv >out.csv
	run columns period,centre,limit_lower998,limit_upper998 <out.csv
	assert_line "2022-01,5.0,0.0,25.7"
	assert_line "2023-01,95.0,74.3,100.0"
}

@test "benchmark control: a baseline of points, or until a period" {
	months 5 7 5 7 5 7 5 7 5 7 5 7 20 20 20 20 20 20 20 >in.csv
	run control period,centre,limit_upper998,signal --baseline 12
	assert_line --index 1 "2021-01,6.00,11.32,"
	assert_line "2022-07,6.00,11.32,outside shift two_of_three"
	local by_count=$output
	run control period,centre,limit_upper998,signal --baseline 2021-12
	assert_output "$by_count"
	run control period,centre,limit_upper998,signal --baseline 2021
	assert_output "$by_count"
	run control period,centre,signal --baseline 2021-11
	assert_line --index 1 "2021-01,[z],too_few"
}

@test "benchmark control: a rebase ends a shift, and each part has its own limits" {
	months 5 7 5 7 5 7 5 7 5 7 5 7 8 8 8 8 9 8 10 8 10 8 10 8 10 >in.csv
	run control period,centre --rebase 2022-01
	assert_line --index 12 "2021-12,6.00"
	assert_line --index 13 "2022-01,8.69"
	# of seven above the mean three are before the rebase
	months 5 6 5 6 5 6 5 6 5 7 7 7 7 7 7 7 5 6 5 6 5 6 5 6 5 >in.csv
	run control period,signal
	assert_line "2022-04,shift"
	run control period,signal --rebase 2022-01
	refute_line --partial shift
	refute_line --partial too_few
	# a part that is too short has no limits
	run control period,centre,signal --rebase 2022-06
	assert_line "2022-05,6.06,"
	assert_line "2022-06,[z],too_few"
}

@test "benchmark control: a rebase of one unit leaves the others alone" {
	{
		echo u,date,a
		for u in A=1 B; do
			months 5 7 5 7 5 7 5 7 5 7 5 7 8 10 8 10 8 10 8 10 8 10 8 10 | tail -n +2 | sed "s/^/$u,/"
		done
	} >in.csv
	run --separate-stderr control unit,period,centre -u u --rebase A=1=2022-01
	assert_line "A=1,2021-12,6.00"
	assert_line "A=1,2022-01,9.00"
	assert_line "B,2021-12,7.50"
	assert_equal "$stderr" ""
	run --separate-stderr control unit,period,centre -u u --rebase C=2022-01
	assert_line "B,2021-12,7.50"
	[[ $stderr == *"--rebase: no unit 'C'"* ]]
}

@test "benchmark control: screening leaves outlying moving ranges out, once" {
	# ranges of 1 but for 20 and 19
	months 5 6 5 6 5 6 5 25 6 5 6 5 6 5 6 >in.csv
	run control centre,limit_upper998
	assert_line --index 1 "6.80,16.49"
	run control centre,limit_upper998 --screen
	assert_line --index 1 "6.80,9.46"
}

@test "benchmark control: variation and assurance go by what is good" {
	cat >polar.json <<-'END'
		{ "measures": [
		    { "id": "up", "kind": "mean", "column": "a", "target": 2 },
		    { "id": "down", "kind": "mean", "column": "a", "polarity": "lower", "target": 2 },
		    { "id": "neither", "kind": "mean", "column": "a", "polarity": "neutral", "target": 2 },
		    { "id": "within", "kind": "mean", "column": "a", "target": 6 },
		    { "id": "far", "kind": "mean", "column": "a", "target": 50 },
		    { "id": "none", "kind": "mean", "column": "a" } ] }
	END
	months 5 6 5 6 5 6 5 6 12 5 6 5 6 5 >in.csv
	benchmark -m polar.json -p date:month -c control --screen --disclosure none in.csv >out.csv
	run bash -c 'grep "^2021-09"' < <(columns period,measure,signal,variation,assurance <out.csv)
	assert_line --index 0 "2021-09,up,outside,improvement,pass"
	assert_line --index 1 "2021-09,down,outside,concern,fail"
	assert_line --index 2 "2021-09,neither,outside,neutral_high,"
	assert_line --index 3 "2021-09,within,outside,improvement,hit_or_miss"
	assert_line --index 4 "2021-09,far,outside,improvement,fail"
	assert_line --index 5 "2021-09,none,outside,improvement,"
}

@test "benchmark control: a trend that rises below the mean is an improvement" {
	months 0 20 0 20 0 20 0 20 0 20 0 20 1 2 3 4 5 6 7 >in.csv
	run control period,signal,variation --baseline 12
	assert_line "2022-01,shift trend,improvement"
	assert_line "2022-07,shift trend,improvement"
	# without a rule of trends these are a shift to the bad
	run control period,signal,variation --baseline 12 --rules western-electric --shift 7
	assert_line "2022-07,shift,concern"
}

# A figure of three months for every month, and one of each month.
rolling() {
	local i first last
	echo from,to,u,a
	for ((i = 0; i < 16; i++)); do
		first=$((2022 + i / 12))-$(printf %02d $((i % 12 + 1)))
		last=$((2022 + (i + 2) / 12))-$(printf %02d $(((i + 2) % 12 + 1)))
		echo "$first-01,$last,A,$((10 + i % 5))"
		echo "$first-01,$first,A,$((3 + i % 2))"
		[ $((i % 3)) != 0 ] || echo "$first-01,$last,B,$((7 + i % 2))"
	done
}

@test "benchmark control: periods that overlap have no limits, and say so" {
	rolling >in.csv
	benchmark --mean a -u u -p from --period-end to -c control --disclosure none in.csv >out.csv
	run columns unit,period,value,centre,signal,variation <out.csv
	assert_line "A,2022-02/2022-04,11.00,[z],overlap,[z]"
	# one month and three months of a unit are two series
	assert_line "A,2022-02,4.00,3.50,,common"
	# quarters that follow each other do not overlap; here they are too few
	assert_line "B,2022-04/2022-06,8.00,[z],too_few,[z]"
	assert_line --index 1 "A,2022-01,3.00,3.50,,common"
	assert_line --index 2 "A,2022-01/2022-03,10.00,[z],overlap,[z]"
	benchmark --mean a -u u -p from --period-end to --disclosure none in.csv | columns period | sort -u >periods
	assert_equal "$(wc -l <periods)" 33
}

@test "benchmark control: the national waiting times of three months, anew every month, overlap" {
	need_data mhsds-4ww
	awk 'NR == 1 || FNR > 1' "$SHARED_DATA"/mhsds-4ww/*.csv | tr -d '\r' |
		sed -E 's#^(..)/(..)/(....),(..)/(..)/(....)#\3-\2-\1,\6-\5-\4#' >in.csv
	benchmark --given MEASURE_VALUE --measure-column MEASURE_ID -u PRIMARY_LEVEL -b BREAKDOWN \
		-b SECONDARY_LEVEL -p REPORTING_PERIOD_START --period-end REPORTING_PERIOD_END -c control in.csv |
		grep '^England,[^,]*,England,NONE,' >out.csv
	run bash -c 'cut -d, -f2,21 out.csv | sort -u'
	assert_output "$(printf '%s\n' 2024-02/2024-04,overlap 2024-03/2024-05,overlap 2024-04,too_few 2024-04/2024-06,overlap \
		2024-05,too_few 2024-05/2024-07,overlap 2024-06,too_few 2024-07,too_few)"
}

@test "benchmark control: plot draws periods that overlap" {
	rolling >in.csv
	benchmark --mean a -u u -p from --period-end to -c control --disclosure none in.csv >out.csv
	# figures of one month and of three are no one series
	run plot --type control -f txt out.csv
	assert_failure 2
	assert_output --partial "periods of different lengths, such as Jan 2022 and Jan to Mar 2022"
	grep -E '^unit|/' out.csv >windows.csv
	run plot --type control -f txt windows.csv
	assert_success
	assert_output --partial "overlap"
	refute_output --partial "signal a change"
}

@test "benchmark control: the ends of periods" {
	printf 'from,to,a\n2024-02-05,2024-02-11,1\n2024-02-01,2024-02-29,2\n2024-04,2024-06,3\n2023-04-01,2024-03-31,4\n2024-02-05,2024-02-05,5\n2023-12,2024,6\n' >in.csv
	run bash -c 'benchmark --mean a -p from --period-end to --disclosure none in.csv | tail -n +2 | cut -d, -f2,8'
	assert_success
	assert_output "2023-04/2024-03,4.00
2023-12/2024-12,6.00
2024-02,2.00
2024-02-05,5.00
2024-02-05/2024-02-11,1.00
2024-04/2024-06,3.00"
}

@test "benchmark control: an end that is none, or before its first day, is said by its place" {
	printf 'from,to,a\n2024-02-05,2024-02-04,1\n2024-02,soon,2\n2024-02,,3\n2024-02,2024-02,4\n' >in.csv
	run --separate-stderr benchmark --mean a -p from --period-end to --disclosure none in.csv
	assert_failure 1
	assert_equal "${#lines[@]}" 2
	[[ $stderr == *"in.csv:2:12: 'to' is not a date or period, or before the one of its first day"* ]]
	[[ $stderr == *"in.csv:3:"* ]]
	[[ $stderr == *"1 of 4 records excluded: no 'from' or no 'to'"* ]]
}

@test "benchmark control: what cannot be asked for is exit 2 and says why" {
	local line
	while IFS='|' read -r line expected; do
		# shellcheck disable=SC2086
		run benchmark --mean a $line </dev/null
		assert_failure 2
		assert_output --partial "$expected"
	done <<-'END'
		-c control|--compare control needs --period
		-p d --chart p|--chart needs --compare control
		-p d --screen|--screen needs --compare control
		-p d --rebase 2024|--rebase needs --compare control
		-p d -c control --chart c|--chart takes one of xmr, p, u, p-prime, u-prime, run
		-p d -c control --rules six|--rules takes one of making-data-count, making-data-count-2022, western-electric, nelson, anhoej
		-p d -c control --shift 4|--shift takes a number of points from 5 to 15
		-p d -c control --trend 7x|--trend takes a number of points from 5 to 15
		-p d -c control --two-of-three all|--two-of-three takes one of beyond, between
		-p d -c control --baseline 11|--baseline '11': give the number of points, from 12 on, or the last period
		-p d -c control --baseline soon|--baseline 'soon'
		-p d -c control --rebase 2024-13|--rebase '2024-13': give the first period of the new limits
		-p d -c control --rebase =2024|--rebase '=2024'
		--period-end e|--period-end needs --period
		-p d:month --period-end e|--period-end 'e': both ends stay as they stand
	END
}
