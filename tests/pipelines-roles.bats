# pipelines: roles, from job descriptions to what posts cover, match and call for.
bats_require_minimum_version 1.5.0
load helper

roles() {
	"$ROOT/pipelines/roles" "$@"
}

# One whole run for the tests that look at its folder.  What people say decides, so that awk
# can count again: a task's number tells its function, every fifth is coded with nothing and
# says nothing, every seventh has a code of two categories.
setup_file() {
	bats_load_library bats-support
	cd "$BATS_FILE_TMPDIR" || return 1
	local checkout
	checkout=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	awk -F, -v OFS=, '
		NR == FNR { if ($1 ~ /[.]/) functions[++count] = $1; next }
		FNR == 1 { print; next }
		{
			$11 = "Wombat"
			code = functions[(FNR * FNR + 3 * FNR) % count + 1]
			if (FNR % 7 == 0)
				$12 = "MTG"
			else if (FNR % 5 > 0) {
				$13 = substr(code, 1, 1)
				$14 = code
			}
			if ($3 == "ORG02" && $6 == "Senior practitioner")
				$6 = "AMHP lead"
			print
		}' "$checkout/schemas/roles/roles.csv" "$checkout/samples/jobs.csv" >plain.csv
	sed 's/,Principal social worker,/,"Principal, ""chief"" social worker",/' plain.csv >jobs.csv
	"${MHSW_BIN:-$checkout/bin}/anonymise" --make-key project.key
	"$checkout/pipelines/roles" --in jobs.csv --training "$checkout/samples/training.csv" \
		--out whole --key project.key --highlight 'Social worker (ORG01)' >said 2>messages
}

setup_filter() {
	WHOLE=$BATS_FILE_TMPDIR/whole
	JOBS=$BATS_FILE_TMPDIR/jobs.csv
	PLAIN=$BATS_FILE_TMPDIR/plain.csv
	KEY=$BATS_FILE_TMPDIR/project.key
	SAMPLE=$ROOT/samples/jobs.csv
	TRAINING=$ROOT/samples/training.csv
}

plain() { # FILE
	sed -E 's/"([^"]|"")*"/Q/g' "$1"
}

# POST,FUNCTION for each task of a post and each function of it, as awk sees it; the function
# of a task outside of the framework is none.
named() {
	awk -F, '
		NR == 1 || $2 != "job" { next }
		{
			post = $6 " (" $3 ")"
			# two posts of that name in one organisation
			if ($3 == "ORG02" && $6 == "AMHP lead")
				post = $6 ", " $4 " (" $3 ")"
			gsub(/Principal social worker/, "Principal, \"chief\" social worker", post)
			if ($12 == "MTG" && $13 == "")
				print post ";" $1 ";A.xi\n" post ";" $1 ";C.v"
			else
				print post ";" $1 ";" ($14 == "" ? "none" : $14)
		}' "$PLAIN"
}

# A table with semicolons between its fields and no quotes.
split_fields() { # FILE
	awk '{
		line = ""
		rest = $0
		while (rest != "") {
			if (match(rest, /^"([^"]|"")*"/)) {
				text = substr(rest, 2, RLENGTH - 2)
				gsub(/""/, "\"", text)
				rest = substr(rest, RLENGTH + 1)
			} else {
				match(rest, /^[^,]*/)
				text = substr(rest, 1, RLENGTH)
				rest = substr(rest, RLENGTH + 1)
			}
			line = line text ";"
			if (rest == ",")
				line = line ";"
			rest = substr(rest, 2)
		}
		sub(/;$/, "", line)
		print line
	}' "$1"
}

# --- the command -------------------------------------------------------------

@test "roles: help" {
	run roles --help
	assert_success
	assert_output --partial "usage: roles"
	local option
	for option in in out training config key highlight max-rejects dry-run; do
		assert_output --partial "--$option"
	done
}

@test "roles: an unknown option, a missing one and a bad value are exit 2" {
	local words
	while read -r words; do
		# shellcheck disable=SC2086 # words
		run roles $words
		assert_failure 2
	done <<-END
		--no-such-option
		--out out
		--in $SAMPLE
		--in $SAMPLE --out
		--in $SAMPLE --out out --max-rejects few
		--in $SAMPLE --out out --config nowhere
		--in $SAMPLE --out out --training nowhere.csv
		--in nowhere.csv --out out
	END
	assert [ ! -e out ]
}

@test "roles: a dry run prints commands that can be run" {
	run roles --in "$JOBS" --out "my out" --training "$TRAINING" --key "$KEY" --dry-run
	assert_success
	assert [ ! -e "my out" ]
	printf '%s\n' "$output" >commands
	run -0 bash -euo pipefail commands
	diff -r "$WHOLE/public/tables" "my out/public/tables"
	diff "$WHOLE/private/training-list.csv" "my out/private/training-list.csv"
	assert [ -s "my out/public/charts/match.png" ]
	assert_equal "$(stat -c %a "my out/private")" 700
}

@test "roles: a link, another working folder, names with blanks, dashes and equals signs" {
	charts_as_text
	mkdir "a folder"
	cd "a folder"
	ln -s "$ROOT/pipelines/roles" "my job"
	cp "$JOBS" ./-jobs.csv
	cp "$TRAINING" tr=aining.csv
	cp -r "$SCHEMAS/activities" set=up
	cp -r "$SCHEMAS/roles" roles
	run "./my job" --in=-jobs.csv --out "-o ut" --training tr=aining.csv --config set=up --key "$KEY"
	assert_success
	diff -r "$WHOLE/public/tables" "./-o ut/public/tables"
	run find . -maxdepth 1 -name '*.new.*' -o -maxdepth 1 -name '*.old.*'
	assert_output ""
}

# --- what the folder holds ---------------------------------------------------

@test "roles: says what it did" {
	run cat "$BATS_FILE_TMPDIR/said"
	assert_line "records: 224 in, 0 rejected, 224 tasks and duties of 20 posts and teams; the counts of all steps agree"
	assert_line "charts:  whole/public/charts (3 as SVG and PNG)"
	assert_line --regexp '^training: [0-9]+ of [0-9]+ statements left to learn: whole/private/training-list.csv$'
	run cat "$BATS_FILE_TMPDIR/messages"
	assert_output ""
}

@test "roles: every run is in the counts, and they agree" {
	run awk -F, 'NR > 1 && $2 != $3 + $4 + $5 + $6' "$WHOLE/private/counts.csv"
	assert_output ""
	run sed -n 's/^map-to-role,//p' "$WHOLE/private/counts.csv"
	assert_output "224,224,0,0,0"
	run cut -d, -f1 "$WHOLE/private/counts.csv"
	assert_equal "$(sort <<<"$output" | uniq -d)" ""
}

@test "roles: private is 0700 and for nobody else; public is for all, without texts and training" {
	assert_equal "$(stat -c %a "$WHOLE/private")" 700
	run find "$WHOLE/private" -type f -perm /077
	assert_output ""
	run find "$WHOLE/public" ! -perm -044
	assert_output ""
	run grep -rlE 'Wombat|2025-' "$WHOLE/public/tables"
	assert_output ""
	run grep -rl 'whole\.new' "$WHOLE"
	assert_failure 1
}

@test "roles: charts are whole SVG and PNG, and name posts and profiles" {
	local chart
	for chart in "$WHOLE"/public/charts/*.svg; do
		tail -c 8 "$chart" | grep -q '</svg>' || fail "$chart is cut short"
		assert [ -s "${chart%.svg}.png" ]
	done
	run bash -c "sed 's/<[^>]*>//g' '$WHOLE/public/charts/match.svg' | tr -s ' \t\n' ' '"
	assert_output --partial "not official"
	assert_output --partial "Community connector (ORG01)"
}

# --- the figures, against awk --------------------------------------------------

@test "roles: the match is the harmonic mean of what is covered and what is within" {
	named | awk -F';' '
		NR == FNR { if (FNR > 1) { split($0, part, ","); of[part[1]] = of[part[1]] " " part[2]; size[part[1]]++ } next }
		{ posts[$1] = 1 }
		$3 == "none" { next }
		{ names[$1, $3] = 1; task[$1, $2] = task[$1, $2] " " $3 " " }
		END {
			for (post in posts)
				for (profile in of) {
					n = split(of[profile], functions, " ")
					covered = within = tasks = 0
					for (i = 1; i <= n; i++)
						covered += (post, functions[i]) in names
					for (key in task) {
						split(key, part, SUBSEP)
						if (part[1] != post)
							continue
						tasks++
						hit = 0
						for (i = 1; i <= n; i++)
							hit = hit || index(task[key], " " functions[i] " ") > 0
						within += hit
					}
					r = covered / n
					p = tasks ? within / tasks : 0
					printf "%s;%s;%d;%d;%d;%d;%.1f\n", post, profile, n, covered, tasks, within, \
						r + p ? 200 * r * p / (r + p) : 0
				}
		}' "$SCHEMAS/activities/profiles.csv" - | sort >expected
	assert_equal "$(wc -l <expected)" 144
	split_fields "$WHOLE/public/tables/match.csv" | tail -n +2 | cut -d';' -f1-4,6,7,9 | sort | diff expected -
	# one best profile a post, and none is better
	run awk -F';' '
		NR == FNR { if ($9 > most[$1]) most[$1] = $9; best[$1] += $10 == "yes"; next }
		$10 == "yes" && ($9 < most[$1] || best[$1] != 1)' \
		<(split_fields "$WHOLE/public/tables/match.csv" | tail -n +2) \
		<(split_fields "$WHOLE/public/tables/match.csv" | tail -n +2)
	assert_output ""
}

@test "roles: gaps are the functions of the best profile that no task names" {
	named | sort -u >once
	split_fields "$WHOLE/public/tables/match.csv" | awk -F';' '
		FILENAME == "once" { names[$1, $3] = 1; next }
		FILENAME != "-" { if (FNR > 1) { split($0, part, ","); expected[part[1], part[2]] = 1 } next }
		$10 == "yes" {
			for (key in expected) {
				split(key, part, SUBSEP)
				if (part[1] == $2 && !(($1, part[2]) in names))
					print $1 ";" $2 ";" part[2]
			}
		}' once "$SCHEMAS/activities/profiles.csv" - | sort >expected
	assert [ -s expected ]
	split_fields "$WHOLE/public/tables/gaps.csv" | tail -n +2 | cut -d';' -f1-3 | sort | diff expected -
}

@test "roles: the functions of each post are counted by task" {
	named | awk -F';' '$3 != "none" { n[$3]++; if (!seen[$1, $3]++) posts[$3]++ }
		END { for (code in n) print code ";" posts[code] ";" n[code] }' | sort >expected
	# the columns of posts, without those of duties
	split_fields "$WHOLE/public/tables/deployment.csv" | awk -F';' '
		NR == 1 { for (i = 4; i <= NF; i++) job[i] = $i !~ /^Duties/; next }
		{
			sum = 0
			for (i = 4; i <= NF; i++)
				sum += job[i] ? $i : 0
			if (sum)
				print $1 ";" $3 ";" sum
		}' | sort | diff expected -
	assert_equal "$(wc -l <"$WHOLE/public/tables/deployment.csv")" 31
	# the share of tasks outside of the framework
	named | awk -F';' '!seen[$1, $2]++ { n[$1]++; out[$1] += $3 == "none" }
		END { for (post in n) printf "%s;%.1f\n", post, 100 * out[post] / n[post] }' | sort >expected
	split_fields "$WHOLE/public/tables/posts.csv" | awk -F';' '$3 == "outside" && $1 !~ /^Duties/ { print $1 ";" $8 }' |
		sort | diff expected -
}

@test "roles: statements are those of the categories that a post's tasks are in" {
	named | awk -F';' '$3 != "none" && !seen[$1, $2, substr($3, 1, 1)]++ { n[$1 ";" substr($3, 1, 1)]++ }
		END { for (key in n) print key ";" n[key] }' | sort >roles
	awk -F';' '
		NR == FNR { if (FNR > 1) { split($0, part, ","); links[part[2]] = links[part[2]] " " part[1] ":" part[6] } next }
		{
			n = split(links[$2], codes, " ")
			for (i = 1; i <= n; i++)
				print $1 ";" codes[i] ";" $3
		}' "$SCHEMAS/roles/pcf.csv" roles | sort >expected
	assert [ "$(wc -l <expected)" -gt 300 ]
	split_fields "$WHOLE/public/tables/statements.csv" | tail -n +2 |
		awk -F';' '{ print $1 ";" $5 ":" $6 ";" $9 }' | sort | diff expected -
}

@test "roles: training of a post, a team or an organisation takes a statement off the list" {
	split_fields "$WHOLE/private/statements.csv" | tail -n +2 >all
	# A1 1.4 is everybody's in ORG01, and nobody's in ORG02
	run awk -F';' '$5 == "A1" && $6 == "1.4" && ($2 == "ORG01") != ($10 == "2025-05-14")' all
	assert_output ""
	run awk -F';' '$5 == "A1" && $6 == "4.2" && $2 == "ORG01" && ($3 == "Riverside community team") != ($10 == "2025-09-02")' all
	assert_output ""
	# the later of two days
	run awk -F';' '$4 == "Social worker" && $2 == "ORG02" && $5 == "A1" && $6 ~ /^(4.2|7.4)$/ { print $6, $10 }' all
	assert_output $'4.2 2024-11-04\n7.4 2025-11-03'
	run awk -F';' '($10 == "") != ($11 == "no")' all
	assert_output ""
	split_fields "$WHOLE/private/training-list.csv" | tail -n +2 | diff <(awk -F';' '$10 == ""' all) -
	# the share of each post
	awk -F';' '{ n[$1]++; done[$1] += $11 == "yes" } END { for (post in n) print post ";" done[post] ";" n[post] }' all |
		sort >expected
	split_fields "$WHOLE/private/training-by-post.csv" | tail -n +2 | cut -d';' -f1,6,7 | sort | diff expected -
	run sed -n 's/^training: //p' "$BATS_FILE_TMPDIR/said"
	assert_output --partial "$(wc -l <"$WHOLE/private/training-list.csv" | awk '{ print $1 - 1 }') of $(wc -l <all) "
}

@test "roles: posts of one name in two teams of an organisation are two posts" {
	run cut -d, -f1,2 "$WHOLE/public/tables/posts.csv"
	assert_line --regexp '^"AMHP lead, .* \(ORG02\)"'
	assert_equal "$(split_fields "$WHOLE/public/tables/match.csv" | cut -d';' -f1 | grep -c 'AMHP lead, .*ORG02')" 16
	assert_line --regexp '^AMHP lead \(ORG01\)'
	assert_line --regexp '^Duties: .* \(ORG01\),all'
}

@test "roles: the sample's tasks are read: texts decide, and some are outside" {
	charts_as_text
	run roles --in "$SAMPLE" --out out
	assert_success
	refute_line --partial "training:"
	assert [ ! -e out/private/training-list.csv ]
	# an AMHP lead is one, and much of what a care coordinator does is outside
	run awk -F, '$1 ~ /^AMHP lead/ && $NF == "yes" { print $2 }' out/public/tables/match.csv
	assert_output $'AMHP lead\nAMHP lead'
	run awk -F, '$3 == "outside" && $1 ~ /^Care coordinator/ && $8 < 40' out/public/tables/posts.csv
	assert_output ""
}

@test "roles: the same posts and key give the same bytes" {
	run roles --in "$JOBS" --training "$TRAINING" --out out --key "$KEY" --highlight 'Social worker (ORG01)'
	assert_success
	diff -r "$WHOLE/public" out/public
	diff "$WHOLE/private/tasks.csv" out/private/tasks.csv
	diff "$WHOLE/private/counts.csv" out/private/counts.csv
}

# --- less than everything ------------------------------------------------------

@test "roles: no record at all, activities alone: a folder without charts" {
	charts_as_text
	: >empty.csv
	head -n 1 "$SAMPLE" >header.csv
	local input
	for input in empty.csv header.csv "$ROOT/samples/activities.csv"; do
		run roles --in "$input" --out out --training "$TRAINING" --key "$KEY"
		assert_success
		assert_line --partial " 0 tasks and duties of 0 posts and teams; the counts of all steps agree"
		assert_line "charts:  out/public/charts (0 as SVG and PNG)"
		assert_line "training: 0 of 0 statements left to learn: out/private/training-list.csv"
	done
	run sed -n 's/^tasks and duties,//p' out/private/counts.csv
	assert_output "600,0,0,0,600"
}

@test "roles: duties alone have functions and no match; a post without a function matches nothing" {
	charts_as_text
	awk -F, 'NR == 1 || $2 == "duty"' "$SAMPLE" >duties.csv
	run roles --in duties.csv --out out --key "$KEY"
	assert_success
	assert_line "charts:  out/public/charts (2 as SVG and PNG)"
	assert_equal "$(wc -l <out/public/tables/match.csv)" 1
	{ head -n 1 "$SAMPLE"; echo "T00001,job,ORG01,Made-up Team,,Made-up post,,,,,Wombat,,,,"; } >none.csv
	run roles --in none.csv --out out --key "$KEY"
	assert_success
	assert_equal "$(wc -l <out/public/tables/match.csv)" 9
	run grep -c ',0,0.0,0,0,,0.0,no$' out/public/tables/match.csv
	assert_output 8
	assert_equal "$(wc -l <out/public/tables/gaps.csv)" 1
	assert_equal "$(wc -l <out/public/tables/statements.csv)" 1
}

@test "roles: profiles of one's own, in any order and with commas" {
	charts_as_text
	cp -r "$SCHEMAS/activities" own
	cp -r "$SCHEMAS/roles" roles
	printf 'profile,function\n"All, ""b""",E.i\n"All, ""b""",E.ii\nOther,A.i\n' >own/profiles.csv
	run roles --in "$JOBS" --out out --config own --key "$KEY"
	assert_success
	assert_equal "$(grep -c ',"All, ""b""",2,' out/public/tables/match.csv)" 18
	run grep -c 'All, "b"' out/public/charts/match.svg
	assert [ "$output" -gt 0 ]
}

@test "roles: a post that is not there cannot stand out; the duties of a team can" {
	charts_as_text
	run roles --in "$JOBS" --out out --key "$KEY" --highlight 'Social worker'
	assert_failure 2
	assert_output --partial "no unit"
	assert [ ! -e out ]
	run roles --in "$JOBS" --out out --key "$KEY" --highlight "$(cut -d, -f1 "$WHOLE/public/tables/posts.csv" | grep -m1 Duties)"
	assert_success
}

@test "roles: of many posts those with most tasks are drawn, and the own one" {
	charts_as_text
	awk 'BEGIN {
		print "record_id,kind,organisation,team,person_id,post,date,minutes,level,complexity,text,code,role,function,in_role"
		for (post = 1; post <= 45; post++)
			for (i = 0; i <= (post > 5); i++)
				printf "T%05d,job,ORG01,Made-up Team,,Made-up post %02d,,,,,Wombat,CAA,,,\n", ++n, post
	}' >many.csv
	run roles --in many.csv --out out --key "$KEY" --highlight 'Made-up post 03 (ORG01)'
	assert_success
	assert_equal "$(cut -d, -f1 out/public/tables/match.csv | sort -u | wc -l)" 46
	local chart
	for chart in roles-by-post functions-by-post match; do
		run cat "out/public/charts/$chart.svg"
		assert_output --partial "Made-up post 03"
		assert_output --partial "Made-up post 45"
		refute_output --partial "Made-up post 04"
	done
	assert_equal "$(find out/private -name shown)" ""
}

# --- what goes wrong -----------------------------------------------------------

@test "roles: training that the schema does not know fails the job" {
	charts_as_text
	sed '2s/,A1,/,F,/' "$TRAINING" >training.csv
	run roles --in "$JOBS" --out out --training training.csv --key "$KEY"
	assert_failure 2
	assert_output --partial "training.csv:2"
	assert_output --partial "validate failed (exit 1)"
	assert [ ! -e out ]
}

@test "roles: too many rejects fail, and the old folder stays" {
	mkdir -p out/private out/public
	echo old >out/public/mark
	sed '5s/,job,/,post,/' "$JOBS" >faulty.csv
	run roles --in faulty.csv --out out --key "$KEY" --max-rejects 0
	assert_failure 2
	assert_output --partial "1 of 224 records are rejected, and --max-rejects is 0"
	assert_equal "$(cat out/public/mark)" old
	run find . -maxdepth 1 -name 'out.*'
	assert_output ""
}

@test "roles: a folder with anything of somebody else's is left alone" {
	mkdir -p out/private
	echo mine >out/letters
	run roles --in "$JOBS" --out out
	assert_failure 2
	assert_output --partial "not made by this job"
	assert_equal "$(cat out/letters)" mine
}

@test "roles: whichever filter fails or loses a line fails the job" {
	charts_as_text
	local name real
	for name in validate anonymise map-to-role benchmark plot report; do
		mv "filters/$name" kept
		printf '#!/bin/sh\nhead -n 3\nexit 2\n' >"filters/$name"
		chmod +x "filters/$name"
		run roles --in "$JOBS" --out out --key "$KEY"
		assert_failure 2
		assert_output --partial "$name failed (exit 2)"
		rm "filters/$name"
		mv kept "filters/$name"
		assert [ ! -e out ]
	done
	for name in anonymise map-to-role; do
		# a program that loses a line and says nothing
		real=$(readlink -f "filters/$name")
		mv "filters/$name" kept
		# shellcheck disable=SC2016 # for the shell inside
		printf '#!/bin/sh\nfor word; do [ "$last" != -o ] || out=$word; last=$word; done\n"%s" "$@" && sed -i 5d "$out"\n' \
			"$real" >"filters/$name"
		chmod +x "filters/$name"
		run roles --in "$JOBS" --out out --key "$KEY"
		assert_failure 2
		assert_output --partial "passed on"
		rm "filters/$name"
		mv kept "filters/$name"
		assert [ ! -e out ]
	done
}
