#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# score: the plan of action: the gaps of each record, ranked.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	# targets: 5, 4, 5 turned round (so the answer 1), 5, 5, 10
	cat >plan.json <<-'END'
		{ "name": "plan", "version": "1", "source": "made for this test", "official": false,
		  "dont_know_codes": ["?"], "not_applicable_codes": ["[z]"],
		  "items": [
		    { "column": "a", "label": "Supervision, each month", "minimum": 1, "maximum": 5, "importance": 2 },
		    { "column": "b", "minimum": 1, "maximum": 5, "target": 4, "importance": 3 },
		    { "name": "load", "column": "c", "minimum": 1, "maximum": 5, "reverse": true },
		    { "column": "d", "minimum": 1, "maximum": 5, "importance": 0.5 },
		    { "column": "e", "minimum": 1, "maximum": 5, "when": { "level": "team" } },
		    { "column": "f", "answers": { "no": 0, "partly": 5, "yes": 10 }, "importance": 0.6 } ],
		  "scales": [
		    { "name": "care", "method": "mean", "items": ["b", "d"] },
		    { "name": "all", "method": "mean", "items": ["a", "b", "load", "d"] },
		    { "name": "top", "method": "mean", "scales": ["care", "all"] } ] }
	END
}

# plan LINE...: the plan of wide records
plan() {
	{
		echo id,level,a,b,c,d,e,f
		printf '%s\n' "$@"
	} >in.csv
	run --separate-stderr score -c plan.json --action-plan in.csv
}

# gathered ARGUMENT...: the plan of answers that stand on lines of their own
gathered() {
	run --separate-stderr score -c plan.json --record form --keep level --item item --answer rating \
		--action-plan "$@"
}

@test "plan: gaps by distance times importance, against figures reckoned by hand" {
	# a: (5-2)*2=6; b: (4-2)*3=6, more important; load: 6-4=2, (5-2)*1=3; d: (5-1)*.5=2;
	# e: (5-3)*1=2, as much as d and more important; f: (10-5)*.6=3, as much as load, less important
	plan 1,team,2,2,4,1,3,partly
	assert_success
	assert_output "$(cat <<-'END'
		id,level,a,b,c,d,e,f,rank,item,label,scale,state,answer,target,distance,importance,priority
		1,team,2,2,4,1,3,partly,1,b,b,care,gap,2,4,2,3,6
		1,team,2,2,4,1,3,partly,1,a,"Supervision, each month",all,gap,2,5,3,2,6
		1,team,2,2,4,1,3,partly,3,load,load,all,gap,2,5,3,1,3
		1,team,2,2,4,1,3,partly,3,f,f,,gap,5,10,5,0.6,3
		1,team,2,2,4,1,3,partly,5,e,e,,gap,3,5,2,1,2
		1,team,2,2,4,1,3,partly,5,d,d,care,gap,1,5,4,0.5,2
	END
	)"
	[ "$stderr" = "" ]
}

@test "plan: items at or above their target are not listed, nor those that do not apply" {
	# b may be above its target; e is for teams alone
	plan 1,organisation,5,5,1,5,1,yes 2,team,[z],4,1,[z],5,yes 3,team,5,4,1,5,4,yes
	assert_success
	[ "${#lines[@]}" -eq 2 ]
	assert_line --index 1 --partial "3,team,5,4,1,5,4,yes,1,e,e,,gap,4,5,1,1,1"
}

@test "plan: --every-item lists items at their target too, with a distance of 0" {
	cat >two.json <<-'END'
		{ "name": "two", "version": "1", "source": "made for this test", "official": false,
		  "items": [ { "column": "a", "minimum": 1, "maximum": 5, "target": 3 },
		    { "column": "b", "minimum": 1, "maximum": 5 } ],
		  "scales": [ { "name": "s", "method": "mean", "items": ["a", "b"] } ] }
	END
	printf 'id,a,b\n1,4,2\n2,3,5\n3,,5\n' >in.csv
	run --separate-stderr score -c two.json --action-plan --every-item in.csv
	assert_success
	assert_output "$(cat <<-'END'
		id,a,b,rank,item,label,scale,state,answer,target,distance,importance,priority
		1,4,2,1,b,b,s,gap,2,5,3,1,3
		1,4,2,,a,a,s,met,4,3,0,1,0
		2,3,5,,a,a,s,met,3,3,0,1,0
		2,3,5,,b,b,s,met,5,5,0,1,0
		3,,5,,a,a,s,not answered,,3,,1,
		3,,5,,b,b,s,met,5,5,0,1,0
	END
	)"
	run score -c two.json --every-item in.csv
	assert_failure 2
	assert_output --partial "--action-plan"
}

@test "plan: without an answer an item stands at the end, and says why" {
	plan 1,team,,?,9,,4, 2,team,5,,1,5,5,?
	assert_failure 1
	assert_output "$(cat <<-'END'
		id,level,a,b,c,d,e,f,rank,item,label,scale,state,answer,target,distance,importance,priority
		1,team,,?,9,,4,,1,e,e,,gap,4,5,1,1,1
		1,team,,?,9,,4,,,b,b,care,don't know,,4,,3,
		1,team,,?,9,,4,,,a,"Supervision, each month",all,not answered,,5,,2,
		1,team,,?,9,,4,,,f,f,,not answered,,10,,0.6,
		1,team,,?,9,,4,,,d,d,care,not answered,,5,,0.5,
		1,team,,?,9,,4,,,load,load,all,refused,,5,,1,
		2,team,5,,1,5,5,?,,f,f,,don't know,,10,,0.6,
		2,team,5,,1,5,5,?,,b,b,care,not answered,,4,,3,
	END
	)"
	[[ $stderr == *"in.csv:2:11: record 1: the answer to 'load' lies outside 1 to 5"* ]]
}

@test "plan: ties share a rank, and the instrument's order decides, however the lines stand" {
	cat >ties.json <<-'END'
		{ "name": "ties", "version": "1", "source": "made for this test", "official": false,
		  "items": [
		    { "column": "z", "minimum": 0, "maximum": 4 }, { "column": "y", "minimum": 0, "maximum": 4 },
		    { "column": "x", "minimum": 0, "maximum": 4 }, { "column": "w", "minimum": 0, "maximum": 4, "importance": 0 },
		    { "column": "v", "minimum": 0, "maximum": 4 }, { "column": "u", "minimum": 0, "maximum": 4 } ],
		  "scales": [ { "name": "s", "method": "sum", "items": ["z"] } ] }
	END
	{
		echo form,item,rating
		printf '1,%s\n' u,1 v,1 w,0 x,2 y,2 z,2
		printf '2,%s\n' z,2 x,2 v,1 y,2 w,0 u,1
	} >in.csv
	score -c ties.json --record form --item item --answer rating --action-plan in.csv |
		cut -d, -f1,2,3,11 >ranks
	run cat ranks
	assert_output "$(cat <<-'END'
		form,rank,item,priority
		1,1,v,3
		1,1,u,3
		1,3,z,2
		1,3,y,2
		1,3,x,2
		1,6,w,0
		2,1,v,3
		2,1,u,3
		2,3,z,2
		2,3,y,2
		2,3,x,2
		2,6,w,0
	END
	)"
}

@test "plan: decimals are exact" {
	cat >exact.json <<-'END'
		{ "name": "exact", "version": "1", "source": "made for this test", "official": false,
		  "items": [
		    { "column": "p", "minimum": 0, "maximum": 1, "target": 0.3, "importance": 3 },
		    { "column": "q", "minimum": 0, "maximum": 1, "target": 0.9, "importance": 1 },
		    { "column": "r", "minimum": 0, "maximum": 1, "target": 0.700, "importance": 1.25 } ],
		  "scales": [ { "name": "s", "method": "sum", "items": ["p"] } ] }
	END
	# p: 3 (0.3 - 0.2), q: 0.9 - 0.6: both 0.3, which in floating point they are not
	printf 'p,q,r\n0.2,0.60,0.1\n0.3,0.8999999999,0.7\n' >in.csv
	run score -c exact.json --action-plan in.csv
	assert_success
	assert_line "0.2,0.60,0.1,1,r,r,,gap,0.1,0.7,0.6,1.25,0.75"
	assert_line "0.2,0.60,0.1,2,p,p,s,gap,0.2,0.3,0.1,3,0.3"
	assert_line "0.2,0.60,0.1,2,q,q,,gap,0.6,0.9,0.3,1,0.3"
	assert_line "0.3,0.8999999999,0.7,1,q,q,,gap,0.8999999999,0.9,0.0000000001,1,0.0000000001"
}

@test "plan: what is too long for exact figures has no rank, and is exit 1" {
	cat >exact.json <<-'END'
		{ "name": "exact", "version": "1", "source": "made for this test", "official": false,
		  "items": [ { "column": "p", "minimum": 0, "maximum": 9, "importance": 1.000000001 },
		    { "column": "q", "minimum": 0, "maximum": 9 } ],
		  "scales": [ { "name": "s", "method": "sum", "items": ["p"] } ] }
	END
	printf 'p,q\n1.1234567,8\n9,1.123456789012345\n1.12,9.0\n' >in.csv
	run --separate-stderr score -c exact.json --action-plan in.csv
	assert_failure 1
	assert_output "$(cat <<-'END'
		p,q,rank,item,label,scale,state,answer,target,distance,importance,priority
		1.1234567,8,1,q,q,,gap,8,9,1,1,1
		1.1234567,8,,p,p,s,too long,,9,,1.000000001,
		9,1.123456789012345,,q,q,,too long,,9,,1,
		1.12,9.0,1,p,p,s,gap,1.12,9,7.88,1.000000001,7.88000000788
	END
	)"
	[[ $stderr == *"2 gaps have more than 15 digits and no rank: round the answers first"* ]]
}

@test "plan: gathered, with columns of the answer's own line as it has them" {
	cat >in.csv <<-'END'
		form,level,item,rating,action,due
		1,team,b,1,"Train two, then all",2026-03-01
		1,team,a,4,"say ""yes""
		to it",
		1,team,x,1,of another form,2026-04-01
		1,team,d,,ask again,
		2,organisation,e,1,for teams alone,
	END
	gathered --with due --with action in.csv
	assert_success
	assert_output "$(cat <<-'END'
		form,level,rank,item,label,scale,state,answer,target,distance,importance,priority,due,action
		1,team,1,b,b,care,gap,1,4,3,3,9,2026-03-01,"Train two, then all"
		1,team,2,a,"Supervision, each month",all,gap,4,5,1,2,2,,"say ""yes"" to it"
		1,team,,load,load,all,not answered,,5,,1,,,
		1,team,,e,e,,not answered,,5,,1,,,
		1,team,,f,f,,not answered,,10,,0.6,,,
		1,team,,d,d,care,not answered,,5,,0.5,,,ask again
		2,organisation,,b,b,care,not answered,,4,,3,,,
		2,organisation,,a,"Supervision, each month",all,not answered,,5,,2,,,
		2,organisation,,load,load,all,not answered,,5,,1,,,
		2,organisation,,f,f,,not answered,,10,,0.6,,,
		2,organisation,,d,d,care,not answered,,5,,0.5,,,
	END
	)"
}

@test "plan: of an item answered twice the first line's columns stand; --rejects takes it out" {
	printf 'form,level,item,rating,action\n1,team,b,1,one\n1,team,b,1,two\n2,team,b,3,three\n' >in.csv
	gathered --with action in.csv
	assert_failure 1
	assert_line "1,team,,b,b,care,refused,,4,,3,,one"
	gathered --with action --rejects bad.csv in.csv
	assert_failure 1
	refute_line --partial "1,team"
	assert_line "2,team,1,b,b,care,gap,3,4,1,3,3,three"
	run cat bad.csv
	assert_output $'form,level,item,rating,action\n1,team,b,1,one\n1,team,b,1,two'
}

@test "plan: its columns may clash with none that is passed on or asked for; --prefix helps" {
	printf 'id,rank,level,a,b,c,d,e,f\n1,9,team,5,4,1,5,4,yes\n' >in.csv
	run --separate-stderr score -c plan.json --action-plan in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"'rank'"*"--prefix"* ]]
	run score -c plan.json --action-plan --prefix plan_ in.csv
	assert_success
	assert_line --index 0 --partial ",plan_rank,plan_item,plan_label,plan_scale,plan_state,plan_answer,"
	# columns named item and target, in lines of answers
	printf 'form,level,item,rating,target\n1,team,b,1,x\n' >in.csv
	gathered in.csv
	assert_success
	gathered --with target in.csv
	assert_failure 2
	[[ $stderr == *"'target'"*"--prefix"* ]]
	gathered --with target --prefix plan_ in.csv
	assert_success
	assert_line "1,team,1,b,b,care,gap,1,4,3,3,9,x"
	gathered --keep target in.csv
	assert_failure 2
	[[ $stderr == *"'target'"*"--prefix"* ]]
	gathered --with level in.csv
	assert_failure 2
	[[ $stderr == *"'level'"* ]]
	gathered --with rating --with rating in.csv
	assert_failure 2
	[[ $stderr == *"'rating' twice"* ]]
	gathered --with acton in.csv
	assert_failure 2
	[[ $stderr == *"no column 'acton'"* ]]
}

@test "plan: --with goes with --action-plan and --record alone" {
	run score -c plan.json --action-plan --with x </dev/null
	assert_failure 2
	run score -c plan.json --record a --item b --answer c --keep level --with x </dev/null
	assert_failure 2
}

@test "plan: the run record counts what is in it" {
	plan 1,team,,?,9,,4, 2,team,5,4,1,5,5,yes
	run --separate-stderr score -v -c plan.json --action-plan --run-record record.json in.csv
	assert_failure 1
	[[ $stderr == *"plan: 1 gaps, 1 don't know, 3 not answered, 1 refused; 1 records without any"* ]]
	run cat record.json
	assert_output --partial '"in": 2,'
	assert_output --partial '"used": 2,'
	assert_output --partial '"plan: gap": 1,'
	assert_output --partial '"plan: don'"'"'t know": 1,'
	assert_output --partial '"plan: not answered": 3,'
	assert_output --partial '"plan: refused": 1,'
	assert_output --partial '"plan: too long": 0,'
	assert_output --partial '"records without a gap": 1,'
	assert_output --partial '"care: scored": 1,'
}

@test "plan: empty input gives nothing, header only gives the header, no header none" {
	run score -c plan.json --action-plan </dev/null
	assert_success
	assert_output ""
	plan
	sed -i 2d in.csv
	run score -c plan.json --action-plan in.csv
	assert_success
	assert_output "id,level,a,b,c,d,e,f,rank,item,label,scale,state,answer,target,distance,importance,priority"
	run score -c plan.json --record form --keep level --item item --answer rating --action-plan --with action </dev/null
	assert_success
	assert_output ""
	head -n 1 in.csv >head.csv
	echo 3,team,5,4,1,5,4,yes >part.csv
	run score -c plan.json --action-plan --header head.csv --no-header part.csv
	assert_success
	assert_output "3,team,5,4,1,5,4,yes,1,e,e,,gap,4,5,1,1,1"
}

@test "plan: a closed pipe ends it quietly" {
	{
		echo id,level,a,b,c,d,e,f
		yes 1,team,2,2,4,1,3,partly | head -n 30000
	} >in.csv
	run closed_pipe score -c plan.json --action-plan in.csv
	assert_output 141
}

@test "plan: the sample's forms, as awk finds their gaps" {
	awk -F, 'NR > 1 { print $8 }' "$SAMPLES/self-assessment.csv" | sort -u >codes
	cat >forms.json <<-END
		{ "name": "forms", "version": "1", "source": "made for this test", "official": false,
		  "items": [ $(sed 's/.*/{ "column": "&", "minimum": 1, "maximum": 5, "not_applicable_codes": ["[z]"] }/' codes | paste -sd,) ],
		  "scales": [ { "name": "m", "method": "mean", "minimum_answered": 1,
		    "items": [ $(sed 's/.*/"&"/' codes | paste -sd,) ] } ] }
	END
	score -c forms.json --record form_id --item item --answer rating --action-plan \
		--with action_due "$SAMPLES/self-assessment.csv" >plan.csv
	# the first nine columns of the sample hold no comma
	awk -F, -v OFS=, 'NR > 1 && $9 ~ /^[1-4]$/ { print $1, $8, $9, 5 - $9, $NF }' \
		"$SAMPLES/self-assessment.csv" | LC_ALL=C sort >expected
	awk -F, -v OFS=, '$6 == "gap" { print $1, $3, $7, $11, $12 }' plan.csv | LC_ALL=C sort >found
	[ "$(wc -l <found)" -gt 100 ]
	cmp expected found
	# in each form: never a greater priority after a smaller one, and the rank one more than those above
	run awk -F, 'NR > 1 && $6 == "gap" {
			if ($1 != form) { form = $1; n = 0; rank = 0; last = "" }
			n++
			if (last != "" && $11 > last) bad++
			if ($11 != last) rank = n
			if ($2 != rank) bad++
			last = $11
		}
		END { print bad + 0 }' plan.csv
	assert_output 0
}
