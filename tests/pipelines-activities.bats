# pipelines: activities, from a log of work to the share of each role and function.
bats_require_minimum_version 1.5.0
load helper

activities() {
	"$ROOT/pipelines/activities" "$@"
}

# One whole run for the tests that look at its folder.  The texts say nothing that a rule
# could find, so that what people and codes say decides and awk can count again; they hold
# words that nobody else may read.  Names hold commas and quotes, and one is that of two teams.
setup_file() {
	bats_load_library bats-support
	cd "$BATS_FILE_TMPDIR" || return 1
	local checkout
	checkout=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	awk -F, -v OFS=, '
		NR == 1 { print; next }
		{
			gsub(/Riverside community team/, "Harbour crisis team", $4)
			gsub(/Kingfisher older people.s team/, "Harbour crisis team", $4)
			$11 = "Wombat " NR
			if (NR == 7)
				$8 = "long"
			print
		}' "$checkout/samples/activities.csv" >plain.csv
	sed 's/,Northgate older people.s team,/,"Northgate, the ""old"" team",/' plain.csv >log.csv
	"${MHSW_BIN:-$checkout/bin}/anonymise" --make-key project.key
	"$checkout/pipelines/activities" --in log.csv --out whole --all --key project.key \
		--highlight ORG01 >said 2>messages
}

setup_filter() {
	WHOLE=$BATS_FILE_TMPDIR/whole
	LOG=$BATS_FILE_TMPDIR/log.csv
	PLAIN=$BATS_FILE_TMPDIR/plain.csv
	KEY=$BATS_FILE_TMPDIR/project.key
	SAMPLE=$ROOT/samples/activities.csv
}

# Quoted fields as Q, so that the others can be told by their number.
plain() { # FILE
	sed -E 's/"([^"]|"")*"/Q/g' "$1"
}

# The log with what decides on a record behind it, as awk sees it: a function, a category,
# "several" or nothing, and what that rests on.  The record with a fault is out.
decided() {
	awk -F, -v OFS=, '
		FNR == NR { if (FNR > 1) functions[$1] = functions[$1] " " $2; next }
		FNR == 1 || $8 == "long" { next }
		{
			by = "text"
			what = ""
			if ($13 != "") {
				by = "people"
				what = $14 == "" ? $13 : $14
			} else if ($12 in functions) {
				by = "code"
				what = functions[$12]
				gsub(/^ +| +$/, "", what)
				if (what ~ / /)
					what = substr(what, 1, 1) == substr(what, index(what, " ") + 1, 1) ? \
						substr(what, 1, 1) : "several"
			}
			print $0, what, by
		}' "$SCHEMAS/activities/codes.csv" "$PLAIN"
}

# --- the command -------------------------------------------------------------

@test "activities: help" {
	run activities --help
	assert_success
	assert_output --partial "usage: activities"
	local option
	for option in in out all as-of config key highlight max-rejects dry-run; do
		assert_output --partial "--$option"
	done
}

@test "activities: an unknown option, a missing one and a bad value are exit 2" {
	local words
	while read -r words; do
		# shellcheck disable=SC2086 # words
		run activities $words
		assert_failure 2
	done <<-END
		--no-such-option
		--out out --all
		--in $SAMPLE --all
		--in $SAMPLE --out out
		--in $SAMPLE --out out --all --as-of 2026-03
		--in $SAMPLE --out out --as-of March
		--in $SAMPLE --out out --all --max-rejects few
		--in $SAMPLE --out out --all --config nowhere
		--in nowhere.csv --out out --all
		--in $SAMPLE --out out --all --key
	END
	assert [ ! -e out ]
}

@test "activities: a dry run prints commands that can be run" {
	# a shell that ends at the first fault ends at a rejected record
	sed 7d "$LOG" >good.csv
	run activities --in good.csv --out "my out" --all --key "$KEY" --dry-run
	assert_success
	assert [ ! -e "my out" ]
	printf '%s\n' "$output" >commands
	run -0 bash -euo pipefail commands
	diff -r "$WHOLE/public/tables" "my out/public/tables"
	cmp "$WHOLE/private/functions-by-organisation.csv" "my out/private/functions-by-organisation.csv"
	assert [ -s "my out/public/charts/functions-by-organisation.png" ]
	assert_equal "$(stat -c %a "my out/private")" 700
}

@test "activities: a link, another working folder, names with blanks, dashes and equals signs" {
	charts_as_text
	mkdir "a folder"
	cd "a folder"
	ln -s "$ROOT/pipelines/activities" "my job"
	cp "$LOG" ./-log.csv
	cp -r "$SCHEMAS/activities" set=up
	cp -r "$SCHEMAS/roles" roles
	run "./my job" --in=-log.csv --out "-o ut" --all --config set=up --key "$KEY"
	assert_success
	diff -r "$WHOLE/public/tables" "./-o ut/public/tables"
	run find . -maxdepth 1 -name '*.new.*' -o -maxdepth 1 -name '*.old.*'
	assert_output ""
}

# --- what the folder holds ---------------------------------------------------

@test "activities: says what it did" {
	run cat "$BATS_FILE_TMPDIR/said"
	assert_line "records: 600 in, 1 rejected, 599 activities; the counts of all steps agree"
	assert_line "charts:  whole/public/charts (8 as SVG and PNG)"
	run cat "$BATS_FILE_TMPDIR/messages"
	assert_output ""
}

@test "activities: every run is in the counts, and they agree" {
	run awk -F, 'NR > 1 && $2 != $3 + $4 + $5 + $6' "$WHOLE/private/counts.csv"
	assert_output ""
	run sed -n 's/^map-time,//p' "$WHOLE/private/counts.csv"
	assert_output "599,599,0,0,0"
	local record step
	for record in "$WHOLE"/private/runs/*.json; do
		step=$(basename "$record" .json)
		step=${step#*-}
		step=${step/#benchmark-/benchmark }
		grep -q "^${step/#plot-/plot }," "$WHOLE/private/counts.csv" || fail "no line of $step"
	done
	run cut -d, -f1 "$WHOLE/private/counts.csv"
	assert_equal "$(sort <<<"$output" | uniq -d)" ""
}

@test "activities: private is 0700 and for nobody else; public is for all and without a person" {
	assert_equal "$(stat -c %a "$WHOLE/private")" 700
	run find "$WHOLE/private" -type f -perm /077
	assert_output ""
	run find "$WHOLE/public" ! -perm -044
	assert_output ""
	# words of the log, practitioners, their tokens, records, days
	plain "$WHOLE/private/log.csv" | awk -F, 'NR > 1 { print $1; print $5 }' | sort -u >tokens
	assert [ "$(wc -l <tokens)" -gt 600 ]
	run grep -rliF -f tokens "$WHOLE/public"
	assert_output ""
	run grep -rlE 'Wombat|\bK[0-9]{3}\b|20[0-9]{2}-[0-9]{2}-[0-9]{2}' "$WHOLE/public/tables"
	assert_output ""
	run grep -rl 'Wombat' "$WHOLE/public"
	assert_output ""
}

@test "activities: no file of the folder names the one it was made in" {
	run grep -rl 'whole\.new' "$WHOLE"
	assert_failure 1
	run find "$BATS_FILE_TMPDIR" -maxdepth 1 -name 'whole.*'
	assert_output ""
}

@test "activities: charts are whole SVG and PNG" {
	local chart
	for chart in "$WHOLE"/public/charts/*.svg; do
		tail -c 8 "$chart" | grep -q '</svg>' || fail "$chart is cut short"
		assert [ -s "${chart%.svg}.png" ]
	done
	run bash -c "sed 's/<[^>]*>//g' '$WHOLE/public/charts/time-of-roles-by-team.svg' | tr -s ' \t\n' ' '"
	assert_output --partial "A Law, care and entitlement B Recovery and inclusion"
}

# --- the figures, against awk --------------------------------------------------

@test "activities: records and minutes of each function are those of the log" {
	decided | awk -F, '$16 ~ /[.]/ { n[$3 "," $16]++; minutes[$3 "," $16] += $8 }
		END { for (key in n) print key "," n[key] "," minutes[key] }' | sort >expected
	assert [ "$(wc -l <expected)" -gt 40 ]
	plain "$WHOLE/private/functions-by-organisation.csv" |
		awk -F, 'NR > 1 && $4 > 0 { print $1 "," $2 "," $4 "," $5 }' | sort | diff expected -
	# all 30 of each organisation, the ones never done too
	assert_equal "$(cut -d, -f1 "$WHOLE/private/functions-by-organisation.csv" | sort | uniq -c | grep -c ' 30 ')" 3
}

@test "activities: functions that are hardly ever done are listed, and no others" {
	decided | awk -F, '
		{ organisations[$3] = 1 }
		$16 ~ /[.]/ { n[$3 "," $16]++ }
		END {
			while ((getline line < roles) > 0) {
				split(line, part, ",")
				for (one in organisations)
					if (part[1] ~ /[.]/ && n[one "," part[1]] < 5)
						print one "," part[1]
			}
		}' roles="$SCHEMAS/roles/roles.csv" | sort >expected
	plain "$WHOLE/public/tables/never.csv" | awk -F, 'NR > 1 { print $1 "," $2 }' | sort | diff expected -
	run awk -F, 'NR > 1 && $NF != "under 5"' "$WHOLE/public/tables/never.csv"
	assert_output ""
}

# Figures of awk, NAME EXACT NUMERATOR, against a column of a table under the rule: whole
# percentages, held back where the numerator is under 5.
agree_with() { # TABLE UNIT-COLUMN
	awk -F, '
		FNR == NR { exact[$1 "," $2] = $3; few[$1 "," $2] = $4; next }
		FNR == 1 { next }
		($1 "," $3) in exact {
			key = $1 "," $3
			seen++
			hidden = few[key] < 5
			if (hidden != ($8 == "*") || (!hidden && ($8 - exact[key] > .5001 || exact[key] - $8 > .5001)))
				print key, exact[key], few[key], $8
		}
		END { print seen + 0 }' expected "$1"
}

@test "activities: shares of records and of time are those of the log" {
	decided | awk -F, -v OFS=, '
		function add(what) { n[$3, what]++; time[$3, what] += $8; some[$3, what] += $8 > 0 }
		{
			all[$3]++
			minutes[$3] += $8
			if ($16 ~ /^[A-E]/) {
				add(substr($16, 1, 1))
				add("in_role")
			} else
				add($16 == "several" ? "unclear" : "outside")
		}
		END {
			for (key in n) {
				split(key, part, SUBSEP)
				name = part[2] ~ /^[A-E]$/ ? "role_" part[2] : part[2]
				print part[1], name, 100 * n[key] / all[part[1]], n[key]
				print part[1], "time_" part[2], 100 * time[key] / minutes[part[1]], some[key]
			}
		}' >expected
	run agree_with "$WHOLE/public/tables/by-organisation.csv"
	assert_output "$(wc -l <expected)"
}

@test "activities: shares of functions are those of the records and of the time in role" {
	decided | awk -F, -v OFS=, '
		$16 !~ /^[A-E]/ { next }
		{
			all[$3]++
			minutes[$3] += $8
			n[$3, $16]++
			time[$3, $16] += $8
			some[$3, $16] += $8 > 0
		}
		END {
			for (key in n) {
				split(key, part, SUBSEP)
				if (part[2] !~ /[.]/)
					continue
				print part[1], part[2], 100 * n[key] / all[part[1]], n[key]
				print part[1], "time_" part[2], 100 * time[key] / minutes[part[1]], some[key]
			}
		}' >expected
	run agree_with "$WHOLE/public/tables/functions-by-organisation.csv"
	assert_output "$(wc -l <expected)"
}

@test "activities: teams of one name are told apart, and those of few practitioners are left out" {
	# people of each team, and which teams are too small; one alone takes the next with it
	awk -F, 'NR > 1 && $8 != "long" && !seen[$3, $4, $5]++ { people[$3 "," $4]++ }
		END { for (team in people) print people[team] "," team }' "$PLAIN" | sort -t, -k2,2 -k1,1n |
		awk -F, '
			$1 < 5 { few[$2]++ }
			{ order[$2, ++n[$2]] = $3 " (" $2 ")"; small[$2, n[$2]] = $1 < 5 }
			END {
				for (one in n)
					for (i = 1; i <= n[one]; i++)
						if (small[one, i] || (few[one] == 1 && i == 2))
							print order[one, i]
			}' | sed -E '/Harbour/!s/ [(].*//; s/Northgate.*/Northgate, the "old" team/' | sort >expected
	sort "$WHOLE/private/teams.left-out.txt" | diff expected -
	assert [ -s expected ]
	run cut -d, -f1 "$WHOLE/public/tables/by-team.csv"
	assert_line --regexp '^Harbour crisis team \(ORG0[123]\)$'
	while read -r name; do
		refute_line "$name"
	done <expected
}

@test "activities: no figure is of fewer than five practitioners" {
	# KEYS: what the table's first columns say of a record
	few() { # TABLE COLUMNS-OF-THE-LOG
		awk -F, -v columns="$2" '
			function key_of(   i, n, at, text) {
				n = split(columns, at, " ")
				for (i = 1; i <= n; i++)
					text = text "," (at[i] == 7 ? substr($7, 1, 7) : $at[i])
				return text
			}
			FNR == NR { if (FNR > 1 && $8 != "long" && !seen[key_of(), $5]++) people[key_of()]++; next }
			FNR == 1 { next }
			{
				name = ""
				n = split(columns, at, " ")
				for (i = 1; i <= n; i++)
					name = name "," (at[i] == 3 && n == 2 && at[1] == 9 ? $3 : $i)
				sub(/ [(]ORG0[0-9][)]/, "", name)
				if (name !~ /Harbour|,Q/) {
					shown++
					if (people[name] < 5)
						print name, people[name]
				}
			}
			END { print (shown ? "shown" : "nothing to see") }' "$PLAIN" <(plain "$WHOLE/public/tables/$1.csv")
	}
	assert_equal "$(few by-team 4)" shown
	assert_equal "$(few functions-by-team 4)" shown
	assert_equal "$(few by-organisation 3)" shown
	assert_equal "$(few by-team-and-month "4 7")" shown
	assert_equal "$(few by-organisation-and-month "3 7")" shown
	assert_equal "$(few complexity-by-level "9 3")" shown
	assert_equal "$(few by-level 9)" shown
}

@test "activities: a unit alone of its whole that is too small takes the next smallest with it" {
	# shellcheck source=/dev/null
	. "$ROOT/pipelines/rows.bash"
	awk 'BEGIN {
		print "organisation,team,person_id"
		n = split("ORG01:big:9 ORG01:middle:7 ORG01:small:4 ORG02:one:3 ORG02:two:4 ORG02:three:6 ORG03:four:5 ORG04:five:2", all, " ")
		for (i = 1; i <= n; i++) {
			split(all[i], part, ":")
			for (j = 1; j <= part[3]; j++)
				print part[1] "," part[2] ",K" i j
		}
	}' >people.csv
	enough_people team organisation 5 left people.csv >out.csv
	assert_equal "$(tr '\n' ' ' <left)" "middle small one two five "
	assert_equal "$(tail -n +2 out.csv | cut -d, -f2 | sort -u | tr '\n' ' ')" "big four three "
	enough_people organisation '' 5 left people.csv >out.csv
	assert_equal "$(cat left)" ORG04
	enough_people organisation all 5 left people.csv >out.csv
	assert_equal "$(tr '\n' ' ' <left)" "ORG03 ORG04 "
	# of several columns and of a date's month; nobody is left out
	sed '1s/$/,date/; 2,$s/$/,2026-03-01/; 3s/03-01/04-30/' people.csv >days.csv
	enough_people team,date organisation,date 5 left days.csv >out.csv
	run cat left
	assert_line "big, 2026-04"
	assert_line "small, 2026-03"
	refute_line "big, 2026-03"
	rm left
	enough_people organisation all 2 left people.csv | diff people.csv -
	assert [ ! -e left ]
}

@test "activities: what people say comes first, then a code, then the text" {
	charts_as_text
	{
		head -n 1 "$SAMPLE"
		awk 'BEGIN {
			for (i = 1; i <= 60; i++) {
				line = sprintf("T%05d,activity,ORG01,Made-up Team,K%03d,,2026-03-02,10,experienced,1,", i, i % 6)
				# a person against a code, a code outside against a text, a code that no list has
				if (i <= 20) line = line "Care Act assessment,HOU,C,C.v,"
				else if (i <= 40) line = line "Care Act assessment,ADM,,,"
				else line = line "Care Act assessment,ZZZ,,,"
				print line
			}
		}'
	} >log.csv
	run activities --in log.csv --out out --all
	assert_success
	run awk -F, '$4 > 0 { print $2, $4, $5 }' <(plain out/private/functions-by-organisation.csv)
	assert_line "C.v 20 200"
	assert_line "A.i 20 200"
	refute_line --partial "B.i"
	run grep -E ',(outside|time_outside),' out/public/tables/by-organisation.csv
	assert_line --regexp '^ORG01,all,outside,proportion,60,20,60,33,'
	assert_line --regexp '^ORG01,all,time_outside,ratio,60,\[z\],[^,]*,33,'
	run cut -d, -f3,6,8 out/public/tables/basis-by-organisation.csv
	assert_line "basis=people,20,33"
	assert_line "basis=code,20,33"
	assert_line "basis=text,20,33"
	# a code that is in no list is a warning
	run grep -c 'E405' out/private/findings.txt
	assert [ "$output" -gt 0 ]
}

@test "activities: the same log and key give the same bytes" {
	run activities --in "$LOG" --out out --all --key "$KEY" --highlight ORG01
	assert_success
	diff -r "$WHOLE/public" out/public
	diff "$WHOLE/private/extract.csv" out/private/extract.csv
	diff "$WHOLE/private/counts.csv" out/private/counts.csv
}

@test "activities: the rules are held against what people coded, in private" {
	run sed -n 's/^Records read: \([0-9]*\), .*/\1/p' "$WHOLE/private/agreement.txt"
	assert_output "$(decided | awk -F, '$NF == "people"' | wc -l)"
	run grep -rl "people's codes" "$WHOLE/public"
	assert_output ""
}

# --- months, kinds, nothing ------------------------------------------------------

@test "activities: a month is that month, and the months before it over time" {
	charts_as_text
	run activities --in "$LOG" --out out --as-of 2026-02 --key "$KEY"
	assert_success
	assert_line "records: 600 in, 1 rejected, $(grep -c ',2026-02-' "$PLAIN") activities; the counts of all steps agree"
	run cut -d, -f2 out/public/tables/by-month.csv
	assert_line 2026-02
	refute_line 2026-03
	run awk -F, '{ n += $4 } END { print n }' <(tail -n +2 <(plain out/private/functions-by-organisation.csv))
	assert_output "$(decided | awk -F, '$7 ~ /^2026-02/ && $16 ~ /[.]/' | wc -l)"
	run activities --in "$LOG" --out none --as-of 2024-02
	assert_failure 2
	assert_output --partial "there are no activities in 2024-02"
	assert [ ! -e none ]
}

@test "activities: duties and tasks are no activities; no record at all is a folder without charts" {
	charts_as_text
	: >empty.csv
	head -n 1 "$SAMPLE" >header.csv
	local input
	for input in empty.csv header.csv "$ROOT/samples/jobs.csv"; do
		run activities --in "$input" --out out --all --key "$KEY"
		assert_success
		assert_line --partial " 0 activities; the counts of all steps agree"
		assert_line "charts:  out/public/charts (0 as SVG and PNG)"
	done
	run sed -n 's/^activities,//p' out/private/counts.csv
	assert_output "224,0,0,0,224"
}

@test "activities: of many teams the largest are drawn, and the own one" {
	charts_as_text
	awk 'BEGIN {
		print "record_id,kind,organisation,team,person_id,post,date,minutes,level,complexity,text,code,role,function,in_role"
		for (team = 1; team <= 45; team++)
			for (i = 1; i <= (team > 5 ? 10 : 5); i++)
				printf "T%05d,activity,ORG01,Made-up Team %02d,K%02d%d,,2026-03-02,10,,,Wombat,CAA,,,true\n", ++n, team, team, i
	}' >many.csv
	run activities --in many.csv --out out --all --key "$KEY" --highlight 'Made-up Team 03'
	assert_success
	assert_equal "$(cut -d, -f1 out/public/tables/by-team.csv | sort -u | wc -l)" 46
	run cat out/public/charts/judged-by-team.svg
	assert_output --partial "Made-up Team 03"
	assert_output --partial "Made-up Team 45"
	refute_output --partial "Made-up Team 04"
	assert_equal "$(find out/private -name shown)" ""
}

@test "activities: a team or an organisation can stand out, and a name that nobody has is exit 2" {
	charts_as_text
	run activities --in "$LOG" --out out --all --key "$KEY" --highlight "Harbour crisis team (ORG01)"
	assert_success
	for unit in ORG99 'ORG0.' "Harbour crisis team"; do
		run activities --in "$LOG" --out none --all --key "$KEY" --highlight "$unit"
		assert_failure 2
		assert_output --partial "no team or organisation '$unit' has figures"
		assert [ ! -e none ]
	done
}

# --- what goes wrong -----------------------------------------------------------

@test "activities: a key is made once and stays" {
	charts_as_text
	run activities --in "$LOG" --out out --all
	assert_success
	assert_output --partial "a new key stands in out/private/project.key"
	cp out/private/project.key first.key
	run activities --in "$LOG" --out out --all
	assert_success
	refute_output --partial "a new key"
	cmp first.key out/private/project.key
}

@test "activities: too many rejects fail, and the old folder stays" {
	mkdir -p out/private out/public
	echo old >out/public/mark
	run activities --in "$LOG" --out out --all --key "$KEY" --max-rejects 0
	assert_failure 2
	assert_output --partial "1 of 600 records are rejected, and --max-rejects is 0"
	assert_equal "$(cat out/public/mark)" old
	run find . -maxdepth 1 -name 'out.*'
	assert_output ""
}

@test "activities: a folder with anything of somebody else's is left alone" {
	mkdir -p out/private
	echo mine >out/letters
	run activities --in "$LOG" --out out --all
	assert_failure 2
	assert_output --partial "not made by this job"
	assert_equal "$(cat out/letters)" mine
}

@test "activities: whichever filter fails or loses a record fails the job" {
	charts_as_text
	local name real
	for name in validate anonymise map-to-role benchmark plot report; do
		mv "filters/$name" kept
		printf '#!/bin/sh\nhead -n 3\nexit 2\n' >"filters/$name"
		chmod +x "filters/$name"
		run activities --in "$LOG" --out out --all --key "$KEY"
		assert_failure 2
		assert_output --partial "$name failed (exit 2)"
		rm "filters/$name"
		mv kept "filters/$name"
		assert [ ! -e out ]
	done
	# a program that loses a record on its way and says nothing
	real=$(readlink -f filters/anonymise)
	rm filters/anonymise
	# shellcheck disable=SC2016 # for the shell inside
	printf '#!/bin/sh\nfor word; do [ "$last" != -o ] || out=$word; last=$word; done\n"%s" "$@" && sed -i 5d "$out"\n' \
		"$real" >filters/anonymise
	chmod +x filters/anonymise
	run activities --in "$LOG" --out out --all --key "$KEY"
	assert_failure 2
	assert_output --partial "passed on"
	assert [ ! -e out ]
}

@test "activities: a configuration that lacks a part is exit 2" {
	charts_as_text
	local part
	cp -r "$SCHEMAS/roles" roles
	for part in table.json privacy.json measures.json function-measures.json codes.csv; do
		rm -rf own
		cp -r "$SCHEMAS/activities" own
		rm "own/$part"
		run activities --in "$LOG" --out out --all --key "$KEY" --config own
		assert_failure 2
		assert [ ! -e out ]
	done
}
