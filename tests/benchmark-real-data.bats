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
	# the same types from the list of councils
	sed -E 's/^([^,]*),("[^"]*"|[^,]*),([^,]*),.*/\1,\3/; 1s/.*/unit,group/' \
		"$SCHEMAS/lists/councils.csv" >types.csv
	benchmark --given value --measure-column code -u ons --peers types.csv \
		-c quartile,mad councils.csv >listed.csv
	cmp out.csv listed.csv
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
	local file
	validate -q -s "$SCHEMAS/indicators-mhsds-4ww/table.json" "$SHARED_DATA"/mhsds-4ww/MHSDS_*.csv |
		benchmark --given value --measure-column indicator -u organisation \
			-p period_start --period-end period_end \
			--peer-group organisation_level --national England -c quartile,change >out.csv
	published_waits "$SHARED_DATA"/mhsds-4ww/MHSDS_*.csv | LC_ALL=C sort >expected
	[ "$(wc -l <expected)" -eq $((19958 + 19934 + 19442 + 18912)) ]
	columns_of out.csv unit period measure value | LC_ALL=C sort >got
	assert_as_rounded expected got
	run grep -c $'\t\\*$' got
	assert_output $((12477 + 12385 + 11950 + 11492))
	# boards are compared with boards and providers with providers, where they are shown
	for file in "$SHARED_DATA"/mhsds-4ww/MHSDS_*.csv; do
		columns_of "$file" PRIMARY_LEVEL BREAKDOWN
	done | LC_ALL=C sort -u >levels
	awk -F '\t' -v OFS='\t' '
		NR == FNR { level[$1] = $2; next }
		{ set[FNR] = level[$1] FS $2 FS $3; line[FNR] = $1 OFS $2 OFS $3; last = FNR }
		level[$1] != "England" && $4 != "*" { units[set[FNR]]++ }
		END { for (i = 1; i <= last; i++) print line[i], set[i] ~ /^England/ ? "[z]" : units[set[i]] + 0 }' \
		levels expected | LC_ALL=C sort >units
	columns_of out.csv unit period measure units | LC_ALL=C sort >got
	assert_as_rounded units got
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

# The figures of one year of detentions, each under all that it is of.
detentions() { # OPTION...
	benchmark -u OrgID "$@" -b OrganisationBreakdown -b measureSubcategory -b Datasource \
		-b Demographic -b DemographicBreakdown
}

# Each group's rate over that of White people of the same organisation and measure.
ratios_to_white() { # of six columns and a rate
	awk -F '\t' -v OFS='\t' '
		{ set = $1; for (i = 2; i < 6; i++) set = set FS $i; set = set FS $7 }
		NR == FNR { if ($6 == "White") white[set] = $8 + 0; next }
		$8 == "[z]" || !(white[set] > 0) { print $0, "[z]", "[z]"; next }
		{ print $0, $8 / white[set], $8 - white[set] }' "$1" "$1"
}

@test "real data: detentions by ethnic group, and their rates against those of White people" {
	need_data mha-detentions
	local file=$SHARED_DATA/mha-detentions/mha_annual_suppressed_2023_24.csv
	detentions --given CrudeRate --measure-column Measure -c ratio --reference White "$file" >out.csv
	# every record of the file, those of one key together
	run awk -F '\t' '{ n += $1 } END { print n }' <(columns_of out.csv records)
	assert_output 6947
	columns_of "$file" OrgID OrganisationBreakdown measureSubcategory Datasource Demographic \
		DemographicBreakdown Measure CrudeRate | sed 's/\t$/\t[z]/' | LC_ALL=C sort -u >rates
	ratios_to_white rates | LC_ALL=C sort >expected
	run grep -vc '\[z\]$' expected
	assert_output 1704
	columns_of out.csv unit OrganisationBreakdown measureSubcategory Datasource Demographic \
		DemographicBreakdown measure value ratio difference | LC_ALL=C sort >got
	assert_as_rounded expected got
}

@test "real data: standardised rates of detention with the limits that they are published with" {
	need_data mha-detentions
	# half the width of the interval stands beside the rate
	columns_of "$SHARED_DATA/mha-detentions/mha_annual_suppressed_2023_24.csv" OrgID \
		OrganisationBreakdown measureSubcategory Datasource Demographic DemographicBreakdown \
		Measure StdRate Confidence_interval >published
	awk -F '\t' -v OFS=, '
		BEGIN { print "OrgID", "OrganisationBreakdown", "measureSubcategory", "Datasource", "Demographic", "DemographicBreakdown", "Measure", "StdRate", "lower", "upper" }
		{
			for (i = 1; i <= 7; i++) printf "\"%s\",", $i
			if ($9 == "") print $8, "", ""
			else print $8, $8 - $9, $8 + $9
		}' published >limits.csv
	cat >standardised.json <<-'END'
		{ "measures": [ { "id": "rate", "label": "Standardised rate per 100,000", "kind": "given",
		    "column": "StdRate", "lower": "lower", "upper": "upper", "decimals": 1 } ] }
	END
	detentions -b Measure -m standardised.json -c ratio --reference White limits.csv >out.csv
	awk -F '\t' -v CONVFMT=%.9g -v OFMT=%.9g -v OFS='\t' '
		$8 == "" { next }
		{ set = $1; for (i = 2; i < 6; i++) set = set FS $i; set = set FS $7; lines[NR] = $0; sets[NR] = set }
		$6 == "White" { rate[set] = $8; half[set] = $9 }
		END {
			for (i = 1; i <= NR; i++) if (i in lines) {
				split(lines[i], f); set = sets[i]
				printf "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%.1f\t%.1f\t", f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[8] - f[9], f[8] + f[9]
				if (f[6] == "White") { print 1, "[z]", "[z]"; continue }
				if (!(rate[set] > 0) || !(f[8] > 0)) { print (rate[set] > 0 ? 0 : "[z]"), "[z]", "[z]"; continue }
				reach = sqrt((f[9] / f[8]) ^ 2 + (half[set] / rate[set]) ^ 2)
				ratio = f[8] / rate[set]
				print ratio, ratio * exp(-reach), ratio * exp(reach)
			}
		}' published | LC_ALL=C sort >expected
	columns_of out.csv unit OrganisationBreakdown measureSubcategory Datasource Demographic \
		DemographicBreakdown Measure value lower95 upper95 ratio ratio_lower95 ratio_upper95 |
		awk -F '\t' '$8 != "[z]"' | LC_ALL=C sort >got
	assert_as_rounded expected got
	run awk -F '\t' '$13 !~ /z/' got
	# four measures of 21 groups
	[ "${#lines[@]}" -eq $((4 * 20)) ]
}
