#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# map-to-role: how well the project's own rules do, on statements invented for that.

bats_require_minimum_version 1.5.0
load helper

setup_filter() {
	RULES=$SCHEMAS/roles/rules.csv
	CODED=$SAMPLES/coded-statements.csv
}

@test "map-to-role: the coded statements pass their schema, and the halves are a fixed rule" {
	run --separate-stderr validate -q -s "$SCHEMAS/roles/coded-statements-table.json" "$CODED"
	assert_success
	assert_output "$(cat "$CODED")"
	# odd numbers are for development, even ones for the test
	run bash -c 'grep -cE "^S[0-9]{3}[13579],[a-z]+,development," "$1"; grep -cE "^S[0-9]{3}[02468],[a-z]+,test," "$1"' - "$CODED"
	assert_output $'270\n270'
	# people's codes end the line: role, function, second role, second function
	run bash -c 'sed -nE "s/^S.*,([A-E]?),([A-E.ivx]*),[A-E]?,[A-E.ivx]*$/\1/p" "$1" | sort | uniq -c | tr -s " " | tr "\n" ";"' - "$CODED"
	assert_output " 64 ; 120 A; 88 B; 92 C; 88 D; 88 E;"
	run bash -c 'sed -nE "s/^S.*,([A-E]?),([A-E]\.[ivx]+),[A-E]?,[A-E.ivx]*$/\2/p" "$1" | sort -u | wc -l' - "$CODED"
	assert_output 30
}

# value SECTION NAME OTHER FIGURE: of the test half
value() {
	sed -n "s/^half,test,$1,$2,$3,$4,\([0-9.]*\),.*/\1/p" figures.csv
}

@test "map-to-role: macro-F1 on the half that no rule was written by is 0.75 or more" {
	map-to-role -r "$RULES" --text text --evaluate role --by half --format csv "$CODED" >figures.csv
	run awk -v f1="$(value system rules "" macro_f1)" -v bm25="$(value system bm25 "" macro_f1)" \
		'BEGIN { print (f1 >= 0.75), (f1 <= 1), (bm25 > 0), (f1 > bm25) }'
	assert_output "1 1 1 1"
	# what is outside of the framework stays outside, but for a few
	[ "$(value confusion none unmapped records)" -ge 26 ]
}

@test "map-to-role: no rule quotes a sentence of the test half" {
	run awk -v n=7 '
		{ line = tolower($0); gsub(/[^a-z]+/, " ", line); count = split(line, word, " ") }
		FNR == 1 { files++ }
		files == 1 && !/,test,/ { next }
		{
			for (i = 1; i + n - 1 <= count; i++) {
				gram = word[i]
				for (j = 1; j < n; j++)
					gram = gram " " word[i + j]
				if (files == 1) {
					seen[gram]
					grams++
				} else if (gram in seen) {
					print "line " FNR
				}
			}
		}
		END { if (grams < 1000) print "too few" }' "$CODED" "$RULES"
	assert_success
	assert_output ""
}

@test "map-to-role: the two codes of each statement hardly ever differ" {
	run map-to-role --agree function second_function "$CODED"
	assert_success
	assert_line --regexp '^all +code +540 +0\.998 '
	assert_line --regexp '^all +category +540 +0\.998 '
}

@test "map-to-role: the framework's own words find their own function" {
	local framework=${SHARED_DATA%/data}/framework/roles.csv
	[ -e "$framework" ] || skip "no framework texts here"
	map-to-role -r "$RULES" --text text --prefix map_ --evidence none "$framework" >mapped.csv
	# role and function stand seven and eight columns before the end
	run awk -F, 'NR > 1 && $1 ~ /\./ { all++; right += $1 == $(NF - 7); role += substr($1, 1, 1) == $(NF - 8) }
		END { print all, right, role }' mapped.csv
	assert_output "30 30 30"
}

@test "map-to-role: the example and the figure of the README hold" {
	printf 'text\nWent with her to the housing office about the eviction notice\n' >in.csv
	run map-to-role -r "$RULES" --text text in.csv
	assert_line --index 1 "Went with her to the housing office about the eviction notice,B,B.i,mapped,medium,2,2,B.i-03,eviction,46-54"
	run grep -cF 'B,B.i,mapped,medium,2,2,B.i-03,eviction,46-54' "$ROOT/README.md"
	assert_output 1
	map-to-role -r "$RULES" --text text --evaluate role --by half --format csv "$CODED" >figures.csv
	f1=$(printf '%.2f' "$(value system rules "" macro_f1)")
	run grep -cE "^over the five roles is $f1 " "$ROOT/README.md"
	assert_output 1
}
