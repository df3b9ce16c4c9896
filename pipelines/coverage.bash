# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# coverage: rows of activities and of their roles and functions: what decides, units with
# enough people, functions that are hardly ever done, a table turned for a heat map.
# rows.bash sources this file and has what its awk programs begin with.
# shellcheck disable=SC2154 # csv is there

# Activities with two more columns: given, the code that decides (a function or role that
# people gave, else the local code); basis, which of them it is: people, code or text.
tell_given() { # CODES ACTIVITIES
	awk "$csv"'
		FNR == 1 && ++files == 1 {
			code = column($0, "code")
			next
		}
		files == 1 { known[field($0, code)]; next }
		FNR == 1 {
			role = column($0, "role")
			function_at = column($0, "function")
			code = column($0, "code")
			print $0 ",given,basis"
			next
		}
		{
			given = field($0, function_at)
			if (given == "")
				given = field($0, role)
			basis = given == "" ? "text" : "people"
			local = field($0, code)
			if (given == "" && local in known) {
				given = local
				basis = "code"
			}
			print $0 "," given "," basis
		}
		END { exit failed }' "$1" "$2"
}

# Records of those units in which enough people work.  Units are the values of one column
# or of several with a comma between, of a date its month.  Where one unit alone of a whole
# (columns again; all: everything is one; nothing: no matter) is too small, the next one goes
# with it: the whole less the others would tell of it.  Those left out go to a file.
enough_people() { # UNIT-COLUMNS WHOLE-COLUMNS LEAST LEFT-OUT-FILE FILE
	unit=$1 whole=$2 least=$3 left=$4 awk "$csv"'
		function columns(names, at,   n, i, name) {
			n = split(names, name, ",")
			for (i = 1; i <= n; i++) {
				at[i] = column($0, name[i])
				is_date[at[i]] = name[i] == "date"
			}
			return n
		}
		function values(at, n,   i, text) {
			for (i = 1; i <= n; i++)
				text = text (i > 1 ? ", " : "") \
					(is_date[at[i]] ? substr(field($0, at[i]), 1, 7) : field($0, at[i]))
			return text
		}
		FNR == 1 {
			if (++pass == 1) {
				person = column($0, "person_id")
				units = columns(ENVIRON["unit"], unit)
				wholes = ENVIRON["whole"] == "all" ? 0 : columns(ENVIRON["whole"], whole)
				next
			}
			choose()
			print
			next
		}
		{ name = values(unit, units) }
		pass == 1 {
			if (!(name in people)) {
				order[++count] = name
				people[name] = 0
				belongs[name] = values(whole, wholes)
			}
			if (!seen[name, field($0, person)]++)
				people[name]++
			next
		}
		!(name in small)
		function choose(   i, name, of) {
			for (i = 1; i <= count; i++)
				if (people[order[i]] < ENVIRON["least"] + 0) {
					small[order[i]] = 1
					hidden[belongs[order[i]]]++
				}
			# one that is alone gets company
			for (i = 1; i <= count && ENVIRON["whole"] != ""; i++) {
				name = order[i]
				of = belongs[name]
				if (hidden[of] == 1 && !(name in small) &&
					(!(of in company) || people[name] < people[company[of]]))
					company[of] = name
			}
			for (of in company)
				small[company[of]] = 1
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
