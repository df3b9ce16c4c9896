#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark: the figures of R and of the public-health package, row by row, through the
# filter itself.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# Figures of R and of the filter side by side: each field within one in 10^9.
assert_same_figures() { # EXPECTED GOT, tabs between fields
	[ "$(wc -l <"$1")" -gt 3 ]
	run awk -F '\t' -v other="$2" '
		{
			if ((getline line < other) <= 0) { print "too few lines"; exit }
			if (split(line, got) != NF) { print "line " NR ": other fields"; next }
			for (i = 1; i <= NF; i++) {
				if ($i == got[i]) continue
				if (got[i] !~ /^-?[0-9.]+$/) { print "line " NR ": " $i " expected, not " got[i]; continue }
				apart = got[i] - $i; size = $i < 0 ? -$i : $i
				if (apart > 1e-9 * size + 1e-12 || -apart > 1e-9 * size + 1e-12)
					print "line " NR ": " $i " expected, not " got[i]
			}
		}
		END { if ((getline line < other) > 0) print "too many lines" }' "$1"
	assert_output ""
}

# One measure in measures.json, with all the decimals that there can be.
measure() { # KIND DECIMALS KEYS
	printf '{ "measures": [ { "id": "it", "kind": "%s", "decimals": %d, %s } ] }\n' "$@" >measures.json
}

# The rows of a file of base R, each with its number, since they have no other name.
numbered() { # FILE
	tr -d '"\r' <"$SHARED_DATA/statistics/base/$1" |
		awk -v OFS=, 'NR == 1 { print "row", $0; next } { print sprintf("%02d", NR), $0 }'
}

@test "goldens: proportions of the public-health package" {
	need_data statistics/phe
	local out=$SHARED_DATA/statistics/phe/proportion_out.csv
	columns_of "$out" id value lower95_0cl upper95_0cl lower99_8cl upper99_8cl |
		LC_ALL=C sort >expected
	measure proportion 12 '"numerator": "x", "denominator": "n"'
	benchmark -m measures.json -u id --disclosure none \
		"$SHARED_DATA/statistics/phe/proportion_in.csv" >out.csv
	columns_of out.csv unit value lower95 upper95 lower998 upper998 | LC_ALL=C sort >got
	assert_same_figures expected got
	run columns_of out.csv method
	assert_line --index 0 wilson
}

@test "goldens: rates of the public-health package, exact under 10 events" {
	need_data statistics/phe
	local out=$SHARED_DATA/statistics/phe/rate_out.csv
	columns_of "$out" id value lower95_0cl upper95_0cl lower99_8cl upper99_8cl method |
		sed 's/Exact$/poisson_exact/; s/Byars$/byar/' | LC_ALL=C sort >expected
	measure rate 9 '"numerator": "x", "denominator": "n"'
	benchmark -m measures.json -u id --disclosure none \
		"$SHARED_DATA/statistics/phe/rate_in.csv" >out.csv
	columns_of out.csv unit value lower95 upper95 lower998 upper998 method | LC_ALL=C sort >got
	assert_same_figures expected got
}

@test "goldens: means of the public-health package" {
	need_data statistics/phe
	local in=$SHARED_DATA/statistics/phe/mean_in.csv out=$SHARED_DATA/statistics/phe/mean_out.csv
	columns_of "$out" org value_count value lower95_0cl upper95_0cl lower99_8cl upper99_8cl >expected
	# R writes 3.15 as 3.1499999999999999; 15 decimals are the filter's most
	measure mean 12 '"column": "score"'
	sed 's/\([0-9]\.[0-9]\{15\}\)[0-9]*/\1/' "$in" |
		benchmark -m measures.json -u org --disclosure none >out.csv
	columns_of out.csv unit denominator value lower95 upper95 lower998 upper998 >got
	assert_same_figures expected got
}

@test "goldens: Clopper and Pearson's limits of R" {
	need_data statistics/base
	numbered clopper_pearson_out.csv >in.csv
	columns_of in.csv row lo95 hi95 lo998 hi998 |
		awk -F '\t' -v OFS='\t' '{ print $1, 100 * $2, 100 * $3, 100 * $4, 100 * $5 }' OFMT=%.17g CONVFMT=%.17g >expected
	measure proportion 12 '"numerator": "x", "denominator": "n", "interval": "exact"'
	benchmark -m measures.json -u row --disclosure none in.csv >out.csv
	columns_of out.csv unit lower95 upper95 lower998 upper998 >got
	assert_same_figures expected got
}

@test "goldens: exact Poisson limits of R" {
	need_data statistics/base
	numbered poisson_exact_out.csv | sed '1s/$/,one/; 2,$s/$/,1/' >in.csv
	columns_of in.csv row lo95 hi95 lo998 hi998 >expected
	measure rate 12 '"numerator": "x", "denominator": "one", "multiplier": 1, "interval": "exact"'
	benchmark -m measures.json -u row --disclosure none in.csv >out.csv
	columns_of out.csv unit lower95 upper95 lower998 upper998 >got
	assert_same_figures expected got
}

@test "goldens: Wald's limits of risk and rate ratios of R" {
	need_data statistics/base
	# each row is two groups; the last has no events in the first, and R no upper limit
	numbered ratio_log_wald_out.csv | sed '/,0,30,/d' >rows.csv
	columns_of rows.csv row a n1 b n0 | awk -F '\t' '
		BEGIN { print "row,group,x,n" }
		{ print $1 ",one," $2 "," $3; print $1 ",reference," $4 "," $5 }' >in.csv
	columns_of rows.csv row rr rr_lo rr_hi >expected
	measure proportion 12 '"numerator": "x", "denominator": "n"'
	benchmark -m measures.json -u row -b group -c ratio --reference reference --disclosure none \
		in.csv >out.csv
	columns_of out.csv unit group ratio ratio_lower95 ratio_upper95 |
		awk -F '\t' -v OFS='\t' '$2 == "one" { print $1, $3, $4, $5 }' >got
	assert_same_figures expected got
	columns_of rows.csv row rr irr_lo irr_hi >expected
	measure rate 12 '"numerator": "x", "denominator": "n"'
	benchmark -m measures.json -u row -b group -c ratio --reference reference --disclosure none \
		in.csv >out.csv
	columns_of out.csv unit group ratio ratio_lower95 ratio_upper95 |
		awk -F '\t' -v OFS='\t' '$2 == "one" { print $1, $3, $4, $5 }' >got
	assert_same_figures expected got
}

@test "goldens: shares of one, of none, of all and of counts of 15 digits" {
	cat >in.csv <<-'END'
		id,x,n
		a,0,1
		b,1,1
		c,532701701925027,532701701925027
		d,500000000000000,999999999999999
		e,0,0
	END
	# sums at 40 digits
	cat >expected <<-'END'
		a	0	0	79.345068562276268	0	97.5
		b	100	20.654931437723736	100	2.5	100
		c	100	99.999999999999279	100	99.999999999999307	100
		d	50.00000000000005	49.999996901024888	50.000003098975212	49.999996901024844	50.000003098975256
		e	[z]	[z]	[z]	[z]	[z]
	END
	measure proportion 15 '"numerator": "x", "denominator": "n"'
	benchmark -m measures.json -u id --disclosure none in.csv >wilson.csv
	measure proportion 15 '"numerator": "x", "denominator": "n", "interval": "exact"'
	benchmark -m measures.json -u id --disclosure none in.csv >exact.csv
	paste <(columns_of wilson.csv unit value lower95 upper95) \
		<(columns_of exact.csv lower95 upper95) >got
	assert_same_figures expected got
}
