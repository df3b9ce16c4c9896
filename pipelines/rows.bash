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

# --- roles and functions -----------------------------------------------------------

# Activities with three more columns: given, the code that decides (a function or role that
# people gave, else the local code); read, the text, but for work that a local code puts
# outside of the framework; basis, which of them it is: people, code or text.
tell_given() { # CODES ACTIVITIES
	awk "$csv"'
		FNR == 1 && ++files == 1 {
			code = column($0, "code")
			stands_for = column($0, "function")
			next
		}
		files == 1 { known[field($0, code)] = known[field($0, code)] field($0, stands_for); next }
		FNR == 1 {
			role = column($0, "role")
			function_at = column($0, "function")
			code = column($0, "code")
			text = column($0, "text")
			print $0 ",given,read,basis"
			next
		}
		{
			given = field($0, function_at)
			if (given == "")
				given = field($0, role)
			basis = given == "" ? "text" : "people"
			read = raw($0, text)
			local = field($0, code)
			if (given == "" && local in known) {
				given = local
				basis = "code"
				if (known[local] == "")
					read = ""
			}
			print $0 "," given "," read "," basis
		}
		END { exit failed }' "$1" "$2"
}

# Records of those units in which enough people work.  Where one unit alone of a whole is
# too small, the next one goes with it: the whole less the others would tell of it.  The
# names of those left out go to a file.
enough_people() { # UNIT-COLUMN WHOLE-COLUMN LEAST LEFT-OUT-FILE FILE
	unit=$1 whole=$2 least=$3 left=$4 awk "$csv"'
		FNR == 1 {
			pass++
			unit = column($0, ENVIRON["unit"])
			person = column($0, "person_id")
			whole = ENVIRON["whole"] == "" ? 0 : column($0, ENVIRON["whole"])
			if (pass == 2) {
				choose()
				print
			}
			next
		}
		pass == 1 {
			name = field($0, unit)
			if (!(name in people)) {
				order[++count] = name
				people[name] = 0
				belongs[name] = whole ? field($0, whole) : ""
			}
			if (!seen[name, field($0, person)]++)
				people[name]++
			next
		}
		!(field($0, unit) in small)
		function choose(   i, next_one, name) {
			for (i = 1; i <= count; i++)
				if (people[order[i]] < ENVIRON["least"] + 0) {
					small[order[i]] = 1
					hidden[belongs[order[i]]]++
				}
			# one that is alone gets company
			for (i = 1; i <= count; i++) {
				name = order[i]
				if (whole && hidden[belongs[name]] == 1 && !(name in small)) {
					next_one = company[belongs[name]]
					if (next_one == "" || people[name] < people[next_one])
						company[belongs[name]] = name
				}
			}
			for (i in company)
				small[company[i]] = 1
			for (i = 1; i <= count; i++)
				if (order[i] in small)
					print order[i] > ENVIRON["left"]
		}
		END { exit failed }' "$5" "$5"
}

# Labels of the framework by their codes, for awk: it reads roles.csv first, with files == 1.
# shellcheck disable=SC2016 # fields of awk
labels='
	files == 1 && FNR == 1 {
		code_at = column($0, "code")
		label_at = column($0, "label")
		next
	}
	files == 1 {
		code = field($0, code_at)
		label[code] = field($0, label_at)
		if (code ~ /[.]/)
			functions[++function_count] = code
		next
	}
	function quoted(text) {
		if (text !~ /[",]/)
			return text
		gsub(/"/, "\"\"", text)
		return "\"" text "\""
	}
'

# Functions whose count of records is held back, by unit: fewer than 5, or none at all.  The
# units are those of the first table; one that has no line in the second did none of them.
seldom_done() { # ROLES UNITS TABLE
	awk "$csv"'FNR == 1 { files++ }'"$labels"'
		FNR == 1 && files == 2 { print "unit,function,label,records"; next }
		FNR == 1 {
			measure = column($0, "measure")
			numerator = column($0, "numerator")
			next
		}
		files == 2 {
			if (!(raw($0, 1) in units))
				order[++count] = raw($0, 1)
			units[raw($0, 1)] = 1
			next
		}
		field($0, numerator) != "*" { often[raw($0, 1), field($0, measure)] = 1 }
		END {
			for (i = 1; i <= count && !failed; i++)
				for (j = 1; j <= function_count; j++)
					if (!((order[i], functions[j]) in often))
						print order[i] "," functions[j] "," \
							quoted(label[functions[j]]) ",under 5"
			exit failed
		}' "$1" "$2" "$3"
}

# The same with exact counts and minutes, from the activities themselves; the unit is
# their column.
count_functions() { # UNIT-COLUMN ROLES ACTIVITIES
	unit=$1 awk "$csv"'FNR == 1 { files++ }'"$labels"'
		FNR == 1 {
			unit = column($0, ENVIRON["unit"])
			found = column($0, "found_function")
			minutes = column($0, "minutes")
			print "unit,function,label,records,minutes"
			next
		}
		{
			name = raw($0, unit)
			if (!(name in units)) {
				units[name] = 1
				order[++count] = name
			}
			records[name, field($0, found)]++
			time[name, field($0, found)] += field($0, minutes)
		}
		END {
			for (i = 1; i <= count && !failed; i++)
				for (j = 1; j <= function_count; j++)
					print order[i] "," functions[j] "," quoted(label[functions[j]]) "," \
						records[order[i], functions[j]] + 0 "," \
						time[order[i], functions[j]] + 0
			exit failed
		}' "$2" "$3"
}

# A table of functions by unit, turned: a row for each function, by its name, and the
# units as the measures of a heat map.  PREFIX is what the measures begin with.
turn_functions() { # PREFIX ROLES TABLE
	prefix=$1 awk "$csv"'FNR == 1 { files++ }'"$labels"'
		FNR == 1 { print; measure = column($0, "measure"); next }
		{
			name = field($0, measure)
			if (ENVIRON["prefix"] != "" && index(name, ENVIRON["prefix"]) != 1)
				next
			name = substr(name, length(ENVIRON["prefix"]) + 1)
			if (name in label)
				print quoted(name " " label[name]) "," raw($0, 2) "," raw($0, 1) "," \
					rest($0, measure)
		}
		END { exit failed }' "$2" "$3"
}

# Rows of a table of benchmark whose measures begin with a prefix, which they lose.
strip_measures() { # PREFIX TABLE
	prefix=$1 awk "$csv"'
		NR == 1 { print; measure = column($0, "measure"); next }
		index(field($0, measure), ENVIRON["prefix"]) == 1 {
			behind = rest($0, measure - 1)
			ahead = substr($0, 1, length($0) - length(behind))
			print ahead substr(behind, length(ENVIRON["prefix"]) + 1)
		}
		END { exit failed }' "$2"
}
