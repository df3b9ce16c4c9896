# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# amhps: what awk does to requests for assessments: their quarter, and how many there are
# among the people of an area.  rows.bash sources it.
# shellcheck disable=SC2154 # csv is said there

# A column quarter: that of the financial year, from a month or a day.
name_quarters() { # FILE
	awk "$csv"'
		NR == 1 { at = column($0, "requested"); print $0 ",quarter"; next }
		{
			day = field($0, at)
			year = substr(day, 1, 4)
			month = substr(day, 6, 2) + 0
			if (month < 4)
				year--
			quarter = int((month + 8) % 12 / 3) + 1
			if (day ~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]/)
				print $0 "," year "/" sprintf("%02d", (year + 1) % 100) "-Q" quarter
			else
				print $0 ","
		}' "$1"
}

# Requests, completed assessments and detentions of each organisation that has a population.
among_people() { # POPULATION FILE
	awk "$csv"'
		BEGIN { print "organisation,requests,assessments,detentions,population" }
		FNR == 1 { files++ }
		files == 1 && FNR == 1 {
			name = column($0, "organisation")
			people = column($0, "population")
			next
		}
		files == 1 {
			order[++count] = raw($0, name)
			population[field($0, name)] = field($0, people)
			key[count] = field($0, name)
			next
		}
		FNR == 1 {
			organisation = column($0, "organisation")
			detained = column($0, "ended_detained")
			next
		}
		{
			unit = field($0, organisation)
			requests[unit]++
			assessments[unit] += field($0, detained) != ""
			detentions[unit] += field($0, detained) == "100"
		}
		END {
			for (i = 1; i <= count; i++)
				print order[i] "," requests[key[i]] + 0 "," assessments[key[i]] + 0 "," \
					detentions[key[i]] + 0 "," population[key[i]]
		}' "$1" "$2"
}
