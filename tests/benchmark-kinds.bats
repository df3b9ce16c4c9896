#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark: what a proportion of counts, a rate, an observed over an expected number and
# conditions are.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	# a table of counts: two rows of each organisation, and what cannot be used
	cat >counts.csv <<-'END'
		org,seen,due,people
		x,12,20,1000
		x,30.0,40,2500.5
		y,0,10,500
		y,3,30,700
		z,*,30,400
		z,,30,400
		z,5,[c],
	END
}

# Compares value and limits of a golden file, in which quotes are of no weight, with those of
# the stream by the unit, to 1e-9.
golden() { # GOLDEN STREAM
	awk -F, -v golden="$1" '
		function close_to(a, b) { return (a > b ? a - b : b - a) <= 1e-9 * (b > 1 ? b : 1) }
		BEGIN {
			while ((getline line <golden) > 0) {
				gsub(/"/, "", line)
				split(line, f, ",")
				for (i = 4; i <= 8; i++) want[f[1], i] = f[i]
			}
		}
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		{
			split("value,lower95,upper95,lower998,upper998", names, ",")
			for (i = 1; i <= 5; i++)
				if (!close_to($at[names[i]], want[$1, i + 3])) {
					print $1, names[i], $at[names[i]], want[$1, i + 3]
					bad = 1
				}
			lines++
		}
		END { print lines + 0, "lines"; exit bad }' "$2"
}

# A configuration of one measure.
measure() { # MEMBERS
	printf '{ "missing_codes": ["-9"], "measures": [ { "id": "m", %s } ] }\n' "$1" >measure.json
}

# What is said of a configuration.
said_of() { # MEMBERS
	measure "$1"
	run --separate-stderr benchmark -m measure.json --check-config
	assert_failure 2
	printf '%s\n' "$stderr"
}

@test "benchmark: a proportion of counts in two columns sums them" {
	run --separate-stderr benchmark --proportion seen/due -u org --disclosure none --run-record record.json counts.csv
	assert_success
	assert_equal "$stderr" ""
	assert_output "$(cat <<-'END'
		unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method
		x,all,seen/due,proportion,2,42,60,70.0,57.5,80.1,50.1,84.5,wilson
		y,all,seen/due,proportion,2,3,40,7.5,2.6,19.9,1.5,29.9,wilson
		z,all,seen/due,proportion,3,*,[z],*,*,*,*,*,wilson
	END
	)"
	run cat record.json
	assert_line --regexp '"seen/due: used": 4,'
	assert_line --regexp '"seen/due: missing": 1,'
	assert_line --regexp '"seen/due: labelled": 2,'
}

@test "benchmark: the rule looks at the counts of a table, not at its rows" {
	run --separate-stderr benchmark --proportion seen/due --rate seen/people:1000 -u org counts.csv
	assert_success
	# two rows, which are no people; 42 of 60 are published as 40 of 60
	assert_line --index 1 "x,all,seen/due,proportion,*,40,60,70,57,80,50,84,wilson_published"
	assert_line --index 2 "x,all,seen/people:1000,rate,*,40,3500.5,11.4,8.2,15.6,6.6,18.2,byar_published"
	# 3 of 40
	assert_line --index 3 "y,all,seen/due,proportion,*,*,40,*,*,*,*,*,wilson_published"
	assert_line --index 4 "y,all,seen/people:1000,rate,*,*,1200,*,*,*,*,*,byar_published"
}

@test "benchmark: a proportion of counts agrees with the public health package" {
	need_data statistics/phe
	measure '"kind": "proportion", "numerator": "x", "denominator": "n", "decimals": 12'
	benchmark -m measure.json -u id --disclosure none "$SHARED_DATA/statistics/phe/proportion_in.csv" >out.csv
	run golden "$SHARED_DATA/statistics/phe/proportion_out.csv" out.csv
	assert_success
	assert_output "14 lines"
}

@test "benchmark: a rate agrees with the public health package" {
	need_data statistics/phe
	measure '"kind": "rate", "numerator": "x", "denominator": "n", "decimals": 12'
	benchmark -m measure.json -u id --disclosure none "$SHARED_DATA/statistics/phe/rate_in.csv" >out.csv
	run golden "$SHARED_DATA/statistics/phe/rate_out.csv" out.csv
	assert_success
	assert_output "14 lines"
}

@test "benchmark: intervals of proportions and rates by other methods" {
	# the tails of exact sums of probabilities are 0.025 there
	printf 'u,x,n\na,3,40\n' >in.csv
	measure '"kind": "proportion", "numerator": "x", "denominator": "n", "interval": "exact", "decimals": 12'
	benchmark -m measure.json --disclosure none in.csv >out.csv
	run columns value,lower95,upper95,method <out.csv
	assert_line --index 1 "7.500000000000,1.574217985104,20.386474873290,clopper_pearson"
	measure '"kind": "rate", "numerator": "x", "denominator": "n", "interval": "exact", "multiplier": 1000, "decimals": 12'
	sed 's/3,40/30,400/' in.csv >more.csv
	benchmark -m measure.json --disclosure none more.csv >out.csv
	run columns value,lower95,upper95,method <out.csv
	assert_line --index 1 "75.000000000000,50.602185053552,107.067163487019,poisson_exact"
}

@test "benchmark: observed over expected has the limits of a count" {
	printf 'u,o,e\na,12,9.5\na,8,10.5\n' >in.csv
	for method in byar exact; do
		measure "\"kind\": \"ratio\", \"numerator\": \"o\", \"denominator\": \"e\", \"interval\": \"$method\", \"decimals\": 6"
		benchmark -m measure.json -u u --disclosure none in.csv >"$method.csv"
	done
	run columns records,numerator,denominator,value,lower95,upper95,method <byar.csv
	assert_line --index 1 "2,20,20.0,1.000000,0.610571,1.544494,byar"
	run columns records,numerator,denominator,value,lower95,upper95,method <exact.csv
	assert_line --index 1 "2,20,20.0,1.000000,0.610826,1.544419,poisson_exact"
	# a row more or less tells of nobody; 20 and 21 events are published as 20
	measure '"kind": "ratio", "numerator": "o", "denominator": "e", "interval": "byar"'
	benchmark -m measure.json -u u in.csv >out.csv
	run columns records,numerator,denominator,value <out.csv
	assert_line --index 1 "*,20,20.0,1.00"
	sed 's/,8,/,9,/' in.csv | benchmark -m measure.json -u u >out.csv
	run columns records,numerator,denominator,value <out.csv
	assert_line --index 1 "*,20,20.0,1.00"
}

@test "benchmark: counts and amounts that are none are said by their place" {
	printf 'u,x,n\na,1,10\na,1.5,10\na,-1,10\na,11,10\na,many,10\na,1,-2\n' >in.csv
	run --separate-stderr benchmark --proportion x/n --rate x/n:1000 -u u --disclosure none --run-record record.json in.csv
	assert_failure 1
	assert_line --index 1 --partial "a,all,x/n,proportion,6,1,10,"
	assert_line --index 2 --partial "a,all,x/n:1000,rate,6,12,20,"
	[[ $stderr == *"in.csv:3:3: 'x' is not a whole number from 0 on, so left out (record 2)"* ]]
	[[ $stderr == *"in.csv:4:3: 'x' is not a whole number from 0 on, so left out (record 3)"* ]]
	[[ $stderr == *"in.csv:5:3: 'x' is more than its denominator, so left out (record 4)"* ]]
	[[ $stderr == *"in.csv:6:3: 'x' is not a number, so left out (record 5)"* ]]
	[[ $stderr == *"in.csv:7:5: 'n' is under 0, so left out (record 6)"* ]]
}

@test "benchmark: counts past what is exact are exit 2, in any order" {
	printf 'u,x,n\n' >in.csv
	for ((i = 0; i < 20; i++)); do
		echo 'a,900000000000000000,900000000000000001'
	done >>in.csv
	run benchmark --proportion x/n in.csv
	assert_failure 2
	assert_output --partial "a sum of the measure 'x/n' is too large to be exact"
	run benchmark --rate x/n in.csv
	assert_failure 2
	assert_output --partial "too large to be exact"
}

@test "benchmark: a numerator and a denominator may be predicates over records" {
	cat >people.csv <<-'END'
		team,age,sex,outcome
		a,70,F,better
		a,64,M,better
		a,65,F,
		a,,F,worse
		a,80,*,better
		a,90,M,-9
		a,66,F,same
	END
	measure '"kind": "proportion", "numerator": { "column": "outcome", "values": ["better"] }'
	run benchmark -m measure.json -u team --disclosure none --run-record record.json people.csv
	# outcomes that are known: 3 of 5
	assert_line --index 1 --partial "a,all,m,proportion,7,3,5,60.0,"
	run cat record.json
	assert_line --regexp '"m: used": 5,'
	assert_line --regexp '"m: missing": 2,'

	# of those of 65 and over; of one the age is not known, and one's sex does not matter
	measure '"kind": "proportion", "numerator": { "any": [ { "column": "outcome", "values": ["better"] },
		{ "all": [ { "column": "sex", "values": ["F"] }, { "not": { "present": "outcome" } } ] } ] },
		"denominator": { "column": "age", "at_least": 65 }'
	run benchmark -m measure.json -u team --disclosure none --run-record record.json people.csv
	# counted are 70, 65 and 80, not 66; of 90 nobody knows
	assert_line --index 1 --partial "a,all,m,proportion,6,3,4,75.0,"
	run cat record.json
	assert_line --regexp '"m: used": 4,'
	assert_line --regexp '"m: missing": 2,'
	assert_line --regexp '"m: excluded": 1'
}

@test "benchmark: a condition may be any predicate" {
	printf 'u,age,s\na,10,F\na,17.5,M\na,18,M\na,,F\na,x,F\na,40,*\n' >in.csv
	measure '"kind": "mean", "column": "age", "where": { "all": [ { "column": "age", "above": 10, "at_most": 18 }, { "column": "s", "values": ["M"] } ] }'
	run --separate-stderr benchmark -m measure.json --disclosure none --run-record record.json in.csv
	assert_failure 1
	assert_line --index 1 --partial "all,all,m,mean,2,35.5,2,17.75,"
	# of a condition, too, a value that is no number is said
	[[ $stderr == *"in.csv:6:3: 'age' is not a number, so left out (record 5)"* ]]
	run cat record.json
	assert_line --regexp '"m: used": 2,'
	assert_line --regexp '"m: rejected": 1,'
	assert_line --regexp '"m: excluded": 3'
	measure '"kind": "mean", "column": "age", "where": { "not": { "column": "s", "values": ["F"] } }'
	run benchmark -q -m measure.json --disclosure none <(sed /x/d in.csv)
	assert_line --index 1 --partial "all,all,m,mean,2,35.5,2,17.75,"
	# an empty value that a condition names is one
	measure '"kind": "mean", "column": "age", "where": { "column": "s", "values": ["", "-9"] }'
	run benchmark -q -m measure.json --disclosure none <(printf 's,age\n,4\n-9,6\nF,9\n')
	assert_line --index 1 --partial "all,all,m,mean,2,10,2,5.00,"
}

@test "benchmark: a numerator that counts records is people again" {
	{
		echo u,a
		for ((i = 0; i < 12; i++)); do echo "x,$((i < 6))"; done
		for ((i = 0; i < 4; i++)); do echo "y,1"; done
	} >in.csv
	measure '"kind": "proportion", "numerator": { "column": "a", "values": ["1"] }'
	run benchmark -m measure.json -u u in.csv
	assert_line --index 1 --partial "x,all,m,proportion,10,5,10,50,"
	assert_line --index 2 --partial "y,all,m,proportion,*,*,*,*,"
}

@test "benchmark: what a predicate cannot be is said by its JSON pointer" {
	run said_of '"kind": "proportion", "numerator": { "column": "a", "values": ["1"], "above": 3 }'
	assert_output --partial "/measures/0/numerator/values"
	run said_of '"kind": "proportion", "numerator": { "column": "a" }'
	assert_output --partial "/measures/0/numerator/values"
	assert_output --partial "is missing"
	run said_of '"kind": "proportion", "numerator": { "column": "a", "values": [""] }'
	assert_output --partial "an empty value is no answer"
	run said_of '"kind": "proportion", "numerator": { "all": [] }'
	assert_output --partial "/measures/0/numerator/all"
	run said_of '"kind": "proportion", "numerator": { "any": [ { "present": 3 } ] }'
	assert_output --partial "/measures/0/numerator/any/0/present"
	run said_of '"kind": "proportion", "numerator": { "not": "a" }'
	assert_output --partial "/measures/0/numerator/not"
	run said_of '"kind": "proportion", "numerator": { "present": "a", "column": "b" }'
	assert_output --partial "/measures/0/numerator/column"
	run said_of '"kind": "proportion", "numerator": "a"'
	assert_output --partial "/measures/0/denominator"
	run said_of '"kind": "proportion", "numerator": "a", "denominator": "b", "values": ["1"]'
	assert_output --partial "/measures/0/values"
	run said_of '"kind": "mean", "column": "a", "where": { "column": "b", "least": 3 }'
	assert_output --partial "/measures/0/where/least"
	run said_of '"kind": "mean", "column": "a", "where": "b"'
	assert_output --partial "/measures/0/where"
	run said_of '"kind": "rate", "numerator": "a", "denominator": "b", "interval": "wilson"'
	assert_output --partial "/measures/0/interval"
	run said_of '"kind": "rate", "numerator": "a", "denominator": "b", "multiplier": 0'
	assert_output --partial "/measures/0/multiplier"
	run said_of '"kind": "mean", "column": "a", "denominator": "b"'
	assert_output --partial "belongs to a"
	deep='{ "present": "a" }'
	for ((i = 0; i < 17; i++)); do deep="{ \"not\": $deep }"; done
	run said_of "\"kind\": \"proportion\", \"numerator\": $deep"
	assert_output --partial "more than 16 deep"
	measure '"kind": "proportion", "numerator": { "present": "sxe" }'
	run benchmark -m measure.json counts.csv
	assert_failure 2
	assert_output --partial "'sxe'"
	assert_output --partial "(for the measure 'm';"
}

@test "benchmark: texts of options that name no measure" {
	local text
	for text in mean median given rate dsr ratio proportion; do
		run benchmark "--$text" "" counts.csv
		assert_failure 2
		assert_output --partial "--$text names no column"
	done
	for text in a a/ /b a/b/c; do
		run benchmark --rate "$text" counts.csv
		assert_failure 2
		assert_output --partial "--rate '$text'"
	done
	for text in a/b: a/b:0 a/b:-1 a/b:1e5 a/b:many a/b:1000000001; do
		run benchmark --rate "$text" counts.csv
		assert_failure 2
		assert_output --partial "after the colon stands a whole number from 1 to 1000000000"
	done
	for text in a a/ /b a/b/c =x; do
		run benchmark --proportion "$text" counts.csv
		assert_failure 2
		assert_output --partial "--proportion '$text'"
	done
}

@test "benchmark: the order of a table's rows changes no byte" {
	benchmark --proportion seen/due --rate seen/people -u org --disclosure none counts.csv >one.csv
	{ head -n 1 counts.csv; tail -n +2 counts.csv | sort -r; } |
		benchmark --proportion seen/due --rate seen/people -u org --disclosure none >two.csv
	cmp one.csv two.csv
}

# Published figures: of two measures, with limits and counts where there are some.
published() {
	cat <<-'END'
		org,year,indicator,rate,low,high,n,of
		x,2023/24,1F,12.50,10.1,15.0,50,400
		x,2024/25,1F,*,*,*,*,410
		y,2023/24,1F,[c],,,[c],300
		y,2024/25,1F,7,,,21,
		x,2023/24,1H,80.125,,,,
		y,2023/24,1H,,,,,
		,2023/24,1H,3,,,,
		z,2023/24,,3,,,,
	END
}

@test "benchmark: given figures stay as they were published, under any rule" {
	published >given.csv
	run --separate-stderr benchmark --given rate --measure-column indicator -u org -p year --run-record record.json given.csv
	assert_success
	assert_output "$(cat <<-'END'
		unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method
		x,2023/24,1F,given,1,[z],[z],12.50,[z],[z],[z],[z],given
		x,2023/24,1H,given,1,[z],[z],80.125,[z],[z],[z],[z],given
		x,2024/25,1F,given,1,[z],[z],*,*,*,*,*,given
		y,2023/24,1F,given,1,[z],[z],[c],[c],[c],[c],[c],given
		y,2023/24,1H,given,1,[z],[z],[z],[z],[z],[z],[z],given
		y,2024/25,1F,given,1,[z],[z],7,[z],[z],[z],[z],given
	END
	)"
	[[ $stderr == *"1 of 8 records excluded: no 'org'"* ]]
	[[ $stderr == *"1 of 8 records excluded: no 'indicator'"* ]]
	run cat record.json
	assert_line --regexp '"used": 5,'
	assert_line --regexp '"suppressed": 1,'
	assert_line --regexp '"excluded": 2,'
	assert_line --regexp '"rate: used": 3,'
	assert_line --regexp '"rate: labelled": 2,'
	assert_line --regexp '"rate: missing": 1,'
	assert_line --regexp '"rate: excluded": 2'
}

@test "benchmark: published limits and counts go with a given figure" {
	published | sed 2q >given.csv
	published | sed -n 4,5p >>given.csv
	cat >given.json <<-'END'
		{ "measures": [ { "id": "1F", "kind": "given", "column": "rate", "lower": "low", "upper": "high",
		    "numerator": "n", "denominator": "of" } ] }
	END
	benchmark -m given.json --measure-column indicator -u org -p year given.csv >out.csv
	run columns measure,numerator,denominator,value,lower95,upper95,lower998 <out.csv
	assert_line --index 1 "1F,50,400,12.50,10.10,15.00,[z]"
	assert_line --index 2 "1F,[c],300,[c],[c],[c],[c]"
	assert_line --index 3 "1F,21,[z],7,[z],[z],[z]"
	sed -i 's/"given", /&"decimals": 1, /' given.json
	benchmark -m given.json -u org -p year given.csv >out.csv
	run columns value,lower95 <out.csv
	assert_line --index 1 "12.5,10.1"
}

@test "benchmark: a second given figure in one place is said, and neither stands" {
	printf 'org,rate\nx,3\nx,4\ny,1\n' >in.csv
	run --separate-stderr benchmark --given rate -u org --run-record record.json in.csv
	assert_failure 1
	assert_line --index 1 --partial "x,all,rate,given,2,[z],[z],[z],"
	assert_line --index 2 --partial "y,all,rate,given,1,[z],[z],1,"
	[[ $stderr == *"in.csv:3:3: 'rate' is of a second figure for its unit, period and measure, so left out (record 2)"* ]]
	run cat record.json
	assert_line --regexp '"rate: used": 1,'
	assert_line --regexp '"rate: suppressed": 0,'
	assert_line --regexp '"rate: rejected": 2,'
}

@test "benchmark: each value of a column is a measure of its own, of any kind" {
	printf 'u,q,a,sex\nx,one,1,F\nx,two,4,F\ny,one,3,M\ny,one,4,F\n' >in.csv
	benchmark --mean a --measure-column q -u u --disclosure none in.csv >out.csv
	run columns unit,measure,records,value <out.csv
	assert_output "$(printf '%s\n' unit,measure,records,value x,one,1,1.00 x,two,1,4.00 y,one,2,3.50)"
	# with a further column, and beside each other by units
	benchmark --mean a --measure-column q -u u -b sex -c rank --disclosure none in.csv >out.csv
	run columns unit,sex,measure,value,units,rank <out.csv
	assert_output "$(printf '%s\n' unit,sex,measure,value,units,rank x,F,one,1.00,2,2 x,F,two,4.00,1,1 y,F,one,4.00,2,1 y,M,one,3.00,1,1)"
	# the measures of a file take the records of their id
	echo '{ "measures": [ { "id": "two", "kind": "mean", "column": "a" }, { "id": "one", "kind": "mean", "column": "a", "decimals": 0 } ] }' >m.json
	benchmark -m m.json --measure-column q --disclosure none in.csv >out.csv
	run columns measure,records,value <out.csv
	assert_output "$(printf '%s\n' measure,records,value two,1,4.00 one,3,3)"
	run benchmark -m m.json --mean a --measure-column q in.csv
	assert_failure 2
	assert_output --partial "--measure-column 'q' goes with one measure"
	run benchmark --mean a --measure-column p in.csv
	assert_failure 2
	assert_output --partial "'p'"
}

@test "benchmark: what options say of measures that are options" {
	printf 'u,a,x,n\nx,1,3,40\nx,2,3,40\n' >in.csv
	benchmark --mean a --proportion x/n --decimals 4 --interval proportion=exact --disclosure none in.csv >out.csv
	run columns measure,value,method <out.csv
	assert_output "$(printf '%s\n' measure,value,method a,1.5000,student_t x/n,7.5000,clopper_pearson)"
	benchmark --ratio x/n --interval ratio=byar --interval ratio=exact --disclosure none in.csv >out.csv
	run columns value,method <out.csv
	assert_line --index 1 "0.08,poisson_exact"
	printf 'u,a\nx,1\ny,2\n' >two.csv
	benchmark --mean a -u u -c rank --polarity lower --disclosure none two.csv >out.csv
	run columns unit,rank <out.csv
	assert_line --index 1 "x,1"

	local -A faults=(
		["--polarity up"]="--polarity takes higher, lower or neutral"
		["--decimals -1"]="--decimals takes a whole number from 0 to 15"
		["--decimals 16"]="--decimals takes a whole number from 0 to 15"
		["--interval mean"]="write KIND=METHOD"
		["--interval meen=t"]="write KIND=METHOD"
		["--interval mean=wilson"]="a mean takes t"
		["--interval rate=byar"]="no measure that is an option is a rate"
		["--target high"]="write NUMBER or MEASURE=NUMBER"
		["--target b=3"]="there is no such measure"
	)
	local arguments
	for arguments in "${!faults[@]}"; do
		# shellcheck disable=SC2086
		run benchmark --mean a $arguments in.csv
		assert_failure 2
		assert_output --partial "${faults[$arguments]}"
	done
	echo '{ "measures": [ { "id": "m", "kind": "mean", "column": "a" } ] }' >m.json
	for arguments in "--polarity lower" "--decimals 3" "--target 3"; do
		# shellcheck disable=SC2086
		run benchmark -m m.json $arguments in.csv
		assert_failure 2
		assert_output --partial "goes with a measure that is an option"
	done
	run benchmark -m m.json --target m=3 in.csv
	assert_success
}

@test "benchmark: detentions by ethnic group with the rates as they were published" {
	need_data mha-detentions
	local source="$SHARED_DATA/mha-detentions/mha_annual_suppressed_2023_24.csv"
	cat >rates.json <<-'END'
		{ "measures": [ { "id": "detentions", "kind": "given", "column": "CrudeRate", "numerator": "Total_Count",
		    "where": { "all": [ { "column": "Measure", "values": ["All detentions"] },
		                        { "column": "Demographic", "values": ["Ethnicity"] },
		                        { "column": "OrganisationBreakdown", "values": ["ICB"] } ] } } ] }
	END
	run --separate-stderr benchmark -m rates.json -u OrgID -p Year -b DemographicBreakdown --run-record record.json "$source"
	assert_success
	# 43 bodies by 6 groups, and nothing else
	[ "${#lines[@]}" -eq 259 ]
	# each rate is that of its record
	sed -e ':again; s/,,/,"",/; t again' -e 's/,$/,""/' "$source" |
		awk -F'"' -v OFS=, '$4 == "All detentions" && $8 == "Ethnicity" && $12 == "ICB" { print $16, $10, ($24 == "" ? "[z]" : $24), ($26 == "" ? "[z]" : $26) }' |
		LC_ALL=C sort >expected
	benchmark -q -m rates.json -u OrgID -p Year -b DemographicBreakdown "$source" >out.csv
	columns unit,DemographicBreakdown,numerator,value <out.csv | tail -n +2 | LC_ALL=C sort >got
	run diff expected got
	assert_success
}

# Two areas by age; the second has fewer than 10 events.
ages() {
	cat <<-'END'
		area,age,events,people,standard
		x,65+,31,9100,17999.5
		x,0-17,1,6000,20000.5
		x,18-64,55,40300,62000
		x,0-17,3,6000,20000.50
		y,0-17,2,5000,20000.5
		y,18-64,3,20000,62000
		y,65+,4,4000,17999.5
	END
}

@test "benchmark: a directly standardised rate with its two kinds of limits" {
	ages >ages.csv
	benchmark --dsr events/people --stratum age --standard standard -u area --decimals 9 --disclosure none ages.csv >out.csv
	run columns unit,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method <out.csv
	# worked out beforehand from the formulas of Dobson and others (1991)
	assert_line --index 1 "x,dsr,4,90,61400,152.599195971,122.483746166,187.830428489,107.313306358,209.593622101,dobson"
	assert_line --index 2 "y,dsr,3,9,29000,[u],[u],[u],[u],[u],dobson"
	benchmark --dsr events/people --stratum age --standard standard --interval dsr=normal -u area --decimals 9 --disclosure none ages.csv >out.csv
	run columns value,lower95,upper95,lower998,upper998,method <out.csv
	assert_line --index 1 "152.599195971,120.839786765,184.358605176,102.524830765,202.673561176,normal"
	# under a rule the events are rounded, and 9 of them may be told apart by nobody
	benchmark --dsr events/people:1000 --stratum age --standard standard -u area ages.csv >out.csv
	run columns unit,records,numerator,denominator,value,method <out.csv
	assert_line --index 1 "x,*,90,61400,1.5,dobson_published"
}

@test "benchmark: a standard population may be a file" {
	ages >ages.csv
	printf 'stratum,weight\n18-64,62000\n65+,17999.5\n0-17,20000.5\n' >standard.csv
	local run=(benchmark --dsr events/people --stratum age -u area --disclosure none)
	"${run[@]}" --standard standard ages.csv >column.csv
	"${run[@]}" --standard standard.csv ages.csv >file.csv
	cmp column.csv file.csv
	cat >dsr.json <<-'END'
		{ "measures": [ { "id": "events/people", "kind": "dsr", "numerator": "events", "denominator": "people",
		    "stratum": "age", "standard": "standard.csv" } ] }
	END
	mkdir other
	(cd other && benchmark -m ../dsr.json -u area --disclosure none ../ages.csv) >json.csv
	cmp column.csv json.csv
	# a stratum without anybody in the data has no rate, and so the whole has none
	sed '/^x,65/d' ages.csv >young.csv
	"${run[@]}" --standard standard.csv young.csv >out.csv
	run columns unit,numerator,value <out.csv
	assert_line --index 1 "x,59,[z]"
	# one that the standard does not have is said
	sed -i /65/d standard.csv
	run --separate-stderr "${run[@]}" --standard standard.csv ages.csv
	assert_failure 1
	[[ $stderr == *"ages.csv:2:3: 'age' is a stratum that the standard does not have, so left out (record 1)"* ]]

	printf 'stratum,weight\na,1\na,2\n' >twice.csv
	printf 'stratum,weight\na,-1\n' >under.csv
	printf 'stratum,weight\na,0\n' >nobody.csv
	printf 'stratum,people\na,0\n' >none.csv
	for file in twice under nobody none missing; do
		run "${run[@]}" --standard "$file.csv" ages.csv
		assert_failure 2
		assert_output --partial "$file.csv"
	done
}

@test "benchmark: what is wrong in a stratum is said by its place" {
	ages >ages.csv
	printf 'x,65+,3,0,17999.5\nx,65+,3,100,18000\nx,,3,100,1\nx,[c],3,100,1\n' >>ages.csv
	local run=(benchmark --dsr events/people --stratum age --standard standard -u area --disclosure none)
	run --separate-stderr "${run[@]}" --run-record record.json ages.csv
	assert_failure 1
	[[ $stderr == *"ages.csv:9:9: 'people' is 0 where there are events, so left out (record 8)"* ]]
	[[ $stderr == *"ages.csv:10:13: 'standard' is another one than in a record of the stratum before, so left out (record 9)"* ]]
	# two weights: nobody knows which is right
	assert_line --index 1 --partial "x,all,events/people,dsr,8,[z],[z],[z],"
	run cat record.json
	assert_line --regexp '"events/people: used": 0,'
	assert_line --regexp '"events/people: suppressed": 3,'
	assert_line --regexp '"events/people: missing": 1,'
	assert_line --regexp '"events/people: labelled": 1,'
	assert_line --regexp '"events/people: rejected": 6,'
	# nobody and no event is a rate of 0 with its weight
	printf 'area,age,events,people,standard\nx,a,20,1000,10\nx,b,0,0,10\n' >in.csv
	"${run[@]}" in.csv >out.csv
	run columns value <out.csv
	assert_line --index 1 1000.0
	run benchmark --dsr events/people ages.csv
	assert_failure 2
	assert_output --partial "needs --stratum COLUMN and --standard COLUMN or FILE.csv"
	run benchmark --mean events --stratum age ages.csv
	assert_failure 2
	assert_output --partial "--stratum goes with --dsr NUM/DEN"
}

@test "benchmark: the median of a column, with limits by its order" {
	{ echo u,a; for ((i = 1; i <= 20; i++)); do echo "x,$((i * 7 % 20)).5"; done; echo 'y,3'; echo 'y,-2.25'; echo 'z,'; echo 'z,[c]'; echo 'z,many'; } >in.csv
	run --separate-stderr benchmark --median a -u u --disclosure none --run-record record.json in.csv
	assert_failure 1
	# 95%: the 6th and the 15th of 20, 99.8%: the 3rd and the 18th
	assert_output "$(cat <<-'END'
		unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method
		x,all,a,median,20,[z],20,10.00,5.50,14.50,2.50,17.50,median_ranks
		y,all,a,median,2,[z],2,0.38,[z],[z],[z],[z],median_ranks
		z,all,a,median,3,[z],0,[z],[z],[z],[z],[z],median_ranks
	END
	)"
	[[ $stderr == *"in.csv:26:3: 'a' is not a number"* ]]
	run cat record.json
	assert_line --regexp '"a: used": 22,'
	assert_line --regexp '"a: missing": 1,'
	assert_line --regexp '"a: labelled": 1,'
	assert_line --regexp '"a: rejected": 1,'
	# under the rule a limit is no value of the lowest or highest four
	run --separate-stderr benchmark --median a -u u in.csv
	assert_line --index 1 "x,all,a,median,20,[z],20,10.00,5.50,14.50,[z],[z],median_ranks_published"
	assert_line --index 2 "y,all,a,median,*,[z],*,*,*,*,*,*,median_ranks_published"
	# the mean and the median of a column
	run --separate-stderr benchmark --mean a --median a --median a in.csv
	assert_failure 2
	run --separate-stderr benchmark --mean a --median a --disclosure none in.csv
	assert_line --index 1 --partial "all,all,a,mean,25,"
	assert_line --index 2 --partial "all,all,a,median,25,"
}

@test "benchmark: medians of many values, few or different, long or short, in any order" {
	awk 'BEGIN { print "u,a"; for (i = 0; i < 150000; i++) {
		printf "few,%d\n", (i * 7919) % 301
		printf "many,%.3f\n", ((i * 7919) % 150001) / 8
		if (i % 10 == 0) printf "long,%d%.13f\n", 1 + i % 7, i / 150000 } }' >in.csv
	benchmark --median a -u u --decimals 9 --disclosure none in.csv >one.csv
	run columns unit,denominator,value <one.csv
	assert_line --index 1 "few,150000,150.000000000"
	assert_line --index 3 --partial "many,150000,9374.937500000"
	{ head -n 1 in.csv; tail -n +2 in.csv | tac; } | benchmark --median a -u u --decimals 9 --disclosure none >two.csv
	cmp one.csv two.csv
}

@test "benchmark: a symbol in the place of all counts of a table stays, and partitions keep it" {
	printf '%s\n' u,x,n 'A,*,100' 'B,[c],[c]' C,3,100 'C,*,100' D,,5 'E,[z],1' 'E,[c],1' >in.csv
	local options=(--rate x/n --proportion x/n -u u --disclosure none)
	benchmark "${options[@]}" in.csv >whole.csv
	run columns unit,kind,numerator,denominator,value,lower95 <whole.csv
	assert_line "A,rate,*,[z],*,*"
	assert_line "B,proportion,[c],[z],[c],[c]"
	assert_line "C,rate,3,100,3000.0,618.7"
	assert_line "D,proportion,0,0,[z],[z]"
	# of several the least in byte order
	assert_line "E,rate,[c],[z],[c],[c]"
	awk 'NR == 1 { for (i = 0; i < 3; i++) print >i ".csv"; next } { print >(NR % 3) ".csv" }' in.csv
	local i
	for i in 0 1 2; do
		benchmark "${options[@]}" --partial "$i/3" "$i.csv" >"part$i.csv"
	done
	benchmark "${options[@]}" --merge part2.csv part0.csv part1.csv | cmp - whole.csv
}
