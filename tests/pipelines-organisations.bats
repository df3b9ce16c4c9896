# pipelines: workforce, amhp and indicators, from invented records to charts.
bats_require_minimum_version 1.5.0
load helper

# One whole run of each for the tests that look at its folder.
setup_file() {
	bats_load_library bats-support
	cd "$BATS_FILE_TMPDIR" || return 1
	local checkout bin generate
	checkout=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	bin=${MHSW_BIN:-$checkout/bin}
	generate=$checkout/samples/generate
	[ ! -x "$bin/generate" ] || generate=$bin/generate
	"$bin/anonymise" --make-key project.key
	"$generate" --type workforce --records 2400 --teams 30 --months 36 >posts.csv
	"$generate" --type amhp-activity --records 3000 --teams 30 --months 18 >requests.csv
	"$generate" --type indicators --records 360 --months 36 >published.csv
	awk 'BEGIN { print "organisation,population"; for (i = 1; i <= 10; i++) printf "ORG%02d,%d\n", i, 90000 + 20000 * i }' \
		>population.csv
	"$checkout/pipelines/workforce" --in posts.csv --out workforce --key project.key \
		--highlight ORG02 >workforce.said 2>workforce.messages
	"$checkout/pipelines/amhp" --in requests.csv --out amhp --key project.key \
		--population population.csv --audit "$checkout/samples/amhp-audit.csv" >amhp.said 2>amhp.messages
	"$checkout/pipelines/indicators" --in published.csv --out indicators \
		>indicators.said 2>indicators.messages
}

setup_filter() {
	RUNS=$BATS_FILE_TMPDIR
}

@test "pipelines of organisations: help names the options, and wrong ones are exit 2" {
	local job
	for job in workforce amhp indicators; do
		run "$ROOT/pipelines/$job" --help
		assert_success
		assert_output --partial "usage: $job"
		assert_output --partial "--highlight"
		run "$ROOT/pipelines/$job" --no-such-option
		assert_failure 2
		assert_output --partial "try --help"
		run "$ROOT/pipelines/$job" --in "$RUNS/posts.csv"
		assert_failure 2
		assert_output --partial "--out DIR is needed"
		run "$ROOT/pipelines/$job" --in nowhere.csv --out out
		assert_failure 2
		run "$ROOT/pipelines/$job" --in "$RUNS/posts.csv" --out out --as-of soon
		assert_failure 2
		assert_output --partial "--as-of takes"
		run "$ROOT/pipelines/$job" --in "$RUNS/posts.csv" --out out --max-rejects few
		assert_failure 2
		run "$ROOT/pipelines/$job" --in "$RUNS/posts.csv" --out out --in
		assert_failure 2
		assert_output --partial "needs a value"
	done
	assert [ ! -e out ]
}

@test "pipelines of organisations: silent but for the summary, and the counts of all steps agree" {
	local job
	for job in workforce amhp indicators; do
		run cat "$RUNS/$job.messages"
		assert_output ""
		run cat "$RUNS/$job.said"
		assert_line --regexp '^records: [0-9]+ in, 0 rejected; the counts of all steps agree$'
		assert [ -s "$RUNS/$job/private/counts.csv" ]
		run awk -F, 'NR > 1 && $2 != $3 + $4 + $5 + $6' "$RUNS/$job/private/counts.csv"
		assert_output ""
		assert_equal "$(stat -c %a "$RUNS/$job/private")" 700
	done
}

@test "pipelines of organisations: each chart is there as SVG and PNG" {
	local name
	for name in workforce/vacant-by-organisation workforce/ages-of-amhps \
		workforce/vacancies-over-time amhp/causes-of-delay amhp/with-delay-by-organisation-and-month \
		amhp/assessments-among-people indicators/1F-unitary indicators/1H-county; do
		assert [ -s "$RUNS/${name%/*}/public/charts/${name#*/}.svg" ]
		assert [ -s "$RUNS/${name%/*}/public/charts/${name#*/}.png" ]
	done
}

@test "pipelines of organisations: the headlines of rankings and control charts state a finding" {
	local name
	for name in workforce/vacant-by-organisation amhp/with_delay-by-organisation \
		amhp/with-delay-by-month; do
		run grep -cE '^<text [^>]*font-weight="bold">[^<]*: [^<]+' "$RUNS/${name%/*}/public/charts/${name#*/}.svg"
		assert_output 1
	done
}

@test "pipelines of organisations: no table of the public folder has a person's number" {
	run grep -rlE --include='*.csv' --include='*.svg' '[PH][0-9]{6}|SW9[0-9]{6}|,H[0-9]{3}\b' "$RUNS"/{workforce,amhp}/public
	assert_failure 1
}

# The posts of the last count, counted by awk; figures of under 5 posts are held back.
@test "workforce: the share of empty posts is what awk counts" {
	awk -F, '
		NR > 1 && $7 == "2026-03-31" { posts[$2]++; empty[$2] += $9 != "filled" }
		END {
			for (unit in posts)
				if (empty[unit] >= 5)
					printf "%s,%.0f\n", unit, 100 * empty[unit] / posts[unit] + 1e-9
				else
					printf "%s,*\n", unit
		}' "$RUNS/posts.csv" | sort >expected
	columns unit,measure,value <"$RUNS/workforce/public/tables/by-organisation.csv" |
		awk -F, '$2 == "vacant" { print $1 "," $3 }' | sort >got
	diff expected got
}

@test "amhp: assessments among the people are what awk counts" {
	# with counts to the nearest 5, as they are published
	awk -F, '
		FNR == NR { if (FNR > 1) people[$1] = $2; next }
		FNR > 1 { requests[$2]++ }
		END {
			for (unit in requests)
				printf "%s,%.1f\n", unit, 100000 * int((requests[unit] + 2) / 5) * 5 / people[unit]
		}' "$RUNS/population.csv" "$RUNS/requests.csv" | sort >expected
	columns unit,measure,value <"$RUNS/amhp/public/tables/among-people.csv" |
		awk -F, '$2 == "requests/population" { print $1 "," $3 }' | sort >got
	diff expected got
}

@test "indicators: [c] stays, and councils are compared with those of their type" {
	local table=$RUNS/indicators/public/tables/by-organisation.csv
	run bash -c "grep -c ',\[c\],' '$RUNS/published.csv'"
	assert [ "$output" -gt 0 ]
	columns unit,measure,value,units <"$table" >got
	# 15 councils of each type, and the [c] ones are not compared
	awk -F, -v OFS=, '
		NR > 1 && $4 == "2025-04-01" {
			type = substr($6, 1, 3)
			units[type "," $2] += $11 !~ /c/
			line[$6 "," $2] = $11
		}
		END {
			for (key in line) {
				split(key, part, ",")
				print key, line[key] ~ /c/ ? "[c]" : sprintf("%.1f", line[key]), units[substr(key, 1, 3) "," part[2]]
			}
		}' "$RUNS/published.csv" | sort >expected
	tail -n +2 got | sort | diff expected -
}

@test "indicators: the best are the best quarter by rank" {
	run head -n 1 "$RUNS/indicators/public/tables/best.csv"
	assert_output "measure,unit,name,value,units,rank,quartile,mads_from_median,band"
	run awk -F, 'NR > 1 && $6 * 4 > $5' "$RUNS/indicators/public/tables/best.csv"
	assert_output ""
}

@test "pipelines of organisations: the short samples go through" {
	charts_as_text
	local job
	for job in workforce:workforce amhp:amhp-activity indicators:indicators; do
		run -0 "$ROOT/pipelines/${job%:*}" --in "$SAMPLES/${job#*:}.csv" --out "${job%:*}"
		assert_line "records: 12 in, 0 rejected; the counts of all steps agree"
	done
}

@test "pipelines of organisations: a dry run prints commands and makes nothing" {
	local job
	for job in workforce:posts amhp:requests indicators:published; do
		run "$ROOT/pipelines/${job%:*}" --in "$RUNS/${job#*:}.csv" --out dry --dry-run
		assert_success
		assert_output --partial benchmark
		assert [ ! -e dry ]
	done
}

@test "pipelines of organisations: a period that is not there and a name without figures fail whole" {
	run "$ROOT/pipelines/workforce" --in "$RUNS/posts.csv" --out out --as-of 2001-03-31
	assert_failure 2
	assert_output --partial "there is no count of 2001-03-31"
	run "$ROOT/pipelines/indicators" --in "$RUNS/published.csv" --out out --as-of 2001/02
	assert_failure 2
	assert_output --partial "there are no figures of 2001/02"
	run "$ROOT/pipelines/amhp" --in "$RUNS/requests.csv" --out out --key "$RUNS/project.key" --highlight ORG99
	assert_failure 2
	assert_output --partial "no unit 'ORG99'"
	assert [ ! -e out ]
}
