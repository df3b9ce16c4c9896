#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# instruments: the instruments of the record types, by figures worked out by hand.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

derived() {
	echo "$SCHEMAS/self-assessment/scales.json" "$SCHEMAS/standards-check/scales.json" \
		"$SCHEMAS/standards-check/units.json" "$SCHEMAS/amhp-activity/scales.json" \
		"$SCHEMAS/amhp-activity/audit-scales.json" "$SCHEMAS/friends-family/scales.json"
}

# the sanitizers' build puts its generator among its programs
generate() {
	local program=$ROOT/samples/generate
	[ ! -x "$MHSW_BIN/generate" ] || program=$MHSW_BIN/generate
	[ -x "$program" ] || skip "samples/generate is not built"
	"$program" "$@"
}

# The columns of that name, of a stream without quotes, one record a line.
pick() { # COLUMN...
	awk -F, -v names="$*" '
		NR == 1 { n = split(names, name, " "); for (i = 1; i <= NF; i++) at[$i] = i; next }
		{ line = $at[name[1]]; for (i = 2; i <= n; i++) line = line " " $at[name[i]]; print line }'
}

# A form's lines: the codes that begin so, each with the rating next in line.
form() { # FORM PREFIX RATING...
	local form=$1 prefix=$2 code
	shift 2
	while read -r code; do
		echo "$form,$code,$1"
		shift
	done < <(cut -d, -f1 "$SCHEMAS/self-assessment/items.csv" | grep "^$prefix")
}

by_line() { # [OPTION]...
	score -c "$SCHEMAS/self-assessment/scales.json" --record form_id --item item --answer rating "$@"
}

# shellcheck disable=SC2120 # without options it gives scores
by_standard() { # [OPTION]...
	score -c "$SCHEMAS/amhp-activity/audit-scales.json" --record organisation --record round \
		--item standard --answer met "$@"
}

# Answers to all 27 statements, from a record's first field and its answers; those that
# are not given are 3.
answers() { # ID [COLUMN=ANSWER]...
	local id=$1 change
	shift
	head -1 "$SAMPLES/standards-check.csv" | tr ',' '\n' | tail -n +6 | while read -r column; do
		local answer=3
		for change in "$@"; do
			[ "${change%%=*}" != "$column" ] || answer=${change#*=}
		done
		printf ',%s' "$answer"
	done | sed "s/^/$id,ORG01,Made-up Team North,2025\/26,senior/"
	echo
}

# The instrument with answers from 0 to 100 in place of its own.
any_answer() { # SCALES.JSON
	tr '\n' ' ' <"$1" | sed 's/"answer_sets": {[^}]*}[^}]*},//; s/"answers": "agreement"/"minimum": 0, "maximum": 100/g
		s/"allowed": \[1, 2, 3, 4, 5\]/"minimum": 0, "maximum": 100/g
		s/"target": 5/"target": 100/g; s/"reverse": true,//g'
}

@test "instruments: every one passes --check-config" {
	local file
	for file in "$SCHEMAS"/*/*scales.json "$SCHEMAS/standards-check/units.json"; do
		run score -c "$file" --check-config
		assert_success
		assert_output ""
	done
}

@test "instruments: what is derived says that it is no official text, and where it comes from" {
	local file
	for file in $(derived); do
		grep -q '"official": false' "$file"
		grep -qE '"title": "[^"]+"' "$file"
		grep -qE '"version": "[^"]+"' "$file"
		run grep '"source":' "$file"
		assert_output --regexp '[Nn]ot (the|an) official text'
		assert_output --regexp '[Dd]erived for this project|Written for this project'
		grep -q 'official' "$(dirname "$file")/README.md"
		# shellcheck disable=SC2016 # Markdown's own quotes
		grep -qF "\`$(basename "$file")\`" "$(dirname "$file")/README.md"
	done
}

@test "instruments: statements are those of the lists, word for word" {
	local columns='s/.*"column": "\([^"]*\)",.*/\1/p'
	sed -n "$columns" "$SCHEMAS/self-assessment/scales.json" >codes
	cut -d, -f1 "$SCHEMAS/self-assessment/items.csv" | tail -n +2 | cmp - codes
	sed -n 's/.*"label": "\(.*\)", "allowed.*/\1/p' "$SCHEMAS/self-assessment/scales.json" >labels
	tail -n +2 "$SCHEMAS/self-assessment/items.csv" | sed 's/^[^,]*,[^,]*,[^,]*,//; s/"//g' | cmp - labels
	sed -n "$columns" "$SCHEMAS/amhp-activity/audit-scales.json" | sort >codes
	cut -d, -f1 "$SCHEMAS/amhp-activity/standards.csv" | tail -n +2 | sort | cmp - codes
	sed '/"scales": \[/q' "$SCHEMAS/amhp-activity/audit-scales.json" |
		sed -n 's/.*"label": "\(.*\)",$/\1/p' | sort >labels
	tail -n +2 "$SCHEMAS/amhp-activity/standards.csv" | sed 's/^[^,]*,[^,]*,[^,]*,//; s/"//g' |
		sort | cmp - labels
	sed -n "$columns" "$SCHEMAS/standards-check/scales.json" >codes
	head -1 "$SAMPLES/standards-check.csv" | tr ',' '\n' | tail -n +6 | cmp - codes
}

@test "instruments: new samples pass their tables unchanged, and are what the generator makes" {
	local type options
	while read -r type options; do
		run --separate-stderr validate -q -s "$SCHEMAS/$type/table.json" "$SAMPLES/$type.csv"
		assert_success
		assert_equal "$type $stderr" "$type "
		assert_equal "$output" "$(cat "$SAMPLES/$type.csv")"
		# shellcheck disable=SC2086 # several options
		generate --type "$type" $options | cmp - "$SAMPLES/$type.csv"
		# shellcheck disable=SC2016 # Markdown's own quotes
		grep -qF "\`samples/generate --type $type $options\`" "$SAMPLES/README.md"
	done <<-'END'
		self-assessment --records 882 --seed 55
		standards-check --records 200 --seed 4
		friends-family --records 100 --seed 1
	END
}

@test "instruments: a shorter run of a new type is the beginning of a longer one, and other seeds differ" {
	local type
	for type in self-assessment standards-check friends-family; do
		generate --type "$type" --records 1500 --months 40 --until 2025-06 >long
		generate --type "$type" --records 90 --months 40 --until 2025-06 >short
		head -c "$(stat -c %s short)" long | cmp - short
		assert_equal "$type $(wc -l <short)" "$type 91"
		generate --type "$type" --records 90 --months 40 --until 2025-06 --seed 2 >other
		run cmp -s short other
		assert_failure
		run --separate-stderr validate -q -s "$SCHEMAS/$type/table.json" long
		assert_success
		assert_equal "$type $stderr" "$type "
	done
}

@test "self-assessment: 49 statements a form, an organisation and two of its teams, the latest round first" {
	tail -n +2 "$SAMPLES/self-assessment.csv" | cut -d, -f1-5 | sort | uniq -c |
		awk '{ $1 = $1; print }' >forms
	assert_equal "$(wc -l <forms)" 18
	assert_equal "$(grep -c '^49 ' forms)" 18
	assert_equal "$(head -1 forms)" "49 F0001,ORG01,organisation,,2025/26"
	assert_equal "$(grep -c ',team,.*2024/25' forms)" 6
}

@test "self-assessment: categories, conditions and all of it, worked out by hand" {
	{
		echo form_id,item,rating
		# 0 25 50 75 100 50 50 - 100 75 and one not answered: 525 / 9
		form F1 'A\.' 1 2 3 4 5 3 3 '[z]' 5 4 ''
		# two of four is too few; two of the three that apply is enough: (0 + 25) / 2
		form F1 'B\.' 2 4 '' ''
		form F1 'C\.' 3 3 3 3 3 3
		form F1 'D\.' 1 '[z]' 2 ''
		# none of it applies
		form F1 'E\.' '[z]' '[z]' '[z]' '[z]' '[z]'
		form F1 CON 5 5 5 5 5 5
		form F1 STD 3 3 3 3 3 3 3 3
		form F1 '[A-E]$' 1 2 3 4 5
	} >lines.csv
	run by_line lines.csv
	assert_success
	assert_line --index 1 "F1,58.3,9,,2,50.0,6,12.5,2,,0,50.0,5,100.0,6,50.0,low,8,54.2,5"
	# overall: of the six that apply, the five with a score: (58.333 + 50 + 12.5 + 100 + 50) / 5
}

@test "self-assessment: with three of seven scales there is no score of all" {
	{
		echo form_id,item,rating
		form F1 CON 5 5 5 5 5 5
		form F1 STD 1 1 1 1 1 1 1 1
		form F1 'B\.' 1 1 1 1
		form F2 CON 5 5 5 5 5 5
		form F2 STD 1 1 1 1 1 1 1 1
		form F2 'B\.' 1 1 1 1
		form F2 'C\.' 5 5 5 5 5 5
		form F2 'D\.' 2 2 2 2
	} >lines.csv
	by_line lines.csv | pick overall overall_answered standards_band >picked
	# (0 + 100 + 25 + 100 + 0) / 5
	assert_equal "$(paste -sd';' picked)" " 3 low;45.0 5 low"
}

@test "self-assessment: the bands of the standards begin and end where the source says" {
	{
		echo form_id,item,rating
		form F1 STD 3 3 3 3 3 3 3 3
		form F2 STD 3 3 3 3 3 3 3 4
		form F3 STD 4 4 4 4 4 4 4 3
		form F4 STD 4 4 4 4 4 4 4 4
		form F5 STD 1 1 1 1 1 1 1 1
		form F6 STD 5 5 5 5 5 5 5 5
	} >lines.csv
	by_line lines.csv | pick standards standards_band >picked
	assert_equal "$(paste -sd';' picked)" \
		"50.0 low;53.1 moderate;71.9 moderate;75.0 high;0.0 low;100.0 high"
}

@test "self-assessment: a rating between the levels is refused" {
	local rating
	for rating in 0 6 3.5 often; do
		printf 'form_id,item,rating\nF1,A.i,%s\n' "$rating" >lines.csv
		run --separate-stderr by_line lines.csv
		assert_failure 1
		[[ $stderr == *"lines.csv:2:"* ]]
	done
}

@test "self-assessment: the sample goes to a profile, to peers and to a plan" {
	validate -q -s "$SCHEMAS/self-assessment/table.json" "$SAMPLES/self-assessment.csv" |
		by_line --keep organisation --keep level --keep team --keep round >scored.csv
	assert_equal "$(wc -l <scored.csv)" 19
	# the second team of each organisation has no AMHPs, in either round
	assert_equal "$(pick role_E_answered <scored.csv | grep -c '^0$')" 6
	benchmark -m "$SCHEMAS/self-assessment/measures.json" -u organisation -p round -b level -c quartile,rank \
		--disclosure none scored.csv >compared.csv
	assert_equal "$(pick measure <compared.csv | sort -u | wc -l)" 9
	# the mean of the two teams, of which only one has role E
	run awk -F, '$2 == "ORG01" && $3 == "team" && $5 == "2025/26" { print $14, $15 }' scored.csv
	assert_line --index 0 "56.3 4"
	assert_line --index 1 " 0"
	run grep '^ORG01,2025/26,team,role_E,' compared.csv
	assert_output --partial ",2,56.3,1,56.3,"
	by_line --action-plan --with action --with action_due "$SAMPLES/self-assessment.csv" >plan.csv
	run head -2 plan.csv
	assert_line --index 0 "form_id,rank,item,label,scale,state,answer,target,distance,importance,priority,action,action_due"
	assert_line --index 1 --regexp '^F0001,1,A\.vii,.*,role_A,gap,1,5,4,1,4,Invented step: [a-z ]+,2026-09-16$'
}

@test "self-assessment: who finds something more important changes one number" {
	sed 's/"column": "STD3", \(.*\)"importance": 1/"column": "STD3", \1"importance": 3/' \
		"$SCHEMAS/self-assessment/scales.json" >ours.json
	printf 'form_id,item,rating\nF1,A.i,1\nF1,STD3,3\nF1,STD4,3\n' >lines.csv
	run score -c ours.json --record form_id --item item --answer rating --action-plan lines.csv
	assert_success
	# 2 levels times 3 stands before 4 levels times 1
	assert_line --index 1 --regexp '^F1,1,STD3,'
	assert_line --index 2 --regexp '^F1,2,A\.i,'
	assert_line --index 3 --regexp '^F1,3,STD4,'
}

@test "standards-check: words and numbers are the same answers" {
	{
		head -1 "$SAMPLES/standards-check.csv"
		answers S00001 framework_1=5 framework_2=4 framework_3=3 workforce_1=2 workforce_2=1 workforce_3=1
		answers S00002 "framework_1=Strongly agree" framework_2=Agree \
			"framework_3=Neither agree nor disagree" workforce_1=Disagree \
			"workforce_2=Strongly disagree" "workforce_3=Strongly disagree"
	} >in.csv
	validate -q -s "$SCHEMAS/standards-check/table.json" in.csv |
		score -c "$SCHEMAS/standards-check/scales.json" |
		pick framework framework_band workforce workforce_band overall overall_answered >picked
	# (100 + 75 + 50) / 3; (25 + 0 + 0) / 3; (75 + 8.333 + 6 times 50) / 8
	assert_equal "$(head -1 picked)" "75.0 high 8.3 low 47.9 8"
	assert_equal "$(tail -1 picked)" "$(head -1 picked)"
}

@test "standards-check: what is put the other way round is turned" {
	{
		head -1 "$SAMPLES/standards-check.csv"
		# no unpaid hours, and all else as good
		answers S00001 workload_1=5 workload_2=5 workload_3=1 workload_4=5
		answers S00002 workload_1=5 workload_2=5 workload_3=5 workload_4=5
	} >in.csv
	score -c "$SCHEMAS/standards-check/scales.json" in.csv | pick workload workload_band >picked
	assert_equal "$(paste -sd';' picked)" "100.0 high;75.0 high"
}

@test "standards-check: don't know is in no mean, and too much of it is no score" {
	{
		head -1 "$SAMPLES/standards-check.csv"
		answers S00001 "wellbeing_1=Don't know" wellbeing_2=5 wellbeing_3=5 wellbeing_4=4
		answers S00002 "wellbeing_1=Don’t know" "wellbeing_2=Don't know" wellbeing_3=5 wellbeing_4=4
		answers S00003 wellbeing_1= wellbeing_2= wellbeing_3=5 wellbeing_4=4
	} >in.csv
	run --separate-stderr validate -q -s "$SCHEMAS/standards-check/table.json" in.csv
	assert_success
	assert_equal "$stderr" ""
	score -c "$SCHEMAS/standards-check/scales.json" in.csv |
		pick wellbeing wellbeing_band wellbeing_answered overall overall_answered >picked
	# 275 / 3; two of four are under 60 percent; overall (91.667 + 350) / 8 and 350 / 7
	assert_equal "$(paste -sd';' picked)" "91.7 high 3 55.2 8;  2 50.0 7;  2 50.0 7"
}

@test "standards-check: who is not registered has no answers about registration" {
	{
		head -1 "$SAMPLES/standards-check.csv"
		answers S00001 'registration_1=[z]' 'registration_2=[z]' 'registration_3=[z]'
		answers S00002 'registration_1=[z]' registration_2=5 registration_3=5
	} >in.csv
	score -c "$SCHEMAS/standards-check/scales.json" in.csv |
		pick registration registration_band registration_answered overall overall_answered >picked
	# (100 + 7 times 50) / 8
	assert_equal "$(paste -sd';' picked)" "  0 50.0 7;100.0 high 2 56.3 8"
}

@test "standards-check: an answer that is none is refused by the table and by the instrument" {
	local answer
	for answer in 6 0 2.5 agree Yes; do
		{
			head -1 "$SAMPLES/standards-check.csv"
			answers S00001 "supervision_1=$answer"
		} >in.csv
		run validate -q -s "$SCHEMAS/standards-check/table.json" in.csv
		assert_failure 1
		run --separate-stderr score -c "$SCHEMAS/standards-check/scales.json" in.csv
		assert_failure 1
		[[ $stderr == *"in.csv:2:"* ]]
	done
}

@test "bands of 0 to 100: low ends with 50, high begins with 75, and the exact score decides" {
	local file score band scale
	for file in self-assessment standards-check; do
		any_answer "$SCHEMAS/$file/scales.json" >any.json
		scale=standards
		[ "$file" = self-assessment ] || scale=framework
		while read -r score band; do
			sed -n 's/.*"column": "\([^"]*\)",.*/\1/p' "$SCHEMAS/$file/scales.json" | paste -sd, >in.csv
			tr ',' '\n' <in.csv | sed "s/.*/$score/" | paste -sd, >answers
			cat answers >>in.csv
			score -c any.json in.csv | pick "$scale" "${scale}_band" >picked
			assert_equal "$file $(cat picked)" "$file $(printf '%.1f' "$score") $band"
		done <<-'END'
			0 low
			49.9 low
			50 low
			50.04 moderate
			50.1 moderate
			74.9 moderate
			74.96 moderate
			75 high
			75.1 high
			100 high
		END
	done
}

@test "standards-check: the band of an employer is the band of its mean" {
	{
		echo unit,period,measure,value
		echo ORG01,2025/26,framework,50.0
		echo ORG01,2025/26,workforce,50.1
		echo ORG01,2025/26,workload,74.9
		echo ORG01,2025/26,wellbeing,75.0
		echo ORG01,2025/26,supervision,*
		echo ORG01,2025/26,overall,66.0
		echo ORG01,2025/26,workload_low,40
	} >means.csv
	score -c "$SCHEMAS/standards-check/units.json" --record unit --record period --item measure \
		--answer value means.csv |
		pick framework_band workforce_band workload_band wellbeing_band supervision supervision_band \
			registration >picked
	assert_equal "$(cat picked)" "low moderate moderate high   "
}

@test "standards-check: from the sample to the bands of both employers in both rounds" {
	validate -q -s "$SCHEMAS/standards-check/table.json" "$SAMPLES/standards-check.csv" |
		score -c "$SCHEMAS/standards-check/scales.json" |
		benchmark -q -m "$SCHEMAS/standards-check/measures.json" -u organisation -p round >means.csv
	assert_equal "$(tail -n +2 means.csv | wc -l)" $((4 * 17))
	score -c "$SCHEMAS/standards-check/units.json" --record unit --record period --item measure \
		--answer value means.csv | pick unit period framework framework_band workload_band >picked
	assert_equal "$(paste -sd';' picked)" "$(
		printf 'ORG01 2024/25 68.5 moderate moderate;ORG01 2025/26 75.0 high moderate;'
		printf 'ORG02 2024/25 64.5 moderate low;ORG02 2025/26 55.2 moderate low'
	)"
}

@test "standards-check: records leave in classes of at least 5 people" {
	anonymise --make-key project.key
	anonymise -q -p "$SCHEMAS/standards-check/privacy.json" -k project.key \
		"$SAMPLES/standards-check.csv" >out.csv
	run anonymise -p "$SCHEMAS/standards-check/privacy.json" --check out.csv
	assert_success
	assert_equal "$(tail -n +2 out.csv | cut -d, -f2-5 | sort | uniq -c | awk '$1 < 5' | wc -l)" 0
}

@test "amhp audit: leadership, duties and standards fully met, worked out by hand" {
	validate -q -s "$SCHEMAS/amhp-activity/audit-table.json" "$SAMPLES/amhp-audit.csv" >in.csv
	by_standard in.csv >audit.csv
	# leadership 7 of 10, duties 9 of 12, all 16 of 22; met 3 and 4
	assert_equal "$(sed -n 2p audit.csv)" "ORG01,2025/26,70.0,5,75.0,6,72.7,11,7,11,4,6"
	# 6 of 10, 11 of 12, 17 of 22; met 2 and 5
	assert_equal "$(sed -n 3p audit.csv)" "ORG02,2025/26,60.0,5,91.7,6,77.3,11,7,11,5,6"
	# 4 of 10, 6 of 12, 10 of 22; met 1 and 2
	assert_equal "$(sed -n 4p audit.csv)" "ORG01,2024/25,40.0,5,50.0,6,45.5,11,3,11,2,6"
	benchmark -m "$SCHEMAS/amhp-activity/audit-measures.json" -u organisation -p round \
		--disclosure none audit.csv >compared.csv
	assert_equal "$(tail -n +2 compared.csv | wc -l)" 15
}

@test "amhp audit: a standard that nobody looked at is no score, and never counts as met" {
	grep -v ',LEAD4,' "$SAMPLES/amhp-audit.csv" | head -11 >in.csv
	run by_standard in.csv
	assert_success
	assert_line --index 1 "ORG01,2025/26,,4,75.0,6,,10,,10,4,6"
	sed '2s/,yes,/,maybe,/' "$SAMPLES/amhp-audit.csv" >in.csv
	run by_standard in.csv
	assert_failure 1
}

@test "amhp audit: the plan has what is not met before what is partly met, with the step agreed" {
	run by_standard --action-plan --with action --with action_due "$SAMPLES/amhp-audit.csv"
	assert_success
	assert_line --index 1 --regexp '^ORG01,2025/26,1,LEAD4,.*,leadership,gap,0,2,2,1,2,Invented step: begin this very table,2026-05-31$'
	assert_line --index 2 --regexp '^ORG01,2025/26,1,DUTY6,.*,duties,gap,0,2,2,1,2,'
	assert_line --index 3 --regexp '^ORG01,2025/26,3,LEAD2,.*,gap,1,2,1,1,1,'
	refute_line --regexp '^ORG02,2025/26,.*,DUTY1,'
}

# numerator, denominator and value of each measure of one unit, as MEASURE N D VALUE
shares() {
	validate -q -s "$SCHEMAS/amhp-activity/table.json" "$1" |
		score -c "$SCHEMAS/amhp-activity/scales.json" |
		benchmark -q -m "$SCHEMAS/amhp-activity/measures.json" --disclosure none |
		pick measure numerator denominator value
}

@test "amhp activity: the twelve requests of the sample, counted by hand" {
	shares "$SAMPLES/amhp-activity.csv" >counted
	local line
	while read -r line; do
		grep -qxF "$line" counted || fail "not so: $line"
	done <<-'END'
		taken_up 11 12 91.7
		seen_through 10 11 90.9
		ended_detained 5 10 50.0
		ended_section_2 2 10 20.0
		ended_section_3 2 10 20.0
		ended_section_4 1 10 10.0
		ended_recalled 1 10 10.0
		ended_informal 1 10 10.0
		ended_outside_hospital 3 10 30.0
		ended_least_restrictive 3 10 30.0
		weighed_alternatives 5 5 100.0
		outside_hours 1 12 8.3
		with_delay 3 12 25.0
		delay_by_bed 2 12 16.7
		delay_by_doctor 1 12 8.3
		delay_by_ambulance 0 12 0.0
		of_delays_bed 2 3 66.7
		of_delays_doctor 1 3 33.3
		of_delays_police 0 3 0.0
		hours_of_delay 40.50 3 13.5
		hours_of_work 59.50 11 5.4
	END
	assert_equal "$(wc -l <counted)" 33
}

@test "amhp activity: every outcome and cause of the table is known, and each outcome ends in one way" {
	local outcome cause
	head -1 "$SAMPLES/amhp-activity.csv" >in.csv
	for outcome in section_2 section_3 section_4 recall cto guardianship informal community no_action \
		not_completed screened_out not_recorded; do
		grep -q "\"value\": \"$outcome\"" "$SCHEMAS/amhp-activity/table.json"
		sed -n 2p "$SAMPLES/amhp-activity.csv" | sed "s/,section_2,/,$outcome,/" >>in.csv
	done
	for cause in bed ambulance police doctor warrant amhp interpreter fitness other; do
		sed -n 3p "$SAMPLES/amhp-activity.csv" | sed "s/,true,bed,/,true,$cause,/" >>in.csv
	done
	# the schema's own list is as long as this one
	assert_equal "$(sed -n '/"name": "outcome"/,/\]/p' "$SCHEMAS/amhp-activity/table.json" | grep -c '"value"')" 12
	assert_equal "$(sed -n '/"name": "delay_cause"/,/\]/p' "$SCHEMAS/amhp-activity/table.json" | grep -c '"value"')" 9
	run --separate-stderr score -c "$SCHEMAS/amhp-activity/scales.json" in.csv
	assert_success
	assert_equal "$stderr" ""
	score -c "$SCHEMAS/amhp-activity/scales.json" in.csv |
		pick ended_detained ended_recalled ended_informal ended_outside_hospital taken_up seen_through >picked
	# what is completed ends in one of the four; the others have no answer to them
	assert_equal "$(head -9 picked | awk '{ print $1 + $2 + $3 + $4, $5, $6 }' | sort -u)" "100 100 100"
	assert_equal "$(sed -n 10,12p picked | paste -sd';')" "    100 0;    0 ;     "
	# a delay has one cause, whichever it is
	score -c "$SCHEMAS/amhp-activity/scales.json" in.csv | pick delay_by_bed delay_by_ambulance \
		delay_by_police delay_by_doctor delay_by_warrant delay_by_amhp delay_by_interpreter \
		delay_by_fitness delay_by_other | tail -9 >causes
	assert_equal "$(awk '{ for (i = 1; i <= NF; i++) sum[i] += $i; if ($NR == 100) own++ }
		END { for (i = 1; i <= NF; i++) printf "%s ", sum[i]; print own }' causes)" \
		"100 100 100 100 100 100 100 100 100 9"
	# none delayed: 0 for each cause
	sed -n 1,2p in.csv | score -c "$SCHEMAS/amhp-activity/scales.json" | pick delay_by_bed delay_by_other \
		hours_of_delay >picked
	assert_equal "$(cat picked)" "0 0 "
}

@test "amhp activity: a delay without a cause, and alternatives that nobody noted, are in no divisor" {
	sed '3s/,true,bed,4.5,/,true,,,/; 2s/,section_2,,false,true,/,section_2,,false,,/' \
		"$SAMPLES/amhp-activity.csv" >in.csv
	score -c "$SCHEMAS/amhp-activity/scales.json" in.csv |
		benchmark -q -m "$SCHEMAS/amhp-activity/measures.json" --disclosure none |
		pick measure numerator denominator >shares
	grep -qx 'with_delay 3 12' shares
	grep -qx 'delay_by_bed 1 11' shares
	grep -qx 'of_delays_bed 1 2' shares
	grep -qx 'weighed_alternatives 4 4' shares
	sed '2s/,section_2,/,sectioned,/' "$SAMPLES/amhp-activity.csv" >in.csv
	run score -c "$SCHEMAS/amhp-activity/scales.json" in.csv
	assert_failure 1
}

@test "amhp activity: what fewer than 5 people are behind does not show" {
	score -c "$SCHEMAS/amhp-activity/scales.json" "$SAMPLES/amhp-activity.csv" |
		benchmark -q -m "$SCHEMAS/amhp-activity/measures.json" -u organisation |
		pick measure numerator value >shares
	grep -qx 'with_delay \* \*' shares
	grep -qx 'ended_detained 5 50' shares
	grep -qx 'ended_recalled \* \*' shares
}

fft() { # ANSWER...
	printf '%s\n' rating "$@" >in.csv
	score -c "$SCHEMAS/friends-family/scales.json" in.csv
}

@test "friends-family: each answer in words and as a number" {
	run fft 'Very good' Good 'Neither good nor poor' Poor 'Very poor' "Don't know" "Don’t know"
	assert_success
	assert_output "$(cat <<-'END'
		rating,positive,positive_answered,negative,negative_answered
		Very good,100,1,0,1
		Good,100,1,0,1
		Neither good nor poor,0,1,0,1
		Poor,0,1,100,1
		Very poor,0,1,100,1
		Don't know,0,0,0,0
		Don’t know,0,0,0,0
	END
	)"
	run fft 1 2 3 4 5 6
	assert_success
	assert_output "$(cat <<-'END'
		rating,positive,positive_answered,negative,negative_answered
		1,100,1,0,1
		2,100,1,0,1
		3,0,1,0,1
		4,0,1,100,1
		5,0,1,100,1
		6,0,0,0,0
	END
	)"
}

@test "friends-family: no answer is in no divisor, and what is none is refused" {
	# a lone empty field is "" in the stream
	run fft '""'
	assert_success
	assert_line --index 1 '"",,0,,0'
	local answer
	for answer in 0 7 1.5 'very good' 'Extremely likely'; do
		run fft "$answer"
		assert_failure 1
	done
}

@test "friends-family: don't know is in the divisor of both percentages" {
	# 20 answers: 9 very good, 4 good, 2 neither, 1 poor, 2 very poor, 2 don't know, and one without
	{
		echo record_id,organisation,team,date,rating,comment
		local number=0 answer
		for answer in 1 1 1 1 1 'Very good' 'Very good' 'Very good' 'Very good' Good Good 2 2 3 \
			'Neither good nor poor' Poor 5 'Very poor' "Don't know" 6 ''; do
			number=$((number + 1))
			printf 'T%06d,ORG01,Made-up Team North,2026-03-01,%s,\n' "$number" "$answer"
		done
	} >in.csv
	validate -q -s "$SCHEMAS/friends-family/table.json" in.csv |
		score -c "$SCHEMAS/friends-family/scales.json" |
		benchmark -q -m "$SCHEMAS/friends-family/measures.json" --disclosure none |
		pick measure records numerator denominator value >shares
	assert_equal "$(paste -sd';' shares)" "positive 21 13 20 65.0;negative 21 3 20 15.0"
}

@test "friends-family: the sample's percentages, counted another way" {
	local positive negative all
	positive=$(cut -d, -f5 "$SAMPLES/friends-family.csv" | grep -cxE 'Very good|Good|1|2')
	negative=$(cut -d, -f5 "$SAMPLES/friends-family.csv" | grep -cxE 'Poor|Very poor|4|5')
	all=$(tail -n +2 "$SAMPLES/friends-family.csv" | cut -d, -f5 | grep -c .)
	score -c "$SCHEMAS/friends-family/scales.json" "$SAMPLES/friends-family.csv" |
		benchmark -q -m "$SCHEMAS/friends-family/measures.json" --disclosure none |
		cut -d, -f3,6,7 | tail -n +2 >shares
	assert_equal "$(paste -sd';' shares)" "positive,$positive,$all;negative,$negative,$all"
}

@test "new tables: an empty return passes, and what is wrong in one is found" {
	local type
	for type in standards-check friends-family; do
		head -1 "$SAMPLES/$type.csv" >in.csv
		run --separate-stderr validate -q -s "$SCHEMAS/$type/table.json" in.csv
		assert_success
		assert_equal "$type $stderr" "$type "
	done
	local change
	for change in 's/^T000002,/T2,/' 's/^T000002,/T000001,/' '3s/,ORG01,/,org one,/' \
		'3s/,20[0-9-]*,/,yesterday,/' '3s/,Very good,/,Splendid,/'; do
		sed "$change" "$SAMPLES/friends-family.csv" >in.csv
		refute cmp -s in.csv "$SAMPLES/friends-family.csv"
		run validate -q -s "$SCHEMAS/friends-family/table.json" in.csv
		assert_failure 1
	done
	for change in 's/^S00002,/S2,/' 's/^S00002,/S00001,/' '3s/,2025\/26,/,2025,/' '3s/,manager,/,boss,/' \
		'3s/,Agree,/,Yes,/'; do
		sed "$change" "$SAMPLES/standards-check.csv" >in.csv
		refute cmp -s in.csv "$SAMPLES/standards-check.csv"
		run validate -q -s "$SCHEMAS/standards-check/table.json" in.csv
		assert_failure 1
	done
}

@test "friends-family: answers leave without a number or a day, and comments redacted" {
	anonymise --make-key project.key
	{
		cat "$SAMPLES/friends-family.csv"
		echo 'T000101,ORG01,Made-up Team North,2026-03-04,Good,Invented: Mrs Ashcombe rang on 07700 900123'
	} >in.csv
	run --separate-stderr anonymise -q -p "$SCHEMAS/friends-family/privacy.json" -k project.key in.csv
	assert_success
	assert_equal "${#lines[@]}" 102
	refute_output --regexp 'T0001|,2026-03-04|Ashcombe|900123'
	assert_output --partial ',2026-03,Good,Invented: Mrs [REDACTED] rang on [REDACTED]'
}
