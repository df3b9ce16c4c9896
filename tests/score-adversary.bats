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

# All ways over in.csv: none says a value of the data on standard error or in its run record.
tells_nothing() { # VALUE
	local way
	local -a words
	for way in "" --long --action-plan --reliability "--reliability --partial 0/1" \
		"--change id --from 1 --to 2 --pair rating" "--record id --item heard --answer rating" \
		"--rejects rejects.csv" "--format json --reliability --disclosure none"; do
		read -ra words <<<"$way"
		run --separate-stderr score -v -c two.json --run-record run.json "${words[@]}" in.csv
		[ "$status" -le 2 ] || fail "$way: status $status"
		if grep -qi -e "$1" <<<"$stderr"; then fail "$way: standard error tells a value"; fi
		if [ -e run.json ] && grep -qi -e "$1" run.json; then fail "$way: the run record tells a value"; fi
		case $way in
		*--reliability*)
			if grep -qi -e "$1" <<<"$output"; then fail "$way: the output tells a value"; fi
			;;
		esac
	done
	run bash -c 'ls -A | grep -i -e "$1"' - "$1"
	assert_failure 1
}

@test "adversary: no message, run record or file name tells a value, however broken the data" {
	local data
	for data in '1,Xanthippe,3\n' '1,Agree,Xanthippe\n' 'Xanthippe,Agree,77\nXanthippe,Agree,1\n' \
		'1,Agree,3\nXanthippe,Agree\n' '1,Agree,3\n2,Agree,3,Xanthippe\n' '1,"Xanthippe' \
		'1,Xanthip"pe,3\n' '1,"Agree"Xanthippe,3\n' '1,Xanthippe\0,3\n' '1,Xanthippe\xff,3\n' \
		'1,Xanthippe\r,3\n' '\nXanthippe,Agree,3\n' '1,Agree,3\n\nXanthippe,,\n' \
		'1,"xan\nthippe, Xanthippe",3\n' '1,Xanthippe,1\n2,,\n1,Xanthippe,2\n'; do
		# shellcheck disable=SC2059
		printf "id,heard,rating\n$data" >in.csv
		tells_nothing Xanthippe
	done
}

@test "adversary: a number is not told either, nor a code, nor what stands beside a refused answer" {
	printf 'id,heard,rating\n1,Agree,73501\n73502,73503,4\n3,"73504,5",-73505.5\n4,73506%%,7.3507e1\n' >in.csv
	tells_nothing '735[0-9]'
}

@test "adversary: the rejects, the output and the run record are files of their own, and none is the input" {
	ln in.csv hard.csv
	ln -s in.csv soft.csv
	cp in.csv before.csv
	cp two.json before.json
	local file
	for file in in.csv ./in.csv hard.csv soft.csv two.json; do
		run score -c two.json --rejects "$file" in.csv
		assert_failure 2
		assert_output --partial "would be lost; name another file"
		run score -c two.json --run-record "$file" in.csv
		assert_failure 2
		assert_output --partial "would be lost; name another file"
	done
	run score -c two.json -o two.json in.csv
	assert_failure 2
	run score -c two.json -o out.csv --rejects ./out.csv in.csv
	assert_failure 2
	assert_output --partial "is written twice"
	run score -c two.json --rejects r.csv --run-record r.csv in.csv
	assert_failure 2
	assert_output --partial "is written twice"
	# a run that failed has its record all the same
	rm r.csv
	run score -c two.json --rejects - in.csv
	assert_failure 2
	run score -c two.json --rejects . in.csv
	assert_failure 2
	assert_output "score: .: is a folder; name a file"
	cmp in.csv before.csv
	cmp two.json before.json
	run bash -c 'ls'
	assert_output "$(printf '%s\n' before.csv before.json hard.csv in.csv soft.csv two.json)"
}

@test "adversary: a full disk for the rejects is exit 2, in each way, and leaves no output" {
	[ -w /dev/full ] || skip "no /dev/full here"
	printf 'id,heard,rating\n1,none,5\n2,Agree,5\n' >in.csv
	local way
	local -a words
	for way in "" --long --action-plan --reliability "--change id --from 1 --to 2 --pair rating" "--record id --item heard --answer rating"; do
		read -ra words <<<"$way"
		rm -f out.csv
		run score -c two.json "${words[@]}" --rejects /dev/full -o out.csv in.csv
		assert_failure 2
		assert_output --partial "/dev/full: cannot write"
		[ ! -e out.csv ] || fail "$way left its output"
	done
}

@test "adversary: a signal in the middle leaves an old output in place and no file behind" {
	echo old >out.csv
	local signal number
	while read -r signal number; do
		mkfifo pipe
		env --default-signal="$signal" score -c two.json --rejects r.csv -o out.csv pipe &
		exec 9>pipe
		printf 'id,heard,rating\n1,Agree,5\n2,none,5\n' >&9
		until compgen -G 'out.csv.*' >/dev/null && compgen -G 'r.csv.*' >/dev/null; do sleep 0.05; done
		kill -s "$signal" $!
		status=0
		wait $! || status=$?
		exec 9>&-
		assert_equal "$status" "$number"
		assert_equal "$(cat out.csv)" old
		rm pipe
		run bash -c 'ls'
		assert_output $'in.csv\nout.csv\ntwo.json'
	done <<<$'INT 130\nTERM 143\nHUP 129'
}

# Answers of 80 records to rating: 5 missing, so many don't know, the rest from 1 to 10.
eighty() { # DON'T-KNOW
	awk -v dont_know="$1" 'BEGIN {
		print "id,heard,rating"
		for (i = 1; i <= 80; i++)
			print i ",Agree," (i <= 5 ? "-9" : i <= 5 + dont_know ? "Don\047t know" : i % 10 + 1)
	}' >in.csv
}

@test "adversary: what is hidden of an item's answers makes up 5 at least, so that no part of it is told by the rest" {
	local dont_know
	# 1 missing and 1 don't know would be both told by a rest of 2
	for dont_know in 1 2 4; do
		eighty "$dont_know"
		sed -i '2,5s/-9/3/' in.csv
		run --separate-stderr score -c two.json --reliability --format csv in.csv
		awk -F , '$2 == "rating" && $4 ~ /^(answered|missing|dont_know|not_applicable|refused)$/ {
			if ($5 == "*") hidden++; else shown += $5 }
			END { exit !(hidden >= 2 && 80 - shown >= 5) }' <<<"$output" || fail "$output"
	done
	# 4 and 4 are told by a rest of 8
	eighty 4
	sed -i '2s/-9/3/' in.csv
	run --separate-stderr score -c two.json --reliability --format csv in.csv
	awk -F , '$2 == "rating" && $4 ~ /^(answered|missing|dont_know)$/ && $5 == "*" { hidden++ }
		END { exit hidden != 3 }' <<<"$output" || fail "$output"
	# 5 missing are many enough
	eighty 0
	run --separate-stderr score -c two.json --reliability --format csv in.csv
	[[ "$output" == *",rating,,answered,75,80,"* && "$output" == *",rating,,missing,5,80,"* ]]
}

@test "adversary: a share of a number that is hidden does not tell the number" {
	# of 78 answers 8 are 10.3%, of 77 or 79 none are
	eighty 0
	sed -i '2,4s/-9/3/' in.csv
	run --separate-stderr score -c two.json --reliability --format csv in.csv
	[[ "$output" == *",rating,,answered,*,80,suppressed"* ]]
	[[ "$output" == *",rating,,at_minimum_percent,*,*,suppressed"* ]]
	# of 7998 there are many such numbers
	tail -n +2 in.csv >records.csv
	for _ in {1..99}; do sed 's/-9/3/' records.csv; done >>in.csv
	run --separate-stderr score -c two.json --reliability --format csv in.csv
	[[ "$output" == *",rating,,answered,*,8000,suppressed"* ]]
	grep -E ',rating,,at_minimum_percent,[0-9]+(\.[0-9])?,\*,$' <<<"$output"
}

@test "adversary: each column of a change has one part to play" {
	printf 'id,round,heard,rating\n1,a,Agree,5\n1,b,Agree,6\n' >in.csv
	run score -c two.json --change round --from a --to b --pair id --pair id in.csv
	assert_failure 2
	assert_output "score: --pair names the column 'id' twice"
	run score -c two.json --change round --from a --to b --pair id --pair round in.csv
	assert_failure 2
	assert_output "score: --pair names the column 'round', which tells the rounds apart: name what is the same in both"
}

@test "adversary: partitions of a file give the output and the rejects of the whole, in each way" {
	awk 'BEGIN { print "id,heard,rating"; for (i = 1; i <= 300; i++)
		print i "," (i % 7 == 0 ? "none" : i % 3 ? "Agree" : "Neither") "," i % 11 }' >in.csv
	head -n 1 in.csv >header.csv
	tail -n +2 in.csv | split -l 70 - part.
	local way part first
	local -a words
	for way in "" --long --action-plan; do
		read -ra words <<<"$way"
		run -1 score -q -c two.json "${words[@]}" --rejects whole.rejects -o whole.csv in.csv
		rm -f parts.csv parts.rejects
		first=
		for part in part.a?; do
			run score -q -c two.json "${words[@]}" --header header.csv $first \
				--rejects r.csv -o o.csv "$part"
			[ "$status" -le 1 ] || fail "$output"
			cat o.csv >>parts.csv
			cat r.csv >>parts.rejects
			first=--no-header
		done
		cmp whole.csv parts.csv
		cmp whole.rejects parts.rejects
	done
}

@test "adversary: no locale, time zone or order of the environment changes a byte" {
	awk 'BEGIN { print "id,round,heard,rating"; for (i = 1; i <= 40; i++)
		print int((i + 1) / 2) "," i % 2 "," (i % 3 ? "Agree" : "Neither") "," i % 11 }' >in.csv
	local way locale
	local -a words
	for way in "" --long --action-plan --describe --reliability "--reliability --format json" \
		"--change round --from 1 --to 0 --pair id" "--change round --from 1 --to 0 --pair id --format csv"; do
		read -ra words <<<"$way"
		score -q -c two.json "${words[@]}" in.csv >expected
		for locale in C POSIX de_DE.UTF-8 tr_TR.UTF-8 C.UTF-8; do
			LC_ALL=$locale LANG=$locale TZ=Asia/Tokyo COLUMNS=40 score -q -c two.json "${words[@]}" in.csv | cmp - expected
		done
		case $way in
		--reliability* | --change*)
			{ head -n 1 in.csv && tail -n +2 in.csv | tac; } | score -q -c two.json "${words[@]}" | cmp - expected
			;;
		esac
	done
}
