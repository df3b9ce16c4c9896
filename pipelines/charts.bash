# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# charts: tables of benchmark and charts of plot, as every pipeline makes them.
# The sourcing script sets: bin, dry, config (the folder of measures.json), private,
# public, tables (where the public tables go).
# shellcheck disable=SC2154 # said by the script that sources this

# --- tables ------------------------------------------------------------------

# A table of benchmark, and its line of counts.csv.
make_table() { # NAME FROM OPTION...
	local record=$private/runs/5-benchmark-$1.json
	run "$bin/benchmark" "${@:3}" --run-record "$record" -o "$tables/$1.csv" "$2"
	[ "$dry" = 0 ] || return 0
	account "benchmark $1" "$record"
	agree "${2##*/}" "$(records_of "$2")" "benchmark $1" "$(count_of "$record" in)"
}

# The same of the measures of the configuration.
bench() { # NAME FROM OPTION...
	make_table "$1" "$2" -m "$config/measures.json" "${@:3}"
}

# --- words -------------------------------------------------------------------

# A measure's label, however the configuration is laid out; nothing where it has
# none behind its id.
label_of() { # MEASURE
	awk -v id="${1//./[.]}" '
		{ text = text " " $0 }
		END {
			if (!match(text, "\"id\"[ \t]*:[ \t]*\"" id "\""))
				exit
			text = substr(text, RSTART + RLENGTH)
			# the rest of its object: to the brace that closes it
			for (i = 1; i <= length(text) && depth >= 0; i++) {
				c = substr(text, i, 1)
				if (c == "\\")
					i++
				else if (c == "\"")
					quoted = !quoted
				else if (!quoted && c ~ /[{}]/)
					depth += c == "{" ? 1 : -1
			}
			text = substr(text, 1, i - 1)
			if (!match(text, /"label"[ \t]*:[ \t]*"([^"\\]|\\.)*"/))
				exit
			text = substr(text, RSTART, RLENGTH - 1)
			sub(/^"label"[ \t]*:[ \t]*"/, "", text)
			gsub(/\\/, "", text)
			print text
		}' "$config/measures.json"
}

# MEASURE: LABEL, as a caption; empty without a label.
caption_of() { # MEASURE
	local label
	label=$(label_of "$1")
	printf '%s\n' "${label:+$1: $label}"
}

# Of several labels of one table, what all of them end with comes once, last:
# "role_A: Law; role_B: Recovery; all of them (0 to 100)".
captions_of() { # MEASURE...
	local measure
	for measure in "$@"; do
		printf '%s\t%s\n' "$measure" "$(label_of "$measure")"
	done | awk -F '\t' '
		$2 == "" { next }
		{ id[++count] = $1; label[count] = $2 }
		# ends begin at a bracket or behind a comma
		function common(   i, j, end) {
			for (i = 1; i <= length(label[1]); i++) {
				end = substr(label[1], i)
				if (end !~ /^( [(]|, )/)
					continue
				for (j = 2; j <= count && length(label[j]) > length(end) &&
					substr(label[j], length(label[j]) - length(end) + 1) == end; j++)
					;
				if (j > count)
					return end
			}
			return ""
		}
		END {
			end = count > 1 ? common() : ""
			for (i = 1; i <= count; i++)
				line = line (i > 1 ? "; " : "") id[i] ": " \
					substr(label[i], 1, length(label[i]) - length(end))
			print line (end == "" ? "" : "; all of them" end)
		}'
}

# --- charts ------------------------------------------------------------------

draw() { # NAME TABLE PLOT-OPTION...
	local name=$1 table=$2 format record
	shift 2
	for format in svg png; do
		record=$private/runs/6-plot-$name.json
		run "$bin/plot" "$@" --run-record "$record" -o "$public/charts/$name.$format" "$table"
		[ "$dry" = 0 ] || continue
		agree "${table##*/}" "$(records_of "$table")" "plot $name" "$(count_of "$record" in)"
	done
	[ "$dry" = 1 ] || account "plot $name" "$record"
}

# The measures of a table in its order (a measure's name needs no quotes).
measures_of() { # KIND-PATTERN TABLE
	awk -v kind="$1" '
		match($0, ",[A-Za-z0-9_.-]+," kind ",") {
			name = substr($0, RSTART + 1, RLENGTH - 2)
			sub(/,[a-z]+$/, "", name)
			if (!seen[name]++)
				print name
		}' "$2"
}

# A heat map of those rows of a table that grep passes; without a caption, the measures
# are explained there.
draw_heat() { # NAME TABLE GREP-OPTIONS PATTERN CAPTION NOTE PLOT-OPTION...
	local name=$1 rows=$private/$1.csv measures caption=$5
	if [ "$dry" = 0 ]; then
		[ -s "$2" ] || return 0
		grep "$3" -e "$4" -- "$2" >"$rows" || fail "${2##*/} cannot be read"
		[ "$(records_of "$rows")" -gt 0 ] || { rm -- "$rows" && return 0; }
		mapfile -t measures < <(measures_of '(mean|proportion|ratio)' "$rows")
		[ -n "$caption" ] || caption=$(captions_of "${measures[@]}")
	else
		printf '%s > %s\n' "$(show grep "$3" -e "$4" -- "$2")" "$(show "$rows")"
	fi
	draw "$name" "$rows" --type heatmap "${@:7}" --caption "$caption${6:+${caption:+; }$6}"
	[ "$dry" = 1 ] || rm -- "$rows"
}

# Where the charts are, and how many.
say_charts() { # OUT
	local charts=("$(path_of "${1%/}")"/public/charts/*.svg)
	[ -e "${charts[0]}" ] || charts=()
	printf 'charts:  %s (%s as SVG and PNG)\n' "${1%/}/public/charts" "${#charts[@]}"
}
