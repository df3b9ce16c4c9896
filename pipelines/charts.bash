# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# charts: tables of benchmark and charts of plot, as every pipeline makes them.
# Page.bash has to be there as well; the sourcing script sets: bin, dry, config (the folder
# of measures.json), private, public, tables (where the public tables go).
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

# --- charts ------------------------------------------------------------------

# The names of all measures of the configuration, as options of plot.
labels_of_all() {
	local file
	labels=()
	for file in "$config"/*measures.json; do
		[ ! -f "$file" ] || labels+=(--labels "$file")
	done
}

draw() { # NAME TABLE PLOT-OPTION...
	local name=$1 table=$2 format record labels
	shift 2
	labels_of_all
	page_chart "$name" "$table" "$@"
	for format in svg png; do
		record=$private/runs/6-plot-$name.json
		run "$bin/plot" "$@" "${labels[@]}" --run-record "$record" -o "$public/charts/$name.$format" "$table"
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

# A heat map of those rows of a table that grep passes.
draw_heat() { # NAME TABLE GREP-OPTIONS PATTERN NOTE PLOT-OPTION...
	local name=$1 rows=$private/$1.csv note=()
	[ -z "$5" ] || note=(--caption "$5")
	if [ "$dry" = 0 ]; then
		[ -s "$2" ] || return 0
		grep "$3" -e "$4" -- "$2" >"$rows" || fail "${2##*/} cannot be read"
		[ "$(records_of "$rows")" -gt 0 ] || { rm -- "$rows" && return 0; }
	else
		printf '%s > %s\n' "$(show grep "$3" -e "$4" -- "$2")" "$(show "$rows")"
	fi
	draw "$name" "$rows" --type heatmap "${@:6}" "${note[@]}"
	[ "$dry" = 1 ] || rm -- "$rows"
}

# Where the charts are, and how many.
say_charts() { # OUT
	local charts=("$(path_of "${1%/}")"/public/charts/*.svg)
	[ -e "${charts[0]}" ] || charts=()
	printf 'charts:  %s (%s as SVG and PNG)\n' "${1%/}/public/charts" "${#charts[@]}"
	[ ! -e "${1%/}/public/index.html" ] || printf 'page:    %s\n' "${1%/}/public/index.html"
}
