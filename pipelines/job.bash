# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# job: the options that the pipelines of published figures, posts, AMHP work and equality
# share, and their beginning and end.
# The sourcing script sets: job, root, bin, config, and defines usage; it gets: input, out,
# key, as_of (a period, or empty), highlight, max_rejects, dry, and own (an array of the
# options of its own, as NAME VALUE, in job_own).
# shellcheck disable=SC2034,SC2154 # said by the script that sources this

input='' out='' key='' as_of='' highlight='' max_rejects=1% dry=0
own=() new_key=0 private='' public='' tables=''
declare -A job_own=()

# Reads the options; OWN are the names of further ones, each with a value.
job_options() { # OWN... -- ARGUMENT...
	local further=' ' name
	while [ "$1" != -- ]; do
		further+="$1 "
		shift
	done
	shift
	while [ $# -gt 0 ]; do
		case $1 in
		--*=*)
			set -- "${1%%=*}" "${1#*=}" "${@:2}"
			continue
			;;
		-h | --help)
			usage
			exit 0
			;;
		--dry-run)
			dry=1
			shift
			continue
			;;
		esac
		name=${1#--}
		[[ $1 == --* && " in out config key as-of highlight max-rejects$further" == *" $name "* ]] ||
			wrong "unknown option '$1'"
		[ $# -ge 2 ] || wrong "$1 needs a value"
		case $name in
		in) input=$2 ;;
		out) out=$2 ;;
		config) config=$2 ;;
		key) key=$2 ;;
		as-of) as_of=$2 ;;
		highlight) highlight=$2 ;;
		max-rejects) max_rejects=$2 ;;
		*) job_own[$name]=$2 ;;
		esac
		shift 2
	done
	[ -n "$input" ] || wrong "--in FILE is needed"
	[ -n "$out" ] || wrong "--out DIR is needed"
	[[ $max_rejects =~ ^[0-9]+(\.[0-9]+)?%$|^[0-9]+$ ]] ||
		wrong "--max-rejects takes a number or a percentage"
	[ -r "$input" ] || wrong "$input cannot be read"
	[ -d "$config" ] || wrong "no folder $config"
	input=$(path_of "$input") config=$(path_of "$config")
}

# The valid records, as records.csv; with a policy, without identities.
job_extract() { # [POLICY]
	local validate anonymise
	validate=("$bin/validate" -s "$config/table.json" --rejects "$private/rejects.csv"
		--report "$private/findings.txt" --run-record "$private/runs/1-validate.json")
	if [ $# = 0 ]; then
		validate+=(-o "$private/records.csv" "$input")
		run_pipe validate
		[ "$dry" = 1 ] || check_rejects
		[ "$dry" = 1 ] || check_steps 1-validate
		return
	fi
	validate+=("$input")
	anonymise=("$bin/anonymise" -p "$1" -k "$key"
		--run-record "$private/runs/2-anonymise.json" -o "$private/records.csv")
	run_pipe validate anonymise
	[ "$dry" = 1 ] || check_rejects
	[ "$dry" = 1 ] || check_steps 1-validate 2-anonymise
}

# The period that is looked at, in as_of: the one that was asked for, or the last.
job_choose() { # COLUMN FILE WHAT PLACEHOLDER
	local all=()
	[ "$dry" = 0 ] || { as_of=${as_of:-$4} && return; }
	mapfile -t all < <(values_of "$1" "$2" | sort)
	if [ ${#all[@]} = 0 ]; then
		as_of=${as_of:-none}
		return
	fi
	as_of=${as_of:-${all[-1]}}
	printf '%s\n' "${all[@]}" | grep -xF -e "$as_of" >/dev/null ||
		fail "there $3 of $as_of; there are: ${all[*]}"
}

# The highlighted unit for a table that has it, in own.
job_own_of() { # TABLE
	local names
	own=()
	[ -n "$highlight" ] && [ "$dry" = 0 ] || return 0
	mapfile -t names < <(values_of unit "$1")
	! printf '%s\n' "${names[@]}" | grep -xF -e "$highlight" >/dev/null || own=(--highlight "$highlight")
}

# A name that no chart has is a slip.
job_check_highlight() { # TABLE
	[ -n "$highlight" ] && [ "$dry" = 0 ] || return 0
	job_own_of "$1"
	[ ${#own[@]} != 0 ] || fail "no unit '$highlight' has figures"
}

# Whether a table has a record, or might.
job_has() { # TABLE
	[ "$dry" = 1 ] || [ "$(records_of "$1")" -gt 0 ]
}

# The folder appears, and what there is is said.
job_end() {
	local validated=$private/runs/1-validate.json counts
	[ "$dry" = 0 ] || exit 0
	counts=$(printf 'records: %s in, %s rejected; the counts of all steps agree' \
		"$(count_of "$validated" in)" "$(count_of "$validated" rejected)")
	stage_publish "$out"
	printf '%s\n' "$counts"
	[ "$new_key" = 0 ] ||
		say "a new key stands in ${out%/}/private/project.key: keep it, other keys give other pseudonyms"
	say_charts "$out"
	printf 'tables:  %s\nprivate: %s\n' "${out%/}/public/tables" "${out%/}/private"
}
