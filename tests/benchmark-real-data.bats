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
