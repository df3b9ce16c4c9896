#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise --audit: what was done, in a file that holds no value; and no message, run
# record or audit of any run that holds one.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	umask 022
	anonymise --make-key key
	cat >policy.json <<-'END'
		{ "project": "demo", "person": "person", "columns": {
		    "person": { "action": "pseudonymise", "entity": "person" },
		    "seen": { "action": "generalise", "to": "month" },
		    "secret": { "action": "drop" },
		    "team": { "action": "keep" },
		    "comment": { "action": "redact" } } }
	END
	cat >in.csv <<-'END'
		person,seen,secret,team,comment
		P000123,2024-04-17,s1,North,"Dr Ashby, on 0115 496 0123"
		P000124,2024-05-18,s2,South,"mail jo@example.org, or Mr Elm"
		P000125,2024-05-19,s3,South,Hello
		P000125,2024-05-20,,South,
	END
}

# The audit's values at a path of keys, a line each, where Python is at hand.
ask() { # EXPRESSION over a
	command -v python3 >/dev/null || skip "no python3 here"
	python3 -c 'import json, sys; a = json.load(open("audit.json")); print(eval(sys.argv[1]))' "$1"
}

@test "audit: says what was done to each column, with the digests of policy, input and output" {
	echo P000125 >list
	anonymise -p policy.json -k key --exclude list --audit audit.json -o out.csv in.csv
	assert_equal "$(ask 'a["program"], a["status"], a["mode"], a["policy"]["file"], a["policy"]["project"]')" \
		"('anonymise', 0, 'release', 'policy.json', 'demo')"
	assert_equal "$(ask 'a["policy"]["sha256"], [i["sha256"] for i in a["inputs"]], a["output"]["sha256"]')" \
		"('$(sha256sum <policy.json | cut -d' ' -f1)', ['$(sha256sum <in.csv | cut -d' ' -f1)'], '$(sha256sum <out.csv | cut -d' ' -f1)')"
	assert_equal "$(ask 'a["people_on_exclude_list"], a["counts"]')" \
		"(1, {'in': 4, 'used': 2, 'rejected': 0, 'suppressed': 0, 'excluded': 2, 'folded': 0})"
	assert_equal "$(ask '[(c["name"], c["action"], c.get("pseudonyms"), c.get("changed"), c.get("emptied")) for c in a["columns"]]')" \
		"[('person', 'pseudonymise', 2, None, None), ('seen', 'generalise', None, 2, 0), ('secret', 'drop', None, None, None), ('team', 'keep', None, None, None), ('comment', 'redact', None, None, None)]"
	assert_equal "$(ask '{e: n for e, n in a["redacted"].items() if n} == {e: n for e, n in a["columns"][4]["redacted"].items() if n}')" True
	assert_equal "$(ask 'a["redacted"]["name"], a["redacted"]["phone"], a["redacted"]["email"]')" "(2, 1, 1)"
	assert_equal "$(ask 'a["timings"]["sandbox"] in ("none", "seccomp", "landlock", "landlock+seccomp")')" True
	anonymise -v -p policy.json -k key in.csv 2>said >/dev/null
	grep -q "key id $(ask 'a["key_id"]')" said
	grep -q 'pseudonymised data is still personal data' audit.json
}

@test "audit: has the classes before and after, by size and with their risks" {
	cat >k.json <<-'END'
		{ "project": "demo", "person": "person", "k": 2, "quasi_identifiers": ["team", "seen"],
		  "sensitive": { "secret": { "l": 1 } }, "columns": {
		    "person": { "action": "pseudonymise", "entity": "person" },
		    "seen": { "action": "generalise", "to": "month" },
		    "secret": { "action": "keep" }, "team": { "action": "keep" },
		    "comment": { "action": "drop" } } }
	END
	anonymise -p k.json -k key --audit audit.json -o out.csv in.csv
	assert_equal "$(ask 'a["privacy"]["k"], a["privacy"]["quasi_identifiers"], a["privacy"]["act"], a["privacy"]["sensitive"][0]["l"]')" \
		"(2, ['team', 'seen'], 'suppress-cells', 1.0)"
	# North alone is one person, South two
	assert_equal "$(ask 'a["classes"]["before"]["smallest"], a["classes"]["before"]["failing"], a["classes"]["before"]["sizes"]')" \
		"(1, 1, [{'people': 1, 'classes': 1}, {'people': 2, 'classes': 1}])"
	assert_equal "$(ask 'a["classes"]["before"]["risks"]["prosecutor"]["greatest"], a["classes"]["after"]["smallest"] >= 2, a["classes"]["after"]["failing"]')" \
		"(1.0, True, 0)"
	assert_equal "$(ask 'a["counts"]["suppressed"] + sum(c.get("cells_suppressed", 0) for c in a["columns"]) > 0')" True
	assert_equal "$(ask 'a["counts"]["in"] == a["counts"]["used"] + a["counts"]["suppressed"]')" True
}

@test "audit: of a check says what was found, and that nothing was written" {
	anonymise -p policy.json -k key -o out.csv in.csv
	anonymise -p policy.json --check --audit audit.json out.csv
	assert_equal "$(ask 'a["mode"], a["status"], "output" not in a or a["output"]["bytes"] == 0')" "('check', 0, True)"
	run anonymise -p policy.json --check --audit audit.json <(sed 's/2024-04/2024-04-17/' out.csv)
	assert_failure 1
	assert_equal "$(ask 'a["mode"], a["status"], [c["not_as_the_policy_leaves_it"] for c in a["columns"] if c["name"] == "seen"]')" \
		"('check', 1, [1])"
}

@test "audit: is for its owner alone, and the same again but for its timings" {
	umask 0
	anonymise -p policy.json -k key --audit audit.json -o out.csv in.csv
	assert_equal "$(stat -c %a audit.json)" 600
	mv audit.json first.json
	anonymise -p policy.json -k key --audit audit.json <in.csv >other.csv
	run diff <(sed '/"timings"/,$d' first.json) <(sed '/"timings"/,$d' audit.json)
	assert_output ""
	LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo anonymise -p policy.json -k key --audit audit.json in.csv >other.csv
	run diff <(sed '/"timings"/,$d' first.json) <(sed '/"timings"/,$d' audit.json)
	assert_output ""
}

@test "audit: takes the place of nothing that is read, nor of the other outputs" {
	echo P000125 >list
	cp key key.copy
	for file in in.csv policy.json key list out.csv run.json; do
		run --separate-stderr anonymise -p policy.json -k key --exclude list --run-record run.json \
			-o out.csv --audit "./$file" in.csv
		assert_failure 2
		[[ $stderr == *"would be lost"* || $stderr == *"is written twice"* ]] || fail "$file: $stderr"
	done
	[ ! -e out.csv ]
	cmp key key.copy
	assert_equal "$(cat list)" P000125
	run --separate-stderr anonymise -p policy.json -k key --audit - in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"standard output is for the output; give --audit a file"* ]]
	run --separate-stderr anonymise -p policy.json -k key --audit absent/audit.json in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"absent/audit.json: cannot write here"* ]]
	mkdir folder
	run --separate-stderr anonymise -p policy.json -k key --audit folder in.csv
	assert_failure 2
	assert_output ""
}

@test "audit: a run that fails leaves the old audit beside the old output" {
	anonymise -p policy.json -k key --audit audit.json -o out.csv in.csv
	cp audit.json audit.old
	cp out.csv out.old
	{ cat in.csv && echo ragged; } >broken.csv
	run -2 anonymise -p policy.json -k key --audit audit.json -o out.csv broken.csv
	cmp audit.json audit.old
	cmp out.csv out.old
	# a run that is done in spite of a cell that was emptied says so
	sed 's/2024-05-18/soon/' in.csv >soon.csv
	run -1 anonymise -p policy.json -k key --audit audit.json -o out.csv soon.csv
	assert_equal "$(ask 'a["status"], [c["emptied"] for c in a["columns"] if "emptied" in c]')" "(1, [1])"
	if [ -e /dev/full ]; then
		run -2 anonymise -p policy.json -k key --audit /dev/full -o full.csv in.csv
		[ ! -e full.csv ]
		# no audit of what nobody has
		run -2 anonymise -p policy.json -k key --audit new.json -o /dev/full in.csv
		[ ! -e new.json ]
	fi
	run compgen -G "*.??????"
	assert_output ""
}

@test "audit: empty input and a header alone have one too" {
	for input in /dev/null <(head -n 1 in.csv); do
		anonymise -p policy.json -k key --audit audit.json -o out.csv "$input"
		assert_equal "$(ask 'a["counts"]["in"], len(a["columns"])')" "(0, 5)"
	done
}

# --- nothing leaks ---------------------------------------------------------------------

# 40 records in which every value is of its own and can be told: seeds.csv, with the
# values, one a line, in seeds.
seed() {
	awk -v good=1 'BEGIN {
		print "person,name,born,seen,postcode,visits,area,code,comment"
		for (i = 1; i <= 40; i++) {
			person = sprintf("ZQP%05d", i * 977)
			name = sprintf("Quillon%02d Vrask%02d", i, i)
			born = sprintf("19%02d-%02d-%02d", 30 + i, i % 12 + 1, i % 27 + 1)
			seen = sprintf("2021-%02d-%02d", i % 12 + 1, i % 28 + 1)
			postcode = sprintf("NG%d %dQX", i % 9 + 1, i % 9)
			visits = 700000000 + i * 1310071 # as long as no digest and no duration holds by chance
			area = sprintf("Zwolfarea%02d", i)
			code = sprintf("KX%04dW", i * 37)
			comment = sprintf("Dr Jurgelo%02d rang 0115 49%05d about quobbleword%02d at x%02dq@fnord%02d.example", i, i * 211, i, i, i)
			printf "%s,%s,%s,%s,%s,%d,%s,%s,\"%s\"\n", person, name, born, seen, postcode, visits, area, code, comment
			print person "\n" born "\n" seen "\n" postcode "\n" visits "\n" area "\n" code >"seeds"
			print name "\n" sprintf("Vrask%02d", i) "\n" sprintf("Jurgelo%02d", i) "\n" sprintf("49%05d", i * 211) >"seeds"
			print sprintf("quobbleword%02d", i) "\n" sprintf("x%02dq@fnord", i) "\n" sprintf("fnord%02d", i) >"seeds"
		}
	}' >seeds.csv
}

# A policy with every action, which this anonymise may know or not.
seeded_policies() {
	local area
	cat >plain.json <<-'END'
		{ "project": "leaks", "person": "person", "columns": {
		    "person": { "action": "pseudonymise", "entity": "person" },
		    "name": { "action": "drop" },
		    "born": { "action": "generalise", "to": "year" },
		    "seen": { "action": "generalise", "to": "month" },
		    "postcode": { "action": "drop" }, "visits": { "action": "keep" },
		    "area": { "action": "keep" }, "code": { "action": "pseudonymise", "entity": "code" },
		    "comment": { "action": "redact" } } }
	END
	for area in $(seq -w 40); do
		echo "Zwolfarea$area,district$((10#$area % 4)),all"
	done >area.csv
	sed -i '1i area,district,country' area.csv
	cat >full.json <<-'END'
		{ "project": "leaks", "person": "person", "k": 2, "suppression_limit": 0.5,
		  "quasi_identifiers": ["area", "born", "postcode"],
		  "sensitive": { "visits": { "l": 2 } }, "act": "generalise", "columns": {
		    "person": { "action": "pseudonymise", "entity": "person" },
		    "name": { "action": "drop" },
		    "born": { "action": "generalise", "to": "age-band", "at": "seen", "width": 10 },
		    "seen": { "action": "shift-date", "window": 30 },
		    "postcode": { "action": "generalise", "to": "area" },
		    "visits": { "action": "top-bottom-code", "top": 740000000 },
		    "area": { "action": "generalise", "hierarchy": "area.csv", "level": 1 },
		    "code": { "action": "mask", "last": 1 },
		    "comment": { "action": "redact", "own": ["name"] } } }
	END
	sed 's/"age-band", "at": "seen", "width": 10/"year"/; s/, "act": "generalise"//' full.json >cells.json
}

# Searches a file for every value; says which file and how many, never which.
holds_no_value() { # FILE WHAT
	local count
	[ -e "$1" ] || return 0
	count=$(grep -cFf seeds "$1" || true)
	[ "$count" = 0 ] && return
	echo "$2: $count lines of $1 hold a value of the input"
	return 1
}

# Runs anonymise in the way given and searches all that it says but the output.
says_nothing() { # WHAT ARGUMENT...
	local what=$1 ended=0
	shift
	rm -f said run.json audit.json
	anonymise --progress always -v --run-record run.json "$@" >said.out 2>said || ended=$?
	printf '%s: %s\n' "$what" "$ended" >>ways
	[ -s said ] || fail "$what: nothing was said, so nothing was looked at"
	for file in said run.json audit.json; do
		holds_no_value "$file" "$what"
	done
}

# The ways in which an input can be wrong, each made from the good one.
spoil() {
	mkdir -p bad
	sed 's/^person,name/person,nom/' seeds.csv >bad/header
	sed 1d seeds.csv >bad/no-header
	{ cat seeds.csv && sed -n '2s/,[^,]*$//p' seeds.csv; } >bad/ragged
	{ cat seeds.csv && sed -n '3s/,/,"/p' seeds.csv; } >bad/unclosed
	{ cat seeds.csv && sed -n '4s/,/\xff,/p' seeds.csv; } >bad/bytes
	{ cat seeds.csv && sed -n '4s/,/\x00,/p' seeds.csv; } >bad/nul
	{ cat seeds.csv && sed -n '4s/,/"x,/p' seeds.csv; } >bad/stray
	# values that no change knows: the columns turned round
	awk -F, 'BEGIN { OFS = "," } NR > 1 { t = $3; $3 = $2; $2 = t; t = $4; $4 = $7; $7 = t; t = $6; $6 = $8; $8 = t; $5 = $1 } 1' \
		seeds.csv >bad/values
	tr , ';' <seeds.csv >bad/divided
	sed '1s/^/\n/' seeds.csv >bad/blank
	sed '2,$s/^[^,]*//' seeds.csv >bad/nobody
}

@test "no message, run record or audit of any run holds a value of the input" {
	seed
	seeded_policies
	spoil
	umask 077
	anonymise --make-key other
	head -c 31 key >short
	cut -d, -f2,3 seeds.csv >columns
	local policy
	# the search finds what is there
	run holds_no_value seeds.csv itself
	assert_output "itself: 40 lines of seeds.csv hold a value of the input"
	for policy in plain full cells; do
		run anonymise -p $policy.json --check-config
		[ "$status" = 0 ] || fail "$policy.json: $output"
		says_nothing "$policy" -p $policy.json -k key --audit audit.json seeds.csv
		[ -s audit.json ]
		says_nothing "$policy, other key" -p $policy.json -k other --typed --audit audit.json seeds.csv
		says_nothing "$policy, no key" -p $policy.json -k short --audit audit.json seeds.csv
		says_nothing "$policy, no list" -p $policy.json -k key --exclude columns --audit audit.json seeds.csv
		cut -d, -f1 seeds.csv | head -n 5 >list
		says_nothing "$policy, list" -p $policy.json -k key --exclude list --audit audit.json seeds.csv
		says_nothing "$policy, full disk" -p $policy.json -k key --audit audit.json -o absent/out seeds.csv
		for bad in bad/*; do
			says_nothing "$policy, $bad" -p $policy.json -k key --audit audit.json "$bad"
		done
		# as it stands it meets no policy, neither with all columns nor without the dropped ones
		says_nothing "$policy, all columns" -p $policy.json --check --audit audit.json seeds.csv
		cut -d, -f"$([ $policy = plain ] && echo 1,3,4,6- || echo 1,3-)" seeds.csv >released
		says_nothing "$policy, check" -p $policy.json --check --audit audit.json released
		[ -s audit.json ]
		says_nothing "$policy, list and check" -p $policy.json --check --exclude list --audit audit.json released
		if [ $policy != plain ]; then
			says_nothing "$policy, search" -p $policy.json --search seeds.csv
			says_nothing "$policy, search of values" -p $policy.json --search bad/values
		fi
		anonymise -p $policy.json --explain >said
		holds_no_value said "$policy, explain"
	done
	# a file of data in the place of each configuration
	says_nothing "data as policy" -p seeds.csv -k key seeds.csv
	says_nothing "data as key" -p plain.json -k seeds.csv seeds.csv
	cp seeds.csv area.csv
	says_nothing "data as hierarchy" -p full.json -k key seeds.csv
	says_nothing "data as population" -p cells.json -k key --population seeds.csv --audit audit.json seeds.csv
	says_nothing "data as labels" -p plain.json --evaluate-spans seeds.csv
	says_nothing "data as an option" -p plain.json -k key --memory seeds.csv seeds.csv
	# they went the ways that they were to go
	cat ways
	grep -qx "plain: 0" ways
	grep -qx "full: [01]" ways
	grep -qx "cells: 0" ways
	grep -qx "full, search: 0" ways
	grep -qx "plain, bad/values: 1" ways
	assert_equal "$(grep -c ", check: 1$" ways)" 3
	for what in "no key" "no list" "all columns" bad/header bad/no-header bad/ragged bad/unclosed bad/bytes bad/nul bad/stray bad/divided; do
		assert_equal "$(grep -c ", $what: 2$" ways)" 3
	done
}
