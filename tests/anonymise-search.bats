#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise --search: the levels that keep the policy and lose the least.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	umask 077
	cat >age.csv <<-'END'
		31,30-39,*
		32,30-39,*
		41,40-49,*
		42,40-49,*
	END
	printf 'North,*\nSouth,*\n' >region.csv
	printf 'age,region,note\n31,North,a\n32,North,b\n41,South,c\n42,South,d\n' >in.csv
}

policy() { # AGE_LEVEL REGION_LEVEL K [LIMIT]
	cat <<-END
		{ "project": "demo", "one_record_per_person": true, "k": $3, "suppression_limit": ${4:-0},
		  "quasi_identifiers": ["age", "region"],
		  "columns": {
		    "age": { "action": "generalise", "hierarchy": "age.csv", "header": false, "level": $1 },
		    "region": { "action": "generalise", "hierarchy": "region.csv", "header": false, "level": $2 },
		    "note": { "action": "keep" } } }
	END
}

# the levels that a policy has, in the order of its columns
levels() { # FILE
	grep -o '"level": *[0-9]*' "$1" | tr -dc '0-9\n' | tr '\n' ' '
}

@test "search: the policy comes back with the levels found, and they hold" {
	policy 0 0 2 >policy.json
	run --separate-stderr anonymise -p policy.json --search in.csv
	assert_success
	printf '%s\n' "$output" >found.json
	assert_equal "$(levels found.json)" "1 0 "
	run --separate-stderr anonymise -p found.json in.csv
	assert_success
	assert_output - <<-'END'
		age,region,note
		30-39,North,a
		30-39,North,b
		40-49,South,c
		40-49,South,d
	END
}

@test "search: what it costs is said on standard error, without a value" {
	policy 0 0 2 >policy.json
	run --separate-stderr anonymise -p policy.json --search in.csv
	assert_success
	[[ $stderr == *"age                   1   2          4.0"* ]]
	[[ $stderr == *"left out: 0 of 4 records"* ]]
	[[ $stderr == *"of the lattice's 6 nodes"* ]]
	[[ $stderr != *North* && $stderr != *30-39* ]]
}

@test "search: the levels do not hang on the order of the records, nor on those named before" {
	policy 2 1 2 >other.json
	policy 0 0 2 >policy.json
	anonymise -q -p policy.json --search in.csv >a.json
	{ head -n 1 in.csv; tail -n +2 in.csv | tac; } >turned.csv
	anonymise -q -p policy.json --search turned.csv >b.json
	anonymise -q -p other.json --search in.csv >c.json
	cmp a.json b.json
	assert_equal "$(levels c.json)" "1 0 "
}

@test "search: where no levels keep the policy it says so and writes none" {
	policy 0 0 5 >policy.json
	run --separate-stderr anonymise -p policy.json --search in.csv
	assert_failure 2
	assert_output ""
	[[ $stderr == *"no levels keep the policy"* ]]
}

@test "search: without a limit of what may be left out there is nothing to search for" {
	policy 0 0 2 1 >policy.json
	run --separate-stderr anonymise -p policy.json --search in.csv
	assert_failure 2
	[[ $stderr == *suppression_limit* ]]
}

@test "search: no records are no reason for levels" {
	policy 0 0 2 >policy.json
	run --separate-stderr anonymise -p policy.json --search <<<"age,region,note"
	assert_failure 2
	assert_output ""
	[[ $stderr == *"no records"* ]]
}

@test "search: adult's published optimum, from the files as they are" {
	local folder=$SHARED_DATA/deidentify/arx column columns=''
	need_data deidentify/arx/adult.csv
	tr ';' , <"$folder/adult.csv" >adult.csv
	for column in sex age race marital-status education native-country workclass occupation salary-class; do
		tr ';' , <"$folder/adult_hierarchy_$column.csv" >"$column.csv"
		columns+="\"$column\": { \"action\": \"generalise\", \"hierarchy\": \"$column.csv\","
		columns+=" \"header\": false, \"level\": 0 },"
	done
	cat >policy.json <<-END
		{ "project": "demo", "one_record_per_person": true, "k": 100, "suppression_limit": 0.04,
		  "act": "suppress-records",
		  "quasi_identifiers": ["sex", "age", "race", "marital-status", "education",
		    "native-country", "workclass", "occupation", "salary-class"],
		  "columns": { ${columns%,} } }
	END
	run --separate-stderr anonymise -p policy.json --search adult.csv
	assert_success
	printf '%s\n' "$output" >found.json
	assert_equal "$(levels found.json)" "1 1 1 1 3 2 2 1 1 "
	[[ $stderr == *"loss: 379417.3 bits"* ]]
	[[ $stderr == *"left out: 866 of 30162 records"* ]]
	# and the run with these levels leaves out as many
	anonymise -q -p found.json adult.csv >out.csv
	assert_equal "$(wc -l <out.csv)" $((30162 - 866 + 1))
}

@test "search: values that a run takes for one are one for the search too" {
	cat >fold.json <<-'END'
		{ "project": "t", "one_record_per_person": true, "k": 2, "suppression_limit": 0.1,
		  "act": "suppress-records", "quasi_identifiers": ["a"], "sensitive": { "s": { "l": 2 } },
		  "columns": { "a": { "action": "keep" }, "s": { "action": "keep" } } }
	END
	printf 'a,s\nx,"u\nv"\nx,u v\nx,"u v "\n' >fold.csv
	run anonymise -p fold.json --search fold.csv
	assert_failure 2
	assert_output --partial "no levels keep the policy"
}
