#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# schemas: what the schemas of the record types let pass and what they find.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

# The schema, the sample and the dictionary are one folder's: TYPE or TYPE/audit.
table() {
	case $1 in
	*/*) echo "$SCHEMAS/$1-table.json" ;;
	*) echo "$SCHEMAS/$1/table.json" ;;
	esac
}

# The codes of the findings about in.csv with their counts, sorted.
found() { # SCHEMA [FILE]
	validate -q -s "$1" --format csv --max-errors 1000000 "${2:-in.csv}" 2>&1 >out.csv |
		tail -n +2 | cut -d, -f1 | sort | uniq -c | awk '{ printf "%s%s %s", sep, $2, $1; sep = ", " }'
}

# The sample as in.csv, each COLUMN=VALUE written into its record of that number.
# None of the samples needs quotes.
change() { # SAMPLE RECORD COLUMN=VALUE...
	local sample=$1 record=$2
	shift 2
	refute grep -q '"' "$SAMPLES/$sample.csv"
	awk -v record="$record" -v changes="$(printf '%s\n' "$@")" '
		BEGIN { FS = OFS = ","; n = split(changes, change, "\n") }
		NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i }
		NR == record + 1 {
			for (i = 1; i <= n; i++) {
				at = index(change[i], "=")
				name = substr(change[i], 1, at - 1)
				if (!(name in column)) { print "no column " name > "/dev/stderr"; exit 1 }
				$column[name] = substr(change[i], at + 1)
			}
		}
		{ print }' "$SAMPLES/$sample.csv" >in.csv
}

# What the sample of a type earns after such a change.
expect() { # TYPE SAMPLE CODES RECORD COLUMN=VALUE...
	local type=$1 sample=$2 codes=$3
	shift 3
	change "$sample" "$@"
	assert_equal "$* : $(found "$(table "$type")")" "$* : $codes"
}

passes() { # TYPE SAMPLE
	run --separate-stderr validate -q -s "$(table "$1")" "$SAMPLES/$2.csv"
	assert_success
	assert_equal "$stderr" ""
	assert_equal "$output" "$(cat "$SAMPLES/$2.csv")"
}

@test "schemas: each passes --check-config" {
	local schema
	for schema in "$SCHEMAS"/*/*table.json; do
		run validate --check-config -s "$schema"
		assert_success
		assert_output ""
	done
}

@test "schemas: each has a title and each field has one" {
	local schema
	for schema in "$SCHEMAS"/*/*table.json; do
		assert_equal "$schema $(grep -c '"name":' "$schema")" "$schema $(grep -c '"title":' "$schema")"
	done
}

@test "schemas: each dictionary is what --describe writes today" {
	local schema dictionary
	for schema in "$SCHEMAS"/*/*table.json; do
		dictionary=${schema%table.json}dictionary.md
		validate -s "$schema" --describe >page.md
		cmp page.md "$dictionary"
	done
}

@test "schemas: numbers of people and what they wrote are never shown" {
	local column dictionary
	for dictionary in "$SCHEMAS"/*/dictionary.md; do
		for column in person_id amhp_id registration comment text evidence action note; do
			refute grep -v 'sensitive' <(grep "^| \`$column\` |" "$dictionary")
		done
	done
}

@test "schemas: the lists and the tables of the roles pass their own schemas" {
	local schema list
	for schema in "$SCHEMAS"/*/*-table.json; do
		list=${schema%-table.json}.csv
		[ -e "$list" ] || continue
		run --separate-stderr validate -q -s "$schema" "$list"
		assert_success
		assert_equal "$stderr" ""
		assert_equal "$output" "$(cat "$list")"
	done
}

@test "schemas: each code list has a schema of its own" {
	local list
	for list in "$SCHEMAS"/*/*.csv; do
		[ -e "${list%.csv}-table.json" ]
	done
}

@test "schemas: a list with a fault fails" {
	sed 's/^E12000009/E12000001/' "$SCHEMAS/lists/regions.csv" >in.csv
	assert_equal "$(found "$SCHEMAS/lists/regions-table.json")" "E402 1"
	sed '$d' "$SCHEMAS/lists/regions.csv" >in.csv
	assert_equal "$(found "$SCHEMAS/lists/regions-table.json")" "E601 1"
	sed 's/^R,Chinese,nhs-2001,other/R,Chinese,nhs-2001,another/' "$SCHEMAS/lists/ethnic-groups.csv" >in.csv
	assert_equal "$(found "$SCHEMAS/lists/ethnic-groups-table.json")" "E404 1"
	sed 's/,E06,,$/,E08,,/;s/^E06000001,/E06000001,/' "$SCHEMAS/lists/councils.csv" | head -2 >in.csv
	assert_equal "$(found "$SCHEMAS/lists/councils-table.json")" "E501 1, E601 1"
	sed 's/^E10000021,E06000061/E10000021,E06000099/' "$SCHEMAS/lists/organisation-changes.csv" >in.csv
	assert_equal "$(found "$SCHEMAS/lists/organisation-changes-table.json")" "E404 1"
	printf 'unit,peer\nORG01,ORG01\n' >in.csv
	assert_equal "$(found "$SCHEMAS/lists/peers-table.json")" "E501 1"
}

@test "schemas: the lists hold what their README counts" {
	local lists=$SCHEMAS/lists
	assert_equal "$(grep -c ',nhs-2001,' "$lists/ethnic-groups.csv")" 18
	assert_equal "$(grep -c ',census-2021,' "$lists/ethnic-groups.csv")" 19
	assert_equal "$(grep -c ',broad,' "$lists/ethnic-groups.csv")" 7
	# 151 councils in 2020/21, so neither closed before nor begun after
	assert_equal "$(awk -F, 'NR > 1 && $(NF - 1) < "2020-04-02" && ($NF == "" || $NF > "2021-03-30")' \
		"$lists/councils.csv" | wc -l)" 151
}

@test "schemas: an organisation ends on the day before the one that follows it begins" {
	run awk -F, '
		FNR == 1 { file++; next }
		file == 1 { begins[$1] = $(NF - 1); ends[$1] = $NF; next }
		$3 != begins[$2] || $3 !~ /-04-01$/ || ends[$1] != substr($3, 1, 4) "-03-31" { print $1, $2 }
	' "$SCHEMAS/lists/councils.csv" "$SCHEMAS/lists/organisation-changes.csv"
	assert_success
	assert_output ""
}

@test "schemas: a table of the roles with a fault fails" {
	sed 's/^A.iv,A,iv,4/A.iv,A,iv,0/' "$SCHEMAS/roles/roles.csv" >in.csv
	assert_equal "$(found "$SCHEMAS/roles/roles-table.json")" "E403 1, E501 1"
	sed '2s/A\.i,/A.xx,/' "$SCHEMAS/roles/rules.csv" >in.csv
	assert_equal "$(found "$SCHEMAS/roles/rules-table.json")" "E404 1"
	sed '3s/^A1,A,/A1,F,/' "$SCHEMAS/roles/pcf.csv" >in.csv
	assert_equal "$(found "$SCHEMAS/roles/pcf-table.json")" "E305 1, E404 1, E407 1"
	sed '3s/^NHSOF,NHSOF.2,/NHSOF,NHSOF.1,/' "$SCHEMAS/roles/outcomes.csv" >in.csv
	assert_equal "$(found "$SCHEMAS/roles/outcomes-table.json")" "E402 1"
}

@test "self-assessment: the invented sample passes unchanged" {
	passes self-assessment self-assessment
}

@test "self-assessment: what is wrong is found" {
	expect self-assessment self-assessment "E405 1" 2 item=CON9
	expect self-assessment self-assessment "E311 1, E501 1" 2 rating=6
	expect self-assessment self-assessment "E402 1" 2 item=A
	expect self-assessment self-assessment "E305 1, E407 1" 7 round=2025
	expect self-assessment self-assessment "E407 1" 2 organisation=ORG09
	expect self-assessment self-assessment "E501 1" 8 action_due=2026-01-01
	expect self-assessment self-assessment "E501 2" 3 action=
	# an organisation's answer with a team, which the form's other answers lack
	expect self-assessment self-assessment "E501 1" 4 "team=Made-up Team East"
}

@test "workforce: the invented sample passes unchanged" {
	passes workforce workforce
}

@test "workforce: what is wrong is found" {
	expect workforce workforce "E304 1, E501 1" 1 fte=1.2
	expect workforce workforce "E501 1" 1 fte=0.9
	expect workforce workforce "E501 1" 2 fte=1
	expect workforce workforce "E501 1" 12 fte=0.5
	expect workforce workforce "E501 1" 9 end_date=2019-01-01
	expect workforce workforce "E501 1" 5 person_id=P00005
	expect workforce workforce "E501 1" 5 vacant_since=
	expect workforce workforce "E501 1" 3 amhp_to=2031-04-30
	expect workforce workforce "E501 1" 3 amhp_to=2026-03-30
	expect workforce workforce "E501 1" 8 profession=support_worker
	expect workforce workforce "E501 1" 3 refresher_hours=17.5
	expect workforce workforce "E405 1" 2 region=E12000010
	expect workforce workforce "E305 1" 2 ethnic_group=all
	expect workforce workforce "E405 1" 2 ethnic_group=Y
	expect workforce workforce "E407 1" 2 sector=nhs
	expect workforce workforce "E402 1" 2 record_id=W0001
	expect workforce workforce "E311 1" 2 gender=F
	expect workforce workforce "E305 1" 2 role=A.i
}

@test "amhp-activity: the invented samples pass unchanged" {
	passes amhp-activity amhp-activity
	passes amhp-activity/audit amhp-audit
}

@test "amhp-activity: what is wrong is found" {
	expect amhp-activity amhp-activity "E304 1" 1 hours=25
	expect amhp-activity amhp-activity "E501 1" 2 delay_cause=
	expect amhp-activity amhp-activity "E501 1" 1 delay_cause=bed
	expect amhp-activity amhp-activity "E501 1" 1 started=2026-01-31T11:00:00
	expect amhp-activity amhp-activity "E501 1" 1 doctors=1
	expect amhp-activity amhp-activity "E501 1" 2 nearest_relative=no
	expect amhp-activity amhp-activity "E501 1" 5 safety_hours=26
	expect amhp-activity amhp-activity "E501 1" 1 safety_hours=5
	expect amhp-activity amhp-activity "E501 1" 7 not_completed_reason=
	expect amhp-activity amhp-activity "E210 1" 1 requested=soon
	expect amhp-activity amhp-activity "E301 1" 1 ethnic_group=
	expect amhp-activity amhp-activity "E203 1" 1 out_of_hours=night
	expect amhp-activity amhp-activity "E402 1" 2 record_id=M00001
	expect amhp-activity/audit amhp-audit "E405 1" 1 standard=DUTY7
	expect amhp-activity/audit amhp-audit "E501 1" 2 action=
	expect amhp-activity/audit amhp-audit "E501 1" 2 action_due=2026-04-14
}

@test "local-returns: the invented sample passes, its symbols kept apart" {
	passes local-returns local-returns
}

@test "local-returns: what is wrong is found" {
	expect local-returns local-returns "E501 1" 1 numerator=121
	expect local-returns local-returns "E501 1" 4 denominator=20
	expect local-returns local-returns "E501 1" 1 denominator=
	expect local-returns local-returns "E405 1" 1 measure=carers
	expect local-returns local-returns "E305 1" 1 period=2025-26
	expect local-returns local-returns "E303 1" 1 numerator=-1
	expect local-returns local-returns "E201 1" 1 numerator=84.5
	expect local-returns local-returns "E402 1" 2 measure=carers-assessed
	expect local-returns local-returns "E501 1" 5 note=
}

@test "local-returns: of two returns of an organisation and period the later one counts" {
	change local-returns 1 numerator=90
	run --separate-stderr validate -q -s "$(table local-returns)" --submissions sent.csv \
		"$SAMPLES/local-returns.csv" in.csv
	assert_success
	assert_equal "$output" "$(cat in.csv)"
	grep -q replaced sent.csv
}

@test "activities: the invented samples pass unchanged, with warnings of the hardest work alone" {
	passes activities jobs
	local hard
	hard=$(awk -F, '$10 == 3 && $9 ~ /newly_qualified|social_worker/' "$SAMPLES/activities.csv" | wc -l)
	assert_equal "$(found "$(table activities)" "$SAMPLES/activities.csv")" "E501 $hard"
	cmp "$SAMPLES/activities.csv" out.csv
}

@test "activities: what is wrong is found" {
	# lines of each kind: coded, coded, the hardest work, a duty, a task
	mkdir plain
	{
		head -n 1 "$SAMPLES/activities.csv"
		awk -F, '$10 < 3 && $12 != "" && $14 ~ /^A/ && ++n <= 2' "$SAMPLES/activities.csv"
		awk -F, '$10 == 3 && $9 == "experienced" && ++n <= 1' "$SAMPLES/activities.csv"
		awk -F, '$2 == "duty" && ++n <= 1' "$SAMPLES/jobs.csv"
		awk -F, '$2 == "job" && ++n <= 1' "$SAMPLES/jobs.csv"
	} | awk -F, -v OFS=, 'NR > 1 { $1 = sprintf("T%05d", NR) } 1' >plain/few.csv
	SAMPLES=plain
	passes activities few
	expect activities few "E501 1" 1 function=B.i
	expect activities few "E501 1" 1 role=
	expect activities few "E405 1" 1 function=A.xii
	expect activities few "E501 1" 1 date=
	expect activities few "E405 1" 2 code=XYZ
	expect activities few "E305 1, E405 1" 2 code=A.i
	expect activities few "E501 1" 4 minutes=5
	expect activities few "E501 1" 5 post=
	expect activities few "E304 1" 1 minutes=1441
	expect activities few "E501 1" 3 level=newly_qualified
	expect activities few "E301 1" 3 text=
}

@test "activities: codes, profiles and training with a fault fail" {
	local folder=$SCHEMAS/activities
	sed 's/^RAS,A.ii,/RAS,A.xx,/' "$folder/codes.csv" >in.csv
	assert_equal "$(found "$folder/codes-table.json")" "E405 1"
	sed 's/^RAS,/A.i,/' "$folder/codes.csv" >in.csv
	assert_equal "$(found "$folder/codes-table.json")" "E305 1"
	sed '3s/.*/Social worker,A.i/' "$folder/profiles.csv" >in.csv
	assert_equal "$(found "$folder/profiles-table.json")" "E402 1"
	validate -q -s "$folder/training-table.json" "$SAMPLES/training.csv" | cmp - "$SAMPLES/training.csv"
	sed '2s/,[A-E][12]\?,/,F,/' "$SAMPLES/training.csv" >in.csv
	assert_equal "$(found "$folder/training-table.json")" "E305 1, E405 1"
}

@test "indicators: the invented sample passes unchanged" {
	passes indicators indicators
}

@test "indicators: what is wrong is found" {
	expect indicators indicators "E501 1" 1 period_end=2024-03-31
	expect indicators indicators "E501 1" 3 value=101 upper= lower=
	expect indicators indicators "E501 1" 3 value=18
	expect indicators indicators "E501 1" 3 lower=20 value=
	expect indicators indicators "E501 1" 3 numerator=201
	expect indicators indicators "E407 1" 3 unit=rate
	expect indicators indicators "E402 1" 4 breakdown=male
	expect indicators indicators "E202 1" 3 value=twelve
	expect indicators indicators "E501 1" 2 organisation=E99999999
}

@test "detentions: the invented sample passes unchanged" {
	passes detentions detentions
}

@test "detentions: what is wrong is found" {
	expect detentions detentions "E501 1" 9 count=3
	expect detentions detentions "E501 1" 9 count=0
	expect detentions detentions "E501 1" 12 population_base=census_2021
	expect detentions detentions "E501 1" 1 population_base=census_2011
	expect detentions detentions "E501 1" 1 population_base=
	expect detentions detentions "E501 1" 7 population=100 population_base=census_2021
	expect detentions detentions "E501 1" 2 standardised_rate=95
	expect detentions detentions "E405 1" 2 ethnic_group=W2
	expect detentions detentions "E402 1" 3 ethnic_group=white
}

# The codes with the sum of their counts, a repair's count being its values.
counted() { # SCHEMA FILE...
	local schema=$1
	shift
	validate -q -s "$schema" --format csv --max-errors 1000000 --rejects bad.csv "$@" 2>&1 >out.csv |
		tail -n +2 | awk -F, '{ n[$1] += $NF } END { for (code in n) print code, n[code] }' | sort | paste -sd, -
}

@test "indicators-mhsds-4ww: four months of real figures hold what the README says" {
	need_data mhsds-4ww
	local schema month records dates
	schema=$(table indicators-mhsds-4ww)
	while read -r month records held; do
		dates=$((2 * records))
		assert_equal "$month $(counted "$schema" "$SHARED_DATA/mhsds-4ww/MHSDS_Data_4WW_${month}Perf_2024_v2.csv")" \
			"$month W111 $dates"
		assert_equal "$(wc -l <out.csv)" "$((records + 1))"
		assert_equal "$(grep -c ',\*$' out.csv)" "$held"
		assert_equal "$(wc -l <bad.csv)" 1
	done <<-'END'
		Apr 19958 12477
		May 19934 12385
		Jun 19442 11950
		Jul 18912 11492
	END
}

@test "indicators-mhsds-4ww: the four months together have one organisation of two names" {
	need_data mhsds-4ww
	assert_equal "$(counted "$(table indicators-mhsds-4ww)" "$SHARED_DATA"/mhsds-4ww/*.csv)" "E407 132,W111 156492"
	assert_equal "$(wc -l <out.csv)" 78247
}

@test "indicators-mhsds-4ww: a byte-order mark and spreadsheet line ends change nothing but a warning" {
	need_data mhsds-4ww
	local file=$SHARED_DATA/mhsds-4ww/MHSDS_Data_4WW_JulPerf_2024_v2.csv
	validate -q -s "$(table indicators-mhsds-4ww)" "$file" >plain.csv
	{
		printf '\xEF\xBB\xBF'
		sed 's/$/\r/' "$file"
	} >in.csv
	assert_equal "$(counted "$(table indicators-mhsds-4ww)" in.csv)" "W101 1,W103 18913,W111 37824"
	cmp plain.csv out.csv
}

@test "indicators-mhsds-4ww: what the real files do not have is found" {
	need_data mhsds-4ww
	local schema
	schema=$(table indicators-mhsds-4ww)
	{
		head -1 "$SHARED_DATA/mhsds-4ww/MHSDS_Data_4WW_JulPerf_2024_v2.csv"
		cat <<-'END'
			01/05/2024,31/07/2024,Performance,England,England,England,NONE,NONE,MRS01,Invented,*
			01/05/2024,31/07/2024,Performance,Provider,XYZ99,Made-up Trust,NONE,NONE,MRS01b,Invented share,101
			01/05/2024,31/07/2024,Performance,Provider,XYZ99,Made-up Trust,NONE,NONE,MRS01,Invented,3
			01/05/2024,31/07/2024,Performance,Provider,XYZ99,Made-up Trust,NONE,NONE,MRS02,Invented wait,10
			01/07/2024,31/07/2024,Performance,Provider,XYZ99,Made-up Clinic,NONE,NONE,MRS06,Invented open,10
			07/31/2024,31/07/2024,Performance,Provider,XYZ98,Made-up Home,NONE,NONE,MRS06,Invented open,10
			01/07/2024,31/07/2024,Performance,Provider,XYZ99,Made-up Trust,NONE,NONE,MRS06,Invented open,15
			01/07/2024,31/07/2024,Performance,Provider,XYZ97,Made-up House,NONE,NONE,MRS99,Invented other,15
		END
	} >in.csv
	assert_equal "$(found "$schema")" "E209 1, E305 1, E402 1, E407 1, E501 4, E601 1, W111 2"
}

@test "feedback-fft: the real file holds what the README says" {
	need_data feedback-fft
	local file=$SHARED_DATA/feedback-fft/v6framework_230831.csv
	run counted "$(table feedback-fft)" "$file"
	assert_output "E209 289,E302 3,E305 12,E407 215,E501 1698,W103 7909,W108 772,W109 605,W111 7619"
	counted "$(table feedback-fft)" "$file" >/dev/null
	assert_equal "$(wc -l <out.csv)" 7620
	# what was rejected is the input's own bytes, line ends and all
	head -1 "$file" | cmp - <(head -1 bad.csv)
	run validate -q -s "$(table feedback-fft)" --format csv bad.csv
	assert_failure 1
}

@test "feedback-fft: no comment and no person's number is ever shown" {
	need_data feedback-fft
	validate -q -s "$(table feedback-fft)" --show-values --max-errors 1000000 --format csv \
		"$SHARED_DATA/feedback-fft/v6framework_230831.csv" 2>shown.csv >/dev/null || true
	refute grep -Eq '(NEAS|NHFT) ' shown.csv
}

@test "schemas: a file of a header alone passes but where a return of nothing makes no sense" {
	local type expected
	while read -r type expected; do
		head -1 "$SAMPLES/$type.csv" >in.csv
		assert_equal "$type $(found "$(table "$type")")" "$type $expected"
	done <<-'END'
		self-assessment E601 1
		workforce E601 1
		local-returns E601 1
		indicators E601 1
		amhp-activity
		activities
		detentions
	END
}

# The columns of a policy, in its order, as its explanation names them.
policy_columns() { # POLICY
	anonymise -p "$1" --explain | sed -n '2,/^any other column:/p' | sed '$d; s/: .*//'
}

# Each policy with the dictionary of its table; one for figures is of the same table.
policies() {
	local policy
	for policy in "$SCHEMAS"/*/*privacy.json; do
		echo "$policy $(sed -E 's/(figures-)?privacy[.]json$/dictionary.md/' <<<"$policy")"
	done
}

@test "privacy: each policy passes --check-config" {
	local policy dictionary
	while read -r policy dictionary; do
		run anonymise -p "$policy" --check-config
		assert_success
		assert_output ""
	done < <(policies)
}

@test "privacy: each policy lists the columns of its table, all of them and no other" {
	local policy dictionary
	while read -r policy dictionary; do
		policy_columns "$policy" | sort >listed
		# shellcheck disable=SC2016 # Markdown's own quotes
		sed -n '/^## Fields/,/^## Values/p' "$dictionary" | sed -n 's/^| `\([a-z0-9_]*\)` .*/\1/p' |
			sort >known
		assert [ -s known ]
		assert_equal "$policy $(diff listed known)" "$policy "
	done < <(policies)
}

@test "privacy: no policy passes on as it is what its table calls sensitive" {
	local policy dictionary
	while read -r policy dictionary; do
		# shellcheck disable=SC2016
		sed -n '/^## Fields/,/^## Values/s/^| `\([a-z0-9_]*\)` .*\*\*sensitive\*\*.*/\1/p' "$dictionary" >sensitive
		while read -r column; do
			run bash -c "anonymise -p '$policy' --explain | grep '^$column: '"
			refute_output --partial "is passed on as it is"
		done <sensitive
	done < <(policies)
}

@test "privacy: each record type has a policy, or its page says why not" {
	local folder
	for folder in "$SCHEMAS"/*/; do
		[ -e "$folder/table.json" ] && [ ! -e "$folder/privacy.json" ] || continue
		# shellcheck disable=SC2016
		run grep -c 'There is no `privacy.json`: these are figures about organisations' "$folder/README.md"
		assert_equal "$folder $output" "$folder 1"
	done
}

@test "privacy: samples about organisations and staff logs go through, each record of them" {
	local pair policy
	anonymise --make-key project.key
	for pair in activities/privacy:activities self-assessment/privacy:self-assessment \
		amhp-activity/audit-privacy:amhp-audit feedback/privacy:feedback-clean; do
		policy=$SCHEMAS/${pair%:*}.json
		validate -q -s "${policy%privacy.json}table.json" "$SAMPLES/${pair#*:}.csv" >in.csv
		run --separate-stderr anonymise -q -p "$policy" -k project.key in.csv
		assert_success
		assert_equal "$stderr" ""
		assert_equal "$pair ${#lines[@]}" "$pair $(wc -l <in.csv)"
	done
}

@test "privacy: a staff log leaves without a number, a day or who was there" {
	anonymise --make-key project.key
	{ cat "$SAMPLES/activities.csv"
	  echo "T00601,activity,ORG01,Made-up Team North,K001,,2026-03-04,30,experienced,1,\"Invented: K001 rang Mrs Ashcombe on 07700 900123\",,A,A.i,true"
	} >in.csv
	run anonymise -q -p "$SCHEMAS/activities/privacy.json" -k project.key in.csv
	assert_success
	refute_output --regexp '\bK[0-9]{3}\b|\bT[0-9]{5}\b|2026-03-|Ashcombe|900123'
	assert_output --partial ": [REDACTED] rang Mrs [REDACTED] on [REDACTED]"
	# the same practitioner is the same, from record to record
	paste -d, <(cut -d, -f5 in.csv) <(cut -d, -f5 <<<"$output") | sort -u >pairs
	assert_equal "$(wc -l <pairs)" "$(cut -d, -f5 in.csv | sort -u | wc -l)"
	assert_regex "$(cut -d, -f5 <<<"${lines[1]}")" '^[0-9A-HJKMNP-TV-Z]{26}$'
}

# The least number of different values of COLUMN among records alike in the others.
smallest_class() { # FILE COLUMN LIKE...
	local file=$1 person=$2
	shift 2
	awk -F, -v person="$person" -v like="$*" '
		NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; n = split(like, names, " "); next }
		{
			key = ""
			for (i = 1; i <= n; i++) key = key "\037" $column[names[i]]
			if (!seen[key, $column[person]]++) size[key]++
		}
		END { for (key in size) if (least == "" || size[key] < least) least = size[key]; print least + 0 }' "$file"
}

@test "privacy: what leaves of AMHP work has no hour, no number and no class under 5 people" {
	anonymise --make-key project.key
	anonymise -q -p "$SCHEMAS/amhp-activity/privacy.json" -k project.key "$SAMPLES/amhp-activity.csv" >out.csv
	# two of the 12 are too few, whatever is taken off them
	assert_equal "$(wc -l <out.csv)" 11
	run grep -cE '\b[PHM]0[0-9]+\b|T[0-9][0-9]:|2026-02-' out.csv
	assert_output 0
	assert_equal "$(smallest_class out.csv person_id organisation requested team age_band gender ethnic_group)" 5
	assert_equal "$(cut -d, -f6 out.csv | sort -u | paste -s -d' ')" "2026-02 requested"
	run anonymise -p "$SCHEMAS/amhp-activity/privacy.json" --check out.csv
	assert_success
	# one record more of somebody who is alone
	sed -n '2s/35_to_49/65_and_over/p' out.csv | cat out.csv - >in.csv
	run anonymise -p "$SCHEMAS/amhp-activity/privacy.json" --check in.csv
	assert_failure 1
}

@test "privacy: what leaves of the workforce has no number, no team and no class under 5 posts" {
	anonymise --make-key project.key
	anonymise -q -p "$SCHEMAS/workforce/privacy.json" -k project.key "$SAMPLES/workforce.csv" >out.csv
	assert_equal "$(wc -l <out.csv)" "$(wc -l <"$SAMPLES/workforce.csv")"
	run grep -cE '\b(W|P|SW)0[0-9]+\b|Made-up|2019-' out.csv
	assert_output 0
	run smallest_class out.csv record_id as_of sector region organisation profession employer \
		contract amhp team_type level age_band gender ethnic_group
	assert [ "$output" -ge 5 ]
	run anonymise -p "$SCHEMAS/workforce/privacy.json" --check out.csv
	assert_success
}

@test "privacy: the comments of the Friends and Family Test leave in classes of at least 5 people" {
	local columns
	anonymise --make-key project.key
	columns=$(policy_columns "$SCHEMAS/feedback-fft/privacy.json" | paste -s -d,)
	# eight forms of one unit, three of another, one of a service of its own; two comments each
	awk -v columns="$columns" 'BEGIN {
		n = split(columns, names, ",")
		print columns
		for (form = 1; form <= 12; form++)
			for (question = 1; question <= 2; question++) {
				for (i = 1; i <= n; i++) value[names[i]] = ""
				value["person_id"] = "NHFT " (100 + form)
				value["record_id"] = value["person_id"] " - Q" question
				value["organisation"] = "NHFT"
				value["date"] = "2022-05-1" form % 10
				value["service"] = form == 12 ? "Forensic" : "Local partnerships- MH"
				value["unit"] = form <= 8 ? "CAMHS" : form < 12 ? "Bassetlaw" : "Arnold lodge"
				value["rating"] = 1
				value["question"] = "What was good?"
				value["comment"] = "Invented: Mrs Ashcombe rang from " value["person_id"]
				line = value[names[1]]
				for (i = 2; i <= n; i++) line = line "," value[names[i]]
				print line
			} }' >in.csv
	anonymise -q -p "$SCHEMAS/feedback-fft/privacy.json" -k project.key in.csv >out.csv
	run smallest_class out.csv person_id organisation date service unit
	assert [ "$output" -ge 5 ]
	run grep -cE 'NHFT 1|2022-|Ashcombe|identifiable' out.csv
	assert_output 0
	assert_equal "$(grep -c CAMHS out.csv)" 16
	run grep -cE 'Bassetlaw|Arnold' out.csv
	assert_output 0
}
