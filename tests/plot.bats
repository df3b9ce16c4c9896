#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot: a benchmark stream drawn as a chart.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

HEADER=unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method
INPUT=$BATS_TEST_DIRNAME/plot

setup_filter() {
	unset COLUMNS
	printf '%s\n' "$HEADER" \
		'Ash,2026-03,trusted,mean,40,,40,4.1,3.9,4.3,,,student_t' \
		'Beech,2026-03,trusted,mean,55,,55,3.2,3.0,3.4,,,student_t' >two.csv
}

# an SVG is XML, says what it shows and names no version
well_formed() { # FILE
	assert_equal "$(head -c 5 "$1")" '<?xml'
	run grep -c 'role="img" aria-labelledby="title-' "$1"
	assert_output 1
	run grep -ciE 'gnuplot|[0-9]+ patchlevel' "$1"
	assert_output 0
	if command -v python3 >/dev/null; then
		python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' "$1"
	fi
}

# --- usage ---------------------------------------------------------------------

@test "plot: help shows examples first and the usage of the manual" {
	run plot --help
	assert_success
	assert_line --index 1 --partial "benchmark -m measures.json"
	assert_line --partial "usage: plot [-t TYPE] [-m ID]"
}

@test "plot: the manual has no faults and the same usage" {
	command -v mandoc >/dev/null || skip "no mandoc here"
	run mandoc -Tlint -Wwarning "$ROOT/filters/plot/plot.1"
	assert_success
	assert_output ""
	usage=$(usage_of plot)
	manual=$(mandoc -Tutf8 -O width=300 "$ROOT/filters/plot/plot.1" | col -bx |
		sed -n '/^SYNOPSIS/,/^DESCRIPTION/p' | sed '1d;$d' | tr -s ' \n' ' ')
	assert_equal "$manual" " $usage "
}

@test "plot: an unknown option is exit 2 and names the nearest" {
	run plot --mesure trusted two.csv
	assert_failure 2
	assert_output --partial "measure"
}

@test "plot: an unknown type, measure, period, unit or format is exit 2 with the nearest" {
	run plot --type rankd two.csv
	assert_failure 2
	assert_output --partial "did you mean 'ranked'"
	run plot --measure trustd two.csv
	assert_failure 2
	assert_output --partial "did you mean 'trusted'"
	run plot --show-period 2026-04 two.csv
	assert_failure 2
	assert_output --partial "did you mean '2026-03'"
	run plot --highlight Beach two.csv
	assert_failure 2
	assert_output --partial "did you mean 'Beech'"
	run plot --format pgn two.csv
	assert_failure 2
	assert_output --partial "did you mean 'png'"
	# with nothing near, what there is
	run plot --measure satisfaction two.csv
	assert_failure 2
	assert_output --regexp "no measure 'satisfaction' in the input: there are .*trusted"
	run plot --highlight Somewhere "$INPUT/teams.csv"
	assert_failure 2
	assert_output --regexp "no unit 'Somewhere' in the input: there are .*, "
}

@test "plot: an output whose ending says no format is exit 2, and so is another format" {
	run plot -o chart.gif two.csv
	assert_failure 2
	assert_output --partial ".svg, .png, .pdf or .txt"
	run plot -f png -o chart.svg two.csv
	assert_failure 2
	assert [ ! -e chart.gif ]
	assert [ ! -e chart.svg ]
}

@test "plot: a missing column is exit 2 and names the nearest" {
	sed '1s/,value,/,valu,/' two.csv >in.csv
	run plot -f txt in.csv
	assert_failure 2
	assert_output --partial "value"
	printf 'team,score\nAsh,3\n' >in.csv
	run plot -f txt in.csv
	assert_failure 2
	assert_output --partial "benchmark"
}

@test "plot: several measures ask for one where a chart shows one" {
	run plot --type ranked -f txt "$INPUT/roles.csv"
	assert_failure 2
	assert_output --partial "role_a, role_b, role_c, role_d, role_e"
	run plot --type control -f txt two.csv
	assert_failure 2
	assert_output --partial "--compare control"
}

# --- input ---------------------------------------------------------------------

@test "plot: empty input and a header alone are a chart that says so" {
	: >in.csv
	for format in txt svg; do
		[ $format = txt ] || need_gnuplot
		run plot -f $format -m trusted in.csv
		assert_success
		assert_output --partial "There are no figures to draw"
		run bash -c 'echo "$1" | plot -f "$2" -H Ash' - "$HEADER" $format
		assert_success
		assert_output --partial "There are no figures to draw"
	done
}

@test "plot: all figures held back is still a chart that says so" {
	sed '2,$s/,trusted,.*/,trusted,mean,*,*,*,*,*,*,*,*,student_t/' two.csv >in.csv
	run plot -f txt in.csv
	assert_success
	assert_output --partial "no figure can be shown"
	assert_output --partial "(*), 2 of 2: Ash; Beech"
	need_gnuplot
	plot -o all.svg in.csv
	well_formed all.svg
}

@test "plot: CRLF, BOM and quoted line breaks give the same chart" {
	plot -f txt two.csv >plain.txt
	sed 's/$/\r/' two.csv >crlf.csv
	run plot -f txt crlf.csv
	assert_output "$(cat plain.txt)"
	{ printf '\xef\xbb\xbf'; cat two.csv; } >bom.csv
	run plot -f txt bom.csv
	assert_output "$(cat plain.txt)"
	sed 's/^Ash,/"Ash\nhouse",/' two.csv >broken.csv
	run plot -f txt broken.csv
	assert_success
	assert_output --partial "Ash house"
}

@test "plot: broken input is exit 2 with its place, and leaves an old chart alone" {
	echo old >chart.svg
	printf '%s\nAsh,2026-03,"trusted,mean\n' "$HEADER" >open.csv
	run plot -o chart.svg open.csv
	assert_failure 2
	assert_output --partial "open.csv:2"
	printf '%s\nAsh,2026-03\n' "$HEADER" >ragged.csv
	run plot -o chart.svg ragged.csv
	assert_failure 2
	printf '%s\nA\0sh,2026-03,trusted,mean,1,,1,1,,,,,\n' "$HEADER" >nul.csv
	run plot -o chart.svg nul.csv
	assert_failure 2
	assert_equal "$(cat chart.svg)" old
	assert_equal "$(find . -name 'chart.svg*' | wc -l)" 1
}

@test "plot: a figure that is none is exit 2 with its place, and is not printed" {
	sed '3s/,3.2,/,3x2,/' two.csv >in.csv
	run plot -f txt in.csv
	assert_failure 2
	assert_output --partial "in.csv:3:"
	assert_output --partial "'value'"
	refute_output --partial 3x2
}

@test "plot: the same unit, period and measure twice is exit 2 with both lines" {
	{ cat two.csv; tail -n 1 two.csv; } >in.csv
	run plot -f txt in.csv
	assert_failure 2
	assert_output --partial "in.csv:4"
	assert_output --partial "line 3"
}

@test "plot: more rows than a chart holds is exit 2" {
	{ echo "$HEADER"; seq -f 'u%.0f,all,m,mean,9,,9,1,,,,,' 100001; } >in.csv
	run plot -f txt in.csv
	assert_failure 2
	assert_output --partial "100000 rows"
	head -n 500 in.csv >few.csv
	run plot -f txt few.csv
	assert_failure 2
	assert_output --partial "400"
}

@test "plot: columns between period and measure split the units" {
	sed '1s/period,/period,respondent,/; 2,$s/2026-03,/2026-03,carer,/' two.csv >in.csv
	run plot -f txt -H Ash in.csv
	assert_success
	assert_line --partial "▶ Ash / carer"
}

# --- charts for a terminal -------------------------------------------------------

@test "plot: ranked bars, best first, n, intervals and the own unit" {
	run plot -f txt -H 'Moor Lane recovery team' "$INPUT/teams.csv"
	assert_success
	assert_line --index 0 --regexp '^Trusted in Moor Lane recovery team: .*, place [0-9]+ of 10, Mar 2026$'
	assert_line --regexp '^▶ Moor Lane recovery team +[0-9]+ █.* [0-9.]+ \([0-9.]+ to [0-9.]+\)$'
	# the order of the values printed is the order of the ranks
	plot -f txt "$INPUT/teams.csv" | grep █ | grep -oE '[0-9.]+ \(' | tr -d ' (' >values
	run diff values <(sort -rn values)
	assert_success
	assert_equal "$(wc -l <values)" 10
}

@test "plot: rank decides the order where the stream has it, the value where not" {
	sed '1s/$/,rank/; 2s/$/,2/; 3s/$/,1/' two.csv >in.csv
	plot -f txt in.csv | grep -oE '(Ash|Beech) ' | tr -d ' ' | paste -sd, >order
	assert_equal "$(cat order)" "Beech,Ash"
	plot -f txt two.csv | grep -oE '(Ash|Beech) ' | tr -d ' ' | paste -sd, >order
	assert_equal "$(cat order)" "Ash,Beech"
}

@test "plot: a control chart by text has its months in order, limits and rules" {
	run plot -f txt "$INPUT/months.csv"
	assert_success
	assert_line --index 0 --partial "a run below the centre from"
	assert_line --partial "signal a change"
	assert_line --regexp '^May 2010 +65% .*●'
	assert_line --regexp '◆.* outside two_of_three$'
	plot -f txt "$INPUT/months.csv" | grep -oE '^[A-Z][a-z]{2} 20[0-9]{2}' >months
	LC_ALL=C sort -k2,2n -k1,1M months >sorted
	run diff months sorted
	assert_success
}

@test "plot: where there are too few months for limits, none is said to signal or not" {
	printf 'd,a\n' >in.csv
	for month in 1 2 3 4; do
		for answer in 1 2 3 4 5 4; do
			echo "2026-0$month-11,$answer"
		done
	done >>in.csv
	benchmark --mean a -p d:month -c control in.csv >few.csv
	run plot --type control --measure a -f txt few.csv
	assert_success
	refute_line --index 0 --partial signal
	assert_output --partial "too few months for limits"
}

@test "plot: months in any order of the stream give the same control chart" {
	{ head -n 1 "$INPUT/months.csv"; tail -n +2 "$INPUT/months.csv" | sort -r; } >shuffled.csv
	plot -f txt "$INPUT/months.csv" >one
	run plot -f txt shuffled.csv
	assert_output "$(cat one)"
}

@test "plot: a heat map by text, of measures and of periods" {
	run plot -f txt "$INPUT/roles.csv"
	assert_success
	assert_line --index 0 --partial "5 measures in 6 units"
	assert_line --regexp '^ +unit .* role_a .*role_e$'
	run plot -f txt --type heatmap "$INPUT/panels.csv"
	assert_success
	assert_line --partial 2010-04
}

@test "plot: the width of the text follows COLUMNS" {
	for columns in 60 80 120; do
		COLUMNS=$columns plot -f txt "$INPUT/teams.csv" >text
		widest=$(LC_ALL=C.UTF-8 wc -L <text)
		assert [ "$widest" -le "$columns" ]
	done
}

# --- pictures --------------------------------------------------------------------

@test "plot: each chart as SVG is well formed and says what it shows" {
	need_gnuplot
	for name in teams months panels roles; do
		plot -H 'Riverside community team' -o $name.svg "$INPUT/$name.csv"
		well_formed $name.svg
		run grep -c 'Riverside community' $name.svg
		assert [ "$output" -ge 1 ]
		run grep -c 'DejaVu Sans, Verdana, Arial' $name.svg
		assert_output 1 # for all words at once
	done
	run grep -o '<desc[^>]*>[^<]*' teams.svg
	assert_output --partial "Ranked chart."
	assert_output --partial "Highlighted: Riverside community team"
	assert_output --partial "Held back because of small numbers"
}

@test "plot: each chart as PNG is a picture of twice the size" {
	need_gnuplot
	for name in teams months panels roles; do
		plot -o $name.png "$INPUT/$name.csv"
		assert_equal "$(head -c 8 $name.png | od -An -tx1 | tr -d ' \n')" 89504e470d0a1a0a
		width=$(head -c 20 $name.png | tail -c 4 | od -An -tu1 | awk '{ print $3 * 256 + $4 }')
		assert [ "$width" -ge 1920 ]
	done
}

@test "plot: title, subtitle, caption and alt are the user's where given" {
	need_gnuplot
	plot --title 'My <own> title' --subtitle 'Sub & line' --caption 'From here' \
		--alt 'A picture "of" bars' -o own.svg two.csv
	well_formed own.svg
	run cat own.svg
	assert_output --partial '>My &lt;own&gt; title</title>'
	assert_output --partial '>A picture &quot;of&quot; bars</desc>'
	assert_output --partial 'Sub &amp; line'
	assert_output --partial 'From here'
}

@test "plot: no letter is smaller than 12 points" {
	need_gnuplot
	for name in teams panels roles; do
		plot "$INPUT/$name.csv" -f svg >chart.svg
		smallest=$(grep -oE 'font-size="[0-9.]+"' chart.svg | grep -oE '[0-9.]+' | sort -n | head -n 1)
		assert_equal "$smallest" 16
	done
}

@test "plot: text of people never reaches gnuplot as code" {
	need_gnuplot
	cat >evil.csv <<-END
		$HEADER
		"\`touch pwned\`",2026-03,trusted,mean,40,,40,4.1,3.9,4.3,,,x
		"\$(touch pwned) \${HOME} @x {a_b}^2",2026-03,trusted,mean,40,,40,4.0,3.9,4.3,,,x
		"a"" . system(""touch pwned"") . ""b",2026-03,trusted,mean,40,,40,3.9,3.8,4.3,,,x
		"a' ; !touch pwned",2026-03,trusted,mean,40,,40,3.8,3.7,4.3,,,x
		"x
		end_of_words
		system('touch pwned')",2026-03,trusted,mean,40,,40,3.7,3.6,4.3,,,x
		end_of_words,2026-03,trusted,mean,40,,40,3.6,3.5,4.3,,,x
		back\\,2026-03,trusted,mean,40,,40,3.5,3.4,4.3,,,x
		<script>&#x41;&amp;</script>,2026-03,trusted,mean,40,,40,3.4,3.3,4.3,,,x
	END
	title="\`touch pwned\` \$HOME \"q\" 'q' \\ @a {b}"
	plot --title "$title" --subtitle "$title" --caption "$title" --alt "$title" -o evil.svg evil.csv
	plot --title "$title" -o evil.png evil.csv
	plot --title "$title" --script evil.csv >evil.gp
	gnuplot evil.gp >again.svg
	assert [ ! -e pwned ]
	well_formed evil.svg
	run cat evil.svg
	# shellcheck disable=SC2016
	assert_output --partial '>`touch pwned`</text>'
	assert_output --partial '@x {a_'
	assert_output --partial '>end_of_words</text>'
	assert_output --partial 'back\</text>'
	refute_output --partial '<script'
	# shellcheck disable=SC2016
	assert_output --partial '${HOME} @x'
}

@test "plot: --script prints a script that draws the same with gnuplot alone" {
	need_gnuplot
	plot --script "$INPUT/teams.csv" >teams.gp
	gnuplot -d teams.gp >alone.svg
	plot -f svg "$INPUT/teams.csv" >whole.svg
	assert_equal "$(grep -c '<text>' alone.svg)" "$(grep -c '<text ' whole.svg)"
	plot --script -f png "$INPUT/teams.csv" | gnuplot -d >alone.png
	plot -f png "$INPUT/teams.csv" >whole.png
	cmp alone.png whole.png
	run plot --script -f txt "$INPUT/teams.csv"
	assert_failure 2
}

@test "plot: a missing gnuplot is exit 2 with the packages' names, and text needs none" {
	mkdir only
	ln -s "$(command -v plot)" only/plot
	local format
	for format in svg png pdf; do
		PATH=$BATS_TEST_TMPDIR/only run plot -o chart.$format two.csv
		assert_failure 2
		assert_output "plot: gnuplot is not there: install the packages gnuplot-nox and fonts-dejavu-core, or choose --format txt"
		assert [ ! -e chart.$format ]
	done
	PATH=$BATS_TEST_TMPDIR/only run plot -f txt two.csv
	assert_success
}

@test "plot: what gnuplot complains of is one message and exit 2" {
	mkdir fake
	printf '#!/bin/sh\ncat >/dev/null\necho "line 1: no such thing" >&2\nexit 1\n' >fake/gnuplot
	chmod +x fake/gnuplot
	local format
	for format in svg png; do
		PATH=$BATS_TEST_TMPDIR/fake:$PATH run plot -o chart.$format two.csv
		assert_failure 2
		assert_output "plot: gnuplot could not draw the chart: line 1: no such thing"
	done
	printf '#!/bin/sh\nexit 1\n' >fake/gnuplot
	PATH=$BATS_TEST_TMPDIR/fake:$PATH run plot -o chart.png two.csv
	assert_failure 2
	assert_output --partial "it gave no reason"
	assert [ ! -e chart.png ]
}

# --- habits of every filter --------------------------------------------------------

@test "plot: twice the same, in every locale, time zone and with start-up files" {
	need_gnuplot
	echo 'set terminal png; set title "mine"' >.gnuplot
	for format in svg png txt; do
		plot -f $format "$INPUT/panels.csv" >"one.$format"
		LC_ALL=C TZ=Asia/Tokyo plot -f $format "$INPUT/panels.csv" >"two.$format"
		LC_ALL=C.UTF-8 HOME=$PWD plot -f $format "$INPUT/panels.csv" >"three.$format"
		cmp "one.$format" "two.$format"
		cmp "one.$format" "three.$format"
	done
}

@test "plot: a full disk is exit 2" {
	run bash -c 'plot -f txt "$1" >/dev/full' - "$INPUT/teams.csv"
	assert_failure 2
}

@test "plot: a closed pipe ends quietly" {
	need_gnuplot
	# more than a pipe of 1 MiB holds, so that the writer has to meet its end
	{ head -n 1 "$INPUT/roles.csv"
		for i in $(seq 400); do
			for m in a b c d e f g h i j k l; do echo "team $i,all,$m,mean,50,,50,$i,,,,,"; done
		done; } >large.csv
	run --separate-stderr closed_pipe plot -f svg large.csv
	assert_output 141
	assert_equal "$stderr" ""
}

@test "plot: the run record counts what was drawn, held back and left out" {
	plot -f txt --run-record run.json "$INPUT/teams.csv" >/dev/null
	run cat run.json
	assert_output --regexp '"in": 12,'
	assert_output --regexp '"used": 10,'
	assert_output --regexp '"suppressed": 2'
	plot -f txt --run-record run.json --measure role_a "$INPUT/roles.csv" >/dev/null
	run cat run.json
	assert_output --regexp '"excluded": 24'
}

@test "plot: the real feedback by directorate, month and role" {
	need_data feedback-nottshc/tidy_trust_data_MH.csv
	need_gnuplot
	for program in validate map-to-role score benchmark; do
		command -v $program >/dev/null || skip "$program is not built"
	done
	measures=$SCHEMAS/feedback-nottshc/measures.json
	validate -q -s "$SCHEMAS/feedback-nottshc/table.json" --rejects rejects.csv \
		"$SHARED_DATA/feedback-nottshc/tidy_trust_data_MH.csv" >good.csv || [ $? -eq 1 ]
	map-to-role -q -r "$SCHEMAS/roles/rules.csv" --text comment good.csv |
		score -q -c "$SCHEMAS/feedback-nottshc/scales.json" >scored.csv
	benchmark -q -m "$measures" --unit directorate --compare quartile,rank scored.csv >units.csv
	benchmark -q -m "$measures" --unit directorate --period date:month --compare control scored.csv >months.csv
	plot --type ranked --measure strength_best -o ranked.svg units.csv
	plot -o heat.svg units.csv
	plot --measure strength_best -o months.svg months.csv
	for name in ranked heat months; do
		well_formed $name.svg
		run grep -c IAPT $name.svg
		assert [ "$output" -ge 1 ]
	done
	COLUMNS=200 run plot -f txt --measure strength_best months.csv
	assert_line --index 0 --partial "Apr 2010 to Jan 2019"
}

@test "plot: a heat map of one measure and one period is headed by the measure" {
	run bash -c 'plot --type heatmap --measure trusted -f txt "$1"' - "$INPUT/teams.csv"
	assert_success
	assert_line --regexp "^  unit +trusted$"
}

# --- ratios, and maps of many functions by unit ----------------------------------

# A header and one row for each function of each team, with the names that such maps have.
functions_by_team() {
	local function team
	echo unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method
	for function in a_i a_ii a_iii; do
		for team in Ash "Northern and eastern memory service, older people" \
			"Northern and eastern memory service, working age"; do
			echo "\"$function of a name that has several words\",all,\"$team\",ratio,40,[z],[z],${#team},1,60,0,70,ratio_linear_published"
		done
	done
}

@test "plot: long names of a heat map's columns are told apart, in text and in pictures" {
	functions_by_team >in.csv
	run plot -f txt --type heatmap in.csv
	assert_success
	assert_line --partial "Ratios by unit and measure"
	assert_line --regexp '^ +Northern and +Northern and$'
	assert_line --regexp '^  unit +Ash +older people +working age$'
	need_gnuplot
	plot --type heatmap -o map.svg in.csv
	well_formed map.svg
	run grep -c '…' map.svg
	assert_output 0
}

@test "plot: a word of a column's name that is longer than the column ends in an ellipsis" {
	printf 'unit,period,measure,value\na,all,%s,1\na,all,first_secondthirdfourth,2\n' incomprehensibilities >in.csv
	run plot -f txt --type heatmap in.csv
	assert_success
	assert_line --regexp '^ +first_$'
	assert_line --regexp '^  unit +incomprehens… secondthirdf…$'
}

@test "plot: the records behind a ratio are its records, for its denominator is a sum" {
	functions_by_team >in.csv
	sed -i 's/\[z\],\[z\]/120,4800/' in.csv
	run plot -f txt --type ranked --measure Ash in.csv
	assert_success
	assert_line --partial "Ratios with 95% intervals (ratio estimator, from rounded counts)"
	assert_line --regexp '^  a_i of a name that has several .* 40 .* 3 \(1 to 60\)$'
	refute_output --partial 4800
}
