# pipelines: feedback, from raw records to charts, and the demo.
bats_require_minimum_version 1.5.0
load helper

feedback() {
	"$ROOT/pipelines/feedback" "$@"
}

# One whole run for the tests that look at its folder.
setup_file() {
	bats_load_library bats-support
	cd "$BATS_FILE_TMPDIR" || return 1
	local checkout generator
	checkout=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	generator=$checkout/samples/generate
	[ ! -x "${MHSW_BIN:-$checkout/bin}/generate" ] || generator=$MHSW_BIN/generate
	"$generator" --type feedback --records 2000 --months 14 --faults >faulty.csv
	"$checkout/pipelines/feedback" --in faulty.csv --out whole --all --max-rejects 5% >said 2>messages
}

setup_filter() {
	WHOLE=$BATS_FILE_TMPDIR/whole
	FAULTY=$BATS_FILE_TMPDIR/faulty.csv
}

@test "feedback: help" {
	run feedback --help
	assert_success
	assert_output --partial "usage: feedback"
	local option
	for option in in out all as-of config key unit period highlight max-rejects dry-run; do
		assert_output --partial "--$option"
	done
}

@test "feedback: an unknown option, a missing one and a bad value are exit 2" {
	run feedback --no-such-option
	assert_failure 2
	assert_output --partial "--no-such-option"
	run feedback --in "$FAULTY" --out out
	assert_failure 2
	assert_output --partial "--all or --as-of"
	run feedback --in "$FAULTY" --out out --as-of March
	assert_failure 2
	run feedback --in "$FAULTY" --out out --all --max-rejects few
	assert_failure 2
	run feedback --in nowhere.csv --out out --all
	assert_failure 2
	assert [ ! -e out ]
}

@test "feedback: a link to it finds the filters" {
	ln -s "$ROOT/pipelines/feedback" "my feedback"
	run "./my feedback" --in "$FAULTY" --out out --all --dry-run
	assert_success
}

@test "feedback: the options take = too" {
	run feedback --in="$FAULTY" --out=out --all --dry-run
	assert_success
}

@test "feedback: a dry run shows the commands and makes nothing" {
	run feedback --in "$FAULTY" --out out --all --dry-run
	assert_success
	local name
	for name in validate anonymise map-to-role score benchmark plot report; do
		assert_output --partial "/$name "
	done
	assert [ ! -e out ]
}

@test "feedback: says where the charts are" {
	run cat "$BATS_FILE_TMPDIR/said"
	assert_output --partial "whole/public/charts"
	assert_output --partial "100 rejected"
}

@test "feedback: the counts of all steps are there and agree" {
	run awk -F, 'NR > 1 && $2 != $3 + $4 + $5 + $6' "$WHOLE/private/counts.csv"
	assert_output ""
	run grep -c . "$WHOLE/private/counts.csv"
	assert [ "$output" -gt 8 ]
	run sed -n 's/^validate,//p' "$WHOLE/private/counts.csv"
	assert_output "2004,1904,100,0,0"
	run sed -n 's/^score,//p' "$WHOLE/private/counts.csv"
	assert_output "1904,1904,0,0,0"
}

@test "feedback: charts are whole SVG and PNG, each of them in both" {
	local chart
	for chart in "$WHOLE"/public/charts/*.svg; do
		tail -c 8 "$chart" | grep -q '</svg>' || fail "$chart is cut short"
		assert [ -s "${chart%.svg}.png" ]
	done
	assert [ -e "$WHOLE/public/charts/roles-by-team.svg" ]
	run bash -c "sed 's/<[^>]*>//g' '$WHOLE/public/charts/roles-by-team.svg' | tr -s ' \\t\\n' ' '"
	assert_output --partial "Percentages of comments on a role by unit and measure"
	assert_output --partial "B Recovery and inclusion"
	assert [ -e "$WHOLE/public/charts/experience-by-team.svg" ]
	assert [ -e "$WHOLE/public/charts/experience-by-month.svg" ]
}

@test "feedback: private is 0700 and nothing in it is for others; public is for all" {
	assert_equal "$(stat -c %a "$WHOLE/private")" 700
	run find "$WHOLE/private" -type f -perm /077
	assert_output ""
	run find "$WHOLE/public" ! -perm -044
	assert_output ""
	assert_equal "$(stat -c %a "$WHOLE/private/project.key")" 600
}

@test "feedback: the extract has no person's number, day or identifier" {
	local extract=$WHOLE/private/extract.csv
	run grep -cE ',P[0-9]{6},|,20[0-9]{2}-[0-9]{2}-[0-9]{2},' "$extract"
	assert_output 0
	run grep -ciE '@(example|mail)\.|07700 ?900|999 ?[0-9]{3} ?[0-9]{4}' "$extract"
	assert_output 0
	assert_equal "$(wc -l <"$extract")" 1905
}

@test "feedback: nothing is left beside the folder" {
	run find "$BATS_FILE_TMPDIR" -maxdepth 1 -name 'whole.*'
	assert_output ""
}

@test "feedback: too many rejects fail, and the old folder stays" {
	mkdir -p out/private out/public
	echo old >out/public/mark
	run feedback --in "$FAULTY" --out out --all --max-rejects 3%
	assert_failure 2
	assert_output --partial "--max-rejects is 3%"
	# the output folder does not appear, so nothing in it is named
	refute_output --partial "the rejected records are in"
	# it says why, and nothing of what went away
	assert_output --partial "E302"
	assert_output --partial "table.json --rejects rejects.csv $FAULTY > good.csv"
	refute_output --partial "new key"
	assert_equal "$(cat out/public/mark)" old
	run find . -maxdepth 1 -name 'out.*'
	assert_output ""
}

@test "feedback: a filter that fails fails the job, whatever the others say" {
	local name
	mkdir broken
	for name in validate anonymise map-to-role score benchmark plot report; do
		ln -s "$MHSW_BIN/$name" "broken/$name"
	done
	rm broken/anonymise
	printf '#!/bin/sh\nhead -n 3\nexit 2\n' >broken/anonymise
	chmod +x broken/anonymise
	MHSW_BIN=$PWD/broken run feedback --in "$FAULTY" --out out --all --max-rejects 5%
	assert_failure 2
	assert_output --partial "failed"
	assert [ ! -e out ]
}

@test "feedback: counts that do not agree fail the job" {
	local name
	mkdir broken
	for name in validate anonymise map-to-role benchmark plot report; do
		ln -s "$MHSW_BIN/$name" "broken/$name"
	done
	# a program that loses a record on its way and says nothing
	printf '#!/bin/sh\nsed 5d | "%s" "$@"\n' "$MHSW_BIN/score" >broken/score
	chmod +x broken/score
	MHSW_BIN=$PWD/broken run feedback --in "$FAULTY" --out out --all --max-rejects 5%
	assert_failure 2
	assert_output --partial "passed on 1904 records"
	assert [ ! -e out ]
}

@test "feedback: a folder that is somebody else's is left alone" {
	mkdir out
	echo mine >out/file
	run feedback --in "$FAULTY" --out out --all --max-rejects 5%
	assert_failure 2
	assert_output --partial "not made by this job"
	assert_equal "$(cat out/file)" mine
}

@test "feedback: one month leaves later records out and says how many; the key stays" {
	anonymise --make-key project.key
	run feedback --in "$FAULTY" --out out --as-of 2026-02 --key project.key --max-rejects 5%
	assert_success
	run grep '^months to 2026-02,' out/private/counts.csv
	assert_success
	run awk -F, '/^months to/ { print $2 - $3 - $6, ($6 > 0) }' out/private/counts.csv
	assert_output "0 1"
	run cut -d, -f2 out/public/tables/by-team.csv
	refute_output --partial "2026-03"
	refute_output --partial "2026-01"
	run grep -c 2026-03 out/public/tables/by-team-and-month.csv
	assert_output 0
	assert [ ! -e out/private/project.key ]
}

@test "feedback: a new key is said, and another one given later does not destroy it" {
	feedback --in "$FAULTY" --out new/out --all --max-rejects 5% 2>messages
	run cat messages
	assert_output "feedback: a new key stands in new/out/private/project.key: keep it, other keys give other pseudonyms"
	cp new/out/private/project.key first.key
	anonymise --make-key second.key
	feedback --in "$FAULTY" --out new/out --all --key second.key --max-rejects 5% 2>messages
	run cat messages
	assert_output ""
	cmp first.key new/out/private/project.key
}

@test "feedback: folders above the one asked for are open as the user's other folders" {
	umask 022
	run feedback --in "$FAULTY" --out above/out --all --max-rejects 5%
	assert_success
	assert_equal "$(stat -c %a above)" 755
	assert_equal "$(stat -c %a above/out/private)" 700
}

@test "feedback: an input without records gives a folder without charts" {
	: >empty.csv
	head -n 1 "$FAULTY" >header.csv
	local input
	for input in empty header; do
		run feedback --in $input.csv --out $input --all
		assert_success
		assert_line "records: 0 in, 0 rejected, 0 in the extract; the counts of all steps agree"
	done
}

@test "feedback: a folder that cannot be made is said" {
	run feedback --in "$FAULTY" --out /proc/out --all
	assert_failure 2
	assert_output "feedback: no folder can be made beside /proc/out"
}

@test "feedback: labels are found in any layout, and every share is drawn" {
	mkdir own
	cp "$SCHEMAS"/feedback/*.json own
	cat >own/measures.json <<-'END'
		{"measures":[{"id":"Rota_2","kind":"proportion","column":"status","values":["mapped"],
		"where":{"column":"respondent","values":["carer"]}, "label" : "Of {carers}, \"some\""},
		{"label":"not this","id":"bare","kind":"proportion","column":"status","values":["mapped"]},
		{"id":"hope","kind":"mean","column":"hope"}]}
	END
	run feedback --in "$FAULTY" --out out --all --config own --max-rejects 5%
	assert_success
	run bash -c "sed 's/<[^>]*>//g' out/public/charts/shares-by-team.svg | tr -s ' \\t\\n' ' '"
	assert_output --regexp 'Of \{carers\}, ("|&quot;)some("|&quot;)'
	# a label stands before its id as well as behind it
	assert_output --partial "not this"
}

# --- the plan ------------------------------------------------------------------

@test "feedback: the plan ranks the gaps of each team, and what is held back is no number" {
	"$ROOT/pipelines/feedback" --in "$SAMPLES/feedback-clean.csv" --out out --all 2>messages
	local table=out/public/tables/by-team.csv plan=out/public/tables/plan.csv
	run grep -c ',listened,proportion,.*,\*,' "$table"
	assert [ "$output" -gt 0 ]
	# unit, measure and figure of the six questions; a label's commas go first
	sed -E 's/"([^"]|"")*"/Q/g' "$table" | awk -F, '
		$4 == "proportion" && $3 !~ /^role_/ {
			print $1, $3, $8 ~ /^[0-9]/ ? "gap " $8 " " 100 - $8 : "not answered  "
		}' | sort >expected
	sed -E 's/"([^"]|"")*"/Q/g' "$plan" | awk -F, 'NR > 1 { print $1, $4, $7, $8, $10 }' | sort >found
	diff expected found
	run awk -F, 'NR > 1 && $7 != "gap" && ($3 $8 $10 $12) != ""' <(sed -E 's/"([^"]|"")*"/Q/g' "$plan")
	assert_output ""
	# 1 and how many gaps of the team are larger
	run awk -F, '
		$7 != "gap" { next }
		NR == FNR { all[$1, FNR] = $12; next }
		{
			rank = 1
			for (key in all) {
				split(key, part, SUBSEP)
				rank += part[1] == $1 && all[key] > $12
			}
			if (rank != $3)
				print $1, $4, $3, rank
		}' <(sed -E 's/"([^"]|"")*"/Q/g' "$plan") <(sed -E 's/"([^"]|"")*"/Q/g' "$plan")
	assert_output ""
	run sed -n 's/^score plan,//p' out/private/counts.csv
	assert_success
	assert [ -n "$output" ]
}

@test "feedback: the ten qualities by quarter have charts and a plan" {
	charts_as_text '*shares-by-*'
	run feedback --config "$SCHEMAS/qualities" --period quarter --in "$SAMPLES/qualities.csv" \
		--out out --all
	assert_success
	assert [ -s out/public/charts/overall-by-quarter.svg ]
	run cut -d, -f3,4 out/public/tables/plan.csv
	assert_line --regexp '^1,(warm|choice|reliable|included)$'
	# what all labels end with comes once
	run bash -c "sed 's/<[^>]*>//g' out/public/charts/shares-by-team.svg | tr -s ' \\t\\n' ' '"
	assert_output --regexp 'Percentages who agree .* 1 Warm and friendly 2 Treated with respect'
}

@test "feedback: a plan that speaks of no measure is not made, and without plan.json there is none" {
	cp -r "$SCHEMAS/feedback" own
	sed -i -E 's/"(listened|respected|informed|involved|trusted|hopeful)"/"other_\1"/g' own/plan.json
	run feedback --in "$FAULTY" --out out --all --config own --max-rejects 5%
	assert_success
	assert_line "feedback: no plan.csv: plan.json and measures.json have no measure in common"
	assert [ ! -e out/public/tables/plan.csv ]
	rm own/plan.json
	run feedback --in "$FAULTY" --out out --as-of 2026-02 --config own --max-rejects 5%
	assert_success
	assert [ ! -e out/public/tables/plan.csv ]
}

@test "demo: each job in a folder of its own, side by side" {
	[ -x "$ROOT/samples/generate" ] || skip "no samples/generate: make demo builds it"
	run --separate-stderr "$ROOT/pipelines/demo" my/demo/
	assert_success
	assert_line "records: 20000 in, 0 rejected, 20000 in the extract; the counts of all steps agree"
	assert_line "charts:  my/demo/public/charts (14 as SVG and PNG)"
	assert_line "charts:  my/demo-self-assessment/public/charts (12 as SVG and PNG)"
	assert_line "plan:    my/demo-self-assessment/public/tables/plan.csv"
	assert_line "charts:  my/demo-activities/public/charts (8 as SVG and PNG)"
	assert_line "charts:  my/demo-roles/public/charts (3 as SVG and PNG)"
	assert_line "charts:  my/demo-workforce/public/charts (6 as SVG and PNG)"
	assert_line "charts:  my/demo-amhp/public/charts (6 as SVG and PNG)"
	assert_line "charts:  my/demo-indicators/public/charts (8 as SVG and PNG)"
	assert_line "charts:  my/demo-equality/public/charts (18 as SVG and PNG)"
	run ls my
	assert_output "$(printf 'demo%s\n' '' -activities -amhp -equality -indicators -roles -self-assessment -workforce)"
}

@test "feedback: a month without records fails" {
	run feedback --in "$FAULTY" --out out --as-of 2020-01 --max-rejects 5%
	assert_failure 2
	assert [ ! -e out ]
}

@test "feedback: the same input and key give the same tables and charts" {
	cp -- "$WHOLE/private/project.key" project.key
	run feedback --in "$FAULTY" --out out --all --key project.key --max-rejects 5%
	assert_success
	diff -r "$WHOLE/public" out/public
	cmp "$WHOLE/private/extract.csv" out/private/extract.csv
	# nor does a run record name the folder that was renamed
	run grep -r 'out\.new' out
	assert_failure 1
}

@test "feedback: of many units the largest are drawn, and the tables have all" {
	local generator=$ROOT/samples/generate
	[ ! -x "$MHSW_BIN/generate" ] || generator=$MHSW_BIN/generate
	"$generator" --type feedback --records 6000 --months 3 --teams 60 >many.csv
	run feedback --in many.csv --out out --all --highlight 'Old Mill early intervention team'
	assert_success
	assert_equal "$(cut -d, -f1 out/public/tables/by-team.csv | sort -u | wc -l)" 61
	run sed -n 's/^plot hope-by-team,[0-9]*,\([0-9]*\),.*/\1/p' out/private/counts.csv
	assert_output 41
	grep -q 'Old Mill early intervention team' out/public/charts/hope-by-team.svg
}

@test "feedback: standard output that is a file is not cut" {
	printf 'before\n' >said
	feedback --in "$FAULTY" --out out --as-of 2026-03 --max-rejects 5% >>said
	run head -n 1 said
	assert_output before
	run tr -d '\0' <said
	assert_equal "$(printf '%s\n' "$output" | cksum)" "$(cksum <said)"
}

@test "feedback: the real export, every record accounted for" {
	need_data feedback-nottshc/tidy_trust_data_MH.csv
	run feedback --config "$SCHEMAS/feedback-nottshc" --out out --all --unit directorate \
		--in "$SHARED_DATA/feedback-nottshc/tidy_trust_data_MH.csv"
	assert_success
	assert_output --partial "records: 44086 in, 0 rejected, 44086 in the extract"
	run awk -F, 'NR > 1 && $2 != $3 + $4 + $5 + $6' out/private/counts.csv
	assert_output ""
	assert [ -s out/public/charts/roles-by-directorate.svg ]
	# what the shares are shares of
	run grep -c "Percentages of praise that speaks of a role" out/public/charts/roles-by-directorate.svg
	assert_success
}
