#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# map-to-role: the role and function that a text speaks of.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

HEAD="rule_id,function,pattern,requires,excludes,weight,provenance,positive,negative"

setup_filter() {
	RULES=$SCHEMAS/roles/rules.csv
	small_framework
}

# rules.csv of the header and the lines given
rules() {
	{ echo "$HEAD"; printf '%s\n' "$@"; } >rules.csv
}

# one rule of its own, for what has to be told to the byte
own_rule() {
	rules 'pb,A.i,\bpersonal budgets?\b,,,3,test,a personal budget,a budget'
	RULES=rules.csv
}

# the rules over a text, one record
map() {
	{ echo id,comment; printf '1,"%s"\n' "$1"; } >in.csv
	run --separate-stderr map-to-role -r "$RULES" --text comment in.csv
}

# the rules over the bytes that printf makes of the first argument
raw() {
	# shellcheck disable=SC2059
	printf "$1" >in.csv
	run --separate-stderr map-to-role -r "$RULES" --text comment in.csv
}

@test "map-to-role: help shows examples first" {
	run map-to-role --help
	assert_success
	assert_line --index 1 --partial "map-to-role -r schemas/roles/rules.csv --text comment"
}

@test "map-to-role: the manual has no faults and the usage of --help" {
	command -v mandoc >/dev/null || skip "no mandoc here"
	run mandoc -Tlint -Wwarning "$ROOT/filters/map-to-role/map-to-role.1"
	assert_success
	assert_output ""
	local usage
	usage=$(usage_of map-to-role)
	run bash -c 'mandoc -Tutf8 -O width=900 "$1" | col -b | sed -n "/^SYNOPSIS/{n;s/^ *//p}"' - "$ROOT/filters/map-to-role/map-to-role.1"
	assert_output "$usage"
}

@test "map-to-role: an unknown option is exit 2 and names the nearest" {
	run map-to-role --evidense none
	assert_failure 2
	assert_output --partial "evidence"
}

@test "map-to-role: no rules, no text column, a wrong --evidence are exit 2" {
	run map-to-role --text comment </dev/null
	assert_failure 2
	assert_output --partial "-r FILE"
	run map-to-role -r "$RULES" </dev/null
	assert_failure 2
	assert_output --partial "--text COLUMN"
	run map-to-role -r "$RULES" --text comment --evidence all </dev/null
	assert_failure 2
	assert_output --partial "text or none"
	run map-to-role -r absent.csv --text comment </dev/null
	assert_failure 2
	assert_output --partial "absent.csv"
}

@test "map-to-role: the project's rules pass their own check: all functions, all examples" {
	run map-to-role --check-config -r "$RULES"
	assert_success
	run bash -c 'grep -c , "$1/roles/roles.csv"' - "$SCHEMAS"
	assert_output 36
	[ "$(wc -l <"$RULES")" -ge 61 ]
}

@test "map-to-role: the project's rules decide each positive example for the function of its rule" {
	# the columns from pattern on may hold commas: the filter itself reads the file
	map-to-role -r "$RULES" --text positive --evidence none --prefix new_ "$RULES" >mapped.csv
	# rule id and function lead the line; role, function and seven more columns end it
	run awk -F, 'NR > 1 && !($(NF - 7) == $2) { bad++ } END { print (NR > 60), bad + 0 }' mapped.csv
	assert_output "1 0"
}

@test "map-to-role: what service users say is mapped" {
	map "She helped me with my housing"
	assert_success
	assert_line --index 0 "id,comment,role,function,status,confidence,score,margin,rules,evidence,spans"
	assert_line --index 1 --partial ",B,B.i,mapped,medium,2,2,B.i-01,helped me with my housing,"
	map "sorted out my benefits"
	assert_line --index 1 --partial ",B,B.i,mapped,"
	map "got me out of the house and into groups"
	assert_line --index 1 --partial ",B,B.ii,mapped,"
	map "support for my carer"
	assert_line --index 1 --partial ",A,A.viii,mapped,"
	map "took my side against stigma"
	assert_line --index 1 --partial ",B,B.iii,mapped,high,"
	map "The food was nice and the staff were friendly"
	assert_line --index 1 --partial ",,,unmapped,,,,,,"
}

@test "map-to-role: the field's terms are mapped" {
	while IFS='|' read -r text function; do
		map "$text"
		assert_line --index 1 --partial ",$function,mapped,high,"
	done <<-'END'
		Care Act assessment completed|A.i
		section 117 aftercare meeting|A.i
		consulted the nearest relative|A.i
		community treatment order renewed|A.i
		set up a personal budget|A.iii
		Led a Section 42 enquiry|A.iv
		best interests assessment under DoLS|A.v
		referred to an IMHA|A.vi
		carer’s assessment offered|A.viii
		MARAC attended|A.xi
		Think Family lead|C.i
		asset-based work in the town|D.i
		co-production of the new service|D.iii
		plans the AMHP rota|E.ii
		delay of conveyance by the ambulance|E.iii
	END
}

@test "map-to-role: a general word alone is never high confidence" {
	for word in assessment safeguarding advocate recovery supervision AMHP trauma abuse isolated volunteer "best interests" "care plan" probation "care home"; do
		map "$word"
		assert_success
		refute_output --partial ",high,"
		refute_output --partial ",medium,"
	done
	# and no general rule alone, whatever text it has
	map-to-role -r "$RULES" --text positive --evidence none --prefix new_ "$RULES" >mapped.csv
	run awk -F, '/,general word,/ && $(NF - 5) != "low" && $(NF - 2) !~ / / { print $1 }' mapped.csv
	assert_output ""
}

@test "map-to-role: curly quotes, dashes, capitals, double blanks and line breaks do not hide a find" {
	raw 'comment\n"a CARER\xe2\x80\x99S  \r\n assessment"\n"co\xe2\x80\x91production"\n"Direct\xc2\xa0Payment"\n'
	assert_success
	assert_line --index 1 --partial ",CARER’S    assessment,"
	assert_line --index 2 --partial ",D.iii,mapped,high,"
	assert_line --index 3 --partial ",A.iii,mapped,high,"
}

@test "map-to-role: evidence is the original's words, and --evidence none leaves it empty" {
	own_rule
	raw 'comment\nThe \xe2\x80\x9cPersonal Budget\xe2\x80\x9d came\n'
	assert_line --index 1 $'The \xe2\x80\x9cPersonal Budget\xe2\x80\x9d came,A,A.i,mapped,high,3,3,pb,Personal Budget,7-22'
	run map-to-role -r "$RULES" --text comment --evidence none in.csv
	assert_line --index 1 $'The \xe2\x80\x9cPersonal Budget\xe2\x80\x9d came,A,A.i,mapped,high,3,3,pb,,7-22'
}

@test "map-to-role: long evidence is cut at a character's end" {
	rules 'r1,A.i,é{90} é{90},,,3,test,'"$(printf 'é%.0s' {1..90}) $(printf 'é%.0s' {1..90})"',e'
	{ echo comment; echo "$(printf 'É%.0s' {1..90}) $(printf 'É%.0s' {1..90})"; } >in.csv
	map-to-role -r rules.csv --text comment in.csv >out.csv
	[ "$(tail -n 1 out.csv | cut -d, -f9 | tr -d '\n' | wc -c)" -eq 199 ]
	run iconv -f UTF-8 -t UTF-8 out.csv
	assert_success
}

@test "map-to-role: weights add up, overlapping finds of a function count once, a tie is ambiguous" {
	rules 'a1,A.i,\bred\b,,,1,test,red,blue' \
		'a2,A.i,\bred car\b,,,2,test,red car,red' \
		'a3,A.ii,\bvan\b,,,2,test,van,car' \
		'b1,B.i,\bgreen\b,,,2,test,green,red' \
		'b2,B.i,\bgrass\b,,,3,test,grass,hay'
	printf 't\nred car\nred car green\nred and a red car green\nvan grass\nred car van grass\nvan red car\nred\nred grass\n' >in.csv
	run map-to-role -r rules.csv --text t in.csv
	assert_success
	assert_output "$(cat <<-'END'
		t,role,function,status,confidence,score,margin,rules,evidence,spans
		red car,A,A.i,mapped,medium,2,2,a1 a2,red car,0-3 0-7
		red car green,,,ambiguous,,2,0,a1 a2 b1,red car,0-3 0-7 8-13
		red and a red car green,A,A.i,mapped,medium,3,1,a1 a2 b1,red car,0-3 10-17 18-23
		van grass,B,B.i,mapped,medium,3,1,a3 b2,grass,0-3 4-9
		red car van grass,A,A.i,mapped,medium,4,1,a1 a2 a3 b2,red car,0-3 0-7 8-11 12-17
		van red car,A,A.ii,mapped,medium,4,4,a1 a2 a3,van,4-7 4-11 0-3
		red,A,A.i,mapped,low,1,1,a1,red,0-3
		red grass,B,B.i,mapped,high,3,2,a1 b2,grass,0-3 4-9
	END
	)"
}

@test "map-to-role: requires and excludes look at the whole text" {
	rules 'a1,A.i,\bplan\b,\bcare\b,\bholiday\b,2,test,the plan for care,a plan | holiday plan with care'
	printf 't\ncare and a plan\na plan\na holiday plan of care\n' >in.csv
	run map-to-role -r rules.csv --text t in.csv
	assert_line --index 1 --partial ",A.i,mapped,"
	assert_line --index 2 --partial ",unmapped,"
	assert_line --index 3 --partial ",unmapped,"
}

# bad RULE-LINE WORDS: the check says rules.csv, its line and the words
bad() {
	rules 'ok,A.i,\bfine\b,,,1,test,fine,bad' "$1"
	run map-to-role --check-config -r rules.csv
	assert_failure 2
	assert_output --partial "rules.csv:3: "
	assert_output --partial "$2"
}

@test "map-to-role: gaps without a bound are refused, with file and line" {
	bad 'x,A.i,a.*b,,,1,test,ab,c' "byte 3: a gap without a bound"
	bad 'x,A.i,a.+b,,,1,test,ab,c' "without a bound"
	bad 'x,A.i,"a[^.]{3,}b",,,1,test,ab,c' "without a bound"
	bad 'x,A.i,a(?:b )*c,,,1,test,ac,c' "without a bound"
	bad 'x,A.i,"a.{0,101}b",,,1,test,ab,c' "no higher than 100"
	bad 'x,A.i,ab,a\w+,,1,test,ab,c' "column 'requires'"
	bad 'x,A.i,ab,,a\w*,1,test,ab,c' "column 'excludes'"
}

@test "map-to-role: patterns outside the dialect are refused" {
	bad 'x,A.i,(ab),,,1,test,ab,c' "a group is (?:...)"
	bad 'x,A.i,(?i)ab,,,1,test,ab,c' "a group is (?:...)"
	bad 'x,A.i,(?:ab,,,1,test,ab,c' "not closed"
	bad 'x,A.i,ab),,,1,test,ab,c' "closed that nobody opened"
	bad 'x,A.i,[ab,,,1,test,ab,c' "not closed"
	bad 'x,A.i,ab\K,,,1,test,ab,c' "escapes are"
	bad 'x,A.i,[\Qa],,,1,test,ab,c' "escapes are"
	bad 'x,A.i,a{b,,,1,test,ab,c' "a quantifier is"
	bad 'x,A.i,?ab,,,1,test,ab,c' "nothing stands before"
	bad 'x,A.i,a?,,,1,test,a,c' "empty text"
	bad 'x,A.i,a|,,,1,test,a,c' "empty text"
	bad 'x,A.i,[z-a]b,,,1,test,ab,c' "the pattern is wrong near byte"
	bad 'x,A.i,Care,,,1,test,care,c' "it can never match"
	bad $'x,A.i,carer\xe2\x80\x99s,,,1,test,carers,c' "it can never match"
}

@test "map-to-role: faulty rules are refused, with file and line" {
	bad 'x,A.iii,ab,,,1,test,ab,c' "no such function"
	bad 'x,A,ab,,,1,test,ab,c' "this is a category"
	bad ',A.i,ab,,,1,test,ab,c' "needs an id"
	bad 'x y,A.i,ab,,,1,test,ab,c' "an id holds letters"
	bad 'x,A.i,,,,1,test,ab,c' "needs a pattern"
	bad 'x,A.i,ab,,,0,test,ab,c' "a weight is 1"
	bad 'x,A.i,ab,,,1.0,test,ab,c' "a weight is 1"
	bad 'x,A.i,ab,,,1,,ab,c' "where the rule comes from"
	bad 'x,A.i,ab,,,1,test,,c' "must not be empty"
	bad 'x,A.i,ab,,,1,test,ab,' "must not be empty"
	bad 'x,A.i,ab,,,1,test,ab | b,c' "rule 'x' does not fire on example 2"
	bad 'x,A.i,ab,,,1,test,ab,c|cab' "rule 'x' fires on example 2"
	bad 'x,A.ii,\bfine\b,,,1,test,fine,bad' "the same pattern as in line 2"
	rules 'x,A.i,ab,,,1,test,ab,c' 'x,A.i,bc,,,1,test,bc,c'
	run map-to-role --check-config -r rules.csv
	assert_failure 2
	assert_output --partial "rules.csv:3"
}

@test "map-to-role: a function without a rule is refused by the check" {
	rules 'x,A.i,ab,,,1,test,ab,c' 'y,B.i,bc,,,1,test,bc,c'
	run map-to-role --check-config -r rules.csv
	assert_failure 2
	assert_output --partial "no rule for function A.ii"
	printf 't\nab\n' >in.csv
	run map-to-role -r rules.csv --text t in.csv
	assert_success
}

@test "map-to-role: missing and unknown columns, no rules, no framework are exit 2" {
	mkdir lonely
	run map-to-role -r lonely/rulse.csv --check-config
	assert_failure 2
	assert_output "map-to-role: lonely/rulse.csv: cannot open the rules: No such file or directory"
	echo "$HEAD" >lonely/rules.csv
	run map-to-role -r lonely/rules.csv --check-config
	assert_failure 2
	assert_output --partial "lonely/roles.csv: the role framework is not beside the rules; name it with --roles FILE"
	echo 'rule_id,function' >rules.csv
	run map-to-role --check-config -r rules.csv
	assert_failure 2
	assert_output --partial "pattern"
	printf '%s\n' "$HEAD,note" 'x,A.i,ab,,,1,test,ab,c,n' >rules.csv
	run map-to-role --check-config -r rules.csv
	assert_failure 2
	assert_output --partial "rules.csv:1: "
	echo "$HEAD" >rules.csv
	run map-to-role --check-config -r rules.csv
	assert_failure 2
	rules 'x,A.i,ab,,,1,test,ab,c'
	run map-to-role --check-config -r rules.csv --roles absent.csv
	assert_failure 2
	assert_output --partial "absent.csv"
}

@test "map-to-role: a framework that does not hold together is refused, with file and line" {
	rules 'x,A.i,ab,,,1,test,ab,c'
	while IFS= read -r line; do
		printf 'code,category,item,ordinal,label\nA,A,,0,first\nA.i,A,i,1,one\n%s\n' "$line" >other.csv
		run map-to-role --check-config -r rules.csv --roles other.csv
		assert_failure 2
		assert_output --partial "other.csv:4"
	done <<-'END'
		A.i,A,i,1,again
		A.ii,A,ii,3,gap
		A.ii,A,iii,2,code
		B.i,B,i,1,no category
		A.ii,A,ii,x,number
		A.ii,A,ii,2,
	END
}

@test "map-to-role: leaving out rules by trigger changes nothing" {
	rules 'a1,A.i,"\b[0-9]{3}\b",,,1,test,123,12' \
		'a2,A.ii,(?:cat|dog)s? (?:house|home),,,2,test,cats home,cat' \
		'b1,B.i,"\bx[a-z]{1,3}(?:ing|ed)\b",,,3,test,xaing,xing' \
		'b2,B.i,"(?<=pre )fix(?!ed)(?:es|ing){1,2}",,,2,test,pre fixes,fixes'
	{
		echo t
		for a in 123 1234 cats dog xabing xed pre; do
			for b in home "house 555" "fixes" fixed xaed; do
				echo "$a $b"
				echo "$b$a $a"
			done
		done
	} >in.csv
	map-to-role -r rules.csv --text t in.csv >some.csv
	map-to-role -r rules.csv --text t --every-rule in.csv >all.csv
	cmp some.csv all.csv
	[ "$(grep -c ,mapped, some.csv)" -gt 10 ]
	map-to-role -r "$RULES" --text positive --prefix new_ "$RULES" >some.csv
	map-to-role -r "$RULES" --text positive --prefix new_ --every-rule "$RULES" >all.csv
	cmp some.csv all.csv
	map-to-role -r "$RULES" --text comment "$SAMPLES/feedback-clean.csv" >some.csv
	map-to-role -r "$RULES" --text comment --every-rule "$SAMPLES/feedback-clean.csv" >all.csv
	cmp some.csv all.csv
}

@test "map-to-role: a rule that hits the match limit is a loud rule_error and exit 1" {
	rules 'slow,A.i,"(?:a{0,50}){1,50}(?:a{0,50}){1,50}!",,,3,test,aa!,b' \
		'b1,B.i,\bgreen\b,,,2,test,green,red'
	{ echo id,t; echo "1,green $(printf 'a%.0s' {1..3000})?!"; echo '2,green'; } >in.csv
	run --separate-stderr map-to-role -r rules.csv --text t --run-record record.json in.csv
	assert_failure 1
	assert_line --index 1 --regexp '\?!,,,rule_error,,,,slow,,$'
	assert_line --index 2 "2,green,B,B.i,mapped,medium,2,2,b1,green,0-5"
	[[ $stderr == *"in.csv:2:3: record 1: column 't' makes rule 'slow' (rules.csv:2) hit the match limit"* ]]
	[[ $stderr == *"1 of 2 records"* ]]
	run cat record.json
	assert_output --regexp '"rule_error": 1'
	assert_output --regexp '"used": 2'
}

@test "map-to-role: a text past the limit is cut, and that is said; one at it is not" {
	own_rule
	{ echo id,t; echo "1,personal budget $(head -c 65536 /dev/zero | tr '\0' x)"; echo "2,personal budget $(head -c 65520 /dev/zero | tr '\0' x)"; } >in.csv
	run --separate-stderr map-to-role -r "$RULES" --text t --run-record record.json in.csv
	assert_success
	assert_line --index 1 --partial ",A,A.i,mapped,high,3,3,pb,personal budget,0-15"
	assert_line --index 2 --partial ",A,A.i,mapped,high,3,3,pb,personal budget,0-15"
	assert_equal "$stderr" "map-to-role: warning: in.csv:2:3: record 1: column 't' is longer than the limit: its beginning was read
map-to-role: warning: 1 of 2 texts are longer than 65536 bytes and were cut: --limit BYTES reads more"
	run cat record.json
	assert_output --regexp '"cut": 1'
	# the find stands behind the limit, and within it
	printf 't\nsome words before a personal budget\n' >in.csv
	run --separate-stderr map-to-role -r "$RULES" --text t --limit 34 in.csv
	assert_line --index 1 --partial ",,,unmapped,"
	[[ $stderr == *"longer than the limit"* ]]
	run --separate-stderr map-to-role -r "$RULES" --text t --limit 35 in.csv
	assert_line --index 1 --partial ",A.i,mapped,"
	assert_equal "$stderr" ""
}

@test "map-to-role: the run record counts each status" {
	printf 't\nsocial inclusion\nnice\n\nsafeguarding recovery\n' | sed 's/^$/""/' >in.csv
	run map-to-role -r "$RULES" --text t --run-record record.json in.csv
	assert_success
	run cat record.json
	assert_output --regexp '"in": 4'
	assert_output --regexp '"used": 4'
	assert_output --regexp '"mapped": 1'
	assert_output --regexp '"ambiguous": 1'
	assert_output --regexp '"unmapped": 2'
	assert_output --regexp '"rule_error": 0'
}

@test "map-to-role: a missing text column is exit 2 before the first byte, with the nearest name" {
	printf 'id,coment\n1,x\n' >in.csv
	run --separate-stderr map-to-role -r "$RULES" --text comment in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"did you mean 'coment'"* ]]
}

@test "map-to-role: a new column that is there already is exit 2 before the first byte, and --prefix helps" {
	printf 'comment,status\nnice,open\n' >in.csv
	run --separate-stderr map-to-role -r "$RULES" --text comment in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"--prefix"* ]]
	run map-to-role -r "$RULES" --text comment --prefix map_ in.csv
	assert_success
	assert_line "comment,status,map_role,map_function,map_status,map_confidence,map_score,map_margin,map_rules,map_evidence,map_spans"
	assert_line "nice,open,,,unmapped,,,,,,"
}

@test "map-to-role: empty input gives nothing, header only gives the header" {
	raw ''
	assert_success
	assert_output ""
	raw 'id,comment\n'
	assert_success
	assert_output "id,comment,role,function,status,confidence,score,margin,rules,evidence,spans"
}

@test "map-to-role: CRLF, BOM and no line end at the last record" {
	own_rule
	raw '\xef\xbb\xbfcomment,z\r\nnice,1\r\npersonal budget,2'
	assert_success
	assert_output $'comment,z,role,function,status,confidence,score,margin,rules,evidence,spans\nnice,1,,,unmapped,,,,,,\npersonal budget,2,A,A.i,mapped,high,3,3,pb,personal budget,0-15'
}

@test "map-to-role: a field that is not changed passes byte for byte, a line break becomes one blank" {
	own_rule
	raw 'comment,z\n"nice","a ""b"""\n"x\r\ny",\n'
	assert_success
	assert_line --index 1 '"nice","a ""b""",,,unmapped,,,,,,'
	assert_line --index 2 '"x y",,,,unmapped,,,,,,'
}

@test "map-to-role: quotes in a text are met as quotes" {
	own_rule
	raw 'comment\n"he said ""personal budget"", twice"\n'
	assert_line --index 1 --partial ',A,A.i,mapped,high,3,3,pb,personal budget,9-24'
}

@test "map-to-role: NUL, an unclosed quote, a ragged row and bytes that are not UTF-8 are exit 2" {
	raw 'comment,z\n1,x\0y\n'
	assert_failure 2
	[[ $stderr == *"in.csv:2:"* ]]
	raw 'comment,z\n1,"x\n'
	assert_failure 2
	raw 'comment,z\n1,x\n2\n'
	assert_failure 2
	[[ $stderr == *"in.csv:3"* ]]
	raw 'comment\n\xff\n'
	assert_failure 2
}

@test "map-to-role: --header and --no-header, for partitions" {
	own_rule
	echo 'id,comment' >head.csv
	printf '1,personal budget\n' >part.csv
	run map-to-role -r "$RULES" --text comment --header head.csv --no-header part.csv
	assert_success
	assert_output "1,personal budget,A,A.i,mapped,high,3,3,pb,personal budget,0-15"
}

@test "map-to-role: twice the same, in the C and in a UTF-8 locale, by pipe and by file" {
	map-to-role -r "$RULES" --text comment "$SAMPLES/feedback-clean.csv" >first
	LC_ALL=C.UTF-8 map-to-role -r "$RULES" --text comment <"$SAMPLES/feedback-clean.csv" >second
	LC_ALL=C map-to-role -r "$RULES" --text comment -o third "$SAMPLES/feedback-clean.csv"
	cmp first second
	cmp first third
	# one record is one line
	[ "$(cut -c 1-9 first | sort -u | wc -l)" -eq "$(wc -l <first)" ]
	grep -q ,mapped, first
}

@test "map-to-role: a full disk is exit 2" {
	[ -e /dev/full ] || skip "no /dev/full here"
	printf 'comment\nnice\n' >in.csv
	run bash -c 'map-to-role -r "$1" --text comment in.csv >/dev/full' - "$RULES"
	assert_failure 2
}

@test "map-to-role: a closed pipe ends it quietly" {
	{ echo comment; yes nice | head -n 200000; } >in.csv
	run closed_pipe map-to-role -r "$RULES" --text comment in.csv
	assert_output 141
}

@test "map-to-role: 54 links to capabilities and 56 outcomes, with codes of the framework" {
	cd "$SCHEMAS/roles"
	[ "$(wc -l <pcf.csv)" -eq 55 ]
	[ "$(wc -l <outcomes.csv)" -eq 57 ]
	run bash -c "tail -n +2 pcf.csv | cut -d, -f1 | sort | uniq -c | tr -s ' ' | tr '\n' ';'"
	assert_output " 9 A1; 9 A2; 9 B; 9 C; 9 D; 9 E;"
	run bash -c "tail -n +2 outcomes.csv | cut -d, -f1 | sort | uniq -c | tr -s ' ' | tr '\n' ';'"
	assert_output " 11 ASCOF; 25 CTG; 5 NHSOF; 6 NHWMH; 9 PHOF;"
	run bash -c "tail -n +2 outcomes.csv | cut -d, -f2 | sort -u | wc -l"
	assert_output 56
	# the printed source's doubtful lines stay flagged
	run bash -c "tail -n +2 pcf.csv | grep -vc ',\$'"
	assert_output 8
}

# The real comments: a small share is mapped, and every record is accounted for.
real() { # FILE COLUMN RECORDS
	need_data "$1"
	map-to-role -r "$RULES" --text "$2" --evidence none --run-record record.json "$SHARED_DATA/$1" >out.csv
	[ "$(wc -l <out.csv)" -eq "$(($3 + 1))" ]
	grep -q "\"used\": $3" record.json
	grep -q '"rule_error": 0' record.json
	mapped=$(sed -n 's/.*"mapped": \([0-9]*\).*/\1/p' record.json)
	[ "$mapped" -gt 0 ]
	[ "$((mapped * 10))" -lt "$3" ]
}

@test "map-to-role: the real comments of a trust" {
	real feedback-nottshc/tidy_trust_data_MH.csv comment_txt 44086
}

@test "map-to-role: the real comments of the friends and family test" {
	real feedback-fft/v6framework_230831.csv "FFT answer" 7908
}
