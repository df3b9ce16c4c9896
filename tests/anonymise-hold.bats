#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise with k: records that wait for their class.

load helper
bats_require_minimum_version 1.5.0

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	anonymise --make-key key
}

# policy K ACT [FURTHER MEMBERS]
policy() {
	cat >policy.json <<-END
		{ "project": "hold", "person": "person", "k": $1, "act": "$2",
		  "quasi_identifiers": ["sex", "postcode"],${3:-}
		  "columns": {
		    "person": { "action": "pseudonymise", "entity": "person" },
		    "sex": { "action": "keep" },
		    "postcode": { "action": "generalise", "to": "district" },
		    "outcome": { "action": "keep" },
		    "note": { "action": "keep" } } }
	END
}

data() {
	cat >data.csv <<-'END'
		person,sex,postcode,outcome,note
		p1,f,NG1 1AA,good,"one, two"
		p2,f,NG1 5FB,poor,b
		p1,f,NG1 1AA,good,c
		p3,m,NG1 2GB,good,d
		p4,f,NG7 1AA,poor,e
		p5,m,LE1 1AA,good,"f ""quoted"""
		p5,m,LE1 1AA,poor,g
	END
}

@test "hold: without k each record is written as it comes" {
	data
	policy 2 suppress-records
	sed -i -e 's/"k": 2, "act": "suppress-records",//' -e '/quasi_identifiers/d' policy.json
	run -0 anonymise -p policy.json -k key data.csv
	assert_equal "${#lines[@]}" 8
}

@test "hold: suppress-records leaves out who is alone, counts them, and keeps the order" {
	data
	policy 2 suppress-records
	anonymise -p policy.json -k key --run-record record.json data.csv >out.csv
	run cut -d, -f2- out.csv
	assert_line --index 0 "sex,postcode,outcome,note"
	assert_line --index 1 'f,NG1,good,"one, two"'
	assert_line --index 2 'f,NG1,poor,b'
	assert_line --index 3 'f,NG1,good,c'
	assert_equal "${#lines[@]}" 4
	run tr -d ' \n' <record.json
	assert_output --partial '"in":7,"used":3,"rejected":0,"suppressed":4,"excluded":0'
}

# p3 is in a class of two when the postcode goes (m: p3 and p5), p4 nowhere (f in NG7 is
# alone, and * with f too), so the last of the list goes first.
@test "hold: suppress-cells takes the least useful cell that makes a class" {
	data
	policy 2 suppress-cells
	anonymise -p policy.json -k key data.csv >out.csv
	run cut -d, -f2- out.csv
	assert_line --index 1 'f,NG1,good,"one, two"'
	assert_line 'm,*,good,d'
	assert_line 'm,*,good,"f ""quoted"""'
	assert_line 'm,*,poor,g'
	refute_output --partial "LE1"
	refute_output --partial "NG7"
	run anonymise -p policy.json --check out.csv
	assert_success
}

# All of Nottingham is an area of five people, and Leicester has one.
@test "hold: generalise makes cells coarser before it suppresses them" {
	data
	policy 3 generalise
	anonymise -p policy.json -k key data.csv >out.csv
	run cut -d, -f2- out.csv
	assert_line 'f,NG,poor,e'
	assert_line 'f,NG,good,"one, two"'
	run anonymise -p policy.json --check out.csv
	assert_success
}

@test "hold: l leaves out classes without enough different values" {
	data
	policy 2 suppress-records '"sensitive": { "outcome": { "l": 3 } },'
	run --separate-stderr anonymise -p policy.json -k key data.csv
	assert_success
	assert_equal "${#lines[@]}" 1
}

@test "hold: more left out than the limit is exit 1, and what is safe is written" {
	data
	policy 2 suppress-records '"suppression_limit": 0.5,'
	run --separate-stderr anonymise -p policy.json -k key data.csv
	assert_failure 1
	assert_equal "${#lines[@]}" 4
	assert_equal "$stderr" "anonymise: 4 of 7 records are left out, which is more than the policy's suppression_limit of 50%; make its levels coarser (see --search)"
}

@test "hold: opted-out people count in no class" {
	data
	echo p2 >opted-out.csv
	policy 2 suppress-records
	run -0 --separate-stderr anonymise -p policy.json -k key --exclude opted-out.csv data.csv
	assert_equal "${#lines[@]}" 1
}

@test "hold: a part of the records is refused" {
	data
	policy 2 suppress-records
	run anonymise -p policy.json -k key --no-header data.csv
	assert_failure 2
	assert_output --partial "k is about all records together"
}

@test "hold: nothing leaves an input that breaks off, and an old output stays" {
	data
	policy 2 suppress-cells
	echo old >out.csv
	echo 'p6,f' >>data.csv
	run anonymise -p policy.json -k key -o out.csv data.csv
	assert_failure 2
	assert_output --partial "data.csv:9:"
	assert_equal "$(cat out.csv)" old
	run anonymise -p policy.json -k key data.csv
	refute_output --partial "NG1"
}

@test "hold: quoted line breaks, CRLF and many records go through the wait as without it" {
	policy 2 suppress-cells
	printf 'person,sex,postcode,outcome,note\r\np1,f,NG1 1AA,"a\r\nb","x\ny"\r\np2,f,"NG1 2BB",c,\r\n' >data.csv
	anonymise -p policy.json -k key data.csv | cut -d, -f2- >held.csv
	sed -e 's/"k": 2, "act": "suppress-cells",//' -e '/quasi_identifiers/d' policy.json >plain.json
	anonymise -p plain.json -k key data.csv | cut -d, -f2- >plain.csv
	run diff plain.csv held.csv
	assert_success
}

@test "hold: the same bytes whatever the memory and the temporary folder" {
	policy 3 suppress-cells
	awk 'BEGIN { print "person,sex,postcode,outcome,note"
		for (i = 0; i < 30000; i++) printf "p%d,%s,NG%d 1AA,o%d,n%d\n", i % 9001, i % 3 ? "f" : "m", (i * i) % 97 % 30 + 1, i % 4, i }' >data.csv
	anonymise -p policy.json -k key data.csv >usual.csv
	mkdir other
	TMPDIR=$PWD/other anonymise -p policy.json -k key --memory 16M data.csv >small.csv
	run cmp usual.csv small.csv
	assert_success
	assert_equal "$(find other | wc -l)" 1
	run anonymise -p policy.json --check usual.csv
	assert_success
}

@test "hold: a temporary folder that is not there is exit 2 and named" {
	data
	policy 2 suppress-cells
	TMPDIR=$PWD/nowhere run anonymise -p policy.json -k key data.csv
	assert_failure 2
	assert_output --partial "nowhere"
}

@test "hold: a memory that is no size, or too little, is exit 2" {
	data
	policy 2 suppress-cells
	for size in x 12 5T -1M 1M ''; do
		run anonymise -p policy.json -k key --memory "$size" data.csv
		assert_failure 2
		assert_output --partial "--memory"
	done
}

@test "hold: a population gives the journalist risk, and one that is wrong is exit 2" {
	data
	policy 2 suppress-cells
	printf 'sex,postcode,people\nf,NG1,1000\nm,*,400\n' >population.csv
	run -0 anonymise -p policy.json -k key --population population.csv --audit audit.json data.csv
	run grep -c journalist audit.json
	assert_success
	printf 'sex,postcode,people\nf,NG1,many\n' >population.csv
	run anonymise -p policy.json -k key --population population.csv --audit audit.json data.csv
	assert_failure 2
	assert_output --partial "population.csv:2"
	printf 'sex,people\nf,1\n' >population.csv
	run anonymise -p policy.json -k key --population population.csv --audit audit.json data.csv
	assert_failure 2
	assert_output --partial "postcode"
}

@test "hold: settings that say nothing, or contradict each other, are exit 2 with their place" {
	data
	while IFS='|' read -r members words; do
		policy 2 suppress-cells
		printf '{ "project": "h", %s "columns": { "person": { "action": "keep" }, "sex": { "action": "keep" }, "note": { "action": "drop" }, "text": { "action": "redact" } } }' "$members" >bad.json
		run anonymise -p bad.json --check-config
		assert_failure 2
		assert_output --partial "$words"
	done <<-'END'
		"k": 2,|/k: quasi_identifiers are missing
		"quasi_identifiers": ["sex"],|says nothing without k
		"act": "generalise",|/act: says nothing without k
		"suppression_limit": 0.1,|says nothing without k
		"k": 2, "quasi_identifiers": ["sex"],|k counts people
		"k": 1, "quasi_identifiers": ["sex"], "person": "person",|/k
		"k": 2, "quasi_identifiers": [], "person": "person",|/quasi_identifiers
		"k": 2, "quasi_identifiers": ["sex", "sex"], "person": "person",|stands there twice
		"k": 2, "quasi_identifiers": ["sx"], "person": "person",|did you mean 'sex'
		"k": 2, "quasi_identifiers": ["note"], "person": "person",|is dropped
		"k": 2, "quasi_identifiers": ["text"], "person": "person",|is free text
		"k": 2, "quasi_identifiers": ["sex"], "person": "nobody",|/person
		"k": 2, "quasi_identifiers": ["sex"], "person": "person", "one_record_per_person": true,|says who already
		"k": 2, "quasi_identifiers": ["sex"], "person": "person", "act": "hide",|/act
		"k": 2, "quasi_identifiers": ["sex"], "person": "person", "suppression_limit": 2,|/suppression_limit
		"k": 2, "quasi_identifiers": ["sex"], "person": "person", "sensitive": { "sex": { "l": 2 } },|is a quasi-identifier
		"k": 2, "quasi_identifiers": ["sex"], "person": "person", "sensitive": { "person": {} },|neither l nor t
		"k": 2, "quasi_identifiers": ["sex"], "person": "person", "sensitive": { "person": { "t": 2 } },|/t
		"k": 2, "quasi_identifiers": ["sex"], "person": "person", "sensitive": { "person": { "t": 0.1, "diversity": "entropy" } },|belongs to l
		"opt_out": "nobody",|/opt_out
	END
}
