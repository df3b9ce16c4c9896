#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# anonymise with k, l and t over some thousand records: what leaves is counted again
# by awk, and nothing that the run hangs on changes it.

load helper
bats_require_minimum_version 1.5.0

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	anonymise --make-key key
}

# policy ACT [SENSITIVE]
policy() {
	cat >policy.json <<-END
		{ "project": "classes", "person": "person", "k": 4, "act": "$1",
		  "quasi_identifiers": ["sex", "postcode", "born", "team"],
		  ${2:+\"sensitive\": $2,}
		  "columns": {
		    "person": { "action": "pseudonymise", "entity": "person", "bits": 128 },
		    "sex": { "action": "keep" },
		    "postcode": { "action": "generalise", "to": "district" },
		    "born": { "action": "generalise", "to": "year" },
		    "team": { "action": "keep" },
		    "score": { "action": "keep" },
		    "outcome": { "action": "keep" } } }
	END
}

# Some 4,000 records of 1,500 people, all of them invented; nobody has a comma.
data() { # [RECORDS]
	awk -v records="${1:-4000}" '
		function draw(below) {
			state = (state * 16807) % 2147483647
			return state % below
		}
		BEGIN {
			state = 20240417
			print "person,sex,postcode,born,team,score,outcome"
			for (i = 0; i < records; i++) {
				who = draw(1500)
				printf "p%d,%s,%s%d %dAA,%d-%02d-01,%s,%d,%s\n", who,
					who % 2 ? "f" : "m", who % 3 ? "NG" : "LE", 1 + who % 4, 1 + who % 9,
					1960 + (who % 7) * (who % 3), 1 + who % 12, substr("NSEW", 1 + draw(4) * draw(2), 1),
					1 + draw(6), substr("abcd", 1 + draw(4) * draw(2), 1)
			}
		}' >data.csv
}

# least FILE COLUMN: over all classes of sex to team, the least people, the least
# different values of the column (6: score, 7: outcome) and exp of their entropy, the
# greatest distance from the whole, equal and by rank.  A person counts once with a value.
least() {
	awk -F, -v column="$2" '
		NR > 1 {
			class = $2 "," $3 "," $4 "," $5
			value = $column
			if (!((class, $1) in seen)) { seen[class, $1]; people[class]++ }
			if (!((class, $1, value) in had)) { had[class, $1, value]; part[class, value]++; parts[class]++ }
			if (!(($1, value) in whole)) { whole[$1, value]; all[value]++; total++ }
		}
		END {
			for (value in all) sorted[++count] = value
			for (i = 2; i <= count; i++)
				for (j = i; j > 1 && sorted[j - 1] > sorted[j]; j--) {
					swap = sorted[j]; sorted[j] = sorted[j - 1]; sorted[j - 1] = swap
				}
			k = l = 1e9; e = 1e9
			for (class in people) {
				different = entropy = equal = ordered = sum = 0
				for (i = 1; i <= count; i++) {
					share = part[class, sorted[i]] / parts[class]
					if (share > 0) { different++; entropy -= share * log(share) }
					off = share - all[sorted[i]] / total
					sum += off
					equal += (off < 0 ? -off : off) / 2
					ordered += (sum < 0 ? -sum : sum) / (count - 1)
				}
				if (people[class] < k) k = people[class]
				if (different < l) l = different
				if (exp(entropy) < e) e = exp(entropy)
				if (equal > far) far = equal
				if (ordered > rank) rank = ordered
			}
			print k, l, e, far + 0, rank + 0
		}' "$1"
}

# keeps "LEAST..." EXPRESSION of k, l, e, t and r
keeps() {
	awk -v figures="$1" "BEGIN { split(figures, f, \" \"); k = f[1]; l = f[2]; e = f[3]; t = f[4]; r = f[5]
		exit !(k >= 4 && $2) }" || { echo "figures: $1, expected: k >= 4 && $2" >&2; return 1; }
}

# round_trip ACT SENSITIVE COLUMN EXPRESSION
round_trip() {
	policy "$1" "$2"
	anonymise -p policy.json -k key data.csv >out.csv
	# enough stays for the test to mean something
	assert [ "$(wc -l <out.csv)" -gt 1000 ]
	keeps "$(least out.csv "$3")" "$4"
	run anonymise -p policy.json --check out.csv
	assert_success
	assert_output ""
	anonymise -p policy.json -k key --memory 16M data.csv | cmp - out.csv
	{ head -n 1 data.csv; tail -n +2 data.csv | shuf --random-source=data.csv; } >mixed.csv
	anonymise -p policy.json -k key mixed.csv | sort | cmp - <(sort out.csv)
}

round_trips() { # ACT
	data
	round_trip "$1" "" 7 1
	round_trip "$1" '{ "outcome": { "l": 3 } }' 7 'l >= 3'
	round_trip "$1" '{ "outcome": { "l": 2.5, "diversity": "entropy" } }' 7 'e >= 2.5 - 1e-6'
	round_trip "$1" '{ "outcome": { "t": 0.3 } }' 7 't <= 0.3 + 1e-6'
	round_trip "$1" '{ "score": { "t": 0.2, "distance": "ordered" } }' 6 'r <= 0.2 + 1e-6'
}

@test "classes: whole records, then k, l and t hold, by another count, in any order and memory" {
	round_trips suppress-records
}

@test "classes: suppressed cells, then k, l and t hold, by another count, in any order and memory" {
	round_trips suppress-cells
}

@test "classes: coarser cells, then k, l and t hold, by another count, in any order and memory" {
	round_trips generalise
}

@test "classes: two sensitive columns hold together, and a check names the one that does not" {
	data
	policy suppress-cells '{ "score": { "t": 0.2, "distance": "ordered" }, "outcome": { "l": 3 } }'
	anonymise -p policy.json -k key data.csv >out.csv
	keeps "$(least out.csv 6)" 'r <= 0.2 + 1e-6'
	keeps "$(least out.csv 7)" 'l >= 3'
	awk -F, -v OFS=, 'NR > 1 { $7 = "a" } 1' out.csv >same.csv
	run anonymise -p policy.json --check same.csv
	assert_failure 1
	assert_output --partial "column 'outcome': classes with too little diversity (l)"
	refute_output --partial "column 'score'"
	awk -F, -v OFS=, 'NR > 1 { $6 = $2 == "f" ? 1 : 6 } 1' out.csv >apart.csv
	run anonymise -p policy.json --check apart.csv
	assert_failure 1
	assert_output --partial "column 'score': classes too far from the whole (t)"
	refute_output --partial "column 'outcome'"
}

# --- the data as it came in ----------------------------------------------------------------

@test "classes: the audit has the classes of the input too, by what stood there" {
	command -v python3 >/dev/null || skip "no python3 here"
	data
	echo p7 >opted-out.csv
	policy suppress-cells '{ "outcome": { "l": 2 } }'
	anonymise -p policy.json -k key --exclude opted-out.csv --audit audit.json data.csv >audited.csv
	anonymise -p policy.json -k key --exclude opted-out.csv data.csv | cmp - audited.csv
	run python3 -c 'import json; c = json.load(open("audit.json"))["classes"]; i = c["input"]
print(i["records"], i["people"], i["classes"], i["smallest"], i["short_of_k"], i["people_in_failing"])
print("short_of_l" in i, "sensitive" in i, sum(s["classes"] for s in i["sizes"]) == i["classes"])
print(abs(i["risks"]["prosecutor"]["average"] - i["classes"] / i["people"]) < 1e-6, list(c))'
	assert_line --index 0 "$(awk -F, 'NR > 1 && $1 != "p7" { records++; class = $2 "," $3 "," $4 "," $5
			if (!((class, $1) in seen)) { seen[class, $1]; people[class]++; all++ } }
		END { for (class in people) { classes++
				if (!least || people[class] < least) least = people[class]
				if (people[class] < 4) { short++; in_short += people[class] } }
			print records, all, classes, least, short, in_short }' data.csv)"
	assert_line --index 1 "False False True"
	assert_line --index 2 "True ['input', 'before', 'after']"
	anonymise -p policy.json --check --audit checked.json audited.csv
	run grep -c '"input": {' checked.json
	assert_output 0
}

# --- a run that cannot end well ------------------------------------------------------------

# one_message STATUS WORDS: nothing written, and one line that says why.
one_message() {
	assert_failure "$1"
	assert_output ""
	assert_equal "$(wc -l <<<"$stderr")" 1
	[[ $stderr == "anonymise: "*"$2"* ]] || { echo "$stderr" >&2; return 1; }
}

@test "classes: a temporary folder where nothing can be made is exit 2 with one message" {
	data 10
	policy suppress-cells
	touch file
	for folder in /proc "$PWD/nowhere" "$PWD/file"; do
		TMPDIR=$folder run --separate-stderr anonymise -p policy.json -k key data.csv
		one_message 2 "$folder: cannot make a temporary file in it"
	done
}

@test "classes: a file that may not grow is exit 2 with one message, and no output" {
	data 40000
	policy suppress-cells
	echo old >out.csv
	run --separate-stderr bash -c 'ulimit -f 500; exec "$@"' - anonymise -p policy.json -k key data.csv
	one_message 2 "cannot write the temporary file in it"
	run --separate-stderr bash -c 'ulimit -f 500; exec "$@"' - anonymise -p policy.json -k key -o out.csv data.csv
	one_message 2 "cannot write the temporary file in it"
	assert_equal "$(cat out.csv)" old
}

@test "classes: a temporary folder that is full is exit 2 with one message" {
	unshare -rm mount -t tmpfs -o size=256k none "$PWD" 2>/dev/null || skip "no file system can be mounted here"
	data 40000
	policy suppress-cells
	mkdir full
	# shellcheck disable=SC2016
	run --separate-stderr unshare -rm bash -c \
		'mount -t tmpfs -o size=512k none full && TMPDIR=$PWD/full exec "$@"' - anonymise -p policy.json -k key data.csv
	one_message 2 "cannot write the temporary file in it"
}

@test "classes: a pipe that closes while records are written is quiet" {
	data 40000
	policy suppress-records
	run --separate-stderr closed_pipe anonymise -p policy.json -k key data.csv
	assert_output 141
	assert_equal "$stderr" ""
}

@test "classes: who is ended while records wait leaves no output and no temporary file" {
	data
	policy suppress-cells
	mkdir temporary
	for signal in INT TERM; do
		mkfifo pipe
		TMPDIR=$PWD/temporary env --default-signal=INT anonymise -p policy.json -k key -o out.csv pipe 2>err &
		worker=$!
		exec 7>pipe
		cat data.csv >&7
		kill -"$signal" "$worker"
		status=0
		wait "$worker" || status=$?
		exec 7>&-
		rm pipe
		assert [ "$status" -ne 0 ]
		assert_equal "$(find temporary . -name '.*' -type f)" ""
		assert [ ! -e out.csv ]
	done
}

# --- tables at the edge --------------------------------------------------------------------

@test "classes: empty input, a header alone, one record and one person leave nothing behind" {
	policy suppress-cells
	run --separate-stderr anonymise -p policy.json -k key </dev/null
	assert_success
	assert_output ""
	echo person,sex,postcode,born,team,score,outcome >data.csv
	for act in suppress-cells suppress-records generalise; do
		policy $act '{ "outcome": { "t": 0.1 }, "score": { "t": 0.1, "distance": "ordered" } }'
		run --separate-stderr anonymise -p policy.json -k key data.csv
		assert_success
		assert_output "person,sex,postcode,born,team,score,outcome"
		for records in 1 3000; do
			{ cat data.csv; yes p1,f,NG1,1960-01-01,N,1,a | head -n $records; } >one.csv
			run --separate-stderr anonymise -p policy.json -k key --run-record record.json one.csv
			assert_success
			assert_output "person,sex,postcode,born,team,score,outcome"
			assert_equal "$(tr -d ' \n' <record.json | grep -o '"suppressed":[0-9]*')" "\"suppressed\":$records"
		done
	done
}

@test "classes: a record of nobody adds none to those who are known" {
	data 500
	sed -i '2,$s/^[^,]*//' data.csv
	policy suppress-cells
	run --separate-stderr anonymise -p policy.json -k key data.csv
	assert_success
	assert_output "person,sex,postcode,born,team,score,outcome"
	# it may be a record of one of the three
	{ head -n 1 data.csv; for who in '' '' 1 2 3; do echo "$who,f,NG1 1AA,1960-01-01,N,1,a"; done; } >three.csv
	anonymise -p policy.json -k key three.csv >out.csv
	assert_equal "$(wc -l <out.csv)" 1
	{ head -n 1 data.csv; for who in '' '' 1 2 3 4; do echo "$who,f,NG1 1AA,1960-01-01,N,1,a"; done; } >four.csv
	anonymise -p policy.json -k key four.csv >out.csv
	assert_equal "$(wc -l <out.csv)" 7
}

@test "classes: thirty-two quasi-identifiers, and no more" {
	wide() { # COLUMNS
		awk -v columns="$1" 'BEGIN {
			printf "{ \"project\": \"wide\", \"one_record_per_person\": true, \"k\": 3, \"quasi_identifiers\": ["
			for (i = 1; i <= columns; i++) printf "%s\"c%d\"", (i > 1 ? ", " : ""), i
			printf "], \"columns\": {"
			for (i = 1; i <= columns; i++) printf "%s\"c%d\": { \"action\": \"keep\" }", (i > 1 ? ", " : ""), i
			print "} }" }' >wide.json
		awk -v columns="$1" 'BEGIN {
			for (i = 1; i <= columns; i++) printf "%sc%d", (i > 1 ? "," : ""), i
			print ""
			for (r = 0; r < 600; r++) {
				for (i = 1; i <= columns; i++)
					printf "%s%s", (i > 1 ? "," : ""), (r % 5 == 0 && i == (r % 2 ? columns : 16) ? "odd" r : "v" r % 3)
				print ""
			} }' >wide.csv
	}
	wide 32
	anonymise -p wide.json wide.csv >out.csv
	# one cell of each record that is alone goes, whichever column it is in
	assert_equal "$(wc -l <out.csv)" 601
	run grep -c odd out.csv
	assert_output 0
	assert_equal "$(tail -n +2 out.csv | sort | uniq -c | awk '$1 < 3' | wc -l)" 0
	assert [ "$(grep -o '\*' out.csv | wc -l)" -eq 120 ]
	wide 33
	run anonymise -p wide.json wide.csv
	assert_failure 2
	assert_output --partial "1 to 32 columns"
}

two_columns() { # POLICY FOR TWO COLUMNS, EACH RECORD A PERSON
	cat >two.json <<-'END'
		{ "project": "two", "one_record_per_person": true, "k": 2, "quasi_identifiers": ["a", "b"],
		  "columns": { "a": { "action": "keep" }, "b": { "action": "keep" } } }
	END
}

@test "classes: a quasi-identifier of ten thousand values is suppressed where each has one" {
	two_columns
	{ echo a,b; seq 10000 | awk '{ print $1 % 7 "," $1 }'; seq 5000 | awk '{ print $1 % 7 "," $1 }'; } >data.csv
	anonymise -p two.json data.csv >out.csv
	assert_equal "$(wc -l <out.csv)" 15001
	assert_equal "$(grep -c ',\*$' out.csv)" 5000
	run anonymise -p two.json --check out.csv
	assert_success
}

@test "classes: values of 100 KB that differ in the last byte are two values" {
	two_columns
	long=$(head -c 100000 /dev/zero | tr '\0' x)
	printf '%s\n' a,b "${long}1,q" "${long}1,q" "${long}2,q" "${long}3,q" >data.csv
	anonymise -p two.json data.csv >out.csv
	head -n 3 data.csv | cmp - <(head -n 3 out.csv)
	run tail -n 2 out.csv
	assert_line --index 0 '*,q'
	assert_line --index 1 '*,q'
}

@test "classes: quotes, commas and line breaks in a quasi-identifier stand as they came" {
	two_columns
	printf 'a,b\n"x, ""y""",1\n"x, ""y""",1\n"two\nlines",2\n"two\nlines","2"\n"*",3\n*,3\nplain,4\n"plain",4\n"x,",1\n' >data.csv
	anonymise -p two.json data.csv >out.csv
	# 2 and "2" are one value, as "plain" and plain, and "*" and *; the last one joins nobody
	printf 'a,b\n"x, ""y""",1\n"x, ""y""",1\n"two lines",2\n"two lines","2"\n"*",3\n*,3\nplain,4\n"plain",4\n' |
		cmp - out.csv
	run anonymise -p two.json --check out.csv
	assert_success
}

# What leaves has one line a record, so a line break is a blank in what is counted too.
@test "classes: a line break makes no other value, person or class of what leaves with a blank" {
	cat >fold.json <<-'END'
		{ "project": "fold", "person": "p", "k": 2, "quasi_identifiers": ["a"],
		  "sensitive": { "b": { "l": 2 } }, "columns": { "p": { "action": "keep" },
		    "a": { "action": "keep" }, "b": { "action": "keep" } } }
	END
	printf 'p,a,b\n1,q,x y\n2,q,"x\ny"\n3,q,"x\r\ny"\n' >data.csv
	run --separate-stderr anonymise -p fold.json data.csv
	assert_success
	assert_output "p,a,b"
	printf 'p,a,b\n1 1,q,x\n"1\n1",q,y\n' >data.csv
	run --separate-stderr anonymise -p fold.json data.csv
	assert_success
	assert_output "p,a,b"
	printf 'p,a,b\n1,"q\nq",x\n2,q q,y\n' >data.csv
	run --separate-stderr anonymise -p fold.json data.csv
	assert_success
	assert_equal "$output" "$(printf 'p,a,b\n1,"q q",x\n2,q q,y')"
	anonymise -p fold.json data.csv | anonymise -p fold.json --check
}

@test "classes: the person column is no quasi-identifier" {
	policy suppress-cells
	sed -i 's/\["sex",/["sex", "person",/' policy.json
	run anonymise -p policy.json --check-config
	assert_failure 2
	assert_output --partial "/quasi_identifiers/1: the person column is another one for everybody"
}
