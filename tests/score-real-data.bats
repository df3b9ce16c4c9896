#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# score: open data scored end to end, and reckoned again by other means. No sentence of
# the data stands here, and none is ever shown.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

@test "real data: the sections of the community mental health survey 2020, all 55 organisations" {
	need_data cqc-cmh-2020/df_2020.csv
	score -c "$SCHEMAS/survey/sections.json" --run-record record.json \
		"$SHARED_DATA/cqc-cmh-2020/df_2020.csv" >scored.csv
	run grep -c ': answers refused": 0' record.json
	assert_output 11
	columns_of scored.csv mean_S{1..11} S{1..11} >both
	# ours has six decimals, the published one more
	run awk -F '\t' '
		{
			for (i = 1; i <= 11; i++) {
				if ($(i + 11) !~ /^[0-9]+\.[0-9][0-9][0-9][0-9][0-9][0-9]$/) wrong++
				difference = $i - $(i + 11)
				if (difference > 0.00000050001 || difference < -0.00000050001) wrong++
				compared++
			}
		}
		END { print NR, compared, wrong + 0 }' both
	assert_output "55 605 0"
}

@test "real data: a section lacks its score where one of its questions is held back, and no other does" {
	need_data cqc-cmh-2020/df_2020.csv
	# mean_Q5 of the first organisation, whose name has no comma
	awk -F, 'BEGIN { OFS = FS } NR == 2 { $4 = "[u]" } { print }' \
		"$SHARED_DATA/cqc-cmh-2020/df_2020.csv" >in.csv
	score -c "$SCHEMAS/survey/sections.json" in.csv >scored.csv
	columns_of scored.csv S{1..11} S1_answered >sections
	run awk -F '\t' 'NR == 1 { for (i = 1; i <= 11; i++) if ($i == "") printf "S%d ", i; print $12 }' sections
	assert_output "S1 2"
}

# The answers of a column as JSON: each of its texts has one of the beginnings, and each
# beginning one text. A beginning may have * in it.
answers_of() { # FILE COLUMN BEGINNING=NUMBER...
	local file=$1 column=$2 text pair worth found separator='' used=0
	shift 2
	columns_of "$file" "$column" | LC_ALL=C sort -u >texts
	while IFS= read -r text; do
		worth=''
		for pair; do
			found=${pair%=*}
			# shellcheck disable=SC2053
			[[ $text == $found* ]] && worth=$worth${pair##*=}
		done
		case $text in
		'' | - | "Don't know") continue ;;
		esac
		if [ "${#worth}" -ne 1 ]; then
			echo "a text of $column has not one beginning" >&2
			return 1
		fi
		used=$((used + 1))
		text=${text//\\/\\\\}
		printf '%s"%s": %s' "$separator" "${text//\"/\\\"}" "$worth"
		separator=', '
	done <texts
	[ "$used" -eq $# ] || {
		echo "$column has not as many texts as beginnings" >&2
		return 1
	}
}

# What the texts of a column are worth, one line for each record, by awk alone.
worths_of() { # FILE COLUMN BEGINNING=NUMBER...
	local file=$1 column=$2
	shift 2
	columns_of "$file" "$column" | awk -v pairs="$(printf '%s\n' "$@")" '
		BEGIN {
			n = split(pairs, pair, "\n")
			for (i = 1; i <= n; i++) {
				at = index(pair[i], "=")
				beginning[i] = substr(pair[i], 1, at - 1)
				gsub(/\*/, ".*", beginning[i])
				worth[i] = substr(pair[i], at + 1)
			}
		}
		{
			out = ""
			for (i = 1; i <= n; i++) if ($0 ~ "^" beginning[i]) out = worth[i]
			print out
		}'
}

@test "real data: a survey scored from its text answers, end to end" {
	need_data surveys-cc0/apha_cpd_survey.csv
	local stay=("Very l=5" "Somewhat l=4" "Undec=3" "Somewhat u=2" "Very u=1")
	local time=("Always=3" "Often=2" "Sometimes=1" "Rarely=0")
	local support=("Very=2" "Somewhat=1" "Not=0")
	local influence=("Yes*most=4" "Yes*very=3" "Yes*somewhat=2" "Yes*little=1" "Not=0")
	local yes=("Yes=1" "No=0")
	local columns=(q07a_future_health_work_cat q12a_cpd_time_at_work_cat q13a_cpd_outside_work_ind
		q14a_mgr_cpd_supportive_cat q16a_org_cpd_supportive_cat q17a_org_cpd_budget_cat
		q24a_org_analytics_influence_cat)
	local column
	{
		echo '{ "name": "survey", "title": "Survey", "fieldsMatch": "subset", "fields": ['
		for column in "${columns[@]}"; do
			printf '{ "name": "%s", "title": "Question", "type": "string" },\n' "$column"
		done
		echo '{ "name": "respondent_id", "title": "Number", "constraints": { "required": true, "unique": true },'
		echo '"mhsw": { "sensitive": true } } ] }'
	} >table.json
	validate -q -s table.json "$SHARED_DATA/surveys-cc0/apha_cpd_survey.csv" >valid.csv
	cat >scales.json <<-END
		{ "name": "survey", "version": "1", "source": "made from the file itself", "official": false,
		  "missing_codes": ["-"], "dont_know_codes": ["Don't know"],
		  "items": [
		    { "name": "stay", "column": "${columns[0]}", "answers": { $(answers_of valid.csv "${columns[0]}" "${stay[@]}") } },
		    { "name": "time", "column": "${columns[1]}", "answers": { $(answers_of valid.csv "${columns[1]}" "${time[@]}") } },
		    { "name": "outside", "column": "${columns[2]}", "answers": { $(answers_of valid.csv "${columns[2]}" "${yes[@]}") } },
		    { "name": "manager", "column": "${columns[3]}", "answers": { $(answers_of valid.csv "${columns[3]}" "${support[@]}") } },
		    { "name": "employer", "column": "${columns[4]}", "answers": { $(answers_of valid.csv "${columns[4]}" "${support[@]}") } },
		    { "name": "budget", "column": "${columns[5]}", "answers": { $(answers_of valid.csv "${columns[5]}" "${yes[@]}") } },
		    { "name": "influence", "column": "${columns[6]}", "answers": { $(answers_of valid.csv "${columns[6]}" "${influence[@]}") } } ],
		  "scales": [
		    { "name": "staying", "method": "mean", "items": ["stay"], "decimals": 0 },
		    { "name": "support", "method": "linear", "items": ["time", "manager", "employer"], "decimals": 6 },
		    { "name": "influence", "method": "linear", "items": ["influence"], "decimals": 0 },
		    { "name": "outside", "method": "top_box", "items": ["outside"], "decimals": 0 },
		    { "name": "budget", "method": "top_box", "items": ["budget"], "decimals": 0 },
		    { "name": "budget_known", "method": "top_box", "items": ["budget"], "base": "responded", "decimals": 0 },
		    { "name": "setting", "method": "mean", "scales": ["support", "influence"], "decimals": 6 } ] }
	END
	score -q -c scales.json --run-record record.json valid.csv >scored.csv
	run grep -c ': answers refused": 0' record.json
	assert_output 7
	benchmark -q --disclosure none --mean staying --mean support --mean influence --mean outside \
		--mean budget --mean budget_known --mean setting scored.csv >figures.csv
	columns_of figures.csv measure denominator value >ours

	# and all of it once more, by awk
	paste <(worths_of valid.csv "${columns[0]}" "${stay[@]}") <(worths_of valid.csv "${columns[1]}" "${time[@]}") \
		<(worths_of valid.csv "${columns[2]}" "${yes[@]}") <(worths_of valid.csv "${columns[3]}" "${support[@]}") \
		<(worths_of valid.csv "${columns[4]}" "${support[@]}") <(worths_of valid.csv "${columns[5]}" "${yes[@]}") \
		<(worths_of valid.csv "${columns[6]}" "${influence[@]}") >worths
	awk -F '\t' '
		function add(name, value) { sum[name] += value; count[name]++ }
		{
			support = 100 * ($2 / 3 + $4 / 2 + $5 / 2) / 3
			add("staying", $1)
			add("support", support)
			add("influence", 25 * $7)
			if ($3 != "") add("outside", 100 * $3)
			if ($6 != "") add("budget", 100 * $6)
			add("budget_known", 100 * $6)
			add("setting", (support + 25 * $7) / 2)
		}
		END {
			split("staying support influence outside budget budget_known setting", names, " ")
			for (i = 1; i <= 7; i++)
				printf "%s\t%d\t%.2f\n", names[i], count[names[i]], sum[names[i]] / count[names[i]]
		}' worths >theirs
	run diff ours theirs
	assert_success
	# counted by hand: (5 93 + 4 69 + 3 45 + 2 16 + 14) / 237; 59 of 103, and of 237; 95 of 236
	run cat ours
	assert_line $'staying\t237\t3.89'
	assert_line $'budget\t103\t57.28'
	assert_line $'budget_known\t237\t24.89'
	assert_line $'outside\t236\t40.25'
}

@test "real data: the criticality of comments within their type, by directorate" {
	need_data feedback-nottshc/tidy_trust_data_MH.csv
	validate -q -s "$SCHEMAS/feedback-nottshc/table.json" \
		"$SHARED_DATA/feedback-nottshc/tidy_trust_data_MH.csv" >valid.csv
	score -q -c "$SCHEMAS/feedback-nottshc/scales.json" valid.csv >scored.csv
	benchmark -q --disclosure none --mean strength_best --mean strength_improve --unit directorate scored.csv >figures.csv
	columns_of figures.csv unit measure denominator value | LC_ALL=C sort >ours
	columns_of valid.csv directorate comment_type criticality | awk -F '\t' '
		$1 != "" && $3 != "" { sum[$1 "\tstrength_" $2] += 50 * ($3 - 1); count[$1 "\tstrength_" $2]++ }
		END { for (key in sum) printf "%s\t%d\t%.2f\n", key, count[key], sum[key] / count[key] }' | LC_ALL=C sort >theirs
	assert_equal "$(wc -l <theirs)" 14
	run diff ours theirs
	assert_success
	# what schemas/feedback-nottshc/README.md says: how many are coded, and how
	columns_of scored.csv comment_type strength_best strength_improve | cut -f1-3 | LC_ALL=C sort | uniq -c |
		sed 's/^ *//' | tr '\t' '|' >counts
	run cat counts
	assert_output "$(cat <<-'END'
		2024 best||
		10872 best|0.0|
		345 best|100.0|
		13113 best|50.0|
		5665 improve||
		7907 improve||0.0
		112 improve||100.0
		4048 improve||50.0
	END
	)"
}
