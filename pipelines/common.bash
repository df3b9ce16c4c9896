# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# common: what every pipeline needs: messages, the folder that appears whole,
# exit statuses of all programs of a pipe, and counts that have to agree.
# The sourcing script sets: job (its name), bin (the folder of the filters), dry
# (1: show the commands only).

# How much of messages.txt was said before the last program.
said=0

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
	local text=''
	# of the last program alone; the folder that goes away is not named
	[ -z "${staging-}" ] ||
		text=$(tail -c "+$((said + 1))" -- "$staging/private/messages.txt" 2>/dev/null | tail -n 20) || true
	if [ -n "$text" ]; then
		text=${text//"$staging/private/"/}
		printf '%s\n' "${text//"$staging/"/}" >&2
	else
		# no program fails without a word
		case $* in *' failed (exit '* | *' cannot be made')
			set -- "$*, and no message could be kept: is the disk full?"
			;;
		esac
	fi
	say "$@"
	exit 2
}

# Ends the job for a program that failed.  Exit 1 is a fault in the data, which validate
# is there to reject: figures that leave it out would not say so.
failed() { # PROGRAM STATUS
	[ "$2" != 1 ] ||
		fail "${1##*/} failed (exit 1): the data does not fit the configuration; let table.json reject it, or the others allow it"
	fail "${1##*/} failed (exit $2)"
}

# A path that no program takes for an option, nor awk for an assignment.
path_of() { # PATH
	case $1 in
	/* | ./* | ../*) printf '%s\n' "$1" ;;
	*) printf './%s\n' "$1" ;;
	esac
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
	staging=$(path_of "$out")
	[ "${dry:?}" = 1 ] || stage_make "$out"
	private=$staging/private
	public=$staging/public
	# shellcheck disable=SC2034 # for the scripts
	tables=$public/tables
	[ "$dry" = 0 ] || show mkdir -p -m 0700 -- "$private" "$private/runs"
	[ "$dry" = 0 ] || show mkdir -p -- "$public/charts" "$public/tables"
}

# Whether a folder holds what this job makes, and nothing besides.
only_ours() { # FOLDER
	local entry
	[ -d "$1" ] || return 1
	for entry in "$1"/* "$1"/.[!.]* "$1"/..?*; do
		case ${entry##*/} in
		private | public) ;;
		*) [ ! -e "$entry" ] && [ ! -L "$entry" ] || return 1 ;;
		esac
	done
}

stage_make() { # OUT
	local out=$1
	if [ -e "$out" ] && ! only_ours "$out"; then
		fail "$out is there and was not made by this job; name another folder"
	fi
	# the folders above are the user's own and as open as those; ours are not
	mkdir -p -- "$(dirname -- "$out")" 2>/dev/null || true
	umask 077
	staging=
	staging=$(mktemp -d -- "$(path_of "$out").new.XXXXXX" 2>/dev/null) ||
		fail "no folder can be made beside $out"
	trap 'rm -rf -- "$staging"' EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	mkdir -m 0700 -- "$staging/private" "$staging/private/runs" 2>/dev/null ||
		fail "no folder can be made beside $out"
	mkdir -- "$staging/public" "$staging/public/charts" "$staging/public/tables" 2>/dev/null ||
		fail "no folder can be made beside $out"
}

# A folder that is not empty cannot be replaced by one rename: the old one steps
# aside first, and comes back if the new one cannot take its place.
stage_publish() { # OUT
	local out=${1%/} old record text
	# the records name the folder that people see, so that two runs can be compared
	for record in "$staging"/private/runs/*.json "$staging"/private/{findings,messages}.txt; do
		[ -s "$record" ] || continue
		text=$(<"$record")
		printf '%s\n' "${text//"$staging"/"$out"}" >"$record" ||
			fail "${record##*/} cannot be written"
	done
	chmod -R go+rX -- "$staging/public"
	chmod go+rx -- "$staging"
	old=$(mktemp -u -- "$(path_of "$out").old.XXXXXX")
	# from here on nothing stops between the old folder and the new one
	trap '' INT TERM HUP
	if [ -e "$out" ]; then
		mv -T -- "$out" "$old" || fail "$out cannot be replaced"
	fi
	if ! mv -T -- "$staging" "$out"; then
		[ ! -e "$old" ] || mv -T -- "$old" "$out"
		fail "$out cannot be put in place"
	fi
	rm -rf -- "$old"
	trap - EXIT INT TERM HUP
}

# The key of the last run stays, whichever is taken now: there is no other copy.  Sets
# key to it, unless one was given; fails where there is none.
keep_key() { # OUT
	local last=${1%/}/private/project.key
	[ -f "$last" ] || return 1
	[ "${dry:?}" = 1 ] || cp -- "$last" "$staging/private/project.key" || fail "$last cannot be kept"
	key=${key:-$staging/private/project.key}
}

# The same, or a new key; sets new_key to 1 where it was made here.
take_key() { # OUT
	keep_key "$1" && return
	if [ -z "${key-}" ]; then
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
	said=$(stat -c %s -- "$staging/private/messages.txt" 2>/dev/null) || said=0
	"$@" 2>>"$staging/private/messages.txt" || failed "$1" $?
}

# The programs named, as one pipe: each NAME is an array of words.  Every exit status
# is looked at, the first failure is the one that is said.  A NAME is looked up with all
# names of these functions in the way, so theirs begin with pipe_.
run_pipe() { # NAME...
	local pipe_name pipe_status pipe_at=0 pipe_broken=''
	[ "${dry:?}" = 1 ] || mkdir -- "$staging/statuses" || fail "the pipe cannot be made"
	[ "$dry" = 1 ] || pipe_stage 1 "$@" 2>"$staging/private/messages.txt" || true
	for pipe_name in "$@"; do
		local -n pipe_words=$pipe_name
		pipe_at=$((pipe_at + 1))
		if [ "$dry" = 1 ]; then
			printf '%s%s\n' "$(show "${pipe_words[@]}")" "$([ "$pipe_at" = $# ] || echo ' |')"
			continue
		fi
		pipe_status=$(cat -- "$staging/statuses/$pipe_at" 2>/dev/null) || pipe_status=none
		# 141 is a program whose reader went away: the reader is the one to name
		case ${pipe_words[0]##*/}:$pipe_status in
		*:0 | validate:1) ;;
		*:141) pipe_broken+=" ${pipe_words[0]##*/}" ;;
		*) failed "${pipe_words[0]}" "$pipe_status" ;;
		esac
	done
	[ -z "$pipe_broken" ] || fail "the pipe broke at$pipe_broken"
	[ "$dry" = 1 ] || rm -r -- "$staging/statuses"
}

pipe_stage() { # PLACE NAME...
	local -n pipe_words=$2
	local pipe_status=0
	if [ $# = 2 ]; then
		"${pipe_words[@]}" || pipe_status=$?
		echo "$pipe_status" >"$staging/statuses/$1"
		return
	fi
	{
		"${pipe_words[@]}" || pipe_status=$?
		echo "$pipe_status" >"$staging/statuses/$1"
	} | pipe_stage $(($1 + 1)) "${@:3}"
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
