# pipelines: equality, from published counts of detentions to rates and ratios by group.
bats_require_minimum_version 1.5.0
load helper

equality() {
	"$ROOT/pipelines/equality" "$@"
}

# One whole run for the tests that look at its folder.
setup_file() {
	bats_load_library bats-support
	cd "$BATS_FILE_TMPDIR" || return 1
	local checkout bin generate
	checkout=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	bin=${MHSW_BIN:-$checkout/bin}
	generate=$checkout/samples/generate
	[ ! -x "$bin/generate" ] || generate=$bin/generate
	"$generate" --type detentions --records 1140 >detentions.csv
	"$checkout/pipelines/equality" --in detentions.csv --out whole --highlight QX3 >said 2>messages
}

setup_filter() {
	WHOLE=$BATS_FILE_TMPDIR/whole
	DATA=$BATS_FILE_TMPDIR/detentions.csv
	TABLES=$WHOLE/public/tables
}

@test "equality: help names the options, and wrong ones are exit 2" {
	run equality --help
	assert_success
	assert_output --partial "usage: equality"
	local option words
	for option in in out as-of level reference config highlight max-rejects dry-run; do
		assert_output --partial "--$option"
	done
	while read -r words; do
		# shellcheck disable=SC2086 # words
		run equality $words
		assert_failure 2
		assert_output --partial "equality: "
	done <<-END
		--no-such-option
		--in $DATA
		--out out
		--in nowhere.csv --out out
		--in $DATA --out out --as-of 2024
		--in $DATA --out out --as-of 1999/00
		--in $DATA --out out --reference nobody
		--in $DATA --out out --highlight QX99
		--in $DATA --out out --max-rejects few
		--in $DATA --out out --reference
	END
	assert [ ! -e out ]
}

@test "equality: silent but for the summary, and the counts of all steps agree" {
	run cat "$BATS_FILE_TMPDIR/messages"
	assert_output ""
	run cat "$BATS_FILE_TMPDIR/said"
	assert_line "records: 1140 in, 0 rejected; the counts of all steps agree"
	run awk -F, 'NR > 1 && $2 != $3 + $4 + $5 + $6' "$WHOLE/private/counts.csv"
	assert_output ""
	assert_equal "$(stat -c %a "$WHOLE/private")" 700
	local name
	for name in detentions-rates detentions-ratios cto-ratios-in-detail section_136-by-organisation \
		cto-ratios-by-organisation; do
		assert [ -s "$WHOLE/public/charts/$name.svg" ]
		assert [ -s "$WHOLE/public/charts/$name.png" ]
	done
}

@test "equality: rates and ratios are those of the counts" {
	awk -F, -v OFS=, '
		NR == 1 || $6 !~ /^(white|black|asian|mixed|other)$/ || $9 == "*" { next }
		{ rate[$1 "," $3 "," $6 "," $5] = 100000 * $9 / $10; of[$1 "," $3 "," $6 "," $5] = $1 "," $3 ",white," $5 }
		END {
			for (key in rate)
				if (of[key] in rate)
					printf "%s,%.1f,%.4f\n", key, rate[key], rate[key] / rate[of[key]]
		}' "$DATA" | sort >expected
	columns unit,period,ethnic_group,measure,value,ratio <"$TABLES/by-group.csv" |
		awk -F, 'NR > 1 && $6 ~ /^[0-9]/' | sort >got
	assert [ -s expected ]
	# the last digit may be rounded another way
	run awk -F, '
		FNR == NR { value[$1 $2 $3 $4] = $5; ratio[$1 $2 $3 $4] = $6; n++; next }
		{
			key = $1 $2 $3 $4
			if (!(key in value) || (value[key] - $5) ^ 2 > .1001 ^ 2 || (ratio[key] - $6) ^ 2 > .000101 ^ 2)
				print
			seen++
		}
		END { if (seen != n) print seen " of " n }' expected got
	assert_output ""
}

@test "equality: no change is reckoned from one census to the other" {
	columns period,population_base,previous <"$TABLES/by-group.csv" | sort -u >got
	run grep '^2021/22,census_2011,[0-9]' got
	assert_failure
	run grep '^2022/23,census_2021,[0-9]' got
	assert_failure
	run grep -c '^2023/24,census_2021,[0-9]' got
	[ "$output" -gt 0 ]
	# a year has one census
	run bash -c "cut -d, -f1,2 got | grep census | sort -u | cut -d, -f1 | uniq -d"
	assert_output ""
}

@test "equality: published rates pass as they are, and their ratios with limits" {
	awk -F, 'NR > 1 && $1 == "England" && $6 ~ /^(white|black|asian|mixed|other)$/ { printf "%s,%s,%s,%.1f,%.1f,%.1f\n", $3, $6, $5, $13, $14, $15 }' "$DATA" |
		sort >expected
	columns period,ethnic_group,measure,value,lower95,upper95 <"$TABLES/published-by-group.csv" |
		awk -F, 'NR > 1 && $2 != "unknown"' | sort | diff expected -
	# ratios of the published rates
	run awk -F, '
		FNR == NR { rate[$1 $2 $3] = $4; next }
		FNR > 1 && $4 ~ /^[0-9]/ { n++; d = $4 - rate[$1 $2 $3] / rate[$1 "white" $3]; if (d * d > .000051 ^ 2) print }
		FNR > 1 && $2 != "white" && $2 != "unknown" && $5 !~ /^[0-9]/ { print "no limits: " $0 }
		END { print n }' expected <(columns period,ethnic_group,measure,ratio,ratio_lower95 <"$TABLES/published-by-group.csv")
	assert_output 60
}

@test "equality: detailed groups are set against the largest of them" {
	columns ethnic_group,ratio <"$TABLES/by-detailed-group.csv" | grep '^A,' | sort -u >got
	run cat got
	assert_output "A,1.0000"
	run columns ethnic_group <"$TABLES/by-group.csv"
	refute_line A
	refute_line all
}

@test "equality: how many have a group that is not known" {
	awk -F, 'NR > 1 && $6 == "unknown" { unknown[$1 "," $3 "," $5] = $9 } NR > 1 && $6 == "all" { all[$1 "," $3 "," $5] = $9 }
		END { for (key in all) if (unknown[key] != "*") printf "%s,%d,%d\n", key, unknown[key], all[key] }' "$DATA" | sort >expected
	columns unit,period,measure,numerator,denominator,value <"$TABLES/not-known.csv" |
		awk -F, 'NR > 1 && $6 ~ /^[0-9]/' | cut -d, -f1-5 | sort | diff expected -
	assert [ -s expected ]
}

@test "equality: an earlier year, another reference, and the hand-made sample" {
	charts_as_text
	run equality --in "$DATA" --out out --as-of 2021/22 --reference asian
	assert_success
	columns ethnic_group,population_base,period,ratio <out/public/tables/by-group.csv >got
	run grep '^asian,census_2011,2021/22,1.0000' got
	assert_success
	run cat out/public/charts/detentions-ratios.svg
	assert_output --partial "How many times the rate of 'Asian or Asian British': England, 2021/22"
	run equality --in "$SAMPLES/detentions.csv" --out sample
	assert_success
	run columns unit,ethnic_group,value,reference <sample/public/tables/by-group.csv
	assert_line "QX9,black,250.0,87.5"
}

@test "equality: no record at all is a folder without charts" {
	charts_as_text
	: >empty.csv
	head -n 1 "$DATA" >header.csv
	local input
	for input in empty.csv header.csv; do
		run equality --in "$input" --out out
		assert_success
		assert_line "charts:  out/public/charts (0 as SVG and PNG)"
	done
}

@test "equality: a dry run prints commands and makes nothing" {
	run equality --in "$DATA" --out "my out" --dry-run
	assert_success
	assert_output --partial "--compare ratio,change"
	assert [ ! -e "my out" ]
}

@test "equality: a filter that fails and too many rejects fail whole; the old folder stays" {
	charts_as_text
	local name
	mkdir -p out/private out/public
	echo old >out/public/mark
	for name in validate benchmark plot report; do
		mv "filters/$name" kept
		printf '#!/bin/sh\nhead -n 3\nexit 2\n' >"filters/$name"
		chmod +x "filters/$name"
		run equality --in "$DATA" --out out
		assert_failure 2
		assert_output --partial "$name failed (exit 2)"
		rm "filters/$name"
		mv kept "filters/$name"
	done
	sed '2s/,7[0-9]*,/,lots,/; 3s/all,all/all,none/' "$DATA" >faulty.csv
	run equality --in faulty.csv --out out --max-rejects 0
	assert_failure 2
	assert_equal "$(cat out/public/mark)" old
	run find . -maxdepth 1 -name 'out.*'
	assert_output ""
}

@test "equality: the same figures give the same bytes" {
	charts_as_text
	run equality --in "$DATA" --out one
	assert_success
	run equality --in "$DATA" --out two
	assert_success
	diff -r one/public two/public
	diff -r one/public/tables "$TABLES"
}

@test "equality: the measures are those of the schema" {
	local file
	for file in measures published-measures; do
		run benchmark --check-config -m "$SCHEMAS/detentions/$file.json" --unit organisation
		assert_success
		sed -n 's/.*"id": "\([a-z0-9_]*\)".*/\1/p' "$SCHEMAS/detentions/$file.json" | sort >got
		# shellcheck disable=SC2016 # backticks of Markdown
		sed -n '/^### Values of `measure`/,/^### /s/^| `\([a-z0-9_]*\)`.*/\1/p' "$SCHEMAS/detentions/dictionary.md" |
			sort | diff - got
	done
}
