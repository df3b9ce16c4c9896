#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# validate: a file whose records are all bad is its own rejects, byte for byte, however
# it is written.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	cat >never.json <<-'END'
		{ "fields": [
		    { "name": "a", "constraints": { "enum": ["never"] } },
		    { "name": "b" },
		    { "name": "c" } ] }
	END
}

# comes_back [OPTION...]: in.csv passes with these options, all records of it bad
comes_back() {
	run --separate-stderr validate -s never.json --rejects bad.csv "$@" in.csv
	assert_failure 1
	cmp in.csv bad.csv
	# in pieces, too
	rm bad.csv
	run --separate-stderr bash -c \
		'{ head -c 9; sleep 0.1; head -c 7; sleep 0.1; cat; } <in.csv | validate -s never.json --rejects bad.csv "$@"' \
		bash "$@"
	assert_failure 1
	cmp in.csv bad.csv
}

@test "door: other delimiters, line ends and a byte-order mark" {
	printf 'a;b;c\r\n1;"x;\r\ny";z\r\n2;,;"""q"""\r\n' >in.csv
	comes_back --delimiter ';'
	comes_back --delimiter auto
	printf '\357\273\277a\tb\tc\n1\t2\t3\n' >in.csv
	comes_back --delimiter tab
	printf 'a,b,c\r1,"x\ny",z\r2,"\r\n",\r3,,' >in.csv
	comes_back
}

@test "door: windows-1252, with the bytes that it leaves undefined" {
	printf 'a,b,c\n\200,\201\215,\377\n"\223x\224",\235,\n' >in.csv
	comes_back --encoding windows-1252
}

@test "door: UTF-16 with a mark and without, unpaired surrogates and half a unit" {
	printf '\377\376a\0;\0b\0;\0c\0\r\0\n\0001\0;\0\075\330\113\336;\0\351\0\r\0\n\0\0\330;\0;\0\n\0x' >in.csv
	comes_back --delimiter auto
	printf '\0a\0,\0b\0,\0c\0\n\0001\0,\0002\0,\334\0\0\n' >in.csv
	comes_back --encoding utf-16be
}

@test "door: lines above the header" {
	printf '\357\273\277Report of "June\r\n\r\na,b,c\r\n1,2,3\r\n4,5\r\n' >in.csv
	comes_back --skip-lines 2
	printf 'Report\ra,b,c\r1,2,3\r' >in.csv
	comes_back --skip-lines 1
}

@test "door: quotes that run away take no records with them" {
	printf 'a,b,c\r\n1,2,"x\r\n2,p,q\r\n3,"r",s\r\n4,t,u\r\n5,"v\r\n6,w,x\r\n' >in.csv
	comes_back
	sed 's/never/4/' never.json >some.json
	run --separate-stderr validate -q -s some.json --format csv in.csv
	assert_failure 1
	assert_output "$(printf 'a,b,c\n4,t,u')"
	assert_equal "$(cut -d, -f1,3,4 <<<"$stderr" | tail -n +2 | tr '\n' ' ')" \
		"E111,4,4 E302,3,1 E302,4,1 E103,8,1 W103,, "
}
