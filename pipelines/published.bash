# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# published: what awk does to published indicators: their year, who is of one kind, who
# does best.  rows.bash sources it.
# shellcheck disable=SC2154 # csv is said there

# A column year: the financial year of a figure that covers one, else its two days.
name_years() { # FILE
	awk "$csv"'
		NR == 1 {
			from = column($0, "period_start")
			to = column($0, "period_end")
			print $0 ",year"
			next
		}
		{
			first = field($0, from)
			last = field($0, to)
			year = substr(first, 1, 4)
			if (substr(first, 5) == "-04-01" && last == (year + 1) "-03-31")
				print $0 "," year "/" substr(year + 1, 3)
			else
				print $0 "," first "/" last
		}' "$1"
}

# Each council and the class that the first three characters of its code tell.
council_types() { # TYPES FILE
	awk "$csv"'
		BEGIN { print "unit,group" }
		FNR == 1 { files++ }
		files == 1 && FNR == 1 { code = column($0, "code"); class = column($0, "class"); next }
		files == 1 { of[field($0, code)] = field($0, class); next }
		FNR == 1 { at = column($0, "organisation"); next }
		{ unit = field($0, at) }
		!seen[unit]++ {
			type = substr(unit, 1, 3)
			print quoted(unit) "," (type in of ? of[type] : "other")
		}' "$1" "$2"
}

# The rows of a table of those of one kind, by the names that they were published with.
of_kind() { # KIND PEERS FIGURES TABLE
	kind=$1 awk "$csv"'
		FNR == 1 { files++ }
		files == 1 && FNR == 1 { unit = column($0, "unit"); group = column($0, "group"); next }
		files == 1 { if (field($0, group) == ENVIRON["kind"]) chosen[field($0, unit)] = 1; next }
		files == 2 && FNR == 1 {
			organisation = column($0, "organisation")
			name = column($0, "organisation_name")
			next
		}
		files == 2 {
			if (field($0, name) != "")
				names[field($0, organisation)] = raw($0, name)
			next
		}
		FNR == 1 { print; next }
		{
			this = field($0, 1)
			if (this in chosen)
				print (this in names ? names[this] : raw($0, 1)) "," rest($0, 1)
		}' "$2" "$3" "$4"
}

# For people: the name of an indicator as it was published.
name_of_indicator() { # INDICATOR FILE
	[ "${dry:?}" = 0 ] || { printf '%s\n' "$1" && return; }
	indicator=$1 awk "$csv"'
		NR == 1 { at = column($0, "indicator"); name = column($0, "indicator_name"); next }
		!found && field($0, at) == ENVIRON["indicator"] { print field($0, name); found = 1 }' "$2"
}

# Who does well: of each indicator and kind, those that may be first and those in the best
# quarter; named as published.
best_of() { # FIGURES TABLE
	awk "$csv"'
		BEGIN { print "measure,unit,name,value,units,rank,quartile,mads_from_median,band" }
		FNR == 1 { files++ }
		files == 1 && FNR == 1 {
			organisation = column($0, "organisation")
			name = column($0, "organisation_name")
			next
		}
		files == 1 { names[field($0, organisation)] = raw($0, name); next }
		FNR == 1 {
			count = split("measure unit value units rank quartile mads_from_median band", wanted, " ")
			for (i = 1; i <= count; i++)
				at[wanted[i]] = column($0, wanted[i])
			next
		}
		{
			rank = field($0, at["rank"])
			units = field($0, at["units"])
			if (rank !~ /^[0-9]/ || rank * 4 > units)
				next
			print raw($0, at["measure"]) "," raw($0, at["unit"]) "," \
				names[field($0, at["unit"])] "," raw($0, at["value"]) "," units "," rank "," \
				raw($0, at["quartile"]) "," raw($0, at["mads_from_median"]) "," raw($0, at["band"])
		}' "$1" "$2"
}
