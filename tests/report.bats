#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# report: one page of texts, charts and tables.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
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

@test "report: a page with a chart, a table and figures in texts" {
	run --separate-stderr report -r report.json -o index.html
	assert_success
	assert_equal "$stderr" ""
	grep -qF '<h1>Teams &amp; &lt;trust&gt;</h1>' index.html
	grep -qF '<p class="lead">Ash has 4.1.</p>' index.html
	grep -qF '<p>Cedar: a figure held back because of small numbers.</p>' index.html
	grep -qF 'Cedar &lt;b&gt;&amp;&#39;s' index.html
	refute grep -qF 'Cedar <b>' index.html
}
