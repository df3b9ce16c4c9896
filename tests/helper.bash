# helper: what every bats file here begins with.
bats_load_library bats-support
bats_load_library bats-assert

# what bash's printf makes of \u hangs on it; tests of locales set their own
export LC_ALL=C.UTF-8

ROOT=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
# the programs under test, wherever this build put them
MHSW_BIN=${MHSW_BIN:-$ROOT/bin}
PATH=$MHSW_BIN:$PATH
SAMPLES=$ROOT/samples
SCHEMAS=$ROOT/schemas
SHARED_DATA=${MHSW_SHARED_DATA:-$ROOT/../shared/data}
export ROOT MHSW_BIN PATH SAMPLES SCHEMAS SHARED_DATA

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	if declare -F setup_filter >/dev/null; then
		setup_filter
	fi
}

# Ends the test as skipped, with words, where the open data is not at hand.
need_data() { # PATH below shared/data
	[ -e "$SHARED_DATA/$1" ] || skip "no $1: the open data is not beside this checkout"
}

# Ends the test as skipped, with words, where nothing can draw SVG, PNG or PDF.
need_gnuplot() {
	command -v gnuplot >/dev/null || skip "no gnuplot here"
}

# Some columns of standard input by name; its fields hold no commas.
columns() { # NAME,NAME...
	awk -F, -v names="$1" '
		NR == 1 { n = split(names, want, ","); for (i = 1; i <= NF; i++) at[$i] = i }
		{ for (i = 1; i <= n; i++) printf "%s%s", $at[want[i]], i < n ? "," : "\n" }'
}

# Two streams without quotes, line by line and field by field the same, numbers to one in 10^9.
assert_figures() { # EXPECTED GOT
	run awk -F, -v got="$2" '
		{ if ((getline other < got) <= 0) { print "too few lines"; exit }
		  n = split(other, value, ",")
		  if (n != NF) { print "line " NR ": " NF " fields expected, not " n; next }
		  for (i = 1; i <= NF; i++) {
			if ($i == value[i]) continue
			if ($i !~ /^-?[0-9.e-]+$/ || value[i] !~ /^-?[0-9.]+$/) { print "line " NR ": " $i " expected, not " value[i]; continue }
			difference = $i - value[i]; size = $i < 0 ? -$i : $i
			if (size < 1) size = 1
			if (difference > 1e-9 * size || -difference > 1e-9 * size) print "line " NR ": " $i " expected, not " value[i]
		  } }
		END { if ((getline other < got) > 0) print "too many lines" }' "$1"
	assert_output ""
	[ "$(wc -l <"$1")" -gt 0 ]
}

# Columns of a CSV file without line breaks inside its fields, tabs between them, without the
# header. An independent reader: awk and a pattern.
columns_of() { # FILE COLUMN...
	local file=$1
	shift
	awk -v wanted="$*" '
		function split_line(line, fields,   n, text) {
			n = 0
			line = line ","
			while (match(line, /^("([^"]|"")*"|[^",]*),/)) {
				text = substr(line, 1, RLENGTH - 1)
				line = substr(line, RLENGTH + 1)
				if (text ~ /^"/) {
					text = substr(text, 2, length(text) - 2)
					gsub(/""/, "\"", text)
				}
				fields[++n] = text
			}
			return n
		}
		NR == 1 {
			n = split_line($0, names)
			for (i = 1; i <= n; i++) at[names[i]] = i
			count = split(wanted, want, " ")
			for (i = 1; i <= count; i++)
				if (!(want[i] in at)) { print "no column " want[i] > "/dev/stderr"; exit 1 }
			width = n
			next
		}
		{
			if (split_line($0, fields) != width) { print "line " NR " is not whole" > "/dev/stderr"; exit 1 }
			for (i = 1; i <= count; i++)
				printf "%s%s", fields[at[want[i]]], i < count ? "\t" : "\n"
		}' "$file"
}

# The usage of a filter as its help says it, on one line.
usage_of() { # FILTER
	"$1" --help | sed -n '/^usage: /,/^$/p' | tr -s ' \n' ' ' | sed 's/^usage: //; s/ $//'
}

# The exit status of a program whose reader went away before it began to write:
# the reader is long gone, so that the outcome does not hang on who is faster.
closed_pipe() { # COMMAND...
	set +o pipefail
	{
		sleep 0.2
		exec "$@"
	} | true
	echo "${PIPESTATUS[0]}"
}

# roles.csv: a framework of two categories and three functions.
small_framework() {
	cat >roles.csv <<-'END'
		code,category,item,ordinal,label
		A,A,,0,first
		A.i,A,i,1,one
		A.ii,A,ii,2,two
		B,B,,0,second
		B.i,B,i,1,three
	END
}

# Charts as SVG and PNG take most of a pipeline's time, and many tests do not look at
# them: plot writes text into their files, but for those whose command line matches, and
# there is no page.
charts_as_text() { # [PATTERN]
	mkdir filters
	ln -s "$MHSW_BIN"/{validate,anonymise,map-to-role,score,benchmark} filters
	cat >filters/plot <<-END
		#!/bin/bash
		case \$* in ${1-"''"}) exec "$MHSW_BIN/plot" "\$@" ;; esac
		for word; do
			shift
			[ "\$last" != -o ] || { out=\$word && word+=.txt; }
			last=\$word
			set -- "\$@" "\$word"
		done
		"$MHSW_BIN/plot" --format txt "\$@" && mv -- "\$out.txt" "\$out"
	END
	printf '#!/bin/sh\nexit 0\n' >filters/report
	chmod +x filters/plot filters/report
	export MHSW_BIN=$PWD/filters
}
