#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# The gallery in samples/charts: every type of chart, as its commands draw it.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

@test "gallery: it has every type of chart" {
	local type
	for type in $(plot --type '?' 2>&1 </dev/null | sed -n 's/.*there are //p' | tr -d ','); do
		grep -qx "## $type" "$SAMPLES/charts/README.md" || fail "no $type in the gallery"
		assert [ -s "$SAMPLES/charts/$type.svg" ]
	done
	assert [ -n "$type" ]
}

@test "gallery: the commands of the page draw its pictures, to the byte" {
	[ "$(gnuplot --version 2>/dev/null | cut -d' ' -f2)" = 5.4 ] || skip "no gnuplot 5.4 here"
	"$SAMPLES/charts/draw" drawn
	cmp drawn/README.md "$SAMPLES/charts/README.md"
	for picture in drawn/*.svg; do
		cmp "$picture" "$SAMPLES/charts/${picture##*/}"
	done
}
