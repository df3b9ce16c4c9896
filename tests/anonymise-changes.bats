#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise: values that are made coarser, moved, cut off at an end or masked.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# 32 bytes that were random once; the dates below were reckoned apart from the program
KEY='\x07\x96\x83\x4a\xe7\x78\xad\x54\x95\xef\x50\x03\x1f\x67\x30\xd0\x38\xf9\xdf\x25\x06\x6e\x2c\x0c\xd9\xc6\x57\x32\xb1\x54\xa6\xd1'

setup_filter() {
	umask 077
	# shellcheck disable=SC2059
	printf "$KEY" >key
}

# a policy of the columns n, which is kept, and v, which is changed so
policy() { # MEMBERS OF THE COLUMN
	printf '{"project":"t","columns":{"n":{"action":"keep"},"v":{%s}}}' "$1" >policy.json
}

# the values one after the other through that change: what comes out, joined by bars
through() { # MEMBERS VALUE...
	policy "$1"
	shift
	{
		echo n,v
		printf '1,%s\n' "$@"
	} >values.csv
	anonymise -q -p policy.json values.csv 2>messages | sed '1d; s/^1,//' | paste -sd '|'
}

@test "changes: each does its work beside the others, and the rest stays byte for byte" {
	cat >policy.json <<-'END'
		{ "project": "demo", "person": "id", "columns": {
		    "id": { "action": "keep" },
		    "born": { "action": "generalise", "to": "age-band", "at": "seen",
		              "bands": [0, 18, 25, 35, 45, 55, 65, 75, 85] },
		    "home": { "action": "generalise", "to": "district" },
		    "seen": { "action": "shift-date", "window": 30 },
		    "hours": { "action": "generalise", "to": "band", "bands": [0, 7.5, 37.5] },
		    "score": { "action": "top-bottom-code", "bottom": 0, "top": 27 },
		    "ethnicity": { "action": "generalise", "hierarchy": "groups.csv", "level": 1 },
		    "surname": { "action": "mask", "first": 1 } } }
	END
	printf 'code,group\nA,white\nM,black\n' >groups.csv
	cat >in.csv <<-'END'
		id,born,home,seen,hours,score,ethnicity,surname
		P000123,2006-02-28,ng1 1aa,2024-02-29,37.5,30,A,"O""Neill"
		9434765919,1939-02-28,ZZ99 3VZ,2024-02-29,7.4,27,M,Ng
		,*,,,[c],,,
	END
	run --separate-stderr anonymise -p policy.json -k key in.csv
	assert_success
	assert_output "$(cat <<-'END'
		id,born,home,seen,hours,score,ethnicity,surname
		P000123,18-24,NG1,2024-02-27,37.5+,27,white,OXXXX
		9434765919,85+,ZZ99,2024-03-09,0 to under 7.5,27,black,NXXXX
		,*,,,[c],,,
	END
	)"
	assert_equal "$stderr" ""
}

@test "changes: the policy in plain words says what becomes of each value" {
	printf 'A;white;*\n' >groups.csv
	cat >policy.json <<-'END'
		{ "project": "demo", "person": "id", "columns": {
		    "id": { "action": "keep" },
		    "born": { "action": "generalise", "to": "age", "at": "seen" },
		    "born2": { "action": "generalise", "to": "age-band", "at": "seen", "width": 5 },
		    "home": { "action": "generalise", "to": "area" },
		    "seen": { "action": "shift-date", "window": 30, "weeks": true },
		    "hours": { "action": "generalise", "to": "band", "width": 2.5, "level": 2 },
		    "score": { "action": "top-bottom-code", "top": 27 },
		    "ethnicity": { "action": "generalise", "hierarchy": "groups.csv", "header": false, "level": 1 },
		    "surname": { "action": "mask", "first": 2, "last": 1 } } }
	END
	run anonymise -p policy.json --explain
	assert_success
	assert_line --regexp "^born: becomes the age in whole years on the date in column 'seen' \(of a month: on its first day\); from 90 on all ages are \"90\+\""
	assert_line --regexp "^born2: becomes the age in bands of 5 years on the date"
	assert_line --regexp "^home: is cut to the postcode's area \(as NG\); what is no postcode is emptied and counted \(exit 1\)"
	assert_line --regexp "^seen: is moved by up to 28 days either way, in whole weeks, so that the day of the week stays, all dates of one person by the same"
	assert_line --regexp "^hours: becomes its band, 5 wide, counted from 0"
	assert_line --regexp "^score: is cut off: what is above 27 becomes 27"
	assert_line --regexp "^ethnicity: becomes the group that groups.csv has for it in column 2 \(level 1 of 2\)"
	assert_line --regexp "^surname: is masked: the first 2 and the last 1 of its characters are shown, the rest is XXXX"
}

@test "changes: what a change does not know is emptied, counted, said by place, and is exit 1" {
	printf 'code;group\nA;white\n' >groups.csv
	for change in '"action":"generalise","to":"area"' '"action":"generalise","to":"band","width":5' \
		'"action":"top-bottom-code","top":5' \
		'"action":"generalise","hierarchy":"groups.csv","level":1' \
		'"action":"generalise","to":"age","at":"n"'; do
		policy "$change"
		printf 'n,v\n2024-01-01,\n2024-01-01,Ashby\n2024-01-01,"Ash""by"\n' >in.csv
		run --separate-stderr anonymise -p policy.json --run-record record.json in.csv
		assert_failure 1
		assert_output $'n,v\n2024-01-01,\n2024-01-01,\n2024-01-01,'
		[[ $stderr == *"in.csv:3:12: column 'v': "*" emptied: 2, the first in record 2"* ]]
		[[ $stderr != *shby* ]]
		run grep -c shby record.json
		assert_output 0
		grep -q '"v.emptied": 2' record.json
	done
}

@test "changes: a fault in the policy is exit 2 with its pointer, before anything is written" {
	for members in '"action":"generalise","to":"distict"' '"action":"generalise","to":"band"' \
		'"action":"generalise","to":"age"' '"action":"mask","frist":1' '"action":"shift-date"' \
		'"action":"top-bottom-code","top":"9"' '"action":"generalise","hierarchy":"no.csv","level":1'; do
		policy "$members"
		printf 'n,v\n1,2\n' >in.csv
		run --separate-stderr anonymise -p policy.json in.csv
		assert_failure 2
		assert_output ""
		[[ $stderr == *"policy.json: at /columns/v"* || $stderr == *"no.csv: cannot open the hierarchy"* ]]
	done
}

@test "changes: an age goes up on the birthday, at the date in its own record" {
	cat >policy.json <<-'END'
		{ "project": "t", "columns": {
		    "born": { "action": "generalise", "to": "age", "at": "seen" },
		    "seen": { "action": "drop" } } }
	END
	printf '%s\n' born,seen 2008-03-15,2026-03-14 2008-03-15,2026-03-15 2008-02-29,2026-02-28 \
		2008-02-29,2026-03-01 1930-01-01,2026-03 2026-03-09,2026-03 >in.csv
	run --separate-stderr anonymise -p policy.json in.csv
	assert_success
	assert_output "$(printf '%s\n' born 17 18 17 18 90+ 0)"
	# born after it, no reference, too long a one, too old
	printf '%s\n' born,seen 2026-03-15,2026-03-14 2008-03-15, 2008-03-15,* 2008-03-15,2026 \
		1890-01-01,2026-03-14 >in.csv
	run --separate-stderr anonymise -p policy.json in.csv
	assert_failure 1
	assert_output "$(printf '%s\n' born '""' '""' '""' '""' '""')"
}

@test "changes: a column that the age is reckoned at has to be there" {
	echo '{"project":"t","columns":{"born":{"action":"generalise","to":"age","at":"sean"},"seen":{"action":"keep"}}}' >policy.json
	run anonymise -p policy.json --check-config
	assert_failure 2
	assert_output --partial "'sean' is no column of the policy"
}

@test "changes: postcodes in any writing, pseudo-postcodes and the forces' own" {
	assert_equal "$(through '"action":"generalise","to":"sector"' 'NG1 1AA' ng11aa 'w1a-1aa' 'zz99 3vz' 'GIR0AA' 'bfpo 58' 'JE2 3AB')" \
		'NG1 1|NG1 1|W1A 1|ZZ99 3|GIR 0|BFPO|JE2 3'
	assert_equal "$(through '"action":"generalise","to":"district"' 'NG1 1AA' NG1 'NG11 1AA' 'zz99 3vz' 'bfpo 58')" \
		'NG1|NG1|NG11|ZZ99|BFPO'
	assert_equal "$(through '"action":"generalise","to":"unit"' 'ng11aa' NG1)" 'NG1 1AA|'
	grep -q "emptied: 1" messages
}

@test "changes: every row of the open postcode vectors that says what is valid holds" {
	need_data deidentify/postcode/ideal_postcodes.csv
	policy '"action":"generalise","to":"unit"'
	awk -F, 'NR == 1 { print "n,v" } NR > 1 && $2 != "" { print $2 "," $1 }' \
		"$SHARED_DATA/deidentify/postcode/ideal_postcodes.csv" >in.csv
	run --separate-stderr anonymise -p policy.json in.csv
	assert_failure 1
	[ "${#lines[@]}" -gt 10 ]
	for line in "${lines[@]:1}"; do
		[[ $line == true,?* || $line == false, ]]
	done
}

@test "changes: numbers lie in the bands that their edges say, exactly" {
	assert_equal "$(through '"action":"generalise","to":"band","width":10' 0 9 9.99 10 -1 -10 -11 12345678901234567)" \
		'0-9|0-9|0-9|10-19|-10 to -1|-10 to -1|-20 to -11|12345678901234560-12345678901234569'
	assert_equal "$(through '"action":"generalise","to":"band","width":0.1' 0.3 0.29 0.7)" \
		'0.3 to under 0.4|0.2 to under 0.3|0.7 to under 0.8'
	assert_equal "$(through '"action":"generalise","to":"band","width":10,"level":2' 5 15 10-19)" '0-19|0-19|0-19'
	assert_equal "$(through '"action":"generalise","to":"band","bands":[18,65]' 17 18 64.5 65)" \
		'under 18|18-64|18-64|65+'
}

@test "changes: what was changed once stays as it is" {
	printf '1;a;*\n2;a;*\n' >groups.csv
	for members in '"action":"generalise","to":"sector"' '"action":"generalise","to":"area"' \
		'"action":"generalise","to":"band","width":10' '"action":"generalise","to":"band","bands":[1.5,2]' \
		'"action":"top-bottom-code","top":1' '"action":"mask"' '"action":"mask","last":1' \
		'"action":"generalise","hierarchy":"groups.csv","header":false,"level":1'; do
		policy "$members"
		printf 'n,v\n1,1\n1,2\n1,ng1 1aa\n1,BFPO 7\n1,-5\n' >in.csv
		anonymise -q -p policy.json in.csv >once.csv 2>/dev/null || [ $? -eq 1 ]
		anonymise -q -p policy.json once.csv >twice.csv
		cmp once.csv twice.csv
	done
}

@test "changes: a hierarchy lies beside the policy, with commas or semicolons, by columns or as it stands" {
	mkdir lists
	policy '"action":"generalise","hierarchy":"lists/groups.csv","level":1,"columns":["code","broad"]'
	mkdir elsewhere
	mv policy.json lists elsewhere
	printf 'label,broad,code\n"White, British",white,A\nIrish,white,B\nCaribbean,black,M\n' >elsewhere/lists/groups.csv
	printf 'n,v\n1,A\n1,B\n1,M\n' >in.csv
	run --separate-stderr anonymise -p elsewhere/policy.json in.csv
	assert_success
	assert_output $'n,v\n1,white\n1,white\n1,black'
	tr , ';' <elsewhere/lists/groups.csv | sed 's/"White; British"/British/' >groups.csv
	mv groups.csv elsewhere/lists/groups.csv
	run --separate-stderr anonymise -p "$PWD/elsewhere/policy.json" in.csv
	assert_success
	assert_output $'n,v\n1,white\n1,white\n1,black'
}

@test "changes: a hierarchy that does not hold together is exit 2 with its line" {
	policy '"action":"generalise","hierarchy":"groups.csv","header":false,"level":1'
	echo n,v >in.csv
	while read -r text where; do
		# shellcheck disable=SC2059
		printf "$text" >groups.csv
		run --separate-stderr anonymise -p policy.json in.csv
		assert_failure 2
		assert_output ""
		[[ $stderr == *"groups.csv:$where"* ]]
	done <<-'END'
		a;x\nb\n 2: has 1 columns where the rows above have 2
		a;x\na;x\n 2: has the value of line 1 again; take one of them out
		a;x;p\nb;x;q\n 2: level 1 is that of line 1, but level 2 is another
		a;x\nb;\n 2: column 2 is empty
		a;b\nb;c\n 1: level 1 has a text that line 2 has as level 0 of another
	END
	printf 'a;x\n' >groups.csv
	policy '"action":"generalise","hierarchy":"groups.csv","header":false,"level":2'
	run anonymise -p policy.json --check-config
	assert_failure 2
	assert_output --partial "at /columns/v/level: is too large: the most is 1"
}

@test "changes: the code list of ethnic groups is a hierarchy as it stands" {
	cp "$SCHEMAS/lists/ethnic-groups.csv" groups.csv
	assert_equal "$(through '"action":"generalise","hierarchy":"groups.csv","columns":["code","broad_group_2021"],"level":1' A R 2 17 Z)" \
		'white|asian|asian|white|unknown'
}

@test "changes: every published hierarchy of the adult data works beside the others" {
	need_data deidentify/arx/adult.csv
	local between='' column
	for file in "$SHARED_DATA"/deidentify/arx/adult{,_hierarchy_*}.csv; do
		tr -d '\r' <"$file" >"${file##*/}"
	done
	{
		printf '{"project":"t","columns":{'
		for column in $(head -n 1 adult.csv | tr ';' ' '); do
			printf '%s"%s":{"action":"generalise","header":false,"level":1,"hierarchy":"adult_hierarchy_%s.csv"}' \
				"$between" "$column" "$column"
			between=,
		done
		printf '}}'
	} >policy.json
	tr ';' , <adult.csv >in.csv
	anonymise -p policy.json in.csv >out.csv
	# as a join of the files by another program has it
	awk -F';' -v OFS=, 'FILENAME ~ /hierarchy/ { file = FILENAME; sub(/^adult_hierarchy_/, "", file); sub(/[.]csv$/, "", file); up[file, $1] = $2; next }
		FNR == 1 { for (i = 1; i <= NF; i++) name[i] = $i; $1 = $1; print; next }
		{ for (i = 1; i <= NF; i++) $i = up[name[i], $i]; print }' \
		adult_hierarchy_*.csv adult.csv >expected.csv
	cmp out.csv expected.csv
	assert_equal "$(wc -l <out.csv)" 30163
}

# dates of two columns, of one person several
write_shifts() { # MEMBERS
	printf '{"project":"demo","person":"id","columns":{"id":{"action":"keep"},"from":{"action":"shift-date",%s},"to":{"action":"shift-date",%s}}}' \
		"$1" "$1" >policy.json
	cat >in.csv <<-'END'
		id,from,to
		P000123,2024-02-29,2024-04-17
		943 476 5919,2024-02-29,2024-04-17
		P000123,2024-04-17,2024-02-29
		9434765919,2024-02-29,
	END
}

@test "changes: a person's dates move together, in all columns and writings of who it is" {
	write_shifts '"window":30'
	run --separate-stderr anonymise -p policy.json -k key in.csv
	assert_success
	assert_output "$(cat <<-'END'
		id,from,to
		P000123,2024-02-27,2024-04-15
		943 476 5919,2024-03-09,2024-04-26
		P000123,2024-04-15,2024-02-27
		9434765919,2024-03-09,
	END
	)"
	write_shifts '"window":30,"weeks":true'
	run --separate-stderr anonymise -p policy.json -k key in.csv
	assert_success
	assert_line "P000123,2024-03-14,2024-05-01"
	assert_line "943 476 5919,2024-02-15,2024-04-03"
}

@test "changes: another key or project moves dates otherwise; without a key nothing is moved" {
	write_shifts '"window":3650'
	anonymise -p policy.json -k key in.csv >one
	sed 's/demo/other/' policy.json >project.json
	anonymise -p project.json -k key in.csv >two
	head -c 48 /dev/urandom >random
	anonymise -p policy.json -k random in.csv >three
	run cmp -s one two
	assert_failure
	run cmp -s one three
	assert_failure
	run --separate-stderr anonymise -p policy.json in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"-k FILE"* ]]
}

@test "changes: a date of nobody, a month and a policy that names no person are not passed" {
	write_shifts '"window":30'
	printf 'id,from,to\n,2024-02-29,2024-02-29\n \xC2\xA0,2024-02-29,*\nP1,2024-02,[x]\n' >in.csv
	run --separate-stderr anonymise -p policy.json -k key in.csv
	assert_failure 1
	assert_output "$(printf 'id,from,to\n,,\n \xC2\xA0,,*\nP1,,[x]')"
	[[ $stderr == *"in.csv:2:2: column 'from': "*"emptied: 3, the first in record 1"* ]]
	[[ $stderr != *2024* ]]
	sed 's/"person":"id",//' policy.json >nobody.json
	run anonymise -p nobody.json --check-config
	assert_failure 2
	assert_output --partial "at /columns/from: "
}

@test "changes: partitions give the same bytes as the whole" {
	write_shifts '"window":30,"weeks":true'
	sed -i 's/"to":{"action":"shift-date"[^}]*}/"to":{"action":"generalise","to":"age-band","at":"from"}/' policy.json
	{
		echo id,from,to
		for i in {1..60}; do printf 'P%06d,20%02d-0%d-1%d,19%02d-0%d-1%d\n' $((i % 7)) $((i % 26)) $((i % 9 + 1)) $((i % 10)) $((i % 90 + 10)) $((i % 8 + 1)) $((i % 9)); done
	} >in.csv
	anonymise -p policy.json -k key in.csv >whole.csv
	head -n 1 in.csv >header.csv
	sed 1d in.csv | split -l 17 - part.
	{
		head -n 1 whole.csv
		for part in part.*; do
			anonymise -p policy.json -k key --header header.csv --no-header "$part"
		done
	} >parts.csv
	cmp whole.csv parts.csv
	assert_equal "$(wc -l <whole.csv)" 61
}

@test "changes: the same bytes in every time zone, locale and on every day" {
	write_shifts '"window":30'
	sed -i 's/"to":{"action":"shift-date"[^}]*}/"to":{"action":"generalise","to":"age","at":"from"}/' policy.json
	printf 'id,from,to\nP1,2026-03-15,2008-03-15\nP2,2026-03-14,2008-03-15\n' >in.csv
	TZ=Pacific/Kiritimati LC_ALL=C anonymise -p policy.json -k key in.csv >one
	TZ=Pacific/Pago_Pago LC_ALL=tr_TR.UTF-8 anonymise -p policy.json -k key in.csv >two
	cmp one two
	assert_equal "$(cut -d, -f3 one | paste -sd '|')" 'to|18|17'
}

@test "changes: a mask shows no more than it was told and not how long the rest was" {
	assert_equal "$(through '"action":"mask","first":2' Johnson Jo 'Ng' É ÉÉÉÉ 12345678901234567890)" \
		'JoXXXX|XXXX|XXXX|XXXX|ÉÉXXXX|12XXXX'
	assert_equal "$(through '"action":"mask"' a abcdefgh)" 'XXXX|XXXX'
}

@test "changes: what comes out passes --check, what went in does not" {
	printf 'code,group\n17,white\n18,other\n' >groups.csv
	cat >policy.json <<-'END2'
		{ "project": "demo", "person": "id", "columns": {
		    "id": { "action": "keep" },
		    "born": { "action": "generalise", "to": "age-band", "at": "seen" },
		    "home": { "action": "generalise", "to": "sector" },
		    "seen": { "action": "shift-date", "window": 30 },
		    "hours": { "action": "generalise", "to": "band", "width": 7.5 },
		    "score": { "action": "top-bottom-code", "top": 27 },
		    "ethnicity": { "action": "generalise", "hierarchy": "groups.csv", "level": 1 },
		    "surname": { "action": "mask", "last": 1 } } }
	END2
	printf '%s\n' id,born,home,seen,hours,score,ethnicity,surname \
		P1,1990-01-01,NG11AA,2024-02-29,10,28,17,Ashby P2,1930-01-01,BFPO5,2024-02-29,-1,3,18,Khan >in.csv
	anonymise -p policy.json -k key in.csv >out.csv
	run anonymise -p policy.json --check out.csv
	assert_success
	run anonymise -p policy.json --check in.csv
	assert_failure 1
	for column in born home hours score ethnicity surname; do
		assert_output --partial "column '$column': cells that are not as the policy leaves them"
	done
	refute_output --partial shby
}

@test "changes: two windows, under which a person's dates drift apart, are refused" {
	write_shifts '"window":30'
	sed -i '0,/"window":30/s//"window":31/' policy.json
	run anonymise -p policy.json --check-config
	assert_failure 2
	assert_output --partial "at /columns/"
}
