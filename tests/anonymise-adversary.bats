#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise: what somebody tried to get past it.  All people are invented.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	umask 077
	printf '{"project":"p","person":"id","columns":{"id":{"action":"keep"},"n":{"action":"keep"}}}' >list.json
}

# Which records come through a list of one identifier: --exclude or --permitted.
through() { # OPTION LIST ID...
	local option=$1 n=0 id
	# shellcheck disable=SC2059
	printf "$2" >list
	shift 2
	for id; do
		n=$((n + 1))
		printf '%s,%d\n' "$id" "$n"
	done | sed '1i id,n' >people.csv
	anonymise -p list.json "$option" list people.csv | sed '1d;s/.*,//' | paste -sd' '
}

@test "exclude: what a spreadsheet does to an identifier lets nobody through" {
	local list
	# the last two are others
	for list in "9434765919.0" "'9434765919" "’943 476 5919" '"=""9434765919"""' "943.476.5919" "943/476/5919"; do
		assert_equal "$list: $(through --exclude "$list\n" 9434765919 "943 476 5919" 9434765919.0 943.476.5919 9434765870 9434765918)" "$list: 5 6"
		# who may stay is named exactly
		assert_equal "$list: $(through --permitted "$list\n" 9434765919 "943 476 5919" 9434765870)" "$list: "
	done
	# a local number that became one with decimals
	assert_equal "$(through --exclude "12345.0\n" 12345 12345.0 12345.5 123450)" "3 4"
}

@test "exclude: a number that lost the zero it began with is the number" {
	# CHI numbers begin with the day of birth
	assert_equal "$(through --exclude '101700008\n' 0101700008 "010 170 0008" 101700008 101700009)" 4
	assert_equal "$(through --exclude '010 170 0008\n' 0101700008 101700008 101700009)" 3
	# nine digits that make none with a zero stay what they are
	assert_equal "$(through --exclude '101700009\n' 0101700009 101700009)" 1
}

@test "exclude: capitals and small letters let nobody through either" {
	assert_equal "$(through --exclude 'p000123\n' P000123 p000123 P000124)" 3
	assert_equal "$(through --exclude 'ZOË-1\n' $'Zoe\u0308-1' zoë-1 zoe-1)" 3
	assert_equal "$(through --permitted 'p000123\n' P000123 p000123 P000124)" 2
}

@test "exclude: numbers that were cut or grouped are refused" {
	local list
	for list in '9.43477E+09' '9.43477E9' '9.43477e9' '9E+09' '"9,434,765,919"'; do
		printf 'id\n%s\n' "$list" >list
		run --separate-stderr anonymise -p list.json --exclude list <<<$'id,n\n9434765919,1'
		assert_failure 2
		assert_output ""
		[[ $stderr == *"list:2:"* ]]
		[[ $stderr != *943* && $stderr != *9.4* ]]
	done
	# no number: a code of a system
	assert_equal "$(through --exclude '12E5\n' 12E5 1200000)" 2
}

@test "check: a cell with a line break is no output of the policy" {
	cat >classes.json <<-'END'
		{ "project": "p", "one_record_per_person": true, "k": 2, "quasi_identifiers": ["a"], "sensitive": { "s": { "l": 2 } },
		  "columns": { "a": { "action": "keep" }, "s": { "action": "keep" } } }
	END
	printf 'a,s\nx,"low mood"\nx,"low\nmood"\n' >broken.csv
	run anonymise -p classes.json --check broken.csv
	assert_failure 1
	assert_line --partial "column 's': cells that are not as the policy leaves them: 1, the first in record 2"
	refute_output --partial mood
	printf 'a,s\nx,"low mood"\nx,"high, mood"\n' | anonymise -p classes.json --check
}

@test "check: identifiers that are written as tokens are do not pass for them" {
	cat >tokens.json <<-'END'
		{ "project": "p", "columns": { "id": { "action": "pseudonymise", "entity": "person" } } }
	END
	# ULIDs: 26 characters of the same alphabet, all bits of which are used
	printf 'id\n01ARZ3NDEKTSV4RRFFQ69G5FAV\n01BX5ZZKBKACTAV9WEVGEMMVRZ\n01BX5ZZKBKACTAV9WEVGEMMVS0\n' >ulids.csv
	run anonymise -p tokens.json --check ulids.csv
	assert_failure 1
	assert_line --partial "column 'id': cells that are not as the policy leaves them: 2, the first in record 1"
	anonymise --make-key key
	seq 200 | sed '1i id' | anonymise -p tokens.json -k key | anonymise -p tokens.json --check
	# a token of any length is one
	for bits in 80 81 82 83 84 99 255 256; do
		sed "s/\"person\"/\"person\", \"bits\": $bits/" tokens.json >bits.json
		seq 50 | sed '1i id' | anonymise -p bits.json -k key | anonymise -p bits.json --check
	done
}

@test "people: what stands for a missing identifier is nobody" {
	cat >people.json <<-'END'
		{ "project": "p", "person": "id", "k": 2, "quasi_identifiers": ["a"],
		  "columns": { "id": { "action": "pseudonymise", "entity": "person" }, "a": { "action": "keep" } } }
	END
	anonymise --make-key key
	# one person at most in each class
	printf 'id,a\n*,x\n[x],x\n,x\n[low],x\n" * ",x\n"*",x\n' >nobody.csv
	run --separate-stderr anonymise -p people.json -k key nobody.csv
	assert_success
	assert_output "id,a"
	# they stay as they are, without a token, as under every action
	sed 's/"k".*\],//' people.json >plain.json
	anonymise -p plain.json -k key nobody.csv >out.csv
	assert_equal "$(cut -d, -f1 out.csv | paste -sd' ')" "id * [x]  [low]  *"
	grep -v '^[*]' out.csv | anonymise -p plain.json --check
	# nobody is on no list, so nobody may stay
	assert_equal "$(through --exclude 'id\n*\n' '*' '[x]' P1)" "1 2 3"
	assert_equal "$(through --permitted 'id\n*\nP1\n' '*' '[x]' P1)" "3"
}

@test "people: control characters in an identifier make no second person" {
	cat >tokens.json <<-'END'
		{ "project": "p", "columns": { "id": { "action": "pseudonymise", "entity": "person" } } }
	END
	anonymise --make-key key
	printf 'id\n9434765919\n943\x1f476\x1f5919\n9434765919\x1a\n\x1d9434765919\n943\x7f4765919\n943\xc2\x9f4765919\n943\xc2\x85476\xc2\x855919\n943\t476\t5919\n' >in.csv
	anonymise -p tokens.json -k key in.csv | sed 1d | sort | uniq -c >tokens
	assert_equal "$(sed 's/^ *\([0-9]*\) .*/\1/' tokens)" 8
	# alone they are nobody
	printf 'id,x\n"\x1f",1\n' | sed 's/,.*//' | anonymise -p tokens.json -k key >out.csv
	assert_equal "$(cat out.csv)" "$(printf 'id\n""')"
}
