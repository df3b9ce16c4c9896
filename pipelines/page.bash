# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# page: the charts of a job as one page, with the figures behind each and what became of
# the records.
# The sourcing script sets: bin, dry, private, public, and job.
# shellcheck disable=SC2154 # said by the script that sources this

# The sections so far, as JSON, the last one open; what stands before its next part.
page_sections='' page_comma=''

# A text as JSON has it; control characters are blanks.
json_text() { # TEXT
	local text=${1//[[:cntrl:]]/ }
	text=${text//\\/\\\\}
	printf '"%s"' "${text//\"/\\\"}"
}

# Charts that follow stand below this heading.
page_section() { # TITLE [TEXT]
	[ -z "$page_sections" ] || page_sections+=']},'
	page_sections+="{\"title\":$(json_text "$1"),\"content\":["
	page_comma=''
	[ -z "${2-}" ] || page_part "\"text\":$(json_text "$2")"
}

page_part() { # MEMBERS
	page_sections+="$page_comma{$1}"
	page_comma=,
}

# A chart of the page, with the options that plot was called with.  A table that is not
# public as it stands becomes so as the chart's own.
page_chart() { # NAME TABLE PLOT-OPTION...
	local name=$1 stream=$2 chart key measures=''
	[ -n "$page_sections" ] || page_section Charts
	case $stream in
	"$public"/*) ;;
	*)
		run cp -- "$stream" "$public/charts/$name.csv"
		stream=$public/charts/$name.csv
		;;
	esac
	chart="\"stream\":$(json_text "${stream#"$public/"}")"
	shift 2
	while [ $# -gt 1 ]; do
		key=${1#--}
		case $key in
		measure) measures+="${measures:+,}$(json_text "$2")" ;;
		show-period) chart+=",\"period\":$(json_text "$2")" ;;
		*) chart+=",\"$key\":$(json_text "$2")" ;;
		esac
		shift 2
	done
	[ -z "$measures" ] || chart+=",\"measure\":[$measures]"
	page_part "\"chart\":{$chart}"
}

# The page itself, of the charts so far.
page_make() { # TITLE SUMMARY
	local file=$private/report.json names='' labels option page
	[ -n "$page_sections" ] || return 0
	labels_of_all
	for option in "${labels[@]}"; do
		[ "$option" = --labels ] || names+="${names:+,}$(json_text "$(readlink -f -- "$option")")"
	done
	page=$(printf '{"title":%s,"summary":%s,"labels":[%s],"sections":[%s]}]}' \
		"$(json_text "$1")" "$(json_text "$2")" "$names" "$page_sections")
	if [ "$dry" = 1 ]; then
		printf '%s > %s\n' "$(show printf '%s\n' "$page")" "$(show "$file")"
	else
		printf '%s\n' "$page" >"$file" || fail "report.json cannot be made"
	fi
	run "$bin/report" -r "$file" --folder "$public" --records "$private/runs" -o "$public/index.html"
}
