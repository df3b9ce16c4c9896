#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# map-to-role: what people who met it for the first time, and people who meant it ill, came upon.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# A small framework and rules, with all that may stand beside them.
setup_filter() {
	small_framework
	cat >rules.csv <<-'END'
		rule_id,function,pattern,requires,excludes,weight,provenance,positive,negative
		a1,A.i,\bred\b,,,1,test,red,blue
		a2,A.ii,\bvan\b,,,2,test,van,car
		b1,B.i,\bgreen\b,,,3,test,green,red
	END
	printf 'role_code,category,ref,anomaly\nA1,A,1.1,\n' >pcf.csv
	printf 'code,function\n1A,A.i\n' >outcome-functions.csv
	printf 'id,text\n1,a red van\n' >in.csv
}

# --- what is said ----------------------------------------------------------------------

@test "map-to-role: the examples of --help with codes and with benchmark work over the samples" {
	cp "$SAMPLES/activities.csv" .
	ln -s "$SCHEMAS" schemas
	map-to-role --help | sed -n '/^  map-to-role .*--code/,/--evaluate role/p' |
		sed '/^      [a-z]/ { /\.csv/!d }; /--evaluate role/d' >examples
	run cat examples
	assert_line --partial '--crosswalk schemas/activities/codes.csv'
	assert_line --partial 'benchmark -m schemas/activities/measures.json --unit team'
	run --separate-stderr bash -e -o pipefail examples
	assert_success
	assert_equal "$stderr" ''
	assert_line --regexp '^Riverside community team,all,time_A,ratio,'
}

@test "map-to-role: the help fits in 100 columns" {
	run map-to-role --help
	refute_output --regexp '[^'$'\n'']{101}'
}

@test "map-to-role: the rule that the README shows can be added as it stands there" {
	mkdir ours
	{
		cat "$SCHEMAS/roles/rules.csv"
		sed -n 's/^    \(D\.i-90,\)/\1/p' "$SCHEMAS/roles/README.md"
	} >ours/rules.csv
	run map-to-role --check-config -r ours/rules.csv --roles "$SCHEMAS/roles/roles.csv"
	assert_success
	printf 'id,text\n1,Joined the bell-ringers\n' >in.csv
	run map-to-role -r ours/rules.csv --roles "$SCHEMAS/roles/roles.csv" --text text in.csv
	assert_line --partial 'D.i-90'
	assert_line --partial 'bell-ringers'
}

# --- configuration that stands beside the rules ---------------------------------------

@test "map-to-role: no output takes the place of a file that stands beside the rules" {
	for name in pcf outcome-functions; do
		cp $name.csv before
		for output in "-o $name.csv" "-o out.csv --run-record $name.csv"; do
			# shellcheck disable=SC2086 # two words or four
			run map-to-role -r rules.csv --text text --pcf --outcomes $output in.csv
			assert_failure 2
			assert_output --partial "map-to-role: $name.csv: is the configuration"
			run cmp before $name.csv
			assert_success
		done
	done
}

@test "map-to-role: --check-config reads what --pcf and --outcomes need" {
	run map-to-role --check-config -r rules.csv --pcf --outcomes
	assert_success
	printf 'role_code,category,ref,anomaly\nF1,F,1.1,\n' >pcf.csv
	run map-to-role --check-config -r rules.csv --pcf
	assert_failure 2
	assert_output "map-to-role: pcf.csv:2: column 'category': the framework has no such function or category"
	printf 'code,function\n1A,a.i\n' >outcome-functions.csv
	run map-to-role --check-config -r rules.csv --outcomes
	assert_failure 2
	assert_output "map-to-role: outcome-functions.csv:2: column 'function': the framework has no such function or category"
}

@test "map-to-role: codes that would break the list of codes are refused" {
	for row in 'A1,A,,' ',A,1.1,' 'A1,A,1 1,'; do
		printf 'role_code,category,ref,anomaly\n%s\n' "$row" >pcf.csv
		run map-to-role -r rules.csv --text text --pcf in.csv
		assert_failure 2
		assert_output --regexp "^map-to-role: pcf.csv:2: column '(role_code|ref)': a code is missing, or holds a blank\$"
	done
	for row in ,A.i '1 A,A.i'; do
		printf 'code,function\n%s\n' "$row" >outcome-functions.csv
		run map-to-role -r rules.csv --text text --outcomes in.csv
		assert_failure 2
		assert_output "map-to-role: outcome-functions.csv:2: column 'code': a code is missing, or holds a blank"
	done
}

@test "map-to-role: rules of one's own elsewhere have what stands beside the framework" {
	mkdir ours
	mv rules.csv ours
	printf 'language,name,words\nen,English,the of and\nde,German,und nicht der\n' >languages.csv
	printf 'id,text\n1,red\n2,und nicht der red\n' >in.csv
	run map-to-role -r ours/rules.csv --roles roles.csv --text text --pcf in.csv
	assert_success
	assert_line '1,red,A,A.i,mapped,low,1,1,a1,red,0-3,A1:1.1'
	assert_line '2,und nicht der red,,,other_language,,,,,,,'
	# what stands beside the rules goes before it
	printf 'role_code,category,ref,anomaly\nA9,A,9.9,\n' >ours/pcf.csv
	run map-to-role -r ours/rules.csv --roles roles.csv --text text --pcf in.csv
	assert_line '1,red,A,A.i,mapped,low,1,1,a1,red,0-3,A9:9.9'
}

# --- frameworks of other kinds -------------------------------------------------------

@test "map-to-role: codes of a framework that would break columns or lists are refused" {
	local head='code,category,item,ordinal,label\nA,A,,0,first\nA.i,A,i,1,one\n'
	while IFS='|' read -r rows what; do
		printf '%b' "$head$rows" >other.csv
		run map-to-role -r rules.csv --roles other.csv --text text in.csv
		assert_failure 2
		assert_output --regexp "^map-to-role: other.csv:[0-9]+: $what"
	done <<-'END'
		a,a,,0,twin\n|a row above it has the same code but for capitals
		A.I,A,I,2,twin\n|a row above it has the same code but for capitals
		B b,B b,,0,blank\n|category and item hold letters, digits and '-' only
		B.b,B.b,,0,point\n|category and item hold letters, digits and '-' only
		B_b,B_b,,0,line\n|category and item hold letters, digits and '-' only
		\0303\0204,\0303\0204,,0,letter\n|category and item hold letters, digits and '-' only
		none,none,,0,word\n|none, mapped, ambiguous, unmapped and all are no codes
		Mapped,Mapped,,0,word\n|none, mapped, ambiguous, unmapped and all are no codes
		all,all,,0,word\n|none, mapped, ambiguous, unmapped and all are no codes
	END
}

@test "map-to-role: a framework of other categories, ten of them, goes all ways" {
	{
		echo code,category,item,ordinal,label
		for category in C D E F G H I J K L-2; do
			echo "$category,$category,,0,category $category"
			echo "$category.i,$category,i,1,function of $category"
		done
	} >roles.csv
	cat >rules.csv <<-'END'
		rule_id,function,pattern,requires,excludes,weight,provenance,positive,negative
		f1,F.i,\bred\b,,,3,test,red,blue
		l1,L-2.i,\bvan\b,,,3,test,van,car
	END
	printf 'text,people\nred,F\nvan,L-2.i\n' >in.csv
	run --separate-stderr map-to-role -r rules.csv --text text --indicators --functions in.csv
	assert_success
	assert_line --index 0 --partial ',role_k,role_l-2,role_mapped,'
	assert_line --index 0 --partial ',function_l-2_i'
	run --separate-stderr map-to-role -r rules.csv --text text --evaluate people --format csv in.csv
	assert_success
	assert_line ',,role,F,,right,1,,,,1'
	assert_line ',,role,L-2,,right,1,,,,1'
	run --separate-stderr map-to-role -r rules.csv --text text --sample 2 in.csv
	assert_success
}

# --- codes ---------------------------------------------------------------------------

@test "map-to-role: a crosswalk that knows none of the codes is said, without a code" {
	printf 'code,function\nX1,A.i\n' >codes.csv
	printf 'c\nx1\n"X1 "\n01\n' >in.csv
	run --separate-stderr map-to-role --roles roles.csv --crosswalk codes.csv --code c \
		--run-record record.json in.csv
	assert_success
	assert_equal "$stderr" "map-to-role: warning: no code of column 'c' stands in the crosswalk: codes are met as they stand, with capitals, zeros and blanks"
	run cat record.json
	assert_output --partial '"coded": 3'
	assert_output --partial '"by_code": 0'
	printf 'c\nx1\nX1\n""\n' >in.csv
	run --separate-stderr map-to-role --roles roles.csv --crosswalk codes.csv --code c \
		--run-record record.json in.csv
	assert_equal "$stderr" ''
	run cat record.json
	assert_output --partial '"coded": 2'
	assert_output --partial '"by_code": 1'
}

@test "map-to-role: a fault of a crosswalk names the column" {
	printf 'ref,role,function\nX1,Z,A.i\n' >codes.csv
	run map-to-role --roles roles.csv --crosswalk codes.csv:ref:role --code c in.csv
	assert_failure 2
	assert_output "map-to-role: codes.csv:2: column 'role': the framework has no such function or category"
}

@test "map-to-role: --evidence none shows neither words nor codes in new columns" {
	printf 'code,function\nSECRET7,B.i\n' >codes.csv
	printf 'id,text,c\n1,a red van,\n2,,SECRET7\n3,green,SECRET8\n' >in.csv
	run --separate-stderr map-to-role -r rules.csv --text text --crosswalk codes.csv --code c \
		--evidence none --multi --pcf --outcomes in.csv
	assert_success
	assert_output "$(cat <<-'END'
		id,text,c,role,function,status,confidence,score,margin,rules,evidence,spans,pcf,outcomes
		1,a red van,,A,A.ii,mapped,medium,3,3,a1 a2,,2-5 6-9,A1:1.1,1A
		2,,SECRET7,B,B.i,mapped,high,3,3,B.i,,,,
		3,green,SECRET8,B,B.i,mapped,high,3,3,b1,,0-5,,
	END
	)"
}

# --- spans ---------------------------------------------------------------------------

@test "map-to-role: a find within a character that became several has its span and words" {
	cat >rules.csv <<-'END'
		rule_id,function,pattern,requires,excludes,weight,provenance,positive,negative
		a1,A.i,cof,,,1,test,cof,x
		b1,B.i,fi,,,1,test,fi,x
	END
	# three letters in one character: ffi
	printf 'text\nco\357\254\203n\n\357\254\203\n' >in.csv
	run map-to-role -r rules.csv --text text in.csv
	assert_success
	assert_line --index 1 $'co\357\254\203n,,,ambiguous,,1,0,a1 b1,co\357\254\203,0-5 2-5'
	assert_line --index 2 $'\357\254\203,B,B.i,mapped,low,1,1,b1,\357\254\203,0-3'
}

# --- people's codes ------------------------------------------------------------------

@test "map-to-role: blanks around people's codes are no other code, for --evaluate as for --agree" {
	printf 'text,people\nred, A.i\nvan,"A.ii "\nx," "\ny, none \n' >in.csv
	run map-to-role -r rules.csv --text text --evaluate people --format csv in.csv
	assert_success
	assert_line ',,records,,,used,4,,,,4'
	assert_line ',,confusion,A,A,records,2,,,,'
	assert_line ',,confusion,none,unmapped,records,2,,,,'
}

@test "map-to-role: --agree fits in 80 columns, and explains what is shown" {
	printf 'a,b\nA.i,A.i\nA.i,B.i\n,B.i\n' >in.csv
	run map-to-role --agree a b in.csv
	assert_success
	# kappa is (1/3 - 2/9) / (7/9), alpha 1 - (2/3) / (22/30)
	assert_line --partial 'all  code            3   0.333  0.06 to 0.79  0.143  0.091  '
	assert_line --regexp '^  none: '
	refute_output --regexp '[^'$'\n'']{81}'
	refute_output --partial 'expected'
}

@test "map-to-role: weights of 0 everywhere are said, and are not nothing used" {
	printf 'text,people,w\nred,A,0\ngreen,B,0\n' >in.csv
	run map-to-role -r rules.csv --text text --evaluate people --weight w in.csv
	assert_success
	assert_line 'Records read: 2, used: 2'
	assert_line '  The weights add up to 0: there is nothing to say'
	refute_output --partial 'Nothing was used'
}

@test "map-to-role: no control character of a value reaches a terminal, be it above ASCII" {
	printf 'text,a,b\nred,A,B\302\233[31m\ngreen,B,\033[31m\n' >in.csv
	for way in '--agree a b' '-r rules.csv --text text --evaluate a --by b'; do
		# shellcheck disable=SC2086 # several words
		run map-to-role $way in.csv
		assert_success
		refute_output --partial $'\302\233'
		refute_output --partial $'\033'
	done
}

@test "map-to-role: a line break in a value does not break the table of --agree" {
	printf 'a,b\n"x\ny",B\n' >in.csv
	run map-to-role --agree a b in.csv
	assert_success
	assert_line 'x?y   1  0     0     0.000'
}
