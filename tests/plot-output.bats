#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot: what a chart becomes: its files, their forms and bytes.

bats_require_minimum_version 1.5.0
load helper

HEADER=unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method
INPUT=$BATS_TEST_DIRNAME/plot

setup_filter() {
	unset COLUMNS
	printf '%s\n' "$HEADER" \
		'Ash,2026-03,trusted,mean,40,,40,4.10,3.9,4.3,,,student_t' \
		'Beech,2026-03,trusted,mean,*,,*,*,*,*,,,student_t' \
		'"Cedar, ""east""",2026-03,trusted,mean,55,,55,4.2,4.0,4.4,,,student_t' >three.csv
}

# --- the figures and the words beside a chart ------------------------------------

@test "plot: a note names 20 units and the own one, and counts the rest" {
	need_gnuplot
	{
		echo unit,period,measure,kind,value
		for i in $(seq 100 199); do
			echo "u$i,2026-03,m,mean,*"
		done
		echo Ash,2026-03,m,mean,3
	} >many.csv
	plot --words words.json --data data.csv -H u150 -o x.svg many.csv
	run grep '"suppressed": "' words.json
	assert_output --partial "100 of 101: u100; "
	assert_output --partial "; u119; u150; and 79 more"
	refute_output --partial "u120"
	# where all of them are
	run grep -c '^u1' data.csv
	assert_output 100
}

@test "plot: --data is the figures drawn, in the chart's order, as they were published" {
	plot -f txt --data out.csv -o chart.txt three.csv
	run cat out.csv
	assert_output - <<-'END'
		unit,period,measure,kind,method,n,value,lower95,upper95
		"Cedar, ""east""",2026-03,trusted,mean,student_t,55,4.2,4.0,4.4
		Ash,2026-03,trusted,mean,student_t,40,4.10,3.9,4.3
		Beech,2026-03,trusted,mean,student_t,*,*,*,*
	END
	# the columns that split the units, and those of the chart
	plot --data out.csv -o chart.txt "$INPUT/teams.csv"
	assert_equal "$(head -n 1 out.csv)" "unit,period,measure,kind,method,n,value,lower95,upper95,rank,q1,median,q3"
	assert_equal "$(columns_of out.csv rank | head -n 10 | paste -sd' ')" "1 2 3 4 5 6 7 8 9 10"
	plot --data out.csv -o chart.txt "$INPUT/months.csv"
	assert_equal "$(head -n 1 out.csv)" \
		"unit,period,measure,kind,method,n,value,lower95,upper95,centre,limit_lower998,limit_upper998,signal"
	sed '1s/period,/period,respondent,/; 2,$s/2026-03,/2026-03,carer,/' three.csv >in.csv
	plot --data - -o chart.txt in.csv >out.csv
	assert_equal "$(head -n 2 out.csv | tail -n 1)" '"Cedar, ""east""",2026-03,carer,trusted,mean,student_t,55,4.2,4.0,4.4'
}

# the figures of a chart draw the same chart, to the byte
drawn_again() { # OPTIONS... FILE
	plot "$@" --data figures.csv -o first.svg
	plot "${@:1:$#-1}" -o second.svg figures.csv
	cmp first.svg second.svg || fail "$*"
}

@test "plot: --data can be drawn again, whatever the type" {
	need_gnuplot
	local measures=$SAMPLES/charts/measures.json answers=$SAMPLES/charts/answers.json
	local own=(--labels "$measures" -H "Riverside community team")
	local posts=(--labels "$SAMPLES/charts/posts.json" -m part_time)
	local levels=very_poor,poor,neither,good,very_good,dont_know
	[ -x "$ROOT/samples/generate" ] || skip "samples/generate is not built"
	"$ROOT/samples/generate" --type feedback --records 9000 --seed 1 --teams 16 --months 24 >feedback.csv
	"$ROOT/samples/generate" --type friends-family --records 4000 --seed 3 --teams 40 --months 6 >answers.csv
	"$ROOT/samples/generate" --type workforce --records 3000 --seed 1 --teams 30 --months 3 >posts.csv
	benchmark -q -m "$measures" -u team -c quartile,rank feedback.csv >teams.csv
	benchmark -q -m "$measures" -u team -p date:month -c control feedback.csv >months.csv
	benchmark -q -m "$measures" -u team -p date:quarter feedback.csv >quarters.csv
	benchmark -q -m "$answers" -u team -c funnel answers.csv >funnel.csv
	benchmark -q -m "$answers" -u organisation answers.csv >levels.csv
	benchmark -q -m "$SAMPLES/charts/posts.json" -b age_band -b gender posts.csv >ages.csv
	benchmark -q -m "$SAMPLES/charts/posts.json" -u team_type -b employer posts.csv >employers.csv
	grep -E '^organisation|^England,england,2024/25,.*,detentions,(white|mixed|asian|black|other),all,all,' \
		"$SAMPLES/detentions.csv" >groups.csv
	benchmark -q --rate count/population -u organisation -p period -b ethnic_group --polarity neutral \
		--reference white -c ratio --disclosure none groups.csv >ratios.csv
	drawn_again -t ranked -m listened "${own[@]}" teams.csv
	drawn_again -t ranked -m listened --figure records "${own[@]}" teams.csv
	drawn_again -t ranked -m listened --total "Riverside community team" teams.csv
	drawn_again -t funnel -m very_good --labels "$answers" funnel.csv
	drawn_again -t control -m listened "${own[@]}" months.csv
	drawn_again -t trend -m listened "${own[@]}" quarters.csv
	drawn_again -t likert --labels "$answers" --levels "$levels" --apart dont_know,neither levels.csv
	drawn_again -t likert --labels "$answers" --levels "$levels" --figure numerator levels.csv
	drawn_again -t radar "${own[@]}" teams.csv
	drawn_again -t heatmap "${own[@]}" teams.csv
	drawn_again -t heatmap -m listened "${own[@]}" quarters.csv
	drawn_again -t box -m listened "${own[@]}" quarters.csv
	drawn_again -t bar "${posts[@]}" employers.csv
	drawn_again -t stacked --labels "$answers" levels.csv
	drawn_again -t pyramid "${posts[@]}" ages.csv
	drawn_again -t pyramid --figure records "${posts[@]}" --sides female,male ages.csv
	drawn_again -t ratio --labels "$ROOT/schemas/lists/ethnic-groups.csv" ratios.csv
}

@test "plot: a total, sides' totals and what is too few are drawn again of --data" {
	need_gnuplot
	printf '%s\n' unit,period,measure,kind,records,value,units,centre,limit_lower998,limit_upper998,signal \
		Ash,2026-01,m,mean,40,5,2,,,,too_few Ash,2026-02,m,mean,40,6,2,,,,too_few \
		Ash,2026-03,m,mean,40,6,2,5.5,4,7, England,2026-01,m,mean,80,5,[z],,,,too_few >total.csv
	drawn_again -t control total.csv
	drawn_again -t ranked -p 2026-01 total.csv
	printf '%s\n' unit,period,age,sex,measure,kind,records,value \
		all,all,20,f,m,mean,40,5 all,all,20,m,m,mean,40,6 all,all,20,x,m,mean,40,6 \
		all,all,30,f,m,mean,40,7 all,all,30,m,m,mean,40,* all,all,all,f,m,mean,80,6 >ages.csv
	drawn_again -t pyramid ages.csv
	printf '%s\n' unit,period,measure,kind,records,value,lower95,upper95,lower998,upper998 \
		Ash,2026-01,m,mean,40,5,4,6,3,7 Beech,2026-01,m,mean,40,6,5,7,4,8 >wide.csv
	drawn_again -t ranked --interval 998 wide.csv
	plot -t ranked --data figures.csv -o first.svg wide.csv
	run head -n 1 figures.csv
	assert_output unit,period,measure,kind,n,value,lower95,upper95
}

@test "plot: --words is what the chart says" {
	plot --words out.json --caption "From here" -H Ash -o chart.txt three.csv
	run cat out.json
	assert_line '  "type": "ranked",'
	assert_line --regexp '^  "title": "Trusted in Ash: 4[.]10, .*Mar 2026",$'
	assert_line --regexp '^  "subtitle": "Means with 95% intervals'
	assert_line --regexp '^  "alternative": "Ranked [a-z ]*[.] .*Ash 4[.]10'
	assert_line --regexp '^    "suppressed": "Held back .*1 of 3: Beech",?$'
	assert_line '  "caption": "From here",'
	assert_line '  "period": "Mar 2026",'
	assert_line '  "highlight": "Ash",'
	assert_line '    "figures": 2,'
	assert_equal "$(grep -c '"suppressed": 1,' out.json)" 1
	if command -v python3 >/dev/null; then
		python3 -c 'import json, sys; json.load(open(sys.argv[1]))' out.json
	fi
}

@test "plot: an input without records has figures and words too" {
	echo "$HEADER" | plot --data out.csv --words out.json -o chart.txt
	assert_equal "$(cat out.csv)" unit,period,measure,kind,n,value,lower95,upper95
	grep -q '"title": "There are no figures to draw"' out.json
	: | plot --data out.csv --words out.json -o chart.txt
	assert_equal "$(cat out.csv)" unit,period,measure,kind,n,value,lower95,upper95
}

@test "plot: files beside a chart take no other file's place" {
	cp three.csv in.csv
	local option
	for option in --data --words; do
		run plot -f txt $option - in.csv
		assert_failure 2
		assert_output "plot: standard output is for the output; give $option a file"
		run plot $option in.csv -o chart.txt in.csv
		assert_failure 2
		run plot $option chart.txt -o chart.txt in.csv
		assert_failure 2
		run plot $option nowhere/file -o chart.txt in.csv
		assert_failure 2
		run plot $option record --run-record record -o chart.txt in.csv
		assert_failure 2
	done
	run plot --data - --words - -o chart.txt in.csv
	assert_failure 2
	assert_output --partial "--data and --words"
	run plot --data both --words both -o chart.txt in.csv
	assert_failure 2
	cmp in.csv three.csv
	rm record # a run that failed has one too
	assert_equal "$(find . -type f | sort | paste -sd' ')" "./in.csv ./three.csv"
}

@test "plot: a chart that fails leaves the files beside it as they were" {
	echo old >out.csv
	echo old >out.json
	mkdir none
	printf '#!/bin/sh\ncat >/dev/null\nexit 1\n' >none/gnuplot
	chmod +x none/gnuplot
	PATH=$PWD/none:$PATH run plot --data out.csv --words out.json -o chart.png three.csv
	assert_failure 2
	run plot --data out.csv --words out.json -m other -o chart.txt three.csv
	assert_failure 2
	run plot --data out.csv --words out.json -f txt three.csv -o /dev/full
	assert_failure 2
	assert_equal "$(cat out.csv out.json)" "old
old"
	assert_equal "$(find . -maxdepth 1 -type f | wc -l)" 3
}

# --- SVG -----------------------------------------------------------------------------

@test "plot: an SVG is small, and one path holds what looks alike" {
	need_gnuplot
	{ echo "$HEADER"; seq -f 'Unit %.0f of the community,2026-03,m,mean,40,,40,4.25,3.5,5,,,x' 300; } >in.csv
	plot -o chart.svg in.csv
	assert [ "$(wc -c <chart.svg)" -lt 250000 ]
	run grep -cE '[0-9][.][0-9]{3}' chart.svg
	assert_output 0
}

@test "plot: charts of one page have ids of their own, and one at two widths too" {
	need_gnuplot
	plot -f svg "$INPUT/teams.csv" >one.svg
	plot -f svg --size 360 "$INPUT/teams.csv" >two.svg
	plot -f svg "$INPUT/months.csv" >three.svg
	plot -f svg -H Ash --title t --alt a "$INPUT/teams.csv" >four.svg
	plot -f svg --title t --alt a "$INPUT/teams.csv" >five.svg
	grep -ho ' id="[^"]*"' ./*.svg >ids
	assert_equal "$(wc -l <ids)" 10
	assert_equal "$(sort -u ids | wc -l)" 10
	local file
	for file in one two three; do
		assert_equal "$(grep -o 'aria-labelledby="[^"]*"' $file.svg)" \
			"aria-labelledby=\"$(grep -o ' id="[^"]*"' $file.svg | cut -d'"' -f2 | paste -sd' ')\""
	done
}

@test "plot: --lang is the language of the words" {
	need_gnuplot
	plot -f svg three.csv >out.svg
	grep -q '<svg [^>]* lang="en-GB"' out.svg
	plot -f svg --lang cy three.csv >out.svg
	grep -q '<svg [^>]* lang="cy"' out.svg
	local tag
	for tag in '' e en- en_GB 'en" onload="x' verylongtag en-123456789; do
		run plot -f svg --lang "$tag" three.csv
		assert_failure 2
		assert_output --partial "--lang"
	done
}

@test "plot: a text that runs to the left begins at its right" {
	need_gnuplot
	printf '%s\n' "$HEADER" 'שלום קבוצה,2026-03,m,mean,40,,40,4.1,3.9,4.3,,,x' >in.csv
	plot -o out.svg in.csv
	run grep 'קבוצה</text>' out.svg
	assert_line --index 0 --partial 'text-anchor="end" direction="rtl"'
}

# --- PDF and PNG -------------------------------------------------------------------

@test "plot: a PDF is one page with its fonts, a title and no time of the clock" {
	need_gnuplot
	plot -o one.pdf -H Ash three.csv
	assert_equal "$(head -c 5 one.pdf)" %PDF-
	sleep 1.1
	TZ=Asia/Tokyo plot -f pdf -H Ash three.csv >two.pdf
	cmp one.pdf two.pdf
	run grep -aoE '(Creation|Mod)Date [(]D:[0-9]{14}' one.pdf
	assert_output "CreationDate (D:19700101000000"
	run grep -ac "$(date +%Y%m%d)" one.pdf
	assert_output 0
	if command -v pdfinfo >/dev/null; then
		run pdfinfo one.pdf
		assert_output --regexp 'Title: +Trusted in Ash: 4.10'
		assert_output --regexp 'Pages: +1'
		refute_output --partial rror
		run pdffonts one.pdf
		refute_output --regexp ' no +(yes|no) +(yes|no) +[0-9]+ +[0-9]+$'
		run pdftotext -layout one.pdf -
		assert_output --partial 'Cedar, "east"'
	fi
}

@test "plot: a title in any letters is the PDF's" {
	need_gnuplot
	plot -f pdf --title 'Café (a\b) 😀 ع' three.csv >one.pdf
	run grep -ao '/Title <[^>]*>' one.pdf
	assert_output '/Title <FEFF00430061006600E9002000280061005C006200290020D83DDE0000200639>'
}

@test "plot: a PNG that would pass 16 million pixels has the size itself" {
	need_gnuplot
	plot -f png --size 400x500 three.csv >small.png
	plot -f png --size 1000x5000 three.csv >large.png
	width() { head -c 20 "$1" | tail -c 4 | od -An -tu1 | awk '{ print $3 * 256 + $4 }'; }
	assert_equal "$(width small.png) $(width large.png)" "800 1000"
}

@test "plot: every format on standard output" {
	need_gnuplot
	local format
	for format in svg png pdf txt; do
		plot -f $format three.csv >one
		plot -o "two.$format" three.csv
		cmp one "two.$format"
	done
}

# --- themes --------------------------------------------------------------------------

@test "plot: the themes that are shipped change the colours, and the page says them all" {
	need_gnuplot
	local theme
	plot -f svg -H Ash three.csv >plain.svg
	for theme in "$SCHEMAS"/themes/*.json; do
		plot -f svg -H Ash --theme "$theme" --run-record run.json three.csv >themed.svg
		run cmp -s plain.svg themed.svg
		assert_failure
		assert_equal "$(grep -o '<text[^>]*>[^<]*' themed.svg | sed 's/.*>//')" \
			"$(grep -o '<text[^>]*>[^<]*' plain.svg | sed 's/.*>//')"
		grep -q "\"file\": \"$(basename "$theme")\"" run.json || grep -q "$(basename "$theme")" run.json
		grep -q "$(basename "$theme")" "$SCHEMAS/themes/README.md"
		sed -n 's/^    "\([a-z_]*\)": .*#.*/\1/p' "$theme" | while read -r key; do
			grep -q "\`$key\`" "$SCHEMAS/themes/README.md"
		done
	done
}

@test "plot: a theme's font and fallbacks stand in the SVG and the script" {
	need_gnuplot
	echo '{ "font": "Noto Sans", "fallbacks": ["Arial", "sans-serif"] }' >theme.json
	plot -f svg --theme theme.json three.csv >out.svg
	grep -q 'font-family="Noto Sans, Arial, sans-serif"' out.svg
	run plot --script -f pdf --theme theme.json three.csv
	assert_output --partial "font 'Noto Sans,16'"
}

# refused with the place and the reason
refused() { # THEME EXPECTED
	echo "$1" >theme.json
	run plot --theme theme.json -o out.svg three.csv
	assert_failure 2
	assert_output --partial "$2"
	run plot --theme theme.json --check-config
	assert_failure 2
	assert [ ! -e out.svg ]
}

@test "plot: a theme that is none is refused with its place" {
	refused '[]' 'theme.json'
	refused '{ "color": {} }' "color"
	refused '{ "colours": { "inc": "#000000" } }' "inc"
	refused '{ "colours": { "ink": "#00000" } }' "/colours/ink: is no colour"
	refused '{ "colours": { "ink": "000000" } }' "/colours/ink: is no colour"
	refused '{ "colours": { "ink": "#0000000" } }' "/colours/ink: is no colour"
	refused '{ "colours": { "ink": "" } }' "/colours/ink: is no colour"
	refused '{ "colours": { "ink": 5 } }' "/colours/ink"
	refused '{ "colours": { "series": ["#000000"] } }' "/colours/series: is no list of 6 colours"
	refused '{ "colours": { "series": ["#000000","#000000","#000000","#000000","red","#000000"] } }' "/colours/series/4"
	refused '{ "colours": [] }' "/colours"
	refused '{ "font": "a\u0027; system(\u0027touch pwned\u0027)" }' "/font: is no name of a font"
	refused '{ "fallbacks": ["x\u0022 onload=\u0022y"] }' "/fallbacks/0: is no name of a font"
	refused '{ "fallbacks": [] }' "/fallbacks"
	run plot --theme nowhere.json three.csv
	assert_failure 2
}

@test "plot: a theme without contrast is refused with the colour's place" {
	refused '{ "colours": { "ink": "#808080" } }' "/colours/ink: has a contrast of 3.95 on paper, as text, where 4.5 is the least (WCAG 2.2)"
	refused '{ "colours": { "own": "#999999" } }' "/colours/own"
	refused '{ "colours": { "bar": "#AAAAAA" } }' "/colours/bar"
	refused '{ "colours": { "paper": "#101010" } }' "/colours/ink"
	refused '{ "colours": { "band": "#444444" } }' "/colours/ink: has a contrast of"
	refused '{ "colours": { "ramp_low": "#12436D" } }' "/colours/ramp_high"
	refused '{ "colours": { "ink_dark": "#1A1A1A" } }' "/colours/ink_dark"
	refused '{ "colours": { "series": ["#12436D","#28A197","#FFFF00","#F46A25","#3D3D3D","#A285D1"] } }' "/colours/series/2"
}

@test "plot: --data and the like do not take the theme's place" {
	cp "$SCHEMAS/themes/greyscale.json" theme.json
	run plot --theme theme.json --data theme.json -o out.svg three.csv
	assert_failure 2
	run plot --theme theme.json -o theme.json -f svg three.csv
	assert_failure 2
	cmp theme.json "$SCHEMAS/themes/greyscale.json"
}

# --- text ------------------------------------------------------------------------------

# the types of chart, of now and of later
types() {
	plot --completion bash | grep -oE "\-\-type[^)]*\) words='[^']*'" | sed "s/.*words='//; s/'$//"
}

@test "plot: --ascii is plain, and as wide as the same with blocks" {
	for file in teams months panels roles; do
		plot -f txt "$INPUT/$file.csv" >blocks
		plot -f txt --ascii "$INPUT/$file.csv" >plain
		run env LC_ALL=C grep -c '[^ -~]' plain
		assert_output 0
		# a line's end may have been a faint block
		diff <(LC_ALL=C.UTF-8 wc -lL <blocks) <(LC_ALL=C.UTF-8 wc -lL <plain)
		refute grep -q '[?]' plain
		# the same without blocks is as it was
		diff <(grep -E '^[A-Za-z ]*$' blocks) <(grep -E '^[A-Za-z ]*$' plain)
	done
}

@test "plot: in ASCII a figure held back, a signal and an interval keep signs of their own" {
	run plot -f txt --ascii "$INPUT/months.csv"
	assert_line --regexp '^o figure  @ signal  [|] centre  : limits$'
	assert_line --regexp '^May 2010 +65% .*o'
	assert_line --regexp '@.* outside two_of_three$'
	run plot -f txt --ascii -H 'Moor Lane recovery team' "$INPUT/teams.csv"
	assert_line --regexp '^> Moor Lane recovery team +[0-9]+ #+'
}

@test "plot: letters lose their marks in ASCII, and the rest is a question mark" {
	sed 's/^Ash/Tŷ Gŵyl Café naïve ✓/' three.csv >in.csv
	run plot -f txt --ascii in.csv
	assert_output --partial "Ty Gwyl Cafe naive ?"
}

@test "plot: --ascii is for text alone" {
	run plot --ascii -o out.svg three.csv
	assert_failure 2
	assert_output --partial "--format txt"
	run plot --ascii -f pdf three.csv
	assert_failure 2
}

@test "plot: a terminal without UTF-8 gets ASCII of itself, one with it blocks" {
	command -v script >/dev/null || skip "no script(1) here to make a terminal"
	seen() { # VARIABLE=VALUE...
		env -u LC_ALL -u LC_CTYPE -u LANG "$@" script -qec "plot $INPUT/teams.csv" /dev/null </dev/null |
			LC_ALL=C grep -c '[^ -~[:cntrl:]]' || true
	}
	script -qec true /dev/null </dev/null >/dev/null || skip "script(1) makes no terminal here"
	assert_equal "$(seen LANG=C)" 0
	assert_equal "$(seen A=b)" 0
	assert_equal "$(seen LC_ALL=POSIX LANG=en_GB.UTF-8)" 0
	assert_equal "$(seen LC_ALL= LC_CTYPE=en_GB.ISO-8859-1 LANG=en_GB.UTF-8)" 0
	assert [ "$(seen LANG=en_GB.UTF-8)" -gt 5 ]
	assert [ "$(seen LC_CTYPE=en_GB.utf8 LANG=C)" -gt 5 ]
	# a pipe is another program's, which asks for what it wants
	LC_ALL=C plot -f txt "$INPUT/teams.csv" >out.txt
	LC_ALL=C grep -q '[^ -~]' out.txt
}
