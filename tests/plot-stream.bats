#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot: what it reads: names of codes, periods, totals, single records.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

HEADER=unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method

setup_filter() {
	unset COLUMNS
	printf '%s\n' "$HEADER" \
		'E06000001,2026-03,role_A,proportion,50,10,50,20,11,33,,,wilson' \
		'E06000002,2026-03,role_A,proportion,50,20,50,40,28,54,,,wilson' >roles.csv
	cat >measures.json <<-'END'
		{ "missing": [ "-9" ], "measures": [
		  { "id": "role_A", "label": "A Law, care and entitlement, % of records",
		    "kind": "proportion", "column": "found_role_a", "polarity": "neutral" },
		  { "id": "listened", "label": "I was listened to (4 or 5), %", "polarity": "higher" },
		  { "id": "trust", "label": "Able to trust (0 to 100)", "polarity": "lower" } ] }
	END
	printf '%b\n' code,label 'E06000001,Hartlepool' \
		'E06000002,"Middles\nbrough, \u202eTeesside"' >councils.csv
}

# --- names of codes ------------------------------------------------------------

@test "plot: labels name measures and units; the title is without the note on the scale" {
	run plot -f txt --labels measures.json --labels councils.csv roles.csv
	assert_success
	assert_line --index 0 "A Law, care and entitlement: from 20% to 40% across 2 units, Mar 2026"
	assert_line --index 1 --partial "Percentages of records with 95% intervals"
	assert_output --partial "Hartlepool "
	# a name is one line, and turns no text around it
	assert_output --partial "Middles brough, Teesside"
	refute_output --partial "E06"
}

@test "plot: notes on a scale are understood as labels write them" {
	sed 's/role_A/listened/' roles.csv >in.csv
	run plot -f txt --labels measures.json in.csv
	assert_line --index 0 --regexp "^I was listened to: from 20% to 40%"
	assert_line --index 1 --partial "Percentages (4 or 5) with"
	sed 's/role_A,proportion/trust,mean/' roles.csv >in.csv
	run plot -f txt --labels measures.json in.csv
	assert_line --index 0 --regexp "^Able to trust: from 20 to 40"
	assert_line --index 1 --partial "Means (0 to 100) with"
	# an id is left as it is, whatever it looks like
	sed 's/role_A,proportion/"trust (0 to 100)",mean/' roles.csv >in.csv
	run plot -f txt in.csv
	assert_line --index 0 --partial "rust (0 to 100): from 20 to 40"
}

@test "plot: a code without a label keeps its code; further columns are named too" {
	printf '%s\n' unit,period,gender,measure,kind,value 'E06000001,2026-03,F,m,mean,3' \
		'E06000009,2026-03,M,m,mean,4' 'all,2026-03,M,m,mean,5' >in.csv
	printf '%s\n' id,name F,Women M,Men >genders.csv
	run plot -f txt --labels councils.csv --labels genders.csv in.csv
	assert_success
	assert_output --partial "Hartlepool / Women"
	assert_output --partial "E06000009 / Men"
	assert_line --regexp "^  Men "
}

@test "plot: of two files that name a code the last one counts, of one list the code that did not end" {
	printf '%s\n' code,label,valid_to 'E06000001,Old Hartlepool,2020-03-31' 'E06000001,New Hartlepool,' \
		'E06000002,Boro,' 'E06000002,Old Boro,2020-03-31' >later.csv
	run plot -f txt --labels councils.csv --labels later.csv roles.csv
	assert_output --partial "New Hartlepool"
	assert_line --regexp "^  Boro"
	run plot -f txt --labels later.csv --labels councils.csv roles.csv
	assert_line --regexp "^  Hartlepool"
}

@test "plot: files without names are exit 2 and say what is taken" {
	printf '{"scales": []}' >scales.json
	run plot -f txt --labels scales.json roles.csv
	assert_failure 2
	assert_output --partial "scales.json: has no measures"
	printf '{"measures": []}' >none.json
	run plot -f txt --labels none.json roles.csv
	assert_failure 2
	printf '{"measures": [ { "label": "A" } ]}' >noid.json
	run plot -f txt --labels noid.json roles.csv
	assert_failure 2
	assert_output --partial "measures/0"
	printf '{"measures": [ "a" ]}' >text.json
	run plot -f txt --labels text.json roles.csv
	assert_failure 2
	printf 'old,new\na,b\n' >changes.csv
	run plot -f txt --labels changes.csv roles.csv
	assert_failure 2
	assert_output --partial "no column 'code' or 'id'"
	printf 'code,new\na,b\n' >changes.csv
	run plot -f txt --labels changes.csv roles.csv
	assert_failure 2
	assert_output --partial "no column 'label' or 'name'"
	printf 'code,label\na,b\na,c\n' >twice.csv
	run plot -f txt --labels twice.csv roles.csv
	assert_failure 2
	assert_output --partial "twice.csv:3: the same code as on line 2"
	run plot --check-config --labels not-there.csv
	assert_failure 2
	assert_output --partial "not-there.csv"
}

@test "plot: no output takes the place of a file of names" {
	cp measures.json labels.svg
	run plot --labels labels.svg -o labels.svg roles.csv
	assert_failure 2
	assert cmp measures.json labels.svg
}

@test "plot: the configurations and code lists of the project are taken" {
	for file in "$SCHEMAS"/*/measures.json "$SCHEMAS"/lists/councils.csv \
		"$SCHEMAS"/lists/regions.csv "$SCHEMAS"/lists/ethnic-groups.csv \
		"$SCHEMAS"/roles/roles.csv "$SCHEMAS"/local-returns/measures.csv; do
		run plot --check-config --labels "$file"
		assert_success
	done
}

# --- totals and the nation -----------------------------------------------------

@test "plot: a total is not among the units whose range the title says" {
	printf '%s\n' "$HEADER,units,rank" \
		'Ash,2026-03,role_A,mean,50,,50,2,,,,,,2,2' 'Beech,2026-03,role_A,mean,50,,50,3,,,,,,2,1' \
		'England,2026-03,role_A,mean,90,,90,9,,,,,,[z],[z]' >in.csv
	run plot -f txt -t heatmap in.csv
	assert_success
	assert_line --index 0 --partial "from 2 to 3"
	# without comparisons it has to be said
	cut -d, -f1-13 in.csv >plain.csv
	run plot -f txt -t heatmap plain.csv
	assert_line --index 0 --partial "from 2 to 9"
	run plot -f txt -t heatmap --total England plain.csv
	assert_line --index 0 --partial "from 2 to 3"
	# a chart of the total alone speaks of it
	grep -E 'unit|England' in.csv >alone.csv
	run plot -f txt -t heatmap --total England alone.csv
	assert_line --index 0 --partial "9"
	run plot -f txt --total Englnd in.csv
	assert_failure 2
	assert_output --partial "did you mean 'England'"
}

@test "plot: what benchmark makes of --total and --national is set apart" {
	printf 'team,score\n' >x.csv
	for i in 1 2 3 4 5 6 7 8; do
		printf 'Ash,%d\nBeech,%d\n' $((i % 2 + 1)) $((i % 2 + 3))
		printf 'England,%d\n' $((i % 2 + 7))
	done >>x.csv
	benchmark --mean score -u team --national England -c rank x.csv >in.csv
	run plot -f txt -t heatmap in.csv
	assert_line --index 0 --partial "from 1.50 to 3.50"
	grep -v England x.csv | benchmark --mean score -u team --total All -c quartile >in.csv
	run plot -f txt -t ranked in.csv
	assert_line --index 0 --partial "from 1.50 to 3.50"
}

# --- single records ------------------------------------------------------------

records() {
	printf '%s\n' id,team,day,score 1,Ash,2026-03-01,3 2,Ash,2026-03-02,4.5 3,Ash,2026-04-02,4 \
		4,Beech,2026-04-02,1 5,Beech,2026-04-02, 6,Beech,2026-04-02,'[z]' 7,Beech,2026-04-03,2 \
		>records.csv
}

@test "plot: single records without --undisclosed are exit 2, and the message says both ways" {
	records
	run plot -f txt records.csv
	assert_failure 2
	assert_output --partial "the output of benchmark"
	assert_output --partial "--undisclosed --unit COLUMN --value COLUMN"
	run plot -f txt --value score records.csv
	assert_failure 2
	assert_output --partial "say --undisclosed"
	run plot -f txt --undisclosed records.csv
	assert_failure 2
	assert_output --partial "--value COLUMN"
}

@test "plot: charts of figures refuse single records" {
	records
	for type in ranked control heatmap; do
		run plot -f txt -t $type --undisclosed --value score --unit team records.csv
		assert_failure 2
		assert_output --partial "make figures with benchmark"
	done
}

@test "plot: the output of benchmark is no single records" {
	run plot -f txt --undisclosed --value value --unit unit roles.csv
	assert_failure 2
	assert_output --partial "without --undisclosed"
}

@test "plot: of single records columns, numbers and periods are judged, and no value is said" {
	records
	run plot -f txt --undisclosed --value scor --unit team records.csv
	assert_failure 2
	assert_output --partial "score"
	run plot -f txt --undisclosed --value team --unit team records.csv
	assert_failure 2
	assert_output --partial "records.csv:2:3: column 'team' holds no plain decimal"
	refute_output --partial Ash
	run plot -f txt --undisclosed --value score --period day:week records.csv
	assert_failure 2
	assert_output --partial "fquarter"
	run plot -f txt --undisclosed --value score --period team:month records.csv
	assert_failure 2
	assert_output --partial "records.csv:2:3: column 'team' holds no date"
}

# --- words for figures and periods ---------------------------------------------

@test "plot: thousands have commas in words, and stand as published in the data" {
	printf '%s\n' "$HEADER" 'Ash,2025/26-Q1,beds,mean,1234,,1234,12345.6,12000,13000,,,student_t' \
		'Beech,2025/26-Q1,beds,mean,40,,40,-1234,-2000,-1000,,,student_t' >in.csv
	run plot -f txt --data data.csv in.csv
	assert_success
	assert_line --index 0 --partial "from -1,234 to 12,345.6"
	assert_line --index 0 --partial "Apr to Jun 2025 (2025/26 Q1)"
	run cat data.csv
	assert_output --partial ",12345.6,"
	assert_output --partial "2025/26-Q1"
}

@test "plot: a share that rounds to nothing is shown as published" {
	printf '%s\n' "$HEADER" 'Ash,2026-03,fell,proportion,1000,3,1000,0,0,1,,,wilson' \
		'Beech,2026-03,fell,proportion,1000,997,1000,100,99,100,,,wilson' >in.csv
	run plot -f txt -t ranked in.csv
	assert_line --index 0 --partial "from 0% to 100%"
	refute_output --partial "0.3"
}

@test "plot: only what hatches says so" {
	need_gnuplot
	sed '2,$s/,20,11,33/,*,*,*/' roles.csv >in.csv
	run plot -f txt in.csv
	assert_output --partial "small numbers (*), 1 of 2: E06000001"
	run plot -f svg in.csv
	assert_output --partial "small numbers (*, hatched), 1 of 2: E06000001"
	# more than have a row of their own are in the note alone
	echo "$HEADER" >in.csv
	for i in 11 12 13 14 15 16 17 18 19 20 21 22 23 24; do
		echo "U$i,2026-03,m,mean,*,*,*,*,*,*,,,student_t"
	done >>in.csv
	echo "U99,2026-03,m,mean,40,,40,3,2,4,,,student_t" >>in.csv
	run plot -f svg -t ranked in.csv
	assert_output --partial "small numbers (*), 14 of 15: U11"
	refute_output --partial "hatched"
}

@test "plot: windows of one and of three months do not stand in one chart" {
	printf '%s\n' "$HEADER" 'Ash,2024-04,waits,mean,40,,40,4,3,5,,,student_t' \
		'Ash,2024-02/2024-04,waits,mean,120,,120,4,3,5,,,student_t' \
		'Beech,2024-02/2024-04,waits,mean,120,,120,6,5,7,,,student_t' >in.csv
	for type in heatmap control ranked; do
		run plot -f txt -t $type in.csv
		assert_failure 2
		assert_output --partial "such as Apr 2024 and Feb to Apr 2024"
		assert_output --partial "--show-period"
	done
	run plot -f txt --show-period 2024-02/2024-04 in.csv
	assert_success
	assert_line --index 0 --partial "Feb to Apr 2024"
	# of two measures each has its own
	sed 's/2024-04,waits,mean,40/2024-04,calls,mean,40/' in.csv >two.csv
	run plot -f txt -t heatmap two.csv
	assert_success
}

@test "plot: single records are stamped in every format, bare or not, and whatever is wished for" {
	need_gnuplot
	records
	set -- --undisclosed --value score --unit team
	run plot -f txt "$@" records.csv
	assert_success
	assert_line --index 0 --partial "Not for publication: Score"
	assert_output --partial "Drawn from single records: not for publication"
	for wish in --bare '--title Mine' '--alt Mine' '--title Mine --bare'; do
		# shellcheck disable=SC2086 # options
		plot "$@" $wish -o chart.svg records.csv
		run grep -cE '<title[^>]*>Not for publication: ' chart.svg
		assert_output 1
		run grep -cE '<desc[^>]*>Drawn from single records: not for publication' chart.svg
		assert_output 1
		# and in the picture, where a line of it stands
		run bash -c 'sed "/<title\|<desc/d" chart.svg | grep -c "Drawn from single records"'
		assert_output 1
	done
	run plot "$@" -f txt --words - records.csv
	assert_failure 2
	plot "$@" -f txt -o chart.txt --words words.json records.csv
	run grep -c '"stamp": "Drawn from single records' words.json
	assert_output 1
	run stat -c %a chart.svg chart.txt words.json
	assert_output "$(printf '600\n600\n600\n')"
	plot "$@" --all charts records.csv
	run stat -c %a charts charts/index.html charts/score.svg charts/score.csv
	assert_output "$(printf '700\n600\n600\n600\n')"
	run grep -c "<strong>Drawn from single records" charts/index.html
	assert_output 1
}

@test "plot: of single records the chart has counts, periods and no missing value" {
	records
	run plot -f txt --undisclosed --value score --unit team --period day:month --run-record run.json records.csv
	assert_success
	assert_output --partial "Mar 2026"
	assert_output --partial "Apr 2026"
	run cat run.json
	assert_output --partial '"in": 7'
	assert_output --partial '"excluded": 2'
	run plot -f txt --undisclosed --value score --figure records records.csv
	assert_failure 2
	assert_output --partial "--value COLUMN is drawn"
	# without a unit all are one, and no record at all is a chart that says so
	run plot -f txt --undisclosed --value score records.csv
	assert_success
	head -1 records.csv >none.csv
	run plot -f txt --undisclosed --value score --unit team none.csv
	assert_success
	assert_output --partial "There are no figures to draw"
}

@test "plot: a unit is found by its name in --labels too" {
	run plot -f txt --labels councils.csv -H Hartlepool roles.csv
	assert_success
	assert_line --index 0 --partial "in Hartlepool: 20%"
	run plot -f txt --labels councils.csv -H Hartlepol roles.csv
	assert_failure 2
	printf '%s\n' code,label E06000001,Same E06000002,Same >same.csv
	run plot -f txt --labels same.csv -H Same roles.csv
	assert_failure 2
	assert_output --partial "several units are called 'Same'"
}

@test "plot: figures that are all the same make no range" {
	sed 's/,40,28,54,/,20,11,33,/' roles.csv >in.csv
	run plot -f txt in.csv
	assert_line --index 0 --regexp '^role_A: 20% across 2 units'
}

@test "plot: single records of more units than rows have room" {
	{
		echo id,v
		seq -f 'u%.0f,1' 100001
	} >records.csv
	run plot --undisclosed --unit id --value v -o x.svg records.csv
	assert_failure 2
	assert_output --partial "more than 100000 units by periods"
	assert [ ! -e x.svg ]
}
