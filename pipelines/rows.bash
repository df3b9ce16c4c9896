# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# rows: what bash and awk do to a table between the filters: rows that are chosen, the
# largest of them.  A dry run names these functions, so this file stands by itself; only
# take_rows and make_rows belong to a job (common.bash).

# Fields of a record, for awk: one record is one line, so only quotes have to be
# stepped over.  raw is a field as it stands, field is what it says.
csv='
	function length_of(line) {
		if (substr(line, 1, 1) == "\"" && match(line, /^"([^"]|"")*"/))
			return RLENGTH
		return index(line, ",") ? index(line, ",") - 1 : length(line)
	}
	function rest(line, n) {
		for (; n > 0; n--)
			line = substr(line, length_of(line) + 2)
		return line
	}
	function raw(line, n) {
		line = rest(line, n - 1)
		return substr(line, 1, length_of(line))
	}
	function field(line, n) {
		line = raw(line, n)
		if (substr(line, 1, 1) != "\"")
			return line
		line = substr(line, 2, length(line) - 2)
		gsub(/""/, "\"", line)
		return line
	}
	function column(header, name,   n, names, i) {
		n = split(header, names, ",")
		for (i = 1; i <= n; i++)
			if (names[i] == name)
				return i
		print "there is no column " name > "/dev/stderr"
		exit failed = 2
	}
	# a text as a field, with quotes only where they are needed
	function quoted(text) {
		if (text !~ /[",]/)
			return text
		gsub(/"/, "\"\"", text)
		return "\"" text "\""
	}
'

# Rows whose column is a text, or a month that is not after a month.
select_rows() { # COLUMN is|until VALUE [LEFT-OUT-FILE]
	column=$1 how=$2 value=$3 left=${4-/dev/null} awk "$csv"'
		NR == 1 {
			at = column($0, ENVIRON["column"])
			value = ENVIRON["value"] ""
			is = ENVIRON["how"] == "is"
			print
			next
		}
		{ this = field($0, at) }
		is && this == value { print; next }
		!is && this ~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]/ && substr(this, 1, 7) <= value {
			print
			next
		}
		{ others++ }
		END {
			if (failed)
				exit failed
			print others + 0 > ENVIRON["left"]
		}'
}

# Those rows of a table as a table of their own, and as a line of counts.csv.
take_rows() { # NAME COLUMN is|until VALUE FROM TO
	local left=${staging:?}/private/left-out
	if [ "${dry:?}" = 1 ]; then
		printf '(. %s && %s) < %s > %s\n' "$(show "${BASH_SOURCE[0]}")" \
			"$(show select_rows "${@:2:3}")" "$(show "$5")" "$(show "$6")"
		return
	fi
	select_rows "${@:2:3}" "$left" <"$5" >"$6" 2>>"$staging/private/messages.txt" ||
		fail "${6##*/} cannot be made"
	agree "${5##*/}" "$(records_of "$5")" "$1" $(($(<"$left") + $(records_of "$6")))
	printf '%s,%s,%s,0,0,%s\n' "$1" "$(records_of "$5")" "$(records_of "$6")" "$(<"$left")" \
		>>"$staging/private/counts.csv"
	rm -- "$left"
}

# The values of a column, each once.
values_of() { # COLUMN FILE
	column=$1 awk "$csv"'
		NR == 1 { at = column($0, ENVIRON["column"]); next }
		{ this = field($0, at) }
		!seen[this]++ { print this }' "$2"
}

# The rows of those units that have most records in a reference table, and of the
# own unit.  The first column of a table of benchmark is the unit.
largest_units() { # MOST OWN REFERENCE TABLE
	most=$1 own=$2 awk "$csv"'
		{ unit = field($0, 1) }
		FNR == 1 { files++ }
		files == 1 && FNR == 1 { at = column($0, "records"); next }
		files == 1 {
			if (!(unit in size)) {
				order[++count] = unit
				size[unit] = 0
			}
			if (field($0, at) + 0 > size[unit])
				size[unit] = field($0, at) + 0
			next
		}
		FNR == 1 {
			if (ENVIRON["own"] in size)
				chosen[ENVIRON["own"]] = 1
			# the largest, again and again
			for (i = 1; i <= ENVIRON["most"] + 0 && i <= count; i++) {
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
	awk "$csv"'NR > 1 && !seen[field($0, 1)]++ { count++ } END { print count + 0 }' "$1"
}

# What a function of this file makes, as a table.
make_rows() { # TO FUNCTION ARGUMENT...
	if [ "${dry:?}" = 1 ]; then
		printf '(. %s && %s) > %s\n' "$(show "${BASH_SOURCE[0]}")" "$(show "${@:2}")" "$(show "$1")"
		return
	fi
	"${@:2}" >"$1" 2>>"$staging/private/messages.txt" || fail "${1##*/} cannot be made"
}

# Teams of the same name in two organisations are two teams: the name then says whose.
tell_teams_apart() { # FILE
	awk "$csv"'
		FNR == 1 {
			pass++
			organisation = column($0, "organisation")
			team = column($0, "team")
			if (pass == 2)
				print
			next
		}
		{ whose = field($0, organisation); name = field($0, team) }
		pass == 1 {
			if (name in first && first[name] != whose)
				several[name] = 1
			first[name] = whose
			next
		}
		!(name in several) { print; next }
		{
			behind = rest($0, team - 1)
			ahead = substr($0, 1, length($0) - length(behind))
			name = name " (" whose ")"
			gsub(/"/, "\"\"", name)
			print ahead "\"" name "\"" substr(behind, length_of(behind) + 1)
		}' "$1" "$1"
}

# The rows of a table of benchmark with the largest figures; equal ones stay in the
# table's order.
largest_rows() { # COUNT TABLE
	awk "$csv"'
		NR == 1 { at = column($0, "value"); print "\t" $0; next }
		field($0, at) ~ /^[0-9]/ { print field($0, at) "\t" $0 }' "$2" |
		{
			# the header is no row to be sorted; no program goes away before the others
			IFS= read -r header && printf '%s\n' "${header#?}"
			sort -s -t $'\t' -k 1,1gr
		} |
		most=$1 awk 'NR <= ENVIRON["most"] + 1 { sub(/^[0-9.]*\t/, ""); print }'
}

# What only some jobs need; a dry run sources this file alone.
for rows_part in amhps coverage groups posts profiles published statements; do
	# shellcheck source=/dev/null
	. "${BASH_SOURCE[0]%/*}/$rows_part.bash"
done
