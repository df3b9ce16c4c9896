#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot: texts that attack gnuplot, the page or the terminal, in every place of every type of
# chart; and runs that are cut off.

bats_require_minimum_version 1.5.0
load helper

INPUT=$BATS_TEST_DIRNAME/plot
REST=kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method
REST+=,q1,median,q3,rank,rank_lower,rank_upper,centre,limit_lower95,limit_upper95,limit_lower998,limit_upper998
REST+=,signal,band,variation,assurance,target_centre,ratio,ratio_lower95,ratio_upper95,reference,z,phi,tau2,units

# the types of chart, of now and of later
types() {
	plot --completion bash | sed -n "s/.*--type.*) words='\([^']*\)'.*/\1/p" | tr ' ' '\n'
}

# Invented figures behind UNIT,PERIOD[,PART...],MEASURE
figures() { # VALUE RANK TEXTS-OF-SIGNAL-AND-BAND
	echo "proportion,$((40 + $2)),20,$((40 + $2)),$1,$(($1 - 9)),$(($1 + 9)),$(($1 - 12)),$(($1 + 12)),wilson,21,32,43,$2,1,6,33,20,46,14,52,$3,$4,common,random,40,1.$2,0.9,1.9,30,1.2,1,0,6"
}

streams() {
	local i j
	{
		echo "unit,period,measure,$REST"
		for i in 1 2 3 4 5 6; do echo "Unit $i,2026-03,listened,$(figures $((20 + i * 7)) $i outside higher_998)"; done
	} >one.csv
	{
		echo "unit,period,measure,$REST"
		for i in 1 2 3; do
			for j in {01..12}; do echo "Unit $i,2025-$j,listened,$(figures $((20 + i + 10#$j * 3)) $i shift in)"; done
		done
	} >time.csv
	{
		echo "unit,period,measure,$REST"
		for i in 1 2 3 4; do
			for j in 'Very good' Good Neither Poor; do echo "Unit $i,2026-03,item=$j,$(figures $((20 + i * 2)) $i outside in)"; done
		done
	} >grid.csv
	{
		echo "unit,period,age_band,gender,measure,$REST"
		for i in 18_to_34 35_to_49 50_to_64; do
			for j in female male; do echo "Unit 1,2026-03,$i,$j,listened,$(figures 33 1 outside in)"; done
		done
	} >parts.csv
	{
		echo "unit,period,group,measure,$REST"
		for i in 1 2 3 4; do echo "all,2026-03,Group $i,listened,$(figures $((20 + i * 2)) $i outside in)"; done
	} >groups.csv
}

# TYPE STREAM [own] of two streams for each type in the file list, of one in first; own: it
# wants a unit to highlight
setup_file() {
	export DRAWN=$BATS_FILE_TMPDIR
	cd "$DRAWN" || return 1
	PATH=$MHSW_BIN:$PATH
	: >missing
	drawings >list
	sort -u -k1,1 list >first
}

setup_filter() {
	unset COLUMNS
	cp "$DRAWN"/* .
}

drawings() {
	local type stream found
	streams
	for type in $(types); do
		found=0
		for stream in one time grid parts groups; do
			if [ $found -lt 2 ] && plot -t "$type" -f txt $stream.csv >plain 2>said; then
				echo "$type $stream"
				found=$((found + 1))
			elif [ $found -lt 2 ] && plot -t "$type" -H 'Unit 1' -f txt $stream.csv >plain 2>said; then
				echo "$type $stream own"
				found=$((found + 1))
			fi
		done
		[ $found -gt 0 ] || echo "$type" >>missing
	done
}

ESCAPE=$'\e' BELL=$'\a' DELETE=$'\x7f'
# each is one text; together they begin, end and break lines in every way that means something
EVIL=(
	"\`touch pwned\` \$(touch pwned) \${HOME} @x {a_b}^2 %s%n \"\" . system(\"touch pwned\") . \"\" ' ; !touch pwned ; ' <script>&#x41;&amp;]]></text> -->\\"
	$'< touch pwned\nend_of_words\nsystem(\'touch pwned\')\n!touch pwned\nend_of_shapes'
	"'|touch pwned' שלום $(printf '\u202e\u2066\u061c\u200b\u200f\ufeff') a$(printf '\u0301\u0302\u0303\u0304') é ${ESCAPE}[31m$BELL$DELETE$(printf '\u009b\ufffe\U000e0041')"
	"| touch pwned $(printf 'W%.0s' {1..10000})"
)
EVIL+=("${EVIL[0]}"$'\n'"${EVIL[1]}"$'\n'"${EVIL[2]}"$'\n'"${EVIL[3]}")

# The stream with the evil text before each text of a column, or in its name
inject() { # COLUMN EVIL-NUMBER [head] <STREAM
	TEXT=${EVIL[$2]} awk -F, -v OFS=, -v column="$1" -v head="${3:-}" '
		function quote(text) { gsub(/"/, "\"\"", text); return "\"" text "\"" }
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == column) at = i }
		(NR == 1) == (head != "") && at && (head == "" || NR == 1) { $at = quote(ENVIRON["TEXT"] " " $at) }
		{ print }'
}

# no control character of a terminal and none that turns the direction
assert_calm() { # FILE...
	run env LC_ALL=C.UTF-8 grep -lP '[\x00-\x08\x0b-\x1f\x7f-\x9f\x{61c}\x{202a}-\x{202e}\x{2066}-\x{2069}]' "$@"
	assert_output ""
}

# nothing but what plot itself writes, with all texts behind bars in one block
assert_script() { # FILE...
	run awk '
		FNR == 1 { seen = inside = 0 }
		/^[$]words << end_of_words$/ && !seen++ { inside = 1; next }
		inside && /^end_of_words$/ { inside = 0; next }
		inside && /^[|]/ { next }
		inside { print FILENAME ", among the words: " substr($0, 1, 80); next }
		/^# Draws one chart on standard output: gnuplot THIS_FILE > chart.(svg|png|pdf)$/ { next }
		/^set encoding utf8$/ { next }
		/^set terminal pngcairo size [0-9]+,[0-9]+ font .DejaVu Sans,16. fontscale [0-9.]+ linewidth [0-9]+ background "#[0-9A-F]+" noenhanced$/ { next }
		/^unset (key|border|tics)$/ { next }
		/^set [lrbt]margin at screen [01]$/ { next }
		/^set [xy]range \[[0-9]+:[0-9]+\]$/ { next }
		/^set label [0-9]+ [$]words\[[0-9]+\]\[2:\*\] at first -?[0-9.]+,-?[0-9.]+ (left|center|right) font .DejaVu Sans(:Bold)?,[0-9]+. textcolor rgb "#[0-9A-F]+" noenhanced front$/ { next }
		/^[$]shapes[0-9]+ << end_of_shapes$/ || /^end_of_shapes$/ { next }
		/^[-0-9. ]*$/ { next }
		/^(plot |     )[$]shapes[0-9]+ using [-0-9:()$]+ with [a-z ]+( [0-9.]+)?( linecolor rgb variable| (line|fill)color rgb "#[0-9A-F]+"| linewidth [0-9.]+ linecolor rgb "#[0-9A-F]+")? notitle(, \\)?$/ { next }
		{ print FILENAME ": " substr($0, 1, 120) }' "$@"
	assert_output ""
}

# nor any that nobody sees
assert_clean() { # FILE...
	assert_calm "$@" || return
	run env LC_ALL=C.UTF-8 grep -lP '[\x{200b}-\x{200f}\x{2060}-\x{206f}\x{feff}\x{fffe}\x{e0000}-\x{e007f}]' "$@"
	assert_output ""
}

well_formed() { # FILE...
	local file
	if command -v python3 >/dev/null; then
		python3 -c '
import sys, xml.dom.minidom
for file in sys.argv[1:]:
    xml.dom.minidom.parse(file)' "$@"
	elif command -v rsvg-convert >/dev/null; then
		for file; do
			rsvg-convert "$file" >/dev/null
		done
	fi
	run grep -lE '<(script|image)|</text>.*</text>' "$@"
	assert_output ""
}

# --- texts ----------------------------------------------------------------------------

@test "security: each type of chart has a stream here that suits it" {
	assert_equal "$(cat missing)" ""
	assert_equal "$(wc -l <first)" "$(types | wc -l)"
}

@test "security: what looks for a witness would see one" {
	need_gnuplot
	plot --script -f png one.csv >plain.gp
	assert_script plain.gp
	{ echo "system('touch pwned')"; cat plain.gp; } >evil.gp
	gnuplot evil.gp >evil.png
	assert [ -e pwned ]
	run assert_script evil.gp
	assert_failure
	printf 'a\xe2\x80\xaeb' >turned
	run assert_clean turned
	assert_failure
}

# Draws evil.csv in each way that shows texts, as drawn/NAME.{svg,gp,txt}, and what was said
draw() { # TYPE NAME [OPTION...]
	local type=$1 name=drawn/$2
	shift 2
	mkdir -p drawn
	[ -z "$own" ] || set -- "$@" -H "${unit:-Unit 1}"
	# a kind or a method that there is not may be none to draw
	plot -t "$type" -f svg "$@" evil.csv >"$name.svg" 2>"$name.said" || [ $? -eq 2 ] || fail "$name"
	if [ -s "$name.svg" ]; then
		plot -t "$type" -f png --script "$@" evil.csv >"$name.gp" 2>/dev/null
		plot -t "$type" -f txt "$@" evil.csv >"$name.txt" 2>/dev/null
	else
		rm "$name.svg"
	fi
}

# All that was drawn is clean; then it is taken away
assert_drawn() {
	assert_clean drawn/*.txt drawn/*.svg
	assert_calm drawn/*.said
	assert_script drawn/*.gp
	well_formed drawn/*.svg
	rm -r drawn
}

@test "security: no text of a stream is code, markup or control in any type of chart" {
	while read -r type stream own; do
		for column in unit period age_band gender group measure; do
			head -n 1 "$stream.csv" | tr , '\n' | grep -qx "$column" || continue
			for i in 0 1 2 3; do
				inject "$column" "$i" <"$stream.csv" >evil.csv
				unit=
				[ "$column" != unit ] || unit="${EVIL[i]} Unit 1"
				draw "$type" "$type-$stream-$column-$i"
			done
			unit=
		done
		for column in kind method signal band variation assurance; do
			inject "$column" 4 <"$stream.csv" >evil.csv
			draw "$type" "$type-$stream-$column"
		done
		assert_drawn
	done <list
	assert [ ! -e pwned ]
}

@test "security: gnuplot draws every type with such texts and does nothing else" {
	need_gnuplot
	while read -r type stream own; do
		cp "$stream.csv" evil.csv
		for column in unit measure method; do
			inject "$column" $((RANDOM % 3)) <evil.csv >next.csv 2>/dev/null
			plot -t "$type" ${own:+-H "Unit 1"} -f svg next.csv >/dev/null 2>&1 && mv next.csv evil.csv
		done
		for format in svg png pdf; do
			plot -t "$type" ${own:+-H "Unit 1"} -f $format --title "${EVIL[0]}" --caption "${EVIL[1]}" evil.csv >"evil.$format"
			assert [ -s "evil.$format" ]
		done
	done <first
	assert [ ! -e pwned ]
}

@test "security: the name of a column is a text as any other" {
	while read -r type stream own; do
		for column in age_band gender group; do
			head -n 1 "$stream.csv" | tr , '\n' | grep -qx "$column" || continue
			for i in 0 1 2 3; do
				inject "$column" "$i" head <"$stream.csv" >evil.csv
				draw "$type" "$type-$stream-$column-$i"
			done
		done
	done <list
	assert_drawn
	assert [ ! -e pwned ]
}

@test "security: the words of the command line are texts as any other" {
	while read -r type stream own; do
		cp "$stream.csv" evil.csv
		for i in 0 1 2 3; do
			draw "$type" "$type-$i" --title "${EVIL[i]}" --subtitle "${EVIL[i]}" \
				--caption "${EVIL[i]}" --alt "${EVIL[i]}"
			assert [ -s "drawn/$type-$i.svg" ]
		done
		plot -t "$type" ${own:+-H "Unit 1"} --title "${EVIL[4]}" --words drawn/words.txt -o drawn/x.svg evil.csv
	done <first
	assert_drawn
	assert [ ! -e pwned ]
}

@test "security: names of a file of labels, and an own unit, are texts as any other" {
	command -v python3 >/dev/null || skip "no python3 here to write the labels"
	for i in 0 1 2 3; do
		TEXT=${EVIL[i]} python3 -c '
import json, os
text = os.environ["TEXT"]
json.dump({"measures": {"listened": {"label": text}}}, open("labels.json", "w"))'
		plot -f svg --labels labels.json one.csv >evil.svg 2>said || true
		assert_clean evil.svg
		assert_calm said
		inject unit "$i" <one.csv >evil.csv
		plot -f svg -H "${EVIL[i]//$'\n'/ } Unit 1" evil.csv >evil.svg 2>said ||
			plot -f svg -H "${EVIL[i]} Unit 1" evil.csv >evil.svg 2>said
		well_formed evil.svg
		assert_clean evil.svg
	done
}

@test "security: a message that lists names holds no control of a terminal" {
	for i in "${!EVIL[@]}"; do
		for column in unit measure; do
			inject "$column" "$i" <grid.csv >evil.csv
			plot -f txt --measure zzzzz evil.csv >out 2>said || true
			plot -f txt --highlight zzzzz evil.csv >>out 2>>said || true
			plot -f txt --show-period zzzzz evil.csv >>out 2>>said || true
			assert [ -s said ]
			assert_calm said
		done
	done
}

# --- runs that are cut off ----------------------------------------------------------------

# the old chart is as it was, and beside it stands nothing
untouched() { # FILE
	assert_equal "$(cat "$1")" old
	assert_equal "$(find . -name ".*$1*" -o -name "$1?*" | wc -l)" 0
}

fake_gnuplot() { # SHELL-COMMANDS
	mkdir -p fake
	printf '#!/bin/sh\n%s\n' "$1" >fake/gnuplot
	chmod +x fake/gnuplot
	PATH=$PWD/fake:$PATH
}

@test "security: a disk that is full leaves the old chart" {
	for format in svg txt; do
		echo old >"chart.$format"
		run bash -c 'trap "" XFSZ; ulimit -f 1; exec plot -o "$1" "$2"' - "chart.$format" "$INPUT/months.csv"
		assert_failure 2
		untouched "chart.$format"
	done
}

@test "security: no gnuplot, and a gnuplot that dies, leave the old chart" {
	for format in svg png pdf; do
		echo old >"chart.$format"
		mkdir -p only
		ln -sf "$(command -v plot)" only/plot
		PATH=$PWD/only run plot -o "chart.$format" "$INPUT/teams.csv"
		assert_failure 2
		untouched "chart.$format"
	done
	for end in 'exit 3' 'kill -9 $$' 'kill -SEGV $$' 'exit 0' 'exec <&-; sleep 0.1; exit 1'; do
		(
			fake_gnuplot "$end"
			for format in svg png pdf; do
				run plot -o "chart.$format" "$INPUT/teams.csv"
				assert_failure 2
				assert_output --partial "gnuplot could not draw the chart"
				untouched "chart.$format"
			done
		)
	done
	fake_gnuplot 'printf "\211PNG half a picture"; kill -9 $$'
	run plot -o chart.png "$INPUT/teams.csv"
	assert_failure 2
	untouched chart.png
}

@test "security: a run that is ended while gnuplot draws leaves the old chart" {
	fake_gnuplot 'cat >/dev/null; : >started; exec sleep 5'
	for signal in TERM INT HUP; do
		rm -f started
		echo old >chart.png
		env --default-signal plot -o chart.png --data data.csv --words words.json "$INPUT/teams.csv" 3>&- &
		pid=$!
		for _ in $(seq 200); do
			[ ! -e started ] || break
			sleep 0.02
		done
		assert [ -e started ]
		kill -s "$signal" "$pid"
		run wait "$pid"
		untouched chart.png
		assert [ ! -e data.csv ]
		assert [ ! -e words.json ]
		assert_equal "$(find . -name '.*data*' -o -name 'data.csv?*' -o -name 'words.json?*' | wc -l)" 0
	done
}
