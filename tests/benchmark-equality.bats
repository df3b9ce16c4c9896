#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark: groups against a group of reference, a period against the one before, units that
# merged, and the total of all units.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# A header and, for each GROUP:YES:ALL, so many records, the first of which say 1.
shares() {
	local entry
	echo "g,d"
	for entry; do
		awk -v entry="$entry" 'BEGIN {
			split(entry, part, ":")
			for (i = 1; i <= part[3]; i++)
				print part[1] "," (i <= part[2])
		}'
	done
}

setup_filter() {
	cat >exact.json <<-'END'
		{ "measures": [ { "id": "d", "kind": "proportion", "column": "d", "values": ["1"], "decimals": 12 } ] }
	END
	cat >mean.json <<-'END'
		{ "measures": [ { "id": "v", "kind": "mean", "column": "v", "decimals": 12 } ] }
	END
	cat >rate.json <<-'END'
		{ "measures": [ { "id": "r", "kind": "rate", "numerator": "a", "denominator": "n", "multiplier": 1, "decimals": 12 } ] }
	END
	RATIO=ratio,ratio_lower95,ratio_upper95,ratio_lower998,ratio_upper998
	DIFFERENCE=difference,difference_lower95,difference_upper95,difference_lower998,difference_upper998
	CHANGE=previous,change,change_lower95,change_upper95,change_lower998,change_upper998
}

# The numbers of a line are those, to one in 10^9; words are the same.
assert_numbers() { # LINE EXPECTED
	run awk -F, -v line="$1" '{
		n = split(line, got, ",")
		if (n != NF) { print NF " fields expected: " line; exit }
		for (i = 1; i <= NF; i++) {
			difference = got[i] - $i; size = $i < 0 ? -$i : $i; if (size < 1) size = 1
			if ($i !~ /^-?[0-9.e-]+$/ ? got[i] != $i : got[i] !~ /^-?[0-9.]+$/ || difference > 1e-9 * size || -difference > 1e-9 * size)
				print i ": " $i " expected, not " got[i]
		} }' <<<"$2"
	assert_output ""
}

# --- ratio ---------------------------------------------------------------------

@test "ratio: risk ratios and their limits are those of R" {
	need_data statistics/base/ratio_log_wald_out.csv
	tr -d '"\r' <"$SHARED_DATA/statistics/base/ratio_log_wald_out.csv" >cases
	awk -F, '
		NR == 1 { print "set,g,d"; next }
		{
			for (i = 1; i <= $2; i++) print NR "," "x," (i <= $1)
			for (i = 1; i <= $4; i++) print NR "," "ref," (i <= $3)
		}' cases >records.csv
	benchmark -m exact.json -u set -b g -c ratio --reference ref --disclosure none records.csv |
		columns "g,ratio,ratio_lower95,ratio_upper95" | grep '^x,' >got
	local n=0 line expected
	# limits of a count of 0 are exact, see below
	while IFS= read -r expected <&8 && read -r line <&9; do
		[[ $expected != *, ]] || continue
		assert_numbers "$line" "$expected"
		n=$((n + 1))
	done 8< <(awk -F, 'NR > 1 { print "x," $5 "," $6 "," $7 }' cases) 9<got
	[ "$n" -ge 4 ]
}

@test "ratio: where a group has none, limits are exact and the method says so" {
	shares x:0:30 ref:12:400 | benchmark -m exact.json -b g -c ratio --reference ref --disclosure none |
		columns "g,method,$RATIO" >got
	# P(0 of 12 events | both) = (400 / (400 + 30 ratio)) ^ 12
	assert_numbers "$(sed -n 3p got)" "x,wilson ratio_exact newcombe,0,0,4.798584230502723,0,10.37705880051897"
	shares x:12:400 ref:0:30 | benchmark -m exact.json -b g -c ratio --reference ref --disclosure none |
		columns "g,method,$RATIO" >got
	assert_numbers "$(sed -n 3p got)" "x,wilson ratio_exact newcombe,[z],0.2083947997918618,[z],0.09636641935092329,[z]"
	# nobody anywhere: nothing can be said of the ratio
	shares x:0:40 ref:0:30 | benchmark -m exact.json -b g -c ratio --reference ref --disclosure none |
		columns "g,method,$RATIO" >got
	assert_numbers "$(sed -n 3p got)" "x,wilson newcombe,[z],[z],[z],[z],[z]"
}

@test "ratio: differences of proportions are those of Newcombe's table" {
	# Newcombe 1998, table II, method 10
	local case a n b m lower upper
	for case in 56:70:48:80:0.0524:0.3339 9:10:3:10:0.1705:0.8090 6:7:2:7:0.0582:0.8062 \
		5:56:0:29:-0.0381:0.1926 10:10:0:20:0.6791:1.0000 10:10:0:10:0.6075:1.0000; do
		IFS=: read -r a n b m lower upper <<<"$case"
		shares "x:$a:$n" "ref:$b:$m" | benchmark -m exact.json -b g -c ratio --reference ref --disclosure none |
			columns g,difference_lower95,difference_upper95 | grep '^x,' >got
		run awk -F, -v lower="$lower" -v upper="$upper" '{ printf "%.4f %.4f", $2 / 100 - lower, $3 / 100 - upper }' got
		[[ $output =~ ^-?0.0000\ -?0.0000$ ]]
	done
}

@test "ratio: means by the delta method, their difference by its standard error" {
	printf '%s\n' g,v x,12 x,14 x,16 x,18 ref,8 ref,10 ref,12 |
		benchmark -m mean.json -b g -c ratio --reference ref --disclosure none |
		columns "g,method,reference,$RATIO,$DIFFERENCE" >got
	assert_numbers "$(sed -n 3p got)" "x,student_t ratio_delta normal,10,1.5,1.1311083960070212,1.9891992738652022,0.9611938156835075,2.3408390308878744,5,1.6052427977714854,8.394757202228515,-0.3524393614733956,10.352439361473396"
	assert_numbers "$(sed -n 2p got)" "ref,student_t,10,1,[z],[z],[z],[z],0,[z],[z],[z],[z]"
}

@test "ratio: rate ratios and their limits are those of R" {
	need_data statistics/base/ratio_log_wald_out.csv
	tr -d '"\r' <"$SHARED_DATA/statistics/base/ratio_log_wald_out.csv" >cases
	awk -F, 'NR == 1 { print "set,g,a,n"; next } { print NR ",x," $1 "," $2; print NR ",ref," $3 "," $4 }' cases >records.csv
	benchmark -m rate.json -u set -b g -c ratio --reference ref --disclosure none records.csv |
		columns "g,ratio,ratio_lower95,ratio_upper95" | grep '^x,' >got
	local n=0 line expected
	while IFS= read -r expected <&8 && read -r line <&9; do
		[[ $expected != *, ]] || continue
		assert_numbers "$line" "$expected"
		n=$((n + 1))
	done 8< <(awk -F, 'NR > 1 { print "x," $5 "," $8 "," $9 }' cases) 9<got
	[ "$n" -ge 4 ]
}

@test "ratio: rates of many events differ by normal limits, of few by both rates' own" {
	printf '%s\n' g,a,n x,30,200 ref,300,4000 |
		benchmark -m rate.json -b g -c ratio --reference ref --disclosure none | columns "g,method,$DIFFERENCE" >got
	assert_numbers "$(sed -n 3p got)" "x,byar ratio_log normal,0.075,0.02065736969552718,0.12934263030447282,-0.010680835512099737,0.16068083551209972"
	# of 0 events exact limits, of 12 Byar's
	printf '%s\n' g,a,n x,0,30 ref,12,400 |
		benchmark -m rate.json -b g -c ratio --reference ref --disclosure none | columns "g,method,$DIFFERENCE" >got
	assert_numbers "$(sed -n 3p got)" "x,poisson_exact ratio_exact joined_byar,-0.03,-0.052407145134041745,0.09381653249268103,-0.067702398380101,0.2011253848166059"
}

@test "ratio: a ratio over 0, or of numbers under 0, says nothing; their difference does" {
	printf '%s\n' g,v x,2 x,3 ref,0 ref,0 n,-1 n,-3 |
		benchmark --mean v -b g -c ratio --reference ref --disclosure none | columns g,ratio,difference >got
	run cat got
	assert_line "x,[z],2.50"
	assert_line "n,[z],-2.00"
	printf '%s\n' g,v x,-2 x,-3 ref,1 ref,2 |
		benchmark --mean v -b g -c ratio --reference ref --disclosure none | columns g,ratio,ratio_lower95 >got
	run cat got
	assert_line "x,[z],[z]"
}

@test "ratio: under a rule that rounds all comes from the published counts" {
	shares x:33:47 ref:12:61 | benchmark --proportion d=1 -b g -c ratio --reference ref |
		columns "g,numerator,denominator,value,reference,$RATIO,$DIFFERENCE" >got
	# 35 of 45 against 10 of 60
	run sed -n 3p got
	assert_output "x,35,45,70,20,4.6667,2.5948,8.3930,1.8497,11.7738,61.1,43.0,73.3,31.3,77.7"
	# other counts that are published alike give the same bytes
	shares x:37:43 ref:8:58 | benchmark --proportion d=1 -b g -c ratio --reference ref |
		columns "g,numerator,denominator,$RATIO,$DIFFERENCE" | sed -n 3p >other
	cut -d, -f1-3,6- got | sed -n 3p | diff - other
}

@test "ratio: the reference is sought in each unit, period and other column" {
	awk 'BEGIN {
		print "u,p,s,g,d"
		for (i = 0; i < 400; i++)
			print (i % 2 ? "one" : "two") ",202" int(i / 2) % 2 "," (int(i / 4) % 2 ? "f" : "m") "," (int(i / 8) % 2 ? "ref" : "x") "," (i % 7 < 3)
	}' >records.csv
	benchmark --proportion d=1 -u u -p p -b s -b g -c ratio --reference ref --disclosure none records.csv |
		columns unit,period,s,g,value,reference >got
	assert_equal "$(wc -l <got)" 17
	# the reference of each line is the value of the line with ref
	run awk -F, 'NR == 1 { next } { key = $1 $2 $3; if ($4 == "ref") value[key] = $5; of[key] = of[key] " " $6 }
		END { for (key in of) { n = split(of[key], all, " "); for (i = 1; i <= n; i++) if (all[i] != value[key]) print key } }' got
	assert_output ""
}

@test "ratio: no reference, or one that does not show, is [z] and one message" {
	{
		shares x:30:50 ref:20:50 | sed 's/^/one,/; 1s/^one/u/'
		shares x:30:50 ref:2:50 | sed '1d; s/^/two,/'
		shares x:30:50 | sed '1d; s/^/three,/'
		shares x:1:3 | sed '1d; s/^/four,/'
	} >records.csv
	run --separate-stderr benchmark --proportion d=1 -u u -b g -c ratio --reference ref records.csv
	assert_success
	assert_equal "$stderr" "benchmark: warning: --reference 'ref': 2 of 3 sets of groups have no such group whose figure shows: their ratios are [z]"
	columns unit,g,value,reference,ratio,ratio_lower95,difference <<<"$output" >got
	run cat got
	assert_line --regexp '^one,x,60,40,1.5000,'
	assert_line "two,x,60,[z],[z],[z],[z]"
	assert_line "two,ref,*,*,*,*,*"
	assert_line "three,x,60,[z],[z],[z],[z]"
	assert_line "four,x,*,*,*,*,*"
	run --separate-stderr benchmark --proportion d=1 -u u -b g -c ratio --reference other records.csv
	assert_equal "$stderr" "benchmark: warning: --reference 'other': 3 of 3 sets of groups have no such group whose figure shows: their ratios are [z]; is it written as in the data?"
}

@test "ratio: an empty value can be the reference" {
	shares :10:40 x:20:40 | benchmark --proportion d=1 -b g -c ratio --reference '' --disclosure none |
		columns g,reference,ratio >got
	run cat got
	assert_line "x,25.0,2.0000"
}

# Published rates by ethnic group: unit, what, group, crude, standardised, lower, upper. The
# data gives half the width of the standardised rate's interval.
published_rates() {
	echo unit,what,group,crude,standardised,lower,upper
	columns_of "$SHARED_DATA/mha-detentions/mha_annual_suppressed_2023_24.csv" OrgID Measure measureSubcategory \
		Demographic DemographicBreakdown CrudeRate StdRate Confidence_interval |
		awk -F '\t' -v OFS=, '$4 == "Ethnicity" && $5 != "All" {
			gsub(/,/, "", $2); gsub(/,/, "", $3); gsub(/,/, "", $5)
			print $1, $2 ": " $3, $5, $6, $7, $8 == "" ? "" : $7 - $8, $8 == "" ? "" : $7 + $8
		}'
}

@test "ratio: published rates of detentions by ethnic group, crude and standardised" {
	need_data mha-detentions/mha_annual_suppressed_2023_24.csv
	cat >given.json <<-'END'
		{ "measures": [
		  { "id": "crude", "kind": "given", "column": "crude", "decimals": 1 },
		  { "id": "standardised", "kind": "given", "column": "standardised", "lower": "lower", "upper": "upper",
		    "decimals": 1 } ] }
	END
	published_rates >rates.csv
	benchmark -m given.json -u unit -b what -b group -c ratio --reference White --disclosure none rates.csv \
		2>messages >got
	# each ratio is that of the two figures as they stand in the data
	columns unit,what,group,measure,reference,ratio <got | tail -n +2 >ratios
	run awk -F, '
		FNR == NR {
			if (FNR > 1) {
				rate[$1 "," $2 "," $3 ",crude"] = $4
				rate[$1 "," $2 "," $3 ",standardised"] = $5
			}
			next
		}
		{
			own = rate[$1 "," $2 "," $3 "," $4]
			white = rate[$1 "," $2 ",White," $4]
			if (own == "" || white == "" || white == 0) {
				if ($6 ~ /^[0-9]/)
					print "no rates, but a ratio: " $0
				next
			}
			difference = $6 - own / white
			if ($6 !~ /^[0-9]/ || difference > .000051 || difference < -.000051)
				print
			n++
		}
		END { print (n > 500 ? "many" : n) }' rates.csv ratios
	assert_output many
	# African against White: 172.6 -/+ 8.4 and 68.4 -/+ 0.7
	columns "what,group,unit,measure,method,$RATIO,$DIFFERENCE" <got |
		grep '^All detentions: All,African,All prov,standardised,' >african
	run cut -d, -f5- african
	assert_output "given ratio_delta normal,2.5234,2.4010,2.6521,2.3331,2.7292,104.2,95.8,112.6,90.9,117.5"
	# crude rates have no limits, so their ratios have none
	run awk -F, '$4 == "crude" && $7 ~ /^[0-9]/' <(columns "unit,what,group,measure,$RATIO" <got)
	assert_output ""
}

@test "ratio: what does not go together is exit 2" {
	shares x:1:2 >records.csv
	run benchmark --proportion d=1 -c ratio --reference x records.csv
	assert_failure 2
	assert_output "benchmark: --compare ratio needs --by COLUMN"
	run benchmark --proportion d=1 -b g -c ratio records.csv
	assert_failure 2
	assert_output --partial "--compare ratio needs --reference VALUE"
	run benchmark --proportion d=1 -b g --reference x records.csv
	assert_failure 2
	assert_output "benchmark: --reference needs --compare ratio"
	run benchmark --proportion d=1 -b ratio -c ratio --reference x records.csv
	assert_failure 2
	assert_output --partial "has the name of an output column"
}

# --- change --------------------------------------------------------------------

@test "change: of a proportion Newcombe's limits, of a mean normal ones" {
	{
		shares 2024-11:48:80 2024-12:56:70 | sed '1s/g,d/p,d/'
	} >records.csv
	benchmark -m exact.json -p p -c change --disclosure none records.csv | columns "period,method,$CHANGE" >got
	run sed -n 2p got
	assert_output "2024-11,wilson,[z],[z],[z],[z],[z],[z]"
	run sed -n 3p got
	assert_output --regexp '^2024-12,wilson change_newcombe,60.000000000000,20.000000000000,5.2431472402[0-9]*,33.387265403[0-9]*,'
	printf '%s\n' p,v 2024,8 2024,10 2024,12 2025,12 2025,14 2025,16 2025,18 |
		benchmark -m mean.json -p p -c change --disclosure none | columns "period,method,$CHANGE" >got
	assert_numbers "$(sed -n 3p got)" "2025,student_t change_normal,10,5,1.6052427977714854,8.394757202228515,-0.3524393614733956,10.352439361473396"
}

@test "change: periods are next to each other in the calendar, and a gap is not bridged" {
	local length dates
	while read -r length dates; do
		# shellcheck disable=SC2086 # dates
		printf '%s,5\n' $dates $dates | sed '1i p,v' |
			benchmark --mean v -p "p:$length" -c change --disclosure none | columns period,previous >got
		# the second follows the first, the third leaves one out
		run cut -d, -f2 got
		assert_equal "${lines[*]}" "previous [z] 5.00 [z]"
	done <<-END
		day 2024-02-28 2024-02-29 2024-03-02
		month 2024-12-31 2025-01-01 2025-03-01
		quarter 2024-12-31 2025-01-01 2025-07-01
		year 2024-12-31 2025-01-01 2027-01-01
		fquarter 2025-03-31 2025-04-01 2025-10-01
		fyear 2025-03-31 2025-04-01 2027-04-01
	END
}

@test "change: a period that is held back is no period before, and each unit and group has its own" {
	{
		echo u,p,g,d
		for period in 2022 2023 2024 2025; do
			shares "a:$((period == 2023 ? 2 : 20)):40" "b:10:40" | sed "1d; s/^/one,$period,/"
		done
		shares a:20:40 | sed '1d; s/^/two,2025,/'
	} >records.csv
	benchmark --proportion d=1 -u u -p p -b g -c change records.csv | columns unit,period,g,previous,change >got
	run cat got
	assert_line "one,2022,a,[z],[z]"
	assert_line "one,2023,a,*,*"
	assert_line "one,2024,a,[z],[z]"
	assert_line "one,2025,a,50,0.0"
	assert_line "one,2023,b,25,0.0"
	assert_line "two,2025,a,[z],[z]"
}

@test "change: of figures whose periods overlap, the period before ends the day before" {
	awk 'BEGIN {
		print "from,to,v"
		for (i = 1; i <= 7; i++)
			printf "2024-%02d,2024-%02d,%d\n2024-%02d,2024-%02d,%d\n", i, i + 2, i, i, i + 2, i
	}' >windows.csv
	benchmark --mean v -p from --period-end to -c change --disclosure none windows.csv |
		columns period,previous,change >got
	run cat got
	assert_line "2024-03/2024-05,[z],[z]"
	assert_line "2024-04/2024-06,1.00,3.00"
	assert_line "2024-07/2024-09,4.00,3.00"
}

# --- units that merged -----------------------------------------------------------

@test "changes: what was replaced or merged counts as what followed, in all periods and to the end of the chain" {
	cat >changes.csv <<-'END'
		old,new,from,kind
		a,b,2019-04-01,merged
		x,b,2019-04-01,merged
		b,c,2020-04-01,replaced
		s,t,2020-04-01,split
		s,u,2020-04-01,split
		q,r,2020-04-01,replaced
		q,c,2020-04-01,replaced
	END
	printf '%s\n' u,p,v a,2018,1 b,2018,2 x,2018,3 a,2022,9 c,2022,4 s,2021,5 q,2021,6 t,2021,7 z,2021,8 ,2021,1 a,,1 >records.csv
	run --separate-stderr benchmark -u u -p p --mean v --changes changes.csv --disclosure none \
		--run-record run.json records.csv
	assert_success
	columns unit,period,records,value <<<"$output" >got
	diff got - <<-'END'
		unit,period,records,value
		c,2018,3,2.00
		c,2022,2,6.50
		q,2021,1,6.00
		s,2021,1,5.00
		t,2021,1,7.00
		z,2021,1,8.00
	END
	# shellcheck disable=SC2154 # bats sets it
	[[ $stderr == *"4 of 11 records count as those of the organisation that followed theirs"* ]]
	[[ $stderr == *"2 of 11 records are of an organisation that was split"* ]]
	run grep -E '"changes: ' run.json
	assert_line --partial '"changes: joined": 4'
	assert_line --partial '"changes: split": 2'
	run grep -c changes.csv run.json
	[ "$output" -ge 2 ]
}

@test "changes: of units alone, quoted or not, the same" {
	printf 'old,new,from\n"a, the old",b,2019-04-01\n' >changes.csv
	printf 'u,v\n"a, the old",1\nb,3\n' | benchmark -u u --mean v --changes changes.csv --disclosure none 2>messages |
		columns unit,records,value >got
	run sed -n 2,9p got
	assert_output "b,2,2.00"
}

@test "changes: a list that cannot be followed is exit 2, with its lines" {
	local rows message
	while IFS='|' read -r rows message; do
		printf 'old,new,from,kind\n%b\n' "$rows" >changes.csv
		run benchmark -u u --mean v --changes changes.csv --check-config
		assert_failure 2
		assert_output "benchmark: changes.csv:$message"
	done <<-'END'
		a,b,2019-01-01,\nb,c,2020-01-01,\nc,a,2021-01-01,|2: organisations follow each other in a circle: the changes of lines 2, 3, 4
		d,a,2019-01-01,\na,b,2020-01-01,\nb,a,2020-01-01,|3: organisations follow each other in a circle: the changes of lines 3, 4
		a,a,2019-01-01,merged|2: the organisation follows itself
		a,b,April,merged|2: 'from' is not a date such as 2023-04-01
		a,,2020-01-01,merged|2: an organisation's change has no new code
		,a,2020-01-01,merged|2: an organisation's change has no old code
		a,b,2020-01-01,gone|2: 'kind' is one of replaced, merged, split
		a,b,2020-01-01,merged\na,b,2021-01-01,merged|3: the change of line 2 stands here again
		a,b,2020-01-01,merged\nb,c,2019-01-01,merged|3: the organisation was followed before it came about by line 2
	END
	printf 'old,new\na,b\n' >changes.csv
	run benchmark -u u --mean v --changes changes.csv --check-config
	assert_failure 2
	run benchmark -u u --mean v --changes nowhere.csv --check-config
	assert_failure 2
	run benchmark --mean v --changes changes.csv --check-config
	assert_failure 2
	assert_output "benchmark: --changes needs --unit COLUMN"
}

@test "changes: the list of councils is one that can be followed" {
	run benchmark -u u --mean v --changes "$SCHEMAS/lists/organisation-changes.csv" --check-config
	assert_success
}

# --- total -----------------------------------------------------------------------

@test "total: for each period and group, of all units, and compared with none of them" {
	awk 'BEGIN {
		print "u,p,g,v,n,d"
		for (i = 0; i < 900; i++)
			print "u" i % 9 ",202" int(i / 9) % 2 "," (int(i / 18) % 2 ? "a" : "b") "," i % 11 / 4 "," i % 5 "," 5 + i % 3
	}' >records.csv
	local measures=(--mean v --ratio n/d --proportion v=0)
	local figures=unit,period,g,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998
	benchmark -u u -p p -b g "${measures[@]}" --total everybody -c quartile,rank --disclosure none \
		--run-record run.json records.csv >got
	benchmark -p p -b g "${measures[@]}" --disclosure none records.csv | columns "$figures" |
		sed -n 's/^all,/everybody,/p' >expected
	# the total is the figure of all records
	columns "$figures" <got | grep '^everybody,' | diff expected -
	# it changes nothing for the units
	benchmark -u u -p p -b g "${measures[@]}" -c quartile,rank --disclosure none records.csv | diff - <(grep -v '^everybody,' got)
	columns unit,units,rank,quartile <got | grep everybody | sort -u | diff - <(echo "everybody,[z],[z],[z]")
	# records are counted once
	run grep -E '"(in|used)": 900|"v: used": 900' run.json
	assert_equal "${#lines[@]}" 3
}

@test "total: its periods and parts are compared among themselves" {
	{
		echo u,p,g,d
		for unit in one two; do
			shares x:30:50 ref:20:50 | sed "1d; s/^/$unit,2024,/"
			shares x:10:50 ref:20:50 | sed "1d; s/^/$unit,2025,/"
		done
	} >records.csv
	benchmark --proportion d=1 -u u -p p -b g --total both -c ratio,change --reference ref --disclosure none records.csv |
		columns unit,period,g,denominator,ratio,change | grep both >got
	diff got - <<-'END'
		both,2024,ref,100,1.0000,[z]
		both,2024,x,100,1.5000,[z]
		both,2025,ref,100,1.0000,0.0
		both,2025,x,100,0.5000,-40.0
	END
}

@test "total: with units that merged, ratios and changes, the same from partitions in any order" {
	printf 'old,new,from\nu1,u0,2021-01-01\nu2,u1,2020-01-01\n' >changes.csv
	awk 'BEGIN {
		print "u,p,g,v,n,d"
		for (i = 0; i < 900; i++)
			print "u" i % 9 ",202" int(i / 9) % 2 "," (int(i / 18) % 2 ? "a" : "b") "," i % 11 / 4 "," i % 5 "," 5 + i % 3
	}' >records.csv
	local figures=(-u u -p p -b g --mean v --rate n/d --proportion v=0 --total all -c "ratio,change" --reference a
		--changes changes.csv -q)
	local i
	for i in 0 1 2; do
		awk -v i=$i 'NR == 1 || NR % 3 == i' records.csv | benchmark "${figures[@]}" --partial "$i/3" -o "part$i"
	done
	benchmark "${figures[@]}" --merge part2 part0 part1 | diff <(benchmark "${figures[@]}" records.csv) -
}

@test "total: a unit of that name, and no unit at all, are exit 2" {
	printf 'u,v\none,1\ntwo,2\n' >records.csv
	run benchmark -u u --mean v --total two records.csv
	assert_failure 2
	assert_output "benchmark: --total 'two': the data has a unit of that name: give another one"
	run benchmark --mean v --total all records.csv
	assert_failure 2
	assert_output "benchmark: --total needs --unit COLUMN"
	printf 'u,v\n' | benchmark -u u --mean v --total all >got
	assert_equal "$(wc -l <got)" 1
}
