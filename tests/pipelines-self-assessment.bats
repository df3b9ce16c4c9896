# pipelines: self-assessment, from the forms of organisations and teams to charts and a plan.
bats_require_minimum_version 1.5.0
load helper

assessment() {
	"$ROOT/pipelines/self-assessment" "$@"
}

# One whole run for the tests that look at its folder: names that hold commas and quotes,
# two teams of one name, one answer that is no level, and words that nobody else may read.
setup_file() {
	bats_load_library bats-support
	cd "$BATS_FILE_TMPDIR" || return 1
	local checkout
	checkout=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	sed -e 's/,Riverside community team,/,"Riverside, the ""old"" team",/' \
		-e 's/,\(Oakfield\|Hillcrest\) recovery team,/,Recovery team,/' \
		-e '/^F0018,.*,STD8,/s/,STD8,[^,]*,/,STD8,9,/' \
		-e 's/Invented minutes of/Wombat minutes of/; s/Invented step:/Wombat step:/' \
		"$checkout/samples/self-assessment.csv" >answers.csv
	"$checkout/pipelines/self-assessment" --in answers.csv --out whole --highlight ORG01 >said 2>messages
}

setup_filter() {
	WHOLE=$BATS_FILE_TMPDIR/whole
	ANSWERS=$BATS_FILE_TMPDIR/answers.csv
	SAMPLE=$ROOT/samples/self-assessment.csv
}

# A chart's words, however its lines are broken.
words_of() { # SVG
	sed 's/<[^>]*>//g' "$1" | tr -s ' \t\n' ' '
}

# Quoted fields as Q, so that the others can be told by their number.
plain() { # FILE
	sed -E 's/"([^"]|"")*"/Q/g' "$1"
}

# --- the command -------------------------------------------------------------

@test "self-assessment: help" {
	run assessment --help
	assert_success
	assert_output --partial "usage: self-assessment"
	local option
	for option in in out round before config key highlight max-rejects dry-run; do
		assert_output --partial "--$option"
	done
}

@test "self-assessment: an unknown option, a missing one and a bad value are exit 2" {
	run assessment --no-such-option
	assert_failure 2
	assert_output --partial "--no-such-option"
	run assessment --out out
	assert_failure 2
	run assessment --in "$SAMPLE"
	assert_failure 2
	run assessment --in "$SAMPLE" --out
	assert_failure 2
	run assessment --in "$SAMPLE" --out out --before 2024/25
	assert_failure 2
	assert_output --partial "--before needs --round"
	run assessment --in "$SAMPLE" --out out --before 2024/25 --round 2024/25
	assert_failure 2
	run assessment --in "$SAMPLE" --out out --max-rejects few
	assert_failure 2
	run assessment --in nowhere.csv --out out
	assert_failure 2
	run assessment --in "$SAMPLE" --out out --config nowhere
	assert_failure 2
	assert [ ! -e out ]
}

@test "self-assessment: a dry run prints commands, and those that need no name can be run" {
	run assessment --in "$SAMPLE" --out "my out" --round 2025/26 --before 2024/25 --dry-run
	assert_success
	assert [ ! -e "my out" ]
	assert_output --partial "'./my out/private/forms.csv'"
	# all but the charts of single measures, and the page that has them
	printf '%s\n' "$output" | grep -v 'MEASURE\|^[^ ]*/report ' >commands
	run -0 bash -euo pipefail commands
	diff "$WHOLE/public/tables/by-organisation.csv" "my out/public/tables/by-organisation.csv"
	cmp "$WHOLE/private/gaps.csv" "my out/private/gaps.csv"
	assert [ -s "my out/public/charts/gaps.png" ]
	assert_equal "$(stat -c %a "my out/private")" 700
}

@test "self-assessment: a link, another working folder, names with blanks, dashes and equals signs" {
	charts_as_text
	mkdir "a folder"
	cd "a folder"
	ln -s "$ROOT/pipelines/self-assessment" "my job"
	cp "$ANSWERS" ./-answers.csv
	cp -r "$SCHEMAS/self-assessment" round=config
	run "./my job" --in=-answers.csv --out "-o ut" --config round=config
	assert_success
	diff -r "$WHOLE/public/tables" "./-o ut/public/tables"
	run "./my job" --in=-answers.csv --out x=y --config round=config
	assert_success
	diff -r "$WHOLE/public/tables" x=y/public/tables
	run find . -maxdepth 1 -name '*.new.*' -o -maxdepth 1 -name '*.old.*'
	assert_output ""
}

# --- what the folder holds ---------------------------------------------------

@test "self-assessment: says what it did" {
	run cat "$BATS_FILE_TMPDIR/said"
	assert_line "answers: 882 in, 1 rejected, 18 forms; the counts of all steps agree"
	assert_line "rounds:  2025/26, compared with 2024/25"
	assert_line "charts:  whole/public/charts (12 as SVG and PNG)"
	assert_line "plan:    whole/public/tables/plan.csv"
	run cat "$BATS_FILE_TMPDIR/messages"
	assert_output ""
}

@test "self-assessment: every run is in the counts, and they agree" {
	run awk -F, 'NR > 1 && $2 != $3 + $4 + $5 + $6' "$WHOLE/private/counts.csv"
	assert_output ""
	run sed -n 's/^validate,//p' "$WHOLE/private/counts.csv"
	assert_output "882,881,1,0,0"
	run sed -n 's/^forms of the round,//p' "$WHOLE/private/counts.csv"
	assert_output "18,9,0,0,9"
	run sed -n 's/^score change-of-teams.csv,//p' "$WHOLE/private/counts.csv"
	assert_output "587,587,0,0,0"
	# one line for each run record, under the same name
	local record step
	for record in "$WHOLE"/private/runs/*.json; do
		step=$(basename "$record" .json)
		step=${step#*-}
		step=${step/#score-/score }
		step=${step/#benchmark-/benchmark }
		grep -q "^${step/#plot-/plot }," "$WHOLE/private/counts.csv" || fail "no line of $step"
	done
	run cut -d, -f1 "$WHOLE/private/counts.csv"
	assert_equal "$(sort <<<"$output" | uniq -d)" ""
}

@test "self-assessment: private is 0700 and for nobody else; public is for all and without a word of the forms" {
	assert_equal "$(stat -c %a "$WHOLE/private")" 700
	run find "$WHOLE/private" -type f -perm /077
	assert_output ""
	run find "$WHOLE/public" ! -perm -044
	assert_output ""
	run grep -rliE 'wombat|practitioner' "$WHOLE/public"
	assert_output ""
	run grep -cE 'Wombat step: .*,20[0-9]{2}-[0-9]{2}-[0-9]{2}$' "$WHOLE/private/plan.csv"
	assert [ "$output" -gt 0 ]
}

@test "self-assessment: charts are whole SVG and PNG, and say their round" {
	local chart
	for chart in "$WHOLE"/public/charts/*.svg; do
		tail -c 8 "$chart" | grep -q '</svg>' || fail "$chart is cut short"
		grep -q '2025/26' "$chart" || fail "$chart does not say its round"
		assert [ -s "${chart%.svg}.png" ]
	done
	assert [ -e "$WHOLE/public/charts/gaps.svg" ]
	# the scale that all measures share is said once
	run words_of "$WHOLE/public/charts/categories-by-organisation.svg"
	assert_output --regexp 'Means \(0 to 100\).* A Law, care and entitlement B Recovery and inclusion'
}

@test "self-assessment: teams of one name in two organisations are two teams" {
	run cut -d, -f1,2 "$WHOLE/public/tables/by-team.csv"
	assert_line "Recovery team (ORG01),2025/26"
	assert_line "Recovery team (ORG03),2025/26"
	run grep -c '^"Riverside, the ""old"" team",2025/26,' "$WHOLE/public/tables/by-team.csv"
	assert_output 9
}

@test "self-assessment: no file of the folder names the one it was made in" {
	run grep -rl 'whole\.new' "$WHOLE"
	assert_failure 1
	run find "$BATS_FILE_TMPDIR" -maxdepth 1 -name 'whole.*'
	assert_output ""
}

# --- the figures, against awk --------------------------------------------------

@test "self-assessment: the plan has every gap of the round, ranked" {
	awk -F, '$5 == "2025/26" && $9 != 5 && $9 != "[z]" {
		print $1, $8, $9 == "" ? "not answered" : "gap", $9 == "" ? "" : 5 - $9
	}' "$SAMPLE" | sort >expected
	plain "$WHOLE/public/tables/plan.csv" | awk -F, 'NR > 1 { print $1, $7, $10, $13 }' | sort >found
	diff expected found
	# 1 and how many gaps of the form are larger
	run awk -F, '
		NR == FNR { if (FNR > 1 && $10 == "gap") larger[$1, $15]++; next }
		FNR > 1 && $10 == "gap" {
			rank = 1
			for (p = 1; p <= 4; p++)
				rank += p > $15 ? larger[$1, p] : 0
			if ($6 != rank || $15 != $13 * $14)
				print $1, $7, $6, rank
		}' <(plain "$WHOLE/public/tables/plan.csv") <(plain "$WHOLE/public/tables/plan.csv")
	assert_output ""
}

@test "self-assessment: the private plan is the public one and what the forms say" {
	cut -d, -f1-7 <(plain "$WHOLE/public/tables/plan.csv") >public
	cut -d, -f1-7 <(plain "$WHOLE/private/plan.csv") >private
	diff public private
	run head -n 1 "$WHOLE/private/plan.csv"
	assert_output "$(head -n 1 "$WHOLE/public/tables/plan.csv"),evidence,action,action_due"
}

@test "self-assessment: gaps are the mean distances of all forms, and the largest are drawn" {
	awk -F, '$5 == "2025/26" && $9 ~ /^[1-5]$/ { n[$8]++; sum[$8] += 5 - $9 }
		END { for (item in n) printf "%d %.2f\n", n[item], int(sum[item] / n[item] * 100 + .5) / 100 }' \
		"$SAMPLE" | sort >expected
	plain "$WHOLE/public/tables/gaps.csv" | awk -F, 'NR > 1 { print $7, $8 }' | sort >found
	diff expected found
	cut -d' ' -f2 expected | sort -gr | head -n 15 >largest
	plain "$WHOLE/private/gaps.csv" | awk -F, 'NR > 1 { print $8 }' | diff largest -
}

@test "self-assessment: the change of the organisations is that of their answers" {
	# 100 (rating - 1) / 4, the mean of each form, the mean of the forms of each round
	awk -F, '$3 == "organisation" && $8 ~ /^CON/ && $9 != "" && $9 != "[z]" {
			n[$5, $2]++
			sum[$5, $2] += 25 * ($9 - 1)
		}
		END {
			for (key in n) {
				split(key, part, SUBSEP)
				change += (part[1] == "2025/26" ? 1 : -1) * sum[key] / n[key] / 3
			}
			printf "%.6f\n", change
		}' "$SAMPLE" >expected
	awk -F, '$1 == "conditions" && $2 == "mean_change" { printf "%.6f\n", $3 }' \
		"$WHOLE/public/tables/change-of-organisations.csv" | diff expected -
	run grep -c 'conditions,pairs,3' "$WHOLE/public/tables/change-of-organisations.csv"
	assert_output 1
	# teams of one name are told apart by their organisation
	run grep -c 'conditions,pairs,6' "$WHOLE/public/tables/change-of-teams.csv"
	assert_output 1
	assert [ -s "$WHOLE/public/tables/change-of-teams.txt" ]
	run cat "$WHOLE/public/tables/reliability.txt"
	# one round, since the forms of two are of the same teams
	assert_line "Records: 9"
	assert_output --partial "Cronbach's alpha"
}

@test "self-assessment: the same answers give the same bytes" {
	run assessment --in "$ANSWERS" --out out --highlight ORG01
	assert_success
	diff -r "$WHOLE/public" out/public
	diff "$WHOLE/private/answers.csv" out/private/answers.csv
	diff "$WHOLE/private/counts.csv" out/private/counts.csv
}

# --- rounds ------------------------------------------------------------------

@test "self-assessment: the round before is the one of the same kind, and others can be asked for" {
	charts_as_text
	# three years, the middle one in quarters for the teams
	awk -F, -v OFS=, 'NR > 1 && $5 == "2024/25" { $5 = $3 == "team" ? "2024/25-Q2" : "2023/24" } 1' \
		"$SAMPLE" >rounds.csv
	run assessment --in rounds.csv --out out
	assert_success
	assert_line "rounds:  2025/26, compared with 2023/24"
	run assessment --in rounds.csv --out out --round 2025/26 --before 2024/25-Q2
	assert_success
	assert_line "rounds:  2025/26, compared with 2024/25-Q2"
	run grep -c 'overall,pairs,6' out/public/tables/change-of-teams.csv
	assert_output 1
	run assessment --in rounds.csv --out out --round 2023/24
	assert_success
	assert_line "rounds:  2023/24"
	assert [ ! -e out/public/tables/change-of-teams.csv ]
	# no team has a form of that round
	assert_equal "$(wc -l <out/public/tables/by-team.csv)" 1
}

@test "self-assessment: quarters are rounds too" {
	charts_as_text
	sed 's#,2024/25,#,2025/26-Q1,#; s#,2025/26,#,2025/26-Q2,#' "$SAMPLE" >quarters.csv
	run assessment --in quarters.csv --out out
	assert_success
	assert_line "rounds:  2025/26-Q2, compared with 2025/26-Q1"
	run cut -d, -f2 out/public/tables/by-organisation.csv
	assert_line 2025/26-Q2
	refute_line 2025/26-Q1
}

@test "self-assessment: a round that is not there is exit 2, and says which are" {
	local name
	for name in 2026/27 2025 '2025/26 ' '.*' '*'; do
		run assessment --in "$SAMPLE" --out out --round "$name"
		assert_failure 2
		assert_output "self-assessment: there is no form of round $name; there are: 2024/25 2025/26"
	done
	run assessment --in "$SAMPLE" --out out --round 2025/26 --before 2020/21
	assert_failure 2
	assert_output --partial "no form of round 2020/21"
	assert [ ! -e out ]
}

# --- less than everything ------------------------------------------------------

@test "self-assessment: an input without records gives a folder without charts" {
	: >empty.csv
	head -n 1 "$SAMPLE" >header.csv
	local input
	for input in empty header; do
		run assessment --in $input.csv --out $input
		assert_success
		assert_line "answers: 0 in, 0 rejected, 0 forms; the counts of all steps agree"
		assert_line "rounds:  none"
	done
	run assessment --in header.csv --out out --round 2025/26
	assert_failure 2
	assert_output --partial "no form of round 2025/26; there are: none"
}

@test "self-assessment: one round has no change, and one organisation is a table too" {
	charts_as_text
	awk -F, 'NR == 1 || $1 == "F0001"' "$SAMPLE" >single.csv
	run assessment --in single.csv --out out
	assert_success
	assert_line "rounds:  2025/26"
	run find out/public/tables -name 'change*'
	assert_output ""
	assert [ -s out/public/charts/gaps.svg ]
	assert [ ! -e out/public/charts/categories-by-team.svg ]
	assert_equal "$(wc -l <out/public/tables/by-organisation.csv)" 10
}

@test "self-assessment: forms of teams alone, or of organisations alone" {
	charts_as_text
	awk -F, 'NR == 1 || $3 == "team"' "$SAMPLE" >teams.csv
	awk -F, 'NR == 1 || $3 == "organisation"' "$SAMPLE" >organisations.csv
	run assessment --in teams.csv --out teams
	assert_success
	run ls teams/public/charts
	assert_output $'categories-by-team.csv\ncategories-by-team.png\ncategories-by-team.svg\ngaps.csv\ngaps.png\ngaps.svg'
	run assessment --in organisations.csv --out organisations
	assert_success
	assert [ ! -e organisations/public/charts/categories-by-team.svg ]
	assert [ -e organisations/public/charts/categories-by-organisation.svg ]
}

@test "self-assessment: organisations without a form in one of the rounds are left out of the change" {
	charts_as_text
	awk -F, '!($2 == "ORG02" && $5 == "2024/25") && !($2 == "ORG03" && $5 == "2025/26")' \
		"$SAMPLE" >missing.csv
	run assessment --in missing.csv --out out
	assert_success
	run grep '^overall,\(pairs\|only_in\)' out/public/tables/change-of-organisations.csv
	assert_output $'overall,pairs,1\noverall,only_in_first,1\noverall,only_in_second,1'
	run cut -d, -f1 out/public/tables/by-organisation.csv
	refute_line ORG03
	# no organisation at all in the later round
	awk -F, 'NR == 1 || ($3 == "team") == ($5 == "2025/26")' "$SAMPLE" >crossed.csv
	run assessment --in crossed.csv --out out
	assert_success
	run grep '^overall,pairs' out/public/tables/change-of-organisations.csv
	assert_output "overall,pairs,0"
}

@test "self-assessment: statements that nobody answers are no gap" {
	charts_as_text
	awk -F, -v OFS=, 'NR > 1 { $9 = $8 ~ /^E/ ? "[z]" : ""; $10 = $11 = $12 = "" } 1' "$SAMPLE" >blank.csv
	run assessment --in blank.csv --out out
	assert_success
	assert [ ! -e out/public/charts/gaps.svg ]
	run grep -c ',gap,' out/public/tables/plan.csv
	assert_output 0
}

# --- configurations of one's own -------------------------------------------------

@test "self-assessment: a configuration of one's own without labels" {
	cp -r "$SCHEMAS/self-assessment" own
	sed -i 's/"label": "[^"]*", "allowed"/"allowed"/' own/scales.json
	sed -i '/"label"/d' own/measures.json
	run assessment --in "$SAMPLE" --out out --config own
	assert_success
	run grep -c '^STD8,2025/26,priority,mean,' out/public/tables/gaps.csv
	assert_output 1
	run grep -c 'role_A: ' out/public/charts/categories-by-organisation.svg
	assert_output 0
}

@test "self-assessment: pseudonyms of one's own policy take the key, which stays" {
	charts_as_text
	cp -r "$SCHEMAS/self-assessment" own
	sed -i 's/"team": { "action": "keep" }/"team": { "action": "pseudonymise", "entity": "team" }/' own/privacy.json
	run assessment --in "$SAMPLE" --out out --config own
	assert_failure 2
	assert_output --partial "key"
	anonymise --make-key project.key
	run assessment --in "$SAMPLE" --out out --config own --key project.key
	assert_success
	run grep -rl 'Meadow Lane' out
	assert_output ""
	# a key that somebody keeps in the folder is not lost with it
	mv project.key out/private
	cp out/public/tables/by-team.csv first.csv
	run assessment --in "$SAMPLE" --out out --config own
	assert_success
	cmp first.csv out/public/tables/by-team.csv
	assert_equal "$(stat -c %a out/private/project.key)" 600
}

@test "self-assessment: answers that the instrument refuses fail the job, and it says so" {
	cp -r "$SCHEMAS/self-assessment" own
	sed -i 's/\[1, 2, 3, 4, 5\]/[1, 2, 3, 4]/; s/"target": 5/"target": 4/' own/scales.json
	run assessment --in "$SAMPLE" --out out --config own
	assert_failure 2
	assert_line --partial "score failed (exit 1): the data does not fit the configuration"
	assert_output --partial "answers.csv:40"
	refute_output --partial "out.new"
	assert [ ! -e out ]
}

@test "self-assessment: an organisation that is not there cannot stand out" {
	run assessment --in "$SAMPLE" --out out --highlight ORG99
	assert_failure 2
	assert_output --partial "no unit 'ORG99'"
	assert [ ! -e out ]
}

# --- what goes wrong -----------------------------------------------------------

@test "self-assessment: too many rejects fail, and the old folder stays" {
	mkdir -p out/private out/public
	echo old >out/public/mark
	run assessment --in "$ANSWERS" --out out --max-rejects 0
	assert_failure 2
	assert_output --partial "1 of 882 records are rejected, and --max-rejects is 0"
	assert_output --partial "table.json --rejects rejects.csv $ANSWERS > good.csv"
	assert_equal "$(cat out/public/mark)" old
	run find . -maxdepth 1 -name 'out.*'
	assert_output ""
}

@test "self-assessment: a folder with anything of somebody else's is left alone" {
	mkdir -p out/private
	echo mine >out/letters
	run assessment --in "$SAMPLE" --out out
	assert_failure 2
	assert_output --partial "not made by this job"
	mv out/letters out/.letters
	run assessment --in "$SAMPLE" --out out
	assert_failure 2
	assert_equal "$(cat out/.letters)" mine
}

@test "self-assessment: whichever filter fails or loses a record fails the job" {
	charts_as_text
	local name real
	for name in validate anonymise score benchmark plot report; do
		mv "filters/$name" kept
		printf '#!/bin/sh\nhead -n 3\nexit 2\n' >"filters/$name"
		chmod +x "filters/$name"
		run assessment --in "$SAMPLE" --out out
		assert_failure 2
		assert_output --partial "$name failed (exit 2)"
		rm "filters/$name"
		mv kept "filters/$name"
		assert [ ! -e out ]
	done
	# a program that loses a record on its way and says nothing
	rm filters/anonymise
	real=$(readlink -f filters/validate)
	rm filters/validate
	printf '#!/bin/sh\n"%s" "$@" | sed 5d\n' "$real" >filters/validate
	ln -s "${real%/*}/anonymise" filters/anonymise
	chmod +x filters/validate
	run assessment --in "$SAMPLE" --out out
	assert_failure 2
	assert_output --partial "passed on 882 records, but 2-anonymise saw 881"
}

@test "self-assessment: a program whose reader went away is named only where no other failed" {
	charts_as_text
	rm filters/anonymise
	printf '#!/bin/sh\nexit 0\n' >filters/anonymise
	chmod +x filters/anonymise
	# more than a pipe holds
	{ cat "$SAMPLE"; for _ in $(seq 40); do tail -n +2 "$SAMPLE"; done; } >long.csv
	run assessment --in long.csv --out out --max-rejects 100%
	assert_failure 2
	assert_output --partial "self-assessment: "
	assert [ ! -e out ]
}

@test "self-assessment: an array of any name can stand in the pipe" {
	run bash -euo pipefail -c '
		job=test bin=. dry=0 staging=$PWD key=
		mkdir private
		. "$0/pipelines/common.bash"
		name=(echo one) status=(sed s/one/two/) words=(sed s/two/three/) stage=(sed s/three/four/)
		pipe=(cat)
		run_pipe name status words stage pipe pipe' "$ROOT"
	assert_success
	assert_output four
	run bash -euo pipefail -c '
		job=test bin=. dry=0 staging=$PWD key=
		. "$0/pipelines/common.bash"
		at=(true) command=(sh -c "exit 3") broken=(cat)
		run_pipe at command broken' "$ROOT"
	assert_failure 2
	assert_output --partial "sh failed (exit 3)"
}

@test "self-assessment: ended in the middle, it leaves nothing behind and the old folder as it was" {
	charts_as_text
	local signal status
	mkdir -p out/private out/public
	echo old >out/public/mark
	# a filter that says when it is at work, and waits
	rm filters/benchmark
	printf '#!/bin/sh\n: >at-work\nexec sleep 60\n' >filters/benchmark
	chmod +x filters/benchmark
	for signal in INT TERM HUP; do
		rm -f at-work
		# a job in the background is deaf to INT unless it has a group of its own
		set -m
		"$ROOT/pipelines/self-assessment" --in "$SAMPLE" --out out 3>&- &
		set +m
		while [ ! -e at-work ] && kill -0 "$!" 2>/dev/null; do sleep 0.02; done
		kill -s "$signal" -- "-$!"
		status=0
		wait "$!" || status=$?
		assert [ "$status" = 130 -o "$status" = 143 ]
		run ls -A
		assert_output $'at-work\nfilters\nout'
		assert_equal "$(cat out/public/mark)" old
	done
}

@test "self-assessment: a full disk is exit 2, and the old folder stays" {
	unshare -rm mount -t tmpfs -o size=256k none "$PWD" 2>/dev/null || skip "no file system can be mounted here"
	local size
	mkdir full
	for size in 80 200 400; do
		# shellcheck disable=SC2016 # for the shell inside
		run unshare -rm bash -c 'mount -t tmpfs -o "size=$1k" none full && cd full || exit 9
			mkdir -p out/private out/public && echo old >out/public/mark
			"$2/pipelines/self-assessment" --in "$3" --out out
			status=$?
			[ "$(cat out/public/mark)" = old ] && [ "$(ls -A)" = out ] || exit 8
			exit "$status"' - "$size" "$ROOT" "$SAMPLE"
		assert_failure 2
		assert_output --regexp "is the disk full|No space left on device"
	done
}
