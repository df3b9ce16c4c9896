#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# validate: keys, references to other tables, code lists, what determines what.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# A schema of the fields id, team and day (a date), and further members: schema [MEMBERS]
schema() {
	printf '{"fields":[{"name":"id"},{"name":"team"},{"name":"day","type":"date"}]%s}\n' \
		"${1:+,$1}" >schema.json
}

# The findings of in.csv (its records are the arguments) and what else is given in
# options, one as LINE:COLUMN CODE, warnings with a w
options=()
findings() {
	printf 'id,team,day\n' >in.csv
	printf '%s\n' "$@" >>in.csv
	run --separate-stderr validate -s schema.json --rejects bad.csv "${options[@]}" in.csv
	found=$(grep -oE '^[a-z]+[0-9]*\.csv:[0-9]+:[0-9]+: (error|warning) [EW][0-9]+' <<<"$stderr" |
		sed -E 's/^in\.csv://; s/: error / /; s/: warning / w/' | sort -V | tr '\n' ';') || true
}

# The fault of the schema
fault() {
	run --separate-stderr validate -s schema.json --check-config "$@"
	assert_failure 2
	assert_equal "$output" ""
}

# --- primary key, unique fields, unique keys -----------------------------------------

@test "validate keys: a primary key of two columns, compared part by part" {
	schema '"primaryKey":["id","team"]'
	findings a,bc, ab,c, a,bc,
	assert_equal "$status" 1
	assert_equal "$found" "4:1 E402;"
	assert_equal "$output" "$(printf 'id,team,day\na,bc,\nab,c,')"
	assert_equal "$(cat bad.csv)" "$(printf 'id,team,day\na,bc,')"
	grep -q "first at line 2" <<<"$stderr"
	grep -q "rule: primaryKey id, team" <<<"$stderr"
	findings a,bc, ab,c, a,bd,
	assert_equal "$status" 0
	assert_equal "$found" ""
}

@test "validate keys: a unique field, missing values apart" {
	printf '{"fields":[{"name":"id","type":"integer","constraints":{"unique":true}},{"name":"team"},{"name":"day"}]}' >schema.json
	findings 1,, 2,, ,x, ,x, x,, x,,
	assert_equal "$found" "6:1 E201;7:1 E201;"
	findings 1,, 2,, 01,, -0,, 0,, +2,,
	assert_equal "$found" "4:1 E401;6:1 E401;7:1 E401;"
}

@test "validate keys: unique keys of several columns, where a missing or bad part is not compared" {
	schema '"uniqueKeys":[["id","day"],["team"]]'
	findings a,,2026-01-01 a,,2026-01-02 b,x,2026-01-01 a,,2026-01-01 a,, a,, ,x, a,,today a,,today
	assert_equal "$found" "5:1 E403;8:2 E403;9:4 E204;10:4 E204;"
	grep -q "rule: uniqueKeys id, day" <<<"$stderr"
}

@test "validate keys: a key that two rules ask for is said once" {
	schema '"primaryKey":"id","uniqueKeys":[["id"]]'
	findings a,, a,,
	assert_equal "$found" "3:1 E402;"
}

@test "validate keys: a rejected record counts too" {
	schema '"primaryKey":"id"'
	findings a,,today a,,
	assert_equal "$found" "2:4 E204;3:1 E402;"
}

@test "validate keys: files are compared with each other" {
	schema '"primaryKey":"id"'
	printf 'id,team,day\na,,\nb,,\n' >one.csv
	printf 'id,team,day\nc,,\nb,,\n' >two.csv
	run --separate-stderr validate -s schema.json one.csv two.csv
	assert_failure 1
	assert_equal "$output" "$(printf 'id,team,day\na,,\nb,,\nc,,')"
	grep -q '^two.csv:3:1: error E402: .*first at one.csv:3' <<<"$stderr"
}

@test "validate keys: a hundred thousand keys, and one of them again" {
	schema '"primaryKey":"id"'
	{
		echo id,team,day
		seq -f 'R%07.0f,,' 1 100000
		echo R0004711,,
	} >in.csv
	run --separate-stderr bash -c 'validate -s schema.json in.csv | tail -n 1'
	assert_equal "$output" R0100000,,
	grep -q '^in.csv:100002:1: error E402: .*first at line 4712' <<<"$stderr"
}

@test "validate keys: as many keys as --max-keys are remembered, and not one more" {
	schema '"primaryKey":"id","uniqueKeys":[["team"]]'
	options=(--max-keys 3)
	findings a,x, b,, a,x,
	assert_equal "$status" 1
	assert_equal "$found" "4:1 E402;4:3 E403;"
	findings a,x, b,y,
	assert_equal "$status" 2
	assert_equal "$output" ""
	grep -q "more than 3 keys to remember; raise --max-keys or take a key off the schema" <<<"$stderr"
	options=(--max-keys 1)
	schema '"primaryKey":"id"'
	findings a,,
	assert_equal "$status" 0
	findings a,, a,,
	assert_equal "$status" 1
	findings a,, b,,
	assert_equal "$status" 2
}

@test "validate keys: faults of unique keys say where" {
	schema '"uniqueKeys":["id"]'
	fault
	assert_equal "$stderr" "validate: schema.json: at /uniqueKeys/0: a list of fields is expected"
	schema '"uniqueKeys":[["id","tema"]]'
	fault
	assert_equal "$stderr" "validate: schema.json: at /uniqueKeys/0/1: no field has this name, did you mean 'team'?"
	schema '"uniqueKeys":[["id","id"]]'
	fault
	assert_equal "$stderr" "validate: schema.json: at /uniqueKeys/0/1: stands twice in the list"
}

# --- foreign keys -----------------------------------------------------------------------

@test "validate keys: a foreign key to a file beside the schema" {
	mkdir conf
	printf 'code,label\nX,one\n"Y, Z",two\n,none\nX,again\n' >conf/teams.csv
	schema '"foreignKeys":[{"fields":"team","reference":{"resource":"teams","fields":"code"}}]'
	mv schema.json conf
	printf 'id,team,day\na,X,\nb,"Y, Z",\nc,,\nd,x,\ne,one,\n' >in.csv
	run --separate-stderr validate -s conf/schema.json in.csv
	assert_failure 1
	assert_equal "$output" "$(printf 'id,team,day\na,X,\nb,"Y, Z",\nc,,')"
	grep -q '^in.csv:5:3: error E404' <<<"$stderr"
	grep -q '^in.csv:6:3: error E404' <<<"$stderr"
	grep -q 'rule: foreignKey team -> teams (code)' <<<"$stderr"
}

@test "validate keys: --reference says where another table is" {
	schema '"foreignKeys":[{"fields":"team","reference":{"resource":"teams","fields":"code"}}]'
	printf 'code\nY\n' >elsewhere.csv
	fault
	assert_equal "$stderr" "validate: schema.json: at /foreignKeys/0/reference/resource: there is neither a file 'teams' nor 'teams.csv' beside the schema; say --reference teams=FILE"
	options=(--reference teams=elsewhere.csv)
	findings a,X, b,Y,
	assert_equal "$found" "2:3 E404;"
	fault --reference teams=absent.csv
	assert_equal "$stderr" "validate: absent.csv: cannot open the table that the schema refers to: No such file or directory"
	fault --reference teams
	fault --reference teams=
	assert_equal "$stderr" "validate: --reference: NAME=FILE is expected"
	fault --reference team=elsewhere.csv
	grep -q "no foreign key of the schema refers to a table of this name" <<<"$stderr"
	fault --reference teams=elsewhere.csv --reference teams=other.csv
	grep -q "given twice" <<<"$stderr"
}

@test "validate keys: nothing is read from the network" {
	schema '"foreignKeys":[{"fields":"team","reference":{"resource":"https://example.org/teams.csv","fields":"code"}}]'
	fault
	grep -q "nothing is read from the network" <<<"$stderr"
}

@test "validate keys: the columns of the other table are looked up by name" {
	schema '"foreignKeys":[{"fields":"team","reference":{"resource":"teams","fields":"cod"}}]'
	printf 'code\nX\n' >teams.csv
	fault
	assert_equal "$stderr" "validate: teams.csv:1: no column 'cod'; did you mean 'code'?"
	printf 'code\nX,"y\n' >teams.csv
	schema '"foreignKeys":[{"fields":"team","reference":{"resource":"teams","fields":"code"}}]'
	fault
	grep -q "^validate: teams.csv:2:" <<<"$stderr"
}

@test "validate keys: a foreign key of several columns, compared by the fields' types" {
	printf 'when,who\n2026-01-01,a\n2026-01-02,a\n2026-01-01,ab\nnever,c\n' >visits.csv
	schema '"foreignKeys":[{"fields":["id","day"],"reference":{"resource":"visits.csv","fields":["who","when"]}}]'
	findings a,,2026-01-01 ab,,2026-01-02 ab,, ,,2030-01-01 b,,never
	assert_equal "$found" "3:1 E404;6:4 E204;"
	grep -q 'rule: foreignKeys id, day -> visits.csv (who, when)' <<<"$stderr"
	printf 'code\n1\n02\n' >numbers.csv
	printf '{"fields":[{"name":"id","type":"integer"},{"name":"team"},{"name":"day"}],"foreignKeys":[{"fields":"id","reference":{"resource":"numbers","fields":"code"}}]}' >schema.json
	findings 01,, 2,, 3,,
	assert_equal "$found" "4:1 E404;"
}

@test "validate keys: a foreign key to the table itself looks at all records first" {
	schema '"foreignKeys":[{"fields":"team","reference":{"fields":"id"}}]'
	findings a,c, b,a, c,, d,e,
	assert_equal "$status" 1
	assert_equal "$found" "5:3 E404;"
	grep -q 'rule: foreignKey team -> this table (id)' <<<"$stderr"
	# the name of no table is this one, as in the first version of the standard
	schema '"foreignKeys":[{"fields":"team","reference":{"resource":"","fields":"id"}}]'
	findings a,c, b,a, c,, d,e,
	assert_equal "$found" "5:3 E404;"
	# a pipe cannot be read twice
	run --separate-stderr validate -s schema.json <in.csv
	assert_failure 1
	run --separate-stderr bash -c 'cat in.csv | validate -s schema.json'
	assert_failure 2
}

@test "validate keys: a foreign key to the table itself spans all files" {
	schema '"foreignKeys":[{"fields":"team","reference":{"fields":"id"}}]'
	printf 'id,team,day\na,b,\n' >one.csv
	printf 'id,team,day\nb,a,\nc,d,\n' >two.csv
	run --separate-stderr validate -s schema.json one.csv two.csv
	assert_failure 1
	assert_equal "$output" "$(printf 'id,team,day\na,b,\nb,a,')"
	grep -q '^two.csv:3:3: error E404' <<<"$stderr"
}

@test "validate keys: faults of foreign keys say where" {
	schema '"foreignKeys":[{"fields":"team","reference":{"fields":"day"}}]'
	fault
	assert_equal "$stderr" "validate: schema.json: at /foreignKeys/0/reference/fields: field 'day' is of another type than field 'team', which refers to it"
	schema '"foreignKeys":[{"fields":"team","reference":{"fields":["id","day"]}}]'
	fault
	assert_equal "$stderr" "validate: schema.json: at /foreignKeys/0/reference/fields: as many fields are expected as refer to them (1)"
	schema '"foreignKeys":[{"fields":"team"}]'
	fault
	schema '"foreignKeys":[{"fields":"team","reference":{"fields":"id","table":"x"}}]'
	fault
	grep -q "at /foreignKeys/0/reference/table" <<<"$stderr"
	schema '"foreignKeys":{}'
	fault
}

# --- code lists -------------------------------------------------------------------------

# A schema whose team is a code of codes.csv: coded [MEMBERS OF THE LIST [OF THE FIELD]]
coded() {
	printf '{"fields":[{"name":"id"},{"name":"team","mhsw":{"codeList":{"file":"codes.csv","column":"code"%s}%s}},{"name":"day","type":"date"}]}\n' \
		"${1:+,$1}" "${2:+,$2}" >schema.json
}

@test "validate keys: a code list" {
	coded
	printf 'code,label\nA,one\n"B,C",two\n' >codes.csv
	findings 1,A, '2,"B,C",' 3,, 4,a, 5,one,
	assert_equal "$status" 1
	assert_equal "$found" "5:3 E405;6:3 E405;"
	grep -q 'rule: codeList codes.csv (code)' <<<"$stderr"
	assert_equal "$(cat bad.csv)" "$(printf 'id,team,day\n4,a,\n5,one,')"
}

@test "validate keys: a code that was valid in other years" {
	coded '"validFrom":"from","validTo":"to","on":"day"'
	printf 'code,from,to\nA,2020-01-01,2020-12-31\nA,2022-01-01,\nB,,\nC,,2020-12-31\n' >codes.csv
	findings 1,A,2019-12-31 2,A,2020-01-01 3,A,2020-12-31 4,A,2021-06-30 5,A,2022-01-01 6,B,1990-01-01 \
		7,C,2020-12-31 8,C,2021-01-01 9,D,2021-01-01 10,A, 11,A,today
	assert_equal "$found" "2:3 E406;5:3 E406;9:3 E406;10:3 E405;12:6 E204;"
	grep -q 'rule: codeList codes.csv (code) on day' <<<"$stderr"
}

@test "validate keys: without a date to go by any period will do" {
	coded '"validFrom":"from","validTo":"to"'
	printf 'code,from,to\nA,2020-01-01,2020-12-31\n' >codes.csv
	findings 1,A,2019-12-31 2,A,
	assert_equal "$status" 0
}

@test "validate keys: a month is judged by any of its days, a datetime by its date" {
	printf 'code,from,to\nA,2020-06-15,2020-08-15\n' >codes.csv
	printf '{"fields":[{"name":"team","mhsw":{"codeList":{"file":"codes.csv","column":"code","validFrom":"from","validTo":"to","on":"day"}}},{"name":"day","type":"%s"}]}\n' \
		yearmonth >schema.json
	printf 'team,day\nA,2020-05\nA,2020-06\nA,2020-08\nA,2020-09\n' >in.csv
	run --separate-stderr validate -s schema.json in.csv
	assert_equal "$output" "$(printf 'team,day\nA,2020-06\nA,2020-08')"
	sed -i s/yearmonth/datetime/ schema.json
	printf 'team,day\nA,2020-06-14T23:59:59\nA,2020-06-15T00:00:00\nA,2020-08-15T23:59:59\nA,2020-08-16T00:00:00\n' >in.csv
	run --separate-stderr validate -s schema.json in.csv
	assert_equal "$output" "$(printf 'team,day\nA,2020-06-15T00:00:00\nA,2020-08-15T23:59:59')"
}

@test "validate keys: a code list may be a warning" {
	coded '"validTo":"to","on":"day"' '"severity":{"codeList":"warning"}'
	printf 'code,to\nA,2020-12-31\n' >codes.csv
	findings 1,A,2021-01-01 2,B,2020-01-01
	assert_equal "$status" 0
	assert_equal "$found" "2:3 wE406;3:3 wE405;"
	assert_equal "$output" "$(cat in.csv)"
}

@test "validate keys: faults of code lists say file, line and column" {
	coded '"validFrom":"from","on":"day"'
	printf 'code,from\nA,2020-01-01\n"B",1.2.2020\n' >codes.csv
	fault
	assert_equal "$stderr" "validate: codes.csv:3:5: not a date as YYYY-MM-DD"
	printf 'code,form\nA,\n' >codes.csv
	fault
	assert_equal "$stderr" "validate: codes.csv:1: no column 'from'; did you mean 'form'?"
	coded '"validFrom":"from","validTo":"to"'
	printf 'code,from,to\nA,2020-01-02,2020-01-01\n' >codes.csv
	fault
	assert_equal "$stderr" "validate: codes.csv:2: the code's last day is before its first day"
	coded '"on":"day"'
	fault
	assert_equal "$stderr" "validate: schema.json: at /fields/1/mhsw/codeList/on: needs validFrom or validTo to compare with"
	coded '"validFrom":"from","on":"id"'
	fault
	assert_equal "$stderr" "validate: schema.json: at /fields/1/mhsw/codeList/on: a field of type date, datetime or yearmonth is expected"
	coded
	rm codes.csv
	fault
	assert_equal "$stderr" "validate: codes.csv: cannot open the table that the schema refers to: No such file or directory"
}

# --- what determines what ---------------------------------------------------------------

@test "validate keys: a parent has one child" {
	schema '"mhsw":{"determines":[{"parent":"team","child":"id"}]}'
	findings a,X, b,Y, a,X, c,X, ,X, d,, c,, c,X,
	assert_equal "$status" 1
	assert_equal "$found" "5:1 E407;9:1 E407;"
	grep -q 'first at line 2' <<<"$stderr"
	grep -q 'rule: determines team -> id' <<<"$stderr"
}

@test "validate keys: parents of several columns, as a warning" {
	schema '"mhsw":{"determines":[{"parent":["id","team"],"child":"day","severity":"warning"}]}'
	findings a,bc,2026-01-01 ab,c,2026-01-02 a,bc,2026-01-03
	assert_equal "$status" 0
	assert_equal "$found" "4:6 wE407;"
	schema '"mhsw":{"determines":[{"parent":"id","child":"id"}]}'
	fault
	assert_equal "$stderr" "validate: schema.json: at /mhsw/determines/0/child: a field cannot determine itself"
}

# --- records that stand twice, files that have one value ----------------------------------

@test "validate keys: a record stands once, its missing values included" {
	schema '"mhsw":{"duplicates":"error"}'
	findings a,X,2026-01-01 a,X, a,,X a,X,2026-01-01 a,X, aX,, a,,X a,X,2026-01-02
	assert_equal "$status" 1
	assert_equal "$found" "4:4 E204;5:1 E408;6:1 E408;8:1 E408;8:4 E204;"
	grep -q 'first at line 2' <<<"$stderr"
	grep -q 'rule: duplicates' <<<"$stderr"
	# as it leaves, not as it is written
	printf '%s\n' '{"fields":[{"name":"id","type":"integer","missingValues":["","-"]},{"name":"team"},{"name":"day"}],' \
		'"mhsw":{"duplicates":"warning"}}' >schema.json
	findings 1,a, '"01",a,' -,a, ,a, -,a,
	assert_equal "$status" 0
	assert_equal "$found" "3:1 wE408;3:1 wW109;4:1 wW110;5:1 wE408;6:1 wE408;"
	# files are compared with each other
	cp in.csv again.csv
	run --separate-stderr validate -s schema.json again.csv in.csv
	assert_success
	assert_equal "$(grep -c '^in.csv:.*E408: .*again.csv' <<<"$stderr")" 5
	for wrong in true '"often"' '[]'; do
		schema '"mhsw":{"duplicates":'"$wrong"'}'
		fault
		[[ $stderr == *"at /mhsw/duplicates: "* ]]
	done
}

@test "validate keys: a file has one value, and another file another" {
	printf '%s\n' '{"fields":[{"name":"id"},{"name":"team","mhsw":{"onePerFile":true}},' \
		'{"name":"day","type":"date","mhsw":{"onePerFile":true,"severity":{"onePerFile":"warning"}}}]}' >schema.json
	findings 1,,2026-01-01 2,X,2026-01-01 3,X, 4,Y,2026-01-02 5,X,today
	assert_equal "$status" 1
	assert_equal "$found" "5:3 E409;5:5 wE409;6:5 E204;"
	grep -q 'team differs from .*first at line 3' <<<"$stderr"
	printf 'id,team,day\n1,X,2026-01-01\n' >one.csv
	printf 'id,team,day\n1,Y,2026-01-02\n2,Y,2026-01-02\n' >two.csv
	run --separate-stderr validate -s schema.json one.csv two.csv
	assert_success
	assert_equal "$stderr" ""
	for wrong in '"yes"' 1; do
		echo '{"fields":[{"name":"id"},{"name":"team","mhsw":{"onePerFile":'"$wrong"'}}]}' >schema.json
		fault
		[[ $stderr == *"at /fields/1/mhsw/onePerFile: "* ]]
	done
}

# --- privacy ----------------------------------------------------------------------------

@test "validate keys: no finding of a key holds a value" {
	coded
	printf 'code\nA\n' >codes.csv
	for format in text csv json jsonl; do
		options=(--format "$format")
		findings 1,SECRET, 2,SECRET,
		assert_equal "$status" 1
		refute grep -q SECRET <<<"$stderr"
	done
}
