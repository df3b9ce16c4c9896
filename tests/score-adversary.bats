#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# score: what was found by trying to break it, and to make it tell what it must not.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >two.json <<-'END'
		{ "name": "two", "version": "1", "source": "made for this test", "official": false,
		  "missing_codes": ["-9"], "dont_know_codes": ["Don't know"],
		  "items": [
		    { "column": "heard", "answers": { "Disagree": 1, "Neither": 2, "Agree": 3 } },
		    { "column": "rating", "minimum": 0, "maximum": 10, "reverse": true } ],
		  "scales": [ { "name": "s", "method": "linear", "items": ["heard", "rating"],
		    "bands": [ { "label": "low", "below": 50 }, { "label": "high", "at_least": 50 } ] } ] }
	END
	printf 'id,heard,rating\n1,Agree,5\n' >in.csv
}

@test "adversary: a prefix that no header may hold is exit 2" {
	local prefix
	for prefix in $'a\nb' $'\r' $'\x7f' $'\xff' $'\xed\xa0\x80'; do
		run score -c two.json --prefix "$prefix" in.csv
		assert_failure 2
		assert_output "score: --prefix holds a control character, or is no UTF-8: columns' names cannot"
	done
	for prefix in '' 'a,' '"' 'é '; do
		run score -c two.json --prefix "$prefix" in.csv
		assert_success
		printf '%s\n' "$output" >out.csv
		run validate out.csv
		assert_success
	done
}

@test "adversary: partial sums have one form, and that is said" {
	run score -c two.json --reliability --partial 0/2 --format json in.csv
	assert_failure 2
	assert_output "score: --partial writes sums, which have one form: --format is for the figures, and --merge makes them"
}
