#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Pages in a real browser: as wide as a telephone, a tablet and a desk, and on paper.
# `make browser` installs what this needs; elsewhere it is skipped.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	modules=${MHSW_BROWSER:-$ROOT/build/browser}
	chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
		skip "no Chromium here"
	command -v node >/dev/null || skip "no Node.js here"
	[ -d "$modules/node_modules/axe-core" ] || skip "no axe-core here: run make browser"
}

look() { # PAGE...
	mkdir -p pictures
	node "$ROOT/tests/browser/look.mjs" "$modules" "$chromium" pictures "$@"
}

@test "browser: a page with faults is found out" {
	cat >faulty.html <<'END'
<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Faulty</title></head>
<body><main><h1>Faulty</h1><p style="font-size:10px;width:2000px">small and wide</p>
<img src="picture.png" id="twice"><p id="twice">and again</p>
<svg role="img" viewBox="0 0 100 20" width="400"><text x="80" y="10" font-size="20">leaves it</text>
<text x="82" y="10" font-size="20">collides</text></svg></main></body></html>
END
	run look faulty.html
	assert_failure 1
	assert_output --partial "px wide in a window of 360"
	assert_output --partial "the id twice is there twice"
	assert_output --partial "text in <p> is 10px"
	assert_output --partial '"leaves it" leaves the chart'
	assert_output --partial '"leaves it" and "collides" collide'
	assert_output --partial "a chart has no title or description"
	assert_output --partial "asks for file://"
	assert_output --partial "no visible link into the page"
	assert_output --partial "axe image-alt"
	assert_output --partial "axe html-has-lang"
	assert_output --partial "(no-dup-id)"
}

@test "browser: the gallery's page, one chart of each type, can be read by everybody" {
	"$SAMPLES/charts/draw" gallery 2>/dev/null
	report -r "$SAMPLES/charts/report.json" --folder gallery/streams -o gallery/index.html
	run look gallery/index.html
	assert_output ""
	assert_success
}

@test "browser: the page of a job, from raw records to the quality of the data" {
	"$ROOT/pipelines/feedback" --in "$SAMPLES/feedback-clean.csv" --out out --all 2>/dev/null
	run look out/public/index.html
	assert_output ""
	assert_success
}
