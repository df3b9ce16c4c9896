#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise: what goes wrong when somebody writes a policy for the first time, and what
# the people read who have to agree to one.  All values are invented.

load helper

# A policy of two columns that are kept and one that is dropped, with another one, c, and
# further members; what --check-config says of it.
try_policy() { # OBJECT-OF-COLUMN-c [MEMBERS]
	printf '{"project":"p"%s,"columns":{"id":{"action":"keep"},"q":{"action":"keep"},"d":{"action":"drop"},"c":%s}}\n' \
		"${2:-}" "$1" >policy.json
	run anonymise -p policy.json --check-config
}

refused() { # PLACE WORDS OBJECT-OF-COLUMN-c [MEMBERS]
	try_policy "${@:3}"
	assert_failure 2
	assert_output --partial "policy.json: at $1: "
	assert_output --partial "$2"
}

@test "first use: own columns without the entity own would stay in the text, so they are refused" {
	refused /columns/c/own "the entity 'own' is not asked for" '{"action":"redact","entities":["name"],"own":["q"]}'
	try_policy '{"action":"redact","entities":["name","own"],"own":["q"]}'
	assert_success
	try_policy '{"action":"redact","entities":["name"],"own":[]}'
	assert_success
}

@test "first use: the entity own without a column to take it from is refused where it is asked for by name" {
	refused /columns/c/entities "no column is named" '{"action":"redact","entities":["own"]}'
	printf '{"project":"p","columns":{"id":{"action":"pseudonymise","entity":"e"},"c":{"action":"redact","entities":["own"]}}}' >policy.json
	run anonymise -p policy.json --check-config
	assert_success
	try_policy '{"action":"redact"}'
	assert_success
}

@test "first use: a column is no reference and no identifier of itself" {
	refused /columns/c/at "itself" '{"action":"generalise","to":"age","at":"c"}'
	refused /columns/c/own/1 "itself" '{"action":"redact","own":["q","c"]}'
	refused /columns/c/own/1 "twice" '{"action":"redact","own":["q","q"]}'
}

@test "first use: lists for redaction are refused where no column is redacted" {
	refused /redaction "no column" '{"action":"keep"}' ',"redaction":{"names":"absent.csv"}'
}

@test "first use: a misspelt action is asked after by the name it should have" {
	refused /columns/c/acton "did you mean 'action'?" '{"acton":"keep"}'
	refused /columns/c/action "is missing" '{}'
	refused /columns/c/action "did you mean 'keep'?" '{"action":"Keep"}'
}

@test "first use: a member of another action is said to be one" {
	refused /columns/c/to "'keep'" '{"action":"keep","to":"month"}'
	refused /columns/c/entity "'drop'" '{"action":"drop","entity":"person"}'
	refused /columns/c/entties "unknown key" '{"action":"redact","entties":["name"]}'
}

@test "first use: --make-key makes a key and refuses what it would not do" {
	printf 'a\n1\n' >in.csv
	for extra in in.csv "-p policy.json" "-k other" "-o out" "--audit audit.json" "--exclude in.csv" "--check-config"; do
		# shellcheck disable=SC2086 # an option and its value
		run anonymise --make-key new $extra
		assert_failure 2
		assert_output --partial "--make-key makes a key and does nothing else"
		assert [ ! -e new ]
	done
	anonymise --make-key new -v
	assert [ -s new ]
}

@test "first use: a key is not called as what -k takes for something else" {
	for name in - fd:3 fd:key; do
		run anonymise --make-key "$name"
		assert_failure 2
		assert_output --partial "name a file"
		assert [ ! -e "./$name" ]
	done
	anonymise --make-key ./-
	assert [ -s ./- ]
}

@test "first use: --evaluate-spans takes no other input" {
	printf 'entity,text,expected_spans\n' >labels.csv
	run anonymise --evaluate-spans labels.csv labels.csv
	assert_failure 2
	assert_output --partial "--evaluate-spans reads the file that it names"
}

@test "first use: --check-config opens the lists of people too" {
	printf '{"project":"p","person":"id","columns":{"id":{"action":"keep"}}}' >policy.json
	printf 'id\n1\n' >list
	anonymise -p policy.json --check-config --exclude list --permitted list
	for option in --exclude --permitted; do
		run anonymise -p policy.json --check-config $option absent
		assert_failure 2
		assert_output --partial "absent: cannot open"
		: >empty
		run anonymise -p policy.json --check-config $option empty
		assert_failure 2
		printf '{"project":"p","columns":{"id":{"action":"keep"}}}' >none.json
		run anonymise -p none.json --check-config $option list
		assert_failure 2
		assert_output --partial "does not say whom a record is about"
	done
}

@test "first use: --explain names the columns that texts are searched for, and the one of opt-outs" {
	cat >policy.json <<-'END'
		{ "project": "p", "person": "id", "opt_out": "nhs", "columns": {
		  "id": { "action": "pseudonymise", "entity": "person" },
		  "nhs": { "action": "drop" }, "name": { "action": "drop" },
		  "note": { "action": "redact", "own": ["name", "id"] },
		  "plan": { "action": "redact", "entities": ["phone"] } } }
	END
	run anonymise -p policy.json --explain
	assert_success
	assert_line --regexp "^note: .*; the row's own identifiers are those in id and name$"
	refute_line --regexp "^plan: .*own"
	assert_line "people on a list of --exclude are looked up in nhs; their records go before anything else is done"
	sed -i 's/"person": "id", "opt_out": "nhs",//; s/pseudonymise", "entity": "person"/drop"/; s/, "own": \["name", "id"\]//' policy.json
	run anonymise -p policy.json --explain
	assert_success
	assert_line --regexp "^note: .*; no column is named for the row's own identifiers$"
	assert_line "people who opted out cannot be left out: the policy names neither person nor opt_out"
}

@test "first use: --explain says what stays as it is and what the oldest become" {
	cat >policy.json <<-'END'
		{ "project": "p", "columns": { "seen": { "action": "keep" },
		  "born": { "action": "generalise", "to": "age-band", "at": "seen", "width": 20, "top": 85 },
		  "own": { "action": "generalise", "to": "age-band", "at": "seen", "bands": [0, 18, 65] } } }
	END
	run anonymise -p policy.json --explain
	assert_success
	assert_line --regexp "^born: becomes the age in bands of 20 years .*; from 80 on all ages are \"80\+\""
	assert_line --regexp "^own: .* 0, 18 and 65 .*; from 65 on all ages are \"65\+\""
	assert_line "empty cells, suppressed ones (*) and symbols such as [x] stay as they are where a column is changed"
	printf 'seen,born,own\n2026-01-01,1946-01-01,1961-01-01\n2026-01-01,1947-01-01,1962-01-01\n*,*,[x]\n' >in.csv
	run anonymise -p policy.json in.csv
	assert_output $'seen,born,own\n2026-01-01,80+,65+\n2026-01-01,60-79,18-64\n*,*,[x]'
}

@test "first use: --explain says of k who is counted, what gives way and how much may go" {
	cat >policy.json <<-'END'
		{ "project": "p", "person": "id", "k": 5, "quasi_identifiers": ["a", "b"],
		  "sensitive": { "s": { "l": 2.5, "diversity": "entropy", "t": 0.2 }, "r": { "t": 0.1, "distance": "ordered" } },
		  "columns": { "id": { "action": "drop" }, "a": { "action": "keep" }, "b": { "action": "keep" },
		               "s": { "action": "keep" }, "r": { "action": "keep" } } }
	END
	run anonymise -p policy.json --explain
	assert_success
	assert_line --partial "(people are counted by id, records without one add nobody)"
	assert_line --partial "one of these cells becomes *, tried from the last, then more of them"
	assert_line "in each class the values of s are at least as even as 2.5 equally frequent ones"
	assert_line "in each class the shares of the values of s differ by at most 0.2 from those of all records that stay"
	assert_line "in each class the shares of the values of r differ by at most 0.1 (by rank) from those of all records that stay"
	assert_line "however many records are left out, the run ends with exit 0: the policy has no suppression_limit"
	sed -i 's/"k": 5,/"k": 5, "act": "generalise", "suppression_limit": 0.02,/' policy.json
	run anonymise -p policy.json --explain
	assert_line --partial "one of these cells is made coarser, at last *, tried from the last"
	assert_line "where more than 2% of the records are left out the run ends with exit 1"
}

@test "first use: the policy in the man page does what it says" {
	sed -n '/^A policy for referrals/,/^\.Ed/p' "$ROOT/filters/anonymise/anonymise.1" | grep -v '^[A.]' >privacy.json
	anonymise --make-key project.key
	{
		echo nhs_number,surname,first_name,born,postcode,referral_date,team,score,notes
		for person in {1..12}; do
			echo "p$person,Ashcombe$person,Zeb,1950-03-0$((person % 9 + 1)),ZZ99 3VZ,2026-02-03,north,$((person * 2)),Zeb ashcombe$person rang 07700 900123"
		done
	} >referrals.csv
	printf 'nhs_number\np12\n' >opted-out.csv
	anonymise -p privacy.json --explain >said
	run anonymise -p privacy.json -k project.key --exclude opted-out.csv --audit audit.json -o safe.csv referrals.csv
	assert_success
	assert_equal "$(cut -d, -f2- safe.csv | sort | uniq -c | wc -l)" 5
	# a token may have any letters
	cut -d, -f2- safe.csv >rest.csv
	run grep -c -i 'ashcombe\|zeb\|07700\|ZZ99 3VZ\|2026-02' rest.csv audit.json said
	assert_output $'rest.csv:0\naudit.json:0\nsaid:0'
	anonymise -p privacy.json --check safe.csv
}

@test "first use: --check-config opens the table of identifiers too" {
	printf '{"project":"p","person":"id","columns":{"id":{"action":"keep"},"t":{"action":"redact"}}}' >policy.json
	printf 'id,name\n1,Zeb\n' >table.csv
	anonymise -p policy.json --check-config --identifiers table.csv
	run anonymise -p policy.json --check-config --identifiers absent
	assert_failure 2
	assert_output --partial "absent: cannot open"
	sed -i 's/"person":"id",//' policy.json
	run anonymise -p policy.json --check-config --identifiers table.csv
	assert_failure 2
	assert_output --partial "does not say whom a record is about"
}
