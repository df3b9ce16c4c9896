# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# profiles: how well a post matches the profile that it is expected to have, and the
# functions that it leaves open.
# rows.bash sources this file and has what its awk programs begin with.
# shellcheck disable=SC2154 # csv and labels are there

# Functions that profiles expect, for awk: it reads profiles.csv second, with files == 2.
# shellcheck disable=SC2016 # fields of awk
expectations='
	FNR == 1 && files == 2 {
		profile_at = column($0, "profile")
		function_at = column($0, "function")
		next
	}
	files == 2 {
		name = field($0, profile_at)
		if (!(name in profile_known))
			profiles[++profile_count] = name
		profile_known[name] = 1
		expected[name, field($0, function_at)] = 1
		next
	}
'

# For each post and profile: covered, 1 or 0 for each function of the profile, and within, 1
# or 0 for each task of the post on any function.
pairs_of_posts() { # ROLES PROFILES TASKS
	awk "$csv"'FNR == 1 { files++ }'"$labels$expectations"'
		FNR == 1 {
			kind = column($0, "kind")
			unit = column($0, "unit")
			for (i = 1; i <= function_count; i++)
				at[functions[i]] = column($0, functions[i])
			print "unit,profile,covered,within"
			next
		}
		field($0, kind) != "job" { next }
		{
			name = field($0, unit)
			if (!(name in known))
				order[++count] = name
			known[name] = 1
			any = 0
			split("", inside)
			for (i = 1; i <= function_count; i++) {
				if (field($0, at[functions[i]]) != 1)
					continue
				any = 1
				named[name, functions[i]] = 1
				for (j = 1; j <= profile_count; j++)
					if ((profiles[j], functions[i]) in expected)
						inside[j] = 1
			}
			for (j = 1; any && j <= profile_count; j++)
				print quoted(name) "," quoted(profiles[j]) ",," (j in inside)
		}
		END {
			for (i = 1; i <= count && !failed; i++)
				for (j = 1; j <= profile_count; j++)
					for (k = 1; k <= function_count; k++)
						if ((profiles[j], functions[k]) in expected)
							print quoted(order[i]) "," quoted(profiles[j]) "," \
								((order[i], functions[k]) in named) ","
			exit failed
		}' "$1" "$2" "$3"
}

# The match of each post with each profile, from the shares of those pairs: the harmonic
# mean of both (van Rijsbergen 1979), and whether it is the best that the post has.  The
# order of the profiles is that of their file, which decides between equals.
match_posts() { # ROLES PROFILES SHARES
	awk "$csv"'FNR == 1 { files++ }'"$labels$expectations"'
		FNR == 1 {
			by = column($0, "profile")
			measure = column($0, "measure")
			above = column($0, "numerator")
			below = column($0, "denominator")
			print "unit,profile,functions,functions_covered,covered,tasks,tasks_within,within,match,best"
			next
		}
		{
			name = field($0, 1)
			if (!(name in known))
				order[++count] = name
			known[name] = 1
			key = name SUBSEP field($0, by) SUBSEP field($0, measure)
			part[key] = field($0, above) + 0
			whole[key] = field($0, below) + 0
		}
		function share(key) {
			return whole[key] ? part[key] / whole[key] : 0
		}
		function percent(value) {
			return sprintf("%.1f", 100 * value)
		}
		function keys_of(name, of) {
			covered = name SUBSEP of SUBSEP "covered=1"
			within = name SUBSEP of SUBSEP "within=1"
		}
		END {
			for (i = 1; i <= count && !failed; i++) {
				best = 0
				for (j = 1; j <= profile_count; j++) {
					keys_of(order[i], profiles[j])
					sum = share(covered) + share(within)
					figure[j] = sum ? 2 * share(covered) * share(within) / sum : 0
					# equal but for the last bits is equal
					if (figure[j] > (best ? figure[best] : 0) + 1e-9)
						best = j
				}
				for (j = 1; j <= profile_count; j++) {
					keys_of(order[i], profiles[j])
					print quoted(order[i]) "," quoted(profiles[j]) "," whole[covered] "," \
						part[covered] "," percent(share(covered)) "," whole[within] + 0 "," \
						part[within] + 0 "," (whole[within] ? percent(share(within)) : "") "," \
						percent(figure[j]) "," (j == best ? "yes" : "no")
				}
			}
			exit failed
		}' "$1" "$2" "$3"
}

# The match as a table that plot draws.
match_to_draw() { # MATCH
	awk "$csv"'
		NR == 1 {
			profile = column($0, "profile")
			figure = column($0, "match")
			print "unit,period,measure,kind,value"
			next
		}
		{ print raw($0, 1) ",all," raw($0, profile) ",match," field($0, figure) }
		END { exit failed }' "$1"
}

# The functions of each best profile that no task of the post names.
gaps_of_posts() { # ROLES PROFILES MATCH TASKS
	awk "$csv"'FNR == 1 { files++ }'"$labels$expectations"'
		FNR == 1 && files == 3 {
			profile_at = column($0, "profile")
			best = column($0, "best")
			print "unit,profile,function,label"
			next
		}
		files == 3 {
			if (field($0, best) == "yes") {
				order[++count] = field($0, 1)
				fits[field($0, 1)] = field($0, profile_at)
			}
			next
		}
		FNR == 1 {
			unit = column($0, "unit")
			for (i = 1; i <= function_count; i++)
				at[functions[i]] = column($0, functions[i])
			next
		}
		{
			for (i = 1; i <= function_count; i++)
				if (field($0, at[functions[i]]) == 1)
					named[field($0, unit), functions[i]] = 1
		}
		END {
			for (i = 1; i <= count && !failed; i++)
				for (j = 1; j <= function_count; j++)
					if (((fits[order[i]], functions[j]) in expected) &&
						!((order[i], functions[j]) in named))
						print quoted(order[i]) "," quoted(fits[order[i]]) "," functions[j] "," \
							quoted(label[functions[j]])
			exit failed
		}' "$1" "$2" "$3" "$4"
}
