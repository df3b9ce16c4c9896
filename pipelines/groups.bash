# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# groups: what awk does to figures by ethnic group: which groups, how many are not known,
# ratios as figures of a chart.  rows.bash sources it.
# shellcheck disable=SC2154 # csv is said there

# The rows of broad groups or of detailed ones; everybody is no group.
groups_of() { # broad|detailed LIST FILE
	wanted=$1 awk "$csv"'
		FNR == 1 { files++ }
		files == 1 && FNR == 1 {
			code = column($0, "code")
			whose = column($0, "system")
			next
		}
		files == 1 { if (field($0, whose) == "broad") broad[field($0, code)] = 1; next }
		FNR == 1 { at = column($0, "ethnic_group"); print; next }
		{ group = field($0, at) }
		group != "all" && (group in broad) == (ENVIRON["wanted"] == "broad")' "$2" "$3"
}

# Those rows as a table of their own, and as a line of counts.csv.
take_groups() { # NAME broad|detailed LIST FROM TO
	make_rows "$5" groups_of "$2" "$3" "$4"
	[ "${dry:?}" = 0 ] || return 0
	printf '%s,%s,%s,0,0,%s\n' "$1" "$(records_of "$4")" "$(records_of "$5")" \
		$(($(records_of "$4") - $(records_of "$5"))) >>"${staging:?}/private/counts.csv"
}

# Of all: how many whose group is not known, with the symbols of the data.
count_unknown() { # FILE
	awk "$csv"'
		NR == 1 {
			n = split("organisation period measure ethnic_group count", wanted, " ")
			for (i = 1; i <= n; i++)
				at[wanted[i]] = column($0, wanted[i])
			print "organisation,period,measure,unknown,everybody"
			next
		}
		{ group = field($0, at["ethnic_group"]) }
		group != "all" && group != "unknown" { next }
		{
			key = raw($0, at["organisation"]) "," raw($0, at["period"]) "," raw($0, at["measure"])
			if (!(key in seen)) {
				seen[key] = 1
				order[++count] = key
			}
			number[key, group] = raw($0, at["count"])
		}
		END {
			for (i = 1; i <= count; i++)
				print order[i] "," number[order[i], "unknown"] "," number[order[i], "all"]
		}' "$1"
}

# The rows of a table of benchmark that rest on a record: a configuration may name measures
# that the data does not have.
with_records() { # TABLE
	awk "$csv"'
		NR == 1 { at = column($0, "records"); print; next }
		field($0, at) != "0"' "$1"
}

# The group that most people are of, so that other groups can be set against it.
largest_group() { # FILE
	awk "$csv"'
		NR == 1 {
			group = column($0, "ethnic_group")
			people = column($0, "population")
			next
		}
		field($0, people) + 0 > most {
			most = field($0, people) + 0
			largest = field($0, group)
		}
		END { print most ? largest : "none" }' "$1"
}

# What people call a group.
name_of_group() { # CODE LIST
	[ "${dry:?}" = 0 ] || { printf '%s\n' "$1" && return; }
	code=$1 awk "$csv"'
		NR == 1 { at = column($0, "code"); label = column($0, "label"); next }
		field($0, at) == ENVIRON["code"] { print field($0, label); exit }' "$2"
}

# The units of a level that a table of benchmark has figures of.
units_at() { # LEVEL FIGURES
	level=$1 awk "$csv"'
		NR == 1 { unit = column($0, "organisation"); at = column($0, "organisation_level"); next }
		field($0, at) == ENVIRON["level"] { print field($0, unit) }' "$2" | sort -u
}

# For awk: a ratio as a chart shows it; a symbol stays.
two_decimals='
	function two_decimals(text) {
		return text ~ /^[0-9]/ ? sprintf("%.2f", text) : text
	}
'

# A chart of groups: of one unit and year, each group that has a figure stands as a unit, with
# its rate, or with its ratio to the reference and the limits of that.
figures_of_groups() { # value|ratio UNIT YEAR LIST TABLE
	what=$1 unit=$2 year=$3 awk "$csv$two_decimals"'
		BEGIN {
			print "unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method"
		}
		FNR == 1 { files++ }
		files == 1 && FNR == 1 { code = column($0, "code"); label = column($0, "label"); next }
		files == 1 { names[field($0, code)] = field($0, label); next }
		FNR == 1 {
			prefix = ENVIRON["what"] == "ratio" ? "ratio_" : ""
			n = split("period ethnic_group measure numerator denominator method", wanted, " ")
			for (i = 1; i <= n; i++)
				at[wanted[i]] = column($0, wanted[i])
			figure[1] = column($0, ENVIRON["what"])
			figure[2] = column($0, prefix "lower95")
			figure[3] = column($0, prefix "upper95")
			figure[4] = column($0, prefix "lower998")
			figure[5] = column($0, prefix "upper998")
			next
		}
		field($0, 1) != ENVIRON["unit"] || field($0, at["period"]) != ENVIRON["year"] { next }
		field($0, figure[1]) !~ /^[0-9]/ { next }
		{
			ratio = ENVIRON["what"] == "ratio"
			group = field($0, at["ethnic_group"])
			line = quoted(group in names ? names[group] : group) "," ENVIRON["year"] "," \
				raw($0, at["measure"]) "," (ratio ? "ratio" : "rate") "," \
				raw($0, at["numerator"]) "," raw($0, at["numerator"]) "," raw($0, at["denominator"])
			for (i = 1; i <= 5; i++)
				line = line "," (ratio ? two_decimals(raw($0, figure[i])) : raw($0, figure[i]))
			print line "," raw($0, at["method"])
		}' "$4" "$5"
}

# A chart of areas and groups: the ratio of each group stands as a measure.
ratios_of_areas() { # MEASURE YEAR REFERENCE TABLE
	measure=$1 year=$2 reference=$3 awk "$csv$two_decimals"'
		BEGIN {
			print "unit,period,measure,kind,records,numerator,denominator,value,lower95,upper95,lower998,upper998,method"
		}
		NR == 1 {
			n = split("period ethnic_group measure numerator denominator method", wanted, " ")
			for (i = 1; i <= n; i++)
				at[wanted[i]] = column($0, wanted[i])
			m = split("ratio ratio_lower95 ratio_upper95 ratio_lower998 ratio_upper998", wanted, " ")
			for (i = 1; i <= m; i++)
				figure[i] = column($0, wanted[i])
			next
		}
		field($0, at["measure"]) != ENVIRON["measure"] || field($0, at["period"]) != ENVIRON["year"] { next }
		field($0, at["ethnic_group"]) == ENVIRON["reference"] || field($0, at["ethnic_group"]) == "unknown" { next }
		{
			line = raw($0, 1) "," ENVIRON["year"] "," raw($0, at["ethnic_group"]) ",ratio," \
				raw($0, at["numerator"]) "," raw($0, at["numerator"]) "," raw($0, at["denominator"])
			for (i = 1; i <= m; i++)
				line = line "," two_decimals(raw($0, figure[i]))
			print line "," raw($0, at["method"])
		}' "$4"
}
