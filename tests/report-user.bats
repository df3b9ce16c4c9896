#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# report: what people who use it, or mean it harm, come upon.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	export TMPDIR=$PWD/tmp
	mkdir tmp
	cat >teams.csv <<-'END'
		unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method
		Ash,2026-03,trusted,mean,40,,40,4.1,3.9,4.3,,,student_t
		Beech,2026-03,trusted,mean,55,,55,3.2,3.0,3.4,,,student_t
	END
	content '{ "chart": { "stream": "teams.csv" } }'
}

content() { # JSON
	printf '{ "title": "T", "sections": [ { "title": "S", "content": [ %s ] } ] }\n' "$1" >report.json
}

refused() { # WORDS
	run --separate-stderr report -r report.json -o index.html
	assert_failure 2
	[[ $stderr == *"$1"* ]] || {
		echo "said: $stderr"
		echo "expected: $1"
		return 1
	}
	assert_equal "${#stderr_lines[@]}" 1
	assert_output ""
	[ ! -e index.html ]
	run find tmp -mindepth 1
	assert_output ""
}

@test "report: true is for options of plot that take no value, and none swallows the next" {
	for option in rows mark total theme sides; do
		content "{ \"chart\": { \"stream\": \"teams.csv\", \"options\": { \"$option\": true } } }"
		refused "at /sections/0/content/0/chart/options/$option: a text or a list of texts is expected, since it takes a value"
	done
	content '{ "chart": { "stream": "teams.csv", "options": { "undisclosed": true } } }'
	refused "--undisclosed needs --value"
}

@test "report: texts, headings and a chart's title are not empty" {
	local empty='is empty: a text is expected'

	content '{ "text": "" }'
	refused "at /sections/0/content/0/text: $empty"
	content '{ "text": [ "a", " " ] }'
	refused "at /sections/0/content/0/text/1: $empty"
	content '{ "list": [ "" ] }'
	refused "at /sections/0/content/0/list/0: $empty"
	content '{ "heading": "" }'
	refused "at /sections/0/content/0/heading: $empty"
	content '{ "chart": { "stream": "teams.csv", "title": "" } }'
	refused "at /sections/0/content/0/chart/title: $empty"
	content '{ "chart": { "stream": "teams.csv", "alt": "" } }'
	refused "at /sections/0/content/0/chart/alt: $empty"
	printf '{ "title": " ", "sections": [ { "title": "S", "content": [] } ] }' >report.json
	refused "at /title: $empty"
}

@test "report: no subtitle is no empty paragraph" {
	content '{ "chart": { "stream": "teams.csv", "subtitle": "" } }'
	report -r report.json -o index.html
	refute grep -qF '<p class="subtitle">' index.html
}

@test "report: a table's condition without a value is a fault" {
	content '{ "table": { "stream": "teams.csv", "caption": "C", "rows": { "unit": [] } } }'
	refused "at /sections/0/content/0/table/rows/unit: a value or a list of values is expected"
}

@test "report: only streams beside or below the page have links, and no page says where folders lie" {
	mkdir -p secret-folder/tables site
	mv teams.csv secret-folder/tables/
	report -r report.json -d secret-folder/tables -o site/index.html
	refute grep -q 'secret-folder\|href="[^#]' site/index.html
	grep -qE '<p class="download">The stream behind chart 1: teams[.]csv [(]CSV, [0-9]+ bytes[)]</p>' site/index.html
	report -r report.json -d "$PWD/secret-folder/tables" >standard.html
	grep -qF 'href="secret-folder/tables/teams.csv"' standard.html
	(cd site && report -r ../report.json -d ../secret-folder/tables >standard.html)
	cmp site/index.html site/standard.html
	report -r report.json -d secret-folder/tables -o secret-folder/index.html
	grep -qF '<a href="tables/teams.csv">Download the stream' secret-folder/index.html
}

@test "report: a stream that is a link goes by its own name" {
	mkdir -p elsewhere
	mv teams.csv elsewhere/real.csv
	ln -s elsewhere/real.csv teams.csv
	report -r report.json -o index.html
	grep -qF '<a href="teams.csv">' index.html
	refute grep -q 'elsewhere\|real.csv' index.html
}

@test "report: a theme lies beside the report file, as labels do" {
	mkdir ours
	cp "$ROOT/schemas/themes/high-contrast.json" ours/own.json
	content '{ "chart": { "stream": "teams.csv", "options": { "theme": "own.json" } } }'
	mv report.json teams.csv ours/
	report -r report.json -o plain.html && return 1
	report -r ours/report.json -o themed.html
	sed -i 's/, "options": { "theme": "own.json" }//' ours/report.json
	report -r ours/report.json -o plain.html
	refute cmp -s plain.html themed.html
}

@test "report: a run record of anybody is text, and shows no folders" {
	cat >run.json <<-'END'
		{ "program": "benchmark", "version": "</td><script>1</script>", "status": 0,
		  "options": { "measures": "/home/somebody/m.json", "output": "/home/somebody/o.csv", "title": "<script>\" onx=\"1" },
		  "configuration": [ { "file": "/home/somebody/m.json", "sha256": "ab" } ],
		  "counts": { "in": 1, "used": 1, "rejected": 0, "suppressed": 0, "excluded": 0 },
		  "details": { "inputs": [ { "file": "/home/somebody/<script>.csv", "bytes": 1, "sha256": "ab" } ] } }
	END
	report -r report.json --records run.json -o index.html
	refute grep -q 'somebody\|<script\|" onx' index.html
	grep -qF '&lt;script&gt;.csv' index.html
}

@test "report: a temporary folder that cannot be made is told with what to do" {
	TMPDIR=$PWD/nowhere run --separate-stderr report -r report.json -o index.html
	assert_failure 2
	[[ $stderr == *"cannot make a temporary folder; set TMPDIR to another place: "* ]]
	[ ! -e index.html ]
}
