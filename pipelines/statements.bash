# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# statements: the capability statements that a post calls for, and those that training has
# not covered.
# rows.bash sources this file and has what its awk programs begin with.
# shellcheck disable=SC2154 # csv is there

# The capability statements that the tasks of each post call for, by their categories, and
# how many tasks do.
statements_of_posts() { # PCF MAPPED
	awk "$csv"'
		FNR == 1 { files++ }
		FNR == 1 && files == 1 {
			part_at = column($0, "role_code")
			ref_at = column($0, "ref")
			label_at = column($0, "label")
			anomaly_at = column($0, "anomaly")
			next
		}
		files == 1 {
			code = field($0, part_at) ":" field($0, ref_at)
			statements[++statement_count] = code
			words[code] = field($0, part_at) "," field($0, ref_at) "," raw($0, label_at) "," \
				(field($0, anomaly_at) == "" ? "no" : "yes")
			next
		}
		FNR == 1 {
			id = column($0, "record_id")
			kind = column($0, "kind")
			organisation = column($0, "organisation")
			team = column($0, "team")
			post = column($0, "post")
			unit = column($0, "unit")
			called = column($0, "found_pcf")
			print "unit,organisation,team,post,role_code,ref,label,doubtful,tasks"
			next
		}
		field($0, kind) != "job" { next }
		{
			name = raw($0, unit)
			if (!(name in start)) {
				order[++count] = name
				start[name] = name "," raw($0, organisation) "," raw($0, team) "," raw($0, post)
			}
			n = split(field($0, called), codes, " ")
			for (i = 1; i <= n; i++) {
				sub(/[?]$/, "", codes[i])
				if (!seen[field($0, id), codes[i]]++)
					tasks[name, codes[i]]++
			}
		}
		END {
			for (i = 1; i <= count && !failed; i++)
				for (j = 1; j <= statement_count; j++)
					if ((order[i], statements[j]) in tasks)
						print start[order[i]] "," words[statements[j]] "," \
							tasks[order[i], statements[j]]
			exit failed
		}' "$1" "$2"
}

# The same with the last day on which training covered the statement: for the post, for all
# posts of its team, or for all of its organisation; and whether there is one.  With left,
# those alone that have none.
training_of_posts() { # left|all TRAINING STATEMENTS
	how=$1 awk "$csv"'
		FNR == 1 {
			files++
			organisation = column($0, "organisation")
			team = column($0, "team")
			post = column($0, "post")
			part = column($0, "role_code")
			ref = column($0, "ref")
			if (files == 1)
				date = column($0, "date")
			else
				print $0 ",date,covered"
			next
		}
		function key(where, who) {
			return field($0, organisation) SUBSEP where SUBSEP who SUBSEP field($0, part) \
				SUBSEP field($0, ref)
		}
		files == 1 {
			at = key(field($0, team), field($0, post))
			if (!(at in last) || field($0, date) > last[at])
				last[at] = field($0, date)
			next
		}
		{
			day = ""
			for (i = 0; i < 4; i++) {
				at = key(i % 2 ? field($0, team) : "", i > 1 ? field($0, post) : "")
				if ((at in last) && last[at] > day)
					day = last[at]
			}
			if (ENVIRON["how"] == "all" || day == "")
				print $0 "," day "," (day == "" ? "no" : "yes")
		}
		END { exit failed }' "$2" "$3"
}
