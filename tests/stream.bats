#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# stream: what holds for every filter alike, whatever its own work is.

# bats sets stderr and its lines
# shellcheck disable=SC2154
bats_require_minimum_version 1.5.0
load helper

FILTERS=(validate anonymise map-to-role score benchmark plot)
# report reads no stream: what it reads and writes is in tests/report.bats
PROGRAMS=("${FILTERS[@]}" report)

setup_filter() {
	cat >table.json <<-'END'
		{ "fields": [ { "name": "id" }, { "name": "a", "type": "integer" }, { "name": "text" } ] }
	END
	cat >policy.json <<-'END'
		{ "project": "demo", "columns": { "id": { "action": "keep" }, "a": { "action": "keep" },
		    "text": { "action": "redact" } } }
	END
	cat >scales.json <<-'END'
		{ "name": "one", "version": "1", "source": "made for this test", "official": false,
		  "items": [ { "column": "a", "minimum": 0, "maximum": 9 } ],
		  "scales": [ { "name": "s", "method": "sum", "items": ["a"] } ] }
	END
	printf '%s\n' id,a,text 'R1,1,"a ""good"" visit"' 'R2,5,' 'R3,3,"one, two"' >records.csv
	printf '%s\n' \
		unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method \
		'Ash,2026-03,trusted,mean,40,,40,4.1,3.9,4.3,,,student_t' \
		'"Beech, North",2026-03,trusted,mean,55,,55,3.2,3.0,3.4,,,student_t' >figures.csv
}

# Sets command to the filter with what it needs, and good to a good input of its.
choose() { # FILTER
	filter=$1
	good=records.csv
	case $filter in
	validate) command=(validate -s table.json) ;;
	anonymise) command=(anonymise -p policy.json) ;;
	map-to-role) command=(map-to-role -r "$SCHEMAS/roles/rules.csv" --text text) ;;
	score) command=(score -c scales.json) ;;
	benchmark) command=(benchmark --mean a --disclosure none) ;;
	plot)
		command=(plot --format txt)
		good=figures.csv
		;;
	esac
}

# Runs the chosen filter with further arguments on standard input.
try() { # ARGUMENT...
	run --separate-stderr "${command[@]}" "$@"
}

# What the last run ended with and said; names the filter where it is another.
expect() { # STATUS [WORDS...]
	local words
	for words in "${@:2}"; do
		[[ $stderr == *"$words"* ]] && continue
		echo "$filter said: $stderr"
		echo "expected: $words"
		return 1
	done
	[ "$status" -eq "$1" ] && return
	echo "$filter ended with $status, expected $1; it said: $stderr"
	return 1
}

# The status of a filter at a record that is not well formed: validate rejects it.
broken() {
	if [ "$filter" = validate ]; then echo 1; else echo 2; fi
}

no_leftovers() {
	run compgen -G "*.csv.??????"
	assert_output ""
}

# --- options ---------------------------------------------------------------------

@test "every filter: --help shows examples, usage and exit codes, --version one line" {
	for filter in "${PROGRAMS[@]}"; do
		run "$filter" --help
		assert_success
		assert_line --index 0 --regexp "^$filter: "
		assert_line --index 1 --regexp "^  [a-z]"
		assert_line --regexp "^usage: $filter "
		refute_line --regexp "^(usage: .{74,}| {8,}.{73,})$"
		assert_line --regexp "^exit: 0 done; 1 done, but data failed a check; 2 could not be done"
		run "$filter" --version
		assert_success
		assert_output --regexp "^$filter [0-9.]+$"
		run bash -c '"$1" --help >/dev/full' - "$filter"
		assert_failure 2
	done
}

@test "every filter: an option that cannot be taken is said by its own name" {
	while IFS='|' read -r arguments words; do
		for filter in "${PROGRAMS[@]}"; do
			# shellcheck disable=SC2086
			run --separate-stderr "$filter" $arguments </dev/null
			# these take several files or names, score and benchmark with --merge alone, map-to-role with --agree
			case "$filter $arguments" in "validate a.csv b.csv" | "score a.csv b.csv" | "benchmark a.csv b.csv" | "map-to-role a.csv b.csv") continue ;; esac
			expect 2 "$filter: $words"
			assert_output ""
		done
	done <<-'END'
		--outptu=x|unknown option '--outptu'; did you mean '--output'?
		--zzzzzzzzzz|unknown option '--zzzzzzzzzz'; see --help
		--he|option '--he' is ambiguous; see --help
		--quiet=secret|option '--quiet' takes no value
		--quiet -Xq|unknown option '-X'; see --help
		-qX|unknown option '-X'; see --help
		--output|option '--output' needs a value
		-qo|option '-o' needs a value
		--progress=sometimes|option '--progress' takes auto, always or never
		--color=green|option '--color' takes auto, always or never
		--completion=fish|option '--completion' takes bash or zsh
		--completion=|option '--completion' takes bash or zsh
		--completion|option '--completion' needs a value
		--output=|option '--output' needs the name of a file
		--header=|option '--header' needs the name of a file
		--run-record=|option '--run-record' needs the name of a file
		--run-record=-|standard output is for the output; give --run-record a file
		--run-record=/dev/stdout|standard output is for the output; give --run-record a file
		a.csv b.csv|one input file at most
	END
}

@test "every filter: an input that is not there, or no file, is exit 2 by its name" {
	mkdir folder
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		try absent.csv
		expect 2 "$filter: absent.csv: cannot open: No such file or directory"
		try folder
		expect 2 "$filter: folder: cannot read: Is a directory"
		try ""
		expect 2 "cannot open"
		try $'red\e[31m\r.csv'
		expect 2 "$filter: red?[31m?.csv: cannot open"
	done
}

# --- completion ------------------------------------------------------------------

# The long options that --help shows, sorted.
long_options() {
	# past the examples, which may break a line before an option
	"$filter" --help | sed '1,/^usage:/d' | grep -oE '^  (-.,|   ) --[a-z-]+' | grep -oE -- '--[a-z-]+' | sort
}

# What bash offers for the last of the words, a line each; "a file" where it is to
# complete the name of one, as it does by itself.
offers() { # FILTER WORD...
	# shellcheck disable=SC2016
	run bash -c '
		default="a file"
		compopt() { [ "$*" != "+o default" ] || default=; }
		eval "$("$1" --completion bash)"
		function=$(complete -p "$1" | sed -n "s/^complete -o default -F \([a-z_]*\) .*/\1/p")
		COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) IFS=,
		"$function" "$1" "${@: -1}" "${@: -2:1}"
		printf "%s\n" "${COMPREPLY[@]}" ${default:+"$default"}' - "$@"
	assert_success
}

@test "every filter: --completion prints a script that the shell takes, and opens nothing" {
	for filter in "${PROGRAMS[@]}"; do
		for shell in bash zsh; do
			run --separate-stderr "$filter" -o absent/out.csv --completion "$shell" absent.csv
			expect 0
			assert_equal "$stderr" ""
			printf '%s\n' "$output" >script
			for option in $(long_options); do
				grep -qF -- "$option" script
			done
			run bash -c '"$1" --completion "$2" >/dev/full' - "$filter" "$shell"
			assert_failure 2
			assert_output "$filter: cannot write to standard output"
			# shells that are not here, or that are stricter than usual
			[ "$shell" != bash ] || bash --posix -n script
			! command -v "$shell" >/dev/null || "$shell" -n script
		done
	done
}

@test "every filter: what zsh reads for its own in a help text is escaped" {
	for filter in "${PROGRAMS[@]}"; do
		"$filter" --completion zsh >script
		# '(-o --output)--output=[what it does]:FILE:_files' \
		grep -P "^\t\t'" script | sed "s/'\\\\''//g" >specifications
		run grep -cvP "^\t\t'(\*|\(-. --[a-z-]+\))?-(.\+?|-[a-z-]+=?)\[([^][:\\\\']|\\\\.)+\](:([^:\\\\']|\\\\.)+:(_files| |\([^()':]+\)|\{[^':]+\}))?' \\\\$" \
			specifications
		assert_output 1 # the operands
		tail -n 1 specifications | grep -qP "^\t\t'[*1]:FILE:_files'$"
	done
}

@test "every filter: bash completes options, the words that they take, and files" {
	for filter in "${PROGRAMS[@]}"; do
		offers "$filter" --
		assert_equal "$(sort <<<"$output")" "$(long_options)"
		while IFS='|' read -r words offered; do
			# shellcheck disable=SC2086
			offers "$filter" $words
			[ "$offered" != FILE ] || offered="a file"
			assert_equal "${output//$'\n'/ }" "$offered"
		done <<-'END'
			--he|--header --help
			--no-h|--no-header
			--zzzz|
			--color a|auto always
			--color zzzz|
			--color = al|always
			--progress =|auto always never
			--completion z|zsh
			--output rec|FILE
			-o rec|FILE
			--run-record =|FILE
			--header = rec|FILE
			rec|FILE
			--quiet rec|FILE
			--quiet --he|--header --help
		END
	done
	offers validate -s t
	assert_output "a file"
	offers validate --reference a = t
	assert_output "a file"
	offers validate --max-errors t
	assert_output ""
	offers benchmark -c r
	assert_output $'rank\nratio'
	offers map-to-role --evidence ""
	assert_output $'text\nnone'
}

@test "every filter: takes each word that its completion offers" {
	local refused script option word more
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		script=$("$filter" --completion bash | sed -nE "s/^\t(--[a-z-]+).*\) words='(.+)' ;;/\1 \2/p")
		[[ $script == *"--color auto always never"* ]]
		while read -r option words; do
			# what goes with another option alone
			case "$filter $option" in
			"score --format" | "score --disclosure") more=(--reliability) ;;
			"benchmark --funnel"* | "benchmark --overdispersion" | "benchmark --outliers") more=(--unit a --compare funnel) ;;
			"benchmark --chart" | "benchmark --rules" | "benchmark --two-of-three") more=(--period a --compare control) ;;
			*) more=() ;;
			esac
			try "${more[@]}" "$option" zzzz "$good"
			expect 2
			refused=${stderr//zzzz/}
			for word in $words; do
				try "${more[@]}" "$option" "$word" "$good"
				# a refusal may go on with: did you mean
				[[ ${stderr//"$word"/} != "${refused//"$word"/}"* ]] || {
					echo "$filter $option $word: $stderr"
					return 1
				}
			done
		done <<<"$script"
	done
}

@test "a bash at a terminal completes a command line" {
	script -qec true /dev/null >/dev/null 2>&1 </dev/null || skip "no terminal can be made here"
	: >'my file.csv'
	cat >rc <<-'END'
		PS1='$ '
		eval "$(validate --completion bash)"
		validate() { printf '<%s>' "$@" >>got; }
	END
	printf '%s\t' 'validate my' '-s ta' --rep my '--format=jsonl' '--reference a=fig' \
		'--max-errors ta' >keys
	printf '\nexit\n' >>keys
	TERM=dumb script -qec 'bash --noprofile --rcfile rc -i' /dev/null <keys >screen
	run cat got
	assert_output "<my file.csv><-s><table.json><--report><my file.csv><--format=jsonl>\
<--reference><a=figures.csv><--max-errors><ta>"
}

# --- the input -------------------------------------------------------------------

@test "every filter: empty input and a header alone are legal" {
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		for bytes in '' '\xef\xbb\xbf'; do
			# shellcheck disable=SC2059
			printf "$bytes" >in.csv
			try in.csv
			expect 0
			[ "$filter" = plot ] || assert_output ""
		done
		head -n 1 "$good" >in.csv
		try in.csv
		expect 0
		# the last line may end with the file
		printf '%s' "$(head -n 1 "$good")" >bare.csv
		"${command[@]}" in.csv >one
		"${command[@]}" bare.csv >other
		cmp one other
	done
}

@test "every filter: CRLF, a byte-order mark, single bytes, a locale: the same output" {
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		"${command[@]}" "$good" >expected
		[ -s expected ]
		"${command[@]}" "$good" | cmp - expected
		"${command[@]}" - <"$good" | cmp - expected
		"${command[@]}" /dev/stdin <"$good" | cmp - expected
		sed 's/$/\r/' "$good" | "${command[@]}" | cmp - expected
		{ printf '\xef\xbb\xbf' && cat "$good"; } | "${command[@]}" | cmp - expected
		dd if="$good" bs=1 status=none | "${command[@]}" | cmp - expected
		LC_ALL=C "${command[@]}" "$good" | cmp - expected
		LC_ALL=C.UTF-8 TZ=Asia/Tokyo "${command[@]}" "$good" | cmp - expected
	done
}

@test "every filter: --header and --no-header, for the parts of a larger file" {
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		"${command[@]}" "$good" >expected
		head -n 1 "$good" >head.csv
		tail -n +2 "$good" | "${command[@]}" --header head.csv | cmp - expected
		if [ "$filter" != plot ]; then # a chart has no header
			"${command[@]}" --no-header "$good" | cmp - <(tail -n +2 expected)
		fi
		try --header absent.csv "$good"
		expect 2 "absent.csv: cannot open"
		: >empty.csv
		try --header empty.csv "$good"
		expect 2 "empty.csv: holds no column names"
	done
}

@test "every filter: a record that is not well formed is said by line, never by value" {
	while IFS='|' read -r name bytes words; do
		for filter in "${FILTERS[@]}"; do
			choose "$filter"
			# it leaves blank lines at the end of a file out, and says so
			[ "$filter $name" != "validate blank line" ] || continue
			# shellcheck disable=SC2059
			{ cat "$good" && printf "$bytes"; } >in.csv
			try in.csv
			expect "$(broken)" "in.csv:$(wc -l <"$good" | awk '{ print $1 + 1 }'):"
			[ "$filter" = validate ] || expect 2 "$words"
			if [[ $stderr == *secret* ]]; then
				echo "$filter shows the value of: $name"
				return 1
			fi
		done
	done <<-'END'
		NUL|secret\0s\n|a NUL byte
		lone CR|secret\rs\n|a carriage return without a line feed
		CR at the end|secret\r|a carriage return without a line feed
		not UTF-8|secret\xff\n|not UTF-8
		half a character|secret\xc3|not UTF-8
		stray quote|secret"\n|a quote inside an unquoted field
		after a quote|"secret"s\n|text after a closing quote
		unclosed quote|"secret|the quote that opens here is still open
		ragged|secret\n|1 fields where the header has
		blank line|\n|a blank line
	END
}

@test "every filter: a header that is none is exit 2" {
	while IFS='|' read -r end words; do
		for filter in "${FILTERS[@]}"; do
			choose "$filter"
			# shellcheck disable=SC2059
			{ printf '%s' "$(head -n 1 "$good")" && printf "$end\n"; } >in.csv
			try in.csv
			expect 2 "in.csv:1" "$words"
			assert_output ""
		done
	done <<-'END'
		,x,x|have the same name
		,x,"x"|have the same name
		,|has no name
		,\0|a NUL byte
		,\xff|not UTF-8
		,x"|a quote inside an unquoted field
		,"|the quote that opens here is still open
	END
}

# --- the output ------------------------------------------------------------------

@test "every filter: a field of 17 MiB is exit 2, and an old output stays" {
	head -c 17825792 /dev/zero | tr '\0' x >long
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		echo old >out.csv
		{ cat "$good" && printf '"' && cat long; } >in.csv
		try -o out.csv in.csv
		expect 2 "in.csv:$(wc -l <"$good" | awk '{ print $1 + 1 }'):1:" "still open after 16 MiB"
		run cat out.csv
		assert_output old
		no_leftovers
	done
}

@test "every filter: -o replaces whole files, its own input too, and keeps links and modes" {
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		"${command[@]}" "$good" >expected
		cp "$good" in.csv
		chmod 600 in.csv
		ln -sf in.csv link.csv
		try -o link.csv in.csv
		expect 0
		assert_output ""
		cmp in.csv expected
		[ -L link.csv ]
		assert_equal "$(stat -c %a in.csv)" 600
		rm link.csv
		mkfifo pipe.csv
		cat pipe.csv >got &
		try -o pipe.csv "$good"
		expect 0
		wait
		cmp got expected
		rm pipe.csv
		echo log >log.csv
		"${command[@]}" -o /dev/stdout "$good" >>log.csv
		{ echo log && cat expected; } | cmp - log.csv
		no_leftovers
	done
}

@test "every filter: what cannot be written is exit 2, and an old output stays" {
	mkdir folder
	ln -s absent link.csv
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		echo old >out.csv
		try -o absent/out.csv "$good"
		expect 2 "absent/out.csv: cannot write here"
		try -o folder "$good"
		expect 2 "folder: is a folder"
		try -o link.csv "$good"
		expect 2 "link.csv: is a link to a file that is not there"
		try --run-record absent/record.json "$good"
		expect 2 "absent/record.json: cannot write here"
		assert_output "" # not a byte, since it could not be called back
		assert_equal "${#stderr_lines[@]}" 1
		try -o out.csv --run-record ./out.csv "$good"
		expect 2 "./out.csv: is written twice"
		run cat out.csv
		assert_output old
		no_leftovers
	done
}

@test "every filter: a full disk is exit 2" {
	[ -e /dev/full ] || skip "no /dev/full here"
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		run --separate-stderr bash -c '"$@" >/dev/full' - "${command[@]}" "$good"
		expect 2 "standard output: cannot write: No space left on device"
		try -o /dev/full "$good"
		expect 2 "/dev/full: cannot write: No space left on device"
		try --run-record /dev/full "$good"
		expect 2 "/dev/full: cannot write: No space left on device"
	done
}

@test "every filter: a file-size limit is said, and the old output stays" {
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		echo old >out.csv
		run bash -c 'ulimit -f 0; exec "$@" 2>&1' - "${command[@]}" -o out.csv "$good"
		assert_failure 2
		assert_output --partial "$filter: out.csv: cannot write: File too large"
		run cat out.csv
		assert_output old
		no_leftovers
	done
}

@test "every filter: a closed pipe ends it quietly, whoever ignores SIGPIPE" {
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		# shellcheck disable=SC2016
		run --separate-stderr bash -c \
			'{ sleep 0.1; exec "$@"; } | true; exit "${PIPESTATUS[0]}"' - "${command[@]}" "$good"
		expect 141
		assert_equal "$stderr" ""
		# shellcheck disable=SC2016
		run --separate-stderr bash -c \
			'trap "" PIPE; { sleep 0.1; exec "$@"; } | true; exit "${PIPESTATUS[0]}"' - \
			"${command[@]}" "$good"
		expect 141
		assert_equal "$stderr" ""
	done
}

@test "every filter: a standard descriptor that is closed is no empty input and no output" {
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		run --separate-stderr bash -c '"$@" <&-' - "${command[@]}"
		expect 2 "-: cannot read: Bad file descriptor"
		run --separate-stderr bash -c '"$@" >&-' - "${command[@]}" "$good"
		expect 2 "standard output: cannot write: Bad file descriptor"
		"${command[@]}" "$good" >expected
		"${command[@]}" "$good" 2>&- | cmp - expected
		"${command[@]}" -o out.csv "$good" <&- >&- 2>&-
		cmp out.csv expected
	done
}

# --- the run record --------------------------------------------------------------

# in = used + rejected + suppressed + excluded, and in is that many
balanced() { # FILE RECORDS
	run awk -F '[ ,:"]+' -v records="$2" '
		/"counts"/ { inside = 1 }
		/}/ { inside = 0 }
		inside { count[$2] = $3 }
		END {
			print count["in"] == records, count["in"] == \
				count["used"] + count["rejected"] + count["suppressed"] + count["excluded"]
		}' "$1"
	[ "$output" = "1 1" ] && return
	echo "$filter: $1 does not balance"
	cat "$1"
	return 1
}

@test "every filter: the run record balances, and says all but the times again" {
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		try --run-record one.json "$good"
		expect 0
		balanced one.json "$(($(wc -l <"$good") - 1))"
		cp one.json first.json
		try --run-record one.json -o out.csv "$good"
		cp one.json second.json
		run diff <(grep -vE 'seconds|"output"|"run-record"' first.json) \
			<(grep -vE 'seconds|"output"|"run-record"' second.json)
		assert_success
		try --run-record - -o out.csv "$good"
		expect 0
		assert_line --regexp '"program": "'"$filter"'"'
		# a failed run has one too
		echo x >>records.csv
		echo x >>figures.csv
		try --run-record one.json "$good"
		run grep -c "\"status\": $(broken)" one.json
		assert_output 1
		setup_filter
	done
}

# The digest that a run record holds of its input, or of its output.
digest_in() { # inputs|output FILE
	sed -n "/\"$1\": [[{]/,/^    []}]/s/.*\"sha256\": \"\([0-9a-f]*\)\".*/\1/p" "$2"
}

digest_of() { # FILE
	sha256sum <"$1" | cut -d' ' -f1
}

@test "every filter: --digest puts SHA-256 of the input and the output in the run record" {
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		try --digest --run-record run.json -o out.csv "$good"
		expect 0
		assert_equal "$filter $(digest_in inputs run.json)" "$filter $(digest_of "$good")"
		assert_equal "$filter $(digest_in output run.json)" "$filter $(digest_of out.csv)"
		grep -q "\"bytes\": $(stat -c %s out.csv)$\|\"bytes\": $(stat -c %s out.csv)," run.json
		# a pipe in small pieces, with a mark and carriage returns: as the bytes come and go
		{ printf '\xef\xbb\xbf' && sed 's/$/\r/' "$good"; } >in.csv
		dd if=in.csv bs=7 status=none | "${command[@]}" --digest --run-record run.json 2>said >out.csv
		assert_equal "$filter $(digest_in inputs run.json)" "$filter $(digest_of in.csv)"
		assert_equal "$filter $(digest_in output run.json)" "$filter $(digest_of out.csv)"
		# nothing in, nothing out
		: >empty.csv
		try --digest --run-record run.json -o out.csv empty.csv
		expect 0
		assert_equal "$filter $(digest_in inputs run.json)" "$filter $(digest_of empty.csv)"
		assert_equal "$filter $(digest_in output run.json)" "$filter $(digest_of out.csv)"
	done
}

@test "every filter: without --digest there is none, nor of what failed or cannot be told" {
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		try --run-record run.json -o out.csv "$good"
		expect 0
		assert_equal "$filter $(digest_in inputs run.json)$(digest_in output run.json)" "$filter "
		try --digest "$good"
		expect 2 "option '--digest' says nothing without --run-record FILE"
		assert_output ""
		{ cat "$good" && printf 'secret\0s\n'; } >in.csv
		try --digest --run-record run.json -o out.csv in.csv
		# validate rejects the record, and goes on to the end
		expect "$(broken)"
		[ "$filter" = validate ] || assert_equal "$filter $(digest_in inputs run.json)" "$filter "
	done
}

@test "validate --digest: each of several inputs has its own, in whatever encoding it is" {
	printf '%s\n' id,a,text R9,9,x | iconv -t UTF-16 >other.csv
	validate -s table.json --encoding utf-16 --digest --run-record run.json -o out.csv other.csv other.csv
	assert_equal "$(digest_in inputs run.json | uniq)" "$(digest_of other.csv)"
	cp records.csv again.csv
	validate -q -s table.json --digest --run-record run.json records.csv - <again.csv >out.csv
	assert_equal "$(digest_in inputs run.json)" "$(digest_of records.csv; digest_of again.csv)"
	assert_equal "$(digest_in output run.json)" "$(digest_of out.csv)"
	run grep -A1 '"inputs"' run.json
	assert_output --partial '"inputs": ['
}

@test "every filter: an option that is not UTF-8 stands in the run record, escaped" {
	for filter in "${FILTERS[@]}"; do
		choose "$filter"
		try -o $'out\xff.csv' --run-record one.json "$good"
		expect 0
		run grep -c '"output": "out\\\\xff.csv"' one.json
		assert_output 1
	done
}

# --- the process ------------------------------------------------------------------

@test "every filter but plot: is confined once everything is open, and leaves no core" {
	local name
	for name in "${FILTERS[@]}"; do
		choose "$name"
		[ "$name" != plot ] || continue # it has to start gnuplot
		try -v --run-record run.json -o out.csv "$good"
		expect 0 "sandbox: "
		grep -qE '"sandbox": "(landlock\+seccomp|landlock|seccomp|none)"' run.json
	done
}

@test "every filter but plot: dumps no core of the records that it holds" {
	local name limit
	ulimit -c unlimited 2>/dev/null || skip "core files are off here already"
	for name in "${FILTERS[@]}"; do
		choose "$name"
		[ "$name" != plot ] || continue # what it holds is published already
		if "${command[@]}" -v "$good" 2>&1 >/dev/null | grep -q "sandbox: none"; then
			continue # a sanitizer has to look into the process
		fi
		mkfifo "fifo-$name"
		"${command[@]}" "fifo-$name" >/dev/null 2>&1 &
		exec 5>"fifo-$name"
		head -n 2 "$good" >&5
		for _ in $(seq 50); do # it has to get there first
			limit=$(awk '/^Max core file size/ { print $5 }' "/proc/$!/limits")
			[ "$limit" != 0 ] || break
			sleep 0.1
		done
		exec 5>&-
		wait $!
		[ "$limit" = 0 ] || {
			echo "$name may dump $limit"
			return 1
		}
	done
}
