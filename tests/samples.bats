# samples: the generator of invented records and the files made with it.
load helper

# the sanitizers' build puts its generator among its programs
generate() {
	local program=$ROOT/samples/generate
	[ ! -x "$MHSW_BIN/generate" ] || program=$MHSW_BIN/generate
	[ -x "$program" ] || skip "samples/generate is not built"
	"$program" --type feedback "$@"
}

@test "generate: help names every option" {
	run generate --help
	assert_success
	local option
	for option in type records seed teams months until faults unclosed help; do
		assert_output --partial "--$option"
	done
}

@test "generate: an unknown option is exit 2" {
	run generate --records 1 --no-such-option
	assert_failure 2
	assert_output --partial "try --help"
}

@test "generate: an unknown type, a missing count and bad numbers are exit 2" {
	run generate --type no-such-type --records 1
	assert_failure 2
	assert_output --partial "record types known are: feedback, referrals"
	run generate
	assert_failure 2
	run generate --records 12x
	assert_failure 2
	assert_output --partial "not a whole number"
	run generate --records -1
	assert_failure 2
	run generate --records 1 --teams 0
	assert_failure 2
	run generate --records 1 --months 241
	assert_failure 2
	run generate --records 1 --until 2026-13
	assert_failure 2
	run generate --records 1 --seed 99999999999999999999
	assert_failure 2
}

@test "generate: no records is a header" {
	run generate --records 0
	assert_success
	assert_output "record_id,person_id,organisation,team,date,respondent,listened,respected,informed,involved,trusted,hopeful,comment"
}

@test "generate: the same seed gives the same bytes on every machine" {
	generate --records 5000 --seed 42 | sha256sum >first
	LC_ALL=C generate --records 5000 --seed 42 | sha256sum >second
	cmp first second
	assert_equal "$(cut -c 1-64 first)" "1c5d7cc6e1b08ab1cec9d917d7ebefd961308752f4b54296d38ee38c096c07cb"
}

@test "generate: another seed gives other records" {
	generate --records 100 --seed 1 >one
	generate --records 100 --seed 2 >two
	run cmp -s one two
	assert_failure
}

@test "generate: a shorter run is the beginning of a longer one" {
	generate --records 300 --faults >short
	generate --records 900 --faults >long
	head -c "$(stat -c %s short)" long | cmp - short
}

@test "generate: the committed samples are what their command lines make" {
	generate --records 500 --seed 1 --faults | cmp - "$SAMPLES/feedback.csv"
	generate --records 200 --seed 3 | cmp - "$SAMPLES/feedback-clean.csv"
	generate --records 40 --seed 2 --unclosed | cmp - "$SAMPLES/feedback-unclosed.csv"
	generate --type activities --records 600 --teams 9 --months 6 | cmp - "$SAMPLES/activities.csv"
	generate --type jobs --records 224 | cmp - "$SAMPLES/jobs.csv"
}

@test "generate: teams and months are as many as asked for, and the last month is the one asked for" {
	generate --records 20000 --teams 9 --months 5 --until 2025-02 >records.csv
	# team and date stand before anything that could be quoted over lines
	grep -E '^R[0-9]{7},' records.csv | cut -d, -f4 | sort -u >teams
	grep -E '^R[0-9]{7},' records.csv | cut -d, -f5 | cut -c 1-7 | sort -u >months
	assert_equal "$(wc -l <teams)" 9
	assert_equal "$(tr '\n' ' ' <months)" "2024-10 2024-11 2024-12 2025-01 2025-02 "
}

@test "generate: 120 teams have 120 names" {
	generate --records 20000 --teams 120 | grep -E '^R[0-9]{7},' | cut -d, -f4 | sort -u >teams
	assert_equal "$(wc -l <teams)" 120
}

@test "generate: about 195 bytes a record, a fifth of the records quoted" {
	generate --records 20000 >records.csv
	run stat -c %s records.csv
	assert [ "$output" -gt 3600000 ]
	assert [ "$output" -lt 4200000 ]
	run grep -cE '^R[0-9]{7},.*,"' records.csv
	assert [ "$output" -gt 3600 ]
	assert [ "$output" -lt 4600 ]
}

@test "generate: every NHS number is of the 999 range with a right check digit" {
	generate --records 20000 >records.csv
	grep -oiE 'nhs number (is )?999[0-9 ]+' records.csv | tr -dc '0-9\n' >numbers
	assert [ "$(wc -l <numbers)" -gt 50 ]
	run awk '
		{
			sum = 0
			for (at = 1; at <= 9; at++)
				sum += substr($0, at, 1) * (11 - at)
			if (length($0) != 10 || (11 - sum % 11) % 11 != substr($0, 10, 1))
				wrong++
		}
		END { print wrong + 0 }' numbers
	assert_output 0
}

@test "generate: no referrals is a header" {
	run generate --type referrals --records 0
	assert_success
	assert_output "record_id,organisation,received,closed,source,reason,team_type,role,urgency,outcome,age,comment"
}

@test "generate: the same seed gives the same referrals, and a shorter run is their beginning" {
	generate --type referrals --records 5000 --seed 42 >records.csv
	assert_equal "$(sha256sum <records.csv | cut -c 1-64)" "3f745d941f3b29e08f4fe3dc9dcb17ff6ce96e98de74e24542ee874dbf580048"
	generate --type referrals --records 300 --seed 42 >short
	head -c "$(stat -c %s short)" records.csv | cmp - short
	generate --type referrals --records 5000 --seed 43 >other
	run cmp -s records.csv other
	assert_failure
}

@test "generate: about 200 bytes a referral, a fifth of the records quoted" {
	generate --type referrals --records 20000 >records.csv
	run stat -c %s records.csv
	assert [ "$output" -gt 3800000 ]
	assert [ "$output" -lt 4200000 ]
	run grep -cE '^F[0-9]{7},.*,"' records.csv
	assert [ "$output" -gt 3600 ]
	assert [ "$output" -lt 4600 ]
}

@test "generate: a referral is closed on or after the day it was received, or open still" {
	generate --type referrals --records 20000 --until 2024-02 --months 3 >records.csv
	grep -E '^F[0-9]{7},' records.csv | awk -F, '
		$3 !~ /^(2023-12|2024-0[12])-[0-9][0-9]$/ || ($4 != "" && ($4 < $3 || $4 > "2024-02-29")) { wrong++ }
		($4 == "") != ($10 == "") { wrong++ }
		$3 ~ /-02-29$/ { leap++ }
		$4 == "" { open++ }
		END { print wrong + 0, (leap > 0), (open > 0) }' >counts
	assert_equal "$(cat counts)" "0 1 1"
}

@test "generate: referrals are made without faults: exit 2" {
	run generate --type referrals --records 100 --faults
	assert_failure 2
	assert_output --partial "--faults: is for feedback only"
	run generate --type referrals --records 100 --unclosed
	assert_failure 2
	assert_output --partial "--unclosed: is for feedback only"
}

@test "generate: the same seed gives the same people, and a shorter run is their beginning" {
	generate --type people --records 5000 --seed 42 >records.csv
	assert_equal "$(sha256sum <records.csv | cut -c 1-64)" "0e29e1bac78714fac15ae9e8114172ba4df7e90adbfc9eddec679aed5846a7c4"
	generate --type people --records 300 --seed 42 >short
	head -c "$(stat -c %s short)" records.csv | cmp - short
	generate --type people --records 5000 --seed 43 >other
	run cmp -s records.csv other
	assert_failure
	run generate --type people --records 0
	assert_output "record_id,person_id,organisation,team,date,birth_date,gender,ethnic_group,postcode,marital_status,employment,accommodation,outcome"
}

@test "generate: who a person is stays the same from record to record, two and a half of them" {
	generate --type people --records 20000 >records.csv
	run bash -c "tail -n +2 records.csv | cut -d, -f2-4,6-12 | sort -u | wc -l"
	assert [ "$output" -gt 7000 ]
	assert [ "$output" -lt 9000 ]
	assert_equal "$output" "$(tail -n +2 records.csv | cut -d, -f2 | sort -u | wc -l)"
	# and most of them are alone with all of it
	run bash -c "tail -n +2 records.csv | cut -d, -f6-12 | sort -u | wc -l"
	assert [ "$output" -gt 7000 ]
}

@test "generate: the first year of all is nobody's undoing" {
	run generate --type people --records 50 --months 1 --until 0002-01
	assert_success
	refute_output --regexp ',[0-9]{5,}-'
}

@test "generate: people are made without faults: exit 2" {
	run generate --type people --records 100 --faults
	assert_failure 2
	assert_output --partial "--faults: is for feedback only"
}

@test "generate: a log of activities has every function, a part of it coded, and a shorter one is its beginning" {
	generate --type activities --records 20000 --seed 42 --teams 30 >records.csv
	assert_equal "$(awk -F, '$14 != "" { print $14 }' records.csv | sort -u | grep -c '^[A-E]\.')" 30
	# outside of the framework, coded by a code, coded by people
	awk -F, 'NR > 1 { n++; code += $12 != ""; role += $13 != "" }
		END { print (code > n * .3 && code < n * .4), (role > n * .1 && role < n * .2) }' records.csv >shares
	assert_equal "$(cat shares)" "1 1"
	generate --type activities --records 300 --seed 42 --teams 30 >short
	head -c "$(stat -c %s short)" records.csv | cmp - short
	run awk -F, 'NF != 15' records.csv
	assert_output ""
}

@test "generate: each local code of an activity is in the list" {
	generate --type activities --records 20000 --teams 12 | awk -F, 'NR > 1 && $12 != "" { print $12 }' | sort -u >used
	tail -n +2 "$SCHEMAS/activities/codes.csv" | cut -d, -f1 | sort -u | diff - used
}

@test "generate: job descriptions have 8 to 14 tasks, none of them twice" {
	generate --type jobs --records 1120 --seed 9 >records.csv
	run awk -F, 'NR > 1 { n[$3 "," $6 "," ($6 == "" ? $4 : "")]++ }
		END { for (post in n) if (n[post] < 8 || n[post] > 14) print post, n[post] }' records.csv
	assert_output ""
	assert_equal "$(tail -n +2 records.csv | cut -d, -f3,4,6,11 | sort | uniq -d)" ""
	assert_equal "$(awk -F, 'NR > 1 && $6 != "" { print $3, $6 }' records.csv | sort -u | wc -l)" 90
	run awk -F, 'NR > 1 && ($5 != "" || $7 != "" || ($2 == "duty") != ($6 == ""))' records.csv
	assert_output ""
	generate --type jobs --records 300 --seed 9 >short
	head -c "$(stat -c %s short)" records.csv | cmp - short
}

@test "generate: a full disk is exit 2" {
	run generate --records 5000
	assert_success
	run bash -c "'$ROOT/samples/generate' --type feedback --records 5000 >/dev/full"
	assert_failure 2
	assert_output --partial "No space left"
}

@test "generate: a closed pipe ends it" {
	generate --records 0 >/dev/null
	run closed_pipe "$ROOT/samples/generate" --type feedback --records 500000
	assert_output 141
}

@test "samples: validate takes every record of the clean one" {
	run validate -s "$SCHEMAS/feedback/table.json" --run-record run.json -o good.csv "$SAMPLES/feedback-clean.csv"
	assert_success
	assert_equal "$(wc -l <good.csv)" 201
}

@test "samples: validate finds each fault at the line that the page names" {
	run validate -s "$SCHEMAS/feedback/table.json" --report findings --rejects rejects.csv -o good.csv "$SAMPLES/feedback.csv"
	assert_failure 1
	assert_equal "$(wc -l <good.csv)" 477
	# lines of the table of faults in samples/README.md
	local line
	while read -r line; do
		grep -qE "feedback\.csv:$line:" findings || fail "no finding at line $line"
	done < <(sed -n 's/^| \([0-9][0-9]*\) |.*/\1/p' "$SAMPLES/README.md")
}

@test "samples: validate names the line where the unclosed quote opened" {
	run validate -s "$SCHEMAS/feedback/table.json" -o good.csv "$SAMPLES/feedback-unclosed.csv"
	assert_failure
	assert_output --partial "50"
}
