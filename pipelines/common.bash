# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# common: what every pipeline needs: messages, the folder that appears whole,
# exit statuses of all programs of a pipe, and counts that have to agree.
# The sourcing script sets: job (its name), bin (the folder of the filters), dry
# (1: show the commands only).

say() {
	printf '%s: %s\n' "${job:?}" "$*" >&2
}

# Ends the job before it began.
wrong() {
	say "$*; try --help"
	exit 2
}

# Ends the job; the folder at hand goes away, an older one stays as it is.
fail() {
	if [ -n "${staging-}" ] && [ -s "$staging/private/messages.txt" ]; then
		tail -n 20 -- "$staging/private/messages.txt" >&2
	else
		# no program fails without a word
		case $* in *' failed (exit '*) set -- "$*; its messages could not be kept: is the disk full?" ;; esac
	fi
	say "$@"
	exit 2
}

# The filters: those beside the pipelines, or MHSW_BIN.
find_filters() { # NAME...
	local name
	for name in "$@"; do
		[ -x "${bin:?}/$name" ] || fail "no program $bin/$name: run make first, or set MHSW_BIN"
	done
}

# --- the folder --------------------------------------------------------------

# A new folder beside the one asked for, so that it can take its place at once.  Sets
# staging, private, public and tables; a dry run names the folder itself.
stage_begin() { # OUT
	local out=${1%/}
	staging=$out
	[ "${dry:?}" = 1 ] || stage_make "$out"
	# shellcheck disable=SC2034 # these three are for the scripts
	private=$staging/private
	public=$staging/public
	# shellcheck disable=SC2034
	tables=$public/tables
}

stage_make() { # OUT
	local out=$1
	if [ -e "$out" ] && [ ! -d "$out/private" ] && [ -n "$(ls -A -- "$out" 2>/dev/null)" ]; then
		fail "$out is there and was not made by this job; name another folder"
	fi
	# the folders above are the user's own and as open as those; ours are not
	mkdir -p -- "$(dirname -- "$out")" 2>/dev/null || true
	umask 077
	staging=$(mktemp -d -- "$out.new.XXXXXX" 2>/dev/null) ||
		fail "no folder can be made beside $out"
	trap 'rm -rf -- "$staging"' EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	mkdir -m 0700 -- "$staging/private" "$staging/private/runs"
	mkdir -- "$staging/public" "$staging/public/charts" "$staging/public/tables"
}

# A folder that is not empty cannot be replaced by one rename: the old one steps
# aside first, and comes back if the new one cannot take its place.
stage_publish() { # OUT
	local out=${1%/} old record text
	# the records name the folder that people see, so that two runs can be compared
	for record in "$staging"/private/runs/*.json; do
		text=$(<"$record")
		printf '%s\n' "${text//"$staging"/"$out"}" >"$record"
	done
	chmod -R go+rX -- "$staging/public"
	chmod go+rx -- "$staging"
	old=$(mktemp -u -- "$out.old.XXXXXX")
	if [ -e "$out" ]; then
		mv -T -- "$out" "$old" || fail "$out cannot be replaced"
	fi
	if ! mv -T -- "$staging" "$out"; then
		[ ! -e "$old" ] || mv -T -- "$old" "$out"
		fail "$out cannot be put in place"
	fi
	rm -rf -- "$old"
	trap - EXIT
}

# The key of the last run stays, whichever is taken now: there is no other copy.  Sets
# key, unless one was given, and new_key to 1 where it was made here.
take_key() { # OUT
	local last=${1%/}/private/project.key
	if [ -f "$last" ]; then
		[ "${dry:?}" = 1 ] || cp -- "$last" "$staging/private/project.key"
	elif [ -z "${key-}" ]; then
		run "${bin:?}/anonymise" --make-key "$staging/private/project.key"
		# shellcheck disable=SC2034 # for the end of the script
		new_key=1
	fi
	key=${key:-$staging/private/project.key}
}

# --- commands ----------------------------------------------------------------

# One line as a person would type it.
show() { # COMMAND...
	local word line=''
	for word in "$@"; do
		case $word in
		*[!A-Za-z0-9_./:=%,+-]* | '') word=${word@Q} ;;
		esac
		line+="$word "
	done
	printf '%s\n' "${line% }"
}

# Runs one command; its messages are kept.
run() { # COMMAND...
	if [ "${dry:?}" = 1 ]; then
		show "$@"
		return
	fi
	"$@" 2>>"$staging/private/messages.txt" || fail "${1##*/} failed (exit $?)"
}

# The programs named, as one pipe: each NAME is an array of words.  Every exit status
# is looked at, the first failure is the one that is said.
run_pipe() { # NAME...
	local name status at=0 broken=''
	if [ "${dry:?}" = 1 ]; then
		for name in "$@"; do
			local -n words=$name
			at=$((at + 1))
			printf '%s%s\n' "$(show "${words[@]}")" "$([ "$at" = $# ] || echo ' |')"
		done
		return
	fi
	mkdir -- "$staging/statuses"
	pipe_stage "$@" 2>"$staging/private/messages.txt" || true
	# 141 is a program whose reader went away: the reader is the one to name
	for name in "$@"; do
		local -n command=$name
		status=$(cat -- "$staging/statuses/$name" 2>/dev/null) || status=none
		case ${command[0]##*/}:$status in
		*:0 | validate:1) ;;
		*:141) broken+=" $name" ;;
		*) fail "${command[0]##*/} failed (exit $status)" ;;
		esac
	done
	[ -z "$broken" ] || fail "the pipe broke at$broken"
	rm -r -- "$staging/statuses"
}

pipe_stage() { # NAME...
	local -n stage=$1
	local status=0
	if [ $# = 1 ]; then
		"${stage[@]}" || status=$?
		echo "$status" >"$staging/statuses/$1"
		return
	fi
	{
		"${stage[@]}" || status=$?
		echo "$status" >"$staging/statuses/$1"
	} | pipe_stage "${@:2}"
}

# --- counts ------------------------------------------------------------------

# A count out of a run record: one key a line, below "counts".
count_of() { # FILE KEY
	awk -v key="\"$2\":" '
		$1 == "\"counts\":" { inside = 1; next }
		inside && $1 == key { sub(/,$/, "", $2); print $2; found = 1; exit }
		inside && $1 ~ /^}/ { exit }
		END { exit !found }' "$1" || fail "no count of '$2' in ${1##*/}"
}

# The records of one run, as a line of counts.csv; in has to be the sum of the rest.
account() { # NAME FILE
	local into used rejected suppressed excluded
	into=$(count_of "$2" in)
	used=$(count_of "$2" used)
	rejected=$(count_of "$2" rejected)
	suppressed=$(count_of "$2" suppressed)
	excluded=$(count_of "$2" excluded)
	[ "$into" -eq $((used + rejected + suppressed + excluded)) ] ||
		fail "$1: $into records in, but $used used, $rejected rejected, $suppressed suppressed and $excluded excluded"
	printf '%s,%s,%s,%s,%s,%s\n' "$1" "$into" "$used" "$rejected" "$suppressed" "$excluded" \
		>>"$staging/private/counts.csv"
}

# What one program passed on, the next one has to have seen.
agree() { # NAME COUNT NAME COUNT
	[ "$2" -eq "$4" ] || fail "$1 passed on $2 records, but $3 saw $4"
}

# The steps of a pipe in turn, as lines of counts.csv: each saw what the one before it
# passed on.
check_steps() { # STEP...
	local step before='' passed=''
	printf 'step,in,used,rejected,suppressed,excluded\n' >"$staging/private/counts.csv"
	for step in "$@"; do
		account "${step#*-}" "$staging/private/runs/$step.json"
		[ -z "$before" ] ||
			agree "$before" "$passed" "$step" "$(count_of "$staging/private/runs/$step.json" in)"
		before=$step
		passed=$(count_of "$staging/private/runs/$step.json" used)
	done
}

# Records of a stream: its lines but for the header.
records_of() { # FILE
	awk 'END { print NR ? NR - 1 : 0 }' "$1"
}

# Whether that many rejected records out of so many are within N or N%.
within() { # REJECTED OF LIMIT
	awk -v rejected="$1" -v of="$2" -v limit="$3" 'BEGIN {
		allowed = limit ~ /%$/ ? of * substr(limit, 1, length(limit) - 1) / 100 : limit
		exit !(rejected <= allowed)
	}'
}

# What validate rejected is within the limit, or the job ends and shows the first fault
# of each kind, before the report and the rejects go away.
check_rejects() {
	local record=$staging/private/runs/1-validate.json records rejected
	records=$(count_of "$record" in)
	rejected=$(count_of "$record" rejected)
	if within "$rejected" "$records" "${max_rejects:?}"; then
		return
	fi
	awk '{ sub(/; the rejected records are in rejects[.]csv$/, "") }
		!/^ / && !(match($0, / error E[0-9]+: [^ ]+/) && seen[substr($0, RSTART, RLENGTH)]++)' \
		"$staging/private/findings.txt" >&2
	say "all of them, with fixes: $(show "$bin/validate" -s "${config:?}/table.json" --rejects rejects.csv "${input:?}") > good.csv"
	fail "$rejected of $records records are rejected, and --max-rejects is $max_rejects"
}

# --- the stream --------------------------------------------------------------

# Rows whose column is a text, or a month that is not after a month.  One record
# is one line, so only the quotes before the column have to be stepped over.
select_rows() { # COLUMN is|until VALUE [LEFT-OUT-FILE]
	awk -v column="$1" -v how="$2" -v value="$3" -v left="${4-/dev/null}" '
		function skip(line) {
			if (substr(line, 1, 1) == "\"" && match(line, /^"([^"]|"")*"/))
				return substr(line, RLENGTH + 2)
			return index(line, ",") ? substr(line, index(line, ",") + 1) : ""
		}
		function field(line, n,   i) {
			for (i = 1; i < n; i++)
				line = skip(line)
			if (substr(line, 1, 1) == "\"" && match(line, /^"([^"]|"")*"/))
				return substr(line, 2, RLENGTH - 2)
			return index(line, ",") ? substr(line, 1, index(line, ",") - 1) : line
		}
		NR == 1 {
			n = split($0, names, ",")
			for (at = 1; at <= n && names[at] != column; at++)
				;
			if (at > n) {
				print "no column " column > "/dev/stderr"
				failed = 2
				exit
			}
			print
			next
		}
		{ this = field($0, at) }
		how == "is" && this == value { print; next }
		how == "until" && this ~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]/ && substr(this, 1, 7) <= value {
			print
			next
		}
		{ others++ }
		END {
			print others + 0 > left
			exit failed
		}'
}

# The rows of those units that have most records in a reference table, and of the
# own unit.  The first column of a table of benchmark is the unit.
largest_units() { # MOST OWN REFERENCE TABLE
	own=$2 awk -v most="$1" '
		function skip(line) {
			if (substr(line, 1, 1) == "\"" && match(line, /^"([^"]|"")*"/))
				return substr(line, RLENGTH + 2)
			return index(line, ",") ? substr(line, index(line, ",") + 1) : ""
		}
		{
			rest = skip($0)
			unit = substr($0, 1, length($0) - length(rest) - 1)
		}
		FNR == 1 { files++ }
		files == 1 && FNR == 1 {
			n = split($0, names, ",")
			for (at = 1; at <= n && names[at] != "records"; at++)
				;
			next
		}
		files == 1 {
			for (i = 2; i < at; i++)
				rest = skip(rest)
			sub(/,.*/, "", rest)
			if (!(unit in size)) {
				order[++count] = unit
				size[unit] = 0
			}
			if (rest + 0 > size[unit])
				size[unit] = rest + 0
			next
		}
		FNR == 1 {
			for (j = 1; j <= count; j++)
				if (order[j] == ENVIRON["own"])
					chosen[order[j]] = 1
			# the largest, again and again
			for (i = 1; i <= most && i <= count; i++) {
				best = 0
				for (j = 1; j <= count; j++)
					if (!(order[j] in chosen) && (!best || size[order[j]] > size[order[best]]))
						best = j
				chosen[order[best]] = 1
			}
			print
			next
		}
		unit in chosen' "$3" "$4"
}

# How many units stand in a table of benchmark.
units_of() { # TABLE
	awk '
		NR > 1 {
			unit = match($0, /^"([^"]|"")*"/) ? substr($0, 1, RLENGTH) : substr($0, 1, index($0, ",") - 1)
			if (!(unit in seen)) {
				seen[unit] = 1
				count++
			}
		}
		END { print count + 0 }' "$1"
}
