#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise: what identifies a person is taken out, cut short or replaced.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# 32 bytes that were random once; the tokens below were reckoned apart from the program
KEY='\x07\x96\x83\x4a\xe7\x78\xad\x54\x95\xef\x50\x03\x1f\x67\x30\xd0\x38\xf9\xdf\x25\x06\x6e\x2c\x0c\xd9\xc6\x57\x32\xb1\x54\xa6\xd1'

setup_filter() {
	umask 077
	# shellcheck disable=SC2059
	printf "$KEY" >key
	cat >policy.json <<-'END'
		{ "project": "demo", "columns": {
		    "id": { "action": "pseudonymise", "entity": "person" },
		    "date": { "action": "generalise", "to": "month" },
		    "secret": { "action": "drop" },
		    "team": { "action": "keep" },
		    "comment": { "action": "redact" } } }
	END
	printf 'id,date,secret,team,comment\n' >header.csv
	{
		cat header.csv
		printf 'P000123,2024-04-17,s,North,"Dr Ashby, on 0115 496 0123"\n'
		printf ',,s,"a ""b""",Hello\n'
		printf '943 476 5919,2024-12-31,s,South,\n'
	} >in.csv
}

# one text under one entity (without it those of this file; the others have files of
# their own): prints what comes out
redacted() { # TEXT [ENTITY]
	local entities='"email", "phone", "postcode", "nhs-number", "name"'
	[ -z "${2:-}" ] || entities="\"$2\""
	printf '{"project":"t","columns":{"n":{"action":"keep"},"t":{"action":"redact","entities":[%s]}}}' "$entities" >redact.json
	printf 'n,t\n1,%s\n' "$1" | anonymise -p redact.json | sed -n '2s/^1,//p'
}

# a policy that keeps the columns that are named
keep() { # COLUMN...
	local between='' column
	printf '{"project":"t","columns":{'
	for column; do
		printf '%s"%s":{"action":"keep"}' "$between" "$column"
		between=,
	done
	printf '}}'
}

@test "anonymise: help shows examples first and the usage of the manual" {
	run anonymise --help
	assert_success
	assert_line --index 1 --partial "anonymise --make-key project.key"
	assert_line "usage: anonymise -p FILE [-k FILE] [--exclude FILE] [--audit FILE]"
	assert_line "       anonymise -p FILE --check [FILE]"
	assert_line "       anonymise -p FILE --search [FILE]"
	assert_line "       anonymise --make-key FILE"
	assert_line "       anonymise -p FILE --explain [--typed]"
}

@test "anonymise: the manual has no faults and the same usage" {
	command -v mandoc >/dev/null || skip "no mandoc here"
	run mandoc -Tlint -Wwarning "$ROOT/filters/anonymise/anonymise.1"
	assert_success
	assert_output ""
	run bash -c 'mandoc -Tutf8 "$1" | col -b | grep -A9 "^SYNOPSIS"' - "$ROOT/filters/anonymise/anonymise.1"
	assert_line --regexp "anonymise -p FILE \[-k FILE\] \[--exclude FILE\] \[--audit FILE\]"
	assert_line --regexp "anonymise -p FILE --check \[FILE\]"
	assert_line --regexp "anonymise -p FILE --search \[FILE\]"
	assert_line --regexp "anonymise --make-key FILE"
	assert_line --regexp "anonymise -p FILE --explain"
}

@test "anonymise: an unknown option is exit 2 and names the nearest" {
	run anonymise --polcy x
	assert_failure 2
	assert_output --partial "policy"
}

@test "anonymise: no policy, and no key where one is needed, are exit 2" {
	run anonymise </dev/null
	assert_failure 2
	assert_output --partial "-p FILE"
	run --separate-stderr anonymise -p policy.json in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"-k FILE"* ]]
}

@test "anonymise: each action does its work, in the order of the columns" {
	run anonymise -p policy.json -k key in.csv
	assert_success
	assert_output "$(cat <<-'END'
		id,date,team,comment
		9FJHPTFA3ZGDT1K5WTNYWZD5TM,2024-04,North,"Dr [REDACTED], on [REDACTED]"
		,,"a ""b""",Hello
		ZNJ4B1H9E8T1G876DPT9ZKDAER,2024-12,South,
	END
	)"
}

@test "anonymise: a column that nobody listed ends the run before the first byte" {
	printf 'id,date,secret,team,comment,extra\n1,2024-04-17,s,t,c,e\n' >more.csv
	echo old >out.csv
	run --separate-stderr anonymise -p policy.json -k key more.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"column 'extra' is not in the policy"* ]]
	run anonymise -p policy.json -k key -o out.csv more.csv
	assert_failure 2
	assert_equal "$(cat out.csv)" old
	assert_equal "$(find . -name 'out.csv?*')" ""
}

@test "anonymise: a column of the policy that the data lacks is exit 2 with the nearest name" {
	printf 'id,date,secret,team\n' >less.csv
	run --separate-stderr anonymise -p policy.json -k key less.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"no column 'comment', which the policy policy.json lists"* ]]
	sed 's/comment/coment/' in.csv >typed.csv
	run --separate-stderr anonymise -p policy.json -k key typed.csv
	assert_failure 2
	[[ $stderr == *"did you mean 'comment'"* ]]
	tr , ';' <in.csv >divided.csv
	run --separate-stderr anonymise -p policy.json -k key divided.csv
	assert_failure 2
	[[ $stderr == *"divided by semicolons, not commas"* ]]
}

@test "anonymise: a missing header line does not show a record's values" {
	sed 1d in.csv >headless.csv
	run --separate-stderr anonymise -p policy.json -k key headless.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"header line missing"* ]]
	[[ $stderr != *P000123* ]]
	# a value may be called as a column is
	printf 'Ashby,2024-04-17,s,team,Jo\n' >headless.csv
	run --separate-stderr anonymise -p policy.json -k key headless.csv
	assert_failure 2
	[[ $stderr == *"of 5 columns 1 are in the policy policy.json, and not column 1; is the header line missing?"* ]]
	[[ $stderr != *shby* ]]
}

@test "anonymise: a data file in the place of the policy is not shown" {
	printf 'Ashby,9434765919\n' >data.csv
	run --separate-stderr anonymise -p data.csv data.csv
	assert_failure 2
	[[ $stderr == *"data.csv:1:5: not JSON: "* ]]
	[[ $stderr != *shby* ]]
}

@test "anonymise: more columns than a file can have are refused at once" {
	{ printf '{"project":"t","columns":{"c":{"action":"keep"}'; seq -f ',"c%.0f":{"action":"keep"}' 300000; echo '}}'; } >wide.json
	run anonymise -p wide.json --check-config
	assert_failure 2
	assert_output --partial "more columns than a file may have (10000)"
}

@test "anonymise: counts of columns with long names stay apart" {
	name=$(printf 'é%.0s' {1..200})
	printf '{"project":"t","columns":{"%s":{"action":"redact"},"n":{"action":"keep"}}}' "$name" >long.json
	printf 'n,%s\n1,NG3 6AA\n' "$name" | anonymise -p long.json --run-record record.json >out.csv
	sed "s/$name/c/" long.json >short.json
	printf 'n,c\n1,NG3 6AA\n' | anonymise -p short.json --run-record short-record.json >out.csv
	assert [ "$(grep -c '"c.redacted' short-record.json)" -gt 5 ]
	assert_equal "$(grep -c "\"$name.redacted" record.json)" "$(grep -c '"c.redacted' short-record.json)"
}

@test "anonymise: another key, project or entity changes every token" {
	anonymise -p policy.json -k key in.csv | cut -d, -f1 | sed '1d;/^$/d' >one
	anonymise --make-key other
	anonymise -p policy.json -k other in.csv | cut -d, -f1 | sed '1d;/^$/d' >two
	sed 's/demo/other/' policy.json >project.json
	anonymise -p project.json -k key in.csv | cut -d, -f1 | sed '1d;/^$/d' >three
	sed 's/"person"/"record"/' policy.json >entity.json
	anonymise -p entity.json -k key in.csv | cut -d, -f1 | sed '1d;/^$/d' >four
	assert_equal "$(sort one two three four | uniq | wc -l)" 8
	assert_equal "$(head -n 1 three)" 6A7CD30VQJ6SZSWBX4R38GR1JG
	assert_equal "$(head -n 1 four)" P7FHYHQBXFWM1VH60HH6CR9DQ0
}

@test "anonymise: one person has one token, in every file and under every column name" {
	echo '{"project":"demo","columns":{"x":{"action":"keep"},"client":{"action":"pseudonymise","entity":"person"}}}' >other.json
	printf 'x,client\n1,P000123\n2, P000123 \n3,9434765919\n4,943-476-5919\n' >other.csv
	run anonymise -p other.json -k key other.csv
	assert_success
	assert_line "1,9FJHPTFA3ZGDT1K5WTNYWZD5TM"
	assert_line "2,9FJHPTFA3ZGDT1K5WTNYWZD5TM"
	assert_line "3,ZNJ4B1H9E8T1G876DPT9ZKDAER"
	assert_line "4,ZNJ4B1H9E8T1G876DPT9ZKDAER"
}

@test "anonymise: one person has one token in every writing that Unicode and spreadsheets have" {
	echo '{"project":"demo","columns":{"n":{"action":"keep"},"id":{"action":"pseudonymise","entity":"person"}}}' >unicode.json
	{
		echo n,id
		printf '%b\n' '1,943\u00a0476\u00a05919' '1,943\u2011476\u20115919' '1,9434765919\u200b' \
			'1,94 3476-5919' '1,９４３４７６５９１９' '1,"943476\r\n5919"' '1,"9434765919\n"' \
			'2,Jos\u00e9 O\u2019Brien' "2,Jose\u0301 O'Brien" "2,Jos\u00e9\u00a0O'Brien\u00a0" \
			'3,P000123' '3,P000123\ufeff' '3,"\u3000P000123"' '4,\u00a0' '4,\u200b' '4,"\n"'
	} >unicode.csv
	anonymise -p unicode.json -k key unicode.csv >out.csv
	assert_equal "$(sed 1d out.csv | sort -u | wc -l)" 4
	assert_equal "$(sed -n 2p out.csv)" 1,ZNJ4B1H9E8T1G876DPT9ZKDAER
	assert_equal "$(sed -n '/^3/p' out.csv | sort -u)" 3,9FJHPTFA3ZGDT1K5WTNYWZD5TM
	assert_equal "$(sed -n '/^4/p' out.csv | sort -u)" 4,
}

@test "anonymise: two numbers of ten digits that differ in their hyphens are two people" {
	echo '{"project":"demo","columns":{"n":{"action":"keep"},"id":{"action":"pseudonymise","entity":"person"}}}' >hyphen.json
	printf 'n,id\n1,1-234567890\n2,12-34567890\n3,943 476 5918\n3,943-476-5918\n' >hyphen.csv
	anonymise -p hyphen.json -k key hyphen.csv >out.csv
	assert_equal "$(sed 1d out.csv | cut -d, -f2 | sort -u | wc -l)" 3
	assert_equal "$(sed -n '4,5p' out.csv | sort -u | wc -l)" 1
}

@test "anonymise: two columns of one entity agree, and a missing person stays missing" {
	cat >two.json <<-'END'
		{"project":"demo","columns":{"a":{"action":"pseudonymise","entity":"person","bits":80},
		 "b":{"action":"pseudonymise","entity":"person","bits":80},"c":{"action":"pseudonymise","entity":"person","bits":80}}}
	END
	printf 'a,b,c\nP000123,P000124,P000123\nP000124,P000123,\n,"  ",""\n' >two.csv
	run anonymise -p two.json -k key two.csv
	assert_success
	assert_line --index 1 --regexp '^9FJHPTFA3ZGDT1K5,([0-9A-Z]{16}),9FJHPTFA3ZGDT1K5$'
	assert_line --index 2 --regexp '^[0-9A-Z]{16},9FJHPTFA3ZGDT1K5,$'
	assert_line --index 3 ",,"
	sed -i 's/80}}}/96}}}/' two.json
	run anonymise -p two.json --check-config
	assert_failure 2
	assert_output --partial "80 bits and this one 96"
}

@test "anonymise: tokens stay the same where many share a place in the table" {
	echo '{"project":"demo","columns":{"n":{"action":"keep"},"id":{"action":"pseudonymise","entity":"person"}}}' >many.json
	{ echo n,id; for turn in 1 2; do seq -f "$turn,P%06.0f" 1 3000; done; } >many.csv
	anonymise -p many.json -k key many.csv >out.csv
	assert_equal "$(cut -d, -f2 out.csv | sed 1d | sort -u | wc -l)" 3000
	assert_equal "$(sed -n 's/^1,//p' out.csv | sha256sum)" "$(sed -n 's/^2,//p' out.csv | sha256sum)"
}

@test "anonymise: a long value has a token too" {
	echo '{"project":"demo","columns":{"n":{"action":"keep"},"id":{"action":"pseudonymise","entity":"person","bits":256}}}' >long.json
	long=$(printf 'x%.0s' {1..5000})
	printf 'n,id\n1,%s\n2,%sy\n3,%s\n4,P000123\n' "$long" "$long" "$long" >long.csv
	anonymise -p long.json -k key long.csv | cut -d, -f2 >out
	assert_equal "$(sed -n 2p out)" "$(sed -n 4p out)"
	assert [ "$(sed -n 2p out)" != "$(sed -n 3p out)" ]
	assert_equal "$(sed -n 5p out)" 9FJHPTFA3ZGDT1K5WTNYWZD5TNYRV4GQQBWESACG4V4EGJMFP7S0
}

@test "anonymise: make-key writes 32 bytes for the owner alone and never overwrites" {
	umask 0
	run anonymise --make-key new -v
	assert_success
	assert_output --regexp 'a new key with id [0-9A-Z]{8}'
	assert_equal "$(stat -c '%a %s' new)" "600 32"
	cp new copy
	run anonymise --make-key new
	assert_failure 2
	assert_output --partial "never overwritten"
	cmp new copy
	ln -s nowhere link
	run anonymise --make-key link
	assert_failure 2
	assert [ ! -e nowhere ]
	anonymise --make-key second
	run cmp -s new second
	assert_failure
}

@test "anonymise: the key is shown nowhere, its id in the run record and with -v" {
	run --separate-stderr anonymise -p policy.json -k key -v --run-record record.json in.csv
	assert_success
	[[ $stderr == *"key id ZY6N0XRB"* ]]
	assert_equal "$(grep -c 'ZY6N0XRB' record.json)" 1
	run grep -c '"key"' record.json
	assert_output 0
	run --separate-stderr anonymise -p policy.json -k key in.csv
	assert_equal "$stderr" ""
}

# the key as it stands is refused, with these words
refused_key() { # SOURCE WORDS
	run --separate-stderr anonymise -p policy.json -k "$1" in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"$2"* ]] || fail "$stderr"
}

@test "anonymise: a key that others may open, a link, a folder and a pipe are refused" {
	for mode in 640 604 660 610 601; do
		chmod "$mode" key
		refused_key key "others may open the key"
	done
	chmod 400 key
	anonymise -p policy.json -k key in.csv >/dev/null
	ln -s key link
	refused_key link "symbolic link"
	mkdir folder
	chmod 700 folder
	refused_key folder "not a regular file"
	mkfifo -m 600 pipe
	refused_key pipe "not a regular file"
	refused_key absent "cannot open the key"
}

@test "anonymise: a key of another user is refused" {
	[ "$(id -u)" -eq 0 ] || skip "only root can give a file away"
	chown 12345 key
	refused_key key "belongs to another user"
}

@test "anonymise: short, typed, hexadecimal and monotonous keys are refused" {
	head -c 31 key >short
	refused_key short "shorter than 32 bytes"
	: >empty
	refused_key empty "shorter than 32 bytes"
	echo 'correct horse battery staple, and then some more words' >typed
	refused_key typed "the key is text"
	printf 'l\303\251 chat dort sur le toit de la maison bleue\n' >typed
	refused_key typed "the key is text"
	od -An -tx1 key | tr -d ' \n' >hexadecimal
	refused_key hexadecimal "the key is text"
	head -c 32 /dev/zero >zeros
	refused_key zeros "not random"
	head -c 5000 /dev/urandom >long
	refused_key long "longer than 4096 bytes"
}

@test "anonymise: a key from an open descriptor, a pipe or a file, gives the same" {
	anonymise -p policy.json -k key in.csv >expected
	anonymise -p policy.json -k fd:3 in.csv 3<key | cmp - expected
	# the pipe ends with this substitution
	anonymise -p policy.json -k fd:7 in.csv 7< <(cat key) | cmp - expected
	refused_key fd:9 "not open"
	refused_key fd:0 "fd:3 or above"
	refused_key fd:3x "fd:3 or above"
	refused_key fd: "fd:3 or above"
	chmod 644 key
	exec 5<key
	refused_key fd:5 "others may open the key"
	exec 5<&-
}

@test "anonymise: dates become months, quarters and years, symbols stay" {
	for to in month quarter year fquarter fyear; do
		printf '{"project":"t","columns":{"n":{"action":"keep"},"d":{"action":"generalise","to":"%s"}}}' "$to" >"$to.json"
	done
	printf 'n,d\n1,2024-03-31\n2,2024-04-01\n3,\n4,*\n5,[x]\n6,[low]\n' >d.csv
	values() { anonymise -p "$1.json" d.csv | cut -d, -f2 | paste -sd' '; }
	assert_equal "$(values month)" "d 2024-03 2024-04  * [x] [low]"
	assert_equal "$(values quarter)" "d 2024-Q1 2024-Q2  * [x] [low]"
	assert_equal "$(values year)" "d 2024 2024  * [x] [low]"
	assert_equal "$(values fquarter)" "d 2023/24-Q4 2024/25-Q1  * [x] [low]"
	assert_equal "$(values fyear)" "d 2023/24 2024/25  * [x] [low]"
	printf 'n,d\n1,2024-03\n2,"2024-03-09"\n' >d.csv
	assert_equal "$(values month)" "d 2024-03 2024-03"
	assert_equal "$(values quarter)" "d 2024-Q1 2024-Q1"
}

@test "anonymise: what is no date is emptied, counted, said by place, and is exit 1" {
	echo '{"project":"t","columns":{"n":{"action":"keep"},"d":{"action":"generalise","to":"month"}}}' >d.json
	printf 'n,d\n0,2024-02-29\n1,2023-02-29\n2,17/04/2024\n3,Ashby\n4,2024\n5,2024-Q1\n6, 2024-04-17\n7,[ann]\n8,2024-04-17x\n9,-9\n' >d.csv
	run --separate-stderr anonymise -p d.json --run-record record.json d.csv
	assert_failure 1
	assert_line --index 1 "0,2024-02"
	for n in 1 2 3 4 5 6 7 8 9; do
		assert_line "$n,"
	done
	[[ $stderr == *"d.csv:3:3: column 'd': cells that are no date and were emptied: 9, the first in record 2"* ]]
	[[ $stderr != *shby* ]]
	assert_equal "$(grep -o '"d.emptied": 9' record.json)" '"d.emptied": 9'
	assert_equal "$(grep -o '"d.changed": 1' record.json)" '"d.changed": 1'
	assert_equal "$(grep -o '"used": 10' record.json)" '"used": 10'
}

@test "anonymise: a lone column that is emptied is still a record" {
	echo '{"project":"t","columns":{"d":{"action":"generalise","to":"month"},"e":{"action":"drop"}}}' >d.json
	printf 'd,e\n,1\n2024-04-17,2\nx,3\n' | anonymise -p d.json >out || true
	assert_equal "$(cat out)" "$(printf 'd\n""\n2024-04\n""')"
}

@test "anonymise: names after a title go, in capitals and small letters too" {
	while IFS='|' read -r text expected; do
		assert_equal "$(redacted "$text")" "${expected//_/[REDACTED]}"
	done <<-'END'
		Dr Ashby was kind|Dr _ was kind
		Mr. Ashby-Cole's report|Mr. _'s report
		MRS ASHBY WAS LOVELY|MRS _ WAS LOVELY
		MRS O'BRIEN LISTENED|MRS _ LISTENED
		mrs o'brien was nice|mrs _ was nice
		mr ashby and dr cole|mr _ and dr _
		Prof. J. van der Berg said|Prof. _ said
		Dr O’Neill’s clinic|Dr _’s clinic
		Sister Mary and Nurse Jane Doe helped|Sister _ and Nurse _ helped
		Staff nurse Anne-Marie D'Souza|Staff nurse _
		Nurse Practitioner Ashby|Nurse Practitioner _
		Mr and Mrs Ashby|Mr and Mrs _
		Drs Ashby and Cole|Drs _
		Drs Ashby and Mrs Elm|Drs _ and Mrs _
		Dr J P Ashby|Dr _
		Mx Ashby and Miss Lee|Mx _ and Miss _
		DR PATEL EXPLAINED IT|DR _ EXPLAINED IT
		Mr Łukasz Żółć|Mr _
		Dr Ashby The ward|Dr _ The ward
		Mr McDonald/Dr MacLeod|Mr _/Dr _
		Mr X|Mr _
		dr o'brien or professor okonjo|dr _ or professor _
		thanks to miss ashby|thanks to miss _
	END
}

@test "anonymise: what is no name stays" {
	for text in Hello HELLO "Hello Doctor" "the dr was rude" "my dr said no" "dr who listens" \
		"THE NURSE WAS KIND" "THE NURSE LISTENED TO ME" "my sister came" "MY SISTER CAME" \
		"I miss my mum" "I Miss The group" "my ms is bad" "DR I THINK" "Nurse Manager" \
		"nurse manager" "i miss walks" "near miss reports" "Dr. and the team" "Will helped in May" "Grace" "The Dr. Was late"; do
		assert_equal "$(redacted "$text")" "$text"
	done
}

@test "anonymise: what no reader sees or tells apart hides no identifier" {
	while IFS='|' read -r text expected; do
		assert_equal "$(redacted "$(printf '%b' "$text")")" "$(printf '%b' "${expected//_/[REDACTED]}")"
	done <<-'END'
		94347\u200b65919 and 943\u00ad4765919|_ and _
		９４３４７６５９１９ or ٩٤٣٤٧٦٥٩١٩|_ or _
		943\u2212476\u22125919|_
		0115\u200b4960123|_
		é jo@example.org|é _
		jo＠example.org jo\u200b@example.org o’neill@example.org|_ _ _
		NG3\u200b6AA|_
		Mr\u200bAshby and Dr Ash\u00adby|Mr\u200b_ and Dr _
		Mrs Ashby–Cole|Mrs _
	END
}

@test "anonymise: identifiers go however people part them" {
	while IFS='|' read -r text expected; do
		assert_equal "$(redacted "$text")" "${expected//_/[REDACTED]}"
	done <<-'END'
		943 - 476 - 5919|_
		943  476  5919|_
		943/476/5919 or 943_476_5919 or (943) 476 5919|_ or _ or (_
		0115/496/0123 and 07700/900123|_ and _
		on 01/02/2019 10 and 12/10/2023 12|on 01/02/2019 10 and 12/10/2023 12
		jo.doe @example.org and jo.doe @ example.org|_ and _
		NG3/6AA|_
		MrAshby and DrPatel and mR ASHBY|Mr_ and Dr_ and mR _
		Mr     Ashby|Mr     _
		Rev Ashby and Sir John Ashby and Mister Ashby|Rev _ and Sir _ and Mister _
		Dr 王 and Dr Ashby/Cole|Dr _ and Dr _
	END
}

@test "anonymise: email addresses go" {
	while IFS='|' read -r text expected; do
		assert_equal "$(redacted "$text")" "${expected//_/[REDACTED]}"
	done <<-'END'
		jo.doe+x@example.org.|_.
		(jo@example.co.uk)|(_)
		é.a@exämple.org|_
		a@b.org;c@d.org|_;_
		info@example.|info@example.
		@home and 5 @ 3.50|@home and 5 @ 3.50
	END
}

@test "anonymise: telephone numbers go, helplines and dates stay" {
	while IFS='|' read -r text expected; do
		assert_equal "$(redacted "$text")" "${expected//_/[REDACTED]}"
	done <<-'END'
		0115 496 0123/01154960123|_/_
		(0115) 4960123 or 0115-496-0123|_ or _
		+44 (0)115 496 0123|_
		0044 115 4960123|_
		07700 900123 07700900124|_ _
		7700 900 123|_
		077009001234 or 07700 9001234 or +44 7700 9001234|_ or _ or _
		+33 1 42 68 53 00|_
		ring me on 496 0123|ring me on _
		tel: 4960123|tel: _
		call 116 123 or 0800 1111 or 111 or 999|call 116 123 or 0800 1111 or 111 or 999
		ring 116 123|ring 116 123
		0800 1111 24 hours or text 85258|0800 1111 24 hours or text 85258
		on 01.02.2019 10.30 and 2019-04-17 12:00|on 01.02.2019 10.30 and 2019-04-17 12:00
		01/02/2019 2018/2019 10 out of 10|01/02/2019 2018/2019 10 out of 10
		0 1 2 3 4 5 6 0115 496 0123|_
		ward 12/01154960123|ward 12/_
	END
}

@test "anonymise: postcodes go, pseudo-postcodes stay" {
	while IFS='|' read -r text expected; do
		assert_equal "$(redacted "$text")" "${expected//_/[REDACTED]}"
	done <<-'END'
		at NG3 6AA now|at _ now
		ng36aa and NG3-6AA and NG3  6AA|_ and _ and _
		GIR 0AA and BFPO 57|_ and _
		ZZ99 3VZ and zz993wz|ZZ99 3VZ and zz993wz
		postcode ZZ99 3VZ|postcode ZZ99 3VZ
		QA1 1AA but postcode QA1 1AA|QA1 1AA but postcode _
		S117 aftercare in room 12|S117 aftercare in room 12
		ABCM11AADEF|ABCM11AADEF
	END
}

@test "anonymise: NHS numbers go by their check digit, or by the word before them" {
	while IFS='|' read -r text expected; do
		assert_equal "$(redacted "$text" nhs-number)" "${expected//_/[REDACTED]}"
	done <<-'END'
		9434765919|_
		943 476 5919 and 943-476-5919|_ and _
		9434765918|9434765918
		NHS number: 9434765918|NHS number: _
		nhs no 943-476-591|nhs no _
		12 9434765919|12 _
		99434765919|99434765919
	END
}

@test "anonymise: spans that overlap are one placeholder, and typed ones say what they were" {
	echo '{"project":"t","columns":{"n":{"action":"keep"},"t":{"action":"redact"}}}' >t.json
	printf 'n,t\n1,NHS 9434765919\n2,"Dr Ashby, jo@example.org, NG3 6AA, 0115 496 0123"\n' >t.csv
	run anonymise -p t.json --typed t.csv
	assert_success
	assert_line "1,NHS [NHS-NUMBER]"
	assert_line '2,"Dr [NAME], [EMAIL], [POSTCODE], [PHONE]"'
}

@test "anonymise: an entity that is not listed is left alone" {
	assert_equal "$(redacted "Dr Ashby NG3 6AA" postcode)" "Dr Ashby [REDACTED]"
	assert_equal "$(redacted "Dr Ashby NG3 6AA" name)" "Dr [REDACTED] NG3 6AA"
}

@test "anonymise: a text that nothing is found in leaves byte for byte, quotes and all" {
	echo '{"project":"t","columns":{"n":{"action":"keep"},"t":{"action":"redact"}}}' >t.json
	printf 'n,t\n1,"needless quotes"\n2,"a ""b"", c"\n3,"Dr Ashby said ""no"", twice"\n' >t.csv
	run anonymise -p t.json t.csv
	assert_line '1,"needless quotes"'
	assert_line '2,"a ""b"", c"'
	assert_line '3,"Dr [REDACTED] said ""no"", twice"'
}

@test "anonymise: a huge text is searched to its end" {
	echo '{"project":"t","columns":{"n":{"action":"keep"},"t":{"action":"redact"}}}' >t.json
	{ printf 'n,t\n1,'; yes 'nurse 12 dr a 0 1 @ ' | head -c 4000000 | tr '\n' ' '; printf ' Dr Ashby 0115 496 0123\n'; } >t.csv
	run bash -c 'anonymise -p t.json t.csv | tail -c 30'
	assert_output --partial "Dr [REDACTED] [REDACTED]"
}

@test "anonymise: a text that cannot be searched is replaced whole, counted, and exit 1" {
	echo '{"project":"t","columns":{"n":{"action":"keep"},"t":{"action":"redact"}}}' >t.json
	{ printf 'n,t\n1,Hello\n2,secret@'; yes 1. | head -n 300000 | tr -d '\n'; printf '\n3,Dr Ashby\n'; } >t.csv
	run --separate-stderr anonymise -p t.json --run-record record.json t.csv
	assert_failure 1
	assert_output "$(printf 'n,t\n1,Hello\n2,[REDACTED]\n3,Dr [REDACTED]')"
	[[ $stderr == *"t.csv:3:3: column 't': texts that could not be searched and were replaced: 1"* ]]
	assert_equal "$(grep -o '"t.unsearchable": 1' record.json)" '"t.unsearchable": 1'
}

@test "anonymise: the run record counts by column and holds no values" {
	run anonymise -p policy.json -k key --run-record record.json in.csv
	assert_success
	run cat record.json
	assert_output --partial '"id.pseudonyms": 2'
	assert_output --partial '"date.changed": 2'
	assert_output --partial '"date.emptied": 0'
	assert_output --partial '"comment.redacted.name": 1'
	assert_output --partial '"comment.redacted.phone": 1'
	assert_output --partial '"comment.redacted.email": 0'
	assert_output --partial '"comment.unsearchable": 0'
	assert_output --partial '"in": 3'
	assert_output --partial '"used": 3'
	assert_output --regexp '"sandbox": "(landlock\+seccomp|landlock|seccomp|none)"'
	refute_output --partial Ashby
	refute_output --partial P000123
	refute_output --partial 9FJHP
}

@test "anonymise: the sandbox lets an output and a run record be put in place" {
	mkdir a b
	ln -s ../b/real.csv a/link.csv
	: >b/real.csv
	anonymise -p policy.json -k key -o a/link.csv --run-record b/record.json in.csv
	assert [ -L a/link.csv ]
	anonymise -p policy.json -k key in.csv | cmp - b/real.csv
	assert [ -s b/record.json ]
	run anonymise -p policy.json -k key --run-record absent/record.json in.csv
	assert_failure 2
	assert_output --partial "absent/record.json"
}

@test "anonymise: explain says the policy in words and reads no data" {
	run anonymise -p policy.json --explain </dev/null
	assert_success
	assert_line "project demo"
	assert_line --regexp "^id: becomes a token of 26 characters \(128 bits, entity person\)"
	assert_line --regexp "^date: is cut to its month"
	assert_line "secret: is left out"
	assert_line "team: is passed on as it is"
	assert_line --regexp "^comment: email addresses, .*NHS numbers"
	assert_line --regexp "^any other column: the run stops"
}

@test "anonymise: a policy with a mistake is exit 2 with its place" {
	while IFS='|' read -r json words; do
		echo "$json" >bad.json
		run anonymise -p bad.json --check-config
		assert_failure 2
		assert_output --partial "$words"
	done <<-'END'
		{"project":"p","columns":{"a":{"action":"keep","to":"month"}}}|/columns/a/to
		{"project":"p","columns":{"a":{"action":"kep"}}}|/columns/a/action
		{"project":"p","columns":{"a":{}}}|/columns/a/action
		{"project":"p","columns":{"a":"keep"}}|/columns/a
		{"project":"p","columns":{"a":{"action":"pseudonymise"}}}|/columns/a/entity
		{"project":"p","columns":{"a":{"action":"pseudonymise","entity":""}}}|/columns/a/entity
		{"project":"p","columns":{"a":{"action":"pseudonymise","entity":"e","bits":64}}}|/columns/a/bits
		{"project":"p","columns":{"a":{"action":"generalise"}}}|/columns/a/to
		{"project":"p","columns":{"a":{"action":"generalise","to":"week"}}}|/columns/a/to
		{"project":"p","columns":{"a":{"action":"redact","entities":[]}}}|/columns/a/entities
		{"project":"p","columns":{"a":{"action":"redact","entities":["mail"]}}}|/columns/a/entities/0
		{"project":"p","columns":{"a":{"action":"drop"}}}|nothing is left
		{"project":"p","columns":{}}|/columns
		{"project":"p"}|/columns
		{"columns":{"a":{"action":"keep"}}}|/project
		{"project":"","columns":{"a":{"action":"keep"}}}|/project
		{"project":"p","colums":{}}|did you mean 'columns'
		{"project":"p","columns":{"a":{"action":"keep"},"a":{"action":"keep"}}}|bad.json
		{|bad.json:
	END
	run anonymise -p policy.json -k key --check-config
	assert_success
}

@test "anonymise: the policies in schemas are good" {
	for policy in "$SCHEMAS"/*/privacy.json; do
		[ -e "$policy" ] || skip "no schemas yet"
		run anonymise -p "$policy" --check-config
		assert_success
	done
}

@test "anonymise: empty input and header only" {
	run anonymise -p policy.json -k key </dev/null
	assert_success
	assert_output ""
	run anonymise -p policy.json -k key header.csv
	assert_success
	assert_output "id,date,team,comment"
}

@test "anonymise: CRLF, a BOM and a quoted line break" {
	anonymise -p policy.json -k key in.csv >expected
	sed 's/$/\r/' in.csv | anonymise -p policy.json -k key | cmp - expected
	{ printf '\357\273\277'; cat in.csv; } | anonymise -p policy.json -k key | cmp - expected
	{ cat header.csv; printf 'P000123,2024-04-17,"x\ny","a\r\nb","Mr\nAshby and\n""x"""\n'; } >broken.csv
	run anonymise -p policy.json -k key broken.csv
	assert_success
	assert_line --index 1 '9FJHPTFA3ZGDT1K5WTNYWZD5TM,2024-04,"a b","Mr [REDACTED] and ""x"""'
	[ "${#lines[@]}" -eq 2 ]
}

@test "anonymise: NUL, unclosed quote and ragged row are exit 2 with their place" {
	for record in 'a\0b,2024-04-17,s,t,c' 'a,2024-04-17,s,t,"c' 'a,2024-04-17,s,t'; do
		# shellcheck disable=SC2059
		{ cat header.csv; printf "$record\n"; } >faulty.csv
		run anonymise -p policy.json -k key faulty.csv
		assert_failure 2
		assert_output --partial "faulty.csv:2"
		run anonymise -p policy.json -k key -o out.csv faulty.csv
		assert_failure 2
		assert [ ! -e out.csv ]
	done
}

@test "anonymise: partitions with --header and --no-header add up to the whole" {
	anonymise -p policy.json -k key in.csv >expected
	{
		anonymise -p policy.json -k key header.csv
		sed -n '2,3p' in.csv | anonymise -p policy.json -k key --header header.csv --no-header
		sed -n '4p' in.csv | anonymise -p policy.json -k key --header header.csv --no-header
	} | cmp - expected
}

@test "anonymise: running twice, and another locale, give the same bytes" {
	anonymise -p policy.json -k key in.csv >one
	anonymise -p policy.json -k key in.csv | cmp - one
	LC_ALL=C.UTF-8 anonymise -p policy.json -k key in.csv | cmp - one
	LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo anonymise -p policy.json -k key in.csv | cmp - one
}

@test "anonymise: a full disk is exit 2, a closed pipe is quiet" {
	run bash -c 'anonymise -p policy.json -k key in.csv >/dev/full'
	assert_failure 2
	assert_output --partial "cannot write"
	{ cat header.csv; yes 'P1,2024-04-17,s,t,Dr Ashby' | head -n 100000; } >big.csv
	assert_equal "$(closed_pipe anonymise -p policy.json -k key big.csv 2>err)" 141
	assert_equal "$(cat err)" ""
}

@test "anonymise: the real file goes through, every record, with one token a person" {
	need_data feedback-nottshc/tidy_trust_data_MH.csv
	keep key_comment date team_n directorate2 division2 comment_type crit category super_category >all.json
	sed -i 's/"columns":{/"columns":{"key_user":{"action":"pseudonymise","entity":"person"},"comment_txt":{"action":"redact"},/; s/"date":{"action":"keep"}/"date":{"action":"generalise","to":"month"}/' all.json
	real=$SHARED_DATA/feedback-nottshc/tidy_trust_data_MH.csv
	anonymise -p all.json -k key --run-record record.json -o out.csv "$real"
	assert_equal "$(grep -o '"used": [0-9]*' record.json)" '"used": 44086'
	assert_equal "$(wc -l <out.csv)" 44087
	assert_equal "$(cut -d, -f3 out.csv | sed 1d | sort -u | wc -l)" 106
	keep key_user key_comment date team_n directorate2 division2 comment_type comment_txt crit category super_category >kept.json
	anonymise -p kept.json -o kept.csv "$real"
	# the person's key is the first column and no record has a line break any more
	assert_equal "$(cut -d, -f1 out.csv | sed 1d | sort -u | wc -l)" "$(cut -d, -f1 kept.csv | sed 1d | sort -u | wc -l)"
	assert_equal "$(cut -d, -f1 out.csv | sort | uniq -c | awk '{ print $1 }' | sort -n | uniq -c)" \
		"$(cut -d, -f1 kept.csv | sort | uniq -c | awk '{ print $1 }' | sort -n | uniq -c)"
}
