#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# map-to-role: codes, several roles, indicators, capabilities and outcomes.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# A small framework, rules and crosswalk.
setup_filter() {
	ROLES=$SCHEMAS/roles
	small_framework
	cat >rules.csv <<-'END'
		rule_id,function,pattern,requires,excludes,weight,provenance,positive,negative
		a1,A.i,\bred\b,,,1,test,red,blue
		a2,A.i,\bred car\b,,,2,test,red car,red
		a3,A.ii,\bvan\b,,,2,test,van,car
		b1,B.i,\bgreen\b,,,2,test,green,red
		b2,B.i,\bgrass\b,,,3,test,grass,hay
	END
	cat >codes.csv <<-'END'
		code,label,function
		V,visit,A.ii
		W,walk,A.i
		W,walk,A.ii
		X,both,A
		X,both,B.i
		Y,outside,
		Z,whole,B
	END
}

# --- codes -----------------------------------------------------------------------

@test "map-to-role: a code decides by the crosswalk: a function, a category, several" {
	printf 'id,c\n1,V\n2,W\n3,X\n4,Y\n5,Z\n6,Q\n7,\n' >in.csv
	run map-to-role --roles roles.csv --code c --crosswalk codes.csv --run-record record.json in.csv
	assert_success
	assert_output "$(cat <<-'END'
		id,c,role,function,status,confidence,score,margin,rules,evidence,spans
		1,V,A,A.ii,mapped,high,3,3,A.ii,V,
		2,W,A,,mapped,high,3,3,A.i A.ii,W,
		3,X,,,ambiguous,,3,0,A B.i,X,
		4,Y,,,unmapped,,,,,,
		5,Z,B,,mapped,high,3,3,B,Z,
		6,Q,,,unmapped,,,,,,
		7,,,,unmapped,,,,,,
	END
	)"
	run cat record.json
	assert_output --partial '"file": "codes.csv"'
	assert_output --partial '"mapped": 3'
}

@test "map-to-role: the text decides where no table knows the code; one without a function is outside" {
	printf 'c,t\nV,green\nQ,green\n,green\nY,green\nQ,\n' >in.csv
	run map-to-role -r rules.csv --text t --code c --crosswalk codes.csv in.csv
	assert_success
	assert_output "$(cat <<-'END'
		c,t,role,function,status,confidence,score,margin,rules,evidence,spans
		V,green,A,A.ii,mapped,high,3,3,A.ii,V,
		Q,green,B,B.i,mapped,medium,2,2,b1,green,0-5
		,green,B,B.i,mapped,medium,2,2,b1,green,0-5
		Y,green,,,unmapped,,,,,,
		Q,,,,unmapped,,,,,,
	END
	)"
	run map-to-role -r rules.csv --text t --code c --crosswalk codes.csv --evidence none in.csv
	assert_line --index 1 "V,green,A,A.ii,mapped,high,3,3,A.ii,,"
}

@test "map-to-role: several crosswalks, with columns of other names" {
	printf 'nr,fn\nN1,B.i\nV,B.i\n' >more.csv
	printf 'c\nN1\nV\n' >in.csv
	run map-to-role --roles roles.csv --code c --crosswalk codes.csv --crosswalk more.csv:nr:fn in.csv
	assert_success
	assert_line --index 1 "N1,B,B.i,mapped,high,3,3,B.i,N1,"
	assert_line --index 2 "V,,,ambiguous,,3,0,A.ii B.i,V,"
}

@test "map-to-role: a code is met as it stands: zeros, blanks and capitals count" {
	printf 'code,function\n007,A.i\n' >codes.csv
	printf 'c\n007\n7\n 007\n' >in.csv
	run map-to-role --roles roles.csv --code c --crosswalk codes.csv in.csv
	assert_line --index 1 --partial ",mapped,"
	assert_line --index 2 --partial ",unmapped,"
	assert_line --index 3 --partial ",unmapped,"
}

@test "map-to-role: faulty crosswalks are exit 2, with file and line" {
	run map-to-role --roles roles.csv --code c --crosswalk absent.csv </dev/null
	assert_failure 2
	assert_output --partial "absent.csv"
	run map-to-role --roles roles.csv --code c --crosswalk codes.csv:code:funtion </dev/null
	assert_failure 2
	assert_output --partial "codes.csv:1: no column 'funtion', did you mean 'function'?"
	printf 'code,function\nV,A.i\nW,C.i\n' >other.csv
	run map-to-role --roles roles.csv --code c --crosswalk other.csv </dev/null
	assert_failure 2
	assert_output "map-to-role: other.csv:3: column 'function': the framework has no such function or category"
	run map-to-role --check-config --roles roles.csv --crosswalk other.csv
	assert_failure 2
	run map-to-role --check-config --roles roles.csv --crosswalk codes.csv
	assert_success
}

@test "map-to-role: what goes with what is said" {
	while IFS='|' read -r words arguments; do
		# shellcheck disable=SC2086
		run map-to-role $arguments </dev/null
		assert_failure 2
		assert_output "map-to-role: $words"
	done <<-'END'
		nothing decides: name the rules with -r FILE, or a --crosswalk FILE|--text t
		name the role framework with --roles FILE|--crosswalk codes.csv --code c
		no text column given: use --text COLUMN|-r rules.csv
		no column of codes given: use --code COLUMN|--roles roles.csv --crosswalk codes.csv
		--text goes with -r FILE alone|--roles roles.csv --crosswalk codes.csv --code c --text t
		--code goes with --crosswalk FILE alone|-r rules.csv --text t --code c
		--every-rule goes with -r FILE alone|--roles roles.csv --crosswalk codes.csv --code c --every-rule
		--limit goes with -r FILE alone|--roles roles.csv --crosswalk codes.csv --code c --limit 5
		--language goes with -r FILE alone|--roles roles.csv --crosswalk codes.csv --code c --language en
		--functions goes with --indicators alone|-r rules.csv --text t --functions
		--weight goes with --indicators or --evaluate alone|-r rules.csv --text t --weight w
		--by goes with --evaluate or --agree alone|-r rules.csv --text t --by w
		--format goes with --evaluate or --agree alone|-r rules.csv --text t --format json
		--keep goes with --sample alone|-r rules.csv --text t --keep w
		--pcf is for records that go on: leave it out with --evaluate, --sample and --agree|-r rules.csv --text t --pcf --sample 5
		--outcomes is for records that go on: leave it out with --evaluate, --sample and --agree|-r rules.csv --text t --outcomes --evaluate r
		--prefix is for records that go on: leave it out with --evaluate, --sample and --agree|--agree a b --prefix x
		--evidence is for records that go on: leave it out with --evaluate, --sample and --agree|--agree a b --evidence none
		--multi, --indicators, --evaluate, --sample and --agree exclude one another: run map-to-role once for each|-r rules.csv --text t --multi --indicators
		--agree reads two columns of codes and nothing else: it takes no rules, texts, crosswalks or roles|--agree a b -r rules.csv
		--agree reads two columns of codes and nothing else: it takes no rules, texts, crosswalks or roles|--agree a b --text t
		--agree takes two columns, and 3 are named|--agree a --agree b --agree c
		--agree names the same column twice|--agree a a
		--limit takes bytes: a whole number from 1 to 16777216|-r rules.csv --text t --limit 0
		--limit takes bytes: a whole number from 1 to 16777216|-r rules.csv --text t --limit 1k
		--sample takes a whole number from 1 to 1000000|-r rules.csv --text t --sample 0
		--format takes text, json or csv|-r rules.csv --text t --evaluate r --format xml
		one FILE is read, and 2 are named|-r rules.csv --text t a.csv b.csv
	END
}

# --- several roles ---------------------------------------------------------------

@test "map-to-role: --multi gives a line for each category with more than a general word" {
	printf 'n,t\n1,red car and grass\n2,red\n3,red and green\n4,nothing\n5,van green\n6,red grass\n' >in.csv
	run map-to-role -r rules.csv --text t --multi --run-record record.json in.csv
	assert_success
	assert_output "$(cat <<-'END'
		n,t,role,function,status,confidence,score,margin,rules,evidence,spans
		1,red car and grass,B,B.i,mapped,medium,3,1,b2,grass,12-17
		1,red car and grass,A,A.i,mapped,medium,2,0,a1 a2,red car,0-3 0-7
		2,red,A,A.i,mapped,low,1,1,a1,red,0-3
		3,red and green,B,B.i,mapped,medium,2,1,b1,green,8-13
		4,nothing,,,unmapped,,,,,,
		5,van green,A,A.ii,mapped,medium,2,0,a3,van,0-3
		5,van green,B,B.i,mapped,medium,2,0,b1,green,4-9
		6,red grass,B,B.i,mapped,high,3,2,b2,grass,4-9
	END
	)"
	run cat record.json
	assert_output --partial '"used": 6'
	assert_output --partial '"lines": 8'
}

@test "map-to-role: --multi of a code with several categories" {
	printf 'c\nX\nW\nQ\n' >in.csv
	run map-to-role --roles roles.csv --code c --crosswalk codes.csv --multi in.csv
	assert_success
	assert_output "$(cat <<-'END'
		c,role,function,status,confidence,score,margin,rules,evidence,spans
		X,A,,mapped,high,3,0,A,X,
		X,B,B.i,mapped,high,3,0,B.i,X,
		W,A,,mapped,high,3,3,A.i A.ii,W,
		Q,,,unmapped,,,,,,
	END
	)"
}

@test "map-to-role: --multi of a code has one line a category, whatever the framework's order" {
	cat >roles.csv <<-'END'
		code,category,item,ordinal,label
		A,A,,0,first
		B,B,,0,second
		A.i,A,i,1,one
		B.i,B,i,1,three
	END
	printf 'code,function\nX,A\nX,B\nX,A.i\n' >codes.csv
	printf 'c\nX\n' >in.csv
	run map-to-role --roles roles.csv --code c --crosswalk codes.csv --multi in.csv
	assert_success
	assert_output "$(cat <<-'END'
		c,role,function,status,confidence,score,margin,rules,evidence,spans
		X,A,,mapped,high,3,0,A A.i,X,
		X,B,,mapped,high,3,0,B,X,
	END
	)"
}

# --- indicators ------------------------------------------------------------------

@test "map-to-role: --indicators are 0 and 1, and empty where nothing was read" {
	printf 't\nred\nvan green\nnothing\n""\ngrass\n' >in.csv
	run map-to-role -r rules.csv --text t --indicators --functions in.csv
	assert_success
	assert_output "$(cat <<-'END'
		t,role,function,status,confidence,score,margin,rules,evidence,spans,role_a,role_b,role_mapped,role_ambiguous,role_unmapped,role_all,function_a_i,function_a_ii,function_b_i
		red,A,A.i,mapped,low,1,1,a1,red,0-3,1,0,1,0,0,1,1,0,0
		van green,,,ambiguous,,2,0,a3 b1,van,0-3 4-9,0,0,0,1,0,1,0,0,0
		nothing,,,unmapped,,,,,,,0,0,0,0,1,1,0,0,0
		"",,,unmapped,,,,,,,,,,,,,,,
		grass,B,B.i,mapped,high,3,3,b2,grass,0-5,0,1,1,0,0,1,0,0,1
	END
	)"
}

@test "map-to-role: with a weight its number stands for 1; without one the record is out" {
	printf 't,m\nred,30\ngreen,0\nvan,7.50\ngrass,\nnothing,15\n' >in.csv
	run map-to-role -r rules.csv --text t --indicators --weight m in.csv
	assert_success
	run bash -c 'cut -d, -f 2,12- <<<"$1"' - "$output"
	assert_output "$(cat <<-'END'
		m,role_a,role_b,role_mapped,role_ambiguous,role_unmapped,role_all
		30,30,0,30,0,0,30
		0,0,0,0,0,0,0
		7.50,7.50,0,7.50,0,0,7.50
		,,,,,,
		15,0,0,0,0,15,15
	END
	)"
}

@test "map-to-role: a weight that is no number is said by its place, never its value, and is exit 1" {
	printf 't,m\nred,30\ngreen,SECRET\nvan,-5\ngrass,1e3\nred,*\n' >in.csv
	run --separate-stderr map-to-role -r rules.csv --text t --indicators --weight m --run-record record.json in.csv
	assert_failure 1
	assert_equal "$stderr" "$(cat <<-'END'
		map-to-role: in.csv:3:7: record 2: column 'm' is no number of 0 or more: it is left out of the indicators
		map-to-role: in.csv:4:5: record 3: column 'm' is no number of 0 or more: it is left out of the indicators
		map-to-role: in.csv:5:7: record 4: column 'm' is no number of 0 or more: it is left out of the indicators
		map-to-role: in.csv:6:5: record 5: column 'm' is no number of 0 or more: it is left out of the indicators
		map-to-role: column 'm': 4 weights are no numbers of 0 or more
	END
	)"
	assert_line --index 2 "green,SECRET,B,B.i,mapped,medium,2,2,b1,green,0-5,,,,,,"
	run cat record.json
	assert_output --partial '"bad_weights": 4'
	refute_output --partial SECRET
}

@test "map-to-role: benchmark counts coverage from the indicators, by unit" {
	{
		echo team,t,m
		for i in {1..8}; do echo "north,red $i,30"; done
		for i in {1..6}; do echo "north,grass $i,10"; done
		for i in {1..7}; do echo "north,nothing,60"; done
		for i in {1..9}; do echo "south,van,20"; done
	} >in.csv
	map-to-role -r rules.csv --text t --indicators --functions in.csv >out.csv
	run benchmark --proportion role_a=1 --proportion role_b=1 --proportion role_unmapped=1 \
		--proportion function_a_ii=1 --unit team --disclosure none out.csv
	assert_success
	run bash -c 'cut -d, -f 1,3,5-8 <<<"$1"' - "$output"
	assert_output "$(cat <<-'END'
		unit,measure,records,numerator,denominator,value
		north,role_a=1,21,8,21,38.1
		north,role_b=1,21,6,21,28.6
		north,role_unmapped=1,21,7,21,33.3
		north,function_a_ii=1,21,0,21,0.0
		south,role_a=1,9,9,9,100.0
		south,role_b=1,9,0,9,0.0
		south,role_unmapped=1,9,0,9,0.0
		south,function_a_ii=1,9,9,9,100.0
	END
	)"
}

# --- capabilities and outcomes ---------------------------------------------------

@test "map-to-role: --pcf and --outcomes append what belongs to the role" {
	cat >pcf.csv <<-'END'
		role_code,category,ref,label,anomaly
		A1,A,1.4,x,
		A2,A,5.2,x,
		A2,A,6,x,no number
		B,B,1.6,x,
	END
	cat >outcome-functions.csv <<-'END'
		code,function,reason
		O.1,A.i,x
		O.2,,outside
		O.1,A.ii,x
		O.3,B,x
		O.1,B.i,x
	END
	printf 't\nred\ngreen\nnothing\n' >in.csv
	run map-to-role -r rules.csv --text t --pcf --outcomes --prefix x_ in.csv
	assert_success
	assert_output "$(cat <<-'END'
		t,x_role,x_function,x_status,x_confidence,x_score,x_margin,x_rules,x_evidence,x_spans,x_pcf,x_outcomes
		red,A,A.i,mapped,low,1,1,a1,red,0-3,A1:1.4 A2:5.2 A2:6?,O.1
		green,B,B.i,mapped,medium,2,2,b1,green,0-5,B:1.6,O.3 O.1
		nothing,,,unmapped,,,,,,,,
	END
	)"
	rm pcf.csv
	run map-to-role -r rules.csv --text t --pcf in.csv
	assert_failure 2
	assert_output --partial "pcf.csv"
	sed -i '2s/A.i/F.i/' outcome-functions.csv
	run map-to-role -r rules.csv --text t --outcomes in.csv
	assert_failure 2
	assert_output "map-to-role: outcome-functions.csv:2: column 'function': the framework has no such function or category"
}

@test "map-to-role: the 54 links go from a role to its statements, and back" {
	printf 't\nsection 42 enquiry\nAMHP rota\n' >in.csv
	map-to-role -r "$ROLES/rules.csv" --text t --pcf in.csv >out.csv
	# A has two parts of nine statements; one of them is in doubt, as printed
	run bash -c 'sed -n "2s/.*,//p" out.csv | tr " " "\n" | sed "s/:.*?/:doubt/; s/:[0-9].*//" | sort | uniq -c | tr -s " "'
	assert_output $' 8 A1\n 1 A1:doubt\n 9 A2'
	run bash -c 'sed -n "3s/.*,//p" out.csv'
	assert_output "E:1.8 E:2.3 E:3.3 E:4.2 E:5.1 E:6.1? E:7.3 E:8.7 E:9.1"
	map-to-role --roles "$ROLES/roles.csv" --code ref --crosswalk "$ROLES/pcf.csv:ref:category" "$ROLES/pcf.csv" >back.csv
	# 9.1 belongs to all five categories, 7.12 to C alone
	run bash -c 'grep -c ",[^,]*,[^,]*,ambiguous,,3,0,[A-E]\( [A-E]\)*,[0-9.]*,$" back.csv'
	[ "$output" -gt 20 ]
	run bash -c 'grep ",7.12," back.csv | sed "s/.*,C,,mapped/,C,,mapped/"'
	assert_output ",C,,mapped,high,3,3,C,7.12,"
	run bash -c 'grep ",9.1," back.csv | head -n 1 | sed "s/.*,,,ambiguous/ambiguous/"'
	assert_output "ambiguous,,3,0,A B C D E,9.1,"
}

@test "map-to-role: each of the 56 outcomes is linked to functions, or said to be outside" {
	map-to-role --roles "$ROLES/roles.csv" --code code --crosswalk "$ROLES/outcome-functions.csv" \
		--prefix map_ "$ROLES/outcomes.csv" >out.csv
	[ "$(wc -l <out.csv)" -eq 57 ]
	run bash -c 'tail -n +2 "$1"/outcomes.csv | cut -d, -f2 | sort >a; tail -n +2 "$1"/outcome-functions.csv | cut -d, -f1 | sort -u >b; cmp a b' - "$ROLES"
	assert_success
	# as many outside as lines without a function
	run grep -c ,unmapped, out.csv
	assert_output "$(grep -cE '^[A-Z]+\.[0-9]+,,' "$ROLES/outcome-functions.csv")"
	# each category has outcomes
	run bash -c 'cut -d, -f2 "$1"/outcome-functions.csv | cut -c1 | grep "[A-E]" | sort -u | tr -d "\n"' - "$ROLES"
	assert_output ABCDE
}

# --- the stream ------------------------------------------------------------------

@test "map-to-role: new columns of all kinds make way for those that are there" {
	for column in role spans role_a role_all function_a_i; do
		printf 't,%s\nred,1\n' "$column" >in.csv
		run map-to-role -r rules.csv --text t --indicators --functions in.csv
		assert_failure 2
		assert_output "map-to-role: in.csv:1: there is a column '$column' already; rename it, or give the new ones a --prefix"
		run map-to-role -r rules.csv --text t --indicators --functions --prefix n_ in.csv
		assert_success
	done
}

@test "map-to-role: empty input and a header alone, with all columns" {
	: >in.csv
	run map-to-role -r rules.csv --text t --indicators --weight m in.csv
	assert_success
	assert_output ""
	echo t,m >in.csv
	run map-to-role -r rules.csv --text t --indicators --weight m in.csv
	assert_success
	assert_output "t,m,role,function,status,confidence,score,margin,rules,evidence,spans,role_a,role_b,role_mapped,role_ambiguous,role_unmapped,role_all"
	run map-to-role -r rules.csv --text t --indicators --weight absent in.csv
	assert_failure 2
	run map-to-role --roles roles.csv --code c --crosswalk codes.csv in.csv
	assert_failure 2
	assert_output --partial "no column 'c'"
}

@test "map-to-role: partitions put together are the whole, for codes, several roles, indicators" {
	{
		for i in {1..40}; do printf 'V,red %s\nQ,van green\nX,grass\n,"a ""red car"", %s"\n' "$i" "$i"; done
	} >body.csv
	echo c,t >head.csv
	split -l 33 body.csv part.
	for way in --multi "--indicators --functions"; do
		# shellcheck disable=SC2086
		cat head.csv body.csv | map-to-role -r rules.csv --text t --code c --crosswalk codes.csv $way >whole.csv
		head -n 1 whole.csv >joined.csv
		for part in part.*; do
			# shellcheck disable=SC2086
			map-to-role -r rules.csv --text t --code c --crosswalk codes.csv $way \
				--header head.csv --no-header "$part" >>joined.csv
		done
		cmp whole.csv joined.csv
	done
}
