#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# report: one page of texts, charts and tables, whole or not at all.

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
		"Beech, North",2026-03,trusted,mean,55,,55,3.2,3.0,3.4,,,student_t
		Cedar <b>&'s,2026-03,trusted,mean,*,*,*,*,*,*,*,*,student_t
		Ash,2026-03,share,proportion,40,10,40,25.0,14.2,40.2,,,wilson
	END
	cat >report.json <<-'END'
		{ "title": "Teams & <trust>", "summary": "Ash has {{teams.csv | unit = Ash | measure = trusted | value}}.",
		  "sections": [ { "title": "One", "content": [
		    { "text": "Cedar: {{teams.csv|measure=trusted|records=*|value}}." },
		    { "chart": { "stream": "teams.csv", "measure": "trusted" } },
		    { "table": { "stream": "teams.csv", "columns": ["unit", "value"], "rows": { "measure": "trusted" },
		      "caption": "Trust" } } ] } ] }
	END
}

# The report file with something else in place of its content, or of all sections.
content() { # JSON
	printf '{ "title": "T", "sections": [ { "title": "S", "content": [ %s ] } ] }\n' "$1" >report.json
}

sections() { # JSON
	printf '{ "title": "T", "sections": [ %s ] }\n' "$1" >report.json
}

refused() { # WORDS [ARGUMENT...]
	run --separate-stderr report -r report.json "${@:2}"
	assert_failure 2
	[[ $stderr == *"$1"* ]] || {
		echo "said: $stderr"
		echo "expected: $1"
		return 1
	}
	assert_equal "${#stderr_lines[@]}" 1
	assert_output ""
	clean
}

# No temporary folder and no half-written page.
clean() {
	run find tmp -mindepth 1
	assert_output ""
	run compgen -G "index.html.??????"
	assert_output ""
}

# A plot of the test's own beside a copy of report: the words of standard input.
own_plot() {
	mkdir own
	cp "$MHSW_BIN/report" own/
	{ printf '#!/bin/bash\n' && cat; } >own/plot
	chmod +x own/plot
}

# Arguments for own_plot's scripts: the file behind an option.
# shellcheck disable=SC2016
behind='
	behind() { while [ "$1" != "$2" ]; do set -- "$1" "${@:3}"; done; echo "$3"; }
'

# --- the page --------------------------------------------------------------------

@test "report: the help's usage is the manual's" {
	command -v mandoc >/dev/null || skip "no mandoc here"
	run bash -c 'mandoc -Tutf8 "$1" | col -b | sed -n "/^SYNOPSIS/,/^DESCRIPTION/{//!p}" |
		tr -s " \t\n" " " | sed "s/^ //; s/ $//"' - "$ROOT/filters/report/report.1"
	assert_output "$(usage_of report)"
}

@test "report: a page with a chart, a table and figures in texts" {
	run --separate-stderr report -r report.json -o index.html
	assert_success
	assert_equal "$stderr" ""
	grep -qF '<html lang="en-GB">' index.html
	grep -qF '<title>Teams &amp; &lt;trust&gt;</title>' index.html
	grep -qF '<h1>Teams &amp; &lt;trust&gt;</h1>' index.html
	grep -qF '<p class="lead">Ash has 4.1.</p>' index.html
	grep -qF '<p>Cedar: a figure held back because of small numbers.</p>' index.html
	grep -qF '<tr><th scope="row" class="b">Ash</th><td class="n">4.1</td></tr>' index.html
	grep -qF 'Cedar &lt;b&gt;&amp;&#39;s' index.html
	refute grep -qF 'Cedar <b>' index.html
	assert_equal "$(grep -c '<svg class="wide"' index.html)" 1
	assert_equal "$(grep -c '<svg class="narrow"' index.html)" 1
	clean
}

@test "report: the page is well-formed, its ids are unique, and it asks for nothing else" {
	command -v python3 >/dev/null || skip "no python3 here"
	report -r report.json -o index.html
	run python3 "$ROOT/tests/report/judge.py" index.html
	assert_success
	# the judge can tell
	sed 's/<\/h1>/<\/h1><h4>x<\/h4>/; s/<h2 id="about">/<h2 id="quality" style="color:red">/; s/<\/main>//' index.html >bad.html
	run python3 "$ROOT/tests/report/judge.py" bad.html
	assert_failure
	assert_line --partial "has style"
	assert_line --partial "<h4> follows level"
	assert_line "id quality is there twice"
	assert_line "there is no id about"
}

@test "report: the policy of the page names the one style that it has" {
	command -v openssl >/dev/null || skip "no openssl here"
	report -r report.json -o index.html
	digest=$(sed -n '/<style>/,/<\/style>/p' index.html | sed 's/^<style>//; s/<\/style>$//' |
		perl -pe 'chomp if eof' | openssl dgst -sha256 -binary | base64)
	grep -qF "style-src 'sha256-$digest'" index.html
}

@test "report: a page of the samples, with records, in order and with their commands and digests" {
	mkdir runs
	score -q -c "$SCHEMAS/feedback/scales.json" --run-record runs/2-score.json --digest -o scored.csv "$SAMPLES/feedback-clean.csv"
	benchmark -q --mean experience -u team -c quartile,rank --run-record runs/10-benchmark.json --digest -o by-team.csv scored.csv
	content '{ "chart": { "stream": "by-team.csv" } }'
	report -q -r report.json --records runs -o index.html
	# each count of the records, in the order of the names
	run grep -c '<tr><th scope="row">2-score</th><td>score</td><td class="n">200</td>' index.html
	assert_output 1
	run bash -c 'grep -o "scope=\"row\">[0-9]*-[a-z]*<" index.html | head -2 | paste -sd" "'
	assert_output 'scope="row">2-score< scope="row">10-benchmark<'
	# the commands, without folders
	grep -qF "<li><code>score --quiet --config scales.json --run-record 2-score.json --digest --output scored.csv feedback-clean.csv</code></li>" index.html
	refute grep -qF "$PWD" index.html
	refute grep -qF "$SAMPLES" index.html
	grep -qF "$(sha256sum <scored.csv | cut -d' ' -f1)" index.html
	refute grep -q seconds index.html
}

@test "report: every figure in a table is one of the stream" {
	command -v python3 >/dev/null || skip "no python3 here"
	report -r report.json -o index.html
	run python3 - <<-'END'
		import csv, html, re
		page = open("index.html", encoding="utf-8").read()
		cells = [c for row in csv.reader(open("teams.csv", encoding="utf-8")) for c in row]
		page = page[:page.index('<h2 id="quality">')]
		found = [html.unescape(re.sub(r" <span.*?</span>", "", c)) for c in re.findall(r'<t[dh](?: scope="row")?(?: class="[nb]")?>(.*?)</t[dh]>', page)]
		print(len(found) > 8, [c for c in found if c not in cells])
	END
	assert_output "True []"
}

@test "report: the same page in every place, locale, time zone, and however many work at it" {
	report -r report.json -j 1 -o index.html
	mkdir -p elsewhere/deep
	cp teams.csv report.json elsewhere/deep
	(cd elsewhere/deep && LC_ALL=C TZ=Asia/Tokyo report -r report.json -j 8 -o index.html)
	cmp index.html elsewhere/deep/index.html
	report -r "$PWD/elsewhere/deep/report.json" >third.html
	# a page on standard output lies where the program runs
	run diff <(sed 's/href="elsewhere\/deep\//href="/' third.html) index.html
	assert_success
}

@test "report: links to a stream work from the page's folder" {
	mkdir -p out/tables
	mv teams.csv 'out/tables/the teams.csv'
	sed -i 's/teams[.]csv/the teams.csv/' report.json
	report -r report.json -d out/tables -o out/index.html
	grep -qF 'href="tables/the%20teams.csv"' out/index.html
	report -r report.json -d "$PWD/out/tables" -o "$PWD/out/index.html"
	grep -qF 'href="tables/the%20teams.csv"' out/index.html
}

@test "report: text is text, whatever stands in it" {
	printf 'unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method\n' >teams.csv
	printf '%s\n' '</table><script>alert(1)</script>,all,trusted,mean,9,,9,1.0,,,,,x' \
		'""" onload=x",all,trusted,mean,9,,9,2.0,,,,,x' $'a\u202eb\x1b[31m\x01,all,trusted,mean,9,,9,3.0,,,,,x' >>teams.csv
	cat >report.json <<-'END'
		{ "title": "</title><script>", "lang": "en", "summary": "\u202e\u0007 & \" '",
		  "sections": [ { "title": "</h2><img src=x>", "content": [ { "text": "<a href='javascript:x'>" }, { "list": ["<li>"] },
		    { "heading": "</h3>" }, { "chart": { "stream": "teams.csv", "measure": "trusted", "title": "<i>", "caption": "]]>" } },
		    { "table": { "stream": "teams.csv", "caption": "</caption>" } } ] } ] }
	END
	report -r report.json -o index.html
	refute grep -qiE '<script|<img|<a href=.javascript|<i>|onload=x,' index.html
	refute grep -qP '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xe2\x80\xae' index.html
	grep -qF '&lt;/table&gt;&lt;script&gt;alert(1)&lt;/script&gt;' index.html
	grep -qF '&quot; onload=x' index.html
	if command -v python3 >/dev/null; then
		run python3 "$ROOT/tests/report/judge.py" index.html
		assert_success
	fi
}

@test "report: a stream of a header alone gives a page that says so" {
	head -1 teams.csv >empty.csv
	content '{ "chart": { "stream": "empty.csv" } }, { "table": { "stream": "empty.csv", "caption": "None" } }'
	report -r report.json -o index.html
	grep -qF 'There are no rows.' index.html
	assert_equal "$(grep -c '<svg class="wide"' index.html)" 1
}

@test "report: headings go down one by one, and a section's own id is its anchor" {
	sections '{ "title": "A", "id": "first", "content": [ { "chart": { "stream": "teams.csv", "measure": "trusted" } },
		{ "heading": "H" }, { "chart": { "stream": "teams.csv", "measure": "share" } } ] }'
	report -r report.json -o index.html
	grep -qF '<li><a href="#first">A</a></li>' index.html
	grep -qF '<h2 id="first">A</h2>' index.html
	run grep -oE '<h[1-6]' index.html
	assert_output "$(printf '<h%s\n' 1 2 2 3 3 4 2 3 2 3 3 3)"
}

@test "report: sections on quality and on the page can be left out" {
	sed -i 's/"sections"/"quality": false, "about": false, "sections"/' report.json
	report -r report.json -o index.html
	refute grep -qE 'id="(quality|about)"|href="#(quality|about)"' index.html
}

@test "report: measures have the names that the labels give them" {
	echo '{ "measures": [ { "id": "trusted", "label": "Able to trust" } ] }' >measures.json
	sed -i 's/"sections"/"labels": ["measures.json"], "sections"/; s/"unit", "value"/"unit", "measure", "value"/' report.json
	report -r report.json -o index.html
	grep -qF '<td>Able to trust</td>' index.html # too long for one line at any width
	grep -qF 'Able to trust' <(grep '<h3 id="chart-1-title"' index.html)
	rm measures.json
	refused "measures.json: cannot open"
}

# --- the report file -------------------------------------------------------------

@test "report: what is wrong with the report file is said by its place" {
	while IFS='|' read -r json words; do
		content "$json"
		refused "report.json: at /sections/0/content/0$words"
	done <<-'END'
		{ "txt": "x" }|/txt: unknown key, did you mean 'text'?
		{ "text": "x", "list": ["y"] }|: one of text, list, heading, chart and table is expected
		{ }|: one of text, list, heading, chart and table is expected
		{ "text": 5 }|/text: a text is expected
		{ "text": ["a", 5] }|/text/1: a text is expected
		{ "list": "a" }|/list: a list of texts is expected
		{ "heading": ["a"] }|/heading: a text is expected
		{ "chart": { } }|/chart/stream: is missing: a text is expected
		{ "chart": { "stream": "teams.csv", "mesure": "x" } }|/chart/mesure: unknown key, did you mean 'measure'?
		{ "chart": { "stream": "teams.csv", "options": { "output": "x" } } }|/chart/options/output: is not an option to give here
		{ "chart": { "stream": "teams.csv", "options": { "outp": "x" } } }|/chart/options/outp: is not an option to give here
		{ "chart": { "stream": "teams.csv", "options": { "-o": "x" } } }|/chart/options/-o: is no name of an option
		{ "chart": { "stream": "teams.csv", "options": { "rebase": 5 } } }|/chart/options/rebase: a text, a list of texts, or true
		{ "chart": { "stream": "none.csv" } }|/chart/stream: none.csv: cannot open the stream: No such file or directory
		{ "chart": { "stream": "../teams.csv" } }|/chart/stream: '../teams.csv' is no file of the folder
		{ "chart": { "stream": "/etc/passwd" } }|/chart/stream: '/etc/passwd' is no file of the folder
		{ "chart": { "stream": "tmp" } }|/chart/stream: tmp: is no file
		{ "table": { "stream": "teams.csv" } }|/table/caption: is missing: a text is expected
		{ "table": { "stream": "teams.csv", "caption": "c", "columns": ["unit", "valu"] } }|/table/columns/1: teams.csv:1: no column 'valu', did you mean 'value'?
		{ "table": { "stream": "teams.csv", "caption": "c", "columns": [] } }|/table/columns: a list of columns is expected
		{ "table": { "stream": "teams.csv", "caption": "c", "rows": { "mesure": "x" } } }|/table/rows/mesure: teams.csv:1: no column 'mesure'
		{ "table": { "stream": "teams.csv", "caption": "c", "rows": ["x"] } }|/table/rows: an object of columns and their values is expected
		{ "chart": { "stream": "teams.csv", "measure": "nothing" } }|/chart: the chart could not be drawn: 
	END
	while IFS='|' read -r json words; do
		sections "$json"
		refused "report.json: at $words"
	done <<-'END'
		|/sections: a list of sections is expected
		{ "title": "" , "content": [] }|/sections/0/title: is empty
		{ "title": "a" }|/sections/0/content: a list is expected
		{ "title": "a", "id": "No", "content": [] }|/sections/0/id: an id is made of small letters
		{ "title": "a", "id": "main", "content": [] }|/sections/0/id: is an id of the page itself
		{ "title": "a", "id": "chart-1", "content": [] }|/sections/0/id: is an id of the page itself
		{ "title": "a", "id": "x", "content": [] }, { "title": "b", "id": "x", "content": [] }|/sections/1: its id is that of section 0 too
	END
	echo '[]' >report.json
	refused "report.json: an object is expected"
	echo '{ "title": "T", "lang": "en GB", "sections": [ { "title": "S", "content": [] } ] }' >report.json
	refused "report.json: at /lang: is no language tag"
	echo '{' >report.json
	refused "report.json:2: not JSON"
}

@test "report: a placeholder that finds no row, or several, is a fault at its place" {
	while IFS='|' read -r text words; do
		content "{ \"text\": \"${text//;/|}\" }"
		refused "report.json: at /sections/0/content/0/text: $words"
	done <<-'END'
		{{teams.csv ; unit = Elm ; value}}|no row of teams.csv meets the conditions of the placeholder for 'value'
		{{teams.csv ; unit = Ash ; value}}|several rows of teams.csv meet the conditions
		{{teams.csv ; value}}|several rows of teams.csv meet the conditions
		{{teams.csv ; unti = Ash ; value}}|teams.csv:1: no column 'unti', did you mean 'unit'?
		{{teams.csv ; unit = Ash ; figure}}|teams.csv:1: no column 'figure'
		{{none.csv ; unit = Ash ; value}}|none.csv: cannot open the stream
		{{teams.csv}}|'{{teams.csv}}' is no placeholder: write
		{{teams.csv ; unit ; value}}|'{{teams.csv | unit | value}}' is no placeholder
		{{teams.csv ; unit = Ash}}|'{{teams.csv | unit = Ash}}' is no placeholder
		{{teams.csv ; unit = Ash ;}}|'{{teams.csv | unit = Ash |}}' is no placeholder
		{{}}|'{{}}' is no placeholder
		a {{teams.csv|a placeholder begins with {{ and does not end
	END
}

@test "report: a figure that is none reads as words, a share with its sign" {
	content '{ "text": "n: {{teams.csv | unit = Ash | measure = trusted | numerator}}, {{teams.csv|unit=Ash|measure=share|value}}" }'
	report -r report.json -o index.html
	grep -qF '<p>n: no figure, 25.0%</p>' index.html
}

@test "report: --check-config looks at the report file and the words, not at streams" {
	rm teams.csv
	run --separate-stderr report -r report.json --check-config
	assert_success
	assert_output ""
	content '{ "text": "{{" }'
	refused "does not end" --check-config
}

@test "report: options that do not go together" {
	refused "takes no input file" teams.csv
	refused "are for streams, not for pages" --no-header
	refused "are for streams, not for pages" --header teams.csv
	refused "--jobs takes a number from 1 to 64" --jobs 0
	refused "--jobs takes a number from 1 to 64" --jobs many
	run --separate-stderr report
	assert_failure 2
	assert_equal "$stderr" "report: no report file: give one with --report FILE"
	refused "absent: cannot open" --records absent
	refused "not there" -d absent 2>/dev/null || refused "absent/teams.csv: cannot open" -d absent
}

# --- fixed words -----------------------------------------------------------------

@test "report: the fixed words can be another language's, all of them" {
	sed 's/^language,en-GB/language,cy/; s/^contents,Contents/contents,Cynnwys/' "$ROOT/filters/report/strings/en-GB.csv" >cy.csv
	refused "at /lang: the fixed words are cy: name a file of that language with --strings" --strings cy.csv
	sed -i 's/"title": "Teams/"lang": "cy-GB", "title": "Teams/' report.json
	refused "at /lang: the fixed words are en-GB"
	report -r report.json --strings cy.csv -o index.html
	grep -qF '<html lang="cy-GB">' index.html
	grep -qF '<h2 id="contents">Cynnwys</h2>' index.html
	sed '/^contents,/d' cy.csv >fewer.csv
	refused "key 'contents' stands in en-GB.csv and not in fewer.csv" --strings fewer.csv
	{ cat cy.csv && echo extra,x; } >more.csv
	refused "key 'extra' stands in more.csv and not in en-GB.csv" --strings more.csv
	sed 's/^table.caption,.*/table.caption,"{2}"/' cy.csv >places.csv
	refused "'table.caption' has {1} 0 times, not 1" --strings places.csv
	{ cat cy.csv && echo contents,x; } >twice.csv
	refused "twice.csv" --strings twice.csv
}

@test "report: each fixed text has a place in the program, and each place a text" {
	cut -d, -f1 "$ROOT/filters/report/strings/en-GB.csv" | tail -n +2 | sort >keys
	refute grep -qx '' keys
	assert_equal "$(sort -u keys | wc -l)" "$(wc -l <keys)"
	cat "$ROOT"/filters/report/*.c "$ROOT"/filters/report/*/*.c >source
	while read -r key; do
		grep -qF "\"$key\"" source || {
			echo "nobody asks for $key"
			return 1
		}
	done < <(grep -vE '^(column|finding|method|state|rule|outcome)[.]' keys)
	run bash -c 'grep -oE "\"(chart|table|quality|about|head|cell|note|size|figure|role)[.][a-z0-9.]+\"" source |
		tr -d \" | grep -vE "[.](h|csv|inc|json)$" | sort -u | comm -13 keys -'
	assert_output ""
}

@test "report: the findings of validate have words here" {
	grep -ohE '"[EW][0-9]{3}"' "$ROOT"/filters/validate/finding/finding_texts.c | tr -d '"' | sort >codes
	assert [ -s codes ]
	run bash -c 'sed -n "s/^finding[.]\([EW][0-9]*\),.*/\1/p" "$1" | sort | diff codes -' - \
		"$ROOT/filters/report/strings/en-GB.csv"
	assert_output ""
}

# --- quality ---------------------------------------------------------------------

@test "report: findings, drift and rules stand in the page as the run records have them" {
	mkdir runs
	validate -q -s "$SCHEMAS/feedback/table.json" --rejects bad.csv --run-record runs/1-validate.json "$SAMPLES/feedback.csv" >good.csv 2>/dev/null || true
	validate -q -s "$SCHEMAS/feedback/table.json" --compare-with runs/1-validate.json --run-record runs/2-again.json <(head -60 good.csv) >/dev/null 2>&1 || true
	benchmark -q --mean listened -u team --disclosure none --run-record runs/3-open.json good.csv >/dev/null
	benchmark -q --mean listened -u team --run-record runs/4-closed.json good.csv >/dev/null
	echo '{ "not": "a run record" }' >runs/other.json
	run --separate-stderr report -r report.json --records runs -o index.html
	assert_success
	assert_equal "$stderr" "report: warning: runs/other.json: is no run record, and is passed over"
	grep -qF '<tr><th scope="row">E304</th><td>Is over the maximum</td><td>respected</td><td class="n">1</td></tr>' index.html
	grep -qF '<tr><th scope="row">1-validate</th><td>validate</td><td class="n">501</td><td class="n">476</td><td class="n">25</td>' index.html
	grep -qF 'Done, but data failed a check' index.html
	grep -qF 'Differences from an earlier file at step 2-again' index.html
	grep -qE '<th scope="row">W70[1-4]</th>' index.html
	grep -qF '<tr><th scope="row">3-open</th><td>None: every figure is shown</td></tr>' index.html
	grep -qF '<tr><th scope="row">4-closed</th><td>National mental health statistics (MHSDS), as nothing else' index.html
	refused "runs/other.json: at /program" --records runs/other.json
	echo '{' >runs/other.json
	refused "runs/other.json:2: not JSON" --records runs
}

@test "report: commands can be given to a shell again, without folders and times" {
	mkdir -p deep/runs
	benchmark -q --mean value -u unit --run-record deep/runs/one.json -o deep/out.csv teams.csv || true
	plot -q -m trusted --title "It's 1/2 & more" --run-record deep/runs/two.json -o deep/out.svg teams.csv
	report -q -r report.json --records deep/runs -o index.html
	run grep -oE '<li><code>.*</code></li>' index.html
	assert_line '<li><code>plot --quiet --measure trusted --title &#39;It&#39;\&#39;&#39;s 1/2 &amp; more&#39; --run-record two.json --output out.svg</code></li>'
	refute grep -qF 'deep' index.html
	# a slash of which no folder ends
	benchmark -q --ratio value/records -u unit --run-record deep/runs/one.json -o deep/out.csv teams.csv || true
	plot -q -m trusted --total a/b --levels N/A --run-record deep/runs/two.json -o deep/out.svg teams.csv || true
	report -q -r report.json --records deep/runs -o index.html
	run grep -oE '<li><code>.*</code></li>' index.html
	assert_output --partial ' --ratio value/records '
	assert_output --partial ' --levels N/A '
}

@test "report: the run record balances, and report's own record is not read again" {
	mkdir runs
	for _ in 1 2; do
		report -r report.json --records runs --run-record runs/9-report.json --digest -o index.html
		cp index.html "page$((++n)).html"
	done
	cmp page1.html page2.html
	run bash -c 'sed -n "/\"counts\"/,/}/p" runs/9-report.json | tr -dc "a-z0-9:," '
	# the chart reads four rows and draws two, one is held back; the table shows two, one is held back
	assert_output 'counts:in:8,used:4,rejected:0,suppressed:2,excluded:2,folded:0,'
	grep -qF "\"sha256\": \"$(sha256sum <teams.csv | cut -d' ' -f1)\"" runs/9-report.json
	grep -qF "\"sha256\": \"$(sha256sum <index.html | cut -d' ' -f1)\"" runs/9-report.json
	grep -qF '"figures in texts": 2' runs/9-report.json
}

# --- what cannot be done ---------------------------------------------------------

@test "report: what cannot be written is exit 2, and an old page stays" {
	echo old >index.html
	[ ! -e /dev/full ] || refused "/dev/full: cannot write: No space left on device" -o /dev/full
	refused "absent/index.html: cannot write here" -o absent/index.html
	refused "teams.csv" -o teams.csv
	refused "report.json" -o report.json
	refused "is written twice" -o index.html --run-record ./index.html
	run --separate-stderr bash -c 'ulimit -f 0; exec report -r report.json -o index.html'
	assert_failure 2
	run cat index.html
	assert_output old
	clean
	TMPDIR=$PWD/absent refused "absent/report." -o index.html
}

@test "report: a closed pipe ends it quietly" {
	assert_equal "$(closed_pipe report -r report.json 2>said)" 141
	assert_equal "$(cat said)" ""
	clean
}

@test "report: says that plot is missing" {
	mkdir own
	cp "$MHSW_BIN/report" own/
	run --separate-stderr env PATH=/nowhere own/report -r report.json
	assert_failure 2
	assert_equal "$stderr" "report: the program plot, which draws the charts, is neither beside this one nor on the PATH"
	# on the PATH it is found
	ln -s "$MHSW_BIN/plot" tmp/plot
	PATH=$PWD/tmp:/usr/bin:/bin own/report -r report.json -o index.html
	rm tmp/plot
	# a page without charts needs none
	content '{ "text": "x" }'
	run env PATH=/nowhere own/report -r report.json
	assert_success
}

@test "report: a chart that fails is named, the first of them in every run, and the old page stays" {
	echo old >index.html
	content '{ "chart": { "stream": "teams.csv", "measure": "trusted" } }, { "chart": { "stream": "teams.csv", "measure": "first" } },
		{ "chart": { "stream": "teams.csv", "measure": "second" } }, { "chart": { "stream": "teams.csv", "measure": "third" } }'
	for jobs in 1 2 8; do
		refused "at /sections/0/content/1/chart: the chart could not be drawn: " -o index.html -j "$jobs"
		[[ $stderr == *first* ]]
	done
	run cat index.html
	assert_output old
}

@test "report: a plot that is killed, or says nothing, is told" {
	own_plot <<<'kill -KILL $$'
	run --separate-stderr own/report -r report.json -o index.html
	assert_failure 2
	assert_equal "$stderr" "report: report.json: at /sections/0/content/1/chart: the chart could not be drawn: plot ended without a reason"
	clean
	refute test -e index.html
}

@test "report: a picture that could run, load or style something is refused" {
	export REAL=$MHSW_BIN/plot
	# shellcheck disable=SC2016
	own_plot <<-END
		$behind
		"\$REAL" "\$@" || exit
		file=\$(behind --output "\$@")
		sed "s|<desc|\$MARK<desc|" "\$file" >"\$file.new" && mv "\$file.new" "\$file"
	END
	own/report -r report.json -o index.html
	while IFS='|' read -r mark words; do
		run --separate-stderr env MARK="$mark" own/report -r report.json -o bad.html
		assert_failure 2
		[[ $stderr == *"$words"* ]] || {
			echo "$mark: $stderr"
			return 1
		}
		refute test -e bad.html
		clean
	done <<-'END'
		<script>x</script>|an element 'script', which a page does not take
		<foreignObject/>|an element 'foreignObject'
		<g onload="x"/>|an attribute 'onload'
		<g style="x"/>|an attribute 'style'
		<use href="other.svg#x"/>|an attribute 'href'
		<use xlink:href="https://x"/>|an attribute 'xlink:href'
		<g fill="url(https://x)"/>|refers to another file
		<g fill=x/>|is no well-formed SVG
		<!-- x -->|an element ''
		<g|is no well-formed SVG
	END
	MARK='<g id="a"><use href="#a" fill="url(#a)"/></g>' own/report -r report.json -o index.html
	grep -qF '<g id="chart-1-wide-a"><use href="#chart-1-wide-a" fill="url(#chart-1-wide-a)"/></g>' index.html
}

@test "report: no stream is replaced by the page or the run record, whoever reads it" {
	cp teams.csv before.csv
	for content in '{ "chart": { "stream": "teams.csv", "measure": "trusted" } }' \
		'{ "table": { "stream": "teams.csv", "caption": "C" } }' \
		'{ "text": "{{teams.csv|measure=share|value}}" }'; do
		content "$content"
		refused "teams.csv" -o teams.csv
		refused "teams.csv" -o index.html --run-record teams.csv
		assert [ ! -e index.html ]
		cmp before.csv teams.csv
	done
}

@test "report: a caller that ignores the ends of its programs" {
	run timeout 60 env --ignore-signal=CHLD "$MHSW_BIN/report" -r report.json -o index.html
	assert_success
	# shellcheck disable=SC2016
	own_plot <<<'kill -KILL $$'
	run timeout 60 env --ignore-signal=CHLD own/report -r report.json -o index.html
	assert_failure 2
	clean
}

@test "report: a signal ends it and its programs, and leaves nothing behind but the old page" {
	# shellcheck disable=SC2016
	own_plot <<-'END'
		echo $$ >>pids
		exec sleep 60
	END
	echo old >index.html
	for signal in INT TERM HUP; do
		: >pids
		# a shell without job control has its background programs ignore SIGINT
		setsid bash -c 'trap - INT; exec "$@"' - env --default-signal=INT,TERM,HUP own/report -r report.json -j 2 -o index.html 2>said &
		report=$!
		for _ in $(seq 100); do
			[ "$(wc -l <pids)" -lt 2 ] || break
			sleep 0.05
		done
		assert_equal "$(wc -l <pids)" 2
		kill -s "$signal" "$report"
		status=0
		wait "$report" || status=$?
		assert_equal "$signal $status" "$signal $((128 + $(kill -l "$signal")))"
		while read -r pid; do
			refute kill -0 "$pid"
		done <pids
		assert_equal "$(cat said)" ""
		run cat index.html
		assert_output old
		clean
	done
}
