#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise --exclude: nobody who opted out comes through.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	umask 077
	anonymise --make-key key
	cat >policy.json <<-'END'
		{ "project": "demo", "person": "nhs_number", "columns": {
		    "nhs_number": { "action": "pseudonymise", "entity": "person" },
		    "visit": { "action": "keep" } } }
	END
	# invented; each is one person in several writings
	cat >in.csv <<-'END'
		nhs_number,visit
		9434765919,1
		943 476 5919,2
		943-476-5919,3
		9000000009,4
		"900 000 0009",5
		,6
		P000123,7
	END
	printf ' 943\302\240476\302\2405919,8\n' >>in.csv
}

# The visits that come through, and what was counted.
left() { # LIST
	anonymise -p policy.json -k key --exclude "$1" --run-record run.json in.csv | sed 1d | cut -d, -f2 | paste -sd' '
	sed -n 's/.*"\(in\|used\|excluded\)": \([0-9]*\).*/\2/p' run.json | paste -sd' '
}

@test "exclude: all records of the people on the list go, in whatever writing, and are counted" {
	printf '9434765919\n' >list
	assert_equal "$(left list)" "$(printf '4 5 6 7\n8 4 4')"
	printf '900-000-0009\nP000123 \n' >list
	assert_equal "$(left list)" "$(printf '1 2 3 6 8\n8 5 3')"
	# a record of nobody stays: it is for the policy to say what becomes of it
	printf 'nhs_number\n' >list
	assert_equal "$(left list)" "$(printf '1 2 3 4 5 6 7 8\n8 8 0')"
}

@test "exclude: a list with CRLF, a mark, a header, quotes, commas at the ends, further columns" {
	while IFS='|' read -r list; do
		# shellcheck disable=SC2059
		printf "$list" >list
		assert_equal "$list: $(left list | head -n 1)" "$list: 4 5 6 7"
	done <<-'END'
		9434765919
		943 476 5919\r\n
		\xef\xbb\xbf9434765919\r\n
		nhs_number\n9434765919\n
		\xef\xbb\xbf"nhs_number"\r\n"943 476 5919"\r\n
		9434765919,\n
		\n\n9434765919\n\n
		name,nhs_number\nAshby,9434765919\n,\n
	END
}

@test "exclude: a list that would exclude nobody without a word ends the run before the first byte" {
	while IFS='|' read -r list words; do
		# shellcheck disable=SC2059
		printf "$list" >list
		run --separate-stderr anonymise -p policy.json -k key --exclude list in.csv
		assert_failure 2
		assert_output ""
		[[ $stderr == *"list"*"$words"* ]] || fail "$list: $stderr"
		[[ $stderr != *shby* && $stderr != *943* ]] || fail "a value is shown"
	done <<-'END'
		|the list is empty
		\n|the list is empty
		name,number\nAshby,9434765919\n|several columns
		NHS Number\n9434765919\n|header of another column
		nhs_number,name\n9434765919\n|1 fields where the header has 2
		nhs_number,name\n,Ashby\n|no identifier here
		9434765919;Ashby\n|divided by something else than commas
		nhs_number\n9.43477E+09\n|spreadsheet has cut the number
		Ashby\xff\n|not UTF-8
		"9434765919\n|still open
		943\000476\n|a NUL byte
	END
	run --separate-stderr anonymise -p policy.json -k key --exclude absent in.csv
	assert_failure 2
	[[ $stderr == *"absent: cannot open"* ]]
}

@test "exclude: it needs to know the column: person, or opt_out" {
	printf '9434765919\n' >list
	sed 's/"person": "nhs_number", //' policy.json >nobody.json
	run --separate-stderr anonymise -p nobody.json -k key --exclude list in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *'"opt_out"'* ]]
	# a column that is dropped says who opted out all the same
	cat >other.json <<-'END'
		{ "project": "demo", "opt_out": "nhs_number", "columns": {
		    "nhs_number": { "action": "drop" }, "visit": { "action": "keep" } } }
	END
	run anonymise -p other.json --exclude list in.csv
	assert_success
	assert_output "$(printf 'visit\n4\n5\n6\n7')"
}

@test "exclude: neither the list nor the key can be lost to the output" {
	printf '9434765919\n' >list
	cp key key.copy
	for file in list key; do
		run --separate-stderr anonymise -p policy.json -k key --exclude list -o "$file" in.csv
		assert_failure 2
		[[ $stderr == *"$file: "*"would be lost"* ]] || fail "$stderr"
	done
	assert_equal "$(cat list)" 9434765919
	cmp key key.copy
}

@test "exclude: the run record has no digest of the list, from which it could be found by trying" {
	printf '9434765919\n' >list
	left list >/dev/null
	run grep -c "$(sha256sum <list | cut -d' ' -f1)" run.json
	assert_output 0
}

@test "exclude: a list of 20,000 and an input of as many" {
	seq -f 'P%06.0f' 1 2 40000 >list
	{ echo nhs_number,visit; seq 40000 | sed 's/.*/P&,&/' | awk -F, '{ printf "P%06d,%d\n", $2, $2 }'; } >in.csv
	anonymise -p policy.json -k key --exclude list in.csv | sed 1d | cut -d, -f2 >out
	assert_equal "$(sha256sum <out)" "$(seq 2 2 40000 | sha256sum)"
}

# The national data opt-out service sends back the identifiers of those who did not opt out.
@test "exclude: with --permitted only those on the list stay, and who nobody knows goes" {
	cat >permitted.json <<-'END'
		{ "project": "demo", "person": "n", "columns": { "n": { "action": "keep" }, "v": { "action": "keep" } } }
	END
	printf 'n,v\n943 476 5919,1\n9434765870,2\n,3\n9434765919,4\n' >people.csv
	echo 9434765919 >list
	run anonymise -p permitted.json --permitted list --run-record run.json people.csv
	assert_success
	assert_output "$(printf 'n,v\n943 476 5919,1\n9434765919,4')"
	run tr -d ' \n' <run.json
	assert_output --partial '"used":2,"rejected":0,"suppressed":0,"excluded":2'
}

@test "exclude: a list that meets nobody is a warning" {
	cat >permitted.json <<-'END'
		{ "project": "demo", "person": "n", "columns": { "n": { "action": "keep" } } }
	END
	printf 'n\np1\np2\n' >people.csv
	echo q9 >list
	run --separate-stderr anonymise -p permitted.json --exclude list people.csv
	assert_success
	[[ $stderr == *"list: nobody on the list is in the data"* ]]
	run --separate-stderr anonymise -p permitted.json --permitted list people.csv
	assert_success
	assert_output "n"
	[[ $stderr == *"list: nobody in the data is on the list"* ]]
}

# A number that lost its first 0 is taken for the whole one only where that leaves out more.
@test "exclude: a shortened number opts out, and permits nobody" {
	cat >short.json <<-'END'
		{ "project": "demo", "person": "n", "columns": { "n": { "action": "keep" } } }
	END
	printf 'n\n0101010109\n' >people.csv
	echo 101010109 >list
	run anonymise -q -p short.json --exclude list people.csv
	assert_output "n"
	run anonymise -q -p short.json --permitted list people.csv
	assert_output "n"
}

@test "exclude: a person column that is blurred goes with no k" {
	cat >blurred.json <<-'END'
		{ "project": "demo", "person": "n", "k": 2, "quasi_identifiers": ["m"],
		  "columns": { "n": { "action": "mask" }, "m": { "action": "keep" } } }
	END
	run anonymise -p blurred.json --check-config
	assert_failure 2
	assert_output --partial "/person: column 'n' leaves in a form that several"
}

@test "exclude: the same list given to both leaves nobody, and each is warned of for what it did" {
	printf '{"project":"d","person":"n","columns":{"n":{"action":"keep"}}}' >both.json
	printf 'n\np1\np2\n' >people.csv
	printf 'p1\np2\n' >list
	run --separate-stderr anonymise -p both.json --exclude list --permitted list people.csv
	assert_success
	assert_equal "$output|$stderr" "n|"
}
