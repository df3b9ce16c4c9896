#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# map-to-role --evaluate: decisions against people's codes.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# Forty invented records.  What is expected of them was worked out apart, with exact
# fractions: the rules anew as searches for words, Wilson's formula, alpha from
# coincidences, BM25 from its own formula.
setup_filter() {
	cat >roles.csv <<-'END'
		code,category,item,ordinal,label
		A,A,,0,Care that the law gives
		A.i,A,i,1,Assess needs and arrange care
		A.ii,A,ii,2,Keep people safe
		B,B,,0,Recovery and hope
		B.i,B,i,1,Goals of their own
		B.ii,B,ii,2,Stand up to stigma
		C,C,,0,Communities that help
		C.i,C,i,1,Volunteers and groups nearby
		D,D,,0,Lead the service
		D.i,D,i,1,Rotas and supervision
	END
	cat >rules.csv <<-'END'
		rule_id,function,pattern,requires,excludes,weight,provenance,positive,negative
		r1,A.i,needs assessment,,,3,test,a needs assessment,nothing
		r2,A.ii,safeguarding enquiry,,,3,test,a safeguarding enquiry,nothing
		r3,A.i,assess,,,1,test,we assess,nothing
		r4,B.i,own goals,,,2,test,her own goals,nothing
		r5,B.ii,stigma,,,2,test,against stigma,nothing
		r6,C.i,volunteers,,,2,test,with volunteers,nothing
	END
	cat >coded.csv <<-'END'
		id,half,w,text,role
		1,odd,1,A needs assessment was done,A.i
		2,even,1,A needs assessment at home,A.i
		3,odd,2,needs assessment and review,A.i
		4,even,1,a safeguarding enquiry began,A.ii
		5,odd,1,a safeguarding enquiry ended,A.ii
		6,even,2,safeguarding enquiry with police,A
		7,odd,1,we assess the roof,
		8,even,1,we assess people,A.i
		9,odd,1,to assess again,A
		10,even,0.5,a needs assessment of stock,
		11,odd,1,arrange care at home,A.i
		12,even,1,keep people safe,A.ii
		13,odd,1,her own goals came first,B.i
		14,even,1,his own goals,B.i
		15,odd,1.5,own goals in a football match,
		16,even,1,stigma at work,B.ii
		17,odd,1,talked about stigma,B.i
		18,even,1,stigma and volunteers,B.ii
		19,odd,1,hope and recovery,B
		20,even,1,own goals with volunteers,C.i
		21,odd,1,volunteers run the group,C.i
		22,even,1,volunteers drive the bus,
		23,odd,1,met the volunteers,C.i
		24,even,2,groups nearby,C.i
		25,odd,1,volunteers against stigma in town,C
		26,even,1,ordered paper,
		27,odd,1,parked the car,
		28,even,1,a needs assessment by volunteers,A.i
		29,odd,1,filed the notes,
		30,even,1,gave the depot injection,
		31,odd,3,,
		32,even,1,,B.i
		33,odd,1,assess stigma,B.ii
		34,even,1,assess volunteers,C.i
		35,odd,1,booked a taxi,
		36,even,1,cleaned the store,
		37,odd,1,own goals own goals,A.i
		38,even,1,safeguarding enquiry,B.i
		39,odd,1,fixed the printer,
		40,even,1,volunteers again,C.i
	END
}

evaluate() {
	run --separate-stderr map-to-role -r rules.csv --text text --evaluate role "$@"
}

# value, lower, upper of a figure of all records, or of a value of the column half
figure() { # SECTION NAME FIGURE [GROUP]
	awk -F, -v s="$1" -v n="$2" -v f="$3" -v g="${4-}" \
		'$2 == g && $3 == s && $4 == n && $6 == f { print $7 "," $8 "," $9 }' <<<"$output"
}

@test "role-evaluate: people's codes against the rules: confusion matrix" {
	evaluate --format csv coded.csv
	assert_success
	assert_equal "$stderr" ""
	run awk -F, '$3 == "confusion" { v[$4] = v[$4] " " $7 } END { for (n in v) print n v[n] }' <<<"$output"
	assert_line "A 9 1 0 0 2 0"
	assert_line "B 1 5 0 0 2 1"
	assert_line "C 0 0 4 0 1 2"
	assert_line "D 0 0 0 0 0 0"
	assert_line "none 2 1 1 0 8 0"
}

@test "role-evaluate: precision, recall and F1 of each role, with Wilson intervals" {
	evaluate --format csv coded.csv
	assert_equal "$(figure role A precision)" "0.75,0.467694665,0.911058332"
	assert_equal "$(figure role B precision)" "0.714285714,0.358934452,0.917781076"
	assert_equal "$(figure role B recall)" "0.555555556,0.266651293,0.811221479"
	assert_equal "$(figure role C recall)" "0.571428571,0.250458365,0.841780145"
	assert_equal "$(figure role A f1)" "0.75,,"
	assert_equal "$(figure role B f1)" "0.625,,"
	assert_equal "$(figure role C f1)" "0.666666667,,"
	assert_equal "$(figure role D f1)" ",,"
	assert_equal "$(figure role D precision)" ",,"
}

@test "role-evaluate: coverage, accuracy, macro-F1, alpha and kappa" {
	evaluate --format csv coded.csv
	assert_equal "$(figure coverage mapped share)" "0.6,0.445958937,0.736516743"
	assert_equal "$(figure coverage ambiguous records)" "3,,"
	assert_equal "$(figure coverage unmapped records)" "13,,"
	assert_equal "$(figure system rules accuracy)" "0.65,0.495058808,0.778654711"
	assert_regex "$(figure agreement "" alpha)" "^0.538204593,"
	assert_regex "$(figure agreement "" kappa)" "^0.534109817,"
	# 4,000 draws with another generator gave 0.4751 to 0.8235
	assert_equal "$(figure system rules macro_f1)" "0.680555556,0.476849436,0.823835201"
}

@test "role-evaluate: the baselines on the same records, and how far ahead the rules are" {
	evaluate --format csv coded.csv
	assert_equal "$(figure majority A people)" "12,,"
	assert_equal "$(figure system majority accuracy)" "0.3,0.180748452,0.454300188"
	assert_regex "$(figure system majority macro_f1)" "^0.153846154,0\."
	assert_equal "$(figure system bm25 accuracy)" "0.65,0.495058808,0.778654711"
	assert_regex "$(figure system bm25 macro_f1)" "^0.660742766,0\."
	# 4,000 draws of records with another generator gave -0.1600 to 0.1922
	assert_regex "$(figure system bm25 rules_ahead)" "^0.01981279,-0\.1[56].*,0\.1[89]"
}

@test "role-evaluate: what each confidence is worth, and what is left with at least that" {
	evaluate --format csv coded.csv
	assert_equal "$(figure at_least high coverage)" "0.2,0.104999897,0.347573063"
	assert_equal "$(figure at_least medium precision)" "0.761904762,0.549088263,0.89371987"
	assert_equal "$(figure at_least medium macro_f1)" "0.652777778,,"
	assert_equal "$(figure at_least low macro_f1)" "0.680555556,,"
	assert_equal "$(figure confidence high precision)" "0.75,0.40927543,0.928520787"
	assert_equal "$(figure confidence medium precision)" "0.769230769,0.497436241,0.918204713"
	assert_equal "$(figure confidence low precision)" "0.666666667,0.207659601,0.938508055"
	assert_equal "$(figure confidence low mapped)" "3,,"
}

@test "role-evaluate: functions, of records where people gave one or said none" {
	evaluate --format csv coded.csv
	assert_equal "$(figure exploratory "" records)" "36,,"
	assert_equal "$(figure exploratory "" exact)" "0.625,0.427099624,0.788406324"
	assert_equal "$(figure exploratory "" macro_f1)" "0.643867244,,"
	assert_equal "$(figure exploratory_function A.i precision)" "0.714285714,0.358934452,0.917781076"
	assert_equal "$(figure exploratory_function B.i recall)" "0.4,0.117620774,0.769275719"
	assert_equal "$(figure exploratory_function C.i f1)" "0.727272727,,"
	assert_equal "$(figure exploratory_function D.i f1)" ",,"
}

@test "role-evaluate: where people gave categories alone nothing is said of functions" {
	sed 's/\(,[A-D]\)[.][iv]*$/\1/' coded.csv >categories.csv
	evaluate categories.csv
	assert_success
	assert_line "  Functions: people gave none"
	assert_line "  macro-F1 0.681, accuracy 0.650, mapped 0.600, Krippendorff's alpha 0.538"
}

@test "role-evaluate: weights make sums of counts, and intervals of effective numbers" {
	evaluate --weight w --by half --format csv coded.csv
	assert_success
	assert_line ",,records,,,used,45,,,,35.217391304"
	assert_equal "$(figure coverage mapped share)" "0.577777778,0.415043836,0.725212748"
	assert_equal "$(figure role A precision)" "0.814814815,0.513429443,0.948313004"
	assert_equal "$(figure role C recall)" "0.5,0.193777439,0.806222561"
	assert_equal "$(figure system rules accuracy)" "0.666666667,0.5015323,0.799017521"
	assert_regex "$(figure agreement "" alpha)" "^0.555907789,"
	assert_equal "$(figure exploratory "" macro_f1)" "0.639049236,,"
	# draws of records gave 0.4723 to 0.8267, those of the odd half 0.3926 to 0.9158
	assert_regex "$(figure system rules macro_f1)" "^0.673815074,0\.4[678].*,0\.8[123]"
	assert_equal "$(figure role B precision odd)" "0.545454545,0.193508864,0.857173862"
	assert_equal "$(figure system majority macro_f1 odd)" "0,,"
	assert_regex "$(figure system bm25 macro_f1 odd)" "^0.702222222,"
	assert_regex "$(figure system rules macro_f1 odd)" "^0.733603239,0\.[34].*,0\.9"
}

@test "role-evaluate: the same weight for all changes counts alone" {
	sed 's/^\([0-9]*,[a-z]*\),[0-9.]*/\1,0.25/' coded.csv >light.csv
	evaluate --format csv coded.csv
	local plain=$output
	evaluate --format csv --weight w light.csv
	for what in "role A precision" "role B recall" "system rules macro_f1" "system bm25 rules_ahead" \
		"agreement  alpha" "at_least high coverage" "exploratory  exact"; do
		read -r section name which <<<"${what/  / - }"
		[ "$name" != - ] || name=
		local light
		light=$(figure "$section" "$name" "$which")
		assert_equal "$light" "$(output=$plain figure "$section" "$name" "$which")"
	done
	assert_equal "$(figure role A people)" "3,,"
}

@test "role-evaluate: the same bytes in any order of the records, in every form" {
	{ head -1 coded.csv; tail -n +2 coded.csv | sort -t, -k4; } >sorted.csv
	{ head -1 coded.csv; tail -n +2 coded.csv | tac; } >turned.csv
	for form in text json csv; do
		for file in coded sorted turned; do
			map-to-role -r rules.csv --text text --evaluate role --by half --weight w \
				--format $form -o $file.$form $file.csv
		done
		cmp coded.$form sorted.$form
		cmp coded.$form turned.$form
	done
}

@test "role-evaluate: text for people, in 80 columns, nothing but what is there" {
	evaluate --by half coded.csv
	assert_success
	assert_line "All records"
	assert_line "half = even"
	assert_line "half = odd"
	assert_line "  A            12     12      9  0.750  0.47 to 0.91  0.750  0.47 to 0.91  0.750"
	assert_line --regexp "^  the rules +0\.650  0\.50 to 0\.78  0\.681  0\.48 to 0\.82$"
	assert_line "  macro-F1 0.681, accuracy 0.650, mapped 0.600, Krippendorff's alpha 0.538"
	assert_line --partial "Macro-F1 is over 3 of 4 roles"
	assert_line --partial "exploratory"
	refute_output --regexp '[Nn]a[Nn]|inf'
	refute_output --regexp ' $'
	run awk 'length($0) > 80' <<<"$output"
	assert_output ""
}

@test "role-evaluate: JSON holds each figure of the CSV" {
	command -v python3 >/dev/null || skip "no python3 here"
	for form in json csv; do
		map-to-role -r rules.csv --text text --evaluate role --by half --weight w --format $form \
			-o out.$form coded.csv
	done
	run python3 - <<-'END'
		import csv, json
		data = json.load(open("out.json"))
		groups = {g["group"] or "": g for g in data["groups"]}
		count = 0
		for line in csv.DictReader(open("out.csv")):
		    here = groups[line["group"]]
		    if line["section"] == "records" and line["figure"] != "used":
		        assert data["records"][line["figure"]] == float(line["value"])
		        continue
		    for key in line["section"], line["name"], line["other"], line["figure"]:
		        here = here[key] if key else here
		    for key in "value", "lower", "upper", "n", "effective":
		        told = here.get(key)
		        assert told == (float(line[key]) if line[key] else None), (line, told)
		    count += 1
		print(len(groups), count > 300, sorted(data["methods"])[:2])
	END
	assert_success
	assert_output "3 True ['accuracy', 'agreement']"
}

@test "role-evaluate: a code that the framework does not have is rejected by its place" {
	printf 'text,role,w\nneeds assessment,A.i,1\nstigma,Zeta,1\nstigma,A.xx,1\nstigma,B,minus\nstigma,B,-1\nstigma,B,\n' >in.csv
	evaluate --weight w --format csv --run-record run.json in.csv
	assert_failure 1
	assert_equal "${stderr_lines[0]}" "map-to-role: in.csv:3:8: record 2: column 'role' holds a code that the framework does not have: the record is rejected"
	assert_equal "${stderr_lines[2]}" "map-to-role: in.csv:5:10: record 4: column 'w' is no number of 0 or more: the record is rejected"
	assert_equal "${stderr_lines[-1]}" "map-to-role: 5 of 6 records were rejected for their code or weight"
	run grep -c 'Zeta\|minus' run.json
	assert_output 0
	run grep -E '"(in|used|rejected|excluded)"' run.json
	assert_line --partial '"in": 6'
	assert_line --partial '"used": 1'
	assert_line --partial '"rejected": 5'
}

@test "role-evaluate: an empty code and the word none are outside; a column without codes is said" {
	printf 'text,role\nstigma,B\nother,none\nother,\n' >in.csv
	evaluate --format csv in.csv
	assert_success
	assert_equal "$stderr" ""
	assert_equal "$(figure system rules accuracy)" "1,0.438502968,1"
	printf 'text,role\nstigma,\nother,none\n' >in.csv
	evaluate --format csv in.csv
	assert_success
	assert_equal "$stderr" "map-to-role: warning: column 'role' holds no code of the framework: all records count as outside of it"
}

@test "role-evaluate: many faults are counted, and the first ones said" {
	{ echo text,role; for i in {1..30}; do echo "x,Z$i"; done; } >in.csv
	evaluate in.csv
	assert_failure 1
	assert_equal "${#stderr_lines[@]}" 11
	assert_output --partial "rejected (unknown code or weight): 30"
	assert_output --partial "there is nothing to say"
}

@test "role-evaluate: records on which a rule hits its limit are left out and counted" {
	echo 'slow,A.i,"(?:a{0,50}){1,50}(?:a{0,50}){1,50}!",,,3,test,aa!,b' >>rules.csv
	{ cat coded.csv; printf '41,odd,1,%s?!,A\n' "$(printf 'a%.0s' {1..3000})"; } >in.csv
	evaluate --format csv --run-record run.json in.csv
	assert_failure 1
	assert_line ",,records,,,rule_error,1,,,,"
	assert_line ",,records,,,used,40,,,,40"
	run grep -E '"excluded"' run.json
	assert_line --partial '"excluded": 1'
}

@test "role-evaluate: nothing, one record, none of it coded, one category: no figure is made up" {
	for bytes in '' 'text,role,w,half\n' 'text,role,w,half\nx,,1,a\n' \
		'text,role,w,half\nneeds assessment,A,1,a\n' 'text,role,w,half\nneeds assessment,,1,\n' \
		'text,role,w,half\nneeds assessment,A,0,a\n' \
		'text,role,w,half\nneeds assessment,A,1,a\nneeds assessment,A.i,1,a\n'; do
		for form in text json csv; do
			# shellcheck disable=SC2059
			printf "$bytes" >in.csv
			evaluate --format $form --weight w --by half in.csv
			assert_equal "$status" 0
			[ -z "$stderr" ] || assert_regex "$stderr" "no code of the framework"
			refute_output --regexp '[^a-z][Nn]a[Nn][^a-z]|[^a-z]inf'
			[ $form != json ] || ! command -v python3 >/dev/null ||
				python3 -m json.tool <<<"$output" >/dev/null
		done
	done
}

@test "role-evaluate: one record right tells nothing of how sure that is" {
	printf 'text,role\nneeds assessment,A\n' >in.csv
	evaluate --format csv in.csv
	assert_equal "$(figure system rules accuracy)" "1,0.206549314,1"
	assert_equal "$(figure system rules macro_f1)" "1,,"
	assert_equal "$(figure agreement "" alpha)" ",,"
}

@test "role-evaluate: --by tells an empty value, and refuses a column of too many" {
	printf 'text,role,half\nneeds assessment,A,\nstigma,B,one\n' >in.csv
	evaluate --by half in.csv
	assert_success
	assert_line "half is empty"
	assert_line "half = one"
	{ echo text,role,half; for i in {1..101}; do echo "x,,v$i"; done; } >in.csv
	evaluate --by half in.csv
	assert_failure 2
	assert_equal "$stderr" "map-to-role: column 'half' has more than 100 values: --by takes one that groups records"
	head -101 in.csv >less.csv
	evaluate --by half --format csv less.csv
	assert_success
}

@test "role-evaluate: what a value would do to a terminal is not done" {
	printf 'text,role,half\nstigma,B,"\033[31mred"\n' >in.csv
	evaluate --by half in.csv
	assert_success
	assert_line "half = ?[31mred"
	printf 'text,role,half\nstigma,B,"a\nb"\n' >in.csv
	for form in text csv; do
		evaluate --by half --format $form in.csv
		assert_success
		refute_line --regexp '^b(,|$)'
	done
}

@test "role-evaluate: columns that are not there are exit 2, before a record is read" {
	evaluate --by hafl coded.csv
	assert_failure 2
	assert_equal "$output" ""
	assert_regex "$stderr" "hafl.*half"
	run --separate-stderr map-to-role -r rules.csv --text text --evaluate rôle coded.csv
	assert_failure 2
	evaluate --weight weight coded.csv
	assert_failure 2
}

@test "role-evaluate: a code column can be what decides; without texts there is no BM25" {
	printf 'code,function\n7,A.i\n8,B\n' >codes.csv
	printf 'code,role\n7,A.i\n7,B\n8,B.i\n9,\n' >in.csv
	run --separate-stderr map-to-role --roles roles.csv --code code --crosswalk codes.csv \
		--evaluate role --format csv in.csv
	assert_success
	assert_equal "$(figure system rules accuracy)" "0.75,0.300641843,0.954412739"
	assert_equal "$(figure exploratory "" exact)" "0.5,0.094531206,0.905468794"
	assert_equal "$(figure system bm25 accuracy)" ""
	run --separate-stderr map-to-role --roles roles.csv --code code --crosswalk codes.csv \
		--evaluate role in.csv
	assert_line --partial "BM25: none"
}

@test "role-evaluate: --no-header leaves the CSV's header out" {
	evaluate --format csv --no-header coded.csv
	assert_success
	assert_line --index 0 ",,records,,,read,40,,,,"
}

@test "role-evaluate: a full disk and a reader that goes away" {
	[ -w /dev/full ] || skip "no /dev/full"
	run map-to-role -r rules.csv --text text --evaluate role coded.csv -o /dev/full
	assert_failure 2
	run closed_pipe map-to-role -r rules.csv --text text --evaluate role coded.csv
	assert_output 141
}

@test "map-to-role: each category heads a column of the confusion matrix" {
	printf 't,r\nsection 117 aftercare,A\nAMHP rota,E\n' >in.csv
	run map-to-role -r "$SCHEMAS/roles/rules.csv" --text t --evaluate r in.csv
	assert_success
	assert_line --regexp '^ +A +B +C +D +E +none +ambig\. +all$'
	assert_line --regexp '^  E +0 +0 +0 +0 +1 +0 +0 +1$'
}

@test "map-to-role: where people gave categories alone there is no figure of functions" {
	printf 't,r\nsection 117 aftercare,A\nAMHP rota,\n' >in.csv
	run map-to-role -r "$SCHEMAS/roles/rules.csv" --text t --evaluate r --format csv in.csv
	assert_success
	assert_line ",,exploratory,,,macro_f1,,,,,"
}
