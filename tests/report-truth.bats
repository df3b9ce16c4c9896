#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# report: every figure of a page is one of its streams, every count one of the run records.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	command -v python3 >/dev/null || skip "no python3 to read pages with"
	command -v gnuplot >/dev/null || skip "no gnuplot to draw with"
	local generate=${GENERATE:-$SAMPLES/generate}
	[ -x "$generate" ] || skip "samples/generate is not built"
	"$generate" --type indicators --records 120 --seed 1 --months 36 >published.csv
	"$ROOT/pipelines/indicators" --in published.csv --out out >said
}

read_page() {
	python3 "$ROOT/tests/report/truth.py" out/public out/private/runs
}

@test "report truth: tables, counts and digests of a page are those of its files" {
	run read_page
	assert_success
	assert_output --regexp '^[1-9][0-9]{2,} comparisons$'
}

@test "report truth: a figure, a count and a digest that are others are seen" {
	cp out/public/index.html page.html
	# a figure of the first table
	awk '!done && /<tr><th scope="row">Made-up/ { done = sub(/<td class="n">[0-9.]+</, "<td class=\"n\">987.6<") } { print }' \
		page.html >out/public/index.html
	run read_page
	assert_failure
	assert_output --partial "no row of"
	# a count of a step
	sed 's|\(<td>validate</td><td class="n">\)[0-9,]*<|\1987654<|' page.html >out/public/index.html
	run read_page
	assert_failure
	assert_output --partial "in is not the sum"
	cp page.html out/public/index.html
	for table in out/public/*/*.csv; do
		sed -i '$s/$/ /' "$table"
	done
	run read_page
	assert_failure
	assert_output --partial "another digest"
}

@test "report truth: placeholders fetch the figure that they name" {
	local stream=out/public/tables/by-organisation.csv
	awk -F, 'NR > 1 && $0 !~ /"/ { print $1 "\t" $3 }' "$stream" | head -n 20 | while IFS=$'\t' read -r unit measure; do
		awk -F, -v OFS='\t' -v unit="$unit" -v measure="$measure" '
			NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
			$1 == unit && $at["measure"] == measure { print unit, measure, $at["value"] }' "$stream"
	done | awk -F '\t' 'NF == 3 && $3 ~ /^[0-9.]+$/' >wanted
	[ "$(wc -l <wanted)" -gt 5 ]
	cp "$stream" figures.csv
	{
		printf '{ "title": "T", "sections": [ { "title": "S", "content": ['
		awk -F '\t' '{ printf "%s{ \"text\": \"figure %d is {{figures.csv | unit = %s | measure = %s | value}}.\" }", (NR > 1 ? "," : ""), NR, $1, $2 }' wanted
		printf '] } ] }\n'
	} >report.json
	report -r report.json -o page.html
	while IFS=$'\t' read -r number value; do
		run grep -cF "figure $number is $value" page.html
		assert_output 1
	done < <(awk -F '\t' -v OFS='\t' '{ print NR, $3 }' wanted)
}
