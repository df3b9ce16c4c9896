#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# benchmark: open data from end to end, and reckoned again by awk.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

@test "real data: every rank of the community mental health survey 2020" {
	need_data cqc-cmh-2020/df_2020.csv
	local survey=$SHARED_DATA/cqc-cmh-2020/df_2020.csv questions question
	questions=$(head -n 1 "$survey" | tr -d '"\r' | tr ',' '\n' | sed -n 's/^mean_//p')
	[ "$(wc -w <<<"$questions")" -eq 39 ]
	# shellcheck disable=SC2046,SC2086 # an option for each
	benchmark -u Trustname $(printf -- '--mean mean_%s ' $questions) \
		-c rank --ties average --disclosure none "$survey" >out.csv
	columns_of out.csv unit measure rank | sort >got
	for question in $questions; do
		columns_of "$survey" Trustname "rank_$question" |
			awk -F '\t' -v measure="mean_$question" -v OFS='\t' '{ print $1, measure, $2 }'
	done | sort >expected
	[ "$(wc -l <expected)" -eq $((55 * 39)) ]
	# ours has one decimal where ranks are shared
	run diff <(sed 's/\.0$//' expected) <(sed 's/\.0$//' got)
	assert_output ""
	# a shared rank is among them
	run grep -c '\.5$' got
	assert_output 2
}

# The same fields, numbers as far as ours have decimals.
assert_as_rounded() { # EXPECTED GOT, tabs between fields
	[ -s "$1" ]
	run awk -F '\t' -v other="$2" '
		{
			if ((getline line < other) <= 0) { print "too few lines"; exit }
			if (split(line, got) != NF) { print "line " NR ": other fields"; next }
			for (i = 1; i <= NF; i++) {
				if ($i == got[i]) continue
				if (got[i] !~ /^-?[0-9]+(\.[0-9]+)?$/ || $i !~ /^-?[0-9]/) { print "line " NR ": " $i " expected, not " got[i]; continue }
				point = index(got[i], ".")
				half = 0.5 / 10 ^ (point ? length(got[i]) - point : 0) + 1e-9
				apart = got[i] - $i
				if (apart > half || -apart > half) print "line " NR ": " $i " expected, not " got[i]
			}
		}
		END { if ((getline line < other) > 0) print "too many lines" }' "$1"
	assert_output ""
}

@test "real data: social care outcomes of councils, compared within their type, [c] kept" {
	need_data ascof/ascof_2020_21_1F_1H.csv
	# the first three characters of a council's code are its type
	tr -d '\r' <"$SHARED_DATA/ascof/ascof_2020_21_1F_1H.csv" |
		awk -F, -v OFS=, '
			NR == 1 { print $0, "council_type" }
			$1 == "Council" { print $0, substr($2, 1, 3) }' >councils.csv
	run cut -d, -f1 "$SCHEMAS/lists/council-types.csv"
	assert_output "$(printf '%s\n' code E06 E08 E09 E10)"
	benchmark --given value --measure-column code -u ons --peer-group council_type \
		-c quartile,mad councils.csv >out.csv
	columns_of out.csv unit measure value units q1 median q3 quartile mad mads_from_median |
		LC_ALL=C sort >got
	columns_of councils.csv council_type code ons value | LC_ALL=C sort | awk -F '\t' -v OFS='\t' '
		function quantile(p,   h, below) {
			h = (count - 1) * p; below = int(h)
			return sorted[below] + (h - below) * (sorted[below + 1] - sorted[below])
		}
		function order(   i, j, value) {
			for (i = 1; i < count; i++) {
				value = sorted[i]
				for (j = i; j > 0 && sorted[j - 1] > value; j--) sorted[j] = sorted[j - 1]
				sorted[j] = value
			}
		}
		function apart(value) { return value < median ? median - value : value - median }
		function finish(   i, q1, q3, mad, quartile) {
			count = 0
			for (i = 0; i < rows; i++) if (values[i] != "[c]") sorted[count++] = values[i] + 0
			order(); q1 = quantile(0.25); median = quantile(0.5); q3 = quantile(0.75)
			for (i = 0; i < count; i++) sorted[i] = apart(sorted[i])
			order(); mad = quantile(0.5)
			for (i = 0; i < rows; i++) {
				quartile = 1 + (values[i] > q1) + (values[i] > median) + (values[i] > q3)
				if (values[i] == "[c]") print units[i], code, "[c]", count, q1, median, q3, "[c]", mad, "[c]"
				else print units[i], code, values[i], count, q1, median, q3, quartile, mad, (values[i] - median) / mad
			}
		}
		$1 FS $2 != set { if (rows) finish(); set = $1 FS $2; code = $2; rows = 0 }
		{ units[rows] = $3; values[rows++] = $4 == "[c]" ? $4 : $4 + 0 }
		END { finish() }' | LC_ALL=C sort >expected
	[ "$(wc -l <expected)" -eq 906 ]
	run grep -c '\[c\].*\[c\]' expected
	assert_output 13
	assert_as_rounded expected got
}

# Unit, period, measure and value of the four months, from the files as they are.
published_waits() {
	local file
	for file; do
		columns_of "$file" PRIMARY_LEVEL REPORTING_PERIOD_START REPORTING_PERIOD_END MEASURE_ID MEASURE_VALUE
	done | awk -F '\t' -v OFS='\t' '
		function month(date) { return substr(date, 7) "-" substr(date, 4, 2) }
		{ print $1, month($2) == month($3) ? month($3) : month($2) "/" month($3), $4, $5 }'
}

@test "real data: four months of waiting times, each record once, months and three months apart" {
	need_data mhsds-4ww
	validate -q -s "$SCHEMAS/indicators-mhsds-4ww/table.json" "$SHARED_DATA"/mhsds-4ww/MHSDS_*.csv |
		benchmark --given value --measure-column indicator -u organisation \
			-p period_start --period-end period_end -c change >out.csv
	published_waits "$SHARED_DATA"/mhsds-4ww/MHSDS_*.csv | LC_ALL=C sort >expected
	[ "$(wc -l <expected)" -eq $((19958 + 19934 + 19442 + 18912)) ]
	columns_of out.csv unit period measure value | LC_ALL=C sort >got
	assert_as_rounded expected got
	run grep -c $'\t\\*$' got
	assert_output $((12477 + 12385 + 11950 + 11492))
	# a month is set against the month before, three months against the three before
	awk -F '\t' -v OFS='\t' '
		function number(period) { return substr(period, 1, 4) * 12 + substr(period, 6, 2) }
		{
			last = number(length($2) > 7 ? substr($2, 9) : $2)
			long = length($2) > 7
			at[$1, $3, long, last] = $4
			lines[NR] = $1 OFS $2 OFS $3; key[NR] = $1 SUBSEP $3 SUBSEP long SUBSEP last - (long ? 3 : 1); value[NR] = $4
		}
		END {
			for (i = 1; i <= NR; i++) {
				before = key[i] in at ? at[key[i]] : "*"
				if (value[i] == "*") print lines[i], "*", "*"
				else if (before == "*") print lines[i], "[z]", "[z]"
				else print lines[i], before, value[i] - before
			}
		}' expected >changes
	columns_of out.csv unit period measure previous change | LC_ALL=C sort >got
	LC_ALL=C sort changes >expected
	assert_as_rounded expected got
	run awk -F '\t' '$2 ~ "/" && $4 !~ /[][*]/ { print $2 }' got
	[ "$(printf '%s\n' "${lines[@]}" | sort -u)" = 2024-05/2024-07 ]
}

@test "real data: detentions by ethnic group, and their rates against those of White people" {
	need_data mha-detentions
	local file=$SHARED_DATA/mha-detentions/mha_annual_suppressed_2023_24.csv
	# all detentions of one year in England, by the broad groups
	tr -d '\r' <"$file" | awk '
		NR == 1 { print; next }
		/"All detentions","All","Ethnicity"/ && /"All submissions"/' >detentions.csv
	benchmark --given CrudeRate --measure-column Measure -u OrgID -b DemographicBreakdown \
		-c ratio --reference White detentions.csv >out.csv
	columns_of detentions.csv DemographicBreakdown CrudeRate | LC_ALL=C sort >expected
	columns_of out.csv DemographicBreakdown value | sed 's/\[z\]$//' | LC_ALL=C sort >got
	assert_as_rounded expected got
	awk -F '\t' -v OFS='\t' '
		{ group[NR] = $1; rate[NR] = $2; if ($1 == "White") white = $2 }
		END {
			for (i = 1; i <= NR; i++)
				if (rate[i] == "") print group[i], "[z]", "[z]"
				else print group[i], rate[i] / white, rate[i] - white
		}' expected >ratios
	columns_of out.csv DemographicBreakdown ratio difference | LC_ALL=C sort >got
	assert_as_rounded ratios got
}
