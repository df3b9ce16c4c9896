#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot: what people who use it, or mean it harm, come upon.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	INPUT=$ROOT/tests/plot
}

# A program in gnuplot's place.
fake_gnuplot() { # SHELL
	mkdir -p fake
	printf '#!/bin/sh\n%s\n' "$1" >fake/gnuplot
	chmod +x fake/gnuplot
	PATH=$PWD/fake:$PATH
}

@test "plot: what is no whole picture is refused, and the old chart stays" {
	for says in 'echo garbage' 'printf "\211PNG\r\n\032\nhalf a picture"' 'printf "%%PDF-1.7 half"'; do
		fake_gnuplot "cat >/dev/null; $says"
		for format in png pdf; do
			echo old >"chart.$format"
			run --separate-stderr plot -o "chart.$format" "$INPUT/teams.csv"
			assert_failure 2
			assert_equal "$stderr" "plot: gnuplot could not draw the chart: what it wrote is no whole picture"
			assert_equal "$(cat "chart.$format")" old
		done
	done
}

@test "plot: a gnuplot that never stops writing is stopped" {
	# shellcheck disable=SC2016
	for end in 'exec yes garbage' 'exec yes garbage >&2'; do
		fake_gnuplot "$end"
		run --separate-stderr timeout 60 plot -o chart.png "$INPUT/teams.csv"
		assert_failure 2
		assert_equal "${#stderr_lines[@]}" 1
		[ ! -e chart.png ]
	done
}

@test "plot: a run that is ended leaves no gnuplot at work" {
	# shellcheck disable=SC2016
	fake_gnuplot 'echo $$ >child.new; mv child.new child; exec sleep 60'
	for signal in TERM INT HUP KILL; do
		rm -f child
		plot -o chart.png "$INPUT/teams.csv" &
		plot=$!
		while [ ! -e child ]; do sleep 0.02; done
		kill -"$signal" "$plot"
		wait "$plot" || true
		# it may take a moment to go
		for _ in {1..200}; do
			kill -0 "$(cat child)" 2>/dev/null || break
			sleep 0.02
		done
		refute kill -0 "$(cat child)"
	done
}

@test "plot: the help names every type of chart" {
	for type in ranked ratio control trend heatmap funnel box pyramid likert bar stacked radar; do
		plot --help | grep -qw "$type"
	done
	# no line of the notes is wider than a terminal
	run bash -c 'plot --help | sed -n "/^Types:/,\$p" | grep -E "^.{81}"'
	assert_output ""
}
