#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# plot --all: a folder with a chart of each measure and an index.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

HEADER=unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method
INPUT=$BATS_TEST_DIRNAME/plot

setup_filter() {
	unset COLUMNS
	umask 022
}

# a stream with these measures, of two units each
stream() { # MEASURE...
	echo "$HEADER"
	for id; do
		printf 'Ash,2026-03,%s,mean,40,,40,4.1,3.9,4.3,,,student_t\n' "$id"
		printf 'Beech,2026-03,%s,mean,55,,55,3.2,3.0,3.4,,,student_t\n' "$id"
	done
}

# nothing was left behind
nothing_but() { # NAME...
	run ls -A
	assert_output "$(printf '%s\n' "$@")"
}

@test "plot --all: a chart, its figures and an entry for each measure" {
	need_gnuplot
	plot --all charts "$INPUT/roles.csv"
	run ls -A charts
	assert_output "$(printf '%s\n' index.csv index.html role_{a,b,c,d,e}.{csv,svg} | sort)"
	run cat charts/index.csv
	assert_line --index 0 file,measure,type,title
	assert_line --index 1 --regexp '^role_a.svg,role_a,ranked,"role_a: from '
	assert_equal "${#lines[@]}" 6
	# as each alone
	plot -m role_b -o role_b.svg --data role_b.csv "$INPUT/roles.csv"
	assert cmp role_b.svg charts/role_b.svg
	assert cmp role_b.csv charts/role_b.csv
	run stat -c %a charts charts/role_a.svg
	assert_output "$(printf '755\n644\n')"
}

@test "plot --all: the page has a language, a heading, alternatives and links" {
	need_gnuplot
	plot --all charts --lang cy -H Ash "$INPUT/roles.csv"
	run cat charts/index.html
	assert_line --index 1 '<html lang="cy">'
	assert_line '<h1>Charts of 5 measures</h1>'
	assert_equal "$(grep -c '<h2>' charts/index.html)" 5
	assert_equal "$(grep -c '<img src="role_[a-e].svg" .* alt="Ranked chart' charts/index.html)" 5
	assert_output --partial '<a href="role_c.csv">'
	# every link leads somewhere
	grep -o 'href="[^"]*"\|src="[^"]*"' charts/index.html | sed 's/.*="//; s/"//' | while read -r link; do
		case $link in
		'#'*) grep -q "id=\"${link#?}\"" charts/index.html ;;
		*) [ -f "charts/$link" ] ;;
		esac || echo "$link"
	done >dead
	assert_equal "$(cat dead)" ""
}

@test "plot --all: the measures asked for in their order, by type, with names of --labels" {
	need_gnuplot
	printf '{"measures": [ { "id": "role_b", "label": "B Recovery <i>, %% of records" } ]}' >names.json
	plot --all charts -m role_c -m role_b -t heatmap --labels names.json "$INPUT/roles.csv"
	run cut -d, -f1-3 charts/index.csv
	assert_line --index 1 role_c.svg,role_c,heatmap
	assert_line --index 2 role_b.svg,role_b,heatmap
	run cat charts/index.html
	assert_output --partial 'Chart of B Recovery &lt;i&gt; (SVG)'
	refute_output --partial '<i>'
	run plot --all charts -m role_x "$INPUT/roles.csv"
	assert_failure 2
	assert_output --partial "did you mean"
}

@test "plot --all: the same bytes on each run, however many processes" {
	need_gnuplot
	plot --all one "$INPUT/panels.csv"
	plot --all two "$INPUT/panels.csv"
	run diff -r one two
	assert_success
	if command -v taskset >/dev/null; then
		taskset -c 0 plot --all three "$INPUT/panels.csv"
		run diff -r one three
		assert_success
	fi
}

@test "plot --all: other formats" {
	plot --all text -f txt "$INPUT/roles.csv"
	run cat text/index.html
	assert_output --partial '<pre role="img"'
	assert [ -s text/role_a.txt ]
	need_gnuplot
	plot --all png -f png "$INPUT/roles.csv"
	run head -c 4 png/role_e.png
	assert_output --partial PNG
	plot -m role_e -o alone.png "$INPUT/roles.csv"
	assert cmp alone.png png/role_e.png
}

@test "plot --all: ids make names that are safe, and no two the same" {
	need_gnuplot
	long=$(printf 'x%.0s' {1..200})
	stream ../x .hidden -f 'a b' 'a/b' a+b A.B a.b .. index "$long" "${long}y" señal /etc/passwd CON >in.csv
	mkdir inner
	cd inner
	plot --all charts ../in.csv
	run ls -A .. .
	assert_output "$(printf '.:\ncharts\n\n..:\nin.csv\ninner\n')"
	run find charts -type f
	assert_equal "${#lines[@]}" 32
	run cut -d, -f1,2 charts/index.csv
	assert_line "x.svg,../x"
	assert_line "hidden.svg,.hidden"
	assert_line "f.svg,-f"
	assert_line "a-b.svg,a b"
	assert_line "a-b-2.svg,a/b"
	assert_line "a-b-3.svg,a+b"
	assert_line "A.B.svg,A.B"
	assert_line "a.b-2.svg,a.b"
	assert_line "measure.svg,.."
	assert_line "index-2.svg,index"
	assert_line "${long::80}.svg,$long"
	assert_line "${long::80}-2.svg,${long}y"
	assert_line "se-al.svg,señal"
	assert_line "etc-passwd.svg,/etc/passwd"
}

@test "plot --all: in a folder that is there only files of an earlier run are replaced" {
	need_gnuplot
	mkdir charts
	echo mine >charts/notes.txt
	plot --all charts "$INPUT/roles.csv"
	plot --all charts -m role_a --title New "$INPUT/roles.csv"
	assert_equal "$(cat charts/notes.txt)" mine
	run grep -c New charts/role_a.svg
	refute_output 0
	# no longer drawn
	assert [ ! -e charts/role_b.svg ]
	assert [ ! -e charts/role_b.csv ]
	run cut -d, -f1 charts/index.csv
	assert_equal "${#lines[@]}" 2
	nothing_but charts
}

@test "plot --all: what was left out once is drawn again, in another format too" {
	need_gnuplot
	plot --all charts "$INPUT/roles.csv"
	plot --all charts -m role_b "$INPUT/roles.csv"
	plot --all charts -f txt "$INPUT/roles.csv"
	assert [ -e charts/role_a.txt ]
	run compgen -G "charts/*.svg"
	assert_output ""
}

@test "plot --all: an index that somebody changed removes no file of theirs" {
	need_gnuplot
	plot --all charts -m role_a "$INPUT/roles.csv"
	echo mine | tee outside.svg charts/notes.md charts/.hidden.svg >charts/-x.svg
	mkdir charts/folder.svg
	printf '%s,x,x,x\n' ../outside.svg notes.md .hidden.svg -x.svg "$PWD/outside.svg" >>charts/index.csv
	plot --all charts -m role_a "$INPUT/roles.csv"
	for file in outside.svg charts/notes.md charts/.hidden.svg charts/-x.svg; do
		assert_equal "$(cat "$file")" mine
	done
	echo folder.svg,x,x,x >>charts/index.csv
	run plot --all charts -m role_a "$INPUT/roles.csv"
	assert_failure 2
	assert [ -d charts/folder.svg ]
}

@test "plot --all: a file of no earlier run is not replaced, and then nothing is" {
	need_gnuplot
	plot --all charts -m role_b "$INPUT/roles.csv"
	cp -r charts before
	echo mine >charts/role_a.svg
	cp charts/role_a.svg before/
	run plot --all charts "$INPUT/roles.csv"
	assert_failure 2
	assert_output --partial "charts/role_a.svg: is there and of no earlier run"
	assert diff -r before charts
	# nor is a link followed or replaced
	ln -sf "$PWD/elsewhere" charts/role_a.svg
	run plot --all charts -m role_a "$INPUT/roles.csv"
	assert_failure 2
	assert [ ! -e elsewhere ]
	assert [ -L charts/role_a.svg ]
	# nor an index of somebody else
	mkdir other
	echo a,b >other/index.csv
	run plot --all other "$INPUT/roles.csv"
	assert_failure 2
	assert_equal "$(ls -A other)" index.csv
}

@test "plot --all: the input is not replaced, even by a chart of an earlier run" {
	need_gnuplot
	plot --all charts -m role_b "$INPUT/roles.csv"
	cp "$INPUT/roles.csv" charts/role_b.csv
	run plot --all charts charts/role_b.csv
	assert_failure 2
	assert_output --partial "input"
	assert cmp "$INPUT/roles.csv" charts/role_b.csv
}

@test "plot --all: one measure that cannot be drawn: one message, and nothing is there" {
	need_gnuplot
	{
		stream good other
		printf 'Ash,2026-02/2026-03,bad,mean,40,,40,4.1,3.9,4.3,,,student_t\n'
		printf 'Ash,2026-03,bad,mean,40,,40,4.1,3.9,4.3,,,student_t\n'
		printf 'Ash,2026-02/2026-03,worse,mean,40,,40,4.1,3.9,4.3,,,student_t\n'
		printf 'Ash,2026-03,worse,mean,40,,40,4.1,3.9,4.3,,,student_t\n'
	} >in.csv
	run plot --all charts in.csv
	assert_failure 2
	assert_equal "${#lines[@]}" 1
	assert_output --partial "measure 'bad': "
	nothing_but in.csv
}

@test "plot --all: a disk that is full leaves nothing of a new folder, and an old one as it was" {
	need_gnuplot
	run bash -c 'ulimit -f 2; exec plot --all charts "$1"' - "$INPUT/roles.csv"
	assert_failure 2
	assert_output --partial "cannot be written whole"
	nothing_but
	plot --all charts -m role_a -f txt "$INPUT/roles.csv"
	cp -r charts before
	run bash -c 'ulimit -f 2; exec plot --all charts -m role_a "$1"' - "$INPUT/roles.csv"
	assert_failure 2
	assert diff -r before charts
	nothing_but before charts
}

@test "plot --all: places where no folder can be" {
	need_gnuplot
	echo mine >file
	run plot --all file "$INPUT/roles.csv"
	assert_failure 2
	assert_output --partial "file: is no folder"
	run plot --all none/charts "$INPUT/roles.csv"
	assert_failure 2
	assert_output --partial "none/charts: cannot be written"
	run plot --all '' "$INPUT/roles.csv"
	assert_failure 2
	plot --all charts/ "$INPUT/roles.csv"
	assert [ -e charts/index.html ]
	nothing_but charts file
}

@test "plot --all: nothing else is written, and what would be is refused" {
	need_gnuplot
	for option in "-o x.svg" "--data x.csv" "--words x.json" --script; do
		# shellcheck disable=SC2086 # an option and its value
		run plot --all charts $option "$INPUT/roles.csv"
		assert_failure 2
		assert_output --partial "leave -o, --data, --words and --script"
	done
	nothing_but
	run plot --all charts "$INPUT/roles.csv"
	assert_success
	assert_output ""
}

@test "plot --all: an empty stream is a page that says so" {
	echo "$HEADER" >in.csv
	plot --all charts -m trusted in.csv
	run cat charts/index.html
	assert_output --partial "<h1>There are no figures to draw</h1>"
	run cat charts/index.csv
	assert_output "file,measure,type,title"
}

@test "plot --all: the run record counts the rows of all charts" {
	need_gnuplot
	plot --all charts --run-record run.json "$INPUT/roles.csv"
	run cat run.json
	assert_output --partial '"in": 30'
	assert_output --partial '"excluded": 0'
}
